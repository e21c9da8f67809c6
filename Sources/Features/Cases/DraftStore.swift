import Storage
import Values

/// All SQL about drafts. What a person wrote is closed; only whose draft it is and for which service lies open.
package enum DraftStore {
    static let migration = Migration(
        id: "cases-001-drafts",
        sql: """
            CREATE TABLE draft (
                id TEXT NOT NULL PRIMARY KEY,
                owner TEXT NOT NULL,
                applicant TEXT NOT NULL,
                delegation TEXT,
                service TEXT NOT NULL,
                region TEXT NOT NULL,
                definition TEXT NOT NULL,
                revision BIGINT NOT NULL,
                sealed {blob} NOT NULL,
                last_used BIGINT NOT NULL,
                at_window {bool} NOT NULL
            );
            CREATE INDEX draft_by_owner ON draft(owner, last_used, id);
            CREATE INDEX draft_by_last_use ON draft(last_used);
            CREATE TABLE case_serial (
                region TEXT NOT NULL,
                day TEXT NOT NULL,
                next BIGINT NOT NULL,
                PRIMARY KEY (region, day)
            );
            """)

    /// A row with its content still closed.
    package struct Closed: Sendable {
        package var draft: Draft
        package let sealed: [UInt8]
    }

    package static func insert(_ draft: Draft, sealed: [UInt8], in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO draft(id, owner, applicant, delegation, service, region, definition, revision, sealed,
                last_used, at_window)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .text(draft.id.text), .text(draft.owner.description), .text(draft.applicant.description),
                SQLValue(draft.delegation?.text), .text(draft.service), .text(draft.region), .text(draft.definition),
                SQLValue(draft.revision), .blob(sealed), .int(draft.lastUsed.milliseconds),
                SQLValue(draft.isAtWindow),
            ])
    }

    /// Saves over the revision that was read; false when somebody (or another tab) was quicker.
    package static func save(
        _ draft: Draft, sealed: [UInt8], over revision: Int, in connection: any Connection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE draft SET definition = $3, revision = $4, sealed = $5, last_used = $6
            WHERE id = $1 AND revision = $2
            """,
            [
                .text(draft.id.text), SQLValue(revision), .text(draft.definition), SQLValue(draft.revision),
                .blob(sealed), .int(draft.lastUsed.milliseconds),
            ]) == 1
    }

    package static func find(_ id: Draft.ID, in connection: any Connection) throws -> Closed? {
        try connection.first("\(select) WHERE id = $1", [.text(id.text)]).flatMap(draft)
    }

    /// An owner's drafts, the last used first; at most 100.
    package static func drafts(of owner: Actor, in connection: any Connection) throws -> [Draft] {
        try drafts(of: owner, behind: (.max, "~"), limit: 100, in: connection)
    }

    /// The same behind a place, at most so many.
    ///
    /// - Parameter place: `last_used` and id of the draft before the first one.
    package static func drafts(
        of owner: Actor, behind place: (lastUsed: Int64, id: String), limit: Int, in connection: any Connection
    ) throws -> [Draft] {
        try connection.query(
            """
            \(select) WHERE owner = $1 AND (last_used, id) < ($2, $3) ORDER BY last_used DESC, id DESC LIMIT $4
            """,
            [.text(owner.description), .int(place.lastUsed), .text(place.id), SQLValue(limit)]
        ).compactMap(draft).map(\.draft)
    }

    package static func delete(_ id: Draft.ID, in connection: any Connection) throws {
        try connection.execute("DELETE FROM draft WHERE id = $1", [.text(id.text)])
    }

    /// Deletes the row in the write that files it; false when it was filed or deleted before.
    package static func take(_ id: Draft.ID, in connection: any Connection) throws -> Bool {
        try connection.execute("DELETE FROM draft WHERE id = $1", [.text(id.text)]) == 1
    }

    /// Ids of drafts that nobody used since a moment.
    package static func unused(since moment: Moment, in connection: any Connection) throws -> [Draft.ID] {
        try connection.query(
            "SELECT id FROM draft WHERE last_used < $1 ORDER BY last_used LIMIT 100", [.int(moment.milliseconds)]
        ).compactMap { Draft.ID(try $0.text(0)) }
    }

    /// Reserves serials of case numbers for a region and day; gives the first of them.
    package static func reserveSerials(
        _ count: Int, region: String, day: Day, in connection: any Connection
    ) throws -> Int {
        let rows = try connection.query(
            """
            INSERT INTO case_serial(region, day, next) VALUES ($1, $2, 1 + $3)
            ON CONFLICT(region, day) DO UPDATE SET next = case_serial.next + $3 RETURNING next
            """,
            [.text(region), .text(day.description), SQLValue(count)])
        guard let next = try rows.first?.int(0) else { throw Failure.defect("no serial was reserved") }
        return next - count
    }

    private static let select = """
        SELECT id, owner, applicant, delegation, service, region, definition, revision, sealed, last_used, at_window
        FROM draft
        """

    private static func draft(_ row: Row) throws -> Closed? {
        guard let id = Draft.ID(try row.text(0)), let owner = Actor(try row.text(1)),
            let applicant = Subject(try row.text(2))
        else { return nil }
        let draft = Draft(
            id: id, owner: owner, applicant: applicant,
            delegation: try row.optionalText(3).flatMap { Delegation.ID($0) }, service: try row.text(4),
            region: try row.text(5), definition: try row.text(6), revision: try row.int(7), content: .empty,
            lastUsed: Moment(milliseconds: Int64(try row.int(9))), isAtWindow: try row.bool(10))
        return Closed(draft: draft, sealed: try row.blob(8))
    }
}
