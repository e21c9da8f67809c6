import Definitions
import Rules
import Values

extension Step {
    /// For one event: clocks end, extend, start.
    mutating func moveClocks(on event: String, from: Moment, except own: String?) {
        for rule in plan.clocks where rule.ends.contains(event) { endClock(rule, on: event, except: own) }
        for rule in plan.clocks where rule.extends?.event == event { extendClock(rule) }
        for rule in plan.clocks where rule.starts.contains(event) { startClock(rule, from: from) }
    }

    /// A clock whose time ran out and did this very deed stays expired.
    private mutating func endClock(_ rule: ClockRule, on event: String, except own: String?) {
        guard let ledger = file.clocks[rule.id], ledger.endedAt == nil, rule.id != own else { return }
        emit(.clockEnded, ["clock": .text(rule.id), "event": .text(event)])
    }

    private mutating func extendClock(_ rule: ClockRule) {
        guard let more = rule.extends, var ledger = file.clocks[rule.id], ledger.isLive else { return }
        ledger.extensions.append(Ledger.Extension(by: more.by, event: more.event, law: more.law, at: now))
        var data: [String: JSON] = [
            "clock": .text(rule.id), "by": JSON(more.by), "event": .text(more.event), "law": JSON(more.law),
        ]
        writeDues(of: ledger, into: &data)
        emit(.clockExtended, data)
    }

    /// Starting again needs an end, or an expiry, before it; the new run has a new ledger.
    private mutating func startClock(_ rule: ClockRule, from: Moment) {
        let earlier = file.clocks[rule.id]
        guard earlier?.isLive != true, facts().truth(rule.when).isYes else { return }
        let ledger = Ledger(
            clock: rule.id, run: (earlier?.run ?? 0) + 1, asOf: from.day, from: from, startedAt: now,
            limits: limits(of: rule), isUntil: rule.until != nil, until: until(of: rule), rolls: rule.rolls,
            stops: [], extensions: [], due: Dues(promised: nil, legal: nil), calendar: "", changedAt: now)
        var data: [String: JSON] = [
            "clock": .text(rule.id), "run": JSON(ledger.run), "as_of": JSON(ledger.asOf),
            "from": .text(from.local), "statutory": JSON(ledger.limits.statutory),
            "promised": JSON(ledger.limits.promised), "is_until": .bool(ledger.isUntil),
            "until": JSON(ledger.until), "rolls": .bool(ledger.rolls),
        ]
        writeDues(of: ledger, into: &data)
        emit(.clockStarted, data)
    }

    private func writeDues(of ledger: Ledger, into data: inout [String: JSON]) {
        let dues = ledger.dues(in: around.calendar)
        data["due"] = JSON(dues.promised)
        data["legal_due"] = JSON(dues.legal)
        data["calendar"] = .text(around.calendar.version)
    }

    // MARK: Limits

    private mutating func limits(of rule: ClockRule) -> Limits {
        Limits(statutory: chosen(rule.statutory), promised: chosen(rule.promised))
    }

    /// The first row that is true; what is not known is passed by, and the choice is made again when it is known.
    private mutating func chosen(_ rows: [ClockRule.LimitRow]) -> LegalPeriod? {
        for row in rows {
            guard let condition = row.when else { return row.limit }
            if facts().truth(condition).isYes { return row.limit }
        }
        return nil
    }

    private mutating func until(of rule: ClockRule) -> Day? {
        guard let expression = rule.until else { return nil }
        return facts().evaluate(expression).day
    }

    /// Limits are chosen again after every event, so a fact learned later changes the due date, with an event.
    mutating func chooseLimits() -> Bool {
        for rule in plan.clocks where rule.isChosenAgain {
            guard var ledger = file.clocks[rule.id], ledger.isLive else { continue }
            let limits = limits(of: rule)
            let until = until(of: rule)
            guard limits != ledger.limits || until != ledger.until else { continue }
            ledger.limits = limits
            ledger.until = until
            var data: [String: JSON] = [
                "clock": .text(rule.id), "statutory": JSON(limits.statutory), "promised": JSON(limits.promised),
                "until": JSON(until),
            ]
            writeDues(of: ledger, into: &data)
            emit(.clockLimited, data)
            return true
        }
        return false
    }

    // MARK: Stops

    /// A stop lasts while its stage stands or its task is open; nothing else begins or ends it.
    mutating func turnStops() -> Bool {
        for rule in plan.clocks where !rule.stops.isEmpty {
            guard let ledger = file.clocks[rule.id], ledger.isLive else { continue }
            for stop in rule.stops {
                let holds = isOpen(stop.whileOpen)
                let at = ledger.stops.lastIndex {
                    $0.to == nil && $0.whileOpen == stop.whileOpen && $0.onlyPromised == stop.onlyPromised
                }
                if holds, at == nil {
                    stopClock(ledger, stop)
                    return true
                }
                if !holds, let at {
                    resumeClock(ledger, at: at)
                    return true
                }
            }
        }
        return false
    }

