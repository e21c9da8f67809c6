import Features

/// What became of simulated ratings, as the tables tell it afterwards.
struct RatingSimulationReport: Sendable {
    /// Service events that could be rated.
    var offered = 0
    var given = 0
    var grades: [RatingGrade: Int] = [:]
    /// Rows that the tables hold.
    var recorded = 0
    var corrections = 0
    var closed = 0
    var excluded = 0
    var inTime = 0
    var overdue = 0
    /// Of the overdue ones, those beside which somebody's name stands.
    var overdueWithName = 0
    /// Open without a task and without a clock: there must be none.
    var forgotten = 0
    var officers = 0
    /// Events that the follower had not counted.
    var lag = 0
    var measures: RatingMeasures?

    var bad: Int { grades.filter(\.key.isBad).values.reduce(0, +) }

    /// Nothing was lost, and every bad rating is closed, in time, or overdue with a name beside it.
    var isWhole: Bool {
        recorded == given && corrections == bad && forgotten == 0 && overdue == overdueWithName
            && closed + inTime + overdue == corrections
    }

    /// For the operator, in a few lines.
    var lines: [String] {
        var lines = [
            "\(offered) service events to rate, \(given) ratings given, \(recorded) recorded, \(given - recorded) lost",
            "\(bad) bad, \(corrections) corrections: \(closed) closed (\(excluded) found to be unfounded), "
                + "\(inTime) open in time, \(overdue) overdue, \(overdueWithName) of them with a name beside it",
            "\(forgotten) open without task or clock, \(officers) officers invented, \(lag) events not counted yet",
        ]
        if let measures {
            let rates = [
                ("items", measures.items), ("subjects", measures.subjects), ("channels", measures.channels),
                ("correction", measures.correction), ("call-back", measures.callBack),
                ("satisfaction", measures.satisfaction), ("participation", measures.participation),
            ]
            lines.append(rates.map { "\($0.0) \($0.1.part)/\($0.1.whole)" }.joined(separator: ", "))
        }
        return lines
    }
}
