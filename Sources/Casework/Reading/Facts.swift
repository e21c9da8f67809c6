import Definitions
import Rules
import Values

/// Whether a condition holds. Not known is not true, and says which facts are missing.
enum Truth: Hashable, Sendable {
    case yes, no
    case notKnown([String])

    init(_ value: FEELValue) {
        switch value {
        case .boolean(true): self = .yes
        case .unknown(let unknown): self = .notKnown(unknown.names)
        default: self = .no
        }
    }

    var isYes: Bool { self == .yes }
}

/// The names that an expression of the plan may use, worked out from the case file when they are read.
///
/// A class, because an environment's closure shares what was found with the next reading; it lives while the state
/// stands still and is never shared between tasks.
final class Facts {
    let file: CaseFile
    private let law: Law
    let moment: Moment
    let calendar: WorkCalendar
    private let said: [String: FEELValue]
    private let each: FEELValue?
    private var found: [String: FEELValue] = [:]
    /// Tables being worked out, so that one that reads itself ends.
    private var pending: Set<String> = []
    private var lists: [String: Set<String>] { definition.listKeys }
    private lazy var environment = Environment(
        scope: definition.scope,
        facts: { [unowned self] name throws(EvaluationFault) in try self.value(of: name) },
        moment: moment, lists: lists)

    convenience init(
        file: CaseFile, definition: Definition, plan: Plan, moment: Moment, calendar: WorkCalendar,
        said: [String: FEELValue], each: FEELValue?
    ) {
        let law = Law(definition: definition, plan: plan)
        self.init(file: file, law: law, moment: moment, calendar: calendar, said: said, each: each)
    }

    init(
        file: CaseFile, law: Law, moment: Moment, calendar: WorkCalendar, said: [String: FEELValue], each: FEELValue?
    ) {
        self.file = file
        self.law = law
        self.moment = moment
        self.calendar = calendar
        self.said = said
        self.each = each
    }

    var definition: Definition { law.definition }
    var plan: Plan { law.plan }

    func truth(_ condition: Expression?) -> Truth {
        condition.map { Truth(evaluate($0)) } ?? .yes
    }

    /// The value of an expression; one that cannot be worked out is not known, never a default.
    func evaluate(_ expression: Expression) -> FEELValue {
        do {
            return try expression.evaluate(in: environment)
        } catch {
            return .unknown(error.wording.en)
        }
    }

    /// The value of a name, for pages, situations and rules alike.
    func value(of name: String) throws(EvaluationFault) -> FEELValue {
        if let value = found[name] { return value }
        let value = try compute(name)
        found[name] = value
        return value
    }

    private func compute(_ name: String) throws(EvaluationFault) -> FEELValue {
        switch name {
        case "today": return .day(moment.day)
        case "track": return .text(file.header.track)
        case "stage": return .text(file.stage)
        case "opened_by": return .text(file.header.openedBy.rawValue)
        case "open_tasks": return .number(openTasks)
        case "open_obligations": return .number(file.obligations.count { $0.state == .open })
        case "open_children": return .number(file.children.count { $0.isOpen })
        case "children_opened": return .number(file.children.count { $0.caseID != nil })
        case "children_granted": return .number(file.children.count { $0.outcome == grantedOutcome })
        case "missing_evidence": return EvidencePosition(self).missing
        case "deferred_evidence": return EvidencePosition(self).deferred
        case "promised_evidence": return .list(promisedNeeds.map { .text($0) })
        case "owed_evidence": return .list(owedNeeds.map { .text($0) })
        case "each": return each ?? .null
        default: break
        }
        if let dot = name.firstIndex(of: ".") {
            let rest = name[name.index(after: dot)...]
            switch name[..<dot] {
            case "said": return said[String(rest)] ?? .null
            case "each": return part(of: each, at: rest)
            case "happened": return happened(rest)
            case "tasks": return task(rest)
            case "clocks": return clock(rest)
            case "obligations": return .text(stateOfObligation(String(rest)))
            case "item", "service":
                if let text = headline(rest) { return .text(text) }
                if let constant = definition.service.constants[String(rest)] {
                    return FEELValue(constant, as: definition.scope.type(of: name) ?? .any) ?? .null
                }
            default: break
            }
        }
        if let table = definition.tables[name] { return try result(of: table, name) }
        return answer(name)
    }

    /// What the service is called.
    private func headline(_ name: Substring) -> String? {
        switch name {
        case "id": definition.service.id
        case "item": definition.service.item
        case "name.zh": definition.service.name.zh
        case "name.en": definition.service.name.en
        default: nil
        }
    }

