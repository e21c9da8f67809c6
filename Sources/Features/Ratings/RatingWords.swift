import Values

/// The words of ratings (好差评).
enum RatingWords {
    // MARK: Grades and places

    static func grade(_ grade: RatingGrade) -> Wording {
        switch grade {
        case .veryGood: Wording(zh: "非常满意", en: "Very satisfied")
        case .good: Wording(zh: "满意", en: "Satisfied")
        case .fair: Wording(zh: "基本满意", en: "Fairly satisfied")
        case .bad: Wording(zh: "不满意", en: "Dissatisfied")
        case .veryBad: Wording(zh: "非常不满意", en: "Very dissatisfied")
        }
    }

    static func occasion(_ occasion: RatingOccasion) -> Wording {
        switch occasion {
        case .filing: Wording(zh: "窗口收件", en: "Taken in at a window")
        case .outcome: Wording(zh: "办结", en: "The matter as it ended")
        }
    }

    static func channel(_ channel: String) -> Wording {
        switch channel {
        case "online": Wording(zh: "网上", en: "Online")
        case "mobile": Wording(zh: "移动端", en: "Mobile")
        case "window": Wording(zh: "窗口", en: "Window")
        case "kiosk": Wording(zh: "自助终端", en: "Terminal")
        case "api": Wording(zh: "接入系统", en: "Connected system")
        case "hotline": Wording(zh: "12345 热线", en: "Hotline 12345")
        default: Wording(zh: "未登记的渠道", en: "Channel not recorded")
        }
    }

    // MARK: What cannot be said now

    static let missing = Wording(
        zh: "没有这个评价码，或者它还没有生效（受理后几秒生效）。检查一下有没有输错",
        en: "There is no such code, or not yet: it works some seconds after filing. Check how it was typed")
    static let tooEarly = Wording(zh: "这件事还没有办结，办结后再评价", en: "The matter goes on; rate it when it has ended")
    static let over = Wording(zh: "评价期限已过", en: "The time to rate is over")
    static let firstFirst = Wording(zh: "还没有评价过，先评价", en: "It has not been rated yet; rate it first")
    static let ratedAlready = Wording(
        zh: "这次服务已经评价过，每次服务评价一次；改变看法可以追评",
        en: "This service was rated already. Each is rated once; a further rating says if you changed your mind")
    static let beingCorrected = Wording(zh: "正在整改，整改后再追评", en: "It is being corrected; rate again afterwards")
    static let nothingFurther = Wording(
        zh: "不能再追评：已经追评过、期限已过，或者经核实不计入统计",
        en: "No further rating: it was given, its time is over, or the rating was found to be unfounded")
    static let notThisFar = Wording(zh: "评价还没有统计到这里", en: "The ratings have not been counted this far yet")

    // MARK: What must be put right

    static let noGrade = Wording(zh: "选择一个评价等级", en: "Choose one of the five grades")
    static let unknownAspect = Wording(zh: "评价方面只能从所列的选择", en: "Choose from the aspects that are listed")
    static func tooLong(_ count: Int) -> Wording {
        let most = RatingContent.longestWords
        return Wording(
            zh: "说明不能超过 \(most) 个字，现在是 \(count) 个字",
            en: "At most \(most) characters; there are \(count) now")
    }
    static let noName = Wording(zh: "愿意接受回访的，填写怎么称呼您", en: "Say how to address you when we call back")
    static let nameTooLong = Wording(zh: "称呼不能超过 40 个字", en: "At most 40 characters for the name")
    static let noPhone = Wording(zh: "愿意接受回访的，填写能接通的电话号码", en: "Give a telephone number that we can call")

    static let keyMissing = Problem(
        place: "key", message: Wording(zh: "缺少防重复提交的编号", en: "The idempotency key is missing"),
        remedy: Wording(zh: "重新打开页面再提交", en: "open the page again"))
}
