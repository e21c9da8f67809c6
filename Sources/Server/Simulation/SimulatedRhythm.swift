import Values

/// When people file and offices work: workdays, the days of the week, the seasons, the hours of a day.
///
/// The figures are chosen, not measured (示例数据).
struct SimulatedRhythm {
    private let days: [Day]
    private let calendar: WorkCalendar
    /// For counters, and for what is open at every hour.
    private let officeWeights: [Double]
    private let onlineWeights: [Double]

    /// - Parameters:
    ///   - days: the first and the last day of the history.
    ///   - calendar: a year it does not know counts from Monday to Friday.
    init(days: ClosedRange<Day>, calendar: WorkCalendar) {
        self.calendar = calendar
        self.days = (days.lowerBound.number...days.upperBound.number).map { Day(number: $0) }
        officeWeights = self.days.map { SimulatedRhythm.weight(of: $0, offDay: 0, calendar) }
        onlineWeights = self.days.map { SimulatedRhythm.weight(of: $0, offDay: 0.18, calendar) }
    }

    /// How much is filed on a day, compared with an ordinary Wednesday.
    private static func weight(of day: Day, offDay: Double, _ calendar: WorkCalendar) -> Double {
        let ofMonth = [0.90, 0.70, 1.15, 1.10, 1.05, 1.00, 0.95, 0.95, 1.10, 0.95, 1.10, 1.05][day.month - 1]
        guard isWorkday(day, calendar) else { return ofMonth * offDay }
        // Work that waited over days off comes on the first day after them.
        let afterPause = isWorkday(day.previous, calendar) ? 1 : 1.25
        let ofWeekday = [1.1, 1.05, 1.0, 0.98, 0.88, 0.8, 0.8][day.weekday - 1]
        return ofMonth * ofWeekday * afterPause
    }

    private static func isWorkday(_ day: Day, _ calendar: WorkCalendar) -> Bool {
        calendar.isWorkday(day) ?? (day.weekday <= 5)
    }

    // MARK: Filing

    /// When somebody files: at a counter in its hours, online at every hour but mostly by day.
    func filing(isAtCounter: Bool, by chance: inout SimulatedChance) -> Moment {
        let day = days[chance.pick(weights: isAtCounter ? officeWeights : onlineWeights)]
        if isAtCounter { return officeHour(on: day, by: &chance) }
        let hour = chance.pick(weights: SimulatedRhythm.onlineHours)
        return SimulatedRhythm.moment(day, hour, &chance)
    }

    private static let onlineHours: [Double] = [
        0.3, 0.1, 0.05, 0.05, 0.05, 0.1, 0.3, 0.8, 2, 5, 6, 5, 2.5, 3, 5, 6, 5, 3.5, 2, 2.5, 3, 3, 2, 1,
    ]

    private static func moment(_ day: Day, _ hour: Int, _ chance: inout SimulatedChance) -> Moment {
        Moment(day, hour: hour, minute: chance.number(0...59), second: chance.number(0...59))
            .adding(milliseconds: Int64(chance.number(0...999)))
    }

    /// Between 9:00 and 12:00 or 13:30 and 17:30.
    private func officeHour(on day: Day, by chance: inout SimulatedChance) -> Moment {
        let minute = chance.number(0...419)
        let ofDay = minute < 180 ? 540 + minute : 630 + minute
        return Moment(day, hour: ofDay / 60, minute: ofDay % 60, second: chance.number(0...59))
            .adding(milliseconds: Int64(chance.number(0...999)))
    }

    // MARK: Working

    /// When an office does its next deed.
    ///
    /// - Parameters:
    ///   - due: the day by which it must; nil: not known, or no limit.
    ///   - pace: 1 keeps the limit; from 1.2 on, it is missed by that much.
    func officeDeed(after moment: Moment, due: Day?, pace: Double, by chance: inout SimulatedChance) -> Moment {
        let used = pace > 1 ? pace : 0.05 + chance.share() * 0.7
        let left = due.map { workdays(after: moment.day, through: $0) } ?? 4
        var wait = Int(Double(left) * used)
        if pace > 1 { wait = max(wait, left + 1) }
        if wait == 0, let soon = sameDay(after: moment, by: &chance) { return soon }
        var day = moment.day
        for _ in 0..<max(1, wait) { day = nextWorkday(after: day) }
        return officeHour(on: day, by: &chance)
    }

    /// In the next minutes or hours, while the office is open; nil when it closes before.
    private func sameDay(after moment: Moment, by chance: inout SimulatedChance) -> Moment? {
        guard SimulatedRhythm.isWorkday(moment.day, calendar) else { return nil }
        let opening = Moment(moment.day, hour: 9)
        let later = max(moment, opening).adding(milliseconds: Int64(chance.number(120...5400)) * 1000)
        return later < Moment(moment.day, hour: 17, minute: 30) ? later : nil
    }

    /// When an applicant answers, who has other things to do: after hours or days, by day.
    func applicantDeed(after moment: Moment, due: Day?, by chance: inout SimulatedChance) -> Moment {
        let most = due.map { max(0, min(10, $0.number - moment.day.number - 1)) } ?? 8
        let day = moment.day.adding(days: Int(chance.share() * chance.share() * Double(most + 1)))
        let answer = SimulatedRhythm.moment(day, chance.number(8...22), &chance)
        return answer > moment ? answer : moment.adding(milliseconds: Int64(chance.number(600...7200)) * 1000)
    }

    private func workdays(after start: Day, through end: Day) -> Int {
        guard start < end else { return 0 }
        return (start.number + 1...end.number).count { SimulatedRhythm.isWorkday(Day(number: $0), calendar) }
    }

    private func nextWorkday(after day: Day) -> Day {
        var next = day.next
        while !SimulatedRhythm.isWorkday(next, calendar) { next = next.next }
        return next
    }
}
