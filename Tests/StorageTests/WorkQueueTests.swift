import Foundation
import Testing

@testable import Storage

/// How many jobs a worker takes at once.
struct WorkQueueTests {
    private func push(_ count: Int, to queue: WorkQueue) {
        for _ in 0..<count { #expect(queue.push(Job(run: { _ in {} }, fail: { _ in }))) }
    }

    /// Takes on a thread of its own, and gives how many it got.
    private func taking(from queue: WorkQueue, atMost limit: Int, _ beside: () async -> Void) async -> Int? {
        let taken = AsyncStream<Int?> { stream in
            Thread.detachNewThread {
                stream.yield(queue.take(atMost: limit)?.count)
                stream.finish()
            }
        }
        await beside()
        for await count in taken { return count }
        return nil
    }

    @Test func `a worker that took several waits for as many again, up to a few`() async {
        let queue = WorkQueue(patienceInMilliseconds: 3_600_000)
        for (before, company) in [(3, 3), (40, 5)] {
            push(before, to: queue)
            let first = queue.take(atMost: 64)
            #expect(first?.count == before)
            push(1, to: queue)
            let next = await taking(from: queue, atMost: 64) {
                // It has time to take the one alone, if it wrongly does.
                for _ in 0..<2000 { await Task.yield() }
                push(company - 1, to: queue)
            }
            #expect(next == company)
        }
    }

    @Test func `who comes alone waits for nobody, and nobody waits for ever or for a closed queue`() async {
        let patient = WorkQueue(patienceInMilliseconds: 3_600_000)
        for _ in 0..<3 {
            push(1, to: patient)
            #expect(patient.take(atMost: 64)?.count == 1)
        }
        let brief = WorkQueue(patienceInMilliseconds: 1)
        push(4, to: brief)
        #expect(brief.take(atMost: 64)?.count == 4)
        push(1, to: brief)
        #expect(brief.take(atMost: 64)?.count == 1)
        push(4, to: patient)
        #expect(patient.take(atMost: 2)?.count == 2)
        #expect(patient.take(atMost: 64)?.count == 2, "as many as before are there already")
        push(1, to: patient)
        let last = await taking(from: patient, atMost: 64) { patient.close() }
        #expect(last == 1)
        #expect(patient.take(atMost: 64) == nil)
    }
}
