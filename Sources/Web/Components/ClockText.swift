import Values

/// What a clock says in words.
extension ClockView {
    /// `还剩 <b>2</b> 个工作日`: the conclusion, first on the page.
    func headline(in language: Language) -> HTML {
        let words = language.words.clock
        switch state {
        case .running(let left):
            return "\(words.leftBefore)<b>\(left)</b>\(words.leftAfter(left, unit))"
        case .dueToday: return "\(words.dueToday)"
        case .over(let by):
            let past = counted(by, in: language)
            return "\(promise == nil ? words.overLaw(past) : words.overPromise(past))"
        case .paused: return "\(words.paused)"
        case .endedInTime(let day): return "\(words.endedInTime(language.date(day, seenOn: today)))"
        case .endedLate(let day, let by):
            return "\(words.endedLate(language.date(day, seenOn: today), counted(by, in: language)))"
        case .notYetKnown(let left, let after):
            return "\(words.notYetKnown(language.workdays(left), language.fullDate(after)))"
        }
    }

    /// The word beside a light: `剩 2 天`, `今天到期`, `超期 2 天`.
    func shortText(in language: Language) -> String {
        let words = language.words.clock
        switch state {
        case .running(let left): return words.shortLeft(unit == .hours ? language.hours(left) : language.days(left))
        case .dueToday: return words.dueToday
        case .over(let by): return words.shortOver(unit == .hours ? language.hours(by) : language.days(by))
        case .paused: return words.paused
        case .endedInTime: return words.shortEnded
        case .endedLate(_, let by): return words.shortOver(language.days(by))
        case .notYetKnown: return words.shortNotYetKnown
        }
    }

    /// `承诺 8 月 11 日前办结，法定 8 月 18 日前`.
    func limits(in language: Language) -> String {
        let words = language.words.clock
        let promised = promise.map { words.promisedBy(language.date($0.day, seenOn: today)) }
        let lawful = legal.map { words.allowedBy(language.date($0.day, seenOn: today)) }
        return [promised, lawful].compactMap { $0 }.joined(separator: language == .chinese ? "，" : ", ")
    }

    func counted(_ count: Int, in language: Language) -> String {
        switch unit {
        case .workdays: language.workdays(count)
        case .hours: language.hours(count)
        case .days, .months, .years, .sameDay: language.days(count)
        }
    }
}
