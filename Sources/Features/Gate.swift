import HTTPTypes
import Hummingbird
import Logging
import Proofs
import Values
import Web

/// What every request passes before a feature answers it: who is it, may he ask this, does the form come from here.
package struct Gate: Sendable {
    package let site: Site
    package let cookies: CookiePolicy
    private let sessions: SessionDesk
    /// The frame of officers' pages: name of the desk, unit, side navigation.
    let desk: @Sendable (Session, Language) -> StaffPage.Desk

    package init(
        site: Site, cookies: CookiePolicy, sessions: SessionDesk,
        desk: @escaping @Sendable (Session, Language) -> StaffPage.Desk
    ) {
        self.site = site
        self.cookies = cookies
        self.sessions = sessions
        self.desk = desk
    }

    func answer(
        _ request: Request, in context: WebContext, by route: RouteTable.Route, of lines: [RouteTable.Line]
    ) async throws -> Response {
        let arrival = try await arrival(of: request, in: context, isInterface: route.line.isInterface)
        var context = context
        context.signedIn = arrival.visitor.session
        // Once more here, so that error pages know who reads them.
        return try await ErrorMiddleware(site: site).handle(request, context: context) { request, context in
            if let answer = try await signInAgain(request, in: context, for: route, arrival.visitor) { return answer }
            try Permissions.require(route.line.verb, of: arrival.visitor)
            var visit = Visit(
                request: request, web: context, visitor: arrival.visitor, gate: self, line: route.line, routes: lines)
            switch route.content {
            case .nothing: break
            case .form(let limit): visit.form = try await request.form(upTo: limit, in: context)
            case .json(let limit):
                try request.requireType("application/json")
                visit.body = try await request.bytes(upTo: limit)
            case .bytes(let limit):
                try request.requireType("application/octet-stream")
                visit.body = try await request.bytes(upTo: limit)
            }
            try await renew(arrival, in: context)
            return try await route.answer(visit)
        }
    }

    /// A form whose session has ended is not lost: the sign-in page carries what was typed. That it came from this site
    /// was checked before (`SameOriginMiddleware`), and nothing is done until the person sends it again.
    private func signInAgain(
        _ request: Request, in context: WebContext, for route: RouteTable.Route, _ visitor: Visitor
    ) async throws -> Response? {
        guard case .anyone = visitor, case .form(let limit) = route.content,
            !Permissions.allows(route.line.verb, to: .anyone), let action = Link(onThisSite: request.uri.path)
        else { return nil }
        let input = try FormInput(
            body: try await request.bytes(upTo: limit), contentType: request.headers[.contentType] ?? "",
            limits: .standard)
        let page = SignInPage(
            destination: nil, name: "", problems: [], kept: KeptPost(input, to: action),
            wasSignedIn: cookies.value(.session, of: request) != nil)
        let html = page.page(for: context.reader, key: context.formKey).html(on: site, for: context.reader)
        return Reply.page(html, status: .unauthorized)
    }

    /// Pages know cookies only, and the interface knows bearer tokens only: so no other site can make a browser send a
    /// command to the interface.
    private func arrival(
        of request: Request, in context: WebContext, isInterface: Bool
    ) async throws -> SessionDesk.Arrival {
        if isInterface {
            guard let header = request.headers[.authorization] else { return .anyone }
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Failure.signInNeeded }
            let visitor = try await sessions.visitor(bearer: String(parts[1]), at: context.moment)
            return SessionDesk.Arrival(visitor: visitor, isDueForRenewal: false)
        }
        guard let token = cookies.value(.session, of: request) else { return .anyone }
        return try await sessions.visitor(cookie: token, at: context.moment)
    }

    /// A page that can be read is shown also when its session cannot be renewed now.
    private func renew(_ arrival: SessionDesk.Arrival, in context: WebContext) async throws {
        guard arrival.isDueForRenewal, let session = arrival.visitor.session else { return }
        do {
            try await sessions.renew(session, at: context.moment)
        } catch let failure as Failure {
            guard case .unavailable = failure else { throw failure }
            context.logger.warning("a session could not be renewed", metadata: ["failure": "\(failure)"])
        }
    }
}

extension Session: SignedIn {
    /// Masked: pages are read over shoulders, and the platform keeps no open name in its rows.
    package var name: String {
        guard let actingFor else { return person.nameMask }
        return "\(person.nameMask) · \(actingFor.name)"
    }
}

