import Casework
import Definitions
import Values

/// A case as lists show it: a function of its stream, without personal values.
package struct CaseRow: Hashable, Sendable {
    package let id: String
    package let version: Int
    package let number: String?
    package let service: String
    package let definition: String
    package let region: String
    package let unit: String
    /// `person:ID` or `enterprise:ID`.
    package let applicant: String
    /// Masked name of the applicant; nil after erasure.
    package let applicantMask: String?
    package let channel: String?
    package let stage: String
    package let waitsFor: Stage.WaitsFor
    package let isClosed: Bool
    package let outcome: String?
    package let filedAt: Moment
    package let closedAt: Moment?
    /// Due days of the main clock until it has ended, also when they have passed.
    package let promisedDue: Day?
    package let legalDue: Day?
    /// The main clock stands still for a ground of law.
    package let isStopped: Bool
    /// When the clock leader has to look at the case next.
    package let nextInstant: Moment?
    /// The case that opened this one, such as a bundle (一件事).
    package let parent: String?
}

/// An open task as the worklist shows it.
package struct TaskRow: Hashable, Sendable {
    package let caseID: String
    package let task: String
    package let number: Int
    package let unit: String
    package let role: String
    package let region: String
    package let isUnclear: Bool
    package let since: Moment
    /// The earliest of the task's own limit, the case's main clock, and clocks that the task ends, also when it has
    /// passed; nil: no limit, or not known yet.
    package let due: Day?
    /// The last day of the clock that the case's page shows; nil: it has none, and only the task's own limit counts.
    package let clockDue: Day?
    /// What the days of that clock are, otherwise of the task's own limit.
    package let dayUnit: LegalPeriod.Unit?
    package let service: String
    package let definition: String
    package let caseNumber: String?
    package let applicantMask: String?
    package let filedAt: Moment
    package let isStopped: Bool
}

/// The rows of one case.
package struct CaseRows: Hashable, Sendable {
    package let row: CaseRow?
    package let tasks: [TaskRow]
    /// What the applicant said of himself, for the next time.
    package let known: [KnownAnswer]
    /// Promises, their checks, and documents that may follow.
    package let duties: [Duty]

    /// Pure: the state decides, never the present.
    ///
    /// - Parameter closedAt: instant of the event that entered the final stage.
    package static func of(_ file: CaseFile, by definition: Definition, closedAt: Moment?) -> CaseRows {
        guard let plan = definition.plan(ofVariant: file.header.variant) else {
            return CaseRows(row: nil, tasks: [], known: [], duties: [])
        }
        let main = CaseRows.main(of: file, plan)
        let isStopped = main?.state == .stopped
        let stage = plan.stages.first { $0.id == file.stage }
        let mask = CaseRows.mask(of: file)
        let row = CaseRow(
            id: file.id, version: file.version, number: file.number, service: file.header.service,
            definition: file.header.definition, region: file.header.region, unit: file.header.unit,
            applicant: file.header.applicant.description, applicantMask: mask, channel: file.header.channel,
            stage: file.stage, waitsFor: stage?.waitsFor ?? .nobody, isClosed: file.isClosed, outcome: file.outcome,
            filedAt: file.header.filed, closedAt: file.isClosed ? closedAt : nil,
            promisedDue: main?.due.promised?.day, legalDue: main?.due.legal?.day, isStopped: isStopped,
            nextInstant: file.nextInstant, parent: file.header.parent?.caseID)
        let tasks = file.openTasks.map { CaseRows.task($0, of: file, plan, main: main, mask: mask) }
        return CaseRows(
            row: row, tasks: tasks, known: known(from: file, by: definition),
            duties: Duty.all(in: file, by: definition, plan, mask: mask, closedAt: row.closedAt))
    }

    /// The main clock while somebody has still to do something under it; it may have run out.
    private static func main(of file: CaseFile, _ plan: Plan) -> Ledger? {
        guard !file.isClosed, let rule = plan.clocks.first(where: { $0.id == plan.mainClock }),
            let ledger = file.clocks[rule.id], ledger.isUnfinished(by: rule)
        else { return nil }
        return ledger
    }

    private static func task(
        _ run: TaskRun, of file: CaseFile, _ plan: Plan, main: Ledger?, mask: String?
    ) -> TaskRow {
        let ended = ended(by: run, file, plan).filter { $0.day != nil }
        let first = ended.min { ($0.day?.number ?? 0, $0.clock) < ($1.day?.number ?? 0, $1.clock) }
        let shown = main?.day == nil ? first : main
        let own = run.due.promised ?? run.due.legal
        return TaskRow(
            caseID: file.id, task: run.task, number: run.number, unit: run.unitAbove ?? run.unit, role: run.role,
            region: file.header.region, isUnclear: run.state == .unclear, since: run.since,
            due: ([own?.day, main?.day] + ended.map(\.day)).compactMap { $0 }.min(), clockDue: shown?.day,
            dayUnit: shown == nil ? (run.within.promised ?? run.within.statutory)?.unit : shown?.unit,
            service: file.header.service, definition: file.header.definition, caseNumber: file.number,
            applicantMask: mask, filedAt: file.header.filed, isStopped: main?.state == .stopped)
    }

    /// Clocks that a deed of the task ends and that go on, such as the time to accept for the check of a filing.
    private static func ended(by run: TaskRun, _ file: CaseFile, _ plan: Plan) -> [Ledger] {
        let results = plan.tasks.first { $0.id == run.task }?.results ?? []
        let deeds = results.isEmpty ? plan.actions.filter { $0.stages.contains(run.stage) }.map(\.deed) : results
        let events = Set(deeds.compactMap(\.event))
        return plan.clocks.filter { !events.isDisjoint(with: $0.ends) }.compactMap { rule in
            file.clocks[rule.id].flatMap { $0.isUnfinished(by: rule) ? $0 : nil }
        }
    }

    /// Concepts that the applicant gave; what a register knows is asked there again.
    private static func known(from file: CaseFile, by definition: Definition) -> [KnownAnswer] {
        // What a child knows was said in its parent, where it is kept.
        guard !file.isErased, file.header.parent == nil else { return [] }
        return file.answers.sorted { $0.key < $1.key }.compactMap { id, answer in
            guard answer.source == "applicant", let field = definition.fields[id], field.isConcept,
                answer.value.map({ !$0.isNull }) ?? false
            else { return nil }
            return KnownAnswer(
                subject: file.header.applicant.description, concept: id, stream: file.id, source: answer.source,
                grade: answer.grade, effective: answer.at, expiry: nil)
        }
    }

    /// An enterprise is public; of a person the first character stays.
    private static func mask(of file: CaseFile) -> String? {
        if let name = file.answers["enterprise.name"]?.value?.text { return name }
        return file.answers["person.name"]?.value?.text.map { Masking.name($0) }
    }
}

extension Ledger {
    /// The last day that is told first: the promise, otherwise the law's; nil while it is not known.
    fileprivate var day: Day? { (due.promised ?? due.legal)?.day }

    /// What its days are; a clock that ends on a date counts days.
    fileprivate var unit: LegalPeriod.Unit? { isUntil ? .days : (limits.promised ?? limits.statutory)?.unit }
}
