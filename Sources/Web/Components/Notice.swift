import Values

/// A message of the page itself (通知条): what is to be done, or what has just happened.
package struct Notice: Piece {
    package let tone: Tone
    package let icon: Icon
    package let title: String?
    package let paragraphs: [HTML]
    /// It came about by what the reader just did, so it is read out.
    package let isNews: Bool

    /// One that was there before; with the icon of its tone, unless another is given.
    package init(_ tone: Tone, icon: Icon? = nil, title: String?, paragraphs: [HTML]) {
        self.init(tone, icon: icon, title: title, paragraphs: paragraphs, isNews: false)
    }

    /// With the icon of its tone, unless another is given.
    package init(_ tone: Tone, icon: Icon? = nil, title: String?, paragraphs: [HTML], isNews: Bool) {
        self.tone = tone
        self.icon = icon ?? Notice.icon(of: tone)
        self.title = title
        self.paragraphs = paragraphs
        self.isNews = isNews
    }

    package func html(in language: Language) -> HTML {
        let modifier = tone == .info ? HTML.empty : tone.modifier(of: "notice")
        return """
            <div class="notice\(modifier)"\(attribute: "role", isNews ? "status" : nil)>\(icon.html)\
            <div class="notice__body">\(title.map { "<p class=\"notice__title\">\($0)</p>" })\
            \(paragraphs, { "<p>\($0)</p>" })</div></div>
            """
    }

    private static func icon(of tone: Tone) -> Icon {
        switch tone {
        case .plain, .info: .info
        case .ok: .checkCircle
        case .warn, .bad: .warning
        }
    }
}
