/// Who answers for a task, as one passage of the text says it: the bracket at its end, lines that begin with a role, a
/// cell of a table.
struct Responsibility {
    var lead: [MandateLedger.Unit] = []
    /// Responsible without being called lead or support.
    var equal: [MandateLedger.Unit] = []
    var support: [MandateLedger.Unit] = []
    /// What stands after 完成时限：.
    var deadlines: [LocatedText] = []
    /// By when the stage ends that a heading above names; it holds beside days of the task's own.
    var stages: [LocatedText] = []
    /// Whether 等部门 leaves some unnamed.
    var hasOthers = false

    var isEmpty: Bool { lead.isEmpty && equal.isEmpty && support.isEmpty }

    mutating func add(_ other: Responsibility) {
        for unit in other.lead { append(unit, as: .lead) }
        for unit in other.equal { append(unit, as: .equal) }
        for unit in other.support { append(unit, as: .support) }
        deadlines += other.deadlines
        hasOthers = hasOthers || other.hasOthers
    }

    /// What the headings above say, where the task itself says nothing of it.
    ///
    /// - Parameter hasDay: whether the text names a day of its own.
    mutating func inherit(_ above: Responsibility, hasDay: Bool) {
        if lead.isEmpty, equal.isEmpty {
            lead = above.lead
            equal = above.equal
            hasOthers = hasOthers || above.hasOthers
            for unit in above.support { append(unit, as: .support) }
        }
        if !hasDay, !deadlines.contains(where: DeadlinePhrase.hasDay) { deadlines += above.deadlines }
        deadlines += above.stages
    }

    enum Part { case lead, equal, support, deadline, person }

    // MARK: Finding

    /// What was found in a paragraph, and which parts of the paragraph said it.
    struct Found {
        var responsibility = Responsibility()
        var ranges: [Range<Int>] = []
        var isUnclosed = false
    }

    /// Reads the brackets of a paragraph that name units, and roles at the start of a sentence.
    static func find(in text: LocatedText) -> Found {
        var found = Found()
        let scalars = text.normal
        if let role = role(at: 0, in: scalars), role.part != .person || scalars.count < 60 {
            found.responsibility = read(text)
            found.ranges = [0..<text.count]
            return found
        }
        for range in UnitNames.brackets(in: scalars) {
            let isClosed = [")", "）", "〕"].contains(scalars[range.upperBound - 1]) && range.count > 2
            let inside = range.lowerBound + 1..<(isClosed ? range.upperBound - 1 : range.upperBound)
            guard inside.count >= 2 else { continue }
            let body = text[inside]
            let isTail = range.upperBound >= scalars.count - 1
            let next = range.upperBound < scalars.count ? scalars[range.upperBound] : "。"
            guard
                isResponsibility(
                    body, isTail: isTail, endsClause: "。；，".unicodeScalars.contains(next),
                    before: scalars[..<range.lowerBound])
            else { continue }
            found.responsibility.add(read(body))
            found.ranges.append(range)
            if !isClosed { found.isUnclosed = true }
        }
        if found.ranges.isEmpty, let dash = dashed(text) {
            found.responsibility = read(text[(dash + 2)..<text.count])
            found.ranges = [dash..<text.count]
        }
        if found.ranges.isEmpty, let start = bareRole(in: scalars) {
            var end = text.count
            if scalars[end - 1] == "）" { end -= 1 }
            found.responsibility = read(text[start..<end])
            found.ranges = [start..<text.count]
        }
        if found.responsibility.isEmpty, let closing = ClosingSentence.find(in: text) {
            found.responsibility.add(closing.responsibility)
            found.ranges.append(closing.range)
        }
        return found
    }

    /// …。——市数据局牵头: a dash in place of the bracket.
    private static func dashed(_ text: LocatedText) -> Int? {
        let dash: [Unicode.Scalar] = ["—", "—"]
        guard text.count > 8, text.count < 4000,
            let start = text.normal.indices.dropLast(4).last(where: { text.normal[$0...].starts(with: dash) }),
            start > 2
        else { return nil }
        let body = text[(start + 2)..<text.count].trimmedMarks
        let isNamed = isResponsibility(body, isTail: true, endsClause: true, before: text.normal[..<start])
        return isNamed ? start : nil
    }

