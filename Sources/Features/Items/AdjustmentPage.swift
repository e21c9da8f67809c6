import Values
import Web

/// Proposals so far, and the way to a new one.
struct AdjustmentsPage {
    /// Each with the name of its stage or of its outcome.
    let rows: [(row: CaseRow, state: Wording)]
    let items: [RegisterItem]
    let next: String?
    let isFirst: Bool

    static let link: Link = "/w/items"

    func body(in language: Language) -> HTML {
        """
        \(WorkHead(AdjustmentWords.title[language], subtitle: "\(AdjustmentWords.lead, language)"), language)\
        <div class="stack">\(chooser(in: language))\(list(in: language))</div>
        """
    }

    private func chooser(in language: Language) -> HTML {
        let kinds = ItemAdjustment.Kind.allCases.map { kind in
            (value: kind.rawValue, label: ItemWords.kinds[kind]?[language] ?? kind.rawValue)
        }
        let all = items.map { (value: $0.id, label: "\($0.name[language]) \($0.code.text)") }
        let form: HTML = """
            <form class="filter" method="get" action="/w/items/new" aria-label="\(AdjustmentWords.propose, language)">\
            \(select("kind", AdjustmentWords.kind, kinds, in: language))\
            \(select("item", AdjustmentWords.item, all, in: language))\
            <button class="btn btn--sm" type="submit">\(AdjustmentWords.next, language)</button></form>
            """
        return Panel(id: "new", heading: AdjustmentWords.propose[language], density: .staff, body: form)
            .html(in: language)
    }

    private func select(
        _ id: String, _ label: Wording, _ options: [(value: String, label: String)], in language: Language
    ) -> HTML {
        """
        <div><label for="f-\(id)">\(label, language)</label><select class="select" id="f-\(id)" name="\(id)">\
        \(options, { "<option value=\"\($0.value)\">\($0.label)</option>" })</select></div>
        """
    }

    private func list(in language: Language) -> HTML {
        let body: HTML
        if rows.isEmpty {
            body = EmptyState(
                icon: .book, heading: AdjustmentWords.noProposals[language],
                text: AdjustmentWords.noProposalsText[language], buttons: []
            ).html(in: language)
        } else {
            let columns = [AdjustmentWords.number, AdjustmentWords.stage, AdjustmentWords.filed]
            let table = DataTable(
                caption: AdjustmentWords.proposals[language], isCaptionShown: false,
                columns: columns.map { DataTable.Column($0[language]) },
                rows: rows.map { row, state in
                    let link: Link = "/w/case/\(row.id)"
                    return DataTable.Row([
                        "<a href=\"\(link)\"><span class=\"num\">\(row.number ?? row.id)</span></a>",
                        HTML(escaping: state[language]), HTML(escaping: language.fullDateTime(row.filedAt)),
                    ])
                }, headerColumn: 0, hasCardsOnPhones: true)
            let pager = Pager(
                summary: "",
                kind: .onwards(
                    first: isFirst ? nil : AdjustmentsPage.link,
                    next: next.map { AdjustmentsPage.link.with([("before", $0)]) }))
            body = "\(table, language)\(isFirst && next == nil ? HTML.empty : pager.html(in: language))"
        }
        return Panel(id: "proposals", heading: AdjustmentWords.proposals[language], density: .staff, body: body)
            .html(in: language)
    }
}

/// The form of one proposal, with what its kind asks for.
struct AdjustmentPage {
    let proposal: AdjustmentProposal
    /// As it was typed; the boxes of a date that is none stay as they are.
    let date: DateField.Value
    let itemName: Wording?
    let regions: [(id: String, name: Wording)]
    let problems: [Problem]

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let kind = ItemWords.kinds[proposal.kind]?[language] ?? proposal.kind.rawValue
        let title = itemName.map { "\(kind) · \($0[language])" } ?? kind
        var hidden = [("kind", proposal.kind.rawValue)]
        if proposal.kind != .add { hidden.append(("item", proposal.item)) }
        let form = ActionForm(
            action: AdjustmentsPage.link, formToken: reader.formToken, key: key, hidden: hidden, hasFiles: false,
            look: .staffPanel,
            body: """
                \(what(in: language))\(why(in: language))\
                \(ButtonRow([.submit(AdjustmentWords.send[language])]), language)
                """)
        return """
            \(ErrorSummary(problems), language)\
            \(WorkHead(title, subtitle: "\(AdjustmentWords.lead, language)"), language)\(form, language)
            """
    }

    private func text(
        _ id: String, _ label: Wording, _ hint: Wording?, _ value: String, isOptional: Bool, in language: Language
    ) -> HTML {
        TextField(
            FieldFrame(
                id: id, label: label[language], hint: hint?[language], error: problems.message(at: id, in: language),
                isOptional: isOptional), kind: .text, value: value, width: .characters30
        ).html(in: language)
    }

    private func select(
        _ id: String, _ label: Wording, _ options: [(id: String, name: Wording)], chosen: String, in language: Language
    ) -> HTML {
        ChoiceField(
            FieldFrame(id: id, label: label[language], error: problems.message(at: id, in: language)), style: .select,
            options: options.map { .init($0.id, $0.name[language]) }, chosen: chosen.isEmpty ? [] : [chosen]
        ).html(in: language)
    }

    private func what(in language: Language) -> HTML {
        var html = HTML.empty
        let isChange = proposal.kind == .change
        if proposal.kind == .add {
            html += text(
                "item", AdjustmentWords.newItem, AdjustmentWords.newItemHint, proposal.item, isOptional: false,
                in: language)
            html += text(
                "code", AdjustmentWords.code, AdjustmentWords.codeHint, proposal.code, isOptional: false, in: language)
        } else if let message = problems.message(at: "item", in: language) {
            html += Notice(.bad, title: message, paragraphs: []).html(in: language)
        }
        if proposal.namesItem {
            html += text(
                "name-zh", AdjustmentWords.nameZH, nil, proposal.nameInChinese, isOptional: isChange, in: language)
            html += text(
                "name-en", AdjustmentWords.nameEN, nil, proposal.nameInEnglish, isOptional: isChange, in: language)
            html += text(
                "basis", AdjustmentWords.basis, AdjustmentWords.basisHint, proposal.basis, isOptional: isChange,
                in: language)
        } else {
            html += select("region", AdjustmentWords.region, regions, chosen: proposal.region, in: language)
        }
        if proposal.movesItem {
            let levels = ItemRow.levelOrder.map { ($0, ItemWords.level($0)) }
            html += select("level", AdjustmentWords.level, levels, chosen: proposal.level, in: language)
            html += text(
                "authority", AdjustmentWords.authority, AdjustmentWords.authorityHint, proposal.authority,
                isOptional: false, in: language)
        }
        return html
    }

    private func why(in language: Language) -> HTML {
        let reason = TextArea(
            FieldFrame(
                id: "reason", label: AdjustmentWords.reason[language],
                error: problems.message(at: "reason", in: language)),
            value: proposal.reason)
        let from = DateField(
            FieldFrame(
                id: "from", label: AdjustmentWords.from[language], error: problems.message(at: "from", in: language)),
            value: date, isBirthday: false)
        return """
            \(text(
                "document", AdjustmentWords.document, AdjustmentWords.documentHint, proposal.document,
                isOptional: false, in: language))\(reason, language)\(from, language)
            """
    }
}
