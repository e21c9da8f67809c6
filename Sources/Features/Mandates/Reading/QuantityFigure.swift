import Values

/// The number itself with its unit, before it is asked what it is for.
extension Quantities {
    struct Figure {
        let start: Int
        let end: Int
        let low: Decimal
        let high: Decimal?
        let unit: String
        let isChinese: Bool
        /// 以上, 以内 … right behind it.
        let after: MandateLedger.Comparator?
        /// 左右.
        let isAbout: Bool
        /// 及以上, 以下的: says which things are meant, not how many.
        let isScope: Bool
    }

    private static let units = WordSet(
        """
        个百分点 百分点 % ‰ 倍 成 元 美元 欧元 人次 人 户次 户 家次 家 个工作日 个自然日 个小时 个月 个 项次 项 件次 件 次 条 处 所 套 亩 公顷 平方米 平方公里 \
        公里 千米 米 吨标准煤 吨 立方米 千瓦时 千瓦 小时 分钟 毫秒 秒 工作日 自然日 天 日 批次 批 台套 台 辆 张 份 名 座 类 种 部 场次 场 期 册 例 宗 笔 \
        门 篇 支 对 间 片 颗 株 棵 单 趟 班 床 位 周 对 艘 架 列 本 版 级 环节 步 道 枚 幅 尾 头 页 只 组 员 盏 桩 站 厘米 千克 公斤 栋 幢 起 \
        微克 毫克 克 毫米 路 眼 口 根 轮 车次 班次 架次 课时 学时 平米 只次 人份 公升 升 字 强 届 辆次 箱 头次 亩次 核 个标准班 兆瓦 万千瓦 斤 块 根 杆 把 顶 封 单次 家次 标准箱 标箱 千伏安 座次 轮次 具 卷 台次 头份 剂次 面 扇 套次 吨次 棚 间次 宗次 床次 艘次 例次 人天
        """)
    private static let scales: [(String, Decimal)] = [
        ("万亿", Decimal(1_000_000_000_000)), ("亿", Decimal(100_000_000)), ("万", Decimal(10_000)), ("千", Decimal(1000)),
        ("百", Decimal(100)),
    ]
    static let timeUnits: Set<String> = [
        "个月", "小时", "分钟", "秒", "工作日", "自然日", "天", "日", "周",
    ]
    /// Kinds of units that mostly say how large the things are that are spoken of.
    static let sizeUnits: Set<String> = [
        "元", "美元", "平方米", "千瓦", "米", "公里", "吨", "亩", "公顷", "立方米", "千米", "平米", "平方公里", "兆瓦", "千瓦时",
    ]

    func figure(at index: Int) -> Figure? {
        if let fraction = fraction(at: index) { return fraction }
        guard let first = number(at: index) else { return nil }
        var end = first.end
        var high: Decimal?
        let dashes = Array("—–-－~～至到".unicodeScalars)
        if end < text.count, dashes.contains(text[end]) {
            var next = end + 1
            if next < text.count, dashes.contains(text[next]) { next += 1 }
            if let second = number(at: next), !second.isChinese || first.isChinese, second.value > first.value {
                (high, end) = (second.value, second.end)
            }
        }
        // 八成五 is 85 %.
        var half: Int?
        if first.isChinese, has("成", at: end), end + 1 < text.count, !has("成以", at: end) {
            half = MandateNumerals.chinese([text[end + 1]]).flatMap { (1...9).contains($0) ? $0 : nil }
        }
        var scale = Decimal.one
        // 200千瓦 is no thousand of 瓦.
        let isUnit = ["千瓦", "千米", "千克", "千伏安"].contains { has($0, at: end) }
        if !first.isChinese, !isUnit, let found = Quantities.scales.first(where: { has($0.0, at: end) }) {
            scale = found.1
            end += found.0.unicodeScalars.count
        }
        if has("余", at: end) || has("多", at: end) { end += 1 }
        guard
            let length = Quantities.units.length(at: end, in: text) ?? strangeUnit(at: end, before: index)
                ?? (isBare(first.value, at: end, before: index) ? 0 : nil)
        else { return nil }
        var unitEnd = end + length
        // 微克/立方米, 元/吨.
        if length > 0, has("/", at: unitEnd), let second = Quantities.units.length(at: unitEnd + 1, in: text) {
            unitEnd += second + 1
        }
        var unit = LocatedText.string(text[end..<unitEnd])
        // 5个工作日 counts workdays; 3年 and 第3级 are no figures.
        if unit.hasPrefix("个"), unit.count > 1 {
            unit = unit == "个月" || unit == "个百分点" ? unit : String(unit.dropFirst())
        }
        if unit == "百分点" { unit = "个百分点" }
        // 三成 is 30 %.
        if unit == "成", first.isChinese {
            unit = "%"
            scale = Decimal(10)
        }
        var low = first.value.multiplied(by: scale) ?? first.value
        if unit == "%", let half {
            low = low.adding(Decimal(half)) ?? low
            unitEnd += 1
        }
        let tail = tail(at: unitEnd)
        return Figure(
            start: index, end: tail.end, low: low,
            high: high.flatMap { $0.multiplied(by: scale) }, unit: unit,
            isChinese: first.isChinese, after: tail.comparator, isAbout: tail.isAbout, isScope: tail.isScope)
    }

