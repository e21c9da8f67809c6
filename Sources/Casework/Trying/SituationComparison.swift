import Definitions
import Rules
import Values

/// Holds a state against what a situation expects; what it does not ask is not compared.
struct SituationComparison {
    let expect: Situation.Expectation
    let file: CaseFile
    let definition: Definition
    let facts: Facts

    var differences: [String] {
        states + lists + clocks + values + reasons + children
    }

    private func difference(_ what: String, _ wanted: String?, _ found: String?) -> [String] {
        guard let wanted, wanted != found else { return [] }
        return ["\(what) is \(found ?? "none"), but must be \(wanted)"]
    }

    private var states: [String] {
        difference("stage", expect.stage, file.stage) + difference("outcome", expect.outcome, file.outcome)
            + difference("track", expect.track, file.header.track)
            + difference("variant", expect.variant, file.header.variant)
            + clock("due", of: facts.plan.mainClock, expect.due) { $0.due.promised ?? $0.due.legal }
    }

    private func sets(_ what: String, _ wanted: [String]?, _ found: [String]) -> [String] {
        guard let wanted, Set(wanted) != Set(found) else { return [] }
        return ["\(what) is \(found), but must be \(wanted)"]
    }

    private var lists: [String] {
        let opened = file.tasks.filter { $0.state != .skipped }.map(\.task)
        let needed = EvidencePosition(facts).needed.map(\.id)
        var all = sets("evidence", expect.evidence, needed)
        all += sets("tasks", expect.tasks, opened)
        all += sets("open tasks", expect.openTasks, file.openTasks.map(\.task))
        all += sets("issues", expect.issues, file.issues)
        all += sets("form", expect.form, definition.form.flatMap(\.fields))
        all += sets("materials", expect.materials, facts.plan.evidence.map(\.id))
        for event in expect.happened where file.happened[event] == nil { all.append("`\(event)` has not happened") }
        for notice in expect.notices ?? [] where !file.notices.contains(notice) {
            all.append("notice `\(notice)` was not given, only \(file.notices)")
        }
        if let wanted = expect.refusals {
            let found = (try? facts.value(of: "refusals"))?.list?.compactMap(\.text)
            if found.map(Set.init) != Set(wanted) {
                all.append("refusals are \(found ?? ["not known"]), but must be \(wanted)")
            }
        }
        return all
    }

    private func clock(
        _ what: String, of id: String, _ wanted: String?, _ due: (Ledger) -> DueDate?
    ) -> [String] {
        guard let wanted else { return [] }
        let found = file.clocks[id].flatMap(due)
        let isSame: Bool =
            switch found {
            case .on(let day): day.description == wanted
            case .at(let moment): Moment(local: wanted) == moment
            case .notYetKnown, nil: false
            }
        return isSame ? [] : ["\(what) of clock \(id) is \(JSON(found).canonicalText), but must be \(wanted)"]
    }

    private var clocks: [String] {
        var all: [String] = []
        for (id, wanted) in expect.clocks.sorted(by: { $0.key < $1.key }) {
            let ledger = file.clocks[id]
            all += difference("state of clock \(id)", wanted.state, ledger?.state.rawValue ?? "none")
            all += difference("start of clock \(id)", wanted.started, ledger?.asOf.description)
            all += clock("due", of: id, wanted.due) { $0.due.promised ?? $0.due.legal }
            all += clock("legal due", of: id, wanted.legalDue) { $0.due.legal }
        }
        return all
    }

    private var values: [String] {
        expect.values.sorted { $0.key < $1.key }.flatMap { name, wanted -> [String] in
            let found = try? facts.value(of: name)
            let type = definition.scope.type(of: name) ?? .any
            if let found, found == FEELValue(wanted, as: type) || found.json == wanted { return [] }
            return ["`\(name)` is \(found?.source ?? "nothing"), but must be \(wanted.canonicalText)"]
        }
    }

    private var reasons: [String] {
        expect.because.sorted { $0.key < $1.key }.flatMap { path, wanted -> [String] in
            let origin = definition.origins(of: path, inVariant: file.header.variant).last
            let citation = citationOfRow(path) ?? origin?.because ?? citationInPlan(path)
            let found: String? =
                switch citation {
                case .law(let name, _, _, _): name
                case .policy(let number, _, _): number
                case .own(let text): text
                case nil: nil
                }
            return difference("the reason of \(path)", wanted, found)
        }
    }

    /// The clock whose promise or limit a path names: `clocks.<id>.<key>`.
    private func clockRule(_ path: String) -> (rule: ClockRule, key: String)? {
        let parts = path.split(separator: ".").map(String.init)
        guard parts.count == 3, parts[0] == "clocks", let rule = facts.plan.clocks.first(where: { $0.id == parts[1] })
        else { return nil }
        return (rule, parts[2])
    }

    /// Of the row that gave a running clock its promise, where the row names its own source.
    private func citationOfRow(_ path: String) -> Citation? {
        guard let (rule, key) = clockRule(path), key == "promised", let limit = file.clocks[rule.id]?.limits.promised
        else { return nil }
        return rule.promised.first { $0.limit == limit }?.by
    }

    /// The citation beside a promise or a limit of a clock.
    private func citationInPlan(_ path: String) -> Citation? {
        clockRule(path).flatMap { rule, key in key == "promised" ? rule.promisedBy ?? rule.law : rule.law }
    }

    private var children: [String] {
        expect.children.sorted { $0.key < $1.key }.flatMap { key, wanted -> [String] in
            let child = file.children.last { $0.key == key }
            let found: String =
                switch child?.state {
                case nil, .planned, .leftOut: "not_opened"
                case .opened: "open"
                case .settled: child?.outcome ?? "settled"
                }
            return difference("child \(key)", wanted, found)
        }
    }
}
