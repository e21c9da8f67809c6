import Casework
import Definitions
import Testing
import Values

/// The fold: sealed parts, erasure, newer events, corrections, reading.
@Suite struct FoldTests {
    private func granted() throws -> TestDesk {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 3, 2))
        let answers: [String: JSON] = ["area": 60, "business_kind": "catering", "renewal": false]
        try desk.file(answers, at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        try desk.finish(
            "review", "fails", by: desk.officer("reviewer"), at: .at("2026-03-03T10:00"), saying: ["reason": "布局不合理"])
        try desk.finish(
            "approve", "refuse", by: desk.officer("approver"), at: .at("2026-03-03T11:00"),
            saying: ["reason": "不符合条件", "articles": ["《行政许可法》第三十八条第二款"]])
        return desk
    }

    private func erased(_ desk: TestDesk) -> TestDesk {
        var desk = desk
        desk.refold { log in
            log = log.map { event in
                var body = event.body
                body.sealed = [:]
                return PastEvent(
                    stream: event.stream, version: event.version, at: event.at, body: body, isErased: true)
            }
        }
        return desk
    }

    @Test func `personal values and free text stand only in the sealed part, and the open part names them`() throws {
        var desk = try TestDesk("unemployment-benefit", on: Day(2026, 3, 2))
        try desk.file(
            ["person.name": "张三", "unemployment.months_paid": 72], at: .at("2026-03-02T09:00"))
        let opened = try #require(desk.log.first?.body)
        #expect(opened.open["facts"] == nil)
        #expect(opened.open["sealed_facts"] == ["person.name", "unemployment.months_paid"])
        #expect(opened.sealed["facts"] == ["person.name": "张三", "unemployment.months_paid": 72])
        let refused = try granted()
        let acted = try #require(refused.event(.acted))
        #expect(acted.sealed["said"]?["reason"] == "不符合条件")
        #expect(acted.open["said"]?["articles"] == ["《行政许可法》第三十八条第二款"])
        #expect(!JSON.map(acted.open).canonicalText.contains("不符合条件"))
        #expect(acted.data["said"]?["reason"] == "不符合条件")
    }

    @Test func `after erasure sealed values are not established, and the rest of the state is the same`() throws {
        let desk = try granted()
        let after = erased(desk)
        #expect(after.state.isErased)
        #expect(after.state.stage == desk.state.stage)
        #expect(after.state.outcome == "refused")
        #expect(after.state.clocks == desk.state.clocks)
        #expect(after.state.happened["refused"]?.said["reason"] == .some(nil))
        #expect(after.state.answers["area"] == desk.state.answers["area"])
    }

    @Test func `an erased case takes nothing but a correction`() throws {
        var desk = erased(try granted())
        let clerk = desk.officer("clerk")
        let failure = refusal { () throws(Failure) in
            try desk.finish("deliver", "delivered", by: clerk, at: .at("2026-03-04T09:00"), saying: ["way": "邮寄"])
        }
        #expect(failure?.code == .erased)
        let correcting = Correcting(
            version: 3, facts: [:], law: .own("本市规程"), second: "乙", ground: "clerical_error")
        try desk.send(.correct(correcting), as: desk.officer("head", "甲"), at: .at("2026-03-04T10:00"))
        #expect(desk.state.corrections.map(\.version) == [3])
    }

    @Test func `a correction takes two persons, and the fold uses it`() throws {
        var desk = try granted()
        let head = desk.officer("head", "甲")
        let alone = Correcting(version: 1, facts: ["area": 80], law: nil, second: "甲", ground: "clerical_error")
        let failure = refusal { () throws(Failure) in
            try desk.send(.correct(alone), as: head, at: .at("2026-03-04T10:00"))
        }
        #expect(failure?.isForbidden == true)
        let two = Correcting(version: 1, facts: ["area": 80], law: nil, second: "乙", ground: "clerical_error")
        try desk.send(.correct(two), as: head, at: .at("2026-03-04T10:00"))
        #expect(desk.state.answers["area"]?.value == 80)
        #expect(desk.event(.corrected)?.ground == "clerical_error")
    }

    @Test func `another pin takes two persons, ground and article`() throws {
        var desk = try granted()
        let repin = Repin(
            definition: "other", law: .own("本市规程"), second: "乙", ground: "better_for_applicant")
        try desk.send(.repin(repin), as: desk.officer("head", "甲"), at: .at("2026-03-04T10:00"))
        #expect(desk.state.header.definition == "other")
        #expect(desk.event(.repinned)?.open["from"] == .text(desk.definition.hash))
    }

    @Test func `keys that a later version adds are left alone`() throws {
        var desk = try granted()
        let before = desk.state
        desk.refold { log in
            log = log.map { event in
                var body = event.body
                body.open["added_in_2030"] = ["x": [1, 2, 3]]
                return PastEvent(
                    stream: event.stream, version: event.version, at: event.at, body: body, isErased: false)
            }
        }
        #expect(desk.state == before)
    }

    @Test(arguments: [("case-teleported", 1), ("acted", 2)])
    func `an event of a newer kind or number stops commands and not the fold`(kind: String, schema: Int) throws {
        var desk = try granted()
        desk.refold { log in
            let body = EventBody(
                kind: kind, schema: schema, effective: .instant(.at("2026-03-03T12:00")), actor: .platform,
                actingFor: nil, channel: nil, ground: nil, open: ["event": "x"], sealed: [:])
            log.append(
                PastEvent(
                    stream: "case", version: log.count + 1, at: .at("2026-03-03T12:00"), body: body, isErased: false))
        }
        #expect(desk.state.stage == "delivery")
        let clerk = desk.officer("clerk")
        let failure = refusal { () throws(Failure) in
            try desk.finish("deliver", "delivered", by: clerk, at: .at("2026-03-04T09:00"), saying: ["way": "邮寄"])
        }
        #expect(failure?.code == .newerEvent)
    }

    @Test func `a served notice is a document of the case, also after its end`() throws {
        var desk = try granted()
        try desk.finish(
            "deliver", "delivered", by: desk.officer("clerk"), at: .at("2026-03-04T09:00"), saying: ["way": "邮寄"])
        #expect(desk.state.isClosed)
        let serving = Serving(
            document: nil, on: nil,
            template: "decision", fields: ["reasons": "布局不合理"], hash: "00", way: "inbox", language: .chinese)
        try desk.send(.serve(serving), as: .platform, at: .at("2026-03-04T10:00"))
        #expect(desk.state.documents.map(\.template) == ["decision"])
        #expect(desk.event(.documentServed)?.sealed["fields"]?["reasons"] == "布局不合理")
    }

    @Test func `a refusal explains itself: rule, facts, sources, articles`() throws {
        var desk = try TestDesk("unemployment-benefit", on: Day(2026, 3, 2))
        try desk.file(
            [
                "left_how": "employer", "unemployment.months_paid": 72, "unemployment.left_by_own_will": false,
                "unemployment.registered": true, "unemployment.works_again": false,
                "unemployment.draws_pension": false, "unemployment.already_drawing": false,
            ], at: .at("2026-03-02T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-03-02T10:00"))
        try desk.finish("decide", "grant", by: desk.officer("approver"), at: .at("2026-03-02T11:00"))
        let event = try #require(desk.log.last { $0.body.open["outcome"] == "granted" })
        let explanation = try #require(Explanation(event, by: desk.definition, variant: nil))
        #expect(explanation.outcome == "granted")
        let months = try #require(explanation.facts.first { $0.id == "unemployment.months_paid" })
        #expect(months.value == 72)
        #expect(months.source == "applicant")
        #expect(event.body.open["trace"]?["facts"]?["unemployment.months_paid"] == nil)
    }

    @Test func `a clock is read with days left, pauses and what explains them`() throws {
        var desk = try TestDesk("food-business-licence", on: Day(2026, 2, 10))
        try desk.file(["area": 800, "business_kind": "catering", "renewal": false], at: .at("2026-02-10T09:00"))
        try desk.act("accept", by: desk.officer("clerk"), at: .at("2026-02-10T10:00"))
        try desk.act(
            "order_test", by: desk.officer("reviewer"), at: .at("2026-02-11T09:00"),
            saying: ["ground": "检测", "expected": "10 workdays"])
        func reading(_ moment: String) throws -> ClockReading {
            let all = desk.state.clockReadings(by: desk.definition, at: .at(moment), calendar: Fixture.calendar)
            return try #require(all.first)
        }
        let stopped = try reading("2026-02-12T09:00")
        #expect(stopped.clock == "decide")
        #expect(stopped.state == .stopped)
        #expect(stopped.legal?.isProvisional == true)
        #expect(stopped.used == 0)
        for name in ["甲", "乙"] {
            try desk.finish("site_visit", "pass", by: desk.officer("inspector", name), at: .at("2026-02-27T09:00"))
        }
        try desk.finish("test", "pass", by: desk.officer("inspector", "甲"), at: .at("2026-02-27T10:00"))
        let running = try reading("2026-03-02T09:00")
        #expect(running.promise?.due == .on(Day(2026, 3, 5)))
        #expect(running.promise?.left == 3)
        #expect(running.legal?.due == .on(Day(2026, 3, 26)))
        #expect(running.pauses.contains(Day(2026, 2, 11)...Day(2026, 2, 27)))
        #expect(running.entries.first == .started(on: Day(2026, 2, 10)))
        #expect(!running.warnings.contains(LegalPeriod(2, .workdays)))
        #expect(try reading("2026-03-03T09:00").warnings.contains(LegalPeriod(2, .workdays)))
        #expect(try reading("2026-03-09T09:00").promise?.left == -2)
    }
}
