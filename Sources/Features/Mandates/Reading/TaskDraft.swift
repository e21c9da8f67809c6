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
    private let outline: MandateOutline
    private let found: [Responsibility.Found]
    private var texts: [LocatedText] = []
    private(set) var skipped: [LocatedText] = []
    /// Text of sections without tasks, where figures may stand as goals of the whole.
    private(set) var goals: [LocatedText] = []
    private var groups: [Int: Responsibility] = [:]
    private var isMovedFrom: Set<Int> = []
    private let hasTasksInTables: Bool

    init(_ outline: MandateOutline, hasTasksInTables: Bool) {
        self.outline = outline
        self.hasTasksInTables = hasTasksInTables
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

    private func hasUnits(_ node: Int) -> Bool {
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
        if isSkipped(index, title: title) {
            skipped.append(title)
            collectGoals(index)
            return []
        }
        let group = groups[index]
        let childLevel = node.children.first.map { outline.nodes[$0].level }
        guard let childLevel else {
            if hasTasksInTables, isBareHeading(index) { return [] }
            let parts = parts(of: index)
            if parts.count > 1 { return parts.enumerated().map { draft(index, part: $1, number: $0 + 1) } }
            return [draft(index, inherited: inherited)]
        }
        let isAnyChildNamed = node.children.contains { hasUnits($0) }
        if node.heading?.isTaskName == true, !isAnyChildNamed { return [draft(index, inherited: inherited)] }
        if let group, childLevel >= .third, node.level >= .second { return [draft(index, inherited: group)] }
        if !isAnyChildNamed, childLevel >= .fourth { return [draft(index, inherited: inherited)] }
        var handed = units(index).isEmpty ? inherited : units(index)
        if let group { handed = group }
        if handed.isEmpty, !isAnyChildNamed, areSectionsUnits(index) {
            handed.read(list: title, part: .equal)
        }
        return node.children.flatMap { tasks(of: $0, inherited: handed) }
    }

    /// A title with nothing below it, where the tasks stand in tables: it only heads one of them.
    private func isBareHeading(_ index: Int) -> Bool {
        guard outline.nodes[index].paragraphs.count == 1, found[index].responsibility.isEmpty,
            let text = outline.nodes[index].paragraphs.first
        else { return false }
        return text.count <= 24 && !text.normal.contains { "。，；：".unicodeScalars.contains($0) }
    }

    /// 一、市数据局 二、市公安局: sections named after who is responsible for what stands below.
    private func areSectionsUnits(_ index: Int) -> Bool {
        let siblings = outline.nodes.indices.filter { outline.nodes[$0].parent == outline.nodes[index].parent }
        let isName = { (node: Int) -> Bool in
            guard let first = outline.nodes[node].paragraphs.first else { return false }
            return UnitNames.isList(TaskFinder.title(of: first))
        }
        return isName(index) && siblings.count { isName($0) } * 2 > siblings.count
    }

    /// Paragraphs of a heading whose tasks have no numbers: each ends in lines that say who is responsible.
    private func parts(of index: Int) -> [[LocatedText]] {
        var parts: [[LocatedText]] = [[]]
        var isClosed = false
        for paragraph in outline.nodes[index].paragraphs.dropFirst() {
            let found = Responsibility.find(in: paragraph)
            let isRole = found.ranges.contains { range in
                range.count + 1 >= paragraph.count
                    || outline.nodes[index].level == .first && range.upperBound + 1 >= paragraph.count
            }
            let isOnlyUnits = found.ranges.contains { $0.count + 1 >= paragraph.count }
            if isClosed, !isOnlyUnits { parts.append([]) }
            parts[parts.count - 1].append(paragraph)
            isClosed = isRole
        }
        return parts.count > 1 && isClosed ? parts : []
    }

    private func draft(_ index: Int, part: [LocatedText], number: Int) -> TaskDraft {
        var text = LocatedText()
        var responsibility = Responsibility()
        for paragraph in part { append(paragraph, to: &text, &responsibility) }
        var draft = draft(index, inherited: Responsibility())
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

    // MARK: Sections without tasks

    /// A section without headings and units, where all that names units stands below other sections.
    private func isAside(_ index: Int) -> Bool {
        let node = outline.nodes[index]
        guard node.level == .first, node.children.isEmpty, found[index].responsibility.isEmpty,
            !hasTasksInTables
        else {
            return false
        }
        let named = outline.nodes.indices.filter { !found[$0].responsibility.isEmpty }
        return named.count >= 2 && named.allSatisfy { outline.nodes[$0].level > .first }
    }

    private static let preambles = WordSet(
        """
        总体要求 总体思路 指导思想 基本原则 工作目标 总体目标 主要目标 发展目标 工作原则 目标要求 总体考虑 工作思路 基本思路 实施范围 适用范围 工作背景 重要意义 改革目标 主要目的 \
        任务目标 目标任务 创建目标
        """)
    private static let preambleEnds = WordSet("目标 原则 思路 思想 背景 意义 范围 依据 总则")
    private static let safeguardEnds = WordSet("保障 步骤 要求 附则")
    private static let safeguards = WordSet(
        """
        组织保障 保障措施 工作要求 组织实施 组织领导 工作保障 实施保障 有关要求 相关要求 保障机制 工作机制 强化保障 支撑保障 保障工作 推进机制 实施要求 几点要求 附则 组织机构 工作步骤 \
        实施步骤 时间安排 进度安排
        """
    )

    /// A preamble holds no tasks, nor do safeguards at the end that name no units where other tasks do.
    private func isSkipped(_ index: Int, title: LocatedText) -> Bool {
        let node = outline.nodes[index]
        guard node.level <= .second, !hasUnits(index), title.count <= 30 else { return false }
        let ends = { (words: WordSet) in words.lengthBefore(title.count, in: title.normal) != nil }
        if title.count <= 14, TaskFinder.preambles.isIn(title.normal) || ends(TaskFinder.preambleEnds) { return true }
        guard TaskFinder.safeguards.isIn(title.normal) || ends(TaskFinder.safeguardEnds) else { return false }
        // Numbers that run on from the tasks before make these tasks as well.
        if let first = node.children.first, let number = outline.nodes[first].heading?.number, number > 1 {
            return false
        }
        if node.children.isEmpty {
            let namesUnits = outline.nodes.indices.contains { !found[$0].responsibility.isEmpty }
            return node.level <= .first && (namesUnits || hasDeeperTasks || hasTasksInTables)
        }
        return true
    }

    private var hasDeeperTasks: Bool { outline.nodes.contains { $0.level > .first } }

    private mutating func collectGoals(_ index: Int) {
        goals += outline.nodes[index].paragraphs
        for child in outline.nodes[index].children { collectGoals(child) }
    }

    // MARK: One task

    private func draft(_ index: Int, inherited: Responsibility) -> TaskDraft {
        let node = outline.nodes[index]
        var text = LocatedText()
        var responsibility = Responsibility()
        append(index, to: &text, &responsibility, isTop: true)
        if responsibility.isEmpty { cutNames(&text, into: &responsibility) }
        let hasOwn = !responsibility.isEmpty
        if !hasOwn {
            let deadlines = responsibility.deadlines
            responsibility = inherited
            responsibility.deadlines = deadlines + inherited.deadlines
        }
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
