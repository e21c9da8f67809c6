import Values

/// A bundle (一件事) as its members make it: who waits for whom, what runs side by side, and the shortest time, each
/// stretch of it with its source. Derived from the members alone; nothing of it is written down anywhere. Pure.
package struct BundlePlan: Sendable {
    /// One member with the limits of its main clock.
    package struct Member: Sendable {
        package let rule: ChildRule
        package let definition: Definition
        package let statutory: LegalPeriod?
        package let promised: LegalPeriod?
        /// The clock that the limits are of.
        package let clock: ClockRule?

        /// - Parameters:
        ///   - statutory: what the law allows in this case; nil where no law says.
        ///   - promised: what is promised in this case.
        package init(
            rule: ChildRule, definition: Definition, statutory: LegalPeriod?, promised: LegalPeriod?, clock: ClockRule?
        ) {
            self.rule = rule
            self.definition = definition
            self.statutory = statutory
            self.promised = promised
            self.clock = clock
        }

        /// The member's id in the bundle.
        package var id: String { rule.id }

        /// Its part of the shortest time, with its source.
        package func stretch(_ measure: Measure) -> Stretch? {
            let isPromise = measure == .promise ? promised != nil : statutory == nil
            guard let period = isPromise ? promised : statutory else { return nil }
            let source = isPromise ? clock?.source(ofPromise: period) ?? clock?.law : clock?.law
            return Stretch(member: id, name: definition.service.name, period: period, source: source)
        }
    }

    /// By which limits the time is counted.
    package enum Measure: Hashable, Sendable {
        /// What is promised; the law's limit where nothing is.
        case promise
        /// What the law allows; the promise where no law says.
        case law
    }

    /// A piece of the longest path.
    package struct Stretch: Hashable, Sendable {
        package let member: String
        package let name: Wording
        package let period: LegalPeriod
        package let source: Citation?
    }

    /// In the order of dependence; among equals in the order of the file.
    package let members: [Member]
    /// Ids of members that may run side by side, wave after wave (并联).
    package let waves: [[String]]

    /// From the members that are opened; those of them that wait for one that is not there are left out, as the kernel
    /// leaves them out.
    package init(_ offered: [Member]) {
        var waves: [[String]] = []
        var placed: Set<String> = []
        var ordered: [Member] = []
        var rest = offered
        while true {
            let next = rest.filter { $0.rule.after.allSatisfy(placed.contains) }
            if next.isEmpty { break }
            waves.append(next.map(\.id))
            placed.formUnion(next.map(\.id))
            ordered += next
            rest.removeAll { placed.contains($0.id) }
        }
        self.waves = waves
        members = ordered
    }

    /// The longest path through the members (关键路径): no bundle can honestly be done faster.
    package func critical(_ measure: Measure) -> [Stretch] {
        var paths: [String: [Stretch]] = [:]
        for member in members {
            let before = member.rule.after.compactMap { paths[$0] }.max { BundlePlan.isShorter($0, $1) } ?? []
            paths[member.id] = before + [member.stretch(measure)].compactMap { $0 }
        }
        return members.compactMap { paths[$0.id] }.max { BundlePlan.isShorter($0, $1) } ?? []
    }

    /// The time of the longest path, one period per unit, such as 3 workdays and 15 days; `same day` when nothing else.
    package func shortest(_ measure: Measure) -> [LegalPeriod] { BundlePlan.sum(critical(measure).map(\.period)) }

    /// All members one after the other, as they are done without the bundle: what is done on the day itself takes a
    /// day of its own for whoever goes from office to office.
    package func inTurn(_ measure: Measure) -> [LegalPeriod] {
        let periods = members.compactMap { $0.stretch(measure)?.period }
        guard periods.count > 1 else { return BundlePlan.sum(periods) }
        return BundlePlan.sum(periods.map { $0.unit == .sameDay ? LegalPeriod(1, .workdays) : $0 })
    }

    /// Amounts of one unit are added; what is done on the day itself adds nothing.
    static func sum(_ periods: [LegalPeriod]) -> [LegalPeriod] {
        let amounts = Dictionary(grouping: periods, by: \.unit).mapValues { $0.reduce(0) { $0 + $1.amount } }
        let counted: [LegalPeriod] = [.workdays, .days, .months, .years, .hours].compactMap { unit in
            amounts[unit].map { LegalPeriod($0, unit) }
        }
        return counted.isEmpty && !periods.isEmpty ? [LegalPeriod(0, .sameDay)] : counted
    }

    private static func isShorter(_ first: [Stretch], _ second: [Stretch]) -> Bool {
        hours(first) < hours(second)
    }

    /// Only for comparing: five workdays are a week.
    private static func hours(_ path: [Stretch]) -> Int {
        path.reduce(0) { total, stretch in
            let amount = stretch.period.amount
            switch stretch.period.unit {
            case .sameDay: return total
            case .hours: return total + amount
            case .days: return total + amount * 24
            case .workdays: return total + amount * 24 * 7 / 5
            case .months: return total + amount * 24 * 30
            case .years: return total + amount * 24 * 365
            }
        }
    }
}
