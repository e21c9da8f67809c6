import Values

/// The headings of a document with what stands under them.
struct MandateOutline {
    struct Node {
        /// nil for a heading that lost its number.
        let heading: MandateHeading?
        let level: MandateHeading.Level
        let printedNumber: LocatedText
        /// The heading's own paragraph without its number, then those that follow.
        var paragraphs: [LocatedText]
        let parent: Int?
        var children: [Int] = []
    }

    private(set) var nodes: [Node] = []
    private(set) var tables: [(table: RawTable, isAnnex: Bool)] = []
    /// All paragraphs in order, for the document's particulars.
    private(set) var paragraphs: [LocatedText] = []
    /// The first paragraph with a heading.
    private(set) var bodyStart: Int?
    private(set) var doubts: [(SourcePoint?, Wording)] = []

    private var stack: [Int] = []
    private var last: [MandateHeading.Level: Int] = [:]
    private var isClosed = false
    private var isAnnex = false
    private var isNote = false
    private var contents: [MandateHeading]?

    init(_ blocks: [MandateBlock]) {
        for (index, block) in blocks.enumerated() {
            switch block {
            case .table(let table):
                tables.append((table, isAnnex))
                if nodes.isEmpty {
                    // Web pages print the particulars of a document as a small table.
                    if table.rows.count <= 8 { paragraphs += table.rows.map { MandateOutline.line(of: $0) } }
                } else {
                    stack = []
                }
            case .paragraph(let paragraph):
                paragraphs.append(paragraph.text)
                take(paragraph, next: MandateOutline.next(after: index, in: blocks))
            }
        }
    }

    private static func line(of row: RawTable.Row) -> LocatedText {
        var line = LocatedText()
        for cell in row.cells { if let cell { line.append(cell) } }
        return line
    }

    private static func next(after index: Int, in blocks: [MandateBlock]) -> LocatedText? {
        guard index + 1 < blocks.count, case .paragraph(let paragraph) = blocks[index + 1] else { return nil }
        return paragraph.text
    }

    // MARK: Paragraphs

    private mutating func take(_ paragraph: MandateParagraph, next: LocatedText?) {
        let text = paragraph.text
        if isAnnexMark(text) {
            (isClosed, isAnnex, isNote, contents) = (false, true, false, nil)
            (stack, last) = ([], [:])
            return
        }
        if isClosed || skipsContents(text) { return }
        if PageMarks.isOfSite(text.normal), !nodes.isEmpty {
            isClosed = true
            stack = []
            return
        }
        let isEnd = PageMarks.endsText(text.normal) || PageMarks.isValidity(text.normal)
        if isEnd || PageMarks.isRequest(text.normal) || MandateDate.isWhole(text.normal) {
            stack = []
            isNote = false
            return
        }
        if beginsNote(text) {
            isNote = true
            stack = []
            return
        }
        if let heading = MandateHeading(text.normal), !isPartOfNote(text), accepts(heading, text) {
            isNote = false
            add(heading, text)
            return
        }
        goOn(paragraph, next: next)
    }

    private mutating func goOn(_ paragraph: MandateParagraph, next: LocatedText?) {
        guard let current = stack.last else { return }
        let text = paragraph.text
        if paragraph.isMarked {
            stack = []
        } else if isSignature(text) {
            stack = []
        } else if let level = unnumbered(text, next: next) {
            doubts.append((text.points.first, LedgerWords.unnumbered(text.compact.string)))
            push(
                Node(
                    heading: nil, level: level, printedNumber: LocatedText(), paragraphs: [text],
                    parent: parent(of: level)))
        } else {
            nodes[current].paragraphs.append(text)
        }
    }

    /// 附件, 附件1, 附件2：… on a line of its own.
    private func isAnnexMark(_ text: LocatedText) -> Bool {
        let string = text.compact.string
        guard string.hasPrefix("附件") || string.hasPrefix("附表"), !string.hasPrefix("附件下载") else { return false }
        let rest = string.dropFirst(2).drop {
            $0.isNumber || MandateNumerals.isChinese($0.unicodeScalars.first ?? " ") || $0 == "-"
        }
        if rest.isEmpty || rest == "：" { return true }
        return rest.hasPrefix("：") && !nodes.isEmpty && stack.isEmpty && text.count <= 60 && !string.hasPrefix("附件：")
            && !isNote
    }

