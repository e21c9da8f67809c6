import Values

/// A paragraph as its author wrote it, put together again from printed lines.
struct MandateParagraph: Hashable {
    var text: LocatedText
    /// Whether it is marked as a heading (Markdown).
    let isMarked: Bool
}

/// A table before its columns are understood: rows of cells; a cell that a merged one covers is nil.
struct RawTable {
    struct Row {
        var cells: [LocatedText?]
        /// Whether a page ended right before it.
        var isAfterBreak: Bool
    }

    var rows: [Row] = []
    /// Whether merged cells are known, so that nil means covered; otherwise an empty cell may mean that.
    var knowsMerges = false
    /// Whether blanks alone part its columns.
    var isSpaced = false

    /// A table of one task whose heads stand in its first column, turned so that they stand above.
    var turned: RawTable? {
        let filled = rows.map { row in row.cells.compactMap { $0 }.filter { !$0.isEmpty } }
        // A form may hold two heads with their cells in a row.
        guard rows.count >= 3, filled.allSatisfy({ $0.count == 2 || $0.count == 4 }) else { return nil }
        let pairs = filled.flatMap { $0.count == 2 ? [$0] : [Array($0[..<2]), Array($0[2...])] }
        let heads = pairs.map { $0[0] }
        guard let roles = TableColumns.heads(heads), roles.count(where: { $0 != nil }) * 3 >= heads.count * 2 else {
            return nil
        }
        var table = RawTable()
        table.rows = [
            Row(cells: heads, isAfterBreak: false), Row(cells: pairs.map { $0[1] }, isAfterBreak: false),
        ]
        return table
    }
}

/// A document in reading order.
enum MandateBlock {
    case paragraph(MandateParagraph)
    case table(RawTable)
}

/// Puts lines together: drops what a page adds, joins broken paragraphs, and sets tables apart.
struct MandateBlocks {
    private let source: SourceText
    private var blocks: [MandateBlock] = []
    private var open: LocatedText?
    private var isOpenMarked = false
    private var lastLineLength = 0
    private var isAfterBlank = true
    private var isAfterBreak = false
    private var table: RawTable?

    static func read(_ source: SourceText) -> [MandateBlock] {
        var reader = MandateBlocks(source)
        reader.readAll()
        return MandateCards.gathered(reader.blocks)
    }

    private init(_ source: SourceText) {
        self.source = source
    }