    private static func isResponsibility(
        _ body: LocatedText, isTail: Bool, endsClause: Bool, before: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        if let role = role(at: 0, in: body.normal) { return role.part != .person || body.count < 60 }
        let follows = before.last.map { "。；！”".unicodeScalars.contains($0) } ?? true
        guard isTail || follows || endsClause else { return false }
        let items = UnitNames.items(of: body)
        let hasVerb = items.contains { item in
            guard let verb = verb(of: item) else { return false }
            let name = UnitNames.withoutOthers(item[0..<(item.count - verb.length)]).name
            if name.isEmpty { return items.contains(where: UnitNames.isName) }
            // Beside a name that is known, one that is not may be another: 市交通运输局、铁路车站负责.
            let isShort = (3...14).contains(name.count) && name.normal.allSatisfy(MandateNumerals.isHan)
            return UnitNames.isName(withoutBy(name)) || isTail && isShort && items.contains(where: UnitNames.isName)
        }
        if hasVerb { return true }
        guard isTail, follows else { return false }
        // （9月底前完成） names nobody, and is no part of what is to be done either.
        let names = items.filter { !DeadlinePhrase.isDeadline($0) }
        return !items.isEmpty && names.allSatisfy { UnitNames.isName(UnitNames.withoutOthers($0).name) }
    }

    /// A role that begins the last sentence without a bracket: …。责任单位：市财政局.
    private static func bareRole(in text: [Unicode.Scalar]) -> Int? {
        text.indices.dropFirst().first { index in
            let before = text[index - 1]
            guard before == "。" || before == "；" || before == " " || before == "\n" else { return false }
            guard let role = role(at: index, in: text) else { return false }
            if role.part != .person { return true }
            // 牵头领导：…；主办单位：…: a person first, units behind.
            return text.indices[(index + 1)...].prefix(40).contains { next in
                "；，".unicodeScalars.contains(text[next - 1])
                    && self.role(at: next, in: text).map { $0.part != .person && $0.part != .deadline } ?? false
            }
        }
    }

    // MARK: Roles

    private static let roleEnds = WordSet(
        """
        单位 部门 处室 科室 主体 领导 分工 时限 时间 节点 期限 责任人 联系人 负责人 牵头 配合 负责 责任 协办 主办 机构 完成日期 日期 主责 协同 协作 协助 \
        承办 会办 参加 参与 督办人 提案者
        """)
    private static let fullRoles = WordSet("牵头单位 责任单位 配合单位 牵头部门 责任部门 配合部门 主办单位 协办单位 完成时限 完成时间 参与单位 实施单位")
    private static let leadWords = WordSet("牵头 主办 主责 主管")
    private static let supportWords = WordSet("配合 协办 参与 参加 支持 协同 协助 协作 会办 指导 督导")
    private static let bodyWords = WordSet("单位 部门")
    private static let deadlineWords = WordSet("时限 时间 节点 期限 日期")
    private static let personWords = WordSet("领导 责任人 联系人 负责人 督办人 提案者 联络员")
    private static let equalWords = WordSet("责任 实施 承办 落实 负责 分工 执行 承诺 整改 办理 治理 承接 认领 兑现 完成单位 推进单位")

    /// A role word with its colon (`责任单位：`); its length includes the colon.
    static func role(at index: Int, in text: [Unicode.Scalar]) -> (part: Part, length: Int)? {
        guard index < text.count, text[index] != "（" else { return nil }
        let window = text[index...].prefix(14)
        if text[index] == "〔" {
            // 【牵头单位】市财政局
            guard let close = window.firstIndex(of: "〕"), let part = part(of: Array(window[(index + 1)..<close])) else {
                return nil
            }
            let hasColon = close + 1 < text.count && text[close + 1] == "："
            return (part, close - index + (hasColon ? 2 : 1))
        }
        if let colon = window.firstIndex(of: "："), colon - index >= 2 {
            let head = window[index..<colon]
            // 责任单位（人）： but not 建设平台（牵头单位：.
            let isBalanced = head.count { $0 == "（" } == head.count { $0 == "）" }
            guard isBalanced, !head.contains(where: { "。，；、 ".unicodeScalars.contains($0) }) else { return nil }
            let word = head.filter { $0 != " " && $0 != "（" && $0 != "）" }
            if let part = part(of: Array(word)) { return (part, colon - index + 1) }
        }
        // 牵头单位 市财政局, 责任单位为市财政局: a blank or 为 in place of the colon.
        guard let blank = window.firstIndex(where: { " 为是".unicodeScalars.contains($0) }), blank - index >= 4,
            blank - index <= 6,
            fullRoles.holds(Array(window[index..<blank])), let part = part(of: Array(window[index..<blank]))
        else { return nil }
        return (part, blank - index + 1)
    }

