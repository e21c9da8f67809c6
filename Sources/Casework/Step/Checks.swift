import Definitions
import Rules
import Values

/// What is asked of a deed before it is done, whoever asks for it.
struct Asked {
    var deed: Deed
    /// Task or action id, under which doers are remembered.
    var owner: String
    var by: Permission
    /// The unit that must act; nil where `by` does not ask for one.
    var unit: String?
    var notBy: [String]
    var signedBy: Int
    var signing: Signing?
    var said: [String: JSON]
    var brings: [EvidenceAnswer]

    /// What is signed: the last signer may leave out what the first one said.
    var saidInAll: [String: JSON] {
        guard said.isEmpty, let signing else { return said }
        return signing.said.compactMapValues { $0 }
    }
}

extension Step {
    /// Permission, signatures, input, condition, blocks, extensions; the first failure wins (README §3, 3).
    ///
    /// What is brought and answered is recorded between input and condition, so that the condition sees it.
    mutating func check(_ asked: Asked) throws(Failure) {
        try checkPermission(asked)
        try checkSignatures(asked)
        try checkInput(asked)
        recordBrought(asked)
        try checkCondition(asked)
        try checkBlocks(asked)
        try checkExtensions(asked)
    }

    // MARK: Permission (README §5)

    private func checkPermission(_ asked: Asked) throws(Failure) {
        if acting.isPlatform {
            if asked.by.roles.contains("platform") { return }
            throw .forbidden(Sentences.notPermitted(roles: asked.by.roles))
        }
        if asked.by.roles.contains("applicant"), PartyCheck(acting: acting, header: file.header).mayAct { return }
        guard acting.isOfficer else {
            let isForParty = asked.by.roles == ["applicant"]
            throw .forbidden(isForParty ? Sentences.notParty : Sentences.notPermitted(roles: asked.by.roles))
        }
        let office = OfficeCheck(
            acting: acting, permission: asked.by, unit: asked.unit, region: file.header.region,
            service: file.header.service)
        guard office.mayAct(in: around.places, lists: definition.lists) else {
            throw .forbidden(Sentences.notPermitted(roles: asked.by.roles))
        }
        if acting.isParty || acting.actor == file.header.applicant { throw .forbidden(Sentences.isParty) }
        let barred = Separation(plan: plan, file: file).barred(from: asked.owner, notBy: asked.notBy)
        if barred.contains(acting.person) { throw .forbidden(Sentences.separated) }
    }

    private func checkSignatures(_ asked: Asked) throws(Failure) {
        guard asked.signedBy > 1, let signing = asked.signing, isSameResult(asked, signing) else { return }
        if signing.persons.contains(acting.person) {
            throw .conflict(.signatures, sentence: Sentences.signedAlready, citation: asked.deed.law)
        }
        if !asked.said.isEmpty, asked.said != signing.said.compactMapValues({ $0 }) {
            throw .conflict(.signatures, sentence: Sentences.signsOther, citation: asked.deed.law)
        }
    }

    private func isSameResult(_ asked: Asked, _ signing: Signing) -> Bool {
        signing.result == nil || signing.result == asked.deed.id
    }

    // MARK: Input

    private func checkInput(_ asked: Asked) throws(Failure) {
        let said = asked.saidInAll
        var problems: [Problem] = []
        for given in asked.deed.gives {
            let kind = GivenKind(given)
            guard let json = said[given.id], !json.isNull else {
                if !given.isOptional { problems.append(.missing(given.id, kind.wording)) }
                continue
            }
            if !kind.takes(json, lists: definition.lists) {
                problems.append(.wrongKind(given.id, kind.wording))
            } else if given.kind == "citations" {
                problems += self.problems(inCitations: json.texts, of: given)
            }
            if given.kind == "answers", let answers = json.map { problems += self.problems(in: answers) }
        }
        for name in said.keys.sorted() where !asked.deed.gives.contains(where: { $0.id == name }) {
            problems.append(.unknownName(name))
        }
        problems += problemsInEvidence(asked.brings)
        problems += unsuppliedNeeds(asked)
        if !problems.isEmpty { throw .problems(problems) }
    }

