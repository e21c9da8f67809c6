import Casework
import Testing
import Values

@testable import Features

/// Ratings through the interface for connected systems.
@Suite struct RatingAPITests {
    private func follow(_ sample: InterfaceSample) async throws {
        let features = sample.platform.features
        for _ in 0..<3 {
            while try await features.events.place(limit: 500) > 0 {}
            while try await features.follow(limit: 200) > 0 {}
        }
    }

    /// A case that was withdrawn, and the code of its outcome.
    private func ended(_ sample: InterfaceSample, _ key: String) async throws -> (id: String, code: String) {
        let id = try await sample.filed(key)
        let act = Act(action: "withdraw", said: [:], brings: [], seen: [:])
        _ = try await sample.platform.features.cases.desk.run(
            .act(act), on: id, by: sample.platform.agent("end-" + key, at: PlatformSample.now))
        try await follow(sample)
        let codes = try await sample.get("/api/v1/cases/\(id)/rating-codes")
        #expect(codes.status == 200, "\(codes.text)")
        return (id, codes.json["items"]?.list?.last?["code"]?.text ?? "")
    }

    @Test func `a system gives a rating once, reads it, and reads the measures`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let (_, code) = try await ended(sample, "rated")
            let body: JSON = [
                "code": .text(code), "grade": 2, "aspects": ["speed"], "words": "慢 13800138000", "publish": true,
                "name": "张", "phone": "19900000001",
            ]
            let first = try await sample.send("/api/v1/ratings", body, key: "one")
            #expect(first.status == 201, "\(first.text)")
            let again = try await sample.send("/api/v1/ratings", body, key: "one")
            #expect(again.status == 201 && again.isReplayed && again.json == first.json)
            let other = try await sample.send("/api/v1/ratings", ["code": .text(code), "grade": 5], key: "two")
            #expect(other.status == 409)
            let reused = try await sample.send("/api/v1/ratings", ["code": .text(code), "grade": 1], key: "one")
            #expect(reused.status == 422)
            try await follow(sample)
            let rating = try #require(first.json["rating"]?.text)
            let early = try await sample.send(
                "/api/v1/ratings/\(rating)/further", ["code": .text(code), "grade": 5], key: "three")
            #expect(early.status == 409, "it is being corrected")
            let list = try await sample.get("/api/v1/ratings?unit=yuzhong-market&grade=2")
            let listed = list.json["items"]?.list?.first
            #expect(listed?["id"]?.text == rating && listed?["words"]?.text == "慢 ***********", "\(list.text)")
            #expect(listed?["correction"]?["excluded"]?.bool == false)
            #expect(try await sample.get("/api/v1/ratings?grade=5").json["items"]?.list?.isEmpty == true)
            let measures = try await sample.get("/api/v1/rating-measures?from=2026-01&to=2026-12").json
            #expect(measures["correction"]?["denominator"]?.number == 1)
            #expect(measures["items"]?["hundredths_of_percent"]?.number == 10_000)
            #expect(measures["grades"]?["2"]?.number == 1)
        }
    }

    @Test func `lists come in pages that hold each rating once`() async throws {
        try await InterfaceSample.onSQLite { sample in
            var given: Set<String> = []
            for number in 0..<5 {
                let (_, code) = try await ended(sample, "page\(number)")
                let answer = try await sample.send(
                    "/api/v1/ratings", ["code": .text(code), "grade": .number(Int64(number % 2) + 4)],
                    key: "give\(number)")
                given.insert(answer.json["rating"]?.text ?? "")
            }
            for filter in ["", "&region=yuzhong", "&service=food-business-licence"] {
                var seen: [String] = []
                var cursor = ""
                repeat {
                    let page = try await sample.get("/api/v1/ratings?limit=2" + filter + cursor).json
                    seen += (page["items"]?.list ?? []).compactMap { $0["id"]?.text }
                    cursor = page["next"]?.text.map { "&cursor=\($0)" } ?? ""
                } while !cursor.isEmpty
                #expect(seen.count == 5 && Set(seen) == given, "\(filter)")
            }
        }
    }

    @Test func `what is wrong is told with its place, and scopes hold`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let (id, code) = try await ended(sample, "bad")
            let long = String(repeating: "长", count: 5000)
            let bodies: [(JSON, Int, [String])] = [
                ([:], 422, ["code", "grade"]), (["code": .text(code)], 422, ["grade"]),
                (["code": .text(code), "grade": 6], 422, ["grade"]),
                (["code": .text(code), "grade": "5"], 422, ["grade"]),
                (["code": .text(code), "grade": 5, "stars": 5], 422, ["stars"]),
                (["code": .text(code), "grade": 5, "publish": "yes"], 422, ["publish"]),
                (["code": .text(code), "grade": 5, "aspects": ["beauty"]], 422, ["aspects"]),
                (["code": .text(code), "grade": 5, "words": .text(long)], 422, ["words"]),
                (["code": .text(code), "grade": 5, "name": "张"], 422, ["phone"]),
                (["code": "AAAABBBBCCCCDDDD", "grade": 5], 404, []), (["code": "<b>", "grade": 5], 404, []),
            ]
            for (number, (body, status, places)) in bodies.enumerated() {
                let answer = try await sample.send("/api/v1/ratings", body, key: "bad\(number)")
                #expect(answer.status == status, "\(body.canonicalText.prefix(80)): \(answer.text)")
                #expect(Set(answer.places).isSuperset(of: places), "\(answer.places)")
            }
            #expect(
                try await sample.send("/api/v1/ratings", ["code": .text(code), "grade": 5], key: nil).status == 422)
            for query in ["ratings?grade=6", "ratings?unit=a&region=b", "ratings?x=1", "rating-measures?from=2026-13"] {
                #expect(try await sample.get("/api/v1/" + query).status == 422, "\(query)")
            }
            #expect(try await sample.get("/api/v1/ratings?cursor=x").status == 400)
            #expect(try await sample.get("/api/v1/rating-measures?region=nowhere").status == 404)
            let reader = try await sample.token([.read])
            let body: JSON = ["code": .text(code), "grade": 5]
            #expect(try await sample.send("/api/v1/ratings", body, key: "k", bearer: reader).status == 403)
            #expect(try await sample.get("/api/v1/cases/\(id)/rating-codes", bearer: reader).status == 403)
            #expect(try await sample.get("/api/v1/ratings", bearer: reader).status == 200)
        }
    }
}
