import Proofs
import Storage
import Values

/// A command that was decided, hashed and encrypted, and waits to be written with others.
package struct ReadyCommand: Sendable {
    let prepared: PreparedAppend
    let projected: Decided.Projected

    /// What will have happened, as a later reader sees it.
    package var events: [PastEvent] { prepared.events }
}

extension EventDesk {
    /// Everything of a command but its write. For whoever is alone at the database and writes much at once.
    package func ready(_ decided: Decided, entropy: Entropy) throws -> ReadyCommand {
        let prepared = try writer.prepare(decided.changes, keys: decided.keys, entropy: entropy)
        return ReadyCommand(prepared: prepared, projected: try decided.project(prepared.events))
    }

    /// Writes commands in their order, as one change: all or none.
    ///
    /// Nothing is decided again, and no key of a command is remembered. Throws `Failure.staleVersion` when anybody else
    /// wrote to one of the streams meanwhile.
    package func write(_ commands: [ReadyCommand]) async throws {
        let changing = commands.filter { !$0.events.isEmpty }
        guard !changing.isEmpty else { return }
        try await database.write { connection in
            for command in changing {
                try EventStore.append(command.prepared, in: connection)
                try command.projected.effect(connection)
            }
        }
        for command in changing {
            recent.keep(command.prepared)
            command.projected.committed()
        }
    }
}
