import Definitions
import Storage
import Testing
import Values

@testable import Features

@Suite struct ItemRegisterTests {
    private func adjusted(
        _ version: Int, _ kind: ItemAdjustment.Kind, _ from: Day, region: String = "chongqing", level: String? = nil,
        name: Wording? = nil
    ) -> ItemEvent {
        let adjustment = ItemAdjustment(
            kind: kind, item: "stall", region: region, from: from, name: name, code: nil, basis: nil, level: level,
            authority: level.map { "\($0)局" }, document: "文〔2026〕\(version)号", reason: "", caseID: "case\(version)")
        return ItemEvent(
            item: "stall", version: version, from: from, recordedOn: Day(2026, 1, 1), content: .adjusted(adjustment))
    }

    private let entry = ItemEvent(
        item: "stall", version: 1, from: Day(2020, 1, 1), recordedOn: Day(2026, 1, 1),
        content: .published(
            ItemEvent.Entry(
                name: Wording(zh: "摆摊", en: "Stall"), code: "000199001000", isSample: true, basis: [["own": "样例"]],
                services: ["street-stall": 1])))

    private let chain = ["yuzhong", "chongqing"]

    @Test func `an item is there from its first day, under its newest name`() {
        let register = ItemRegister([
            entry, adjusted(2, .change, Day(2026, 4, 1), name: Wording(zh: "设摊", en: "Set up")),
        ])
        #expect(register.item("stall", on: Day(2019, 12, 31), root: "chongqing") == nil)
        #expect(register.item("stall", on: Day(2026, 3, 31), root: "chongqing")?.name.zh == "摆摊")
        #expect(register.item("stall", on: Day(2026, 4, 1), root: "chongqing")?.name.zh == "设摊")
        #expect(register.item("other", on: Day(2026, 4, 1), root: "chongqing") == nil)
    }

    @Test func `a cancelled item is closed from its day on, is announced before, and can be added again`() {
        let register = ItemRegister([
            entry, adjusted(2, .cancel, Day(2026, 4, 1)), adjusted(3, .add, Day(2026, 9, 1)),
        ])
        let before = register.standing(of: "stall", in: chain, on: Day(2026, 3, 31))
        #expect(before.cancelled == nil && before.ending?.from == Day(2026, 4, 1))
        let during = register.standing(of: "stall", in: chain, on: Day(2026, 4, 1))
        #expect(during.cancelled?.document == "文〔2026〕2号" && during.ending == nil)
        #expect(register.standing(of: "stall", in: chain, on: Day(2026, 9, 1)).cancelled == nil)
    }

    @Test func `what is cancelled in a district is open elsewhere`() {
        let register = ItemRegister([entry, adjusted(2, .cancel, Day(2026, 4, 1), region: "yuzhong")])
        #expect(register.standing(of: "stall", in: chain, on: Day(2026, 5, 1)).cancelled != nil)
        #expect(register.standing(of: "stall", in: ["beibei", "chongqing"], on: Day(2026, 5, 1)).cancelled == nil)
        #expect(register.item("stall", on: Day(2026, 5, 1), root: "chongqing")?.cancelled == nil)
    }

    @Test func `the later of two moves counts, also when it was recorded first`() {
        let register = ItemRegister([
            entry, adjusted(2, .takeBack, Day(2026, 6, 1), level: "city"),
            adjusted(3, .delegate, Day(2026, 4, 1), level: "township"),
        ])
        #expect(register.standing(of: "stall", in: chain, on: Day(2026, 5, 1)).moved?.level == "township")
        #expect(register.standing(of: "stall", in: chain, on: Day(2026, 6, 1)).moved?.level == "city")
    }

    // MARK: On the database

    @Test func `the folder is published once, serials stay, and a rebuild agrees`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.catalogue.desk.items
            let day = PlatformSample.now.day
            let items = desk.current.items(on: day, root: "chongqing")
            #expect(items.map(\.code.text) == items.map(\.code.text).sorted() && items.count >= 15)
            #expect(desk.current.item("item-adjustment", on: day, root: "chongqing") == nil, "it has no code")
            #expect(items.first { $0.id == "food-business-licence" }?.services == ["food-business-licence": 1])
            var texts = try PlatformSample.texts(below: "Services")
            let again = try await desk.publish(
                Library(texts: texts), by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("i2"))
            #expect(again == [])
            let path = "Services/another-licence/service.yaml"
            texts[path] = texts["Services/food-business-licence/service.yaml"]?
                .replacing("service: food-business-licence", with: "service: another-licence")
            let more = try await desk.publish(
                Library(texts: texts), by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("i3"))
            #expect(more == ["food-business-licence"])
            let item = try #require(desk.current.item("food-business-licence", on: day, root: "chongqing"))
            #expect(item.services == ["food-business-licence": 1, "another-licence": 2], "not in the order of the ids")
            let before = try await sample.database.read { try ItemStore.all(in: $0) }
            try await sample.features.catalogue.desk.compileAll()
            #expect(try await sample.features.rebuild(sample.database).run().isClean)
            let after = try await sample.database.read { try ItemStore.all(in: $0) }
            #expect(after == before)
        }
    }

    @Test func `codes have their shape, samples are marked, and no two units share one`() async throws {
        try await PlatformSample.onSQLite { sample in
            let map = sample.features.territory.desk.current
            let day = PlatformSample.now.day
            let codes = ItemCodes(territory: map, on: day)
            let item = try #require(ItemCode("000131001000"))
            var seen: [String: String] = [:]
            for unit in map.units.values where unit.exists(on: day) {
                let code = try #require(codes.code(of: unit), "\(unit.id)")
                #expect(code.isSample && UnifiedSocialCreditCode(code.code.text) == code.code)
                #expect(code.code.warnings == [], "both check characters are right")
                #expect(seen.updateValue(unit.id, forKey: code.code.text) == nil, "\(unit.id)")
                let whole = try #require(codes.implementation(of: item, at: unit, serial: 7))
                #expect(whole.description.count == 33 && whole.description.hasSuffix("07"))
                #expect(ImplementationCode(whole.description) == whole)
                #expect(codes.implementation(of: item, at: unit, serial: nil)?.description.count == 31)
            }
            #expect(codes.level(of: "chongqing") == .province)
            #expect(codes.level(of: "yuzhong") == .county)
        }
    }
}
