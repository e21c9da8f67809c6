import Values

/// The clock of a case (时限钟): one cell is one day that counts; the text says the conclusion first.
///
/// The same view for applicant, officer and supervisor; made from facts by `init(of:calendar:today:)` in
/// ClockCells.swift.
package struct ClockView: Piece {
    package enum Cell: Hashable, Sendable, CaseIterable {
        /// A day that has passed.
        case used
        case today
        /// Still inside the promise.
        case open
        /// After the promise, inside the law's limit.
        case legal
        /// Not counted (听证、检验、检测、鉴定、专家评审).
        case pause
        /// After the limit.
        case over
    }

    package enum State: Hashable, Sendable {
        /// That many days are left, today included, at least 1.
        case running(left: Int)
        case dueToday
        /// That many days past the limit, at least 1.
        case over(by: Int)
        case paused
        case endedInTime(on: Day)
        case endedLate(on: Day, by: Int)
        /// The matter ended without what the clock waited for.
        case brokenOff(on: Day)
        /// Nothing was done by that last day, and time brought the consequence.
        case ranOut(on: Day)
        /// The calendar ends first: workdays still left after its last day.
        case notYetKnown(workdaysLeft: Int, after: Day)
    }

    package let state: State
    /// What one counted day is called: working days, days or hours.
    package let unit: LegalPeriod.Unit
    package let cells: [Cell]
    /// Days in one cell: 1, or more when there would be over 20.
    package let daysPerCell: Int
    package let startedOn: Day
    /// The promised last day, or that of the applicant; nil when nothing beyond the law is set.
    package let promise: ClockMark?
    /// The law's last day; nil when the law sets none.
    package let legal: ClockMark?
    package let usedDays: Int
    package let pausedDays: Int
    /// It is the office's own time, so that its limit is a promise.
    package let isOffices: Bool
    /// Days past the law's limit while the promise is past too; 0 while the law's limit is not.
    package let daysOverLaw: Int
    /// Days left at which the light turns amber.
    package let warnAt: Int
    package let today: Day

    /// Red, amber, green or paused, and its word.
    package func light(in language: Language) -> Light { Light(lightState, shortText(in: language)) }

    package var lightState: Light.State {
        switch state {
        case .running(let left): left <= warnAt ? .warn : .normal
        case .dueToday: .warn
        case .over, .endedLate, .ranOut: .bad
        case .paused: .pause
        case .endedInTime, .brokenOff, .notYetKnown: .normal
        }
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="clock\(modifier)"><div class="clock__head"><p class="clock__big">\(headline(in: language))</p>\
        <p class="sub num">\(limits(in: language))</p></div>\
        <ol class="clock__cells" aria-hidden="true">\(cellItems(in: language))</ol>\
        <ul class="clock__key">\(key(in: language))</ul></div>
        """
    }

    /// The small clock of tables and cards: cells up to the promise, and the light.
    package func mini(in language: Language) -> HTML {
        let shown = cells.filter { $0 != .legal }.prefix(20)
        return """
            <div class="mini\(miniModifier)"><span class="mini__cells" aria-hidden="true">\(shown, { miniCell($0) })\
            </span>\
            \(light(in: language), language)</div>
            """
    }

    /// Days past the limit so far; 0 while in time.
    private var lateDays: Int {
        switch state {
        case .over(let by), .endedLate(_, let by): by
        case .running, .dueToday, .paused, .endedInTime, .brokenOff, .ranOut, .notYetKnown: 0
        }
    }

    private var modifier: HTML {
        switch lightState {
        case .warn: " clock--warn"
        case .bad: " clock--bad"
        case .normal, .pause: ""
        }
    }

    private var miniModifier: HTML {
        switch lightState {
        case .warn: " mini--warn"
        case .bad: " mini--bad"
        case .normal, .pause: ""
        }
    }

    private func miniCell(_ cell: Cell) -> HTML {
        switch cell {
        case .used: "<i class=\"used\"></i>"
        case .over: "<i class=\"over\"></i>"
        case .pause: "<i class=\"pause\"></i>"
        case .today: "<i class=\"today\"></i>"
        case .open, .legal: "<i></i>"
        }
    }

    private func cellItems(in language: Language) -> HTML {
        var items = HTML.empty
        for (index, cell) in cells.enumerated() {
            items += "<li class=\"\(cell.name)\">\(flags(at: index, in: language))</li>"
        }
        return items
    }

    /// The flag of the start above the first cell, of the promise below its cell, of the law above the last one.
    private func flags(at index: Int, in language: Language) -> HTML {
        let words = language.words.clock
        var flags = HTML.empty
        if index == 0 {
            flags +=
                """
                <span class="flag flag--up flag--l">\(words.startedOn(language.date(startedOn, seenOn: today)))</span>
                """
        }
        if let promise, promise.cell == index {
            let side: HTML = index * 2 < cells.count ? "flag--l" : "flag--r"
            flags +=
                """
                <span class="flag flag--dn \(side)"><b>\(isOffices ? words.promise : words.deadline)</b> \
                \(language.date(promise.day, seenOn: today))</span>
                """
        }
        if let legal, legal.cell == index, index > 0 {
            let place: HTML = promise?.cell == index || cells.count < 6 && promise == nil ? "flag--dn" : "flag--up"
            if promise?.cell != index {
                flags +=
                    """
                    <span class="flag \(place) flag--r"><b>\(words.legal)</b> \
                    \(language.date(legal.day, seenOn: today))</span>
                    """
            }
        }
        return flags
    }

    private func key(in language: Language) -> HTML {
        let words = language.words.clock
        var key: HTML = "<li><i class=\"used\"></i>\(words.used(language.days(usedDays - lateDays)))</li>"
        if let promise {
            let period = language.period(promise.limit)
            key += "<li><i></i>\(isOffices ? words.promised(period) : words.given(period))</li>"
        }
        if let legal {
            key += "<li><i class=\"legal\"></i>\(words.allowed(language.period(legal.limit)))</li>"
        }
        if pausedDays > 0 { key += "<li><i class=\"pause\"></i>\(words.pausedFor(language.days(pausedDays)))</li>" }
        if lateDays > 0 { key += "<li><i class=\"over\"></i>\(words.shortOver(language.days(lateDays)))</li>" }
        if daysPerCell > 1 { key += "<li>\(words.oneCell(counted(daysPerCell, in: language)))</li>" }
        return key
    }
}

/// A limit of a clock: how long, until when, and in which cell it ends.
package struct ClockMark: Hashable, Sendable {
    package let limit: LegalPeriod
    package let day: Day
    /// Index into `cells`.
    package let cell: Int

    package init(limit: LegalPeriod, day: Day, cell: Int) {
        self.limit = limit
        self.day = day
        self.cell = cell
    }
}

extension ClockView.Cell {
    fileprivate var name: HTML {
        switch self {
        case .used: "used"
        case .today: "today"
        case .open: "open"
        case .legal: "legal"
        case .pause: "pause"
        case .over: "over"
        }
    }
}
