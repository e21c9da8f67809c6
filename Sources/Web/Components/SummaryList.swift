import Values

/// Names and values in rows, with 修改 at the end of a row that may be changed (核对页、信息).
package struct SummaryList: Piece {
    package struct Row: Sendable {
        package let label: String
        package let value: HTML
        package let action: Action?

        package struct Action: Sendable {
            /// `修改`; the name of the row follows for screen readers.
            package let word: String
            package let link: Link

            package init(_ word: String, to link: Link) {
                self.word = word
                self.link = link
            }
        }

        package init(_ label: String, _ value: HTML, action: Action? = nil) {
            self.label = label
            self.value = value
            self.action = action
        }

        /// A row whose value is plain text.
        package init(_ label: String, text: String, action: Action? = nil) {
            self.init(label, HTML(escaping: text), action: action)
        }
    }

    package let rows: [Row]

    package init(_ rows: [Row]) {
        self.rows = rows
    }

    package func html(in language: Language) -> HTML {
        let hasActions = rows.contains { $0.action != nil }
        let modifier: HTML = hasActions ? "" : " sum--2"
        return """
            <dl class="sum\(modifier)">\(rows, { row in
                let action: HTML? = row.action.map {
                    "<dd><a href=\"\($0.link)\">\($0.word)<span class=\"sr\">\(row.label)</span></a></dd>"
                }
                return "<div><dt>\(row.label)</dt><dd class=\"num\">\(row.value)</dd>\(action)</div>"
            })</dl>
            """
    }
}
