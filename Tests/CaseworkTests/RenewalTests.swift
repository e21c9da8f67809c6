import Casework
import Definitions
import Testing
import Values

/// Renewal of a licence (延续): what time alone may grant, and what it may not.
@Suite struct RenewalTests {
    private static let filed = Day(2026, 3, 2)

    private func desk() throws -> TestDesk { try TestDesk("food-business-licence", on: Self.filed) }

    private func answers(until day: String) -> [String: JSON] {
        ["area": 60, "business_kind": "catering", "renewal": true, "old_licence_expires": .text(day)]
    }

    @Test(arguments: ["2026-03-01", "2025-12-31", "1999-12-31"])
    func `an old licence that has expired cannot be renewed`(day: String) throws {
        var desk = try desk()
        let failure = refusal { () throws(Failure) in
            try desk.file(answers(until: day), at: Moment(Self.filed, hour: 9))
        }
        #expect(failure?.problems.map(\.place) == ["old_licence_expires"])
        #expect(failure?.problems.first?.message.zh.contains("新办") == true)
    }

    @Test(arguments: ["0026-04-01", "1899-12-31"])
    func `a date before 1900 is no answer, at the filing and in a correction`(day: String) throws {
        var desk = try desk()
        let failure = refusal { () throws(Failure) in
            try desk.file(answers(until: day), at: Moment(Self.filed, hour: 9))
        }
        #expect(failure?.problems.contains { $0.message.zh.contains("1900") } == true)
        try desk.file(answers(until: "2026-06-30"), at: Moment(Self.filed, hour: 9))
        try desk.act(
            "tell_deficiency", by: desk.officer("clerk"), at: Moment(2026, 3, 3, hour: 9),
            saying: ["missing": ["layout-plan"], "not_visible_before": false])
        let corrected = refusal { () throws(Failure) in
            try desk.act(
                "complete", by: TestDesk.applicant, at: Moment(2026, 3, 4, hour: 9),
                saying: ["changes": .map(["old_licence_expires": .text(day)])])
        }
        #expect(corrected?.problems.map(\.place) == ["old_licence_expires"])
    }

    @Test func `only what was asked for thirty workdays ahead is deemed renewed`() throws {
        var timely = try desk()
        try timely.file(answers(until: "2026-04-14"), at: Moment(Self.filed, hour: 9))
        try timely.act("accept", by: timely.officer("clerk"), at: Moment(Self.filed, hour: 10))
        try timely.pass(to: Moment(2026, 4, 15))
        #expect(timely.state.outcome == "granted")
        #expect(timely.last?.issues.map(\.certificate) == ["food-business-licence"])

        var late = try desk()
        try late.file(answers(until: "2026-04-13"), at: Moment(Self.filed, hour: 9))
        try late.act("accept", by: late.officer("clerk"), at: Moment(Self.filed, hour: 10))
        try late.pass(to: Moment(2026, 5, 1))
        #expect(late.state.outcome == nil)
        #expect(late.state.stage == "review")
    }

    @Test func `accepting after the old licence has expired grants nothing by itself`() throws {
        var desk = try desk()
        try desk.file(answers(until: "2026-03-03"), at: Moment(Self.filed, hour: 9))
        try desk.act("accept", by: desk.officer("clerk"), at: Moment(2026, 3, 5, hour: 9))
        try desk.pass(to: Moment(2026, 3, 5, hour: 10))
        #expect(desk.state.stage == "review")
        #expect(desk.state.outcome == nil)
        #expect(desk.state.clocks["renewal"] == nil)
    }

    @Test func `a silent office does not renew a licence that nobody has seen`() throws {
        var desk = try desk()
        try desk.file(answers(until: "2026-06-30"), at: Moment(Self.filed, hour: 9), lacking: ["old-licence"])
        try desk.pass(to: Moment(2026, 7, 10))
        #expect(desk.state.happened["accepted"]?.times == 1)
        #expect(desk.state.outcome == nil)
    }

    /// A city that lets the clock of a renewal start from an old date: what a command sets going then runs out at once,
    /// and belongs to the decision that set it going.
    @Test func `what runs out with its own start is decided with its notices and certificates`() throws {
        var texts = Fixture.texts
        for (path, given, other) in [
            (
                "Services/procedures/licence.yaml",
                "when: renewal = true and old_licence_expires >= today and count(missing_evidence) = 0",
                "when: renewal = true"
            ),
            ("Services/procedures/licence.yaml", "when: clocks.renewal.ahead >= 30, ", ""),
            ("Services/food-business-licence/service.yaml", "must: old_licence_expires >= today, ", ""),
        ] {
            let text = try #require(texts[path])
            #expect(text.contains(given))
            texts[path] = text.replacing(given, with: other)
        }
        let definition = try Library(texts: texts).definition(
            service: "food-business-licence", region: "yuzhong", on: Self.filed, hash: Fixture.hash)
        var desk = TestDesk(definition)
        try desk.file(answers(until: "2026-03-01"), at: Moment(Self.filed, hour: 9))
        try desk.act("accept", by: desk.officer("clerk"), at: Moment(Self.filed, hour: 10))
        let decision = try #require(desk.last)
        #expect(decision.file.outcome == "granted")
        #expect(decision.issues.map(\.certificate) == ["food-business-licence"])
        #expect(decision.notices.map(\.template) == ["acceptance", "grant"])
        #expect(decision.file.nextInstant.map { $0 > Moment(Self.filed, hour: 10) } ?? true)
    }
}
