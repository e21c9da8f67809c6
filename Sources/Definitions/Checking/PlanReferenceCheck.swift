import Values

/// What a plan names outside its expressions: events, stages, tasks, clocks, notices, certificates, lists.
struct PlanReferenceCheck {
    let context: PlanContext

    func run(into findings: inout Findings) {
        let plan = context.plan
        for (deed, path) in context.deeds { check(deed, at: path, into: &findings) }
        for action in plan.actions {
            stages(action.stages, at: ["actions", action.id, "in"], into: &findings)
            notBy(action.notBy, at: ["actions", action.id, "not_by"], into: &findings)
        }
        for task in plan.tasks { check(task, into: &findings) }
        for clock in plan.clocks { check(clock, into: &findings) }
        for obligation in plan.obligations {
            let lists = [
                ("opens", obligation.opens), ("kept_by", obligation.keptBy), ("dropped_by", obligation.droppedBy),
                ("broken_by", obligation.brokenBy), ("blocks", obligation.blocks),
            ]
            for (key, list) in lists { events(list, at: ["obligations", obligation.id, key], into: &findings) }
        }
        for child in plan.children { check(child, into: &findings) }
        if !plan.clocks.contains(where: { $0.id == plan.mainClock }) {
            findings.add(unknown(.unknownClock, ["main_clock"], plan.mainClock, What.clock, plan.clocks.map(\.id)))
        }
        for need in plan.evidence {
            if let kind = need.certificate {
                certificate(kind, at: ["evidence", need.id, "certificate"], into: &findings)
            }
            let isOwn = context.layers.contains { $0.content["evidence"]?[need.id] != nil }
            if let notice = need.commitment?.notice, isOwn, context.library.index.messages[notice] == nil {
                let known = Array(context.library.index.messages.keys)
                let path = ["evidence", need.id, "commitment", "notice"]
                findings.add(unknown(.unknownMessage, path, notice, What.message, known))
            }
        }
        if let kind = plan.outcome.certificate { certificate(kind, at: ["outcome", "certificate"], into: &findings) }
    }

    private func unknown(_ kind: DiagnosticKind, _ path: [String], _ name: String, _ what: Wording, _ known: [String])
        -> Diagnostic
    {
        context.unknown(kind, at: path, name, what, known: known)
    }

    private func events(_ names: [String], at path: [String], into findings: inout Findings) {
        let known = context.events
        for (index, name) in names.enumerated() where known[name] == nil {
            findings.add(unknown(.unknownEvent, path + ["\(index)"], name, What.event, Array(known.keys)))
        }
    }

    private func stages(_ names: [String], at path: [String], into findings: inout Findings) {
        let known = context.plan.stages.map(\.id)
        for (index, name) in names.enumerated() where !known.contains(name) {
            findings.add(unknown(.unknownStage, path + ["\(index)"], name, What.stage, known))
        }
    }

    private func tasks(_ names: [String], at path: [String], into findings: inout Findings) {
        let known = context.plan.tasks.map(\.id)
        for name in names where !known.contains(name) {
            findings.add(unknown(.unknownTask, path, name, What.task, known))
        }
    }

    /// Tasks, actions, or a fact that lists people.
    private func notBy(_ names: [String], at path: [String], into findings: inout Findings) {
        let people = context.definition.fields.values.filter { $0.type == "people" }.map(\.id)
        let known = context.plan.tasks.map(\.id) + context.plan.actions.map(\.id) + people
        for name in names where !known.contains(name) {
            findings.add(unknown(.unknownTask, path, name, What.task, known))
        }
    }

    private func certificate(_ id: String, at path: [String], into findings: inout Findings) {
        let known = context.library.index.certificates
        if known[id] == nil {
            findings.add(unknown(.unknownCertificate, path, id, What.certificate, Array(known.keys)))
        }
    }

    private func check(_ deed: Deed, at path: [String], into findings: inout Findings) {
        events(deed.asOf, at: path + ["as_of"], into: &findings)
        let stages = context.plan.stages.map(\.id)
        if let to = deed.to, !stages.contains(to) {
            findings.add(unknown(.unknownStage, path + ["to"], to, What.stage, stages))
        }
        let messages = context.library.index.messages
        if let notice = deed.notice, messages[notice] == nil {
            findings.add(unknown(.unknownMessage, path + ["notice"], notice, What.message, Array(messages.keys)))
        }
        let lists = context.library.index.lists
        for given in deed.gives {
            guard let list = given.list, lists[list] == nil else { continue }
            findings.add(unknown(.unknownList, path + ["gives", given.id], list, What.list, Array(lists.keys)))
        }
    }

