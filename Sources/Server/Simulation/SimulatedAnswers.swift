import Casework
import Definitions
import Features
import Values

/// Who applies, as the simulation knows him: the account and everything that registers would say.
struct SimulatedApplicant: Hashable {
    let subject: Subject
    /// The person who acts: the applicant, or the enterprise's legal representative.
    let person: Person.ID
    let delegation: Delegation.ID?
    let human: SimulatedPeople.Invented
    let enterprise: Enterprise?
    let address: String
}

/// What an applicant fills in, from the situations of the service and the kinds of its fields.
struct SimulatedAnswers {
    let definition: Definition
    let applicant: SimulatedApplicant
    let region: TerritoryMap.Region
    let calendar: WorkCalendar
    let moment: Moment
    /// A situation that ends well: says what no field calls usual.
    let model: Situation?

    /// A filled-in form, with what the applicant does not hand in.
    struct Filled {
        var answers: [String: JSON]
        var track: String
        var lacks: [String]
        var defers: [String]
    }

    /// - Parameter situation: what is given there stands here too; nil: a case in which everything is usual.
    func filled(by situation: Situation?, _ chance: inout SimulatedChance) -> Filled {
        let track = situation?.track ?? "ordinary"
        let asked = Set(definition.questions + definition.form.flatMap(\.fields))
        var plain: [String: JSON] = [:]
        var answers: [String: JSON] = [:]
        for (id, field) in definition.fields.sorted(by: { $0.key < $1.key }) {
            let said = model?.given[id].map { moved($0, of: field, from: model) }
            let usual = said ?? field.usual
            guard asked.contains(id) || usual != nil else { continue }
            plain[id] = identity[id] ?? usual ?? invented(field, &chance)
            answers[id] = identity[id] ?? usual.map { varied($0, of: field, &chance) } ?? plain[id]
        }
        for (id, value) in situation?.given ?? [:] where value.isNull || identity[id] == nil {
            let given = definition.fields[id].map { moved(value, of: $0, from: situation) } ?? value
            plain[id] = given
            answers[id] = given
        }
        if !guidance(answers, track).problems.isEmpty { answers = plain }
        for given in definition.plans[0].opening.deed.gives where answers[given.id] == nil && !given.isOptional {
            answers[given.id] = SimulatedSaying(definition: definition, unit: "", day: moment.day).sample(given)
        }
        let guidance = guidance(answers, track)
        answers = answers.filter { id, value in !value.isNull && guidance.fields[id] != .notNeeded }
        return Filled(
            answers: answers, track: track, lacks: situation?.lacks ?? [], defers: situation?.defers ?? [])
    }

    /// A value of a situation, moved to the day and the region of this case.
    private func moved(_ value: JSON, of field: Field, from situation: Situation?) -> JSON {
        guard let situation else { return value }
        if let day = value.day {
            return .text(day.adding(days: moment.day.number - situation.filed.day.number).description)
        }
        let home = situation.region ?? SamplePeople.region
        return field.type == "region" && value.text == home ? .text(region.id) : value
    }

    private func guidance(_ answers: [String: JSON], _ track: String) -> Guidance {
        Guidance.read(
            definition, answers: answers.filter { !$0.value.isNull }, track: track, at: moment, calendar: calendar)
    }

    /// Where each answer comes from: the account, the register that knows it, or the applicant.
    func sources(of answers: [String: JSON]) -> [String: AnswerSource] {
        var sources: [String: AnswerSource] = [:]
        for id in answers.keys {
            if SimulatedAnswers.fromAccount.contains(id) {
                sources[id] = AnswerSource(name: "account", grade: "A")
            } else if let register = definition.fields[id]?.register {
                sources[id] = AnswerSource(name: register, grade: "A")
            }
        }
        return sources
    }

    private static let fromAccount: Set<String> = [
        "person.name", "person.id_number", "person.phone", "enterprise.name", "enterprise.uscc",
    ]

    // MARK: Evidence

    /// What answers each need that stands, in the order of the law; certificates that the applicant holds first.
    ///
    /// - Parameter held: ids of certificates by kind.
    func evidence(for filled: Filled, held: [String: String]) -> [EvidenceAnswer] {
        guidance(filled.answers, filled.track).needs
            .filter { $0.standing != .notNeeded }.map(\.need)
            .filter { !filled.lacks.contains($0.id) && !filled.defers.contains($0.id) }
            .compactMap { SimulatedAnswers.answer(to: $0, held: held) }
    }

