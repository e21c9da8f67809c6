/// What the columns of a table of tasks are, by the words at their heads and, where nobody knows those, by their cells.
enum TableColumns {
    enum Role: Hashable {
        case serial, section, content, lead, equal, support, deadline, target, person, note
        /// What the figures beside it are counted in.
        case measure
    }

    private static let serial = WordSet("序号 编号 序 项目编号 任务编号 NO. No. 项次")
    private static let serialEnds = WordSet("编号 序号")
    private static let section = WordSet("指标 模块 维度 类")
    private static let content = WordSet("任务名称 项目名称 事项名称 任务 内容 举措 措施 事项 项目 要点 问题 要求 清单 工作 重点 任务项 任务描述 任务分解 改革点")
    private static let strongContent = WordSet("内容 举措 措施 任务 事项")
    private static let target = WordSet("工作目标 目标 量化指标 目标值 指标值 成果形式 工作成效 成效 成果 考核指标 目标指标 工作指标 年度指标 标准")
    private static let note = WordSet(
        "权重 分值 权重分 得分 分数 考核分值 备注 说明 进展情况 进展 完成情况 依据 政策依据 联系电话 电话 附注 投资 总投资 投资额 资金来源 资金 来源")
    private static let indicators = WordSet("指标名称 考核指标名称 指标内容")
    private static let noteEnds = WordSet("进展 进展情况 完成情况 推进情况 落实情况 工作进展")
    private static let measure = WordSet("计量单位 单位 数量单位 指标单位")
    private static let person = WordSet("领导 责任人 联系人 负责人 联络员")
    private static let deadline = WordSet("时限 时间 时间节点 节点 期限 日期 进度安排 时限要求 时间要求 时间进度 时间安排")
    /// What a head ends in: 重点改革任务, 量化工作目标, 计划完成时间.
    private static let sectionEnds = WordSet("类别 领域 板块 分类 一级指标 二级指标 方面 类型")
    private static let targetEnds = WordSet("目标 指标 成效 成果 标准 目标值 成果形式")

    /// The role of a column head; nil for anything else.
    static func role(of text: LocatedText) -> Role? {
        let bracket = UnitNames.brackets(in: text.normal)
        let word = text.without(bracket).normal.filter { $0 != " " && $0 != "\n" && $0 != "：" && $0 != "*" }
        guard (1...14).contains(word.count) else { return nil }
        let ends = { (words: WordSet) in words.lengthBefore(word.count, in: word) != nil }
        if serial.holds(word) || word.count <= 6 && (ends(serialEnds)) { return .serial }
        if note.holds(word) || ends(noteEnds) { return .note }
        if measure.holds(word) { return .measure }
        // 2021年 below 年度目标.
        if word.count <= 9, MandateNumerals.isDigit(word[0]), word.contains("年"),
            word.last == "年" || ends(target)
        {
            return .target
        }
        switch Responsibility.columnPart(of: word) {
        case .lead: return .lead
        case .equal: return .equal
        case .support: return .support
        case .deadline: return .deadline
        case .person: return .person
        case nil: break
        }
        guard word.count <= 12 else { return nil }
        if person.holds(word) || word.count > 2 && ends(person) { return .person }
        if deadline.holds(word) || word.count > 2 && ends(deadline) { return .deadline }
        // 主要内容及目标 holds both.
        if ends(targetEnds), strongContent.isIn(word) { return .content }
        if target.holds(word) || ends(targetEnds) && !section.holds(word) && !ends(sectionEnds) { return .target }
        if section.holds(word) || ends(sectionEnds) { return .section }
        if indicators.holds(word) { return .content }
        // 渝中区具体举措, 实事内容: a content word with a name before it.
        return ends(content) ? .content : nil
    }

    private static let background = WordSet("问题 意见 背景 现状 情况 来源 诉求 依据 描述 短板 不足")
    private static let answers = WordSet("措施 举措 任务 办理 整改 解决")

