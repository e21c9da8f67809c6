import Definitions
import Values
import Web

/// Figures of accepted documents with what measures them (文件目标).
struct TargetsPage {
    let rows: [TargetDesk.Bound]
    let next: String?
    let isFirst: Bool
    let names: TargetNames
    let today: Day

    static let link: Link = "/w/targets"
    static let length = 20

    static func link(of target: String) -> Link { "/w/targets/binding?id=\(target)" }

    /// The cases behind it.
    static func cases(of target: String) -> Link {
        let parts = target.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return link }
        return "/w/targets/\(parts[0])/\(parts[1])/\(parts[2])/cases"
    }

    func body(in language: Language) -> HTML {
        let head = WorkHead(
            TargetWords.title[language], subtitle: "\(TargetWords.lead, language)",
            side: "<a href=\"\(BoardPage.link)\">\(BoardWords.board, language)</a>")
        return "\(head, language)\(rows.isEmpty ? empty(in: language) : table(in: language))"
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .document, heading: TargetWords.none[language], text: TargetWords.noneText[language],
            buttons: [Button(BoardWords.board[language], weight: .normal, act: .go(BoardPage.link))]
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            TargetWords.sentence, TargetWords.figure, TargetWords.due, TargetWords.measuredBy, BoardWords.value,
            TargetWords.state,
        ]
        let table = DataTable(
            caption: TargetWords.title[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows.map { row($0, in: language) },
            headerColumn: 0, hasCardsOnPhones: true)
        let pager = Pager(
            summary: TargetWords.shown(rows.count)[language],
            kind: .onwards(
                first: isFirst ? nil : TargetsPage.link, next: next.map { TargetsPage.link.with([("after", $0)]) }))
        return "\(table, language)\(pager, language)"
    }

    private func row(_ one: TargetDesk.Bound, in language: Language) -> DataTable.Row {
        let target = one.target
        let tone: Tone = one.measured?.state == .broken ? .bad : one.measured?.state == .atRisk ? .warn : .plain
        return DataTable.Row(
            [
                """
                <a href="\(TargetsPage.link(of: target.id))" lang="zh-CN">\(target.sentence)</a>\
                <span class="sub2">\(TargetWords.source(target), language)</span>
                """,
                "<span lang=\"zh-CN\">\(target.raw)</span>", HTML(escaping: language.date(target.due, seenOn: today)),
                measuredBy(one, in: language), one.measured.map { BoardPage.value($0, in: language) } ?? "—",
                state(one, in: language),
            ], tone: tone)
    }

    private func measuredBy(_ one: TargetDesk.Bound, in language: Language) -> HTML {
        if let measured = one.measured {
            return """
                <a href="\(BoardPage.link(of: measured.metric.id))">\(measured.metric.name, language)</a>\
                <span class="sub2">\(names.place(of: measured), language)</span>\(cases(one, measured, in: language))
                """
        }
        switch one.binding?.choice {
        case .unmeasured(let why): return "\(TargetWords.why(why), language)"
        case .metric: return "\(TargetWords.gone, language)"
        case nil:
            guard let proposal = one.proposal else { return "\(TargetWords.noProposal, language)" }
            let service = proposal.service.flatMap { names.services[$0] }.map { "（\($0[language])）" } ?? ""
            return "\(TargetWords.proposed, language)\(proposal.metric.name, language)\(service)"
        }
    }

    private func cases(_ one: TargetDesk.Bound, _ measured: BoardDesk.Measured, in language: Language) -> HTML {
        guard measured.metric.hasCases else { return .empty }
        let link = TargetsPage.cases(of: one.target.id)
        return """
            <span class="sub2"><a href="\(link)">\(MetricCaseWords.title, language)\
            <span class="sr">\(one.target.raw)</span></a></span>
            """
    }

    private func state(_ one: TargetDesk.Bound, in language: Language) -> HTML {
        if let measured = one.measured {
            let state = measured.state ?? .notMeasurable(TargetWords.changeOnly)
            return BoardPage.state(state, measured.strictness, in: language)
        }
        if one.binding == nil { return "\(Light(.warn, TargetWords.unbound[language]), language)" }
        return "\(Light(.pause, BoardWords.state(.notMeasurable(TargetWords.none))[language]), language)"
    }
}

