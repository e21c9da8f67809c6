/// The tasks of a document without numbers: each paragraph that names its units, or the lines above those that do.
struct UnnumberedTasks {
    struct Found {
        /// The line above several tasks.
        let section: LocatedText?
        var paragraphs: [LocatedText]
        /// Of the first of its paragraphs, or of its section where it is the first there.
        let index: Int
    }

    private enum Kind {
        case title
        /// Names its units at its end or in its first sentence.
        case task
        /// Nothing but units and days.
        case units
        case other
    }

    private let paragraphs: [LocatedText]
    private let kinds: [Kind]
    private var found: [Found] = []
    private var titles: [(text: LocatedText, index: Int)] = []
    private var pending: [(text: LocatedText, index: Int)] = []
    private var isOpen = false

    static func find(in paragraphs: [LocatedText]) -> [Found] {
        var reader = UnnumberedTasks(paragraphs)
        reader.readAll()
        return reader.found
    }

    private init(_ paragraphs: [LocatedText]) {
        self.paragraphs = paragraphs
        var kinds: [Kind] = []
        var isBelowUnits = false
        for paragraph in paragraphs {
            var kind = UnnumberedTasks.kind(of: paragraph)
            if kind == .title { isBelowUnits = UnitNames.isList(paragraph) }
            // ## 县水务局: what its list holds is its task.
            let isSentence = paragraph.count >= 6 && paragraph.last == "。"
            if kind == .other, isBelowUnits, isSentence || PageMarks.bulletLength(paragraph.normal) > 0 { kind = .task }
            kinds.append(kind)
        }
        self.kinds = kinds
    }

    private static func kind(of paragraph: LocatedText) -> Kind {
        if PageMarks.endsText(paragraph.normal) || MandateDate.isWhole(paragraph.normal) { return .other }
        let found = Responsibility.find(in: paragraph)
        if found.ranges.contains(where: { $0.count + 1 >= paragraph.count }) { return .units }
        if !found.responsibility.isEmpty {
            let isNamed = found.ranges.contains { range in
                range.upperBound + 1 >= paragraph.count
                    || paragraph.normal[range.upperBound] == "。"
                        && !paragraph.normal[..<range.lowerBound].contains("。")
            }
            if isNamed { return .task }
        }
        return PageMarks.isTitleLine(paragraph) ? .title : .other
    }

    /// Whether short lines head several tasks: then none of them is the title of one.
    private var areSections: Bool {
        // Lines that name units head what those have to do.
        if kinds.indices.count(where: { kinds[$0] == .title && UnitNames.isList(paragraphs[$0]) }) >= 2 { return true }
        var count = 0
        for (index, kind) in kinds.enumerated() {
            switch kind {
            case .title: count = 0
            case .task: count += 1
            case .units: if index > 0, kinds[index - 1] == .other { count += 1 }
            case .other: break
            }
            if kind == .task, PageMarks.bulletLength(paragraphs[index].normal) > 0 { return true }
            if count >= 2, kinds[..<index].contains(.title) { return true }
        }
        return false
    }

    private mutating func readAll() {
        let areSections = areSections
        for (index, paragraph) in paragraphs.enumerated() {
            let text = paragraph[PageMarks.bulletLength(paragraph.normal)..<paragraph.count].trimmed
            switch kinds[index] {
            case .title:
                // Two in a row: the first is the higher one.
                titles = areSections || !isOpen || !pending.isEmpty ? [] : Array(titles.suffix(1))
                titles.append((text, index))
                pending = []
                isOpen = true
            case .other: pending.append((text, index))
            case .task: add(text, index, isSection: areSections)
            case .units:
                if !pending.isEmpty || isOpen && !areSections {
                    add(text, index, isSection: areSections)
                } else if !found.isEmpty {
                    found[found.count - 1].paragraphs.append(text)
                }
            }
        }
    }

    private mutating func add(_ text: LocatedText, _ index: Int, isSection: Bool) {
        var parts: [(text: LocatedText, index: Int)] = []
        var section: (text: LocatedText, index: Int)?
        if isSection {
            section = titles.last.flatMap { PageMarks.isTitle($0.text.normal) ? nil : $0 }
            // What stands between a section and its first task only leads to it; a line of units closes what is above.
            if kinds[index] == .units { parts = Array(pending.suffix(found.isEmpty ? 1 : pending.count)) }
        } else if isOpen {
            section = titles.count > 1 ? titles.first : nil
            parts = titles.suffix(1) + pending
        } else if kinds[index] == .units {
            parts = Array(pending.suffix(found.isEmpty ? 1 : pending.count))
        }
        let start = parts.first?.index ?? index
        found.append(
            Found(
                section: section?.text, paragraphs: parts.map(\.text) + [text],
                index: min(start, section?.index ?? start)))
        pending = []
        isOpen = false
    }
}
