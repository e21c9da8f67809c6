import Storage
import Values

/// All SQL about persons, enterprises, posts, delegations and connected systems. The rows are functions of one stream.
package enum AccountStore {
    static let tables = [
        DerivedTable(
            name: "account_person", stream: "id",
            sql: """
                CREATE TABLE account_person (
                    id TEXT NOT NULL PRIMARY KEY,
                    name_mask TEXT NOT NULL,
                    id_number_mask TEXT NOT NULL,
                    phone_mask TEXT,
                    id_number_index {blob} NOT NULL,
                    sample {bool} NOT NULL
                );
                CREATE UNIQUE INDEX account_person_by_id_number ON account_person(id_number_index)
                """),
        DerivedTable(
            name: "account_enterprise", stream: "id",
            sql: """
                CREATE TABLE account_enterprise (
                    id TEXT NOT NULL PRIMARY KEY,
                    code TEXT NOT NULL,
                    name TEXT NOT NULL,
                    representative TEXT NOT NULL,
                    sample {bool} NOT NULL
                );
                CREATE UNIQUE INDEX account_enterprise_by_code ON account_enterprise(code)
                """),
        DerivedTable(
            name: "account_post", stream: "id",
            sql: """
                CREATE TABLE account_post (
                    id TEXT NOT NULL PRIMARY KEY,
                    person TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    region TEXT NOT NULL,
                    role TEXT NOT NULL,
                    valid_from TEXT NOT NULL,
                    valid_until TEXT
                );
                CREATE INDEX account_post_by_person ON account_post(person, id);
                CREATE INDEX account_post_by_unit ON account_post(unit, role, id)
                """),
        DerivedTable(
            name: "account_delegation", stream: "id",
            sql: """
                CREATE TABLE account_delegation (
                    id TEXT NOT NULL PRIMARY KEY,
                    subject TEXT NOT NULL,
                    agent TEXT NOT NULL,
                    services TEXT,
                    valid_from TEXT NOT NULL,
                    valid_until TEXT NOT NULL,
                    revoked_on TEXT
                );
                CREATE INDEX account_delegation_by_agent ON account_delegation(agent, id);
                CREATE INDEX account_delegation_by_subject ON account_delegation(subject, id);
                CREATE INDEX account_delegation_by_both ON account_delegation(agent, subject, id)
                """),
        DerivedTable(
            name: "account_system", stream: "id",
            sql: """
                CREATE TABLE account_system (
                    id TEXT NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL,
                    scopes TEXT NOT NULL
                )
                """),
    ]

    package static func person(_ id: Person.ID, in connection: any Connection) throws -> Person? {
        try connection.first(
            "SELECT id, name_mask, id_number_mask, phone_mask, sample FROM account_person WHERE id = $1",
            [.text(id.text)]
        ).flatMap(person)
    }

    /// - Parameter index: blind index of the identity number.
    package static func person(idNumberIndex index: [UInt8], in connection: any Connection) throws -> Person? {
        try connection.first(
            """
            SELECT id, name_mask, id_number_mask, phone_mask, sample FROM account_person
            WHERE id_number_index = $1
            """,
            [.blob(index)]
        ).flatMap(person)
    }

    /// Whether there is anybody who is not invented.
    package static func hasRealPersons(in connection: any Connection) throws -> Bool {
        try connection.first("SELECT 1 FROM account_person WHERE NOT sample LIMIT 1", []) != nil
    }

    package static func enterprise(_ id: Enterprise.ID, in connection: any Connection) throws -> Enterprise? {
        try connection.first(
            "SELECT id, code, name, representative, sample FROM account_enterprise WHERE id = $1", [.text(id.text)]
        ).flatMap(enterprise)
    }

    package static func enterprise(code: String, in connection: any Connection) throws -> Enterprise? {
        try connection.first(
            "SELECT id, code, name, representative, sample FROM account_enterprise WHERE code = $1", [.text(code)]
        ).flatMap(enterprise)
    }

    package static func post(_ id: Post.ID, in connection: any Connection) throws -> Post? {
        try connection.first("\(selectPost) WHERE id = $1", [.text(id.text)]).flatMap(post)
    }

    /// All posts of a person, past and future ones too, in the order of their ids.
    package static func posts(of person: Person.ID, in connection: any Connection) throws -> [Post] {
        try connection.query("\(selectPost) WHERE person = $1 ORDER BY id", [.text(person.text)]).compactMap(post)
    }

    /// Every post, past and future ones too; a city has some thousands.
    package static func allPosts(in connection: any Connection) throws -> [Post] {
        try connection.query("\(selectPost) ORDER BY id", []).compactMap(post)
    }

    /// Who may work in that role in that unit, in the order of the posts' ids.
    package static func posts(
        in unit: String, role: Role, on day: Day, in connection: any Connection
    ) throws -> [Post] {
        try connection.query(
            """
            \(selectPost) WHERE unit = $1 AND role = $2 AND valid_from <= $3
            AND (valid_until IS NULL OR valid_until >= $3) ORDER BY id
            """,
            [.text(unit), .text(role.rawValue), .text(day.description)]
        ).compactMap(post)
    }

    package static func delegation(_ id: Delegation.ID, in connection: any Connection) throws -> Delegation? {
        try connection.first("\(selectDelegation) WHERE id = $1", [.text(id.text)]).flatMap(delegation)
    }

    /// The newest first, at most 200.
    package static func delegations(to agent: Person.ID, in connection: any Connection) throws -> [Delegation] {
        try delegations(to: agent, before: nil, limit: 200, in: connection)
    }

    /// Those for one subject, the newest first, at most 200: an agent may act for thousands of others.
    package static func delegations(
        to agent: Person.ID, for subject: Subject, in connection: any Connection
    ) throws -> [Delegation] {
        try connection.query(
            "\(selectDelegation) WHERE agent = $1 AND subject = $2 ORDER BY id DESC LIMIT 200",
            [.text(agent.text), .text(subject.description)]
        ).compactMap(delegation)
    }

    /// - Parameter before: the last id of the page before; nil for the first page.
    package static func delegations(
        to agent: Person.ID, before: String?, limit: Int, in connection: any Connection
    ) throws -> [Delegation] {
        try connection.query(
            "\(selectDelegation) WHERE agent = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            [.text(agent.text), .text(before ?? "~"), SQLValue(limit)]
        ).compactMap(delegation)
    }

    /// The newest first, at most 200.
    package static func delegations(from subject: Subject, in connection: any Connection) throws -> [Delegation] {
        try delegations(from: subject, before: nil, limit: 200, in: connection)
    }

    /// - Parameter before: the last id of the page before; nil for the first page.
    package static func delegations(
        from subject: Subject, before: String?, limit: Int, in connection: any Connection
    ) throws -> [Delegation] {
        try connection.query(
            "\(selectDelegation) WHERE subject = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            [.text(subject.description), .text(before ?? "~"), SQLValue(limit)]
        ).compactMap(delegation)
    }

    private static let selectPost =
        "SELECT id, person, unit, region, role, valid_from, valid_until FROM account_post"
    private static let selectDelegation =
        "SELECT id, subject, agent, services, valid_from, valid_until, revoked_on FROM account_delegation"

    /// Binds one row; replaces what was there of the same id.
    static func save(_ row: AccountRow, in connection: any Connection) throws {
        switch row {
        case .none: return
        case .erasedPerson(let id):
            try connection.execute("DELETE FROM account_person WHERE id = $1", [.text(id.text)])
        case .person(let person, let index): try save(person, index: index, in: connection)
        case .enterprise(let enterprise): try save(enterprise, in: connection)
        case .post(let post): try save(post, in: connection)
        case .delegation(let delegation): try save(delegation, in: connection)
        case .system(let system):
            try connection.execute(
                """
                INSERT INTO account_system(id, name, scopes) VALUES ($1, $2, $3)
                ON CONFLICT(id) DO UPDATE SET name = excluded.name, scopes = excluded.scopes
                """,
                [
                    .text(system.id), .text(system.name),
                    .text(system.scopes.map(\.rawValue).sorted().joined(separator: " ")),
                ])
        }
    }

    private static func save(_ person: Person, index: [UInt8], in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO account_person(id, name_mask, id_number_mask, phone_mask, id_number_index, sample)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT(id) DO UPDATE SET name_mask = excluded.name_mask, id_number_mask = excluded.id_number_mask,
            phone_mask = excluded.phone_mask, id_number_index = excluded.id_number_index, sample = excluded.sample
            """,
            [
                .text(person.id.text), .text(person.nameMask), .text(person.idNumberMask), SQLValue(person.phoneMask),
                .blob(index), SQLValue(person.isSample),
            ])
    }

    private static func save(_ enterprise: Enterprise, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO account_enterprise(id, code, name, representative, sample) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT(id) DO UPDATE SET code = excluded.code, name = excluded.name,
            representative = excluded.representative, sample = excluded.sample
            """,
            [
                .text(enterprise.id.text), .text(enterprise.code), .text(enterprise.name),
                .text(enterprise.representative.text), SQLValue(enterprise.isSample),
            ])
    }

    private static func save(_ post: Post, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO account_post(id, person, unit, region, role, valid_from, valid_until)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(id) DO UPDATE SET valid_until = excluded.valid_until
            """,
            [
                .text(post.id.text), .text(post.person.text), .text(post.unit), .text(post.region),
                .text(post.role.rawValue), .text(post.from.description), SQLValue(post.until?.description),
            ])
    }

    private static func save(_ delegation: Delegation, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO account_delegation(id, subject, agent, services, valid_from, valid_until, revoked_on)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(id) DO UPDATE SET revoked_on = excluded.revoked_on
            """,
            [
                .text(delegation.id.text), .text(delegation.subject.description), .text(delegation.agent.text),
                SQLValue(delegation.services?.joined(separator: " ")), .text(delegation.from.description),
                .text(delegation.until.description), SQLValue(delegation.revokedOn?.description),
            ])
    }

    private static func person(_ row: Row) throws -> Person? {
        guard let id = Person.ID(try row.text(0)) else { return nil }
        return Person(
            id: id, nameMask: try row.text(1), idNumberMask: try row.text(2), phoneMask: try row.optionalText(3),
            isSample: try row.bool(4))
    }

    private static func enterprise(_ row: Row) throws -> Enterprise? {
        guard let id = Enterprise.ID(try row.text(0)), let representative = Person.ID(try row.text(3)) else {
            return nil
        }
        return Enterprise(
            id: id, code: try row.text(1), name: try row.text(2), representative: representative,
            isSample: try row.bool(4))
    }

    private static func post(_ row: Row) throws -> Post? { try post(row, from: 0) }

    /// - Parameter column: where `id, person, unit, region, role, valid_from, valid_until` begin.
    static func post(_ row: Row, from column: Int) throws -> Post? {
        guard let id = try row.optionalText(column).flatMap({ Post.ID($0) }),
            let person = Person.ID(try row.text(column + 1)), let role = Role(rawValue: try row.text(column + 4)),
            let from = Day(try row.text(column + 5))
        else { return nil }
        return Post(
            id: id, person: person, unit: try row.text(column + 2), region: try row.text(column + 3), role: role,
            from: from, until: try row.optionalText(column + 6).flatMap { Day($0) })
    }

    private static func delegation(_ row: Row) throws -> Delegation? { try delegation(row, from: 0) }

    /// - Parameter column: where `id, subject, agent, services, valid_from, valid_until, revoked_on` begin.
    static func delegation(_ row: Row, from column: Int) throws -> Delegation? {
        guard let id = try row.optionalText(column).flatMap({ Delegation.ID($0) }),
            let subject = Subject(try row.text(column + 1)), let agent = Person.ID(try row.text(column + 2)),
            let from = Day(try row.text(column + 4)), let until = Day(try row.text(column + 5))
        else { return nil }
        return Delegation(
            id: id, subject: subject, agent: agent,
            services: try row.optionalText(column + 3)?.split(separator: " ").map(String.init), from: from,
            until: until, revokedOn: try row.optionalText(column + 6).flatMap { Day($0) })
    }
}
