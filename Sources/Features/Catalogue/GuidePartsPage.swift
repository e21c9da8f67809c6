import Casework
import Definitions
import Rules
import Values
import Web

/// The parts of a guide below the list of documents, in the order of the design: text, steps, limits, result, windows,
/// basis, questions, appeals. A part without content is left out.
struct GuideParts {
    let guide: Guide

    private var definition: Definition { guide.definition }
    private var service: ServiceHeader { guide.service }

    func contents(in language: Language) -> [(id: String, label: String)] {
        parts(in: language).map { ($0.id, $0.heading) }
    }

    func html(in language: Language) -> HTML { "\(parts(in: language), language)" }

    private func parts(in language: Language) -> [Panel] {
        func panel(_ id: String, _ heading: Wording, _ body: HTML) -> Panel? {
            body.isEmpty ? nil : Panel(id: id, heading: heading[language], density: .normal, body: body)
        }
        return [
            panel("apart", GuideBundleWords.beforeAfter, bundle { $0.comparison(in: language) }),
            panel("members", GuideBundleWords.together, bundle { $0.members(in: language) }),
            panel("text", CatalogueWords.notes, text(in: language)),
            panel("flow", CatalogueWords.flow, flow(in: language)),
            panel("limits", CatalogueWords.limits, limits(in: language)),
            panel("result-kind", CatalogueWords.result, result(in: language)),
            panel("where", hasPlace ? CatalogueWords.whereAndWhen : CatalogueWords.window, windows(in: language)),
            panel("law", CatalogueWords.basis, basis(in: language)),
            panel("faq", CatalogueWords.faq, questions(in: language)),
            panel("help", CatalogueWords.redress, redress(in: language)),
        ].compactMap { $0 }
    }

    private func bundle(_ part: (GuideBundle) -> HTML) -> HTML {
        guide.bundle.map { part(GuideBundle(bundle: $0, day: guide.day)) } ?? .empty
    }

    // MARK: The official's own text

    static func text(of definition: Definition, in language: Language) -> Markdown {
        Markdown(definition.guide[language] ?? definition.guide[.chinese] ?? "")
    }

    private func sections(in language: Language) -> [Markdown.Section] {
        GuideParts.text(of: definition, in: language).sections
    }

    /// Everything but the questions and answers, as one part with its own headings.
    private func text(in language: Language) -> HTML {
        let pieces = sections(in: language).compactMap { section -> HTML? in
            guard !isQuestions(section) else { return nil }
            // The first paragraph stands under the title already.
            let blocks = section.heading == nil ? Array(section.blocks.dropFirst()) : section.blocks
            if blocks.isEmpty { return nil }
            let heading: HTML? = section.heading.map { "<h3>\($0)</h3>" }
            return "\(heading)\(Markdown.html(of: blocks))"
        }
        return pieces.isEmpty ? .empty : "<div class=\"prose\">\(pieces)</div>"
    }

    private func isQuestions(_ section: Markdown.Section) -> Bool {
        !section.blocks.isEmpty && section.blocks.allSatisfy { Markdown.question(in: $0) != nil }
    }

    private func questions(in language: Language) -> HTML {
        let found = sections(in: language).filter(isQuestions).flatMap(\.blocks).compactMap {
            Markdown.question(in: $0)
        }
        return "\(found.map { Disclosure($0.question, "<p>\(Markdown.inline($0.answer))</p>") }, language)"
    }

    // MARK: Steps and limits

    private func flow(in language: Language) -> HTML {
        let channels = service.channels.compactMap { CatalogueWords.channels[$0]?[language] }
        let how = channels.joined(separator: language == .chinese ? "、" : ", ")
        let steps = guide.road.map { stage -> (title: String, text: String?) in
            let tasks = guide.tasks(in: stage).map { task in
                let period = (task.within?.promised ?? task.within?.statutory).map { " " + language.period($0) } ?? ""
                return task.name[language] + period + (task.when == nil ? "" : CatalogueWords.whenNeeded[language])
            }
            return (
                stage.name[language], tasks.isEmpty ? nil : tasks.joined(separator: language == .chinese ? "；" : "; ")
            )
        }
        let first =
            how.isEmpty
            ? HTML.empty : SummaryList([.init(CatalogueWords.flowWhere[language], text: how)]).html(in: language)
        return "\(first)<div class=\"section\">\(Flow(steps), language)</div>"
    }

