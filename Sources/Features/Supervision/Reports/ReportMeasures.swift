import Definitions
import Values

/// Figures of metrics against the last period and their targets (指标对比).
extension ReportMaking {
    /// One metric in this period and the last.
    private struct Compared {
        let metric: Metric
        let value: MetricValue?
        let before: MetricValue?
        let verdict: Verdict

        /// Of the printed figures, so that a reader gets the same; in hundredths.
        var change: Int? {
            guard let value, let before else { return nil }
            return value.hundredths - before.hundredths
        }
    }

    /// What is to be said of a figure and its target.
    enum Verdict: Hashable {
        case met, unmet
        /// Not reached, and its day lies ahead.
        case notYetDue(Day)
        /// There was no case.
        case empty
        case elsewhere(Wording)
        /// Nothing is promised of it, or nothing that one period alone can show.
        case none
    }

    func measures(_ metrics: [Metric], _ name: Wording) -> Report.Section {
        let (now, before) = (sum(now), sum(self.before))
        let rows = metrics.map { metric in
            let value = metric.isCounted ? metric.value(of: now) : states[metric.id]
            let last: MetricValue? =
                isFirst ? nil : metric.isCounted ? metric.value(of: before) : statesBefore[metric.id]
            return Compared(metric: metric, value: value, before: last, verdict: verdict(metric, value))
        }
        return Report.Section(name: name, sentences: sentences(rows), tables: [table(rows, name)], isAnnex: false)
    }

    private func verdict(_ metric: Metric, _ value: MetricValue?) -> Verdict {
        if let why = metric.elsewhere { return .elsewhere(why) }
        guard let value else { return .empty }
        // A number that is promised for a year says nothing in a week.
        guard let target = metric.target, metric.take != .count, metric.take != .sum || !metric.isCounted,
            target.from.map({ $0 <= period.last }) ?? true, concerns(target)
        else { return .none }
        if target.holds(value.part, over: value.whole) { return .met }
        if let due = target.byDate, period.last <= due { return .notYetDue(due) }
        return .unmet
    }

    private func concerns(_ target: MetricTarget) -> Bool {
        guard let promised = target.region else { return true }
        return region == promised || territory.above(region).contains(promised)
    }

    private func sentences(_ rows: [Compared]) -> [Wording] {
        var sentences: [Wording] = []
        let judged = rows.filter { $0.verdict == .met || $0.verdict == .unmet }
        if !judged.isEmpty {
            sentences.append(ReportWords.judged(judged.count, met: judged.count { $0.verdict == .met }))
        }
        for row in judged where row.verdict == .unmet {
            guard let value = row.value, let target = row.metric.target else { continue }
            sentences.append(ReportWords.unmet(row.metric, value, target, change: row.change))
        }
        let empty = rows.filter { $0.verdict == .empty }.map(\.metric.name)
        if !empty.isEmpty { sentences.append(ReportWords.empty(empty)) }
        for row in rows {
            if case .elsewhere(let why) = row.verdict { sentences.append(ReportWords.elsewhere(row.metric.name, why)) }
        }
        return sentences + changes(rows)
    }

    private func changes(_ rows: [Compared]) -> [Wording] {
        if isFirst { return [ReportWords.first(period.previous, began: began)] }
        var (up, down, same): ([Wording], [Wording], [Wording]) = ([], [], [])
        for row in rows {
            guard let change = row.change else { continue }
            let words = ReportWords.change(row.metric, change)
            switch change {
            case 0: same.append(row.metric.name)
            case 1...: up.append(words)
            default: down.append(words)
            }
        }
        return [ReportWords.changes(since: period.previous, up: up, down: down, same: same)]
    }

    private func table(_ rows: [Compared], _ name: Wording) -> Report.Table {
        let columns = [
            Report.Column(BoardWords.metric, share: 20, isNumber: false),
            Report.Column(ReportWords.now, share: 15, isNumber: true),
            Report.Column(ReportWords.counted, share: 9, isNumber: true),
            Report.Column(ReportWords.before, share: 15, isNumber: true),
            Report.Column(ReportWords.changed, share: 17, isNumber: true),
            Report.Column(BoardWords.targetLabel, share: 14, isNumber: false),
            Report.Column(ReportWords.verdict, share: 13, isNumber: false),
        ]
        let filled = rows.map { row in
            let unit = row.metric.unit
            return Report.Row(
                [
                    .words(row.metric.name), ReportMaking.cell(row.value, row.metric),
                    row.metric.isCounted ? row.value.map { .figure($0.counted * 100, unit: "") } ?? .none : .none,
                    ReportMaking.cell(row.before, row.metric),
                    row.change.map { .figure($0, unit: unit == "%" ? ReportWords.points : unit) } ?? .none,
                    row.metric.target.map { .words(BoardWords.target($0, unit: unit)) } ?? .none,
                    ReportWords.word(row.verdict).map { .words($0) } ?? .none,
                ], lead: .metric(row.metric.id), isBad: row.verdict == .unmet)
        }
        return Report.Table(caption: name, columns: columns, rows: filled, notes: [ReportWords.measuresNote])
    }
}
