import Values
import Web

/// Services one below the other: name, what kind, who decides, how long, marks. Every list of the public site is one.
struct ServiceListPage: Piece {
    /// What stands below a name besides the entry itself, by id.
    let notes: [String: String]
    let entries: [Shelf.Entry]
    let region: String

    init(_ entries: [Shelf.Entry], region: String, notes: [String: String]) {
        self.entries = entries
        self.region = region
        self.notes = notes
    }

    func html(in language: Language) -> HTML {
        "<ul class=\"list panel services\">\(entries, { item($0, in: language) })</ul>"
    }

    func item(_ entry: Shelf.Entry, in language: Language) -> HTML {
        """
        <li><a class="list__a" href="\(ServiceListPage.guide(entry.id, region: region))">\
        <span class="list__t">\(entry.name, language)</span></a>\
        <p class="services__m">\(ServiceListPage.tags(of: entry, in: language))</p>\
        <p class="sub">\(facts(of: entry, in: language))</p></li>
        """
    }

    static func guide(_ id: String, region: String) -> Link {
        let guide: Link = "/guide/\(id)"
        return guide.with([("region", region)])
    }

    /// The kind, 一件事, and what makes it easy.
    static func tags(of entry: Shelf.Entry, in language: Language) -> HTML {
        let marks = entry.marks.compactMap { SearchWords.marks[$0]?[language] }.map { Tag(.ok, $0) }
        let kind: HTML =
            "<span class=\"tag tag--line\"\(attribute: "lang", language.markOfChinese)>\(entry.kind)</span>"
        return "\(kind) \(marks.map { $0.html(in: language) }.joined(separator: " "))"
    }

    private func facts(of entry: Shelf.Entry, in language: Language) -> HTML {
        var facts: [HTML] = [
            "<span\(attribute: "lang", language.markOfChinese)>\(entry.authority)</span>"
        ]
        if let howLong = entry.limits.howLong { facts.append(HTML(escaping: howLong[language])) }
        if let byLaw = entry.limits.byLaw {
            facts.append(HTML(escaping: SearchWords.byLaw[language] + byLaw[language]))
        }
        if entry.unit == nil { facts.append(HTML(escaping: SearchWords.notServed[language])) }
        if let note = notes[entry.id] {
            facts.append(
                """
                \(SearchWords.alsoCalled, language)<span\(attribute: "lang", language.mark(of: note))>\(note)</span>
                """)
        }
        return facts.joined(separator: " · ")
    }
}

extension Icon {
    /// The drawing of a group of services, by the name that `Services/themes.yaml` gives it.
    init(ofGroup name: String) {
        switch name {
        case "bowl": self = .bowl
        case "briefcase": self = .briefcase
        case "calendar": self = .calendar
        case "car": self = .car
        case "card": self = .card
        case "chart": self = .chart
        case "drop": self = .drop
        case "heart": self = .heart
        case "home": self = .home
        case "people": self = .people
        case "scales": self = .scales
        case "shield": self = .shield
        case "tree": self = .tree
        case "user": self = .user
        case "yuan": self = .yuan
        default: self = .document
        }
    }
}

/// The box in which one says what one needs; suggestions come with a script and only add comfort.
struct SearchBoxPage: Piece {
    let words: String

    func html(in language: Language) -> HTML {
        """
        <form class="search" role="search" method="get" action="/search">\
        <label class="sr" for="q">\(SearchWords.box, language)</label>\
        <input class="input" id="q" name="q" type="search" value="\(words)" autocomplete="off" maxlength="200" \
        data-suggest="/search/suggestions" data-label="\(SearchWords.suggestions, language)">\
        <button class="btn" type="submit">\(SearchWords.search, language)</button></form>
        """
    }
}