    private func limits(in language: Language) -> HTML {
        let clocks = guide.guidance.plan.clocks.filter { !$0.statutory.isEmpty || !$0.promised.isEmpty }
        if clocks.isEmpty { return .empty }
        let rows = clocks.map { clock in
            let (statutory, promised) = settled(clock)
            let promises = promised.map { $0.by ?? clock.promisedBy ?? clock.law }
            let sources = ([statutory.isEmpty ? nil : clock.law] + promises).compactMap { $0 }.reduce(
                into: [Citation]()
            ) { if !$0.contains($1) { $0.append($1) } }
            return DataTable.Row([
                HTML(escaping: clock.name[language]), HTML(escaping: GuideParts.all(statutory, in: language)),
                HTML(escaping: GuideParts.all(promised, in: language)),
                HTML(escaping: language.citations(sources)),
            ])
        }
        let table = DataTable(
            caption: CatalogueWords.limits[language], isCaptionShown: false,
            columns: [CatalogueWords.limitName, CatalogueWords.legal, CatalogueWords.promised, CatalogueWords.source]
                .map { DataTable.Column($0[language]) },
            rows: rows, headerColumn: 0, hasCardsOnPhones: true)
        return """
            \(table, language)\(why(in: language))<p class="small muted section">\(CatalogueWords.ownNote, language)</p>
            """
    }

    /// The rows of a clock's limits; of the main clock only the one that holds, as soon as the answers settle it.
    private func settled(_ clock: ClockRule) -> (statutory: [ClockRule.LimitRow], promised: [ClockRule.LimitRow]) {
        guard clock.id == guide.guidance.plan.mainClock else { return (clock.statutory, clock.promised) }
        func only(_ limit: LegalPeriod?, of rows: [ClockRule.LimitRow]) -> [ClockRule.LimitRow] {
            limit.flatMap { limit in rows.first { $0.limit == limit } }.map { [$0] } ?? rows
        }
        let limits = guide.guidance.limits
        return (only(limits.statutory, of: clock.statutory), only(limits.promised, of: clock.promised))
    }

    /// Which layer set the limits of the main clock, and of each other clock that a region has changed: the last one
    /// is in force.
    private func why(in language: Language) -> HTML {
        let plan = guide.guidance.plan
        let clocks = plan.clocks.filter { $0.id == plan.mainClock || isChanged($0) }
        let body: HTML = "\(clocks, { why($0, isNamed: clocks.count > 1, in: language) })"
        if body.isEmpty { return .empty }
        return Disclosure(CatalogueWords.why[language], "<div class=\"prose\">\(body)</div>").html(in: language)
    }

    private static let limitNames = [("statutory", CatalogueWords.legal), ("promised", CatalogueWords.promised)]

    private func origins(_ clock: ClockRule, _ key: String) -> [Origin] {
        definition.origins(of: "clocks.\(clock.id).\(key)", inVariant: guide.guidance.plan.variant)
    }

    /// Whether a region sets a limit of the clock.
    private func isChanged(_ clock: ClockRule) -> Bool {
        GuideParts.limitNames.flatMap { origins(clock, $0.0) }.contains { guide.regionNames[$0.layer] != nil }
    }

    private func why(_ clock: ClockRule, isNamed: Bool, in language: Language) -> HTML {
        let lists = GuideParts.limitNames.compactMap { key, name -> HTML? in
            let origins = origins(clock, key)
            if origins.isEmpty { return nil }
            return """
                <p><b>\(isNamed ? clock.name[language] + " · " : "")\(name, language)</b></p><ol>\(origins.indices, { index in
                    let origin = origins[index]
                    let isLast = index == origins.count - 1
                    return "<li>\(sentence(on: origin, isInForce: isLast, in: language))</li>"
                })</ol>
                """
        }
        return "\(lists)"
    }

    /// `事项：5 个工作日，《…》第…条，自 2020 年 1 月 1 日（现行有效）`.
    private func sentence(on origin: Origin, isInForce: Bool, in language: Language) -> String {
        let parts = [
            GuideParts.value(origin.value, in: language), origin.because.map { language.citation($0) },
            CatalogueWords.since[language] + (language == .chinese ? " " : "") + language.fullDate(origin.from),
        ].compactMap { $0 }
        let state = (isInForce ? CatalogueWords.inForce : CatalogueWords.replaced)[language]
        let name = layer(origin.layer, in: language)
        return language == .chinese
            ? "\(name)：\(parts.joined(separator: "，"))（\(state)）"
            : "\(name): \(parts.joined(separator: ", ")) (\(state))"
    }

