import Casework
import Definitions
import Storage
import Values

/// Learns from the log which service events there are, how they were rated, and how far corrections came.
package struct RatingFollower: Follower {
    package let name = "ratings"
    package let version = 1
    package let tables = [RatedServiceStore.table, CorrectionStore.table, RatingSumStore.table]
    package let readsSealedParts = false
    package let kinds: Set<String>? = Set(
        RatingEventKind.allCases.map(\.rawValue)
            + [
                CaseEventKind.opened, .acted, .stageEntered, .taskOpened, .taskDone, .clockStarted, .clockLimited,
                .clockExtended, .clockRecomputed,
            ].map(\.rawValue))
    let codes: RatingCode
    /// A definition by its hash.
    let definition: @Sendable (String) async throws -> Definition

    package init(codes: RatingCode, definition: @escaping @Sendable (String) async throws -> Definition) {
        self.codes = codes
        self.definition = definition
    }

    /// Channels with a way to rate: the portal, the code on a receipt or a window's device, the interface. The hotline
    /// has none yet.
    static let entrances: Set<String> = ["online", "mobile", "window", "kiosk", "api"]
    /// Where a person is served on the spot.
    private static let counters: Set<String> = ["window", "kiosk"]

    /// What one event means here.
    private enum News: Sendable {
        case services([RatedService])
        case ended(String, Moment)
        case rated(PastEvent)
        case correctionOpened(RatingCorrection)
        case correction(PastEvent)
    }

    package func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        var news: [News] = []
        for placed in events { news += try await self.news(of: placed.event) }
        let found = news
        let codes = codes
        return { connection in
            var sums = RatingSumChanges()
            var corrections = KnownCorrections()
            for one in found { try RatingFollower.store(one, codes, &sums, &corrections, in: connection) }
            try RatingSumStore.add(sums, in: connection)
        }
    }

    // MARK: Reading

    private func news(of event: PastEvent) async throws -> [News] {
        if RatingEventKind(rawValue: event.body.kind) != nil { return [.rated(event)] }
        guard let kind = CaseEventKind(rawValue: event.body.kind) else { return [] }
        switch kind {
        case .opened:
            if let correction = RatingCorrection(opening: event) { return [.correctionOpened(correction)] }
            return [.services(try await services(openedBy: event))]
        case .stageEntered:
            guard event.body.open["final"]?.bool == true else { return [] }
            return [.ended(event.stream, event.body.effective.moment), .correction(event)]
        case .acted:
            // What was decided may still have to be delivered; the matter is rated from the decision on.
            guard event.body.open["outcome"]?.text != nil else { return [.correction(event)] }
            return [.ended(event.stream, event.body.effective.moment), .correction(event)]
        case .taskOpened, .taskDone, .clockStarted, .clockLimited, .clockExtended, .clockRecomputed:
            return [.correction(event)]
        default: return []
        }
    }

    /// Matters of persons and enterprises; a part of a bundle is rated with the whole.
    private func services(openedBy event: PastEvent) async throws -> [RatedService] {
        let open = event.body.open
        guard let applicant = open["applicant"]?.text, Subject(applicant) != nil,
            open["opened_by"]?.text != CaseHeader.Opener.platform.rawValue, open["parent"]?.map == nil,
            let service = open["service"]?.text, let region = open["region"]?.text, let unit = open["unit"]?.text,
            let hash = open["definition"]?.text
        else { return [] }
        let item = try await definition(hash).service.item
        let channel = event.body.channel ?? ""
        let isOnTheSpot = RatingFollower.counters.contains(channel)
        return RatingOccasion.allCases.filter { $0 == .outcome || isOnTheSpot }.map { occasion in
            RatedService(
                rating: codes.stream(of: occasion, in: event.stream), caseID: event.stream, occasion: occasion,
                service: service, item: item, region: region, unit: unit, channel: channel,
                happenedAt: occasion == .filing ? event.body.effective.moment : nil)
        }
    }

    // MARK: Storing

    /// Most cases are no corrections: each is asked for once in a batch, not at every event.
    private struct KnownCorrections {
        private var known: [String: RatingCorrection?] = [:]

        mutating func correction(_ caseID: String, in connection: any Connection) throws -> RatingCorrection? {
            if let found = known[caseID] { return found }
            let found = try CorrectionStore.correction(caseID, in: connection)
            known[caseID] = .some(found)
            return found
        }

        mutating func save(_ correction: RatingCorrection, in connection: any Connection) throws {
            try CorrectionStore.save(correction, in: connection)
            known[correction.caseID] = .some(correction)
        }
    }

    private static func store(
        _ news: News, _ codes: RatingCode, _ sums: inout RatingSumChanges, _ corrections: inout KnownCorrections,
        in connection: any Connection
    ) throws {
        switch news {
        case .services(let services):
            for service in services {
                let mark = RatingCode.mark(of: codes.code(of: service.occasion, in: service.caseID))
                let hasEntrance = entrances.contains(service.channel)
                try RatedServiceStore.add(service, mark: mark, hasEntrance: hasEntrance, in: connection)
                count(service, &sums)
            }
        case .ended(let caseID, let moment):
            if let service = try RatedServiceStore.end(caseID, at: moment, in: connection) { count(service, &sums) }
        case .rated(let event): count(event, &sums)
        case .correctionOpened(let correction):
            try corrections.save(correction, in: connection)
            sums.add(1, .bad(isNamed: correction.isNamed), at: try place(of: correction, in: connection))
        case .correction(let event):
            guard let before = try corrections.correction(event.stream, in: connection) else { return }
            var after = before
            after.take(event)
            guard after != before else { return }
            try corrections.save(after, in: connection)
            after.count(since: before, at: try place(of: before, in: connection), &sums)
        }
    }

    /// A service event counts when it happened.
    private static func count(_ service: RatedService, _ sums: inout RatingSumChanges) {
        guard let happenedAt = service.happenedAt else { return }
        let place = RatingPlace(
            region: service.region, unit: service.unit, service: service.service, item: service.item,
            channel: service.channel, month: happenedAt.day.ratingMonth)
        sums.add(1, .handled, at: place)
        if entrances.contains(service.channel) { sums.add(1, .open, at: place) }
    }

    private static func count(_ event: PastEvent, _ sums: inout RatingSumChanges) {
        let open = event.body.open
        guard let grade = open["grade"]?.number.flatMap({ RatingGrade(number: $0) }),
            let region = open["region"]?.text, let unit = open["unit"]?.text, let service = open["service"]?.text,
            let channel = open["channel"]?.text
        else { return }
        let day = open["rated_on"]?.text.flatMap { Day($0) } ?? event.at.day
        let place = RatingPlace(
            region: region, unit: unit, service: service, item: open["item"]?.text, channel: channel,
            month: day.ratingMonth)
        if let was = open["was"]?.number.flatMap({ RatingGrade(number: $0) }) { sums.add(-1, .rated(was), at: place) }
        sums.add(1, .rated(grade), at: place)
    }

    private static func place(
        of correction: RatingCorrection, in connection: any Connection
    ) throws -> RatingPlace {
        let item = try RatedServiceStore.service(rating: correction.rating, in: connection)?.item
        return RatingPlace(
            region: correction.region, unit: correction.unit, service: correction.service, item: item,
            channel: correction.channel, month: correction.month)
    }
}

