import Values

/// The words of adjusting the register.
enum AdjustmentWords {
    static let title = Wording(zh: "权责清单调整", en: "Adjusting the register")
    static let lead = Wording(
        zh: "提出调整建议后，依次经合法性审核、批准和公布。提出、审核、批准必须是不同的人。",
        en: "A proposal goes through legal check, approval and publication, each by another person.")
    static let propose = Wording(zh: "提出调整建议", en: "Propose an adjustment")
    static let choose = Wording(zh: "选择调整什么", en: "What is to be adjusted")
    static let next = Wording(zh: "下一步", en: "Continue")
    static let kind = Wording(zh: "调整方式", en: "Kind of adjustment")
    static let item = Wording(zh: "事项", en: "Item")
    static let newItem = Wording(zh: "新事项的代号", en: "Id of the new item")
    static let newItemHint = Wording(
        zh: "小写字母、数字和连字符，例如 street-stall", en: "small letters, digits and hyphens, such as street-stall")
    static let region = Wording(zh: "适用区域", en: "Where it applies")
    static let nameZH = Wording(zh: "事项名称", en: "Name in Chinese")
    static let nameEN = Wording(zh: "事项英文名称", en: "Name in English")
    static let code = Wording(zh: "基本编码", en: "Basic code")
    static let codeHint = Wording(
        zh: "12 位：区划 2、类型 2、部门 2、主项 3、子项 3", en: "12 digits: area 2, type 2, department 2, main item 3, sub item 3")
    static let basis = Wording(zh: "设定依据", en: "Basis")
    static let basisHint = Wording(zh: "法律、法规或文件的名称和条款", en: "name and article of the law or document")
    static let level = Wording(zh: "调整后的行使层级", en: "Level afterwards")
    static let authority = Wording(zh: "承接单位", en: "Unit that takes over")
    static let authorityHint = Wording(zh: "该层级的单位名称，例如 市场监管局", en: "its name at that level, such as 市场监管局")
    static let document = Wording(zh: "调整依据的文件", en: "Document that asks for it")
    static let documentHint = Wording(zh: "文号，例如 渝府办发〔2020〕63号", en: "its number, such as 渝府办发〔2020〕63号")
    static let reason = Wording(zh: "调整理由", en: "Reason")
    static let from = Wording(zh: "施行日期", en: "Date of force")
    static let send = Wording(zh: "提交建议", en: "Send the proposal")
    static let proposals = Wording(zh: "调整建议", en: "Proposals")
    static let noProposals = Wording(zh: "还没有调整建议", en: "No proposals yet")
    static let noProposalsText = Wording(zh: "从“提出调整建议”开始。", en: "Begin with a proposal.")
    static let stage = Wording(zh: "环节", en: "Stage")
    static let filed = Wording(zh: "提出时间", en: "Proposed")
    static let number = Wording(zh: "编号", en: "Number")
    static let onlyManagers = Wording(zh: "只有事项管理员能提出调整建议", en: "Only item managers propose adjustments")

    static let needed = Wording(zh: "这一项要填写", en: "This is needed")
    static let tooLong = Wording(zh: "内容太长", en: "This is too long")
    static let badID = Wording(zh: "代号只能用小写字母、数字和连字符", en: "An id holds small letters, digits and hyphens only")
    static let known = Wording(zh: "清单里已经有这个事项", en: "The register holds this item already")
    static let unknown = Wording(zh: "清单里没有这个事项", en: "The register holds no such item")
    static let cancelledAlready = Wording(zh: "这个事项在这里已经取消", en: "The item is cancelled there already")
    static let noRegion = Wording(zh: "没有这个区域", en: "There is no such region")
    static let bothNames = Wording(zh: "中文和英文名称要一起填写", en: "Give both names")
    static let nothingChanged = Wording(zh: "没有写明变更什么", en: "Nothing is changed")
    static let badCode = Wording(zh: "不是 12 位的基本编码", en: "No basic code of 12 digits")
    static let takenCode = Wording(zh: "这个编码已经用于别的事项", en: "Another item has this code")
    static let noServices = Wording(zh: "这个事项还没有业务办理项，不能下放或收回", en: "The item has no services to move")
    static let noDate = Wording(zh: "请填写施行日期", en: "Give the date of force")
    static let pastDate = Wording(zh: "施行日期不能早于今天", en: "The date of force cannot lie in the past")
    static let farDate = Wording(zh: "施行日期不能晚于五年以后", en: "The date of force lies more than five years ahead")
    static func noAuthority(_ name: String) -> Wording {
        Wording(zh: "这一层级不是每个区域都有“\(name)”", en: "Not every region of that level has a \(name)")
    }
    static func noTaskUnit(_ name: String) -> Wording {
        Wording(zh: "承接地没有“\(name)”，办件会无人办理", en: "\(name) is missing there; cases would reach nobody")
    }
}
