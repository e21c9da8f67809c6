import Casework
import Definitions
import Storage
import Synchronization
import Values

/// Finds services, documents, pages and, for those who may see them, cases.
///
/// Keeps the index of the day and the shelves of districts that somebody asked for. Both follow from what is published,
/// so they are made anew when the day, the territory, a definition or the words change; nothing else is asked of the
/// database for a search or for the home page.
package final class SearchDesk: Sendable {
    package let vocabulary: VocabularyDesk
    package let catalogue: CatalogueDesk
    package let territory: TerritoryDesk
    private let cases: CaseDesk
    private let staff: StaffDesk
    private let kept = Mutex(Kept())

    /// What an index or a shelf was made of.
    package struct Edition: Hashable, Sendable {
        let day: Day
        let definitions: Int
        let territory: String
        let words: Int
    }

    private struct Kept {
        var edition: Edition?
        var index: SearchIndex?
        var shelves: [String: Shelf] = [:]
    }

    package init(
        vocabulary: VocabularyDesk, catalogue: CatalogueDesk, territory: TerritoryDesk, cases: CaseDesk,
        staff: StaffDesk
    ) {
        self.vocabulary = vocabulary
        self.catalogue = catalogue
        self.territory = territory
        self.cases = cases
        self.staff = staff
    }

    /// Reads what others published since.
    package func refresh() async throws { try await vocabulary.refresh() }

    /// What was read is old; the next page asks again.
    package func growOld() { vocabulary.growOld() }

    /// The same for everything that a page here shows, at most four times a second.
    func refreshIfOld() async throws {
        try await territory.refreshIfOld()
        try await catalogue.refreshIfOld()
        try await vocabulary.refreshIfOld()
    }

    /// Names what is published as this node knows it.
    package func edition(on day: Day) -> Edition {
        Edition(
            day: day, definitions: catalogue.revision, territory: territory.current.calendar.version,
            words: vocabulary.current.version)
    }

    // MARK: Shelves

    /// What is on offer in a region. Throws `Failure.notFound` for a region that is not there.
    package func shelf(of region: String, at moment: Moment) async throws -> Shelf {
        let edition = edition(on: moment.day)
        let found = kept.withLock { kept in kept.edition == edition ? kept.shelves[region] : nil }
        if let found { return found }
        let shelf = try await makeShelf(of: region, at: moment)
        keep(edition) { $0.shelves[region] = shelf }
        return shelf
    }

    private func makeShelf(of id: String, at moment: Moment) async throws -> Shelf {
        let territory = territory.current
        guard let region = territory.regions[id] else {
            throw Failure.notFound(Wording(zh: "没有这个区县", en: "There is no such district"))
        }
        var entries: [Shelf.Entry] = []
        for service in catalogue.services(in: id, on: moment.day) {
            let definition = try await catalogue.definition(of: service, region: id, on: moment.day)
            // Internal procedures, and what the register of items cancelled here: their guides say so.
            guard definition.takesApplications,
                catalogue.standing(of: definition.service, in: id, on: moment.day).cancelled == nil
            else { continue }
            let limits = SearchDesk.limits(definition, at: moment, calendar: territory.calendar)
            entries.append(Shelf.Entry(definition, limits, in: region, of: territory, on: moment.day))
        }
        let regions =
            territory.root.map { territory.regions(below: $0.id, on: moment.day).map { ($0.id, $0.name) } } ?? []
        return Shelf(region: region, regions: regions, entries: entries, vocabulary: vocabulary.current)
    }

    /// What the guide says before any question is answered.
    private static func limits(_ definition: Definition, at moment: Moment, calendar: WorkCalendar) -> Shelf.Limits {
        let guidance = Guidance.read(definition, answers: [:], track: "ordinary", at: moment, calendar: calendar)
        let shown = Guide.howLong(definition, guidance)
        let statutory = guidance.limits.statutory.map { [$0] } ?? []
        let promised =
            guidance.limits.promised != nil
            || definition.plans.contains { plan in
                plan.mainClockRule.map { !$0.promised.isEmpty } ?? false
            }
        return Shelf.Limits(
            howLong: wording(shown), isPromise: promised, byLaw: shown == statutory ? nil : wording(statutory))
    }

    private static func wording(_ periods: [LegalPeriod]) -> Wording? {
        guard let chinese = GuideParts.range(periods, in: .chinese),
            let english = GuideParts.range(periods, in: .english)
        else { return nil }
        return Wording(zh: chinese, en: english)
    }

    private func keep(_ edition: Edition, _ change: (inout Kept) -> Void) {
        kept.withLock { kept in
            if kept.edition != edition { kept = Kept(edition: edition) }
            change(&kept)
        }
    }

    // MARK: Search

    /// Everything that fits what was typed, in the order of a district.
    func matches(_ question: String, in shelf: Shelf, at moment: Moment) async throws -> [SearchMatch] {
        shelf.ordered(try await index(on: moment.day).matches(question))
    }

    private func index(on day: Day) async throws -> SearchIndex {
        let edition = edition(on: day)
        if let index = kept.withLock({ $0.edition == edition ? $0.index : nil }) { return index }
        let words = vocabulary.current
        var sources: [SearchSource] = []
        for definition in try await definitions(on: day) { sources.append(SearchSource(definition, words)) }
        sources += words.policies.map { SearchSource($0) }
        sources += SitePlaces.groups.flatMap(\.places).map { SearchSource($0) }
        let index = SearchIndex(sources, words: words, table: HanTableDesk.standard)
        keep(edition) { $0.index = index }
        return index
    }

    /// One definition of each service that is on offer anywhere on the day: names do not differ by region.
    private func definitions(on day: Day) async throws -> [Definition] {
        let territory = territory.current
        let regions =
            [territory.root?.id].compactMap { $0 } + territory.regions.keys.sorted().filter { $0 != territory.root?.id }
        var found: [String: String] = [:]
        for region in regions {
            for service in catalogue.services(in: region, on: day) where found[service] == nil {
                found[service] = catalogue.inForce(service, region: region, on: day)
            }
        }
        var definitions: [Definition] = []
        for (_, hash) in found.sorted(by: { $0.key < $1.key }) {
            let definition = try await catalogue.definition(hash)
            if definition.takesApplications { definitions.append(definition) }
        }
        return definitions
    }

    // MARK: Cases

    /// The case with a printed number or id, for whoever may see it: its applicant, somebody who acts for him, or an
    /// officer who may read it. nil for everybody else and when there is none, so that nobody learns what exists.
    package func caseID(_ typed: String, for visitor: Visitor, at moment: Moment) async throws -> String? {
        guard let session = visitor.session, let text = SearchDesk.caseText(typed),
            let row = try await cases.parts.database.read({ try CaseStore.find(text, in: $0) })
        else { return nil }
        do {
            if session.post == nil {
                _ = try await ApplicantDesk(cases: cases).permitted(row.id, session, at: moment)
            } else {
                _ = try await staff.open(row.id, by: try staff.officer(session), at: moment)
            }
        } catch let failure as Failure {
            switch failure {
            case .notFound, .forbidden: return nil
            default: throw failure
            }
        }
        return row.id
    }

    /// The number of a case as it is kept, or its id, when what was typed is one.
    static func caseText(_ typed: String) -> String? {
        guard typed.utf8.count <= 200 else { return nil }
        if let number = CaseNumber(typed) { return number.text }
        return Identifier<CaseFile>(typed)?.text
    }
}

