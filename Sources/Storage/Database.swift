import Foundation
import Logging
import Values

/// The data of the platform, in a SQLite file or on a PostgreSQL server.
///
/// A class, because it stands for threads that run: one connection and one thread per worker, all waiting on two
/// queues. Closures are synchronous and hold only SQL. **They may run more than once** (a group that fell apart, a
/// serialisation failure, a connection that broke), so they must not change anything outside.
package final class Database: Sendable {
    package let engine: Engine
    private let reads: WorkQueue
    private let writes: WorkQueue
    private let readers: WorkerThreads
    private let writers: WorkerThreads
    private let logger: Logger

    /// Opens the database and starts its threads.
    ///
    /// Throws `Failure.unavailable` or `StorageError` when the file cannot be opened or the server not be reached.
    package static func open(
        _ location: DatabaseLocation, settings: DatabaseSettings, logger: Logger
    ) throws -> Database {
        let database = Database(engine: location.engine, patience: settings.groupPatienceInMilliseconds, logger: logger)
        switch location {
        case .sqlite(let path):
            // The first connection makes the file and proves that it can be used; the threads open their own.
            _ = try SQLiteConnection(path: path, writes: true, settings: settings)
            database.startSQLite(path: path, settings: settings)
        case .postgres(let text):
            _ = try PostgresConnection(text, writes: true, settings: settings)
            database.startPostgres(text, settings: settings)
        }
        return database
    }

    private init(engine: Engine, patience: Int, logger: Logger) {
        self.engine = engine
        self.logger = logger
        reads = WorkQueue(patienceInMilliseconds: 0)
        writes = WorkQueue(patienceInMilliseconds: engine == .sqlite ? patience : 0)
        readers = WorkerThreads()
        writers = WorkerThreads()
    }

    deinit {
        reads.close()
        writes.close()
    }

    /// Runs a closure on one committed state of the database, and gives its result.
    ///
    /// Throws what the closure throws; troubles of the engine as `Failure.unavailable`.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await submit(body, to: reads)
    }

    /// Runs a closure as one change, and gives its result after the commit: what was answered is saved.
    ///
    /// When it throws, nothing was changed; except when a connection to PostgreSQL broke during the commit, where the
    /// sentence says that this is not known. Throws what the closure throws; troubles as `Failure.unavailable`.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await submit(body, to: writes)
    }

    /// How many writes wait for a writer: a measure of load.
    package var waitingWrites: Int { writes.count }

    /// Finishes what waits, closes the connections and ends the threads. Later calls throw `Failure.unavailable`.
    ///
    /// The writer of SQLite is the last to close, and brings everything back into the one file: when connections close
    /// at the same instant, each sees the other still there and leaves that to it.
    package func close() async {
        reads.close()
        await readers.ended()
        writes.close()
        await writers.ended()
    }

    private func submit<T: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> T, to queue: WorkQueue
    ) async throws -> T {
        do {
            // Unchecked: a worker answers every job exactly once.
            return try await withUnsafeThrowingContinuation { continuation in
                let job = Job(
                    run: { connection in
                        let value = try body(connection)
                        return { continuation.resume(returning: value) }
                    },
                    fail: { continuation.resume(throwing: $0) })
                if !queue.push(job) { job.fail(Database.closed) }
            }
        } catch let error as StorageError {
            let outward = error.outward
            if outward is Failure { logger.error("\(error)") }
            throw outward
        }
    }

    private static let closed = Failure.unavailable(
        Wording(zh: "系统正在停止，请稍后再试。", en: "The system is stopping; please try again shortly."))

    private func startSQLite(path: String, settings: DatabaseSettings) {
        let logger = logger
        writers.start("writer", on: writes, atMost: settings.groupLimit) {
            try SQLiteWriter(path: path, settings: settings, logger: logger)
        }
        for number in 1...settings.readers {
            readers.start("reader-\(number)", on: reads, atMost: 1) {
                try SQLiteReader(path: path, settings: settings)
            }
        }
    }

    private func startPostgres(_ text: String, settings: DatabaseSettings) {
        let logger = logger
        for number in 1...settings.writers {
            writers.start("writer-\(number)", on: writes, atMost: 1) {
                PostgresWorker(text, writes: true, settings: settings, logger: logger)
            }
        }
        for number in 1...settings.readers {
            readers.start("reader-\(number)", on: reads, atMost: 1) {
                PostgresWorker(text, writes: false, settings: settings, logger: logger)
            }
        }
    }
}
