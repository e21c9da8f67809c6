import Values

/// One of the five grades of a service (五级评价). There is no default, and none is shown before another.
package enum RatingGrade: String, Hashable, Sendable, CaseIterable {
    case veryGood = "very_good"
    case good
    case fair
    case bad
    case veryBad = "very_bad"

    /// 5 for 非常满意 to 1 for 非常不满意.
    package var number: Int {
        switch self {
        case .veryGood: 5
        case .good: 4
        case .fair: 3
        case .bad: 2
        case .veryBad: 1
        }
    }

    package init?(number: Int) {
        guard let grade = RatingGrade.allCases.first(where: { $0.number == number }) else { return nil }
        self = grade
    }

    /// 差评: 不满意 and 非常不满意; it must be corrected.
    package var isBad: Bool { number <= 2 }
}

/// What of a matter is rated: each once (一次一评、一事一评). Decision 022 says why these and no others.
package enum RatingOccasion: String, Hashable, Sendable, CaseIterable {
    /// A person was served on the spot: a filing taken in at a window or terminal (现场服务“一次一评”).
    case filing
    /// The matter came to its end, by whatever channel (“一事一评”).
    case outcome
}

/// A service event that can be rated, as it follows from the stream of its case.
package struct RatedService: Hashable, Sendable {
    /// The stream that its rating has or will have.
    package let rating: String
    package let caseID: String
    package let occasion: RatingOccasion
    package let service: String
    /// Entry of the national catalogue; nil for an internal procedure.
    package let item: String?
    package let region: String
    package let unit: String
    /// As the event records it: `online`, `window`, `kiosk`, `mobile`, `api` …
    package let channel: String
    /// When it happened; nil while the matter goes on.
    package let happenedAt: Moment?
}

/// What a person says in a rating.
package struct RatingContent: Hashable, Sendable {
    package var grade: RatingGrade?
    /// Keys of the list `rating-aspects`.
    package var aspects: [String] = []
    package var words = ""
    /// The person wants to be called back: a rating with a name (实名).
    package var isNamed = false
    package var name = ""
    package var phone = ""
    /// The words may be shown beside the published grade.
    package var mayPublish = false

    package init(grade: RatingGrade?) {
        self.grade = grade
    }

    /// What was sent, to know it again when it is sent twice.
    var json: JSON {
        [
            "grade": grade.map { .number(Int64($0.number)) } ?? .null, "aspects": .list(aspects.map { .text($0) }),
            "words": .text(words), "named": .bool(isNamed), "name": .text(name), "phone": .text(phone),
            "publish": .bool(mayPublish),
        ]
    }
}

/// Kinds of a rating's stream: one stream for each service event that was rated.
package enum RatingEventKind: String, Hashable, Sendable, CaseIterable {
    /// The first and only rating: `service`, `item`, `occasion`, `region`, `unit`, `channel`, `happened_at`, `grade`,
    /// `aspects`, `named`, `publish`; sealed: `case`, `words`, `name`, `phone`.
    case given = "rating-given"
    /// The further rating (追评): as above without `named`, `rated_on` (day of the first), `was` (grade before),
    /// `correction` (the case in which it was given, or null); sealed: `words`.
    case followedUp = "rating-followed-up"
}

/// A rating as its stream says it.
package struct Rating: Hashable, Sendable {
    package let service: RatedService
    package let first: Said
    package let further: Said?
    package let isNamed: Bool
    package let name: String
    package let phone: String
    package let isErased: Bool

    /// One of the two things that were said.
    package struct Said: Hashable, Sendable {
        package let grade: RatingGrade
        package let aspects: [String]
        package let words: String
        package let mayPublish: Bool
        package let at: Moment
    }

    /// What counts now: the further rating, otherwise the first.
    package var present: Said { further ?? first }

    /// Folds a stream; nil for a stream of another kind.
    package init?(folding events: [PastEvent]) {
        guard let opening = events.first, opening.body.kind == RatingEventKind.given.rawValue,
            let service = RatedService(opening), let first = Said(opening)
        else { return nil }
        self.service = service
        self.first = first
        further = events.dropFirst().first { $0.body.kind == RatingEventKind.followedUp.rawValue }.flatMap { Said($0) }
        isNamed = opening.body.open["named"]?.bool ?? false
        name = opening.body.sealed["name"]?.text ?? ""
        phone = opening.body.sealed["phone"]?.text ?? ""
        isErased = opening.isErased
    }
}

extension Rating.Said {
    fileprivate init?(_ event: PastEvent) {
        let open = event.body.open
        guard let grade = open["grade"]?.number.flatMap({ RatingGrade(number: $0) }) else { return nil }
        self.init(
            grade: grade, aspects: open["aspects"]?.list?.compactMap(\.text) ?? [],
            words: event.body.sealed["words"]?.text ?? "", mayPublish: open["publish"]?.bool ?? false, at: event.at)
    }
}

extension RatedService {
    fileprivate init?(_ event: PastEvent) {
        let open = event.body.open
        guard let occasion = open["occasion"]?.text.flatMap({ RatingOccasion(rawValue: $0) }),
            let service = open["service"]?.text, let region = open["region"]?.text, let unit = open["unit"]?.text,
            let channel = open["channel"]?.text
        else { return nil }
        self.init(
            rating: event.stream, caseID: event.body.sealed["case"]?.text ?? "", occasion: occasion, service: service,
            item: open["item"]?.text, region: region, unit: unit, channel: channel,
            happenedAt: open["happened_at"]?.text.flatMap { Moment(utc: $0) })
    }
}
