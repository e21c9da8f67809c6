import Hummingbird
import Values
import Web

/// The public pages of lists, and their files.
struct ListRoutes: Sendable {
    let desk: ListDesk
    let territory: TerritoryDesk
    let catalogue: CatalogueDesk

    func add(to table: inout RouteTable) {
        table.page("/lists", .readPublicPages, index)
        table.page("/lists/{list}", .readPublicPages, show)
        table.page("/lists/{list}/files/{format}", .readPublicPages, file)
    }

    /// Longer words than any cell holds find nothing anyway.
    static func words(_ query: FormInput) -> String { String((query.filled("q") ?? "").prefix(200)) }

    @Sendable private func index(_ visit: Visit) async throws -> Response {
        try await desk.refresh()
        let query = try visit.query()
        let kind = query.filled("kind") ?? ""
        let words = ListRoutes.words(query)
        let after = query.filled("after")
        let found = desk.lists(on: visit.day).filter { list in
            ListRoutes.isWanted(list, kind: kind, words: words) && after.map { list.list > $0 } ?? true
        }
        let shown = Array(found.prefix(ListsPage.length))
        let page = ListsPage(
            lists: shown, kind: kind, words: words, next: found.count > shown.count ? shown.last?.list : nil,
            isFirst: after == nil, today: visit.day)
        return visit.page(page.page(for: visit.reader))
    }

    static func isWanted(_ list: PublishedList, kind: String, words: String) -> Bool {
        let key = words.comparisonKey
        return (kind.isEmpty || list.kind == kind)
            && (key.isEmpty
                || [list.list, list.name.zh, list.name.en, list.owner].contains { $0.comparisonKey.contains(key) })
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let query = try visit.query()
        let (list, document) = try await open(visit, query)
        let words = ListRoutes.words(query)
        let after = query.filled("after").flatMap { Int($0) } ?? 0
        let found = document.entries(holding: words, from: after, limit: ListPage.length + 1)
        let shown = Array(found.prefix(ListPage.length))
        let page = ListPage(
            list: list, document: document, versions: try desk.versions(of: list.list),
            current: try desk.version(nil, of: list.list, on: visit.day), shown: shown, words: words,
            next: found.count > shown.count ? found.last?.place : nil, isFirst: after <= 0,
            cell: try await cell(for: document, on: visit.day), today: visit.day)
        return visit.page(page.page(for: visit.reader))
    }

    @Sendable private func file(_ visit: Visit) async throws -> Response {
        let (list, document) = try await open(visit, try visit.query())
        let name = "\(list.list)-\(list.version)"
        switch visit.parameter("format") {
        case "json":
            return Reply.file(
                document.json.canonical, mediaType: "application/json", fileName: name + ".json", status: .ok)
        case "csv":
            let text = ListFile.csv(document, cell: try await cell(for: document, on: visit.day))
            return Reply.file(
                Array(text.utf8), mediaType: "text/csv; charset=utf-8", fileName: name + ".csv", status: .ok)
        default: throw Failure.notFound(ListWords.noFormat)
        }
    }

    private func open(_ visit: Visit, _ query: FormInput) async throws -> (PublishedList, ListDocument) {
        try await desk.refresh()
        let number = query.filled("version").map { Int($0) ?? 0 }
        let list = try desk.version(number, of: visit.parameter("list"), on: visit.day)
        return (list, try await desk.document(list.hash))
    }

    /// Names of what the entries point to, as they are called today.
    private func cell(for document: ListDocument, on day: Day) async throws -> ListCell {
        try await territory.refresh()
        try await catalogue.refresh()
        let map = territory.current
        var names: [String: Wording] = [:]
        for column in document.columns where column.kind == "service" {
            for id in Set(document.entries.compactMap { $0.values[column.id]?.text }) {
                guard let root = map.root, let hash = catalogue.inForce(id, region: root.id, on: day) else { continue }
                names[id] = try await catalogue.definition(hash).service.name
            }
        }
        let known = names
        return ListCell(regionName: { map.regions[$0]?.name }, serviceName: { known[$0] })
    }
}
