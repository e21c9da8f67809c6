import Casework
import Definitions
import Testing
import Values

@testable import Features

/// Reports over a small history: made once when their period is over, kept, proved, and read by whom they are for.
@Suite struct ReportDeskTests {
    /// Everything happens on 2 March 2026, a Monday.
    private static let day = PlatformSample.now.day
    private static let month = ReportSpan(.month, containing: day)
    private static let after = Moment(Day(2026, 4, 1), hour: 0, minute: 20)

    private static func due(_ plan: String, _ region: String, _ every: ReportSpan.Every) -> ReportDesk.Due {
        ReportDesk.Due(plan: plan, region: region, period: ReportSpan(every, containing: day))
    }

    /// Three licences, one of them withdrawn, and a bad rating.
    static func fill(_ sample: RatingSample) async throws {
        let ended = try await sample.ended("report-one", channel: "online")
        _ = try await sample.filed("report-two", channel: "window")
        _ = try await sample.filed("report-three", channel: "online")
        _ = try await sample.rated(ended, RatingSample.bad(named: false), key: "report")
    }

    private func root(_ sample: RatingSample) throws -> String {
        try #require(sample.platform.features.territory.desk.current.root?.id)
    }

    /// How often something stands in the log, counted by reading every record.
    private func counted(_ sample: RatingSample, _ isMeant: @escaping @Sendable (JSON) -> Bool) async throws -> Int {
        while try await sample.platform.features.events.place(limit: 500) > 0 {}
        return try await sample.platform.database.read { try LogStore.openFeed(from: 0, limit: 100_000, in: $0) }
            .compactMap { JSON(text: $0.event.record) }.filter(isMeant).count
    }

