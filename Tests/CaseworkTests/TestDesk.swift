import Casework
import Definitions
import Values

/// One case in memory, with people and time as arguments: what a desk does without a database.
struct TestDesk {
    let definition: Definition
    var calendar = Fixture.calendar
    var places = Places.plain
    var number: String?
    private(set) var file: CaseFile?
    private(set) var log: [PastEvent] = []
    private(set) var last: Decision?

    init(_ definition: Definition) {
        self.definition = definition
    }

    init(_ service: String, on day: Day) throws {
        definition = try Fixture.service(service, on: day)
    }

    init(procedure: String, on day: Day) throws {
        definition = try Fixture.procedure(procedure, on: day)
    }

    /// The state; a test that asks for it before filing is wrong.
    var state: CaseFile {
        guard let file else { preconditionFailure("the case was not filed") }
        return file
    }

    static let applicant = Acting.applicant(.person("applicant"), person: "applicant")

    func officer(_ role: String, _ name: String? = nil, unit: String? = nil) -> Acting {
        // A section of the authority, where a task waits for the role; the authority itself stands above it.
        let sections = file?.openTasks.filter { $0.role == role }.map(\.unit) ?? []
        let units = unit.map { [$0] } ?? sections + [definition.service.authority]
        return Acting(
            actor: .post("\(role)/\(name ?? role)"), actingFor: nil, person: name ?? role, roles: [role],
            units: units, region: "yuzhong", regionAncestors: ["chongqing"], delegations: [], isParty: false)
    }

    mutating func file(
        _ answers: [String: JSON], at moment: Moment, track: String = "ordinary", lacking: [String] = [],
        deferring: [String] = [], as acting: Acting = TestDesk.applicant
    ) throws(Failure) {
        let needs = definition.plans[0].evidence.filter { !lacking.contains($0.id) }
        let filing = Filing(
            id: "case", region: "yuzhong", unit: definition.service.authority, applicant: .person("applicant"),
            agent: nil, delegation: nil, subjects: [], track: track, answers: answers, sources: [:],
            evidence: needs.map(TestDesk.answer), deferred: deferring, parent: nil)
        try send(.file(filing), as: acting, at: moment)
    }

    static func answer(_ need: EvidenceNeed) -> EvidenceAnswer {
        EvidenceAnswer(
            need: need.id, source: need.from.first ?? .upload, grade: "B", reference: nil, files: [], expires: nil)
    }

    mutating func act(
        _ action: String, by acting: Acting, at moment: Moment, saying said: [String: JSON] = [:],
        bringing needs: [String] = [], seen: [Shown: Int] = [:]
    ) throws(Failure) {
        let brings = definition.plans[0].evidence.filter { needs.contains($0.id) }.map(TestDesk.answer)
        try send(.act(Act(action: action, said: said, brings: brings, seen: seen)), as: acting, at: moment)
    }

    mutating func finish(
        _ task: String, _ result: String, by acting: Acting, at moment: Moment, saying said: [String: JSON] = [:],
        seen: [Shown: Int] = [:]
    ) throws(Failure) {
        let finish = Finish(task: task, number: nil, result: result, said: said, brings: [], seen: seen)
        try send(.finish(finish), as: acting, at: moment)
    }

    mutating func learn(_ facts: [String: JSON], at moment: Moment) throws(Failure) {
        let register = Acting(
            actor: .system("register"), actingFor: nil, person: "register", roles: [], units: [], region: nil,
            regionAncestors: [], delegations: [], isParty: false)
        let learning = Learning(facts: facts, source: AnswerSource(name: "register", grade: "A"), seen: [:])
        try send(.learn(learning), as: register, at: moment)
    }

    mutating func pass(to moment: Moment) throws(Failure) {
        try send(.pass, as: .platform, at: moment)
    }

    mutating func send(_ command: Command, as acting: Acting, at moment: Moment) throws(Failure) {
        let around = Surroundings(
            moment: moment, calendar: calendar, acting: acting, channel: "online", places: places, number: number,
            childID: { "case/" + $0 })
        let decision = try decide(command, on: file, by: definition, in: around)
        for (index, body) in decision.events.enumerated() {
            log.append(
                PastEvent(
                    stream: decision.file.id, version: (file?.version ?? 0) + index + 1, at: moment, body: body,
                    isErased: false))
        }
        file = decision.file
        last = decision
    }

    /// Replaces the state, to try what the kernel makes of a log that was changed.
    mutating func refold(_ change: (inout [PastEvent]) -> Void) {
        change(&log)
        file = CaseFile.folding(log, by: definition)
    }

    func kinds(from version: Int = 1) -> [String] {
        log.filter { $0.version >= version }.map(\.body.kind)
    }

    func event(_ kind: CaseEventKind) -> EventBody? {
        log.last { $0.body.kind == kind.rawValue }?.body
    }
}

/// Runs something that must be refused, and gives the refusal.
func refusal(_ body: () throws(Failure) -> Void) -> Failure? {
    do throws(Failure) {
        try body()
        return nil
    } catch {
        return error
    }
}

extension Failure {
    var code: ConflictCode? {
        if case .conflict(let code, _, _) = self { return code }
        return nil
    }

    var isForbidden: Bool {
        if case .forbidden = self { return true }
        return false
    }

    var problems: [Problem] {
        if case .problems(let problems) = self { return problems }
        return []
    }
}

extension Moment {
    static func at(_ text: String) -> Moment {
        guard let moment = Moment(local: text) else { preconditionFailure("\(text) is no moment") }
        return moment
    }
}
