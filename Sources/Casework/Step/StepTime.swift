import Definitions
import Rules
import Values

/// Something that time alone brings about.
struct Expiry {
    enum What {
        /// The promise passed while the law's limit still runs.
        case clockMissed(String)
        case clockExpired(String)
        case taskMissed(String, Int)
        case taskExpired(String, Int)
        case obligation(Int)
    }

    var instant: Moment
    var what: What
}

extension CaseFile {
    /// The next instant at which time alone changes something; nil while nothing runs. For the index of due clocks.
    package var nextInstant: Moment? { isErased ? nil : nextExpiry(in: [])?.instant }

    /// The earliest one; among equal instants the first in the file: clocks, then tasks, then obligations.
    func nextExpiry(in clockOrder: [String]) -> Expiry? {
        guard !isClosed else { return nil }
        var next: Expiry?
        func offer(_ instant: Moment?, _ what: Expiry.What) {
            guard let instant else { return }
            if let found = next, found.instant <= instant { return }
            next = Expiry(instant: instant, what: what)
        }
        for id in clockOrder + clocks.keys.filter({ !clockOrder.contains($0) }).sorted() {
            guard let ledger = clocks[id], ledger.isLive else { continue }
            offer(ledger.instantOfMissing, .clockMissed(id))
            offer(ledger.instantOfExpiry, .clockExpired(id))
        }
        for run in tasks where run.state == .open && run.expiredAt == nil {
            let expiry = run.within.statutory == nil ? run.due.promised?.instant : run.due.legal?.instant
            if run.within.statutory != nil, run.missedAt == nil, let promised = run.due.promised?.instant,
                expiry.map({ promised < $0 }) ?? true
            {
                offer(promised, .taskMissed(run.task, run.number))
            }
            offer(expiry, .taskExpired(run.task, run.number))
        }
        for run in obligations where run.state == .open && run.lateAt == nil {
            offer(run.due?.instant, .obligation(run.number))
        }
        return next
    }
}

extension Ledger {
    /// Never before its last change: a limit chosen at an instant cannot have run out before it.
    fileprivate var instantOfExpiry: Moment? {
        guard state == .running else { return nil }
        let due = limits.statutory == nil ? due.promised : due.legal
        return due?.instant.map { max($0, changedAt) }
    }

    fileprivate var instantOfMissing: Moment? {
        guard state == .running, missedAt == nil, limits.statutory != nil, let promised = due.promised?.instant
        else { return nil }
        if let legal = due.legal?.instant, legal <= promised { return nil }
        return max(promised, changedAt)
    }
}

extension Step {
    /// Time first: whatever ran out up to `moment` happens, each at its own legal instant (README §3, 2).
    mutating func catchUp(to moment: Moment) throws(Failure) {
        let asking = acting
        acting = .platform
        let order = plan.clocks.map(\.id)
        var rounds = 0
        while let next = file.nextExpiry(in: order), next.instant <= moment {
            rounds += 1
            guard rounds <= 10_000 else { throw .defect("case \(file.id): time never comes to rest") }
            now = next.instant
            expire(next.what)
            try settle()
        }
        now = moment
        acting = asking
    }

    private mutating func expire(_ what: Expiry.What) {
        switch what {
        case .clockMissed(let id):
            emit(.clockMissed, ["clock": .text(id), "due": JSON(file.clocks[id]?.due.promised)])
        case .clockExpired(let id): expireClock(id)
        case .taskMissed(let task, let number): recordTask(.clockMissed, task, number)
        case .taskExpired(let task, let number): expireTask(task, number)
        case .obligation(let number): expireObligation(number)
        }
    }

    private mutating func expireClock(_ id: String) {
        guard let ledger = file.clocks[id] else { return }
        let due = ledger.limits.statutory == nil ? ledger.due.promised : ledger.due.legal
        emit(.clockExpired, ["clock": .text(id), "due": JSON(due)])
        guard let deed = plan.clocks.first(where: { $0.id == id })?.expires, facts().truth(deed.when).isYes
        else { return }
        var doing = Doing.byItself(deed, path: "clocks." + id)
        doing.clock = id
        perform(doing)
    }

