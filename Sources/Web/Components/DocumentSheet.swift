import Values

/// A notice as it is printed: heading, number, text, unit and day, in the form of an official paper (公文格式).
package struct DocumentSheet: Piece {
    package let title: String
    package let number: String
    /// Paragraphs in order; the first names the addressee.
    package let lines: [String]
    package let unit: String
    package let day: String
    /// The language of the text when it is not that of the page.
    package let language: String?

    package init(title: String, number: String, lines: [String], unit: String, day: String, language: String?) {
        self.title = title
        self.number = number
        self.lines = lines
        self.unit = unit
        self.day = day
        self.language = language
    }

    package func html(in language: Language) -> HTML {
        """
        <article class="panel doc"\(attribute: "lang", self.language)><h1 class="doc__title">\(title)</h1>\
        <p class="doc__number num">\(number)</p>\
        <div class="doc__text">\(lines, { "<p>\($0)</p>" })</div>\
        <p class="doc__sign">\(unit)<br>\(day)</p></article>
        """
    }
}
