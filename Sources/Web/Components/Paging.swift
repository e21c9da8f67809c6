import Values

/// Which part of a list is shown, and the ways to the rest.
package struct Pager: Piece {
    package enum Kind: Sendable {
        /// Pages by number: the present one from 1, how many there are, and the address of each.
        case numbered(current: Int, last: Int, link: @Sendable (Int) -> Link)
        /// A list of any length, read onwards from a place; nil at the end.
        case onwards(first: Link?, next: Link?)
    }

    /// `第 1–8 件，共 18 件`.
    package let summary: String
    package let kind: Kind

    package init(summary: String, kind: Kind) {
        self.summary = summary
        self.kind = kind
    }

    package func html(in language: Language) -> HTML {
        """
        <nav class="pager" aria-label="\(language.words.table.paging)"><p class="muted">\(summary)</p>\
        <ul>\(links(in: language))</ul></nav>
        """
    }

    private func links(in language: Language) -> HTML {
        let words = language.words.table
        switch kind {
        case .onwards(let first, let next):
            return """
                \(first.map { "<li><a href=\"\($0)\">\(words.firstPage)</a></li>" })\
                \(next.map { "<li><a href=\"\($0)\" rel=\"next\">\(words.nextPage)</a></li>" })
                """
        case .numbered(let current, let last, let link):
            let near = ([1, last] + Array(current - 2...current + 2)).filter { (1...last).contains($0) }
            var html = HTML.empty
            for number in Set(near).sorted() {
                html +=
                    number == current
                    ? "<li><span class=\"cur\" aria-current=\"page\">\(number)</span></li>"
                    : "<li><a href=\"\(link(number))\" aria-label=\"\(words.page(number))\">\(number)</a></li>"
            }
            if current < last {
                html += "<li><a href=\"\(link(current + 1))\" rel=\"next\">\(words.nextPage)</a></li>"
            }
            return html
        }
    }
}

/// Saved filters of a list with how much each holds (视图); links, so that each has its address.
package struct FilterTabs: Piece {
    package struct Tab: Sendable {
        package let label: String
        package let count: Int?
        /// The count is a warning, for example what falls due today.
        package let isUrgent: Bool
        package let link: Link
        package let isCurrent: Bool

        package init(_ label: String, count: Int?, isUrgent: Bool, link: Link, isCurrent: Bool) {
            self.label = label
            self.count = count
            self.isUrgent = isUrgent
            self.link = link
            self.isCurrent = isCurrent
        }
    }

    package let label: String
    package let tabs: [Tab]

    package init(label: String, tabs: [Tab]) {
        self.label = label
        self.tabs = tabs
    }

    package func html(in language: Language) -> HTML {
        """
        <nav class="views" aria-label="\(label)">\(tabs, { tab in
            let bad: HTML = tab.isUrgent ? " cnt--bad" : ""
            let count: HTML? = tab.count.map { " <span class=\"cnt\(bad)\">\($0)</span>" }
            return """
                <a href="\(tab.link)"\(attribute: "aria-current", tab.isCurrent ? "true" : nil)>\(tab.label)\(count)\
                </a>
                """
        })</nav>
        """
    }
}

/// The row of filters above a list: a GET form, so that the address says what is shown.
package struct FilterForm: Piece {
    package enum Control: Sendable {
        case select(id: String, label: String, options: [(value: String, label: String)], chosen: String)
        case words(id: String, label: String, value: String)
        /// Kept as it is.
        case kept(id: String, value: String)
    }

    package let label: String
    package let action: Link
    package let controls: [Control]

    package init(label: String, action: Link, controls: [Control]) {
        self.label = label
        self.action = action
        self.controls = controls
    }

    package func html(in language: Language) -> HTML {
        """
        <form class="filter" method="get" action="\(action)" aria-label="\(label)">\(controls, { control($0) })\
        <button class="btn btn--sm" type="submit">\(language.words.table.filter)</button>\
        <a class="small" href="\(action)">\(language.words.table.clear)</a></form>
        """
    }

    private func control(_ control: Control) -> HTML {
        switch control {
        case .select(let id, let label, let options, let chosen):
            """
            <div><label for="f-\(id)">\(label)</label><select class="select" id="f-\(id)" name="\(id)">\
            \(options, { "<option value=\"\($0.value)\"\(flag: "selected", $0.value == chosen)>\($0.label)</option>" })\
            </select></div>
            """
        case .words(let id, let label, let value):
            """
            <div><label for="f-\(id)">\(label)</label>\
            <input class="input" id="f-\(id)" name="\(id)" type="search" value="\(value)"></div>
            """
        case .kept(let id, let value): "<input type=\"hidden\" name=\"\(id)\" value=\"\(value)\">"
        }
    }
}
