import Features
import Logging
import Proofs
import ServiceLifecycle
import Values

/// What a node does by itself: places events, adjusts the register of items by them, lets time pass for cases that are
/// due, reads what others published, makes reports, tells people what happened, sweeps what nobody needs.
///
/// Every node runs them. Each step is safe to do twice: placing holds a lock, `pass` is decided on the state.
struct Leaders: Service {
    let platform: Platform

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await every(milliseconds: 200, "place") { _ = try await place() } }
            group.addTask { try await every(milliseconds: 500, "follow") { try await follow() } }
            group.addTask { try await every(milliseconds: 2000, "pass") { try await pass() } }
            group.addTask { try await every(milliseconds: 1000, "notices") { try await tell() } }
            group.addTask { try await every(milliseconds: 60_000, "reminders") { try await remind() } }
            group.addTask { try await every(milliseconds: 250, "grow old") { platform.features.growOld() } }
            group.addTask { try await every(milliseconds: 5000, "refresh") { try await platform.features.refresh() } }
            group.addTask { try await every(milliseconds: 600_000, "sweep") { try await sweep() } }
            try await group.waitForAll()
        }
    }

    /// Repeats until the program stops; a step that fails is logged and tried again at its next turn.
    private func every(milliseconds: Int, _ name: String, _ step: @Sendable () async throws -> Void) async throws {
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            do {
                try await step()
            } catch {
                platform.logger.error("leader \(name): \(error)")
            }
            try? await cancelWhenGracefulShutdown {
                try await Task.sleep(for: .milliseconds(milliseconds))
            }
        }
    }

    private func place() async throws {
        while try await platform.features.events.place(limit: 500) == 500 {}
    }

    private func follow() async throws {
        _ = try await platform.features.follow(limit: 4000)
        // Here, so that nothing more is counted by this node while a report is made.
        _ = try await platform.features.supervision.reports.makeDue(at: platform.clock.now, limit: 1)
    }

    private func pass() async throws {
        let desk = platform.features.cases.desk
        let now = platform.clock.now
        for id in try await desk.due(by: now, limit: 200) {
            do {
                try await desk.pass(id, at: now, entropy: Entropy(ServerClock.draw(32)))
            } catch {
                platform.logger.error("time could not pass for case \(id): \(error)")
            }
        }
    }

    private func tell() async throws {
        let desk = platform.features.notices.desk
        // By itself, so that no other follower holds messages up.
        try await desk.follow(limit: 4000)
        while try await desk.send(at: platform.clock.now, limit: 50) == 50 {}
    }

    private func remind() async throws {
        try await platform.features.notices.desk.remind(
            at: platform.clock.now, entropy: Entropy(ServerClock.draw(32)), limit: 500)
    }

    private func sweep() async throws {
        try await platform.features.sweep(at: platform.clock.now)
    }
}
