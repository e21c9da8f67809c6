import Casework
import Definitions
import Testing
import Values

@Suite struct SituationRunTests {
    @Test func `every situation of this repository runs as it says, and every row of a table is hit`() {
        let cache = DefinitionCache()
        var events = 0
        var hits: Set<RowHit> = []
        let situations = Fixture.library.situations
        #expect(situations.count >= 59)
        for situation in situations {
            let report = SituationRun.run(
                situation, region: "yuzhong", calendar: Fixture.calendar, places: .plain, lookup: cache.definition)
            for difference in report.differences {
                Issue.record("\(difference.place): \(situation.name): \(difference.message)")
            }
            events += report.events
            for (owner, tables) in report.rowsHit {
                for (table, rows) in tables {
                    for row in rows { hits.insert(RowHit(owner: owner, table: table, row: row - 1)) }
                }
            }
        }
        let missed = Checker(Fixture.library).unexercised(hits: hits)
        #expect(missed.map { "\($0.place) \($0.message.en)" } == [])
        for (key, error) in cache.failures { Issue.record("\(key): \(error)") }
        print("\(situations.count) situations, \(events) events")
    }

    @Test(arguments: [
        ("due: 2026-02-26", "due: 2026-02-27", "due of clock decide"),
        ("outcome: granted", "outcome: refused", "outcome is granted"),
        ("tasks: [check_filing, review, approve, deliver]", "tasks: [check_filing, approve, deliver]", "tasks is"),
    ])
    func `a wrong expectation is reported with its place`(right: String, wrong: String, message: String) throws {
        let path = "Services/food-business-licence/situations/small-shop.yaml"
        let text = try #require(Fixture.texts[path])
        #expect(text.contains(right))
        let library = Fixture.library.replacing([path: text.replacing(right, with: wrong)])
        let situation = try #require(
            library.situations(service: "food-business-licence").first { $0.place.hasPrefix(path) })
        let report = SituationRun.run(
            situation, region: "yuzhong", calendar: Fixture.calendar, places: .plain,
            lookup: DefinitionCache().definition)
        let difference = try #require(report.differences.first)
        #expect(report.differences.count == 1)
        #expect(difference.place.hasPrefix(path))
        #expect(difference.message.contains(message))
    }

    @Test func `a step that must be refused with another code is reported`() throws {
        let path = "Services/unemployment-benefit/situations/unknown-is-not-false.yaml"
        let text = try #require(Fixture.texts[path])
        let wrong = text.replacing("refused: not_known", with: "refused: condition")
        let library = Fixture.library.replacing([path: wrong])
        let situation = try #require(
            library.situations(service: "unemployment-benefit").first { $0.place.hasPrefix(path) })
        let report = SituationRun.run(
            situation, region: "yuzhong", calendar: Fixture.calendar, places: .plain,
            lookup: DefinitionCache().definition)
        #expect(report.differences.map(\.message).contains { $0.contains("refused with not_known") })
    }
}
