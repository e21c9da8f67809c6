import Casework
import Proofs
import Storage
import Testing
import Values

@testable import Features

/// A bad rating from its word to its correction, the call-back, and the further rating.
@Suite struct RatingCorrectionTests {
    @Test func `a bad rating with a name is verified, contacted, corrected, called back and rated again`() async throws
    {
        try await RatingSample.onBothEngines { sample in
            let id = try await sample.ended("road", channel: "online")
            let rating = try await sample.rated(id, RatingSample.bad(named: true), key: "road")
            let opened = try #require(try await sample.correction(of: rating))
            #expect(opened.unit == "yuzhong-market" && opened.isNamed && opened.due == Day(2026, 3, 9))
            let file = try await sample.cases.open(opened.caseID).file
            #expect(file.header.applicant == .enterprise(SamplePeople.enterprise.id.text))
            #expect(file.header.region == "yuzhong" && file.answers["rated_case"]?.value?.text == id)
            #expect(file.openTasks.map(\.unit) == ["yuzhong-centre"] && file.openTasks.map(\.role) == ["supervisor"])
            try await sample.finish(
                opened.caseID, "verify", "well_founded", ["complex": false], by: "jiang-zheng")
            try await sample.finish(opened.caseID, "contact", "contacted", [:], by: "liang-yan")
            let refused = await #expect(throws: Failure.self) {
                try await sample.desk.state(of: rating, sample).check(wantsFurther: true)
            }
            #expect(refused == .conflict(.notHere, sentence: RatingWords.beingCorrected, citation: nil))
            try await sample.finish(
                opened.caseID, "correct", "corrected", ["measure": "增开窗口"], by: "liang-yan")
            let corrected = try #require(try await sample.correction(of: rating))
            #expect(corrected.due == Day(2026, 3, 4), "the call-back has its own day")
            #expect(!corrected.isOverdue(on: Day(2026, 3, 4)) && corrected.isOverdue(on: Day(2026, 3, 5)))
            try await sample.finish(opened.caseID, "call_back", "content", [:], by: "jiang-zheng")
            #expect(try await sample.correction(of: rating)?.isOverdue(on: Day(2026, 3, 9)) == false)
            var figures = try await sample.figures()
            #expect(figures.bad == 1 && figures.badNamed == 1 && figures.corrected == 1 && figures.calledBack == 1)
            #expect(figures.rated(.bad) == 1)
            let again = try await sample.opened(id)
            _ = try await sample.desk.followUp(
                RatingContent(grade: .good), of: again, in: nil, by: nil, sample.acting("further"))
            try await sample.follow()
            let closed = try await sample.cases.open(opened.caseID).file
            #expect(closed.isClosed && closed.outcome == "corrected", "the correction learns of the further rating")
            figures = try await sample.figures()
            #expect(figures.rated(.bad) == 0 && figures.rated(.good) == 1 && figures.bad == 1)
        }
    }

    @Test func `a further rating given in the correction stands in the rating`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.ended("inside", channel: "online")
            let rating = try await sample.rated(id, RatingSample.bad(named: true), key: "inside")
            let caseID = CorrectionFollower.caseID(of: rating)
            try await sample.finish(caseID, "verify", "well_founded", ["complex": false], by: "jiang-zheng")
            try await sample.finish(caseID, "contact", "not_reached", [:], by: "liang-yan")
            try await sample.finish(caseID, "correct", "explained", ["reason": "样例"], by: "liang-yan")
            try await sample.finish(caseID, "call_back", "content", [:], by: "jiang-zheng")
            let act = Act(action: "rate_again", said: ["grade": 4], brings: [], seen: [:])
            _ = try await sample.cases.run(
                .act(act), on: caseID, by: sample.platform.agent("rate-again", at: sample.now))
            try await sample.follow()
            let further = try await sample.opened(id).rating?.further
            #expect(further?.grade == .good)
            #expect(try await sample.figures().rated(.good) == 1)
        }
    }

    @Test func `the follower opens one correction however often it sees a rating`() async throws {
        try await RatingSample.onBothEngines { sample in
            let id = try await sample.ended("twice", channel: "online")
            let rating = try await sample.rated(id, RatingSample.bad(named: false), key: "twice")
            let caseID = CorrectionFollower.caseID(of: rating)
            let events = try await sample.platform.features.events.stream(caseID).events.count
            try await sample.platform.database.write { connection in
                try connection.execute("DELETE FROM cursor WHERE follower = 'rating-corrections'", [])
                try connection.execute("DELETE FROM idempotency WHERE verb = 'ratings/correct'", [])
            }
            try await sample.follow()
            #expect(try await sample.platform.features.events.stream(caseID).events.count == events)
            #expect(try await sample.figures().bad == 1)
        }
    }

    @Test func `a rating found to be false counts no more and stays visible`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.ended("false", channel: "online")
            let rating = try await sample.rated(id, RatingSample.bad(named: true), key: "false")
            let caseID = CorrectionFollower.caseID(of: rating)
            await #expect(throws: Failure.self, "reason and proof must be given") {
                try await sample.finish(caseID, "verify", "unfounded", [:], by: "jiang-zheng")
            }
            #expect(try await sample.figures().rated(.bad) == 1)
            try await sample.finish(
                caseID, "verify", "unfounded", ["reason": "当天没有办过", "proof": ["取号记录"]], by: "jiang-zheng")
            let figures = try await sample.figures()
            #expect(figures.rated == 0 && figures.bad == 0 && figures.badNamed == 0 && figures.excluded == 1)
            #expect(try await sample.correction(of: rating)?.isExcluded == true)
            let listed = try await sample.platform.database.read {
                try RatingStore.rows(.city, before: nil, limit: 5, in: $0)
            }
            #expect(listed.map(\.id) == [rating] && listed.first?.grade == .bad)
            #expect(try await sample.opened(id).state(on: sample.now.day) == .done)
        }
    }

    @Test func `a bad further rating is corrected too`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.ended("worse", channel: "online")
            let rating = try await sample.rated(id, RatingContent(grade: .good), key: "worse")
            #expect(try await sample.correction(of: rating) == nil)
            _ = try await sample.desk.followUp(
                RatingContent(grade: .veryBad), of: try await sample.opened(id), in: nil, by: nil,
                sample.acting("worse-2"))
            try await sample.follow()
            #expect(try await sample.correction(of: rating)?.grade == .veryBad)
        }
    }

    @Test func `nobody who worked on the matter verifies its rating`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.filed("party", channel: "online")
            let cited = try #require(try await sample.cases.open(id).definition.citations.first)
            let said: [String: JSON] = ["reason": "样例", "articles": [.text(cited.written)]]
            let refusal = Act(action: "refuse_acceptance", said: said, brings: [], seen: [:])
            _ = try await sample.cases.run(
                .act(refusal), on: id, by: try sample.platform.officer("wu-jing", "refuse", at: sample.now))
            try await sample.follow()
            let rating = try await sample.rated(id, RatingSample.bad(named: true), key: "party")
            let file = try await sample.cases.open(CorrectionFollower.caseID(of: rating)).file
            let clerk = try #require(SamplePeople.all.first { $0.key == "wu-jing" })
            #expect(file.answers["rated_officers"]?.value?.list?.compactMap(\.text) == [clerk.id.text])
        }
    }

    @Test func `the names that the follower reads stand in the procedure`() async throws {
        try await RatingSample.onSQLite { sample in
            let definition = try await sample.platform.features.catalogue.desk.definition(
                of: RatingCorrection.service, region: "yuzhong", on: sample.now.day)
            let plan = try #require(definition.plan(ofVariant: nil))
            let deeds = plan.actions.map(\.deed) + plan.tasks.flatMap(\.results)
            let events = Set(deeds.compactMap(\.event))
            #expect(events.isSuperset(of: RatingCorrection.Milestone.allCases.map(\.rawValue)))
            #expect(plan.clocks.contains { $0.id == RatingCorrection.clock })
            let tasks = [RatingCorrection.contactTask, RatingCorrection.callBackTask]
            #expect(Set(plan.tasks.map(\.id)).isSuperset(of: tasks))
            #expect(plan.actions.contains { $0.id == RatingCorrection.rateAgain })
            #expect(plan.stages.contains { $0.id == RatingCorrection.inviting })
            #expect(try await sample.desk.aspects(on: sample.now.day).count == 6)
        }
    }
}

extension RatingDesk {
    fileprivate func state(of rating: String, _ sample: RatingSample) async throws -> RatingState {
        try await opened(rating: rating, on: sample.now.day).state(on: sample.now.day)
    }
}
