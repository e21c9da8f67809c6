import Values

/// What a situation names exists: facts, deeds, tasks, results, needs, stages, clocks, events.
///
/// Whether it comes true, the kernel finds out by running it.
struct SituationCheck {
    let library: Library
    let file: SourceFile
    let service: String?

    func run(_ compiled: inout CompiledDocuments, into findings: inout Findings) {
        guard file.content.map != nil, let filed = file.content["filed"]?.text.map({ String($0.prefix(10)) }),
            let day = Day(filed)
        else { return }
        let region = file.content["region"]?.text ?? library.rootRegion ?? ""
        guard library.index.regions[region] != nil else {
            findings.addUnknown(.unknownRegion, file, "region", region, What.region, known: library.index.regions.keys)
            return
        }
        guard let definition = definition(region: region, day: day, &compiled) else { return }
        facts(file.content["given"], "given", definition, into: &findings)
        needs("lacks", definition, into: &findings)
        needs("defers", definition, into: &findings)
        expectation(file.content["expect"], "expect", definition, into: &findings)
        for (index, step) in (file.content["steps"]?.list ?? []).enumerated() {
            self.step(step, "steps/\(index)", definition, into: &findings)
        }
    }

    private func definition(region: String, day: Day, _ compiled: inout CompiledDocuments) -> Definition? {
        guard var resolver = try? Resolver(library, region: region, on: day) else { return nil }
        let resolved: Resolved?
        if let procedure = file.content["procedure"]?.text {
            resolved = try? resolver.procedure(procedure)
        } else {
            resolved = try? service.map { id in try resolver.service(id) } ?? nil
        }
        return resolved.flatMap { compiled.output(of: $0.document)?.definition }
    }

    private func facts(_ json: JSON?, _ place: String, _ definition: Definition, into findings: inout Findings) {
        let opening = definition.plans.flatMap { $0.opening.deed.gives.map(\.id) }
        let known = Array(definition.fields.keys) + opening
        for id in (json?.map ?? [:]).keys.sorted() where !known.contains(id) && library.index.concepts[id] == nil {
            findings.addUnknown(.unknownName, file, "\(place)/\(id)", id, What.name, known: known)
        }
    }

    private func needs(_ key: String, _ definition: Definition, into findings: inout Findings) {
        let known = definition.plans.flatMap { $0.evidence.map(\.id) }
        for (index, id) in (file.content[key]?.list ?? []).compactMap(\.text).enumerated() where !known.contains(id) {
            findings.addUnknown(.unknownName, file, "\(key)/\(index)", id, What.need, known: known)
        }
    }

    private func step(_ step: JSON, _ place: String, _ definition: Definition, into findings: inout Findings) {
        facts(step["learn"], place + "/learn", definition, into: &findings)
        if let expect = step["expect"] { expectation(expect, place + "/expect", definition, into: &findings) }
        guard step["child"] == nil else { return }
        let plans = definition.plans
        if let action = step["do"]?.text {
            let known = plans.flatMap { $0.actions.map(\.id) }
            if !known.contains(action) {
                findings.addUnknown(.unknownTask, file, place + "/do", action, What.action, known: known)
            }
        }
        guard let task = step["task"]?.text else { return }
        let known = plans.flatMap(\.tasks)
        guard known.contains(where: { $0.id == task }) else {
            findings.addUnknown(.unknownTask, file, place + "/task", task, What.task, known: known.map(\.id))
            return
        }
        let results = known.filter { $0.id == task }.flatMap { $0.results.map(\.id) }
        if let result = step["result"]?.text, !results.contains(result) {
            findings.addUnknown(.unknownTask, file, place + "/result", result, What.result, known: results)
        }
    }

    private func expectation(_ expect: JSON?, _ place: String, _ definition: Definition, into findings: inout Findings)
    {
        guard let expect else { return }
        let plans = definition.plans
        let stages = plans.flatMap { $0.stages.map(\.id) }
        if let stage = expect["stage"]?.text, !stages.contains(stage) {
            findings.addUnknown(.unknownStage, file, place + "/stage", stage, What.stage, known: stages)
        }
        let variants = plans.compactMap(\.variant)
        if let variant = expect["variant"]?.text, !variants.contains(variant) {
            findings.addUnknown(.unknownName, file, place + "/variant", variant, What.variant, known: variants)
        }
        let clocks = plans.flatMap { $0.clocks.map(\.id) }
        for id in (expect["clocks"]?.map ?? [:]).keys.sorted() where !clocks.contains(id) {
            findings.addUnknown(.unknownClock, file, "\(place)/clocks/\(id)", id, What.clock, known: clocks)
        }
        let tasks = plans.flatMap { $0.tasks.map(\.id) }
        for key in ["tasks", "open_tasks"] {
            named(expect[key], "\(place)/\(key)", tasks, .unknownTask, What.task, into: &findings)
        }
        let events = plans.flatMap { plan in PlanEvents.of(plan) }
        named(expect["happened"], place + "/happened", events, .unknownEvent, What.event, into: &findings)
        named(
            expect["notices"], place + "/notices", Array(library.index.messages.keys), .unknownMessage, What.message,
            into: &findings)
    }

    private func named(
        _ json: JSON?, _ place: String, _ known: [String], _ kind: DiagnosticKind, _ what: Wording,
        into findings: inout Findings
    ) {
        for (index, id) in (json?.list ?? []).compactMap(\.text).enumerated() where !known.contains(id) {
            findings.addUnknown(kind, file, "\(place)/\(index)", id, what, known: known)
        }
    }
}

/// Every event that some deed of a plan gives.
enum PlanEvents {
    static func of(_ plan: Plan) -> [String] {
        var deeds = [plan.opening.deed] + plan.actions.map(\.deed) + plan.tasks.flatMap(\.results)
        deeds += plan.clocks.compactMap(\.expires) + plan.obligations.compactMap(\.expires)
        return deeds.compactMap(\.event)
    }
}