    private func isOpen(_ stageOrTask: String) -> Bool {
        file.stage == stageOrTask || file.tasks.contains { $0.task == stageOrTask && $0.state == .open }
    }

    private mutating func stopClock(_ before: Ledger, _ stop: ClockRule.Stop) {
        var ledger = before
        ledger.stops.append(
            Ledger.Stop(
                whileOpen: stop.whileOpen, onlyPromised: stop.onlyPromised, ground: stop.ground, law: stop.law,
                from: now.day, to: nil))
        var data: [String: JSON] = [
            "clock": .text(ledger.clock), "while": .text(stop.whileOpen),
            "only": stop.onlyPromised ? "promised" : .null, "from": JSON(now.day), "ground": .text(stop.ground),
            "law": JSON(stop.law),
        ]
        writeDues(of: ledger, into: &data)
        emit(.clockStopped, data)
    }

    private mutating func resumeClock(_ before: Ledger, at index: Int) {
        var ledger = before
        let stop = ledger.stops[index]
        // What ends at 24:00 ends on that day, although the instant is written as 00:00 of the next.
        let day = acting.isPlatform && now.millisecondsOfDay == 0 ? now.day.previous : now.day
        ledger.stops[index].to = day
        var data: [String: JSON] = [
            "clock": .text(ledger.clock), "while": .text(stop.whileOpen),
            "only": stop.onlyPromised ? "promised" : .null, "to": JSON(day),
        ]
        writeDues(of: ledger, into: &data)
        emit(.clockResumed, data)
    }

    // MARK: A new calendar

    /// Computes every open due date again. A date already reached is never moved against the applicant: what has run
    /// out stays so, a promise that was missed stays missed, and the applicant's own time never becomes shorter.
    mutating func recompute(told: [Actor]) {
        let isApplicantsTurn = plan.stages.first { $0.id == file.stage }?.waitsFor == .applicant
        for rule in plan.clocks {
            guard let ledger = file.clocks[rule.id], ledger.isLive else { continue }
            var dues = ledger.dues(in: around.calendar)
            if ledger.missedAt != nil { dues.promised = ledger.due.promised }
            if isApplicantsTurn {
                dues.promised = later(dues.promised, ledger.due.promised)
                dues.legal = later(dues.legal, ledger.due.legal)
            }
            guard dues != ledger.due else { continue }
            recordRecomputed(["clock": .text(rule.id)], from: ledger.due, to: dues, was: ledger.calendar, told)
        }
        for run in file.tasks where run.state == .open {
            let dues = taskDues(run.within, from: run.since)
            guard dues != run.due, run.expiredAt == nil else { continue }
            let names: [String: JSON] = ["task": .text(run.task), "number": JSON(run.number)]
            recordRecomputed(names, from: run.due, to: dues, was: "", told)
        }
        for run in file.obligations where run.state == .open && run.lateAt == nil && run.within != nil {
            let computed = obligationDue(run.within, from: run.since)
            let due = run.isOwedByOffice ? computed : later(computed, run.due)
            guard due != run.due else { continue }
            let names: [String: JSON] = ["obligation": .text(run.rule), "number": JSON(run.number)]
            recordRecomputed(
                names, from: Dues(promised: run.due, legal: nil), to: Dues(promised: due, legal: nil),
                was: run.calendar, told)
        }
    }

    /// The later of two dates; a date that is known stands before one that is not.
    private func later(_ new: DueDate?, _ old: DueDate?) -> DueDate? {
        guard let before = old?.instant else { return new }
        guard let after = new?.instant else { return old }
        return after < before ? old : new
    }

    private mutating func recordRecomputed(
        _ names: [String: JSON], from before: Dues, to dues: Dues, was calendar: String, _ told: [Actor]
    ) {
        var data = names
        data["due"] = JSON(dues.promised)
        data["legal_due"] = JSON(dues.legal)
        data["was"] = JSON(before.promised)
        data["legal_was"] = JSON(before.legal)
        data["calendar"] = .text(around.calendar.version)
        data["calendar_was"] = .text(calendar)
        data["told"] = JSON(told.map(\.description))
        emit(.clockRecomputed, data)
    }

    func taskDues(_ within: Limits, from: Moment) -> Dues {
        func due(_ period: LegalPeriod?) -> DueDate? {
            period.map {
                around.calendar.due($0, from: from.day, startInstant: from, excluded: [], rolls: true)
            }
        }
        return Dues(promised: due(within.promised), legal: due(within.statutory))
    }

    func obligationDue(_ within: LegalPeriod?, from: Moment) -> DueDate? {
        within.map { around.calendar.due($0, from: from.day, startInstant: from, excluded: [], rolls: true) }
    }
}

extension ClockRule {
    /// Whether a fact learned later can change its limit or date.
    var isChosenAgain: Bool {
        until != nil || statutory.contains { $0.when != nil } || promised.contains { $0.when != nil }
    }
}
