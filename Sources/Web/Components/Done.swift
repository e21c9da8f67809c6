import Values

/// That something was done, with the number to keep (提交成功).
package struct DonePanel: Piece {
    package let heading: String
    package let numberLabel: String
    package let number: String

    package init(_ heading: String, numberLabel: String, number: String) {
        self.heading = heading
        self.numberLabel = numberLabel
        self.number = number
    }

    /// The heading is the page's h1.
    package func html(in language: Language) -> HTML {
        """
        <div class="done-panel" role="status"><h1>\(heading)</h1><p>\(numberLabel)</p><b class="num">\(number)</b>\
        </div>
        """
    }
}

/// The parts of a long application and how far each is (任务清单).
package struct TaskList: Piece {
    package struct Item: Sendable {
        package let title: String
        /// nil while earlier parts are not done.
        package let link: Link?
        /// A done part is plain text; what is still to do is a tag.
        package let status: Status

        package enum Status: Sendable {
            case done(String)
            case open(Tag)
        }

        package init(_ title: String, link: Link?, status: Status) {
            self.title = title
            self.link = link
            self.status = status
        }
    }

    package let items: [Item]

    package init(_ items: [Item]) {
        self.items = items
    }

    package func html(in language: Language) -> HTML {
        "<ul class=\"list\">\(items, { "<li>\(line($0, in: language))</li>" })</ul>"
    }

    private func line(_ item: Item, in language: Language) -> HTML {
        let status: HTML
        switch item.status {
        case .done(let word): status = "<span class=\"muted\">\(word)</span>"
        case .open(let tag): status = "\(tag, language)"
        }
        if let link = item.link {
            return "<a class=\"list__a\" href=\"\(link)\"><span class=\"list__t\">\(item.title)</span>\(status)</a>"
        }
        return """
            <span class="list__a list__a--off row row--between"><span class="list__t">\(item.title)</span>\(status)\
            </span>
            """
    }
}

/// One case in a list of one's own (办件卡).
package struct CaseCard: Piece {
    package let title: String
    package let link: Link
    /// Number, applicant, day.
    package let details: [String]
    package let tag: Tag
    /// The small clock, a link to rate, or the day on which a draft ends.
    package let side: HTML

    package init(_ title: String, link: Link, details: [String], tag: Tag, side: HTML) {
        self.title = title
        self.link = link
        self.details = details
        self.tag = tag
        self.side = side
    }

    package func html(in language: Language) -> HTML {
        let lines = details.map { HTML(escaping: $0) }.joined(separator: "&ensp;")
        return """
            <li class="case"><h3><a href="\(link)">\(title)</a></h3>\
            \(details.isEmpty ? HTML.empty : "<p class=\"small muted num\">\(lines)</p>")\
            <div class="row row--between">\(tag, language)\(side)</div></li>
            """
    }
}

/// A QR code; what it holds is also written beside it.
package struct QRFigure: Piece {
    /// `QRCode.path` and `QRCode.viewBoxSide` of Documents.
    package let path: String
    package let side: Int
    /// What the code is, for who cannot see it.
    package let label: String

    package init(path: String, side: Int, label: String) {
        self.path = path
        self.side = side
        self.label = label
    }

    package func html(in language: Language) -> HTML {
        """
        <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)"><path fill="#fff" d="M0 0h\
        \(side)v\(side)H0z"/>\
        <path fill="#000" d="\(path)"/></svg>
        """
    }
}
