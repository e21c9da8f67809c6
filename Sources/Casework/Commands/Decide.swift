import Definitions
import Rules
import Values

/// The kernel: a command, the state and the moment in; events, or a no, out. Pure: same arguments, same result.
///
/// The definition must be the one that the case pins. Time is caught up first, so a late job changes no outcome. A
/// command that throws writes nothing, not even the expiries found before it.
///
/// - Throws: `Failure.conflict` with the codes of the definition language when the state does not allow it;
///   `.forbidden` when the person may not; `.problems` when the sender can put it right; `.notFound` when there is no
///   case; `.defect` when the definition never comes to rest.
package func decide(
    _ command: Command, on file: CaseFile?, by definition: Definition, in around: Surroundings
) throws(Failure) -> Decision {
    if case .file(let filing) = command {
        guard file == nil else { throw .conflict(.notHere, sentence: Sentences.exists, citation: nil) }
        return try Step.filing(filing, by: definition, in: around)
    }
    guard let file else { throw .notFound(Sentences.missing) }
    guard let plan = definition.plan(ofVariant: file.header.variant) else {
        throw .defect("definition \(definition.hash) has no variant \(file.header.variant ?? "ordinary")")
    }
    if file.hasNewerEvent { throw .conflict(.newerEvent, sentence: Sentences.newerEvent, citation: nil) }
    if case .correct = command {
    } else if file.isErased {
        throw .conflict(.erased, sentence: Sentences.erased, citation: nil)
    }
    var step = Step(file: file, definition: definition, plan: plan, around: around)
    if !file.isErased { try step.catchUp(to: step.now) }
    step.acting = around.acting
    try step.run(command)
    // What the command set going may have run out at once, such as a limit that counts from an earlier day. It belongs
    // to this decision, so that its notices and certificates are not lost to whoever decides next.
    if !step.file.isErased { try step.catchUp(to: step.now) }
    return step.decision
}

/// What `pass` would change at a moment, in memory: pages never show a state that time has ended.
package func passed(
    _ file: CaseFile, at moment: Moment, by definition: Definition, calendar: WorkCalendar, places: Places
) -> CaseFile {
    let around = Surroundings(
        moment: max(moment, file.lastAt), calendar: calendar, acting: .platform, channel: nil, places: places,
        number: nil, childID: { $0 })
    guard let next = file.nextInstant, next <= around.moment,
        let decision = try? decide(.pass, on: file, by: definition, in: around)
    else { return file }
    return decision.file
}

extension Step {
    fileprivate mutating func run(_ command: Command) throws(Failure) {
        switch command {
        case .file, .pass: return
        case .recompute(let told):
            try mustBePlatform()
            recompute(told: told)
        case .serve(let serving): try serve(serving)
        case .correct(let correcting): try correct(correcting)
        case .repin(let repin): try self.repin(repin)
        case .settle(let child, let outcome, let result):
            try mustBePlatform()
            try settle(child: child, outcome: outcome, result: result)
        case .leaveWithParent:
            try mustBePlatform()
            try leaveWithParent()
        case .act, .finish, .learn, .addEvidence:
            if file.isClosed { throw .conflict(.closed, sentence: Sentences.closed, citation: nil) }
            try deal(with: command)
        }
        acting = .platform
        if !file.isErased { try settle() }
    }

    private mutating func deal(with command: Command) throws(Failure) {
        switch command {
        case .act(let act): try self.act(act)
        case .finish(let finish): try self.finish(finish)
        case .learn(let learning): try learn(learning)
        case .addEvidence(let answers): try add(answers)
        default: return
        }
    }

    // MARK: Deeds

    private mutating func act(_ act: Act) throws(Failure) {
        let action = plan.actions.first { $0.id == act.action }
        guard let action, action.stages.contains(file.stage) else {
            let stage = plan.stages.first { $0.id == file.stage }?.name ?? Wording(zh: file.stage, en: file.stage)
            throw .conflict(.notHere, sentence: Sentences.notHere(act.action, stage: stage), citation: nil)
        }
        try checkSeen(act.seen)
        let asked = Asked(
            deed: action.deed, owner: action.id, by: action.by,
            unit: action.by.roles == ["applicant"] ? nil : unit(of: action.by.unit ?? .handling),
            notBy: action.notBy, signedBy: action.signedBy, signing: file.signings[action.id], said: act.said,
            brings: act.brings)
        try check(asked)
        let signers = (asked.signing?.persons ?? []) + [acting.person]
        if signers.count < action.signedBy {
            recordSigned(asked, under: ["action": .text(action.id)], as: .taskSigned)
            return
        }
        perform(
            Doing(
                deed: action.deed, path: "actions." + action.id, said: asked.saidInAll, isAuto: false,
                signers: action.signedBy > 1 ? signers : [], clock: nil))
    }

