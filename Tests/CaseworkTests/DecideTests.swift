import Casework
import Definitions
import Testing
import Values

/// Every code with which a command is refused, in the order in which they are checked.
@Suite struct DecideTests {
    private func filed(_ answers: [String: JSON] = ["area": 60, "business_kind": "catering", "renewal": false])
        throws -> TestDesk
    {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(answers, at: .at("2026-03-02T09:00"))
        return desk
    }

    private func accepted() throws -> TestDesk {
        var desk = try filed()
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        return desk
    }

    private func reviewed() throws -> TestDesk {
        var desk = try accepted()
        try desk.finish("review", "meets", by: desk.officer("reviewer"), at: .at("2026-03-03T10:00"))
        return desk
    }

    @Test func `a closed case takes nothing more`() throws {
        var desk = try filed()
        try desk.act("withdraw", by: TestDesk.applicant, at: .at("2026-03-02T10:00"))
        #expect(desk.state.isClosed)
        let clerk = desk.officer("clerk")
        let failure = refusal { () throws(Failure) in try desk.act("accept", by: clerk, at: .at("2026-03-03T10:00")) }
        #expect(failure?.code == .closed)
    }

    @Test func `an action of another stage is not here`() throws {
        var desk = try filed()
        let approver = desk.officer("approver")
        let failure = refusal { () throws(Failure) in
            try desk.act("offer_hearing", by: approver, at: .at("2026-03-02T10:00"))
        }
        #expect(failure?.code == .notHere)
    }

