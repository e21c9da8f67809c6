import Casework
import Definitions
import Proofs
import Values
import Web

/// A document of a case as a page shows it: text, whether its bytes are still those that were recorded, and how it was
/// served. Shared by the applicant's and the officer's page.
struct DocumentParts {
    let document: CaseDocument
    let definition: Definition
    /// Number of the case, or its id.
    let caseNumber: String
    let unit: String

    var name: Wording { definition.messages[document.template]?.name ?? MyWords.documentTitle }

    /// The exact bytes whose hash was recorded; nil after erasure.
    var bytes: [UInt8]? { document.fields[Language.chinese.rawValue]?.text.map { Array($0.utf8) } }

    /// Whether the bytes have the hash that was recorded; nil when there are none any more.
    var isUnchanged: Bool? { bytes.map { Hexadecimal.text(SM3.hash($0)) == document.hash } }

    /// `办件编号-1`.
    var number: String { "\(caseNumber)-\(document.number)" }

    func sheet(in language: Language) -> DocumentSheet {
        let own = document.fields[language.rawValue]?.text
        let text = own ?? document.fields[Language.chinese.rawValue]?.text ?? DocumentWords.erased[language]
        let isChinese = own == nil && language != .chinese && bytes != nil
        return DocumentSheet(
            title: name[isChinese ? .chinese : language], number: number,
            lines: text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }, unit: unit,
            day: (isChinese ? Language.chinese : language).fullDate(document.at.day),
            language: isChinese ? Language.chinese.tag : nil)
    }

    /// The fingerprint, and whether the text still has it.
    func check(_ download: Link, in language: Language) -> HTML {
        let light: Light =
            switch isUnchanged {
            case true?: Light(.normal, DocumentWords.same[language])
            case false?: Light(.bad, DocumentWords.differs[language])
            case nil: Light(.pause, DocumentWords.erased[language])
            }
        let link: HTML =
            bytes == nil
            ? .empty
            : """
            <p class="no-print"><a href="\(download)">\(DocumentWords.bytes, language)</a><br>\
            <span class="small muted">\(DocumentWords.bytesHint, language)</span></p>
            """
        let rows = [
            SummaryList.Row(DocumentWords.check[language], light.html(in: language)),
            SummaryList.Row(MyWords.documentHash[language], "<code class=\"small\">\(document.hash)</code>"),
        ]
        return "\(SummaryList(rows), language)\(link)"
    }

    /// - Parameter people: masked names of officers by person id; nil: the applicant is not told who it was.
    func services(_ people: [String: String]?, in language: Language) -> HTML {
        let columns = [DocumentWords.servedHow, DocumentWords.servedOn, DocumentWords.receiverShort, DocumentWords.by]
        let rows = document.services.map { service -> DataTable.Row in
            let person = service.person.map { people?[$0] ?? unit } ?? DocumentWords.platform[language]
            return DataTable.Row([
                HTML(escaping: DocumentWords.way(service.way)[language]),
                HTML(escaping: language.fullDate(service.on)), HTML(escaping: service.receiver ?? "—"),
                HTML(escaping: person),
            ])
        }
        return DataTable(
            caption: DocumentWords.served[language], isCaptionShown: true,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows, headerColumn: 0,
            hasCardsOnPhones: true
        ).html(in: language)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: { $0 == " " }))
    }
}

/// A notice that was served, as its recipient reads and prints it.
struct CaseDocumentPage {
    let mine: MyCase
    let document: CaseDocument

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let parts = DocumentParts(
            document: document, definition: mine.definition, caseNumber: mine.file.number ?? mine.file.id,
            unit: "\(mine.regionName[language])\(mine.unitName)")
        let back = BackLink(MyWords.backToCase[language], to: "/cases/\(mine.file.id)")
        let text: Link = "/cases/\(mine.file.id)/documents/\(document.number)/text"
        let body: HTML = """
            \(parts.sheet(in: language), language)<div class="section stack">\(parts.check(text, in: language))\
            \(parts.services(nil, in: language))\(ButtonRow([
                Button(language.words.form.print, weight: .normal, icon: .printer, act: .print),
            ]), language)</div>
            """
        return PublicPage(
            head: PageHeading(title: parts.name[language], column: MyWords.cases[language]), current: "/my/cases",
            hasTabBar: false, before: back.html(in: language), body: body)
    }
}

/// The documents of a case in a list, the newest first.
struct DocumentList {
    let documents: [CaseDocument]
    let definition: Definition
    /// The page of one of them.
    let link: (CaseDocument) -> Link

    func html(in language: Language) -> HTML {
        if documents.isEmpty { return "<p>\(DocumentWords.none, language)</p>" }
        return """
            <ul class="list">\(documents.reversed(), { document in
                let name = definition.messages[document.template]?.name ?? MyWords.documentTitle
                let ways = document.services.map { DocumentWords.way($0.way)[language] }
                    .joined(separator: language == .chinese ? "、" : ", ")
                return """
                    <li><a class="list__a" href="\(link(document))"><span class="list__t">\(name, language)</span>\
                    <span class="small muted">\(language.fullDate(document.at.day))&ensp;\(ways)</span></a></li>
                    """
            })</ul>
            """
    }
}
