import CSQLite
import Logging

/// Reads on a connection of its own; each closure sees one committed state of the file.
final class SQLiteReader: Worker {
    private let connection: SQLiteConnection

    init(path: String, settings: DatabaseSettings) throws {
        connection = try SQLiteConnection(path: path, writes: false, settings: settings)
    }

    func serve(_ jobs: [Job]) {
        for job in jobs { serve(job) }
    }

    private func serve(_ job: Job) {
        do {
            try connection.control(SQLiteDialect.beginRead)
            let answer = try connection.runChecked(job)
            try connection.control("COMMIT")
            answer()
        } catch {
            connection.leave()
            job.fail(error)
        }
    }
}

/// The one writer of a file. Writes that wait are committed together: one wait for the disk serves all of them.
///
/// A group first runs without savepoints, which would make SQLite copy every page that each member touches. When a
/// member fails, the group is rolled back and runs again with each member in a savepoint, so that the failed one leaves
/// no trace and spoils nothing. After each member the writer asks whether the transaction still stands, because
/// SQLite ends it by itself after some errors (full disk, `OR ROLLBACK`); then, and when `COMMIT` fails, every member
/// that was not answered runs again alone. Nobody is answered before the commit that holds his change.
final class SQLiteWriter: Worker {
    private let connection: SQLiteConnection
    private let logger: Logger

    init(path: String, settings: DatabaseSettings, logger: Logger) throws {
        connection = try SQLiteConnection(path: path, writes: true, settings: settings)
        self.logger = logger
    }

    func serve(_ jobs: [Job]) {
        guard jobs.count > 1 else {
            for job in jobs { runAlone(job) }
            return
        }
        if runPlainly(jobs) { return }
        let open = runTogether(jobs)
        if !open.isEmpty {
            logger.warning("a group of \(jobs.count) writes fell apart; \(open.count) of them run again one by one")
        }
        for job in open { runAlone(job) }
    }

    private func runAlone(_ job: Job) {
        do {
            try connection.control(SQLiteDialect.beginWrite)
            let answer = try connection.runChecked(job)
            try connection.control("COMMIT")
            answer()
        } catch {
            connection.leave()
            job.fail(error)
        }
    }

    /// The usual case: everybody succeeds. False when nothing was done, because one of them did not.
    private func runPlainly(_ jobs: [Job]) -> Bool {
        var answers: [@Sendable () -> Void] = []
        do {
            try connection.control(SQLiteDialect.beginWrite)
            for job in jobs { answers.append(try connection.runChecked(job)) }
            try connection.control("COMMIT")
        } catch {
            logger.debug("a group is run again with savepoints: \(error)")
            connection.leave()
            return false
        }
        for answer in answers { answer() }
        return true
    }

    /// Gives back the members that must run again alone.
    private func runTogether(_ jobs: [Job]) -> [Job] {
        var done: [(job: Job, answer: @Sendable () -> Void)] = []
        var failed: [(job: Job, error: any Error)] = []
        do {
            try connection.control(SQLiteDialect.beginWrite)
            for job in jobs {
                switch try member(job) {
                case .success(let answer): done.append((job, answer))
                case .failure(let error): failed.append((job, error))
                }
            }
            try connection.control("COMMIT")
        } catch {
            // Nothing of this group was committed. Those that failed by themselves run again too: they may have
            // failed because of a change by another member that is gone now.
            logger.debug("a group was rolled back: \(error)")
            connection.leave()
            return jobs
        }
        for member in done { member.answer() }
        for member in failed { member.job.fail(member.error) }
        return []
    }

    /// Throws only when the whole group is spoilt.
    private func member(_ job: Job) throws -> Result<@Sendable () -> Void, any Error> {
        try connection.control("SAVEPOINT member")
        do {
            let answer = try connection.runChecked(job)
            try connection.control("RELEASE member")
            return .success(answer)
        } catch {
            guard connection.isInTransaction else { throw error }
            connection.clearFailure()
            try connection.control("ROLLBACK TO member")
            try connection.control("RELEASE member")
            return .failure(error)
        }
    }
}

extension SQLiteConnection {
    /// Runs a closure; throws also when it swallowed an error, and when the transaction did not survive it.
    fileprivate func runChecked(_ job: Job) throws -> @Sendable () -> Void {
        let answer = try job.run(self)
        if let failure { throw failure }
        guard isInTransaction else {
            throw StorageError.other(code: "transaction", text: "the transaction ended inside the closure")
        }
        return answer
    }

    /// Leaves the transaction, if one still stands, without its changes.
    fileprivate func leave() {
        clearFailure()
        guard isInTransaction else { return }
        // ROLLBACK fails only when SQLite has already rolled back, which is what is wanted.
        try? control("ROLLBACK")
    }
}
