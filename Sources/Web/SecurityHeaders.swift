import HTTPTypes
import Hummingbird

/// Headers that every answer carries: nothing from elsewhere, no frame, no guessing of types, nothing kept by caches.
package struct SecurityHeadersMiddleware: RouterMiddleware {
    private let isSecure: Bool

    /// - Parameter isSecure: the site is reached by https, and browsers shall remember that.
    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    /// No inline style or script, no third party (scripts may ask this site for suggestions), no `base`, no frame.
    package static let contentSecurityPolicy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; frame-ancestors 'none'; base-uri 'none'
        """

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in SecurityHeadersMiddleware.fields { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        // Pages show what belongs to one person; only what says otherwise may be kept.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private static let fields: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, contentSecurityPolicy),
        (.xContentTypeOptions, "nosniff"),
        (named("Referrer-Policy"), "same-origin"),
        (named("Permissions-Policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (named("Cross-Origin-Opener-Policy"), "same-origin"),
        (named("Cross-Origin-Resource-Policy"), "same-origin"),
    ]
}

/// A header whose name is a constant of the program.
func named(_ name: String) -> HTTPField.Name {
    guard let field = HTTPField.Name(name) else { preconditionFailure("`\(name)` is not the name of a header") }
    return field
}
