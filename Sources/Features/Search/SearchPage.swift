import Values
import Web

/// What was found for some words, and what to do when nothing was.
struct SearchPage {
    static let length = 20

    /// As they were typed.
    let words: String
    let shelf: Shelf
    /// The part that is shown.
    let matches: [SearchMatch]
    let all: Int
    /// Where the part begins, from 1.
    let first: Int
    let next: Link?
    /// A case that the reader may see, when its number was typed.
    let found: (id: String, isOfficer: Bool)?
    /// A number of a case was typed.
    let isCaseNumber: Bool

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = SearchWords.search[language]
        let body: HTML = """
            \(Breadcrumb([(SearchWords.home[language], "/")], here: title), language)\(PageHead(title), language)\
            \(SearchBoxPage(words: words), language)\(shortened(in: language))\(cases(for: reader))\
            \(results(in: language))
            """
        return PublicPage(
            head: PageHeading(title: words.isEmpty ? title : "\(short) - \(title)", column: title), current: nil,
            hasTabBar: true, body: body)
    }

    /// The words as they are repeated in headings.
    private var short: String { words.count > 30 ? words.prefix(30) + "…" : words }

    private func shortened(in language: Language) -> HTML {
        words.unicodeScalars.count > SearchIndex.longestQuestion
            ? Notice(.info, title: SearchWords.shortened[language], paragraphs: []).html(in: language) : .empty
    }

    private func cases(for reader: Reader) -> HTML {
        let language = reader.language
        guard isCaseNumber else { return .empty }
        guard let found else {
            let hint = reader.name == nil ? SearchWords.caseHint : SearchWords.caseUnknown
            return "<div class=\"section\">\(Notice(.info, title: hint[language], paragraphs: []), language)</div>"
        }
        let link: Link = found.isOfficer ? "/w/cases/\(found.id)" : "/cases/\(found.id)"
        return """
            <ul class="list panel section"><li><a class="list__a" href="\(link)"><span class="list__t">\
            \(SearchWords.caseFound, language) \(words)</span></a></li></ul>
            """
    }

    private func results(in language: Language) -> HTML {
        if words.isEmpty {
            return """
                <div class="section section__head"><h2>\(SearchWords.start, language)</h2></div>\
                \(suggestions(in: language))
                """
        }
        if matches.isEmpty { return isCaseNumber ? .empty : nothing(in: language) }
        let pager = Pager(
            summary: SearchWords.shown(first, first + matches.count - 1, of: all)[language],
            kind: .onwards(first: nil, next: next))
        return """
            <section class="section" aria-labelledby="results-h"><div class="section__head">\
            <h2 id="results-h">\(SearchWords.found(all, short), language)</h2></div>\
            <ol class="list panel services">\(matches, { item($0, in: language) })</ol>\(pager, language)</section>
            """
    }

    private func item(_ match: SearchMatch, in language: Language) -> HTML {
        switch match.kind {
        case .service:
            guard let entry = shelf[match.id] else { return .empty }
            let list = ServiceListPage(
                [entry], region: shelf.region.id, notes: match.phrase.map { [entry.id: $0] } ?? [:])
            return list.item(entry, in: language)
        case .policy:
            let policy = shelf.vocabulary.policies.first { $0.number == match.id }
            let link: Link = "/policies"
            return simple(
                policy?.title ?? match.id, link.with([("number", match.id)]), SearchWords.policy,
                note: policy?.title == nil ? nil : match.id, in: language)
        case .place:
            let place = SitePlaces.groups.flatMap(\.places).first { $0.path == match.id }
            return simple(
                place?.name[language] ?? match.id, Link(onThisSite: match.id) ?? "/", SearchWords.place,
                note: match.phrase, in: language)
        }
    }

    private func simple(
        _ name: String, _ link: Link, _ kind: Wording, note: String?, in language: Language
    ) -> HTML {
        """
        <li><a class="list__a" href="\(link)"><span class="list__t"\(attribute: "lang", language.mark(of: name))>\
        \(name)</span></a><p class="services__m"><span class="tag tag--line">\(kind, language)</span></p>\
        \(note.map { "<p class=\"sub\"\(attribute: "lang", language.mark(of: $0))>\($0)</p>" })</li>
        """
    }

    private func nothing(in language: Language) -> HTML {
        let empty = EmptyState(
            icon: .search, heading: SearchWords.nothingFound(short)[language],
            text: SearchWords.nothingFoundText[language],
            buttons: [Button(SearchWords.allServices[language], weight: .normal, act: .go("/services"))])
        return """
            \(empty, language)<div class="section__head"><h2>\(SearchWords.tryThese, language)</h2></div>\
            \(suggestions(in: language))
            """
    }

    private func suggestions(in language: Language) -> HTML {
        """
        \(ServiceListPage(shelf.entries(shelf.vocabulary.popular), region: shelf.region.id, notes: [:]), language)\
        <div class="section">\
        \(GroupGridPage(groups: shelf.groups(shelf.vocabulary.themes, for: nil), path: "theme"), language)</div>
        """
    }
}
