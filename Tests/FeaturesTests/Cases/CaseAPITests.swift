import Casework
import Foundation
import HTTPTypes
import Proofs
import Testing
import Values

@testable import Features

@Suite struct CaseAPITests {
    @Test func `a licence is filed, accepted, reviewed and granted by four calls`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let filed = try await sample.send("/api/v1/cases", InterfaceSample.licence(), key: "f")
            let id = try #require(filed.json["id"]?.text)
            #expect(filed.status == 201)
            #expect(filed.headers[.location] == "/api/v1/cases/\(id)")
            #expect(filed.json["stage"] == "filed")
            #expect(filed.json["number"] == .null)
            #expect(filed.json["receipt"]?["stream"]?.text == id)
            #expect(filed.json["receipt"]?["version"] == 1)
            let accepted = try await sample.accept(id, key: "a")
            #expect(accepted.status == 200, "\(accepted.text)")
            #expect(accepted.json["stage"] == "review")
            #expect(accepted.json["number"]?.text != nil)
            let reviewed = try await sample.send(
                "/api/v1/cases/\(id)/tasks/review/results/meets", ["post": InterfaceSample.post("zheng-qiang")],
                key: "r")
            #expect(reviewed.json["stage"] == "decision", "\(reviewed.text)")
            let granted = try await sample.send(
                "/api/v1/cases/\(id)/tasks/approve/results/grant", ["post": InterfaceSample.post("he-wei")], key: "g")
            #expect(granted.json["stage"] == "delivery", "\(granted.text)")
            #expect(granted.json["outcome"] == "granted")
            try await expectState(of: id, in: sample)
            try await expectRecords(of: id, in: sample, filed: filed)
            try await expectCertificate(of: id, in: sample)
        }
    }

    private func expectState(of id: String, in sample: InterfaceSample) async throws {
        let state = try await sample.get("/api/v1/cases/\(id)").json
        #expect(state["channel"] == "api")
        #expect(state["outcome_name"]?["zh"] == "准予")
        #expect(state["answers"]?["enterprise.legal_person"]?["value"] == .null, "a name of a person is not told")
        #expect(state["answers"]?["enterprise.name"]?["value"]?.text == SamplePeople.enterprise.name)
        #expect(state["answers"]?["enterprise.legal_person"]?["source"] == "法人基础库")
        let evidence = Set((state["evidence"]?.list ?? []).compactMap { $0["source"]?.text })
        #expect(evidence == ["register", "promise"])
        let clock = try #require(state["clocks"]?.list?.first)
        #expect(clock["clock"] == state["main_clock"])
        #expect(clock["promised"]?["period"] == "3 workdays")
        #expect(clock["promised"]?["due"] == "2026-03-05")
        #expect(clock["statutory"]?["source"]?["law"] == "行政许可法")
        #expect(clock["ledger"]?.list?.map { $0["entry"]?.text } == ["started", "ended"])
        let open = (state["tasks"]?.list ?? []).filter { $0["state"] == "open" }
        #expect(open.map { $0["task"]?.text } == ["deliver"])
        let tasks = try await sample.get("/api/v1/tasks?unit=yuzhong-market&role=clerk").json["items"]?.list ?? []
        #expect(tasks.contains { $0["case"]?.text == id && $0["task"] == "deliver" })
    }

    private func expectRecords(of id: String, in sample: InterfaceSample, filed: InterfaceSample.Answer) async throws {
        var records: [JSON] = []
        var cursor = ""
        repeat {
            let page = try await sample.get("/api/v1/cases/\(id)/events?limit=5\(cursor)")
            let items = try #require(page.json["items"]?.list)
            for item in items {
                let record = try #require(item["record"])
                // Canonical as stored: whoever cuts it out or writes it anew gets the leaf.
                #expect(page.text.contains(record.canonicalText))
                #expect(item["leaf"]?.text == Hexadecimal.text(LogTree.leaf(record.canonical)))
                records.append(record)
            }
            cursor = page.json["next"]?.text.map { "&cursor=\($0)" } ?? ""
        } while !cursor.isEmpty
        #expect(records.map { $0["version"]?.number } == Array(1...records.count))
        let system = "system:" + SamplePeople.system.id
        #expect(records[0]["actor"]?.text == system)
        #expect(records[0]["acting_for"]?.text == "enterprise:" + SamplePeople.enterprise.id.text)
        #expect(Hexadecimal.text(LogTree.leaf(records[0].canonical)) == filed.json["receipt"]?["leaf"]?.text)
        let posts = Set(records.compactMap { $0["acting_for"]?.text }.filter { $0.hasPrefix("post:") })
        #expect(posts == Set(["wu-jing", "zheng-qiang", "he-wei"].map { "post:" + InterfaceSample.postID($0) }))
    }

    private func expectCertificate(of id: String, in sample: InterfaceSample) async throws {
        let held = try await sample.platform.features.certificates.desk.issued(by: id)
        let certificate = try await sample.get("/api/v1/certificates/\(try #require(held.first).id)")
        #expect(certificate.status == 200)
        #expect(certificate.json["case"]?.text == id)
        #expect(certificate.json["state"] == "valid")
        #expect(certificate.json["valid_until"] == "2031-03-01")
        #expect(certificate.json["fields"]?["enterprise.name"]?.text == SamplePeople.enterprise.name)
    }

    @Test func `the same key gives the first answer again and takes no other request`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let first = try await sample.send("/api/v1/cases", InterfaceSample.licence(), key: "k")
            let second = try await sample.send("/api/v1/cases", InterfaceSample.licence(), key: "k")
            #expect(first.status == 201 && second.status == 201)
            #expect(!first.isReplayed && second.isReplayed)
            #expect(first.bytes == second.bytes)
            let other = try await sample.send(
                "/api/v1/cases", InterfaceSample.licence(["track": "tolerance"]), key: "k")
            #expect(other.status == 422)
            #expect(other.code == "key_reused")
            let id = try #require(first.json["id"]?.text)
            let accepted = try await sample.accept(id, key: "k")
            let again = try await sample.accept(id, key: "k")
            #expect(accepted.status == 200 && again.status == 200)
            #expect(again.isReplayed && accepted.bytes == again.bytes)
            // Another key is another command, and the case is no longer there to be accepted.
            #expect(try await sample.accept(id, key: "k2").code == "not_here")
            let unit = try await sample.get("/api/v1/cases?unit=yuzhong-market")
            #expect(unit.json["items"]?.list?.count == 1)
        }
    }

    @Test func `the same command sent many times at once is done once`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let replies = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await sample.send("/api/v1/cases", InterfaceSample.licence(), key: "k").text
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(replies.count == 8)
            #expect(Set(replies).count == 1)
            #expect(replies[0].contains("receipt"), "\(replies[0])")
            let unit = try await sample.get("/api/v1/cases?unit=yuzhong-market")
            #expect(unit.json["items"]?.list?.count == 1)
        }
    }

    @Test func `an agent files under a delegation that covers the service, and under no other`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let delegations = SamplePeople.delegations
            func filing(_ agent: Person.ID, _ delegation: Delegation.ID) -> JSON {
                InterfaceSample.licence(["agent": .text(agent.text), "delegation": .text(delegation.text)])
            }
            let given = delegations[1]
            let filed = try await sample.send("/api/v1/cases", filing(given.agent, given.id), key: "1")
            #expect(filed.status == 201, "\(filed.text)")
            let id = try #require(filed.json["id"]?.text)
            let state = try await sample.get("/api/v1/cases/\(id)").json
            #expect(state["agent"]?.text == "person:\(given.agent)")
            #expect(state["delegation"]?.text == given.id.text)
            // Another person's, another subject's, and one that was never given.
            for (agent, delegation) in [
                (delegations[0].agent, given.id), (delegations[2].agent, delegations[2].id),
                (given.agent, delegations[2].id),
            ] {
                let answer = try await sample.send("/api/v1/cases", filing(agent, delegation), key: "2")
                #expect(answer.status == 422)
                #expect(answer.places == ["delegation"])
            }
        }
    }

    @Test func `an applicant is named in four ways, and must be of a kind that the service takes`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let enterprise = SamplePeople.enterprise
            // As herself she may give the enterprise's code, because she is recorded as its legal representative.
            let person = SamplePeople.citizens[1]
            let names: [(JSON, String)] = [
                (["enterprise": .text(enterprise.id.text)], "enterprise:\(enterprise.id)"),
                (["code": .text(" \(enterprise.code.lowercased())")], "enterprise:\(enterprise.id)"),
                (["person": .text(person.id.text)], "person:\(person.id)"),
                (["id_number": .text(person.idNumber)], "person:\(person.id)"),
            ]
            for (index, (name, applicant)) in names.enumerated() {
                let answers: JSON = [
                    "renewal": false, "business_kind": "bulk_sale", "area": "60.5", "premises.address": "示例路1号",
                    "enterprise.uscc": .text(enterprise.code),
                ]
                let agent: JSON = applicant.hasPrefix("person") ? .null : .text(enterprise.representative.text)
                let body = InterfaceSample.licence(["applicant": name, "agent": agent, "answers": answers])
                let filed = try await sample.send("/api/v1/cases", body, key: "\(index)")
                #expect(filed.status == 201, "\(filed.text)")
                let state = try await sample.get("/api/v1/cases/\(filed.json["id"]?.text ?? "")").json
                #expect(state["applicant"]?.text == applicant)
            }
            let filing: JSON = [
                "service": "prepacked-food-filing", "region": "yuzhong", "applicant": ["person": .text(person.id.text)],
            ]
            let refused = try await sample.send("/api/v1/cases", filing, key: "p")
            #expect(refused.status == 409)
            #expect(refused.code == "condition")
        }
    }

    @Test func `the services of the demo are settled by what the stand-in registers say`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let code = JSON.map(["code": .text(SamplePeople.enterprise.code)])
            func person(_ index: Int) -> JSON { ["id_number": .text(SamplePeople.citizens[index].idNumber)] }
            func file(_ service: String, _ applicant: JSON, _ answers: JSON, _ key: String) async throws -> JSON {
                let body: JSON = [
                    "service": .text(service), "region": "yuzhong", "applicant": applicant, "answers": answers,
                    "agent": applicant["code"] == nil ? .null : .text(SamplePeople.enterprise.representative.text),
                    "promised": service == "prepacked-food-filing" ? ["food-safety-promise"] : [],
                ]
                return try await sample.send("/api/v1/cases", body, key: key).json
            }
            let plants = "plant-quarantine-transfer"
            #expect(try await file(plants, code, ["plant_kind": "桂花苗木"], "1")["outcome"] == "granted")
            #expect(try await file(plants, code, ["plant_kind": "马尾松原木"], "2")["stage"] == "filed")
            let lowest: JSON = ["plant_kind": "桂花苗木", "enterprise.uscc": "91500103MA9T00165Y"]
            #expect(try await file(plants, person(2), lowest, "3")["stage"] == "filed")
            let stages = ["closed", "filed", "filed", "filed"]
            for (index, stage) in stages.enumerated() {
                let release = try await file("mortgage-release", person(index), [:], "m\(index)")
                #expect(release["stage"]?.text == stage, "\(index): \(release.canonicalText)")
            }
            let answers: JSON = ["sells_other": false, "sells_online": false, "premises.address": "重庆市渝中区示例路18号1层"]
            let filing = try await file("prepacked-food-filing", code, answers, "f")
            let id = try #require(filing["id"]?.text)
            let recorded = try await sample.send(
                "/api/v1/cases/\(id)/tasks/record/results/record", ["post": InterfaceSample.post("wu-jing")], key: "r")
            #expect(recorded.json["outcome"] == "granted", "\(recorded.text)")
        }
    }

    @Test func `scopes, posts and parties are asked before anything is done`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let id = try await sample.filed("f")
            let accept = "/api/v1/cases/\(id)/actions/accept"
            let withdraw = "/api/v1/cases/\(id)/actions/withdraw"
            let review = "/api/v1/cases/\(id)/tasks/review/results/meets"
            let clerk: JSON = ["post": InterfaceSample.post("wu-jing")]
            let party: JSON = ["applicant": .text("enterprise:" + SamplePeople.enterprise.id.text)]
            let read = try await sample.token([.read])
            let file = try await sample.token([.file])
            let decide = try await sample.token([.decide])
            for (token, path, body) in [
                (read, "/api/v1/cases", InterfaceSample.licence()),
                (decide, "/api/v1/cases", InterfaceSample.licence()),
                (read, accept, clerk), (file, accept, clerk), (decide, withdraw, party), (file, review, clerk),
            ] {
                let answer = try await sample.send(path, body, key: "x", bearer: token)
                #expect(answer.status == 403, "\(path): \(answer.text)")
                #expect(answer.code == "not_permitted")
            }
            // A reviewer accepts nothing; a post that is not there neither; another's matter is not withdrawn.
            let stranger: JSON = ["applicant": .text("person:" + SamplePeople.citizens[0].id.text)]
            let nobody: JSON = ["post": "01JQ0000000000000000000000"]
            for (path, body) in [
                (accept, JSON.map(["post": InterfaceSample.post("zheng-qiang")])), (accept, nobody),
                (withdraw, stranger),
            ] {
                #expect(try await sample.send(path, body, key: "x").code == "not_permitted")
            }
            #expect(try await sample.send(withdraw, party, key: "w", bearer: file).json["outcome"] == "withdrawn")
            let posts = "/api/v1/posts?unit=yuzhong-market-food&role=reviewer"
            #expect(try await sample.get(posts, bearer: read).code == "not_permitted")
            let held = try await sample.get(posts, bearer: decide).json["items"]?.list ?? []
            #expect(held.map { $0["id"]?.text } == [InterfaceSample.postID("zheng-qiang")])
        }
    }

    @Test func `without a token nothing is told but the description`() async throws {
        try await InterfaceSample.onSQLite { sample in
            for line in try InterfaceSample.table(of: sample.platform.features).lines where line.isInterface {
                let path = line.path.replacingOccurrences(of: "{", with: "").replacingOccurrences(of: "}", with: "")
                for bearer in [nil, "wrong"] as [String?] {
                    let answer = try await sample.ask(line.method, path, body: [], key: "k", bearer: bearer)
                    if line.verb == .readPublicPages {
                        #expect(answer.status == (bearer == nil ? 200 : 401))
                    } else {
                        #expect(answer.status == 401, "\(line.method) \(path)")
                        #expect(answer.code == "not_signed_in")
                        #expect(answer.headers[.contentType] == "application/problem+json")
                        #expect(answer.headers[.wwwAuthenticate] == "Bearer")
                    }
                }
            }
        }
    }

    @Test func `what is not there is not found`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let nobody = "01JQ0000000000000000000000"
            let person = SamplePeople.citizens[0].id.text
            for id in [nobody, "x", "%00", person, SamplePeople.enterprise.id.text] {
                for path in ["/api/v1/cases/\(id)", "/api/v1/cases/\(id)/events", "/api/v1/certificates/\(id)"] {
                    let answer = try await sample.get(path)
                    #expect(answer.status == 404, "\(path): \(answer.text)")
                    #expect(answer.code == "not_found")
                }
                #expect(try await sample.accept(id, key: "n").status == 404)
            }
            for path in ["/api/v1/services/nothing", "/api/v1/services?region=nowhere", "/api/v1/nothing"] {
                #expect(try await sample.get(path).status == 404)
            }
            let unknown = InterfaceSample.licence(["service": "nothing"])
            #expect(try await sample.send("/api/v1/cases", unknown, key: "n").status == 404)
        }
    }

    @Test func `what the state does not allow is a conflict with its code`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let id = try await sample.filed("f")
            let reviewer: JSON = ["post": InterfaceSample.post("zheng-qiang")]
            let early = try await sample.send("/api/v1/cases/\(id)/tasks/review/results/meets", reviewer, key: "1")
            #expect(early.status == 409)
            #expect(early.code == "no_task")
            var seen: JSON = ["post": InterfaceSample.post("wu-jing"), "seen": ["stage": 99]]
            let other = try await sample.send("/api/v1/cases/\(id)/actions/accept", seen, key: "2")
            #expect(other.code == "changed_meanwhile", "\(other.text)")
            let state = try await sample.get("/api/v1/cases/\(id)").json
            seen = [
                "post": InterfaceSample.post("wu-jing"), "seen": ["stage": state["stage"]?["revision"] ?? .null],
            ]
            #expect(try await sample.send("/api/v1/cases/\(id)/actions/accept", seen, key: "3").status == 200)
            let wrong = try await sample.send("/api/v1/cases/\(id)/tasks/review/results/perhaps", reviewer, key: "4")
            #expect(wrong.code == "no_result")
            let party: JSON = ["applicant": .text("enterprise:" + SamplePeople.enterprise.id.text)]
            #expect(try await sample.send("/api/v1/cases/\(id)/actions/withdraw", party, key: "5").status == 200)
            let late = try await sample.send("/api/v1/cases/\(id)/actions/withdraw", party, key: "6")
            #expect(late.status == 409)
            #expect(late.code == "closed")
        }
    }
}
