/// What a list of units looks like: 市财政局、各区县（自治县）政府，有关单位.
enum UnitNames {
    /// Ends of names of bodies.
    private static let endings = WordSet(
        """
        局 委 办 部 厅 院 署 行 股 庭 所室 车务段 工务段 机务段 电务段 供电段 中心 政府 公司 银行 单位 部门 处 科 室 站 所 队 支队 大队 总队 集团 法院 检察院 街道 镇 乡 镇街 街镇 \
        区县 县区 县市 市县 市区 园区 开发区 经开区 高新区 新区 保税区 自贸区 示范区 管委会 指挥部 专班 领导小组 小组 协会 商会 学校 医院 大学 \
        学院 机构 企业 海关 联社 工商联 总工会 团委 妇联 残联 科协 文联 社科联 侨联 分局 供电 窗口 运营商 公用企业 工委 党工委 纪委 监委 \
        党委 委员会 办公室 办事处 地方 各地 气象台 电视台 广播台 报社 事务所 服务所 法庭 社区 村 盟 旗 州 大数据局 管理处 专项组 牵头组 成员 \
        税务 公安 消防 交警 网信 各行 主体 中介 联盟 研究院 图书馆 档案馆 馆 公积金 社 会 区 县 市 组 会议 组团 \
        产业园 工业园 科技园 物流园 中支 部队 海事 邮政 烟草 电力 铁塔
        """)

    /// Names that mean several bodies, or some that are not named.
    private static let groups = WordSet("各 有关 相关 其他 全市各 全区各 全县各 全省各 市级各 区级各 县级各 省级各")
    private static let groupParts = WordSet(
        "有关部门 相关部门 有关单位 相关单位 成员单位 责任单位 各区 各县 各市 各镇 各街 各乡 各部门 各级 各单位 各相关 各有关 各牵头 有关企业 相关企业")

    /// What stands behind 等 where it leaves some unnamed: 等有关部门和单位.
    private static let others = WordSet(
        "有关 相关 各 其他 主管 职能 责任 成员 部门 单位 地区 地方 方面 机构 企业 和 及 与 省级 市级 县级 区级 省直 市直 县直 区直 省 市 县 区")

    /// Words that begin a sentence, never a name.
    private static let verbs = WordSet(
        """
        推进 推动 加强 建立 完善 落实 优化 开展 实现 组织 制定 提升 深化 加快 完成 强化 健全 探索 支持 鼓励 规范 实施 推行 构建 打造 做好 确保 积极 全面 持续 进一步 以下 \
        包括 含 不含 见 详见 即 如 例如 下同 下称 简称
        """
    )

    static func isGroup(_ name: [Unicode.Scalar]) -> Bool { groups.begins(name) || groupParts.isIn(name) }

    /// Whether the text can be the name of one body or group of bodies.
    static func isName(_ text: LocatedText) -> Bool {
        let name = withoutBrackets(text).normal
        guard name.count >= 2, name.count <= 28, !verbs.begins(name) else { return false }
        let bare = withoutQuotes(name)
        if bare.contains(where: { "，。；：“”《》%".unicodeScalars.contains($0) }) { return false }
        // 市12345热线办 holds a number; what holds a date or begins with a digit is no name.
        if let digit = name.firstIndex(where: MandateNumerals.isDigit) {
            guard digit > 0, !name.contains(where: { "年月日".unicodeScalars.contains($0) }) else { return false }
            // 幼儿园2所 says how many.
            if MandateNumerals.isDigit(name[name.count - 2]), "所处站室".unicodeScalars.contains(name[name.count - 1]) {
                return false
            }
        }
        return endsLikeName(name)
    }

    /// A name may hold one in “…”: “双随机、一公开”监管联席会议成员单位.
    private static func withoutQuotes(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let open = name.firstIndex(of: "“"), let close = name[open...].firstIndex(of: "”"), close + 2 < name.count
        else { return name }
        return Array(name[..<open] + name[(close + 1)...])
    }

