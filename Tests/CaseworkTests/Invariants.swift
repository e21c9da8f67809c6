import Casework
import Definitions
import Rules
import Values

/// What must hold in every case, whatever people and time do; each has a name that a failing walk prints.
struct Invariants {
    enum Name: String, CaseIterable {
        case noNegativeClock = "no negative clock"
        case noDecisionWithoutEvidence = "no decision without its evidence"
        case sameEventsSameState = "same events, same state"
        case nobodyOnBothSides = "nobody does what `not_by` bars them from"
        case noSilentState = "no silent state without a clock, an open task or a child"
        case closedIsQuiet = "a closed case has nothing running"
        case timeIsOrdered = "`at` and `effective` never go back"
        case refusedWritesNothing = "a refused command writes nothing"
        case erasedKeepsStageAndOutcome = "an erased fold keeps stage and outcome"
        case nothingLeaks = "personal values and free text stand only in the sealed part"
    }

    struct Violation: Error, CustomStringConvertible {
        let name: Name
        let text: String
        var description: String { "\(name.rawValue): \(text)" }
    }

    /// As the procedure should be: a damaged one is held against it.
    let intact: Definition
    let definition: Definition
    private var checked = 0
    private var doers: [String: Set<String>] = [:]
    private var hasDeemed = false

    init(intact: Definition, definition: Definition) {
        self.intact = intact
        self.definition = definition
    }

    /// After one step: the new events, then the state.
    mutating func check(_ walk: CaseWalk) throws(Violation) {
        guard let file = walk.file else { return }
        let new = walk.log[checked...]
        try checkOrder(walk.log, from: max(checked, 1))
        for event in new { try checkEvent(event, file) }
        checked = walk.log.count
        if !new.isEmpty {
            try checkClocks(file)
            try checkSeparation(file)
        }
        try checkQuiet(file)
    }

    private func fail(_ name: Name, _ text: String) throws(Violation) -> Never {
        throw Violation(name: name, text: text)
    }

    private func checkOrder(_ log: [PastEvent], from: Int) throws(Violation) {
        for index in from..<max(from, log.count) {
            let (before, event) = (log[index - 1], log[index])
            if event.at < before.at || event.body.effective.moment < before.body.effective.moment
                || event.body.effective.moment > event.at || event.version != before.version + 1
            {
                let (first, second) = (before.body, event.body)
                try fail(
                    .timeIsOrdered,
                    "\(first.kind) \(first.effective) then \(second.kind) \(second.effective) at \(event.at)")
            }
        }
    }

    private mutating func checkEvent(_ event: PastEvent, _ file: CaseFile) throws(Violation) {
        let data = event.body.open
        if contains(event.body.open) { try fail(.nothingLeaks, "\(event.body.kind): \(JSON.map(data).canonicalText)") }
        switch CaseEventKind(rawValue: event.body.kind) {
        case .acted:
            if data["deemed"]?.bool == true { hasDeemed = true }
            if let deed = data["deed"]?.text, deed.hasPrefix("actions."), let person = data["person"]?.text {
                let action = String(deed.dropFirst(8))
                doers[action, default: []].formUnion(data["signers"]?.list?.compactMap(\.text) ?? [person])
            }
            if data["outcome"]?.text == "granted", data["deemed"]?.bool == false, !hasDeemed {
                try checkEvidence(event, file)
            }
        case .taskDone: note(data, people: data["signers"]?.list?.compactMap(\.text) ?? [])
        case .taskSigned, .taskTried: note(data, people: [data["person"]?.text].compactMap { $0 })
        default: break
        }
    }

    private mutating func note(_ data: [String: JSON], people: [String]) {
        guard let owner = (data["task"] ?? data["action"])?.text else { return }
        doers[owner, default: []].formUnion(people)
    }

    private func contains(_ data: [String: JSON]) -> Bool {
        func isSecret(_ json: JSON) -> Bool {
            switch json {
            case .text(let text): text.hasPrefix(CaseWalk.secret) && !isPublicText(text)
            case .list(let list): list.contains(where: isSecret)
            case .map(let map): map.contains { isSecret($0.value) && !isPublic($0.key) }
            default: false
            }
        }
        return data.contains { isSecret($0.value) }
    }

    /// Fields that the dictionary declares public or internal may stand open.
    private func isPublic(_ id: String) -> Bool { intact.fields[id].map { !$0.sensitivity.isSealed } ?? false }
    private func isPublicText(_ text: String) -> Bool { false }

