import Values

/// Reads the ledger of a policy document out of its text. Pure: no clock, no file.
package struct LedgerReader {
    private let source: SourceText
    private let outline: MandateOutline
    private let head: PaperHead
    private var doubts: [MandateLedger.Doubt] = []

    package static func read(_ source: SourceText) -> MandateLedger {
        var reader = LedgerReader(source)
        return reader.ledger()
    }

    private init(_ source: SourceText) {
        self.source = source
        outline = MandateOutline(MandateBlocks.read(source))
        head = PaperHead(outline.paragraphs, bodyStart: outline.bodyStart ?? outline.paragraphs.count)
    }

    private mutating func ledger() -> MandateLedger {
        for doubt in source.doubts {
            doubts.append(MandateLedger.Doubt(place: Wording(zh: doubt.place, en: doubt.place), message: doubt.message))
        }
        for (point, message) in head.doubts + outline.doubts { note(message, at: point) }
        let tables = readTables()
        var finder = TaskFinder(outline, tables: tables)
        var drafts = finder.drafts()
        for title in finder.skipped { note(LedgerWords.noTasks(title.string), at: title.points.first) }
        for table in tables { merge(table, into: &drafts) }
        let ids = TaskIds.ids(of: drafts)
        let tasks = zip(drafts, ids).map { task($0, id: $1) }
        noteUnits(drafts, tasks)
        if tasks.isEmpty { note(LedgerWords.noTask, at: nil) }
        return MandateLedger(
            paper: paper, sections: sections(drafts), tasks: tasks,
            goals: finder.goals.flatMap { targets(quantities(in: $0, isColumn: false), in: $0) },
            doubts: doubts)
    }

    private var paper: MandateLedger.Paper {
        MandateLedger.Paper(
            title: head.title, number: head.number, issuer: head.issuer, date: head.date, kind: head.kind,
            wraps: head.wraps, refersTo: head.references)
    }

    private mutating func note(_ message: Wording, at point: SourcePoint?) {
        let place = point.map { SourcePlaces.wording(of: $0, in: source) } ?? Wording(zh: "全文", en: "the document")
        let doubt = MandateLedger.Doubt(place: place, message: message)
        if !doubts.contains(doubt) { doubts.append(doubt) }
    }

    private func sections(_ drafts: [TaskDraft]) -> [MandateLedger.Section] {
        var sections: [MandateLedger.Section] = []
        for draft in drafts {
            for (depth, text) in draft.sections.enumerated() {
                let section = MandateLedger.Section(title: text.printedString, depth: depth, passage: text.passage)
                if !sections.contains(section) { sections.append(section) }
            }
        }
        return sections
    }

    // MARK: Tables

    private mutating func readTables() -> [TableTasks] {
        var read: [TableTasks] = []
        for (printed, _) in outline.tables {
            let table = printed.turned ?? printed
            guard let tasks = TableTasks(table, after: read.last?.roles) else {
                let hasNumbers = table.rows.count >= 3 && (table.rows.first?.cells.count ?? 0) >= 3
                if hasNumbers {
                    let point = table.rows.lazy.compactMap { $0.cells.lazy.compactMap { $0?.points.first }.first }.first
                    note(LedgerWords.unknownTable, at: point)
                }
                continue
            }
            for (point, message) in tasks.doubts { note(message, at: point) }
            if table.isSpaced { note(LedgerWords.spaced, at: tasks.rows.first?.text.points.first) }
            if !tasks.rows.isEmpty { read.append(tasks) }
        }
        return read
    }

    private func draft(_ row: TableTasks.Row) -> TaskDraft {
        var text = row.text
        var responsibility = row.responsibility
        let inside = Responsibility.find(in: text)
        if !inside.ranges.isEmpty, inside.ranges.allSatisfy({ $0.count < text.count }) {
            responsibility.add(inside.responsibility)
            text = text.without(inside.ranges).trimmed
        }
        text = text.compact.closedOnce
        let title = row.title.isEmpty ? TaskFinder.title(of: text) : row.title
        return TaskDraft(
            number: row.number ?? 0, path: [row.number ?? 0], printedNumber: row.printedNumber, sections: row.sections,
            title: title, text: text, responsibility: responsibility,
            deadlineTexts: row.deadlines + responsibility.deadlines, targetTexts: row.targets, alsoAt: nil,
            isFromTable: true)
    }

    /// An annex table that repeats the text adds units and deadlines to its tasks; any other has tasks of its own.
    private mutating func merge(_ table: TableTasks, into drafts: inout [TaskDraft]) {
        let rows = table.rows.map { draft($0) }
        let body = drafts.indices.filter { !drafts[$0].isFromTable }
        var pairs: [Int: Int] = [:]
        for (place, row) in rows.enumerated() {
            let best = body.filter { !pairs.values.contains($0) }
                .map { ($0, TextLikeness.of(drafts[$0], row)) }.max { $0.1 < $1.1 }
            if let best, best.1 >= 0.6 { pairs[place] = best.0 }
        }
        guard pairs.count * 10 >= rows.count * 6, !rows.isEmpty else {
            drafts += rows
            return
        }
        for (place, row) in rows.enumerated() {
            guard let index = pairs[place] else {
                drafts.append(row)
                continue
            }
            join(row, into: &drafts[index])
        }
    }

    private mutating func join(_ row: TaskDraft, into draft: inout TaskDraft) {
        draft.alsoAt = row.text.passage
        if draft.responsibility.isEmpty {
            draft.responsibility = row.responsibility
        } else {
            for unit in row.responsibility.lead
            where !draft.responsibility.lead.contains(where: { $0.name == unit.name }) {
                draft.responsibility.lead.append(unit)
            }
        }
        draft.deadlineTexts += row.deadlineTexts
        draft.targetTexts += row.targetTexts
        if draft.hasUnnumberedSection || draft.sections.isEmpty { draft.sections = row.sections }
        let (left, right) = (draft.text.string, row.text.string)
        if left != right, row.text.count * 2 > draft.text.count {
            note(LedgerWords.differentTexts, at: row.text.points.first)
        }
    }

    // MARK: Units

    private mutating func noteUnits(_ drafts: [TaskDraft], _ tasks: [MandateLedger.Task]) {
        let without = tasks.filter { $0.lead.isEmpty && $0.support.isEmpty }
        if without.count * 2 <= tasks.count {
            for task in without { note(LedgerWords.noUnits(task.id), at: task.passage.from) }
        } else if let first = without.first {
            note(LedgerWords.noUnits(without.map(\.id).prefix(5).joined(separator: "、") + "…"), at: first.passage.from)
        }
        let equal = tasks.filter { !$0.isLeadPrinted && $0.lead.count > 1 }
        if let first = equal.first { note(LedgerWords.onlyEqual(equal.map(\.id)), at: first.lead.first?.passage.from) }
        let others = zip(drafts, tasks).filter { $0.0.responsibility.hasOthers }.map(\.1)
        if let first = others.first { note(LedgerWords.others(others.map(\.id)), at: first.lead.first?.passage.from) }
        let groups = tasks.flatMap { $0.lead + $0.support }.filter(\.isGroup)
        if let first = groups.first {
            var names: [String] = []
            for unit in groups where !names.contains(unit.name) { names.append(unit.name) }
            note(LedgerWords.groups(names), at: first.passage.from)
        }
        for draft in drafts where draft.isUnclosed { note(LedgerWords.unclosed, at: draft.text.points.last) }
    }

    // MARK: Tasks

    private mutating func task(_ draft: TaskDraft, id: String) -> MandateLedger.Task {
        let deadlines = deadlines(of: draft)
        var targets = readTargets(in: draft.text, isColumn: false)
        for text in draft.targetTexts {
            for target in readTargets(in: text, isColumn: true)
            where !targets.contains(where: { $0.isSame(as: target) }) {
                targets.append(target)
            }
        }
        for target in targets where target.isSoft { note(LedgerWords.soft(target.raw), at: target.passage.from) }
        let units = draft.responsibility
        let isFirstLead = outline.isFirstLead && units.lead.isEmpty && !units.equal.isEmpty
        let hasLead = !units.lead.isEmpty || isFirstLead
        let lead = isFirstLead ? Array(units.equal.prefix(1)) : hasLead ? units.lead : units.equal
        let named = Set(lead.map(\.name))
        let support = (hasLead ? units.equal + units.support : units.support).filter { !named.contains($0.name) }
        let start = SourcePoint(line: 0, offset: 0)
        return MandateLedger.Task(
            id: id, printedNumber: draft.printedNumber,
            section: draft.sections.map(\.printedString).joined(separator: " / "), title: draft.title.printedString,
            text: draft.text.printedString, lead: lead, support: support, isLeadPrinted: hasLead,
            deadlines: deadlines, targets: targets,
            passage: draft.text.passage ?? SourcePassage(from: start, to: start), alsoAt: draft.alsoAt)
    }

    private func context(_ draft: TaskDraft) -> DeadlinePhrase.Context {
        DeadlinePhrase.Context(
            date: head.date, titleYear: YearWords.only(in: Array((head.wraps ?? head.title).unicodeScalars)),
            sectionYear: draft.sections.reversed().lazy.compactMap { YearWords.only(in: $0.normal) }.first)
    }

    private mutating func deadlines(of draft: TaskDraft) -> [MandateLedger.Deadline] {
        let context = context(draft)
        let text = draft.text
        let phrases = DeadlinePhrase(text.normal, context: context, masked: Masks.titles(in: text.normal)).all()
        var found = phrases.map { (text: text[$0.range], kind: $0.kind, date: $0.date) }
        for target in draft.targetTexts {
            found += DeadlinePhrase(target.normal, context: context, masked: Masks.titles(in: target.normal)).all()
                .map { (text: target[$0.range], kind: $0.kind, date: $0.date) }
        }
        for whole in draft.deadlineTexts { found += DeadlinePhrase.read(whole: whole, context: context) }
        var deadlines: [MandateLedger.Deadline] = []
        for (text, kind, date) in found {
            guard let passage = text.passage else { continue }
            let raw = text.printedString
            if deadlines.contains(where: { $0.raw == raw && $0.date == date }) { continue }
            deadlines.append(MandateLedger.Deadline(raw: raw, kind: kind, date: date, passage: passage))
            if let date, let issued = head.date, date < issued { note(LedgerWords.early(raw, date), at: passage.from) }
            if kind == .date, date == nil { note(LedgerWords.noYear(raw), at: passage.from) }
            if raw.hasSuffix("月前") || raw.hasSuffix("月之前") || raw.hasSuffix("月以前") {
                note(LedgerWords.wholeMonth(raw), at: passage.from)
            }
        }
        return deadlines
    }

    private func quantities(in text: LocatedText, isColumn: Bool) -> Quantities {
        let context = DeadlinePhrase.Context(date: head.date, titleYear: nil, sectionYear: nil)
        let titles = Masks.titles(in: text.normal)
        let dates = DeadlinePhrase(text.normal, context: context, masked: titles).all()
            .filter { $0.kind != .period }.map(\.range)
        let quotes = Masks.quotes(in: text.normal)
        let masked = titles + dates + quotes + Masks.years(in: text.normal)
        return Quantities(text.normal, masked: masked, isColumn: isColumn)
    }

    /// Figures to be reached; those that may be meant are doubts, and so are words that ask for all without a figure.
    ///
    /// - Parameter isColumn: whether the text stands in a column of figures to be reached.
    private mutating func readTargets(in text: LocatedText, isColumn: Bool) -> [MandateLedger.Target] {
        let read = quantities(in: text, isColumn: isColumn)
        for range in read.unsure {
            note(LedgerWords.unsureFigure(text[range].printedString), at: text.points[range.lowerBound])
        }
        let word = Array("全覆盖".unicodeScalars)
        for index in text.normal.indices.dropLast(2) where text.normal[index...].starts(with: word) {
            let next = index + word.count
            guard next == text.count || "，。；、".unicodeScalars.contains(text.normal[next]) else { continue }
            note(LedgerWords.withoutFigure("全覆盖"), at: text.points[index])
        }
        return targets(read, in: text)
    }

    private func targets(_ read: Quantities, in text: LocatedText) -> [MandateLedger.Target] {
        read.found.compactMap { found in
            guard let passage = text[found.range].passage else { return nil }
            return MandateLedger.Target(
                raw: text[found.range].printedString, what: text[found.what].printedString,
                comparator: found.comparator,
                value: found.value, unit: found.unit, baseline: found.baseline, isSoft: found.isSoft, passage: passage)
        }
    }
}

