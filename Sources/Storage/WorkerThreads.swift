import Foundation
import Synchronization

/// Does jobs on a connection of its own; lives on one thread.
protocol Worker: AnyObject {
    /// Answers every job exactly once.
    func serve(_ jobs: [Job])
}

/// The threads of a database. Blocking calls of the C libraries belong on threads of their own, not on those that
/// Swift shares between tasks.
final class WorkerThreads: Sendable {
    private struct State {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Starts a thread that makes its worker with the first jobs and serves until the queue closes. When the worker
    /// cannot be made, those jobs fail and the next ones try again.
    func start(
        _ name: String, on queue: WorkQueue, atMost limit: Int, make: @escaping @Sendable () throws -> any Worker
    ) {
        state.withLock { $0.running += 1 }
        let thread = Thread { [self] in
            WorkerThreads.run(on: queue, atMost: limit, make: make)
            ended(one: name)
        }
        thread.name = name
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Returns when no thread runs any more.
    func ended() async {
        await withCheckedContinuation { continuation in
            let none = state.withLock { state in
                if state.running > 0 { state.waiting.append(continuation) }
                return state.running == 0
            }
            if none { continuation.resume() }
        }
    }

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

    private func ended(one name: String) {
        let waiting = state.withLock { state in
            state.running -= 1
            guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
