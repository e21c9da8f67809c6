import Casework
import Definitions
import Storage
import Values

/// Takes ratings: each service event once, then once more, by whoever holds its code or stands in its case.
package struct RatingDesk: Sendable {
    package let cases: CaseDesk
    let lists: ListDesk
    package let codes: RatingCode
    var parts: CaseDesk.Parts { cases.parts }

    package init(cases: CaseDesk, lists: ListDesk, codes: RatingCode) {
        self.cases = cases
        self.lists = lists
        self.codes = codes
    }

    /// A service event with what was said of it so far.
    package struct Opened: Sendable {
        package let service: RatedService
        package let serviceName: Wording
        package let unitName: String
        package let code: String
        package let rating: Rating?
        package let correction: RatingCorrection?
        package let limits: RatingLimits
        let history: [PastEvent]
        let saved: StreamKeys

        /// What can be said now.
        package func state(on day: Day) -> RatingState {
            RatingState(happenedAt: service.happenedAt, rating: rating, correction: correction, limits, on: day)
        }
    }

    // MARK: Finding

    /// By a code as it was typed or scanned. Throws `Failure.notFound` for one that there is not, or not yet.
    package func opened(code text: String, on day: Day) async throws -> Opened {
        guard let code = RatingCode.reading(text),
            let service = try await parts.database.read({
                try RatedServiceStore.service(mark: RatingCode.mark(of: code), in: $0)
            })
        else { throw RatingDesk.missing }
        return try await opened(service, on: day)
    }

    /// What can be rated of one's own matter, in the order in which it happens. Throws `Failure.notFound` for a case
    /// that is not the person's to see.
    package func opened(case id: String, by session: Session, at moment: Moment) async throws -> [Opened] {
        let (row, _, _) = try await ApplicantDesk(cases: cases).permitted(id, session, at: moment)
        return try await opened(case: row.id, on: moment.day)
    }

    /// The same for whoever may see the case; empty for one that is not rated.
    package func opened(case id: String, on day: Day) async throws -> [Opened] {
        var found: [Opened] = []
        for occasion in RatingOccasion.allCases {
            let service = try await parts.database.read { try RatedServiceStore.service(occasion, of: id, in: $0) }
            if let service { found.append(try await opened(service, on: day)) }
        }
        return found
    }

    /// By the id of the rating. Throws `Failure.notFound`.
    package func opened(rating id: String, on day: Day) async throws -> Opened {
        guard let service = try await parts.database.read({ try RatedServiceStore.service(rating: id, in: $0) }) else {
            throw RatingDesk.missing
        }
        return try await opened(service, on: day)
    }

    private func opened(_ service: RatedService, on day: Day) async throws -> Opened {
        let stream = try await parts.events.stream(service.rating)
        let correction = try await parts.database.read { try CorrectionStore.correction(of: service.rating, in: $0) }
        let territory = parts.territory.current
        let definition = try await cases.open(service.caseID).definition
        return Opened(
            service: service, serviceName: definition.service.name,
            unitName: territory.units[service.unit]?.name ?? service.unit,
            code: codes.code(of: service.occasion, in: service.caseID), rating: Rating(folding: stream.events),
            correction: correction, limits: try await limits(on: day), history: stream.events,
            saved: StreamKeys(new: [:], saved: stream.key.map { [service.rating: $0] } ?? [:]))
    }

    /// For how long ratings are open; the definition of corrections says it.
    package func limits(on day: Day) async throws -> RatingLimits {
        guard let root = parts.territory.current.root else { throw CaseDesk.missing }
        let definition = try await parts.catalogue.definition(
            of: RatingCorrection.service, region: root.id, on: day)
        let constants = definition.service.constants
        guard let first = constants["rate_within_days"]?.number,
            let further = constants["rate_again_within_days"]?.number
        else { throw Failure.defect("`\(RatingCorrection.service)` does not say how long ratings are open") }
        return RatingLimits(firstInDays: first, furtherInDays: further)
    }

    /// What may be ticked, in the order of the list.
    package func aspects(on day: Day) async throws -> [RatingAspect] {
        guard let version = try? lists.version(nil, of: RatingAspect.list, on: day) else { return [] }
        return try await lists.document(version.hash).entries.compactMap { RatingAspect($0) }
    }

    // MARK: Saying

    /// The first rating. Sent twice with one key, it is given once; gives the id of the rating.
    ///
    /// Throws `Failure.problems` with everything that must be put right, and `Failure.conflict` when the matter goes
    /// on, its time is over, or it was rated before.
    package func give(
        _ content: RatingContent, of opened: Opened, by person: Person.ID?, _ acting: AccountActing
    ) async throws -> Done {
        let id = opened.service.rating
        return try await acting.run(on: parts.events) {
            let now = try await self.opened(rating: id, on: acting.moment.day)
            try now.state(on: acting.moment.day).check(wantsFurther: false)
            let grade = try await checked(content, on: acting.moment.day)
            let body = RatingEvents.given(
                content, grade, of: now.service, by: RatingDesk.actor(content, person, acting), at: acting.moment)
            let keys = StreamKeys(new: [id: acting.entropy.streamKey("rating-key", 0)], saved: [:])
            return RatingDesk.decided(body, after: now, keys: keys, at: acting.moment)
        }
    }

    /// The further rating (追评), once. Throws as `give` does.
    ///
    /// - Parameter correction: the correction in which it was said; nil on the rating's own page.
    package func followUp(
        _ content: RatingContent, of opened: Opened, in correction: String?, by person: Person.ID?,
        _ acting: AccountActing
    ) async throws -> Done {
        let id = opened.service.rating
        return try await acting.run(on: parts.events) {
            let now = try await self.opened(rating: id, on: acting.moment.day)
            try now.state(on: acting.moment.day).check(wantsFurther: true)
            guard let rating = now.rating, !rating.isErased else { throw EventStore.erasedFailure }
            var content = content
            content.isNamed = false
            let grade = try await checked(content, on: acting.moment.day)
            var named = content
            named.isNamed = rating.isNamed
            let body = RatingEvents.followedUp(
                content, grade, after: rating, correction: correction,
                by: RatingDesk.actor(named, person, acting), at: acting.moment)
            return RatingDesk.decided(body, after: now, keys: now.saved, at: acting.moment)
        }
    }

    /// A system that sends a rating does it as its own deed; of people only who gives a name stands in the log.
    private static func actor(_ content: RatingContent, _ person: Person.ID?, _ acting: AccountActing) -> Actor {
        if acting.actor != RatingEvents.rater { return acting.actor }
        return content.isNamed ? person.map { .person($0.text) } ?? RatingEvents.rater : RatingEvents.rater
    }

    private static func decided(
        _ body: EventBody, after opened: Opened, keys: StreamKeys, at moment: Moment
    ) -> Decided {
        let change = StreamAppend(
            stream: opened.service.rating, after: opened.history, bodies: [body], at: moment)
        return Decided(changes: [change], keys: keys, result: ["rating": .text(opened.service.rating)]) { new in
            try RatingProjection().effect(of: opened.history + new)
        }
    }

    private func checked(_ content: RatingContent, on day: Day) async throws -> RatingGrade {
        let known = Set(try await aspects(on: day).map(\.key))
        let problems = content.problems(aspects: known)
        guard let grade = content.grade, problems.isEmpty else { throw Failure.problems(problems) }
        return grade
    }

    static let missing = Failure.notFound(RatingWords.missing)
}
