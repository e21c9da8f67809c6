/// What the columns of a table of tasks are, by the words at their heads.
enum TableColumns {
    enum Role: Hashable {
        case serial, section, content, lead, equal, support, deadline, target, person, note
    }

    private static let serial = WordSet("序号 编号 序 项目编号 任务编号 NO. No.")
    private static let section = WordSet("类别 领域 板块 分类 一级指标 二级指标 方面 指标 任务类别 重点领域 改革领域 模块 类型 维度 任务分类 工作类别")
    private static let content = WordSet(
        """
        主要任务 重点任务 工作任务 任务 任务内容 改革事项 事项 改革任务 目标任务 任务名称 具体任务 重点工作 工作内容 工作措施 具体措施 具体举措 主要内容 主要举措 \
        改革举措 工作举措 推进措施 任务清单 任务事项 事项名称 工作事项 任务要求 具体内容 重点事项 工作要点 工作重点 重点举措 措施 举措 内容 改革内容 主要措施 \
        具体要求 工作要求 项目名称 任务分解 分解任务 整改措施 任务举措 落实举措 实施内容 建设内容 重点内容 任务描述 年度任务 年度重点任务 工作项目 项目 \
        任务项 具体工作
        """)
    private static let target = WordSet(
        "工作目标 目标 量化指标 目标值 预期目标 年度目标 预期成效 目标要求 完成目标 考核指标 指标值 成果形式 工作成效 具体目标 量化目标 目标指标 工作指标")
    private static let note = WordSet("备注 说明 进展情况 进展 完成情况 依据 政策依据 联系电话 电话 附注")
    private static let person = WordSet("责任领导 分管领导 责任人 牵头领导 市领导 区领导 县领导 联系人 负责人 包联领导")
    private static let deadline = WordSet("完成时限 完成时间 时间节点 时限 时限要求 完成期限 完成日期 进度安排 时间要求 时间进度 推进时限 计划完成时间 完成时间节点 时间")

    /// The role of a column head; nil for anything else.
    static func role(of text: LocatedText) -> Role? {
        let bracket = UnitNames.brackets(in: text.normal)
        let word = text.without(bracket).normal.filter { $0 != " " && $0 != "\n" && $0 != "：" && $0 != "*" }
        guard (1...14).contains(word.count) else { return nil }
        if serial.holds(word) { return .serial }
        if note.holds(word) { return .note }
        if person.holds(word) { return .person }
        if deadline.holds(word) { return .deadline }
        if target.holds(word) { return .target }
        switch Responsibility.part(of: word) {
        case .lead: return .lead
        case .equal: return .equal
        case .support: return .support
        case .deadline: return .deadline
        case .person: return .person
        case nil: break
        }
        if content.holds(word) { return .content }
        if section.holds(word) { return .section }
        // 渝中区具体举措, 实事内容: a content word with a name before it.
        if word.count <= 12, let length = content.lengthBefore(word.count, in: word), length >= 2 { return .content }
        return nil
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
}
