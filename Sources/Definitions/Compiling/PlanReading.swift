import Rules
import Values

/// Plans of a document: stages, actions, tasks, clocks, obligations, children, evidence.
extension ExpressionCompiler {
    mutating func plan(_ part: Part) throws(Failure) -> Plan {
        var actions: [Action] = []
        for (id, action) in part.entries("actions") { actions.append(try self.action(id, action)) }
        var tasks: [TaskRule] = []
        for (id, task) in part.entries("tasks") { tasks.append(try self.task(id, task)) }
        var clocks: [ClockRule] = []
        for (id, clock) in part.entries("clocks") { clocks.append(try self.clock(id, clock)) }
        var obligations: [ObligationRule] = []
        for (id, one) in part.entries("obligations") { obligations.append(try obligation(id, one)) }
        var evidence: [EvidenceNeed] = []
        for (id, one) in part.entries("evidence") { evidence.append(try need(id, one)) }
        let opens = try part.need("opens")
        let tracks = part.texts("tracks")
        return Plan(
            variant: part.optionalText("variant"), name: part.optionalWording("name"), when: optional("when", of: part),
            procedure: try part.text("procedure"), procedureName: try part.wording("procedure_name"),
            basis: part.citations("basis"), mainClock: try part.text("main_clock"),
            tracks: tracks.isEmpty ? ["ordinary"] : tracks, stages: try stages(part),
            opening: Opening(by: permission(try opens.need("by")), deed: try deed("opens", opens)), actions: actions,
            tasks: tasks, clocks: clocks, obligations: obligations,
            children: part.entries("children").map { child($0.id, $0.part) }, evidence: evidence,
            outcome: try outcome(part.at("outcome")))
    }

    private func stages(_ part: Part) throws(Failure) -> [Stage] {
        var stages: [Stage] = []
        for (id, stage) in part.entries("stages") {
            let waitsFor = stage.optionalText("waits_for").flatMap { Stage.WaitsFor(rawValue: $0) }
            stages.append(
                Stage(
                    id: id, name: try stage.wording("name"), waitsFor: waitsFor ?? .nobody,
                    isFinal: stage.isTrue("final")))
        }
        return stages
    }

    private mutating func action(_ id: String, _ part: Part) throws(Failure) -> Action {
        Action(
            deed: try deed(id, part), stages: part.texts("in"), by: permission(try part.need("by")),
            notBy: part.texts("not_by"), signedBy: part.json["signed_by"]?.number ?? 1, isUsual: part.isTrue("usual"))
    }

    private mutating func task(_ id: String, _ part: Part) throws(Failure) -> TaskRule {
        var results: [Deed] = []
        for (resultId, result) in part.entries("results") { results.append(try deed(resultId, result)) }
        var silence: TaskRule.Silence?
        if let one = part.at("silence") {
            silence = TaskRule.Silence(result: try one.text("result"), law: try one.neededCitation("law"))
        }
        return TaskRule(
            id: id, name: try part.wording("name"), stage: try part.text("in"),
            opens: part.has("opens") ? part.texts("opens") : nil, after: join(part.at("after")),
            when: optional("when", of: part), unit: unit("unit", of: part), role: try part.text("role"),
            within: try within(part.at("within")), results: results, silence: silence, notBy: part.texts("not_by"),
            signedBy: part.json["signed_by"]?.number ?? 1, law: part.citation("law"))
    }

    private func join(_ part: Part?) -> TaskRule.Join? {
        guard let part else { return nil }
        if let all = part.json.list { return .all(all.compactMap(\.text)) }
        if let count = part.json["at_least"]?.number { return .atLeast(count, of: part.texts("of")) }
        return .any(part.texts("any"))
    }

    private func within(_ part: Part?) throws(Failure) -> Within? {
        guard let part else { return nil }
        let promised = try part.period(part.has("own") ? "own" : "promised")
        return Within(statutory: try part.period("statutory"), promised: promised, law: part.citation("law"))
    }

    private func outcome(_ part: Part?) throws(Failure) -> OutcomeRule {
        guard let part else { return OutcomeRule(certificate: nil, valid: nil, change: nil) }
        return OutcomeRule(
            certificate: part.optionalText("certificate"), valid: try part.period("valid"),
            change: part.optionalText("change"))
    }

    private mutating func need(_ id: String, _ part: Part) throws(Failure) -> EvidenceNeed {
        EvidenceNeed(
            id: id, name: try part.wording("name"), when: optional("when", of: part),
            from: part.texts("from").compactMap { EvidenceNeed.Source(rawValue: $0) },
            certificate: part.optionalText("certificate"), register: part.optionalText("register"),
            deferrable: try part.period("deferrable"), commitment: try commitment(part.at("commitment")),
            promise: part.optionalWording("promise"))
    }

