import Values

/// What happened to a case, newest first (办理进展): what, when, who, and the document that it produced.
package struct Timeline: Piece {
    package enum State: Hashable, Sendable {
        /// Expected, not yet there.
        case coming
        case now
        case done
        /// The clock stood still from here.
        case paused
        case refused
    }

    package struct Entry: Sendable {
        package let state: State
        package let title: String
        package let tag: Tag?
        /// When, and who or from where: `8 月 6 日 16:20`, `市疾控中心`.
        package let details: [String]
        /// A sentence of explanation; nil when there is none.
        package let text: String?
        package let documents: [DocumentLink]

        package init(
            _ state: State, _ title: String, tag: Tag? = nil, details: [String], text: String? = nil,
            documents: [DocumentLink] = []
        ) {
            self.state = state
            self.title = title
            self.tag = tag
            self.details = details
            self.text = text
            self.documents = documents
        }
    }

    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package func html(in language: Language) -> HTML {
        "<ol class=\"tl\">\(entries, { item($0, in: language) })</ol>"
    }

    private func item(_ entry: Entry, in language: Language) -> HTML {
        """
        <li\(attribute: "class", className(entry.state))><span class="tl__dot">\(icon(entry.state))</span>\
        <p class="tl__t">\(entry.title)\(entry.tag.map { " \($0, language)" })</p>\
        <p class="tl__m num">\(entry.details.map { HTML(escaping: $0) }.joined(separator: "&ensp;"))</p>\
        \(entry.text.map { "<p>\($0)</p>" })\
        \(entry.documents, { "<p class=\"tl__card\">\($0, language)</p>" })</li>
        """
    }

    private func className(_ state: State) -> String? {
        switch state {
        case .coming: "todo"
        case .now: "now"
        case .refused: "no"
        case .done, .paused: nil
        }
    }

    private func icon(_ state: State) -> HTML {
        switch state {
        case .coming: .empty
        case .now: Icon.clock.html
        case .done: Icon.check.html
        case .paused: Icon.pause.html
        case .refused: Icon.info.html
        }
    }
}

/// A link to a document: its statutory name, and its kind and size where known.
package struct DocumentLink: Piece {
    package let title: String
    /// `PDF，1.2 MB`.
    package let note: String?
    package let link: Link

    package init(_ title: String, note: String? = nil, to link: Link) {
        self.title = title
        self.note = note
        self.link = link
    }

    package func html(in language: Language) -> HTML {
        let noted: HTML? = note.map { language == .chinese ? "（\($0)）" : " (\($0))" }
        return "<a href=\"\(link)\">\(Icon.document.html) \(title)\(noted)</a>"
    }
}
