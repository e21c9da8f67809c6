import Definitions
import Proofs
import Storage
import Synchronization
import Values

/// Makes scheduled reports when their period is over, keeps them, and gives them to who may read them (定期报告).
package final class ReportDesk: Sendable {
    let board: BoardDesk
    let targets: TargetDesk
    private let events: EventDesk
    /// Secret bytes for what the platform writes by itself; the same label gives the same bytes again.
    private let entropy: @Sendable (String) -> Entropy
    /// Up to when nothing more is due, by day and publication, so that a node asks once a day.
    private let settled = Mutex<Settled?>(nil)

    /// Nothing is made before it.
    private let rests = Mutex(Moment(milliseconds: 0))

    private struct Settled: Hashable {
        let day: Day
        let book: Int
        let territory: Int
    }

    /// So long after midnight whatever was recorded before it has been placed.
    private static let patienceInMinutes: Int64 = 10

    package init(
        board: BoardDesk, targets: TargetDesk, events: EventDesk, entropy: @escaping @Sendable (String) -> Entropy
    ) {
        self.board = board
        self.targets = targets
        self.events = events
        self.entropy = entropy
    }

    private var database: Database { board.parts.database }
    private var territory: TerritoryMap { board.parts.territory.current }
    private var book: MetricBook { board.metrics.book }

    /// A report that is to be made.
    package struct Due: Hashable, Sendable {
        package let plan: String
        package let region: String
        package let period: ReportSpan
    }

    // MARK: Making

    /// Makes reports whose period is over; gives how many. Safe to call on several nodes: a report is written once.
    ///
    /// - Parameter limit: at most so many.
    package func makeDue(at moment: Moment, limit: Int) async throws -> Int {
        let now = Settled(
            day: moment.adding(milliseconds: -ReportDesk.patienceInMinutes * 60_000).day,
            book: board.metrics.current.version, territory: territory.regions.count)
        guard settled.withLock({ $0 }) != now else { return 0 }
        guard rests.withLock({ $0 }) <= moment else { return 0 }
        let due = try await due(on: now.day)
        var made = 0
        var thrown: (any Error)?
        for one in due where made < limit {
            do { made += try await make(one, at: moment) ? 1 : 0 } catch { thrown = thrown ?? error }
        }
        if due.isEmpty { settled.withLock { $0 = now } }
        guard let thrown else { return made }
        // One that cannot be made holds up no other, and is not tried at every turn.
        rests.withLock { $0 = moment.adding(milliseconds: 60_000) }
        throw thrown
    }

    /// What was not made yet of periods that were over before a day, the oldest of each kind first.
    ///
    /// A plan of which nothing was made yet begins with the last period; after that no period is left out.
    package func due(on day: Day) async throws -> [Due] {
        guard let root = territory.root, let began = try await began() else { return [] }
        let regions = territory.regions(below: root.id, on: day).map(\.id)
        var due: [Due] = []
        for plan in book.reports.reports {
            let own = (plan.reach.contains(.city) ? [root.id] : []) + (plan.reach.contains(.districts) ? regions : [])
            let newest = try await database.read { connection in
                try own.map { try ReportStore.newest(of: plan.id, region: $0, in: connection) }
            }
            for (region, last) in zip(own, newest) {
                var period =
                    last.map { ReportSpan(plan.every, containing: $0).next }
                    ?? ReportSpan(plan.every, containing: day).previous
                while period.hasEnded(on: day) {
                    if period.last >= began { due.append(Due(plan: plan.id, region: region, period: period)) }
                    period = period.next
                }
            }
        }
        return due
    }

    /// The day of the first event of all; nil on an empty platform.
    private func began() async throws -> Day? {
        try await database.read { try LogStore.openFeed(from: 0, limit: 1, in: $0) }.first.flatMap(ReportDesk.day)
    }

    private static func day(of entry: FeedEntry) -> Day? {
        JSON(text: entry.event.record)?["at"]?.text.flatMap { Moment(utc: $0) }?.day
    }

    /// Makes one report, unless it is there already, or not all events of its period were counted yet.
    ///
    /// Throws `Failure.conflict` when the period is not over, and `Failure.notFound` when there is no such plan.
    @discardableResult
    package func make(_ due: Due, at moment: Moment) async throws -> Bool {
        let stream = Report.stream(plan: due.plan, region: due.region, period: due.period)
        guard try await database.read({ try ReportStore.report(stream, in: $0) }) == nil else { return false }
        guard let report = try await compose(due, on: moment.day) else { return false }
        let content = report.json.canonical
        let files = try ReportPress.files(of: report)
        let hashes = files.mapValues { ReportPress.hash($0) }
        let body = ReportRow.body(of: report, content: ReportPress.hash(content), files: hashes, at: moment)
        let done = try await events.run(nil, entropy: entropy(stream), at: moment) {
            let past = try await events.stream(stream).events
            let change = StreamAppend(stream: stream, after: past, bodies: past.isEmpty ? [body] : [], at: moment)
            return Decided(changes: [change], keys: .none, result: .bool(past.isEmpty)) { new in
                let effect = try ReportProjection().effect(of: past + new)
                return { connection in
                    guard past.isEmpty else { return }
                    for bytes in [content] + files.values {
                        try ReportStore.keep(bytes, hash: ReportPress.hash(bytes), in: connection)
                    }
                    try effect(connection)
                }
            }
        }
        return done.result.bool ?? false
    }

    /// A report as it would be made now; nil while events of its period are still to be counted, or when more were
    /// counted meanwhile.
    package func compose(_ due: Due, on day: Day) async throws -> Report? {
        guard due.period.hasEnded(on: day) else {
            throw Failure.conflict(.condition, sentence: ReportWords.notOver, citation: nil)
        }
        guard let plan = book.reports.report(due.plan), let began = try await began() else {
            throw Failure.notFound(ReportWords.missing)
        }
        guard let position = try await counted(through: due.period.last) else { return nil }
        let reading = ReportReadingDesk(board: board, targets: targets)
        let report = try await reading.report(plan, due.region, due.period, position: position, began: began)
        return try await counted(through: due.period.last) == position ? report : nil
    }

    /// How many events were counted; nil while one that was recorded by the end of a day is not among them.
    private func counted(through day: Day) async throws -> Int? {
        try await database.read { connection in
            var positions: [Int] = []
            for follower in [MetricFollower.cursor, SupervisedTaskFollower.cursor] {
                let position = try FollowerStore.position(of: follower, in: connection)
                if let next = try LogStore.openFeed(from: position, limit: 1, in: connection).first,
                    ReportDesk.day(of: next).map({ $0 <= day }) ?? true
                {
                    return nil
                }
                positions.append(position)
            }
            return positions.min()
        }
    }

    // MARK: Reading

    /// A report with what it says.
    package struct Opened: Sendable {
        package let row: ReportRow
        package let report: Report
    }

    /// Which reports of a region are asked for: of what frequency, and with what last day of their period.
    struct Filter: Hashable, Sendable {
        let every: ReportSpan.Every?
        let endsFrom: Day?
        let endsUntil: Day?
    }

    /// Reports of a region, the latest first, as far as somebody of a region may read them.
    func reports(
        of region: String, _ filter: Filter, from own: String, before: ReportCursor?, limit: Int
    ) async throws -> [ReportRow] {
        guard let isAll = mayRead(region, from: own) else { return [] }
        let choice = ReportStore.Choice(
            region: region, every: filter.every, isCirculatedOnly: !isAll, endsFrom: filter.endsFrom,
            endsUntil: filter.endsUntil)
        return try await database.read { try ReportStore.reports(choice, before: before, limit: limit, in: $0) }
    }

    /// true: all reports of a region; false: those that are circulated; nil: none. The city reads all, a district its
    /// own, and what those above it circulate.
    private func mayRead(_ region: String, from own: String) -> Bool? {
        if region == own || own == territory.root?.id || territory.above(region).contains(own) { return true }
        return territory.above(own).contains(region) ? false : nil
    }

    /// Throws `Failure.notFound` for a report that there is not, and for one that a region may not read.
    package func report(_ id: String, from own: String) async throws -> Opened {
        let row = try await row(id, from: own)
        let bytes = try await bytes(row.content)
        guard let json = try? JSON(parsing: bytes), let report = Report(json) else {
            throw Failure.defect("report \(id) cannot be read")
        }
        return Opened(row: row, report: report)
    }

    /// The bytes of one of its files, after they were held against the hash in the log.
    package func file(_ form: ReportRow.Form, of id: String, from own: String) async throws -> (ReportRow, [UInt8]) {
        let row = try await row(id, from: own)
        guard let hash = row.files[form] else { throw Failure.notFound(ReportWords.missing) }
        return (row, try await bytes(hash))
    }

    /// The bytes of what it says: those whose hash is the row's `content`.
    func content(of id: String, from own: String) async throws -> (ReportRow, [UInt8]) {
        let row = try await row(id, from: own)
        return (row, try await bytes(row.content))
    }

    /// The event in which the log holds a report's hashes. Throws `Failure.defect` when it says another thing than the
    /// row.
    func event(of row: ReportRow) async throws -> PastEvent {
        let all = try await events.stream(row.id).events
        guard let event = all.first(where: { ReportRow(folding: [$0]) == row }) else {
            throw Failure.defect("report \(row.id) is not what its event says")
        }
        return event
    }

    private func row(_ id: String, from own: String) async throws -> ReportRow {
        let row = try await database.read { try ReportStore.report(id, in: $0) }
        guard let row, let isAll = mayRead(row.region, from: own), isAll || row.isCirculated else {
            throw Failure.notFound(ReportWords.missing)
        }
        return row
    }

    private func bytes(_ hash: String) async throws -> [UInt8] {
        guard let bytes = try await database.read({ try ReportStore.bytes(hash, in: $0) }),
            ReportPress.hash(bytes) == hash
        else { throw Failure.defect("a kept report differs from its hash \(hash) in the log, or is not there") }
        return bytes
    }
}
