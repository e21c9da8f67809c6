import Foundation
import Testing
import Values

@testable import Features

/// What systems read besides single cases: filters, guides, decisions, certificates, delegations, places, themselves.
@Suite struct ReadingAPITests {
    private func ids(_ answer: InterfaceSample.Answer) -> [String] {
        (answer.json["items"]?.list ?? []).compactMap { ($0["id"] ?? $0["case"])?.text }
    }

    @Test func `services are found by whom they are for, department, level, procedure and text`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let all = ids(try await sample.get("/api/v1/services?region=yuzhong&limit=100"))
            for (filter, holds, lacks) in [
                ("applicant=person", "unemployment-benefit", "company-seal"),
                ("text=%E9%A3%9F%E5%93%81", "food-business-licence", "water-connection"),
                ("text=FOOD", "food-business-licence", "water-connection"),
                ("filing=true", "prepacked-food-filing", "food-business-licence"),
                ("procedure=licence", "food-business-licence", "prepacked-food-filing"),
            ] {
                let found = ids(try await sample.get("/api/v1/services?region=yuzhong&limit=100&\(filter)"))
                #expect(found.contains(holds) && !found.contains(lacks), "\(filter): \(found)")
                #expect(found.count < all.count)
            }
            let food = try await sample.get("/api/v1/services/food-business-licence?region=yuzhong").json
            let department = try #require(food["authority"]?.text)
            let own = try await sample.get(
                "/api/v1/services?region=yuzhong&limit=100&department="
                    + (department.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""))
            #expect(ids(own).contains("food-business-licence"))
            #expect((own.json["items"]?.list ?? []).allSatisfy { $0["authority"]?.text == department })
            #expect(try await sample.get("/api/v1/services?level=moon").status == 422)
        }
    }

    @Test func `a guide says what applies to the answers, and which layer set the limit in force`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let path = "/api/v1/services/food-business-licence/guide"
            let blank = try await sample.send(path, ["region": "yuzhong"], key: nil).json
            let open = (blank["questions"]?.list ?? []).compactMap { $0["id"]?.text }
            #expect(open.contains("business_kind"))
            #expect(blank["how_long"] == ["3 workdays", "5 workdays"], "\(blank.canonicalText)")
            let answers: JSON = ["renewal": false, "business_kind": "bulk_sale", "area": 60]
            let guide = try await sample.send(path, ["region": "yuzhong", "answers": answers], key: nil).json
            let promised = guide["limits"]?.list?.first { $0["kind"] == "promised" }
            #expect(promised?["period"] == "3 workdays")
            let materials = (guide["materials"]?.list ?? []).compactMap { $0["id"]?.text }
            #expect(materials.contains("food-safety-promise") && !materials.contains("layout-plan"))
            let large: JSON = ["renewal": false, "business_kind": "bulk_sale", "area": 400]
            let more = try await sample.send(path, ["region": "yuzhong", "answers": large], key: nil).json
            let plan = more["materials"]?.list?.first { $0["id"] == "layout-plan" }
            #expect(plan?["way"] == "later" && plan?["later"] == "10 workdays")
            let wrong = try await sample.send(path, ["answers": ["area": "x", "nothing": 1]], key: nil)
            #expect(wrong.status == 422 && Set(wrong.places) == ["area", "nothing"])
            #expect(try await sample.send(path, ["region": "moon"], key: nil).status == 404)
            // 万盛 promises less than the city: the layers say who set it.
            let water = "/api/v1/services/water-connection/guide"
            let zone = try await sample.send(water, ["region": "wansheng"], key: nil).json
            let layers = (zone["limits"]?.list ?? []).flatMap { $0["origins"]?.list ?? [] }
                .compactMap { $0["layer"]?.text }
            #expect(layers.contains("wansheng"), "\(zone.canonicalText)")
        }
    }

    @Test func `cases and tasks are filtered, and a page may be short before the end`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            var filed: [String] = []
            for number in 0..<6 { filed.append(try await sample.filed("f\(number)")) }
            for id in filed.prefix(2) { _ = try await sample.accept(id, key: "a" + id) }
            let unit = "/api/v1/cases?unit=yuzhong-market"
            #expect(Set(ids(try await sample.get(unit + "&stage=review"))) == Set(filed.prefix(2)))
            #expect(ids(try await sample.get(unit + "&closed=true")).isEmpty)
            #expect(ids(try await sample.get(unit + "&service=food-business-licence&channel=api")).count == 6)
            #expect(ids(try await sample.get(unit + "&filed_from=2026-03-03")).isEmpty)
            #expect(ids(try await sample.get(unit + "&filed_until=2026-03-02&region=yuzhong")).count == 6)
            // What follows the last fitting row is read too: a page may hold nothing and still not be the end.
            var seen: [String] = []
            var cursor = ""
            repeat {
                let page = try await sample.get(unit + "&stage=review&limit=1\(cursor)")
                #expect(ids(page).count <= 1)
                seen += ids(page)
                cursor = page.json["next"]?.text.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(seen.count == 2 && Set(seen) == Set(filed.prefix(2)))
            let tasks = "/api/v1/tasks?unit=yuzhong-market-food&role=reviewer"
            let open = try await sample.get(tasks + "&task=review&state=open")
            #expect(Set(ids(open)) == Set(filed.prefix(2)))
            let due = try #require(open.json["items"]?.list?.first?["due"]?.text)
            #expect(ids(try await sample.get(tasks + "&due_from=\(due)&due_until=\(due)")).count == 2)
            #expect(ids(try await sample.get(tasks + "&due_until=2026-03-01")).isEmpty)
            #expect(ids(try await sample.get(tasks + "&due_from=2030-01-01")).isEmpty)
            #expect(ids(try await sample.get(tasks + "&stopped=true")).isEmpty)
        }
    }

    @Test func `decisions explain themselves, and a certificate is verified by its number`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let id = try await sample.filed("f")
            _ = try await sample.accept(id, key: "a")
            _ = try await sample.send(
                "/api/v1/cases/\(id)/tasks/review/results/meets", ["post": InterfaceSample.post("zheng-qiang")],
                key: "r")
            _ = try await sample.send(
                "/api/v1/cases/\(id)/tasks/approve/results/grant", ["post": InterfaceSample.post("he-wei")], key: "g")
            let decisions = try await sample.get("/api/v1/cases/\(id)/decisions?outcome=true").json["items"]?.list ?? []
            #expect(decisions.map { $0["outcome"] } == ["granted"])
            #expect(decisions.first?["citations"]?.list?.isEmpty == false)
            #expect((decisions.first?["facts"]?.list ?? []).contains { $0["id"]?.text != nil })
            let all = try await sample.get("/api/v1/cases/\(id)/decisions?limit=1").json
            #expect(all["items"]?.list?.count == 1 && all["next"]?.text != nil)
            let holder = "enterprise:" + SamplePeople.enterprise.id.text
            let held = try await sample.get("/api/v1/certificates?holder=\(holder)&state=valid")
            let row = try #require(held.json["items"]?.list?.first { $0["case"]?.text == id })
            let number = row["number"]?.text ?? ""
            let encoded = number.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let verified = try await sample.get("/api/v1/certificates?number=\(encoded)")
            #expect(verified.json["items"]?.list?.compactMap { $0["state"] } == ["valid"])
            #expect(ids(try await sample.get("/api/v1/certificates?case=\(id)")) == [row["id"]?.text])
            #expect(ids(try await sample.get("/api/v1/certificates?number=X")).isEmpty)
            sample.clock.now = Moment(2040, 3, 2, hour: 9)
            let late = try await sample.get("/api/v1/certificates?number=\(encoded)")
            #expect(late.json["items"]?.list?.compactMap { $0["state"] } == ["expired"])
        }
    }

    @Test func `how a document was served is recorded once, by the unit that handles the case`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let id = try await sample.filed("f")
            _ = try await sample.accept(id, key: "a")
            let path = "/api/v1/cases/\(id)/documents/1/services"
            func body(_ post: String, _ way: String, on day: String, _ receiver: String) -> JSON {
                [
                    "post": InterfaceSample.post(post), "way": .text(way), "on": .text(day),
                    "receiver": .text(receiver),
                ]
            }
            let served = body("wu-jing", "post", on: "2026-03-02", "王芳，EMS1234")
            let done = try await sample.send(path, served, key: "s")
            #expect(done.status == 200, "\(done.text)")
            #expect(try await sample.send(path, served, key: "s").isReplayed)
            let document = try await sample.get("/api/v1/cases/\(id)/documents/1").json
            #expect(document["services"]?.list?.compactMap { $0["way"]?.text } == ["inbox", "post"], "\(document)")
            let bad = try await sample.send(path, body("wu-jing", "pigeon", on: "2026-03-03", " "), key: "b")
            #expect(bad.status == 422 && Set(bad.places) == ["way", "on", "receiver"], "\(bad.text)")
            let noDay = try await sample.send(path, body("wu-jing", "post", on: "soon", "王芳"), key: "d")
            #expect(noDay.places == ["on"])
            let none = try await sample.send(path.replacing("/1/", with: "/99/"), served, key: "n")
            #expect(none.status == 404)
            let stranger = try await sample.send(path, body("feng-xue", "post", on: "2026-03-02", "王芳"), key: "x")
            #expect(stranger.status == 403, "\(stranger.text)")
        }
    }

    @Test func `a system reads who it is, delegations, regions and units`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let me = try await sample.get("/api/v1/me").json
            #expect(me["scopes"] == ["decide", "feed", "file", "read"] && me["id"]?.text == SamplePeople.system.id)
            let giver = "enterprise:" + SamplePeople.enterprise.id.text
            let given = try await sample.get("/api/v1/delegations?applicant=\(giver)&in_force=true")
            #expect(given.json["items"]?.list?.count == 2)
            let agent = SamplePeople.citizens[2].id.text
            let first = try await sample.get("/api/v1/delegations?agent=\(agent)").json["items"]?.list?.first
            #expect(first?["applicant"]?.text == giver && first?["services"] == .null)
            let page = try await sample.get("/api/v1/delegations?applicant=\(giver)&limit=1")
            let next = try #require(page.json["next"]?.text)
            let rest = try await sample.get("/api/v1/delegations?applicant=\(giver)&limit=1&cursor=\(next)")
            #expect(Set(ids(page) + ids(rest)).count == 2 && rest.json["next"] == .null)
            let read = try await sample.token([.read])
            #expect(try await sample.get("/api/v1/delegations?agent=\(agent)", bearer: read).status == 403)
            let districts = try await sample.get("/api/v1/regions?parent=chongqing&limit=100")
            #expect(ids(districts).contains("yuzhong") && ids(districts) == ids(districts).sorted())
            let units = try await sample.get("/api/v1/units?region=yuzhong&limit=100")
            #expect(ids(units).contains("yuzhong-market"))
            #expect((units.json["items"]?.list ?? []).allSatisfy { $0["region"] == "yuzhong" })
        }
    }

    @Test func `a post that ends at this node acts for nobody any more, at once`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let id = try await sample.filed("f")
            let other = try await sample.filed("g")
            #expect(try await sample.accept(id, key: "a").status == 200)
            let post: Post.ID = SamplePeople.identifier("post", "wu-jing")
            try await sample.platform.features.accounts.desk.endPost(
                post, on: PlatformSample.now.day.previous,
                by: AccountActing(
                    actor: .platform, moment: PlatformSample.now, entropy: PlatformSample.entropy("end"), key: nil))
            #expect(try await sample.accept(other, key: "b").status == 403)
        }
    }
}
