import Definitions
import Rules
import Values

/// A deed that has passed every check, or that nobody has to ask for.
struct Doing {
    var deed: Deed
    /// `opens`, `actions.ID`, `tasks.ID.RESULT`, `clocks.ID`, `obligations.ID` or `parent`.
    var path: String
    var said: [String: JSON]
    var isAuto: Bool
    /// Persons, when several signed.
    var signers: [String]
    /// The clock whose end of time does it.
    var clock: String?

    /// Something that time or the platform does.
    static func byItself(_ deed: Deed, path: String) -> Doing {
        Doing(deed: deed, path: path, said: [:], isAuto: true, signers: [], clock: nil)
    }
}

extension Step {
    /// The deed's event, then what it does to clocks, obligations and children, then the stage (README §3, 4).
    mutating func perform(_ doing: Doing) {
        let deed = doing.deed
        let asOf = countsFrom(deed)
        let issued = certificateIssued(by: deed)
        recordActed(doing, asOf: asOf, issued: issued)
        noteConsequences(of: deed, issued: issued)
        if let event = deed.event {
            let said = spoken(doing)
            moveClocks(on: event, from: asOf ?? now, except: doing.clock)
            moveObligations(on: event, said: said)
            planChildren(on: event, said: said)
        }
        if let stage = deed.to { enter(stage) }
    }

    /// The latest of the events from which the deed counts; nil: from now.
    private func countsFrom(_ deed: Deed) -> Moment? {
        deed.asOf.compactMap { file.happened[$0]?.on }.max()
    }

    /// Kind of certificate or `revocation`; nil when nothing is issued.
    private func certificateIssued(by deed: Deed) -> String? {
        switch deed.issues {
        case nil: nil
        case .certificate: plan.outcome.certificate
        case .revocation: "revocation"
        }
    }

    private mutating func recordActed(_ doing: Doing, asOf: Moment?, issued: String?) {
        let deed = doing.deed
        var open: [String: JSON] = [
            "event": JSON(deed.event), "deed": .text(doing.path), "as_of": JSON(asOf?.local), "to": JSON(deed.to),
            "outcome": JSON(deed.outcome), "issues": JSON(issued), "notice": JSON(deed.notice),
            "auto": .bool(doing.isAuto), "deemed": .bool(deed.isDeemed), "law": JSON(deed.law),
        ]
        var sealed: [String: JSON] = [:]
        if !acting.isPlatform { open["person"] = .text(acting.person) }
        if !doing.signers.isEmpty { open["signers"] = JSON(doing.signers) }
        if let event = deed.event, let number = around.number, file.number == nil, startsMainClock(event) {
            open["number"] = .text(number)
        }
        split(doing.said, of: deed).write("said", open: &open, sealed: &sealed)
        writeTrace(of: doing, open: &open, sealed: &sealed)
        emit(.acted, open, sealed: sealed)
    }

    private func startsMainClock(_ event: String) -> Bool {
        plan.clocks.first { $0.id == plan.mainClock }?.starts.contains(event) == true
    }

    private mutating func noteConsequences(of deed: Deed, issued: String?) {
        let index = events.count - 1
        if let issued {
            let revokes = deed.issues == .revocation
            issues.append(
                Decision.Issue(
                    certificate: revokes ? nil : issued, valid: revokes ? nil : plan.outcome.valid,
                    change: revokes ? nil : plan.outcome.change, event: index))
        }
        if let notice = deed.notice { notices.append(Decision.Notice(template: notice, event: index)) }
    }

    // MARK: The stage

    /// Leaves the present stage, cancelling what is open in it, and enters another; a final one ends everything.
    mutating func enter(_ stage: String) {
        for run in file.tasks where run.isPending {
            emit(.taskCancelled, ["task": .text(run.task), "number": JSON(run.number)])
        }
        let isFinal = plan.stages.first { $0.id == stage }?.isFinal ?? false
        let visit = (file.visits[stage] ?? 0) + 1
        emit(.stageEntered, ["stage": .text(stage), "visit": JSON(visit), "final": .bool(isFinal)])
        if isFinal { finishAll() }
    }

