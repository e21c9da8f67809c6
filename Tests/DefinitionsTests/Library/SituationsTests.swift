import Definitions
import Testing
import Values

@Suite struct SituationsTests {
    @Test func `all situations of the repository are read`() {
        let library = RealLibrary.library
        let files = library.files.values.filter { [.situation, .procedureSituation].contains($0.kind) }
        #expect(library.situations.count == files.count)
        #expect(files.count >= 59)
    }

    @Test func `a day means nine o'clock, an instant itself, a place its file and line`() throws {
        let situation = try #require(GoodLibrary.library.situations(service: "street-stall").first)
        #expect(situation.filed == Moment(2026, 3, 2, hour: 9))
        #expect(situation.service == "street-stall")
        #expect(situation.region == "wansheng")
        #expect(situation.lacks == ["plan"])
        let steps = try #require(situation.steps)
        #expect(steps.map(\.place) == ["\(GoodLibrary.situation):7", "\(GoodLibrary.situation):8"])
        #expect(steps[0].action == "accept")
        #expect(steps[1].expect?.openTasks == ["approve"])
        #expect(steps[1].expect?.happened == ["accepted"])
        #expect(situation.expect.clocks["decide"]?.state == "running")
        let ticket = try #require(RealLibrary.library.situations.first { $0.place.contains("ticket-urgent") })
        #expect(ticket.filed == Moment(2026, 10, 1, hour: 22))
        #expect(ticket.procedure == "ticket")
        #expect(ticket.service == nil)
    }

    @Test func `no steps and an empty list of steps are different`() throws {
        let situations = RealLibrary.library.situations
        #expect(situations.contains { $0.steps == nil || $0.steps?.isEmpty == false })
        let only = try #require(
            situations.first { $0.place.contains("release-at-once") || $0.place.contains("issued-at-once") })
        #expect(only.steps?.isEmpty == true)
    }

    @Test func `a value of a text field is a text whatever it looks like`() throws {
        let text = GoodLibrary.texts[GoodLibrary.situation, default: ""]
            .replacing("{stall_area: 3}", with: "{stall_area: 3, person.name: 500103, kitchen: true}")
        let library = GoodLibrary.library.replacing([GoodLibrary.situation: text])
        let situation = try #require(library.situations(service: "street-stall").first)
        #expect(situation.given == ["stall_area": 3, "person.name": "500103", "kitchen": true])
    }
}
