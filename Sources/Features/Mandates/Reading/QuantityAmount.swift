import Values

/// Whether the place of a figure in its clause asks for so many: 新建5个, 整改户厕2186户, 3个县区通过评估.
extension Quantities {
    static let achievements = WordSet(
        """
        建成 建站 建设 新建 打造 培育 完成 开展 组织 举办 推出 实现 推动 推进 梳理 编制 发布 引进 设立 开设 布设 上线 集成 归集 纳入 覆盖 改造 遴选 选取 创建 推广 接入 汇聚 提供 公布 \
        制定 出台 落地 打通 取消 清理 下放 办理 开通 设置 配备 选派 培训 整合 认定 评选 新设 布局 建立 进行 配置 招引 引育 孵化 开发 新开 开行 落实 实施 储备 筹集 新改建 扩建 \
        改建 提质 形成 推行 发放 投放 签约 修订 征集 支持 帮扶 选树 命名 拓展 增设 再推 增开 开放 争取 孵育 走访 检查 抽查 采集 对接 检测 承接 更新 升级 购置 召开 举行 安装 \
        增配 签订 加工 受理 办结 入驻 服务企业 服务群众 惠及 配套 加装 加建 修建 体检 修复 绿化 植树 创办 关停 关闭 撤销 归并 整治 治理 化解 交易 淘汰 退出 督促 整改 资助 招聘 \
        招录 引入 补充 聘请 核查 排查 搬迁 拆除 查处 破获 评定 树立 表彰 轮训 新增 成立 组建 铺设 疏浚 种植 养护 转化 技改 解决 脱贫 安置 救助 建造 布置 植入 竣工 开工 \
        投产 创成 挂牌 申报 获批 攻克 研发 试点 管理 取得 获得 考取 处置 腾退 收储 供应 出让 盘活 施划 抽取 抽检 招募 劝阻 补充 清偿 帮助 关停 封堵 提升 新购置 聘用 埋设 检修 维修 腾出 购买 清淤 清运 \
        复绿 补植 兴建 续建 复垦 收回 发展 新植 补种 联系 结对 慰问 选聘 增聘 栽植 扶持 再就业 举行 储存 投运 建档 采购 布放 打击 收缴 侦破 印制 印发 张贴 辅导 引导 吸纳 转移 移交 销号 新招 新购
        """)

    /// Whether a verb of making or gaining stands at a place.
    static func beginsDoing(at index: Int, in text: [Unicode.Scalar]) -> Bool {
        achievements.length(at: index, in: text) != nil || gains.length(at: index, in: text) != nil
    }

    private static let countable: Set<String> = [
        "家", "个", "项", "件", "条", "处", "所", "场", "场次", "次", "期", "座", "类", "种", "批", "名", "套", "门", "户", "例", "宗",
    ]

    private static let modifiers = WordSet("全部 首批 剩余 余下 其余 累计 再 共 总计 合计 首个 新 另 年内 全年 力争 约 近")
    private static let gains = WordSet("新增 增加 净增")
    private static let losses = WordSet("压减 减少 精简 削减 压缩 核减 调减")
    private static let makes = WordSet("推出 打造 建成 新建 新增 完成 上线 建设 培育 开展 实现 发布 集成")
    /// Words of what is there already, or of what something is made up of.
    private static let states = WordSet("已 现有 原有 目前 截至 上年 去年 分为 划分 涉及 包括 包含 共有 设有 基础上 依据 按照 对照 位于")
    /// Before the object of these the clause says for whom or where.
    private static let scopes = WordSet("对 在 以来 以此 按 从 于 围绕 针对 面向 依托 的 等 每 各 含 分 为")
    private static let hopes = WordSet("确保 力争 保证 推动 实现 全市 全区 全县 全省 全州 全盟")
    private static let results = WordSet("达到 实现 退出 脱贫 通过 建成 创成 完成 竣工 投产 投用 开工 上线 启用 进入 纳入 接入 获评 入选 获批 脱贫 摘帽 达标")
    private static let money = WordSet(
        """
        清偿 清理欠 补充 采购 发放 投放 投资 筹集 争取 兑现 到位 引进 引资 融资 资金 落实 盘活 清退 退还 \
        收取 清收 收缴 追缴 追回 挽回 签约 完成 总额 总值 收入 减负 减税 降费 节约 贷款 授信 销售额 交易额 产值
        """)
    /// What says how large something is.
    private static let sizes = WordSet("占地 占比 占全 占总 面积")
    private static let savings = WordSet("降低 减少")
    private static let services = WordSet("提供 更换 安装 发放 配备 办理 开展 解决 改造 配送")
    private static let gifts = WordSet("奖励 补助 补贴 给予 每 最高 单笔 单户 奖补")

