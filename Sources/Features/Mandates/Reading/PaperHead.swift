import Values

/// What a document says it is: title, number, issuer, date, kind, and what it refers to.
struct PaperHead {
    private(set) var title = ""
    private(set) var number: String?
    private(set) var issuer: String?
    private(set) var date: Day?
    private(set) var doubts: [(SourcePoint?, Wording)] = []

    private let all: [LocatedText]
    private let bodyStart: Int

    /// - Parameters:
    ///   - paragraphs: all of the document, and the cells of tables that hold its particulars.
    ///   - bodyStart: the first paragraph with a heading; the head lies before it.
    init(_ paragraphs: [LocatedText], bodyStart: Int) {
        all = paragraphs.map(\.compact)
        self.bodyStart = min(bodyStart, paragraphs.count)
        readNumber()
        readTitle()
        closeTitle()
        readDate()
        readIssuer()
    }

    private var head: ArraySlice<LocatedText> { all[..<bodyStart] }

    // MARK: Number

    private mutating func readNumber() {
        let whole = head.first { PaperNumber.isWhole($0.normal) }
        if let whole, let range = PaperNumber.find(in: whole.normal, from: 0) {
            number = whole[range].string.replacingBrackets
            return
        }
        for text in head {
            guard let label = PaperHead.value(of: ["发文字号", "文号", "发文文号"], in: text),
                let range = PaperNumber.find(in: label.normal, from: 0)
            else { continue }
            number = label[range].string.replacingBrackets
            return
        }
        for text in head {
            guard let range = PaperNumber.find(in: text.normal, from: 0), text.count <= 60 else { continue }
            let before = range.lowerBound > 0 ? text.normal[range.lowerBound - 1] : " "
            // （市府发〔2017〕9号 2017年2月20日） below a title is the document's own.
            let isOwn = range.lowerBound == 1 && text.last == "）"
            if before == "（" && !isOwn || before == "》" { continue }
            number = text[range].string.replacingBrackets
            return
        }
        doubts.append((all.first?.points.first, LedgerWords.noNumber))
    }

    /// What stands behind a label with a colon or in brackets: 发文字号：…, 〔发文字号〕….
    private static func value(of labels: [String], in text: LocatedText) -> LocatedText? {
        for label in labels {
            let word = Array(label.unicodeScalars)
            guard text.count > word.count,
                let at = (0...(text.count - word.count)).first(where: { text.normal[$0...].starts(with: word) })
            else { continue }
            var start = at + word.count
            while start < text.count, "：〕 |".unicodeScalars.contains(text.normal[start]) { start += 1 }
            var end = start
            while end < text.count,
                text.normal[end] != "〔"
                    || end - start > 1 && MandateNumerals.isHan(text.normal[end - 1]) && end + 1 < text.count
                        && MandateNumerals.isDigit(text.normal[end + 1])
            {
                end += 1
            }
            if end > start { return text[start..<end] }
        }
        return nil
    }

    // MARK: Title

    private static let kinds = [
        "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
    ]
    private static let plans = [
        "方案", "要点", "计划", "规划", "清单", "办法", "规定", "措施", "细则", "行动", "任务", "分工", "安排", "指引", "分工表", "任务表", "台账",
        "若干措施", "举措", "任务书", "目标", "纲要", "条例", "责任表", "工作表", "分解表", "一览表", "承诺书", "责任书", "目录", "汇总表", "明细表", "计划表",
        "指南", "要求", "实事", "实事项目",
    ]

    private static func ends(_ text: LocatedText, with words: [String]) -> Bool {
        let bare = text.without(UnitNames.brackets(in: text.normal).filter { $0.upperBound == text.count })
        return words.contains {
            bare.count > $0.unicodeScalars.count
                && bare.normal.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
        }
    }

    private mutating func readTitle() {
        let head = Array(head.enumerated())
        for (index, text) in head where text.count <= 120 {
            guard let about = PaperHead.index(of: "关于", in: text), about <= 40 else { continue }
            if text.normal[..<about].contains(where: { "《。，：".unicodeScalars.contains($0) }) { continue }
            guard let whole = joined(from: index, ends: PaperHead.kinds) ?? joined(from: index, ends: PaperHead.plans)
            else { continue }
            var title = whole
            var before = index - 1
            // The line or lines above name who issued it.
            while about == 0, before >= 0, index - before <= 3,
                PaperHead.isIssuer(head[before].element) || before == 0 && PaperHead.mayBeIssuer(head[before].element)
            {
                var longer = head[before].element
                longer.append(title)
                title = longer
                before -= 1
            }
            self.title = title.printedString
            return
        }
        for (index, text) in head where text.count >= 4 && text.count <= 60 {
            if PaperNumber.isWhole(text.normal)
                || UnitNames.isName(text) && !PaperHead.ends(text, with: PaperHead.plans)
            {
                continue
            }
            guard let whole = joined(from: index, ends: PaperHead.plans + PaperHead.kinds) else { continue }
            title = whole.printedString
            return
        }
        if let first = head.map(\.element).first(where: {
            $0.count >= 6 && $0.count <= 60 && $0.last != "：" && !PaperNumber.isWhole($0.normal)
                && !$0.normal.contains("|")
        }) {
            title = first.printedString
        } else {
            doubts.append((all.first?.points.first, LedgerWords.noTitle))
        }
    }

