import Foundation
import Logging

/// Reads or writes on one connection to a PostgreSQL server, one transaction for each closure.
///
/// A closure runs again when the server says that another transaction was in the way (40001, 40P01), and on a new
/// connection when the old one broke before the commit was sent.
final class PostgresWorker: Worker {
    private let text: String
    private let writes: Bool
    private let settings: DatabaseSettings
    private let logger: Logger
    private var connection: PostgresConnection?

    /// After that many attempts under conflicts the caller hears `busy`.
    private static let attempts = 20

    init(_ text: String, writes: Bool, settings: DatabaseSettings, logger: Logger) {
        self.text = text
        self.writes = writes
        self.settings = settings
        self.logger = logger
    }

    func serve(_ jobs: [Job]) {
        for job in jobs { serve(job) }
    }

    private func serve(_ job: Job) {
        var hasReconnected = false
        for attempt in 1... {
            var isCommitting = false
            do {
                let connection = try connected()
                let answer = try job.run(connection)
                if let failure = connection.failure { throw failure }
                isCommitting = writes
                if writes { try connection.commit() } else { try connection.endRead() }
                answer()
                return
            } catch {
                let wasLost = leave()
                let mayRetry =
                    wasLost
                    ? !hasReconnected && !isCommitting
                    : attempt < PostgresWorker.attempts && PostgresWorker.isWorthAnotherTry(error)
                guard mayRetry else { return job.fail(wasLost ? PostgresWorker.asLost(error, isCommitting) : error) }
                hasReconnected = hasReconnected || wasLost
                if wasLost { continue }
                if PostgresWorker.isStalePlan(error) { connection = nil }
                PostgresWorker.pause(after: attempt)
            }
        }
    }

    private func connected() throws -> PostgresConnection {
        if let connection { return connection }
        let fresh = try PostgresConnection(text, writes: writes, settings: settings)
        connection = fresh
        return fresh
    }

    /// Leaves the transaction; true when there is no connection any more, so that the next attempt makes a new one.
    private func leave() -> Bool {
        guard let present = connection else { return true }
        do {
            try present.rollback()
            if !present.isLost { return false }
        } catch {
            logger.debug("rollback: \(error)")
        }
        logger.warning("the connection to PostgreSQL broke and is opened again")
        connection = nil
        return true
    }
}

extension PostgresWorker {
    private static func isWorthAnotherTry(_ error: any Error) -> Bool {
        if case .busy? = error as? StorageError { return true }
        return isStalePlan(error)
    }

    /// Another node changed a table, and a prepared statement no longer fits; a new connection has none.
    private static func isStalePlan(_ error: any Error) -> Bool {
        guard case .other(code: "0A000", let text)? = error as? StorageError else { return false }
        return text.contains("cached plan")
    }

    private static func asLost(_ error: any Error, _ isCommitting: Bool) -> StorageError {
        if isCommitting { return .inDoubt("\(error)") }
        if case .lost? = error as? StorageError { return .lost("\(error)") }
        return .lost("during a transaction: \(error)")
    }

    /// The first attempts follow at once; then the others are given time, at most 32 ms.
    private static func pause(after attempt: Int) {
        guard attempt > 2 else { return }
        Thread.sleep(forTimeInterval: 0.001 * Double(1 << min(attempt - 3, 5)))
    }
}
