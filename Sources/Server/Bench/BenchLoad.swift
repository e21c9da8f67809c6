import Foundation
import Synchronization
import Values

/// Clients that repeat something at once, each on a thread and a connection of its own.
struct BenchLoad {
    let clients: Int
    let port: Int

    /// What was done in the time.
    struct Result: Sendable {
        var seconds = 0.0
        /// Microseconds that each repetition took, ascending.
        var times: [Int] = []
        var failures: [String] = []

        var perSecond: Int { seconds > 0 ? Int(Double(times.count) / seconds) : 0 }

        /// Microseconds under which that share of the repetitions stayed; 0 when there are none.
        func percentile(_ share: Double) -> Int {
            guard !times.isEmpty else { return 0 }
            return times[min(times.count - 1, Int(Double(times.count) * share))]
        }

        /// Rate and times as a line of figures has them.
        var json: [String: JSON] {
            [
                "count": .number(Int64(times.count)), "per_second": .number(Int64(perSecond)),
                "p50_us": .number(Int64(percentile(0.5))), "p99_us": .number(Int64(percentile(0.99))),
                "milliseconds": .number(Int64(seconds * 1000)), "failures": .number(Int64(failures.count)),
            ]
        }
    }

    /// When a client stops.
    enum End {
        case after(seconds: Double)
        /// All clients together.
        case times(Int)
    }

    /// Runs until the end; waits for the repetitions that were begun.
    ///
    /// - Parameter body: client number, number of the repetition among all, connection.
    func run(
        until end: End, _ body: @escaping @Sendable (Int, Int, BenchClient) throws -> Void
    ) -> Result {
        let begin = BenchLoad.now
        let counter = Atomic(0)
        let all = Mutex(Result())
        let group = DispatchGroup()
        for client in 0..<clients {
            group.enter()
            let thread = Thread {
                var own = Result()
                do {
                    let connection = try BenchClient(port: port)
                    while true {
                        let number = counter.add(1, ordering: .relaxed).oldValue
                        let start = BenchLoad.now
                        switch end {
                        case .after(let seconds) where start - begin >= seconds: throw Stop()
                        case .times(let most) where number >= most: throw Stop()
                        default: break
                        }
                        try body(client, number, connection)
                        own.times.append(Int((BenchLoad.now - start) * 1_000_000))
                    }
                } catch is Stop {
                } catch {
                    own.failures.append("\(error)")
                }
                let done = own
                all.withLock { all in
                    all.times += done.times
                    all.failures += done.failures
                }
                group.leave()
            }
            thread.stackSize = 1 << 20
            thread.start()
        }
        group.wait()
        var result = all.withLock { $0 }
        result.seconds = BenchLoad.now - begin
        result.times.sort()
        return result
    }

    private struct Stop: Error {}

    /// Seconds since some instant; never goes back.
    static var now: Double { ProcessInfo.processInfo.systemUptime }
}

/// Texts that clients collect at once.
final class BenchList: Sendable {
    private let texts = Mutex<[String]>([])

    func add(_ text: String) { texts.withLock { $0.append(text) } }

    var all: [String] { texts.withLock { $0 } }
}
