import Storage
import Values

/// What persons say of the tasks of a document: corrected, accepted, rejected. Nothing counts before.
extension MandateDesk {
    /// A task as a page showed it.
    package struct Shown: Hashable, Sendable {
        package let document: String
        package let task: String
        package let revision: Int

        package init(document: String, task: String, revision: Int) {
            self.document = document
            self.task = task
            self.revision = revision
        }
    }

    /// Puts a task right.
    ///
    /// Throws `Failure.problems` without a reason or a change, `Failure.conflict` when the task was decided or changed
    /// meanwhile.
    package func correct(
        _ shown: Shown, to content: MandateCorrection, from region: String, _ acting: AccountActing
    ) async throws -> Done {
        try await decide(shown, from: region, acting) { task in
            let corrected = try content.applied(to: task.now)
            guard corrected != task.now else { throw Failure.problems([MandateWords.nothingChanged]) }
            return MandateEvents.corrected(
                corrected, reason: content.reason, by: acting.actor, at: acting.moment)
        }
    }

    /// A task becomes an order: who is responsible, who supports, by when.
    ///
    /// Throws `Failure.problems` for units that there are not and for a day that is none, `Failure.conflict` when the
    /// task was decided or changed meanwhile, or the document was replaced.
    package func accept(
        _ shown: Shown, _ assignment: MandateTask.Assignment, from region: String, _ acting: AccountActing
    ) async throws -> Done {
        try check(assignment, on: acting.moment.day)
        return try await decide(shown, from: region, acting) { task in
            MandateEvents.accepted(task.id, assignment, by: acting.actor, at: acting.moment)
        }
    }

    /// Several tasks that one page showed whole, in one command: all or none.
    ///
    /// Throws as `accept` of one does; without any, what the page showed is no longer so.
    package func accept(
        _ all: [(shown: Shown, assignment: MandateTask.Assignment)], of document: String, from region: String,
        _ acting: AccountActing
    ) async throws -> Done {
        for one in all { try check(one.assignment, on: acting.moment.day) }
        return try await acting.run(on: events) {
            guard !all.isEmpty else {
                throw Failure.conflict(.changedMeanwhile, sentence: MandateWords.changedMeanwhile, citation: nil)
            }
            let opened = try await open(document, from: region)
            let bodies = try all.map { one in
                let task = try MandateDesk.waiting(one.shown, in: opened.document)
                return MandateEvents.accepted(task.id, one.assignment, by: acting.actor, at: acting.moment)
            }
            return decided(bodies, after: opened, at: acting.moment)
        }
    }

    /// What was read is no task. Throws `Failure.problems` without a reason, `Failure.conflict` as `accept` does.
    package func reject(
        _ shown: Shown, reason: String, from region: String, _ acting: AccountActing
    ) async throws -> Done {
        guard !reason.isEmpty, reason.count <= 1000 else { throw Failure.problems([MandateWords.reasonNeeded]) }
        return try await decide(shown, from: region, acting) { task in
            MandateEvents.rejected(task.id, reason: reason, by: acting.actor, at: acting.moment)
        }
    }

    /// An acceptance was a mistake: the task waits again, and its cases are cancelled. What was said stays on record.
    ///
    /// Throws `Failure.problems` without a reason, `Failure.conflict` for a task that is not accepted, changed
    /// meanwhile, or was done at one of its units, and for a document that a later version replaced.
    package func takeBack(
        _ shown: Shown, reason: String, from region: String, _ acting: AccountActing
    ) async throws -> Done {
        guard !reason.isEmpty, reason.count <= 1000 else { throw Failure.problems([MandateWords.reasonNeeded]) }
        return try await acting.run(on: events) {
            let opened = try await open(shown.document, from: region)
            let task = try MandateDesk.accepted(shown, in: opened.document)
            let record = AssignmentFollower.record(of: task, in: opened.document.id)
            let all = try await database.read { try SupervisedTaskStore.tasks(of: record, in: $0) }
            guard !all.contains(where: { $0.outcome == SupervisedTask.done }) else {
                throw Failure.conflict(.closed, sentence: MandateWords.doneAlready, citation: nil)
            }
            let body = MandateEvents.takenBack(task.id, reason: reason, by: acting.actor, at: acting.moment)
            return decided([body], after: opened, at: acting.moment)
        }
    }

    private static func accepted(_ shown: Shown, in document: MandateDocument) throws(Failure) -> MandateTask {
        guard let task = document.task(shown.task) else { throw missing }
        guard document.replacedBy == nil else {
            throw Failure.conflict(.closed, sentence: MandateWords.replacedAlready, citation: nil)
        }
        guard task.standing == .accepted else {
            throw Failure.conflict(.closed, sentence: MandateWords.notAccepted, citation: nil)
        }
        guard task.revision == shown.revision else {
            throw Failure.conflict(.changedMeanwhile, sentence: MandateWords.changedMeanwhile, citation: nil)
        }
        return task
    }

    private func decide(
        _ shown: Shown, from region: String, _ acting: AccountActing, _ body: (MandateTask) throws -> EventBody
    ) async throws -> Done {
        try await acting.run(on: events) {
            let opened = try await open(shown.document, from: region)
            let task = try MandateDesk.waiting(shown, in: opened.document)
            return decided([try body(task)], after: opened, at: acting.moment)
        }
    }

