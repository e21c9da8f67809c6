import Values

/// A day, week, month, quarter or year that a report is about (报告期).
package struct ReportSpan: Hashable, Sendable {
    /// How often a report is made: 日、周、月、季、年.
    package enum Every: String, Hashable, Sendable, CaseIterable {
        /// A week is Monday to Sunday.
        case day, week, month, quarter, year
    }

    package let every: Every
    package let first: Day
    package let last: Day

    /// The one that a day lies in.
    package init(_ every: Every, containing day: Day) {
        self.every = every
        switch every {
        case .day: (first, last) = (day, day)
        case .week:
            first = day.adding(days: 1 - day.weekday)
            last = first.adding(days: 6)
        case .month, .quarter, .year:
            let length = every == .month ? 1 : every == .quarter ? 3 : 12
            first = Day(day.year, (day.month - 1) / length * length + 1, 1)
            last = first.adding(months: length).previous
        }
    }

    /// Whether nothing more can happen in it.
    package func hasEnded(on day: Day) -> Bool { last < day }

    package var previous: ReportSpan { ReportSpan(every, containing: first.previous) }
    package var next: ReportSpan { ReportSpan(every, containing: last.next) }

    /// Whether it is made of whole months.
    package var isOfMonths: Bool { every != .day && every != .week }

    /// Its id: `2026-03-12`, `2026-W11`, `2026-03`, `2026-Q1`, `2026`.
    package var text: String {
        switch every {
        case .day: first.description
        case .week: "\(week.year)-W\(ReportSpan.twoDigits(week.number))"
        case .month: String(first.description.prefix(7))
        case .quarter: "\(first.year)-Q\(quarter)"
        case .year: "\(first.year)"
        }
    }

    /// 2026年3月12日, 2026年第11周, 2026年3月, 2026年第一季度, 2026年.
    package var name: Wording {
        switch every {
        case .day:
            Wording(zh: "\(first.year)年\(first.month)月\(first.dayOfMonth)日", en: first.description)
        case .week: Wording(zh: "\(week.year)年第\(week.number)周", en: "week \(week.number) of \(week.year)")
        case .month: Wording(zh: "\(first.year)年\(first.month)月", en: text)
        case .quarter: Wording(zh: "\(first.year)年第\(chineseNumeral(quarter))季度", en: "Q\(quarter) \(first.year)")
        case .year: Wording(zh: "\(first.year)年", en: "\(first.year)")
        }
    }

    private var quarter: Int { (first.month - 1) / 3 + 1 }

    /// A week belongs to the year in which its Thursday lies (GB/T 7408.1—2023, as ISO 8601-1).
    private var week: (year: Int, number: Int) {
        let thursday = first.adding(days: 3)
        return (thursday.year, (thursday.number - Day(thursday.year, 1, 1).number) / 7 + 1)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
