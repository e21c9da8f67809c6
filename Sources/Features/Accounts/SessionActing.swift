import Casework
import Values

extension Session {
    /// Who acts in a case, as the kernel asks it.
    ///
    /// - Parameters:
    ///   - header: the case; nil when it is only now being filed.
    ///   - units: the post's unit and those above it, nearest first; not read without a post.
    ///   - regionAncestors: the regions above the post's region, nearest first.
    package func acting(on header: CaseHeader?, units: [String], regionAncestors: [String]) -> Acting {
        let own = Actor.person(person.id.text)
        // An officer who is applicant or agent himself must stand back (回避); the kernel refuses him by this.
        let isConcerned = header.map { $0.applicant == own || $0.agent == own } ?? false
        if let post {
            return Acting(
                actor: .post(post.id.text), actingFor: nil, person: person.id.text, roles: [post.role.rawValue],
                units: units, region: post.region, regionAncestors: regionAncestors, delegations: [],
                isParty: isConcerned)
        }
        let principal = actingFor?.subject.actor
        return Acting(
            actor: own, actingFor: principal, person: person.id.text, roles: [], units: [], region: nil,
            regionAncestors: [], delegations: actingFor.map { $0.delegation.services ?? ["*"] } ?? [],
            isParty: isConcerned || (header != nil && header?.applicant == principal))
    }
}

extension ConnectedSystem {
    /// A system that acts from a post: `actor` is the system, and the post it acts from stands beside it.
    ///
    /// - Parameters:
    ///   - post: named in the command; its holder is the person whom four-eyes compares.
    package func acting(from post: Post, units: [String], regionAncestors: [String]) -> Acting {
        Acting(
            actor: .system(id), actingFor: .post(post.id.text), person: post.person.text,
            roles: [post.role.rawValue], units: units, region: post.region, regionAncestors: regionAncestors,
            delegations: [], isParty: false)
    }

    /// A system that files or acts for an applicant who instructed it; it answers for having the instruction.
    package func acting(for applicant: Subject) -> Acting {
        Acting(
            actor: .system(id), actingFor: applicant.actor, person: applicant.description, roles: [], units: [],
            region: nil, regionAncestors: [], delegations: ["*"], isParty: true)
    }
}
