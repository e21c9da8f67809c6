import Features
import Hummingbird
import Logging
import Values
import Web

/// The router with everything in front of the features' pages.
enum FrontDoor {
    static func router(of platform: Platform, site: Site, cookies: CookiePolicy) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        let clock = platform.clock
        Entrance(site: site, cookies: cookies, now: { clock.now }, draw: { ServerClock.draw($0) }).open(on: router)
        let features = platform.features
        let gate = Gate(
            site: site, cookies: cookies, sessions: features.accounts.sessions,
            desk: { features.desk(of: $0, in: $1) })
        var table = features.routes
        if let text = platform.folder.text("openapi.yaml") { table.addDescription(text) }
        table.install(on: router, behind: gate)
        return router
    }
}