    private func check(_ task: TaskRule, into findings: inout Findings) {
        let path = ["tasks", task.id]
        let known = context.plan.stages.map(\.id)
        if !known.contains(task.stage) {
            findings.add(unknown(.unknownStage, path + ["in"], task.stage, What.stage, known))
        }
        if let opens = task.opens { events(opens, at: path + ["opens"], into: &findings) }
        switch task.after {
        case .all(let names)?, .any(let names)?, .atLeast(_, let names)?:
            tasks(names, at: path + ["after"], into: &findings)
        case nil: break
        }
        notBy(task.notBy, at: path + ["not_by"], into: &findings)
        if let silence = task.silence, !task.results.contains(where: { $0.id == silence.result }) {
            findings.add(
                unknown(
                    .unknownTask, path + ["silence", "result"], silence.result, What.result, task.results.map(\.id)))
        }
        // A task of the service may stop a clock; the resolver moved the stop to that clock if there is one.
        if let stop = context.json["tasks"]?[task.id]?["stops"]?["clock"]?.text {
            findings.add(unknown(.unknownClock, path + ["stops"], stop, What.clock, context.plan.clocks.map(\.id)))
        }
    }

    private func check(_ clock: ClockRule, into findings: inout Findings) {
        let path = ["clocks", clock.id]
        events(clock.starts, at: path + ["starts"], into: &findings)
        events(clock.ends, at: path + ["ends"], into: &findings)
        if let extends = clock.extends, context.events[extends.event] == nil {
            let known = Array(context.events.keys)
            findings.add(unknown(.unknownEvent, path + ["extends"], extends.event, What.event, known))
        }
        let open = context.plan.stages.map(\.id) + context.plan.tasks.map(\.id)
        for (index, stop) in clock.stops.enumerated() where !open.contains(stop.whileOpen) {
            findings.add(
                unknown(
                    .unknownTask, path + ["stops", "\(index)"], stop.whileOpen,
                    Wording(zh: "阶段或任务", en: "stage or task"), open))
        }
        limitRows(clock, into: &findings)
    }

    /// The first true row gives the limit, so the last row has no condition and the others have one.
    private func limitRows(_ clock: ClockRule, into findings: inout Findings) {
        for (key, rows) in [("statutory", clock.statutory), ("promised", clock.promised)] where rows.count > 0 {
            let isFine = rows.last?.when == nil && rows.dropLast().allSatisfy { $0.when != nil }
            let written = context.json["clocks"]?[clock.id]?[key]?.list ?? []
            let lastHasNone = written.last?["when"] == nil
            if !isFine, !written.isEmpty, !lastHasNone || written.dropLast().contains(where: { $0["when"] == nil }) {
                findings.add(
                    context.diagnostic(
                        .limitRows, at: ["clocks", clock.id, key],
                        Wording(
                            zh: "期限的最后一行不得有 when，其余各行须有",
                            en: "the last row has no `when`, every other row has one"),
                        remedy: Wording(zh: "在最后写一行没有条件的期限", en: "end with a row that has no condition")))
            }
        }
        if rowsMissing(clock) {
            findings.add(
                context.diagnostic(
                    .limitRows, at: ["clocks", clock.id],
                    Wording(
                        zh: "期限没有 statutory、promised 或 until",
                        en: "the clock has neither statutory, promised nor until"),
                    remedy: Wording(zh: "写明其中之一", en: "give one of them")))
        }
    }

    private func rowsMissing(_ clock: ClockRule) -> Bool {
        clock.statutory.isEmpty && clock.promised.isEmpty && context.json["clocks"]?[clock.id]?["until"] == nil
    }

    private func check(_ child: ChildRule, into findings: inout Findings) {
        let path = ["children", child.id]
        let library = context.library
        events(child.opens, at: path + ["opens"], into: &findings)
        // Members of a bundle are looked at by `BundleCheck`.
        guard !context.layers.contains(where: { $0.content["members"] != nil }) else { return }
        if let service = child.service, library.index.services[service] == nil {
            findings.add(unknown(.unknownService, path + ["service"], service, What.service, library.serviceIds))
        }
        if let procedure = child.procedure, library.index.procedures[procedure] == nil {
            findings.add(
                unknown(.unknownProcedure, path + ["procedure"], procedure, What.procedure, library.procedureIds))
        }
    }
}
