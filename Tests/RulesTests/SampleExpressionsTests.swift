import Testing
import Values

@testable import Rules

/// The expressions and tables of the sample services and procedures, all of them.
@Suite struct SampleExpressionsTests {
    @Test(arguments: expressions.split(separator: "\n").map { String($0) })
    func `every sample expression is read, checked and evaluated, with nothing established`(source: String) throws {
        let scope = Scope(names: types)
        let expression = try Expression.compile(source, scope: scope).get()
        let blank = Environment(scope: scope, known: [:], moment: Sample.moment, lists: [:])
        let (value, trace) = try expression.evaluateTracing(in: blank)
        #expect(expression.reads.isEmpty || value.unknowns != nil)
        let open = value.unknowns?.names ?? []
        #expect(open.allSatisfy { expression.reads.contains($0) })
        #expect(trace.value == value)
        let nulls = Environment(
            scope: scope, values: scope.names.map { _ in .null }, moment: Sample.moment, lists: [:])
        #expect(try expression.evaluate(in: nulls).unknowns == nil)
    }

    @Test(arguments: metricExpressions.split(separator: "\n").map { String($0) })
    func `expressions over items read the item's id`(source: String) throws {
        let scope = Scope(names: ["item": .text, "variant": .text])
        let expression = try Expression.compile(source, scope: scope).get()
        let environment = Environment(
            scope: scope, known: ["item": .text("other")], moment: Sample.moment, lists: [:])
        #expect(try expression.evaluate(in: environment) == .boolean(false))
    }

    @Test(arguments: sampleTables)
    func `every sample table is read, checked and evaluated, and has no gap or overlap`(table: DecisionTable) throws {
        let scope = Scope(names: types)
        let compiled = try CompiledTable.compile(table, scope: scope).get()
        #expect(compiled.findings == [])
        let blank = Environment(scope: scope, known: [:], moment: Sample.moment, lists: [:])
        let (result, trace) = try compiled.evaluateTracing(in: blank)
        #expect(result.value.isUnknown)
        #expect(result.hits.isEmpty)
        #expect(result.perhaps.count == table.rules.count)
        #expect(!trace.facts.isEmpty)
    }

    @Test func `a credit record is repaired after its least period, and not a day before`() throws {
        let scope = Scope(names: types)
        let table = try #require(sampleTables.first { $0.name == "least_period_over" })
        let compiled = try CompiledTable.compile(table, scope: scope).get()
        func isOver(_ kind: String, found: Day, today: Day) throws -> FEELValue {
            let known: [String: FEELValue] = [
                "finding_class": .text(kind), "finding_date": .day(found), "today": .day(today),
            ]
            let environment = Environment(scope: scope, known: known, moment: Sample.moment, lists: [:])
            return try compiled.evaluate(in: environment).value
        }
        #expect(try isOver("general", found: Day(2025, 11, 30), today: Day(2026, 2, 27)) == .boolean(false))
        #expect(try isOver("general", found: Day(2025, 11, 30), today: Day(2026, 2, 28)) == .boolean(true))
        #expect(try isOver("serious", found: Day(2025, 3, 2), today: Day(2026, 3, 1)) == .boolean(false))
        #expect(try isOver("minor", found: Day(2026, 3, 2), today: Day(2026, 3, 2)) == .boolean(true))
    }
}