    private func result(of table: CompiledTable, _ name: String) throws(EvaluationFault) -> FEELValue {
        guard pending.insert(name).inserted else { return .unknown(name) }
        defer { pending.remove(name) }
        return try table.evaluate(in: environment).value
    }

    /// The explanation of a condition that was asked: rows hit, facts read.
    func explain(_ expression: Expression) -> Trace? {
        var explained = environment
        explained.explain = { [unowned self] name in
            definition.tables[name].flatMap { try? $0.evaluateTracing(in: environment).1 }
        }
        return try? expression.evaluateTracing(in: explained).1
    }

    /// The rows of a table that hit now; empty when it cannot be worked out.
    func rows(of table: String) -> [Trace.Row] {
        guard let table = definition.tables[table], let trace = try? table.evaluateTracing(in: environment).1
        else { return [] }
        return trace.rows
    }

    /// What single change of a fact would give a table another value, the smallest first.
    func turns(of name: String) -> [Turn] {
        guard let table = definition.tables[name], let trace = trace(of: table, within: [name]) else { return [] }
        let tables = [table] + trace.partNames.compactMap { definition.tables[$0] }
        return Turning(scope: definition.scope, tables: tables, expressions: []).turns(
            of: trace.value, facts: trace.leaves
        ) { [unowned self] fact, value throws(EvaluationFault) in
            try changing(fact, to: value).value(of: name)
        }
    }

    /// What conditions and tables still wait for, what settles most of them first.
    ///
    /// - Parameter tables: ids; those that the definition does not have are left out.
    func questions(of conditions: [Expression], tables: [String]) -> [OpenQuestion] {
        var unknown: Unknown?
        func wait(for names: [String]) {
            for name in names { unknown = unknown?.joined(with: Unknown(name)) ?? Unknown(name) }
        }
        let conditions = conditions.filter { condition in
            guard case .notKnown(let names) = truth(condition) else { return false }
            wait(for: names)
            return true
        }
        var read: [CompiledTable] = []
        let tables = tables.filter { name in
            guard let table = definition.tables[name], let trace = trace(of: table, within: [name]),
                let open = trace.value.unknowns
            else { return false }
            wait(for: open.names)
            read += [table] + trace.partNames.compactMap { definition.tables[$0] }
            return true
        }
        guard let unknown else { return [] }
        return Turning(scope: definition.scope, tables: read, expressions: conditions).questions(
            unknown, outcomes: conditions.count + tables.count
        ) { [unowned self] fact, value in
            let other = changing(fact, to: value)
            return conditions.count { other.truth($0) == .yes || other.truth($0) == .no }
                + tables.count { (try? other.value(of: $0)).map { $0.unknowns == nil } ?? false }
        }
    }

    /// A table with everything it rests on explained.
    private func trace(of table: CompiledTable, within outer: Set<String>) -> Trace? {
        var explained = environment
        explained.explain = { [unowned self] name in
            guard !outer.contains(name), let table = definition.tables[name] else { return nil }
            return trace(of: table, within: outer.union([name]))
        }
        return try? table.evaluateTracing(in: explained).1
    }

    /// The same with one fact taken as given.
    private func changing(_ name: String, to value: FEELValue) -> Facts {
        let other = Facts(file: file, law: law, moment: moment, calendar: calendar, said: said, each: each)
        other.found[name] = value
        return other
    }

    private func answer(_ name: String) -> FEELValue {
        guard let json = file.answers[name]?.value, !json.isNull else { return .unknown(name) }
        return FEELValue(json, as: definition.scope.type(of: name) ?? .any) ?? .unknown(name)
    }

    private func part(of value: FEELValue?, at path: Substring) -> FEELValue {
        var value = value ?? .null
        for key in path.split(separator: ".") { value = value.context?[String(key)] ?? .null }
        return value
    }

    // MARK: What happened

    private func happened(_ path: Substring) -> FEELValue {
        guard let dot = path.firstIndex(of: ".") else { return .null }
        let happening = file.happened[String(path[..<dot])]
        let what = path[path.index(after: dot)...]
        switch what {
        case "times": return .number(happening?.times ?? 0)
        case "on": return happening.map { .day($0.on.day) } ?? .null
        default:
            guard what.hasPrefix("said."), let happening else { return .null }
            let key = String(what.dropFirst("said.".count))
            guard let known = happening.said[key] else { return .null }
            guard let json = known else { return .unknown("happened." + path) }
            return FEELValue(json, as: definition.scope.type(of: "happened." + path) ?? .any) ?? .null
        }
    }

