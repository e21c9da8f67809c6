import Values

/// Tasks of one table, row by row, with sub-rows and rows that a page cut in two put together.
struct TableTasks {
    struct Row {
        var number: Int?
        var printedNumber: String
        /// Headings of the table above the row.
        var sections: [LocatedText]
        var title: LocatedText
        /// One text for each sub-row.
        var parts: [LocatedText]
        var responsibility = Responsibility()
        var deadlines: [LocatedText] = []
        var targets: [LocatedText] = []

        var text: LocatedText {
            var whole = parts.first ?? LocatedText()
            for part in parts.dropFirst() {
                if let point = part.points.first { whole.append("\n", printed: "\n", at: point) }
                whole.append(part)
            }
            return whole
        }
    }

    private(set) var rows: [Row] = []
    private(set) var doubts: [(SourcePoint?, Wording)] = []
    let roles: [TableColumns.Role?]
    /// By when, where the head of a column says it: 6月底前目标.
    private var headDeadlines: [Int: LocatedText] = [:]
    private let contents: [Int]
    private let table: RawTable
    private var sections: [(level: MandateHeading.Level?, text: LocatedText)] = []
    private var columnSection: LocatedText?
    /// The last cell of each column, for cells that a merged one covers.
    private var above: [Int: LocatedText] = [:]

    /// nil when the table has no head that names tasks.
    ///
    /// - Parameter heads: those of the table before, which goes on here when this one has none and as many columns.
    init?(_ table: RawTable, after heads: [TableColumns.Role?]?) {
        let own = TableColumns.find(in: table)
        let width = table.rows.map(\.cells.count).max() ?? 0
        guard var roles = own?.roles ?? (heads?.count == width ? heads : nil) else { return nil }
        var first = own.map { $0.row + 1 } ?? 0
        // A second row of heads below a merged one: 责任单位 over 牵头 and 配合.
        if first < table.rows.count {
            let second = table.rows[first].cells.map { $0.map { $0.isEmpty ? nil : TableColumns.role(of: $0) } ?? nil }
            let filled = table.rows[first].cells.count { $0?.isEmpty == false }
            if second.compactMap({ $0 }).count == filled, filled >= 2 {
                for (column, role) in second.enumerated() where role != nil {
                    if column < roles.count { roles[column] = role } else { roles.append(role) }
                }
                headDeadlines = TableTasks.deadlines(inHeads: table.rows[first].cells)
                first += 1
            }
        }
        for column in roles.indices where roles[column] == nil {
            let found = TableColumns.role(of: column, in: table.rows.dropFirst(first))
            // A second column of names may be anything (places, parks): only sentences and days are taken for sure.
            let isSure = found == .content || found == .deadline || !roles.contains { [.lead, .equal].contains($0) }
            if let found, isSure, found == .content || !roles.contains(found) { roles[column] = found }
        }
        var contents = roles.indices.filter { roles[$0] == .content }
        // 考核指标 beside 目标值: the first names what is to be reached.
        if contents.isEmpty { contents = roles.indices.filter { roles[$0] == .target } }
        if roles.contains(.measure), contents.count >= 2 { contents = [contents[0]] }
        // 突出问题 beside 整治措施 says why, not what.
        if contents.count >= 2, let own, own.row >= 0 {
            let heads = table.rows[own.row].cells
            let why = contents.filter { $0 < heads.count && (heads[$0].map(TableColumns.isBackground) ?? false) }
            if why.count < contents.count {
                contents.removeAll { why.contains($0) }
                for column in why { roles[column] = .note }
            }
        }
        self.roles = roles
        self.contents = contents
        self.table = table
        if let own, own.row >= 0 {
            headDeadlines.merge(TableTasks.deadlines(inHeads: table.rows[own.row].cells)) { second, _ in second }
        }
        var isAfterBreak = false
        for row in table.rows[first...] {
            isAfterBreak = isAfterBreak || row.isAfterBreak
            if TableColumns.heads(row.cells.map { $0 ?? LocatedText() }) != nil { continue }
            take(row.cells, isAfterBreak: isAfterBreak)
            isAfterBreak = false
        }
    }

    private static func deadlines(inHeads cells: [LocatedText?]) -> [Int: LocatedText] {
        var found: [Int: LocatedText] = [:]
        let context = DeadlinePhrase.Context(date: Day(2000, 1, 1), titleYear: nil, sectionYear: nil)
        for (column, cell) in cells.enumerated() {
            // A merged head is meant for all columns below it.
            guard let cell, !cell.isEmpty else {
                found[column] = found[column - 1]
                continue
            }
            if let phrase = DeadlinePhrase(cell.normal, context: context, masked: []).all().first {
                found[column] = cell[phrase.range]
            } else if let year = cell.normal.firstIndex(of: "年"), year == 4,
                cell.normal[..<year].allSatisfy(MandateNumerals.isDigit), TableColumns.role(of: cell) == .target
            {
                found[column] = cell[0..<5]
            }
        }
        return found
    }

    // MARK: Rows

