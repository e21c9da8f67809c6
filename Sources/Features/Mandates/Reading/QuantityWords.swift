import Values

/// Words of comparison and of change that stand before a figure.
extension Quantities {
    struct Asked {
        var start: Int
        var comparator: MandateLedger.Comparator?
        var effect: MandateLedger.Comparator?
        var isSoft = false
        /// Whether the change is a noun: 增速.
        var isRate = false
    }

    private static let comparisons: [(WordSet, MandateLedger.Comparator)] = [
        (WordSet("≥ ≧ >= 不少于 不低于 不小于 不得低于 不得少于 至少 最少 达到 达 达到了 高于或等于"), .atLeast),
        (WordSet("≤ ≦ <= 不超过 不高于 不多于 不大于 不得超过 不得高于 不得多于 不超出 控制在 限定在 压缩在 限制在 最多 最高 最长 至多"), .atMost),
        (WordSet("> 超过 突破 高于 多于 大于 超"), .more),
        (WordSet("< 低于 少于 小于 不满 不足"), .less),
        (WordSet("保持在 稳定在 维持在 保持 实现 为 是"), .equal),
    ]
    /// What verbs are made of that make less and more: 压减至, 精简为, 补齐到, 扩容至.
    private static let lessening = Set("压缩减降精短控限少速".unicodeScalars)
    private static let raising = Set("提增升扩拓充延加涨补覆展大长高".unicodeScalars)
    /// Verbs of two characters that begin with another one: 下降到, 发展到.
    private static let compounds = WordSet("下降 上升 调减 调增 核减 发展 递增 壮大 放大 做大 上涨 合并")

    static let reduces = WordSet(
        "压缩 压减 减少 降低 下降 精简 缩短 缩减 削减 减 降 压降 再压缩 再压减 再精简 再减少 减免 提速 平均减少 平均压缩 平均缩短 缩短了 调减 核减 压缩比例 压减比例 下调 下浮 调低")
    private static let increases = WordSet("增长 提高 提升 增加 新增 扩大 上升 年均增长 上调 上浮 增 增幅 增速 递增")
    /// Nouns of change: with a word of comparison it is the rate that is compared.
    private static let rates = WordSet("增幅 增速 增长率")
    private static let softeners = WordSet("约 近 大约 接近 将近 力争 力争达 争取 原则上")
    private static let fillers = WordSet(
        """
        了 再 各 均 都 在 到 至 达 达到 约 近 力争 至少 不少于 不低于 超过 不超过 约为 为 分别 累计 平均 总体 比例 幅度 每年 每天 每日 每人 每户 \
        每月 全年 年均 月均 日均 一般 原则上 每万人 每千人 每百人 每百户 每村 每县 每平方公里
        """)