    private mutating func recordTask(_ kind: CaseEventKind, _ task: String, _ number: Int) {
        guard let at = file.index(ofTask: task, number: number) else { return }
        let run = file.tasks[at]
        let isLegal = kind == .clockExpired && run.within.statutory != nil
        let due = isLegal ? run.due.legal : run.due.promised
        emit(kind, ["task": .text(task), "number": JSON(number), "due": JSON(due)])
    }

    /// Silence past the limit counts as a result where the law says so; otherwise the task is late and stays open.
    private mutating func expireTask(_ task: String, _ number: Int) {
        recordTask(.clockExpired, task, number)
        guard let rule = plan.tasks.first(where: { $0.id == task }), let silence = rule.silence,
            var deed = rule.results.first(where: { $0.id == silence.result })
        else { return }
        deed.isDeemed = true
        deed.law = silence.law
        finishTask(task, number, Doing.byItself(deed, path: "tasks.\(task).\(deed.id)"))
    }

    /// Only what the applicant owes has consequences; if the office is late the applicant loses nothing.
    private mutating func expireObligation(_ number: Int) {
        guard let run = file.obligations.first(where: { $0.number == number }) else { return }
        let data: [String: JSON] = [
            "obligation": .text(run.rule), "number": JSON(number), "due": JSON(run.due),
        ]
        if run.isOwedByOffice {
            emit(.obligationLate, data)
            return
        }
        emit(.obligationBroken, data)
        guard let deed = obligationRule(run.rule)?.expires else { return }
        let each = run.each.flatMap { FEELValue($0, as: .any) }
        guard facts(said: [:], each: each).truth(deed.when).isYes else { return }
        perform(.byItself(deed, path: "obligations." + run.rule))
    }

    /// Records a result, and does its deed where it has one.
    mutating func finishTask(_ task: String, _ number: Int, _ doing: Doing) {
        var open: [String: JSON] = [
            "task": .text(task), "number": JSON(number), "result": .text(doing.deed.id),
            "signers": JSON(doing.signers), "deemed": .bool(doing.deed.isDeemed),
        ]
        var sealed: [String: JSON] = [:]
        split(doing.said, of: doing.deed).write("said", open: &open, sealed: &sealed)
        emit(.taskDone, open, sealed: sealed)
        let deed = doing.deed
        let hasDeed =
            deed.event != nil || deed.to != nil || deed.outcome != nil || deed.issues != nil || deed.notice != nil
        if hasDeed { perform(doing) }
    }

    // MARK: Until quiet

    /// Automatic deeds, tasks, limits, stops and children, starting again after each change (README §3, 5).
    mutating func settle() throws(Failure) {
        for _ in 0..<200 {
            if file.isClosed { return }
            if fireAutomatic() { continue }
            if turnTasks() { continue }
            if chooseLimits() { continue }
            if turnStops() { continue }
            if turnChildren() { continue }
            return
        }
        throw .defect("procedure \(plan.procedure) never comes to rest in stage \(file.stage)")
    }

    /// The first automatic deed that is true; each at most once per visit to a stage.
    private mutating func fireAutomatic() -> Bool {
        // By index: an action is large, and most are left alone.
        let actions = law.plan.actions
        for index in actions.indices where actions[index].stages.contains(file.stage) {
            guard actions[index].by.isPlatform else { continue }
            let path = "actions." + actions[index].deed.id
            guard !file.fired.contains(path), facts().truth(actions[index].deed.when).isYes else { continue }
            let asking = acting
            acting = .platform
            perform(.byItself(actions[index].deed, path: path))
            acting = asking
            return true
        }
        return false
    }
}