    // MARK: Tasks

    private func task(_ path: Substring) -> FEELValue {
        guard let dot = path.lastIndex(of: ".") else { return .null }
        let id = String(path[..<dot])
        let runs = runs(of: id)
        switch path[path.index(after: dot)...] {
        case "times": return .number(runs.count { $0.state == .done })
        case "tries": return .number(runs.reduce(0) { $0 + $1.tries })
        case "result":
            if runs.contains(where: \.isPending) || isWaiting(id, runs) { return .unknown("tasks." + path) }
            let done = runs.last { $0.state == .done }
            return done?.result.map { .text($0) } ?? .null
        default: return .null
        }
    }

    /// The instances that count: of a task of the present stage those of this visit, otherwise those of its last visit.
    func runs(of task: String) -> [TaskRun] {
        let all = file.tasks.filter { $0.task == task }
        guard let rule = plan.tasks.first(where: { $0.id == task }) else { return all }
        let visit = rule.stage == file.stage ? file.visit : file.visits[rule.stage] ?? 0
        return all.filter { $0.visit == visit }
    }

    /// Its turn has not come yet in this visit to its stage.
    private func isWaiting(_ task: String, _ runs: [TaskRun]) -> Bool {
        guard let rule = plan.tasks.first(where: { $0.id == task }), rule.stage == file.stage else { return false }
        return rule.opens == nil ? runs.isEmpty : file.calls[task] != nil
    }

    /// Open, unclear, or still to come in this visit: an automatic deed must not overtake a task whose turn is near.
    private var openTasks: Int {
        var count = file.tasks.count { $0.isPending }
        for rule in plan.tasks where rule.stage == file.stage {
            if rule.opens != nil {
                count += file.calls[rule.id] ?? 0
            } else if !file.tasks.contains(where: { $0.task == rule.id && $0.visit == file.visit }) {
                count += 1
            }
        }
        return count
    }

    // MARK: Clocks and obligations

    private func clock(_ path: Substring) -> FEELValue {
        guard let dot = path.lastIndex(of: ".") else { return .null }
        let ledger = file.clocks[String(path[..<dot])]
        switch path[path.index(after: dot)...] {
        case "state": return .text(ledger?.state.rawValue ?? "none")
        case "due":
            guard let ledger else { return .null }
            switch ledger.due.promised ?? ledger.due.legal {
            case .on(let day): return .day(day)
            case .at(let moment): return .dateTime(LocalDateTime(moment))
            case .notYetKnown, nil: return .unknown("clocks." + path)
            }
        case "statutory": return ledger?.limits.statutory.map { .number($0.amount) } ?? .null
        case "ahead": return ledger.map { ahead($0) ?? .unknown("clocks." + path) } ?? .null
        case "used":
            guard let ledger else { return .null }
            let end = (ledger.endedAt ?? moment).day
            return ledger.workdaysUsed(through: end, in: calendar).map { .number($0) } ?? .unknown("clocks." + path)
        default: return .null
        }
    }

    /// Workdays from the filing to the last day of the clock: how far ahead of it the applicant asked; 0 after it.
    private func ahead(_ ledger: Ledger) -> FEELValue? {
        guard let last = (ledger.due.promised ?? ledger.due.legal)?.day else { return nil }
        return calendar.workdaysUsed(after: file.header.filed.day, through: last, excluded: []).map { .number($0) }
    }

    private func stateOfObligation(_ rule: String) -> String {
        var states: Set<ObligationRun.State> = []
        for run in file.obligations where run.rule == rule { states.insert(run.state) }
        if states.contains(.open) { return "open" }
        if states.contains(.broken) { return "broken" }
        if states.contains(.kept) { return "kept" }
        return states.isEmpty ? "none" : "dropped"
    }

    /// Needs whose proof a promise stands in for, after everything was told (告知承诺).
    var promisedNeeds: [String] {
        plan.evidence.filter { need in
            need.commitment != nil && file.evidence[need.id]?.source == .promise && truth(need.when) != .no
        }.map(\.id)
    }

    private var owedNeeds: [String] {
        file.obligations.filter { $0.state == .open }.compactMap { $0.each?["need"]?.text }
    }
}

/// The outcome that lets later members of a bundle begin.
let grantedOutcome = "granted"

extension Definition {
    /// Keys by list, as `listed(list, key)` asks for them.
    var keysOfLists: [String: Set<String>] { listKeys }
}
