import Values

/// Finds figures that are to be reached, and leaves alone those that only describe.
///
/// Precision goes first: a figure counts where a word of comparison or of change stands with it, as a share, or where
/// its place in the clause asks for so many. One that is in none of these places, and is no mere description either,
/// is kept apart as unsure.
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
    /// Whether all of the text says what is to be reached.
    let isColumn: Bool
    /// Figures that may be meant as targets.
    private(set) var unsure: [Range<Int>] = []
    private(set) var found: [Found] = []

    /// - Parameter masked: dates, deadlines, titles, and units in brackets.
    init(_ text: [Unicode.Scalar], masked: [Range<Int>], isColumn: Bool) {
        self.text = text
        self.isColumn = isColumn
        self.masked = masked
        readAll()
    }

    private mutating func readAll() {
        var masks = MaskedPlaces(masked)
        var index = 0
        while index < text.count {
            if let end = masks.end(at: index) {
                index = end
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
            let read = found.last.flatMap { goesOn(figure, after: $0) }.map { [$0] } ?? targets(of: figure)
            found += read
            if read.isEmpty, isUnsure(figure) { unsure.append(figure.start..<figure.end) }
            index = figure.end
        }
    }

    /// 分别达到99%、95%: the second figure is asked for like the first.
    private func goesOn(_ figure: Figure, after last: Found) -> Found? {
        guard figure.start == last.range.upperBound + 1, "、和与及".unicodeScalars.contains(text[last.range.upperBound]),
            figure.after == nil,
            // 不少于2期、300人次: another unit only behind a word of comparison.
            figure.unit == last.unit
                || last.comparator == .atLeast && !Quantities.shares.contains(figure.unit)
                    && !figure.isChinese
                    && !has("以上", at: last.range.upperBound - 2)
        else { return nil }
        return Found(
            range: figure.start..<figure.end, what: last.what, comparator: last.comparator, value: figure.low,
            unit: figure.unit, baseline: nil, isSoft: last.isSoft)
    }

    // MARK: What is asked of it

    private func targets(of figure: Figure) -> [Found] {
        let asked = asked(before: figure.start)
        if let rank = rank(of: figure) { return [rank] }
        guard !isDescriptive(figure) else { return [] }
        let isWhole = isColumn && endsClause(figure) && !figure.unit.isEmpty && figure.unit != "年"
        guard let comparator = comparator(of: figure, asked: asked) ?? (isWhole ? .equal : nil) else { return [] }
        let start = asked.start
        let baseline = baseline(before: start)
        // 增长1倍 is 100 % more.
        let isTimes = figure.unit == "倍" && comparator == .increaseBy
        func found(_ comparator: MandateLedger.Comparator, _ value: Decimal) -> Found {
            Found(
                range: start..<figure.end, what: clauseStart(start)..<start, comparator: comparator,
                value: isTimes ? value.multiplied(by: Decimal(100)) ?? value : value, unit: isTimes ? "%" : figure.unit,
                baseline: baseline, isSoft: asked.isSoft || figure.isAbout)
        }
        guard let high = figure.high else { return [found(comparator, figure.low)] }
        switch comparator {
        case .atMost, .less: return [found(comparator, high)]
        case .reduceBy, .increaseBy: return [found(comparator, figure.low)]
        default: return [found(.atLeast, figure.low), found(.atMost, high)]
        }
    }

    private func comparator(of figure: Figure, asked: Asked) -> MandateLedger.Comparator? {
        let isShare = Quantities.shares.contains(figure.unit)
        if figure.isScope, asked.comparator == nil, asked.effect == nil, !isShare || figure.unit == "倍" { return nil }
        if isShare ? isRate(figure) : qualifies(figure, asked) || isGift(figure, asked) { return nil }
        // 低于60分的单位 says which ones.
        if [.less, .more].contains(asked.comparator), asked.effect == nil, has("的", at: figure.end) {
            return nil
        }
        // 减少二次录入: part of a word.
        if figure.isChinese, figure.unit == "次", !endsClause(figure), asked.comparator == nil { return nil }
        if let effect = asked.effect {
            return asked.isRate && asked.comparator == .equal ? figure.after ?? .equal : effect
        }
        if let strong = asked.comparator, strong != .equal {
            return strong == .atLeast && figure.after == .atMost ? .atMost : strong
        }
        if figure.unit.isEmpty { return nil }
        let isBare = asked.comparator == nil
        if let after = figure.after {
            if Quantities.timeUnits.contains(figure.unit) { return !isBare || isLimit(figure) ? after : nil }
            if Quantities.sizeUnits.contains(figure.unit) {
                return isBare ? amount(of: figure).map { $0 == .equal ? after : $0 } : after
            }
            if isShare, isBare, let change = change(of: figure) { return change }
            if isShare || !isBare { return after }
            // An explicit 以上 at the end of a clause asks for so many; before a noun it may only describe.
            switch amount(of: figure) {
            case .increaseBy: return .increaseBy
            case .reduceBy: return .reduceBy
            case .equal: return after
            default: return after == .atLeast && endsClause(figure) ? after : nil
            }
        }
        if Quantities.timeUnits.contains(figure.unit) {
            // 时限为5个工作日 is a limit as well.
            return !isBare && isLimit(figure) ? .atMost : nil
        }
        if isShare, isBare, let change = change(of: figure) { return change }
        if isShare { return figure.unit == "%" || figure.unit == "‰" ? .equal : nil }
        return amount(of: figure)
    }

    /// Units of shares and of changes of shares.
    static let shares: Set<String> = ["%", "‰", "个百分点", "倍", "成"]

    /// 减按1%征收, 贷款利息50%的补贴: a rate that a rule sets, nothing to be reached.
    private func isRate(_ figure: Figure) -> Bool {
        guard figure.unit == "%" || figure.unit == "‰" else { return false }
        if figure.start > 0, "按计".unicodeScalars.contains(text[figure.start - 1]) { return true }
        let clause = Array(text[plainStart(figure.start)..<clauseEnd(figure.end)])
        return Quantities.grants.isIn(clause) && !Quantities.measures.isIn(clause)
    }

    /// 年产值超10亿元企业5家: how large those are that are counted behind it.
    private func qualifies(_ figure: Figure, _ asked: Asked) -> Bool {
        guard figure.unit.hasSuffix("元") || asked.comparator == .more, !endsClause(figure) else { return false }
        return (figure.end..<clauseEnd(figure.end)).contains { MandateNumerals.isDigit(text[$0]) }
    }

    /// 每户最高补贴1.5万元: what a rule gives to each.
    private func isGift(_ figure: Figure, _ asked: Asked) -> Bool {
        guard figure.unit.hasSuffix("元"), asked.comparator == nil || asked.comparator == .atMost else { return false }
        let clause = Array(text[plainStart(figure.start)..<clauseEnd(figure.end)])
        return Quantities.givings.isIn(clause) && Quantities.eachOf.isIn(clause)
    }

    private static let givings = WordSet("补贴 补助 奖励 给予 资助 奖补")
    private static let eachOf = WordSet("每 最高 一次性 单户 单个 按照 标准")
    private static let grants = WordSet("给予 补助 补贴 奖励 贴息 奖补 征收 扣除 补偿 返还 扣减 扣发 下浮")
    private static let measures = WordSet("率 比例 占比 覆盖 完成 达到")

    /// A time within which a service is done: 5个工作日内办结.
    private func isLimit(_ figure: Figure) -> Bool {
        let clause = text[plainStart(figure.start)..<figure.start]
        let rest = Array(text[figure.end..<min(text.count, clauseEnd(figure.end), figure.end + 8)])
        if rest.contains("率") || rest.contains("未") { return false }
        if Quantities.handled.isIn(rest) { return true }
        if Quantities.limits.isIn(Array(clause)) { return true }
        // 10个工作日内完成 is a deadline, unless it is said of applications.
        return Quantities.finished.begins(rest) && Quantities.services.isIn(Array(clause))
            || Quantities.finished.begins(rest) && Quantities.services.isIn(rest)
    }

    private static let handled = WordSet(
        """
        办结 出证 接通 办理完 完成审 完成办理 核发 颁证 发证 颁发 办妥 办好 处置完 处理完 审结 审核完 取得 领取 拿证 拿到 到账 兑付 修复 \
        开业 注册 送达 结案 通电 通水 通气 出具 处置到位 处理到位 处置完 整改到位 整改完 整改完毕 办毕 审核拨付 拨付到位 核查处置 下架 召回 核查到位 清运完 清理完 \
        修复到位 恢复供 抢修 处置 处理 完毕 销号 抢通
        """)
    private static let limits = WordSet("时限 用时 时间 耗时 周期 时长")
    private static let finished = WordSet("完成 办完 全部完成")
    private static let services = WordSet("办理 审批 审核 核定 登记 手续 申请 受理 报装 核查 查验 评审 验收 变更 注销 投诉 诉求 工单")

    // MARK: What only describes

    /// Figures that only describe: 等7个, 7×24小时, the first of 由15个压缩至5个, every 2 of 每2个.
    private func isDescriptive(_ figure: Figure) -> Bool {
        let before = figure.start > 0 ? text[figure.start - 1] : " "
        if before == "等", !figure.isChinese, listVerb(figure) { return false }
        let isAfterEvent = before == "后" && Quantities.timeUnits.contains(figure.unit)
        let isAfterDay = before == "前" && masked.contains { $0.upperBound == figure.start }
        // 成本2亿元 and 版面上5个 hold the same characters inside a word.
        let isWord =
            figure.start > 1 && "成样资版路网线以".unicodeScalars.contains(text[figure.start - 2])
            && "本上".unicodeScalars.contains(before)
        if "等第每这该上本首其前后".unicodeScalars.contains(before), !isAfterEvent, !isAfterDay, !isWord { return true }
        if figure.unit == "级" || figure.unit == "版" || figure.unit == "部" && figure.isChinese { return true }
        if figure.isChinese, figure.low <= Decimal(1) {
            return comparison(endingAt: figure.start).map { $0.0 == .equal } ?? true
        }
        if figure.unit == "成", !figure.isChinese { return true }
        return isBaseline(figure)
    }

    /// 进入全国前10名: a rank to be reached.
    private func rank(of figure: Figure) -> Found? {
        guard figure.start > 0, text[figure.start - 1] == "前", figure.after == nil, figure.high == nil,
            ["名", "位", "强", "%"].contains(figure.unit)
        else { return nil }
        let clause = plainStart(figure.start)
        guard Quantities.ranks.isIn(Array(text[clause..<figure.start])) else { return nil }
        return Found(
            range: figure.start - 1..<figure.end, what: clause..<figure.start - 1, comparator: .atMost,
            value: figure.low, unit: figure.unit, baseline: nil, isSoft: false)
    }

    private static let ranks = WordSet("进入 位居 跻身 位列 保持 排名 居 列 达到 迈入 挺进")

    // MARK: Small steps

    func has(_ word: String, at index: Int) -> Bool {
        let word = word.unicodeScalars
        return index >= 0 && index + word.count <= text.count && text[index...].starts(with: word)
    }

    func first(of words: [String], at index: Int) -> String? { words.first { has($0, at: index) } }

    func endsClause(_ figure: Figure) -> Bool {
        figure.end >= text.count || "，。；、）\n投并到赴".unicodeScalars.contains(text[figure.end])
    }

    /// Where the clause begins; “…” parts it.
    func clauseStart(_ index: Int) -> Int { start(of: index, "，。；：！（）“”") }

    /// Where the clause begins; “…” belongs to it.
    func plainStart(_ index: Int) -> Int { start(of: index, "，。；：！（）\n") }

    private func start(of index: Int, _ marks: String) -> Int {
        var start = index
        while start > 0 {
            // 新建通自然村（嘎查）硬化路76公里: a short bracket inside a clause does not part it.
            if text[start - 1] == "）", start < index,
                let open = text[max(0, start - 14)..<start].lastIndex(of: "（"), open > 0
            {
                start = open
                continue
            }
            if marks.unicodeScalars.contains(text[start - 1]) { break }
            start -= 1
        }
        return start
    }

    func clauseEnd(_ index: Int) -> Int {
        var end = index
        while end < text.count, !"，。；！（）\n".unicodeScalars.contains(text[end]) { end += 1 }
        return end
    }
}

/// Masked ranges in the order of the text, asked for from left to right.
private struct MaskedPlaces {
    private let ranges: [Range<Int>]
    private var next = 0

    init(_ ranges: [Range<Int>]) { self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound } }

    /// Where the range ends that holds this place; nil when none does.
    ///
    /// - Parameter index: never less than the one before.
    mutating func end(at index: Int) -> Int? {
        while next < ranges.count, ranges[next].upperBound <= index { next += 1 }
        return ranges[next...].prefix { $0.lowerBound <= index }.first { $0.contains(index) }?.upperBound
    }
}