    @Test func `a month is reported with what its events say, byte for byte the same again, on both engines`()
        async throws
    {
        try await RatingSample.onBothEngines { sample in
            try await Self.fill(sample)
            let desk = sample.platform.features.supervision.reports
            let due = Self.due("monthly-bulletin", try root(sample), .month)
            await #expect(throws: Failure.conflict(.condition, sentence: ReportWords.notOver, citation: nil)) {
                _ = try await desk.compose(due, on: Self.day)
            }
            let report = try #require(try await desk.compose(due, on: Self.after.day))
            let opened = try await counted(sample) {
                $0["kind"]?.text == CaseEventKind.opened.rawValue
                    && $0["data"]?["service"]?.text == "food-business-licence"
            }
            let withdrawn = try await counted(sample) { $0["data"]?["event"]?.text == "withdrawn" }
            #expect(opened == 3 && withdrawn == 1)
            #expect(report.row("收件数", in: "办件和时限")?[1] == "\(opened)件")
            #expect(report.row("办结数", in: "办件和时限")?[1] == "\(withdrawn)件")
            #expect(report.row("准予率", in: "办件和时限")?[1] == "0%")
            #expect(report.row("窗口收件率", in: "渠道和材料")?[1] == "33.33%")
            #expect(report.row("评价数", in: "好差评")?[1] == "1次")
            #expect(report.row("差评率", in: "好差评")?[1] == "100%")
            #expect(report.section("办件和时限")?.sentences.contains { $0.zh.contains("起有记录，上期（2026年2月）没有数据") } == true)
            #expect(report.section("区县排名")?.tables.first?.rows.isEmpty == false, "one district, with too few cases")
            let again = try #require(try await desk.compose(due, on: Self.after.day))
            #expect(again == report)
            let (first, second) = (try ReportPress.files(of: report), try ReportPress.files(of: again))
            #expect(first == second && first.count == 3)

            #expect(try await desk.make(due, at: Self.after))
            #expect(try await !desk.make(due, at: Self.after), "it is there")
            let id = Report.stream(plan: due.plan, region: due.region, period: due.period)
            let kept = try await desk.report(id, from: due.region)
            #expect(kept.report == report && kept.row.position == report.position)
            for form in ReportRow.Form.allCases {
                let (row, bytes) = try await desk.file(form, of: id, from: due.region)
                #expect(bytes == first[form] && ReportPress.hash(bytes) == row.files[form])
            }
            let told = try await counted(sample) { $0["kind"]?.text == "report-made" }
            #expect(told == 1)
        }
    }

    @Test func `days and weeks are added up from the days, and what is recorded later changes nothing`() async throws {
        try await RatingSample.onBothEngines { sample in
            try await Self.fill(sample)
            let desk = sample.platform.features.supervision.reports
            let city = try root(sample)
            let scan = Self.due("daily-scan", city, .day)
            let before = try #require(try await desk.compose(scan, on: Self.day.next))
            #expect(before.row("收件数", in: "当日运行")?[1] == "3件")
            let week = try #require(
                try await desk.compose(Self.due("weekly-dispatch", city, .week), on: Self.day.adding(days: 7)))
            #expect(week.row("收件数", in: "本周运行")?[1] == "3件")
            #expect(week.row("渝中区", in: "分区县情况") == ["渝中区", "3件", "1件", "0件"])
            let empty = ReportDesk.Due(
                plan: "daily-scan", region: city, period: ReportSpan(.day, containing: Self.day.next))
            let nothing = try #require(try await desk.compose(empty, on: Self.day.adding(days: 2)))
            #expect(nothing.row("收件数", in: "当日运行") == ["收件数", "0件", "0", "3件", "-3件", "-", "-"])
            #expect(nothing.row("差评率", in: "当日运行")?.last == "没有办件")

            sample.staff.clock.set(Moment(Self.day.next, hour: 10))
            _ = try await sample.filed("report-late", channel: "online")
            let after = try #require(try await desk.compose(scan, on: Self.day.next))
            #expect(after.sections[0] == before.sections[0] && after.position > before.position)
        }
    }

    @Test func `the leader makes what is over, each once, and nothing before the platform began`() async throws {
        try await RatingSample.onSQLite { sample in
            try await Self.fill(sample)
            let desk = sample.platform.features.supervision.reports
            #expect(try await desk.makeDue(at: Moment(Self.day, hour: 23), limit: 9) == 0)
            #expect(try await desk.makeDue(at: Moment(Self.day.next, hour: 0, minute: 5), limit: 9) == 0, "patience")
            #expect(try await desk.makeDue(at: Moment(Self.day.next, hour: 0, minute: 20), limit: 9) == 1, "a day")
            #expect(try await desk.makeDue(at: Moment(Self.day.next, hour: 0, minute: 21), limit: 9) == 0)
            let due = try await desk.due(on: Self.after.day)
            #expect(due.filter { $0.plan == "daily-scan" }.map(\.period.text).first == "2026-03-03")
            #expect(due.count { $0.plan == "daily-scan" } == 29, "no day is left out after the first")
            #expect(due.filter { $0.plan == "weekly-dispatch" }.map(\.period.text) == ["2026-W13"])
            #expect(due.filter { $0.plan == "quarterly-analysis" }.map(\.period.text) == ["2026-Q1"])
            #expect(!due.contains { $0.plan == "yearly-assessment" }, "2025 was before the platform began")
            let districts = sample.platform.features.territory.desk.current.regions(
                below: try root(sample), on: Self.after.day)
            #expect(due.count { $0.plan == "monthly-bulletin" } == districts.count + 1)
        }
    }

    @Test func `a district reads its own reports and what the city circulates`() async throws {
        try await RatingSample.onSQLite { sample in
            try await Self.fill(sample)
            let desk = sample.platform.features.supervision.reports
            let city = try root(sample)
            var ids: [String] = []
            for due in [
                Self.due("monthly-bulletin", city, .month), Self.due("daily-scan", city, .day),
                Self.due("monthly-bulletin", "yuzhong", .month), Self.due("monthly-bulletin", "wansheng", .month),
            ] {
                #expect(try await desk.make(due, at: Self.after))
                ids.append(Report.stream(plan: due.plan, region: due.region, period: due.period))
            }
            #expect(try await desk.report(ids[0], from: "yuzhong").row.isCirculated)
            #expect(try await desk.report(ids[2], from: "yuzhong").report.row("收件数", in: "办件和时限")?[1] == "3件")
            #expect(try await desk.report(ids[3], from: city).report.row("收件数", in: "办件和时限")?[1] == "0件")
            for (id, own) in [(ids[1], "yuzhong"), (ids[3], "yuzhong"), (ids[2], "wansheng")] {
                await #expect(throws: Failure.notFound(ReportWords.missing)) {
                    _ = try await desk.report(id, from: own)
                }
                await #expect(throws: Failure.notFound(ReportWords.missing)) {
                    _ = try await desk.file(.pdf, of: id, from: own)
                }
            }
            func listed(_ region: String, from own: String) async throws -> [String] {
                let all = ReportDesk.Filter(every: nil, endsFrom: nil, endsUntil: nil)
                return try await desk.reports(of: region, all, from: own, before: nil, limit: 9).map(\.id)
            }
            #expect(try await listed(city, from: city) == [ids[0], ids[1]])
            #expect(try await listed(city, from: "yuzhong") == [ids[0]])
            #expect(try await listed("wansheng", from: "yuzhong") == [])
        }
    }

    @Test func `bytes that are no longer those of the log are not given out`() async throws {
        try await RatingSample.onSQLite { sample in
            let desk = sample.platform.features.supervision.reports
            let city = try root(sample)
            let due = Self.due("daily-scan", city, .day)
            try await sample.follow()
            #expect(try await desk.make(due, at: Self.after))
            let id = Report.stream(plan: due.plan, region: due.region, period: due.period)
            let (row, _) = try await desk.file(.pdf, of: id, from: city)
            let hash = try #require(row.files[.pdf])
            try await sample.platform.database.write { connection in
                try connection.execute(
                    "UPDATE report_file SET bytes = $2 WHERE hash = $1", [.text(hash), .blob([1, 2])])
            }
            await #expect(throws: Failure.self) { _ = try await desk.file(.pdf, of: id, from: city) }
        }
    }

    @Test func `a supervisor reads list, report, lines of an index and files; a clerk does not`() async throws {
        try await RatingSample.onSQLite { sample in
            try await Self.fill(sample)
            let desk = sample.platform.features.supervision.reports
            let empty = try await sample.staff.browser("zhen-shi").see("/w/reports")
            #expect(empty.status == 200 && empty.text.contains("还没有报告"))
            let due = Self.due("monthly-bulletin", try root(sample), .month)
            #expect(try await desk.make(due, at: Self.after))
            let id = Report.stream(plan: due.plan, region: due.region, period: due.period)
            let browser = try await sample.staff.browser("zhen-shi")
            let list = try await browser.see("/w/reports?every=month")
            #expect(list.status == 200 && list.text.contains("/w/reports/\(id)") && list.text.contains("2026年3月"))
            #expect(try await browser.see("/w/reports?every=day").text.contains("还没有报告"))
            let page = try await browser.see("/w/reports/\(id)")
            #expect(page.status == 200 && page.text.contains("政务服务月通报") && page.text.contains("33.33%"))
            #expect(page.text.contains("计算方法：每项指标") && page.text.contains("/w/reports/\(id)/places/yuzhong"))
            let lines = try await browser.see("/w/reports/\(id)/places/yuzhong")
            #expect(lines.status == 200 && lines.text.contains("得0分") && !lines.text.contains("万盛"))
            #expect(try await browser.see("/w/reports/\(id)/places/nowhere").status == 404)
            #expect(try await browser.see("/w/reports/01KE4VS900Q6KP1A98PV340EE2").status == 404)
            let pdf = try await browser.see("/w/reports/\(id)/files/pdf")
            #expect(pdf.status == 200 && pdf.text.hasPrefix("%PDF") && pdf.headers[.contentType] == "application/pdf")
            #expect(pdf.headers[.contentDisposition]?.contains("monthly-bulletin-2026-03.pdf") == true)
            #expect(try await browser.see("/w/reports/\(id)/files/html").text.contains("<td class=\"n\">33.33%</td>"))
            #expect(try await browser.see("/w/reports/\(id)/files/xlsx").status == 200)
            #expect(try await browser.see("/w/reports/\(id)/files/docx").status == 404)
            let district = try await sample.staff.browser("jiang-zheng").see("/w/reports?region=\(try root(sample))")
            #expect(district.status == 200 && district.text.contains("/w/reports/\(id)"))
            #expect(try await sample.staff.browser("jiang-zheng").see("/w/reports?region=wansheng").status == 404)
            #expect(try await sample.staff.browser("wu-jing").see("/w/reports").status == 403)
            #expect(try await sample.staff.browser("wu-jing").see("/w/reports/\(id)/files/pdf").status == 403)
        }
    }
}