    private func layer(_ layer: String, in language: Language) -> String {
        if layer == "service" { return service.name[language] }
        if layer.hasPrefix("procedure ") { return guide.guidance.plan.procedureName[language] }
        if layer.hasPrefix("variant ") {
            let id = String(layer.dropFirst("variant ".count))
            return definition.plan(ofVariant: id)?.name?[language] ?? id
        }
        return guide.regionNames[layer]?[language] ?? layer
    }

    /// `9 workdays` as people read it; of a table of limits each, with who set it where the row says so.
    static func value(_ value: String, in language: Language) -> String {
        if let period = LegalPeriod(value) { return language.period(period) }
        let rows = (JSON(text: value)?.list ?? []).compactMap { row -> String? in
            guard let period = row["limit"]?.text.flatMap({ LegalPeriod($0) }) else { return nil }
            let text = language.period(period)
            guard let by = row["by"].flatMap({ Citation($0) }) else { return text }
            let source = language.citation(by)
            return language == .chinese ? "\(text)（\(source)）" : "\(text) (\(source))"
        }
        if rows.isEmpty { return value }
        return rows.joined(separator: language == .chinese ? "，或 " : " or ")
    }

    static func all(_ rows: [ClockRule.LimitRow], in language: Language) -> String {
        let texts = rows.map { language.period($0.limit) }.reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return texts.isEmpty ? "—" : texts.joined(separator: language == .chinese ? "或 " : " or ")
    }

    // MARK: Result, windows, basis, appeals

    private func result(in language: Language) -> HTML {
        guard let id = guide.guidance.plan.outcome.certificate, let kind = definition.certificates[id] else {
            return .empty
        }
        let validity = (guide.guidance.plan.outcome.valid ?? kind.validity).map { language.period($0) }
        var rows = [
            SummaryList.Row(CatalogueWords.result[language], text: kind.name[language]),
            SummaryList.Row(CatalogueWords.validity[language], text: validity ?? CatalogueWords.unlimited[language]),
        ]
        if let before = kind.renewBefore {
            let text = CatalogueWords.renewText[language] + (language == .chinese ? " " : "") + language.period(before)
            rows.append(SummaryList.Row(CatalogueWords.renewBefore[language], text: text))
        }
        return SummaryList(rows).html(in: language)
    }

    /// Address or hours are on record, not only the name of the window.
    private var hasPlace: Bool { service.contact["place"] != nil || service.contact["hours"] != nil }

    private func windows(in language: Language) -> HTML {
        let rows = ["unit", "place", "hours", "phone"].compactMap { key in
            service.contact[key].map {
                SummaryList.Row(CatalogueWords.contactNames[key]?[language] ?? key, ChineseName($0).html(in: language))
            }
        }
        if rows.isEmpty { return .empty }
        let unknown: HTML =
            hasPlace
            ? .empty
            : """
            <p class="small muted">\(CatalogueWords.placeUnknown, language)<a href="\(Link.telephone("12345"))">12345</a></p>
            """
        return "\(SummaryList(rows), language)\(unknown)"
    }

    private func basis(in language: Language) -> HTML {
        let plan = guide.guidance.plan
        let all = (service.basis + plan.basis).reduce(into: [Citation]()) { if !$0.contains($1) { $0.append($1) } }
        // In English a unit's Chinese name stands apart from its district's.
        let gap: HTML = language == .chinese ? "" : " "
        var rows = [
            SummaryList.Row(
                CatalogueWords.basisShort[language],
                all.map { HTML(escaping: language.citation($0)) }.joined(separator: "<br>")),
            SummaryList.Row(CatalogueWords.kind[language], ChineseName(service.kind).html(in: language)),
            SummaryList.Row(CatalogueWords.procedure[language], text: plan.procedureName[language]),
            SummaryList.Row(
                CatalogueWords.authority[language],
                "\(guide.decidedIn.name, language)\(gap)\(ChineseName(service.authority), language)"
            ),
            SummaryList.Row(
                CatalogueWords.level[language], text: CatalogueWords.levels[service.level]?[language] ?? service.level),
        ]
        if let item = service.item, !guide.isInternal {
            let link: Link = "/items/\(item)"
            rows.append(
                .init(
                    CatalogueWords.inRegister[language],
                    "<a href=\"\(link)\">\(CatalogueWords.showRegister, language)</a>"))
        }
        let variants = definition.plans.compactMap { $0.name?[language] }
        if !variants.isEmpty {
            let text = variants.joined(separator: language == .chinese ? "、" : ", ")
            rows.append(.init(CatalogueWords.variants[language], text: text))
        }
        if let reform = service.reform { rows.append(.init(CatalogueWords.reform[language], text: reform)) }
        let since = language.fullDate(service.inForceFrom)
        let version = "\(since) \(CatalogueWords.versionText[language]) \(definition.hash.prefix(12))"
        rows.append(.init(CatalogueWords.version[language], text: version))
        return SummaryList(rows).html(in: language)
    }

