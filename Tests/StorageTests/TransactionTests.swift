import Foundation
import Storage
import Synchronization
import TestSupport
import Testing
import Values

/// What concurrent readers and writers may see of each other, on both engines.
struct TransactionTests {
    @Test func `a failed write leaves the writes beside it alone`() async throws {
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk}, n BIGINT)") }
            // 60 at once, each number twice: 30 succeed, 30 meet a row that is there already.
            let kinds = await inParallel(60) { index in
                await kind {
                    try await database.write { connection in
                        try connection.execute("INSERT INTO t VALUES ($1, 0)", [SQLValue(1000 + index)])
                        try connection.execute("INSERT INTO t VALUES ($1, 1)", [SQLValue(index % 30)])
                    }
                }
            }
            #expect(kinds.filter { $0 == "none" }.count == 30)
            #expect(kinds.filter { $0 == "unique" }.count == 30)
            let (first, second) = try await database.read { connection in
                (
                    try connection.query("SELECT id FROM t WHERE n = 0").count,
                    try connection.query("SELECT id FROM t WHERE n = 1").count
                )
            }
            #expect(first == 30, "the first row of a failed write is gone with the second")
            #expect(second == 30)
        }
    }

    @Test func `concurrent additions to one number are all counted`() async throws {
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk}, n BIGINT); INSERT INTO t VALUES (1, 0)") }
            let runs = Counter()
            let kinds = await inParallel(40) { _ in
                await kind {
                    try await database.write { connection in
                        runs.add()
                        let n = try connection.first("SELECT n FROM t WHERE id = 1", [])?.int(0) ?? -1000
                        try connection.execute("UPDATE t SET n = $1 WHERE id = 1", [SQLValue(n + 1)])
                    }
                }
            }
            #expect(kinds.allSatisfy { $0 == "none" }, "\(kinds)")
            let n = try await database.read { try $0.first("SELECT n FROM t WHERE id = 1", [])?.int(0) }
            #expect(n == 40)
            #expect(runs.value >= 40)
        }
    }

    @Test func `a write is answered, and seen by readers, only after its commit`() async throws {
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            let entered = Gate()
            let leave = Gate()
            let isAnswered = Counter()
            async let written: Void = {
                try await database.write { connection in
                    try connection.execute("INSERT INTO t VALUES (1)")
                    entered.open()
                    leave.wait()
                }
                isAnswered.add()
            }()
            await entered.opened()
            let before = try await count("t", in: database)
            #expect(before == 0)
            #expect(isAnswered.value == 0)
            leave.open()
            try await written
            let after = try await count("t", in: database)
            #expect(after == 1)
        }
    }

    @Test func `one read sees one state, whatever is written meanwhile`() async throws {
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            let entered = Gate()
            let leave = Gate()
            async let counts = database.read { connection in
                let before = try connection.query("SELECT id FROM t").count
                entered.open()
                leave.wait()
                return [before, try connection.query("SELECT id FROM t").count]
            }
            await entered.opened()
            try await database.write { try $0.execute("INSERT INTO t VALUES (1)") }
            leave.open()
            let seen = try await counts
            #expect(seen == [0, 0])
            let now = try await count("t", in: database)
            #expect(now == 1)
        }
    }

    @Test func `four takers of a queue get different rows`() async throws {
        try await onBothEngines { database in
            try await database.write { connection in
                try connection.script("CREATE TABLE job(id {pk}, taken BIGINT)")
                try connection.insert(into: "job", columns: ["id"], rows: (1...8).map { [SQLValue($0)] })
            }
            let taken = await inParallel(4) { taker in
                try? await database.write { connection in
                    try connection.query(
                        """
                        UPDATE job SET taken = $1 WHERE id IN
                            (SELECT id FROM job WHERE taken IS NULL ORDER BY id LIMIT 2 {skip locked}) RETURNING id
                        """, [SQLValue(taker)]
                    ).map { try $0.int(0) }
                }
            }
            #expect(taken.compactMap { $0 }.flatMap { $0 }.sorted() == Array(1...8))
        }
    }
}

/// Runs a body that many times at once and gives the results in order.
func inParallel<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) async -> T) async -> [T] {
    await withTaskGroup(of: (Int, T).self) { group in
        for index in 0..<count { group.addTask { (index, await body(index)) } }
        var results: [Int: T] = [:]
        for await (index, result) in group { results[index] = result }
        return (0..<count).compactMap { results[$0] }
    }
}

final class Counter: Sendable {
    private let number = Atomic(0)
    var value: Int { number.load(ordering: .sequentiallyConsistent) }
    func add() { number.add(1, ordering: .sequentiallyConsistent) }
}

/// Stays shut until it is opened; worker threads wait for it blocking, tasks by `opened`.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())
    private let blocking = DispatchSemaphore(value: 0)

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        blocking.signal()
        for continuation in waiting { continuation.resume() }
    }

    /// For a closure inside a transaction. Passes every time once it has been opened.
    func wait() {
        blocking.wait()
        blocking.signal()
    }

    func opened() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}

/// Lines that closures on several threads write down.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}
