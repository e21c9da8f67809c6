import Testing
import Values

@testable import Features

@Suite struct SearchAPITests {
    @Test func `systems search in parts, the best first`() async throws {
        try await InterfaceSample.onSQLite { sample in
            var ids: [String] = []
            var scores: [Int] = []
            var cursor = ""
            repeat {
                let page = try await sample.get("/api/v1/search?q=%E7%99%BB%E8%AE%B0&region=yuzhong&limit=2\(cursor)")
                    .json
                ids += (page["items"]?.list ?? []).compactMap { $0["id"]?.text }
                scores += (page["items"]?.list ?? []).compactMap { $0["score"]?.number }
                cursor = page["next"]?.text.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            let whole = try await sample.get("/api/v1/search?q=%E7%99%BB%E8%AE%B0&region=yuzhong&limit=100").json
            #expect(ids == (whole["items"]?.list ?? []).compactMap { $0["id"]?.text })
            #expect(ids.count > 2 && Set(ids).count == ids.count)
            #expect(scores == scores.sorted(by: >))
        }
    }

    @Test func `what cannot be read is a problem with its place`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let faults = [("", "q"), ("?q=a&cursor=x", "cursor"), ("?q=a&limit=0", "limit")]
            for (query, place) in faults {
                let answer = try await sample.get("/api/v1/search" + query)
                #expect(answer.status == (place == "cursor" ? 400 : 422) && answer.places == [place])
            }
            #expect(try await sample.get("/api/v1/search?q=a&region=nowhere").status == 404)
            #expect(try await sample.get("/api/v1/search?q=a", bearer: nil).status == 401)
        }
    }
}