extension MandateLedger.Target {
    fileprivate func isSame(as other: MandateLedger.Target) -> Bool {
        comparator == other.comparator && value == other.value && unit == other.unit
    }
}

/// Parts of a text in which no figures are looked for.
enum Masks {
    /// 《…》.
    static func titles(in text: [Unicode.Scalar]) -> [Range<Int>] { pairs("《", "》", in: text) { _ in true } }

    /// “…”: names such as “一件事”, unless they hold a share.
    static func quotes(in text: [Unicode.Scalar]) -> [Range<Int>] {
        pairs("“", "”", in: text) { $0.count <= 40 && !$0.contains("%") }
    }

    /// 2026年, 2026年3月: what is left of dates that are no deadlines.
    static func years(in text: [Unicode.Scalar]) -> [Range<Int>] {
        text.indices.compactMap { index in
            guard text[index] == "年" || text[index] == "月" || text[index] == "号", index > 0,
                MandateNumerals.isDigit(text[index - 1])
            else { return nil }
            var start = index
            while start > 0, MandateNumerals.isDigit(text[start - 1]) { start -= 1 }
            var end = index + 1
            // 3月15日: its day is no figure.
            if text[index] == "月" {
                while end < text.count, MandateNumerals.isDigit(text[end]) { end += 1 }
                if end > index + 1, end < text.count, text[end] == "日" { end += 1 } else { end = index + 1 }
            }
            return start..<end
        }
    }