    /// Whoever cites, cites what the definition names: a decision never rests on a text that somebody made up.
    private func problems(inCitations texts: [String], of given: Deed.Given) -> [Problem] {
        if texts.isEmpty { return given.isOptional ? [] : [.missing(given.id, GivenKind(given).wording)] }
        let known = Set(definition.citations.map(\.written))
        return texts.filter { !known.contains($0) }.map { .notCited(given.id, $0) }
    }

    /// Whoever says that a deferred document is handed in must hand it in.
    private func unsuppliedNeeds(_ asked: Asked) -> [Problem] {
        guard let event = asked.deed.event else { return [] }
        let said = spoken(asked.saidInAll, of: asked.deed)
        return file.obligations.compactMap { run in
            guard run.state == .open, let need = run.each?["need"]?.text,
                plan.evidence.contains(where: { $0.id == need }), file.evidence[need] == nil,
                !asked.brings.contains(where: { $0.need == need }), let rule = obligationRule(run.rule),
                rule.keptBy.contains(event), isKept(rule, run, said)
            else { return nil }
            return .notHandedIn(need)
        }
    }

    func problemsInEvidence(_ brings: [EvidenceAnswer]) -> [Problem] {
        brings.compactMap { answer in
            guard let need = plan.evidence.first(where: { $0.id == answer.need }) else {
                return .unknownName(answer.need)
            }
            guard need.from.contains(answer.source) else { return .wrongSource(need) }
            // Nobody promises what he was not told.
            return isCommitment(answer) && answer.reference == nil ? .notTold(need) : nil
        }
    }

    /// A promise that stands in for a proof, with everything told before (告知承诺).
    func isCommitment(_ answer: EvidenceAnswer) -> Bool {
        answer.source == .promise && plan.evidence.contains { $0.id == answer.need && $0.commitment != nil }
    }

    /// Whether answers are known fields of the right type, among their choices, and as the field demands.
    func problems(in answers: [String: JSON]) -> [Problem] {
        definition.problems(in: answers, besides: Set(plan.opening.deed.gives.map(\.id)))
    }

    // MARK: What is brought

    private mutating func recordBrought(_ asked: Asked) {
        if !asked.brings.isEmpty { recordEvidence(asked.brings) }
        for given in asked.deed.gives where given.kind == "answers" {
            guard let answers = asked.said[given.id]?.map, !answers.isEmpty else { continue }
            let name = acting.isOfficer ? "officer" : "applicant"
            recordAnswers(answers, from: AnswerSource(name: name, grade: acting.isOfficer ? "B" : "C"))
        }
    }

    mutating func recordEvidence(_ answers: [EvidenceAnswer]) {
        emit(
            .evidenceAdded,
            ["evidence": .list(answers.map(\.recorded)), "person": .text(acting.person)])
    }

    mutating func recordAnswers(_ answers: [String: JSON], from source: AnswerSource) {
        var open: [String: JSON] = [
            "source": .text(source.name), "grade": .text(source.grade), "person": .text(acting.person),
        ]
        var sealed: [String: JSON] = [:]
        SealedSplit(answers) { isSealedAnswer($0) }.write("facts", open: &open, sealed: &sealed)
        emit(.answered, open, sealed: sealed)
    }

    func isSealedAnswer(_ id: String) -> Bool { definition.isSealedAnswer(id, plan: plan) }

    // MARK: Condition

