import Values
import Web

/// Which data of the person was used where, and who looked at it.
struct DataUsePage {
    let uses: [DataUse]
    /// The newest looks; nil when the person acts for somebody else, whose looks he may not read.
    let looks: [Look]?
    let session: Session
    let more: Link?

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = DataUseWords.title[language]
        let list: HTML =
            uses.isEmpty
            ? "<p>\(DataUseWords.noCases, language)</p>"
            : uses.map { use($0, reader) }.joined(separator: "")
        return MySpace(.dataUse).page(
            title: title, for: reader,
            body: """
                \(PageHead(title, subtitle: MySpace.standing(of: session, in: language)), language)\
                <p>\(DataUseWords.lead, language)</p><div class="stack-6 section">\(lookPanel(reader))\
                <section aria-labelledby="uses-h"><h2 id="uses-h">\(DataUseWords.uses, language)</h2>\
                <p class="small muted">\(DataUseWords.silent, language)</p><div class="stack section">\(list)</div>\
                \(more.map {
                    "<p class=\"section\"><a href=\"\($0)\" rel=\"next\">\(DataUseWords.earlierCases, language)</a></p>"
                })</section></div>
                """)
    }

    private func lookPanel(_ reader: Reader) -> HTML {
        guard let looks else { return .empty }
        let language = reader.language
        let text: HTML =
            looks.isEmpty
            ? "<p>\(MyWords.noLooks, language)</p>"
            : """
            <ul class="list">\(looks, {
                "<li><span class=\"num\">\(language.fullDateTime($0.at))</span> \($0.ground ?? "—")</li>"
            })</ul>
            """
        return Panel(
            id: "looks", heading: MyWords.looks[language], density: .normal,
            body: "\(text)<p class=\"section__links\"><a href=\"/my/looks\">\(DataUseWords.allLooks, language)</a></p>"
        ).html(in: language)
    }

    private func use(_ use: DataUse, _ reader: Reader) -> HTML {
        let language = reader.language
        let link: Link = "/cases/\(use.row.id)"
        let day = MyWords.filedAt(language.date(use.row.filedAt.day, seenOn: reader.moment.day))[language]
        let content: HTML
        if use.isErased {
            content = "<p>\(DataUseWords.erased, language)</p>"
        } else if use.sources.isEmpty {
            content = "<p>\(DataUseWords.nothing, language)</p>"
        } else {
            content = SummaryList(
                use.sources.map { source in
                    SummaryList.Row(
                        source.name[language],
                        text: source.told.map { $0[language] }.joined(separator: language == .chinese ? "、" : ", "))
                }
            ).html(in: language)
        }
        return """
            <section class="panel"><h3><a href="\(link)">\(use.service, language)</a></h3>\
            <p class="small muted num">\([use.row.number, day].compactMap { $0 }.joined(separator: "  "))</p>\(content)\
            </section>
            """
    }
}
