import Casework
import Definitions
import Proofs
import Storage
import Values

/// Commands on cases decided one after the other and written together; for simulation and for taking over a history.
///
/// They go the way of every other command, but for two things: the caller holds the state between them, and what
/// registers know is told by the caller.
extension CaseDesk {
    /// A command that waits to be written, and the cases as they will stand then.
    package struct Ready: Sendable {
        package let command: ReadyCommand
        /// The case to which the command was sent.
        package let opened: Opened
        /// Other cases that it reached: children that opened, a parent that heard of an end.
        package let others: [Opened]
    }

    /// Brings a case into being.
    ///
    /// - Parameters:
    ///   - found: every answer and piece of evidence, whoever gave it.
    ///   - settled: returns when all that the caller has ready is written; asked before the tables are read.
    package func ready(
        _ new: FilingRequest, found: Found, by sender: Sender, settled: @escaping @Sendable () async throws -> Void
    ) async throws -> Ready {
        let definition = try await parts.catalogue.definition(
            of: new.service, region: new.region, on: sender.moment.day)
        let reading = reading(holding: { _ in nil }, settled: settled)
        return try ready(
            try await decided(new, by: definition, found: found, by: sender, reading: reading), sender)
    }

    /// Runs a command on a case whose state the caller holds.
    ///
    /// - Parameters:
    ///   - held: other cases that the caller holds and the database may not know yet; nil for those to be read.
    ///   - settled: returns when all that the caller has ready is written; asked before the tables are read.
    package func ready(
        _ command: Command, on opened: Opened, by sender: Sender,
        holding held: @escaping @Sendable (String) -> Opened?, settled: @escaping @Sendable () async throws -> Void
    ) async throws -> Ready {
        let reading = reading(holding: held, settled: settled)
        return try ready(
            try await decided(command, on: opened, keeping: [], by: sender, reading: reading), sender)
    }

    private func reading(
        holding held: @escaping @Sendable (String) -> Opened?, settled: @escaping @Sendable () async throws -> Void
    ) -> Reading {
        Reading(
            open: { id in
                if let found = held(id) { return found }
                try await settled()
                return try await open(id)
            }, settled: settled)
    }

    private func ready(_ decided: DecidedReach, _ sender: Sender) throws -> Ready {
        let command = try parts.events.ready(decided.write, entropy: sender.entropy)
        let streams = Dictionary(grouping: command.events, by: \.stream)
        var opened: [Opened] = []
        for id in decided.reach.order {
            guard let reached = decided.reach.cases[id] else { continue }
            let file = CaseDesk.folding(streams[id] ?? [], onto: reached.before, by: reached.definition)
            guard let file else { throw Failure.defect("the events of case \(id) begin no case") }
            opened.append(Opened(file: file, definition: reached.definition, key: reached.key))
        }
        guard let own = opened.first else { throw Failure.defect("a command reached no case") }
        return Ready(command: command, opened: own, others: Array(opened.dropFirst()))
    }
}
