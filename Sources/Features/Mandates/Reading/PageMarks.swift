/// What a page or a web site adds to a document, and what ends its text.
enum PageMarks {
    /// — 3 —, - 26 -, 第3页 共10页, 3/10.
    static func isFooter(_ text: [Unicode.Scalar]) -> Bool {
        let dashes = Set("—–-－·".unicodeScalars)
        if let first = text.first, let last = text.last, dashes.contains(first), dashes.contains(last), text.count <= 12
        {
            let inside = text.filter { !dashes.contains($0) && $0 != " " }
            return !inside.isEmpty && inside.allSatisfy(MandateNumerals.isDigit)
        }
        guard text.count <= 14, text.contains(where: MandateNumerals.isDigit) else { return false }
        let rest = text.filter { !MandateNumerals.isDigit($0) && $0 != " " }
        return ["第页", "第页共页", "第页，共页", "第页/共页", "页共页"].contains(LocatedText.string(rest))
    }

    /// A line of the contents: dots and a page number behind a heading.
    static func isOfContents(_ text: [Unicode.Scalar]) -> Bool {
        guard text.last.map(MandateNumerals.isDigit) == true, text.count > 6 else { return false }
        let dots = text.count { $0 == "…" || $0 == "." || $0 == "·" }
        return text.contains("…") && dots >= 2 || dots >= 6
    }

    static func isShort(_ text: LocatedText) -> Bool { text.count <= 30 }

    private static let parts = WordSet("附件 附表 附： 专栏 抄送 主送")

    private static let bullets = Set("•●○■□◆◇▲△★☆※➢►▪-·√✓✔".unicodeScalars)

    /// How long the mark is that a line of a list begins with: ★1., ●建设…; 0 when there is none.
    static func bulletLength(_ text: [Unicode.Scalar]) -> Int {
        guard let first = text.first, bullets.contains(first), text.count > 2 else { return 0 }
        let next = text[1] == " " ? 2 : 1
        // - 5月15日前完成…, but not - 5 -.
        let isDay =
            MandateNumerals.isDigit(text[next]) && text.count > 12
            && text[next...].prefix(6).contains { "年月日".unicodeScalars.contains($0) }
        let isText = isDay || MandateNumerals.isHan(text[next]) || "“《（".unicodeScalars.contains(text[next])
        return isText || MandateHeading(Array(text[next...])) != nil ? next : 0
    }

    /// Whether a line begins something of its own: a heading, a role, an annex, a date.
    static func beginsPart(_ text: [Unicode.Scalar]) -> Bool {
        if MandateHeading(text) != nil || Responsibility.role(at: 0, in: text) != nil || bulletLength(text) > 0 {
            return true
        }
        if parts.begins(text) || PaperNumber.isWhole(text) { return true }
        return MandateDate.isWhole(text)
    }

    private static let titleEnds = WordSet("通知 意见 方案 要点 计划 规划 清单 办法 规定 措施 细则 决定 通报 公告 批复 函 分工表 任务表 政府 办公厅 办公室")

    /// A short line that ends like a title: nothing goes on behind it.
    static func isTitle(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 70 && titleEnds.lengthBefore(text.count, in: text) != nil
            && !text.contains { "。；，".unicodeScalars.contains($0) }
    }

    /// A short line without any mark: it may be a heading that has no number.
    static func isTitleLine(_ text: LocatedText) -> Bool {
        let isPlain = !text.normal.contains { "。，；：、（".unicodeScalars.contains($0) }
        return text.count >= 3 && text.count <= 30 && (isPlain || UnitNames.isList(text))
            && !MandateDate.isWhole(text.normal)
    }

    private static let siteWords = WordSet(
        """
        相关阅读 相关链接 相关文件 相关解读 文件下载 附件下载 政策解读 解读链接 分享到 分享： 打印本页 打印 关闭窗口 上一篇 下一篇 版权所有 网站标识码 扫一扫 \
        责任编辑 浏览次数 【打印】 〔打印〕 〔关闭〕 网站地图 下载附件
        """)

    /// What a web site prints below a document.
    static func isOfSite(_ text: [Unicode.Scalar]) -> Bool {
        let bare = text.first == "〔" ? Array(text.dropFirst()) : text
        return text.count <= 60 && (siteWords.begins(text) || siteWords.begins(bare))
    }

    private static let notes = WordSet("（此件公开发布 （此件主动公开 （此页无正文 （本文有删减 （此件依申请公开 （此件不公开 （此件删减后公开 （联系人 （信息公开")

    /// What stands below the text of a document: notes, copies, imprint.
    static func endsText(_ text: [Unicode.Scalar]) -> Bool {
        isOfSite(text) || notes.begins(text) || presences.begins(text) || isImprint(text)
    }

    private static let imprints = WordSet("督办： 网站标识码 版权所有 技术支持")

    /// 主办：市政府督查室 督办：…: who drew the document up.
    private static func isImprint(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 70 && text.starts(with: "主办：".unicodeScalars) && imprints.isIn(text)
    }

    private static let presences = WordSet(
        "抄送： 主送： 分送： 发送： 报送： 印送： 出席： 列席： 出席人员： 列席人员： 参加人员： 参会人员： 请假： 缺席： 主持： 记录：")
    private static let closings = WordSet(
        """
        会议强调 会议要求 会议指出 会议认为 会议明确要求 会议最后强调 会议号召 会议还 会议听取 会议原则同意 会议同意 会议审议 会议传达 会议通报 会议议定： 会议决定： 会议明确： \
        会议议定以下事项 会议决定以下事项 会议研究
        """)

    /// What minutes tell besides what was decided.
    static func closesMinutes(_ text: [Unicode.Scalar]) -> Bool { closings.begins(text) }

    private static let requests = WordSet("请各 请有关 请按 请认真 请结合 特此通知 特此通告 以上任务 以上事项 以上工作")

    /// What a notice asks of everybody behind its last item.
    static func isRequest(_ text: [Unicode.Scalar]) -> Bool { requests.begins(text) && text.count <= 120 }

    private static let calls = WordSet("各 请 以上 上述 联系 有关 对")

    /// What may be said to everybody behind a task that its units closed: 各牵头单位要于每月25日前报送….
    static func isCall(_ text: [Unicode.Scalar]) -> Bool { calls.begins(text) }

    private static let firsts = WordSet("第一位 首位 第一个单位 首个单位 第一家 第一的")

    /// 责任单位中列第一位的为牵头单位: the first of equals leads.
    static func namesFirstAsLead(_ text: [Unicode.Scalar]) -> Bool {
        guard let first = text.indices.first(where: { firsts.length(at: $0, in: text) != nil }) else { return false }
        return WordSet("牵头").isIn(Array(text[first...].prefix(14)))
    }

    /// 本方案自印发之日起施行。
    static func isValidity(_ text: [Unicode.Scalar]) -> Bool {
        guard text.first == "本", text.count <= 60 else { return false }
        let string = LocatedText.string(text)
        return ["施行", "实施", "执行", "有效期", "解释"].contains { string.contains($0) } && string.contains("自")
            || string.contains("负责解释")
    }
}
