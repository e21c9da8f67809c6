import Values

/// The words of the register of items.
enum ItemWords {
    static let register = Wording(zh: "权责清单", en: "Register of items")
    static let lead = Wording(
        zh: "每个事项在市、区县、乡镇（街道）用同一个名称、编码、类型和依据。清单动态调整，每次调整都留有记录。",
        en: "One name, code, type and basis in city, districts and townships. Every adjustment stays on record.")
    static let item = Wording(zh: "事项", en: "Item")
    static let name = Wording(zh: "事项名称", en: "Name")
    static let code = Wording(zh: "基本编码", en: "Basic code")
    static let type = Wording(zh: "事项类型", en: "Type")
    static let department = Wording(zh: "主管部门", en: "Department")
    static let level = Wording(zh: "行使层级", en: "Level")
    static let visits = Wording(zh: "跑几趟", en: "Visits")
    static let words = Wording(zh: "找什么", en: "Search for")
    static let all = Wording(zh: "全部", en: "All")
    static let filter = Wording(zh: "筛选事项", en: "Filter the items")
    static let nothing = Wording(zh: "没有找到事项", en: "No item found")
    static let nothingText = Wording(zh: "换个条件试试，或者看全部。", en: "Try other conditions, or show all.")
    static let cancelled = Wording(zh: "已取消", en: "Cancelled")
    static let sample = Wording(zh: "示例编码", en: "Sample code")
    static let sampleText = Wording(
        zh: "标有“示例编码”的是虚构的编码，按标准的结构和校验规则算出。",
        en: "Codes marked as samples are invented; their structure and check characters follow the standard.")
    static let basis = Wording(zh: "设定依据", en: "Basis")
    static let about = Wording(zh: "事项信息", en: "About the item")
    static let services = Wording(zh: "可以办什么", en: "What can be applied for")
    static let serial = Wording(zh: "序号", en: "Serial")
    static let service = Wording(zh: "业务办理项", en: "Service")
    static let noServices = Wording(zh: "还没有可以办理的业务", en: "Nothing can be applied for yet")
    static let levels = Wording(zh: "各级是否一致（四级四同）", en: "The same at all levels")
    static let nation = Wording(zh: "国家级目录", en: "National catalogue")
    static let implementedBy = Wording(zh: "实施单位", en: "Implemented by")
    static let implementations = Wording(zh: "实施清单", en: "Implementations")
    static let region = Wording(zh: "区域", en: "Region")
    static let unit = Wording(zh: "实施单位", en: "Unit")
    static let itemCode = Wording(zh: "实施编码", en: "Implementation code")
    static let serviceCode = Wording(zh: "业务办理项编码", en: "Code of the service")
    static let history = Wording(zh: "调整记录", en: "Adjustments")
    static let noHistory = Wording(zh: "还没有调整过", en: "Not adjusted yet")
    static let what = Wording(zh: "怎样调整", en: "What")
    static let from = Wording(zh: "施行日期", en: "In force from")
    static let document = Wording(zh: "依据文件", en: "Document")
    static let recorded = Wording(zh: "公布日期", en: "Published on")
    static let published = Wording(zh: "列入清单", en: "Entered")
    static let notImplemented = Wording(zh: "不在本级办理", en: "Not decided at this level")
    static func units(_ count: Int) -> Wording {
        Wording(zh: "\(count) 个单位", en: count == 1 ? "1 unit" : "\(count) units")
    }
    static func count(_ number: Int) -> Wording { Wording(zh: "共 \(number) 项", en: "\(number) in all") }
    static func everywhere(_ region: Wording) -> Wording {
        Wording(zh: "适用：\(region.zh)", en: "in \(region.en)")
    }

    static let levelNames: [String: Wording] = [
        "city": Wording(zh: "市级", en: "City"), "district": Wording(zh: "区县级", en: "District"),
        "township": Wording(zh: "乡镇（街道）", en: "Township"),
    ]

    static let kinds: [ItemAdjustment.Kind: Wording] = [
        .add: Wording(zh: "新增", en: "Added"), .change: Wording(zh: "变更", en: "Changed"),
        .cancel: Wording(zh: "取消", en: "Cancelled"), .delegate: Wording(zh: "下放", en: "Delegated"),
        .takeBack: Wording(zh: "收回", en: "Taken back"),
    ]

    /// Digits 3 and 4 of a basic code. Source: GB/T 39554.1 as reconstructed from public codes.
    static let types: [(id: String, name: Wording)] = [
        ("01", Wording(zh: "行政许可", en: "Licence")), ("02", Wording(zh: "行政处罚", en: "Penalty")),
        ("03", Wording(zh: "行政强制", en: "Compulsion")), ("04", Wording(zh: "行政征收", en: "Levy")),
        ("05", Wording(zh: "行政给付", en: "Benefit")), ("06", Wording(zh: "行政检查", en: "Inspection")),
        ("07", Wording(zh: "行政确认", en: "Confirmation")), ("08", Wording(zh: "行政奖励", en: "Award")),
        ("09", Wording(zh: "行政裁决", en: "Adjudication")), ("10", Wording(zh: "其他行政权力", en: "Other power")),
        ("20", Wording(zh: "公共服务", en: "Public service")),
    ]

    /// Digits 5 and 6 of a basic code, by the order of State Council organs. Source: as above.
    static let departments: [(id: String, name: Wording)] = [
        ("04", Wording(zh: "发展改革", en: "Development and reform")), ("05", Wording(zh: "教育", en: "Education")),
        ("06", Wording(zh: "科技", en: "Science")), ("07", Wording(zh: "工业和信息化", en: "Industry")),
        ("08", Wording(zh: "民族事务", en: "Ethnic affairs")), ("09", Wording(zh: "公安", en: "Police")),
        ("11", Wording(zh: "民政", en: "Civil affairs")), ("12", Wording(zh: "司法行政", en: "Justice")),
        ("13", Wording(zh: "财政", en: "Finance")), ("14", Wording(zh: "人力社保", en: "Labour")),
        ("15", Wording(zh: "自然资源", en: "Natural resources")), ("16", Wording(zh: "生态环境", en: "Environment")),
        ("17", Wording(zh: "住房城乡建设", en: "Housing")), ("18", Wording(zh: "交通运输", en: "Transport")),
        ("19", Wording(zh: "水利", en: "Water")), ("20", Wording(zh: "农业农村", en: "Agriculture")),
        ("21", Wording(zh: "商务", en: "Commerce")), ("22", Wording(zh: "文化旅游", en: "Culture and tourism")),
        ("23", Wording(zh: "卫生健康", en: "Health")), ("24", Wording(zh: "退役军人", en: "Veterans")),
        ("25", Wording(zh: "应急管理", en: "Emergency")), ("30", Wording(zh: "税务", en: "Tax")),
        ("31", Wording(zh: "市场监管", en: "Market supervision")), ("72", Wording(zh: "药品监管", en: "Drugs")),
        ("73", Wording(zh: "知识产权", en: "Intellectual property")), ("99", Wording(zh: "其他", en: "Other")),
    ]

    static func type(_ id: String) -> Wording { types.first { $0.id == id }?.name ?? Wording(zh: id, en: id) }
    static func department(_ id: String) -> Wording {
        departments.first { $0.id == id }?.name ?? Wording(zh: id, en: id)
    }
    static func level(_ id: String) -> Wording { levelNames[id] ?? Wording(zh: id, en: id) }
}
