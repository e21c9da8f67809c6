/// Blocks of labelled lines, one a task (工作举措：… 牵头科室：… 完成时间：…), as the rows of a table.
struct MandateCards {
    private struct Field {
        let label: LocatedText
        let role: TableColumns.Role
        var value: LocatedText
    }

    private struct Card {
        /// The line above the labels: a number and a title, or 督办事项一.
        var head: LocatedText?
        var fields: [Field] = []
        /// Where it stands among the blocks, head included.
        var blocks: Range<Int>

        func has(_ role: TableColumns.Role) -> Bool { fields.contains { $0.role == role } }

        /// Whether it says what is to be done and who does it.
        var isWhole: Bool { (has(.content) || has(.target)) && (has(.lead) || has(.equal)) }
    }

    private let blocks: [MandateBlock]
    private var cards: [Card] = []
    private var open: Card?

    /// The blocks with each run of such cards made a table; the same when there are fewer than two.
    static func gathered(_ blocks: [MandateBlock]) -> [MandateBlock] {
        var reader = MandateCards(blocks)
        reader.read()
        let whole = reader.cards.filter(\.isWhole)
        return whole.count >= 2 ? reader.replaced(whole) : blocks
    }

    private init(_ blocks: [MandateBlock]) {
        self.blocks = blocks
    }

    // MARK: Reading

    private mutating func read() {
        for (index, block) in blocks.enumerated() {
            guard case .paragraph(let paragraph) = block else {
                close()
                continue
            }
            // （二）整改措施：…: labels may have numbers.
            let number = MandateHeading(paragraph.text.normal)?.length ?? 0
            let text = paragraph.text[number..<paragraph.text.count].trimmed
            let fields = MandateCards.fields(of: text)
            guard let first = fields.first else {
                goOn(paragraph.text, at: index)
                continue
            }
            if open == nil || open?.fields.contains(where: { $0.label.string == first.label.string }) == true {
                begin(at: index)
            }
            let start = open?.blocks.lowerBound ?? index
            open?.fields += fields
            open?.blocks = start..<index + 1
        }
        close()
    }

    private mutating func begin(at index: Int) {
        close()
        let before = cards.last?.blocks.upperBound ?? 0
        open = Card(blocks: index..<index)
        guard index > before, case .paragraph(let above) = blocks[index - 1], MandateCards.isHead(above.text) else {
            return
        }
        open?.head = above.text
        open?.blocks = index - 1..<index
    }

    private mutating func close() {
        if let open { cards.append(open) }
        open = nil
    }

    /// A paragraph without a label goes on with what is to be done, unless it begins something of its own.
    private mutating func goOn(_ text: LocatedText, at index: Int) {
        guard let last = open?.fields.last else { return }
        // 领衔督办：副市长…: a label that means nothing here.
        if MandateCards.isLabelled(text), let start = open?.blocks.lowerBound {
            open?.blocks = start..<index + 1
            return
        }
        guard last.role == .content || last.role == .target else { return close() }
        let level = MandateHeading(text.normal)?.level
        let isOwn =
            level.map { $0 <= .second } ?? (MandateCards.isHead(text) && text.last != "。")
            || MandateDate.isWhole(text.normal) || PageMarks.endsText(text.normal)
        guard !isOwn, let open, let place = open.fields.indices.last, let point = text.points.first else {
            return close()
        }
        self.open?.fields[place].value.append("\n", printed: "\n", at: point)
        self.open?.fields[place].value.append(text)
        self.open?.blocks = open.blocks.lowerBound..<index + 1
    }

    /// Whether a line begins with a label whose meaning is known: 督办内容：….
    static func beginsField(_ text: LocatedText) -> Bool { label(at: 0, in: text) != nil }

    /// Whether a line begins with a label of any kind: 整改状态：正在推进.
    private static func isLabelled(_ text: LocatedText) -> Bool {
        let body = text[(MandateHeading(text.normal)?.length ?? 0)..<text.count]
        guard let colon = body.normal.prefix(9).firstIndex(of: "："), colon >= 2, colon + 1 < body.count else {
            return false
        }
        return body.normal[..<colon].allSatisfy(MandateNumerals.isHan)
    }

