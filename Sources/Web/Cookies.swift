import HTTPTypes
import Hummingbird
import Values

/// How cookies of this site are set: never for scripts, never for other sites.
package struct CookiePolicy: Hashable, Sendable {
    /// The site is reached by https; the cookies then say so, and their names bind them to this host.
    package let isSecure: Bool

    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    /// What is kept in the browser.
    package enum Name: String, CaseIterable, Sendable {
        case session, visitor, language, mode, contrast, region
    }

    /// The name as the browser knows it.
    package func name(_ name: Name) -> String { (isSecure ? "__Host-" : "") + "tongban-" + name.rawValue }

    /// The value of a cookie; nil when there is none.
    package func value(_ name: Name, of request: Request) -> String? {
        request.cookies[self.name(name)]?.value
    }

    /// The value of the header `Set-Cookie`.
    ///
    /// - Parameter seconds: how long it lives; 0 deletes it, nil ends it with the browser.
    package func header(_ name: Name, _ value: String, livesForSeconds seconds: Int?) -> String {
        let safe = String(value.unicodeScalars.filter { $0.isASCII && CookiePolicy.isAllowed($0) })
        var header = "\(self.name(name))=\(safe); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { header += "; Secure" }
        if let seconds { header += "; Max-Age=\(seconds)" }
        return header
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "+", "/", "=", ":": true
        default: false
        }
    }
}

extension Response {
    /// Adds a cookie; a second one with the same name does not replace it.
    package mutating func setCookie(_ header: String) {
        headers.append(HTTPField(name: .setCookie, value: header))
    }
}

/// A year, for choices of display.
let yearInSeconds = 365 * 24 * 3600
