import Values

/// The words of the pages on which services are rated, and on which ratings are published.
extension RatingWords {
    // MARK: Rating

    static let column = Wording(zh: "好差评", en: "Ratings")
    static let title = Wording(zh: "评价这次服务", en: "Rate this service")
    static let question = Wording(zh: "您满意吗？", en: "How satisfied are you?")
    static let gradeLabel = Wording(zh: "评价", en: "Grade")
    static let aspects = Wording(zh: "评价的是哪些方面", en: "What it is about")
    static let wordsLabel = Wording(zh: "说说原因", en: "Why")
    static let wordsHint = Wording(
        zh: "最多 500 个字。不要写身份证号、银行卡号", en: "At most 500 characters. Write no identity or card numbers")
    static let publish = Wording(zh: "可以公开我写的文字", en: "What I wrote may be shown to everybody")
    static let publishHint = Wording(
        zh: "等级总是公开；文字只有勾选了才公开，号码会遮住",
        en: "The grade is always public; the words only if you tick this, with numbers masked")
    static let named = Wording(zh: "我愿意接受回访", en: "I would like to be called back")
    static let namedHint = Wording(
        zh: "不勾选就是匿名评价。勾选后填写称呼和电话，只有核实、整改和回访的人员能看到",
        en:
            "Without this you rate anonymously. With it, name and telephone are seen only by who verifies, corrects "
            + "and calls back")
    static let nameLabel = Wording(zh: "怎么称呼您", en: "Your name")
    static let phoneLabel = Wording(zh: "联系电话", en: "Telephone")
    static let send = Wording(zh: "提交评价", en: "Send the rating")
    static func until(_ date: String) -> Wording {
        Wording(
            zh: "自愿评价，\(date)前有效。评价人信息不告诉经办人员；不满意的会核实和整改。",
            en:
                "Voluntary, until \(date). Who handled the matter is not told who rated; dissatisfaction is verified "
                + "and corrected.")
    }

    // MARK: What was said

    static let yourRating = Wording(zh: "您的评价", en: "Your rating")
    static let first = Wording(zh: "评价", en: "Rating")
    static let further = Wording(zh: "追评", en: "Further rating")
    static let furtherTitle = Wording(zh: "改变看法了？可以追评一次", en: "Changed your mind? Rate once more")
    static let sendFurther = Wording(zh: "提交追评", en: "Send the further rating")
    static func furtherUntil(_ date: String) -> Wording {
        Wording(zh: "追评一次，\(date)前有效。", en: "Once, until \(date).")
    }
    static let doneAll = Wording(zh: "这次服务的评价已经结束", en: "Nothing further can be said of this service")
    static let erased = Wording(zh: "评价内容已按要求清除", en: "What was said was erased on request")
    static func thanks(_ isFurther: Bool) -> Wording {
        isFurther
            ? Wording(zh: "追评已收到，谢谢", en: "Your further rating is recorded. Thank you")
            : Wording(zh: "评价已收到，谢谢", en: "Your rating is recorded. Thank you")
    }
    static let correction = Wording(zh: "整改情况", en: "Correction")
    static func state(of correction: RatingCorrection, on day: Day) -> Wording {
        if correction.isExcluded {
            return Wording(zh: "经核实不计入统计", en: "Found to be unfounded; it does not count")
        }
        if correction.closedAt != nil { return Wording(zh: "已整改，已办结", en: "Corrected and closed") }
        if correction.correctedAt != nil {
            return correction.isOverdue(on: day)
                ? Wording(zh: "已整改，回访超期", en: "Corrected, call-back overdue")
                : Wording(zh: "已整改", en: "Corrected")
        }
        if correction.isOverdue(on: day) { return Wording(zh: "整改超期", en: "Correction overdue") }
        return Wording(zh: "整改中", en: "Being corrected")
    }

    // MARK: Codes

    static let entryTitle = Wording(zh: "用评价码评价", en: "Rate with a code")
    static let entryLead = Wording(zh: "评价码印在回执上，不用登录", en: "The code is on your receipt; no need to sign in")
    static let entryButton = Wording(zh: "打开评价页", en: "Open the rating")
    static let code = Wording(zh: "评价码", en: "Rating code")
    static let codeHint = Wording(zh: "16 个字母和数字，连字符可以不输", en: "16 letters and digits; hyphens may be left out")
    static let codesTitle = Wording(zh: "评价码", en: "Rating codes")
    static let codesLead = Wording(
        zh: "扫码或者输入评价码都能评价，不用登录。", en: "Scan the code or type it; no need to sign in.")
    static let codesLeadWindow = Wording(
        zh: "请办事人用自己的手机或者评价器扫码。工作人员不能代评、诱导评价。",
        en: "The person rates on a telephone or device of their own. Staff neither rate for anybody nor prompt.")
    static let rateNow = Wording(zh: "现在评价", en: "Rate now")
    static let nothingToRate = Wording(zh: "这件事不评价", en: "This matter is not rated")
    static func qrLabel(_ occasion: Wording) -> Wording {
        Wording(zh: "二维码：评价\(occasion.zh)", en: "QR code to rate: \(occasion.en)")
    }

    // MARK: Published

    static let openTitle = Wording(zh: "好差评公开", en: "Published ratings")
    static let openLead = Wording(
        zh: "评价人不公开；经核实不计入统计的也留在这里，并注明。",
        en: "Nobody is named. Ratings found to be unfounded stay here, marked, and do not count.")
    static let lastYear = Wording(zh: "近十二个月的评价", en: "Ratings of the last twelve months")
    static let count = Wording(zh: "次数", en: "Number")
    static let service = Wording(zh: "业务", en: "Service")
    static let unit = Wording(zh: "单位", en: "Unit")
    static let channelLabel = Wording(zh: "渠道", en: "Channel")
    static let said = Wording(zh: "评价内容", en: "What was said")
    static let result = Wording(zh: "整改", en: "Correction")
    static let ratedOn = Wording(zh: "评价日期", en: "Rated on")
    static func firstWas(_ grade: Wording) -> Wording {
        Wording(zh: "追评前：\(grade.zh)", en: "at first: \(grade.en)")
    }
    static func shown(_ count: Int) -> Wording { Wording(zh: "本页 \(count) 条", en: "\(count) on this page") }
    static let noRatings = Wording(zh: "还没有评价", en: "No ratings yet")
    static let noRatingsText = Wording(zh: "有人评价后显示在这里。", en: "They are shown here when there are some.")
    static func excludedText(_ count: Int) -> Wording {
        Wording(zh: "经核实不计入统计的有 \(count) 次", en: "Found to be unfounded and not counted: \(count)")
    }
    static func satisfactionText(_ rate: RatingRate) -> Wording {
        Wording(
            zh: "满意率 \(percent(rate))：\(rate.whole) 次评价中 \(rate.part) 次为非常满意、满意、基本满意",
            en: "Satisfaction \(percent(rate)): \(rate.part) of \(rate.whole) ratings")
    }

    /// `98.76%`, rounded down, or a dash of nothing.
    static func percent(_ rate: RatingRate) -> String {
        guard let hundredths = rate.hundredths else { return "—" }
        if hundredths == 10_000 { return "100%" }
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