private let types: [String: FactType] = [
    "appeal.lawsuit.within": .text,
    "appeal.reconsideration.within": .text,
    "area": .number,
    "articles": .any,
    "asked_of_applicant": .list(of: .any),
    "at_fault": .boolean,
    "business_kind": .choice(["prepacked", "bulk_sale", "vending", "catering"]),
    "case.number": .text,
    "channels": .list(of: .any),
    "children_granted": .number,
    "children_opened": .number,
    "clocks.complete.due": .day,
    "clocks.decide.state": .choice(["none", "running", "stopped", "ended", "expired"]),
    "clocks.decide.statutory": .number,
    "clocks.decide.used": .number,
    "clocks.finish.state": .choice(["none", "running", "stopped", "ended", "expired"]),
    "clocks.handle.over": .boolean,
    "clocks.handle.state": .choice(["none", "running", "stopped", "ended", "expired"]),
    "clocks.hearing_notice.state": .choice(["none", "running", "stopped", "ended", "expired"]),
    "clocks.hearing_request.state": .choice(["none", "running", "stopped", "ended", "expired"]),
    "clocks.kept_evidence.state": .choice(["none", "running", "stopped", "ended", "expired"]),
    "clocks.send_back.state": .choice(["none", "running", "stopped", "ended", "expired"]),
    "code_double": .boolean,
    "code_wrong": .boolean,
    "commitment_made": .boolean,
    "company_kind": .text,
    "complex": .boolean,
    "contact": .any,
    "corrected_in_time": .boolean,
    "deferred_evidence": .list(of: .any),
    "due": .day,
    "duty_done": .boolean,
    "each": .any,
    "enlarging": .boolean,
    "enterprise.credit_class": .choice(["A", "B", "C", "D"]),
    "enterprise.name": .text,
    "enterprise.proposed_name": .text,
    "enterprise.registration_region": .text,
    "evidence_sources": .list(of: .any),
    "final": .boolean,
    "finding_class": .choice(["minor", "general", "serious"]),
    "finding_date": .day,
    "finding_unit": .text,
    "first_time": .boolean,
    "from_epidemic_area": .boolean,
    "happened.called_back.times": .number,
    "happened.change_asked.times": .number,
    "happened.confirmed.times": .number,
    "happened.corrected.times": .number,
    "happened.date_changed.times": .number,
    "happened.decided.times": .number,
    "happened.deficiency_told.times": .number,
    "happened.delivered.times": .number,
    "happened.dispatched.said.support_unit": .text,
    "happened.dispatched.said.unit": .text,
    "happened.enforced.times": .number,
    "happened.hearing_offered.times": .number,
    "happened.inquired.said.proposed_amount": .money,
    "happened.inquired.said.proposed_kind": .text,
    "happened.legally_reviewed.times": .number,
    "happened.paid.times": .number,
    "happened.payment_missed.times": .number,
    "happened.published.times": .number,
    "happened.reworked.times": .number,
    "happened.sent_back.times": .number,
    "happened.verified.said.complex": .boolean,
    "harm": .choice(["none", "slight", "serious"]),
    "hearing_due": .boolean,
    "item.confirm": .boolean,
    "item.name.en": .text,
    "item.name.zh": .text,
    "kind": .text,
    "lead_unit": .text,
    "least_period_over": .boolean,
    "missing": .list(of: .any),
    "missing_evidence": .list(of: .any),
    "named": .boolean,
    "need.name.en": .text,
    "no_penalty_grounds": .list(of: .text),
    "obligations.promise_check": .choice(["none", "open", "kept", "broken", "dropped"]),
    "old_licence_expires": .day,
    "open_children": .number,
    "open_obligations": .number,
    "open_tasks": .number,
    "opened_by": .text,
    "other_findings": .boolean,
    "outcome": .text,
    "outcome.name.en": .text,
    "outcome.name.zh": .text,
    "owed_evidence": .list(of: .any),
    "person.name": .text,
    "premises.region": .text,
    "ratable": .boolean,
    "reasons": .text,
    "refusals": .list(of: .text),
    "renewal": .boolean,
    "report_every": .any,
    "risk": .text,
    "said.due": .day,
    "said.need": .text,
    "said.not_visible_before": .boolean,
    "seized": .boolean,
    "sentence": .any,
    "slight": .boolean,
    "staff": .boolean,
    "support_units": .list(of: .any),
    "tasks.call_back.result": .text,
    "tasks.call_back.tries": .number,
    "tasks.review.result": .text,
    "tasks.site_visit.result": .text,
    "tasks.survey.result": .text,
    "today": .day,
    "track": .text,
    "transaction": .choice(["transfer", "mortgage", "release"]),
    "unemployment.left_by_own_will": .boolean,
    "unemployment.months_paid": .number,
    "unemployment.registered": .boolean,
    "unit": .text,
    "urgent": .boolean,
    "wants_bank": .boolean,
]

