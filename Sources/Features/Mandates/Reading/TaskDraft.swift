import Values

/// A task before its deadlines and figures are read.
struct TaskDraft {
    var number: Int
    /// The numbers of the headings above and its own.
    var path: [Int]
    var printedNumber: String
    var sections: [LocatedText]
    var hasUnnumberedSection = false
    var title: LocatedText
    var text: LocatedText
    var responsibility: Responsibility
    /// What a table or a role gives as deadlines and figures besides the text.
    var deadlineTexts: [LocatedText]
    var targetTexts: [LocatedText]
    var alsoAt: SourcePassage?
    var isFromTable: Bool
    var isUnclosed = false
}

/// Finds which headings are tasks: those that name units, or the lowest ones where none does.
struct TaskFinder {
    let outline: MandateOutline
    let found: [Responsibility.Found]
    private var texts: [LocatedText] = []
    private(set) var skipped: [LocatedText] = []
    /// Text of sections without tasks, where figures may stand as goals of the whole.
    var goals: [LocatedText] = []
    var groups: [Int: Responsibility] = [:]
    private var isMovedFrom: Set<Int> = []
    /// How many rows of tables name units.
    let tableUnits: Int
    let hasTasksInTables: Bool

    init(_ outline: MandateOutline, tables: [TableTasks]) {
        self.outline = outline
        hasTasksInTables = tables.contains { $0.rows.count > 0 }
        tableUnits = tables.flatMap(\.rows).count { !$0.responsibility.isEmpty }
        found = outline.nodes.map { node in
            var all = Responsibility.Found()
            for paragraph in node.paragraphs {
                let one = Responsibility.find(in: paragraph)
                all.responsibility.add(one.responsibility)
                all.ranges += one.ranges
                all.isUnclosed = all.isUnclosed || one.isUnclosed
            }
            return all
        }
    }

    private func units(_ node: Int) -> Responsibility {
        isMovedFrom.contains(node) ? Responsibility() : found[node].responsibility
    }

    func hasUnits(_ node: Int) -> Bool {
        !units(node).isEmpty || groups[node] != nil || outline.nodes[node].children.contains { hasUnits($0) }
    }

    mutating func drafts() -> [TaskDraft] {
        moveTrailing()
        let roots = outline.nodes.indices.filter { outline.nodes[$0].parent == nil }
        return roots.flatMap { tasks(of: $0, inherited: Responsibility()) }
    }

    /// A bracket behind the last of several parts, where none of the others has one, is meant for all of them.
    private mutating func moveTrailing() {
        for index in outline.nodes.indices {
            let children = outline.nodes[index].children
            guard children.count >= 2, let last = children.last, !found[last].responsibility.isEmpty,
                children.dropLast().allSatisfy({ !hasUnits($0) }), found[index].responsibility.isEmpty
            else { continue }
            let standsAlone = outline.nodes[last].paragraphs.dropFirst().contains { paragraph in
                Responsibility.find(in: paragraph).ranges.contains { $0.count + 2 >= paragraph.count }
            }
            let isDeep = outline.nodes[last].level >= .third
            guard standsAlone || (isDeep && children.count >= 3) else { continue }
            groups[index] = found[last].responsibility
            isMovedFrom.insert(last)
        }
    }

    private mutating func tasks(of index: Int, inherited: Responsibility) -> [TaskDraft] {
        let node = outline.nodes[index]
        let title = TaskFinder.title(of: node.paragraphs.first ?? LocatedText())
        if isAside(index) {
            skipped.append(title)
            collectGoals(index)
            return []
        }
        if isSkipped(index, title: title) || isWithoutUnits(index) {
            skipped.append(title)
            collectGoals(index)
            return []
        }
        let group = groups[index]
        let childLevel = node.children.first.map { outline.nodes[$0].level }
        guard let childLevel else {
            if hasTasksInTables, isBareHeading(index) { return [] }
            let parts = parts(of: index)
            if parts.count > 1 {
                let whole = draft(index, inherited: Responsibility())
                return parts.enumerated().map { draft(index, part: $1, number: $0 + 1, like: whole) }
            }
            return [draft(index, inherited: inherited)]
        }
        let isAnyChildNamed = node.children.contains { hasUnits($0) } || areWoven(node.children)
        if node.heading?.isTaskName == true, !isAnyChildNamed { return [draft(index, inherited: inherited)] }
        if let group, childLevel >= .third, node.level >= .second { return [draft(index, inherited: group)] }
        if !isAnyChildNamed, childLevel >= .fourth { return [draft(index, inherited: inherited)] }
        var handed = units(index).isEmpty ? inherited : units(index)
        if let group { handed = group }
        handed.stages = inherited.stages
        if handed.isEmpty, areSectionsUnits(index) {
            handed.read(list: TaskFinder.names(inHeading: title), part: .equal)
        }
        if let deadline = TaskFinder.deadline(inHeading: node.paragraphs.first ?? LocatedText()) {
            handed.stages.append(deadline)
        }
        return node.children.flatMap { tasks(of: $0, inherited: handed) }
    }

