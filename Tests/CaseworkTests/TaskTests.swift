import Casework
import Definitions
import Testing
import Values

/// Tasks, obligations and children.
@Suite struct TaskTests {
    @Test func `a task whose condition is not known is a question, and nothing passes it by`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(["business_kind": "catering", "renewal": false], at: .at("2026-03-02T09:00"))
        // Whether the layout plan is needed is not known either, so the clerk cannot accept; silence can.
        try desk.pass(to: .at("2026-03-10T09:00"))
        let visit = try #require(desk.state.openTasks.first { $0.task == "site_visit" })
        #expect(visit.state == .unclear)
        #expect(visit.names == ["area"])
        try desk.finish("review", "meets", by: desk.officer("reviewer"), at: .at("2026-03-10T10:00"))
        #expect(desk.state.stage == "review")
        let inspector = desk.officer("inspector")
        let failure = refusal { () throws(Failure) in
            try desk.finish("site_visit", "pass", by: inspector, at: .at("2026-03-10T11:00"))
        }
        #expect(failure?.code == .noTask)
        try desk.learn(["area": 60], at: .at("2026-03-10T12:00"))
        #expect(desk.state.tasks.first { $0.task == "site_visit" }?.state == .skipped)
        #expect(desk.state.stage == "decision")
    }

    @Test func `an officer with work in the stage may establish a fact, a stranger may not`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(["business_kind": "catering", "renewal": false], at: .at("2026-03-02T09:00"))
        let learning = Command.learn(
            Learning(facts: ["area": 60], source: AnswerSource(name: "officer", grade: "B"), seen: [:]))
        let stranger = desk.officer("operator")
        let failure = refusal { () throws(Failure) in
            try desk.send(learning, as: stranger, at: .at("2026-03-02T10:00"))
        }
        #expect(failure?.isForbidden == true)
        try desk.send(learning, as: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        #expect(desk.state.answers["area"]?.source == "officer")
    }

    @Test func `silence past the limit counts as a result where the rule says so`() throws {
        var desk = try TestDesk(procedure: "supervised-task", on: Day(2026, 3, 2))
        try desk.file(
            [
                "sentence": "一窗通办", "lead_unit": "区公安分局", "support_units": [], "due": "2026-12-31",
                "report_every": "1 months", "is_part": false, "is_measured": false,
            ], at: .at("2026-03-02T09:00"), as: desk.officer("supervisor"))
        try desk.pass(to: .at("2026-03-05T09:00"))
        let take = try #require(desk.state.tasks.first { $0.task == "take" })
        #expect(take.result == "taken")
        #expect(take.isDeemed)
        #expect(take.endedAt == .at("2026-03-05T00:00"))
        #expect(desk.state.stage == "working")
    }

    @Test func `when nobody left in the unit may do it, the unit above is called`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        desk.places.staff = { role, _ in role == "approver" ? ["reviewer"] : ["甲", "乙", "reviewer"] }
        desk.places.unitAbove = { _ in "市场监管局" }
        try desk.file(
            ["area": 60, "business_kind": "catering", "renewal": false], at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        try desk.finish("review", "meets", by: desk.officer("reviewer"), at: .at("2026-03-03T10:00"))
        #expect(desk.event(.taskUnstaffed)?.open["unit"] == "市场监管局")
        let same = desk.officer("approver", "reviewer", unit: "市场监管局")
        let failure = refusal { () throws(Failure) in
            try desk.finish("approve", "grant", by: same, at: .at("2026-03-03T11:00"))
        }
        #expect(failure?.isForbidden == true)
        try desk.finish(
            "approve", "grant", by: desk.officer("approver", "丙", unit: "市场监管局"), at: .at("2026-03-03T11:00"))
        #expect(desk.state.outcome == "granted")
    }

    @Test func `a join waits for what was not skipped`() throws {
        var desk = try TestDesk("water-connection", on: Day(2026, 3, 2))
        try desk.file(
            ["enlarging": false, "pipe_diameter": 50, "water_use": "home"], at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        #expect(desk.state.openTasks.map(\.task) == ["survey"])
        try desk.finish(
            "survey", "not_possible", by: desk.officer("handler"), at: .at("2026-03-03T10:00"),
            saying: ["reason": "压力不足"])
        #expect(desk.state.tasks.first { $0.task == "build" }?.state == .skipped)
        #expect(desk.state.openTasks.map(\.task) == ["decide"])
    }

    @Test func `leaving a stage cancels its open tasks, entering it again starts them afresh`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(["area": 60, "business_kind": "catering", "renewal": false], at: .at("2026-03-02T09:00"))
        let missing: [String: JSON] = ["missing": ["health-certificates"], "not_visible_before": false]
        try desk.act("tell_deficiency", by: desk.officer("clerk"), at: .at("2026-03-03T09:00"), saying: missing)
        #expect(desk.state.tasks.map(\.state) == [.cancelled])
        try desk.act("complete", by: TestDesk.applicant, at: .at("2026-03-05T09:00"), saying: ["changes": [:]])
        #expect(desk.state.tasks.map(\.state) == [.cancelled, .open])
        #expect(desk.state.tasks.map(\.number) == [1, 2])
        #expect(desk.state.visit == 2)
        #expect(desk.state.clocks["accept"]?.asOf == Day(2026, 3, 5))
    }

    @Test func `the office that is late harms nobody; the applicant that is late has ended his case`() throws {
        var office = try TestDesk(procedure: "licence", on: Day(2026, 3, 2))
        try office.file([:], at: .at("2026-03-02T09:00"), track: "commitment")
        try office.act("accept", by: office.officer("clerk"), at: .at("2026-03-02T09:10"))
        try office.finish("approve", "grant", by: office.officer("approver"), at: .at("2026-03-02T09:20"))
        try office.finish(
            "deliver", "delivered", by: office.officer("clerk"), at: .at("2026-03-02T09:30"), saying: ["way": "窗口"])
        try office.pass(to: .at("2026-06-30T09:00"))
        #expect(office.kinds().contains("obligation-late"))
        // The promise and its check: neither is lost because the office is late.
        #expect(office.state.obligations.map(\.state) == [.open, .open])
        #expect(office.state.outcome == "granted")

        var owing = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try owing.file(
            ["area": 400, "business_kind": "catering", "renewal": false], at: .at("2026-03-02T09:00"),
            track: "tolerance", lacking: ["layout-plan"], deferring: ["layout-plan"])
        try owing.act("accept", by: owing.officer("clerk"), at: .at("2026-03-02T10:00"))
        try owing.pass(to: .at("2026-03-17T09:00"))
        #expect(owing.state.outcome == "lapsed")
        #expect(owing.state.obligations.map(\.state) == [.broken])
    }

    @Test func `children are planned, opened, settled once, and withdrawn when the parent closes`() throws {
        var desk = try TestDesk(procedure: "supervised-task", on: Day(2026, 3, 2))
        let supervisor = desk.officer("supervisor")
        try desk.file(
            [
                "sentence": "一窗通办", "lead_unit": "甲", "support_units": ["乙", "丙"], "due": "2026-12-31",
                "report_every": "1 months", "is_part": false, "is_measured": false,
            ], at: .at("2026-03-02T09:00"), as: supervisor)
        try desk.finish("take", "taken", by: desk.officer("handler", unit: "甲"), at: .at("2026-03-02T10:00"))
        let children = try #require(desk.last?.children)
        #expect(children.map(\.key) == ["support:乙", "support:丙"])
        #expect(children[0].caseID == "case/support:乙")
        #expect(children[0].passes["lead_unit"] == "乙")
        try desk.send(
            .settle(child: "support:乙", outcome: "done", result: .none), as: .platform, at: .at("2026-03-03T09:00"))
        let version = desk.state.version
        try desk.send(
            .settle(child: "support:乙", outcome: "done", result: .none), as: .platform, at: .at("2026-03-03T09:00"))
        #expect(desk.state.version == version)
        try desk.act("cancel", by: supervisor, at: .at("2026-03-04T09:00"), saying: ["reason": "不再需要"])
        #expect(desk.last?.withdrawals == ["case/support:丙"])
        #expect(desk.state.children.map(\.outcome) == ["done", "withdrawn"])
    }

    @Test func `a child tells its parent, and leaves with it`() throws {
        var desk = try TestDesk("company-name", on: Day(2026, 3, 2))
        let filing = Filing(
            id: "child", region: "yuzhong", unit: "市场监管局", applicant: .person("applicant"), agent: nil,
            delegation: nil, subjects: [], track: "ordinary", answers: ["enterprise.proposed_name": "中国某公司"],
            sources: [:], evidence: [], deferred: [], parent: CaseHeader.Parent(caseID: "parent", child: "name"))
        try desk.send(.file(filing), as: .platform, at: .at("2026-03-02T09:00"))
        #expect(desk.last?.news == nil)
        try desk.send(.leaveWithParent, as: .platform, at: .at("2026-03-03T09:00"))
        #expect(desk.state.outcome == "withdrawn")
        #expect(desk.last?.news?.parent.caseID == "parent")
    }
}
