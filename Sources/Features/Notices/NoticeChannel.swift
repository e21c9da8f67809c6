import Values

/// A way by which messages leave the platform (发送通道): another provider's system behind one verb.
///
/// A provider is given the same letter again when it is not certain that it took it, with the same key; it must then
/// do nothing and answer as before. The declared mapping says how a letter is written for it. A stand-in says so.
package struct NoticeChannel: Sendable {
    package let way: NoticeWay
    /// As pages show it; a stand-in is always called one (替身).
    package let name: Wording
    package let isStandIn: Bool
    package let mapping: LetterMapping
    /// Takes a letter as the mapping wrote it; throws when it was not taken, or when that is not certain.
    package let send: @Sendable (Letter, JSON) async throws -> Void

    package init(
        way: NoticeWay, name: Wording, isStandIn: Bool, mapping: LetterMapping,
        send: @escaping @Sendable (Letter, JSON) async throws -> Void
    ) {
        self.way = way
        self.name = name
        self.isStandIn = isStandIn
        self.mapping = mapping
        self.send = send
    }
}

/// One message to one person by one way. The text is neutral: it names the service and never a personal value.
package struct Letter: Hashable, Sendable {
    /// Derives from the position of the event, the message, the person and the way: the same letter has the same key.
    package let key: String
    package let person: Person.ID
    /// A mobile number or a mail address; opened for sending, never logged.
    package let address: String
    package let subject: String
    package let text: String
    package let at: Moment

    package init(key: String, person: Person.ID, address: String, subject: String, text: String, at: Moment) {
        self.key = key
        self.person = person
        self.address = address
        self.subject = subject
        self.text = text
        self.at = at
    }
}

/// How a letter is written for a provider: the provider's name for each of our parts.
package struct LetterMapping: Hashable, Sendable {
    package let address: String
    /// nil where a provider has no such part.
    package let subject: String?
    package let text: String
    package let key: String
    /// Stands before every text, as the provider registered it (签名).
    package let signature: String

    package init(address: String, subject: String?, text: String, key: String, signature: String) {
        self.address = address
        self.subject = subject
        self.text = text
        self.key = key
        self.signature = signature
    }

    /// What the provider is sent.
    package func body(of letter: Letter) -> JSON {
        var body: [String: JSON] = [
            address: .text(letter.address), text: .text(signature + letter.text), key: .text(letter.key),
        ]
        if let subject { body[subject] = .text(letter.subject) }
        return .map(body)
    }
}

/// A message waiting to be sent to a person by one way, with how that went. Kept without text and address.
package struct Parcel: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        case waiting, sent
        /// Six tries failed.
        case failed
        /// The consent was withdrawn, or there is no address any more.
        case dropped
    }

    package let recipient: Subject
    package let place: InboxMessage.Place
    package let person: Person.ID
    package let way: NoticeWay
    package var state: State
    package var tries: Int
    /// When it may be tried (again).
    package var nextTry: Moment

    init(notice: InboxMessage, person: Person.ID, way: NoticeWay) {
        self.init(
            recipient: notice.recipient, place: notice.place, person: person, way: way, state: .waiting, tries: 0,
            nextTry: notice.at)
    }

    init(
        recipient: Subject, place: InboxMessage.Place, person: Person.ID, way: NoticeWay, state: State, tries: Int,
        nextTry: Moment
    ) {
        self.recipient = recipient
        self.place = place
        self.person = person
        self.way = way
        self.state = state
        self.tries = tries
        self.nextTry = nextTry
    }

    /// The same for the same message, person and way, on every node and after every restart.
    package var key: String { "\(place.text)-\(way.rawValue)-\(person.text)" }

    /// A provider that does not answer is tried again after 1, 5, 30 minutes, 2 and 12 hours.
    package static let pausesInMinutes = [1, 5, 30, 120, 720]
}
