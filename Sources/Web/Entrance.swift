import Hummingbird
import Values

/// What every request passes before it reaches a route, in the one right order.
///
/// The session's middleware of Accounts comes after it, followed by a second `ErrorMiddleware`, so that error pages
/// know who reads them.
package struct Entrance: Sendable {
    private let site: Site
    private let cookies: CookiePolicy
    private let now: @Sendable () -> Moment
    private let draw: @Sendable (Int) -> [UInt8]

    /// - Parameters:
    ///   - now: Server's clock.
    ///   - draw: that many bytes from the operating system's random source.
    package init(
        site: Site, cookies: CookiePolicy, now: @escaping @Sendable () -> Moment,
        draw: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.site = site
        self.cookies = cookies
        self.now = now
        self.draw = draw
    }

    /// Adds the middleware and the files of the interface; routes added later stand behind them.
    package func open(on router: Router<WebContext>) {
        router.add(middleware: AccessLogMiddleware(now: now))
        router.add(middleware: SecurityHeadersMiddleware(isSecure: cookies.isSecure))
        router.add(middleware: StampMiddleware(now: now, draw: draw))
        router.add(middleware: DisplayMiddleware(cookies: cookies))
        router.add(middleware: ErrorMiddleware(site: site))
        router.add(middleware: SameOriginMiddleware(cookies: cookies))
        addAssetRoutes(to: router)
    }
}
