import Hummingbird
import Values
import Web

/// The search: results, suggestions while one types, and an officer's way to a case by its number.
struct SearchRoutes: Sendable {
    let desk: SearchDesk

    func add(to table: inout RouteTable) {
        table.page("/search", .readPublicPages, search)
        table.page("/search/suggestions", .readPublicPages, suggest)
        table.page("/w/find", .readCaseAsOfficer, findCase)
    }

    @Sendable private func search(_ visit: Visit) async throws -> Response {
        try await desk.refreshIfOld()
        let query = try visit.query()
        let words = query["q"] ?? ""
        let region = try CatalogueRoutes.region(of: visit, query, in: desk.territory.current)
        let shelf = try await desk.shelf(of: region.id, at: visit.moment)
        let found = try await matches(words, in: shelf, visit)
        let cursor = query.filled("after").flatMap { SearchCursor($0) }
        let rest = found.filter { match in cursor.map { $0.isBefore(match) } ?? true }
        let shown = Array(rest.prefix(SearchPage.length))
        let address: Link = "/search"
        let next = rest.count > shown.count ? shown.last.map { SearchCursor(behind: $0).text } : nil
        let caseID = try await desk.caseID(words, for: visit.visitor, at: visit.moment)
        let page = SearchPage(
            words: words, shelf: shelf, matches: shown, all: found.count, first: found.count - rest.count + 1,
            next: next.map { address.with([("q", words), ("after", $0)]) },
            found: caseID.map { ($0, visit.visitor.session?.post != nil) },
            isCaseNumber: SearchDesk.caseText(words) != nil)
        return visit.page(page.page(for: visit.reader))
    }

    /// Without the pages that this deployment does not have.
    private func matches(_ words: String, in shelf: Shelf, _ visit: Visit) async throws -> [SearchMatch] {
        let found = try await desk.matches(words, in: shelf, at: visit.moment)
        guard found.contains(where: { $0.kind == .place }) else { return found }
        let open = visit.openPaths
        return found.filter { $0.kind != .place || open.contains($0.id) }
    }

    /// The names of the first services that fit, for a script that shows them under the box.
    @Sendable private func suggest(_ visit: Visit) async throws -> Response {
        try await desk.refreshIfOld()
        let query = try visit.query()
        let region = try CatalogueRoutes.region(of: visit, query, in: desk.territory.current)
        let shelf = try await desk.shelf(of: region.id, at: visit.moment)
        let found = try await desk.matches(query["q"] ?? "", in: shelf, at: visit.moment)
        let names = found.filter { $0.kind == .service }.prefix(6).compactMap { match -> JSON? in
            guard let entry = shelf[match.id] else { return nil }
            return [
                "name": .text(entry.name[visit.language]),
                "link": .text(ServiceListPage.guide(entry.id, region: region.id).text),
            ]
        }
        return Reply.json(.list(Array(names)))
    }

    /// Leads to the case when the officer may read it; else says that there is none that he may.
    @Sendable private func findCase(_ visit: Visit) async throws -> Response {
        let words = try visit.query()["q"] ?? ""
        if let id = try await desk.caseID(words, for: visit.visitor, at: visit.moment) {
            return Reply.see("/w/cases/\(id)")
        }
        let language = visit.language
        let title = SearchWords.findCase[language]
        let body: HTML = """
            \(WorkHead(title), language)\
            \(Notice(.info, title: SearchWords.findCaseText[language], paragraphs: []), language)
            """
        return try visit.staffPage(
            PageHeading(title: title, column: title), current: nil, body: body, status: words.isEmpty ? .ok : .notFound)
    }
}

/// The place behind something that was found, in the order of what was found.
struct SearchCursor: Hashable, Sendable {
    let score: Int
    let kind: String
    let id: String

    init(behind match: SearchMatch) {
        score = match.score
        kind = match.kind.rawValue
        id = match.id
    }

    /// nil for a text that is no cursor.
    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 2).map(String.init)
        guard parts.count == 3, let score = Int(parts[0]), SearchSource.Kind(rawValue: parts[1]) != nil,
            parts[2].utf8.count <= 200
        else { return nil }
        self.score = score
        kind = parts[1]
        id = parts[2]
    }

    var text: String { "\(score).\(kind).\(id)" }

    func isBefore(_ match: SearchMatch) -> Bool {
        (match.score, kind, id) < (score, match.kind.rawValue, match.id)
    }
}
