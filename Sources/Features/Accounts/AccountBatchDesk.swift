import Casework
import Proofs
import Storage
import Values

/// Accounts opened many at once, for simulation: the caller answers for ids, numbers and codes that nobody has yet.
extension AccountDesk {
    /// The account of a natural person without a login.
    package func ready(
        _ person: PersonRegistration, as id: Person.ID, by acting: AccountActing
    ) throws -> ReadyCommand {
        let body = AccountEvents.registered(person, by: acting.actor, at: acting.moment)
        return try ready(
            [acting.first(id.text, body)],
            keys: StreamKeys(new: [id.text: acting.entropy.streamKey("person-key", 0)], saved: [:]), acting)
    }

    /// The account of an enterprise, and the delegation by which its legal representative acts for it.
    package func ready(
        _ enterprise: Enterprise, delegation: Delegation, by acting: AccountActing
    ) throws -> ReadyCommand {
        let changes = [
            acting.first(
                enterprise.id.text, AccountEvents.registered(enterprise, by: acting.actor, at: acting.moment)),
            acting.first(
                delegation.id.text, AccountEvents.granted(delegation, by: acting.actor, at: acting.moment)),
        ]
        return try ready(changes, keys: .none, acting)
    }

    /// A post for an officer.
    package func ready(_ post: Post, by acting: AccountActing) throws -> ReadyCommand {
        let body = AccountEvents.assigned(post, by: acting.actor, at: acting.moment)
        return try ready([acting.first(post.id.text, body)], keys: .none, acting)
    }

    private func ready(
        _ changes: [StreamAppend], keys: StreamKeys, _ acting: AccountActing
    ) throws -> ReadyCommand {
        try events.ready(decided(changes, keys: keys, result: .null, also: { _ in }), entropy: acting.entropy)
    }

    /// Every post there is.
    package func posts() async throws -> [Post] {
        try await database.read { try AccountStore.allPosts(in: $0) }
    }
}
