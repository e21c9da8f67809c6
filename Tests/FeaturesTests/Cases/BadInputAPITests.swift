import Foundation
import HTTPTypes
import Testing
import Values

@testable import Features

/// Everything that a public interface meets: none of it may be a fault of ours.
@Suite struct BadInputAPITests {
    /// Emoji and rare characters, also beyond the BMP, right-to-left text, marks, SQL, HTML, paths, very long.
    private static let texts = [
        "🍜👩‍👩‍👧‍👦🇨🇳", "𠮷野家𪚥", "مرحبا\u{202E}abc", "e\u{301}\u{327}\u{489}",
        "'; DROP TABLE case_file; --", "\" OR 1=1 --",
        "<script>alert(1)</script>", "{{7*7}}${7*7}", "../../etc/passwd", "\u{FEFF}\u{200B}", "%00%0d%0a", "\\u0000",
        "\u{FFFF}\u{10FFFF}", String(repeating: "面", count: 5000), "9223372036854775807", "-0", "1e999", "null",
    ]

    @Test func `no text in any field of a command is a fault of ours`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let base = try #require(InterfaceSample.licence().map)
            for (number, text) in (Self.texts + ["a\u{0}b"]).enumerated() {
                var answers = try #require(base["answers"]?.map)
                answers["premises.address"] = .text(text)
                var bodies: [JSON] = [.map(base.merging(["answers": .map(answers)]) { $1 })]
                for name in ["service", "region", "track"] {
                    bodies.append(.map(base.merging([name: .text(text)]) { $1 }))
                }
                bodies.append(.map(base.merging(["promised": [.text(text)], "deferred": [.text(text)]]) { $1 }))
                bodies.append(.map(base.merging(["applicant": ["code": .text(text)]]) { $1 }))
                bodies.append(.map(base.merging([text: 1]) { $1 }))
                bodies.append(.map(base.merging(["answers": [text: .text(text)]]) { $1 }))
                for (place, body) in bodies.enumerated() {
                    for path in ["/api/v1/cases", "/api/v1/drafts"] {
                        let answer = try await sample.send(path, body, key: "k\(number)-\(place)-\(path)")
                        #expect(answer.status < 500, "\(path) \(text.prefix(40)): \(answer.text.prefix(300))")
                        guard place > 0 else { continue }
                        #expect(answer.status >= 400 || place == 4, "\(path) \(place) \(text.prefix(40))")
                    }
                }
                let keyed = try await sample.send("/api/v1/cases", InterfaceSample.licence(), key: "key \(number)")
                #expect(keyed.status == 201)
            }
        }
    }

    @Test func `no text in any parameter or path is a fault of ours`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let id = try await sample.filed("f")
            let questions = [
                "/api/v1/services?text=", "/api/v1/services?region=", "/api/v1/services?department=",
                "/api/v1/cases?unit=", "/api/v1/cases?number=", "/api/v1/cases?applicant=",
                "/api/v1/cases?unit=yuzhong-market&stage=", "/api/v1/tasks?role=clerk&unit=",
                "/api/v1/tasks?unit=a&role=", "/api/v1/posts?role=clerk&unit=", "/api/v1/units?name=",
                "/api/v1/certificates?number=", "/api/v1/certificates?case=", "/api/v1/events?kind=",
                "/api/v1/events?stream=", "/api/v1/events?from=", "/api/v1/drafts?service=", "/api/v1/lists?q=",
                "/api/v1/services?day=", "/api/v1/services?limit=", "/api/v1/cases?unit=a&cursor=",
                "/api/v1/cases/\(id)/events?limit=", "/api/v1/services/", "/api/v1/cases/", "/api/v1/receipts/\(id)/",
                "/api/v1/receipts/x/", "/api/v1/cases/\(id)/documents/", "/api/v1/lists/", "/api/v1/uploads/",
                "/api/v1/certificates/", "/api/v1/cases?unit=a&",
            ]
            for text in Self.texts + ["a\u{0}b", "%", "%C3%28", "a b"] {
                let encoded = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                for question in questions {
                    let answer = try await sample.get(question + encoded)
                    #expect(answer.status < 500, "\(question)\(encoded.prefix(60)): \(answer.text.prefix(300))")
                }
            }
        }
    }

    @Test func `floods of parameters, names and levels are refused at once`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let many = (0..<3000).map { "p\($0)=1" }.joined(separator: "&")
            let flood = try await sample.get("/api/v1/services?" + many)
            #expect(flood.status == 400 && flood.places == ["query"])
            #expect(
                try await sample.get("/api/v1/services?text=" + String(repeating: "a", count: 60_000)).status == 400)
            #expect(try await sample.get("/api/v1/services?limit=1&limit=2").status == 422)
            #expect(try await sample.get("/api/v1/services?limit=99999999999999999999").status == 422)
            let deep = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
            let answer = try await sample.ask(.post, "/api/v1/cases", body: Array(deep.utf8), key: "k")
            #expect(answer.status == 400 && answer.places == ["body"])
            let levels = String(repeating: #"{"a":"#, count: 40) + "1" + String(repeating: "}", count: 40)
            let nested = try await sample.ask(
                .post, "/api/v1/services/food-business-licence/guide", body: Array(#"{"answers":\#(levels)}"#.utf8),
                key: nil)
            #expect(nested.status == 422)
            let names = (0..<20_000).map { "\"n\($0)\":1" }.joined(separator: ",")
            let wide = try await sample.ask(.post, "/api/v1/cases", body: Array("{\(names)}".utf8), key: "k")
            #expect(wide.status == 422)
            for number in ["99999999999999999999", "1e400", "-9223372036854775809", "0.1"] {
                let huge = try await sample.ask(
                    .post, "/api/v1/cases", body: Array(#"{"service":\#(number)}"#.utf8), key: "k")
                #expect(huge.status == 400, "\(number)")
            }
            let largest = InterfaceSample.licence([
                "answers": ["renewal": false, "business_kind": "bulk_sale", "area": .number(.max)]
            ])
            #expect(try await sample.send("/api/v1/cases", largest, key: "m").status < 500)
            let smallest = InterfaceSample.licence([
                "answers": ["renewal": false, "business_kind": "bulk_sale", "area": .number(.min)]
            ])
            #expect(try await sample.send("/api/v1/cases", smallest, key: "n").status < 500)
        }
    }

    @Test func `another method is told which ones go, and another media type is not read`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let id = try await sample.filed("f")
            for (method, path, allowed) in [
                (HTTPRequest.Method.delete, "/api/v1/cases", "GET, HEAD, OPTIONS, POST"),
                (.put, "/api/v1/cases/\(id)", "GET, HEAD, OPTIONS"), (.get, "/api/v1/uploads", "OPTIONS, POST"),
                (.patch, "/api/v1/drafts/\(id)", "DELETE, GET, HEAD, OPTIONS, PUT"),
                (.trace, "/api/v1/me", "GET, HEAD, OPTIONS"), (.post, "/my/drafts", "GET, HEAD, OPTIONS"),
            ] {
                let answer = try await sample.ask(method, path, body: [], key: nil)
                #expect(answer.status == 405 && answer.headers[.allow] == allowed, "\(method) \(path)")
                let options = try await sample.ask(.options, path, body: [], key: nil, bearer: nil)
                #expect(options.status == 204 && options.headers[.allow] == allowed && options.bytes.isEmpty)
            }
            #expect(try await sample.ask(.delete, "/api/v1/nothing", body: [], key: nil).status == 404)
            let head = try await sample.ask(.head, "/api/v1/cases/\(id)", body: [], key: nil)
            let whole = try await sample.get("/api/v1/cases/\(id)")
            #expect(head.status == 200 && head.bytes.isEmpty)
            #expect(head.headers[.contentLength] == "\(whole.bytes.count)")
            #expect(try await sample.ask(.head, "/api/v1/me", body: [], key: nil, bearer: nil).status == 401)
            #expect(try await sample.ask(.head, "/", body: [], key: nil, bearer: nil).status == 200)
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/json5", ""] {
                let wrong = try await sample.ask(
                    .post, "/api/v1/cases", body: InterfaceSample.licence().canonical, key: "k",
                    more: [.contentType: type])
                #expect(wrong.status == 415 && wrong.code == "wrong_type", "\(type)")
            }
            let right = try await sample.ask(
                .post, "/api/v1/cases", body: InterfaceSample.licence().canonical, key: "k",
                more: [.contentType: "Application/JSON; charset=utf-8"])
            #expect(right.status == 201)
        }
    }
}
