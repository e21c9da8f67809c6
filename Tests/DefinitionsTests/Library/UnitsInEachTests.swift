import Definitions
import Testing
import Values

@Suite struct UnitsInEachTests {
    private static let regions = """
        regions:
          city: {name: {zh: 市, en: City}, parent: null, from: 1997-01-01}
          east: {name: {zh: 东区, en: East}, parent: city, from: 1997-01-01, until: 2025-11-05, successor: union}
          union: {name: {zh: 新区, en: Union}, parent: city, from: 2025-11-06}
          old: {name: {zh: 旧县, en: Old}, parent: city, from: 1997-01-01, until: 2010-12-31, successor: union}
          street: {name: {zh: 街道, en: Street}, parent: union, from: 2025-11-06}
        """

    private static let units = """
        in_each:
          city:
            units:
              market: {name: 市场监管局, from: 2019-01-01}
              food: {name: 食品科, parent: market, from: 2019-01-01, until: 2026-06-30, successor: market}
        units:
          union-market: {name: 新区市场监管局, region: union, parent: null, from: 2025-11-06, until: null, successor: null}
        """

    private static func library(_ units: String) -> Library {
        Library(texts: ["Territory/regions.yaml": regions, "Territory/units.yaml": units])
    }

    @Test func `every region directly below has them, as long as both are there`() {
        let units = UnitsInEachTests.library(UnitsInEachTests.units).unitEntries
        #expect(units.keys.sorted() == ["east-food", "east-market", "union-food", "union-market"])
        #expect(
            units["east-food"]
                == [
                    "name": "食品科", "region": "east", "parent": "east-market", "from": "2019-01-01",
                    "until": "2025-11-05", "successor": "union-food",
                ])
        #expect(units["union-food"]?["from"] == "2025-11-06")
        #expect(units["union-food"]?["until"] == "2026-06-30")
        #expect(units["union-food"]?["successor"] == "union-market")
    }

    @Test func `a single entry stands in the place of a made one`() {
        let library = UnitsInEachTests.library(UnitsInEachTests.units)
        #expect(library.unitEntries["union-market"]?["name"] == "新区市场监管局")
        let day = Day(2026, 1, 1)
        #expect(library.unit(named: "新区市场监管局", in: "union", under: nil, on: day) == .one("union-market"))
        #expect(library.unit(named: "食品科", in: "union", under: "union-market", on: day) == .one("union-food"))
        #expect(library.unit(named: "食品科", in: "east", under: nil, on: day) == .none)
    }

    @Test func `the check names regions and entries that are none`() {
        let faults = """
            in_each:
              cyti: {units: {market: {name: 市场监管局, from: 2019-01-01}}}
              street: {units: {hall: {name: 大厅, from: 2019-01-01}}}
              city:
                units:
                  food: {name: 食品科, parent: markt, from: 2019-01-01}
            units: {}
            """
        let found = Checker(UnitsInEachTests.library(faults)).check().filter { $0.file == "Territory/units.yaml" }
        // The made units whose parent is none are told too, each at the file.
        let own = found.filter { $0.line > 1 && $0.line < 7 }
        #expect(Set(own.map { "\($0.line) \($0.id)" }) == ["2 unknown-region", "3 unknown-region", "6 unknown-unit"])
    }

    @Test func `a layer below the level that decides is refused`() throws {
        let text = try #require(GoodLibrary.texts[GoodLibrary.service])
            .replacing("level: district", with: "level: city")
        var texts = GoodLibrary.texts
        texts[GoodLibrary.service] = text
        texts[GoodLibrary.units]? += """

              city-city: {name: 城市管理局, region: chongqing, parent: null, from: 2019-01-01, until: null, successor: null}
              city-permits: {name: 许可科, region: chongqing, parent: city-city, from: 2019-01-01, until: null, successor: null}
            """
        let found = Checker(Library(texts: texts)).check()
        #expect(Set(found.map(\.id)) == ["layer-forbidden"], "\(found.map { "\($0.place) \($0.message.en)" })")
        #expect(Set(found.map(\.file)) == [GoodLibrary.layer, GoodLibrary.later])
    }
}
