import Values

/// Kinds of the streams of persons, enterprises, posts and delegations.
package enum AccountEventKind: String, Hashable, Sendable, CaseIterable {
    case personRegistered = "person-registered"
    case enterpriseRegistered = "enterprise-registered"
    case postAssigned = "post-assigned"
    case postEnded = "post-ended"
    case delegationGranted = "delegation-granted"
    case delegationRevoked = "delegation-revoked"
    /// An officer saw a full value that lists and pages mask; the stream is the person's, one a month.
    case personalDataSeen = "personal-data-seen"
    case systemConnected = "system-connected"
    /// How a person is reached changed: telephone and mail, sealed. In the person's stream.
    case contactKept = "contact-kept"
}

/// The bodies of account events, one function for each kind.
package enum AccountEvents {
    package static func registered(_ person: PersonRegistration, by actor: Actor, at moment: Moment) -> EventBody {
        body(
            .personRegistered, by: actor, at: moment,
            // Masks are not in the open part either: the log keeps it for ever, also after erasure.
            open: ["sample": .bool(person.isSample), "sealed_facts": ["name", "id_number", "phone"]],
            sealed: [
                "name": .text(person.name), "id_number": .text(person.idNumber.text),
                "phone": person.phone.map { .text($0.text) } ?? .null,
            ])
    }

    package static func kept(_ contact: Contact, by actor: Actor, at moment: Moment) -> EventBody {
        body(
            .contactKept, by: actor, at: moment, open: ["sealed_facts": ["phone", "mail"]],
            sealed: [
                "phone": contact.phone.map { .text($0.text) } ?? .null,
                "mail": contact.mail.map { .text($0.text) } ?? .null,
            ])
    }

    package static func registered(_ enterprise: Enterprise, by actor: Actor, at moment: Moment) -> EventBody {
        body(
            .enterpriseRegistered, by: actor, at: moment,
            open: [
                "code": .text(enterprise.code), "name": .text(enterprise.name),
                "representative": .text(enterprise.representative.text), "sample": .bool(enterprise.isSample),
            ],
            sealed: [:])
    }

    package static func assigned(_ post: Post, by actor: Actor, at moment: Moment) -> EventBody {
        body(
            .postAssigned, by: actor, at: moment,
            open: [
                "person": .text(post.person.text), "unit": .text(post.unit), "region": .text(post.region),
                "role": .text(post.role.rawValue), "from": .text(post.from.description),
                "until": post.until.map { .text($0.description) } ?? .null,
            ],
            sealed: [:])
    }

    /// - Parameter day: the day that no longer counts.
    package static func ended(on day: Day, by actor: Actor, at moment: Moment) -> EventBody {
        body(.postEnded, by: actor, at: moment, open: ["on": .text(day.description)], sealed: [:])
    }

    package static func granted(_ delegation: Delegation, by actor: Actor, at moment: Moment) -> EventBody {
        body(
            .delegationGranted, by: actor, at: moment,
            open: [
                "subject": .text(delegation.subject.description), "agent": .text(delegation.agent.text),
                "services": delegation.services.map { .list($0.map { .text($0) }) } ?? .null,
                "from": .text(delegation.from.description), "until": .text(delegation.until.description),
            ],
            sealed: [:])
    }

    package static func revoked(on day: Day, by actor: Actor, at moment: Moment) -> EventBody {
        body(.delegationRevoked, by: actor, at: moment, open: ["on": .text(day.description)], sealed: [:])
    }

    /// - Parameter ground: free text of the officer, so it is sealed.
    package static func seen(
        facts: [String], of caseID: String, ground: String, by actor: Actor, at moment: Moment
    ) -> EventBody {
        body(
            .personalDataSeen, by: actor, at: moment,
            open: ["case": .text(caseID), "facts": .list(facts.map { .text($0) }), "sealed_facts": ["ground"]],
            sealed: ["ground": .text(ground)])
    }

    package static func connected(_ system: ConnectedSystem, by actor: Actor, at moment: Moment) -> EventBody {
        body(
            .systemConnected, by: actor, at: moment,
            open: [
                "name": .text(system.name),
                "scopes": .list(system.scopes.map(\.rawValue).sorted().map { .text($0) }),
            ],
            sealed: [:])
    }

    private static func body(
        _ kind: AccountEventKind, by actor: Actor, at moment: Moment, open: [String: JSON], sealed: [String: JSON]
    ) -> EventBody {
        EventBody(
            kind: kind.rawValue, schema: 1, effective: .instant(moment), actor: actor, actingFor: nil, channel: nil,
            ground: nil, open: open, sealed: sealed)
    }
}
