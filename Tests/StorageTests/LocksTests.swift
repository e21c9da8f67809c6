import Storage
import TestSupport
import Testing

struct LocksTests {
    @Test func `a lock that another transaction holds is not given, and is free after it`() async throws {
        try await onPostgres(.tests) { database in
            let entered = Gate()
            let leave = Gate()
            async let first = database.write { connection in
                let isMine = try connection.tryLock("placing")
                entered.open()
                leave.wait()
                return isMine
            }
            await entered.opened()
            let second = try await database.write { [try $0.tryLock("placing"), try $0.tryLock("passing")] }
            leave.open()
            let third = try await first
            let fourth = try await database.write { try $0.tryLock("placing") }
            #expect(third)
            #expect(second == [false, true])
            #expect(fourth)
        }
    }

    @Test func `the one writer of a file always has the lock`() async throws {
        try await onSQLite(.tests) { database in
            let isMine = try await database.write { try $0.tryLock("placing") }
            #expect(isMine)
        }
    }
}
