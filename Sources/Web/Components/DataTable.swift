import Values

/// A table: caption, header cells with scope, numbers right-aligned; becomes cards on a phone.
package struct DataTable: Piece {
    package enum Order: Hashable, Sendable { case ascending, descending }

    package struct Column: Sendable {
        package let title: String
        package let isNumber: Bool
        /// The order by this column; nil when the table is not ordered by it.
        package let order: Order?
        /// Orders by this column; nil when it cannot.
        package let sortLink: Link?
        /// Shown only to screen readers, for a column of tick boxes.
        package let isHidden: Bool
        /// On a phone each cell says its column, unless the cell speaks for itself, as a clock does.
        package let isNamedOnPhones: Bool

        /// A column of texts, shown and named.
        package init(_ title: String, order: Order? = nil, sortLink: Link? = nil) {
            self.init(
                title, isNumber: false, order: order, sortLink: sortLink, isHidden: false, isNamedOnPhones: true)
        }

        /// A column of numbers, or of texts.
        package init(_ title: String, isNumber: Bool) {
            self.init(title, isNumber: isNumber, order: nil, sortLink: nil, isHidden: false, isNamedOnPhones: true)
        }

        /// A column whose title is only read out, or shown.
        package init(_ title: String, isHidden: Bool) {
            self.init(title, isNumber: false, order: nil, sortLink: nil, isHidden: isHidden, isNamedOnPhones: true)
        }

        /// A column whose cells speak for themselves on a phone, or do not.
        package init(_ title: String, order: Order? = nil, sortLink: Link? = nil, isNamedOnPhones: Bool) {
            self.init(
                title, isNumber: false, order: order, sortLink: sortLink, isHidden: false,
                isNamedOnPhones: isNamedOnPhones)
        }

        package init(
            _ title: String, isNumber: Bool, order: Order?, sortLink: Link?, isHidden: Bool, isNamedOnPhones: Bool
        ) {
            self.title = title
            self.isNumber = isNumber
            self.order = order
            self.sortLink = sortLink
            self.isHidden = isHidden
            self.isNamedOnPhones = isNamedOnPhones
        }
    }

    package struct Row: Sendable {
        /// `.warn` and `.bad` mark the row at its edge.
        package let tone: Tone
        /// As many as there are columns.
        package let cells: [HTML]

        package init(_ cells: [HTML], tone: Tone = .plain) {
            self.cells = cells
            self.tone = tone
        }
    }

    package let caption: String
    package let isCaptionShown: Bool
    package let columns: [Column]
    package let rows: [Row]
    /// Index of the cell that says what the row is.
    package let headerColumn: Int
    package let hasCardsOnPhones: Bool

    package init(
        caption: String, isCaptionShown: Bool, columns: [Column], rows: [Row], headerColumn: Int,
        hasCardsOnPhones: Bool
    ) {
        self.caption = caption
        self.isCaptionShown = isCaptionShown
        self.columns = columns
        self.rows = rows
        self.headerColumn = headerColumn
        self.hasCardsOnPhones = hasCardsOnPhones
    }

    /// Tells the region that scrolls from the panel with the same heading around it.
    private static let scrolls = Wording(zh: "（表格，可左右移动）", en: " (table, scrolls sideways)")

    package func html(in language: Language) -> HTML {
        let cards: HTML = hasCardsOnPhones ? " tbl--cards" : ""
        let captionClass: HTML = isCaptionShown ? "" : " class=\"sr\""
        // Each cell is opened by the same bytes in every row, so they are made once.
        let openings = columns.indices.map(opening(of:))
        let closings: [HTML] = columns.indices.map { $0 == headerColumn ? "</th>" : "</td>" }
        return """
            <div class="tbl-scroll" role="region" aria-label="\(caption)\(DataTable.scrolls[language])" tabindex="0"><table class="tbl\(cards)">\
            <caption\(captionClass)>\(caption)</caption><thead><tr>\(columns, { head($0) })</tr></thead>\
            <tbody>\(rows, { row($0, openings: openings, closings: closings) })</tbody></table></div>
            """
    }

    private func head(_ column: Column) -> HTML {
        let title: HTML = column.isHidden ? "<span class=\"sr\">\(column.title)</span>" : "\(column.title)"
        let arrow: HTML
        let sort: String?
        switch column.order {
        case .ascending: (arrow, sort) = ("<span aria-hidden=\"true\">↑</span>", "ascending")
        case .descending: (arrow, sort) = ("<span aria-hidden=\"true\">↓</span>", "descending")
        case nil: (arrow, sort) = ("", nil)
        }
        let content: HTML = column.sortLink.map { "<a href=\"\($0)\">\(title)\(arrow)</a>" } ?? "\(title)\(arrow)"
        return """
            <th scope="col"\(attribute: "class", column.isNumber ? "n" : nil)\(attribute: "aria-sort", sort)>\
            \(content)</th>
            """
    }

    private func opening(of index: Int) -> HTML {
        let column = columns[index]
        if index == headerColumn { return "<th scope=\"row\">" }
        let label = hasCardsOnPhones && !column.isHidden && column.isNamedOnPhones ? column.title : nil
        return "<td\(attribute: "class", column.isNumber ? "n" : nil)\(attribute: "data-h", label)>"
    }

    private func row(_ row: Row, openings: [HTML], closings: [HTML]) -> HTML {
        precondition(row.cells.count == columns.count, "\(row.cells.count) cells for \(columns.count) columns")
        var html: HTML
        switch row.tone {
        case .bad: html = "<tr class=\"r-bad\">"
        case .warn: html = "<tr class=\"r-warn\">"
        case .plain, .info, .ok: html = "<tr>"
        }
        for index in row.cells.indices {
            // An empty cell has no heading of its own, so that a card does not show a bare name.
            html += row.cells[index].isEmpty && index != headerColumn ? "<td>" : openings[index]
            html += row.cells[index]
            html += closings[index]
        }
        html += "</tr>"
        return html
    }
}