    private mutating func take(_ cells: [LocatedText?], isAfterBreak: Bool) {
        let filled = cells.indices.filter { cells[$0]?.isEmpty == false }
        guard !filled.isEmpty else { return }
        if filled.count == 1, !cells.contains(where: { $0 == nil }) || !table.knowsMerges, let text = cells[filled[0]],
            isSection(text, column: filled[0], cells: cells)
        {
            push(text)
            return
        }
        let serial = serial(of: cells)
        // A 审批改革: a section with a letter in place of the number.
        if filled.count == 2, let column = serialColumn, filled[0] == column,
            cells[column]?.normal.contains(where: MandateNumerals.isDigit) == false,
            let mark = cells[column], mark.count <= 3, let text = cells[filled[1]], text.count <= 30
        {
            push(text)
            return
        }
        let isCovered = table.knowsMerges && serialColumn.map { $0 < cells.count && cells[$0] == nil } ?? false
        if serialColumn != nil, serial == nil, !rows.isEmpty {
            if isCovered, hasOwnUnits(cells) {
                begin(cells, serial: nil)
            } else {
                isCovered ? addPart(cells) : goOn(cells, isAfterBreak: isAfterBreak)
            }
        } else if serialColumn == nil, !rows.isEmpty, isContinuedWithoutSerial(cells) {
            addPart(cells)
        } else {
            begin(cells, serial: serial)
        }
        for (column, cell) in cells.enumerated() { if let cell { above[column] = cell } }
    }

    /// Whether a row below a merged number says for itself what is to be done, by whom and by when.
    private func hasOwnUnits(_ cells: [LocatedText?]) -> Bool {
        let isOwn = { (wanted: [TableColumns.Role]) in
            roles.indices.contains { column in
                guard let role = roles[column], wanted.contains(role), column < cells.count else { return false }
                return cells[column]?.isEmpty == false
            }
        }
        let isText = textColumns.contains { $0 < cells.count && cells[$0]?.isEmpty == false }
        return titleColumn == nil && isText && isOwn([.lead, .equal]) && isOwn([.deadline])
    }

    private var serialColumn: Int? { roles.firstIndex(of: .serial) }

    private func serial(of cells: [LocatedText?]) -> (number: Int, text: LocatedText)? {
        guard let column = serialColumn, column < cells.count, let text = cells[column], !text.isEmpty else {
            return nil
        }
        let digits = text.normal.filter { !".、（）。 ".unicodeScalars.contains($0) }
        if let number = MandateNumerals.plain(digits) ?? MandateNumerals.chinese(digits) {
            return (number, text)
        }
        // 2025-01, A3: the last number in it.
        let last = Array(digits.reversed().prefix(while: MandateNumerals.isDigit).reversed())
        guard digits.count <= 12, let number = MandateNumerals.plain(last) else { return nil }
        return (number, text)
    }

    private func isSection(_ text: LocatedText, column: Int, cells: [LocatedText?]) -> Bool {
        if let heading = MandateHeading(text.normal), heading.level <= .second { return text.count <= 60 }
        if serialColumn == column, MandateNumerals.plain(text.normal) != nil { return false }
        // A merged row over the whole table, without number or full stop.
        return column == 0 && text.count <= 40 && text.last != "。" && (serialColumn == 0 || cells.count >= 3)
            && !rows.contains { _ in false }
    }

    private mutating func push(_ text: LocatedText) {
        let level = MandateHeading(text.normal)?.level
        if let level {
            sections.removeAll { $0.level == nil || ($0.level.map { $0 >= level } ?? true) }
        } else {
            sections.removeAll { $0.level == nil }
        }
        sections.append((level, text.compact))
    }

    private func isContinuedWithoutSerial(_ cells: [LocatedText?]) -> Bool {
        guard let column = contents.first, column < cells.count else { return false }
        return table.knowsMerges ? cells[column] == nil : cells[column]?.isEmpty ?? true
    }

    // MARK: Cells

    private func cell(_ column: Int?, _ cells: [LocatedText?]) -> LocatedText {
        guard let column, column < cells.count else { return LocatedText() }
        return cells[column] ?? above[column] ?? LocatedText()
    }

    private var titleColumn: Int? { contents.count >= 2 ? contents[0] : nil }
    private var textColumns: [Int] { contents.count >= 2 ? Array(contents.dropFirst()) : contents }

