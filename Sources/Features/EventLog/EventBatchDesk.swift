import Proofs
import Storage
import Values

/// A command that was decided and waits to be written with others.
package struct ReadyCommand: Sendable {
    /// What will have happened, as a later reader sees it.
    package let events: [PastEvent]
    fileprivate let decided: Decided
    fileprivate let entropy: Entropy
}

extension EventDesk {
    /// A command whose events are known. For whoever is alone at the database and writes much at once: what follows
    /// from them is left to the write, which runs beside the next decisions.
    package func ready(_ decided: Decided, entropy: Entropy) throws -> ReadyCommand {
        ReadyCommand(events: try writer.events(decided.changes), decided: decided, entropy: entropy)
    }

    /// Hashes, encrypts and writes commands in their order, as one change: all or none.
    ///
    /// Nothing is decided again, and no key of a command is remembered. Throws `Failure.staleVersion` when anybody else
    /// wrote to one of the streams meanwhile.
    package func write(_ commands: [ReadyCommand]) async throws {
        let changing = try commands.filter { !$0.events.isEmpty }.map { command in
            let decided = command.decided
            let prepared = try writer.prepare(decided.changes, keys: decided.keys, entropy: command.entropy)
            return (prepared: prepared, projected: try decided.project(prepared.events))
        }
        guard !changing.isEmpty else { return }
        try await database.write { connection in
            for command in changing {
                try EventStore.append(command.prepared, in: connection)
                try command.projected.effect(connection)
            }
        }
        for command in changing { command.projected.committed() }
    }
}