    /// What a role word or the head of a column means; nil when it is none.
    static func part(of word: [Unicode.Scalar]) -> Part? {
        guard word.count <= 10, roleEnds.lengthBefore(word.count, in: word) != nil else { return nil }
        // 责任单位及完成时限 holds both; what is a day is seen in the list.
        if deadlineWords.isIn(word), !bodyWords.isIn(word) { return .deadline }
        if personWords.isIn(word) { return .person }
        if leadWords.isIn(word) { return .lead }
        if supportWords.isIn(word) { return .support }
        return equalWords.isIn(word) ? .equal : nil
    }

    /// What the head of a column means that names bodies of some kind: 责任站所, 配合村（社区）.
    static func columnPart(of word: [Unicode.Scalar]) -> Part? {
        if let part = part(of: word) { return part }
        guard word.count <= 8, !columnRests.isIn(word) else { return nil }
        // 联办部门: bodies of some kind; beside a lead they support.
        let isBody = word.count >= 4 && bodyEnds.lengthBefore(word.count, in: word) != nil
        guard columnWords.begins(word) || isBody else { return nil }
        if leadWords.begins(word) { return .lead }
        return supportWords.begins(word) ? .support : .equal
    }

    private static let bodyEnds = WordSet("单位 部门 处室 科室 站所 机构")
    private static let columnWords = WordSet("牵头 主办 主责 责任 承办 配合 协办 协同 参与 参加 领题 领办")
    private static let columnRests = WordSet(
        "目标 措施 内容 事项 任务 要求 时 期 领导 人 金 落实 追究 清单 状 填报 受益 被 服务 检查 建设")

    // MARK: Reading

    /// Reads `牵头单位：…；配合单位：…`, `市A局牵头，市B局配合` or a plain list.
    static func read(_ body: LocatedText) -> Responsibility {
        var result = Responsibility()
        var starts: [(index: Int, part: Part, length: Int)] = []
        var index = 0
        while index < body.count {
            // 牵头单位：区数据局配合单位：…: lines of a narrow cell run together.
            let isWhole = fullRoles.length(at: index, in: body.normal).map {
                index + $0 < body.count && body.normal[index + $0] == "："
            }
            let canBegin =
                index == 0 || "；，。 、/\n".unicodeScalars.contains(body.normal[index - 1]) || isWhole == true
            if canBegin, let role = role(at: index, in: body.normal) {
                starts.append((index, role.part, role.length))
                index += role.length
            } else {
                index += 1
            }
        }
        if let first = starts.first, first.index > 0 { result.read(list: body[0..<first.index], part: .equal) }
        if starts.isEmpty { result.read(list: body, part: .equal) }
        for (order, start) in starts.enumerated() {
            let end = order + 1 < starts.count ? starts[order + 1].index : body.count
            result.read(list: body[(start.index + start.length)..<end], part: start.part)
        }
        return result
    }

    /// What is done (负责), and how it is said (按职责分工): a verb is a run of both, with one of the first at least.
    private static let acts = WordSet(
        "牵头 主办 主责 负责 落实 实施 承办 承担 推进 执行 完成 配合 协同 协助 协作 参与 参加 协办 支持 会办 指导 督导 办理 组织 各负其责")
    private static let manners = WordSet(
        "按 按照 依 依据 依职责 根据 各自 职责 职能 职权 分工 职责范围 范围 分别 共同 具体 组织 工作 抓好 做好 总 统筹 协调 全面 进行")

    /// The verb that ends an item: 市财政局牵头负责, 市财政局按各自职责分工落实.
    static func verb(of item: LocatedText) -> (part: Part, length: Int)? {
        var end = item.count
        var hasAct = false
        while end > 0 {
            if let length = acts.lengthBefore(end, in: item.normal) {
                end -= length
                hasAct = true
            } else if let length = manners.lengthBefore(end, in: item.normal), hasAct || length > 2 {
                end -= length
            } else {
                break
            }
        }
        guard hasAct else { return nil }
        let word = Array(item.normal[end...])
        if leadWords.isIn(word) { return (.lead, word.count) }
        return (supportWords.isIn(word) ? .support : .equal, word.count)
    }

    static func withoutBy(_ item: LocatedText) -> LocatedText {
        guard item.first == "由" else { return item }
        return item[1..<item.count]
    }

