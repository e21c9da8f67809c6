import Casework
import Definitions
import Rules
import Values

/// A small generator whose whole walk follows from one number.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func isLucky(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
    mutating func pick<T>(_ list: [T]) -> T? { list.randomElement(using: &self) }
}

/// One case under a definition, pushed about by right and wrong people, with unknown facts and long waits.
struct CaseWalk {
    /// Written into every personal value and free text, so that a leak into an open part is seen.
    static let secret = "机密"

    let definition: Definition
    private(set) var dice: Dice
    private(set) var file: CaseFile?
    private(set) var log: [PastEvent] = []
    private(set) var now: Moment
    private(set) var steps = 0
    private(set) var refused = 0
    private var plan: Plan?
    private var fresh = 0

    init(definition: Definition, dice: Dice, start: Day) {
        self.definition = definition
        self.dice = dice
        now = Moment(start, hour: 9)
    }

    /// Files a case; false when the filing was refused.
    mutating func file(as id: String) -> Bool {
        let ordinary = definition.plans[0]
        var filing = Filing(
            id: id, region: "yuzhong", unit: definition.service.authority, applicant: .person("applicant"),
            agent: nil, delegation: nil, subjects: [], track: dice.pick(ordinary.tracks) ?? "ordinary",
            answers: answers(), sources: [:], evidence: [], deferred: [], parent: nil)
        filing.evidence = needs(percent: 85)
        if ordinary.tracks.contains("tolerance"), dice.isLucky(40) { filing.track = "tolerance" }
        if filing.track == "tolerance" {
            let all = definition.plans.flatMap(\.evidence)
            filing.deferred = all.filter { $0.deferrable != nil && dice.isLucky(80) }.map(\.id)
            filing.evidence.removeAll { answer in filing.deferred.contains(answer.need) }
        }
        let role = dice.pick(ordinary.opening.by.roles) ?? "applicant"
        let acting =
            role == "applicant"
            ? Acting.applicant(.person("applicant"), person: "applicant")
            : role == "platform" ? Acting.platform : officer(role, unit: filing.unit)
        return send(.file(filing), as: acting) == nil
    }