    private mutating func readAll() {
        let lines = PrintedTables.cut(source)
        let texts = lines.map { line in
            line.isCell
                ? LocatedText()
                : Normalisation.read(line.text, line: line.index, isMarkdown: !source.hasWholeParagraphs)
        }
        let repeated = repeatedHeads(lines, texts)
        var spotted = SpottedTable()
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if let spot = line.spot {
                if spotted.number != nil, spotted.number != spot.table { end(&spotted) }
                if spotted.number == nil { endParagraph() }
                spotted.add(
                    Normalisation.read(line.text, line: line.index, isMarkdown: false), at: spot,
                    isPrinted: line.isIndented != nil, isRuled: source.lines[line.index].spot != nil)
                index += 1
                continue
            }
            end(&spotted)
            if let flat = FlatTable.read(texts, from: index), !repeated.contains(index) {
                endTable()
                endParagraph()
                blocks.append(.table(flat.table))
                index = flat.end
                continue
            }
            if repeated.contains(index) {
                isAfterBreak = true
            } else {
                let next = (index + 1..<lines.count).first { !texts[$0].isEmpty || lines[$0].text.contains("\t") }
                if let next, isSection(texts[index], above: lines[next]) {
                    add([texts[index]], isSpaced: false)
                } else {
                    take(line, texts[index], next: index + 1 < texts.count ? texts[index + 1] : nil)
                }
            }
            index += 1
        }
        end(&spotted)
        endTable()
        endParagraph()
    }

    /// A heading on a line of its own between the rows of a table: a section of it.
    private func isSection(_ text: LocatedText, above next: PrintedTables.Line) -> Bool {
        guard let width = table?.rows.first?.cells.count, let heading = MandateHeading(text.normal),
            heading.level <= .second, text.count <= 40, !text.normal.contains("。")
        else { return false }
        return cells(of: next)?.count == width
    }

    private mutating func end(_ spotted: inout SpottedTable) {
        guard spotted.number != nil else { return }
        endTable()
        endParagraph()
        blocks.append(.table(spotted.table))
        spotted = SpottedTable()
    }

    // MARK: Lines

    private mutating func take(_ line: PrintedTables.Line, _ text: LocatedText, next: LocatedText?) {
        if text.isEmpty {
            if line.text.contains("\t"), let cells = cells(of: line) { return add(cells, isSpaced: false) }
            isAfterBlank = true
            return
        }
        if isRule(text.normal) || PageMarks.isFooter(text.normal) || PageMarks.isOfContents(text.normal) {
            isAfterBreak = true
            return
        }
        if let cells = cells(of: line) {
            return add(cells, isSpaced: !line.text.contains("|") && !line.text.contains("\t"))
        }
        // 目录 above lines with dots: nothing of it is left.
        if ["目录", "目次"].contains(text.compact.string), let next, PageMarks.isOfContents(next.normal) { return }
        if table != nil, !isAfterBreak || !PageMarks.isShort(text) { endTable() }
        let bullet = PageMarks.bulletLength(text.normal)
        let item = text[bullet..<text.count]
        // ★1.… and - 牵头单位：…: what the mark stands before says itself what it is; a dash alone only sets a line apart.
        let isPlain =
            bullet > 0
            && (MandateHeading(item.normal) != nil || Responsibility.role(at: 0, in: item.normal) != nil
                || text.first == "-" && Responsibility.find(in: item).ranges.isEmpty)
        let text = isPlain ? item : text
        let isMarked =
            !source.hasWholeParagraphs && line.text.unicodeScalars.first { !Normalisation.isBlank($0) } == "#"
        if bullet == 0, let paragraph = open, joins(paragraph, text, line: line, isMarked: isMarked) {
            open?.append(text)
        } else {
            endParagraph()
            open = text
            isOpenMarked = isMarked
        }
        lastLineLength = text.count
        (isAfterBlank, isAfterBreak) = (false, false)
    }

    private mutating func endParagraph() {
        if let text = open { blocks.append(.paragraph(MandateParagraph(text: text, isMarked: isOpenMarked))) }
        open = nil
    }

    private func isRule(_ text: [Unicode.Scalar]) -> Bool {
        text.count >= 2 && text.allSatisfy { "-—–*_=─━".unicodeScalars.contains($0) }
    }

    private static let sentenceEnds = Set("。；：！？…;:!?".unicodeScalars)
    private static let openEnds = Set("，、（〔“《".unicodeScalars)

    /// Whether a line goes on with the paragraph before it.
    private func joins(_ paragraph: LocatedText, _ text: LocatedText, line: PrintedTables.Line, isMarked: Bool) -> Bool
    {
        guard let last = paragraph.last, let first = text.first, !isMarked, !isOpenMarked else { return false }
        // A number parted from its text: `7` and `。实现…` on the next line.
        if paragraph.normal.allSatisfy(MandateNumerals.isDigit), paragraph.count <= 3 {
            return ".、。".unicodeScalars.contains(first)
        }
        if MandateDate.isWhole(paragraph.normal) || MandateDate.isWhole(text.normal) { return false }
        // 一、 and （一） on lines of their own.
        if paragraph.count <= 6, MandateHeading(paragraph.normal + ["事"])?.length == paragraph.count { return true }
        if MandateBlocks.openEnds.contains(last) { return true }
        if "，、；：。）》”〕".unicodeScalars.contains(first) { return true }
        // A name on a line of its own is who issued or signed.
        if text.count <= 25, UnitNames.isName(text), line.isIndented == nil { return false }
        // 三、组织保障 right below a line of units.
        if let heading = MandateHeading(text.normal), heading.level <= .second, text.count <= 20,
            !text.normal.contains(where: { "，。；".unicodeScalars.contains($0) }),
            Responsibility.role(at: 0, in: paragraph.normal) != nil
        {
            return false
        }
        // Where paragraphs are indented, a line at the edge behind a full one goes on, whatever it begins with.
        if line.isIndented == false, line.isPreviousFull, !PageMarks.isTitle(paragraph.normal), !isAfterBlank {
            return true
        }
        if Responsibility.role(at: 0, in: paragraph.normal) != nil, !line.isPreviousFull { return false }
        if PageMarks.beginsPart(text.normal) || PageMarks.endsText(text.normal) || MandateCards.beginsField(text) {
            return false
        }
        if source.hasWholeParagraphs || PageMarks.isTitle(paragraph.normal) { return false }
        if let isIndented = line.isIndented {
            let isOpen = !MandateBlocks.sentenceEnds.contains(last) && last != "）" && lastLineLength >= 18
            return !isIndented && (line.isPreviousFull || isOpen)
        }
        guard !MandateBlocks.sentenceEnds.contains(last), last != "）", last != "〕" else {
            // A bracket may end a paragraph or a line; what follows without a blank and not indented goes on.
            return last == "）" && !isAfterBlank && !startsIndented(line.text) && lastLineLength >= 30
                && paragraph.count < 400
                && !isWholeLine(paragraph)
        }
        if startsIndented(line.text), !isAfterBreak { return false }
        return lastLineLength >= (isAfterBlank ? 30 : 18)
    }

    private func isWholeLine(_ paragraph: LocatedText) -> Bool {
        let brackets = UnitNames.brackets(in: paragraph.normal)
        return brackets.last?.upperBound == paragraph.count
    }

    private func startsIndented(_ text: String) -> Bool {
        var width = 0
        for scalar in text.unicodeScalars {
            guard Normalisation.isBlank(scalar) else { break }
            width += scalar == "\u{3000}" ? 2 : 1
        }
        return width >= 4
    }

    /// Heads that a page repeats: the same line three times or more, each after an empty line or as a Markdown heading.
    private func repeatedHeads(_ lines: [PrintedTables.Line], _ texts: [LocatedText]) -> Set<Int> {
        var places: [[Unicode.Scalar]: [Int]] = [:]
        for (index, text) in texts.enumerated() where text.count >= 4 && text.count <= 40 {
            let line = lines[index].text
            let isMarked = line.hasPrefix("#")
            let isApart = index == 0 || texts[index - 1].isEmpty || lines[index].isFirstOfPage
            guard isMarked || isApart || lines[index].isLastOfPage, !line.contains("\t"),
                MandateHeading(text.normal) == nil
            else { continue }
            if Responsibility.role(at: 0, in: text.normal) != nil || TableColumns.role(of: text) != nil { continue }
            if UnitNames.isList(text), !isMarked, !lines[index].isFirstOfPage { continue }
            if "。；，、".unicodeScalars.contains(text.last ?? " ") { continue }
            places[text.normal, default: []].append(index)
        }
        return Set(places.values.filter { $0.count >= 3 }.joined())
    }

    // MARK: Tables written as lines

    /// The cells of a line with tabs or of a Markdown table.
    private func cells(of line: PrintedTables.Line) -> [LocatedText]? {
        let separator: Unicode.Scalar
        let scalars = Array(line.text.unicodeScalars)
        if scalars.contains("\t") {
            separator = "\t"
            let count = scalars.count { $0 == "\t" }
            // One tab at the start is an indent, and one inside belongs to a table that is being read.
            guard count >= 2 || (table != nil && scalars.first != "\t") else { return nil }
            guard count >= 2 else { return cut(scalars, at: separator, line: line.index) }
        } else if scalars.first(where: { !Normalisation.isBlank($0) }) == "|", scalars.count(where: { $0 == "|" }) >= 3
        {
            separator = "|"
        } else {
            return open(scalars, of: line)
        }
        var cells = cut(scalars, at: separator, line: line.index)
        if separator == "|" {
            cells = Array(cells.dropFirst())
            if cells.last?.isEmpty == true { cells.removeLast() }
        }
        return cells
    }

    /// Columns parted by | without one at the edge, or by two blanks and more: only below heads that are known.
    private func open(_ scalars: [Unicode.Scalar], of line: PrintedTables.Line) -> [LocatedText]? {
        guard !source.hasWholeParagraphs, line.isIndented == nil || scalars.contains("|") else { return nil }
        let isPiped = scalars.count { $0 == "|" } >= 2
        let cells = isPiped ? cut(scalars, at: "|", line: line.index) : spaced(scalars, line: line.index)
        guard cells.count >= 3 else { return nil }
        if let first = table?.rows.first { return first.cells.count == cells.count ? cells : nil }
        return TableColumns.heads(cells) != nil ? cells : nil
    }

    /// Pieces between two blanks and more.
    private func spaced(_ scalars: [Unicode.Scalar], line: Int) -> [LocatedText] {
        var parted = scalars
        for index in scalars.indices.dropFirst().dropLast()
        where Normalisation.isBlank(scalars[index]) && Normalisation.isBlank(scalars[index - 1]) {
            parted[index] = "\u{1F}"
            parted[index - 1] = " "
        }
        return cut(parted, at: "\u{1F}", line: line).filter { !$0.isEmpty }
    }

    private func cut(_ scalars: [Unicode.Scalar], at separator: Unicode.Scalar, line: Int) -> [LocatedText] {
        var cells: [LocatedText] = []
        var start = 0
        for index in 0...scalars.count where index == scalars.count || scalars[index] == separator {
            var blanks = String.UnicodeScalarView()
            // Blanks in place of what stands before keep the offsets of the line.
            blanks.append(contentsOf: repeatElement(" ", count: start))
            blanks.append(contentsOf: scalars[start..<index])
            cells.append(Normalisation.read(String(blanks), line: line, isMarkdown: true))
            start = index + 1
        }
        return cells
    }

    private mutating func add(_ cells: [LocatedText], isSpaced: Bool) {
        endParagraph()
        let isRuler =
            cells.allSatisfy { $0.normal.allSatisfy { "-：: —".unicodeScalars.contains($0) } }
            && cells.contains { !$0.isEmpty }
        if !isRuler {
            table = table ?? RawTable()
            table?.isSpaced = isSpaced
            table?.rows.append(RawTable.Row(cells: cells, isAfterBreak: isAfterBreak))
        }
        (isAfterBlank, isAfterBreak) = (false, false)
    }

    private mutating func endTable() {
        if let done = table { blocks.append(.table(done)) }
        table = nil
    }
}