    /// Whether a printed line of a cell begins another name: 市公安局 / 市交通运, but not 供电 / 公司.
    static func beginsNew(_ line: LocatedText, after last: LocatedText) -> Bool {
        // Where 、 parts names, a line end does not.
        guard isName(last), !last.normal.contains("、"), line.count > 2, line.first != "（",
            !lowerLevels.contains(last.last ?? " ") || last.count > 3
        else { return false }
        // 市住房城乡 / 建设局: an end alone is the rest of a name, as is 市人力资源和社 / 会保障局.
        if last.last == "社", line.first == "会" { return false }
        return isName(line) && (line.count >= 4 || shortNames.holds(line.normal))
            || levels.length(at: 0, in: line.normal) != nil
    }

    private static let shortNames = WordSet("团市委 团区委 团县委 团省委 市妇联 区妇联 县妇联 总工会 工商联 邮政局 税务局 气象局 消防队")

    /// Whether the end of a text is that of names of bodies.
    static func endsLikeName(_ text: [Unicode.Scalar]) -> Bool {
        endings.lengthBefore(text.count, in: text) != nil && others(than: text)
    }

    /// Words that end in the same characters as names: 执行, 全部, 一网通办.
    private static let words = WordSet(
        """
        执行 进行 施行 推行 举行 运行 先行 实行 通行 发行 可行 通办 网办 上办 承办 协办 举办 主办 督办 交办 代办 帮办 联办 快办 秒办 易办 次办 近办 \
        即办 社会 机会 全部 干部 内部 外部 查处 到处 好处 布局 格局 教室 场所 厕所 专区 片区 景区 试点县 试点区 小区
        """)

    private static func others(than text: [Unicode.Scalar]) -> Bool { words.lengthBefore(text.count, in: text) == nil }

    /// Whether a text is nothing but a list of bodies.
    static func isList(_ text: LocatedText) -> Bool {
        let items = items(of: text).map { withoutOthers($0).name }.filter { !$0.isEmpty }
        return !items.isEmpty && items.allSatisfy(isName)
    }

    /// Parts between `、`, `，`, `；`, blanks and line ends outside brackets.
    static func items(of text: LocatedText) -> [LocatedText] {
        var items: [LocatedText] = []
        var depth = 0
        var start = 0
        for index in 0...text.count {
            if index < text.count, depth == 0, isOneName(text[start..<index].trimmed, at: index, in: text) { continue }
            if index == text.count || (depth == 0 && isSeparator(at: index, in: text.normal)) {
                let item = text[start..<index]
                // 县市场监管局 陈志远: who answers for it there.
                let isPerson =
                    start > 0 && text.normal[start - 1] == " " && PersonNames.isName(item)
                    && items.last.map(isName) ?? false
                if !item.isEmpty, !isPerson { items.append(item) }
                start = index + 1
                continue
            }
            if "（〔“".unicodeScalars.contains(text.normal[index]) { depth += 1 }
            if "）〕”".unicodeScalars.contains(text.normal[index]) { depth = max(0, depth - 1) }
        }
        return items.map(\.trimmed).filter { !$0.isEmpty }.flatMap(splitAtAnd)
    }

    private static let governments = ["县", "市", "区", "旗"].flatMap { [$0 + "人民政府", $0 + "政府"] }
    private static let lowerLevels = Set("县区市镇乡街旗".unicodeScalars)

    /// 各市、县人民政府 and 各县（市）、区人民政府 are one name: a short 各市 goes with what follows.
    private static func isOneName(_ left: LocatedText, at index: Int, in text: LocatedText) -> Bool {
        let bare = left.last == "）" ? left.normal.prefix { $0 != "（" } : left.normal[...]
        guard bare.count >= 2, bare[bare.count - 2] == "各", lowerLevels.contains(bare[bare.count - 1]),
            text.normal[index] == "、", index + 1 < text.count
        else { return false }
        if left.last == "）" {
            return governments.contains { text.normal[(index + 1)...].starts(with: $0.unicodeScalars) }
                && "县市区旗".unicodeScalars.contains(bare[bare.count - 1])
        }
        return lowerLevels.contains(text.normal[index + 1])
            || text.normal[(index + 1)...].starts(with: "自治".unicodeScalars)
    }