    /// 会同市财政局: what stands behind 会同 supports.
    static func withoutTogether(_ item: LocatedText) -> (name: LocatedText, isSupport: Bool) {
        guard item.normal.starts(with: "会同".unicodeScalars), item.count > 4 else { return (item, false) }
        return (item[2..<item.count], true)
    }

    private static let persons = WordSet("分管领导 包保领导 牵头领导 责任领导 包抓领导 责任人 联系人 联络员 负责人 分管负责同志")

    /// 分管领导为副镇长刘长贵: who looks after it, no body.
    static func namesPerson(_ item: LocatedText) -> Bool { persons.begins(item.normal) }

    private static let asides = WordSet("下同 以下同 以下简称 下称 排名不分先后")

    /// One list: names wait until a verb behind them says what they do.
    mutating func read(list: LocatedText, part: Part) {
        guard part != .person else { return }
        guard part != .deadline else {
            let text = list.trimmedMarks
            if !text.isEmpty { deadlines.append(text) }
            return
        }
        var waiting: [LocatedText] = []
        for item in UnitNames.items(of: list.trimmedMarks) {
            if DeadlinePhrase.isDeadline(item) {
                deadlines.append(item)
                continue
            }
            if Responsibility.namesPerson(item) { continue }
            if !UnitNames.isName(item), Responsibility.verb(of: item) == nil, DeadlinePhrase.hasDay(item) {
                deadlines.append(item)
                continue
            }
            // 列首位者为牵头单位，下同 speaks of the list.
            if PageMarks.namesFirstAsLead(item.normal) || Responsibility.asides.begins(item.normal) {
                continue
            }
            guard let verb = Responsibility.verb(of: item) else {
                waiting.append(item)
                continue
            }
            let rest = item[0..<(item.count - verb.length)]
            if !rest.isEmpty { waiting.append(rest) }
            keep(waiting, as: verb.part == .equal ? part : verb.part)
            waiting = []
        }
        keep(waiting, as: part)
    }

    private mutating func keep(_ items: [LocatedText], as part: Part) {
        var isTogether = false
        for item in items {
            let (item, isSupport) = Responsibility.withoutTogether(item)
            isTogether = isTogether || isSupport
            let (name, hasMore) = UnitNames.withoutOthers(Responsibility.withoutBy(item))
            if hasMore { hasOthers = true }
            let together = Responsibility.splitTogether(name)
            let names = together.enumerated().flatMap { order, name in UnitNames.splitAtAnd(name).map { (order, $0) } }
            for (order, name) in names {
                // 镇生态环境办（牵头）、镇综合执法队: the bracket says which of them leads, so that the others support.
                let (called, role) = UnitNames.role(of: name)
                let plain = UnitNames.plain(called).trimmed
                guard plain.count >= 2, let passage = plain.passage else { continue }
                if role == .lead, part == .equal {
                    append(
                        MandateLedger.Unit(
                            name: plain.printedString, isGroup: UnitNames.isGroup(plain.normal), passage: passage),
                        as: .lead)
                    isTogether = true
                    continue
                }
                let unit = MandateLedger.Unit(
                    name: plain.printedString, isGroup: UnitNames.isGroup(plain.normal), passage: passage)
                append(unit, as: (order > 0 || isTogether) && part != .lead ? .support : part)
            }
            isTogether = isTogether || together.count > 1
        }
    }

    /// 市A局会同市B局、市C局: those behind 会同 support.
    private static func splitTogether(_ name: LocatedText) -> [LocatedText] {
        let word = Array("会同".unicodeScalars)
        guard let place = name.normal.indices.first(where: { $0 > 1 && name.normal[$0...].starts(with: word) })
        else { return [name] }
        return [name[0..<place], name[(place + 2)..<name.count]]
    }

    private mutating func append(_ unit: MandateLedger.Unit, as part: Part) {
        switch part {
        case .lead: if !lead.contains(where: { $0.name == unit.name }) { lead.append(unit) }
        case .support: if !support.contains(where: { $0.name == unit.name }) { support.append(unit) }
        default: if !equal.contains(where: { $0.name == unit.name }) { equal.append(unit) }
        }
    }
}

extension LocatedText {
    /// Without blanks and marks at both ends.
    var trimmedMarks: LocatedText {
        let marks = Set(" ；，。、：\n".unicodeScalars)
        var from = 0
        var to = count
        while from < to, marks.contains(normal[from]) { from += 1 }
        while to > from, marks.contains(normal[to - 1]) { to -= 1 }
        return self[from..<to]
    }
}