    /// The effect of the clause on a figure without words of comparison; nil where none asks for it.
    func amount(of figure: Figure) -> MandateLedger.Comparator? {
        if figure.isChinese, figure.low <= Decimal(1) || !Quantities.countable.contains(figure.unit) { return nil }
        if Quantities.timeUnits.contains(figure.unit) { return nil }
        let before = Array(text[plainStart(figure.start)..<figure.start])
        if Quantities.states.isIn(before) { return nil }
        if before.last == "等" { return listVerb(figure) ? .equal : nil }
        if figure.unit.hasSuffix("元") { return sum(figure, before) }
        let start = figure.start - (Quantities.modifiers.lengthBefore(figure.start, in: text) ?? 0)
        // 完成两批认定: turns, not things.
        if figure.isChinese, figure.unit == "批" { return nil }
        // 完成四类对象危房改造1350户: the first only says which.
        if figure.isChinese,
            (figure.end..<clauseEnd(figure.end)).contains(where: { MandateNumerals.isDigit(text[$0]) })
        {
            return nil
        }
        // 新增工业用地供应1200亩: how much more.
        if Quantities.gains.begins(unmasked(before, end: figure.start)), endsClause(figure) { return .increaseBy }
        if has("建", at: start - 1) || Quantities.achievements.lengthBefore(start, in: text) != nil {
            return Quantities.sizeUnits.contains(figure.unit) && !endsObject(figure) ? nil : .equal
        }
        if figure.isChinese { return nil }
        // A range at the end of a clause is asked for: 每村1至2名.
        if figure.high != nil, endsClause(figure) { return .equal }
        return behindNoun(figure, before) ?? beforeNoun(figure, before)
    }

    /// Money counts where it is to be spent or brought in, not where a rule says what is given to each.
    private func sum(_ figure: Figure, _ before: [Unicode.Scalar]) -> MandateLedger.Comparator? {
        guard endsClause(figure), !Quantities.gifts.isIn(before) else { return nil }
        if Quantities.gains.isIn(before) { return .increaseBy }
        if Quantities.savings.isIn(before) { return .reduceBy }
        return Quantities.money.isIn(before) ? .equal : nil
    }

    /// 改造提升1.2万亩, 新改建农村公路85公里: sizes count at the end of a clause.
    private func endsObject(_ figure: Figure) -> Bool { endsClause(figure) || figure.after != nil }

    /// The figure ends its clause, and what is counted stands before it: 整改问题户厕2186户.
    private func behindNoun(_ figure: Figure, _ before: [Unicode.Scalar]) -> MandateLedger.Comparator? {
        guard endsClause(figure) else { return nil }
        let window = Array(before.suffix(26))
        if window.contains("每"), "次场期".unicodeScalars.contains(figure.unit.unicodeScalars.first ?? " ") {
            return .equal
        }
        guard !window.contains("每") || window.first == "每" else { return nil }
        // 在…等领域推出“一件事”40个: the verb stands behind what says where; 接入水利等系统30个: it begins the clause.
        if let mark = window.lastIndex(where: { $0 == "等" || $0 == "对" }) {
            let clause = unmasked(before, end: figure.start)
            let isMade =
                Quantities.achievements.isIn(Array(window[mark...]))
                || window[mark] == "等"
                    && (Quantities.achievements.begins(clause) || Quantities.achievements.begins(before))
            guard isMade else { return nil }
            return Quantities.gains.isIn(window) ? .increaseBy : .equal
        }
        if Quantities.gains.isIn(window) { return .increaseBy }
        if Quantities.losses.isIn(window) { return .reduceBy }
        if Quantities.achievements.isIn(window) {
            // 的 before the verb belongs to what else the clause says.
            guard let of = window.lastIndex(of: "的") else { return .equal }
            // 为边远牧户的住房安装设备420台: for whom, then what is done.
            let isFor = before.first.map { "为向给".unicodeScalars.contains($0) } ?? false
            return Quantities.achievements.isIn(Array(isFor ? window[of...] : window[..<of])) ? .equal : nil
        }
        // 每万人拥有…15个 measures; elsewhere 每 says for whom.
        let rest = window.first == "每" ? Array(window.dropFirst()) : window
        // 建成公园40个，绿道65公里: the verb stands in the clause before.
        if (2...3).contains(window.count), found.last?.range.upperBound == figure.start - window.count - 1,
            found.last?.comparator == .equal, !Quantities.scopes.isIn(window)
        {
            return .equal
        }
        let isPlain =
            window.count >= 4 && !Quantities.scopes.isIn(rest) && !Quantities.sizes.isIn(window)
        // People and households are mostly there already.
        let isPeople = ["人", "人次", "户"].contains(figure.unit) && !LocatedText.string(window).hasPrefix("其中")
        return isPlain && !isPeople ? .equal : nil
    }