    /// Whether a head names what a task answers to rather than what is to be done.
    static func isBackground(_ head: LocatedText) -> Bool {
        background.isIn(head.normal) && !answers.isIn(head.normal)
    }

    /// The roles of a row, when it is a head: two columns are known, and one of them parts rows or names units.
    static func heads(_ row: [LocatedText]) -> [Role?]? {
        let roles = row.map { $0.isEmpty ? nil : role(of: $0) }
        let known = roles.compactMap { $0 }
        let filled = row.count { !$0.isEmpty }
        let parts: Set<Role> = [.serial, .lead, .equal, .support, .deadline]
        guard known.count >= 2, known.count * 2 >= filled, known.contains(where: parts.contains) else { return nil }
        if known.contains(.content) || known.contains(.target) { return roles }
        // Numbers and units are known: the column between them whose head nobody knows holds the tasks.
        guard known.contains(.serial), known.contains(where: { [.lead, .equal].contains($0) }) else { return nil }
        guard let unknown = row.indices.first(where: { roles[$0] == nil && !row[$0].isEmpty }) else { return nil }
        var named = roles
        named[unknown] = .content
        return named
    }

    /// The row of heads of a table (-1 where it has none) and what its columns are; nil when it holds no tasks.
    static func find(in table: RawTable) -> (row: Int, roles: [Role?])? {
        for (place, row) in table.rows.enumerated() {
            if let roles = heads(row.cells.map { $0 ?? LocatedText() }) { return (place, roles) }
        }
        // Heads of words that nobody knows: what stands below them says what they are.
        for (place, row) in table.rows.enumerated().prefix(4) {
            let heads = row.cells.map { $0 ?? LocatedText() }
            let filled = heads.filter { !$0.isEmpty }
            guard filled.count >= 3, filled.allSatisfy({ $0.count <= 14 && !endsSentence($0) }) else { continue }
            let below = table.rows.dropFirst(place + 1)
            guard below.count >= 2 else { return nil }
            var roles = heads.map { $0.isEmpty ? nil : role(of: $0) }
            for column in roles.indices where roles[column] == nil { roles[column] = role(of: column, in: below) }
            let known = roles.compactMap { $0 }
            let isTable = known.contains(.content) && known.contains { [.lead, .equal, .deadline].contains($0) }
            return isTable ? (place, roles) : nil
        }
        return withoutHeads(table)
    }

    /// A table without any heads: numbers, sentences and units say what its columns are.
    private static func withoutHeads(_ table: RawTable) -> (row: Int, roles: [Role?])? {
        let width = table.rows.map(\.cells.count).max() ?? 0
        guard table.rows.count >= 3, (3...12).contains(width) else { return nil }
        let roles = (0..<width).map { role(of: $0, in: table.rows[...]) }
        let known = roles.compactMap { $0 }
        return known.contains(.serial) && known.contains(.content) && known.contains(.equal) ? (-1, roles) : nil
    }

    private static func endsSentence(_ text: LocatedText) -> Bool { "。；，".unicodeScalars.contains(text.last ?? " ") }

    /// What a column is by most of its cells: numbers, sentences, units, or days.
    static func role(of column: Int, in rows: ArraySlice<RawTable.Row>) -> Role? {
        let cells = rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }.filter { !$0.isEmpty }
        guard !cells.isEmpty else { return nil }
        let isMost = { (count: Int) in count * 2 > cells.count }
        let isSentence = { (cell: LocatedText) in cell.count >= 12 || cell.count >= 6 && endsSentence(cell) }
        if isMost(cells.count { isSentence($0) && !UnitNames.isList($0) && !DeadlinePhrase.isDeadline($0) }) {
            return .content
        }
        if isMost(cells.count { UnitNames.isList($0) }) { return .equal }
        if isMost(cells.count { DeadlinePhrase.isDeadline($0) }) { return .deadline }
        if cells.allSatisfy({ $0.count <= 3 && MandateNumerals.plain($0.normal) != nil }) { return .serial }
        return nil
    }
}
