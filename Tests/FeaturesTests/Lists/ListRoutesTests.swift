import Foundation
import HTTPTypes
import Testing
import Values

@testable import Features

@Suite struct ListRoutesTests: ApplicantSample {
    @Test func `anyone finds a list, searches it, looks at an old version and downloads it`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let router = router(platform)
            let index = try await router.ask(.get, "/lists?kind=no-penalty", cookies: [:])
            #expect(index.status == 200)
            #expect(index.text.contains("/lists/no-penalty-list") && !index.text.contains("/lists/fee-list"))
            let page = try await router.ask(.get, "/lists/no-penalty-list", cookies: [:])
            #expect(page.text.contains("住所变更后未及时办理变更登记"))
            #expect(page.text.contains("万盛经开办发〔2021〕24号第38项") && page.text.contains("条目是示例数据"))
            let found = try await router.ask(
                .get, "/lists/no-penalty-list?q=" + Self.encoded("招牌"), cookies: [:])
            #expect(found.text.contains("招牌上的名称") && !found.text.contains("住所变更后"))
            let old = try await router.ask(.get, "/lists/no-penalty-list?version=1", cookies: [:])
            #expect(old.text.contains("您看的不是现行版本") && !old.text.contains("住所变更后"))
            let csv = try await router.ask(.get, "/lists/fee-list/files/csv?version=1", cookies: [:])
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(csv.text.contains("\"抵押注销登记\"") || csv.text.contains("\"不动产抵押注销登记\""), "\(csv.text)")
            let json = try await router.ask(.get, "/lists/fee-list/files/json", cookies: [:])
            #expect(JSON(text: json.text)?["list"] == "fee-list")
        }
    }

    @Test func `what is not there is not found, and odd words find nothing`() async throws {
        try await PlatformSample.onSQLite { platform in
            let router = router(platform)
            for path in [
                "/lists/nothing", "/lists/fee-list?version=0", "/lists/fee-list?version=99",
                "/lists/fee-list/files/xml",
                "/lists/fee-list/files/csv?version=x",
            ] {
                #expect(try await router.ask(.get, path, cookies: [:]).status == 404, "\(path)")
            }
            for words in ["<script>", "' OR 1=1 --", "\u{202E}عربي", String(repeating: "汉", count: 5000), "🧾"] {
                let page = try await router.ask(.get, "/lists/fee-list?q=" + Self.encoded(words), cookies: [:])
                #expect(page.status == 200 && page.text.contains("没有找到"))
                #expect(!page.text.contains("<script>"))
            }
            for after in ["-1", "x", "999999999999999999999"] {
                #expect(try await router.ask(.get, "/lists/fee-list?after=\(after)", cookies: [:]).status == 200)
            }
        }
    }

    @Test func `systems read lists in pages, and a cursor stays in its version`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            var ids: [String] = []
            var cursor = ""
            repeat {
                let page = try await sample.get("/api/v1/lists?limit=3\(cursor)").json
                ids += (page["items"]?.list ?? []).compactMap { $0["id"]?.text }
                cursor = page["next"]?.text.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(ids == ids.sorted() && Set(ids).count == ids.count && ids.count >= 9)
            let first = try await sample.get("/api/v1/lists/no-penalty-list/entries?limit=1&day=2024-06-01").json
            let next = try #require(first["next"]?.text)
            let second = try await sample.get(
                "/api/v1/lists/no-penalty-list/entries?limit=5&day=2024-06-01&cursor=\(next)"
            ).json
            #expect(second["items"]?.list?.count == 1, "the cursor goes on in the first version, not in today's")
            for query in ["cursor=x", "cursor=1.1", "version=2&cursor=\(next)", "day=2024-06-02&cursor=\(next)"] {
                let answer = try await sample.get("/api/v1/lists/no-penalty-list/entries?" + query)
                #expect(answer.status == 400, "\(query)")
            }
            for query in ["version=0", "limit=0", "day=2026-02-30", "kind=fee"] {
                let answer = try await sample.get("/api/v1/lists/no-penalty-list/entries?" + query)
                #expect(answer.status == 422, "\(query)")
            }
            #expect(try await sample.get("/api/v1/lists", bearer: nil).status == 401)
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
