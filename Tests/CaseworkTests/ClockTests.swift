import Casework
import Definitions
import Testing
import Values

/// Time: limits, stops, expiries, calendars.
@Suite struct ClockTests {
    private let answers: [String: JSON] = ["area": 60, "business_kind": "catering", "renewal": false]

    @Test func `silence accepts at the legal instant, however late anybody looks`() throws {
        var late = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try late.file(answers, at: .at("2026-04-28T09:00"))
        var prompt = late
        try prompt.pass(to: .at("2026-05-09T00:00"))
        try late.pass(to: .at("2026-05-11T15:30"))
        #expect(late.state.stage == "review")
        #expect(late.state.happened["accepted"]?.on.day == Day(2026, 4, 28))
        let accepted = try #require(late.log.first { $0.body.open["event"] == "accepted" })
        #expect(accepted.body.effective == .instant(.at("2026-05-09T00:00")))
        #expect(accepted.body.open["deemed"] == true)
        #expect(accepted.body.actor == .platform)
        try prompt.pass(to: .at("2026-05-11T15:30"))
        #expect(prompt.log.map(\.body) == late.log.map(\.body))
    }

    @Test func `a clock runs out at 24 hours of its due day and not before`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-04-28T09:00"))
        #expect(desk.state.clocks["accept"]?.due.legal == .on(Day(2026, 5, 8)))
        #expect(desk.state.nextInstant == .at("2026-05-09T00:00"))
        try desk.pass(to: Moment.at("2026-05-09T00:00").adding(milliseconds: -1))
        #expect(desk.state.stage == "filed")
        try desk.pass(to: .at("2026-05-09T00:00"))
        #expect(desk.state.stage == "review")
    }

    @Test func `a promise that passes while the law runs is missed, for metrics only`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        try desk.pass(to: .at("2026-03-12T09:00"))
        #expect(desk.event(.clockMissed)?.effective == .instant(.at("2026-03-10T00:00")))
        #expect(desk.state.clocks["decide"]?.state == .running)
        try desk.pass(to: .at("2026-04-20T09:00"))
        #expect(desk.state.clocks["decide"]?.state == .expired)
        #expect(desk.state.stage == "review")
    }

    @Test func `a site visit stops the promise and not the law`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(["area": 500, "business_kind": "catering", "renewal": false], at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        var ledger = try #require(desk.state.clocks["decide"])
        #expect(ledger.stops.map(\.onlyPromised) == [true])
        #expect(ledger.state == .running)
        #expect(ledger.due.promised == nil)
        #expect(ledger.due.legal == .on(Day(2026, 3, 30)))
        for name in ["甲", "乙"] {
            try desk.finish("site_visit", "pass", by: desk.officer("inspector", name), at: .at("2026-03-04T09:00"))
        }
        ledger = try #require(desk.state.clocks["decide"])
        #expect(ledger.due.promised == .on(Day(2026, 3, 11)))
        #expect(ledger.due.legal == .on(Day(2026, 3, 30)))
    }

    @Test func `a limit is chosen again when a fact becomes known, with an event`() throws {
        var desk = try TestDesk(procedure: "ticket", on: Day(2026, 3, 2))
        try desk.file(
            ["kind": "complaint", "urgent": false, "anonymous": false], at: .at("2026-03-02T10:00"))
        try desk.act(
            "dispatch", by: desk.officer("operator"), at: .at("2026-03-02T11:00"), saying: ["unit": "城市管理局"])
        #expect(desk.state.clocks["handle"]?.due.promised == .on(Day(2026, 3, 9)))
        try desk.learn(["complex": true], at: .at("2026-03-03T09:00"))
        #expect(desk.event(.clockLimited)?.open["promised"] == "10 workdays")
        #expect(desk.state.clocks["handle"]?.due.promised == .on(Day(2026, 3, 16)))
    }

    @Test func `a year without a calendar gives a date that is not known yet, and never stops a command`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-12-28T09:00"))
        let ledger = try #require(desk.state.clocks["accept"])
        #expect(ledger.due.legal == .notYetKnown(workdaysLeft: 2, after: Day(2026, 12, 31)))
        #expect(desk.state.nextInstant == nil)
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-12-29T09:00"))
        #expect(desk.state.stage == "review")
    }

    @Test func `a calendar that is loaded later computes the open dates, with both versions`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-12-28T09:00"))
        let years =
            Array(Fixture.calendar.years.values)
            + [WorkCalendar.Year(year: 2027, notice: "n", off: [Day(2027, 1, 1)], work: [])]
        desk.calendar = WorkCalendar(years: years, version: "with 2027")
        try desk.send(.recompute(told: [.person("applicant")]), as: .platform, at: .at("2026-12-30T09:00"))
        let event = try #require(desk.event(.clockRecomputed))
        #expect(event.open["calendar"] == "with 2027")
        #expect(event.open["calendar_was"] == "test")
        #expect(event.open["told"] == ["person:applicant"])
        #expect(desk.state.clocks["accept"]?.due.legal == .on(Day(2027, 1, 5)))
        #expect(desk.state.nextInstant == .at("2027-01-06T00:00"))
        try desk.send(.recompute(told: []), as: .platform, at: .at("2026-12-30T10:00"))
        #expect(desk.kinds().count { $0 == "clock-recomputed" } == 1)
    }

    @Test func `what has run out stays so under a corrected calendar`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-03-02T09:00"))
        try desk.pass(to: .at("2026-03-10T09:00"))
        #expect(desk.state.stage == "review")
        let year = try #require(Fixture.calendar.years[2026])
        let longer = WorkCalendar.Year(
            year: 2026, notice: "corrected", off: year.off.union([Day(2026, 3, 5), Day(2026, 3, 6)]), work: year.work)
        desk.calendar = WorkCalendar(years: [longer], version: "corrected")
        try desk.send(.recompute(told: []), as: .platform, at: .at("2026-03-10T10:00"))
        #expect(desk.state.stage == "review")
        #expect(desk.state.clocks["accept"]?.due.legal == .on(Day(2026, 3, 9)))
    }

    @Test func `a clock of hours runs through days off`() throws {
        var desk = try TestDesk(procedure: "ticket", on: Day(2026, 3, 2))
        try desk.file(["kind": "help", "urgent": true, "anonymous": false], at: .at("2026-10-01T22:00"))
        try desk.act(
            "dispatch", by: desk.officer("operator"), at: .at("2026-10-01T22:10"), saying: ["unit": "自来水公司"])
        #expect(desk.state.clocks["handle"]?.due.promised == .at(.at("2026-10-02T22:10")))
        #expect(desk.state.openTasks.first { $0.task == "contact" }?.due.promised == .at(.at("2026-10-01T23:10")))
    }

    @Test func `starting again needs an end, and is a new run`() throws {
        var desk = try TestDesk(procedure: "ticket", on: Day(2026, 3, 2))
        try desk.file(
            ["kind": "complaint", "urgent": false, "anonymous": false, "complex": false], at: .at("2026-06-17T10:00"))
        try desk.act("dispatch", by: desk.officer("operator"), at: .at("2026-06-17T11:00"), saying: ["unit": "甲"])
        let handler = desk.officer("handler", unit: "甲")
        try desk.act(
            "send_back", by: handler, at: .at("2026-06-18T09:00"), saying: ["reason": "错", "right_unit": "乙"])
        #expect(desk.state.clocks["handle"]?.state == .ended)
        try desk.act("dispatch", by: desk.officer("operator"), at: .at("2026-06-18T10:00"), saying: ["unit": "乙"])
        #expect(desk.state.clocks["handle"]?.run == 2)
        #expect(desk.state.earlierRuns.count { $0.clock == "handle" } == 1)
    }

    @Test func `pages see what time has ended, without an event`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-04-28T09:00"))
        let shown = passed(
            desk.state, at: .at("2026-05-20T09:00"), by: desk.definition, calendar: Fixture.calendar, places: .plain)
        #expect(shown.stage == "review")
        #expect(desk.state.stage == "filed")
    }

    @Test func `a corrected calendar never shortens the applicant's time, and never unbreaks a promise`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-09-21T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-09-21T10:00"))
        var waiting = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try waiting.file(answers, at: .at("2026-09-21T09:00"))
        try waiting.act(
            "tell_deficiency", by: waiting.officer("clerk"), at: .at("2026-09-21T10:00"),
            saying: ["missing": [], "not_visible_before": false])
        let due = waiting.state.clocks["complete"]?.due.promised
        #expect(due == .on(Day(2026, 10, 26)))
        try desk.pass(to: .at("2026-10-12T09:00"))
        #expect(desk.state.clocks["decide"]?.missedAt == .at("2026-09-30T00:00"))
        // Days off after the fact would give the missed promise more time; fewer would take some from the applicant.
        let year = try #require(Fixture.calendar.years[2026])
        let longer = year.off.union([Day(2026, 9, 28), Day(2026, 9, 29)])
        let shorter = year.off.filter { $0 < Day(2026, 10, 1) }
        for (desk, off) in [(desk, longer), (waiting, shorter)] {
            var desk = desk
            let before = desk.state.clocks
            let corrected = WorkCalendar.Year(year: 2026, notice: "corrected", off: off, work: year.work)
            desk.calendar = WorkCalendar(years: [corrected], version: "corrected")
            try desk.send(.recompute(told: []), as: .platform, at: .at("2026-10-12T10:00"))
            #expect(desk.state.clocks["complete"]?.due == before["complete"]?.due)
            #expect(desk.state.clocks["decide"]?.due.promised == before["decide"]?.due.promised)
            #expect(desk.state.clocks["decide"]?.due.legal != before["decide"]?.due.legal || before["decide"] == nil)
        }
    }
}
