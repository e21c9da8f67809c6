import Casework
import Definitions
import Values

/// An application that is still being filled in (草稿): no events, one row, encrypted under a key of its own.
///
/// At filing its id becomes the stream id of the case and its key the stream's key, so filing twice files once.
package struct Draft: Hashable, Sendable {
    package typealias ID = Identifier<CaseFile>

    /// Days without use after which it is deleted with its key and files.
    package static let keptForDays = 30

    package let id: ID
    /// The person who fills it in, or the connected system that does so for somebody.
    package let owner: Actor
    package let applicant: Subject
    /// Under which delegation the owner, or the agent whom a system names, acts; nil for himself.
    package let delegation: Delegation.ID?
    package let service: String
    package let region: String
    /// Hash of the definition against which the answers were last checked.
    package var definition: String
    /// Raised with every save; a page sends back the one it showed.
    package var revision: Int
    package var content: Content
    package var lastUsed: Moment
    /// A clerk fills it in for somebody who is present.
    package let isAtWindow: Bool

    /// What the person has said so far.
    package struct Content: Hashable, Sendable {
        /// By field or question id; `null` is not kept.
        package var answers: [String: JSON]
        /// Needs answered by a promise.
        package var promised: [String]
        /// Needs to be handed in later, on the tolerance track.
        package var deferred: [String]
        /// By need: the hash of the text that was shown when it was promised (告知承诺).
        package var signed: [String: String]
        package var track: String
        /// For somebody present at the window without an account: name and identity number, checked by the clerk.
        package var present: [String: String]

        package static let empty = Content(answers: [:], promised: [], deferred: [], track: "ordinary", present: [:])

        package init(
            answers: [String: JSON], promised: [String], deferred: [String], track: String, present: [String: String]
        ) {
            self.answers = answers
            self.promised = promised
            self.deferred = deferred
            signed = [:]
            self.track = track
            self.present = present
        }

        package var json: JSON {
            .map([
                "answers": .map(answers), "promised": .list(promised.map { .text($0) }),
                "deferred": .list(deferred.map { .text($0) }), "track": .text(track),
                "signed": .map(signed.mapValues { .text($0) }),
                "present": .map(present.mapValues { .text($0) }),
            ])
        }

        package init?(_ json: JSON) {
            guard let answers = json["answers"]?.map, let track = json["track"]?.text else { return nil }
            self.answers = answers
            self.track = track
            promised = json["promised"]?.list?.compactMap(\.text) ?? []
            deferred = json["deferred"]?.list?.compactMap(\.text) ?? []
            signed = (json["signed"]?.map ?? [:]).compactMapValues(\.text)
            present = (json["present"]?.map ?? [:]).compactMapValues(\.text)
        }
    }

    package init(
        id: ID, owner: Actor, applicant: Subject, delegation: Delegation.ID?, service: String, region: String,
        definition: String, revision: Int, content: Content, lastUsed: Moment, isAtWindow: Bool
    ) {
        self.id = id
        self.owner = owner
        self.applicant = applicant
        self.delegation = delegation
        self.service = service
        self.region = region
        self.definition = definition
        self.revision = revision
        self.content = content
        self.lastUsed = lastUsed
        self.isAtWindow = isAtWindow
    }

    /// The last day on which it is kept when nobody touches it again.
    package var keptUntil: Day { lastUsed.day.adding(days: Draft.keptForDays) }
}