    private static func pairs(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, in text: [Unicode.Scalar],
        where isMasked: (ArraySlice<Unicode.Scalar>) -> Bool
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for (index, scalar) in text.enumerated() {
            if scalar == open { start = start ?? index }
            if scalar == close, let from = start {
                if isMasked(text[from...index]) { found.append(from..<index + 1) }
                start = nil
            }
        }
        return found
    }
}

/// Years in titles and headings.
enum YearWords {
    /// The one year that is named; nil when there is none, or a span of years.
    static func only(in text: [Unicode.Scalar]) -> Int? {
        var years: Set<Int> = []
        for index in text.indices where index + 4 <= text.count && MandateNumerals.isDigit(text[index]) {
            if index > 0, MandateNumerals.isDigit(text[index - 1]) { continue }
            let digits = text[index..<index + 4]
            guard let year = MandateNumerals.plain(digits), (2000...2099).contains(year) else { continue }
            if index + 4 < text.count, MandateNumerals.isDigit(text[index + 4]) { continue }
            years.insert(year)
        }
        return years.count == 1 ? years.first : nil
    }
}

/// Ids of tasks: the printed number where no other task has it, otherwise with the numbers of the headings above.
enum TaskIds {
    static func ids(of drafts: [TaskDraft]) -> [String] {
        let short = drafts.map { String($0.number) }
        let isUnique = Set(short).count == short.count
        if isUnique { return short }
        let body = drafts.filter { !$0.isFromTable }
        let bodyNumbers = body.map(\.number)
        let isBodyUnique = Set(bodyNumbers).count == bodyNumbers.count && body.count == drafts.count
        var used: [String: Int] = [:]
        return drafts.map { draft in
            let path = draft.isFromTable || isBodyUnique ? [draft.number] : draft.path
            let id = path.map(String.init).joined(separator: ".")
            used[id, default: 0] += 1
            let count = used[id] ?? 1
            return count == 1 ? id : "\(id)-\(count)"
        }
    }
}

