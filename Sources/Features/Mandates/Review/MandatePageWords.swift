import Values

/// The words of the pages of policy documents.
enum MandatePageWords {
    static let title = Wording(zh: "政策文件与任务", en: "Policy documents")
    static let lead = Wording(
        zh: "导入的文件先读出任务、单位、时限和指标，经人核对采纳后才进入台账。",
        en: "Tasks, units, deadlines and figures are read out; they count once a person has accepted them.")
    static let upload = Wording(zh: "导入文件", en: "Import a document")
    static let documents = Wording(zh: "已导入的文件", en: "Imported documents")
    static let none = Wording(zh: "还没有导入文件", en: "No document yet")
    static let noneText = Wording(zh: "导入一份通知、方案或任务分解表。", en: "Import a notice, a plan or a table of tasks.")
    static let file = Wording(zh: "文件", en: "File")
    static let fileHint = Wording(
        zh: "可以是 .txt、.md、.html、.docx、.xlsx 或带文字的 .pdf，最多 \(Upload.largestInBytes >> 20) MB；扫描件要先做文字识别",
        en: ".txt, .md, .html, .docx, .xlsx, or .pdf with text, up to \(Upload.largestInBytes >> 20) MB; "
            + "a scan must be recognised first")
    static let fileNeeded = Wording(zh: "请选择要导入的文件", en: "Choose the file to import")
    static let laterVersion = Wording(
        zh: "这是已导入文件的新版本，替换原来的版本", en: "This is a later version of an imported document and replaces it")
    static let version = Wording(zh: "版本", en: "Version")
    static let send = Wording(zh: "读取并导入", en: "Read and import")
    static let same = Wording(zh: "这份文件已经导入过", en: "This very file was imported before")
    static let earlier = Wording(
        zh: "已有同一文号（或标题）的文件。如果这是新版本，请勾选“这是新版本”再导入一次；原文件没有变动。",
        en: "A document of this number (or title) is there. If this is a later version, tick the box and import again; "
            + "nothing was changed.")
    static let noEarlier = Wording(
        zh: "没有同一文号或标题的文件可以替换；如果不是新版本，请不要勾选", en: "There is no document of this number or title to replace")
    static let openExisting = Wording(zh: "打开已导入的文件", en: "Open the imported document")

    static let number = Wording(zh: "发文字号", en: "Number")
    static let name = Wording(zh: "标题", en: "Title")
    static let issuer = Wording(zh: "发文机关", en: "Issuer")
    static let date = Wording(zh: "成文日期", en: "Date")
    static let importedAt = Wording(zh: "导入时间", en: "Imported")
    static let tasks = Wording(zh: "任务", en: "Tasks")
    static let waiting = Wording(zh: "待核对", en: "To review")
    static let original = Wording(zh: "原文件", en: "Original file")
    static let wraps = Wording(zh: "印发", en: "Puts into force")
    static let hash = Wording(zh: "文件指纹（SM3）", en: "Fingerprint (SM3)")
    static let doubts = Wording(zh: "疑点", en: "Doubts")
    static let doubtsLead = Wording(
        zh: "读取时没有把握的地方，请先看。", en: "What the reader was unsure of; look at these first.")
    static let noDoubts = Wording(zh: "没有疑点", en: "No doubts")
    static let place = Wording(zh: "位置", en: "Place")
    static let message = Wording(zh: "说明", en: "What")
    static let section = Wording(zh: "章节", en: "Section")
    static let noSection = Wording(zh: "（无章节）", en: "(no section)")
    static let review = Wording(zh: "对照原文核对", en: "Review beside the source")
    static let replaced = Wording(zh: "已有新版本替换本文件", en: "A later version replaces this document")
    static let replaces = Wording(zh: "本文件替换较早的版本", en: "This document replaces an earlier version")
    static let showLater = Wording(zh: "看新版本", en: "Show the later version")
    static let compare = Wording(zh: "与上一版本逐项比较", en: "Compare with the version before")
    static let about = Wording(zh: "文件信息", en: "About the document")

    static let source = Wording(zh: "原文", en: "Source")
    static let result = Wording(zh: "读出的任务", en: "What was read")
    static let leadUnit = Wording(zh: "牵头单位", en: "Lead")
    static let supportUnits = Wording(zh: "配合单位", en: "Support")
    static let deadline = Wording(zh: "完成时限", en: "Deadline")
    static let targets = Wording(zh: "量化指标", en: "Figures")
    static let standing = Wording(zh: "核对情况", en: "State")
    static let open = Wording(zh: "请选择是哪些单位", en: "say who is meant")
    static let proposed = Wording(zh: "文件没有写明牵头单位，第一个为建议", en: "no lead is printed; the first is a proposal")
    static let noDate = Wording(zh: "没有日期", en: "no date")
    static let acceptAll = Wording(zh: "采纳本页看过的任务", en: "Accept the tasks seen on this page")
    static let acceptAllHint = Wording(
        zh: "只包括没有疑点、单位逐个写明、时限明确的任务；其余（如“各区县政府”）请逐项打开。",
        en: "Only tasks without doubts, with each unit named by itself and a printed day; open the others one by one.")
    static let openTask = Wording(zh: "打开核对", en: "Open")
    static let next = Wording(zh: "后面的任务", en: "More tasks")

