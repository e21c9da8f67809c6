import Casework
import Definitions
import Hummingbird
import Values
import Web

/// The interface for connected systems about what can be applied for (接口：事项).
struct CatalogueAPI: Sendable {
    let catalogue: CatalogueDesk
    let territory: TerritoryDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/services", .readByInterface, list)
        table.question("/api/v1/services/{service}", .readByInterface, show)
        table.inquiry("/api/v1/services/{service}/guide", .readByInterface, guide)
    }

    /// Which services are asked for.
    private struct Filter {
        enum Applicant: String, CaseIterable { case person, enterprise }
        enum Level: String, CaseIterable { case city, district, township }

        let applicant: Applicant?
        let level: Level?
        let department: String?
        let kind: String?
        let procedure: String?
        let item: String?
        let isFiling: Bool?
        let text: String?

        init(_ query: inout InterfaceQuery) {
            applicant = query.choice("applicant", of: Applicant.self)
            level = query.choice("level", of: Level.self)
            department = query.text("department")
            kind = query.text("kind")
            procedure = query.text("procedure")
            item = query.text("item")
            isFiling = query.flag("filing")
            let words = query.text("text")
            if (words?.count ?? 0) > 200 {
                query.add("text", zh: "最多 200 个字符", en: "At most 200 characters")
            }
            text = words?.comparisonKey
        }

        func takes(_ definition: Definition) -> Bool {
            let service = definition.service
            if let applicant, !service.applicants.isEmpty, !service.applicants.contains(applicant.rawValue) {
                return false
            }
            if let level, service.level != level.rawValue { return false }
            if let department, service.authority != department { return false }
            if let kind, service.kind != kind { return false }
            if let item, service.item != item { return false }
            if let isFiling, service.isFiling != isFiling { return false }
            if let procedure, !definition.plans.contains(where: { $0.procedure == procedure }) { return false }
            guard let text else { return true }
            return [service.id, service.name.zh, service.name.en, service.authority].contains {
                $0.comparisonKey.contains(text)
            }
        }
    }

    /// Services in force in a region on a day that the filters take, in the order of their ids.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        try await refresh()
        var query = try InterfaceQuery(visit)
        let region = try query.region(in: territory.current)
        let day = query.day("day") ?? visit.day
        let filter = Filter(&query)
        let paging = try query.paging()
        var shown: [Definition] = []
        var next: String?
        for id in catalogue.services(in: region.id, on: day) where paging.position.map({ id > $0 }) ?? true {
            let definition = try await catalogue.definition(of: id, region: region.id, on: day)
            guard filter.takes(definition) else { continue }
            guard shown.count < paging.limit else {
                next = shown.last.map { paging.cursor(behind: $0.service.id) }
                break
            }
            shown.append(definition)
        }
        return Reply.json(InterfaceJSON.page(shown.map { .map(CatalogueAPIWriting.header($0)) }, next: next))
    }

    /// One service as it is in force there on that day, with everything a guide says.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try await refresh()
        var query = try InterfaceQuery(visit)
        let region = try query.region(in: territory.current)
        let day = query.day("day") ?? visit.day
        try query.check()
        let definition = try await catalogue.definition(of: visit.parameter("service"), region: region.id, on: day)
        return Reply.json(CatalogueAPIWriting.service(definition, in: region.id))
    }

    /// What applies to somebody's situation: answers in, materials, limits with their origin and steps out (情形引导).
    @Sendable private func guide(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        try await refresh()
        var body = InterfaceReading(try visit.json())
        let asked = body.text("region")
        let day = body.day("day")
        let track = body.text("track") ?? "ordinary"
        let answers = body.object("answers").filter { !$0.value.isNull }
        try body.check()
        let places = territory.current
        guard let region = asked.map({ places.regions[$0] }) ?? places.root else {
            throw Failure.notFound(Wording(zh: "没有这个区划", en: "There is no such region"))
        }
        let moment = day.map { Moment($0) } ?? visit.moment
        let definition = try await catalogue.definition(
            of: visit.parameter("service"), region: region.id, on: moment.day)
        var problems = definition.problems(in: answers, besides: [])
        if !definition.plans.contains(where: { $0.tracks.contains(track) }) {
            problems.append(
                Problem(
                    place: "track", message: Wording(zh: "这个事项没有这种办理方式", en: "The service has no such track"),
                    remedy: Wording(zh: "从 tracks 中选一个", en: "choose one of `tracks`")))
        }
        guard problems.isEmpty else { throw Failure.problems(problems) }
        let standing = catalogue.standing(of: definition.service, in: region.id, on: moment.day)
        let members = try await catalogue.members(of: definition, on: moment.day)
        let guide = Guide(
            definition, standing: standing, in: region, of: places, members: members, answers: answers, track: track,
            at: moment)
        return Reply.json(CatalogueGuideWriting(guide: guide, track: track).json)
    }

    private func refresh() async throws {
        try await territory.refreshIfOld()
        try await catalogue.refreshIfOld()
    }
}

extension Catalogue {
    /// Its part of the interface for connected systems.
    func addAPIRoutes(to table: inout RouteTable) {
        CatalogueAPI(catalogue: desk, territory: territory).add(to: &table)
    }
}
