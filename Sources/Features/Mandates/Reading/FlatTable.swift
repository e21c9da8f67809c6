/// A table that came out of its file as one cell a line: heads first, then number, task, units, row after row.
enum FlatTable {
    /// A table and the index of the first line behind it.
    struct Found {
        let table: RawTable
        let end: Int
    }

    /// - Parameter texts: all lines; empty ones are skipped.
    static func read(_ texts: [LocatedText], from start: Int) -> Found? {
        var heads: [LocatedText] = []
        var index = start
        while index < texts.count, heads.count < 10 {
            defer { index += 1 }
            let text = texts[index]
            if text.isEmpty { continue }
            if heads.isEmpty, TableColumns.role(of: text) != .serial { return nil }
            guard TableColumns.role(of: text) != nil || mayBeHead(text) else { break }
            heads.append(text)
        }
        // A head that nobody knows counts among others; what stands below says what it is.
        guard heads.count >= 3, let known = TableColumns.heads(heads), known.count(where: { $0 != nil }) >= 3 else {
            return nil
        }
        let roles = known.map { $0 ?? .section }
        var reader = Reader(texts: texts, roles: roles, index: start)
        reader.skip(heads.count)
        reader.readRows()
        guard reader.rows.count >= 1 else { return nil }
        var table = RawTable()
        table.rows = [RawTable.Row(cells: heads, isAfterBreak: false)] + reader.rows
        return Found(table: table, end: reader.index)
    }

    private static func mayBeHead(_ text: LocatedText) -> Bool {
        text.count <= 8 && text.normal.allSatisfy { MandateNumerals.isHan($0) || "（）".unicodeScalars.contains($0) }
    }

    private struct Reader {
        let texts: [LocatedText]
        let roles: [TableColumns.Role]
        var index: Int
        var rows: [RawTable.Row] = []
        private var lines: [LocatedText] = []
        private var serial: LocatedText?
        private var number = 0

        init(texts: [LocatedText], roles: [TableColumns.Role], index: Int) {
            self.texts = texts
            self.roles = roles
            self.index = index
        }

        mutating func skip(_ count: Int) {
            var left = count
            while left > 0, index < texts.count {
                if !texts[index].isEmpty { left -= 1 }
                index += 1
            }
        }

        mutating func readRows() {
            var isAtHead = 0
            while index < texts.count {
                let text = texts[index]
                if text.isEmpty || PageMarks.isFooter(text.normal) {
                    index += 1
                    continue
                }
                if PageMarks.endsText(text.normal) || isAnnex(text) { break }
                // The heads stand again on each page.
                if TableColumns.role(of: text) == roles[isAtHead],
                    isAtHead > 0 || roles[0] == .serial && TableColumns.role(of: text) == .serial
                {
                    isAtHead = (isAtHead + 1) % roles.count
                    index += 1
                    continue
                }
                isAtHead = 0
                if let next = serialNumber(text) {
                    endRow()
                    (serial, number) = (text, next)
                } else if isSection(text) {
                    endRow()
                    rows.append(RawTable.Row(cells: [text], isAfterBreak: false))
                } else if serial == nil || isPastLast(text) {
                    break
                } else {
                    lines.append(text)
                }
                index += 1
            }
            endRow()
        }

        private func isAnnex(_ text: LocatedText) -> Bool { text.count <= 4 && text.string.hasPrefix("附件") }

        private func serialNumber(_ text: LocatedText) -> Int? {
            guard text.count <= 3, let value = MandateNumerals.plain(text.normal) else { return nil }
            return value > number && value <= number + 3 || rows.isEmpty && serial == nil ? value : nil
        }

        private func isSection(_ text: LocatedText) -> Bool {
            guard let heading = MandateHeading(text.normal), heading.level == .first || heading.level == .second else {
                return false
            }
            return text.count <= 40 && !(serial != nil && lines.isEmpty)
        }

        /// Behind the last row something else begins: a row has no more cells than heads.
        private func isPastLast(_ text: LocatedText) -> Bool {
            lines.count >= roles.count - 1 && !UnitNames.isList(text) && !DeadlinePhrase.isDeadline(text)
                && !texts[index...].contains { serialNumber($0) == number + 1 }
        }

        private mutating func endRow() {
            guard let serial else { return }
            var cells: [LocatedText?] = Array(repeating: LocatedText(), count: roles.count)
            cells[0] = serial
            for (column, text) in FlatTable.assign(lines, to: roles) { FlatTable.put(text, into: &cells[column]) }
            rows.append(RawTable.Row(cells: cells, isAfterBreak: false))
            self.serial = nil
            lines = []
        }
    }

    private static func put(_ text: LocatedText, into cell: inout LocatedText?) {
        guard var known = cell, !known.isEmpty else {
            cell = text
            return
        }
        if UnitNames.isList(known), UnitNames.isList(text), known.last != "、", text.first != "、",
            let point = text.points.first
        {
            known.append("\n", printed: "\n", at: point)
        }
        known.append(text)
        cell = known
    }

    /// Which column each line belongs to: by its place when the counts agree, otherwise by what it says.
    private static func assign(_ lines: [LocatedText], to roles: [TableColumns.Role]) -> [(Int, LocatedText)] {
        let columns = Array(roles.indices.dropFirst())
        if lines.count == columns.count, fits(lines, roles, columns) { return Array(zip(columns, lines)) }
        var result: [(Int, LocatedText)] = []
        var at = 0
        for (order, line) in lines.enumerated() {
            let wanted = kind(line, isFirst: order == 0)
            let joins =
                order > 0
                && ("、，".unicodeScalars.contains(lines[order - 1].last ?? " ")
                    || "、，；。".unicodeScalars.contains(line.first ?? " "))
            if joins, let last = result.last {
                result.append((last.0, line))
                continue
            }
            let candidates = columns.filter { $0 > at && isOf(roles[$0], wanted) }
            if let column = candidates.first {
                result.append((column, line))
                at = column
            } else if let last = result.last(where: { isOf(roles[$0.0], wanted) }) ?? result.last {
                result.append((last.0, line))
            } else {
                result.append((columns[0], line))
                at = columns[0]
            }
        }
        return result
    }

    private enum Kind { case units, deadline, text }

    private static func kind(_ line: LocatedText, isFirst: Bool) -> Kind {
        if isFirst { return .text }
        if UnitNames.isList(line) { return .units }
        return DeadlinePhrase.isDeadline(line) ? .deadline : .text
    }

    private static func isOf(_ role: TableColumns.Role, _ kind: Kind) -> Bool {
        switch role {
        case .lead, .equal, .support: return kind == .units
        case .deadline: return kind == .deadline
        case .serial: return false
        default: return kind == .text
        }
    }

    /// Whether lines taken in order do not contradict the heads.
    private static func fits(_ lines: [LocatedText], _ roles: [TableColumns.Role], _ columns: [Int]) -> Bool {
        zip(columns, lines).allSatisfy { column, line in
            switch roles[column] {
            case .content: return true
            case .lead, .equal, .support: return line.count <= 120 && line.last != "。"
            default: return true
            }
        }
    }
}
