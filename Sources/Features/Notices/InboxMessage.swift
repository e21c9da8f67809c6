import Values

/// One message to somebody about what happened in his matters (消息).
///
/// It is a pointer: ids and open facts only. What a notice of the law says lies sealed in the stream that it comes
/// from and is opened when the message is read, so erasing that stream erases the message's text, and no second copy of
/// a personal value exists.
package struct InboxMessage: Hashable, Sendable {
    /// Where it stands among all: the position of its event in the log, and which message of that event it is.
    package struct Place: Hashable, Comparable, Sendable {
        package let position: Int
        package let number: Int

        package init(position: Int, number: Int) {
            self.position = position
            self.number = number
        }

        /// Reads `12-0`; nil for anything else.
        package init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, text.utf8.count <= 30, let position = Int(parts[0]), let number = Int(parts[1]),
                position >= 0, number >= 0
            else { return nil }
            self.init(position: position, number: number)
        }

        /// `12-0`, as it stands in addresses.
        package var text: String { "\(position)-\(number)" }

        package static func < (left: Place, right: Place) -> Bool {
            (left.position, left.number) < (right.position, right.number)
        }
    }

    /// What it is about.
    package enum Topic: String, Hashable, Sendable, CaseIterable {
        /// A notice of the law was served.
        case document
        /// The case waits for the applicant.
        case asked
        /// It ended, or was decided, without a notice of its own.
        case decided
        /// Something is owed by the applicant from now on.
        case owed
        /// What was owed did not come.
        case broken
        /// The promised day passed and the office is not done.
        case missed
        /// The day of the law passed and the office is not done.
        case expired
        /// A day was worked out again with another calendar.
        case recomputed
        /// A record of the case was put right.
        case corrected
        /// A day on which the applicant must have acted is near.
        case deadline
        case certificateIssued = "certificate-issued"
        case certificateChanged = "certificate-changed"
        /// It was suspended, taken back, revoked, or holds again.
        case certificateState = "certificate-state"
        case delegationGranted = "delegation-granted"
        case delegationEnded = "delegation-ended"
    }

    package let recipient: Subject
    package let place: Place
    package let topic: Topic
    /// The event that it tells of.
    package let stream: String
    package let version: Int
    package let at: Moment
    package let caseID: String?
    /// nil for what belongs to no service, such as a delegation.
    package let service: String?
    /// Hash of the definition that the case pinned then; nil where there is no case.
    package let definition: String?
    /// Who acts for the recipient in this case.
    package let agent: Person.ID?
    /// Open facts of the event by name; which ones depends on the topic.
    package let detail: [String: JSON]

    package init(
        recipient: Subject, place: Place, topic: Topic, stream: String, version: Int, at: Moment, caseID: String?,
        service: String?, definition: String?, agent: Person.ID?, detail: [String: JSON]
    ) {
        self.recipient = recipient
        self.place = place
        self.topic = topic
        self.stream = stream
        self.version = version
        self.at = at
        self.caseID = caseID
        self.service = service
        self.definition = definition
        self.agent = agent
        self.detail = detail
    }
}

/// A day until which the applicant must act in a case, while its clock runs.
package struct NoticeDeadline: Hashable, Sendable {
    package let caseID: String
    /// Id of a clock, or `obligation(_:_:)`.
    package let clock: String
    package let due: Day

    /// How the deadline of something owed is named beside clocks: its rule and its number in the case.
    static func obligation(_ rule: String, _ number: Int) -> String { "obligation/\(rule)/\(number)" }

    /// The rule and number of something owed; nil for a clock.
    static func obligation(in deadline: String) -> (rule: String, number: Int)? {
        let parts = deadline.split(separator: "/").map(String.init)
        guard parts.count == 3, parts[0] == "obligation", let number = Int(parts[2]) else { return nil }
        return (parts[1], number)
    }
}
