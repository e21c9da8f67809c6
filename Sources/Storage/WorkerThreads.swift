import Dispatch
import Foundation

/// Does jobs on a connection of its own; lives on one thread.
protocol Worker: AnyObject {
    /// Answers every job exactly once.
    func serve(_ jobs: [Job])
}

/// The threads of a database. Blocking calls of the C libraries belong on threads of their own, not on those that
/// Swift shares between tasks.
struct WorkerThreads: Sendable {
    private let running = DispatchGroup()

    /// Starts a thread that makes its worker with the first jobs and serves until the queue closes. When the worker
    /// cannot be made, those jobs fail and the next ones try again.
    func start(
        _ name: String, on queue: WorkQueue, atMost limit: Int, make: @escaping @Sendable () throws -> any Worker
    ) {
        let running = running
        running.enter()
        let thread = Thread {
            WorkerThreads.run(on: queue, atMost: limit, make: make)
            running.leave()
        }
        thread.name = name
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Returns when no thread runs any more, which is after their queues were closed.
    func ended() async {
        await withCheckedContinuation { continuation in
            running.notify(queue: .global()) { continuation.resume() }
        }
    }

    /// The worker, and with it its connection, is gone when this returns.
    private static func run(on queue: WorkQueue, atMost limit: Int, make: () throws -> any Worker) {
        var worker: (any Worker)?
        while let jobs = queue.take(atMost: limit) {
            do {
                let present = try worker ?? make()
                worker = present
                present.serve(jobs)
            } catch {
                for job in jobs { job.fail(error) }
            }
        }
    }
}
