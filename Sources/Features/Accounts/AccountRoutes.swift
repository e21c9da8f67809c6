import Hummingbird
import Proofs
import Values
import Web

extension Accounts {
    /// Signing in and out, and in what capacity one acts.
    func addSessionRoutes(to table: inout RouteTable) {
        table.page("/sign-in", .signIn, showSignIn)
        table.form("/session", .signIn, upTo: .form, signIn)
        table.form("/session/end", .signOut, upTo: .form, signOut)
        table.page("/session", .choosePost, showStanding)
        table.form("/session/standing", .choosePost, upTo: .form, chooseStanding)
        table.page("/my/looks", .readLooks, showLooks)
        table.page("/w/admin/permissions", .readPermissions, showPermissions)
    }

    @Sendable private func showSignIn(_ visit: Visit) async throws -> Response {
        let destination = try visit.query()["to"].flatMap(SignInDestination.read)
        if visit.visitor.session != nil { return Reply.see(destination ?? "/") }
        let page = SignInPage(
            destination: destination, name: "", problems: [], kept: nil, wasSignedIn: false)
        return visit.page(page.page(for: visit.reader, key: visit.formKey))
    }

    @Sendable private func signIn(_ visit: Visit) async throws -> Response {
        let destination = visit.form["to"].flatMap(SignInDestination.read)
        let name = visit.form["login"] ?? ""
        do {
            let opened = try await sessions.signIn(
                SessionDesk.Attempt(
                    name: name, password: visit.form.asTyped("password"), address: visit.addressBucket,
                    replaced: visit.gate.cookies.value(.session, of: visit.request)),
                entropy: visit.entropy, at: visit.moment)
            var response = try await answer(visit, opened, asked: destination)
            // Without a life of its own: on a shared machine it ends with the browser, and in the database anyway.
            response.setCookie(visit.gate.cookies.header(.session, opened.token, livesForSeconds: nil))
            return response
        } catch Failure.problems(let problems) {
            let page = SignInPage(
                destination: destination, name: String(name.prefix(100)), problems: problems,
                kept: KeptPost(carriedBy: visit.form), wasSignedIn: false)
            return visit.page(page.page(for: visit.reader, key: visit.formKey), status: .unprocessableContent)
        }
    }

    /// Leads on; or, when a form came along, shows it to be sent again with the token of the new session.
    private func answer(
        _ visit: Visit, _ opened: SessionDesk.Opened, asked: Link?
    ) async throws -> Response {
        guard let kept = KeptPost(carriedBy: visit.form),
            let session = try await sessions.visitor(cookie: opened.token, at: visit.moment).visitor.session
        else { return Reply.see(SignInDestination.after(opened, asked: asked)) }
        return visit.page(ResumePage(kept: kept, formToken: session.formToken).page(for: visit.reader))
    }

    @Sendable private func signOut(_ visit: Visit) async throws -> Response {
        try await sessions.signOut(try visit.session())
        var response = Reply.see("/")
        response.setCookie(visit.gate.cookies.header(.session, "", livesForSeconds: 0))
        return response
    }

    @Sendable private func showStanding(_ visit: Visit) async throws -> Response {
        let destination = try visit.query()["to"].flatMap(SignInDestination.read)
        return try await standing(visit, destination: destination, problems: [], status: .ok)
    }

    @Sendable private func chooseStanding(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        let destination = visit.form["to"].flatMap(SignInDestination.read)
        guard let choice = visit.form["standing"].flatMap(StandingPage.Choice.init) else {
            let problem = Problem(place: "standing", message: AccountWords.choose, remedy: AccountWords.choose)
            return try await standing(
                visit, destination: destination, problems: [problem], status: .unprocessableContent)
        }
        switch choice {
        case .oneself: try await sessions.actForOneself(in: session)
        case .post(let id): try await sessions.choosePost(id, in: session)
        case .delegation(let id): try await sessions.actFor(id, in: session, at: visit.moment)
        }
        if let destination { return Reply.see(destination) }
        if case .post(let id) = choice {
            return Reply.see(SignInDestination.officers(session.posts.first { $0.id == id }))
        }
        return Reply.see(SignInDestination.citizens)
    }

    private func standing(
        _ visit: Visit, destination: Link?, problems: [Problem], status: HTTPResponse.Status
    ) async throws -> Response {
        let session = try visit.session()
        let received = try await delegations.overview(of: session).received
        let page = StandingPage(
            session: session, delegations: received.filter { $0.delegation.isInForce(on: visit.day) },
            destination: destination, names: names, problems: problems)
        return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
    }

    @Sendable private func showLooks(_ visit: Visit) async throws -> Response {
        let found = try await looks.looks(at: try visit.session().person.id, until: visit.day)
        return visit.page(LooksPage(looks: found, names: names).page(for: visit.reader))
    }

    @Sendable private func showPermissions(_ visit: Visit) async throws -> Response {
        let routes = Dictionary(grouping: visit.routes, by: \.verb).mapValues { lines in
            lines.map { "\($0.method.rawValue) \($0.path)" }
        }
        let title = AccountWords.permissions[visit.language]
        return try visit.staffPage(
            PageHeading(title: title, column: title), current: PermissionPage.link,
            body: PermissionPage(routes: routes).body(in: visit.language))
    }
}

/// Where one goes after signing in: only within this site.
enum SignInDestination {
    /// The worklist; the permission table for a post that works on no cases.
    static func officers(_ post: Post?) -> Link {
        post.map { Permissions.allows(.readWorklist, to: .officer($0.role)) } ?? true
            ? "/w/inbox" : "/w/admin/permissions"
    }

    static let citizens: Link = "/my"

    /// nil for another site, and for the sign-in page itself.
    static func read(_ text: String) -> Link? {
        guard let link = Link(onThisSite: text), !text.hasPrefix("/sign-in"), !text.contains("\\") else { return nil }
        return link
    }

    static func after(_ opened: SessionDesk.Opened, asked: Link?) -> Link {
        if opened.posts.count > 1 { return Link("/session").with([("to", asked?.text)]) }
        return asked ?? (opened.post == nil ? citizens : officers(opened.post))
    }
}

extension FormInput {
    /// As it was typed: spaces at the ends of a password count.
    func asTyped(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }
}

extension Visit {
    /// Where tries are counted: an IPv4 address, or the first four groups of an IPv6 address, which one line has.
    var addressBucket: String {
        let address = web.remoteAddress
        guard address.contains(":") else { return address }
        return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }
}