/// One request that was let in, with all that a route needs to answer it.
package struct Visit: Sendable {
    package let request: Request
    package let web: WebContext
    package let visitor: Visitor
    let gate: Gate
    /// The route that answers.
    let line: RouteTable.Line
    /// All routes, for the printed permission table and the description of the interface.
    package let routes: [RouteTable.Line]
    /// What was sent with the form; empty for a page that is only read.
    package internal(set) var form = FormInput()
    /// What a system sent; empty for pages.
    package internal(set) var body: [UInt8] = []

    init(
        request: Request, web: WebContext, visitor: Visitor, gate: Gate, line: RouteTable.Line,
        routes: [RouteTable.Line]
    ) {
        self.line = line
        self.request = request
        self.web = web
        self.visitor = visitor
        self.gate = gate
        self.routes = routes
    }

    package var moment: Moment { web.moment }
    package var day: Day { web.moment.day }
    /// The random bytes of this request's command; equal parts give equal values, so label them.
    package var entropy: Entropy { Entropy(web.entropy) }
    package var language: Language { web.language }
    package var reader: Reader { web.reader }
    package var site: Site { gate.site }
    /// The key that the forms of the page carry which answers this request.
    package var formKey: String { web.formKey }

    /// The signed-in person; throws `Failure.signInNeeded` for anyone and for systems.
    package func session() throws(Failure) -> Session {
        guard let session = visitor.session else { throw Failure.signInNeeded }
        return session
    }

    /// A part of the path by its name; empty when the pattern lacks it.
    package func parameter(_ name: String) -> String {
        web.parameters.get(name) ?? line.part(name, of: request.uri.path) ?? ""
    }

    /// An id in the path; throws `Failure.notFound` for a text that is none.
    package func identifier<Owner>(_ name: String) throws(Failure) -> Identifier<Owner> {
        guard let id = Identifier<Owner>(parameter(name)) else {
            throw Failure.notFound(
                Wording(
                    zh: Language.chinese.words.failure.notFoundText, en: Language.english.words.failure.notFoundText))
        }
        return id
    }

    /// The parameters behind `?`.
    package func query() throws(Failure) -> FormInput { try request.query() }

    /// The JSON that a system sent; throws `Failure.unreadable` when it is none.
    package func json() throws(Failure) -> JSON {
        guard let json = try? JSON(parsing: body) else {
            throw Failure.unreadable([
                Problem(
                    place: "body", message: Wording(zh: "请求体不是规范的JSON", en: "The body is not strict JSON"),
                    remedy: Wording(zh: "按 openapi.yaml 发送", en: "send it as openapi.yaml says"))
            ])
        }
        return json
    }

    /// The key under which this command is done once: the form's own, or the header `Idempotency-Key`.
    ///
    /// Throws `Failure.problems` when there is none, and `Failure.signInNeeded` for anyone.
    package func commandKey(_ verb: String) throws(Failure) -> CommandKey {
        let actor: Actor
        switch visitor {
        case .anyone: throw Failure.signInNeeded
        case .person(let session): actor = session.actor
        case .system(let system): actor = .system(system.id)
        }
        let sent = request.headers[.idempotencyKey] ?? form.key
        guard let sent, (1...200).contains(sent.utf8.count), !sent.utf8.contains(0) else {
            throw Failure.problems([
                Problem(
                    place: "key", message: Wording(zh: "缺少防重复提交的编号", en: "The idempotency key is missing"),
                    remedy: Wording(
                        zh: "重新打开页面再提交；接口请带 Idempotency-Key", en: "open the page again; systems send Idempotency-Key"))
            ])
        }
        return CommandKey(actor: actor, verb: verb, clientKey: sent, request: requestBytes)
    }

    /// Who sends a command of `Accounts`.
    package func acting(_ verb: String) throws(Failure) -> AccountActing {
        let key = try commandKey(verb)
        return AccountActing(actor: key.actor, moment: moment, entropy: entropy, key: key)
    }

    /// A page for the public.
    package func page(_ page: PublicPage, status: HTTPResponse.Status = .ok) -> Response {
        Reply.page(page.html(on: site, for: reader), status: status)
    }

    /// A page for officers, in the frame of the session's post.
    package func staffPage(
        _ head: PageHeading, current: Link?, body: HTML, status: HTTPResponse.Status = .ok
    ) throws(Failure) -> Response {
        let desk = gate.desk(try session(), language)
        let page = StaffPage(head: head, desk: desk, current: current, body: body)
        return Reply.page(page.html(on: site, for: reader), status: status)
    }

    /// Path and content, without the parts of a form that differ each time it is rendered.
    private var requestBytes: [UInt8] {
        var bytes = Array(request.uri.path.utf8)
        for field in form.fields
        where field.name != FormInput.tokenName.text && field.name != FormInput.keyName.text {
            bytes += Array("&\(Link.encoded(field.name))=\(Link.encoded(field.value))".utf8)
        }
        for (name, file) in form.files { bytes += Array("&\(Link.encoded(name))=".utf8) + file.bytes }
        return bytes + body
    }
}

extension HTTPField.Name {
    fileprivate static var idempotencyKey: HTTPField.Name {
        guard let name = HTTPField.Name("Idempotency-Key") else { preconditionFailure("a constant of the program") }
        return name
    }
}
