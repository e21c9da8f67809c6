import Hummingbird
import Synchronization
import Values
import Web

/// The home page.
///
/// For readers who are not signed in it is the same for all in a district, language and display during a minute (the
/// time of printing stands in it), so its bytes are kept that long. It carries no form with a token.
final class HomeRoutes: Sendable {
    private let desk: SearchDesk
    private let kept = Mutex(Kept())

    private struct Key: Hashable {
        let region: String
        let applicant: String
        let language: Language
        let display: Display
        let here: Link
    }

    private struct Kept {
        var edition: SearchDesk.Edition?
        var minute: Int64 = -1
        var pages: [Key: HTML] = [:]
    }

    init(desk: SearchDesk) {
        self.desk = desk
    }

    func add(to table: inout RouteTable) {
        table.page("/", .readPublicPages) { try await self.home($0) }
    }

    private func home(_ visit: Visit) async throws -> Response {
        try await desk.refreshIfOld()
        let query = try visit.query()
        let region = try CatalogueRoutes.region(of: visit, query, in: desk.territory.current)
        let applicant = query["who"] == "enterprise" ? "enterprise" : "person"
        var response: Response
        // Only addresses that we made ourselves are kept: nobody can fill the memory with others.
        if visit.reader.name == nil, query.fields.count <= 2,
            query.fields.allSatisfy({ ["who", "region"].contains($0.name) })
        {
            response = Reply.page(try await bytes(visit, region.id, applicant))
        } else {
            response = visit.page(try await page(visit, region.id, applicant))
        }
        if query.filled("region") == region.id { CatalogueRoutes.keep(region.id, in: &response, of: visit) }
        return response
    }

    private func bytes(_ visit: Visit, _ region: String, _ applicant: String) async throws -> HTML {
        let reader = visit.reader
        let key = Key(
            region: region, applicant: applicant, language: reader.language, display: reader.display, here: reader.here)
        let edition = desk.edition(on: visit.day)
        let minute = visit.moment.milliseconds / 60_000
        let found = kept.withLock { kept in
            kept.edition == edition && kept.minute == minute ? kept.pages[key] : nil
        }
        if let found { return found }
        let html = try await page(visit, region, applicant).html(on: visit.site, for: reader)
        kept.withLock { kept in
            if kept.edition != edition || kept.minute != minute || kept.pages.count >= HomeRoutes.mostPages {
                kept = Kept(edition: edition, minute: minute)
            }
            kept.pages[key] = html
        }
        return html
    }

    /// About 10 MB.
    private static let mostPages = 400

    private func page(_ visit: Visit, _ region: String, _ applicant: String) async throws -> PublicPage {
        let shelf = try await desk.shelf(of: region, at: visit.moment)
        if visit.reader.display.isCare {
            return CareHomePage(shelf: shelf, hotline: visit.site.identity.hotline).page(for: visit.reader)
        }
        return HomePage(shelf: shelf, applicant: applicant)
            .page(for: visit.reader, isSample: visit.site.identity.isSampleData)
    }
}
