import Values

/// The words of the pages of lists.
enum ListWords {
    static let lists = Wording(zh: "清单公开", en: "Open lists")
    static let lead = Wording(
        zh: "负面清单、收费清单、免罚清单等都在这里公开。每个版本都保留，可以下载。",
        en: "Negative lists, fees, breaches without penalty and more. Every version is kept and can be downloaded.")
    static let name = Wording(zh: "清单", en: "List")
    static let kind = Wording(zh: "种类", en: "Kind")
    static let owner = Wording(zh: "责任单位", en: "Owner")
    static let version = Wording(zh: "版本", en: "Version")
    static let inForce = Wording(zh: "施行日期", en: "In force")
    static let entries = Wording(zh: "条目", en: "Entries")
    static let basis = Wording(zh: "依据", en: "Basis")
    static let effect = Wording(zh: "效力", en: "Effect")
    static let note = Wording(zh: "说明", en: "Note")
    static let hash = Wording(zh: "版本指纹（SM3）", en: "Fingerprint (SM3)")
    static let publishedOn = Wording(zh: "发布日期", en: "Published on")
    static let versions = Wording(zh: "历次版本", en: "Versions")
    static let words = Wording(zh: "找什么", en: "Search for")
    static let all = Wording(zh: "全部", en: "All")
    static let filter = Wording(zh: "筛选清单", en: "Filter the lists")
    static let find = Wording(zh: "在清单里找", en: "Search in the list")
    static let nothing = Wording(zh: "没有找到", en: "Nothing found")
    static let nothingText = Wording(zh: "换个词试试，或者看全部。", en: "Try another word, or show all.")
    static let download = Wording(zh: "下载", en: "Download")
    static let csv = Wording(zh: "下载表格（CSV）", en: "Download as CSV")
    static let json = Wording(zh: "下载数据（JSON）", en: "Download as JSON")
    static let current = Wording(zh: "现行", en: "In force")
    static let past = Wording(zh: "已失效", en: "No longer in force")
    static let future = Wording(zh: "尚未施行", en: "Not yet in force")
    static let notCurrentText = Wording(
        zh: "您看的不是现行版本。", en: "This is not the version in force today.")
    static let showCurrent = Wording(zh: "看现行版本", en: "Show the version in force")
    static let about = Wording(zh: "清单信息", en: "About the list")
    static let noFormat = Wording(zh: "只能下载 csv 或 json", en: "Only csv and json can be downloaded")

    static func from(_ day: String) -> Wording { Wording(zh: "\(day)起", en: "from \(day)") }
    static func span(_ from: String, _ until: String) -> Wording {
        Wording(zh: "\(from)至\(until)", en: "\(from) to \(until)")
    }
    static func count(_ number: Int) -> Wording { Wording(zh: "共 \(number) 条", en: "\(number) entries") }

    /// In the order in which the filter offers them.
    static let kinds: [(id: String, name: Wording)] = [
        ("negative", Wording(zh: "负面清单", en: "Negative list")),
        ("fee", Wording(zh: "收费清单", en: "Fees")),
        ("no-penalty", Wording(zh: "免罚清单", en: "Without penalty")),
        ("proof", Wording(zh: "证明事项清单", en: "Proofs")),
        ("commitment", Wording(zh: "告知承诺清单", en: "Commitments")),
        ("cross-region", Wording(zh: "通办清单", en: "Across regions")),
        ("authority", Wording(zh: "权责清单", en: "Powers and duties")),
        ("choice", Wording(zh: "选项表", en: "Choices")),
    ]

    static func kind(_ id: String) -> Wording {
        kinds.first { $0.id == id }?.name ?? Wording(zh: id, en: id)
    }
}
