import HTTPTypes
import Testing
import Values

@testable import Features

@Suite struct CaseAPIReadingTests {
    @Test func `what is wrong in a body is told with its place, and nothing is written`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let deep = (0..<20).reduce(JSON.text("x")) { inner, _ in .list([inner]) }
            let cases: [(String, JSON, String)] = [
                ("a list", [], "body"),
                ("no service", InterfaceSample.licence(["service": .null]), "service"),
                ("a number for a text", InterfaceSample.licence(["region": 5]), "region"),
                ("an empty text", InterfaceSample.licence(["service": ""]), "service"),
                ("a name nobody reads", InterfaceSample.licence(["promise": []]), "promise"),
                ("no applicant", InterfaceSample.licence(["applicant": .null]), "applicant"),
                ("an empty applicant", InterfaceSample.licence(["applicant": [:]]), "applicant"),
                (
                    "two names of an applicant",
                    InterfaceSample.licence(["applicant": ["code": "1", "id_number": "500103198503129906"]]),
                    "applicant"
                ),
                ("an id that is none", InterfaceSample.licence(["applicant": ["person": "x"]]), "applicant.person"),
                (
                    "no identity number", InterfaceSample.licence(["applicant": ["id_number": "500103198503129907"]]),
                    "applicant.id_number"
                ),
                (
                    "an applicant without account",
                    InterfaceSample.licence(["applicant": ["code": "91500103MA9T00165Y"]]),
                    "applicant"
                ),
                (
                    "an agent without delegation",
                    InterfaceSample.licence(["agent": .text(SamplePeople.citizens[0].id.text)]),
                    "delegation"
                ),
                ("answers as a list", InterfaceSample.licence(["answers": []]), "answers"),
                ("an answer to nothing", InterfaceSample.licence(["answers": ["nothing": 1]]), "nothing"),
                ("an answer of another type", InterfaceSample.licence(["answers": ["area": "large"]]), "area"),
                (
                    "an answer outside of the choices",
                    InterfaceSample.licence(["answers": ["business_kind": "bakery"]]),
                    "business_kind"
                ),
                ("an answer too deep", InterfaceSample.licence(["answers": ["area": deep]]), "answers"),
                (
                    "an answer with a NUL", InterfaceSample.licence(["answers": ["premises.address": "a\u{0}b"]]),
                    "answers"
                ),
                ("promises that are no texts", InterfaceSample.licence(["promised": [1]]), "promised"),
                ("a track that is not open", InterfaceSample.licence(["track": "commitment"]), "track"),
            ]
            for (what, body, place) in cases {
                let answer = try await sample.send("/api/v1/cases", body, key: "k")
                #expect(answer.status == 422, "\(what): \(answer.text)")
                #expect(answer.code == "input", "\(what)")
                #expect(answer.places.contains(place), "\(what): \(answer.text)")
            }
            #expect(try await sample.get("/api/v1/cases?unit=yuzhong-market").json["items"] == [])
        }
    }

    @Test func `a body that is no strict JSON, too large, or without key is refused`() async throws {
        try await InterfaceSample.onSQLite { sample in
            for text in [
                "", "{", "{}x", #"{"a":1,"a":2}"#, #"{"service":1.5}"#, "{'a':1}", "\u{FEFF}{}", #"{"a":"\ud800"}"#,
            ] {
                let answer = try await sample.ask(.post, "/api/v1/cases", body: Array(text.utf8), key: "k")
                #expect(answer.status == 400 && answer.code == "unreadable", "\(text)")
                #expect(answer.places == ["body"])
            }
            let latin = try await sample.ask(.post, "/api/v1/cases", body: [0x22, 0xE9, 0x22], key: "k")
            #expect(latin.status == 400)
            let large = [UInt8](repeating: 0x20, count: 10 * 1024 * 1024)
            let answer = try await sample.ask(.post, "/api/v1/cases", body: large, key: "k")
            #expect(answer.status == 413)
            #expect(answer.json["limit"] == 1_048_576)
            for key in [nil, "", String(repeating: "k", count: 201)] as [String?] {
                let missing = try await sample.send("/api/v1/cases", InterfaceSample.licence(), key: key)
                #expect(missing.status == 422)
                #expect(missing.places == ["key"])
            }
        }
    }

    @Test func `a deed's body is read as strictly`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let id = try await sample.filed("f")
            let post = InterfaceSample.post("wu-jing")
            let cases: [(JSON, String)] = [
                ([:], "post"), (["post": "x"], "post"), (["post": post, "applicant": "person:x"], "applicant"),
                (["applicant": "platform"], "applicant"), (["post": post, "said": []], "said"),
                (["post": post, "said": ["reason": "x"]], "reason"),
                (["post": post, "seen": ["stage": "x"]], "seen.stage"),
                (["post": post, "seen": ["all": 1]], "seen.all"), (["post": post, "brings": ["x"]], "brings.0"),
                (["post": post, "brings": [["need": "layout-plan", "source": "upload"]]], "brings.0.files"),
                (
                    ["post": post, "brings": [["need": "layout-plan", "source": "upload", "files": ["x"]]]],
                    "layout-plan"
                ), (["post": post, "brings": [["need": "layout-plan", "source": "air"]]], "brings.0.source"),
                (["post": post, "brings": [["need": "nothing", "source": "promise"]]], "nothing"),
                (
                    [
                        "post": post,
                        "brings": [["need": "business-licence", "source": "certificate", "reference": "x"]],
                    ], "business-licence"
                ),
            ]
            for (body, place) in cases {
                let answer = try await sample.send("/api/v1/cases/\(id)/actions/accept", body, key: "k")
                #expect(answer.status == 422, "\(place): \(answer.text)")
                #expect(answer.places.contains(place), "\(place): \(answer.text)")
            }
            #expect(try await sample.accept(id, key: "k").status == 200)
        }
    }

    @Test func `personal values are in no answer of the interface`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let person = SamplePeople.citizens[0]
            let body: JSON = [
                "service": "mortgage-release", "region": "yuzhong", "applicant": ["id_number": .text(person.idNumber)],
            ]
            let filed = try await sample.send("/api/v1/cases", body, key: "m")
            // The register knows the one property of this person, its mortgage, and the bank's consent.
            #expect(filed.status == 201, "\(filed.text)")
            #expect(filed.json["outcome"] == "granted", "\(filed.text)")
            let id = try #require(filed.json["id"]?.text)
            let state = try await sample.get("/api/v1/cases/\(id)")
            #expect(state.json["answers"]?["person.id_number"]?["masked"] == "500103********9906")
            #expect(state.json["answers"]?["person.id_number"]?["value"] == .null)
            #expect(state.json["answers"]?["person.name"]?["masked"] == "李*")
            #expect(state.json["answers"]?["mortgage_recorded"]?["value"] == true)
            let applicant = "person:\(person.id)"
            let answers = [
                filed, state, try await sample.get("/api/v1/cases/\(id)/events?limit=100"),
                try await sample.get("/api/v1/cases?applicant=\(applicant)"),
                try await sample.get("/api/v1/cases?unit=yuzhong-estate"),
            ]
            for answer in answers {
                #expect(answer.status < 300)
                #expect(!answer.text.contains(person.idNumber) && !answer.text.contains(person.name))
            }
            #expect(answers[3].json["items"]?.list?.count == 1)
        }
    }

    @Test func `lists are given in pages, each entry once`() async throws {
        try await InterfaceSample.onSQLite { sample in
            var filed: [String] = []
            for number in 0..<5 { filed.append(try await sample.filed("f\(number)")) }
            for path in ["/api/v1/cases?unit=yuzhong-market", "/api/v1/tasks?unit=yuzhong-market&role=clerk"] {
                var seen: [String] = []
                var cursor = ""
                repeat {
                    let page = try await sample.get("\(path)&limit=2\(cursor)")
                    let items = try #require(page.json["items"]?.list, "\(page.text)")
                    #expect(items.count <= 2)
                    seen += items.compactMap { ($0["id"] ?? $0["case"])?.text }
                    cursor = page.json["next"]?.text.map { "&cursor=\($0)" } ?? ""
                } while !cursor.isEmpty
                #expect(seen.count == 5)
                #expect(Set(seen) == Set(filed))
            }
            let number = try #require(try await sample.accept(filed[0], key: "a").json["number"]?.text)
            let found = try await sample.get("/api/v1/cases?number=\(number)")
            #expect(found.json["items"]?.list?.compactMap { $0["id"]?.text } == [filed[0]])
            for wrong in [
                "/api/v1/cases", "/api/v1/cases?unit=a&applicant=b", "/api/v1/cases?unit=a&unit=b",
                "/api/v1/cases?unit=a&limit=0", "/api/v1/cases?applicant=x", "/api/v1/cases?unit=a&limit=1000",
                "/api/v1/cases?unit=a&closed=yes", "/api/v1/cases?unit=a&clsoed=true", "/api/v1/cases?unit=",
                "/api/v1/tasks?unit=a",
            ] {
                #expect(try await sample.get(wrong).status == 422, "\(wrong)")
            }
            let next = try await sample.get("/api/v1/cases?unit=yuzhong-market&limit=2").json["next"]?.text ?? ""
            for broken in [
                "/api/v1/cases?unit=yuzhong-market&cursor=x", "/api/v1/cases?unit=yuzhong&cursor=\(next)",
                "/api/v1/cases?unit=yuzhong-market&closed=true&cursor=\(next)",
                "/api/v1/cases?unit=yuzhong-market&cursor=\(next)0", "/api/v1/cases/\(filed[0])/events?cursor=\(next)",
                "/api/v1/tasks?unit=yuzhong-market&role=clerk&cursor=-1",
            ] {
                let answer = try await sample.get(broken)
                #expect(answer.status == 400 && answer.places == ["cursor"], "\(broken): \(answer.text)")
            }
        }
    }

    @Test func `a case is shown as time has left it, before anybody wrote so`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let id = try await sample.filed("f")
            // Five workdays without a word count as acceptance (行政许可法 第三十二条).
            sample.clock.now = Moment(2026, 3, 12, hour: 9)
            let state = try await sample.get("/api/v1/cases/\(id)").json
            #expect(state["stage"]?["id"] == "review", "\(state.canonicalText)")
            let stored = try await sample.get("/api/v1/cases?unit=yuzhong-market").json["items"]?.list?.first
            #expect(stored?["stage"] == "filed")
        }
    }
}
