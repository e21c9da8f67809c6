import Values

/// Whether a case can always go on: no dead end, no silence, no machine in a circle, nobody left without work.
struct FlowCheck {
    let context: PlanContext
    private let graph: StageGraph

    init(context: PlanContext) {
        self.context = context
        graph = StageGraph(plan: context.plan)
    }

    func run(into findings: inout Findings) {
        for stage in context.plan.stages {
            guard graph.reached.contains(stage.id) else {
                findings.add(unreachable(stage))
                continue
            }
            guard !stage.isFinal else { continue }
            if graph.exits[stage.id, default: []].isEmpty { findings.add(withoutExit(stage)) }
            if isSilent(stage) { findings.add(silent(stage)) }
        }
        automaticCycle(into: &findings)
        for task in context.plan.tasks { nextTask(after: task, into: &findings) }
    }

    private func unreachable(_ stage: Stage) -> Diagnostic {
        context.diagnostic(
            .unreachableStage, at: ["stages", stage.id],
            Wording(zh: "没有任何操作到达阶段“\(stage.id)”", en: "no deed leads to the stage `\(stage.id)`"),
            remedy: Wording(zh: "删去这个阶段，或让某个操作的 to 指向它", en: "remove it, or let a deed go `to` it"))
    }

    private func withoutExit(_ stage: Stage) -> Diagnostic {
        context.diagnostic(
            .stageWithoutExit, at: ["stages", stage.id],
            Wording(zh: "阶段“\(stage.id)”没有出口", en: "no deed leads out of the stage `\(stage.id)`"),
            remedy: Wording(
                zh: "加上离开它的操作、结果或期限届满，或写 final: true",
                en: "add a deed that leaves it, or write `final: true`"))
    }

    /// Nothing is open and no clock can run: the case would lie there and nobody would notice.
    private func isSilent(_ stage: Stage) -> Bool {
        let hasTask = context.plan.tasks.contains { $0.stage == stage.id && $0.opens == nil }
        return !hasTask && context.plan.children.isEmpty && graph.clocks[stage.id, default: []].isEmpty
    }

    private func silent(_ stage: Stage) -> Diagnostic {
        context.diagnostic(
            .silentState, at: ["stages", stage.id],
            Wording(
                zh: "阶段“\(stage.id)”中没有任务，也没有期限在走",
                en: "in the stage `\(stage.id)` nothing is open and no clock runs"),
            remedy: Wording(
                zh: "给它一个任务，或一个到期会推动办件的期限",
                en: "give it a task, or a clock that moves the case when it ends"))
    }

    private func automaticCycle(into findings: inout Findings) {
        var next: [String: [(String, String)]] = [:]
        for action in context.plan.actions where action.by.isPlatform {
            guard let to = action.deed.to else { continue }
            for stage in action.stages { next[stage, default: []].append((to, action.id)) }
        }
        for action in context.plan.actions where action.by.isPlatform {
            guard let to = action.deed.to else { continue }
            for stage in action.stages where reaches(stage, from: to, by: next) {
                findings.add(
                    context.diagnostic(
                        .automaticCycle, at: ["actions", action.id],
                        Wording(
                            zh: "自动操作“\(action.id)”会回到阶段“\(stage)”，形成循环",
                            en: "automatic deeds lead from `\(stage)` back to it"),
                        remedy: Wording(zh: "其中一步改由人来做", en: "let a person do one of them")))
                return
            }
        }
    }

    private func reaches(_ goal: String, from start: String, by next: [String: [(String, String)]]) -> Bool {
        var seen: Set<String> = []
        var open = [start]
        while let stage = open.popLast() {
            if stage == goal { return true }
            guard seen.insert(stage).inserted else { continue }
            open += next[stage, default: []].map(\.0)
        }
        return false
    }

    /// The platform goes on after tasks: by a deed to another stage that waits for more than what was given at the
    /// opening, or for nothing.
    private func follows(_ action: Action) -> Bool {
        guard action.by.isPlatform, action.deed.to != nil else { return false }
        let given = Set(context.plan.opening.deed.gives.map(\.id))
        let reads = action.deed.when?.reads ?? []
        return reads.isEmpty || !given.isSuperset(of: reads)
    }

    /// A result that leaves the stage as it is must be somebody's next task, or the platform's next deed.
    private func nextTask(after task: TaskRule, into findings: inout Findings) {
        let others = context.plan.tasks.filter { $0.stage == task.stage && $0.id != task.id }
        let isAutomatic = context.plan.actions.contains { $0.stages.contains(task.stage) && follows($0) }
        if isAutomatic || others.contains(where: { $0.opens == nil }) { return }
        for result in task.results where result.to == nil && !result.isAgain {
            let calls = others.contains { other in result.event.map { other.opens?.contains($0) ?? false } ?? false }
            if calls { continue }
            findings.add(
                context.diagnostic(
                    .noNextTask, at: ["tasks", task.id, "results", result.id],
                    Wording(
                        zh: "任务“\(task.id)”得出“\(result.id)”之后没有人有事可做",
                        en: "after `\(result.id)` of the task `\(task.id)` nobody has anything to do"),
                    remedy: Wording(zh: "写 to，或加一个由它的事件打开的任务", en: "give it a `to`, or a task that its event opens")))
        }
    }
}

/// Stages and what leads from one to another, with the clocks that may run in each.
struct StageGraph {
    private(set) var reached: Set<String> = []
    /// Stage → stages that some deed leads to from there, itself excluded.
    private(set) var exits: [String: Set<String>] = [:]
    /// Stage → clocks that may run there.
    private(set) var clocks: [String: Set<String>] = [:]
    private let plan: Plan

    init(plan: Plan) {
        self.plan = plan
        arrive(at: plan.opening.deed.to ?? "", clocks: started(by: plan.opening.deed, from: []))
    }

    /// Goes on until nothing changes: each stage with all clocks that may run when it is entered.
    private mutating func arrive(at stage: String, clocks running: Set<String>) {
        let known = clocks[stage, default: []]
        let more = known.union(running)
        guard more != known || !reached.contains(stage) else { return }
        reached.insert(stage)
        clocks[stage] = more
        guard let here = plan.stages.first(where: { $0.id == stage }), !here.isFinal else { return }
        for deed in deeds(in: stage, running: more) {
            let after = started(by: deed, from: more)
            let to = deed.to ?? stage
            if to != stage { exits[stage, default: []].insert(to) }
            arrive(at: to, clocks: after)
        }
        // What is owed may never be handed in, so its consequence is no road out; but it is a road.
        for deed in plan.obligations.compactMap(\.expires) where deed.to != nil {
            arrive(at: deed.to ?? stage, clocks: started(by: deed, from: more))
        }
    }

    private func started(by deed: Deed, from running: Set<String>) -> Set<String> {
        guard let event = deed.event else { return running }
        var running = running
        for clock in plan.clocks {
            if clock.ends.contains(event) { running.remove(clock.id) }
            if clock.starts.contains(event) { running.insert(clock.id) }
        }
        return running
    }

    private func deeds(in stage: String, running: Set<String>) -> [Deed] {
        var deeds = plan.actions.filter { $0.stages.contains(stage) }.map(\.deed)
        for task in plan.tasks where task.stage == stage { deeds += task.results }
        for clock in plan.clocks where running.contains(clock.id) {
            // A clock that ran out is no longer running.
            if let deed = clock.expires { deeds.append(deed) }
        }
        return deeds
    }
}
