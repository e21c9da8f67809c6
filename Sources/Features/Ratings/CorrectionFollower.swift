import Casework
import Definitions
import Proofs
import Storage
import Values

/// Opens the correction of every bad rating, and carries further ratings between a rating and its correction.
///
/// What it writes is done once: the id of a correction derives from its rating, and keys from the event.
package struct CorrectionFollower: Follower {
    package let name = "rating-corrections"
    package let version = 1
    package let tables: [DerivedTable] = []
    /// It reads the streams of ratings itself; of other events it needs the open part only.
    package let readsSealedParts = false
    package let kinds: Set<String>? = Set(RatingEventKind.allCases.map(\.rawValue) + [CaseEventKind.acted.rawValue])
    package let marks = [CaseEventKind.acted.rawValue: RatingCorrection.Milestone.ratedAgain.rawValue]
    let desk: RatingDesk

    package init(desk: RatingDesk) {
        self.desk = desk
    }

    package func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        for placed in events {
            let event = placed.event
            switch RatingEventKind(rawValue: event.body.kind) {
            case .given: try await correct(event)
            case .followedUp:
                guard event.body.open["correction"]?.text == nil else { continue }
                try await correct(event)
                try await answer(event)
            case nil:
                guard event.body.kind == CaseEventKind.acted.rawValue,
                    event.body.open["event"]?.text == RatingCorrection.Milestone.ratedAgain.rawValue
                else { continue }
                let seen = try await desk.parts.database.read { try FollowerStore.position(of: "ratings", in: $0) }
                // What it asks of `rating_correction` must have come this far; the next round tries again.
                guard seen > placed.position else { throw Failure.unavailable(RatingWords.notThisFar) }
                try await follow(event)
            }
        }
        return { _ in }
    }

    /// The id of a rating's correction.
    package static func caseID(of rating: String) -> String {
        let hash = SM3.hash(Array("rating-correction/\(rating)".utf8))
        return Identifier<CaseFile>(bytes: Array(hash.prefix(16))).text
    }

    private func rating(_ stream: String) async throws -> Rating? {
        Rating(folding: try await desk.parts.events.stream(stream).events)
    }

    // MARK: A bad rating

    private func correct(_ event: PastEvent) async throws {
        guard let grade = event.body.open["grade"]?.number.flatMap({ RatingGrade(number: $0) }), grade.isBad,
            let rating = try await rating(event.stream), !rating.isErased
        else { return }
        let id = CorrectionFollower.caseID(of: event.stream)
        guard try await desk.parts.events.stream(id).events.isEmpty else { return }
        let opening = try await opening(id, of: rating, grade, rating: event)
        let label = "correct/\(event.stream)/\(event.version)"
        let sender = CaseDesk.Sender(
            acting: { _ in .platform }, channel: nil,
            key: CommandKey(actor: .platform, verb: "ratings/correct", clientKey: label, request: Array(id.utf8)),
            moment: event.at, entropy: desk.codes.entropy(label))
        _ = try await desk.cases.begin(opening, by: sender)
    }

    private func opening(
        _ id: String, of rating: Rating, _ grade: RatingGrade, rating event: PastEvent
    ) async throws -> OfficeOpening {
        let service = rating.service
        let said = event.version > 1 ? rating.present : rating.first
        let matter = try await desk.cases.open(service.caseID).file.header
        var answers: [String: JSON] = [
            "named": .bool(rating.isNamed), "rating_record": .text(event.stream),
            "rated_service": .text(service.service), "rated_occasion": .text(service.occasion.rawValue),
            "rated_channel": .text(service.channel), "rated_on": .text(rating.first.at.day.description),
            "rated_grade": .text(grade.rawValue),
            "rated_officers": .list(try await officers(of: service.caseID).map { .text($0) }),
        ]
        if !said.aspects.isEmpty { answers["rated_tags"] = .text(said.aspects.joined(separator: ", ")) }
        if !said.words.isEmpty { answers["rated_words"] = .text(said.words) }
        if rating.isNamed {
            answers["rated_case"] = .text(service.caseID)
            if !rating.name.isEmpty { answers["rater_name"] = .text(rating.name) }
            if !rating.phone.isEmpty { answers["rater_phone"] = .text(rating.phone) }
        }
        let unit = desk.parts.territory.current.units[service.unit]?.id
        return OfficeOpening(
            id: id, service: RatingCorrection.service, region: service.region,
            // Who rated without a name is no party, so that nobody can look him up.
            party: rating.isNamed ? matter.applicant : RatingEvents.rater,
            subjects: [CaseHeader.Subject(kind: "rating", id: event.stream)], answers: answers, unit: unit)
    }

    /// Persons who did deeds in the case from a post; none of them verifies the rating.
    private func officers(of caseID: String) async throws -> [String] {
        var persons: Set<String> = []
        for event in try await desk.cases.history(caseID) {
            guard case .post = event.body.actor else { continue }
            if let person = event.body.open["person"]?.text { persons.insert(person) }
            persons.formUnion((event.body.open["signers"]?.list ?? []).compactMap(\.text))
        }
        return persons.sorted()
    }

    // MARK: A further rating

    /// Given on the rating's own page while the correction waits for it: the correction learns of it.
    private func answer(_ event: PastEvent) async throws {
        let id = CorrectionFollower.caseID(of: event.stream)
        guard try await !desk.parts.events.stream(id).events.isEmpty,
            let grade = event.body.open["grade"]?.number
        else { return }
        let file = try await desk.cases.openNow(id, at: event.at).file
        guard file.stage == RatingCorrection.inviting, !file.isClosed else { return }
        let label = "answer/\(event.stream)/\(event.version)"
        let acting = Acting.applicant(file.header.applicant, person: file.header.applicant.description)
        let sender = CaseDesk.Sender(
            acting: { _ in acting }, channel: event.body.channel,
            key: CommandKey(actor: .platform, verb: "ratings/answer", clientKey: label, request: Array(id.utf8)),
            moment: event.at, entropy: desk.codes.entropy(label))
        let act = Act(
            action: RatingCorrection.rateAgain, said: ["grade": .number(Int64(grade))], brings: [], seen: [:])
        do {
            _ = try await desk.cases.run(.act(act), on: id, by: sender)
        } catch Failure.conflict {
            // Somebody closed it meanwhile; the further rating itself stands.
            return
        }
    }

    /// Given in the correction: the rating learns of it.
    private func follow(_ event: PastEvent) async throws {
        let correction = try await desk.parts.events.stream(event.stream).events.first
        guard let stream = correction.flatMap({ RatingCorrection(opening: $0) })?.rating,
            let number = event.body.data["said"]?["grade"]?.number
        else { return }
        let opened = try await desk.opened(rating: stream, on: event.at.day)
        guard case .rated = opened.state(on: event.at.day) else { return }
        let label = "follow/\(event.stream)/\(event.version)"
        let key = CommandKey(actor: .platform, verb: "ratings/follow", clientKey: label, request: Array(stream.utf8))
        let person: Person.ID? = if case .person(let id) = event.body.actor { Person.ID(id) } else { nil }
        _ = try await desk.followUp(
            RatingContent(grade: RatingGrade(number: number)), of: opened, in: event.stream, by: person,
            AccountActing(
                actor: RatingEvents.rater, moment: event.at, entropy: desk.codes.entropy(label), key: key))
    }
}
