import Definitions
import Rules
import Values

extension Step {
    /// Brings a case into being: chooses the variant, records `opened`, does the opening deed, goes on until quiet.
    static func filing(
        _ filing: Filing, by definition: Definition, in around: Surroundings
    ) throws(Failure) -> Decision {
        let draft = FilingDraft(filing: filing, definition: definition, around: around)
        let plan = try draft.plan()
        try draft.checkWhoMay(plan)
        let body = draft.opened(plan)
        guard
            var step = Step(opening: body, id: filing.id, definition: definition, plan: plan, around: around)
        else { throw .defect("the filing of \(definition.service.id) does not open a case") }
        step.acting = around.acting
        try step.checkAnswers(filing)
        try step.open(filing)
        try step.catchUp(to: step.now)
        return step.decision
    }

    private func checkAnswers(_ filing: Filing) throws(Failure) {
        var problems = self.problems(in: filing.answers) + problemsInEvidence(filing.evidence)
        problems += unmetDemands(in: filing.answers)
        for given in plan.opening.deed.gives {
            let kind = GivenKind(given)
            guard let json = filing.answers[given.id], !json.isNull else { continue }
            if !kind.takes(json, lists: definition.lists) { problems.append(.wrongKind(given.id, kind.wording)) }
        }
        let facts = facts(said: [:], each: nil)
        if !facts.promisedNeeds.isEmpty { problems += CommitmentBar.certain(in: facts).map(\.problem) }
        for need in filing.deferred {
            let rule = plan.evidence.first { $0.id == need }
            if rule?.deferrable == nil || filing.track != toleranceTrack { problems.append(.notDeferrable(need)) }
        }
        if !problems.isEmpty { throw .problems(problems) }
    }

    /// Answers that break what their field demands (`must`); what is not known breaks nothing.
    private func unmetDemands(in answers: [String: JSON]) -> [Problem] {
        let facts = facts(said: [:], each: nil)
        return answers.keys.sorted().compactMap { id in
            guard let field = definition.fields[id], let must = field.must, facts.truth(must) == .no else { return nil }
            let sentence = field.otherwise ?? field.ask
            return Problem(place: id, message: sentence, remedy: sentence)
        }
    }

    private mutating func open(_ filing: Filing) throws(Failure) {
        let deed = plan.opening.deed
        if let condition = deed.when {
            switch facts().truth(condition) {
            case .yes: break
            case .no:
                let sentence = deed.otherwise ?? Sentences.conditionFails
                throw .conflict(.condition, sentence: sentence, citation: deed.law)
            case .notKnown(let names):
                let sentence = Sentences.notKnown(names, fields: definition.fields, tasks: plan.tasks)
                throw .conflict(.notKnown, sentence: sentence, citation: deed.law)
            }
        }
        let said = filing.answers.filter { name, json in
            !json.isNull && deed.gives.contains { $0.id == name }
        }
        perform(Doing(deed: deed, path: "opens", said: said, isAuto: false, signers: [], clock: nil))
        acting = .platform
        try settle()
    }
}

/// What is handed in, before there is a case.
struct FilingDraft {
    let filing: Filing
    let definition: Definition
    let around: Surroundings

    /// The first variant whose condition is true; otherwise the ordinary plan (办理情形).
    func plan() throws(Failure) -> Plan {
        guard let ordinary = definition.plan(ofVariant: nil) ?? definition.plans.first else {
            throw .defect("definition \(definition.hash) has no plan")
        }
        let facts = Facts(
            file: preview(ordinary), definition: definition, plan: ordinary, moment: around.moment,
            calendar: around.calendar, said: [:], each: nil)
        return definition.plans.first { $0.variant != nil && facts.truth($0.when).isYes } ?? ordinary
    }

    /// The facts before there is a case, of the ordinary plan.
    var blankFacts: Facts {
        let plan = definition.plan(ofVariant: nil) ?? definition.plans[0]
        return Facts(
            file: preview(plan), definition: definition, plan: plan, moment: around.moment,
            calendar: around.calendar, said: [:], each: nil)
    }

    /// The case as far as its answers go, to ask which variant it is.
    private func preview(_ plan: Plan) -> CaseFile {
        let event = PastEvent(
            stream: filing.id, version: 1, at: around.moment, body: opened(plan), isErased: false)
        return CaseFile(opening: event) ?? CaseFile(header: header(plan), version: 0, lastAt: around.moment)
    }

