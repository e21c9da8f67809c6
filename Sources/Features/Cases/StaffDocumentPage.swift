import Casework
import Definitions
import Values
import Web

/// A document of a case for officers: to read, check and print, and the record of how it was served (送达回证).
struct StaffDocumentPage {
    let shown: StaffCase
    let document: CaseDocument
    /// What was just sent and could not be taken.
    let typed: FormInput?
    let problems: [Problem]
    /// A service was just recorded.
    let isRecorded: Bool

    private var parts: DocumentParts {
        let header = shown.file.header
        return DocumentParts(
            document: document, definition: shown.definition, caseNumber: shown.file.number ?? shown.id,
            unit: shown.territory.units[header.unit]?.name ?? shown.definition.service.authority)
    }

    func title(in language: Language) -> String { parts.name[language] }

    static func link(_ id: String, _ number: Int) -> Link { "/w/case/\(id)/documents/\(number)" }

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let print = Button(StaffWords.print[language], weight: .normal, size: .small, icon: .printer, act: .print)
        let text: Link = "/w/case/\(shown.id)/documents/\(document.number)/text"
        let news: HTML =
            isRecorded
            ? Notice(.ok, title: DocumentWords.recorded[language], paragraphs: [], isNews: true).html(in: language)
            : .empty
        return """
            \(BackLink(StaffWords.backToCase[language], to: StaffCasePage.link(shown.id)), language)\
            \(ErrorSummary(problems), language)\(news)\(parts.sheet(in: language), language)\
            <div class="stack section"><p class="no-print">\(print, language)</p>\(parts.check(text, in: language))\
            \(parts.services(shown.people.names, in: language))\(form(reader, key: key))</div>
            """
    }

    private func form(_ reader: Reader, key: String) -> HTML {
        let language = reader.language
        let way = ChoiceField(
            FieldFrame(
                id: "way", label: DocumentWords.servedHow[language],
                error: problems.message(at: "way", in: language)),
            style: .radios,
            options: DocumentWords.ways.map { ChoiceField.Option($0.id, $0.name[language]) },
            chosen: typed?["way"].map { [$0] } ?? [])
        let day = DateField(
            FieldFrame(
                id: "on", label: DocumentWords.servedOn[language], error: problems.message(at: "on", in: language)),
            value: typed?.dateValue("on") ?? DateField.Value(shown.day), isBirthday: false)
        let receiver = TextField(
            FieldFrame(
                id: "receiver", label: DocumentWords.receiver[language],
                error: problems.message(at: "receiver", in: language)),
            kind: .text, value: typed?["receiver"] ?? "", width: .full)
        let buttons = ButtonRow([Button.submit(DocumentWords.recordSend[language])])
        let form = ActionForm(
            action: "/w/case/\(shown.id)/documents/\(document.number)/services", formToken: reader.formToken,
            key: key, hidden: [], hasFiles: false, look: .staffPanel,
            body: """
                <h2>\(DocumentWords.record, language)</h2>\(way, language)\(day, language)\(receiver, language)\
                \(buttons, language)
                """)
        return "<div class=\"no-print\">\(form, language)</div>"
    }
}

/// Notices as they would be sent, shown before anything is signed.
struct NoticePreview {
    let servings: [Serving]
    let definition: Definition
    let caseNumber: String
    let unit: String
    let day: Day

    func html(in language: Language) -> HTML {
        let notice = Notice(
            .info, title: DocumentWords.previewTitle[language],
            paragraphs: servings.isEmpty ? ["\(DocumentWords.noNotice, language)"] : [], isNews: true)
        let sheets = servings.map { serving -> HTML in
            let name = definition.messages[serving.template]?.name ?? MyWords.documentTitle
            let text = (serving.fields[language.rawValue] ?? serving.fields[Language.chinese.rawValue])?.text ?? ""
            let lines = text.split(separator: "\n").map(String.init)
            return """
                <section class="panel panel--staff doc"><h2 class="doc__title">\(name, language)</h2>\
                <p class="doc__number num">\(caseNumber)</p><div class="doc__text">\(lines, { "<p>\($0)</p>" })</div>\
                <p class="doc__sign">\(unit)<br>\(language.fullDate(day))</p></section>
                """
        }
        return "\(notice, language)\(sheets)"
    }
}
