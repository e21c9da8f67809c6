import Definitions
import Rules
import Values

extension Step {
    /// The first task of the stage whose turn has come opens, is skipped, or becomes unclear.
    mutating func turnTasks() -> Bool {
        for rule in plan.tasks where rule.stage == file.stage {
            if let unclear = file.tasks.first(where: { $0.state == .unclear && $0.task == rule.id }) {
                if turn(rule, number: unclear.number, isUnclear: true) { return true }
                continue
            }
            guard isDue(rule) else { continue }
            let number = file.tasks.count { $0.task == rule.id } + 1
            if turn(rule, number: number, isUnclear: false) { return true }
        }
        return false
    }

    private func isDue(_ rule: TaskRule) -> Bool {
        if rule.opens != nil {
            guard file.calls[rule.id] != nil else { return false }
        } else if file.tasks.contains(where: { $0.task == rule.id && $0.visit == file.visit }) {
            return false
        }
        return isFulfilled(rule.after)
    }

    /// - Returns: whether anything changed.
    private mutating func turn(_ rule: TaskRule, number: Int, isUnclear: Bool) -> Bool {
        switch facts().truth(rule.when) {
        case .yes: open(rule, number: number)
        case .no: emit(.taskSkipped, ["task": .text(rule.id), "number": JSON(number)])
        case .notKnown(let names):
            if isUnclear { return false }
            emit(
                .taskUnclear,
                [
                    "task": .text(rule.id), "number": JSON(number), "unit": .text(unit(of: rule.unit)),
                    "role": .text(rule.role), "names": JSON(names),
                ])
        }
        return true
    }

    private mutating func open(_ rule: TaskRule, number: Int) {
        let unit = unit(of: rule.unit)
        let within = Limits(statutory: rule.within?.statutory, promised: rule.within?.promised)
        let dues = taskDues(within, from: now)
        emit(
            .taskOpened,
            [
                "task": .text(rule.id), "number": JSON(number), "unit": .text(unit), "role": .text(rule.role),
                "within": JSON(within), "due": JSON(dues.promised), "legal_due": JSON(dues.legal),
                "calendar": .text(around.calendar.version),
            ])
        callUnitAbove(rule, number: number, unit: unit)
    }

    /// When nobody left in the unit may do it, the unit above names someone; `not_by` is never dropped (README §5).
    private mutating func callUnitAbove(_ rule: TaskRule, number: Int, unit: String) {
        guard let staff = around.places.staff(rule.role, unit) else { return }
        let barred = Separation(plan: plan, file: file).barred(from: rule.id, notBy: rule.notBy)
        guard Set(staff).subtracting(barred).count < rule.signedBy else { return }
        let above = around.places.unitAbove(unit) ?? unit
        emit(
            .taskUnstaffed,
            [
                "task": .text(rule.id), "number": JSON(number), "unit": .text(above), "role": .text(rule.role),
            ])
    }

    /// The unit that a rule names; the lead unit where it is not known yet.
    mutating func unit(of rule: UnitRule) -> String {
        switch rule {
        case .handling: file.header.unit
        case .named(let name): unit(named: name)
        case .expression(let expression): facts().evaluate(expression).text.map { unit(named: $0) } ?? file.header.unit
        }
    }

    // MARK: Joins

    /// A join counts the done ones among those that were not skipped; all skipped fulfils it (README §3).
    private func isFulfilled(_ join: TaskRule.Join?) -> Bool {
        guard let join else { return true }
        let (members, needed): ([String], Int)
        switch join {
        case .all(let all): (members, needed) = (all, all.count)
        case .any(let any): (members, needed) = (any, 1)
        case .atLeast(let number, let of): (members, needed) = (of, number)
        }
        var done = 0
        var counted = 0
        for member in members {
            switch progress(of: member) {
            case .skipped: continue
            case .done: done += 1
            case .going: break
            }
            counted += 1
        }
        return done >= min(needed, counted)
    }

    private enum Progress { case going, done, skipped }

    private func progress(of task: String) -> Progress {
        guard let rule = plan.tasks.first(where: { $0.id == task }) else { return .skipped }
        let visit = rule.stage == file.stage ? file.visit : file.visits[rule.stage] ?? 0
        let runs = file.tasks.filter { $0.task == task && $0.visit == visit }
        if runs.contains(where: \.isPending) { return .going }
        if runs.contains(where: { $0.state == .done }) { return .done }
        if !runs.isEmpty { return .skipped }
        let isToCome = rule.stage == file.stage && (rule.opens == nil || file.calls[task] != nil)
        return isToCome ? .going : .skipped
    }
}

/// Who may not do something because of what they did before (四眼原则): symmetric, in every round, over persons.
struct Separation {
    let plan: Plan
    let file: CaseFile

    /// Persons who may not do `owner`: who did one of its `not_by`, who is named by a fact in it, and who did
    /// something that names `owner` in its own `not_by`.
    func barred(from owner: String, notBy: [String]) -> Set<String> {
        var barred: Set<String> = []
        for name in notBy {
            barred.formUnion(file.doers[name] ?? [])
            barred.formUnion(file.answers[name]?.value?.texts ?? [])
        }
        for task in plan.tasks where task.notBy.contains(owner) { barred.formUnion(file.doers[task.id] ?? []) }
        for action in plan.actions where action.notBy.contains(owner) { barred.formUnion(file.doers[action.id] ?? []) }
        return barred
    }
}
