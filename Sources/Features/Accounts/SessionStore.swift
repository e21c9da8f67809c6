import Storage
import Values

/// Sessions, credentials and counted tries: rows of `Accounts` that are not part of the log, because they say nothing
/// about anybody's matter and passwords must be forgettable.
package enum SessionStore {
    static let migration = Migration(
        id: "accounts-001-sessions",
        sql: """
            CREATE TABLE credential (
                login_index {blob} NOT NULL PRIMARY KEY,
                person TEXT NOT NULL,
                password_hash TEXT NOT NULL
            );
            CREATE INDEX credential_by_person ON credential(person);
            CREATE TABLE session (
                id TEXT NOT NULL PRIMARY KEY,
                person TEXT NOT NULL,
                post TEXT,
                acting_for TEXT,
                renewed_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL
            );
            CREATE INDEX session_by_person ON session(person);
            CREATE INDEX session_by_expiry ON session(expires_at);
            CREATE TABLE counted_try (
                counter {blob} NOT NULL,
                window_start BIGINT NOT NULL,
                tries BIGINT NOT NULL,
                PRIMARY KEY (counter, window_start)
            );
            CREATE INDEX counted_try_by_age ON counted_try(window_start);
            CREATE TABLE bearer_token (
                token_hash TEXT NOT NULL PRIMARY KEY,
                system TEXT NOT NULL,
                expires_at BIGINT NOT NULL
            );
            """)

    package struct Credential: Sendable {
        package let person: Person.ID
        package let passwordHash: String
    }

    package struct SessionRow: Sendable {
        package let id: String
        package let person: Person.ID
        package let post: Post.ID?
        package let actingFor: Delegation.ID?
        package let renewedAt: Moment
        package let expiresAt: Moment
    }

    /// - Parameter loginIndex: blind index of the normalised login name; the name itself is kept nowhere in the clear.
    package static func credential(_ loginIndex: [UInt8], in connection: any Connection) throws -> Credential? {
        guard
            let row = try connection.first(
                "SELECT person, password_hash FROM credential WHERE login_index = $1", [.blob(loginIndex)]),
            let person = Person.ID(try row.text(0))
        else { return nil }
        return Credential(person: person, passwordHash: try row.text(1))
    }

    package static func save(
        _ credential: Credential, loginIndex: [UInt8], in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO credential(login_index, person, password_hash) VALUES ($1, $2, $3)
            ON CONFLICT(login_index) DO UPDATE SET password_hash = excluded.password_hash
            """,
            [.blob(loginIndex), .text(credential.person.text), .text(credential.passwordHash)])
    }

    /// Another password, or the same one hashed with today's parameters, for all login names of a person.
    package static func renew(
        passwordHash: String, of person: Person.ID, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE credential SET password_hash = $2 WHERE person = $1", [.text(person.text), .text(passwordHash)])
    }

    /// The hash that all login names of a person share; nil when he has none.
    package static func passwordHash(of person: Person.ID, in connection: any Connection) throws -> String? {
        try connection.first(
            "SELECT password_hash FROM credential WHERE person = $1 ORDER BY login_index LIMIT 1", [.text(person.text)]
        )?.text(0)
    }

    /// Ends every session of a person but one.
    package static func endOthers(
        than id: String, of person: Person.ID, in connection: any Connection
    ) throws {
        try connection.execute("DELETE FROM session WHERE person = $1 AND id <> $2", [.text(person.text), .text(id)])
    }

    /// Ends all sessions of a person and forgets the login names, in the write that erases him.
    package static func forget(_ person: Person.ID, in connection: any Connection) throws {
        try connection.execute("DELETE FROM session WHERE person = $1", [.text(person.text)])
        try connection.execute("DELETE FROM credential WHERE person = $1", [.text(person.text)])
    }

    package static func session(_ id: String, in connection: any Connection) throws -> SessionRow? {
        guard
            let row = try connection.first(
                "SELECT person, post, acting_for, renewed_at, expires_at FROM session WHERE id = $1", [.text(id)]),
            let person = Person.ID(try row.text(0))
        else { return nil }
        return SessionRow(
            id: id, person: person, post: try row.optionalText(1).flatMap { Post.ID($0) },
            actingFor: try row.optionalText(2).flatMap { Delegation.ID($0) },
            renewedAt: Moment(milliseconds: Int64(try row.int(3))),
            expiresAt: Moment(milliseconds: Int64(try row.int(4))))
    }

    package static func open(_ row: SessionRow, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO session(id, person, post, acting_for, renewed_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(row.id), .text(row.person.text), SQLValue(row.post?.text), SQLValue(row.actingFor?.text),
                .int(row.renewedAt.milliseconds), .int(row.expiresAt.milliseconds),
            ])
    }

    /// Renewed at most once an hour: a page view writes nothing else.
    package static func renew(_ id: String, at moment: Moment, until end: Moment, in connection: any Connection) throws
    {
        try connection.execute(
            "UPDATE session SET renewed_at = $2, expires_at = $3 WHERE id = $1",
            [.text(id), .int(moment.milliseconds), .int(end.milliseconds)])
    }

    /// From which post, or for whom, the session acts from now on; both nil: the person himself.
    package static func stand(
        _ id: String, post: Post.ID?, actingFor: Delegation.ID?, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE session SET post = $2, acting_for = $3 WHERE id = $1",
            [.text(id), SQLValue(post?.text), SQLValue(actingFor?.text)])
    }

    /// Nobody acts under this delegation any more; runs in the write that revokes it.
    package static func stepOut(
        of delegation: Delegation.ID, agent: Person.ID, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE session SET acting_for = NULL WHERE person = $1 AND acting_for = $2",
            [.text(agent.text), .text(delegation.text)])
    }

    /// Nobody acts from this post any more; runs in the write that ends it.
    package static func stepOut(of post: Post.ID, person: Person.ID, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE session SET post = NULL WHERE person = $1 AND post = $2", [.text(person.text), .text(post.text)])
    }

    package static func end(_ id: String, in connection: any Connection) throws {
        try connection.execute("DELETE FROM session WHERE id = $1", [.text(id)])
    }

    /// Ends what has expired; called by the leader.
    @discardableResult
    package static func sweep(at moment: Moment, in connection: any Connection) throws -> Int {
        try connection.execute(
            "DELETE FROM counted_try WHERE window_start < $1",
            [
                .int(moment.milliseconds - 86_400_000)
            ])
        return try connection.execute("DELETE FROM session WHERE expires_at < $1", [.int(moment.milliseconds)])
    }

    /// Counts one try and gives how many there were in the window that holds `moment`.
    package static func count(
        _ counter: [UInt8], windowInSeconds: Int, at moment: Moment, in connection: any Connection
    ) throws -> Int {
        let length = Int64(windowInSeconds) * 1000
        let start = moment.milliseconds / length * length
        let rows = try connection.query(
            """
            INSERT INTO counted_try(counter, window_start, tries) VALUES ($1, $2, 1)
            ON CONFLICT(counter, window_start) DO UPDATE SET tries = counted_try.tries + 1
            RETURNING tries
            """,
            [.blob(counter), .int(start)])
        return try rows.first?.int(0) ?? 1
    }

    /// Takes one try back, because it was a right one.
    package static func uncount(
        _ counter: [UInt8], windowInSeconds: Int, at moment: Moment, in connection: any Connection
    ) throws {
        let length = Int64(windowInSeconds) * 1000
        try connection.execute(
            "UPDATE counted_try SET tries = tries - 1 WHERE counter = $1 AND window_start = $2 AND tries > 0",
            [.blob(counter), .int(moment.milliseconds / length * length)])
    }

    package static func forget(_ counter: [UInt8], in connection: any Connection) throws {
        try connection.execute("DELETE FROM counted_try WHERE counter = $1", [.blob(counter)])
    }

    /// The system behind a bearer token, when the token has not expired.
    package static func system(
        tokenHash: String, at moment: Moment, in connection: any Connection
    ) throws -> ConnectedSystem? {
        guard
            let row = try connection.first(
                """
                SELECT s.id, s.name, s.scopes FROM bearer_token t JOIN account_system s ON s.id = t.system
                WHERE t.token_hash = $1 AND t.expires_at > $2
                """,
                [.text(tokenHash), .int(moment.milliseconds)])
        else { return nil }
        let scopes = try row.text(2).split(separator: " ").compactMap { ConnectedSystem.Scope(rawValue: String($0)) }
        return ConnectedSystem(id: try row.text(0), name: try row.text(1), scopes: Set(scopes))
    }

    package static func save(
        tokenHash: String, of system: String, until end: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "INSERT INTO bearer_token(token_hash, system, expires_at) VALUES ($1, $2, $3)",
            [.text(tokenHash), .text(system), .int(end.milliseconds)])
    }
}