    /// 附件：1.… names annexes; it holds none.
    private func beginsNote(_ text: LocatedText) -> Bool {
        let string = text.string
        return (string.hasPrefix("附件：") || string.hasPrefix("附件1：") || string.hasPrefix("附：")) && !nodes.isEmpty
    }

    private func isPartOfNote(_ text: LocatedText) -> Bool {
        isNote && text.count <= 60 && !text.normal.contains("。") && MandateHeading(text.normal)?.level == .third
    }

    /// The page of contents repeats the headings: they are passed over until the first one comes again.
    private mutating func skipsContents(_ text: LocatedText) -> Bool {
        let bare = text.compact.string
        if bare == "目录" || bare == "目次" {
            contents = []
            return true
        }
        guard let seen = contents else { return false }
        guard let heading = MandateHeading(text.normal) else {
            let isShort = text.count <= 40 && !text.normal.contains("。")
            if !isShort { contents = nil }
            return isShort
        }
        if seen.first == heading {
            contents = nil
            return false
        }
        contents?.append(heading)
        return true
    }

    private func isSignature(_ text: LocatedText) -> Bool {
        text.count <= 30 && UnitNames.isName(text.compact) && Responsibility.find(in: text).ranges.isEmpty
    }

    /// A short line without number before a heading of a lower level: its number was lost.
    private func unnumbered(_ text: LocatedText, next: LocatedText?) -> MandateHeading.Level? {
        guard text.count >= 4, text.count <= 26, let next,
            !text.normal.dropLast().contains(where: { "。，；：（".unicodeScalars.contains($0) }),
            "。；，、：".unicodeScalars.allSatisfy({ $0 != text.last || $0 == "。" }),
            Responsibility.find(in: text).ranges.isEmpty
        else { return nil }
        if let following = MandateHeading(next.normal) {
            guard following.level > .first, let level = MandateHeading.Level(rawValue: following.level.rawValue - 1)
            else { return nil }
            // Only where the text before it is closed.
            let isClosed =
                stack.last.flatMap { nodes[$0].paragraphs.last?.last }.map { "。）〕；".unicodeScalars.contains($0) }
                ?? true
            return isClosed
                && (following.number == 1 || last[following.level].map { following.number == $0 + 1 } ?? false)
                ? level : nil
        }
        // Two in a row: the first is the higher one.
        let isAlike =
            next.count <= 26 && next.last == "。"
            && !next.normal.dropLast().contains { "。，；：".unicodeScalars.contains($0) }
        return isAlike && text.last != "。" ? .first : nil
    }

    // MARK: Headings

    private mutating func accepts(_ heading: MandateHeading, _ text: LocatedText) -> Bool {
        let before = last[heading.level]
        let number = heading.number
        if number == 1 || before.map({ number == $0 + 1 }) ?? false { return true }
        let point = text.points.first
        switch heading.level {
        case .fourth, .fifth: return before == nil
        case .third:
            guard let before else { return number <= 3 && note(point, LedgerWords.unplaced(number)) }
            if number > before, number <= before + 5 { return note(point, LedgerWords.jump(from: before, to: number)) }
            if number == before { return note(point, LedgerWords.again(number)) }
            return text.count >= 20 && number < before && note(point, LedgerWords.unplaced(number))
        default:
            if let before, number > before { return note(point, LedgerWords.jump(from: before, to: number)) }
            return note(point, before == number ? LedgerWords.again(number) : LedgerWords.unplaced(number))
        }
    }

    private mutating func note(_ point: SourcePoint?, _ wording: Wording) -> Bool {
        doubts.append((point, wording))
        return true
    }

    private mutating func add(_ heading: MandateHeading, _ text: LocatedText) {
        if bodyStart == nil { bodyStart = paragraphs.count - 1 }
        last[heading.level] = heading.number
        let body = text[heading.length..<text.count].trimmed
        push(
            Node(
                heading: heading, level: heading.level, printedNumber: text[0..<heading.length], paragraphs: [body],
                parent: parent(of: heading.level)))
    }

    private mutating func parent(of level: MandateHeading.Level) -> Int? {
        while let top = stack.last, nodes[top].level >= level { stack.removeLast() }
        return stack.last
    }

    private mutating func push(_ node: Node) {
        nodes.append(node)
        let index = nodes.count - 1
        if let parent = node.parent { nodes[parent].children.append(index) }
        stack.append(index)
    }
}