    private func commitment(_ part: Part?) throws(Failure) -> CommitmentRule? {
        guard let part else { return nil }
        guard let form = CommitmentRule.Form(rawValue: try part.text("form")) else {
            throw part.defect("`form` is neither licence nor proof")
        }
        var conditions: [CommitmentRule.Condition] = []
        for one in part.list("conditions") {
            conditions.append(
                CommitmentRule.Condition(text: try one.wording("text"), law: try one.neededCitation("law")))
        }
        var consequences: [Wording] = []
        for one in part.list("consequences") { consequences.append(try one.wording("text")) }
        return CommitmentRule(
            form: form, law: try part.neededCitation("law"), conditions: conditions, consequences: consequences,
            check: try part.wording("check"), notice: try part.text("notice"))
    }

    // MARK: Time

    private mutating func clock(_ id: String, _ part: Part) throws(Failure) -> ClockRule {
        var stops: [ClockRule.Stop] = []
        for stop in part.list("stops") {
            stops.append(
                ClockRule.Stop(
                    whileOpen: try stop.text("while"), onlyPromised: stop.optionalText("only") == "promised",
                    ground: try stop.text("ground"), law: try stop.neededCitation("law")))
        }
        return ClockRule(
            id: id, name: try part.wording("name"), starts: part.texts("starts"), ends: part.texts("ends"),
            when: optional("when", of: part), statutory: try limits("statutory", of: part),
            promised: try limits("promised", of: part), until: optional("until", of: part),
            rolls: part.optionalText("roll") != "none", stops: stops, extends: try prolongation(part.at("extends")),
            warns: try part.periods("warns"), expires: try optionalDeed("expires", of: id, part),
            promisedBy: part.citation("promised_by"), law: part.citation("law"))
    }

    private mutating func limits(_ key: String, of part: Part) throws(Failure) -> [ClockRule.LimitRow] {
        if let period = try part.period(key) { return [ClockRule.LimitRow(when: nil, limit: period, by: nil)] }
        var rows: [ClockRule.LimitRow] = []
        for row in part.list(key) {
            guard let limit = try row.period("limit") else { throw row.defect("a row without `limit`") }
            rows.append(
                ClockRule.LimitRow(when: optional("when", of: row), limit: limit, by: row.citation("by")))
        }
        return rows
    }

    private func prolongation(_ part: Part?) throws(Failure) -> ClockRule.Extension? {
        guard let part else { return nil }
        guard let by = try part.period("by") else { throw part.defect("`by` is missing") }
        return ClockRule.Extension(
            event: try part.text("event"), by: by, times: try part.number("times"),
            law: try part.neededCitation("law"))
    }

    private mutating func obligation(_ id: String, _ part: Part) throws(Failure) -> ObligationRule {
        let text = part.optionalText("within") ?? ""
        let within: ObligationRule.Period? =
            LegalPeriod(text).map { .fixed($0) } ?? optional("within", of: part).map { .expression($0) }
        return ObligationRule(
            id: id, name: try part.wording("name"),
            about: part.optionalText("about").flatMap { ObligationRule.About(rawValue: $0) },
            owedByOffice: part.optionalText("owed_by") == "office",
            opens: part.texts("opens"), per: optional("per", of: part), when: optional("when", of: part),
            within: within, until: optional("until", of: part), keptBy: part.texts("kept_by"),
            keptWhen: optional("kept_when", of: part),
            droppedBy: part.texts("dropped_by"), brokenBy: part.texts("broken_by"), blocks: part.texts("blocks"),
            warns: try part.periods("warns"), expires: try optionalDeed("expires", of: id, part),
            law: part.citation("law"))
    }

    private mutating func child(_ id: String, _ part: Part) -> ChildRule {
        var passes: [String: Expression] = [:]
        if let passed = part.at("passes") {
            for field in (passed.json.map ?? [:]).keys.sorted() { passes[field] = optional(field, of: passed) }
        }
        var takes: [String: String] = [:]
        for (need, sibling) in part.json["takes"]?.map ?? [:] { takes[need] = sibling.text }
        return ChildRule(
            id: id, opens: part.texts("opens"), per: optional("per", of: part), when: optional("when", of: part),
            service: part.optionalText("service"), procedure: part.optionalText("procedure"),
            unit: optional("unit", of: part), after: part.texts("after"), passes: passes, takes: takes,
            withdrawsOnClose: part.optionalText("on_close") != "go_on")
    }
}
