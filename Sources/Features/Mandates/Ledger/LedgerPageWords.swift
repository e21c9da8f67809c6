import Values

/// The words of the ledger's pages.
enum LedgerPageWords {
    static let title = Wording(zh: "督查督办台账", en: "Ledger of tasks")
    static let lead = Wording(
        zh: "已采纳并交办的任务，按完成时限排列。", en: "Tasks that were accepted and assigned, by their last day.")
    static let none = Wording(zh: "没有符合条件的任务", en: "No such task")
    static let noneText = Wording(
        zh: "采纳文件中的任务后，这里会列出每个承办单位的办理情况。", en: "Accepted tasks are listed here, one line for each unit.")
    static let noneFiltered = Wording(zh: "换一个条件，或者清除筛选。", en: "Ask otherwise, or clear the filter.")
    static let task = Wording(zh: "任务", en: "Task")
    static let document = Wording(zh: "文件", en: "Document")
    static let unit = Wording(zh: "承办单位", en: "Unit")
    static let part = Wording(zh: "分工", en: "Part")
    static let due = Wording(zh: "完成时限", en: "Last day")
    static let light = Wording(zh: "亮灯", en: "Light")
    static let lastReport = Wording(zh: "最近报送", en: "Last report")
    static let state = Wording(zh: "状态", en: "State")
    static let open = Wording(zh: "在办", en: "Open")
    static let closed = Wording(zh: "已销号", en: "Closed")
    static let filter = Wording(zh: "筛选任务", en: "Filter the tasks")
    static let all = Wording(zh: "全部", en: "All")
    static let dueBy = Wording(zh: "时限不晚于（如 2026-06-30）", en: "Due by (2026-06-30)")

    static func noUnit(_ typed: String) -> Wording {
        Wording(
            zh: "机构名录里没有“\(typed)”，或不止一个。写上区县和单位，例如“渝中区 市场监管局”。",
            en: "No unit is called “\(typed)”, or more than one. Write district and unit, such as 渝中区 市场监管局.")
    }

    static func noDay(_ typed: String) -> Wording {
        Wording(zh: "“\(typed)”不是日期。写成 2026-06-30 这样。", en: "“\(typed)” is no day. Write it like 2026-06-30.")
    }

    static let shown = Wording(zh: "承办情况", en: "Units")
    static let original = Wording(zh: "文件原文", en: "The document’s words")
    static let sentence = Wording(zh: "任务内容", en: "Text")
    static let openDocument = Wording(zh: "打开文件", en: "Open the document")
    static let openCase = Wording(zh: "办理", en: "Open the case")
    static let targets = Wording(zh: "量化指标", en: "Figures")
    static let reports = Wording(zh: "督办记录", en: "Supervision")
    static let reportEvery = Wording(zh: "报送周期", en: "Reports")
    static let reportFilter = Wording(zh: "进展报送", en: "Progress report")
    static let reportSoon = Wording(zh: "7 日内应报送或漏报", en: "due within 7 days, or missing")
    static let next = Wording(zh: "下次 ", en: "next ")
    static let measured = Wording(zh: "由平台测量，不要求报送", en: "measured by the platform: none asked for")
    static let measuredNote = Wording(
        zh: "全部指标由平台按办件日志测量，不要求单位报送。", en: "The platform measures every figure from the log; no report is asked for.")
    static let figuresNote = Wording(
        zh: "平台能测量的指标由平台填写；其余由承办单位报送。", en: "The platform fills in what it measures; the unit reports the rest.")
    static let byReport = Wording(zh: "单位报送", en: "the unit’s reports")
    static let what = Wording(zh: "统计什么", en: "What is measured")
    static let figure = Wording(zh: "目标", en: "Figure")
    static let measuredBy = Wording(zh: "由什么来量", en: "Measured by")
    static let value = Wording(zh: "实际", en: "Measured")
    static let parts = Wording(zh: "子任务", en: "Parts")
    static let partTitle = Wording(zh: "子任务名称", en: "Part")
    static let person = Wording(zh: "责任人", en: "Person")
    static let givenBy = Wording(zh: "分解单位", en: "Split off by")
    static let milestones = Wording(zh: "里程碑", en: "Milestones")
    static let milestone = Wording(zh: "里程碑", en: "Milestone")
    static let day = Wording(zh: "日期", en: "Day")
    static let provedBy = Wording(zh: "以什么证明", en: "Proved by")
    static let proof = Wording(zh: "证明", en: "Proof")
    static let late = Wording(zh: "已过期", en: "late")
    static let progress = Wording(zh: "进展报送", en: "Reports of progress")
    static let noReport = Wording(zh: "尚未报送", en: "none yet")
    static let appeals = Wording(zh: "申诉待答复", en: "appeal open")
    static let missing = Wording(zh: "没有这项任务", en: "There is no such task")

    /// How a task ended, by the outcomes of the procedure.
    static let outcomes = [
        "done": Wording(zh: "完成销号", en: "done"), "cancelled": Wording(zh: "已撤销", en: "cancelled"),
        "withdrawn": Wording(zh: "随任务收回", en: "withdrawn with its task"),
    ]

    static func missed(_ times: Int) -> Wording {
        times == 1
            ? Wording(zh: "未按时报送", en: "report missing")
            : Wording(zh: "连续 \(times) 次未报送", en: "\(times) reports missing")
    }

    static func state(_ state: TaskCourse.Milestone.State) -> Wording {
        switch state {
        case .open: Wording(zh: "未到", en: "open")
        case .reached: Wording(zh: "已完成", en: "reached")
        case .dropped: Wording(zh: "已取消", en: "dropped")
        }
    }

    static func light(_ light: SupervisedTask.Light?) -> Wording {
        switch light {
        case .green: Wording(zh: "绿灯", en: "green")
        case .yellow: Wording(zh: "黄灯", en: "yellow")
        case .red: Wording(zh: "红灯", en: "red")
        case nil: closed
        }
    }

    static func part(_ part: SupervisedTask.Part) -> Wording {
        switch part {
        case .lead: Wording(zh: "牵头", en: "lead")
        case .joint: Wording(zh: "共同牵头", en: "joint lead")
        case .support: Wording(zh: "配合", en: "support")
        case .part: Wording(zh: "子任务", en: "part")
        }
    }

    static func counts(_ task: SupervisedTask) -> Wording {
        var zh: [String] = []
        var en: [String] = []
        for (count, chinese, english) in [
            (task.urged, "督办", "urged"), (task.praised, "表扬", "praised"), (task.criticised, "批评", "criticised"),
        ] where count > 0 {
            zh.append("\(chinese) \(count) 次")
            en.append("\(english) \(count)×")
        }
        if task.openAppeals > 0 {
            zh.append(appeals.zh)
            en.append(appeals.en)
        }
        return Wording(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
    }
}
