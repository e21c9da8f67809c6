import Foundation
import HTTPTypes
import Testing
import Values

@testable import Features

@Suite struct ItemRoutesTests: ApplicantSample {
    @Test func `anyone browses the register by type, department, level, visits and words`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let router = router(platform)
            let all = try await router.ask(.get, "/items", cookies: [:])
            #expect(all.status == 200 && all.text.contains("/items/food-business-licence"))
            #expect(all.text.contains("零跑腿"))
            #expect(!all.text.contains("/items/item-adjustment"))
            for (query, shown, hidden) in [
                ("type=01", "food-business-licence", "unemployment-benefit"),
                ("department=31", "food-business-licence", "unemployment-benefit"),
                ("level=district", "food-business-licence", "nothing"),
                ("visits=once", "real-estate-registration", "nothing"),
                ("visits=none", "food-business-licence", "real-estate-registration"),
                ("q=000131001", "food-business-licence", "company-seal"),
            ] {
                let page = try await router.ask(.get, "/items?" + query, cookies: [:]).text
                #expect(page.contains("/items/\(shown)\""), "\(query)")
                #expect(!page.contains("/items/\(hidden)\""), "\(query)")
            }
            for query in ["type=zz", "level=village", "visits=many", "q=" + String(repeating: "a", count: 5000)] {
                let page = try await router.ask(.get, "/items?" + query, cookies: [:])
                #expect(page.status == 200 && page.text.contains("没有找到事项"), "\(query)")
            }
        }
    }

    @Test func `an item shows codes, basis, levels and units in every district`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let router = router(platform)
            let page = try await router.ask(.get, "/items/food-business-licence", cookies: [:])
            #expect(page.text.contains("000131001000") && page.text.contains("示例编码"))
            #expect(page.text.contains("国家级目录") && page.text.contains("四级四同"))
            let map = platform.features.territory.desk.current
            let unit = try #require(map.unit(named: "市场监管局", in: "yuzhong", under: nil, on: PlatformSample.now.day))
            let code = try #require(ItemCodes(territory: map, on: PlatformSample.now.day).code(of: unit)).code.text
            #expect(page.text.contains(code + "400013100100001"), "unit, level 4, item, serial 01")
            #expect(try await router.ask(.get, "/items/item-adjustment", cookies: [:]).status == 404)
            #expect(try await router.ask(.get, "/items/%3Cscript%3E", cookies: [:]).status == 404)
            #expect(try await router.ask(.get, "/items/food-business-licence?after=x", cookies: [:]).status == 200)
        }
    }

    @Test func `systems read every implementation once, in pages`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            var codes: [String] = []
            var cursor = ""
            repeat {
                let page = try await sample.get(
                    "/api/v1/items/food-business-licence/implementations?limit=17" + cursor
                ).json
                codes += (page["items"]?.list ?? []).compactMap { $0["service_code"]?.text }
                cursor = page["next"]?.text.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(codes.count >= 37 && Set(codes).count == codes.count)
            let bad = try await sample.get("/api/v1/items/food-business-licence/implementations?cursor=x.y")
            #expect(bad.status == 400)
            #expect(try await sample.get("/api/v1/items?cursor=1").status == 400)
            #expect(try await sample.get("/api/v1/items?type=1").status == 422)
            #expect(try await sample.get("/api/v1/items/nothing").status == 404)
        }
    }
}