    /// Words of comparison and effect before a figure, from its side outwards.
    func asked(before index: Int) -> Asked {
        var asked = Asked(start: index)
        for _ in 0..<4 {
            let end = asked.start
            if let (comparator, length) = comparison(endingAt: end), asked.comparator == nil {
                asked.comparator = comparator
                asked.start = end - length
            } else if let length = Quantities.softeners.lengthBefore(end, in: text), !isInWord(end - length, length) {
                asked.isSoft = asked.isSoft || !["各", "原"].contains(text[end - length])
                asked.start = end - length
            } else if asked.effect == nil, let length = Quantities.reduces.lengthBefore(end, in: text) {
                asked.effect = .reduceBy
                asked.start = end - length
            } else if asked.effect == nil, let length = Quantities.increases.lengthBefore(end, in: text),
                // 改造提升 is one thing done, not a change by so much.
                !has("提升", at: end - 2) || Quantities.achievements.lengthBefore(end - 2, in: text) == nil
            {
                asked.isRate = Quantities.rates.lengthBefore(end, in: text) != nil
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
        if asked.isRate, let comparator = asked.comparator, comparator != .equal { asked.effect = nil }
        if asked.comparator == nil, asked.effect == nil,
            let (start, comparator) = comparisonBeforeNoun(index) ?? comparisonBeforeVerb(index)
        {
            asked.comparator = comparator
            asked.start = start
        }
        return asked
    }

    /// 约 in 预约 and 近 in 就近 soften nothing.
    private func isInWord(_ index: Int, _ length: Int) -> Bool {
        length == 1 && index > 0 && "预合节签履违集制公就附邻".unicodeScalars.contains(text[index - 1])
    }

    /// 达到应交流人数的15%, 不低于最低价标准的70%: the comparison stands before what the share is taken of.
    private func comparisonBeforeNoun(_ index: Int) -> (start: Int, comparator: MandateLedger.Comparator)? {
        guard index > 0, text[index - 1] == "的" else { return nil }
        for end in stride(from: index - 2, through: max(clauseStart(index) + 2, index - 18), by: -1) {
            guard let (comparator, length) = comparison(endingAt: end), comparator != .equal, length > 1 else {
                continue
            }
            return (end - length, comparator)
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

    /// The word of comparison that ends before this place, and its length.
    func comparison(endingAt end: Int) -> (MandateLedger.Comparator, Int)? {
        let found = Quantities.comparisons.compactMap { words, comparator in
            words.lengthBefore(end, in: text).map { (comparator, $0) }
        }.filter { $0.1 > 1 || end < 2 || text[end - 1] != "达" || !"送抵传下表到".unicodeScalars.contains(text[end - 2]) }
        return [found.max { $0.1 < $1.1 }, change(endingAt: end)].compactMap { $0 }.max { $0.1 < $1.1 }
    }

    /// A verb of change with 到, 至 or 为 behind it: which way it goes follows from its characters.
    private func change(endingAt end: Int) -> (MandateLedger.Comparator, Int)? {
        guard end > 1, "到至为".unicodeScalars.contains(text[end - 1]) else { return nil }
        for length in [2, 1] where end - 1 >= length {
            let verb = text[(end - 1 - length)..<end - 1]
            guard verb.allSatisfy(MandateNumerals.isHan), let first = verb.first else { continue }
            let isCompound = length == 2 && Quantities.compounds.lengthBefore(end - 1, in: text) == 2
            guard isCompound || Quantities.lessening.contains(first) || Quantities.raising.contains(first) else {
                continue
            }
            let isLess = verb.contains(where: Quantities.lessening.contains) || first == "合"
            if isLess || text[end - 1] != "为" || length == 2 { return (isLess ? .atMost : .atLeast, length + 1) }
        }
        return nil
    }

    // MARK: The value before

    private static let from = WordSet("由 从 由原来的 由原 从原来的 由目前的 由现行的 从目前的 由法定的 由法定 原来的 现有的 现行 原 法定 目前 较")
    private static let levels = WordSet(
        "压缩 压减 缩短 缩减 减少 降低 降 减 精简 提高 提升 增加 增长 扩大 扩展 拓展 上升 下降 压降 调整 增至 降至 减至 统一")

    /// 由15个工作日压缩至5个工作日, 由平均5个降为2个: the first figure is what is now.
    func isBaseline(_ figure: Figure) -> Bool {
        guard let length = fromLength(before: figure.start) else { return false }
        let rest = Array(text[figure.end..<clauseEnd(figure.end)])
        return Quantities.levels.isIn(rest)
            || length > 1 && Quantities.from.lengthBefore(figure.start, in: text) == length
    }

    private func fromLength(before index: Int) -> Int? {
        if let length = Quantities.from.lengthBefore(index, in: text) { return length }
        for word in ["平均", "原先", "年初", "上年", "原来", "目前", "现行", "现在", "去年"] {
            let start = index - word.unicodeScalars.count
            if has(word, at: start), let length = Quantities.from.lengthBefore(start, in: text) { return length + 2 }
        }
        return nil
    }

    func baseline(before start: Int) -> Decimal? {
        for index in stride(from: start - 1, through: clauseStart(start), by: -1) {
            guard fromLength(before: index) != nil, let number = number(at: index) else { continue }
            return number.value
        }
        return nil
    }
}
