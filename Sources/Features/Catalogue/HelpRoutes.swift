import Values
import Web

/// Paths of the site's own pages.
struct HelpRoutes: Sendable {
    func add(to table: inout RouteTable) {
        table.page("/help", .readPublicPages) { visit in
            visit.page(HelpPage.help(in: visit.language, hotline: visit.site.identity.hotline))
        }
        table.page("/privacy", .readPublicPages) { visit in
            visit.page(HelpPage.privacy(in: visit.language, hotline: visit.site.identity.hotline))
        }
        table.page("/accessibility", .readPublicPages) { visit in
            visit.page(HelpPage.accessibility(in: visit.language, hotline: visit.site.identity.hotline))
        }
    }
}
