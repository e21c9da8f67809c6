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

    /// Whether it is minutes of a meeting, which name units within their sentences.
    private(set) var isMinutes = false
    private var stack: [Int] = []
    private var last: [MandateHeading.Level: Int] = [:]
    private var isClosed = false
    private var isAnnex = false
    private var isNote = false
    private var contents: [MandateHeading]?
    /// Whether the document says that the first of several responsible units leads.
    private(set) var isFirstLead = false

    init(_ blocks: [MandateBlock]) {
        for (index, block) in blocks.enumerated() {
            switch block {
            case .table(let table):
                tables.append((table, isAnnex))
                if nodes.isEmpty {
                    // Web pages print the particulars of a document as a small table; a sheet has its title above
                    // the heads of its columns.
                    let above =
                        TableColumns.find(in: table).map { max(0, $0.row) }
                        ?? (table.rows.count <= 8 ? table.rows.count : 0)
                    paragraphs += table.rows[..<above].flatMap { MandateOutline.lines(of: $0) }
                } else {
                    stack = []
                }
            case .paragraph(let paragraph):
                paragraphs.append(paragraph.text)
                isMinutes =
                    isMinutes
                    || paragraph.text.count <= 60 && paragraph.text.normal.suffix(2).elementsEqual("纪要".unicodeScalars)
                isFirstLead = isFirstLead || PageMarks.namesFirstAsLead(paragraph.text.normal)
                take(paragraph, next: MandateOutline.next(after: index, in: blocks))
            }
        }
        let hasTables = tables.contains { TableColumns.find(in: $0.table.turned ?? $0.table) != nil }
        if !hasTables, isReadWithoutNumbers { readWithoutNumbers() }
    }

    /// Whether units are named where no heading has a number, more often than below those that have one.
    private var isReadWithoutNumbers: Bool {
        if nodes.isEmpty { return true }
        let claimed = Set(nodes.flatMap(\.paragraphs).compactMap(\.points.last))
        var (inside, outside) = (0, 0)
        for paragraph in paragraphs where !Responsibility.find(in: paragraph).responsibility.isEmpty {
            let isClaimed = paragraph.points.last.map(claimed.contains) ?? true
            if isClaimed { inside += 1 } else { outside += 1 }
        }
        return outside >= 2 && outside > inside
    }

    /// A document without numbers: what names its units is a task, below the short line above it.
    private mutating func readWithoutNumbers() {
        let found = UnnumberedTasks.find(in: paragraphs)
        guard found.count >= 2, let first = found.first else { return }
        bodyStart = first.index
        (nodes, stack) = ([], [])
        doubts.append((paragraphs[first.index].points.first, LedgerWords.withoutNumbers))
        for (number, task) in found.enumerated() {
            if let section = task.section, nodes.last(where: { $0.level == .first })?.paragraphs.first != section {
                stack = []
                push(
                    Node(
                        heading: nil, level: .first, printedNumber: LocatedText(), paragraphs: [section], parent: nil))
            }
            push(
                Node(
                    heading: MandateHeading(item: number + 1, length: 0), level: .third, printedNumber: LocatedText(),
                    paragraphs: task.paragraphs, parent: task.section == nil ? nil : parent(of: .third)))
        }
    }

    /// A row as one line, or as its cells where each says what it is: 填报单位：… 填报日期：….
    private static func lines(of row: RawTable.Row) -> [LocatedText] {
        let cells = row.cells.compactMap { $0 }.filter { !$0.isEmpty }
        if cells.contains(where: { $0.normal.contains("：") || MandateDate.isWhole($0.compact.normal) }) { return cells }
        var line = LocatedText()
        for cell in cells { line.append(cell) }
        return line.isEmpty ? [] : [line]
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
        // What stands right above the date signed.
        if let next, text.count <= 30, MandateDate.isWhole(next.compact.normal), !stack.isEmpty,
            MandateHeading(text.normal) == nil, !text.normal.contains("。"), !text.normal.contains("：")
        {
            stack = []
            return
        }
        if PageMarks.isOfSite(text.normal), !nodes.isEmpty {
            isClosed = true
            stack = []
            return
        }
        if PageMarks.closesMinutes(text.normal) { return }
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
        if let next, isUnitHeading(text, above: next) {
            if bodyStart == nil { bodyStart = paragraphs.count - 1 }
            last = [:]
            isNote = false
            push(
                Node(
                    heading: nil, level: .first, printedNumber: LocatedText(), paragraphs: [text.trimmedMarks],
                    parent: parent(of: .first)))
            return
        }
        if let heading = MandateHeading(text.normal), !isPartOfNote(text), accepts(heading, text) {
            isNote = false
            if PageMarks.isValidity(Array(text[heading.length..<text.count].compact.normal)) { return }
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
        } else if let item = bullet(text) {
            push(item)
        } else if PageMarks.isCall(text.normal), isClosedByUnits(current), Responsibility.find(in: text).ranges.isEmpty
        {
            doubts.append((text.points.first, LedgerWords.call))
            stack = []
        } else if isSignature(text, next: next) {
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

    /// 县教育局： above 1.…: a section named after who is responsible for what stands below.
    private func isUnitHeading(_ text: LocatedText, above next: LocatedText) -> Bool {
        guard text.count <= 40, text.last == "：", MandateHeading(text.normal) == nil,
            UnitNames.isList(text.trimmedMarks)
        else { return false }
        return MandateHeading(next.normal)?.number == 1 || PageMarks.bulletLength(next.normal) > 0
    }

    /// ●建设平台。（县数据局负责）: an item without a number is one of its own when it names units.
    private mutating func bullet(_ text: LocatedText) -> Node? {
        let length = PageMarks.bulletLength(text.normal)
        guard length > 0 else { return nil }
        let body = text[length..<text.count].trimmed
        let found = Responsibility.find(in: body)
        guard !found.responsibility.isEmpty, found.ranges.allSatisfy({ $0.count < body.count }) else { return nil }
        let parent = parent(of: .fifth)
        let number = (parent.map { nodes[$0].children.count } ?? 0) + 1
        return Node(
            heading: MandateHeading(item: number, length: length), level: .fifth, printedNumber: text[0..<length],
            paragraphs: [body], parent: parent)
    }

    /// Whether the last paragraph of a heading ends in its units.
    private func isClosedByUnits(_ node: Int) -> Bool {
        guard nodes[node].children.isEmpty, let last = nodes[node].paragraphs.last else { return false }
        return Responsibility.find(in: last).ranges.contains { $0.upperBound + 1 >= last.count }
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

    /// A name on a line of its own at the end, above the date, another name or an annex.
    private func isSignature(_ text: LocatedText, next: LocatedText?) -> Bool {
        guard text.count <= 30, UnitNames.isName(text.compact), Responsibility.find(in: text).ranges.isEmpty else {
            return false
        }
        guard let next else { return true }
        return MandateDate.isWhole(next.compact.normal) || UnitNames.isName(next.compact) || isAnnexMark(next)
            || PageMarks.endsText(next.normal) || beginsNote(next)
    }

    /// A short line without number before a heading of a lower level: its number was lost.
    private func unnumbered(_ text: LocatedText, next: LocatedText?) -> MandateHeading.Level? {
        guard text.count >= 4, text.count <= 26, let next, !MandateNumerals.isLatin(text.normal[0]),
            !text.normal.dropLast().contains(where: { "。，；：（".unicodeScalars.contains($0) }),
            "。；，、：".unicodeScalars.allSatisfy({ $0 != text.last || $0 == "。" }),
            Responsibility.find(in: text).ranges.isEmpty
        else { return nil }
        if let following = MandateHeading(next.normal) {
            let above: [MandateHeading.Level: MandateHeading.Level] = [
                .second: .first, .third: .second, .fourth: .third, .fifth: .fourth,
            ]
            guard let level = above[following.level] else { return nil }
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
        guard isAlike, text.last != "。" else { return nil }
        // Right below a bare heading it is the first of what that one is about.
        let isBelow = stack.contains { node in
            nodes[node].level == .first && nodes[node].paragraphs.count == 1
                && nodes[node].children.allSatisfy { nodes[$0].heading == nil }
        }
        return isBelow ? .second : .first
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

    /// 行动一 stands above （一） and below 一、; without any of them it is what the document is parted by.
    private func level(of heading: MandateHeading) -> MandateHeading.Level {
        guard heading.level == .named, !heading.isTaskName else { return heading.level }
        return stack.contains { nodes[$0].level == .first } ? .named : .first
    }

    private mutating func add(_ heading: MandateHeading, _ text: LocatedText) {
        if bodyStart == nil { bodyStart = paragraphs.count - 1 }
        last[heading.level] = heading.number
        let body = text[heading.length..<text.count].trimmed
        push(
            Node(
                heading: heading, level: level(of: heading), printedNumber: text[0..<heading.length],
                paragraphs: [body], parent: parent(of: level(of: heading))))
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
