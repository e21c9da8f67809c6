import Hummingbird
import Logging
import Values

/// What is known about one request (Hummingbird's request context).
///
/// The moment and the random bytes are put in by `StampMiddleware`, so that routes pass them on as arguments.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Language of the interface, by cookie, else by what the browser accepts; Chinese otherwise.
    package var language: Language
    package var display: Display
    /// The address of this page without the parameters that switch language and display.
    package var here: Link
    /// Who is signed in; set by the middleware of Accounts, which knows the concrete type.
    package var signedIn: (any SignedIn)?
    /// What a form of somebody who is not signed in carries; kept in a cookie of that browser.
    package var visitorToken: String
    /// The address at the other end of the connection, a proxy's own behind one; empty when no network was used.
    package var remoteAddress: String
    fileprivate(set) var stamp: Stamp?

    package init(source: ApplicationRequestContextSource) {
        self.init(from: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// For requests that no network brings, as in tests.
    package init(logger: Logger) {
        self.init(from: LoggerSource(logger: logger))
    }

    private init(from source: some RequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        language = .chinese
        display = .standard
        here = "/"
        visitorToken = ""
        remoteAddress = ""
    }

    /// The present, as Server's clock gave it when the request came in.
    package var moment: Moment { stamped.moment }

    /// 32 random bytes for the command of this request; never shown, and used for nothing else.
    package var entropy: [UInt8] { stamped.entropy }

    /// The idempotency key of the forms on this page, 32 hexadecimal characters, unrelated to `entropy`.
    package var formKey: String { stamped.formKey }

    /// What the forms on this page carry to prove where they come from.
    package var formToken: String { signedIn?.formToken ?? visitorToken }

    /// Names this request in the log and on error pages.
    package var requestName: String { logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "-" }

    /// Who reads the page that answers this request.
    package var reader: Reader {
        Reader(
            language: language, display: display, name: signedIn?.name, moment: moment, here: here,
            formToken: formToken)
    }

    private var stamped: Stamp {
        guard let stamp else { preconditionFailure("StampMiddleware must come before whoever asks for the moment") }
        return stamp
    }

    struct Stamp: Sendable {
        let moment: Moment
        let entropy: [UInt8]
        let formKey: String
    }

    private struct LoggerSource: RequestContextSource {
        let logger: Logger
    }
}

/// Who is signed in, as far as a page must know it. Its one type lies in Accounts, which Web cannot see.
package protocol SignedIn: Sendable {
    /// Shown at the head of every page.
    var name: String { get }
    /// Bound to the session; forms carry it.
    var formToken: String { get }
}

/// Gives every request its moment and its random bytes; the only places where pages get either.
package struct StampMiddleware: RouterMiddleware {
    private let now: @Sendable () -> Moment
    private let draw: @Sendable (Int) -> [UInt8]

    /// - Parameters:
    ///   - now: Server's clock.
    ///   - draw: that many bytes from the operating system's random source.
    package init(now: @escaping @Sendable () -> Moment, draw: @escaping @Sendable (Int) -> [UInt8]) {
        self.now = now
        self.draw = draw
    }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let bytes = draw(48)
        precondition(bytes.count == 48, "the random source gave \(bytes.count) bytes, not 48")
        context.stamp = WebContext.Stamp(
            moment: now(), entropy: Array(bytes[..<32]), formKey: hexadecimal(bytes[32...]))
        return try await next(request, context)
    }
}

/// Two lower-case characters for each byte.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
