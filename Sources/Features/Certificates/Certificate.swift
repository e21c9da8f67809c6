import Casework
import Definitions
import Values

/// A certificate as a record (电子证照): what was issued, to whom, from which case, and whether it holds.
///
/// It is the fold of its stream. Signed documents and the wallet come later and need no change of these events.
package struct Certificate: Hashable, Sendable {
    package typealias ID = Identifier<Certificate>

    /// State as recorded; that a period is over follows from `validUntil` and the day (see `standing`).
    package enum State: String, Hashable, Sendable, CaseIterable {
        case valid, suspended, revoked, withdrawn, cancelled, expired
    }

    package let id: ID
    package let kind: String
    package let kindName: Wording
    /// The printed number; its last character is a check character when the platform gave it.
    package let number: String
    package let holder: Subject
    /// Concept id → value, in the order given by `order`. Personal values are sealed in the log.
    package var fields: [String: JSON]
    package let order: [String]
    package let validFrom: Day
    /// nil: unlimited.
    package let validUntil: Day?
    package var state: State
    package let issuedBy: String
    package let issuedOn: Day
    /// The case whose decision issued it.
    package let caseID: String
    /// Number of the last event of its stream.
    package var version: Int

    /// Whether it holds on that day: an expired period needs no event to be over.
    package func standing(on day: Day) -> State {
        guard state == .valid, let validUntil, day > validUntil else { return state }
        return .expired
    }
}

/// Kinds of a certificate's stream, which is its own.
package enum CertificateEventKind: String, Hashable, Sendable, CaseIterable {
    case issued = "certificate-issued"
    case changed = "certificate-changed"
    case suspended = "certificate-suspended"
    case resumed = "certificate-resumed"
    case revoked = "certificate-revoked"
    case expired = "certificate-expired"
}

extension Certificate {
    /// The certificate after its events; nil when the stream has none of its kinds.
    package init?(folding events: [PastEvent]) {
        guard let first = events.first, first.body.kind == CertificateEventKind.issued.rawValue,
            let id = ID(first.stream), let issued = Certificate(id: id, issued: first.body)
        else { return nil }
        self = issued
        for event in events.dropFirst() { apply(event) }
        version = events.last?.version ?? first.version
    }

    private init?(id: ID, issued body: EventBody) {
        let data = body.data
        guard let kind = data["kind"]?.text, let number = data["number"]?.text,
            let holder = data["holder"]?.text.flatMap({ Subject($0) }),
            let from = data["valid_from"]?.text.flatMap({ Day($0) }), let caseID = data["case"]?.text
        else { return nil }
        self.id = id
        self.kind = kind
        kindName = Wording(
            zh: data["name"]?["zh"]?.text ?? kind, en: data["name"]?["en"]?.text ?? kind)
        self.number = number
        self.holder = holder
        fields = data["fields"]?.map ?? [:]
        order = data["order"]?.list?.compactMap(\.text) ?? []
        validFrom = from
        validUntil = data["valid_until"]?.text.flatMap { Day($0) }
        state = .valid
        issuedBy = data["authority"]?.text ?? ""
        issuedOn = body.effective.day
        self.caseID = caseID
        version = 1
    }

    private mutating func apply(_ event: PastEvent) {
        switch CertificateEventKind(rawValue: event.body.kind) {
        case .changed:
            fields.merge(event.body.data["fields"]?.map ?? [:]) { $1 }
        case .suspended: state = .suspended
        case .resumed: state = .valid
        case .revoked:
            state = event.body.open["state"]?.text.flatMap { State(rawValue: $0) } ?? .revoked
        case .expired: state = .expired
        case .issued, nil: break
        }
    }
}
