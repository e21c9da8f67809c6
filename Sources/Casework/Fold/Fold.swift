import Definitions
import Values

extension CaseFile {
    /// Folds a whole stream; nil when it does not begin with `opened`.
    package static func folding(_ events: [PastEvent], by definition: Definition) -> CaseFile? {
        guard let first = events.first, var file = CaseFile(opening: first) else { return nil }
        for event in events.dropFirst() { apply(event, to: &file, by: definition) }
        return file
    }
}

/// Adds one event to the state. Never looks at the present, never fails: keys it does not know are left alone.
///
/// After erasure sealed values are not established; the rest of the state is the same.
package func apply(_ event: PastEvent, to file: inout CaseFile, by definition: Definition) {
    guard let kind = CaseEventKind(rawValue: event.body.kind), event.body.schema <= kind.schema else {
        file.hasNewerEvent = true
        file.step(to: event)
        return
    }
    file.step(to: event)
    let reader = EventReader(event)
    switch kind {
    case .opened: break
    case .acted: file.foldActed(reader, by: definition)
    case .answered: file.foldAnswered(reader)
    case .evidenceAdded: file.foldEvidence(reader)
    case .stageEntered: file.foldStage(reader, by: definition)
    case .taskOpened, .taskUnclear, .taskSkipped: file.foldTaskTurn(kind, reader)
    case .taskSigned, .taskTried, .taskDone, .taskCancelled, .taskUnstaffed: file.foldTaskChange(kind, reader)
    case .clockStarted: file.foldClockStart(reader)
    case .clockMissed, .clockExpired: file.foldTimePassed(kind, reader)
    case .clockLimited, .clockStopped, .clockResumed, .clockExtended, .clockEnded:
        file.foldClockChange(kind, reader)
    case .clockRecomputed: file.foldRecomputed(reader)
    case .obligationOpened: file.foldObligationOpened(reader)
    case .obligationKept, .obligationDropped, .obligationBroken, .obligationLate, .obligationDischarged:
        file.foldObligationChange(kind, reader)
    case .childPlanned, .childOpened, .childLeftOut, .childSettled: file.foldChild(kind, reader)
    case .documentServed: file.foldDocument(reader)
    case .repinned: file.header.definition = reader.text("definition") ?? file.header.definition
    case .corrected: file.foldCorrected(reader)
    }
}

extension CaseFile {
    /// From the first event of a stream; nil when it is of another kind or lacks what a header needs.
    package init?(opening event: PastEvent) {
        let reader = EventReader(event)
        guard event.body.kind == CaseEventKind.opened.rawValue, let header = CaseHeader(reader) else { return nil }
        self.init(header: header, version: event.version, lastAt: event.at)
        isErased = event.isErased
        hasNewerEvent = event.body.schema > CaseEventKind.opened.schema
        let sources = reader["sources"]?.map ?? [:]
        for (id, value) in reader.split("facts") {
            let source = sources[id]
            answers[id] = Answer(
                value: value, source: source?["source"]?.text ?? "applicant", grade: source?["grade"]?.text ?? "C",
                at: reader.moment, revision: event.version)
        }
        foldEvidence(reader)
        deferred = reader.texts("deferred")
    }

    init(header: CaseHeader, version: Int, lastAt: Moment) {
        self.header = header
        self.version = version
        self.lastAt = lastAt
        stage = ""
        visit = 0
        visits = [:]
        stageRevision = 0
        isClosed = false
        answers = [:]
        evidence = [:]
        deferred = []
        tasks = []
        calls = [:]
        signings = [:]
        fired = []
        doers = [:]
        clocks = [:]
        earlierRuns = []
        obligations = []
        children = []
        happened = [:]
        issues = []
        notices = []
        documents = []
        corrections = []
        isErased = false
        hasNewerEvent = false
    }

    fileprivate mutating func step(to event: PastEvent) {
        version = event.version
        lastAt = max(lastAt, event.at)
        if event.isErased { isErased = true }
    }

    fileprivate mutating func foldActed(_ reader: EventReader, by definition: Definition) {
        let said = reader.split("said")
        if let name = reader.text("event") {
            let on = reader["as_of"]?.local ?? reader.moment
            happened[name] = Happening(times: (happened[name]?.times ?? 0) + 1, on: on, said: said)
        }
        if let outcome = reader.text("outcome") { self.outcome = outcome }
        if let number = reader.text("number") { self.number = number }
        if let issue = reader.text("issues") { issues.append(issue) }
        if let notice = reader.text("notice") { notices.append(notice) }
        guard let deed = reader.text("deed") else { return }
        if reader.flag("auto"), !fired.contains(deed) { fired.append(deed) }
        if deed.hasPrefix("actions.") {
            let action = String(deed.dropFirst("actions.".count))
            if let signers = reader["signers"]?.texts {
                for person in signers { noteDoer(person, of: action) }
            } else if let person = reader.text("person") {
                noteDoer(person, of: action)
            }
            signings[action] = nil
        }
        guard let plan = definition.plan(ofVariant: header.variant) else { return }
        foldSaidFacts(said, reader, plan)
        countCalls(reader, plan)
    }

