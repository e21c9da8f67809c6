import Casework
import Definitions
import Values

/// What a decision gives to the library: everything that a new certificate says.
package struct CertificateIssue: Sendable {
    package let id: Certificate.ID
    package let kind: CertificateKind
    package let holder: Subject
    /// Concept id → established value; what is missing is left out.
    package let fields: [String: JSON]
    /// Ids of `fields` whose values must be sealed.
    package let sealedFields: Set<String>
    package let authority: String
    package let validFrom: Day
    package let validUntil: Day?
    package let number: String
    package let caseID: String

    package init(
        id: Certificate.ID, kind: CertificateKind, holder: Subject, fields: [String: JSON],
        sealedFields: Set<String>, authority: String, validFrom: Day, validUntil: Day?, number: String,
        caseID: String
    ) {
        self.id = id
        self.kind = kind
        self.holder = holder
        self.fields = fields
        self.sealedFields = sealedFields
        self.authority = authority
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.number = number
        self.caseID = caseID
    }

    /// The first event of the certificate's stream.
    package func body(by actor: Actor, at moment: Moment) -> EventBody {
        let open = fields.filter { !sealedFields.contains($0.key) }
        let sealed = fields.filter { sealedFields.contains($0.key) }
        return EventBody(
            kind: CertificateEventKind.issued.rawValue, schema: 1, effective: .day(validFrom), actor: actor,
            actingFor: nil, channel: nil, ground: nil,
            open: [
                "kind": .text(kind.id), "name": .map(["zh": .text(kind.name.zh), "en": .text(kind.name.en)]),
                "number": .text(number), "holder": .text(holder.description), "fields": .map(open),
                "sealed_facts": .list(sealed.keys.sorted().map { .text($0) }),
                "order": .list(kind.order.map { .text($0) }), "authority": .text(authority),
                "valid_from": .text(validFrom.description),
                "valid_until": validUntil.map { .text($0.description) } ?? .null, "case": .text(caseID),
                "grade": .text(kind.grade),
            ],
            sealed: sealed.isEmpty ? [:] : ["fields": .map(sealed)])
    }
}

/// A change of what a certificate says or whether it holds.
package enum CertificateChange: Sendable {
    case changed(fields: [String: JSON], sealed: Set<String>)
    case suspended
    case resumed
    /// - Parameter state: `revoked`, `withdrawn` or `cancelled`.
    case revoked(Certificate.State)
    case expired

    package func body(caseID: String?, by actor: Actor, on day: Day) -> EventBody {
        var open: [String: JSON] = ["case": caseID.map { .text($0) } ?? .null]
        var sealed: [String: JSON] = [:]
        let kind: CertificateEventKind
        switch self {
        case .changed(let fields, let sealedFields):
            kind = .changed
            open["fields"] = .map(fields.filter { !sealedFields.contains($0.key) })
            open["sealed_facts"] = .list(sealedFields.sorted().map { .text($0) })
            let hidden = fields.filter { sealedFields.contains($0.key) }
            if !hidden.isEmpty { sealed["fields"] = .map(hidden) }
        case .suspended: kind = .suspended
        case .resumed: kind = .resumed
        case .revoked(let state):
            kind = .revoked
            open["state"] = .text(state.rawValue)
        case .expired: kind = .expired
        }
        return EventBody(
            kind: kind.rawValue, schema: 1, effective: .day(day), actor: actor, actingFor: nil, channel: nil,
            ground: nil, open: open, sealed: sealed)
    }
}
