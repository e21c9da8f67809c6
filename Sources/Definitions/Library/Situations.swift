import Values

extension Library {
    /// Every situation of every service and procedure, in the order of their paths.
    package var situations: [Situation] {
        serviceIds.flatMap { situations(service: $0) } + procedureSituations
    }

    /// The situations of a service that could be read, in the order of their files.
    package func situations(service: String) -> [Situation] {
        index.situations[service, default: []].compactMap { files[$0] }
            .compactMap { SituationReading(file: $0, library: self).situation(service: service) }
    }

    package var procedureSituations: [Situation] {
        index.procedureSituations.compactMap { files[$0] }
            .compactMap { SituationReading(file: $0, library: self).situation(service: nil) }
    }
}

/// One situation file as a value; nil when it could not be read (its diagnostics say why).
struct SituationReading {
    let file: SourceFile
    let library: Library

    func situation(service: String?) -> Situation? {
        let json = file.content
        guard let name = json["name"]?.text, let filed = moment(json["filed"], hour: 9) else { return nil }
        let types = FactKinds(library: library, service: service, procedure: json["procedure"]?.text)
        var situation = Situation(
            name: name, filed: filed, expect: expectation(json["expect"] ?? .null, at: "expect"),
            place: place(""))
        situation.service = json["procedure"] == nil ? service : nil
        situation.procedure = json["procedure"]?.text
        situation.region = json["region"]?.text
        situation.track = json["track"]?.text ?? "ordinary"
        situation.given = types.fitted(json["given"]?.map ?? [:])
        situation.lacks = texts(json["lacks"])
        situation.defers = texts(json["defers"])
        situation.promises = texts(json["promises"])
        situation.refused = json["refused"]?.text
        situation.steps = json["steps"]?.list.map { steps in
            steps.enumerated().map { step($1, at: "steps/\($0)", types: types) }
        }
        return situation
    }

    private func step(_ json: JSON, at place: String, types: FactKinds) -> Situation.Step {
        var step = Situation.Step(place: self.place(place))
        step.at = moment(json["at"], hour: 9)
        step.action = json["do"]?.text
        step.task = json["task"]?.text
        step.result = json["result"]?.text
        step.by = json["by"]?.text
        step.signedBy = texts(json["signed_by"])
        step.say = json["say"]?.map ?? [:]
        step.brings = texts(json["brings"])
        step.learn = types.fitted(json["learn"]?.map ?? [:])
        step.source = json["source"]?.text
        step.child = json["child"]?.text
        step.refused = json["refused"]?.text
        step.expect = json["expect"].map { expectation($0, at: place + "/expect") }
        return step
    }

    private func expectation(_ json: JSON, at place: String) -> Situation.Expectation {
        var expect = Situation.Expectation(place: self.place(place))
        expect.stage = json["stage"]?.text
        expect.outcome = json["outcome"]?.text
        expect.track = json["track"]?.text
        expect.variant = json["variant"]?.text
        expect.evidence = json["evidence"].map(texts)
        expect.tasks = json["tasks"].map(texts)
        expect.openTasks = json["open_tasks"].map(texts)
        expect.due = json["due"]?.text
        for (id, clock) in json["clocks"]?.map ?? [:] {
            var one = Situation.Expectation.Clock()
            one.state = clock["state"]?.text
            one.started = clock["started"]?.text
            one.due = clock["due"]?.text
            one.legalDue = clock["legal_due"]?.text
            expect.clocks[id] = one
        }
        expect.happened = texts(json["happened"])
        expect.issues = json["issues"].map(texts)
        expect.notices = json["notices"].map(texts)
        expect.refusals = json["refusals"].map(texts)
        expect.values = json["values"]?.map ?? [:]
        expect.because = (json["because"]?.map ?? [:]).compactMapValues(\.text)
        expect.children = (json["children"]?.map ?? [:]).compactMapValues(\.text)
        expect.form = json["form"].map(texts)
        expect.materials = json["materials"].map(texts)
        return expect
    }

    private func texts(_ json: JSON?) -> [String] { (json?.list ?? []).compactMap(\.text) }

    /// A day alone means that hour of it.
    private func moment(_ json: JSON?, hour: Int) -> Moment? {
        guard let text = json?.text else { return nil }
        return Day(text).map { Moment($0, hour: hour) } ?? Moment(local: text)
    }

    private func place(_ place: String) -> String { "\(file.path):\(file.line(of: place))" }
}

/// A situation writes `given: {area: 60}` without saying what 60 is; the field does.
struct FactKinds {
    private static let notText: Set<String> = ["number", "boolean", "date", "money", "people", "list"]
    private var types: [String: String] = [:]

    init(library: Library, service: String?, procedure: String?) {
        for (id, concept) in library.index.concepts { types[id] = concept["type"]?.text }
        var procedures: [String] = [procedure].compactMap { $0 }
        for path in service.flatMap({ library.index.services[$0] }) ?? [] {
            guard let content = library.files[path]?.content else { continue }
            procedures += [content["procedure"]?.text].compactMap { $0 }
            add(content["questions"])
            for section in content["form"]?.list ?? [] { add(section["fields"]) }
        }
        for name in procedures {
            for path in library.index.procedures[name] ?? [] { add(library.files[path]?.content["facts"]) }
        }
    }

    private mutating func add(_ fields: JSON?) {
        for (id, field) in fields?.map ?? [:] {
            if let type = field["type"]?.text { types[id] = type }
        }
    }

    /// Values of text-like fields as texts, whatever their writing looked like (`500103` for a code).
    func fitted(_ values: [String: JSON]) -> [String: JSON] {
        var all = values
        for (id, value) in values {
            guard let type = types[id], !FactKinds.notText.contains(type) else { continue }
            switch value {
            case .number(let number): all[id] = .text(String(number))
            case .bool(let bool): all[id] = .text(String(bool))
            default: break
            }
        }
        return all
    }
}
