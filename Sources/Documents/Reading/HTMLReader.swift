import Values

/// Reads the visible text of a web page: paragraphs, headings, list items and tables.
struct HTMLReader {
    let faults: ReadingFaults

    private static let blocks: Set<String> = [
        "p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "ul",
        "ol", "dl", "dt", "dd", "hr", "pre", "blockquote", "caption", "form", "nav", "body", "title", "center",
    ]
    private static let hidden: Set<String> = ["script", "style", "noscript", "textarea", "select", "template", "title"]

    func read(_ text: String, doubts: [Problem]) throws(Failure) -> SourceText {
        var scanner = MarkupScanner(Array(text.utf8))
        var collector = TableCollector()
        var paragraph = ""
        var isCellEmpty = true
        func end(_ collector: inout TableCollector) {
            let text = HTMLReader.joined(paragraph)
            paragraph = ""
            guard !text.isEmpty else { return }
            isCellEmpty = false
            collector.add(text)
        }
        while let event = scanner.next() {
            switch event {
            case .text(let text): paragraph += text
            case .open(let name, let attributes, let isClosed):
                if HTMLReader.hidden.contains(name), !isClosed {
                    scanner.skip(to: name)
                    continue
                }
                if HTMLReader.blocks.contains(name) || HTMLReader.isOfTable(name) { end(&collector) }
                switch name {
                case "table": collector.openTable()
                case "tr": collector.openRow()
                case "td", "th":
                    isCellEmpty = true
                    collector.openCell(
                        rows: Int(attributes["rowspan"] ?? "") ?? 1, columns: Int(attributes["colspan"] ?? "") ?? 1)
                default: break
                }
            case .close(let name):
                if HTMLReader.blocks.contains(name) || HTMLReader.isOfTable(name) { end(&collector) }
                switch name {
                case "table": collector.closeTable()
                case "td", "th":
                    if isCellEmpty, collector.isInCell { collector.add("") }
                    collector.closeCell()
                default: break
                }
            }
        }
        end(&collector)
        return SourceText(lines: collector.lines, hasWholeParagraphs: true, doubts: doubts)
    }

    private static func isOfTable(_ name: String) -> Bool {
        name == "table" || name == "tr" || name == "td" || name == "th"
    }

    /// White space as a browser shows it: runs become one space, and none at the ends.
    private static func joined(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isSpace = scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t"
            if isSpace, result.isEmpty || result.last == " " { continue }
            result.append(isSpace ? " " : scalar)
        }
        while result.last == " " || result.last == "\u{A0}" || result.last == "\u{3000}" { result.removeLast() }
        return String(result)
    }
}
