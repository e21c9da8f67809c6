import Storage
import Values

/// All SQL that finds out who is behind a request: one query, because every page asks it.
enum VisitorStore {
    /// A session as the tables have it, before today decides what of it still holds.
    struct StoredSession: Sendable {
        let person: Person
        let posts: [Post]
        let post: Post.ID?
        let actingFor: Session.ActingFor?
        let renewedAt: Moment
        let expiresAt: Moment
    }

    /// - Parameter id: SM3 of the token, in hexadecimal.
    /// - Returns: nil for no session, one of an erased person, or an expired one.
    static func session(_ id: String, at moment: Moment, in connection: any Connection) throws -> StoredSession? {
        let rows = try connection.query(query, [.text(id), .int(moment.milliseconds)])
        guard let row = rows.first, let person = Person.ID(try row.text(0)) else { return nil }
        return StoredSession(
            person: Person(
                id: person, nameMask: try row.text(1), idNumberMask: try row.text(2),
                phoneMask: try row.optionalText(3), isSample: try row.bool(4)),
            posts: try rows.compactMap { try AccountStore.post($0, from: 17) },
            post: try row.optionalText(5).flatMap { Post.ID($0) }, actingFor: try actingFor(row),
            renewedAt: Moment(milliseconds: Int64(try row.int(6))),
            expiresAt: Moment(milliseconds: Int64(try row.int(7))))
    }

    /// One row for each post, or one without; a delegation's subject is an enterprise or a person, by its first letter.
    static let query = """
        SELECT p.id, p.name_mask, p.id_number_mask, p.phone_mask, p.sample, s.post, s.renewed_at, s.expires_at,
            d.id, d.subject, d.agent, d.services, d.valid_from, d.valid_until, d.revoked_on, e.name, g.name_mask,
            o.id, o.person, o.unit, o.region, o.role, o.valid_from, o.valid_until
        FROM session s
        JOIN account_person p ON p.id = s.person
        LEFT JOIN account_delegation d ON d.id = s.acting_for
        LEFT JOIN account_enterprise e ON e.id = substr(d.subject, 12)
        LEFT JOIN account_person g ON g.id = substr(d.subject, 8)
        LEFT JOIN account_post o ON o.person = s.person
        WHERE s.id = $1 AND s.expires_at > $2 ORDER BY o.id
        """

    private static func actingFor(_ row: Row) throws -> Session.ActingFor? {
        guard let delegation = try AccountStore.delegation(row, from: 8) else { return nil }
        let name = try row.optionalText(15) ?? row.optionalText(16) ?? "—"
        return Session.ActingFor(subject: delegation.subject, name: name, delegation: delegation)
    }
}
