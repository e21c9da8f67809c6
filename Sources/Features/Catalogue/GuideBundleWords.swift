import Values

/// The words of what a bundle's guide says about its members (一件事).
enum GuideBundleWords {
    static let member = Wording(zh: "事项", en: "Service")
    static let unit = Wording(zh: "办理单位", en: "Handled by")
    static let together = Wording(zh: "一起办的事项", en: "Done together")
    static let beforeAfter = Wording(zh: "分开办和一起办", en: "Apart and together")
    static let what = Wording(zh: "比较", en: "Compared")
    static let apart = Wording(zh: "分开办", en: "Apart")
    static let asOne = Wording(zh: "一起办", en: "Together")
    static let departments = Wording(zh: "要找的部门", en: "Authorities to turn to")
    static let forms = Wording(zh: "要填的表", en: "Forms")
    static let fields = Wording(zh: "要答的内容", en: "Questions and fields")
    static let materials = Wording(zh: "清单上的材料", en: "Documents on the lists")
    static let days = Wording(zh: "要等的时间", en: "Time")
    static let visits = Wording(zh: "要跑的次数", en: "Visits")
    static let comparedNote = Wording(
        zh: "按您的回答，由各事项自己的指南算出；分开办按逐个办理计，当日办结的每项计 1 个工作日。",
        en: """
            Worked out from the guides of the services for your answers; apart means one after the other, what is done \
            the same day counting as one working day.
            """)
    static let step = Wording(zh: "先后", en: "Order")
    static let limit = Wording(zh: "时限", en: "Limit")
    static let source = Wording(zh: "依据", en: "Source")
    static let dependsOn = Wording(zh: "视回答而定", en: "depends on your answers")
    static let shortest = Wording(zh: "最快要多久", en: "The shortest time")
    static let shortestNote = Wording(
        zh: "前后相接的事项加起来最长的一条路，少于它谁也办不成。",
        en: "The longest way through services that wait for each other; nobody can honestly be faster.")
    static let byLaw = Wording(zh: "按法定时限算，最长", en: "By the limits of law, at most")
    static let sideBySide = Wording(zh: "同一步的事项同时办。", en: "Services of one step run side by side.")

    static func wave(_ number: Int) -> Wording { Wording(zh: "第 \(number) 步", en: "Step \(number)") }
}
