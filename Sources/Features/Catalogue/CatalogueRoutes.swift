import Casework
import Definitions
import Hummingbird
import Values
import Web

/// The public pages of the catalogue: the guides.
package struct CatalogueRoutes: Sendable {
    private let catalogue: CatalogueDesk
    private let territory: TerritoryDesk

    package init(catalogue: CatalogueDesk, territory: TerritoryDesk) {
        self.catalogue = catalogue
        self.territory = territory
    }

    package func add(to table: inout RouteTable) {
        table.page("/guide/{service}", .readPublicPages, guide)
    }

    @Sendable private func guide(_ visit: Visit) async throws -> Response {
        try await refresh()
        let query = try visit.query()
        let territory = territory.current
        let region = try CatalogueRoutes.region(of: visit, query, in: territory)
        let definition = try await catalogue.definition(
            of: visit.parameter("service"), region: region.id, on: visit.day)
        var answers: [String: JSON] = [:]
        var problems: [Problem] = []
        for id in Guide.questions(of: definition, at: visit.moment, calendar: territory.calendar) {
            guard let field = definition.fields[id] else { continue }
            switch AnswerField(field, id: "q-" + id, regions: []).read(query, on: visit.day) {
            case .empty: continue
            case .answer(let answer): answers[id] = answer
            case .problem(let problem): problems.append(problem)
            }
        }
        let standing = catalogue.standing(of: definition.service, in: region.id, on: visit.day)
        let members = try await catalogue.members(of: definition, on: visit.day)
        let guide = Guide(
            definition, standing: standing, in: region, of: territory, members: members, answers: answers,
            track: "ordinary", at: visit.moment)
        problems += guide.guidance.problems.filter { answers[$0.place] != nil }.map {
            Problem(place: "q-" + $0.place, message: $0.message, remedy: $0.remedy)
        }
        var instead: [ServiceHeader] = []
        for id in definition.instead where !guide.guidance.refusals.isEmpty {
            let other = try? await catalogue.definition(of: id, region: region.id, on: visit.day)
            if let other { instead.append(other.service) }
        }
        let page = GuidePage(guide: guide, instead: instead, typed: query, problems: problems)
        return visit.page(
            page.page(for: visit.reader, key: visit.formKey), status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func refresh() async throws {
        try await territory.refreshIfOld()
        try await catalogue.refreshIfOld()
    }

    /// The district of the address, else the one chosen last, else the first sample district.
    ///
    /// Throws `Failure.notFound` for an address that names none.
    static func region(of visit: Visit, _ query: FormInput, in territory: TerritoryMap) throws(Failure)
        -> TerritoryMap.Region
    {
        if let asked = query.filled("region") {
            guard let region = territory.regions[asked] else {
                throw .notFound(Wording(zh: "没有这个区县", en: "There is no such district"))
            }
            return region
        }
        let kept = visit.gate.cookies.value(.region, of: visit.request).flatMap { territory.regions[$0] }
        let known = kept ?? territory.regions[usualDistrict]
        guard let region = known ?? territory.root else {
            throw .unavailable(Wording(zh: "区划还没有发布", en: "No regions are published yet"))
        }
        return region
    }

    /// Remembers the district for a year, in a cookie of this browser.
    static func keep(_ region: String, in response: inout Response, of visit: Visit) {
        response.setCookie(visit.gate.cookies.header(.region, region, livesForSeconds: 365 * 24 * 3600))
    }

    /// Shown until somebody chooses: 渝中区, where the sample services are.
    private static let usualDistrict = "yuzhong"
}
