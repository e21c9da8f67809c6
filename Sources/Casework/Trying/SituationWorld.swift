import Definitions
import Rules
import Values

/// The cases of one situation: the case itself and its children, run in memory with time as an argument.
struct SituationWorld {
    /// The definition of a service or a procedure in force in a region on a day.
    typealias Lookup = (_ service: String?, _ procedure: String?, _ region: String, _ day: Day) -> Definition?

    struct Running {
        var file: CaseFile
        let definition: Definition
        var log: [PastEvent]
    }

    private(set) var cases: [String: Running] = [:]
    /// In the order of opening; the first is the situation's own case.
    private(set) var order: [String] = []
    private(set) var rowsHit: [RowHit] = []
    let calendar: WorkCalendar
    let places: Places
    let lookup: Lookup

    struct RowHit: Hashable {
        let definition: String
        let table: String
        let row: Int
    }

    init(calendar: WorkCalendar, places: Places, lookup: @escaping Lookup) {
        self.calendar = calendar
        self.places = places
        self.lookup = lookup
    }

    var own: Running? { order.first.flatMap { cases[$0] } }

    /// Files a case and everything that opens with it.
    mutating func file(
        _ filing: Filing, by definition: Definition, as acting: Acting, at moment: Moment
    ) throws(Failure) {
        let around = around(acting, filing.id, at: moment)
        noteRows(FilingDraft(filing: filing, definition: definition, around: around).blankFacts, of: definition)
        let decision = try decide(.file(filing), on: nil, by: definition, in: around)
        cases[filing.id] = Running(file: decision.file, definition: definition, log: [])
        order.append(filing.id)
        try take(decision, into: filing.id, from: 1, at: moment)
    }

    /// Runs a command on a case of this world, and what follows from it in the others.
    mutating func run(
        _ command: Command, on id: String, as acting: Acting, at moment: Moment
    ) throws(Failure) {
        guard let running = cases[id] else { throw .notFound(Sentences.missing) }
        let around = around(acting, id, at: max(moment, running.file.lastAt))
        let decision = try decide(command, on: running.file, by: running.definition, in: around)
        try take(decision, into: id, from: running.file.version + 1, at: around.moment)
    }

    /// Lets time pass in every case, the parent first.
    mutating func pass(to moment: Moment) throws(Failure) {
        for id in order where cases[id]?.file.isClosed == false {
            try run(.pass, on: id, as: .platform, at: moment)
        }
    }

    private func around(_ acting: Acting, _ id: String, at moment: Moment) -> Surroundings {
        Surroundings(
            moment: moment, calendar: calendar, acting: acting, channel: acting.isPlatform ? nil : "online",
            places: places, number: nil, childID: { id + "/" + $0 })
    }

    private mutating func take(
        _ decision: Decision, into id: String, from version: Int, at moment: Moment
    ) throws(Failure) {
        for (index, body) in decision.events.enumerated() {
            cases[id]?.log.append(
                PastEvent(stream: id, version: version + index, at: moment, body: body, isErased: false))
        }
        cases[id]?.file = decision.file
        noteRows(of: id, at: moment)
        for child in decision.children { try open(child, of: id, at: moment) }
        for other in decision.withdrawals where cases[other] != nil {
            try run(.leaveWithParent, on: other, as: .platform, at: moment)
        }
        if let news = decision.news, cases[news.parent.caseID]?.file.isClosed == false {
            let settle = Command.settle(
                child: news.parent.child, outcome: news.outcome, result: news.result)
            try run(settle, on: news.parent.caseID, as: .platform, at: moment)
        }
    }

    /// A child takes over what its parent has; beyond that it finds only certificates that were issued in this world.
    private mutating func open(_ child: Decision.Child, of parent: String, at moment: Moment) throws(Failure) {
        guard let running = cases[parent],
            let definition = child.procedure == running.file.header.procedure && child.service == nil
                ? running.definition
                : lookup(child.service, child.procedure, running.file.header.region, moment.day)
        else { throw .defect("no definition for child \(child.key) (\(child.service ?? child.procedure ?? ""))") }
        let file = running.file
        var filing = Filing.child(
            child, of: file, by: definition,
            in: (file.header.region, child.unit ?? definition.service.authority), at: moment, calendar: calendar)
        let issued = Set(cases.values.flatMap(\.file.issues))
        let draft = FilingDraft(
            filing: filing, definition: definition, around: around(.platform, filing.id, at: moment))
        for need in try draft.plan().evidence where need.from.contains(.certificate) {
            guard let kind = need.certificate, issued.contains(kind),
                !filing.evidence.contains(where: { $0.need == need.id })
            else { continue }
            filing.evidence.append(
                EvidenceAnswer(
                    need: need.id, source: .certificate, grade: "A", reference: kind, files: [], expires: nil))
        }
        try self.file(filing, by: definition, as: .platform, at: moment)
    }

    /// Every need of the plan that the answers choose, but those that lack.
    func evidence(
        for filing: Filing, by definition: Definition, lacking: [String], promising: [String], at moment: Moment
    ) throws(Failure) -> [EvidenceAnswer] {
        let draft = FilingDraft(
            filing: filing, definition: definition, around: around(.platform, filing.id, at: moment))
        return try draft.plan().evidence.filter { !lacking.contains($0.id) }.map { need in
            promising.contains(need.id)
                ? EvidenceAnswer.sample(need, from: .promise) : EvidenceAnswer.sample(need)
        }
    }

    private mutating func noteRows(of id: String, at moment: Moment) {
        guard let running = cases[id], let facts = facts(of: running, at: moment) else { return }
        noteRows(facts, of: running.definition)
    }

    private mutating func noteRows(_ facts: Facts, of definition: Definition) {
        for table in definition.tables.keys {
            for row in facts.rows(of: table) where row.isCertain {
                let hit = RowHit(definition: definition.service.id, table: table, row: row.number)
                if !rowsHit.contains(hit) { rowsHit.append(hit) }
            }
        }
    }

    func facts(of running: Running, at moment: Moment) -> Facts? {
        running.definition.plan(ofVariant: running.file.header.variant).map { plan in
            Facts(
                file: running.file, definition: running.definition, plan: plan, moment: moment, calendar: calendar,
                said: [:], each: nil)
        }
    }
}

extension EvidenceAnswer {
    /// As a situation has it: from the first source that the need names.
    static func sample(_ need: EvidenceNeed) -> EvidenceAnswer {
        sample(need, from: need.from.first ?? .upload)
    }

    /// A promise names the text that was told.
    static func sample(_ need: EvidenceNeed, from source: EvidenceNeed.Source) -> EvidenceAnswer {
        EvidenceAnswer(
            need: need.id, source: source, grade: "B", reference: source == .promise ? "told" : nil, files: [],
            expires: nil)
    }
}
