import Values

/// A titled part of a page in a white box.
package struct Panel: Piece {
    package enum Density: Hashable, Sendable { case normal, staff }

    /// Target of links on the page.
    package let id: String
    package let heading: String
    /// The heading is read out but not shown.
    package let isHeadingHidden: Bool
    package let density: Density
    package let body: HTML

    /// With its heading shown.
    package init(id: String, heading: String, density: Density, body: HTML) {
        self.init(id: id, heading: heading, isHeadingHidden: false, density: density, body: body)
    }

    package init(id: String, heading: String, isHeadingHidden: Bool, density: Density, body: HTML) {
        self.id = id
        self.heading = heading
        self.isHeadingHidden = isHeadingHidden
        self.density = density
        self.body = body
    }

    package func html(in language: Language) -> HTML {
        let staff: HTML = density == .staff ? " panel--staff" : ""
        let hidden: HTML = isHeadingHidden ? " class=\"sr\"" : ""
        return """
            <section class="panel\(staff)" id="\(id)" aria-labelledby="\(id)-h">\
            <h2\(hidden) id="\(id)-h">\(heading)</h2>\(body)</section>
            """
    }
}

/// The head of a page: its only h1, a status, a line below, and acts at the right.
package struct PageHead: Piece {
    package let title: String
    package let tag: Tag?
    package let subtitle: HTML?
    package let buttons: [Button]

    package init(_ title: String, tag: Tag? = nil, subtitle: HTML? = nil, buttons: [Button] = []) {
        self.title = title
        self.tag = tag
        self.subtitle = subtitle
        self.buttons = buttons
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="pagehead"><div><h1>\(title)\(tag.map { " \($0, language)" })</h1>\
        \(subtitle.map { "<p class=\"sub num\">\($0)</p>" })</div>\
        \(buttons.isEmpty ? HTML.empty : "<p class=\"row no-print\">\(buttons, language)</p>")</div>
        """
    }
}

/// The head of an officers' page.
package struct WorkHead: Piece {
    package let title: String
    package let subtitle: HTML?
    package let side: HTML?

    package init(_ title: String, subtitle: HTML? = nil, side: HTML? = nil) {
        self.title = title
        self.subtitle = subtitle
        self.side = side
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="work__head"><div><h1>\(title)</h1>\(subtitle.map { "<p class=\"sub num\">\($0)</p>" })</div>\
        \(side.map { "<p class=\"row no-print\">\($0)</p>" })</div>
        """
    }
}

/// Where this page lies; the last one is the page itself.
package struct Breadcrumb: Piece {
    package let way: [(label: String, link: Link)]
    package let here: String

    package init(_ way: [(label: String, link: Link)], here: String) {
        self.way = way
        self.here = here
    }

    package func html(in language: Language) -> HTML {
        """
        <nav class="crumbs" aria-label="\(language.words.shell.position)"><ol>\
        \(way, { "<li><a href=\"\($0.link)\">\($0.label)</a></li>" })<li aria-current="page">\(here)</li></ol></nav>
        """
    }
}

/// What a place is for while nothing is there (空状态), with one act.
package struct EmptyState: Piece {
    package let icon: Icon
    package let heading: String
    package let text: String
    package let buttons: [Button]

    package init(icon: Icon, heading: String, text: String, buttons: [Button]) {
        self.icon = icon
        self.heading = heading
        self.text = text
        self.buttons = buttons
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="empty">\(icon.html)<h2>\(heading)</h2><p>\(text)</p>\
        \(buttons.isEmpty ? HTML.empty : "<p class=\"actions\">\(buttons, language)</p>")</div>
        """
    }
}

/// A question that opens to its answer.
package struct Disclosure: Piece {
    package let question: String
    package let answer: HTML

    package init(_ question: String, _ answer: HTML) {
        self.question = question
        self.answer = answer
    }

    package func html(in language: Language) -> HTML {
        "<details class=\"qa\"><summary>\(question)</summary><div>\(answer)</div></details>"
    }
}
