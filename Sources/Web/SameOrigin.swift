import HTTPTypes
import Hummingbird
import Values

/// Refuses what another site makes a browser send, and gives every browser a token for its forms.
///
/// Three independent guards stand before a change: cookies are `SameSite=Lax`, a browser's `Sec-Fetch-Site` or `Origin`
/// must be this site, and the form carries the token (`FormInput.requireToken`).
package struct SameOriginMiddleware: RouterMiddleware {
    private let cookies: CookiePolicy

    package init(cookies: CookiePolicy) {
        self.cookies = cookies
    }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if request.uri.path.hasPrefix("/assets/") || request.uri.path.hasPrefix("/api/") {
            // Programs bring no cookies; their tokens are checked by the API.
            return try await next(request, context)
        }
        if request.method != .get, request.method != .head { try SameOriginMiddleware.check(request) }
        var context = context
        if let token = cookies.value(.visitor, of: request), SameOriginMiddleware.isToken(token) {
            context.visitorToken = token
            return try await next(request, context)
        }
        context.visitorToken = context.formKey
        var response = try await next(request, context)
        response.setCookie(cookies.header(.visitor, context.visitorToken, livesForSeconds: nil))
        return response
    }

    /// A proxy in front must pass on the `Host` that the browser asked for.
    private static func check(_ request: Request) throws(Failure) {
        if let site = request.headers[named("Sec-Fetch-Site")] {
            if site == "same-origin" || site == "none" { return }
            throw foreign
        }
        guard let origin = request.headers[.origin], let host = request.head.authority else {
            return  // A client without either is no browser of today; the token still has to be right.
        }
        guard origin == "https://" + host || origin == "http://" + host else { throw foreign }
    }

    private static let foreign = Failure.forbidden(
        Wording(zh: "这次提交不是从本网站发出的，没有生效", en: "This was not sent from our site and had no effect"))

    private static func isToken(_ text: String) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
