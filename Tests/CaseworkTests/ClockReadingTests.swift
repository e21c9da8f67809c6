import Casework
import Definitions
import Testing
import Values

/// What pages show of a clock on a day: how it ended, whose it is, and that nothing grows after the end.
@Suite struct ClockReadingTests {
    private let answers: [String: JSON] = ["area": 60, "business_kind": "catering", "renewal": false]

    private func readings(_ desk: TestDesk, at moment: String) -> [String: ClockReading] {
        let all = desk.state.clockReadings(by: desk.definition, at: .at(moment), calendar: Fixture.calendar)
        return Dictionary(all.map { ($0.clock, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func accepted() throws -> TestDesk {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        return desk
    }

    @Test func `a clock that ran out and did what the law says does not grow`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-04-28T09:00"))
        try desk.pass(to: .at("2026-05-09T00:00"))
        let soon = try #require(readings(desk, at: "2026-05-09T08:00")["accept"])
        let late = try #require(readings(desk, at: "2026-12-09T08:00")["accept"])
        #expect(soon == late)
        #expect(late.ending == .ranOut)
        #expect(late.endedOn == Day(2026, 5, 8))
        #expect(late.legal?.isBroken == true)
    }

    @Test func `after the end of a case an expired clock stands still, and says that the case was broken off`() throws {
        var desk = try accepted()
        try desk.pass(to: .at("2026-04-20T09:00"))
        #expect(readings(desk, at: "2026-04-20T09:00")["decide"]?.endedOn == nil)
        try desk.act("withdraw", by: TestDesk.applicant, at: .at("2026-04-21T09:00"))
        #expect(desk.state.closedAt == .at("2026-04-21T09:00"))
        let soon = try #require(readings(desk, at: "2026-04-22T09:00")["decide"])
        #expect(soon == readings(desk, at: "2026-11-22T09:00")["decide"])
        #expect(soon.ending == .brokenOff)
        #expect(soon.endedOn == Day(2026, 4, 21))
    }

    @Test func `a clock that ended while it stood still has the date that it would have had`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(["area": 500, "business_kind": "catering", "renewal": false], at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        try desk.act("withdraw", by: TestDesk.applicant, at: .at("2026-03-04T09:00"))
        let reading = try #require(readings(desk, at: "2026-03-10T09:00")["decide"])
        // Five working days, of which the visit of three days takes none.
        #expect(reading.promise?.due == .on(Day(2026, 3, 11)))
        #expect(reading.ending == .brokenOff)
    }

    @Test func `only the office's own time is a promise`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-03-02T09:00"))
        try desk.act(
            "tell_deficiency", by: desk.officer("clerk"), at: .at("2026-03-03T09:00"),
            saying: ["missing": ["layout-plan"], "not_visible_before": false])
        let all = readings(desk, at: "2026-03-04T09:00")
        #expect(all["complete"]?.bearer == .applicant)
        #expect(all["accept"]?.bearer == .office)
        let plan = desk.definition.plans[0]
        #expect(plan.clocks.filter { $0.bearer(in: plan) == .nobody }.map(\.id) == ["hearing_notice", "defend"])
    }

    @Test func `what is shown first is the main clock while it goes on, then the office's next one`() throws {
        var desk = try accepted()
        func leading(at moment: String) -> String? {
            desk.state.clockReadings(by: desk.definition, at: .at(moment), calendar: Fixture.calendar)
                .leading(main: "decide")?.clock
        }
        try desk.pass(to: .at("2026-04-20T09:00"))
        #expect(leading(at: "2026-04-20T09:00") == "decide")
        try desk.finish("review", "meets", by: desk.officer("reviewer"), at: .at("2026-04-20T10:00"))
        try desk.finish("approve", "grant", by: desk.officer("approver"), at: .at("2026-04-20T11:00"))
        #expect(leading(at: "2026-06-20T09:00") == "deliver")
        try desk.finish(
            "deliver", "delivered", by: desk.officer("clerk"), at: .at("2026-06-20T09:00"), saying: ["way": "邮寄"])
        #expect(desk.state.isClosed)
        #expect(leading(at: "2026-06-21T09:00") == "decide")
    }
}
