import Proofs
import Storage
import Values

/// Opens accounts, assigns posts and connects systems; delegations, sessions and looks have desks of their own.
package struct AccountDesk: Sendable {
    let database: Database
    let events: EventDesk
    let indexes: AccountIndexes
    let passwords: PasswordDesk
    let projection: AccountProjection
    let visitors = VisitorDesk()
    /// Posts from which connected systems act.
    package let posts: PostDesk

    package init(database: Database, events: EventDesk, masterKey: MasterKey, passwords: PasswordDesk) {
        self.database = database
        self.events = events
        self.passwords = passwords
        indexes = AccountIndexes(masterKey: masterKey)
        projection = AccountProjection(indexes: indexes)
        posts = PostDesk(database: database)
    }

    /// Login names and the password that goes with them.
    package struct Login: Sendable {
        package let names: [LoginName]
        /// As `PasswordHash.make` gave it.
        package let passwordHash: String

        package init(names: [LoginName], passwordHash: String) {
            self.names = names
            self.passwordHash = passwordHash
        }
    }

    /// Opens the account of a natural person, with a login in the same write when one is given.
    ///
    /// Throws `Failure.problems` when the identity number has an account, or a login name is taken.
    package func registerPerson(
        _ person: PersonRegistration, as id: Person.ID, login: Login?, by acting: AccountActing
    ) async throws {
        let index = indexes.idNumber(person.idNumber)
        let credentials = login.map { login in login.names.map { (indexes.login($0), login.passwordHash) } } ?? []
        _ = try await acting.run(on: events) {
            try await database.read { connection in
                if try AccountStore.person(idNumberIndex: index, in: connection) != nil {
                    throw Failure.problems([AccountProblems.idNumberTaken])
                }
                for (index, _) in credentials where try SessionStore.credential(index, in: connection) != nil {
                    throw Failure.problems([AccountProblems.loginTaken])
                }
            }
            let body = AccountEvents.registered(person, by: acting.actor, at: acting.moment)
            return decided(
                [StreamAppend(stream: id.text, after: [], bodies: [body], at: acting.moment)],
                keys: StreamKeys(new: [id.text: acting.entropy.streamKey("person-key", 0)], saved: [:]),
                result: ["person": .text(id.text)]
            ) { connection in
                for (index, hash) in credentials {
                    try SessionStore.save(
                        SessionStore.Credential(person: id, passwordHash: hash), loginIndex: index, in: connection)
                }
            }
        }
    }

    /// Opens the account of an enterprise, and records the first delegation: its legal representative may act for it
    /// in every service until a day on which the register is asked again.
    ///
    /// Throws `Failure.problems` when the code is none, or has an account.
    package func registerEnterprise(
        _ enterprise: Enterprise, delegation: Delegation.ID, until: Day, by acting: AccountActing
    ) async throws {
        do {
            _ = try UnifiedSocialCreditCode(reading: enterprise.code)
        } catch {
            throw Failure.problems([error.problem(at: "code", named: AccountProblems.codeName)])
        }
        let first = Delegation(
            id: delegation, subject: .enterprise(enterprise.id), agent: enterprise.representative, services: nil,
            from: acting.moment.day, until: until, revokedOn: nil)
        _ = try await acting.run(on: events) {
            try await database.read { connection in
                if try AccountStore.enterprise(code: enterprise.code, in: connection) != nil {
                    throw Failure.problems([AccountProblems.codeTaken])
                }
                if try AccountStore.person(enterprise.representative, in: connection) == nil {
                    throw Failure.problems([AccountProblems.noSuchPerson])
                }
            }
            return decided(
                [
                    acting.first(
                        enterprise.id.text, AccountEvents.registered(enterprise, by: acting.actor, at: acting.moment)),
                    acting.first(delegation.text, AccountEvents.granted(first, by: acting.actor, at: acting.moment)),
                ],
                keys: .none, result: ["enterprise": .text(enterprise.id.text)], also: { _ in })
        }
    }

    /// Records a delegation that was given on paper, as it is; who may give one online is decided by `DelegationDesk`.
    func recordDelegation(_ delegation: Delegation, by acting: AccountActing) async throws {
        _ = try await acting.run(on: events) {
            let body = AccountEvents.granted(delegation, by: acting.actor, at: acting.moment)
            return decided(
                [acting.first(delegation.id.text, body)], keys: .none,
                result: ["delegation": .text(delegation.id.text)], also: { _ in })
        }
    }

    /// Gives a person a post.
    package func assignPost(_ post: Post, by acting: AccountActing) async throws {
        _ = try await acting.run(on: events) {
            let person = try await database.read { try AccountStore.person(post.person, in: $0) }
            guard person != nil else { throw Failure.problems([AccountProblems.noSuchPerson]) }
            let body = AccountEvents.assigned(post, by: acting.actor, at: acting.moment)
            return decided(
                [acting.first(post.id.text, body)], keys: .none, result: ["post": .text(post.id.text)], also: { _ in })
        }
    }

    /// Ends a post from a day on; sessions that act from it step out in the same write when that day has come.
    ///
    /// Throws `Failure.notFound`.
    package func endPost(_ id: Post.ID, on day: Day, by acting: AccountActing) async throws {
        _ = try await acting.run(on: events) {
            let past = try await events.stream(id.text).events
            guard case .post(let post) = try projection.rows(of: past) else {
                throw Failure.notFound(AccountProblems.postNotFound)
            }
            let body = AccountEvents.ended(on: day, by: acting.actor, at: acting.moment)
            let change = StreamAppend(stream: id.text, after: past, bodies: [body], at: acting.moment)
            let isOver = day <= acting.moment.day
            return decided(
                [change], keys: .none, result: ["post": .text(id.text)], after: [id.text: past]
            ) { connection in
                if isOver { try SessionStore.stepOut(of: id, person: post.person, in: connection) }
            }
        }
        posts.forget(id)
    }

    /// Destroys what is known of a person: key, masks, index, login names, sessions, and who looked at his data.
    ///
    /// Law: 个人信息保护法 第四十七条. Posts and delegations stay: they name an id that nobody can resolve any more.
    package func erase(_ person: Person.ID, at moment: Moment) async throws {
        let registered = try await events.stream(person.text)
        guard let first = registered.events.first else { throw Failure.notFound(AccountProblems.personNotFound) }
        let looks = Month.all(from: first.at.day, to: moment.day).map { LookDesk.stream(of: person, in: $0) }
        defer { visitors.empty() }
        try await database.write { connection in
            for stream in looks where try EventStore.key(of: stream, in: connection) != .none {
                try EventStore.erase(stream, at: moment, in: connection)
            }
            try EventStore.erase(person.text, at: moment, in: connection)
            try AccountStore.save(.erasedPerson(person), in: connection)
            try SessionStore.forget(person, in: connection)
        }
    }

    /// Records another system that may use the interface.
    package func connectSystem(_ system: ConnectedSystem, by acting: AccountActing) async throws {
        _ = try await acting.run(on: events) {
            let body = AccountEvents.connected(system, by: acting.actor, at: acting.moment)
            return decided(
                [acting.first(system.id, body)], keys: .none, result: ["system": .text(system.id)], also: { _ in })
        }
    }

    /// Gives a system a bearer token; only its SM3 is kept, so it is shown this once.
    package func issueToken(for system: String, until end: Moment, entropy: Entropy) async throws -> String {
        let token = BearerToken(bytes: entropy.bytes("bearer-token", 0))
        try await save(token, for: system, until: end)
        return token.text
    }

    func save(_ token: BearerToken, for system: String, until end: Moment) async throws {
        try await database.write {
            try SessionStore.save(tokenHash: token.hash, of: system, until: end, in: $0)
        }
    }

    /// What a decision writes, with the rows of the projection and one more effect in the same write.
    func decided(
        _ changes: [StreamAppend], keys: StreamKeys, result: JSON, after history: [String: [PastEvent]] = [:],
        also effect: @escaping Effect
    ) -> Decided {
        let projection = projection
        let visitors = visitors
        return Decided(
            changes: changes, keys: keys, result: result,
            projecting: { events in
                let streams = Dictionary(grouping: events, by: \.stream).sorted { $0.key < $1.key }
                let effects = try streams.map { stream, new in
                    try projection.effect(of: (history[stream] ?? []) + new.sorted { $0.version < $1.version })
                }
                return Decided.Projected(
                    effect: { connection in
                        for effect in effects { try effect(connection) }
                        try effect(connection)
                    }, committed: { visitors.empty() })
            })
    }
}