    private mutating func finish(_ finish: Finish) throws(Failure) {
        guard let rule = plan.tasks.first(where: { $0.id == finish.task }) else {
            let name = Wording(zh: finish.task, en: finish.task)
            throw .conflict(.noTask, sentence: Sentences.noTask(name), citation: nil)
        }
        let run = try openRun(of: rule, number: finish.number)
        guard let deed = rule.results.first(where: { $0.id == finish.result }) else {
            throw .conflict(.noResult, sentence: Sentences.noResult(finish.result, task: rule.name), citation: nil)
        }
        try checkSeen(finish.seen)
        let signing = run.signing.flatMap { $0.result == deed.id ? $0 : nil }
        let asked = Asked(
            deed: deed, owner: rule.id, by: Permission(roles: [rule.role], unit: nil, region: .own),
            unit: run.unitAbove ?? run.unit, notBy: rule.notBy, signedBy: rule.signedBy, signing: signing,
            said: finish.said, brings: finish.brings)
        try check(asked)
        let signers = (signing?.persons ?? []) + [acting.person]
        let names: [String: JSON] = ["task": .text(rule.id), "number": JSON(run.number)]
        if signers.count < rule.signedBy {
            recordSigned(asked, under: names, as: .taskSigned)
        } else if deed.isAgain {
            recordSigned(asked, under: names, as: .taskTried)
        } else {
            let doing = Doing(
                deed: deed, path: "tasks.\(rule.id).\(deed.id)", said: asked.saidInAll, isAuto: false,
                signers: signers, clock: nil)
            finishTask(rule.id, run.number, doing)
        }
    }

    private func openRun(of rule: TaskRule, number: Int?) throws(Failure) -> TaskRun {
        let runs = file.tasks.filter { $0.task == rule.id && $0.isPending && (number ?? $0.number) == $0.number }
        if let open = runs.first(where: { $0.state == .open }) { return open }
        if let unclear = runs.first {
            throw .conflict(.noTask, sentence: Sentences.unclear(rule.name, names: unclear.names), citation: nil)
        }
        throw .conflict(.noTask, sentence: Sentences.noTask(rule.name), citation: nil)
    }

    private mutating func recordSigned(_ asked: Asked, under names: [String: JSON], as kind: CaseEventKind) {
        var open = names
        open["result"] = .text(asked.deed.id)
        open["person"] = .text(acting.person)
        var sealed: [String: JSON] = [:]
        split(asked.saidInAll, of: asked.deed).write("said", open: &open, sealed: &sealed)
        emit(kind, open, sealed: sealed)
    }

    /// Refuses when what the page showed has another revision now.
    private func checkSeen(_ seen: [Shown: Int]) throws(Failure) {
        for (shown, revision) in seen {
            let present: Int? =
                switch shown {
                case .task(let task, let number):
                    file.index(ofTask: task, number: number).map { file.tasks[$0].revision }
                case .answer(let id): file.answers[id]?.revision ?? 0
                case .stage: file.stageRevision
                }
            guard present == revision else {
                throw .conflict(.changedMeanwhile, sentence: Sentences.changedMeanwhile, citation: nil)
            }
        }
    }

    // MARK: Facts and evidence

    /// A register answers, or an officer who has work in the present stage establishes a fact.
    private mutating func learn(_ learning: Learning) throws(Failure) {
        try checkSeen(learning.seen)
        try mustHaveWorkHere()
        let problems = self.problems(in: learning.facts)
        if !problems.isEmpty { throw .problems(problems) }
        recordAnswers(learning.facts, from: learning.source)
    }

    /// Evidence comes from the applicant, from an officer with work here, or from a follower.
    private mutating func add(_ answers: [EvidenceAnswer]) throws(Failure) {
        if !PartyCheck(acting: acting, header: file.header).mayAct { try mustHaveWorkHere() }
        let problems = problemsInEvidence(answers)
        if !problems.isEmpty { throw .problems(problems) }
        recordEvidence(answers)
    }

    /// The platform, a connected register, or an officer whose role and unit stand in this stage.
    private mutating func mustHaveWorkHere() throws(Failure) {
        if acting.isPlatform { return }
        if case .system = acting.actor, acting.roles.isEmpty, acting.actingFor == nil { return }
        var asked: [(roles: [String], unit: String, region: Permission.Region)] = []
        for run in file.tasks where run.isPending {
            let unit = run.unitAbove ?? run.unit
            asked.append(([run.role], unit, .own))
        }
        for action in plan.actions where action.stages.contains(file.stage) && !action.by.isPlatform {
            asked.append((action.by.roles, unit(of: action.by.unit ?? .handling), action.by.region))
        }
        let mayAct = asked.contains { entry in
            let permission = Permission(roles: entry.roles, unit: nil, region: entry.region)
            let check = OfficeCheck(
                acting: acting, permission: permission, unit: entry.unit, region: file.header.region,
                service: file.header.service)
            return check.mayAct(in: around.places, lists: definition.lists)
        }
        guard mayAct, acting.isOfficer else {
            let roles = Set(asked.flatMap(\.roles)).subtracting(["applicant", "platform"]).sorted()
            throw .forbidden(Sentences.notPermitted(roles: roles))
        }
        if acting.isParty || acting.actor == file.header.applicant { throw .forbidden(Sentences.isParty) }
    }

    private func mustBePlatform() throws(Failure) {
        guard acting.isPlatform else { throw .forbidden(Sentences.notPermitted(roles: ["platform"])) }
    }
}