    private func redress(in language: Language) -> HTML {
        var rows: [SummaryList.Row] = []
        if let phone = service.contact["phone"] ?? service.contact["unit"] {
            rows.append(.init(CatalogueWords.consult[language], text: phone))
        }
        rows.append(.init(CatalogueWords.complain[language], text: CatalogueWords.hotline[language]))
        let appeals = definition.messages.values.sorted { $0.id < $1.id }.first { !$0.appeal.isEmpty }?.appeal ?? [:]
        for (way, appeal) in appeals.sorted(by: { $0.key < $1.key }) {
            let period = Wording(zh: Language.chinese.period(appeal.within), en: Language.english.period(appeal.within))
            let text = CatalogueWords.appeal(within: period)[language]
            let law = language.citation(appeal.law)
            rows.append(
                .init(CatalogueWords.appeals[way]?[language] ?? way, "\(text)<br><small>\(law)</small>"))
        }
        return SummaryList(rows).html(in: language)
    }

    // MARK: Shared sentences

    static func range(_ periods: [LegalPeriod], in language: Language) -> String? {
        guard let first = periods.first else { return nil }
        guard periods.count == 2, let last = periods.last else { return language.period(first) }
        return "\(first.amount)–" + language.period(last)
    }

    static func reasons(_ guidance: Guidance, of definition: Definition, in language: Language) -> [HTML] {
        reasons(guidance.refusals, in: language)
            + guidance.turns.map { turn in
                let isFree = turn.outcome.list?.isEmpty == true
                let words = turn.wording(
                    label: { definition.fields[$0]?.ask ?? Wording(zh: $0, en: $0) },
                    write: { GuideParts.written($1, of: definition.fields[$0]) },
                    outcome: isFree ? CatalogueWords.noReasonLeft : CatalogueWords.oneReasonLess)
                return HTML(escaping: words[language])
            }
    }

    /// A value as people say it: yes, no, the name of a choice.
    static func written(_ value: FEELValue, of field: Field?) -> Wording {
        switch value {
        case .boolean(let truth): return truth ? CatalogueWords.yes : CatalogueWords.no
        case .text(let text):
            return field?.choices.first { $0.id == text }?.name ?? Wording(zh: text, en: text)
        default: return Wording(zh: value.written, en: value.written)
        }
    }

    static func reasons(_ refusals: [Refusal], in language: Language) -> [HTML] {
        refusals.map { refusal in
            let laws = language.citations(refusal.citations)
            let text = language == .chinese ? "\(refusal.reason)（\(laws)）" : "\(refusal.reason) (\(laws))"
            return HTML(escaping: text)
        }
    }

    /// Why a document is or is not asked for, and where it comes from instead.
    static func note(on material: Guide.Material, in definition: Definition, _ language: Language) -> String {
        var parts: [String] = []
        let need = material.need
        switch material.way {
        case .free:
            let source = need.from.first == .certificate ? CatalogueWords.certificateLibrary[language] : need.register
            let taken = CatalogueWords.takenFrom[language] + (source ?? CatalogueWords.certificateLibrary[language])
            parts.append(language == .chinese ? taken + "调取" : taken)
            if need.from.contains(.upload) {
                parts.append(CatalogueWords.orUpload[language])
            } else if need.from.contains(.promise) {
                parts.append(CatalogueWords.orPromise[language])
            }
        case .promise: parts.append(CatalogueWords.promiseHow[language])
        case .later(let period):
            let within = Wording(zh: Language.chinese.period(period), en: Language.english.period(period))
            parts.append(CatalogueWords.supplyWithin(within)[language])
            parts.append(CatalogueWords.uploadHow[language])
        case .upload: parts.append(CatalogueWords.uploadHow[language])
        }
        if !material.dependsOn.isEmpty {
            let names = material.dependsOn.map { definition.fields[$0]?.ask[language] ?? $0 }
            parts.append(
                CatalogueWords.neededWhen[language] + names.joined(separator: language == .chinese ? "、" : ", "))
        }
        return parts.joined(separator: language == .chinese ? "；" : "; ")
    }
}