    /// （2024—2026年） below a title belongs to it; above 常务会议纪要 stands whose minutes they are.
    private mutating func closeTitle() {
        guard !title.isEmpty,
            let last = head.firstIndex(where: {
                title == $0.printedString || $0.count > 3 && title.hasSuffix($0.printedString)
            })
        else { return }
        // So does the office above 2016年司法改革重点任务分工方案.
        let isOpen = title.unicodeScalars.count <= 8 || head[last].first.map(MandateNumerals.isDigit) ?? false
        if last > 0, title == head[last].printedString, isOpen, PaperHead.isIssuer(head[last - 1]) {
            title = head[last - 1].printedString + title
        }
        guard last + 1 < head.endIndex else { return }
        let next = head[last + 1]
        let isYears =
            next.first == "（" && next.last == "）" && next.count <= 16
            && next.normal.dropFirst().dropLast().allSatisfy {
                MandateNumerals.isDigit($0) || "年—–-－~～至试行征求意见稿修订版".unicodeScalars.contains($0)
            }
        if isYears { title += next.printedString }
    }

    /// Names of issuers may be long and hold “…”.
    private static func isIssuer(_ text: LocatedText) -> Bool {
        text.count >= 3 && text.count <= 45 && UnitNames.endsLikeName(text.normal) && !PaperNumber.isWhole(text.normal)
            && !text.normal.contains { "，。；：《".unicodeScalars.contains($0) }
    }

    /// The first line of all, right above 关于…: who issued it, whatever the name ends in.
    private static func mayBeIssuer(_ text: LocatedText) -> Bool {
        (4...30).contains(text.count) && text.normal.allSatisfy(MandateNumerals.isHan)
            && !ends(text, with: kinds + plans + ["文件"])
    }

    /// Lines from this one on, at most four, until they end in one of the words.
    private func joined(from index: Int, ends words: [String]) -> LocatedText? {
        var whole = LocatedText()
        for text in head[index...].prefix(4) {
            if text.normal.contains(where: { "。：".unicodeScalars.contains($0) }) || PaperNumber.isWhole(text.normal) {
                return nil
            }
            whole.append(text)
            if whole.count > 140 { return nil }
            if PaperHead.ends(whole, with: words) { return whole }
        }
        return nil
    }

    static func index(of word: String, in text: LocatedText) -> Int? {
        let word = Array(word.unicodeScalars)
        guard text.count >= word.count else { return nil }
        return (0...(text.count - word.count)).first { text.normal[$0...].starts(with: word) }
    }

    // MARK: Date and issuer

    private mutating func readDate() {
        let dates = all.indices.filter { MandateDate.isWhole(PaperHead.bare(all[$0])) }
        if let index = dates.first(where: { $0 < bodyStart }) ?? dates.last {
            date = MandateDate.read(at: 0, in: PaperHead.bare(all[index]))?.date
            signature = index
            return
        }
        // 市住房和城乡建设局 2025年2月20日 on one line.
        for text in head where text.count <= 45 {
            guard let at = text.normal.indices.first(where: { MandateDate.isWhole(Array(text.normal[$0...])) }), at > 3,
                UnitNames.isName(text[0..<at].trimmed)
            else { continue }
            date = MandateDate.read(at: at, in: text.normal)?.date
            issuer = text[0..<at].trimmed.printedString
            return
        }
        // （县政府办公室 2026年1月30日印发） below the title of a list.
        for text in head where text.first == "（" && text.count <= 60 {
            let inside = text.normal.indices.first { MandateDate.read(at: $0, in: text.normal) != nil }
            guard let inside, let found = MandateDate.read(at: inside, in: text.normal) else { continue }
            date = found.date
            let name = text[1..<inside]
            if UnitNames.isName(name) { issuer = name.printedString }
            return
        }
        if let damaged = all.first(where: { MandateDate.isDamaged($0.normal) }) {
            doubts.append((damaged.points.first, LedgerWords.damagedDate))
            return
        }
        for (labels, isWritten) in [
            (["成文日期", "填报日期", "制表日期", "编制日期", "填表日期"], true), (["发布日期", "发布时间", "印发日期"], false),
        ] {
            for text in head {
                guard let value = PaperHead.value(of: labels, in: text), let found = PaperHead.date(in: value) else {
                    continue
                }
                date = found
                if !isWritten { doubts.append((text.points.first, LedgerWords.publishedDate)) }
                return
            }
        }
        for text in all.suffix(6) where text.count <= 60 {
            guard let at = PaperHead.index(of: "印发", in: text), let found = PaperHead.date(in: text[0..<at]) else {
                continue
            }
            date = found
            doubts.append((text.points.first, LedgerWords.publishedDate))
            return
        }
        doubts.append((all.first?.points.first, LedgerWords.noDate))
    }