    /// One random step; the failure it met, if any.
    mutating func step() -> Failure? {
        guard let file, let plan else { return nil }
        steps += 1
        if dice.isLucky(55) { now = now.adding(milliseconds: Int64.random(in: 0...7_200_000, using: &dice)) }
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<34: return act(file, plan)
        case 34..<72: return finish(file, plan)
        case 72..<78: return learn(file)
        case 78..<82: return bring(file)
        case 82..<86: return settleChild(file)
        default: return wait()
        }
    }

    // MARK: Commands

    private mutating func act(_ file: CaseFile, _ plan: Plan) -> Failure? {
        let here = plan.actions.filter { $0.stages.contains(file.stage) && !$0.by.isPlatform }
        let usual = here.filter(\.isUsual)
        let choice = dice.isLucky(90) ? (dice.isLucky(40) && !usual.isEmpty ? usual : here) : plan.actions
        guard let action = dice.pick(choice) else { return nil }
        // Deeds that end a case at once would leave little of the road; they are done now and then.
        let isEnd = plan.stages.contains { $0.id == action.deed.to && $0.isFinal }
        if isEnd, dice.isLucky(85) { return nil }
        let said = said(with: action.deed)
        let brings = action.by.roles.contains("applicant") ? needs(percent: 50) : []
        let role = dice.pick(action.by.roles) ?? "clerk"
        let acting = someone(role, unit: unit(of: action.by.unit, file))
        return send(.act(Act(action: action.id, said: said, brings: brings, seen: [:])), as: acting)
    }

    private mutating func finish(_ file: CaseFile, _ plan: Plan) -> Failure? {
        let open = file.openTasks
        guard let run = dice.pick(open), let rule = plan.tasks.first(where: { $0.id == run.task }),
            var result = dice.isLucky(35) ? rule.results.first : dice.pick(rule.results)
        else { return wait() }
        var said = said(with: result)
        if let signed = run.signing?.result, dice.isLucky(80) {
            // The next signer mostly signs what lies there, and says nothing else.
            result = rule.results.first { $0.id == signed } ?? result
            said = [:]
        }
        let finish = Finish(
            task: rule.id, number: run.number, result: result.id, said: said, brings: [], seen: [:])
        return send(.finish(finish), as: someone(rule.role, unit: run.unitAbove ?? run.unit))
    }

    /// Facts on which evidence depends stay as they were filed: an answer changed after acceptance is another matter.
    private mutating func learn(_ file: CaseFile) -> Failure? {
        let fixed = Set(definition.plans.flatMap(\.evidence).flatMap { $0.when?.reads ?? [] })
        let free = definition.fields.keys.filter { !fixed.contains($0) || file.answers[$0] == nil }.sorted()
        guard let id = dice.pick(free), let field = definition.fields[id] else { return nil }
        let value: JSON = dice.isLucky(15) && !fixed.contains(id) ? .null : value(of: field)
        let register = Acting(
            actor: .system("register"), actingFor: nil, person: "register", roles: [], units: [], region: nil,
            regionAncestors: [], delegations: [], isParty: false)
        let learning = Learning(
            facts: [id: value], source: AnswerSource(name: "register", grade: "A"), seen: [:])
        return send(.learn(learning), as: dice.isLucky(80) ? register : someone("clerk", unit: file.header.unit))
    }

    private mutating func bring(_ file: CaseFile) -> Failure? {
        let answers = needs(percent: 60)
        if answers.isEmpty { return nil }
        return send(.addEvidence(answers), as: .applicant(file.header.applicant, person: "applicant"))
    }

    private mutating func settleChild(_ file: CaseFile) -> Failure? {
        guard let child = dice.pick(file.children.filter { $0.state == .opened }) else { return wait() }
        let outcome = dice.isLucky(92) ? "granted" : "refused"
        return send(.settle(child: child.key, outcome: outcome, result: .none), as: .platform)
    }

    private mutating func wait() -> Failure? {
        let hours = dice.isLucky(70) ? Int.random(in: 1...72, using: &dice) : Int.random(in: 72...1500, using: &dice)
        now = now.adding(hours: hours)
        return send(.pass, as: .platform)
    }

    private mutating func send(_ command: Command, as acting: Acting) -> Failure? {
        let around = Surroundings(
            moment: now, calendar: Fixture.calendar, acting: acting, channel: "online", places: .plain, number: nil,
            childID: { "child/" + $0 })
        do throws(Failure) {
            let decision = try decide(command, on: file, by: definition, in: around)
            let from = file?.version ?? 0
            for (index, body) in decision.events.enumerated() {
                log.append(
                    PastEvent(
                        stream: decision.file.id, version: from + index + 1, at: now, body: body, isErased: false))
            }
            if file == nil { plan = definition.plan(ofVariant: decision.file.header.variant) }
            file = decision.file
            return nil
        } catch {
            refused += 1
            return error
        }
    }

    // MARK: People

    private mutating func someone(_ role: String, unit: String) -> Acting {
        let chance = Int.random(in: 0..<100, using: &dice)
        if chance < 4 { return officer("stranger", unit: unit) }
        if chance < 7 { return officer(role, unit: "another unit") }
        if chance < 9 { return .applicant(.person("somebody else"), person: "somebody else") }
        if role == "platform" { return .platform }
        if role == "applicant" { return .applicant(.person("applicant"), person: "applicant") }
        return officer(role, unit: unit)
    }

    /// A few people hold every post, so that they meet their own earlier work; sometimes somebody fresh comes.
    private mutating func officer(_ role: String, unit: String) -> Acting {
        var name = dice.pick(["甲", "乙", "丙"]) ?? "甲"
        if dice.isLucky(35) {
            fresh += 1
            name = "新\(fresh)"
        }
        return Acting(
            actor: .post("\(role)/\(name)"), actingFor: nil, person: name, roles: [role], units: [unit],
            region: dice.isLucky(97) ? "yuzhong" : "wansheng", regionAncestors: ["chongqing"], delegations: [],
            isParty: false)
    }

    private mutating func unit(of rule: UnitRule?, _ file: CaseFile) -> String {
        switch rule {
        case nil, .handling: return file.header.unit
        case .named(let name): return name
        case .expression:
            let known = file.openTasks.map(\.unit) + [file.header.unit]
            return dice.pick(known) ?? file.header.unit
        }
    }

    // MARK: Facts

    private mutating func answers() -> [String: JSON] {
        var answers: [String: JSON] = [:]
        for id in definition.fields.keys.sorted() {
            guard let field = definition.fields[id], dice.isLucky(85) else { continue }
            answers[id] = value(of: field)
        }
        for given in definition.plans[0].opening.deed.gives { answers[given.id] = value(of: given) }
        return answers
    }

    private mutating func value(of field: Field) -> JSON {
        switch field.type {
        case "boolean": .bool(dice.isLucky(50))
        case "number", "money": JSON.number(Int64.random(in: 1...900, using: &dice))
        case "date": .text(now.day.adding(days: Int.random(in: -400...400, using: &dice)).description)
        case "choice": .text(dice.pick(field.choices.map(\.id)) ?? "A")
        case "unit": .text(dice.pick(["一单位", "二单位"]) ?? "一单位")
        case "people", "list": .list([.text(dice.pick(["甲", "乙", "丁"]) ?? "甲")])
        default: .text(CaseWalk.secret + "\(Int.random(in: 0...9, using: &dice))")
        }
    }

    private mutating func said(with deed: Deed) -> [String: JSON] {
        var said: [String: JSON] = [:]
        for given in deed.gives {
            if dice.isLucky(given.isOptional ? 50 : 4) { continue }
            said[given.id] = value(of: given)
        }
        return said
    }

    private mutating func value(of given: Deed.Given) -> JSON {
        switch given.kind {
        case "number", "money": return JSON.number(Int64.random(in: 0...200_000, using: &dice))
        case "grade": return JSON.number(Int64.random(in: 1...5, using: &dice))
        case "boolean": return .bool(dice.isLucky(50))
        case "date": return .text(now.day.adding(days: Int.random(in: 1...200, using: &dice)).description)
        case "list": return given.id.contains("unit") ? .list(["一单位", "二单位"]) : .list([.text(CaseWalk.secret)])
        case "citations":
            // Mostly what the definition names; now and then a text that somebody made up, which is refused.
            let known = dice.isLucky(95) ? dice.pick(definition.citations.map(\.written)) : nil
            return .list([.text(known ?? "样例")])
        case "limit": return "10 workdays"
        case "unit": return .text(dice.pick(["一单位", "二单位"]) ?? "一单位")
        case "case": return "C-1"
        case "answers": return .map([:])
        case "choice":
            let entries = given.list.flatMap { definition.lists[$0] }?.entries ?? []
            return dice.pick(entries.compactMap { $0["key"] }) ?? "样例"
        default:
            if given.id == "need", let owed = file?.obligations.compactMap({ $0.each?["need"] }), !owed.isEmpty {
                return dice.pick(owed) ?? "x"
            }
            return .text(CaseWalk.secret)
        }
    }

    private mutating func needs(percent: Int) -> [EvidenceAnswer] {
        var answers: [EvidenceAnswer] = []
        for need in (plan ?? definition.plans[0]).evidence {
            // What may come later mostly does, so that obligations are met in every state.
            guard dice.isLucky(file?.deferred.contains(need.id) == true ? 8 : percent) else { continue }
            let source = need.from.first ?? .upload
            answers.append(
                EvidenceAnswer(
                    need: need.id, source: source, grade: "B", reference: source == .promise ? "told" : nil,
                    files: [], expires: nil))
        }
        return answers
    }
}
