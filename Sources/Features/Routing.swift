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
        /// Bytes, for the interface.
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

    /// A command of another system, with JSON or a file as its body.
    package mutating func command(
        _ path: RouterPath, _ verb: Verb, upTo limit: BodyLimit, _ answer: @escaping Answer
    ) {
        precondition(path.description.hasPrefix("/api/"), "\(path) takes no cookie only under /api/")
        add(path, .post, verb, .bytes(limit), answer)
    }

    /// Gives all routes to the router, each behind the gate.
    package func install(on router: some RouterMethods<WebContext>, behind gate: Gate) {
        let lines = lines
        for (route, path) in routes.flatMap({ route in paths(of: route).map { (route, $0) } }) {
            router.on(path, method: route.line.method) { request, context in
                try await gate.answer(request, in: context, by: route, of: lines)
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
        precondition(
            !routes.contains { $0.line.method == method && $0.line.path == line.path }, "\(method) \(path) stands twice"
        )
        routes.append(Route(path: path, line: line, content: content, answer: answer))
    }
}