    private var signature: Int?

    /// A date that may stand in brackets.
    private static func bare(_ text: LocatedText) -> [Unicode.Scalar] {
        guard text.first == "（", text.last == "）" else { return text.normal }
        return Array(text.normal.dropFirst().dropLast())
    }

    private static func date(in text: LocatedText) -> Day? {
        for index in text.normal.indices {
            if let found = MandateDate.read(at: index, in: text.normal) { return found.date }
        }
        let digits = text.string.split { !$0.isNumber }.compactMap { Int($0) }
        guard digits.count >= 3, digits[0] > 1900 else { return nil }
        return Day(year: digits[0], month: digits[1], day: digits[2])
    }

    private static let issuerLabels = [
        "发布机构", "发文机关", "发文单位", "制发机关", "填报单位", "制表单位", "填表单位", "编制单位", "制定单位", "印发单位",
    ]

    /// Several issuers stand on a line each, or parted by blanks: the first is named.
    private func firstLine(of names: String) -> String {
        let line = head.first { $0.count >= 4 && names.hasPrefix($0.printedString) && $0.printedString != names }
        return line?.printedString ?? names
    }

    /// 市住房城乡建设局等五部门: the first is named.
    private static func first(of name: String) -> String {
        guard name.hasSuffix("部门") || name.hasSuffix("单位"), let and = name.lastIndex(of: "等"),
            name.distance(from: and, to: name.endIndex) <= 6
        else { return name }
        return String(name[..<and])
    }

    private mutating func readIssuer() {
        guard issuer == nil else { return }
        if let about = title.range(of: "关于") {
            var before = String(title[..<about.lowerBound])
            for word in ["印发", "转发", "批转"] where before.hasSuffix(word) { before.removeLast(word.count) }
            if before.unicodeScalars.count >= 3 {
                issuer = PaperHead.first(of: firstLine(of: before))
                return
            }
        }
        if let signature, signature > 0, UnitNames.isName(all[signature - 1]) {
            issuer = all[signature - 1].printedString
            return
        }
        for text in head {
            if let value = PaperHead.value(of: PaperHead.issuerLabels, in: text),
                UnitNames.isName(value.trimmed)
            {
                issuer = value.trimmed.printedString
                return
            }
            if text.count <= 30, PaperHead.ends(text, with: ["文件"]), UnitNames.isName(text[0..<(text.count - 2)]) {
                issuer = text[0..<(text.count - 2)].printedString
                return
            }
        }
        issuer = head.first { UnitNames.isName($0) && $0.count <= 30 }?.printedString ?? nameInTitle
    }

    /// 县文化旅游局2017年工作要点: who issued it stands before the year.
    private var nameInTitle: String? {
        let scalars = title.unicodeScalars
        guard number != nil, let digit = scalars.firstIndex(where: MandateNumerals.isDigit) else { return nil }
        let name = String(title[..<digit])
        let text = Normalisation.read(name, line: 0, isMarkdown: false)
        return text.count >= 4 && UnitNames.isName(text) ? name : nil
    }

    // MARK: The rest

    /// Last of the fifteen kinds in the title (党政机关公文处理工作条例 第八条).
    var kind: String? {
        PaperHead.kinds.first { title.hasSuffix($0) }
    }

    /// X of 印发《X》的通知 and of 印发X的通知.
    var wraps: String? {
        guard let start = title.range(of: "印发") ?? title.range(of: "转发"), let end = title.range(of: "的通知"),
            start.upperBound < end.lowerBound
        else { return nil }
        let inside = title[start.upperBound..<end.lowerBound]
        return String(inside.filter { $0 != "《" && $0 != "》" })
    }

    /// Titles in 《》, each once, with the number that follows in brackets.
    var references: [MandateLedger.Reference] {
        var found: [MandateLedger.Reference] = []
        for text in all {
            var index = 0
            while index < text.count {
                guard text.normal[index] == "《", let close = text.normal[index...].firstIndex(of: "》"),
                    close > index + 1
                else {
                    index += 1
                    continue
                }
                let name = text[(index + 1)..<close].printedString
                let tail = close + 1
                var number: String?
                if tail < text.count, text.normal[tail] == "（",
                    let range = PaperNumber.find(in: text.normal, from: tail + 1), range.lowerBound == tail + 1
                {
                    number = text[range].string.replacingBrackets
                }
                if name != wraps, !found.contains(where: { $0.title == name }), let passage = text[index..<tail].passage
                {
                    found.append(MandateLedger.Reference(title: name, number: number, passage: passage))
                }
                index = tail
            }
        }
        return found
    }
}

extension String {
    /// Six-cornered brackets, as GB/T 9704 has them in numbers of documents.
    fileprivate var replacingBrackets: String {
        String(map { $0 == "（" ? "〔" : $0 == "）" ? "〕" : $0 })
    }

    /// Without Foundation.
    fileprivate func range(of word: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }
}
