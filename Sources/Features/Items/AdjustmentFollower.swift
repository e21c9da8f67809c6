import Casework
import Proofs
import Storage
import Values

/// Writes what a case published into the register of items, once for each case.
///
/// The register then shows it from its date of force. The command's key derives from the position of the event.
package struct AdjustmentFollower: Follower {
    package let name = "item-adjustments"
    package let version = 1
    package let tables: [DerivedTable] = []
    package let readsSealedParts = false
    package let kinds: Set<String>? = [CaseEventKind.acted.rawValue]
    package let marks = [CaseEventKind.acted.rawValue: ItemAdjustment.published]
    private let items: ItemDesk
    private let events: EventDesk

    package init(items: ItemDesk, events: EventDesk) {
        self.items = items
        self.events = events
    }

    package func effect(of placed: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        for event in placed where AdjustmentFollower.isPublication(event.event) {
            let stream = try await events.stream(event.event.stream)
            // A case of another procedure may call an event the same.
            guard let adjustment = ItemAdjustment(case: stream.events) else { continue }
            let label = "item-adjustments/\(event.position)"
            let key = CommandKey(
                actor: .platform, verb: "items/adjust", clientKey: label,
                request: JSON.map(adjustment.open).canonical)
            // Nothing is sealed and no key is made, so nothing secret hangs on these bytes.
            let entropy = Entropy(SM3.hash(Array(label.utf8)))
            try await items.adjust(adjustment, under: key, entropy: entropy, at: event.event.at)
        }
        return { _ in }
    }

    private static func isPublication(_ event: PastEvent) -> Bool {
        event.body.kind == CaseEventKind.acted.rawValue && event.body.open["event"]?.text == ItemAdjustment.published
    }
}