/// Cells that the file itself tells apart, put to rows.
private struct SpottedTable {
    private(set) var number: Int?
    private var rows: [Int: [Int: LocatedText]] = [:]
    private var covered: [Int: Set<Int>] = [:]
    private var width = 0
    private var knowsMerges = false

    /// - Parameters:
    ///   - isPrinted: whether its lines are those of a page.
    ///   - isRuled: whether the cells are known all the same.
    mutating func add(_ text: LocatedText, at spot: TableSpot, isPrinted: Bool, isRuled: Bool) {
        number = spot.table
        knowsMerges = isRuled || !isPrinted
        width = max(width, min(spot.column + spot.columns, 60))
        if var known = rows[spot.row, default: [:]][spot.column] {
            // A printed line of a cell only goes on; a paragraph of a cell begins anew.
            let isNewName = isPrinted && UnitNames.beginsNew(text, after: known.lastLine)
            if let point = text.points.first, !known.isEmpty, !text.isEmpty, !isPrinted || isNewName {
                known.append("\n", printed: "\n", at: point)
            }
            known.append(text)
            rows[spot.row]?[spot.column] = known
        } else {
            rows[spot.row, default: [:]][spot.column] = text
        }
        if spot.rows > 1 {
            for row in (spot.row + 1)..<(spot.row + spot.rows) { covered[row, default: []].insert(spot.column) }
        }
    }

    var table: RawTable {
        var table = RawTable()
        table.knowsMerges = knowsMerges
        for row in rows.keys.sorted() {
            let cells = (0..<width).map { column -> LocatedText? in
                if covered[row]?.contains(column) == true, rows[row]?[column] == nil { return nil }
                return rows[row]?[column] ?? LocatedText()
            }
            table.rows.append(RawTable.Row(cells: cells, isAfterBreak: false))
        }
        return table
    }
}

extension LocatedText {
    /// What stands behind the last line end.
    fileprivate var lastLine: LocatedText {
        guard let end = normal.lastIndex(of: "\n") else { return self }
        return self[(end + 1)..<count]
    }
}
