import Proofs
import Storage
import Values

/// What a decision wants written, with its pure halves done.
package struct Decided: Sendable {
    package let changes: [StreamAppend]
    package let keys: StreamKeys
    /// The answer to the sender: ids and numbers only, because it is remembered openly.
    package let result: JSON
    /// Streams that are written along with the command's own, such as that of a parent which hears of several ends at
    /// once. Who was quicker there does not count against the person.
    package var beside: Set<String> = []
    /// Makes the rows of the projections from the new events and gives their SQL half. Runs before `write`.
    package let project: @Sendable ([PastEvent]) throws -> Projected

    /// What follows from the new events.
    package struct Projected: Sendable {
        /// The SQL half of the projections, in the write of the events.
        package let effect: Effect
        /// Runs when they are committed; for caches of this node.
        package let committed: @Sendable () -> Void

        package init(effect: @escaping Effect, committed: @escaping @Sendable () -> Void) {
            self.effect = effect
            self.committed = committed
        }
    }

    package init(
        changes: [StreamAppend], keys: StreamKeys, result: JSON,
        project: @escaping @Sendable ([PastEvent]) throws -> Effect
    ) {
        self.changes = changes
        self.keys = keys
        self.result = result
        self.project = { Projected(effect: try project($0), committed: {}) }
    }

    /// For a decision of which this node keeps something when it is committed.
    package init(
        changes: [StreamAppend], keys: StreamKeys, result: JSON,
        projecting: @escaping @Sendable ([PastEvent]) throws -> Projected
    ) {
        self.changes = changes
        self.keys = keys
        self.result = result
        project = projecting
    }
}

/// What a command did, now or when it was sent the first time.
package struct Done: Hashable, Sendable {
    package let result: JSON
    package let receipts: [Receipt]
    /// The command had been done before, and this is the answer of that time.
    package let isRepeated: Bool

    package init(result: JSON, receipts: [Receipt], isRepeated: Bool) {
        self.result = result
        self.receipts = receipts
        self.isRepeated = isRepeated
    }
}

/// A stream as a desk reads it before it decides.
package struct OpenedStream: Sendable {
    package let events: [PastEvent]
    package let key: StreamKey?
    package let keyState: KeyState

    package var isErased: Bool { keyState == .erased }
}

/// Runs commands: read, decide, append; decides again when somebody else was quicker.
package struct EventDesk: Sendable {
    let database: Database
    let writer: EventWriter
    private let reader: EventReader
    /// What this node committed a moment ago.
    package let recent = RecentEvents(size: 8192)

    /// How often a command decides again after a version conflict, before the person sees it.
    private static let repetitions = 3
    /// The same for conflicts in streams beside the command's own: members of one bundle may all end at once.
    private static let repetitionsBeside = 24

    package init(database: Database, writer: EventWriter, reader: EventReader) {
        self.database = database
        self.writer = writer
        self.reader = reader
    }

    /// The events of a stream, opened; empty for one that does not exist.
    package func stream(_ stream: String) async throws -> OpenedStream {
        let (stored, state) = try await database.read { connection in
            (
                try EventStore.events(of: stream, after: 0, in: connection),
                try EventStore.key(of: stream, in: connection)
            )
        }
        return OpenedStream(
            events: try reader.open(stored, key: state), key: try reader.key(stream, state), keyState: state)
    }

    /// Runs one command to its end.
    ///
    /// Throws `Failure.keyReused` when the key was used for another request, `Failure.staleVersion` when others were
    /// quicker four times, and whatever `decide` throws. What throws has written nothing.
    ///
    /// - Parameters:
    ///   - key: nil for what the platform does by itself and may do twice without harm.
    ///   - decide: reads and decides; runs again on the new state after a conflict, with the same entropy.
    package func run(
        _ key: CommandKey?, entropy: Entropy, at moment: Moment, decide: () async throws -> Decided
    ) async throws -> Done {
        var (own, others) = (0, 0)
        while true {
            var beside: Set<String> = []
            do {
                let decided = try await decide()
                beside = decided.beside
                return try await write(decided, under: key, entropy: entropy, at: moment)
            } catch {
                // Whatever was refused: the same request may have been done before, and then that is the answer. So a
                // command that was not sent before, as nearly all, costs no question.
                if let done = try await recall(key) { return done }
                guard EventDesk.isWorthAnother(error) else { throw error }
                if case Failure.staleVersion(let stream) = error, beside.contains(stream) {
                    others += 1
                } else {
                    own += 1
                }
                if own > EventDesk.repetitions || others > EventDesk.repetitionsBeside { throw error }
            }
        }
    }

    /// Others were quicker; or a key was destroyed between the check and the commit, and the next decision sees it; or
    /// the same request was sent twice at the same moment, and its answer was swept at once.
    private static func isWorthAnother(_ error: any Error) -> Bool {
        switch error {
        case Failure.staleVersion, StorageError.foreignKey, is KeyTaken: true
        default: false
        }
    }

    private struct KeyTaken: Error {}

    private func recall(_ key: CommandKey?) async throws -> Done? {
        guard let key else { return nil }
        let remembered = try await database.read { try IdempotencyStore.recall(key, in: $0) }
        return remembered.map { Done(result: $0.result, receipts: $0.receipts, isRepeated: true) }
    }

    private func write(
        _ decided: Decided, under key: CommandKey?, entropy: Entropy, at moment: Moment
    ) async throws -> Done {
        let prepared = try writer.prepare(decided.changes, keys: decided.keys, entropy: entropy)
        let done = Done(result: decided.result, receipts: prepared.receipts, isRepeated: false)
        guard !prepared.events.isEmpty else { return try await recall(key) ?? done }
        let projected = try decided.project(prepared.events)
        let remembered = RememberedCommand(receipts: done.receipts, result: done.result).texts
        try await database.write { connection in
            try EventStore.append(prepared, in: connection)
            if let key {
                let isNew = try IdempotencyStore.remember(remembered, under: key, at: moment, in: connection)
                guard isNew else { throw KeyTaken() }
            }
            try projected.effect(connection)
        }
        recent.keep(prepared)
        projected.committed()
        return done
    }

    /// Moves committed events into the log; gives how many. `Server` calls it in a loop; see `LogStore.place`.
    package func place(limit: Int) async throws -> Int {
        do {
            return try await database.write { try LogStore.place(limit: limit, in: $0) }
        } catch StorageError.unique {
            // Another leader placed between our snapshot and our lock: the position is taken, and nothing was moved.
            return 0
        }
    }
}
