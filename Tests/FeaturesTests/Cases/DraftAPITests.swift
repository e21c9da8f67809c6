import Foundation
import Testing
import Values

@testable import Features

@Suite struct DraftAPITests {
    private static let drafts = "/api/v1/drafts"

    /// Begins a draft with these answers; gives its id.
    private func begun(_ sample: InterfaceSample, _ answers: JSON, key: String) async throws -> String {
        let wish = InterfaceSample.licence(["answers": answers, "promised": []])
        let answer = try await sample.send(Self.drafts, wish, key: key)
        #expect(answer.status == 201, "\(answer.text)")
        return try #require(answer.json["id"]?.text)
    }

    @Test func `a draft is begun, saved over its revision, checked and filed once`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let wish = InterfaceSample.licence(["answers": ["renewal": false], "promised": []])
            let begun = try await sample.send(Self.drafts, wish, key: "b")
            let again = try await sample.send(Self.drafts, wish, key: "b")
            #expect(begun.status == 201 && again.status == 201 && again.isReplayed && begun.bytes == again.bytes)
            #expect(try await sample.send(Self.drafts, InterfaceSample.licence(), key: "b").code == "key_reused")
            let id = try #require(begun.json["id"]?.text)
            #expect(begun.headers[.location] == "\(Self.drafts)/\(id)" && begun.headers[.eTag] == "\"1\"")
            #expect(begun.json["known"]?["enterprise.name"]?["source"]?.text != nil)
            let missing = try await sample.get("\(Self.drafts)/\(id)/check").json
            #expect(missing["ready"] == false)
            let places = Set((missing["problems"]?.list ?? []).compactMap { $0["place"]?.text })
            #expect(places.isSuperset(of: ["business_kind", "area"]), "\(places)")
            let early = try await sample.send("\(Self.drafts)/\(id)/filing", .null, key: "early")
            #expect(early.status == 422 && Set(early.places) == places)
            let licence = try #require(InterfaceSample.licence().map)
            let content: JSON = .map(["answers": licence["answers"] ?? .null, "promised": licence["promised"] ?? .null])
            let saved = try await sample.put("\(Self.drafts)/\(id)", content, tag: "\"1\"")
            #expect(saved.status == 200 && saved.headers[.eTag] == "\"2\"", "\(saved.text)")
            #expect(try await sample.get("\(Self.drafts)/\(id)/check").json["ready"] == true)
            let filed = try await sample.send("\(Self.drafts)/\(id)/filing", .null, key: "f")
            let twice = try await sample.send("\(Self.drafts)/\(id)/filing", .null, key: "f")
            #expect(filed.status == 201 && filed.json["id"]?.text == id, "\(filed.text)")
            #expect(twice.isReplayed && twice.bytes == filed.bytes)
            #expect(try await sample.get("\(Self.drafts)/\(id)").status == 404)
            let state = try await sample.get("/api/v1/cases/\(id)").json
            #expect(state["channel"] == "api" && state["answers"]?["area"]?["value"] == 60)
            #expect(try await sample.accept(id, key: "a").status == 200)
        }
    }

    @Test func `over another revision nothing is saved, and both versions come back`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let id = try await begun(sample, ["renewal": false, "area": 60], key: "b")
            let path = "\(Self.drafts)/\(id)"
            #expect(try await sample.put(path, ["answers": ["area": 70]], tag: "\"1\"").status == 200)
            let stale = try await sample.put(path, ["answers": ["area": 80]], tag: "\"1\"")
            #expect(stale.status == 412 && stale.code == "other_revision")
            #expect(stale.json["current"]?["content"]?["answers"] == ["area": 70])
            #expect(stale.json["current"]?["revision"] == 2)
            #expect(stale.json["sent"]?["answers"] == ["area": 80])
            #expect(try await sample.get(path).json["content"]?["answers"] == ["area": 70])
            #expect(try await sample.put(path, [:], tag: nil).status == 428)
            #expect(try await sample.put(path, [:], tag: "x").status == 412)
            #expect(try await sample.put(path, ["answers": ["area": 90]], tag: "*").headers[.eTag] == "\"3\"")
            let wrong = try await sample.put(path, ["answers": ["area": "x", "nothing": 1], "track": "x"], tag: "*")
            #expect(wrong.status == 422 && Set(wrong.places) == ["area", "nothing", "track"])
            let gone = try await sample.ask(.delete, path, body: [], key: nil)
            #expect(gone.status == 204 && gone.bytes.isEmpty)
            #expect(try await sample.ask(.delete, path, body: [], key: nil).status == 404)
        }
    }

    @Test func `a draft belongs to the system that began it, and lists go on behind a cursor`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            var ids: [String] = []
            for number in 1...5 {
                ids.append(try await begun(sample, ["area": .number(Int64(number))], key: "b\(number)"))
            }
            let other = try await sample.token([.read, .file])
            for path in ["\(Self.drafts)/\(ids[0])", "\(Self.drafts)/\(ids[0])/check"] {
                #expect(try await sample.get(path, bearer: other).status == 404)
            }
            #expect(try await sample.get(Self.drafts, bearer: other).json["items"] == [])
            #expect(try await sample.get(Self.drafts, bearer: try await sample.token([.read])).status == 403)
            var seen: [String] = []
            var cursor = ""
            repeat {
                let page = try await sample.get("\(Self.drafts)?limit=2&service=food-business-licence\(cursor)").json
                seen += (page["items"]?.list ?? []).compactMap { $0["id"]?.text }
                cursor = page["next"]?.text.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(seen.count == 5 && Set(seen) == Set(ids))
            #expect(try await sample.get("\(Self.drafts)?service=nothing").json["items"] == [])
        }
    }

    // MARK: Files

    private static let plan = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0x41, count: 300_000)

    @Test func `a file goes in pieces, in any order and again, and proves a need of the draft`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let id = try await begun(
                sample,
                ["renewal": false, "business_kind": "bulk_sale", "area": 400, "premises.address": "重庆市渝中区示例路1号"],
                key: "b")
            let file: JSON = [
                "draft": .text(id), "need": "layout-plan", "name": "平面图🏠.pdf",
                "size": .number(Int64(Self.plan.count)),
            ]
            let room = try await sample.send("/api/v1/uploads", file, key: "u")
            #expect(room.status == 201 && room.json["pieces"] == 2, "\(room.text)")
            #expect(try await sample.send("/api/v1/uploads", file, key: "u").isReplayed)
            let upload = "/api/v1/uploads/\(try #require(room.json["id"]?.text))"
            let length = try #require(room.json["piece_length"]?.number)
            let pieces = [Array(Self.plan[..<length]), Array(Self.plan[length...])]
            #expect(try await sample.piece(upload, 3, pieces[0]).status == 422)
            #expect(try await sample.piece(upload, 2, pieces[0]).status == 422)
            #expect(try await sample.piece(upload, 2, pieces[1]).json["received"] == [2])
            let early = try await sample.send("\(upload)/completion", .null, key: "early")
            #expect(early.status == 422 && early.places == ["pieces"])
            for _ in 1...2 { #expect(try await sample.piece(upload, 1, pieces[0]).json["received"] == [1, 2]) }
            let whole = try await sample.send("\(upload)/completion", .null, key: "c")
            #expect(whole.json["finished"] == true && whole.json["type"] == "application/pdf", "\(whole.text)")
            #expect(try await sample.piece(upload, 1, pieces[0]).status == 409)
            let other = try await sample.token([.file])
            #expect(try await sample.get(upload, bearer: other).status == 404)
            let draft = try await sample.get("\(Self.drafts)/\(id)").json
            #expect(draft["files"]?.list?.first?["name"] == "平面图🏠.pdf")
            let need = draft["needs"]?.list?.first { $0["id"] == "layout-plan" }
            #expect(need?["state"] == "uploaded")
            let removed = try await sample.ask(.delete, upload, body: [], key: nil)
            #expect(removed.status == 204)
            #expect(try await sample.get("\(Self.drafts)/\(id)").json["files"] == [])
        }
    }

    @Test func `a correction brings a file, and only files that were sent for it`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let filed = try await sample.send(
                "/api/v1/cases",
                InterfaceSample.licence([
                    "answers": [
                        "renewal": false, "business_kind": "bulk_sale", "area": 400,
                        "premises.address": "重庆市渝中区示例路1号",
                    ]
                ]), key: "f")
            let id = try #require(filed.json["id"]?.text, "\(filed.text)")
            let told = try await sample.send(
                "/api/v1/cases/\(id)/actions/tell_deficiency",
                [
                    "post": InterfaceSample.post("wu-jing"),
                    "said": ["missing": ["layout-plan"], "not_visible_before": false],
                ], key: "t")
            #expect(told.status == 200, "\(told.text)")
            let applicant = JSON.text("enterprise:" + SamplePeople.enterprise.id.text)
            let content = Array("%PDF-1.7 small".utf8)
            let announced: JSON = [
                "case": .text(id), "applicant": applicant, "need": "layout-plan", "name": "a.pdf",
                "size": .number(Int64(content.count)),
            ]
            let room = try await sample.send("/api/v1/uploads", announced, key: "u")
            let upload = try #require(room.json["id"]?.text, "\(room.text)")
            _ = try await sample.piece("/api/v1/uploads/\(upload)", 1, content)
            let deed: JSON = [
                "applicant": applicant, "said": ["changes": ["area": 400]],
                "brings": [["need": "layout-plan", "source": "upload", "files": [.text(upload)]]],
            ]
            let early = try await sample.send("/api/v1/cases/\(id)/actions/complete", deed, key: "e")
            #expect(early.status == 422 && early.places == ["layout-plan"], "\(early.text)")
            _ = try await sample.send("/api/v1/uploads/\(upload)/completion", .null, key: "c")
            let done = try await sample.send("/api/v1/cases/\(id)/actions/complete", deed, key: "d")
            #expect(done.status == 200, "\(done.text)")
            let state = try await sample.get("/api/v1/cases/\(id)").json
            let evidence = state["evidence"]?.list?.first { $0["need"] == "layout-plan" }
            #expect(evidence?["source"] == "upload" && evidence?["files"] == 1)
            let kept = try await sample.ask(.delete, "/api/v1/uploads/\(upload)", body: [], key: nil)
            #expect(kept.status == 409)
            // The notice of the deficiency is read by who filed the case, and by nobody else.
            let notice = "/api/v1/cases/\(id)/documents/1"
            #expect(try await sample.get(notice).json["text"]?["zh"]?.text?.isEmpty == false)
            #expect(try await sample.get(notice, bearer: try await sample.token([.read])).json["text"] == .null)
        }
    }
}