    /// A unit that is in no list counts where a comparison asks for it: 不低于300核, 新增算力500P.
    private func strangeUnit(at end: Int, before index: Int) -> Int? {
        guard end < text.count, !"的和与及或年月号以之内左上及余多：".unicodeScalars.contains(text[end]) else { return nil }
        let letters = text[end...].prefix(6).prefix(while: MandateNumerals.isLatin).count
        if letters > 0 {
            // 5G基站 is a name; 500P， is so many.
            let isEnd = end + letters >= text.count || "，。；、）".unicodeScalars.contains(text[end + letters])
            return isEnd ? letters : nil
        }
        guard MandateNumerals.isHan(text[end]), let (comparator, _) = comparison(endingAt: index), comparator != .equal
        else { return nil }
        return 1
    }

    /// A figure without a unit counts only behind a comparison: 系数提高到0.55以上, PUE不高于1.25.
    private func isBare(_ value: Decimal, at end: Int, before index: Int) -> Bool {
        guard let (comparator, length) = comparison(endingAt: index), comparator != .equal, length > 1 else {
            return false
        }
        if value.rounded(to: 0, .floor) == value, Decimal(1900) < value, value < Decimal(2100) { return false }
        return end >= text.count || "，。；、）".unicodeScalars.contains(text[end])
            || first(of: ["以上", "以下", "以内", "左右"], at: end) != nil
    }

    /// 四分之一, 1/3 and 百分之八十 are shares.
    private func fraction(at index: Int) -> Figure? {
        guard let first = number(at: index) else { return nil }
        let isWritten = has("分之", at: first.end)
        guard isWritten || has("/", at: first.end) && !first.isChinese,
            let second = number(at: first.end + (isWritten ? 2 : 1))
        else { return nil }
        let (part, whole) = isWritten ? (second.value, first.value) : (first.value, second.value)
        // 3/10 may be a date or a page.
        guard part < whole, isWritten || whole < Decimal(10) && !has("/", at: second.end),
            let share = part.multiplied(by: Decimal(100))?.divided(by: whole)?.rounded(to: 2, .halfUp)
        else { return nil }
        let tail = tail(at: second.end)
        return Figure(
            start: index, end: tail.end, low: share, high: nil, unit: "%", isChinese: false, after: tail.comparator,
            isAbout: tail.isAbout, isScope: tail.isScope)
    }

    func number(at index: Int) -> (value: Decimal, end: Int, isChinese: Bool)? {
        guard index < text.count else { return nil }
        if MandateNumerals.isDigit(text[index]) {
            let before = index > 0 ? text[index - 1] : " "
            guard !MandateNumerals.isDigit(before), before != ".", before != "第", !MandateNumerals.isLatin(before),
                before != "-", before != "×", before != "+"
            else { return nil }
            var end = index
            while end < text.count, MandateNumerals.isDigit(text[end]) || (text[end] == "," && end > index) { end += 1 }
            if end + 1 < text.count, text[end] == ".", MandateNumerals.isDigit(text[end + 1]) {
                end += 1
                while end < text.count, MandateNumerals.isDigit(text[end]) { end += 1 }
            }
            let digits = LocatedText.string(text[index..<end].filter { $0 != "," })
            return Decimal(digits).map { ($0, end, false) }
        }
        guard MandateNumerals.isChinese(text[index]), index == 0 || !MandateNumerals.isChinese(text[index - 1]),
            index == 0 || text[index - 1] != "第"
        else { return nil }
        var end = index
        while end < text.count, MandateNumerals.isChinese(text[end]) { end += 1 }
        return MandateNumerals.chinese(text[index..<end]).map { (Decimal($0), end, true) }
    }

    private func tail(at end: Int) -> (end: Int, comparator: MandateLedger.Comparator?, isAbout: Bool, isScope: Bool) {
        if has("左右", at: end) || has("上下", at: end) { return (end + 2, nil, true, false) }
        for (word, comparator) in [("及以上", MandateLedger.Comparator.atLeast), ("（含）以上", .atLeast)]
        where has(word, at: end) {
            return (end + word.unicodeScalars.count, comparator, false, true)
        }
        if has("及以下", at: end) { return (end + 3, .atMost, false, true) }
        let words: [(String, MandateLedger.Comparator)] = [
            ("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("之内", .atMost), ("内", .atMost),
        ]
        for (word, comparator) in words where has(word, at: end) {
            // 以下简称, 以下方面, 内部 and 内容 belong to what follows.
            let next = end + word.unicodeScalars.count
            if word == "内", first(of: ["部", "容", "外", "地", "设", "资"], at: next) != nil { continue }
            if word == "以下", first(of: ["简称", "方面", "统称", "措施"], at: next) != nil { continue }
            return (next, comparator, false, has("的", at: next))
        }
        return (end, nil, false, false)
    }

    func special(at index: Int) -> Found? {
        func found(_ length: Int, _ comparator: MandateLedger.Comparator, _ value: Int) -> Found {
            Found(
                range: index..<index + length, what: clauseStart(index)..<index, comparator: comparator,
                value: Decimal(value), unit: "%", baseline: nil, isSoft: false)
        }
        if has("翻", at: index), index + 2 < text.count, has("番", at: index + 2),
            let times = MandateNumerals.chinese([text[index + 1]]), (1...5).contains(times)
        {
            return found(3, .increaseBy, ((1 << times) - 1) * 100)
        }
        if has("减半", at: index) { return found(2, .reduceBy, 50) }
        if has("翻番", at: index) { return found(2, .increaseBy, 100) }
        guard has("一半", at: index), let length = Quantities.reduces.lengthBefore(index, in: text) else { return nil }
        return Found(
            range: index - length..<index + 2, what: clauseStart(index)..<index - length, comparator: .reduceBy,
            value: Decimal(50), unit: "%", baseline: nil, isSoft: false)
    }

}