    /// A short line: the title of a card. One with a number may be a sentence.
    private static func isHead(_ text: LocatedText) -> Bool {
        if MandateHeading(text.normal) != nil { return text.count <= 80 }
        if text.normal.prefix(9).contains("：") { return text.count <= 60 && text.last != "。" && text.last != "：" }
        return text.count >= 3 && text.count <= 40 && !text.normal.contains { "。；：".unicodeScalars.contains($0) }
            && !MandateDate.isWhole(text.normal)
    }

    /// The labels of a line with what stands behind each: 主责：县水利局 协同：各乡镇政府 has two.
    private static func fields(of text: LocatedText) -> [Field] {
        guard var name = label(at: 0, in: text) else { return [] }
        var fields: [Field] = []
        var index = name.end
        while index <= text.count {
            let isStop =
                index > name.end && index < text.count && "；\n ".unicodeScalars.contains(text.normal[index - 1])
            if isStop, let next = label(at: index, in: text), next.role != .content {
                fields.append(Field(label: name.text, role: name.role, value: text[name.end..<index].trimmedMarks))
                name = next
                index = next.end
            }
            index += 1
        }
        fields.append(Field(label: name.text, role: name.role, value: text[name.end..<text.count].trimmed))
        return fields
    }

    private struct Label {
        let text: LocatedText
        let role: TableColumns.Role
        /// Where what it names begins.
        let end: Int
    }

    private static func label(at start: Int, in text: LocatedText) -> Label? {
        let window = text.normal[start...].prefix(11)
        var (from, end) = (start, start)
        if window.first == "〔" {
            // 【牵头单位】市财政局
            guard let close = window.firstIndex(of: "〕") else { return nil }
            (from, end) = (start + 1, close)
        } else {
            guard let colon = window.firstIndex(of: "：") else { return nil }
            end = colon
        }
        let name = text[from..<end].compact
        let isWord = name.normal.allSatisfy { MandateNumerals.isHan($0) || "（）".unicodeScalars.contains($0) }
        guard name.count >= 2, isWord, let role = TableColumns.role(of: name), role != .serial else { return nil }
        var next = end + 1
        if window.first == "〔", next < text.count, text.normal[next] == "：" { next += 1 }
        return Label(text: name, role: role, end: next)
    }

    // MARK: Rows

    private func replaced(_ whole: [Card]) -> [MandateBlock] {
        var result: [MandateBlock] = []
        var next = 0
        var group: [Card] = []
        for card in whole {
            // What stands between two cards parts the tables: it may be a heading.
            if let last = group.last, last.blocks.upperBound != card.blocks.lowerBound {
                result.append(.table(MandateCards.table(of: group)))
                group = []
            }
            result += blocks[next..<card.blocks.lowerBound]
            group.append(card)
            next = card.blocks.upperBound
        }
        if !group.isEmpty { result.append(.table(MandateCards.table(of: group))) }
        return result + blocks[next...]
    }

    private static func table(of cards: [Card]) -> RawTable {
        var heads: [LocatedText] = []
        for field in cards.flatMap(\.fields) where !heads.contains(where: { $0.string == field.label.string }) {
            let count = cards.count { card in card.fields.contains { $0.label.string == field.label.string } }
            // 办理要求：… behind the last card is said of all.
            if field.role == .content, count == 1, cards.count >= 3 { continue }
            heads.append(field.label)
        }
        let hasTitles = cards.contains { $0.head != nil }
        var table = RawTable()
        // 办理目标 alone is what is to be done.
        let hasContent = cards.count { $0.has(.content) } * 2 > cards.count
        var top: [LocatedText?] = heads.map { head in
            hasContent || TableColumns.role(of: head) != .target ? head : text("工作内容")
        }
        if hasTitles { top.insert(text("任务名称"), at: 0) }
        table.rows.append(RawTable.Row(cells: top, isAfterBreak: false))
        for card in cards {
            var cells: [LocatedText?] = heads.map { head in
                card.fields.first { $0.label.string == head.string }?.value ?? LocatedText()
            }
            if hasTitles { cells.insert(card.head ?? LocatedText(), at: 0) }
            table.rows.append(RawTable.Row(cells: cells, isAfterBreak: false))
        }
        return table
    }

    /// The head of a column that no line prints.
    private static func text(_ word: String) -> LocatedText {
        var text = LocatedText()
        for scalar in word.unicodeScalars { text.append(scalar, printed: scalar, at: SourcePoint(line: 0, offset: 0)) }
        return text
    }
}
