import Casework
import Definitions
import Rules
import Testing
import Values

/// What would have changed the grounds for refusal of a case, and what they still wait for.
struct GroundsOutlookTests {
    private static let day = Day(2026, 3, 2)

    private func outlook(_ service: String, _ answers: [String: JSON]) throws -> GroundsOutlook {
        let definition = try Fixture.service(service, on: GroundsOutlookTests.day)
        let moment = Moment(2026, 3, 2, hour: 9)
        let file = CaseFile.blank(of: definition, answers: answers, track: "ordinary", at: moment)
        return GroundsOutlook(of: file, by: definition, at: moment, calendar: Fixture.calendar)
    }

    private static let entitled: [String: JSON] = [
        "unemployment.months_paid": 30, "unemployment.left_by_own_will": false, "unemployment.registered": true,
        "unemployment.works_again": false, "unemployment.draws_pension": false, "unemployment.already_drawing": false,
    ]

    @Test func `without grounds and with nothing open there is nothing to tell`() throws {
        let outlook = try outlook("unemployment-benefit", GroundsOutlookTests.entitled)
        #expect(outlook.turns == [])
        #expect(outlook.questions == [])
    }

    @Test func `the smallest change that takes the only ground away is found to the unit`() throws {
        let answers = GroundsOutlookTests.entitled.merging(["unemployment.months_paid": 9]) { $1 }
        let turn = try #require(try outlook("unemployment-benefit", answers).turns.first)
        #expect(turn.name == "unemployment.months_paid")
        #expect(turn.from == .number(9))
        #expect(turn.to == .number(12))
        #expect(turn.outcome == .list([]))
    }

    @Test func `of two grounds each change leaves one`() throws {
        let changes: [String: JSON] = ["unemployment.registered": false, "unemployment.works_again": true]
        let turns = try outlook(
            "unemployment-benefit", GroundsOutlookTests.entitled.merging(changes) { $1 }
        ).turns
        #expect(turns.map(\.name).sorted() == ["unemployment.registered", "unemployment.works_again"])
        #expect(turns.allSatisfy { $0.outcome.list?.count == 1 })
    }

    @Test func `what is not known is told with what decides most first`() throws {
        var answers = GroundsOutlookTests.entitled
        answers["unemployment.registered"] = nil
        let one = try outlook("unemployment-benefit", answers).questions
        #expect(one.map { "\($0.name) \($0.deciding)/\($0.answers)" } == ["unemployment.registered 2/2"])
        answers["unemployment.works_again"] = nil
        let two = try outlook("unemployment-benefit", answers).questions
        // A ground that is certain stays one whatever else is open; an answer without a ground leaves the other open.
        #expect(
            two.map { "\($0.name) \($0.deciding)/\($0.answers)" } == [
                "unemployment.registered 1/2", "unemployment.works_again 1/2",
            ])
    }

    @Test func `the guide asks first what decides most about materials and grounds`() throws {
        let definition = try Fixture.service("food-business-licence", on: GroundsOutlookTests.day)
        func questions(_ answers: [String: JSON]) -> [OpenQuestion] {
            Guidance.questions(
                definition, answers: answers, track: "ordinary", at: Moment(2026, 3, 2, hour: 9),
                calendar: Fixture.calendar)
        }
        let open = questions([:])
        #expect(open.first?.name == "business_kind")
        #expect(open.map(\.name).contains("area"))
        // A day of which nothing is compared but today can be tried with nothing.
        let share = open.map { $0.answers == 0 ? 0 : Double($0.deciding) / Double($0.answers) }
        #expect(share == share.sorted(by: >))
        #expect(questions(["business_kind": "catering", "area": 400]).first?.name != "business_kind")
    }
}
