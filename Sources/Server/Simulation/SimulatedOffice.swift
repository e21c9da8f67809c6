import Casework
import Definitions
import Features
import Proofs
import Values

/// Who works where: posts by unit and role, the demo's own and invented ones (示例数据).
struct SimulatedOffice {
    /// A role in a unit that procedures ask for.
    struct Place: Hashable, Comparable {
        let unit: String
        let role: String
        let region: String
        /// How many hold it, so that four eyes can always be found.
        let strength: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.unit, left.role, left.strength) < (right.unit, right.role, right.strength)
        }
    }

    private let territory: TerritoryMap
    private var posts: [String: [Post]] = [:]

    private static let usualStrength = 2

    init(territory: TerritoryMap, posts: [Post]) {
        self.territory = territory
        for post in posts { add(post) }
    }

    mutating func add(_ post: Post) {
        posts[SimulatedOffice.key(post.unit, post.role.rawValue), default: []].append(post)
    }

    private static func key(_ unit: String, _ role: String) -> String { unit + "/" + role }

    /// How many are missing in a place.
    func gap(in place: Place) -> Int {
        max(0, place.strength - posts[SimulatedOffice.key(place.unit, place.role), default: []].count)
    }

    // MARK: What procedures ask for

    /// Every role in every unit that a definition names for a region, sorted.
    func places(of definition: Definition, region: String, unit: String, on day: Day) -> [Place] {
        var places: Set<Place> = []
        for plan in definition.plans {
            for task in plan.tasks {
                if let id = self.unit(task.unit, region: region, lead: unit, on: day), Role(rawValue: task.role) != nil
                {
                    let strength = task.signedBy > 1 ? task.signedBy + 1 : SimulatedOffice.usualStrength
                    places.insert(Place(unit: id, role: task.role, region: region, strength: strength))
                }
            }
            for action in plan.actions {
                for role in action.by.roles where Role(rawValue: role) != nil {
                    let id = self.unit(action.by.unit ?? .handling, region: region, lead: unit, on: day) ?? unit
                    places.insert(
                        Place(unit: id, role: role, region: region, strength: SimulatedOffice.usualStrength))
                }
            }
        }
        if definition.plans[0].opening.by.roles.contains(Role.clerk.rawValue) {
            places.insert(
                Place(
                    unit: unit, role: Role.clerk.rawValue, region: region, strength: SimulatedOffice.usualStrength))
        }
        return places.sorted()
    }

    /// nil where only the case itself can say.
    func unit(_ rule: UnitRule, region: String, lead: String, on day: Day) -> String? {
        switch rule {
        case .handling: lead
        case .named(let name): territory.unit(named: name, in: region, under: lead, on: day)?.id
        case .expression: nil
        }
    }

    // MARK: Acting

    /// Somebody of a role in a unit who did nothing else in the case; nil when there is nobody.
    func acting(role: String, unit: String, avoiding persons: Set<String>, turn: Int) -> Acting? {
        let all = posts[SimulatedOffice.key(unit, role), default: []]
        let free = all.filter { !persons.contains($0.person.text) }
        guard !free.isEmpty else { return nil }
        let post = free[turn % free.count]
        return Acting(
            actor: .post(post.id.text), actingFor: nil, person: post.person.text, roles: [post.role.rawValue],
            units: territory.chain(ofUnit: post.unit), region: post.region,
            regionAncestors: territory.above(post.region), delegations: [], isParty: false)
    }
}
