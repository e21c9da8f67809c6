/// When a period ends, or why that cannot be said yet.
package enum DueDate: Hashable, Sendable {
    /// The last day; the period ends at its 24:00.
    case on(Day)
    /// An hour period ends at this instant.
    case at(Moment)
    /// The calendar of a year is not published: that many workdays still remain after this day.
    case notYetKnown(workdaysLeft: Int, after: Day)

    /// The last day on which it is in time; nil while it is not known.
    package var day: Day? {
        switch self {
        case .on(let day): day
        case .at(let moment): moment.day
        case .notYetKnown: nil
        }
    }

    /// The instant at which the period is over, when known.
    package var instant: Moment? {
        switch self {
        case .on(let day): .endOf(day)
        case .at(let moment): moment
        case .notYetKnown: nil
        }
    }
}
