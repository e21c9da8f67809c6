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
        for route in routes {
            router.on(route.path, method: route.line.method) { request, context in
                try await gate.answer(request, in: context, by: route, of: lines)
            }
        }
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
