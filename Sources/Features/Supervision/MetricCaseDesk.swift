import Definitions
import Storage
import Values

/// The cases behind a figure: every one that it counts, found by following each case's own events once more (穿透到件).
///
/// Nothing is kept for it: sums say which services and units have figures at all, cases of these are read in the order
/// of their ids, and what each adds is worked out by the very code that made the sums.
package struct MetricCaseDesk: Sendable {
    let board: BoardDesk

    /// Which of the counted cases are shown.
    package enum Show: String, Hashable, Sendable, CaseIterable {
        case all
        /// Those that taken alone do not meet the target.
        case against
        /// Those that taken alone meet it.
        case meeting
    }

    /// A case with what it adds to a figure.
    package struct Counted: Hashable, Sendable {
        package let caseID: String
        package let service: String
        package let unit: String
        package let region: String
        /// The last day on which it counted.
        package let day: Day
        /// nil where each counts as one.
        package let value: Int?
        /// Of a share: it is in the numerator.
        package let isInPart: Bool
        /// nil where a single case cannot be held against the target, or there is none.
        package let isAgainst: Bool?
    }

    /// Some of them; a page may hold fewer than were asked for, and only a missing `next` is the end.
    package struct Page: Sendable {
        package let cases: [Counted]
        /// Behind which case the next page begins; nil at the end.
        package let next: String?
    }

    /// So many cases are followed again for one page, however few of them fit.
    private static let mostFollowed = 300
    private static let readAtOnce = 100

    /// - Parameters:
    ///   - metric: with the target against which cases are held.
    ///   - question: the region that is measured, and the months.
    ///   - before: the case behind which the page begins.
    func cases(
        of metric: Metric, _ question: BoardDesk.Question, show: Show, before: String?, limit: Int
    ) async throws -> Page {
        let first = max(question.first.metricMonth, metric.target?.from?.metricMonth ?? 0)
        guard metric.hasCases, first <= question.months.upperBound else { return Page(cases: [], next: nil) }
        let months = first...question.months.upperBound
        var services = try await values(of: .service, metric, months, question)
        if let service = question.service { services.formIntersection([service]) }
        let units = try await units(of: metric, months, question)
        if services.isEmpty || units?.isEmpty == true { return Page(cases: [], next: nil) }
        let tracing = Tracing(metric: metric, months: months, reported: question.reported, board: board)
        var found: [Counted] = []
        var followed = 0
        var behind = before
        while followed < MetricCaseDesk.mostFollowed {
            let candidates = try await candidates(of: units, before: behind)
            for candidate in candidates {
                if found.count == limit { return Page(cases: found, next: behind) }
                behind = candidate.id
                guard services.contains(candidate.service) else { continue }
                followed += 1
                if let one = try await tracing.counted(candidate), MetricCaseDesk.fits(one, show) { found.append(one) }
            }
            if candidates.count < MetricCaseDesk.readAtOnce { return Page(cases: found, next: nil) }
        }
        return Page(cases: found, next: behind)
    }

    private static func fits(_ one: Counted, _ show: Show) -> Bool {
        switch show {
        case .all: true
        case .against: one.isAgainst == true
        case .meeting: one.isAgainst == false
        }
    }

    /// The values of a dimension that have figures of a metric at all.
    private func values(
        of dimension: MetricDimension, _ metric: Metric, _ months: ClosedRange<Int>, _ question: BoardDesk.Question
    ) async throws -> Set<String> {
        let keys = metric.keys
        let reported = question.reported?.metricMonth
        return try await board.parts.database.read {
            Set(
                try MetricReadingStore.values(of: dimension, months: months, reported: reported, only: keys, in: $0)
                    .keys)
        }
    }

    /// The units of the region that is asked for; nil: the whole city.
    private func units(
        of metric: Metric, _ months: ClosedRange<Int>, _ question: BoardDesk.Question
    ) async throws -> [String]? {
        guard let region = question.region ?? metric.target?.region else { return nil }
        let inside = Set(board.regions(in: region))
        let units = board.parts.territory.current.units
        return try await values(of: .unit, metric, months, question)
            .filter { inside.contains(units[$0]?.region ?? "") }.sorted()
    }

    private func candidates(of units: [String]?, before: String?) async throws -> [MetricCaseStore.Candidate] {
        let limit = MetricCaseDesk.readAtOnce
        return try await board.parts.database.read { connection in
            guard let units else {
                return try MetricCaseStore.candidates(of: nil, before: before, limit: limit, in: connection)
            }
            var all: [MetricCaseStore.Candidate] = []
            for unit in units {
                all += try MetricCaseStore.candidates(of: unit, before: before, limit: limit, in: connection)
            }
            return Array(all.sorted { $0.id > $1.id }.prefix(limit))
        }
    }

    /// Follows single cases for one metric.
    private struct Tracing: Sendable {
        let metric: Metric
        let months: ClosedRange<Int>
        /// As it was known at the end of this month; nil: as it is known now.
        let reported: Month?
        let parts: CaseDesk.Parts
        let step: MetricStep

        init(metric: Metric, months: ClosedRange<Int>, reported: Month?, board: BoardDesk) {
            self.metric = metric
            self.months = months
            self.reported = reported
            parts = board.parts
            step = MetricStep(
                MetricListening(board.metrics.book.only(metric)), calendar: board.parts.territory.current.calendar)
        }

        /// nil when the metric does not count it in these months.
        func counted(_ candidate: MetricCaseStore.Candidate) async throws -> Counted? {
            let stored = try await parts.database.read {
                try EventStore.events(of: candidate.id, after: 0, in: $0)
            }
            var past = try parts.reader.openParts(of: stored)
            if let reported { past = past.filter { Month($0.at.day) <= reported } }
            guard let first = past.first, let kind = try await parts.metricKind(of: first) else { return nil }
            let counter = step.replay(past, kind).counter
            var sum = MetricFigures()
            var last: Day?
            for (cell, figures) in counter.cells where months.contains(cell.day.metricMonth) && !figures.isEmpty {
                sum.add(figures)
                last = max(last ?? cell.day, cell.day)
            }
            let inPart = metric.part.map { sum.values(of: $0.key) } ?? []
            let inWhole = metric.whole.map { sum.values(of: $0.key) } ?? inPart
            guard let last, !inWhole.isEmpty else { return nil }
            let fault = counter.faults[MetricFaultKey(metric: metric.id, caseID: candidate.id)]
            return Counted(
                caseID: candidate.id, service: candidate.service, unit: candidate.unit, region: candidate.region,
                day: last, value: metric.part?.value == nil ? nil : inPart.compactMap(\.value).max(),
                isInPart: !inPart.isEmpty, isAgainst: metric.judgesCases ? fault != nil : nil)
        }
    }
}

extension Metric {
    /// Cases stand behind its figure: neither ratings nor definitions do.
    var hasCases: Bool { isCounted && part?.source != .rating && whole?.source != .rating }

    /// A single case can be held against its target.
    var judgesCases: Bool {
        hasCases && target != nil && take != .count && (whole.map { $0.source == part?.source } ?? true)
    }
}
