import Values

/// Finds figures that are to be reached, and leaves alone those that only describe.
///
/// Precision goes first: a figure without a word of comparison counts only as a share, or where a verb of achievement
/// asks for so many things.
struct Quantities {
    struct Found {
        let range: Range<Int>
        /// Where the clause says what is counted.
        let what: Range<Int>
        let comparator: MandateLedger.Comparator
        let value: Decimal
        let unit: String
        let baseline: Decimal?
        let isSoft: Bool
    }

    let text: [Unicode.Scalar]
    let masked: [Range<Int>]

    /// - Parameter masked: dates, deadlines, titles, and units in brackets.
    init(_ text: [Unicode.Scalar], masked: [Range<Int>]) {
        self.text = text
        self.masked = masked
    }

    /// 分别达到99%、95%: the second figure is asked for like the first.
    private func goesOn(_ figure: Figure, after last: Found) -> Bool {
        figure.unit == last.unit && figure.after == nil && figure.start == last.range.upperBound + 1
            && text[last.range.upperBound] == "、"
    }

    func all() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < text.count {
            if let mask = masked.first(where: { $0.contains(index) }) {
                index = mask.upperBound
                continue
            }
            if "翻减一".unicodeScalars.contains(text[index]), let special = special(at: index) {
                found.append(special)
                index = special.range.upperBound
                continue
            }
            guard let figure = figure(at: index) else {
                index += 1
                continue
            }
            if let last = found.last, goesOn(figure, after: last) {
                found.append(
                    Found(
                        range: figure.start..<figure.end, what: last.what, comparator: last.comparator,
                        value: figure.low,
                        unit: figure.unit, baseline: nil, isSoft: last.isSoft))
            } else {
                found += targets(of: figure)
            }
            index = figure.end
        }
        return found
    }

    // MARK: What is asked of it

    private static let comparisons: [(WordSet, MandateLedger.Comparator)] = [
        (
            WordSet(
                """
                ≥ ≧ >= 不少于 不低于 不小于 至少 最少 达到 达 达到了 提高到 提高至 提升到 提升至 增加到 增加至 增至 增长到 增长至 扩大到 扩大至 扩展到 扩展至 拓展到 \
                拓展至 上升到 上升至 扩容至 提至 升至 确保达到 扩充到 扩充至 扩增到 扩增至 延伸到 延伸至 充实到 补充到 覆盖到 增设到 拓宽到 力争达到 累计达到 稳定达到
                """
            ), .atLeast
        ),
        (
            WordSet(
                """
                ≤ ≦ <= 不超过 不高于 不多于 不大于 不得超过 不得高于 控制在 压缩至 压缩到 压缩为 压减至 压减到 压减为 缩短至 缩短到 缩短为 缩减至 缩减到 缩减为 降低到 \
                降低至 降至 降到 减至 减到 减少到 减少至 减少为 下降到 下降至 精简至 精简到 精简为 压降至 压降到 压至 限定在 最多 最高 最长 至多 控制到 压缩在 缩至
                """
            ), .atMost
        ),
        (WordSet("> 超过 突破 高于 多于 大于 超"), .more),
        (WordSet("< 低于 少于 小于 不满 不足"), .less),
        (WordSet("保持在 稳定在 维持在 保持 实现 为 是"), .equal),
    ]
    static let reduces = WordSet(
        "压缩 压减 减少 降低 下降 精简 缩短 缩减 削减 减 降 压降 再压缩 再压减 再精简 再减少 减免 提速 平均减少 平均压缩 平均缩短 缩短了")
    private static let increases = WordSet("增长 提高 提升 增加 新增 扩大 上升 年均增长 增 增幅 增速 递增")
    private static let softeners = WordSet("约 近 大约 接近 将近 力争 力争达 争取 原则上")
    private static let fillers = WordSet("了 再 各 均 都 在 到 至 达 达到 约 近 力争 至少 不少于 不低于 超过 不超过 约为 为 分别 累计 平均 总体 比例 幅度")

    private func targets(of figure: Figure) -> [Found] {
        guard !isDescriptive(figure) else { return [] }
        let asked = asked(before: figure.start)
        guard let comparator = comparator(of: figure, asked: asked) else { return [] }
        let start = asked.start
        let clause = clauseStart(start)
        let range = start..<figure.end
        let isSoft = asked.isSoft || figure.isAbout
        let baseline = baseline(before: start, unit: figure.unit)
        func found(_ comparator: MandateLedger.Comparator, _ value: Decimal) -> Found {
            Found(
                range: range, what: clause..<start, comparator: comparator, value: value, unit: figure.unit,
                baseline: baseline, isSoft: isSoft)
        }
        guard let high = figure.high else { return [found(comparator, figure.low)] }
        switch comparator {
        case .atMost, .less: return [found(comparator, high)]
        case .reduceBy, .increaseBy: return [found(comparator, figure.low)]
        default: return [found(.atLeast, figure.low), found(.atMost, high)]
        }
    }

    private struct Asked {
        var start: Int
        var comparator: MandateLedger.Comparator?
        var effect: MandateLedger.Comparator?
        var isSoft = false
    }

    /// Words of comparison and effect before a figure, from its side outwards.
    private func asked(before index: Int) -> Asked {
        var asked = Asked(start: index)
        for _ in 0..<4 {
            let end = asked.start
            if let (comparator, length) = comparison(endingAt: end), asked.comparator == nil {
                asked.comparator = comparator
                asked.start = end - length
            } else if let length = Quantities.softeners.lengthBefore(end, in: text) {
                asked.isSoft = asked.isSoft || !["各", "原"].contains(text[end - length])
                asked.start = end - length
            } else if asked.effect == nil, let length = Quantities.reduces.lengthBefore(end, in: text) {
                asked.effect = .reduceBy
                asked.start = end - length
            } else if asked.effect == nil, let length = Quantities.increases.lengthBefore(end, in: text) {
                asked.effect = .increaseBy
                asked.start = end - length
            } else if let length = Quantities.fillers.lengthBefore(end, in: text), end > length {
                // Only where a word that counts stands behind it.
                let next = end - length
                guard hasWord(endingAt: next) else { break }
                asked.start = next
            } else {
                break
            }
        }
        if asked.comparator == nil, asked.effect == nil, index > 0, text[index - 1] == "的",
            let (start, comparator) = comparisonBeforeNoun(index)
        {
            asked.comparator = comparator
            asked.start = start
        }
        if asked.comparator == nil, asked.effect == nil, let (start, comparator) = comparisonBeforeVerb(index) {
            asked.comparator = comparator
            asked.start = start
        }
        return asked
    }

    /// 不低于最低价标准的70%: the comparison stands before what the share is taken of.
    private func comparisonBeforeNoun(_ index: Int) -> (start: Int, comparator: MandateLedger.Comparator)? {
        let words: [(String, MandateLedger.Comparator)] = [
            ("不低于", .atLeast), ("不少于", .atLeast), ("不高于", .atMost), ("不超过", .atMost),
        ]
        for start in stride(from: index - 3, through: max(clauseStart(index), index - 18), by: -1) {
            for (word, comparator) in words where has(word, at: start) { return (start, comparator) }
        }
        return nil
    }

    /// 至少检查2次: the comparison stands before the verb.
    private func comparisonBeforeVerb(_ index: Int) -> (start: Int, comparator: MandateLedger.Comparator)? {
        for start in stride(from: index - 3, through: max(0, index - 8), by: -1) {
            for (word, comparator) in [("至少", MandateLedger.Comparator.atLeast), ("最多", .atMost), ("不少于", .atLeast)]
            where has(word, at: start) {
                let between = text[(start + word.unicodeScalars.count)..<index]
                let isPlain = between.allSatisfy { MandateNumerals.isHan($0) && !MandateNumerals.isChinese($0) }
                return isPlain ? (start, comparator) : nil
            }
        }
        return nil
    }

    private func hasWord(endingAt end: Int) -> Bool {
        comparison(endingAt: end) != nil || Quantities.reduces.lengthBefore(end, in: text) != nil
            || Quantities.increases.lengthBefore(end, in: text) != nil
    }

    func comparison(endingAt end: Int) -> (MandateLedger.Comparator, Int)? {
        let found = Quantities.comparisons.compactMap { words, comparator in
            words.lengthBefore(end, in: text).map { (comparator, $0) }
        }
        return found.max { $0.1 < $1.1 }
    }

    private func comparator(of figure: Figure, asked: Asked) -> MandateLedger.Comparator? {
        let isShare =
            figure.unit == "%" || figure.unit == "个百分点" || figure.unit == "倍" || figure.unit == "成"
            || figure.unit == "‰"
        if figure.isScope, asked.comparator == nil, asked.effect == nil, !isShare || figure.unit == "倍" { return nil }
        if let effect = asked.effect { return effect }
        if let strong = asked.comparator, strong != .equal {
            if strong == .atLeast, figure.after == .atMost { return .atMost }
            return strong
        }
        if let after = figure.after {
            if Quantities.timeUnits.contains(figure.unit) {
                return asked.comparator == .equal || isLimit(figure) ? after : nil
            }
            if Quantities.sizeUnits.contains(figure.unit) {
                return asked.comparator == nil ? clauseVerb(figure).map { $0 == .increaseBy ? $0 : after } : after
            }
            if after == .atMost, !isShare, asked.comparator == nil { return nil }
            if !isShare, asked.comparator == nil, clauseVerb(figure) == .increaseBy { return .increaseBy }
            // An explicit 以上 at the end of a clause asks for so many; before a noun it may only describe.
            return isShare || asked.comparator == .equal || endsClause(figure) || isAchieved(figure) ? after : nil
        }
        if Quantities.timeUnits.contains(figure.unit) {
            // 时限为5个工作日 is a limit as well.
            return asked.comparator == .equal && isLimit(figure) ? .atMost : nil
        }
        if Quantities.sizeUnits.contains(figure.unit) {
            // 修建步道3.5公里 asks for so much; money without a comparison only describes.
            return figure.unit.hasSuffix("元") ? nil : clauseVerb(figure)
        }
        if isShare { return figure.unit == "%" || figure.unit == "‰" ? .equal : nil }
        if asked.comparator == nil, clauseVerb(figure) == .increaseBy { return .increaseBy }
        return isAchieved(figure) ? .equal : nil
    }

    /// A time within which a service is done: 5个工作日内办结.
    private func isLimit(_ figure: Figure) -> Bool {
        let clause = text[clauseStart(figure.start)..<figure.start]
        let rest = text[figure.end..<min(text.count, figure.end + 4)]
        let words = ["办结", "出证", "接通", "办理完", "完成审", "核发", "颁证", "发证"]
        if ["率", "未"].contains(where: { LocatedText.string(rest).contains($0) }) { return false }
        let limits = ["时限", "用时", "时间", "耗时", "周期"]
        return words.contains { LocatedText.string(rest).contains($0) }
            || limits.contains { LocatedText.string(clause).contains($0) }
    }

    private static let achievements = WordSet(
        """
        建成 建设 新建 打造 培育 完成 开展 组织 举办 推出 实现 推动 推进 梳理 编制 发布 引进 设立 开设 布设 上线 集成 归集 纳入 覆盖 改造 遴选 选取 创建 推广 接入 汇聚 提供 公布 \
        制定 出台 落地 打通 取消 清理 下放 办理 开通 设置 配备 选派 培训 整合 认定 评选 新设 布局 建立 进行 配置 招引 引育 孵化 开发 新开 开行 落实 实施 储备 筹集 新改建 扩建 \
        改建 提质 形成 推行 发放 投放 签约 修订 征集 支持 帮扶 选树 命名 拓展 增设 再推 增开 开放 争取 孵育 走访 检查 抽查 采集 对接 检测 建 承接 更新 升级 购置 召开 举行 安装 \
        增配 签订 加工 受理 办结 入驻 服务企业 服务群众 惠及 配套 加装 加建 修建 体检 修复 绿化 植树 创办 关停 关闭 撤销 归并 整治 治理 化解 交易
        """)

    private static let countable: Set<String> = [
        "家", "个", "项", "件", "条", "处", "所", "场", "场次", "次", "期", "座", "类", "种", "批", "名", "套", "门", "户", "例", "宗",
    ]

    private static let modifiers = WordSet("全部 首批 累计 再 共 总计 合计 首个 新 另")

    /// Whether a verb of achievement asks for so many: 新建5个, 推动74项, 建成服务站20个.
    private func isAchieved(_ figure: Figure) -> Bool {
        if figure.start > 0, text[figure.start - 1] == "等" { return listVerb(figure) }
        let start = figure.start - (Quantities.modifiers.lengthBefore(figure.start, in: text) ?? 0)
        if Quantities.achievements.lengthBefore(start, in: text) != nil {
            return !figure.isChinese || (figure.low > Decimal(1) && Quantities.countable.contains(figure.unit))
        }
        // A range at the end of a clause is asked for: 每村1至2名.
        if figure.high != nil, endsClause(figure), !figure.isChinese { return true }
        return !figure.isChinese && clauseVerb(figure) != nil
    }

    /// The effect of a verb further back in the clause, whose object stands between: 新增跨省通办事项20项.
    private func clauseVerb(_ figure: Figure) -> MandateLedger.Comparator? {
        var clause = figure.start
        while clause > 0, !"，。；：！（）".unicodeScalars.contains(text[clause - 1]) { clause -= 1 }
        let between = Array(text[max(clause, figure.start - 26)..<figure.start])
        if between.contains("每"), "次场期".unicodeScalars.contains(figure.unit.unicodeScalars.first ?? " "),
            endsClause(figure)
        {
            return .equal
        }
        guard !between.contains("等"), !between.contains("的"), !between.contains("对"),
            !between.contains("每") || between.first == "每"
        else { return nil }
        // The figure ends its clause when the noun stands before it.
        guard endsClause(figure) else { return nil }
        if Quantities.gains.isIn(between) { return .increaseBy }
        return Quantities.achievements.isIn(between) ? .equal : nil
    }

    private func endsClause(_ figure: Figure) -> Bool {
        figure.end >= text.count || "，。；、）\n投并".unicodeScalars.contains(text[figure.end])
    }

    private static let gains = WordSet("新增 增加 增设")

    private static let makes = WordSet("推出 打造 建成 新建 新增 完成 上线 建设 培育 开展 实现 发布 集成")

    /// 推出“甲”“乙”等12个: the clause begins with a verb of making, so that the list is what is to be made.
    private func listVerb(_ figure: Figure) -> Bool {
        var clause = figure.start
        while clause > 0, !"，。；：！（）".unicodeScalars.contains(text[clause - 1]) { clause -= 1 }
        // Before the verb may stand by when: 5月底前实现….
        return (clause..<min(clause + 12, figure.start)).contains { Quantities.makes.length(at: $0, in: text) != nil }
    }

    /// Figures that only describe: 等7个, 7×24小时, the first of 由15个压缩至5个, every 2 of 每2个.
    private func isDescriptive(_ figure: Figure) -> Bool {
        let before = figure.start > 0 ? text[figure.start - 1] : " "
        if before == "等", !figure.isChinese, listVerb(figure) { return false }
        if "等第每这该上本首其前后".unicodeScalars.contains(before) { return true }
        if figure.isChinese, figure.low <= Decimal(1) {
            return comparison(endingAt: figure.start).map { $0.0 == .equal } ?? true
        }
        if figure.unit == "成", !figure.isChinese { return true }
        if figure.unit == "级" || figure.unit == "版" || figure.unit == "部" && figure.isChinese { return true }
        return isBaseline(figure)
    }

    private static let from = WordSet("由 从 由原来的 由原 从原来的 由目前的 由现行的 从目前的 由法定的 由法定 原来的 现有的 现行 原 法定 目前 较")
    private static let levels = WordSet(
        "压缩 压减 缩短 缩减 减少 降低 降 减 精简 提高 提升 增加 增长 扩大 扩展 拓展 上升 下降 压降 调整 增至 降至 减至 统一")

    /// 由15个工作日压缩至5个工作日: the first figure is what is now.
    private func isBaseline(_ figure: Figure) -> Bool {
        guard Quantities.from.lengthBefore(figure.start, in: text) != nil else {
            return false
        }
        let rest = Array(text[figure.end..<clauseEnd(figure.end)])
        return Quantities.levels.isIn(rest)
            || Quantities.from.lengthBefore(figure.start, in: text).map { $0 > 1 } ?? false
    }

    private func baseline(before start: Int, unit: String) -> Decimal? {
        for index in stride(from: start - 1, through: clauseStart(start), by: -1) {
            guard Quantities.from.lengthBefore(index, in: text) != nil, let number = number(at: index) else { continue }
            return number.value
        }
        return nil
    }

    // MARK: Small steps

    func has(_ word: String, at index: Int) -> Bool {
        let word = word.unicodeScalars
        return index >= 0 && index + word.count <= text.count && text[index...].starts(with: word)
    }

    func first(of words: [String], at index: Int) -> String? { words.first { has($0, at: index) } }

    func clauseStart(_ index: Int) -> Int {
        var start = index
        while start > 0, !"，。；：！（）“”".unicodeScalars.contains(text[start - 1]) { start -= 1 }
        return start
    }

    private func clauseEnd(_ index: Int) -> Int {
        var end = index
        while end < text.count, !"，。；！（）".unicodeScalars.contains(text[end]) { end += 1 }
        return end
    }
}