    @Test func `a task that is not open, and a result that it does not have`() throws {
        var desk = try filed()
        let clerk = desk.officer("clerk")
        #expect(
            refusal { () throws(Failure) in
                try desk.finish("review", "meets", by: clerk, at: .at("2026-03-02T10:00"))
            }?.code == .noTask)
        #expect(
            refusal { () throws(Failure) in
                try desk.finish("check_filing", "done", by: clerk, at: .at("2026-03-02T10:00"))
            }?.code == .noResult)
    }

    @Test func `role, unit and region must fit, and no officer acts in a case of his own`() throws {
        let desk = try filed()
        let now = Moment.at("2026-03-02T10:00")
        var elsewhere = desk.officer("clerk")
        elsewhere.region = "wansheng"
        elsewhere.regionAncestors = []
        var party = desk.officer("clerk")
        party.isParty = true
        let wrong = [desk.officer("reviewer"), desk.officer("clerk", unit: "别的单位"), elsewhere, party]
        for acting in wrong + [TestDesk.applicant, .platform] {
            var desk = desk
            let failure = refusal { () throws(Failure) in
                let said: [String: JSON] = ["missing": [], "not_visible_before": false]
                try desk.act("tell_deficiency", by: acting, at: now, saying: said)
            }
            #expect(failure?.isForbidden == true, "\(acting)")
        }
    }

    @Test func `a clerk elsewhere may accept what the cross-region list allows, and nothing else`() throws {
        let desk = try filed()
        var elsewhere = desk.officer("clerk", unit: "合川区行政服务中心")
        elsewhere.region = "hechuan"
        elsewhere.regionAncestors = ["chongqing"]
        var accepting = desk
        try accepting.act("accept", by: elsewhere, at: .at("2026-03-02T10:00"))
        #expect(accepting.state.stage == "review")
        var refusing = desk
        let failure = refusal { () throws(Failure) in
            try refusing.act(
                "refuse_acceptance", by: elsewhere, at: .at("2026-03-02T10:00"),
                saying: ["reason": "x", "articles": []])
        }
        #expect(failure?.isForbidden == true)
    }

    @Test func `an agent needs a delegation for this service`() throws {
        var desk = try filed()
        var agent = Acting(
            actor: .person("agent"), actingFor: .person("applicant"), person: "agent", roles: [], units: [],
            region: nil, regionAncestors: [], delegations: ["water-connection"], isParty: true)
        let failure = refusal { () throws(Failure) in try desk.act("withdraw", by: agent, at: .at("2026-03-02T10:00")) }
        #expect(failure?.isForbidden == true)
        agent.delegations = ["food-business-licence"]
        try desk.act("withdraw", by: agent, at: .at("2026-03-02T10:00"))
        #expect(desk.state.outcome == "withdrawn")
    }

    @Test func `nobody approves what they reviewed, nor reviews what they approved before`() throws {
        var desk = try reviewed()
        let same = desk.officer("approver", "reviewer")
        let first = refusal { () throws(Failure) in
            try desk.finish("approve", "grant", by: same, at: .at("2026-03-03T11:00"))
        }
        #expect(first?.isForbidden == true)
        let approver = desk.officer("approver", "乙")
        try desk.finish("approve", "return", by: approver, at: .at("2026-03-03T12:00"), saying: ["reason": "再看"])
        #expect(desk.state.stage == "review")
        let other = desk.officer("reviewer", "乙")
        let second = refusal { () throws(Failure) in
            try desk.finish("review", "meets", by: other, at: .at("2026-03-03T13:00"))
        }
        #expect(second?.isForbidden == true)
    }

    @Test func `two people sign, each with a command; the same person twice is refused`() throws {
        var desk = try filed(["area": 500, "business_kind": "catering", "renewal": false])
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        try desk.finish("site_visit", "pass", by: desk.officer("inspector", "甲"), at: .at("2026-03-03T09:00"))
        #expect(desk.event(.taskSigned)?.open["person"] == "甲")
        #expect(desk.state.openTasks.contains { $0.task == "site_visit" })
        let again = desk.officer("inspector", "甲")
        let failure = refusal { () throws(Failure) in
            try desk.finish("site_visit", "pass", by: again, at: .at("2026-03-03T09:05"))
        }
        #expect(failure?.code == .signatures)
        try desk.finish("site_visit", "pass", by: desk.officer("inspector", "乙"), at: .at("2026-03-03T09:10"))
        #expect(desk.event(.taskDone)?.open["signers"] == ["甲", "乙"])
    }

    @Test func `a decision cites what the definition names, and nothing else`() throws {
        var desk = try reviewed()
        let approver = desk.officer("approver")
        for texts: JSON in [["样例"], ["《行政许可法》第三十八条第二款", "样例"], [], ["《行政处罚法》第三十八条"], [7]] {
            let failure = refusal { () throws(Failure) in
                try desk.finish(
                    "approve", "refuse", by: approver, at: .at("2026-03-03T11:00"),
                    saying: ["reason": "理由", "articles": texts])
            }
            #expect(failure?.problems.map(\.place) == ["articles"], "\(texts)")
        }
        let own = try #require(desk.definition.citations.first)
        #expect(own.written.contains("示例数据"))
        try desk.finish(
            "approve", "refuse", by: approver, at: .at("2026-03-03T11:00"),
            saying: ["reason": "理由", "articles": [.text(own.written), "《行政许可法》第三十八条第二款"]])
        #expect(desk.state.outcome == "refused")
    }

    @Test func `what must be said is asked for, all at once, and what is not asked is refused`() throws {
        var desk = try reviewed()
        let approver = desk.officer("approver")
        let failure = refusal { () throws(Failure) in
            try desk.finish("approve", "refuse", by: approver, at: .at("2026-03-03T11:00"), saying: ["mood": "好"])
        }
        #expect(failure?.problems.map(\.place) == ["reason", "articles", "mood"])
    }

    @Test func `a condition that fails says the sentence of the deed`() throws {
        var desk = try filed(["area": 20, "business_kind": "prepacked", "renewal": false])
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        try desk.finish("review", "meets", by: desk.officer("reviewer"), at: .at("2026-03-02T11:00"))
        let approver = desk.officer("approver")
        let failure = refusal { () throws(Failure) in
            try desk.finish("approve", "grant", by: approver, at: .at("2026-03-02T12:00"))
        }
        guard case .conflict(.condition, let sentence, let citation)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(sentence.zh.contains("不予许可的理由"))
        #expect(citation == .law(name: "行政许可法", article: "第三十八条", paragraph: 1, item: nil))
    }

    @Test func `a fact that is not established is named, and nothing is presumed`() throws {
        var desk = try TestDesk("unemployment-benefit", on: Day(2026, 3, 2))
        try desk.file(
            ["left_how": "employer", "unemployment.months_paid": 72, "unemployment.left_by_own_will": false],
            at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        let approver = desk.officer("approver")
        let failure = refusal { () throws(Failure) in
            try desk.finish("decide", "grant", by: approver, at: .at("2026-03-02T11:00"))
        }
        #expect(failure?.code == .notKnown)
        #expect("\(String(describing: failure))".contains("unemployment.registered"))
    }

    @Test func `a deferred document blocks the grant, and is handed in with the document or not at all`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        try desk.file(
            ["area": 400, "business_kind": "catering", "renewal": false], at: .at("2026-03-02T09:00"),
            track: "tolerance", lacking: ["layout-plan"], deferring: ["layout-plan"])
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        #expect(desk.state.obligations.map(\.due) == [.on(Day(2026, 3, 16))])
        for name in ["甲", "乙"] {
            try desk.finish("site_visit", "pass", by: desk.officer("inspector", name), at: .at("2026-03-03T09:00"))
        }
        try desk.finish("review", "meets", by: desk.officer("reviewer"), at: .at("2026-03-03T10:00"))
        let approver = desk.officer("approver")
        let blocked = refusal { () throws(Failure) in
            try desk.finish("approve", "grant", by: approver, at: .at("2026-03-04T09:00"))
        }
        #expect(blocked?.code == .blocked)
        let without = refusal { () throws(Failure) in
            try desk.act(
                "supply", by: TestDesk.applicant, at: .at("2026-03-04T10:00"), saying: ["need": "layout-plan"])
        }
        #expect(without?.problems.map(\.place) == ["layout-plan"])
        try desk.act(
            "supply", by: TestDesk.applicant, at: .at("2026-03-04T10:00"), saying: ["need": "layout-plan"],
            bringing: ["layout-plan"])
        #expect(desk.state.obligations.map(\.state) == [.kept])
        try desk.finish("approve", "grant", by: approver, at: .at("2026-03-04T11:00"))
        #expect(desk.state.outcome == "granted")
    }

    @Test func `a time is extended once`() throws {
        var desk = try accepted()
        let head = desk.officer("head", unit: desk.definition.service.authority)
        try desk.act("extend", by: head, at: .at("2026-03-03T09:00"), saying: ["reason": "复杂"])
        let failure = refusal { () throws(Failure) in
            try desk.act("extend", by: head, at: .at("2026-03-03T09:30"), saying: ["reason": "再"])
        }
        #expect(failure?.code == .extendedAlready)
    }

    @Test func `a page that showed an older task is refused`() throws {
        var desk = try accepted()
        let run = try #require(desk.state.openTasks.first { $0.task == "review" })
        let reviewer = desk.officer("reviewer")
        let failure = refusal { () throws(Failure) in
            try desk.finish(
                "review", "meets", by: reviewer, at: .at("2026-03-03T09:00"),
                seen: [.task("review", number: run.number): run.revision - 1])
        }
        #expect(failure?.code == .changedMeanwhile)
        try desk.finish(
            "review", "meets", by: reviewer, at: .at("2026-03-03T09:00"),
            seen: [.task("review", number: run.number): run.revision])
        #expect(desk.state.stage == "decision")
    }

    @Test func `a refused command writes nothing, not even the expiries before it`() throws {
        var desk = try filed()
        let before = desk.state
        let clerk = desk.officer("clerk")
        // Five workdays later the case is accepted by silence, so that a second acceptance is not here any more.
        let failure = refusal { () throws(Failure) in try desk.act("accept", by: clerk, at: .at("2026-03-20T09:00")) }
        #expect(failure?.code == .notHere)
        #expect(desk.state == before)
        #expect(desk.log.count == before.version)
    }

    @Test func `the printed number is given when the main clock first starts`() throws {
        var desk = try filed()
        desk.number = "50010326030200001"
        #expect(desk.state.number == nil)
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        #expect(desk.state.number == "50010326030200001")
        desk.number = "50010326030200002"
        try desk.finish("review", "meets", by: desk.officer("reviewer"), at: .at("2026-03-03T10:00"))
        #expect(desk.state.number == "50010326030200001")
    }

    @Test func `wrong answers are all told at once`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        let failure = refusal { () throws(Failure) in
            try desk.file(
                ["area": -3, "business_kind": "casino", "renewal": "perhaps", "no.such": 1],
                at: .at("2026-03-02T09:00"))
        }
        #expect(Set(failure?.problems.map(\.place) ?? []) == ["area", "business_kind", "renewal", "no.such"])
    }

    @Test func `a track that the service does not open is refused`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        let failure = refusal { () throws(Failure) in
            try desk.file(["area": 60], at: .at("2026-03-02T09:00"), track: "commitment")
        }
        #expect(failure?.problems.map(\.place) == ["track"])
    }
}
