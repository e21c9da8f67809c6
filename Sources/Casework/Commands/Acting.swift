import Values

/// Who acts, from which post, and on whose behalf: all that permission is decided from.
package struct Acting: Hashable, Sendable {
    package var actor: Actor
    package var actingFor: Actor?
    /// The human being behind the post or account; four-eyes compares persons, never posts.
    package var person: String
    /// Role ids of the post; empty for applicants; `["platform"]` for the platform itself.
    package var roles: [String]
    /// The post's own unit first, then the units above it.
    package var units: [String]
    package var region: String?
    /// The regions above `region`, nearest first.
    package var regionAncestors: [String]
    /// Services for which `actingFor` has delegated this person; `*` for every one.
    package var delegations: [String]
    /// The person is party to the case: applicant, agent, or close to them. An officer never is.
    package var isParty: Bool

    package init(
        actor: Actor, actingFor: Actor?, person: String, roles: [String], units: [String], region: String?,
        regionAncestors: [String], delegations: [String], isParty: Bool
    ) {
        self.actor = actor
        self.actingFor = actingFor
        self.person = person
        self.roles = roles
        self.units = units
        self.region = region
        self.regionAncestors = regionAncestors
        self.delegations = delegations
        self.isParty = isParty
    }

    /// Time, rules and followers.
    package static let platform = Acting(
        actor: .platform, actingFor: nil, person: "platform", roles: ["platform"], units: [], region: nil,
        regionAncestors: [], delegations: [], isParty: false)

    /// A person or enterprise for itself.
    package static func applicant(_ actor: Actor, person: String) -> Acting {
        Acting(
            actor: actor, actingFor: nil, person: person, roles: [], units: [], region: nil, regionAncestors: [],
            delegations: [], isParty: true)
    }

    package var isPlatform: Bool { actor == .platform }

    /// Somebody with a post, also a connected system that acts from one.
    package var isOfficer: Bool { !roles.isEmpty && !isPlatform }

    /// The party in whose name this person acts: a principal, or himself.
    package var principal: Actor { actingFor ?? actor }
}

/// Everything around a command that the kernel may not look up by itself.
package struct Surroundings: Sendable {
    /// The later of now and the stream's last `at`.
    package var moment: Moment
    package var calendar: WorkCalendar
    package var acting: Acting
    package var channel: String?
    package var places: Places
    /// Printed number for a case that has none, used when its main clock first starts.
    package var number: String?
    /// Id of a child by its key; it derives from the parent's id and the key, so opening twice opens once.
    package var childID: @Sendable (String) -> String

    package init(
        moment: Moment, calendar: WorkCalendar, acting: Acting, channel: String?, places: Places, number: String?,
        childID: @escaping @Sendable (String) -> String
    ) {
        self.moment = moment
        self.calendar = calendar
        self.acting = acting
        self.channel = channel
        self.places = places
        self.number = number
        self.childID = childID
    }
}

/// Regions, units and posts as they are on the day of the command.
package struct Places: Sendable {
    /// The unit of that name within a region, the authority's own sub-units first; nil when there is none or two.
    package var unit: @Sendable (_ name: String, _ region: String) -> String?
    /// The unit above; nil at the top.
    package var unitAbove: @Sendable (_ unit: String) -> String?
    /// The regions above one, nearest first.
    package var regionsAbove: @Sendable (_ region: String) -> [String]
    /// Persons who may act in a role for a unit; nil when posts are not known here.
    package var staff: @Sendable (_ role: String, _ unit: String) -> [String]?

    package init(
        unit: @escaping @Sendable (_ name: String, _ region: String) -> String?,
        unitAbove: @escaping @Sendable (_ unit: String) -> String?,
        regionsAbove: @escaping @Sendable (_ region: String) -> [String],
        staff: @escaping @Sendable (_ role: String, _ unit: String) -> [String]?
    ) {
        self.unit = unit
        self.unitAbove = unitAbove
        self.regionsAbove = regionsAbove
        self.staff = staff
    }

    /// Names stand for themselves and nobody is known: for trying a definition without a territory.
    package static let plain = Places(
        unit: { name, _ in name }, unitAbove: { _ in nil }, regionsAbove: { _ in [] }, staff: { _, _ in nil })
}
