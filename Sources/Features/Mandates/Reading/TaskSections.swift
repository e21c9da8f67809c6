/// Sections that hold no tasks: preambles, safeguards, and what is said to everybody.
extension TaskFinder {
    /// A section without headings and units, where all that names units stands below other sections.
    func isAside(_ index: Int) -> Bool {
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
    func isSkipped(_ index: Int, title: LocatedText) -> Bool {
        let node = outline.nodes[index]
        guard node.level <= .second || node.parent == nil, !hasUnits(index), title.count <= 30 else { return false }
        let ends = { (words: WordSet) in words.lengthBefore(title.count, in: title.normal) != nil }
        if title.count <= 14, TaskFinder.preambles.isIn(title.normal) || ends(TaskFinder.preambleEnds) { return true }
        // 关于供水保障工作 is what was decided on.
        let isSafeguard = TaskFinder.safeguards.isIn(title.normal) || ends(TaskFinder.safeguardEnds)
        guard isSafeguard, !title.normal.starts(with: "关于".unicodeScalars) else { return false }
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

    /// A section in which nobody is named, where nearly all other tasks name somebody, in the text or in a table.
    func isWithoutUnits(_ index: Int) -> Bool {
        let node = outline.nodes[index]
        guard node.parent == nil || node.level == .article, !hasUnits(index), !isNamed(index),
            !areWoven([index] + node.children)
        else { return false }
        let leaves = outline.nodes.indices.filter {
            outline.nodes[$0].children.isEmpty && !isBelow($0, index) && $0 != index
        }
        let named = leaves.count { isNamed($0) }
        if tableUnits >= 2, named == 0 { return true }
        return named >= 3 && named * 10 >= leaves.count * 6
    }

    /// Whether it or a heading above names units.
    private func isNamed(_ leaf: Int) -> Bool {
        var node: Int? = leaf
        while let current = node {
            if !found[current].responsibility.isEmpty || groups[current] != nil || areSectionsUnits(current) {
                return true
            }
            node = outline.nodes[current].parent
        }
        return false
    }

    private func isBelow(_ node: Int, _ above: Int) -> Bool {
        var parent = outline.nodes[node].parent
        while let current = parent {
            if current == above { return true }
            parent = outline.nodes[current].parent
        }
        return false
    }

    private var hasDeeperTasks: Bool { outline.nodes.contains { $0.level > .first } }

    mutating func collectGoals(_ index: Int) {
        goals += outline.nodes[index].paragraphs
        for child in outline.nodes[index].children { collectGoals(child) }
    }
}
