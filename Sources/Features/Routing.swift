import HTTPTypes
import Hummingbird
import Values
import Web

/// All routes of the platform, each with its verb; `Gate` asks the permission table before any of them runs.
///
/// A page of a feature is added here and nowhere else, so that a test can walk every route with every role, and the
/// description of the interface can be compared.
package struct RouteTable: Sendable {
    /// What runs when a request was let in.
    package typealias Answer = @Sendable (Visit) async throws -> Response

    /// One route as it can be listed.
    package struct Line: Hashable, Sendable {
        package let method: HTTPRequest.Method
        /// `/cases/{case}`.
        package let path: String
        package let verb: Verb
        /// It belongs to the interface for systems (`/api/`): bearer tokens, no cookies, problems as JSON.
        package var isInterface: Bool { path.hasPrefix("/api/") }

        /// Whether a path, or another pattern, is one of those that this pattern means.
        func fits(_ other: String) -> Bool {
            let own = path.split(separator: "/")
            let parts = other.split(separator: "/")
            return own.count == parts.count && zip(own, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }

        /// The part of a path that stands where this pattern has `{name}`; nil when it has none.
        func part(_ name: String, of path: String) -> String? {
            let parts = path.split(separator: "/")
            guard let index = self.path.split(separator: "/").firstIndex(of: "{\(name)}"), index < parts.count else {
                return nil
            }
            return String(parts[index])
        }
    }

    /// What a request brings.
    enum Content: Sendable {
        case nothing
        /// A form; it is read, with its token checked, before the answer runs.
        case form(BodyLimit)
        /// JSON, for the interface.
        case json(BodyLimit)
        /// Bytes of a file, for the interface.
        case bytes(BodyLimit)
    }

    struct Route: Sendable {
        let path: RouterPath
        let line: Line
        let content: Content
        let answer: Answer
    }

    private(set) var routes: [Route] = []

    package init() {}

    /// Every route in the order in which it was added.
    package var lines: [Line] { routes.map(\.line) }

    /// A page that is read; it changes nothing.
    package mutating func page(_ path: RouterPath, _ verb: Verb, _ answer: @escaping Answer) {
        add(path, .get, verb, .nothing, answer)
    }

    /// A form of a page that is sent and changes something; always POST, and never without its token.
    package mutating func form(
        _ path: RouterPath, _ verb: Verb, upTo limit: BodyLimit, _ answer: @escaping Answer
    ) {
        add(path, .post, verb, .form(limit), answer)
    }

    /// A question of another system.
    package mutating func question(_ path: RouterPath, _ verb: Verb, _ answer: @escaping Answer) {
        add(path, .get, verb, .nothing, answer)
    }

    /// A question of another system that brings JSON; it changes nothing, so it has no key.
    package mutating func inquiry(_ path: RouterPath, _ verb: Verb, _ answer: @escaping Answer) {
        add(path, .post, verb, .json(.form), answer)
    }

    /// A command of another system, with JSON as its body.
    package mutating func command(
        _ path: RouterPath, _ verb: Verb, upTo limit: BodyLimit, _ answer: @escaping Answer
    ) {
        add(path, .post, verb, .json(limit), answer)
    }

    /// A command of another system that needs no body.
    package mutating func order(_ path: RouterPath, _ verb: Verb, _ answer: @escaping Answer) {
        add(path, .post, verb, .nothing, answer)
    }

    /// What another system puts in the place of what stood there: JSON, or the bytes of a file.
    package mutating func replacement(
        _ path: RouterPath, _ verb: Verb, ofBytes isBytes: Bool, _ answer: @escaping Answer
    ) {
        add(path, .put, verb, isBytes ? .bytes(.form) : .json(.form), answer)
    }

    /// What another system takes away.
    package mutating func removal(_ path: RouterPath, _ verb: Verb, _ answer: @escaping Answer) {
        add(path, .delete, verb, .nothing, answer)
    }

    /// Gives all routes to the router, each behind the gate; what may be read may also be asked for its head alone.
    package func install(on router: Router<WebContext>, behind gate: Gate) {
        let lines = lines
        router.add(middleware: MethodMiddleware(lines: lines))
        for (route, path) in routes.flatMap({ route in paths(of: route).map { (route, $0) } }) {
            router.on(path, method: route.line.method) { request, context in
                try await gate.answer(request, in: context, by: route, of: lines)
            }
            guard route.line.method == .get else { continue }
            router.on(path, method: .head) { request, context in
                try await gate.answer(request, in: context, by: route, of: lines).createHeadResponse()
            }
        }
    }

    /// Where a route must be reachable: at its own pattern, and at words of another method's route that fit it, because
    /// the router does not come back from a word that it knows (`GET /apply/{draft}/{step}` beside
    /// `POST /apply/{draft}/evidence`).
    private func paths(of route: Route) -> [RouterPath] {
        let hiding = lines.filter { other in
            other.method != route.line.method && other.path != route.line.path && route.line.fits(other.path)
                && !lines.contains { $0.method == route.line.method && $0.path == other.path }
        }
        return [route.path] + Set(hiding.map(\.path)).sorted().map { RouterPath($0) }
    }

    private mutating func add(
        _ path: RouterPath, _ method: HTTPRequest.Method, _ verb: Verb, _ content: Content, _ answer: @escaping Answer
    ) {
        let line = Line(method: method, path: path.description, verb: verb)
        switch content {
        case .nothing, .form: break
        case .json, .bytes: precondition(line.isInterface, "\(path) takes no cookie only under /api/")
        }
        precondition(
            !routes.contains { $0.line.method == method && $0.line.path == line.path }, "\(method) \(path) stands twice"
        )
        routes.append(Route(path: path, line: line, content: content, answer: answer))
    }
}

/// Answers methods that no route of a path takes: 405 with `Allow`, and what may be asked to `OPTIONS`.
private struct MethodMiddleware: RouterMiddleware {
    let lines: [RouteTable.Line]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let methods = Set(lines.filter { $0.fits(request.uri.path) }.map(\.method.rawValue))
            if methods.isEmpty || methods.contains(request.method.rawValue) { throw error }
            let allowed = methods.union(methods.contains("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"]).sorted()
            guard request.method == .options else { throw Failure.wrongMethod(allowed: allowed) }
            return Response(status: .noContent, headers: [.allow: allowed.joined(separator: ", ")])
        }
    }
}