    private mutating func begin(_ cells: [LocatedText?], serial: (number: Int, text: LocatedText)?) {
        var text = LocatedText()
        for column in textColumns {
            let more = flat(cell(column, cells))
            if !text.isEmpty, let point = more.points.first { text.append("\n", printed: "\n", at: point) }
            text.append(more)
        }
        var title = flat(cell(titleColumn, cells))
        if text.isEmpty { swap(&text, &title) }
        guard !text.isEmpty else { return }
        for column in roles.indices where roles[column] == .section {
            let name = cell(column, cells)
            if !name.isEmpty { columnSection = flat(name) }
        }
        var number = serial?.number
        var printed = serial?.text.printedString ?? ""
        if number == nil, let heading = MandateHeading((title.isEmpty ? text : title).normal), serialColumn == nil {
            number = heading.number
            if title.isEmpty {
                printed = text[0..<heading.length].printedString
                text = text[heading.length..<text.count]
            } else {
                printed = title[0..<heading.length].printedString
                title = title[heading.length..<title.count]
            }
        }
        var above = sections.map(\.text)
        if let columnSection { above.append(columnSection) }
        var row = Row(
            number: number ?? (serialColumn == nil ? rows.count + 1 : nil), printedNumber: printed, sections: above,
            title: title, parts: [text])
        fill(&row, cells, covered: true)
        rows.append(row)
        if let last = rows.dropLast().last?.number, let number, number != last + 1, number != 1 {
            doubts.append((text.points.first, LedgerWords.jump(from: last, to: number)))
        }
    }

    /// Line ends inside a cell go where they only broke a line.
    private func flat(_ text: LocatedText) -> LocatedText {
        let drops = text.normal.indices.filter { index in
            guard text.normal[index] == "\n" else { return false }
            guard index > 0, index + 1 < text.count else { return true }
            return !"。；：".unicodeScalars.contains(text.normal[index - 1])
        }
        return text.without(drops.map { $0..<$0 + 1 }).compact.trimmedBlanks
    }

    private func fill(_ row: inout Row, _ cells: [LocatedText?], covered: Bool) {
        for (column, role) in roles.enumerated() {
            guard let role, column < cells.count || covered else { continue }
            let text =
                covered ? cell(column, cells) : column < cells.count ? cells[column] ?? LocatedText() : LocatedText()
            guard !text.isEmpty else { continue }
            switch role {
            case .lead: row.responsibility.add(read(text, as: .lead))
            case .equal: row.responsibility.add(read(text, as: .equal))
            case .support: row.responsibility.add(read(text, as: .support))
            case .deadline: row.deadlines.append(text)
            case .target:
                if contents.first != column { row.targets.append(flat(measured(text, cells))) }
                if let deadline = headDeadlines[column] { row.deadlines.append(deadline) }
            default: break
            }
        }
    }

    /// A bare number with what its column of measures says: 3.2 and 万人.
    private func measured(_ text: LocatedText, _ cells: [LocatedText?]) -> LocatedText {
        guard let column = roles.firstIndex(of: .measure), let last = text.last, MandateNumerals.isDigit(last) else {
            return text
        }
        var whole = text
        whole.append(cell(column, cells))
        return whole
    }

    private func read(_ text: LocatedText, as part: Responsibility.Part) -> Responsibility {
        if Responsibility.role(at: 0, in: text.normal) != nil { return Responsibility.read(text) }
        var responsibility = Responsibility()
        // A cell names bodies only: dashes and 无 stand for nobody.
        if ["-", "—", "/", "无", "——"].contains(text.string) { return responsibility }
        responsibility.read(list: text, part: part)
        return responsibility
    }

    // MARK: Rows without a number

    private static let sentenceEnds = Set("。；！？".unicodeScalars)

    /// A row without number goes on with the one above, or is a sub-row with a text and a unit of its own.
    private mutating func goOn(_ cells: [LocatedText?], isAfterBreak: Bool) {
        let title = cell(titleColumn, cells)
        let text = textColumns.map { cell($0, cells) }.first { !$0.isEmpty } ?? LocatedText()
        let units = roles.indices.filter { [.lead, .equal, .support].contains(roles[$0]) }.map { cell($0, cells) }
        let hasUnits = units.contains { !$0.isEmpty }
        let last = rows.count - 1
        let isOpen = rows[last].parts.last?.last.map { !TableTasks.sentenceEnds.contains($0) } ?? true
        let goesOn = !title.isEmpty || !hasUnits || (isAfterBreak && isOpen)
        guard goesOn else {
            if isOpen { doubts.append((text.points.first, LedgerWords.openRow)) }
            return addPart(cells)
        }
        if !title.isEmpty { rows[last].title.append(flat(title)) }
        if !text.isEmpty, let part = rows[last].parts.indices.last {
            if isOpen || rows[last].parts[part].isEmpty {
                rows[last].parts[part].append(flat(text))
            } else {
                rows[last].parts.append(flat(text))
            }
        }
        var row = rows[last]
        fill(&row, cells, covered: false)
        rows[last] = row
    }

    private mutating func addPart(_ cells: [LocatedText?]) {
        let last = rows.count - 1
        var row = rows[last]
        for column in textColumns where column < cells.count {
            if let text = cells[column], !text.isEmpty { row.parts.append(flat(text)) }
        }
        fill(&row, cells, covered: false)
        rows[last] = row
    }
}

extension LocatedText {
    /// Without blanks and line ends at both ends.
    var trimmedBlanks: LocatedText {
        var from = 0
        var to = count
        while from < to, normal[from] == " " || normal[from] == "\n" { from += 1 }
        while to > from, normal[to - 1] == " " || normal[to - 1] == "\n" { to -= 1 }
        return self[from..<to]
    }
}
