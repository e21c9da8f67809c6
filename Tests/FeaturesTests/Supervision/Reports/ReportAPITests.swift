import Definitions
import Testing
import Values

@testable import Features

/// Scheduled reports as connected systems read them: list, one report, and its files.
@Suite struct ReportAPITests {
    private static let day = PlatformSample.now.day
    private static let after = Moment(Day(2026, 4, 1), hour: 0, minute: 20)

    /// Five reports over three licences; their ids in the order of `Due`.
    private func made(_ sample: RatingSample) async throws -> [String] {
        try await ReportDeskTests.fill(sample)
        let desk = sample.platform.features.supervision.reports
        let city = try #require(sample.platform.features.territory.desk.current.root?.id)
        let month = ReportSpan(.month, containing: Self.day)
        var ids: [String] = []
        for due in [
            ReportDesk.Due(plan: "monthly-bulletin", region: city, period: month),
            ReportDesk.Due(plan: "weekly-dispatch", region: city, period: ReportSpan(.week, containing: Self.day)),
            ReportDesk.Due(plan: "daily-scan", region: city, period: ReportSpan(.day, containing: Self.day.next)),
            ReportDesk.Due(plan: "daily-scan", region: city, period: ReportSpan(.day, containing: Self.day)),
            ReportDesk.Due(plan: "monthly-bulletin", region: "yuzhong", period: month),
        ] {
            #expect(try await desk.make(due, at: Self.after))
            ids.append(Report.stream(plan: due.plan, region: due.region, period: due.period))
        }
        return ids
    }

    private func ids(_ answer: InterfaceSample.Answer) -> [String] {
        (answer.json["items"]?.list ?? []).compactMap { $0["id"]?.text }
    }

    @Test func `a system lists reports by kind, period and region, page by page`() async throws {
        try await RatingSample.onBothEngines { sample in
            let made = try await made(sample)
            let interface = try InterfaceSample(sample.platform)
            let first = try await interface.get("/api/v1/reports?limit=3")
            #expect(first.status == 200 && ids(first) == Array(made[0...2]), "the latest period first")
            let next = try #require(first.json["next"]?.text)
            let second = try await interface.get("/api/v1/reports?limit=3&cursor=\(next)")
            #expect(ids(second) == [made[3]] && second.json["next"] == .null)
            #expect(try await interface.get("/api/v1/reports?every=day&limit=3&cursor=\(next)").status == 400)
            for (query, expected) in [
                ("every=day", [made[2], made[3]]), ("every=month", [made[0]]), ("every=year", []),
                ("from=2026-03-03", Array(made[0...2])), ("from=2026-03-03&to=2026-03-08", Array(made[1...2])),
                ("to=2026-03-02", [made[3]]), ("every=day&from=2026-03-03", [made[2]]), ("region=yuzhong", [made[4]]),
            ] {
                #expect(ids(try await interface.get("/api/v1/reports?\(query)")) == expected, "\(query)")
            }
            for (query, status) in [
                ("every=hour", 422), ("from=x", 422), ("from=2026-03-03&to=2026-03-02", 422), ("plan=x", 422),
                ("region=nowhere", 404), ("limit=0", 422), ("cursor=00", 400),
            ] {
                #expect(try await interface.get("/api/v1/reports?\(query)").status == status, "\(query)")
            }
            #expect(try await interface.get("/api/v1/reports", bearer: nil).status == 401)
        }
    }

    @Test func `one report comes with its figures, its hashes and the event that holds them`() async throws {
        try await RatingSample.onBothEngines { sample in
            let id = try await made(sample)[0]
            let interface = try InterfaceSample(sample.platform)
            let answer = try await interface.get("/api/v1/reports/\(id)")
            #expect(answer.status == 200, "\(answer.text)")
            let sections = answer.json["sections"]?.list ?? []
            let channels = try #require(sections.first { $0["name"]?["zh"]?.text == "渠道和材料" })
            let rows = channels["tables"]?.list?.first?["rows"]?.list ?? []
            let windows = try #require(rows.first { $0["cells"]?.list?.first?["zh"]?.text == "窗口收件率" })
            #expect(windows["cells"]?.list?[1] == ["figure": "33.33", "unit": "%"])
            #expect(windows["leads_to"] == ["kind": "metric", "id": "window-share"])
            #expect(sections.contains { $0["annex"]?.bool == true }, "how the ranking was computed")
            #expect(sections.allSatisfy { $0["tables"] != nil && $0["sentences"] != nil })

            let event = try #require(answer.json["event"])
            #expect(event["kind"]?.text == "report-made" && event["stream"]?.text == id)
            while try await sample.platform.features.events.place(limit: 500) > 0 {}
            let feed = try await interface.get("/api/v1/events?kind=report-made&stream=\(id)").json["items"]?.list ?? []
            let record = try #require(feed.first)["record"]
            #expect(record?["data"]?["content"] == answer.json["content"], "\(feed)")
            #expect(record?["data"]?["files"] == answer.json["files"])
            let version = try #require(event["version"]?.number)
            #expect(try await interface.get("/api/v1/receipts/\(id)/\(version)").status == 200)
            #expect(try await interface.get("/api/v1/reports/01KE4VS900Q6KP1A98PV340EE2").status == 404)
            #expect(try await interface.get("/api/v1/reports/\(id)?full=true").status == 422)
        }
    }

    @Test func `files are the bytes whose hashes the report names`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await made(sample)[0]
            let interface = try InterfaceSample(sample.platform)
            let report = try await interface.get("/api/v1/reports/\(id)").json
            for form in ReportRow.Form.allCases {
                let file = try await interface.get("/api/v1/reports/\(id)/files/\(form.rawValue)")
                #expect(file.status == 200 && file.headers[.contentType] == form.mediaType)
                #expect(ReportPress.hash(file.bytes) == report["files"]?[form.rawValue]?.text, "\(form)")
                let name = "monthly-bulletin-2026-03.\(form.rawValue)"
                #expect(file.headers[.contentDisposition]?.contains(name) == true)
            }
            let content = try await interface.get("/api/v1/reports/\(id)/files/json")
            #expect(content.headers[.contentType] == "application/json")
            #expect(ReportPress.hash(content.bytes) == report["content"]?.text)
            #expect(Report(content.json)?.json.canonical == content.bytes, "what is read is what was written")
            #expect(try await interface.get("/api/v1/reports/\(id)/files/docx").status == 404)
            #expect(try await interface.get("/api/v1/reports/\(id)/files/pdf", bearer: nil).status == 401)
        }
    }
}
