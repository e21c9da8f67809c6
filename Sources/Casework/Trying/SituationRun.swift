import Definitions
import Rules
import Values

/// Runs a worked example (情形) against the definition in force and says where it differs from what is expected.
///
/// Afterwards every log is folded anew and must give the same state.
package struct SituationRun {
    package struct Difference: Hashable, Sendable {
        /// `file:line`.
        package let place: String
        package let message: String
    }

    package struct Report: Sendable {
        package var differences: [Difference]
        /// Rows of tables that were certain at some point: service or procedure → table → row numbers from 1.
        package var rowsHit: [String: [String: Set<Int>]]
        package var events: Int
    }

    private let situation: Situation
    private let region: String
    private var world: SituationWorld
    private var now: Moment
    private var differences: [Difference] = []

    /// - Parameters:
    ///   - region: where the case is decided when the situation does not say.
    ///   - lookup: the definition of a service or a procedure in force in a region on a day.
    package static func run(
        _ situation: Situation, region: String, calendar: WorkCalendar, places: Places,
        lookup: @escaping (_ service: String?, _ procedure: String?, _ region: String, _ day: Day) -> Definition?
    ) -> Report {
        var run = SituationRun(
            situation: situation, region: situation.region ?? region,
            world: SituationWorld(calendar: calendar, places: places, lookup: lookup), now: situation.filed)
        run.go()
        var rows: [String: [String: Set<Int>]] = [:]
        for hit in run.world.rowsHit { rows[hit.definition, default: [:]][hit.table, default: []].insert(hit.row) }
        let events = run.world.order.reduce(0) { $0 + (run.world.cases[$1]?.log.count ?? 0) }
        return Report(differences: run.differences, rowsHit: rows, events: events)
    }

    private init(situation: Situation, region: String, world: SituationWorld, now: Moment) {
        self.situation = situation
        self.region = region
        self.world = world
        self.now = now
    }

    private mutating func go() {
        guard let definition = world.lookup(situation.service, situation.procedure, region, situation.filed.day)
        else { return differ(situation.place, "no definition is in force in \(region) on \(situation.filed.day)") }
        do throws(Failure) {
            try file(by: definition)
            if let code = situation.refused {
                return differ(situation.place, "was filed, but must be refused with \(code)")
            }
        } catch {
            if situation.refused == SituationRun.code(of: error) { return }
            return differ(situation.place, "the filing was refused: \(error)")
        }
        if let steps = situation.steps {
            for step in steps { take(step) }
        } else {
            walkOrdinaryRoad()
        }
        compare(situation.expect)
        foldAnew()
    }

    mutating func differ(_ place: String, _ message: String) {
        differences.append(Difference(place: place, message: message))
    }

    // MARK: Filing

    private mutating func file(by definition: Definition) throws(Failure) {
        var answers: [String: JSON] = [:]
        for (id, field) in definition.fields { answers[id] = field.usual }
        answers.merge(situation.given) { $1 }
        answers = answers.filter { !$0.value.isNull }
        let isPerson = definition.service.applicants.first != "enterprise"
        let applicant: Actor = isPerson ? .person("applicant") : .enterprise("applicant")
        var filing = Filing(
            id: "case", region: region, unit: definition.service.authority, applicant: applicant, agent: nil,
            delegation: nil, subjects: [CaseHeader.Subject(kind: isPerson ? "person" : "enterprise", id: "applicant")],
            track: situation.track, answers: answers, sources: [:], evidence: [], deferred: situation.defers,
            parent: nil)
        filing.evidence = try world.evidence(
            for: filing, by: definition, lacking: situation.lacks, promising: situation.promises, at: now)
        let roles = definition.plans[0].opening.by.roles
        let acting = self.acting(role: roles.first ?? "applicant", name: nil, unit: filing.unit, for: applicant)
        try world.file(filing, by: definition, as: acting, at: now)
    }

    // MARK: Steps

    private mutating func take(_ step: Situation.Step) {
        now = max(now, step.at ?? now)
        do throws(Failure) {
            try world.pass(to: now)
        } catch {
            differ(step.place, "time could not pass: \(error)")
        }
        let before = world
        do throws(Failure) {
            try perform(step)
            if let code = step.refused {
                differ(step.place, "was done, but must be refused with \(code)")
            }
        } catch {
            world = before
            let code = SituationRun.code(of: error)
            if step.refused != code {
                let wanted = step.refused.map { "not \($0)" } ?? "but must be done"
                differ(step.place, "was refused with \(code), \(wanted): \(error)")
            }
        }
        if let expect = step.expect { compare(expect) }
    }

    private static func code(of failure: Failure) -> String {
        switch failure {
        case .problems: "input_missing"
        case .forbidden: "not_permitted"
        case .conflict(let code, _, _): code.rawValue
        default: "\(failure)"
        }
    }

    private mutating func perform(_ step: Situation.Step) throws(Failure) {
        let id = try caseID(of: step)
        guard let running = world.cases[id], let plan = running.definition.plan(ofVariant: running.file.header.variant)
        else { throw .notFound(Sentences.missing) }
        let brings = plan.evidence.filter { step.brings.contains($0.id) }.map(EvidenceAnswer.sample)
        if let action = step.action {
            let rule = plan.actions.first { $0.id == action }
            let said = filled(step.say, for: rule?.deed, in: running, refused: step.refused)
            let command = Command.act(Act(action: action, said: said, brings: brings, seen: [:]))
            let role = rule?.by.roles.first { $0 != "platform" } ?? "applicant"
            try send(command, on: id, by: signers(step, role: role), unit: unit(of: rule?.by.unit, in: running))
        } else if let task = step.task, let result = step.result {
            let rule = plan.tasks.first { $0.id == task }
            let deed = rule?.results.first { $0.id == result }
            let said = filled(step.say, for: deed, in: running, refused: step.refused)
            let command = Command.finish(
                Finish(task: task, number: nil, result: result, said: said, brings: brings, seen: [:]))
            let run = running.file.openTasks.first { $0.task == task }
            let before = running.file.tasks.count { $0.task == task && $0.state == .done }
            try send(
                command, on: id, by: signers(step, role: rule?.role ?? "clerk"),
                unit: run.map { $0.unitAbove ?? $0.unit } ?? running.file.header.unit)
            try mustBeSigned(task, on: id, before: before, isAgain: deed?.isAgain ?? false)
        } else if !step.brings.isEmpty {
            try world.run(.addEvidence(brings), on: id, as: .platform, at: now)
        }
        if !step.learn.isEmpty { try learn(step, on: id) }
    }

    private func caseID(of step: Situation.Step) throws(Failure) -> String {
        guard let key = step.child else { return "case" }
        guard let id = world.own?.file.children.last(where: { $0.key == key })?.caseID else {
            throw .notFound(Wording(zh: "没有子案件“\(key)”", en: "there is no child `\(key)`"))
        }
        return id
    }

    /// In a situation a step is whole: too few signatures are its refusal.
    private func mustBeSigned(_ task: String, on id: String, before: Int, isAgain: Bool) throws(Failure) {
        guard !isAgain, let file = world.cases[id]?.file, !file.isClosed else { return }
        if file.tasks.count(where: { $0.task == task && $0.state == .done }) == before {
            throw .conflict(.signatures, sentence: Sentences.signedAlready, citation: nil)
        }
    }

    private mutating func send(_ command: Command, on id: String, by: [(role: String, name: String?)], unit: String)
        throws(Failure)
    {
        for signer in by {
            let applicant = world.cases[id]?.file.header.applicant ?? .person("applicant")
            let acting = acting(role: signer.role, name: signer.name, unit: unit, for: applicant)
            try world.run(command, on: id, as: acting, at: now)
        }
    }

    private mutating func learn(_ step: Situation.Step, on id: String) throws(Failure) {
        let source = step.source ?? "register"
        let acting = Acting(
            actor: .system(source), actingFor: nil, person: source, roles: [], units: [], region: nil,
            regionAncestors: [], delegations: [], isParty: false)
        let learning = Learning(facts: step.learn, source: AnswerSource(name: source, grade: "A"), seen: [:])
        try world.run(.learn(learning), on: id, as: acting, at: now)
    }

    // MARK: People

    private func signers(_ step: Situation.Step, role: String) -> [(role: String, name: String?)] {
        let all = step.signedBy.isEmpty ? [step.by ?? role] : step.signedBy
        return all.map { text in
            let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
            return (parts.first ?? role, parts.count > 1 ? parts[1] : nil)
        }
    }

    /// `role/name`; the name defaults to the role. The person holds the post that the deed asks for.
    private func acting(role: String, name: String?, unit: String, for applicant: Actor) -> Acting {
        if role == "applicant" { return .applicant(applicant, person: name ?? "applicant") }
        if role == "platform" { return .platform }
        return Acting(
            actor: .post("\(role)/\(name ?? role)"), actingFor: nil, person: name ?? role, roles: [role],
            units: [unit], region: region, regionAncestors: [], delegations: [], isParty: false)
    }

    private func unit(of rule: UnitRule?, in running: SituationWorld.Running) -> String {
        let unit: String? =
            switch rule {
            case nil, .handling: nil
            case .named(let name): name
            case .expression(let expression): world.facts(of: running, at: now)?.evaluate(expression).text
            }
        return unit.map { world.places.unit($0, region) ?? $0 } ?? running.file.header.unit
    }

    // MARK: What is said

    /// What a situation leaves unsaid is said in its ordinary form, unless the step must fail for it.
    private func filled(
        _ say: [String: JSON], for deed: Deed?, in running: SituationWorld.Running, refused: String?
    ) -> [String: JSON] {
        guard let deed, refused != "input_missing" else { return say }
        var said = say
        for given in deed.gives where said[given.id] == nil && !given.isOptional {
            said[given.id] = sample(given, in: running)
        }
        return said
    }

    private func sample(_ given: Deed.Given, in running: SituationWorld.Running) -> JSON {
        switch given.kind {
        case "number", "money": 1
        case "grade": 5
        case "boolean": false
        case "date": .text(now.day.description)
        case "list": []
        case "citations": .list(running.definition.citations.prefix(1).map { .text($0.written) })
        case "limit": "1 workdays"
        case "unit": .text(running.file.header.unit)
        case "answers": [:]
        case "choice":
            given.list.flatMap { running.definition.lists[$0] }?.entries.first?["key"] ?? "样例"
        default: "样例"
        }
    }

    // MARK: The ordinary road

    /// The usual action of the stage, otherwise the first result of an open task, all on the day of filing.
    private mutating func walkOrdinaryRoad() {
        for _ in 0..<100 {
            guard let running = world.own, !running.file.isClosed,
                let plan = running.definition.plan(ofVariant: running.file.header.variant)
            else { return }
            if !takeUsual(plan, running) { return }
        }
    }

    private mutating func takeUsual(_ plan: Plan, _ running: SituationWorld.Running) -> Bool {
        for action in plan.actions where action.isUsual && action.stages.contains(running.file.stage) {
            var step = Situation.Step(place: situation.place)
            step.action = action.id
            if tryOut(step) { return true }
        }
        for run in running.file.openTasks where run.state == .open {
            guard let rule = plan.tasks.first(where: { $0.id == run.task }), let result = rule.results.first else {
                continue
            }
            var step = Situation.Step(place: situation.place)
            step.task = rule.id
            step.result = result.id
            if rule.signedBy > 1 { step.signedBy = (1...rule.signedBy).map { "\(rule.role)/\(rule.role)\($0)" } }
            if tryOut(step) { return true }
        }
        return false
    }

    private mutating func tryOut(_ step: Situation.Step) -> Bool {
        let before = world
        do throws(Failure) {
            try perform(step)
            return true
        } catch {
            world = before
            return false
        }
    }

    // MARK: Comparing

    private mutating func compare(_ expect: Situation.Expectation) {
        guard let running = world.own, let facts = world.facts(of: running, at: now) else { return }
        let comparison = SituationComparison(
            expect: expect, file: running.file, definition: running.definition, facts: facts)
        for message in comparison.differences { differ(expect.place, message) }
    }

    private mutating func foldAnew() {
        for id in world.order {
            guard let running = world.cases[id] else { continue }
            if CaseFile.folding(running.log, by: running.definition) != running.file {
                differ(situation.place, "folding the log of \(id) anew gives another state")
            }
        }
    }
}
