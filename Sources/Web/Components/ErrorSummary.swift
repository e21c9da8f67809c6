import Values

/// What the sender can put right, all at once, before the heading of the page; takes the focus on load.
///
/// The words are the same as at the fields, and each link leads to the first box of its field.
package struct ErrorSummary: Piece {
    package let problems: [Problem]

    package init(_ problems: [Problem]) {
        self.problems = problems
    }

    package func html(in language: Language) -> HTML {
        if problems.isEmpty { return .empty }
        return """
            <div class="errors" data-errors tabindex="-1"><div role="alert">\
            <h2>\(language.words.form.problems(problems.count))</h2>\
            <ol>\(problems, { "<li><a href=\"\(Link.part($0.place))\">\($0.message[language])</a></li>" })</ol></div>\
            </div>
            """
    }
}

extension [Problem] {
    /// What is wrong with the field of that id; nil when nothing is.
    package func message(at place: String, in language: Language) -> String? {
        first { $0.place == place }?.message[language]
    }
}