extension SearchSource {
    init(_ definition: Definition, _ words: Vocabulary) {
        let service = definition.service
        kind = .service
        id = service.id
        names = [service.name.zh, service.name.en]
        also = words.also[service.id] ?? []
        asked = words.asked[service.id] ?? []
        let plans = definition.plans
        let variants = plans.compactMap(\.name)
        let needs = plans.flatMap(\.evidence).map(\.name)
        let issued = plans.compactMap(\.outcome.certificate)
        let certificates = issued.compactMap { definition.certificates[$0]?.name }
        let item = service.item.flatMap { words.items[$0] } ?? []
        let named = (variants + needs + certificates).flatMap { [$0.zh, $0.en] }
        details = Set(named + item + [service.authority]).sorted()
        let asks = definition.questions.compactMap { definition.fields[$0]?.ask }
        let questions = asks.flatMap { [$0.zh, $0.en] }
        texts = questions + definition.guide.values.sorted()
    }

    init(_ policy: Vocabulary.Policy) {
        kind = .policy
        id = policy.number
        names = [policy.title, policy.number].compactMap { $0 }
        also = []
        asked = []
        details = [policy.issuer].compactMap { $0 }
        texts = []
    }

    init(_ place: SitePlace) {
        kind = .place
        id = place.path
        names = [place.name.zh, place.name.en]
        also = place.also
        asked = []
        details = []
        texts = []
    }
}
