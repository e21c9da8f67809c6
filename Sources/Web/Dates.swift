import Values

/// Rules for dates, times, numbers and periods, once for each language of the interface.
extension Language {
    /// The value of `lang` on the page.
    package var tag: String { self == .chinese ? "zh-CN" : "en" }

    /// `8 月 11 日` or `11 August`.
    package func date(_ day: Day) -> String {
        let (_, month, number) = day.parts
        return self == .chinese ? "\(month) 月 \(number) 日" : "\(number) \(englishMonths[month - 1])"
    }

    /// `2026 年 8 月 11 日` or `11 August 2026`.
    package func fullDate(_ day: Day) -> String {
        self == .chinese ? "\(day.year) 年 \(date(day))" : "\(date(day)) \(day.year)"
    }

    /// `date` in the year of `today`, else `fullDate`.
    package func date(_ day: Day, seenOn today: Day) -> String {
        day.year == today.year ? date(day) : fullDate(day)
    }

    /// `8/11`, for officers' tables.
    package func shortDate(_ day: Day) -> String {
        let (_, month, number) = day.parts
        return self == .chinese ? "\(month)/\(number)" : "\(number) \(englishMonths[month - 1].prefix(3))"
    }

    /// `9:30`, local time.
    package func time(_ moment: Moment) -> String {
        let minutes = moment.millisecondsOfDay / 60_000
        return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }

    /// `8 月 11 日 9:30`.
    package func dateTime(_ moment: Moment) -> String {
        date(moment.day) + (self == .chinese ? " " : ", ") + time(moment)
    }

    /// `2026 年 8 月 11 日 9:30`.
    package func fullDateTime(_ moment: Moment) -> String {
        fullDate(moment.day) + (self == .chinese ? " " : ", ") + time(moment)
    }

    /// `8/11 9:30`.
    package func shortDateTime(_ moment: Moment) -> String { shortDate(moment.day) + " " + time(moment) }

    /// `星期一` or `Monday`.
    package func weekday(_ day: Day) -> String {
        self == .chinese ? "星期" + chineseWeekdays[day.weekday - 1] : englishWeekdays[day.weekday - 1]
    }

    /// `今天`, `明天`, `昨天`, or nil for any other day.
    package func nearby(_ day: Day, today: Day) -> String? {
        switch day.number - today.number {
        case 0: self == .chinese ? "今天" : "today"
        case 1: self == .chinese ? "明天" : "tomorrow"
        case -1: self == .chinese ? "昨天" : "yesterday"
        default: nil
        }
    }

    /// `5 个工作日` or `5 working days`; always the full word, never just 天 for working days.
    package func workdays(_ count: Int) -> String { counted(count, zh: "个工作日", en: "working day") }
    package func days(_ count: Int) -> String { counted(count, zh: "天", en: "day") }
    package func hours(_ count: Int) -> String { counted(count, zh: "小时", en: "hour") }

    /// `12 件` or `12 cases`.
    package func cases(_ count: Int) -> String { counted(count, zh: "件", en: "case") }
    /// `2 份` or `2 documents`.
    package func documents(_ count: Int) -> String { counted(count, zh: "份", en: "document") }

    /// A number with its unit; English adds an `s` for all numbers but one.
    package func counted(_ count: Int, zh: String, en: String) -> String {
        self == .chinese ? "\(grouped(count)) \(zh)" : "\(grouped(count)) \(en)\(count == 1 ? "" : "s")"
    }

    /// `1,286`.
    package func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// `20 个工作日`, `3 个月`, `当日办结`.
    package func period(_ period: LegalPeriod) -> String {
        switch period.unit {
        case .hours: hours(period.amount)
        case .days: days(period.amount)
        case .workdays: workdays(period.amount)
        case .months: counted(period.amount, zh: "个月", en: "month")
        case .years: counted(period.amount, zh: "年", en: "year")
        case .sameDay: self == .chinese ? "当日办结" : "the same day"
        }
    }

    /// `1.2 MB`, `300 KB`; powers of 1,024, never less than 1 KB.
    package func fileSize(_ bytes: Int) -> String {
        if bytes < 1_048_576 { return "\(Swift.max(1, (bytes + 512) / 1024)) KB" }
        let tenths = (bytes * 10 + 524_288) / 1_048_576
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }

    /// `1,200.50 元` or `CNY 1,200.50`; whole amounts without cents.
    package func money(_ money: Money) -> String {
        let rest = Int(money.cents.magnitude % 100)
        let whole = grouped(Int(money.cents.magnitude / 100))
        let amount =
            (money.cents < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + String(rest))
        return self == .chinese ? amount + " 元" : "CNY " + amount
    }
}

private let chineseWeekdays = ["一", "二", "三", "四", "五", "六", "日"]
private let englishWeekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
private let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
