import Definitions
import Rules
import Values

/// The definition and the plan that a case is handled under.
///
/// A class, so that a step and every view of its facts share one reference instead of copying both.
final class Law: Sendable {
    let definition: Definition
    let plan: Plan

    init(definition: Definition, plan: Plan) {
        self.definition = definition
        self.plan = plan
    }
}

/// The working state of one command: the case so far, and the events that made it so.
///
/// Whatever happens is emitted as an event and folded; the state is never touched otherwise.
struct Step {
    private(set) var file: CaseFile
    let law: Law
    let around: Surroundings
    /// The instant at which things happen now in law: of an expiry while time is caught up, then the command's own.
    var now: Moment {
        didSet { memo = nil }
    }
    /// Who does what happens now: the platform while time is caught up.
    var acting: Acting
    private(set) var events: [EventBody] = []
    var issues: [Decision.Issue] = []
    var notices: [Decision.Notice] = []
    var children: [Decision.Child] = []
    var withdrawals: [String] = []
    /// Why, for the events of this command (ids only).
    var ground: String?
    private var memo: Facts?
    private let wasSettled: Bool

    /// Goes on with a case.
    init(file: CaseFile, definition: Definition, plan: Plan, around: Surroundings) {
        self.file = file
        law = Law(definition: definition, plan: plan)
        self.around = around
        now = max(around.moment, file.lastAt)
        acting = .platform
        wasSettled = file.isSettled
    }

    /// Begins a case with its first event; nil when the event cannot begin one.
    init?(opening body: EventBody, id: String, definition: Definition, plan: Plan, around: Surroundings) {
        let event = PastEvent(stream: id, version: 1, at: around.moment, body: body, isErased: false)
        guard let file = CaseFile(opening: event) else { return nil }
        self.init(file: file, definition: definition, plan: plan, around: around)
        events = [body]
    }

    var definition: Definition { law.definition }
    var plan: Plan { law.plan }

    /// Records what happens now, and folds it.
    mutating func emit(_ kind: CaseEventKind, _ open: [String: JSON]) {
        emit(kind, open, sealed: [:])
    }

    mutating func emit(_ kind: CaseEventKind, _ open: [String: JSON], sealed: [String: JSON]) {
        let body = EventBody(
            kind: kind.rawValue, schema: kind.schema, effective: .instant(now), actor: acting.actor,
            actingFor: acting.actingFor, channel: acting.isPlatform ? nil : around.channel, ground: ground,
            open: open, sealed: sealed)
        memo = nil  // Let go of the state before it changes, so that it is changed in place.
        events.append(body)
        let at = max(around.moment, file.lastAt)
        let event = PastEvent(stream: file.id, version: file.version + 1, at: at, body: body, isErased: false)
        apply(event, to: &file, by: definition)
    }

    /// The facts of the present state, remembered until the next event.
    mutating func facts() -> Facts {
        if let memo { return memo }
        let facts = Facts(file: file, law: law, moment: now, calendar: around.calendar, said: [:], each: nil)
        memo = facts
        return facts
    }

    /// The facts with what is said now, or with one of a list.
    func facts(said: [String: FEELValue], each: FEELValue?) -> Facts {
        Facts(file: file, law: law, moment: now, calendar: around.calendar, said: said, each: each)
    }

    /// A unit by the name that the definition or a person uses; the name itself where the territory has none.
    func unit(named name: String) -> String {
        around.places.unit(name, file.header.region) ?? name
    }

    var decision: Decision {
        Decision(
            events: events, file: file, issues: issues, notices: notices, children: children,
            withdrawals: withdrawals,
            news: file.isSettled && !wasSettled
                ? file.header.parent.map { Decision.News(parent: $0, outcome: file.outcome, result: result) } : nil)
    }

    /// What the certificate of a granted case says, as far as it is established.
    private var result: ChildResult {
        guard file.outcome == grantedOutcome, file.issues.contains(where: { $0 == plan.outcome.certificate }),
            let kind = plan.outcome.certificate.flatMap({ definition.certificates[$0] })
        else { return .none }
        var facts: [String: JSON] = [:]
        for concept in kind.fields {
            if let value = file.answers[concept]?.value, !value.isNull { facts[concept] = value }
        }
        return ChildResult(facts: facts, sealed: Set(facts.keys.filter { isSealedAnswer($0) }))
    }
}
