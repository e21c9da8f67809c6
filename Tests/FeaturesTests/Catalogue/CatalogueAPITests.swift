import Testing
import Values

@testable import Features

@Suite struct CatalogueAPITests {
    @Test func `services are listed in pages as they are in force`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            var ids: [String] = []
            var cursor = ""
            repeat {
                let page = try await sample.get("/api/v1/services?region=yuzhong&limit=3\(cursor)")
                ids += (page.json["items"]?.list ?? []).compactMap { $0["id"]?.text }
                cursor = page.json["next"]?.text.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(ids == ids.sorted() && Set(ids).count == ids.count)
            #expect(ids.contains("food-business-licence") && ids.contains("mortgage-release"))
            // 渝中府发〔2022〕31号 made it a filing from then on.
            let before = try await sample.get("/api/v1/services?region=yuzhong&day=2022-08-14&limit=100").json
            #expect(!(before["items"]?.list ?? []).contains { $0["id"] == "prepacked-food-filing" })
            #expect(try await sample.get("/api/v1/services?day=2026-02-30").status == 422)
        }
    }

    @Test func `a service tells what is asked, what is needed, how long it takes, and by which article`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let service = try await sample.get("/api/v1/services/food-business-licence?region=yuzhong").json
            #expect(service["questions"]?.list?.compactMap { $0["id"]?.text } == ["renewal", "business_kind"])
            let plan = try #require(service["plans"]?.list?.first)
            let clock = try #require(plan["clocks"]?.list?.first { $0["id"] == plan["main_clock"] })
            #expect(clock["promised"]?.list?.map { $0["limit"]?.text } == ["3 workdays", "5 workdays"])
            #expect(clock["statutory"]?.list?.last?["limit"] == "20 workdays")
            #expect(clock["law"]?["law"] == "行政许可法")
            #expect(clock["promised_by"]?["own"] != nil)
            let need = try #require(plan["needs"]?.list?.first { $0["id"] == "business-licence" })
            #expect(need["from"] == ["certificate", "register", "upload"])
            #expect(need["register"] == "法人基础库")
            #expect(plan["outcome"]?["certificate"] == "food-business-licence")
            #expect(service["guide"]?["zh"]?.text?.isEmpty == false)
        }
    }

    @Test func `a lower level's own promise shows where it comes from`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let city = try await sample.get("/api/v1/services/water-connection").json
            let zone = try await sample.get("/api/v1/services/water-connection?region=wansheng").json
            #expect(city["definition"] != zone["definition"])
            #expect(zone["resolved_for"] == "wansheng")
            let layers = (zone["origins"]?.map ?? [:]).values.flatMap { $0.list ?? [] }.compactMap { $0["layer"]?.text }
            #expect(layers.contains("wansheng"))
        }
    }

    @Test func `a guide names the question that decides most, until fewer than two are open`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let path = "/api/v1/services/food-business-licence/guide"
            func ask(_ answers: JSON) async throws -> (questions: [String], most: JSON?) {
                let guide = try await sample.send(path, ["region": "yuzhong", "answers": answers], key: nil).json
                return ((guide["questions"]?.list ?? []).compactMap { $0["id"]?.text }, guide["decides_most"])
            }
            let empty = try await ask([:])
            #expect(empty.questions.starts(with: ["renewal", "business_kind", "area"]))
            #expect(empty.most == "business_kind")
            #expect(try await ask(["business_kind": "bulk_sale"]).most == "area")
            let settled: JSON = ["renewal": false, "business_kind": "bulk_sale", "area": 60]
            #expect(try await ask(settled).most == .null)
        }
    }
}
