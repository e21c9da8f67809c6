import Casework
import Proofs
import Values

extension CaseDesk {
    /// Tells a case what the platform learnt from an event elsewhere: once, however often a follower comes by.
    ///
    /// One that was closed meanwhile, or knows it already, stays as it is.
    ///
    /// - Parameters:
    ///   - verb: names the reason in the key of the command, as `mandates/take-back`.
    ///   - entropy: secret bytes; the same label gives the same bytes again.
    package func tell(
        _ facts: [String: JSON], to caseID: String, verb: String, because event: PastEvent,
        entropy: @Sendable (String) -> Entropy
    ) async throws {
        let reason = verb.split(separator: "/").last.map(String.init) ?? verb
        let label = "\(reason)/\(event.stream)/\(event.version)/\(caseID)"
        let sender = Sender(
            acting: { _ in .platform }, channel: nil,
            key: CommandKey(actor: .platform, verb: verb, clientKey: label, request: Array(caseID.utf8)),
            moment: event.at, entropy: entropy(label))
        let learning = Learning(facts: facts, source: AnswerSource(name: "platform", grade: "B"), seen: [:])
        do {
            _ = try await run(.learn(learning), on: caseID, by: sender)
        } catch Failure.conflict {
            return
        }
    }
}