    private func header(_ plan: Plan) -> CaseHeader {
        CaseHeader(
            id: filing.id, service: definition.service.id, procedure: plan.procedure, variant: plan.variant,
            definition: definition.hash, region: filing.region, unit: filing.unit, channel: around.channel,
            track: filing.track, applicant: filing.applicant, agent: filing.agent, delegation: filing.delegation,
            subjects: filing.subjects, openedBy: opener, parent: filing.parent, filed: around.moment)
    }

    private var opener: CaseHeader.Opener {
        if around.acting.isPlatform { return .platform }
        if around.acting.isOfficer { return .officer }
        return around.acting.principal == filing.applicant ? .applicant : .system
    }

    func checkWhoMay(_ plan: Plan) throws(Failure) {
        let acting = around.acting
        let by = plan.opening.by
        let open = definition.service.tracks
        if !plan.tracks.contains(filing.track) || !(open.isEmpty || open.contains(filing.track)) {
            throw .problems([.noTrack(filing.track)])
        }
        if acting.isPlatform {
            // A parent opens its children in the name of whoever opened the parent.
            if by.roles.contains("platform") || filing.parent != nil { return }
            throw .forbidden(Sentences.notPermitted(roles: by.roles))
        }
        if by.roles.contains("applicant"), PartyCheck(acting: acting, header: header(plan)).mayAct { return }
        guard acting.isOfficer else {
            let isForParty = by.roles.contains("applicant")
            throw .forbidden(isForParty ? Sentences.notParty : Sentences.notPermitted(roles: by.roles))
        }
        let office = OfficeCheck(
            acting: acting, permission: by, unit: nil, region: filing.region, service: definition.service.id)
        let isListed = OfficeCheck(
            acting: acting, permission: Permission(roles: by.roles, unit: nil, region: .listed), unit: nil,
            region: filing.region, service: definition.service.id)
        guard
            office.mayAct(in: around.places, lists: definition.lists)
                || isListed.mayAct(in: around.places, lists: definition.lists)
        else { throw .forbidden(Sentences.notPermitted(roles: by.roles)) }
        if acting.isParty || acting.actor == filing.applicant { throw .forbidden(Sentences.isParty) }
    }

    func opened(_ plan: Plan) -> EventBody {
        let header = header(plan)
        var open: [String: JSON] = [
            "service": .text(header.service), "procedure": .text(header.procedure), "variant": JSON(header.variant),
            "definition": .text(header.definition), "region": .text(header.region), "unit": .text(header.unit),
            "track": .text(header.track), "applicant": JSON(header.applicant), "agent": JSON(header.agent),
            "delegation": JSON(header.delegation), "opened_by": .text(opener.rawValue),
            "subjects": .list(header.subjects.map { .map(["kind": .text($0.kind), "id": .text($0.id)]) }),
            "parent": header.parent.map { .map(["case": .text($0.caseID), "child": .text($0.child)]) } ?? .null,
            "evidence": .list(filing.evidence.map(\.recorded)), "deferred": JSON(filing.deferred),
            "sources": .map(
                filing.sources.mapValues { .map(["source": .text($0.name), "grade": .text($0.grade)]) }),
        ]
        var sealed: [String: JSON] = [:]
        let answers = filing.answers.filter { !$0.value.isNull }
        SealedSplit(answers) { definition.isSealedAnswer($0, plan: plan) }
            .write("facts", open: &open, sealed: &sealed)
        return EventBody(
            kind: CaseEventKind.opened.rawValue, schema: CaseEventKind.opened.schema,
            effective: .instant(around.moment), actor: around.acting.actor, actingFor: around.acting.actingFor,
            channel: around.channel, ground: nil, open: open, sealed: sealed)
    }
}

extension Problem {
    static func notDeferrable(_ need: String) -> Problem {
        Problem(
            place: need, message: Wording(zh: "该材料不能容缺后补", en: "This document cannot be handed in later"),
            remedy: Wording(zh: "请现在提供，或选择容缺受理", en: "Hand it in now, or choose the tolerance track"))
    }

    static func noTrack(_ track: String) -> Problem {
        Problem(
            place: "track", message: Wording(zh: "该事项不适用“\(track)”方式", en: "The track `\(track)` is not open here"),
            remedy: Wording(zh: "请选择其他办理方式", en: "Choose another track"))
    }
}