    private func decided(_ bodies: [EventBody], after opened: Opened, at moment: Moment) -> Decided {
        let id = opened.document.id
        let change = StreamAppend(stream: id, after: opened.history, bodies: bodies, at: moment)
        return Decided(changes: [change], keys: opened.keys, result: ["document": .text(id)]) { new in
            try MandateProjection().effect(of: opened.history + new)
        }
    }

    /// Nothing is decided unseen: the task must stand as the page showed it.
    private static func waiting(_ shown: Shown, in document: MandateDocument) throws(Failure) -> MandateTask {
        guard let task = document.task(shown.task) else { throw missing }
        guard document.replacedBy == nil else {
            throw Failure.conflict(.closed, sentence: MandateWords.replacedAlready, citation: nil)
        }
        guard task.standing == .waiting else {
            throw Failure.conflict(.closed, sentence: MandateWords.decidedAlready, citation: nil)
        }
        guard task.revision == shown.revision else {
            throw Failure.conflict(.changedMeanwhile, sentence: MandateWords.changedMeanwhile, citation: nil)
        }
        return task
    }

    private func check(_ assignment: MandateTask.Assignment, on day: Day) throws(Failure) {
        let units = territory.current.units
        let all = assignment.lead + assignment.support
        guard !assignment.lead.isEmpty, all.allSatisfy({ units[$0]?.exists(on: day) == true }),
            Set(all).count == all.count
        else { throw Failure.problems([MandateWords.unitsWrong]) }
        // Of every unit it is known for which printed name it stands, and nobody stands for one without being assigned.
        let leads = assignment.meant.filter { $0.part == .lead }.flatMap(\.units)
        let meant = assignment.meant.flatMap(\.units)
        guard Set(leads) == Set(assignment.lead), Set(meant) == Set(all),
            assignment.meant.allSatisfy({ !$0.units.isEmpty })
        else { throw Failure.problems([MandateWords.meantWrong]) }
    }
}

/// What a person puts right in a task: each part as it shall stand.
package struct MandateCorrection: Hashable, Sendable {
    /// A deadline as typed; the day decides, and the words stay those of the document.
    package struct Due: Hashable, Sendable {
        package let raw: String
        package let date: Day?

        package init(raw: String, date: Day?) {
            self.raw = raw
            self.date = date
        }
    }

    /// A figure as typed.
    package struct Figure: Hashable, Sendable {
        package let raw: String
        package let what: String
        package let comparator: MandateLedger.Comparator
        package let value: Decimal
        package let unit: String

        package init(
            raw: String, what: String, comparator: MandateLedger.Comparator, value: Decimal, unit: String
        ) {
            self.raw = raw
            self.what = what
            self.comparator = comparator
            self.value = value
            self.unit = unit
        }
    }

    package let title: String
    package let text: String
    /// Names as the document prints them.
    package let lead: [String]
    package let support: [String]
    package let deadlines: [Due]
    package let figures: [Figure]
    package let reason: String

    package init(
        title: String, text: String, lead: [String], support: [String], deadlines: [Due], figures: [Figure],
        reason: String
    ) {
        self.title = title
        self.text = text
        self.lead = lead
        self.support = support
        self.deadlines = deadlines
        self.figures = figures
        self.reason = reason
    }

    /// The task with what was put right; what stayed the same keeps its place in the source.
    ///
    /// Throws `Failure.problems` for a text that is missing or too long.
    func applied(to task: MandateLedger.Task) throws(Failure) -> MandateLedger.Task {
        let tooLong = [title].contains { $0.count > 500 } || text.count > 20_000 || reason.count > 1000
        if title.isEmpty || text.isEmpty || tooLong { throw Failure.problems([MandateWords.textWrong]) }
        if reason.isEmpty { throw Failure.problems([MandateWords.reasonNeeded]) }
        return MandateLedger.Task(
            id: task.id, printedNumber: task.printedNumber, section: task.section, title: title, text: text,
            lead: units(lead, from: task), support: units(support, from: task), isLeadPrinted: task.isLeadPrinted,
            deadlines: deadlines.map { due in
                let same = task.deadlines.first { $0.raw == due.raw }
                let kind = due.date == nil ? same?.kind ?? .vague : .date
                return MandateLedger.Deadline(
                    raw: due.raw, kind: kind, date: due.date, passage: same?.passage ?? task.passage)
            },
            targets: figures.map { figure in
                let same = task.targets.first { $0.raw == figure.raw }
                return MandateLedger.Target(
                    raw: figure.raw, what: figure.what, comparator: figure.comparator, value: figure.value.shortest,
                    unit: figure.unit, baseline: same?.baseline, isSoft: same?.isSoft ?? false,
                    passage: same?.passage ?? task.passage)
            }, passage: task.passage, alsoAt: task.alsoAt)
    }

    private func units(_ names: [String], from task: MandateLedger.Task) -> [MandateLedger.Unit] {
        names.map { name in
            (task.lead + task.support).first { $0.name == name }
                ?? MandateLedger.Unit(
                    name: name, isGroup: UnitNames.isGroup(Array(name.unicodeScalars)), passage: task.passage)
        }
    }
}
