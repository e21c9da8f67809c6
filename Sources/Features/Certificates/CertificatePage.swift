import Definitions
import Values
import Web

/// A certificate for display and print: whether it holds comes first, then what it says in the order of its kind.
struct CertificatePage {
    let certificate: Certificate
    /// Names of the fields, by concept.
    let fields: [String: Field]
    /// The QR code of the number: `path` and side of the view box.
    let code: (path: String, side: Int)?
    let isSample: Bool

    static func tag(_ state: Certificate.State, in language: Language) -> Tag {
        Tag(state == .valid ? .ok : .warn, CertificateWords.state(state)[language])
    }

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let name = certificate.kindName[language]
        let state = certificate.standing(on: reader.moment.day)
        let head = PageHead(name, tag: CertificatePage.tag(state, in: language))
        let sample: HTML =
            isSample
            ? Notice(.warn, title: CertificateWords.sample[language], paragraphs: []).html(in: language) : ""
        let figure = code.map { QRFigure(path: $0.path, side: $0.side, label: CertificateWords.code[language]) }
        let body: HTML = """
            \(head, language)\(sample)<div class="two two--main section"><section class="panel" aria-labelledby="cert-h">\
            <h2 class="sr" id="cert-h">\(name)</h2>\(SummaryList(rows(in: language)), language)</section>\
            <aside class="panel" aria-label="\(CertificateWords.number, language)">\(figure, language)\
            <p class="num cert__no">\(certificate.number)</p><p class="small muted">\(CertificateWords.checked, language) \
            \(language.fullDateTime(reader.moment))</p>\
            <p class="small"><a href="/verify">\(CertificateWords.verify, language)</a></p>\
            \(ButtonRow([Button(language.words.form.print, weight: .normal, icon: .printer, act: .print)]), language)\
            </aside></div>
            """
        return PublicPage(
            head: PageHeading(title: name, column: CertificateWords.column[language]), current: "/my",
            hasTabBar: false, before: BackLink(CertificateWords.back[language], to: "/my").html(in: language),
            body: body)
    }

    private func rows(in language: Language) -> [SummaryList.Row] {
        var rows = [SummaryList.Row(CertificateWords.number[language], text: certificate.number)]
        let computed = ["licence.number", "licence.valid_from", "licence.valid_until", "licence.authority"]
        let order = certificate.order + certificate.fields.keys.sorted().filter { !certificate.order.contains($0) }
        for id in order where !computed.contains(id) && certificate.fields[id] != .text(certificate.number) {
            guard let value = certificate.fields[id] else { continue }
            let name = fields[id]?.ask[language] ?? id
            let text = fields[id].map { AnswerField($0, regions: []).text(of: value, in: language) } ?? value.text ?? ""
            rows.append(.init(name, text: text))
        }
        let until = certificate.validUntil.map { language.fullDate($0) }
        let period = CertificateWords.period(from: language.fullDate(certificate.validFrom), until: until)
        rows.append(.init(CertificateWords.validity[language], text: period[language]))
        rows.append(.init(CertificateWords.authority[language], text: certificate.issuedBy))
        rows.append(.init(CertificateWords.issuedOn[language], text: language.fullDate(certificate.issuedOn)))
        return rows
    }
}