/// What the places and services are called over which figures are measured.
struct TargetNames {
    let regions: [String: Wording]
    let services: [String: Wording]

    /// 渝中区, 全市，食品经营许可.
    func place(of measured: BoardDesk.Measured) -> Wording {
        let place = measured.region.map { regions[$0] ?? Wording(zh: $0, en: $0) } ?? BoardWords.wholeCity
        guard let id = measured.service else { return place }
        let service = services[id] ?? Wording(zh: id, en: id)
        return Wording(zh: "\(place.zh)，\(service.zh)", en: "\(place.en), \(service.en)")
    }
}

/// One figure, and the choice of what measures it.
struct TargetPage {
    /// What the form shows as chosen.
    struct Chosen {
        var metric: String
        var region: String
        var service: String
    }

    let one: TargetDesk.Bound
    let metrics: [Metric]
    let regions: [(id: String, name: Wording)]
    let services: [(id: String, name: Wording)]
    let chosen: Chosen
    let problems: [Problem]

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let target = one.target
        let form = ActionForm(
            action: "/w/targets/binding", formToken: reader.formToken, key: key,
            hidden: [("id", target.id), ("revision", "\(one.binding?.revision ?? 0)")], hasFiles: false,
            look: .staffPanel,
            body: """
                \(choice(in: language))\(service(in: language))\(place(in: language))\
                \(ButtonRow([.submit(TargetWords.save[language])]), language)
                """)
        return """
            \(ErrorSummary(problems), language)\
            \(WorkHead(TargetWords.bindTitle[language],
                side: "<a href=\"\(TargetsPage.link)\">\(TargetWords.title, language)</a>"), language)\
            <blockquote lang="zh-CN"><p>\(target.sentence)</p>\
            <p class="small muted">\(TargetWords.source(target), language)，\(target.raw)</p></blockquote>\(form, language)
            """
    }

    private func choice(in language: Language) -> HTML {
        let known = metrics.map { metric in
            ChoiceField.Option(metric.id, "\(metric.name[language])（\(metric.unit)）")
        }
        let reasons = TargetBinding.Unmeasured.allCases.map { why in
            ChoiceField.Option(TargetPage.value(of: why), TargetWords.why(why)[language])
        }
        return ChoiceField(
            FieldFrame(
                id: "metric", label: TargetWords.metric[language], hint: TargetWords.metricHint[language],
                error: problems.message(at: "metric", in: language)),
            style: .select, options: known + reasons, chosen: chosen.metric.isEmpty ? [] : [chosen.metric]
        ).html(in: language)
    }

    private func service(in language: Language) -> HTML {
        let options =
            [ChoiceField.Option("", TargetWords.allServices[language])]
            + services.map { ChoiceField.Option($0.id, $0.name[language]) }
        return ChoiceField(
            FieldFrame(
                id: "service", label: TargetWords.service[language], hint: TargetWords.serviceHint[language],
                error: problems.message(at: "service", in: language)), style: .select, options: options,
            chosen: [chosen.service]
        ).html(in: language)
    }

    private func place(in language: Language) -> HTML {
        let options =
            [ChoiceField.Option("", BoardWords.wholeCity[language])]
            + regions.map { ChoiceField.Option($0.id, $0.name[language]) }
        return ChoiceField(
            FieldFrame(
                id: "region", label: TargetWords.region[language], hint: nil,
                error: problems.message(at: "region", in: language)), style: .select, options: options,
            chosen: [chosen.region]
        ).html(in: language)
    }

    /// A reason among the metrics of the choice; no metric has such an id.
    static func value(of why: TargetBinding.Unmeasured) -> String { "!" + why.rawValue }

    /// What was chosen in the form; nil for nothing.
    static func choice(_ chosen: Chosen) -> TargetBinding.Choice? {
        if chosen.metric.isEmpty { return nil }
        guard chosen.metric.hasPrefix("!") else {
            let scope = TargetBinding.MetricScope(
                region: chosen.region.isEmpty ? nil : chosen.region,
                service: chosen.service.isEmpty ? nil : chosen.service)
            return .metric(chosen.metric, scope)
        }
        return TargetBinding.Unmeasured(rawValue: String(chosen.metric.dropFirst())).map { .unmeasured($0) }
    }
}
