import Proofs
import Values

/// Who sends a command of `Accounts`, when, with which chance, and under which key it is done only once.
package struct AccountActing: Sendable {
    package let actor: Actor
    package let moment: Moment
    package let entropy: Entropy
    /// nil for what the platform does at its start.
    package let key: CommandKey?

    package init(actor: Actor, moment: Moment, entropy: Entropy, key: CommandKey?) {
        self.actor = actor
        self.moment = moment
        self.entropy = entropy
        self.key = key
    }

    /// Runs a command to its end, once under its key.
    func run(on events: EventDesk, _ decide: () async throws -> Decided) async throws -> Done {
        try await events.run(key, entropy: entropy, at: moment, decide: decide)
    }

    /// The first event of a new stream.
    func first(_ stream: String, _ body: EventBody) -> StreamAppend {
        StreamAppend(stream: stream, after: [], bodies: [body], at: moment)
    }
}

/// The token of a connected system: 32 bytes in hexadecimal behind a word that secret scanners find.
package struct BearerToken: Sendable {
    package let text: String

    package init(bytes: [UInt8]) { text = "tongban_" + Hexadecimal.text(bytes) }

    package init(text: String) { self.text = text }

    /// SM3 of the token in hexadecimal; all that is kept of it.
    package var hash: String { Hexadecimal.text(SM3.hash(Array(text.utf8))) }
}

/// A month of the calendar; looks are gathered by month.
package struct Month: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int

    package init(_ day: Day) {
        (year, month, _) = day.parts
    }

    /// The months from one day to another, the newest first.
    package static func all(from start: Day, to end: Day) -> [Month] {
        var months: [Month] = []
        var day = end
        while Month(day) > Month(start) {
            months.append(Month(day))
            day = day.adding(days: -day.dayOfMonth)
        }
        return months + [Month(start)]
    }

    package static func < (left: Month, right: Month) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}