    /// Whether most of these name their units within their sentences.
    func areWoven(_ children: [Int]) -> Bool {
        let count = children.count { child in
            outline.nodes[child].paragraphs.first.map {
                ClosingSentence.woven(into: $0, isMinutes: outline.isMinutes) != nil
            } ?? false
        }
        return count * 2 > children.count
    }

    private static let allYear = WordSet("全年推进 全年实施 全年坚持 全年任务 持续推进 长期推进 长期坚持 常态化推进 常年坚持")

    /// By when, where a heading says it for all below: （二）集中整治阶段（9月底前）, 2月底前完成.
    private static func deadline(inHeading text: LocatedText) -> LocatedText? {
        guard text.count <= 40, !text.normal.contains("，") else { return nil }
        if DeadlinePhrase.isDeadline(text), DeadlinePhrase.hasDay(text) || TaskFinder.allYear.holds(text.normal) {
            return text
        }
        guard let bracket = UnitNames.brackets(in: text.normal).last, bracket.count > 2 else { return nil }
        let inside = text[(bracket.lowerBound + 1)..<(bracket.upperBound - 1)]
        return DeadlinePhrase.isDeadline(inside) ? inside : nil
    }

    /// A title with nothing below it, where the tasks stand in tables: it only heads one of them.
    private func isBareHeading(_ index: Int) -> Bool {
        guard outline.nodes[index].paragraphs.count == 1, found[index].responsibility.isEmpty,
            let text = outline.nodes[index].paragraphs.first
        else { return false }
        return text.count <= 24 && !text.normal.contains { "。，；：".unicodeScalars.contains($0) }
    }

    private static let nouns = WordSet("事项 任务 工作 项目 工作任务 重点任务 重点工作 工作事项")
    private static let verbs = WordSet("牵头 负责 主办 承办 牵头落实 负责落实 牵头负责 牵头推进 牵头办理 牵头的 负责的 牵头完成")

    /// 立案庭牵头落实事项（3项）: the names without what the section says of them.
    private static func names(inHeading title: LocatedText) -> LocatedText {
        let text = title.without(UnitNames.brackets(in: title.normal).filter { $0.upperBound == title.count }).trimmed
        guard let noun = nouns.lengthBefore(text.count, in: text.normal),
            let verb = verbs.lengthBefore(text.count - noun, in: text.normal)
        else { return title }
        return text[0..<(text.count - noun - verb)]
    }

    /// 一、市数据局 二、市公安局: sections named after who is responsible for what stands below.
    func areSectionsUnits(_ index: Int) -> Bool {
        let siblings = outline.nodes.indices.filter { outline.nodes[$0].parent == outline.nodes[index].parent }
        let isName = { (node: Int) -> Bool in
            guard let first = outline.nodes[node].paragraphs.first else { return false }
            return UnitNames.isList(TaskFinder.names(inHeading: TaskFinder.title(of: first)))
        }
        return isName(index) && siblings.count { isName($0) } * 2 > siblings.count
    }

    /// Parts of a heading whose tasks have no numbers: each ends in its units, in lines or within a paragraph.
    private func parts(of index: Int) -> [[LocatedText]] {
        let paragraphs = outline.nodes[index].paragraphs
        let pieces = TaskPieces.cut(paragraphs.first ?? LocatedText())
        if pieces.count > 1 {
            var parts = pieces.map { [$0] }
            for paragraph in paragraphs.dropFirst() {
                let more = TaskPieces.cut(paragraph)
                if more.count > 1 {
                    parts += more.map { [$0] }
                } else {
                    parts[parts.count - 1].append(paragraph)
                }
            }
            return parts
        }
        return lines(below: index)
    }

    private func lines(below index: Int) -> [[LocatedText]] {
        var parts: [[LocatedText]] = [[]]
        var isClosed = false
        let paragraphs = outline.nodes[index].paragraphs.dropFirst().flatMap { TaskPieces.cut($0) }
        // Two paragraphs and more that end in units of their own are each a task, whatever stands above them.
        let ended = paragraphs.count { paragraph in
            Responsibility.find(in: paragraph).ranges.contains {
                $0.upperBound + 1 >= paragraph.count && $0.count + 1 < paragraph.count
            }
        }
        let isEach = outline.nodes[index].level == .first || ended >= 2
        for paragraph in paragraphs {
            let found = Responsibility.find(in: paragraph)
            let isRole = found.ranges.contains { range in
                range.count + 1 >= paragraph.count || isEach && range.upperBound + 1 >= paragraph.count
            }
            let isOnlyUnits = found.ranges.contains { $0.count + 1 >= paragraph.count }
            if isClosed, !isOnlyUnits { parts.append([]) }
            parts[parts.count - 1].append(paragraph)
            isClosed = isRole
        }
        return parts.count > 1 && isClosed ? parts : []
    }

