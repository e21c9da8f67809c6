/// The few forms of Markdown in which guide texts are written: headings, paragraphs, lists, and bold words.
///
/// Anything else, such as links and raw HTML, is shown as it was written; every text is escaped.
package struct Markdown: Hashable, Sendable {
    package enum Block: Hashable, Sendable {
        /// 1 for `#`, 2 for `##`, 3 for more.
        case heading(level: Int, String)
        case paragraph(String)
        case list([String], isNumbered: Bool)
    }

    /// A heading of the second level with what stands below it; nil before the first one.
    package struct Section: Hashable, Sendable {
        package let heading: String?
        package let blocks: [Block]
    }

    package let blocks: [Block]

    /// Reads a text; there is none that cannot be read.
    package init(_ text: String) {
        var reading = MarkdownReading()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reading.read(String(line)) }
        reading.close()
        blocks = reading.blocks
    }

    /// The text cut at its headings of the second level; a heading of the first level is the page's own and left out.
    package var sections: [Section] {
        var sections: [Section] = []
        var heading: String?
        var inside: [Block] = []
        for block in blocks {
            switch block {
            case .heading(1, _): continue
            case .heading(2, let text):
                if heading != nil || !inside.isEmpty { sections.append(Section(heading: heading, blocks: inside)) }
                heading = text
                inside = []
            default: inside.append(block)
            }
        }
        if heading != nil || !inside.isEmpty { sections.append(Section(heading: heading, blocks: inside)) }
        return sections
    }

    /// Blocks as HTML; headings of the third level become `h3`.
    package static func html(of blocks: [Block]) -> HTML {
        blocks.reduce(HTML.empty) { html, block in html + self.html(of: block) }
    }

    private static func html(of block: Block) -> HTML {
        switch block {
        case .heading(_, let text): "<h3>\(inline(text))</h3>"
        case .paragraph(let text): "<p>\(inline(text))</p>"
        case .list(let items, false): "<ul>\(items, { "<li>\(inline($0))</li>" })</ul>"
        case .list(let items, true): "<ol>\(items, { "<li>\(inline($0))</li>" })</ol>"
        }
    }

    /// `**bold**` inside a line; a mark without its partner is text.
    package static func inline(_ text: String) -> HTML {
        var html = HTML.empty
        var rest = text[...]
        while let open = range(of: "**", in: rest), let close = range(of: "**", in: rest[open.upperBound...]) {
            html += HTML(escaping: String(rest[..<open.lowerBound]))
            html += "<strong>\(String(rest[open.upperBound..<close.lowerBound]))</strong>"
            rest = rest[close.upperBound...]
        }
        return html + HTML(escaping: String(rest))
    }

    /// A paragraph that begins with a bold question, cut into question and answer; nil for any other block.
    package static func question(in block: Block) -> (question: String, answer: String)? {
        guard case .paragraph(let text) = block, text.hasPrefix("**"),
            let close = range(of: "**", in: text.dropFirst(2))
        else { return nil }
        let question = text[text.index(text.startIndex, offsetBy: 2)..<close.lowerBound]
        let answer = text[close.upperBound...].drop { $0 == " " }
        return answer.isEmpty ? nil : (String(question), String(answer))
    }

    private static func range(of mark: String, in text: Substring) -> Range<Substring.Index>? {
        guard let first = mark.first else { return nil }
        var start = text.startIndex
        while let index = text[start...].firstIndex(of: first) {
            if text[index...].hasPrefix(mark) { return index..<text.index(index, offsetBy: mark.count) }
            start = text.index(after: index)
        }
        return nil
    }
}

/// Blocks as they are read line by line.
private struct MarkdownReading {
    private(set) var blocks: [Markdown.Block] = []
    private var paragraph = ""
    private var items: [String] = []
    private var isNumbered = false

    mutating func read(_ line: String) {
        let text = line.trimmed
        if text.isEmpty { return close() }
        let level = text.prefix { $0 == "#" }.count
        if (1...6).contains(level), text.dropFirst(level).first == " " {
            close()
            blocks.append(.heading(level: min(level, 3), String(text.dropFirst(level)).trimmed))
        } else if let item = MarkdownReading.item(text) {
            if items.isEmpty || item.isNumbered != isNumbered { close() }
            isNumbered = item.isNumbered
            items.append(item.text)
        } else if !items.isEmpty {
            items[items.count - 1] = MarkdownReading.joined(items[items.count - 1], text)
        } else {
            paragraph = paragraph.isEmpty ? text : MarkdownReading.joined(paragraph, text)
        }
    }

    mutating func close() {
        if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) }
        if !items.isEmpty { blocks.append(.list(items, isNumbered: isNumbered)) }
        paragraph = ""
        items = []
    }

    private static func item(_ text: String) -> (text: String, isNumbered: Bool)? {
        if text.hasPrefix("- ") || text.hasPrefix("* ") { return (String(text.dropFirst(2)).trimmed, false) }
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard (1...2).contains(digits.count), text.dropFirst(digits.count).hasPrefix(". ") else { return nil }
        return (String(text.dropFirst(digits.count + 2)).trimmed, true)
    }

    /// Chinese lines follow each other without a space.
    private static func joined(_ first: String, _ second: String) -> String {
        let isLatin = first.unicodeScalars.last?.isASCII == true && second.unicodeScalars.first?.isASCII == true
        return first + (isLatin ? " " : "") + second
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while let first = text.first, first == " " || first == "\t" || first == "\r" { text = text.dropFirst() }
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text = text.dropLast() }
        return String(text)
    }
}