    /// A grant that no legal fiction helped has every need answered, and nothing deferred is still owed.
    private func checkEvidence(_ event: PastEvent, _ file: CaseFile) throws(Violation) {
        guard let plan = intact.plan(ofVariant: file.header.variant) else { return }
        for need in plan.evidence where file.evidence[need.id] == nil {
            guard let condition = need.when else {
                try fail(.noDecisionWithoutEvidence, "granted without \(need.id)")
            }
            var known: [String: FEELValue] = [:]
            for (id, answer) in file.answers {
                guard let json = answer.value else { continue }
                known[id] = FEELValue(json, as: intact.scope.type(of: id) ?? .any)
            }
            let environment = Environment(
                scope: intact.scope, known: known, moment: event.at, lists: [:])
            if (try? condition.evaluate(in: environment)) == .boolean(true) {
                try fail(.noDecisionWithoutEvidence, "granted without \(need.id)")
            }
        }
    }

    private func checkClocks(_ file: CaseFile) throws(Violation) {
        for ledger in file.clocks.values {
            let used = ledger.workdaysUsed(through: max(file.lastAt.day, ledger.asOf), in: Fixture.calendar)
            let isBackwards = [ledger.due.promised, ledger.due.legal].contains { due in
                switch due {
                case .on(let day): day < ledger.asOf && !ledger.isUntil
                case .at(let moment): moment < ledger.from
                case .notYetKnown(let left, _): left < 0
                case nil: false
                }
            }
            let ended = ledger.endedAt.map { $0 < ledger.startedAt } ?? false
            if (used ?? 0) < 0 || isBackwards || ended { try fail(.noNegativeClock, "\(ledger)") }
        }
    }

    private func checkSeparation(_ file: CaseFile) throws(Violation) {
        guard let plan = intact.plan(ofVariant: file.header.variant) else { return }
        let rules = plan.tasks.map { ($0.id, $0.notBy) } + plan.actions.map { ($0.id, $0.notBy) }
        for (owner, notBy) in rules {
            for other in notBy {
                let both = (doers[owner] ?? []).intersection(doers[other] ?? [])
                if !both.isEmpty { try fail(.nobodyOnBothSides, "\(both) did \(owner) and \(other)") }
            }
        }
    }

    private func checkQuiet(_ file: CaseFile) throws(Violation) {
        let live = file.clocks.values.filter(\.isLive)
        let owed = file.obligations.filter { $0.state == .open }
        let children = file.children.filter(\.isOpen)
        if file.isClosed {
            let isQuiet = live.isEmpty && owed.isEmpty && children.isEmpty && file.openTasks.isEmpty
            if !isQuiet || file.nextInstant != nil {
                try fail(.closedIsQuiet, "\(live.map(\.clock)) \(owed.map(\.rule)) \(file.openTasks.map(\.task))")
            }
            return
        }
        let runs = live.contains { $0.state == .running }
        let waitsForDay = owed.contains { $0.lateAt == nil }
        if file.openTasks.isEmpty, !runs, !waitsForDay, children.isEmpty {
            try fail(.noSilentState, "\(file.stage) with nothing that would ever move it")
        }
    }

    // MARK: At the end of a walk

    func checkFolds(_ walk: CaseWalk) throws(Violation) {
        guard let file = walk.file else { return }
        guard CaseFile.folding(walk.log, by: definition) == file else {
            try fail(.sameEventsSameState, "after \(walk.log.count) events")
        }
        let erasedLog = walk.log.map { event in
            var body = event.body
            body.sealed = [:]
            return PastEvent(stream: event.stream, version: event.version, at: event.at, body: body, isErased: true)
        }
        guard let erased = CaseFile.folding(erasedLog, by: definition), erased.isErased,
            erased.stage == file.stage, erased.outcome == file.outcome, erased.visits == file.visits,
            erased.clocks == file.clocks, erased.obligations == file.obligations, erased.doers == file.doers,
            erased.tasks.map(\.state) == file.tasks.map(\.state), erased.isClosed == file.isClosed
        else { try fail(.erasedKeepsStageAndOutcome, "\(file.stage) \(file.outcome ?? "-")") }
        for (id, answer) in erased.answers where answer.value?.text?.hasPrefix(CaseWalk.secret) == true {
            if !isPublic(id) { try fail(.erasedKeepsStageAndOutcome, "\(id) is still there") }
        }
    }

    /// The same refused command once more: the same no, and the same state before and after.
    func checkRefusal(_ before: CaseFile?, _ walk: CaseWalk, events: Int) throws(Violation) {
        if walk.file != before || walk.log.count != events { try fail(.refusedWritesNothing, "\(walk.log.count)") }
    }
}
