import Values

/// The bodies of a rating's events.
enum RatingEvents {
    /// Who rates without a name is nobody in the log: neither the person nor the case stands in the open part.
    static let rater = Actor.system("ratings")

    static func given(
        _ content: RatingContent, _ grade: RatingGrade, of service: RatedService, by actor: Actor, at moment: Moment
    ) -> EventBody {
        var open = head(content, grade, of: service)
        open["named"] = .bool(content.isNamed)
        var sealed: [String: JSON] = ["case": .text(service.caseID)]
        if !content.words.isEmpty { sealed["words"] = .text(content.words) }
        if content.isNamed {
            if !content.name.isEmpty { sealed["name"] = .text(content.name) }
            if !content.phone.isEmpty { sealed["phone"] = .text(content.phone) }
        }
        return body(.given, by: actor, at: moment, channel: service.channel, open: open, sealed: sealed)
    }

    /// - Parameter correction: the case in which the person said it; nil when it was said on the rating's own page.
    static func followedUp(
        _ content: RatingContent, _ grade: RatingGrade, after rating: Rating, correction: String?, by actor: Actor,
        at moment: Moment
    ) -> EventBody {
        var open = head(content, grade, of: rating.service)
        open["was"] = .number(Int64(rating.first.grade.number))
        open["rated_on"] = .text(rating.first.at.day.description)
        open["correction"] = correction.map { .text($0) } ?? .null
        return body(
            .followedUp, by: actor, at: moment, channel: rating.service.channel, open: open,
            sealed: content.words.isEmpty ? [:] : ["words": .text(content.words)])
    }

    /// What both kinds say openly, so that each alone tells a follower where it counts.
    private static func head(
        _ content: RatingContent, _ grade: RatingGrade, of service: RatedService
    ) -> [String: JSON] {
        [
            "service": .text(service.service), "item": service.item.map { .text($0) } ?? .null,
            "occasion": .text(service.occasion.rawValue), "region": .text(service.region),
            "unit": .text(service.unit), "channel": .text(service.channel),
            "happened_at": service.happenedAt.map { .text($0.description) } ?? .null,
            "grade": .number(Int64(grade.number)), "publish": .bool(content.mayPublish),
            "aspects": .list(Set(content.aspects).sorted().map { .text($0) }),
        ]
    }

    private static func body(
        _ kind: RatingEventKind, by actor: Actor, at moment: Moment, channel: String, open: [String: JSON],
        sealed: [String: JSON]
    ) -> EventBody {
        EventBody(
            kind: kind.rawValue, schema: 1, effective: .instant(moment), actor: actor, actingFor: nil,
            channel: channel, ground: nil, open: open, sealed: sealed)
    }
}