private let expressions = #"""
    "certificate" in (evidence_sources)
    "mobile" in (channels)
    (happened.paid.times > 0 or happened.enforced.times > 0) and open_obligations = 0
    (opened_by != "platform" or happened.confirmed.times > 0 or item.confirm = false) and count(missing_evidence) = 0 and count(refusals) = 0
    []
    appeal.lawsuit.within
    appeal.reconsideration.within
    area > 300
    articles
    business_kind = "catering"
    case.number
    children_granted < children_opened
    children_granted = 0
    children_granted = children_opened
    clocks.complete.due
    clocks.decide.state = "running"
    clocks.decide.statutory
    clocks.decide.statutory != null
    clocks.decide.used
    clocks.finish.state = "running"
    clocks.handle.state = "running"
    clocks.hearing_notice.state = "expired"
    clocks.hearing_request.state != "running"
    clocks.hearing_request.state = "running"
    clocks.kept_evidence.state != "running"
    clocks.kept_evidence.state = "running"
    clocks.send_back.state = "running" and happened.sent_back.times < 2
    code_wrong or code_double
    complex = true
    contact
    count(asked_of_applicant) = 0
    count(missing_evidence) = 0
    count(missing_evidence) = 0 and count(refusals) = 0
    count(missing_evidence) = 0 and least_period_over = true
    count(no_penalty_grounds) = 0
    count(no_penalty_grounds) > 0
    count(refusals) = 0
    count(refusals) = 0 and clocks.hearing_request.state != "running"
    count(refusals) > 0 or count(missing_evidence) > 0
    deferred_evidence
    due
    each
    enlarging = false
    enlarging = true
    enterprise.name
    finding_unit
    for need in missing return need.name.zh
    happened.called_back.times > 0
    happened.change_asked.times > happened.date_changed.times and said.due > today
    happened.decided.times > 0
    happened.deficiency_told.times = 0
    happened.deficiency_told.times = 0 or said.not_visible_before = true
    happened.delivered.times > 0 and obligations.promise_check = "open"
    happened.delivered.times > 0 and open_obligations = 0
    happened.dispatched.said.support_unit
    happened.dispatched.said.support_unit != null
    happened.dispatched.said.unit
    happened.hearing_offered.times = 0
    happened.legally_reviewed.times > 0
    happened.paid.times = 0
    happened.payment_missed.times > 0
    happened.published.times = 0
    happened.sent_back.times = 0
    happened.sent_back.times > 0
    happened.verified.said.complex = true
    hearing_due = true
    item.name.en
    item.name.zh
    kind = "complaint" and clocks.handle.over = true
    kind = "complaint" and final = true
    kind = "consultation"
    kind in ("mixed", "sector")
    lead_unit
    least_period_over = true
    named = false
    named = true
    named = true and happened.corrected.times > 0
    old_licence_expires
    open_children = 0
    open_children = 0 and open_tasks = 0
    open_tasks = 0
    opened_by = "platform" and happened.confirmed.times = 0 and item.confirm = true
    outcome != "granted"
    outcome != "unfounded"
    outcome = "corrected"
    outcome.name.en
    outcome.name.zh
    person.name
    ratable = true
    reasons
    renewal = true
    report_every
    risk = "high"
    risk = "low"
    said.need = each.need
    said.need in (owed_evidence)
    sentence
    staff = true
    support_units
    tasks.call_back.result = "not_solved" and happened.reworked.times < 1
    tasks.call_back.result = "not_solved" and happened.reworked.times >= 1
    tasks.call_back.result = "solved" or tasks.call_back.result = "not_reached"
    tasks.call_back.tries >= 2
    tasks.survey.result = "possible"
    track != "commitment"
    track = "commitment"
    transaction = "mortgage"
    transaction = "release"
    transaction = "transfer"
    unit
    urgent = true
    wants_bank = true
    """#

private let metricExpressions = #"""
    item = "unemployment-benefit"
    item = "water-connection" and variant = "new"
    """#
