import Values

extension CaseFile {
    mutating func foldClockStart(_ reader: EventReader) {
        guard let clock = reader.text("clock"), let asOf = reader["as_of"]?.day else { return }
        if let earlier = clocks[clock] { earlierRuns.append(earlier) }
        let until = reader["until"]?.day
        clocks[clock] = Ledger(
            clock: clock, run: reader.number("run") ?? 1, asOf: asOf, from: reader["from"]?.local ?? Moment(asOf),
            startedAt: reader.moment,
            limits: Limits(statutory: reader["statutory"]?.period, promised: reader["promised"]?.period),
            isUntil: reader.flag("is_until"), until: until, rolls: reader.flag("rolls"), stops: [], extensions: [],
            due: reader.dues, calendar: reader.text("calendar") ?? "", changedAt: reader.moment)
    }

    mutating func foldClockChange(_ kind: CaseEventKind, _ reader: EventReader) {
        guard let clock = reader.text("clock"), var ledger = clocks[clock] else { return }
        clocks[clock] = nil  // Taken out while it changes, so that its lists are not copied.
        switch kind {
        case .clockLimited:
            ledger.limits = Limits(statutory: reader["statutory"]?.period, promised: reader["promised"]?.period)
            ledger.until = reader["until"]?.day
        case .clockStopped:
            ledger.stops.append(
                Ledger.Stop(
                    whileOpen: reader.text("while") ?? "", onlyPromised: reader.text("only") == "promised",
                    ground: reader.text("ground") ?? "", law: reader["law"]?.citation,
                    from: reader["from"]?.day ?? reader.moment.day, to: nil))
        case .clockResumed:
            let only = reader.text("only") == "promised"
            let name = reader.text("while")
            if let at = ledger.stops.lastIndex(where: {
                $0.to == nil && $0.whileOpen == name && $0.onlyPromised == only
            }) {
                ledger.stops[at].to = reader["to"]?.day ?? reader.moment.day
            }
        case .clockExtended:
            if let by = reader["by"]?.period {
                ledger.extensions.append(
                    Ledger.Extension(
                        by: by, event: reader.text("event") ?? "", law: reader["law"]?.citation, at: reader.moment))
            }
        default:
            let day = reader.moment.day
            for at in ledger.stops.indices where ledger.stops[at].to == nil {
                ledger.stops[at].to = max(day, ledger.stops[at].from)
            }
            ledger.endedAt = reader.moment
            clocks[clock] = ledger
            return
        }
        ledger.due = reader.dues
        ledger.calendar = reader.text("calendar") ?? ledger.calendar
        ledger.changedAt = reader.moment
        clocks[clock] = ledger
    }

    /// The promise passed, or the time ran out: of a clock, or of a task's own limit.
    mutating func foldTimePassed(_ kind: CaseEventKind, _ reader: EventReader) {
        if let clock = reader.text("clock") {
            if kind == .clockMissed {
                clocks[clock]?.missedAt = reader.moment
            } else {
                clocks[clock]?.expiredAt = reader.moment
            }
        } else if let task = reader.text("task"), let number = reader.number("number"),
            let at = index(ofTask: task, number: number)
        {
            if kind == .clockMissed {
                tasks[at].missedAt = reader.moment
            } else {
                tasks[at].expiredAt = reader.moment
            }
        }
    }

    mutating func foldRecomputed(_ reader: EventReader) {
        let calendar = reader.text("calendar") ?? ""
        if let clock = reader.text("clock") {
            clocks[clock]?.due = reader.dues
            clocks[clock]?.calendar = calendar
        } else if let number = reader.number("number") {
            if let task = reader.text("task"), let at = index(ofTask: task, number: number) {
                tasks[at].due = reader.dues
            } else if reader.text("obligation") != nil,
                let at = obligations.firstIndex(where: { $0.number == number })
            {
                obligations[at].due = reader["due"]?.due
                obligations[at].calendar = calendar
            }
        }
    }

    mutating func foldObligationOpened(_ reader: EventReader) {
        obligations.append(
            ObligationRun(
                rule: reader.text("obligation") ?? "", number: reader.number("number") ?? obligations.count + 1,
                each: reader["each"], within: reader["within"]?.period, due: reader["due"]?.due,
                calendar: reader.text("calendar") ?? "", since: reader.moment, state: .open,
                isOwedByOffice: reader.text("owed_by") == "office", blocks: reader.texts("blocks")))
    }

    mutating func foldObligationChange(_ kind: CaseEventKind, _ reader: EventReader) {
        guard let number = reader.number("number"), let at = obligations.firstIndex(where: { $0.number == number })
        else { return }
        switch kind {
        case .obligationLate:
            obligations[at].lateAt = reader.moment
            return
        case .obligationKept: obligations[at].state = .kept
        case .obligationDropped: obligations[at].state = .dropped
        case .obligationBroken: obligations[at].state = .broken
        default: obligations[at].state = .discharged
        }
        obligations[at].endedAt = reader.moment
    }

    mutating func foldChild(_ kind: CaseEventKind, _ reader: EventReader) {
        guard let key = reader.text("child") else { return }
        if kind == .childPlanned {
            children.append(
                ChildRun(
                    key: key, rule: reader.text("rule") ?? key, each: reader["each"],
                    service: reader.text("service"), procedure: reader.text("procedure"),
                    after: reader.texts("after"), withdrawsOnClose: reader.text("on_close") != "go_on",
                    state: .planned, facts: [:]))
            return
        }
        guard let at = children.lastIndex(where: { $0.key == key }) else { return }
        switch kind {
        case .childOpened:
            children[at].state = .opened
            children[at].caseID = reader.text("case")
        case .childLeftOut: children[at].state = .leftOut
        default:
            children[at].state = .settled
            children[at].outcome = reader.text("outcome")
            children[at].facts = reader.split("facts")
        }
    }
}

extension EventReader {
    fileprivate var dues: Dues { Dues(promised: self["due"]?.due, legal: self["legal_due"]?.due) }
}
