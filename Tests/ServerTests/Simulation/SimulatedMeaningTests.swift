import Casework
import Definitions
import Features
import Foundation
import Proofs
import Testing
import Values

@testable import Server

/// What deeds mean is read from the procedure, whatever they are called.
@Suite struct SimulatedMeaningTests {
    private static func plan(_ service: String) throws -> Plan {
        let library = try Folder(path: ServerProgram.root).library()
        return try library.definition(
            service: service, region: "yuzhong", on: Day(2026, 3, 2), hash: SM3.hash
        ).plans[0]
    }

    private static func meaning(of action: String, in plan: Plan) throws -> SimulatedMeaning {
        let deed = try #require(plan.actions.first { $0.id == action }?.deed)
        return SimulatedMeaning.of(deed, in: plan)
    }

    @Test(arguments: [
        ("accept", SimulatedMeaning.onward), ("tell_deficiency", .asking), ("refuse_acceptance", .refusing),
        ("withdraw", .leaving), ("order_test", .suspending), ("extend", .extending), ("refer", .leaving),
        ("complete", .onward),
    ])
    func `the licence procedure is understood`(action: String, meaning: SimulatedMeaning) throws {
        #expect(
            try SimulatedMeaningTests.meaning(of: action, in: SimulatedMeaningTests.plan("food-business-licence"))
                == meaning)
    }

    @Test func `results of tasks are understood`() throws {
        let plan = try SimulatedMeaningTests.plan("food-business-licence")
        let approve = try #require(plan.tasks.first { $0.id == "approve" })
        let meanings = approve.results.map { SimulatedMeaning.of($0, in: plan) }
        #expect(meanings.first == .onward)
        #expect(meanings.contains(.refusing))
    }
}
