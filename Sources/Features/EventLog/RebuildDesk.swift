import Storage
import Values

/// Makes everything that follows from the log anew, and says what had been different.
///
/// For the administrator and for a new version's start; nobody else writes meanwhile. Each step is a write of its
/// own: when it is broken off, the tables count as unmade and the next run begins again.
package struct Rebuild: Sendable {
    private let database: Database
    private let reader: EventReader
    private let projections: [any Projection]
    private let followers: [any Follower]

    private static let streamsAtOnce = 100
    private static let eventsAtOnce = 500

    package init(
        database: Database, reader: EventReader, projections: [any Projection], followers: [any Follower]
    ) {
        self.database = database
        self.reader = reader
        self.projections = projections
        self.followers = followers
    }

    /// Makes the tables that a new database or a new feature lacks, and gives the names of projections whose tables
    /// hold another version's rows: `run` must make those before anybody is served.
    ///
    /// A follower with tables of another version is sent back to the beginning. One that only sends commands and was
    /// never there begins where the log ends, so that old events cause nothing.
    package func prepare() async throws -> [String] {
        let (projections, followers) = (projections, followers)
        return try await database.write { connection in
            try DerivedStore.lock(in: connection)
            let isNew = try !DerivedStore.hasEvents(in: connection)
            var stale: [String] = []
            for projection in projections {
                let known = try DerivedStore.version(of: projection.name, in: connection)
                if known == projection.version { continue }
                guard known == nil else {
                    stale.append(projection.name)
                    continue
                }
                try DerivedStore.make(projection.tables, in: connection)
                try DerivedStore.set(isNew ? projection.version : 0, of: projection.name, in: connection)
                if !isNew { stale.append(projection.name) }
            }
            for follower in followers { try Rebuild.prepare(follower, in: connection) }
            return stale
        }
    }

    private static func prepare(_ follower: any Follower, in connection: any Connection) throws {
        let known = try DerivedStore.version(of: follower.name, in: connection)
        if known == follower.version { return }
        if follower.tables.isEmpty {
            if known == nil {
                let end = try LogStore.size(in: connection)
                _ = try FollowerStore.move(follower.name, from: 0, to: end, in: connection)
            }
        } else {
            try restart(follower, in: connection)
        }
        try DerivedStore.set(follower.version, of: follower.name, in: connection)
    }

    private static func restart(_ follower: any Follower, in connection: any Connection) throws {
        try DerivedStore.drop(follower.tables, in: connection)
        try DerivedStore.make(follower.tables, in: connection)
        try FollowerStore.rewind(follower.name, in: connection)
    }

    /// Drops the tables of all projections, and of all followers that keep some, makes them from the log and compares.
    ///
    /// The rows made anew stay: the log is what is true. Rows of another version are not compared.
    package func run() async throws -> RebuildReport {
        try await placeAll()
        let compared = try await clear()
        var report = RebuildReport()
        try await project(into: &report)
        for follower in followers where !follower.tables.isEmpty {
            let desk = FollowerDesk(database: database, reader: reader, recent: RecentEvents(size: 0))
            while try await desk.step(follower, limit: Rebuild.eventsAtOnce) > 0 {}
        }
        report.tables = try await finish(comparing: compared)
        return report
    }

    /// Makes the rows of some streams anew and compares, without touching the others; the rows made anew stay.
    ///
    /// Tables whose rows follow from several streams, and those of followers, are not looked at.
    ///
    /// - Parameter positions: random places in the log; the streams of the events there are taken.
    package func run(sample positions: [Int]) async throws -> RebuildReport {
        let tables = projections.flatMap(\.tables).filter { $0.stream != nil }
        var report = RebuildReport()
        var counts = tables.map { _ in RowComparison() }
        let streams = try await database.read { connection in
            try Set(positions.compactMap { try LogStore.stream(at: $0, in: connection) })
        }
        for stream in streams.sorted() {
            let (stored, key) = try await database.read { connection in
                (
                    try EventStore.events(of: stream, after: 0, in: connection),
                    try EventStore.key(of: stream, in: connection)
                )
            }
            report.streams += 1
            do throws(Failure) {
                let events = try reader.open(stored, key: key)
                var effects: [Effect] = []
                for projection in projections { effects.append(try projection.effect(of: events)) }
                let ready = effects
                let compared = try await again(stream, tables: tables, effects: ready)
                for index in counts.indices { counts[index].add(compared[index]) }
            } catch {
                report.unreadable[stream] = error
            }
        }
        report.tables = zip(tables, counts).map { table, rows in
            TableComparison(
                table: table.name, rowsBefore: rows.before, rowsNow: rows.now, onlyBefore: rows.onlyBefore.sorted(),
                onlyNow: rows.onlyNow.sorted())
        }
        return report
    }

    private func again(
        _ stream: String, tables: [DerivedTable], effects: [Effect]
    ) async throws(Failure) -> [RowComparison] {
        do {
            return try await database.write { connection in
                let before = try tables.map { try DerivedStore.texts(of: stream, in: $0, in: connection) }
                for table in tables { try DerivedStore.remove(stream, from: table, in: connection) }
                for effect in effects { try effect(connection) }
                let now = try tables.map { try DerivedStore.texts(of: stream, in: $0, in: connection) }
                return zip(before, now).map { RowComparison($0, $1) }
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.defect("the rows of \(stream) cannot be made anew: \(error)")
        }
    }

    private struct RowComparison: Sendable {
        var before = 0
        var now = 0
        var onlyBefore: [String] = []
        var onlyNow: [String] = []

        init() {}

        init(_ before: [String], _ now: [String]) {
            self.before = before.count
            self.now = now.count
            onlyBefore = Set(before).subtracting(now).sorted()
            onlyNow = Set(now).subtracting(before).sorted()
        }

        mutating func add(_ other: RowComparison) {
            before += other.before
            now += other.now
            onlyBefore += other.onlyBefore
            onlyNow += other.onlyNow
        }
    }

    private func placeAll() async throws {
        while try await database.write({ try LogStore.place(limit: Rebuild.eventsAtOnce, in: $0) }) > 0 {}
    }

    /// Empties the tables; gives those whose copies can be compared.
    private func clear() async throws -> [DerivedTable] {
        let (projections, followers) = (projections, followers)
        return try await database.write { connection in
            try DerivedStore.lock(in: connection)
            var compared: [DerivedTable] = []
            for projection in projections {
                let known = try DerivedStore.version(of: projection.name, in: connection)
                try DerivedStore.dropCopies(of: projection.tables, in: connection)
                if known == projection.version {
                    try DerivedStore.keepCopies(of: projection.tables, in: connection)
                    compared += projection.tables
                }
                try DerivedStore.drop(projection.tables, in: connection)
                try DerivedStore.make(projection.tables, in: connection)
                try DerivedStore.set(0, of: projection.name, in: connection)
            }
            for follower in followers where !follower.tables.isEmpty {
                let known = try DerivedStore.version(of: follower.name, in: connection)
                try DerivedStore.dropCopies(of: follower.tables, in: connection)
                // Only one that had seen everything can be compared.
                if known == follower.version, try FollowerStore.lag(of: follower.name, in: connection) == 0 {
                    try DerivedStore.keepCopies(of: follower.tables, in: connection)
                    compared += follower.tables
                }
                try Rebuild.restart(follower, in: connection)
                try DerivedStore.set(follower.version, of: follower.name, in: connection)
            }
            return compared
        }
    }

    private func project(into report: inout RebuildReport) async throws {
        var last = ""
        while true {
            let after = last
            let batch = try await database.read { connection in
                try LogStore.streams(after: after, limit: Rebuild.streamsAtOnce, in: connection).map { stream in
                    (
                        stream, try EventStore.events(of: stream, after: 0, in: connection),
                        try EventStore.key(of: stream, in: connection)
                    )
                }
            }
            guard let end = batch.last else { return }
            last = end.0
            var effects: [Effect] = []
            for (stream, stored, key) in batch {
                do throws(Failure) {
                    let events = try reader.open(stored, key: key)
                    for projection in projections { effects.append(try projection.effect(of: events)) }
                } catch {
                    report.unreadable[stream] = error
                }
            }
            report.streams += batch.count
            let ready = effects
            try await database.write { connection in for effect in ready { try effect(connection) } }
        }
    }

    private func finish(comparing tables: [DerivedTable]) async throws -> [TableComparison] {
        let comparisons = try await database.read { connection in
            try tables.map { try DerivedStore.compare($0, in: connection) }
        }
        let projections = projections
        try await database.write { connection in
            try DerivedStore.dropCopies(of: tables, in: connection)
            for projection in projections {
                try DerivedStore.set(projection.version, of: projection.name, in: connection)
            }
        }
        return comparisons
    }
}

/// What a rebuild found.
package struct RebuildReport: Hashable, Sendable {
    /// How many streams were gone through.
    package internal(set) var streams = 0
    /// Streams that could not be read, and why; they have no rows now.
    package internal(set) var unreadable: [String: Failure] = [:]
    package internal(set) var tables: [TableComparison] = []

    package var isClean: Bool { unreadable.isEmpty && tables.allSatisfy(\.isEqual) }
}