    /// What is said at the opening is a fact of the case; whoever says it again changes it (README §2, names).
    private mutating func foldSaidFacts(_ said: [String: JSON?], _ reader: EventReader, _ plan: Plan) {
        guard !said.isEmpty, reader.text("deed") != "opens" else { return }
        for given in plan.opening.deed.gives {
            guard let value = said[given.id] else { continue }
            answers[given.id] = Answer(
                value: value, source: reader.text("person") ?? "platform", grade: "B", at: reader.moment,
                revision: version)
        }
    }

    /// Each event that a task waits for opens one more instance in the visit in which it happens.
    private mutating func countCalls(_ reader: EventReader, _ plan: Plan) {
        guard let name = reader.text("event") else { return }
        let stage = reader.text("to") ?? self.stage
        for task in plan.tasks where task.stage == stage && task.opens?.contains(name) == true {
            calls[task.id, default: 0] += 1
        }
    }

    mutating func noteDoer(_ person: String, of owner: String) {
        if doers[owner]?.contains(person) != true { doers[owner, default: []].append(person) }
    }

    fileprivate mutating func foldAnswered(_ reader: EventReader) {
        let source = reader.text("source") ?? "applicant"
        let grade = reader.text("grade") ?? "C"
        for (id, value) in reader.split("facts") {
            let known = value == .some(.null) ? nil : value
            answers[id] = Answer(value: known, source: source, grade: grade, at: reader.moment, revision: version)
        }
    }

    fileprivate mutating func foldEvidence(_ reader: EventReader) {
        for json in reader["evidence"]?.list ?? [] {
            guard let answer = EvidenceAnswer(json, revision: version) else { continue }
            evidence[answer.need] = answer
        }
    }

    fileprivate mutating func foldStage(_ reader: EventReader, by definition: Definition) {
        guard let name = reader.text("stage") else { return }
        stage = name
        visit = reader.number("visit") ?? (visits[name] ?? 0) + 1
        visits[name] = visit
        stageRevision = version
        isClosed = reader.flag("final")
        closedAt = isClosed ? reader.moment : nil
        fired = []
        signings = [:]
        guard !calls.isEmpty, let plan = definition.plan(ofVariant: header.variant) else { return }
        calls = calls.filter { entry in plan.tasks.contains { $0.id == entry.key && $0.stage == name } }
    }

    fileprivate mutating func foldDocument(_ reader: EventReader) {
        let fields = reader.split("fields").compactMapValues { $0 }
        let service = CaseDocument.Served(
            way: reader.text("way") ?? "", on: reader.text("on").flatMap { Day($0) } ?? reader.moment.day,
            receiver: fields["receiver"]?.text, person: reader.text("person"))
        let number = reader.number("document") ?? documents.count + 1
        if documents.indices.contains(number - 1) {
            documents[number - 1].services.append(service)
            return
        }
        documents.append(
            CaseDocument(
                number: documents.count + 1, template: reader.text("template") ?? "", fields: fields,
                hash: reader.text("hash") ?? "", way: reader.text("way") ?? "",
                language: reader.text("language") ?? "", at: reader.moment, services: [service]))
    }

    fileprivate mutating func foldCorrected(_ reader: EventReader) {
        corrections.append(
            Correction(
                version: reader.number("version") ?? 0, law: reader["law"]?.citation,
                person: reader.text("person") ?? "", second: reader.text("second") ?? "", at: reader.moment))
        for (id, value) in reader.split("facts") {
            let known = value == .some(.null) ? nil : value
            answers[id] = Answer(
                value: known, source: "corrected", grade: "B", at: reader.moment, revision: version)
        }
    }
}

extension CaseHeader {
    init?(_ reader: EventReader) {
        guard let service = reader.text("service"), let procedure = reader.text("procedure"),
            let definition = reader.text("definition"), let region = reader.text("region"),
            let applicant = reader["applicant"]?.actor
        else { return nil }
        id = reader.event.stream
        self.service = service
        self.procedure = procedure
        self.definition = definition
        self.region = region
        self.applicant = applicant
        variant = reader.text("variant")
        unit = reader.text("unit") ?? ""
        channel = reader.event.body.channel
        track = reader.text("track") ?? "ordinary"
        agent = reader["agent"]?.actor
        delegation = reader.text("delegation")
        subjects = (reader["subjects"]?.list ?? []).compactMap { json in
            guard let kind = json["kind"]?.text, let id = json["id"]?.text else { return nil }
            return Subject(kind: kind, id: id)
        }
        openedBy = reader.text("opened_by").flatMap(Opener.init) ?? .applicant
        parent = reader["parent"].flatMap { json in
            guard let id = json["case"]?.text, let child = json["child"]?.text else { return nil }
            return Parent(caseID: id, child: child)
        }
        filed = reader.moment
    }
}
