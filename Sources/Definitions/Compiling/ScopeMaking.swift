import Rules
import Values

/// Every name that an expression of a document may use, with its type (examples/README.md §2).
///
/// One scope serves all plans of a definition; that a name belongs to the plan in which it stands, `Checker` looks at.
struct ScopeMaking {
    private(set) var names: [String: FactType] = [:]
    private let document: Part

    init(document: Part, fields: [String: Field]) {
        self.document = document
        for field in fields.values { add(field.id, field.factType) }
        addCase()
        addService()
        addTables()
        for plan in document.list("plans") { addPlan(plan) }
    }

    var scope: Scope {
        Scope(names: names, lists: Set((document.json["lists"]?.map ?? [:]).keys))
    }

    /// What a notice may print besides: who, what was decided, why, and how to appeal.
    static let messageNames: [String: FactType] = [
        "case.number": .text, "applicant.name": .text, "unit": .text, "contact": .text, "outcome": .text,
        "outcome_name.zh": .text, "outcome_name.en": .text, "reasons": .list(of: .text), "articles": .list(of: .text),
        "missing": .list(of: evidence), "owed": .list(of: owed), "stage_name.zh": .text, "stage_name.en": .text,
        "commitment.need.zh": .text, "commitment.need.en": .text, "commitment.law.zh": .text,
        "commitment.law.en": .text, "commitment.check.zh": .text, "commitment.check.en": .text,
        "commitment.conditions": .list(of: numbered), "commitment.consequences": .list(of: numbered),
        "deed.on": .day, "deed.deemed": .boolean, "deed.law": .text,
    ]

    /// A condition or consequence of a commitment: `{number, text: {zh, en}, law: {zh, en}}`.
    static let numbered: FactType = {
        let wording = FactType.context(["zh": .text, "en": .text])
        return .context(["number": .text, "text": wording, "law": wording])
    }()

    /// A need as a notice shows it: `{id, name: {zh, en}, ways}`.
    static let evidence = FactType.context([
        "id": .text, "name": .context(["zh": .text, "en": .text]), "ways": .list(of: .text),
    ])

    /// A document that may follow, as a notice lists it: `{name: {zh, en}, due}`.
    static let owed = FactType.context(["name": .context(["zh": .text, "en": .text]), "due": .day])

    /// A need that was deferred, as `each` of an obligation: `{need, within}`.
    static let deferred = FactType.context(["need": .text, "within": .text])

    private mutating func add(_ name: String, _ type: FactType) {
        names[name] = names[name].map { $0 == type ? $0 : joined($0, type) } ?? type
    }

    private func joined(_ left: FactType, _ right: FactType) -> FactType {
        if case .choice(let first) = left, case .choice(let second) = right {
            return .choice(first + second.filter { !first.contains($0) })
        }
        return .any
    }

    private mutating func addCase() {
        for name in ["open_tasks", "open_obligations", "open_children", "children_opened", "children_granted"] {
            add(name, .number)
        }
        add("missing_evidence", .list(of: .text))
        add("owed_evidence", .list(of: .text))
        add("deferred_evidence", .list(of: ScopeMaking.deferred))
        add("promised_evidence", .list(of: .text))
        add("track", .choice(["ordinary", "commitment", "tolerance"]))
        add("opened_by", .text)
        add("today", .day)
        add("each", .any)
    }

    private mutating func addService() {
        for name in ["service.id", "service.item", "service.name.zh", "service.name.en"] { add(name, .text) }
        for (name, value) in document.json["service"]?["constants"]?.map ?? [:] {
            add("service." + name, ScopeMaking.type(of: value))
        }
    }

    private static func type(of constant: JSON) -> FactType {
        switch constant {
        case .bool: .boolean
        case .number: .number
        case .text(let text): Day(text) != nil ? .day : .text
        default: .any
        }
    }

    private mutating func addTables() {
        for (id, table) in document.entries("tables") {
            let one = ScopeMaking.gives(table)
            add(id, table.optionalText("hit") == "collect" ? .list(of: one) : one)
        }
    }

    /// What one row of a table gives.
    static func gives(_ table: Part) -> FactType {
        switch table.optionalText("gives") {
        case "number": .number
        case "boolean": .boolean
        case "date": .day
        default: .text
        }
    }

    // MARK: Plans

    private mutating func addPlan(_ plan: Part) {
        add("stage", .choice((plan.json["stages"]?.map ?? [:]).keys.sorted()))
        if let opens = plan.at("opens") {
            addDeed(opens)
            for (id, given) in opens.entries("gives") { add(id, type(of: given)) }
        }
        for (_, action) in plan.entries("actions") { addDeed(action) }
        for (id, task) in plan.entries("tasks") { addTask(id, task) }
        for (id, clock) in plan.entries("clocks") { addClock(id, clock) }
        for (id, obligation) in plan.entries("obligations") {
            add("obligations." + id, .choice(["none", "open", "kept", "broken", "dropped"]))
            if let deed = obligation.at("expires") { addDeed(deed) }
        }
    }

    private mutating func addTask(_ id: String, _ task: Part) {
        let results = task.entries("results")
        add("tasks.\(id).result", .choice(results.map(\.id)))
        add("tasks.\(id).times", .number)
        add("tasks.\(id).tries", .number)
        for (_, result) in results { addDeed(result) }
    }

    private mutating func addClock(_ id: String, _ clock: Part) {
        add("clocks.\(id).state", .choice(["none", "running", "stopped", "ended", "expired"]))
        let limits = PromiseOrder.periods(clock.json["promised"]) + PromiseOrder.periods(clock.json["statutory"])
        add("clocks.\(id).due", limits.contains { $0.unit == .hours } ? .any : .day)
        add("clocks.\(id).used", .number)
        add("clocks.\(id).ahead", .number)
        add("clocks.\(id).statutory", .number)
        if let deed = clock.at("expires") { addDeed(deed) }
    }

    private mutating func addDeed(_ deed: Part) {
        let given = deed.entries("gives").map { ($0.id, type(of: $0.part)) }
        for (name, type) in given { add("said." + name, type) }
        guard let event = deed.optionalText("event") else { return }
        add("happened.\(event).times", .number)
        add("happened.\(event).on", .day)
        for (name, type) in given { add("happened.\(event).said.\(name)", type) }
    }

    private func type(of given: Part) -> FactType {
        switch given.optionalText("kind") {
        case "number", "grade": .number
        case "boolean": .boolean
        case "date": .day
        case "money": .money
        case "list", "citations": .list(of: .any)
        case "answers": .context([:])
        case "choice": .choice(choices(of: given.optionalText("list") ?? ""))
        default: .text
        }
    }

    /// The keys of a list from which something is chosen; none are known when the list is missing.
    private func choices(of list: String) -> [String] {
        (document.json["lists"]?[list]?["entries"]?.list ?? []).compactMap { $0["key"]?.text }
    }
}

extension Field {
    /// The type as which expressions read it.
    package var factType: FactType {
        switch type {
        case "number": .number
        case "boolean": .boolean
        case "date": .day
        case "money": .money
        case "choice": .choice(choices.map(\.id))
        case "people": .list(of: .text)
        case "list": .list(of: .any)
        default: .text
        }
    }
}