    /// - Parameter whole: the heading with all its parts, for where they stand.
    private func draft(_ index: Int, part: [LocatedText], number: Int, like whole: TaskDraft) -> TaskDraft {
        var text = LocatedText()
        var responsibility = Responsibility()
        for paragraph in part { append(paragraph, to: &text, &responsibility) }
        var draft = whole
        var sections = draft.sections
        sections.append(TaskFinder.heading(outline.nodes[index]))
        draft.number = number
        draft.path = draft.path + [number]
        draft.printedNumber = ""
        draft.sections = sections
        draft.text = text.closedOnce
        draft.title = TaskFinder.title(of: draft.text)
        draft.responsibility = responsibility
        draft.deadlineTexts = responsibility.deadlines
        return draft
    }

    // MARK: One task

    private func draft(_ index: Int, inherited: Responsibility) -> TaskDraft {
        let node = outline.nodes[index]
        var text = LocatedText()
        var responsibility = Responsibility()
        append(index, to: &text, &responsibility, isTop: true)
        if responsibility.isEmpty { cutNames(&text, into: &responsibility) }
        if responsibility.isEmpty, inherited.isEmpty,
            let woven = ClosingSentence.woven(into: text, isMinutes: outline.isMinutes)
        {
            responsibility.add(woven)
        }
        responsibility.inherit(inherited, hasDay: DeadlinePhrase.hasDay(text))
        var sections: [LocatedText] = []
        var path = [node.heading?.number ?? 0]
        var hasUnnumbered = false
        var parent = node.parent
        while let above = parent {
            let heading = outline.nodes[above]
            sections.insert(TaskFinder.heading(heading), at: 0)
            path.insert(heading.heading?.number ?? 0, at: 0)
            hasUnnumbered = hasUnnumbered || heading.heading == nil
            parent = heading.parent
        }
        return TaskDraft(
            number: node.heading?.number ?? 0, path: path, printedNumber: node.printedNumber.printedString,
            sections: sections, hasUnnumberedSection: hasUnnumbered, title: TaskFinder.title(of: text), text: text,
            responsibility: responsibility, deadlineTexts: responsibility.deadlines, targetTexts: [],
            alsoAt: nil, isFromTable: false, isUnclosed: found[index].isUnclosed)
    }

    /// The text of a heading and all below it, without the units.
    private func append(_ index: Int, to text: inout LocatedText, _ responsibility: inout Responsibility, isTop: Bool) {
        let node = outline.nodes[index]
        if !isTop { text.append(node.printedNumber) }
        var moved = Responsibility()
        for paragraph in node.paragraphs {
            if isMovedFrom.contains(index) {
                append(paragraph, to: &text, &moved)
            } else {
                append(paragraph, to: &text, &responsibility)
            }
        }
        for child in node.children { append(child, to: &text, &responsibility, isTop: false) }
        if isTop { text = text.closedOnce }
    }

    /// A paragraph without the units, which are kept apart.
    private func append(_ paragraph: LocatedText, to text: inout LocatedText, _ responsibility: inout Responsibility) {
        let one = Responsibility.find(in: paragraph)
        responsibility.add(one.responsibility)
        let rest = paragraph.without(one.ranges).compact.trimmed
        // A heading without a full stop is a line of its own.
        if let last = text.last, !"。；：！？，、\n”".unicodeScalars.contains(last), let point = rest.points.first {
            text.append("\n", printed: "\n", at: point)
        }
        text.append(rest)
    }

    /// 市数据局：建设平台…: who is responsible stands before what is to be done.
    private func cutNames(_ text: inout LocatedText, into responsibility: inout Responsibility) {
        guard let colon = text.normal.prefix(40).firstIndex(of: "："), colon > 2, colon + 6 < text.count,
            UnitNames.isList(text[0..<colon])
        else { return }
        responsibility.read(list: text[0..<colon], part: .equal)
        text = text[(colon + 1)..<text.count].trimmed
    }

    /// A heading as printed, up to its first full stop, without units in brackets.
    private static func heading(_ node: MandateOutline.Node) -> LocatedText {
        var text = node.printedNumber.compact
        let first = node.paragraphs.first ?? LocatedText()
        text.append(title(of: first.without(Responsibility.find(in: first).ranges)))
        return text
    }

    private static let longestTitle = 50

    /// The first sentence; its first clause where that is long.
    static func title(of text: LocatedText) -> LocatedText {
        var compact = text.compact
        // 任务名称：管网改造
        if let colon = compact.normal.prefix(9).firstIndex(of: "："), colon + 1 < compact.count,
            TableColumns.role(of: compact[0..<colon]) == .content
        {
            compact = compact[(colon + 1)..<compact.count]
        }
        let end = compact.normal.firstIndex { "。；：\n".unicodeScalars.contains($0) } ?? compact.count
        if end <= longestTitle { return compact[0..<end] }
        let clause = compact.normal.firstIndex { $0 == "，" } ?? end
        return compact[0..<min(clause, end)]
    }
}

extension LocatedText {
    /// `。（…）。` leaves two full stops when the bracket goes.
    var closedOnce: LocatedText {
        var drops: [Range<Int>] = []
        for index in normal.indices.dropFirst() where normal[index] == "。" {
            if normal[index - 1] == "。" || normal[index - 1] == "；" { drops.append(index..<index + 1) }
        }
        return drops.isEmpty ? self : without(drops)
    }
}