    /// In a final stage clocks end, obligations are discharged, children are withdrawn or go on (README §3, 6).
    private mutating func finishAll() {
        for rule in plan.clocks where file.clocks[rule.id]?.isLive == true {
            emit(.clockEnded, ["clock": .text(rule.id), "event": .null])
        }
        for run in file.obligations where run.state == .open {
            emit(.obligationDischarged, ["obligation": .text(run.rule), "number": JSON(run.number)])
        }
        for child in file.children {
            switch child.state {
            case .planned: emit(.childLeftOut, ["child": .text(child.key), "because": "closed"])
            case .opened:
                let outcome = child.withdrawsOnClose ? "withdrawn" : "went_on"
                if child.withdrawsOnClose, let id = child.caseID { withdrawals.append(id) }
                emit(
                    .childSettled,
                    ["child": .text(child.key), "case": JSON(child.caseID), "outcome": .text(outcome)])
            case .leftOut, .settled: break
            }
        }
    }

    // MARK: What is said

    /// What is said with a deed, as expressions read it.
    func spoken(_ doing: Doing) -> [String: FEELValue] {
        spoken(doing.said, of: doing.deed)
    }

    func spoken(_ said: [String: JSON], of deed: Deed) -> [String: FEELValue] {
        var values: [String: FEELValue] = [:]
        for given in deed.gives {
            guard let json = said[given.id] else { continue }
            values[given.id] = FEELValue(json, as: GivenKind(given).type) ?? .null
        }
        return values
    }

    /// Free text and personal values are sealed.
    func split(_ said: [String: JSON], of deed: Deed) -> SealedSplit {
        SealedSplit(said) { name in
            guard let given = deed.gives.first(where: { $0.id == name }) else { return true }
            if definition.fields[name]?.sensitivity.isSealed == true { return true }
            return GivenKind(given).isFreeText && !isListOfNeeds(said[name])
        }
    }

    /// A list of ids of needs is not free text.
    private func isListOfNeeds(_ json: JSON?) -> Bool {
        guard let list = json?.list else { return false }
        return list.allSatisfy { item in plan.evidence.contains { $0.id == item.text } }
    }

    // MARK: The explanation

    /// Rows hit, facts read and their sources, for the condition under which the deed was done.
    private mutating func writeTrace(of doing: Doing, open: inout [String: JSON], sealed: inout [String: JSON]) {
        guard let condition = doing.deed.when,
            let trace = facts(said: spoken(doing), each: nil).explain(condition)
        else { return }
        var record = TraceRecord(trace)
        record.addSources(from: file)
        var inner: [String: JSON] = ["rows": .list(record.rows), "sources": .map(record.sources)]
        var hidden: [String: JSON] = [:]
        SealedSplit(record.facts) { isSealed(fact: $0) }.write("facts", open: &inner, sealed: &hidden)
        open["trace"] = .map(inner)
        if !hidden.isEmpty { sealed["trace"] = .map(hidden) }
    }

    /// Whether a name stands for a personal value or free text.
    func isSealed(fact name: String) -> Bool {
        if let field = definition.fields[name] { return field.sensitivity.isSealed }
        if let given = plan.opening.deed.gives.first(where: { $0.id == name }) { return GivenKind(given).isFreeText }
        guard name.hasPrefix("said.") || name.contains(".said.") else { return file.answers[name] != nil }
        switch definition.scope.type(of: name) {
        case .boolean, .number, .money, .day, .choice: return false
        default: return true
        }
    }
}

/// A trace as it is recorded.
private struct TraceRecord {
    private(set) var rows: [JSON] = []
    private(set) var facts: [String: JSON] = [:]
    private(set) var sources: [String: JSON] = [:]

    init(_ trace: Trace) {
        add(trace)
    }

    private mutating func add(_ trace: Trace) {
        for row in trace.rows where row.isCertain {
            rows.append(["table": .text(trace.what), "row": JSON(row.number), "law": JSON(row.law)])
        }
        let tables = Set(trace.parts.map(\.what))
        for fact in trace.facts where !tables.contains(fact.name) {
            if let json = fact.value.json { facts[fact.name] = json }
        }
        for part in trace.parts { add(part) }
    }

    mutating func addSources(from file: CaseFile) {
        for name in facts.keys {
            if let answer = file.answers[name] { sources[name] = .text(answer.source) }
        }
    }
}
