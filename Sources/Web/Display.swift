import Hummingbird
import Values

/// Reads language and display from cookies, and answers the links that change them.
///
/// `?lang=en`, `?mode=care` and `?contrast=high` on any page set a cookie and lead back to the same page without them.
package struct DisplayMiddleware: RouterMiddleware {
    private let cookies: CookiePolicy

    package init(cookies: CookiePolicy) {
        self.cookies = cookies
    }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let query = request.uri.query ?? ""
        let path = Link(onThisSite: request.uri.path) ?? "/"
        if request.method == .get, let changed = changed(path, query: query) { return changed }
        var context = context
        context.language = language(of: request)
        context.display = Display(
            isCare: cookies.value(.mode, of: request) == "care",
            isHighContrast: cookies.value(.contrast, of: request) == "high")
        context.here = query.isEmpty ? path : Link(onThisSite: path.text + "?" + query) ?? path
        return try await next(request, context)
    }

    private func language(of request: Request) -> Language {
        if let chosen = cookies.value(.language, of: request).flatMap(Language.init(rawValue:)) { return chosen }
        // Pages never switch by themselves (design/README, English); programs say what they want.
        guard request.uri.path.hasPrefix("/api/") else { return .chinese }
        return request.headers[.acceptLanguage]?.lowercased().hasPrefix("en") == true ? .english : .chinese
    }

    /// The answer to a link that changes the display; nil for any other address.
    private func changed(_ path: Link, query: String) -> Response? {
        guard !query.isEmpty else { return nil }
        var rest: [Substring] = []
        var headers: [String] = []
        for pair in query.split(separator: "&") {
            switch pair {
            case "lang=zh-Hans", "lang=en": headers.append(cookie(.language, pair.dropFirst(5)))
            case "mode=care", "mode=standard": headers.append(cookie(.mode, pair.dropFirst(5)))
            case "contrast=high", "contrast=standard": headers.append(cookie(.contrast, pair.dropFirst(9)))
            default: rest.append(pair)
            }
        }
        if headers.isEmpty { return nil }
        let target = rest.isEmpty ? path : Link(onThisSite: path.text + "?" + rest.joined(separator: "&")) ?? path
        var response = Reply.see(target)
        for header in headers { response.setCookie(header) }
        return response
    }

    private func cookie(_ name: CookiePolicy.Name, _ value: Substring) -> String {
        cookies.header(name, String(value), livesForSeconds: yearInSeconds)
    }
}
