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
            if promise == nil { return "\(words.overLaw(past))" }
            return "\(isOffices ? words.overPromise(past) : words.overDeadline(past))\(beyondLaw(in: language))"
        case .paused: return "\(words.paused)"
        case .endedInTime(let day): return "\(words.endedInTime(language.date(day, seenOn: today)))"
        case .endedLate(let day, let by):
            let late = words.endedLate(language.date(day, seenOn: today), counted(by, in: language))
            return "\(late)\(beyondLaw(in: language))"
        case .brokenOff(let day): return "\(words.brokenOff(language.date(day, seenOn: today)))"
        case .ranOut(let day): return "\(words.ranOut(language.date(day, seenOn: today)))"
        case .notYetKnown(let left, let after):
            return "\(words.notYetKnown(language.workdays(left), language.fullDate(after)))"
        }
    }

    /// `，已超过法定时限 3 个工作日`: never only the promise when the law's limit is past too.
    private func beyondLaw(in language: Language) -> String {
        daysOverLaw > 0 ? language.words.clock.alsoOverLaw(counted(daysOverLaw, in: language)) : ""
    }

    /// The word beside a light, in the unit of the headline: `剩 2 个工作日`, `今天到期`, `超期 2 个工作日`.
    func shortText(in language: Language) -> String {
        let words = language.words.clock
        switch state {
        case .running(let left): return words.shortLeft(counted(left, in: language))
        case .dueToday: return words.dueToday
        case .over(let by): return words.shortOver(counted(by, in: language))
        case .paused: return words.paused
        case .endedInTime: return words.shortEnded
        case .endedLate(_, let by): return words.shortOver(counted(by, in: language))
        case .brokenOff: return words.shortBrokenOff
        case .ranOut: return words.shortRanOut
        case .notYetKnown: return words.shortNotYetKnown
        }
    }

    /// `承诺 8 月 11 日前办结，法定 8 月 18 日前`.
    func limits(in language: Language) -> String {
        let words = language.words.clock
        let promised = promise.map { mark in
            let day = language.date(mark.day, seenOn: today)
            return isOffices ? words.promisedBy(day) : words.until(day)
        }
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
