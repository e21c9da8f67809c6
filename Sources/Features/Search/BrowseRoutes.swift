import Hummingbird
import Values
import Web

/// Lists of services by who, theme, stage, department and district, and the site's own pages.
struct BrowseRoutes: Sendable {
    let desk: SearchDesk

    func add(to table: inout RouteTable) {
        table.page("/services", .readPublicPages) { try await all($0) }
        table.page("/person", .readPublicPages) { try await people($0, "person") }
        table.page("/corp", .readPublicPages) { try await people($0, "enterprise") }
        table.page("/theme/{theme}", .readPublicPages) { try await group($0, "theme") }
        table.page("/life", .readPublicPages) { try await stages($0) }
        table.page("/life/{stage}", .readPublicPages) { try await group($0, "life") }
        table.page("/dept", .readPublicPages) { try await departments($0) }
        table.page("/dept/{unit}", .readPublicPages) { try await department($0) }
        table.page("/district", .readPublicPages) { try await districts($0) }
        table.page("/district/{region}", .readPublicPages) { try await district($0) }
        table.page("/policies", .readPublicPages) { try await policies($0) }
        table.page("/sitemap", .readPublicPages) { try await siteMap($0) }
    }

    // MARK: Lists

    private func all(_ visit: Visit) async throws -> Response {
        let shelf = try await shelf(visit)
        return try browse(
            visit, SearchWords.allServices, [], "/services", nil, shelf, shelf.entries, groups: [], "theme")
    }

    private func people(_ visit: Visit, _ applicant: String) async throws -> Response {
        let shelf = try await shelf(visit)
        let isPerson = applicant == "person"
        let address: Link = isPerson ? "/person" : "/corp"
        return try browse(
            visit, isPerson ? SearchWords.personTitle : SearchWords.enterpriseTitle, [], address, address, shelf,
            shelf.entries(for: applicant), groups: shelf.groups(shelf.vocabulary.themes, for: applicant), "theme")
    }

    private func group(_ visit: Visit, _ path: String) async throws -> Response {
        let shelf = try await shelf(visit)
        let isTheme = path == "theme"
        let id = visit.parameter(isTheme ? "theme" : "stage")
        let groups = isTheme ? shelf.vocabulary.themes : shelf.vocabulary.stages
        guard let group = groups.first(where: { $0.id == id }) else { throw BrowseRoutes.missing }
        let address: Link = "/\(path)/\(id)"
        let above: Link = "/life"
        let way = isTheme ? [] : [(SearchWords.stages, above)]
        return try browse(visit, group.name, way, address, nil, shelf, shelf.entries(group.services), groups: [], path)
    }

    private func department(_ visit: Visit) async throws -> Response {
        let shelf = try await shelf(visit)
        let id = visit.parameter("unit")
        guard let unit = desk.territory.current.units[id], unit.exists(on: visit.day) else {
            throw BrowseRoutes.missing
        }
        let address: Link = "/dept/\(id)"
        return try browse(
            visit, Wording(zh: unit.name, en: unit.name), [(SearchWords.departments, "/dept")], address, nil, shelf,
            shelf.entries.filter { $0.unit == id }, groups: [], "theme")
    }

    /// Chooses the district as well, like the box on the home page.
    private func district(_ visit: Visit) async throws -> Response {
        try await desk.refreshIfOld()
        let shelf = try await desk.shelf(of: visit.parameter("region"), at: visit.moment)
        let address: Link = "/district/\(shelf.region.id)"
        var response = try browse(
            visit, shelf.region.name, [(SearchWords.districts, "/district")], address, nil, shelf, shelf.entries,
            groups: [], "theme")
        CatalogueRoutes.keep(shelf.region.id, in: &response, of: visit)
        return response
    }

    private func browse(
        _ visit: Visit, _ title: Wording, _ way: [(Wording, Link)], _ address: Link, _ current: Link?, _ shelf: Shelf,
        _ entries: [Shelf.Entry], groups: [(Vocabulary.Group, [Shelf.Entry])], _ groupPath: String
    ) throws -> Response {
        let query = try visit.query()
        let mark = query.filled("mark").flatMap { Shelf.Mark(rawValue: $0) }
        let after = query.filled("after").flatMap { $0.utf8.count <= 100 ? $0 : nil }
        let page = BrowsePage(
            title: title, way: way.map { (label: $0.0, link: $0.1) }, address: address, current: current, shelf: shelf,
            list: BrowseList(entries, mark: mark, after: after), groups: groups, groupPath: groupPath)
        return visit.page(page.page(for: visit.reader))
    }

    // MARK: Choices

    private func stages(_ visit: Visit) async throws -> Response {
        let shelf = try await shelf(visit)
        let choices = shelf.groups(shelf.vocabulary.stages, for: nil).map { group, entries in
            let link: Link = "/life/\(group.id)"
            return (
                label: group.name[visit.language], isChinese: false,
                note: SearchWords.count(entries.count)[visit.language], link: link
            )
        }
        return visit.page(
            ChoicesPage(title: SearchWords.stages, choices: choices, region: shelf.region).page(for: visit.reader))
    }

    private func departments(_ visit: Visit) async throws -> Response {
        let shelf = try await shelf(visit)
        let choices = shelf.departments.map { unit, name, entries in
            let link: Link = "/dept/\(unit)"
            return (
                label: name, isChinese: true, note: SearchWords.count(entries.count)[visit.language], link: link
            )
        }
        return visit.page(
            ChoicesPage(title: SearchWords.departments, choices: choices, region: shelf.region).page(for: visit.reader))
    }

    private func districts(_ visit: Visit) async throws -> Response {
        let shelf = try await shelf(visit)
        let choices = shelf.regions.map { id, name in
            let link: Link = "/district/\(id)"
            let note = id == shelf.region.id ? SearchWords.chosen[visit.language] : ""
            return (label: name[visit.language], isChinese: false, note: note, link: link)
        }
        return visit.page(
            ChoicesPage(title: SearchWords.districts, choices: choices, region: shelf.region).page(for: visit.reader))
    }

    // MARK: The site

    private func policies(_ visit: Visit) async throws -> Response {
        let page = PolicyPage(shelf: try await shelf(visit))
        guard let number = try visit.query().filled("number") else { return visit.page(page.list(for: visit.reader)) }
        guard let policy = page.shelf.vocabulary.policies.first(where: { $0.number == number }) else {
            throw BrowseRoutes.missing
        }
        return visit.page(page.page(of: policy, for: visit.reader))
    }

    private func siteMap(_ visit: Visit) async throws -> Response {
        let page = SiteMapPage(shelf: try await shelf(visit), open: visit.openPaths)
        return visit.page(page.page(for: visit.reader))
    }

    private func shelf(_ visit: Visit) async throws -> Shelf {
        try await desk.refreshIfOld()
        let region = try CatalogueRoutes.region(of: visit, try visit.query(), in: desk.territory.current)
        return try await desk.shelf(of: region.id, at: visit.moment)
    }

    private static let missing = Failure.notFound(
        Wording(
            zh: Language.chinese.words.failure.notFoundText, en: Language.english.words.failure.notFoundText))
}

extension Visit {
    /// Paths of the pages that can be read here, without parts that name something.
    var openPaths: Set<String> {
        Set(routes.filter { $0.method == .get && !$0.isInterface }.map(\.path))
    }
}