/// How alike two tasks are that may be the same.
enum TextLikeness {
    static func of(_ left: TaskDraft, _ right: TaskDraft) -> Double {
        let texts = share(left.text.normal, right.text.normal)
        if texts >= 0.6 { return texts }
        let titles = share(left.title.normal, right.title.normal)
        let isShort = right.text.count * 2 < left.text.count
        return isShort ? max(titles, share(left.title.normal, right.text.normal)) : texts
    }

    /// Share of common pairs of characters (Dice), of the first 200.
    private static func share(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Double {
        let (first, second) = (pairs(left), pairs(right))
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        return Double(2 * first.intersection(second).count) / Double(first.count + second.count)
    }

    private static func pairs(_ text: [Unicode.Scalar]) -> Set<UInt64> {
        let text = text.prefix(200).map { UInt64($0.value) }
        return Set(zip(text, text.dropFirst()).map { $0 << 32 | $1 })
    }
}

/// Places in words.
package enum SourcePlaces {
    /// Line and character of a point, both from 1.
    package static func wording(of point: SourcePoint, in source: SourceText) -> Wording {
        guard source.lines.indices.contains(point.line) else { return Wording(zh: "全文", en: "the document") }
        let place = source.lines[point.line].place.wording
        return Wording(
            zh: "\(place.zh)第\(point.offset + 1)字", en: "\(place.en), character \(point.offset + 1)")
    }
}