    private static func isSeparator(at index: Int, in text: [Unicode.Scalar]) -> Bool {
        switch text[index] {
        case "、", "，", "；", "。", "\n", "/", "|": return true
        // A blank before a bracket belongs to the name.
        case " ": return index + 1 >= text.count || text[index + 1] != "（"
        default: return false
        }
    }

    private static let ands = WordSet("和 与 及 以及")
    private static let levels = WordSet("市 区 县 省 州 各 国家 有关 相关 自治区")

    /// 市A局和市B局 are two; 规划和自然资源局 is one: what follows must begin like the name of a body of its own.
    static func splitAtAnd(_ item: LocatedText) -> [LocatedText] {
        let text = item.normal
        for index in text.indices.dropFirst(2) {
            guard let length = ands.length(at: index, in: text), index + length < text.count,
                levels.length(at: index + length, in: text) != nil
                    || text[(index + length)...].prefix(4).contains("各")
            else { continue }
            let (left, right) = (item[0..<index], item[(index + length)..<item.count])
            if isName(left), isName(withoutOthers(right).name) { return [left] + splitAtAnd(right) }
        }
        return [item]
    }

    /// The name without `等部门` behind it, and whether that stood there.
    static func withoutOthers(_ item: LocatedText) -> (name: LocatedText, hasOthers: Bool) {
        let text = item.normal
        guard let start = text.lastIndex(of: "等"), text.count - start <= 12 else { return (item, false) }
        var end = start + 1
        while end < text.count {
            guard let length = others.length(at: end, in: text) else { return (item, false) }
            end += length
        }
        return (item[0..<start], true)
    }

    /// The name as it is kept: without 以下简称, 共3项 or a person in brackets; other brackets are part of it.
    static func plain(_ item: LocatedText) -> LocatedText {
        let shortened = Array("以下".unicodeScalars)
        let drops = brackets(in: item.normal).filter { range in
            let inside = item[range.dropFirst().dropLast()]
            return item.normal[range].indices.contains { item.normal[$0...].starts(with: shortened) }
                || inside.normal.contains(where: MandateNumerals.isDigit)
                    && "项条个件".unicodeScalars.contains(inside.last ?? " ")
                || PersonNames.isName(inside)
        }
        return item.without(drops).compact
    }

    /// A name without （牵头） or （配合） behind it, and what that says.
    static func role(of item: LocatedText) -> (name: LocatedText, part: Responsibility.Part?) {
        guard let bracket = brackets(in: item.normal).last, bracket.upperBound == item.count, bracket.count == 4 else {
            return (item, nil)
        }
        switch item[(bracket.lowerBound + 1)..<(bracket.upperBound - 1)].string {
        case "牵头", "主办", "主责": return (item[0..<bracket.lowerBound], .lead)
        case "配合", "协办", "参与": return (item[0..<bracket.lowerBound], .support)
        default: return (item, nil)
        }
    }

    private static func withoutBrackets(_ text: LocatedText) -> LocatedText {
        text.without(brackets(in: text.normal)).trimmed
    }

    /// Outermost pairs of brackets; one that is not closed reaches to the end.
    static func brackets(in text: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var depth = 0
        var start = 0
        for (index, scalar) in text.enumerated() {
            if scalar == "（" || scalar == "〔" {
                if depth == 0 { start = index }
                depth += 1
            } else if scalar == "）" || scalar == "〕", depth > 0 {
                depth -= 1
                if depth == 0 { found.append(start..<index + 1) }
            }
        }
        if depth > 0 { found.append(start..<text.count) }
        return found
    }
}
