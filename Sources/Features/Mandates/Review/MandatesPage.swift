import Values
import Web

/// Imported documents, and the way to import one.
struct MandatesPage {
    let rows: [MandateDocumentRow]
    let next: MandateCursor?
    let isFirst: Bool
    /// The reader may import.
    let mayManage: Bool
    let today: Day

    static let length = 20
    static let link: Link = "/w/mandates"
    static let uploading: Link = "/w/mandates/new"

    func body(in language: Language) -> HTML {
        let button = Button(
            MandatePageWords.upload[language], weight: .main, size: .small, icon: .document,
            act: .go(MandatesPage.uploading))
        return """
            \(WorkHead(
                MandatePageWords.title[language], subtitle: "\(MandatePageWords.lead, language)",
                side: mayManage ? button.html(in: language) : nil), language)\
            \(rows.isEmpty ? empty(in: language) : table(in: language))
            """
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .document, heading: MandatePageWords.none[language], text: MandatePageWords.noneText[language],
            buttons: []
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            MandatePageWords.name, MandatePageWords.number, MandatePageWords.date, MandatePageWords.tasks,
            MandatePageWords.doubts, MandatePageWords.importedAt,
        ]
        let table = DataTable(
            caption: MandatePageWords.documents[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows.map { row($0, in: language) },
            headerColumn: 0, hasCardsOnPhones: true)
        let pager = Pager(
            summary: "",
            kind: .onwards(
                first: isFirst ? nil : MandatesPage.link,
                next: next.map { MandatesPage.link.with([("before", $0.text)]) }))
        return "\(table, language)\(isFirst && next == nil ? HTML.empty : pager.html(in: language))"
    }

    private func row(_ row: MandateDocumentRow, in language: Language) -> DataTable.Row {
        let replaced: HTML =
            row.replacedBy == nil ? "" : " \(Tag(.plain, MandatePageWords.replaced[language]), language)"
        return DataTable.Row(
            [
                "<a href=\"\(MandatePage.link(row.id))\">\(row.title)</a>\(replaced)",
                HTML(escaping: row.number ?? "—"),
                HTML(escaping: row.date.map { language.date($0, seenOn: today) } ?? "—"),
                "\(MandatePageWords.counts(row), language)", "\(row.doubts)",
                HTML(escaping: language.fullDateTime(row.importedAt)),
            ], tone: row.waiting > 0 && row.replacedBy == nil ? .warn : .plain)
    }
}

/// The form that hands a document in.
struct MandateUploadPage {
    let isLaterVersion: Bool
    let problems: [Problem]
    /// A document that is there already, with why it matters; nil when nothing is in the way.
    let existing: (id: String, why: Wording)?

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let types = [".txt", ".md", ".html", ".htm", ".docx", ".xlsx", ".pdf"]
        let file = FileField(
            FieldFrame(
                id: "file", label: MandatePageWords.file[language], hint: MandatePageWords.fileHint[language],
                error: problems.message(at: "file", in: language)), mediaTypes: types, kept: [])
        let version = ChoiceField(
            FieldFrame(
                id: "later-version", label: MandatePageWords.version[language],
                error: problems.message(at: "later-version", in: language), isOptional: true),
            style: .checkboxes, options: [.init("true", MandatePageWords.laterVersion[language])],
            chosen: isLaterVersion ? ["true"] : [])
        let form = ActionForm(
            action: MandatesPage.link, formToken: reader.formToken, key: key, hidden: [], hasFiles: true,
            look: .staffPanel,
            body: """
                \(file, language)\(version, language)\
                \(ButtonRow([.submit(MandatePageWords.send[language])]), language)
                """)
        return """
            \(ErrorSummary(problems), language)\
            \(Breadcrumb(
                [(MandatePageWords.title[language], MandatesPage.link)], here: MandatePageWords.upload[language]),
                language)\
            \(WorkHead(MandatePageWords.upload[language], subtitle: "\(MandatePageWords.lead, language)"), language)\
            <div class="stack">\(notice(in: language))\(form, language)</div>
            """
    }

    private func notice(in language: Language) -> HTML {
        guard let existing else { return .empty }
        return Notice(
            .warn, title: existing.why[language],
            paragraphs: [
                "<a href=\"\(MandatePage.link(existing.id))\">\(MandatePageWords.openExisting, language)</a>"
            ], isNews: true
        ).html(in: language)
    }
}
