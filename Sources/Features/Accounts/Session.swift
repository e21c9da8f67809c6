import Values

/// Who is behind a request.
package enum Visitor: Sendable {
    case anyone
    case person(Session)
    case system(ConnectedSystem)

    package var session: Session? {
        if case .person(let session) = self { return session }
        return nil
    }
}

/// A signed-in person: what the cookie stands for.
package struct Session: Sendable {
    /// SM3 of the cookie's token, in hexadecimal; the token itself is kept nowhere.
    package let id: String
    package let person: Person
    /// The post from which an officer acts; nil for everyone else.
    package let post: Post?
    /// Posts the person holds today.
    package let posts: [Post]
    /// The subject for whom the person acts at present; nil: for himself.
    package let actingFor: ActingFor?
    /// Sent back by every form; derives from the token.
    package let formToken: String

    package struct ActingFor: Hashable, Sendable {
        package let subject: Subject
        package let name: String
        package let delegation: Delegation

        package init(subject: Subject, name: String, delegation: Delegation) {
            self.subject = subject
            self.name = name
            self.delegation = delegation
        }
    }

    package init(
        id: String, person: Person, post: Post?, posts: [Post], actingFor: ActingFor?, formToken: String
    ) {
        self.id = id
        self.person = person
        self.post = post
        self.posts = posts
        self.actingFor = actingFor
        self.formToken = formToken
    }

    /// In whose name an application is filed now.
    package var applicant: Subject { actingFor?.subject ?? .person(person.id) }

    /// Who does it, as events and idempotency keys name him: the post he works from, or the person himself.
    package var actor: Actor { post.map { .post($0.id.text) } ?? .person(person.id.text) }

    /// How long a session lives without being used: 12 hours for citizens; 8, a working day, for officers.
    package static func length(ofOfficer isOfficer: Bool) -> Int64 { (isOfficer ? 8 : 12) * 3_600_000 }
}

/// Another system that uses the interface under a bearer token (接入系统).
package struct ConnectedSystem: Hashable, Sendable {
    package let id: String
    package let name: String
    package let scopes: Set<Scope>

    package enum Scope: String, Hashable, Sendable, CaseIterable {
        /// Read catalogue, cases and certificates.
        case read
        /// File and act for applicants.
        case file
        /// Act for posts.
        case decide
        /// Read the open part of everything that happens.
        case feed
    }

    package var actor: Actor { .system(id) }

    package init(id: String, name: String, scopes: Set<Scope>) {
        self.id = id
        self.name = name
        self.scopes = scopes
    }
}
