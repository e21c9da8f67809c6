import Proofs
import Storage
import Values

/// Signs people in and out, and says who is behind a request.
package struct SessionDesk: Sendable {
    let accounts: AccountDesk
    private let systems: SystemDesk

    private static let byName = TryLimit(counter: .name, tries: 10, windowInSeconds: 900)
    private static let byAddress = TryLimit(counter: .address, tries: 10, windowInSeconds: 900)

    package init(accounts: AccountDesk) {
        self.accounts = accounts
        systems = SystemDesk(database: accounts.database)
    }

    /// What somebody sends to sign in.
    package struct Attempt: Sendable {
        package let name: String
        package let password: String
        /// Where it came from; counted, and kept only as a blind index.
        package let address: String
        /// The token of a session that this one replaces.
        package let replaced: String?

        package init(name: String, password: String, address: String, replaced: String?) {
            self.name = name
            self.password = password
            self.address = address
            self.replaced = replaced
        }
    }

    /// A session that was just opened; the token goes into the cookie and is kept nowhere.
    package struct Opened: Sendable {
        package let token: String
        package let lifeInSeconds: Int
        package let person: Person.ID
        package let posts: [Post]
        /// The only post, from which the person now acts.
        package let post: Post?
    }

    /// Opens a session.
    ///
    /// Throws `Failure.problems` when name or password are missing or wrong, never saying which; `Failure.tooMany`
    /// after ten tries in a quarter of an hour, for one name or from one address (right ones from an address do not
    /// count, so that an office behind one address can sign in).
    package func signIn(_ attempt: Attempt, entropy: Entropy, at moment: Moment) async throws -> Opened {
        var problems: [Problem] = []
        if attempt.name.comparisonKey.isEmpty { problems.append(AccountProblems.loginMissing) }
        if attempt.password.isEmpty { problems.append(AccountProblems.passwordMissing) }
        guard problems.isEmpty else { throw Failure.problems(problems) }
        let name = LoginName(attempt.name)
        try await count(attempt, name, at: moment)
        let credential = try await credential(of: name)
        // A longer text than anybody's password costs the same as a short one: its hash is checked instead.
        let password = attempt.password.utf8.count <= 1024 ? attempt.password : ""
        let isRight = try await accounts.passwords.verify(password, against: credential?.passwordHash)
        guard isRight, !password.isEmpty, let name, let credential else {
            throw Failure.problems([AccountProblems.wrongLogin])
        }
        let renewed = try await renewedHash(credential, password: password, entropy: entropy)
        return try await open(credential.person, renewed, attempt, name, entropy: entropy, at: moment)
    }

    /// Ends the session of that token; nothing happens when there is none.
    package func signOut(_ session: Session) async throws {
        defer { accounts.visitors.empty() }
        try await accounts.database.write { try SessionStore.end(session.id, in: $0) }
    }

    /// From now on the person acts from this post.
    ///
    /// Throws `Failure.forbidden` when he does not hold it today.
    package func choosePost(_ id: Post.ID, in session: Session) async throws {
        guard session.posts.contains(where: { $0.id == id }) else {
            throw Failure.forbidden(Wording(zh: "您今天不在这个岗位上", en: "You do not hold this post today"))
        }
        try await stand(session, post: id, actingFor: nil)
    }

    /// From now on the person acts for the giver of this delegation.
    ///
    /// Throws `Failure.forbidden` when it is not his, or not in force today.
    package func actFor(_ id: Delegation.ID, in session: Session, at moment: Moment) async throws {
        let delegation = try await accounts.database.read { try AccountStore.delegation(id, in: $0) }
        guard let delegation, delegation.agent == session.person.id, delegation.isInForce(on: moment.day) else {
            throw Failure.forbidden(
                Wording(zh: "这份授权不是给您的，或者今天已经失效", en: "This delegation is not yours or not in force today"))
        }
        try await stand(session, post: nil, actingFor: id)
    }

    /// From now on the person acts for himself.
    package func actForOneself(in session: Session) async throws {
        try await stand(session, post: nil, actingFor: nil)
    }

    /// Who is behind a request, and whether the session should be renewed.
    package struct Arrival: Sendable {
        package let visitor: Visitor
        package let isDueForRenewal: Bool

        package static let anyone = Arrival(visitor: .anyone, isDueForRenewal: false)
    }

    /// Who holds this cookie; `.anyone` when it stands for no session.
    ///
    /// - Parameter token: the value of the cookie, as the browser sent it.
    package func visitor(cookie token: String, at moment: Moment) async throws -> Arrival {
        guard token.utf8.count == 64, let bytes = Hexadecimal.bytes(token) else { return .anyone }
        let id = SessionDesk.id(of: token)
        guard let found = try await accounts.visitors.session(id, at: moment, in: accounts.database) else {
            return .anyone
        }
        let posts = found.posts.filter { $0.isHeld(on: moment.day) }
        let session = Session(
            id: id, person: found.person, post: posts.first { $0.id == found.post }, posts: posts,
            actingFor: found.actingFor.flatMap { $0.delegation.isInForce(on: moment.day) ? $0 : nil },
            formToken: SessionDesk.formToken(of: bytes))
        let age = moment.milliseconds - found.renewedAt.milliseconds
        return Arrival(visitor: .person(session), isDueForRenewal: age >= SessionDesk.renewalInterval)
    }

    /// The system that holds this bearer token.
    ///
    /// Throws `Failure.signInNeeded` when it is nobody's or has expired.
    package func visitor(bearer token: String, at moment: Moment) async throws -> Visitor {
        guard let system = try await systems.system(BearerToken(text: token).hash, at: moment) else {
            throw Failure.signInNeeded
        }
        return .system(system)
    }

    /// Renews a session that was due; see `SessionStore.renew`.
    package func renew(_ session: Session, at moment: Moment) async throws {
        let end = moment.adding(milliseconds: Session.length(ofOfficer: !session.posts.isEmpty))
        defer { accounts.visitors.empty() }
        try await accounts.database.write { try SessionStore.renew(session.id, at: moment, until: end, in: $0) }
    }

    /// Ends what has expired; a leader calls it now and then.
    package func sweep(at moment: Moment) async throws {
        _ = try await accounts.database.write { try SessionStore.sweep(at: moment, in: $0) }
    }

    private static let renewalInterval: Int64 = 3_600_000

    private static func id(of token: String) -> String { Hexadecimal.text(SM3.hash(Array(token.utf8))) }

    /// What forms carry: it follows from the token and tells nothing of it.
    private static func formToken(of token: [UInt8]) -> String {
        Hexadecimal.text(HMACSM3.code(Array("form".utf8), key: token))
    }

    private func count(_ attempt: Attempt, _ name: LoginName?, at moment: Moment) async throws {
        if let name {
            try await accounts.count(SessionDesk.byName, name.kind.rawValue + ":" + name.text, at: moment)
        }
        try await accounts.count(SessionDesk.byAddress, attempt.address, at: moment)
    }

    private func credential(of name: LoginName?) async throws -> SessionStore.Credential? {
        guard let index = name.map({ accounts.indexes.login($0) }) else { return nil }
        return try await accounts.database.read { try SessionStore.credential(index, in: $0) }
    }

    /// The password hashed with today's parameters; nil when it is already.
    private func renewedHash(
        _ credential: SessionStore.Credential, password: String, entropy: Entropy
    ) async throws -> String? {
        guard PasswordHash.needsRenewal(credential.passwordHash) else { return nil }
        return try await accounts.passwords.hash(password, salt: Array(entropy.bytes("password-salt", 0).prefix(16)))
    }

    private func open(
        _ person: Person.ID, _ renewedHash: String?, _ attempt: Attempt, _ name: LoginName, entropy: Entropy,
        at moment: Moment
    ) async throws -> Opened {
        let token = Hexadecimal.text(entropy.bytes("session", 0))
        let id = SessionDesk.id(of: token)
        let replaced = attempt.replaced.map { SessionDesk.id(of: $0) }
        let nameCounter = accounts.indexes.counter(.name, name.kind.rawValue + ":" + name.text)
        let addressCounter = accounts.indexes.counter(.address, attempt.address)
        let window = SessionDesk.byAddress.windowInSeconds
        defer { accounts.visitors.empty() }
        return try await accounts.database.write { connection in
            let posts = try AccountStore.posts(of: person, in: connection).filter { $0.isHeld(on: moment.day) }
            let post = posts.count == 1 ? posts.first : nil
            let length = Session.length(ofOfficer: !posts.isEmpty)
            if let renewedHash { try SessionStore.renew(passwordHash: renewedHash, of: person, in: connection) }
            if let replaced { try SessionStore.end(replaced, in: connection) }
            try SessionStore.forget(nameCounter, in: connection)
            try SessionStore.uncount(addressCounter, windowInSeconds: window, at: moment, in: connection)
            try SessionStore.open(
                SessionStore.SessionRow(
                    id: id, person: person, post: post?.id, actingFor: nil, renewedAt: moment,
                    expiresAt: moment.adding(milliseconds: length)), in: connection)
            return Opened(
                token: token, lifeInSeconds: Int(length / 1000), person: person, posts: posts, post: post)
        }
    }

    private func stand(_ session: Session, post: Post.ID?, actingFor: Delegation.ID?) async throws {
        defer { accounts.visitors.empty() }
        try await accounts.database.write {
            try SessionStore.stand(session.id, post: post, actingFor: actingFor, in: $0)
        }
    }
}

extension AccountDesk {
    /// Counts one try; throws `Failure.tooMany` when it is one too many.
    func count(_ limit: TryLimit, _ value: String, at moment: Moment) async throws {
        let counter = indexes.counter(limit.counter, value)
        let tries = try await database.write {
            try SessionStore.count(counter, windowInSeconds: limit.windowInSeconds, at: moment, in: $0)
        }
        guard tries <= limit.tries else { throw Failure.tooMany(retryAfterSeconds: limit.secondsLeft(at: moment)) }
    }

    /// The person of that number, when the name is his too; nil tells nobody which of both was wrong.
    func person(_ number: CitizenIdentityNumber, named name: String) async throws -> Person? {
        let index = indexes.idNumber(number)
        guard let person = try await database.read({ try AccountStore.person(idNumberIndex: index, in: $0) }),
            let first = try await events.stream(person.id.text).events.first
        else { return nil }
        let told = try AccountFields(event: first).person()
        return told.name.comparisonKey == name.comparisonKey ? person : nil
    }
}
