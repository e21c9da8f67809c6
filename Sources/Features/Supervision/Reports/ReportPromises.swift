import Definitions
import Values

/// Promises and tasks of documents in a report (承诺兑现、督办任务).
extension ReportMaking {
    func promises(_ which: ReportPlan.Promises, _ name: Wording) -> Report.Section {
        var sentences = [ReportWords.summary(promises)]
        if unbound > 0 { sentences.append(ReportWords.unbound(unbound)) }
        for promise in promises where promise.state == .broken || promise.state == .atRisk {
            if let sentence = ReportWords.broken(promise) { sentences.append(sentence) }
        }
        let shown = promises.filter { which == .all || $0.state == .broken || $0.state == .atRisk }
        let columns = [
            Report.Column(BoardWords.sentence, share: 9, isNumber: false),
            Report.Column(BoardWords.metric, share: 5, isNumber: false),
            Report.Column(BoardWords.place, share: 3, isNumber: false),
            Report.Column(BoardWords.targetLabel, share: 4, isNumber: false),
            Report.Column(BoardWords.value, share: 3, isNumber: true),
            Report.Column(BoardWords.stateLabel, share: 5, isNumber: false),
        ]
        let rows = shown.compactMap { promise in promise.metric.target.map { row(promise, $0) } }
        let table = Report.Table(
            caption: name, columns: columns, rows: rows, notes: [ReportWords.promisesNote(period)])
        return Report.Section(
            name: name, sentences: sentences, tables: rows.isEmpty ? [] : [table], isAnnex: false)
    }

    private func row(_ promise: Promise, _ target: MetricTarget) -> Report.Row {
        let source = BoardWords.source(target)
        let metric = promise.metric
        return Report.Row(
            [
                .words(
                    Wording(
                        zh: "\(ReportWords.quoted(target.sentence))（\(source.zh)）",
                        en: "\(ReportWords.quoted(target.sentence)) (\(source.en))")),
                .words(metric.name), .words(promise.place), .words(BoardWords.target(target, unit: metric.unit)),
                ReportMaking.cell(promise.value, metric), .words(ReportWords.state(promise.state)),
            ], lead: .metric(metric.id), isBad: promise.state == .broken)
    }

    // MARK: Tasks

    func tasks(_ name: Wording) -> Report.Section {
        var sentences = [ReportWords.lights(tasks, on: period.last)]
        if !tasks.late.isEmpty {
            var byUnit: [String: Int] = [:]
            for task in tasks.late { byUnit[task.unit, default: 0] += 1 }
            let units = byUnit.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            sentences.append(ReportWords.lateUnits(units.map { (unitName($0.key), $0.value) }))
        }
        let columns = [
            Report.Column(BoardWords.unit, share: 5, isNumber: false),
            Report.Column(LedgerPageWords.task, share: 6, isNumber: false),
            Report.Column(LedgerPageWords.document, share: 5, isNumber: false),
            Report.Column(LedgerPageWords.due, share: 4, isNumber: false),
            Report.Column(LedgerPageWords.light, share: 2, isNumber: false),
            Report.Column(ReportWords.daysLate, share: 3, isNumber: true),
            Report.Column(ReportWords.remark, share: 4, isNumber: false),
        ]
        let rows = tasks.late.map { row($0, isLate: true) } + tasks.near.map { row($0, isLate: false) }
        let table = Report.Table(caption: name, columns: columns, rows: rows, notes: [ReportWords.tasksNote])
        return Report.Section(
            name: name, sentences: sentences, tables: rows.isEmpty ? [] : [table], isAnnex: false)
    }

    private func unitName(_ id: String) -> Wording {
        territory.units[id].map { ReportWords.unit($0, in: placeName($0.region)) } ?? Wording(zh: id, en: id)
    }

    private func row(_ task: SupervisedTask, isLate: Bool) -> Report.Row {
        let light: SupervisedTask.Light = isLate ? .red : .yellow
        return Report.Row(
            [
                .words(unitName(task.unit)), .words(Wording(zh: task.title, en: task.title)),
                .words(Wording(zh: task.document, en: task.document)), .words(ReportWords.day(task.due)),
                .words(LedgerPageWords.light(light)),
                task.due < period.last ? .figure((period.last.number - task.due.number) * 100, unit: "") : .none,
                task.missedReports > 0 ? .words(LedgerPageWords.missed(task.missedReports)) : .none,
            ], lead: .task(task.caseID), isBad: isLate)
    }
}
