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
    /// A command that waits to be written, and the case as it will stand then.
    package struct Ready: Sendable {
        package let command: ReadyCommand
        package let opened: Opened
    }

    /// Brings a case into being.
    ///
    /// - Parameter found: every answer and piece of evidence, whoever gave it.
    package func ready(_ new: FilingRequest, found: Found, by sender: Sender) async throws -> Ready {
        let definition = try await parts.catalogue.definition(
            of: new.service, region: new.region, on: sender.moment.day)
        let decided = try await decided(new, by: definition, found: found, by: sender)
        let key = new.draftKey ?? CaseDesk.caseKey(of: sender)
        return try ready(decided, of: new.id.text, after: nil, by: definition, key: key, sender)
    }

    /// Runs a command on a case whose state the caller holds.
    package func ready(_ command: Command, on opened: Opened, by sender: Sender) async throws -> Ready {
        let decided = try await decided(command, on: opened, keeping: [], by: sender)
        return try ready(
            decided, of: opened.file.id, after: opened.file, by: opened.definition, key: opened.key, sender)
    }

    private func ready(
        _ decided: Decided, of id: String, after before: CaseFile?, by definition: Definition, key: StreamKey?,
        _ sender: Sender
    ) throws -> Ready {
        let command = try parts.events.ready(decided, entropy: sender.entropy)
        let own = command.events.filter { $0.stream == id }
        guard let file = CaseDesk.folding(own, onto: before, by: definition) else {
            throw Failure.defect("the events of case \(id) begin no case")
        }
        return Ready(command: command, opened: Opened(file: file, definition: definition, key: key))
    }
}