    private func checkCondition(_ asked: Asked) throws(Failure) {
        guard let condition = asked.deed.when else { return }
        let said = spoken(asked.saidInAll, of: asked.deed)
        let facts = facts(said: said, each: nil)
        switch facts.truth(condition) {
        case .yes: return
        case .no:
            let sentence = asked.deed.otherwise ?? Sentences.conditionFails
            throw .conflict(.condition, sentence: sentence, citation: asked.deed.law)
        case .notKnown(let names):
            let sentence = Sentences.notKnown(names, fields: definition.fields, tasks: plan.tasks)
            throw .conflict(.notKnown, sentence: sentence, citation: asked.deed.law)
        }
    }

    private func checkBlocks(_ asked: Asked) throws(Failure) {
        guard let event = asked.deed.event else { return }
        for run in file.obligations where run.state == .open && run.blocks.contains(event) {
            let rule = obligationRule(run.rule)
            let sentence = Sentences.blocked(rule?.name ?? Wording(zh: run.rule, en: run.rule))
            throw .conflict(.blocked, sentence: sentence, citation: rule?.law)
        }
    }

    private func checkExtensions(_ asked: Asked) throws(Failure) {
        guard let event = asked.deed.event else { return }
        for rule in plan.clocks {
            guard let more = rule.extends, more.event == event, let ledger = file.clocks[rule.id],
                ledger.extensions.count >= more.times
            else { continue }
            throw .conflict(
                .extendedAlready, sentence: Sentences.extendedAlready(times: more.times), citation: more.law)
        }
    }
}

extension Definition {
    /// Personal and sensitive values, free text said at the opening, and whatever no field describes.
    func isSealedAnswer(_ id: String, plan: Plan) -> Bool {
        if let field = fields[id] { return field.sensitivity.isSealed }
        guard let given = plan.opening.deed.gives.first(where: { $0.id == id }) else { return true }
        return GivenKind(given).isFreeText
    }
}

extension Problem {
    static func missing(_ id: String, _ kind: Wording) -> Problem {
        Problem(
            place: id, message: Wording(zh: "没有填写", en: "Nothing was given"),
            remedy: Wording(zh: "请填写：\(kind.zh)", en: "Give \(kind.en)"))
    }

    static func wrongKind(_ id: String, _ kind: Wording) -> Problem {
        Problem(
            place: id, message: Wording(zh: "填写的内容不符合要求", en: "This does not fit"),
            remedy: Wording(zh: "请填写：\(kind.zh)", en: "Give \(kind.en)"))
    }

    static func notCited(_ id: String, _ text: String) -> Problem {
        Problem(
            place: id,
            message: Wording(
                zh: "“\(text)”不是本事项规定的依据，不能作为决定的依据", en: "`\(text)` is no source of this service"),
            remedy: Wording(zh: "从列出的依据条款里选", en: "Choose among the articles that are listed"))
    }

    static func tooEarly(_ id: String, _ ask: Wording) -> Problem {
        Problem(
            place: id,
            message: Wording(
                zh: "\(ask.zh)：年份要写四位，不能早于 \(Day.earliestAnswer.year) 年",
                en: "\(ask.en): give the year with four digits, not before \(Day.earliestAnswer.year)"),
            remedy: Wording(zh: "改正日期", en: "Correct the date"))
    }

    static func unknownName(_ id: String) -> Problem {
        Problem(
            place: id, message: Wording(zh: "此处没有这一项", en: "There is no such entry here"),
            remedy: Wording(zh: "请去掉这一项", en: "Leave it out"))
    }

    static func notHandedIn(_ need: String) -> Problem {
        Problem(
            place: need, message: Wording(zh: "没有附上该材料", en: "The document is not attached"),
            remedy: Wording(zh: "请上传后提交", en: "Attach it"))
    }

    static func wrongSource(_ need: EvidenceNeed) -> Problem {
        let ways = need.from.map(\.rawValue).joined(separator: ", ")
        return Problem(
            place: need.id, message: Wording(zh: "“\(need.name.zh)”不能以这种方式提供", en: "It cannot be given in this way"),
            remedy: Wording(zh: "可以的方式：\(ways)", en: "Possible ways: \(ways)"))
    }
}