extension RatingCorrection {
    /// The correction after one more event of its case.
    mutating func take(_ event: PastEvent) {
        let open = event.body.open
        switch CaseEventKind(rawValue: event.body.kind) {
        case .acted:
            guard let milestone = open["event"]?.text.flatMap({ Milestone(rawValue: $0) }) else { return }
            take(milestone, at: event.body.effective.moment)
        case .taskOpened:
            if open["task"]?.text == RatingCorrection.callBackTask { due = open["due"]?.text.flatMap { Day($0) } }
        case .taskDone:
            switch open["task"]?.text {
            case RatingCorrection.contactTask: contactedAt = contactedAt ?? event.body.effective.moment
            case RatingCorrection.callBackTask: due = nil
            default: break
            }
        case .stageEntered:
            if open["final"]?.bool == true { closedAt = event.body.effective.moment }
        case .clockStarted, .clockLimited, .clockExtended, .clockRecomputed:
            if open["clock"]?.text == RatingCorrection.clock { due = open["due"]?.text.flatMap { Day($0) } }
        default: break
        }
    }

    private mutating func take(_ milestone: Milestone, at moment: Moment) {
        switch milestone {
        case .excluded:
            isExcluded = true
            due = nil
        case .corrected:
            correctedAt = correctedAt ?? moment
            due = nil
        case .sentBack: correctedAt = nil
        case .calledBack: calledAt = calledAt ?? moment
        case .ratedAgain: break
        }
    }

    /// What changed of it, in the sums.
    func count(since before: RatingCorrection, at place: RatingPlace, _ sums: inout RatingSumChanges) {
        if isExcluded, !before.isExcluded { sums.add(1, .excluded(grade, isNamed: isNamed), at: place) }
        if correctedAt != nil, before.correctedAt == nil { sums.add(1, .corrected, at: place) }
        if correctedAt == nil, before.correctedAt != nil { sums.add(-1, .corrected, at: place) }
        if calledAt != nil, before.calledAt == nil { sums.add(1, .calledBack, at: place) }
    }
}
