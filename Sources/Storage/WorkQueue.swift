import Foundation

/// One closure of `read` or `write` on its way to a worker thread.
struct Job: Sendable {
    /// Runs the closure, maybe more than once, and gives what answers its caller.
    let run: @Sendable (any Connection) throws -> @Sendable () -> Void
    /// Tells the caller that nothing was changed, or that it is not known.
    let fail: @Sendable (any Error) -> Void
}

/// The jobs that wait for the workers of one kind, first come first served.
///
/// Unchecked, because the compiler does not know that a condition (mutex and signal of the operating system) guards:
/// whatever changes here is read and changed only while it is locked, also between naps. A `Mutex` has no signal.
final class WorkQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [Job] = []
    private var first = 0
    private var isClosed = false
    /// How many jobs were taken together last.
    private var lastTaken = 1
    /// How many naps a worker takes at most while it waits for others.
    private let naps: Int
    private static let napInMicroseconds: UInt32 = 500
    /// A commit for so many costs each of them little; whoever waits for more of them only makes all wait for the last.
    private static let enough = 5

    /// - Parameter milliseconds: how long a worker that took several jobs at once waits at most for a few others before
    ///   it takes again. 0: it takes what is there.
    init(patienceInMilliseconds milliseconds: Int) {
        naps = milliseconds * 1000 / Int(WorkQueue.napInMicroseconds)
    }

    /// How many jobs wait for a worker.
    var count: Int {
        condition.lock()
        defer { condition.unlock() }
        return waiting.count - first
    }

    /// False when the queue is closed; the job is then not taken.
    func push(_ job: Job) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed else { return false }
        waiting.append(job)
        condition.signal()
        return true
    }

    /// Waits for work and takes up to `limit` jobs; nil when the queue is closed and empty.
    func take(atMost limit: Int) -> [Job]? {
        condition.lock()
        defer { condition.unlock() }
        while first == waiting.count {
            if isClosed { return nil }
            condition.wait()
        }
        if lastTaken > 1 { waitForCompany() }
        let end = min(first + limit, waiting.count)
        let jobs = Array(waiting[first..<end])
        lastTaken = jobs.count
        first = end
        if first == waiting.count {
            waiting.removeAll(keepingCapacity: waiting.capacity < 4096)
            first = 0
        } else if first > 1024 {
            waiting.removeFirst(first)
            first = 0
        }
        return jobs
    }

    /// After a job that came alone the next waits for nobody; under load one commit serves many. The condition is
    /// locked.
    ///
    /// Naps, because a wait until an instant would last for hours when the clock of the machine is set back.
    private func waitForCompany() {
        let company = min(lastTaken, WorkQueue.enough)
        for _ in 0..<naps {
            if waiting.count - first >= company || isClosed { return }
            condition.unlock()
            usleep(WorkQueue.napInMicroseconds)
            condition.lock()
        }
    }

    /// Takes no more jobs; those that wait are still done.
    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }
}
