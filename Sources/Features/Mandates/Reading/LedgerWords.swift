import Values

/// Sentences of doubts.
enum LedgerWords {
    static func jump(from: Int, to: Int) -> Wording {
        Wording(zh: "编号从\(from)跳到\(to)，请核对是否缺项", en: "the numbers jump from \(from) to \(to); is one missing?")
    }

    static func again(_ number: Int) -> Wording {
        Wording(zh: "编号\(number)重复", en: "the number \(number) is printed twice")
    }

    static func unplaced(_ number: Int) -> Wording {
        Wording(
            zh: "编号\(number)与前后不连续，仍按标题读取", en: "the number \(number) does not follow; it was still read as a heading")
    }

    static func unnumbered(_ title: String) -> Wording {
        Wording(zh: "“\(title)”没有编号，按标题读取", en: "“\(title)” has no number; it was read as a heading")
    }

    static func noUnits(_ id: String) -> Wording {
        Wording(zh: "任务\(id)没有印出责任单位", en: "task \(id) prints no responsible unit")
    }

    static func onlyEqual(_ ids: [String]) -> Wording {
        let some = ids.prefix(5).joined(separator: "、")
        return Wording(
            zh: "\(ids.count)项任务（\(some)…）只印有责任单位，未区分牵头与配合；全部列为牵头单位，首位仅为建议",
            en:
                "\(ids.count) tasks (\(some)…) print no lead: all their units stand in lead, the first is proposed"
        )
    }

    static func others(_ ids: [String]) -> Wording {
        let some = ids.prefix(5).joined(separator: "、")
        return Wording(
            zh: "\(ids.count)项任务（\(some)…）写有“等部门”，其余单位未列明",
            en: "\(ids.count) tasks (\(some)…) say 等部门: further units are meant and not named")
    }

    static func groups(_ names: [String]) -> Wording {
        let some = names.prefix(6).joined(separator: "、")
        return Wording(
            zh: "统称单位需人工确认所指：\(some)", en: "names for several units; a person says who is meant: \(some)")
    }

    static func noTasks(_ title: String) -> Wording {
        Wording(
            zh: "“\(title)”按总体要求或保障措施处理，未列为任务",
            en: "“\(title)” was taken as a preamble or as safeguards; no tasks were made of it")
    }

    static func early(_ raw: String, _ date: Day) -> Wording {
        Wording(zh: "“\(raw)”（\(date)）早于成文日期", en: "“\(raw)” (\(date)) lies before the document's date")
    }

    static func noYear(_ raw: String) -> Wording {
        Wording(zh: "“\(raw)”缺少年份依据", en: "“\(raw)” has no year to lean on")
    }

    static func wholeMonth(_ raw: String) -> Wording {
        Wording(zh: "“\(raw)”未写明日，按当月末计", en: "“\(raw)” names no day; the end of that month was taken")
    }

    static func soft(_ raw: String) -> Wording {
        Wording(zh: "“\(raw)”为约数或力争目标", en: "“\(raw)” is approximate or only strived for")
    }

    static func unsureFigure(_ raw: String) -> Wording {
        Wording(zh: "“\(raw)”是否为量化指标不能确定，未列入", en: "“\(raw)” may be a target or only describe; it was not taken")
    }

    static func withoutFigure(_ raw: String) -> Wording {
        Wording(zh: "“\(raw)”没有数字，未列为量化指标", en: "“\(raw)” asks for all without a figure; no target was made of it")
    }

    static let call = Wording(
        zh: "责任单位之后的这一段不计入该任务", en: "this paragraph behind the units was not taken as part of the task")
    static let withoutNumbers = Wording(
        zh: "全文没有编号，任务按责任单位划分", en: "the document has no numbers; its tasks were parted by their units")
    static let spaced = Wording(
        zh: "表格的列只用空格隔开，请核对", en: "the columns of this table are parted by blanks only; check them")
    static let openRow = Wording(
        zh: "表格上一行末尾没有句号，本行按另一子项读取",
        en: "the row above does not end in a full stop; this one was read as a sub-row of its own")
    static let unclosed = Wording(zh: "责任单位括号没有闭合", en: "the bracket with the units is not closed")
    static let damagedDate = Wording(zh: "成文日期有缺字，未猜测", en: "the document's date is damaged; it was not guessed")
    static let noDate = Wording(zh: "没有找到成文日期", en: "no date of the document was found")
    static let noTitle = Wording(zh: "没有找到标题", en: "no title was found")
    static let noNumber = Wording(zh: "没有找到发文字号", en: "no number of the document was found")
    static let publishedDate = Wording(
        zh: "只有发布日期，没有成文日期", en: "only the day of publication is printed, not the document's date")
    static let noTask = Wording(zh: "没有找到任务", en: "no tasks were found")
    static let unknownTable = Wording(zh: "表头无法辨认，该表未读取", en: "the heads of this table are not known; it was not read")
    static let differentTexts = Wording(zh: "正文与附表的文字不一致，以正文为准", en: "text and annex table differ; the text was taken")

    static func inColumns(_ page: Int) -> Wording {
        Wording(zh: "第\(page)页表格的列无法分开", en: "the columns of the table on page \(page) cannot be told apart")
    }
}