    /// 压减报送资料20%: the verb of change begins the clause, and no rate stands behind it.
    func change(of figure: Figure) -> MandateLedger.Comparator? {
        let before = Array(text[plainStart(figure.start)..<figure.start])
        guard before.count <= 14, endsClause(figure), !before.contains(where: { "率比到至".unicodeScalars.contains($0) })
        else {
            return nil
        }
        if Quantities.losses.begins(before) || Quantities.savings.begins(before) { return .reduceBy }
        return Quantities.gains.begins(before) ? .increaseBy : nil
    }

    /// What is counted follows: 3个县区通过评估; 其中2个以上….
    private func beforeNoun(_ figure: Figure, _ before: [Unicode.Scalar]) -> MandateLedger.Comparator? {
        guard !endsClause(figure), !Quantities.sizeUnits.contains(figure.unit) else { return nil }
        let lead = unmasked(before, end: figure.start)
        if lead.last == "为", lead.count <= 3 {
            return Quantities.services.isIn(Array(text[figure.end..<clauseEnd(figure.end)])) ? .equal : nil
        }
        guard Quantities.countable.contains(figure.unit) || figure.unit == "人" else { return nil }
        if figure.after != nil, LocatedText.string(lead).hasSuffix("其中") { return .equal }
        guard lead.isEmpty || Quantities.hopes.holds(lead) else { return nil }
        let rest = Array(text[figure.end..<clauseEnd(figure.end)])
        // 20户以上自然村通畅率达到92%: which ones; the figure to be reached comes later.
        if WordSet.all.isIn(rest) || rest.contains(where: MandateNumerals.isDigit) { return nil }
        return Quantities.results.isIn(rest) ? .equal : nil
    }

    /// The clause before a figure without deadlines that open it.
    private func unmasked(_ before: [Unicode.Scalar], end: Int) -> [Unicode.Scalar] {
        let start = end - before.count
        let last = masked.filter { $0.lowerBound < end && $0.upperBound > start }.map(\.upperBound).max() ?? start
        return Array(text[min(max(start, last), end)..<end])
    }

    /// 推出“甲”“乙”等12个: the clause begins with a verb of making, so that the list is what is to be made.
    func listVerb(_ figure: Figure) -> Bool {
        let clause = plainStart(figure.start)
        // Before the verb may stand by when: 5月底前实现….
        return (clause..<min(clause + 12, figure.start)).contains { Quantities.makes.length(at: $0, in: text) != nil }
    }

    /// Whether a figure that was not taken may still be meant: so many things, not said of what is there or for whom.
    func isUnsure(_ figure: Figure) -> Bool {
        guard !figure.isChinese, !figure.isScope, !Quantities.timeUnits.contains(figure.unit),
            !Quantities.sizeUnits.contains(figure.unit), !Quantities.shares.contains(figure.unit)
        else { return false }
        let clause = Array(text[plainStart(figure.start)..<figure.start])
        if let last = clause.last, "等第每这该上本首其前后".unicodeScalars.contains(last) { return false }
        return !isBaseline(figure) && !Quantities.states.isIn(clause)
    }
}

extension WordSet {
    /// Words that say of all what is said.
    fileprivate static let all = WordSet("全部 均达 均实现 均已 均为 都 全面 一律 逐")
}
