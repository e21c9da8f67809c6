import Definitions
import Rules
import Values

extension Step {
    // MARK: Obligations

    /// For one event: obligations are kept, dropped, opened.
    mutating func moveObligations(on event: String, said: [String: FEELValue]) {
        for run in file.obligations where run.state == .open {
            guard let rule = obligationRule(run.rule) else { continue }
            if rule.keptBy.contains(event), isKept(rule, run, said) {
                record(.obligationKept, run, event)
            } else if rule.brokenBy.contains(event) {
                recordBroken(run, event)
            } else if rule.droppedBy.contains(event) {
                record(.obligationDropped, run, event)
            }
        }
        for rule in plan.obligations where rule.opens.contains(event) { openObligations(rule, said) }
    }

    func obligationRule(_ id: String) -> ObligationRule? {
        plan.obligations.first { $0.id == id }
    }

    /// Whether something said would keep this one.
    func isKept(_ rule: ObligationRule, _ run: ObligationRun, _ said: [String: FEELValue]) -> Bool {
        guard let condition = rule.keptWhen else { return true }
        return facts(said: said, each: run.each.flatMap { FEELValue($0, as: .any) }).truth(condition).isYes
    }

    private mutating func record(_ kind: CaseEventKind, _ run: ObligationRun, _ event: String) {
        emit(kind, ["obligation": .text(run.rule), "number": JSON(run.number), "event": .text(event)])
    }

    /// Shown by a deed not to have been kept; time alone breaks one without an event.
    private mutating func recordBroken(_ run: ObligationRun, _ event: String) {
        emit(
            .obligationBroken,
            [
                "obligation": .text(run.rule), "number": JSON(run.number), "due": JSON(run.due),
                "event": .text(event),
            ])
    }

    private mutating func openObligations(_ rule: ObligationRule, _ said: [String: FEELValue]) {
        let before = facts(said: said, each: nil)
        for each in entries(of: rule.per, before) {
            let facts = facts(said: said, each: each)
            guard facts.truth(rule.when).isYes else { continue }
            let within = period(rule.within, facts)
            let until = rule.until.flatMap { facts.evaluate($0).day }.map { DueDate.on($0) }
            emit(
                .obligationOpened,
                [
                    "obligation": .text(rule.id), "number": JSON(file.obligations.count + 1),
                    "owed_by": rule.owedByOffice ? "office" : "applicant", "each": each?.json ?? .null,
                    "within": JSON(within), "due": JSON(until ?? obligationDue(within, from: now)),
                    "calendar": .text(around.calendar.version), "blocks": JSON(rule.blocks),
                ])
        }
    }

    /// One entry without `per`, otherwise one for each of the list; none while the list is not known.
    private func entries(of per: Expression?, _ facts: Facts) -> [FEELValue?] {
        guard let per else { return [nil] }
        return facts.evaluate(per).list ?? []
    }

    private func period(_ within: ObligationRule.Period?, _ facts: Facts) -> LegalPeriod? {
        switch within {
        case nil: nil
        case .fixed(let period): period
        case .expression(let expression): facts.evaluate(expression).text.flatMap { LegalPeriod($0) }
        }
    }

    // MARK: Children

    mutating func planChildren(on event: String, said: [String: FEELValue]) {
        for rule in plan.children where rule.opens.contains(event) {
            for each in entries(of: rule.per, facts(said: said, each: nil)) {
                let key = each.map { rule.id + ":" + $0.written } ?? rule.id
                if file.children.contains(where: { $0.key == key }) { continue }
                emit(
                    .childPlanned,
                    [
                        "child": .text(key), "rule": .text(rule.id), "each": each?.json ?? .null,
                        "service": JSON(rule.service), "procedure": JSON(rule.procedure),
                        "after": JSON(rule.after), "on_close": rule.withdrawsOnClose ? "withdraw" : "go_on",
                    ])
            }
        }
    }

    /// The first planned child whose turn has come opens or is left out.
    mutating func turnChildren() -> Bool {
        for child in file.children where child.state == .planned {
            guard let rule = plan.children.first(where: { $0.id == child.rule }) else { continue }
            let before = file.children.filter { rule.after.contains($0.rule) }
            if before.contains(where: { !$0.isOpen && $0.outcome != grantedOutcome }) {
                emit(.childLeftOut, ["child": .text(child.key), "because": "after"])
                return true
            }
            guard before.allSatisfy({ $0.outcome == grantedOutcome }) else { continue }
            let each = child.each.flatMap { FEELValue($0, as: .any) }
            let facts = facts(said: [:], each: each)
            switch facts.truth(rule.when) {
            case .notKnown: continue
            case .no: emit(.childLeftOut, ["child": .text(child.key), "because": "when"])
            case .yes: open(child, rule, facts)
            }
            return true
        }
        return false
    }

    private mutating func open(_ child: ChildRun, _ rule: ChildRule, _ facts: Facts) {
        let id = around.childID(child.key)
        let passes = rule.passes.compactMapValues { expression -> JSON? in
            let json = facts.evaluate(expression).json
            return json == .some(.null) ? nil : json
        }
        let takes = rule.takes.compactMapValues { sibling in file.children.last { $0.rule == sibling }?.caseID }
        children.append(
            Decision.Child(
                key: child.key, caseID: id, service: rule.service, procedure: rule.procedure,
                unit: rule.unit.flatMap { facts.evaluate($0).text }, passes: passes, takes: takes))
        emit(.childOpened, ["child": .text(child.key), "case": .text(id)])
    }
}