    static let correct = Wording(zh: "改正", en: "Put right")
    static let correctHint = Wording(
        zh: "改正会连同理由记录在案，原来读出的内容保留。", en: "What was read stays on record beside the correction.")
    static let taskName = Wording(zh: "任务名称", en: "Title of the task")
    static let text = Wording(zh: "任务内容", en: "Text")
    static let onePerLine = Wording(zh: "每行一个", en: "one a line")
    static let reason = Wording(zh: "理由", en: "Reason")
    static let save = Wording(zh: "保存改正", en: "Save")
    static let accept = Wording(zh: "采纳为任务", en: "Accept")
    static let accepted = Wording(zh: "采纳时确定的承办", en: "As it was accepted")
    static let acceptHint = Wording(
        zh: "确认由谁办、何时办完。采纳后任务进入台账并交办。", en: "Confirm who does it and by when. The task is then assigned.")
    static let due = Wording(zh: "完成时限（最后一天）", en: "Last day")
    static let reject = Wording(zh: "不是任务，退回", en: "Not a task: reject")
    static let rejectHint = Wording(zh: "退回的任务不进入台账。", en: "A rejected task does not enter the ledger.")
    static let noDue = Wording(zh: "请填写完成时限", en: "Give the last day")
    static let notADay = Wording(zh: "没有这一天", en: "There is no such day")
    static let badNumber = Wording(zh: "指标的数值要是数字", en: "The value of a figure must be a number")
    static let raw = Wording(zh: "原文写法", en: "As printed")
    static let what = Wording(zh: "统计什么", en: "What is measured")
    static let comparator = Wording(zh: "比较", en: "Comparison")
    static let value = Wording(zh: "数值", en: "Value")
    static let unit = Wording(zh: "单位", en: "Unit")
    static let emptyDeletes = Wording(zh: "“原文写法”清空即删除", en: "empty the printed words to delete it")
    static let corrections = Wording(zh: "改正记录", en: "Corrections")
    static let continues = Wording(zh: "接续上一版本已采纳的任务", en: "Continues an accepted task of the version before")

    static let reportEvery = Wording(zh: "多久报送一次进展", en: "How often progress is reported")
    static let noReportPeriod = Wording(zh: "请选择报送周期", en: "Choose how often progress is reported")
    static let takeBack = Wording(zh: "撤回采纳", en: "Take the acceptance back")
    static let takeBackHint = Wording(
        zh: "任务回到待核对，已交办的办件连同子任务一并撤销；原来的采纳和办理记录都保留。",
        en: "The task waits for review again, its cases and their parts are cancelled; nothing on record is deleted.")
    static let takingsBack = Wording(zh: "撤回采纳记录", en: "Acceptances taken back")
    static let showCases = Wording(zh: "看承办情况", en: "Show its cases")

    static func reportHint(isPrinted: Bool) -> Wording {
        isPrinted
            ? Wording(zh: "按文件所写", en: "as the document prints it")
            : Wording(zh: "文件没有写明，先按每月（示例数据），可以改", en: "the document does not say; monthly is sample data, change it")
    }

    static func period(_ period: ReportPeriod) -> Wording {
        switch period {
        case .weekly: Wording(zh: "每周（周调度）", en: "every week")
        case .monthly: Wording(zh: "每月（月调度）", en: "every month")
        case .quarterly: Wording(zh: "每季度", en: "every quarter")
        case .halfYearly: Wording(zh: "每半年", en: "every half-year")
        }
    }

    static let comparison = Wording(zh: "版本比较", en: "Comparison of versions")
    static let was = Wording(zh: "上一版本", en: "Before")
    static let isNow = Wording(zh: "本版本", en: "Now")
    static let change = Wording(zh: "变化", en: "Change")
    /// Names of units in a table: the first three, and how many there are.
    static func some(_ names: [String]) -> Wording {
        guard names.count > 4 else {
            let all = names.isEmpty ? "—" : names.joined(separator: "、")
            return Wording(zh: all, en: all)
        }
        let first = names.prefix(3).joined(separator: "、")
        return Wording(zh: "\(first)等 \(names.count) 个单位", en: "\(first) and \(names.count - 3) more")
    }

    static let done = Wording(zh: "已保存", en: "Saved")

    static func standing(_ standing: MandateTask.Standing) -> Wording {
        switch standing {
        case .waiting: waiting
        case .accepted: Wording(zh: "已采纳", en: "Accepted")
        case .rejected: Wording(zh: "已退回", en: "Rejected")
        }
    }

    static func counts(_ row: MandateDocumentRow) -> Wording {
        Wording(
            zh: "\(row.tasks) 项，待核对 \(row.waiting) 项，已采纳 \(row.accepted) 项",
            en: "\(row.tasks), \(row.waiting) to review, \(row.accepted) accepted")
    }

    static func comparator(_ comparator: MandateLedger.Comparator) -> Wording {
        switch comparator {
        case .atMost: Wording(zh: "不超过", en: "at most")
        case .atLeast: Wording(zh: "不少于", en: "at least")
        case .less: Wording(zh: "少于", en: "less than")
        case .more: Wording(zh: "超过", en: "more than")
        case .equal: Wording(zh: "等于", en: "exactly")
        case .reduceBy: Wording(zh: "减少", en: "reduced by")
        case .increaseBy: Wording(zh: "增加", en: "increased by")
        }
    }

    static func part(_ part: VersionComparison.Part) -> Wording {
        switch part {
        case .title: taskName
        case .text: text
        case .lead: leadUnit
        case .support: supportUnits
        case .deadlines: deadline
        case .targets: targets
        }
    }

    static func change(_ change: VersionComparison.Change) -> Wording {
        switch change {
        case .same: return Wording(zh: "相同", en: "same")
        case .added: return Wording(zh: "新增", en: "new")
        case .gone: return Wording(zh: "取消", en: "gone")
        case .changed(let parts):
            return Wording(
                zh: "改动：" + parts.map { part($0).zh }.joined(separator: "、"),
                en: "changed: " + parts.map { part($0).en.lowercased() }.joined(separator: ", "))
        }
    }
}
