import Values

/// The words of a bundle's pages (一件事).
enum BundleWords {
    static let members = Wording(zh: "各事项进度", en: "Progress of each service")
    static let member = Wording(zh: "事项", en: "Service")
    static let unit = Wording(zh: "办理单位", en: "Handled by")
    static let progress = Wording(zh: "进度", en: "Progress")
    static let time = Wording(zh: "时限", en: "Time")
    static let result = Wording(zh: "结果", en: "Result")
    static let notBegun = Wording(zh: "还没有开始", en: "Not begun")
    static let leftOut = Wording(zh: "不办", en: "Left out")
    static let noTime = Wording(zh: "没有在走的时限", en: "No time runs")
    static let paused = Wording(zh: "暂停计时", en: "Stands still")
    static let nothingYet = Wording(zh: "还没有", en: "None yet")
    static let noCertificate = Wording(zh: "不发证照", en: "No certificate")
    static let results = Wording(zh: "一次交付", en: "Everything at once")
    static let resultsLead = Wording(
        zh: "每个事项的结果和证照都在这一页，打印或者下载一次就够。",
        en: "The result and the certificate of every service are on this page; one print is enough.")
    static let seeResults = Wording(zh: "看全部结果和证照", en: "See every result and certificate")
    static let partOf = Wording(zh: "属于一件事", en: "Part of")
    static let back = Wording(zh: "回到办件", en: "Back to the case")

    static func waitsFor(_ names: String) -> Wording {
        Wording(zh: "等待：\(names)", en: "Waits for: \(names)")
    }

    static func done(_ count: Int, of all: Int) -> Wording {
        Wording(zh: "\(all) 个事项，办成 \(count) 个", en: "\(count) of \(all) services done")
    }
}