    static func answer(to need: EvidenceNeed, held: [String: String]) -> EvidenceAnswer? {
        func answer(_ source: EvidenceNeed.Source, _ grade: String, _ reference: String?) -> EvidenceAnswer {
            EvidenceAnswer(
                need: need.id, source: source, grade: grade, reference: reference, files: [], expires: nil)
        }
        if need.from.contains(.certificate), let id = need.certificate.flatMap({ held[$0] }) {
            return answer(.certificate, "A", id)
        }
        if need.from.contains(.register), let register = need.register { return answer(.register, "A", register) }
        if need.from.contains(.promise) { return answer(.promise, "D", nil) }
        if need.from.contains(.upload) { return answer(.upload, "C", nil) }
        return need.from.first.map { answer($0, "B", nil) }
    }

    /// Needs that an applicant can forget: no register knows them. A text that is promised stands in the form itself.
    func forgettable(in evidence: [EvidenceAnswer]) -> [String] {
        let told = Set(definition.plans.flatMap(\.evidence).filter { $0.commitment != nil }.map(\.id))
        return evidence.filter { !told.contains($0.need) }.filter {
            $0.source == .upload || $0.source == .promise || $0.source == .certificate
        }.map(\.need)
    }

    // MARK: Values

    private var identity: [String: JSON] {
        let human = applicant.human
        var known: [String: JSON] = [
            "person.name": .text(human.name), "person.id_number": .text(human.idNumber),
            "person.phone": .text(human.phone), "person.birth_date": .text(human.birth.description),
            "person.sex": .text(human.isFemale ? "female" : "male"), "person.address": .text(applicant.address),
            "person.residence": .text(applicant.address), "agent.name": .text(human.name),
            "agent.id_number": .text(human.idNumber), "enterprise.phone": .text(human.phone),
            "enterprise.legal_person": .text(human.name), "premises.address": .text(applicant.address),
            "real_estate.address": .text(applicant.address),
        ]
        if let enterprise = applicant.enterprise {
            known["enterprise.name"] = .text(enterprise.name)
            known["enterprise.uscc"] = .text(enterprise.code)
            known["enterprise.address"] = .text(applicant.address)
        }
        // A name that is only proposed belongs to nobody yet, so it is no identity: situations may try others.
        return known.filter { definition.fields[$0.key] != nil }
    }

    /// Numbers spread around the usual one; everything else stays.
    private func varied(_ usual: JSON, of field: Field, _ chance: inout SimulatedChance) -> JSON {
        guard field.type == "number", let number = usual.number ?? usual.text.flatMap({ Int($0) }), number > 4 else {
            return usual
        }
        let other = max(1, Int(Double(number) * (0.5 + chance.share())))
        return usual.number == nil ? .text(String(other)) : .number(Int64(other))
    }

    /// Something of the field's kind, for what no situation says; nil where only the applicant could know.
    private func invented(_ field: Field, _ chance: inout SimulatedChance) -> JSON? {
        switch field.type {
        case "choice" where !field.choices.isEmpty: return .text(chance.pick(field.choices).id)
        case "address": return .text(SimulatedPeople.address(in: region.name.zh, by: &chance))
        case "phone": return .text(applicant.human.phone)
        case "code": return .text("SL" + SimulatedPeople.digits(chance.number(0...99_999_999), 8))
        case "number": return .number(Int64(chance.number(20...260)))
        case "money": return .text("\(chance.number(1...500))0000.00")
        case "date": return .text(moment.day.adding(days: -chance.number(30...900)).description)
        case "boolean": return .bool(false)
        case "region": return .text(region.id)
        case "text": return .text("示例\(field.ask.zh.filter { $0 != "？" })")
        default: return nil
        }
    }
}

extension JSON {
    /// The date that the text is.
    fileprivate var day: Day? { text.flatMap { Day($0) } }
}

/// What somebody says with a deed, in its ordinary form.
struct SimulatedSaying {
    let definition: Definition
    let unit: String
    let day: Day

    func sample(_ given: Deed.Given) -> JSON {
        switch given.kind {
        case "number", "money": 1
        case "grade": 5
        case "boolean": false
        case "date": .text(day.description)
        case "list": []
        case "citations": .list(definition.citations.prefix(1).map { .text($0.written) })
        case "limit": "10 workdays"
        case "unit": .text(unit)
        case "answers": [:]
        case "choice":
            given.list.flatMap { definition.lists[$0] }?.entries.first.flatMap { $0["key"] ?? $0.values.first } ?? "示例"
        default: .text(SimulatedSaying.words[given.id] ?? "示例说明")
        }
    }

    private static let words = [
        "reason": "与规定的条件不符（示例）", "ground": "依法需要检验检测（示例）", "authority": "有权机关（示例）",
    ]
}
