import Definitions
import Testing
import Values

@testable import Features

/// What a report says of figures: targets, changes, nothing to measure, the first period of a platform.
@Suite struct ReportMakingTests {
    private static func city(_ figures: MetricFigures) -> ReportFigures {
        var all = ReportFigures()
        all.regions["yuzhong"] = figures
        return all
    }

    @Test func `a month is held against its targets and the month before`() throws {
        let sample = try ReportSample()
        var (now, before) = (MetricFigures(), MetricFigures())
        sample.count("filings", 120, into: &now)
        sample.count("filings", 100, into: &before)
        sample.share("on-time", 197, of: 200, into: &now)
        sample.share("on-time", 190, of: 200, into: &before)
        sample.share("decide-time-ratio", 46, of: 100, into: &now)
        sample.share("decide-time-ratio", 29, of: 100, into: &before)
        let report = try sample.making(
            "monthly-bulletin", region: "chongqing", now: Self.city(now), before: Self.city(before)
        ).report()
        #expect(report.title.zh.contains("政务服务月通报（2026年3月）"))
        let name = "办件和时限"
        #expect(report.row("收件数", in: name) == ["收件数", "120件", "120", "100件", "20件", "-", "-"])
        #expect(report.row("按承诺时限办结率", in: name)?.prefix(5) == ["按承诺时限办结率", "98.5%", "200", "95%", "3.5个百分点"])
        let ratio = try #require(report.row("审批实际办理时间与法定时限之比", in: name))
        #expect(ratio == ["审批实际办理时间与法定时限之比", "46%", "1", "29%", "17个百分点", "不超过 30%", "未达到目标"])
        let said = try #require(report.section(name)).sentences.map(\.zh)
        #expect(said.contains("有目标的1项指标中，0项达到目标，1项未达到。"))
        #expect(
            said.contains {
                $0.contains("未达到目标：“审批实际办理时间与法定时限之比”为46%") && $0.contains("渝府办发〔2020〕30号")
                    && $0.contains("比上期高17个百分点")
            })
        #expect(said.contains { $0.hasPrefix("本期没有相应办件、不能计算的") && $0.contains("一次性告知率") })
        #expect(said.contains { $0.hasPrefix("与上期（2026年2月）相比，上升的") && $0.contains("收件数多20件") })
    }

    @Test func `the first period says that there is nothing to compare with`() throws {
        let sample = try ReportSample()
        var now = MetricFigures()
        sample.count("filings", 3, into: &now)
        let report = try sample.making(
            "monthly-bulletin", region: "chongqing", now: Self.city(now), before: ReportFigures(),
            began: Day(2026, 3, 5)
        ).report()
        let said = try #require(report.section("办件和时限")).sentences.map(\.zh)
        #expect(said.contains("平台自2026年3月5日起有记录，上期（2026年2月）没有数据，不作比较。"))
        #expect(report.row("收件数", in: "办件和时限")?[3] == "-")
    }

    @Test func `a period without any case invents nothing`() throws {
        let sample = try ReportSample()
        for plan in sample.book.reports.reports {
            let report = try sample.making(
                plan.id, region: "chongqing", now: ReportFigures(), before: ReportFigures()
            ).report()
            #expect(!report.sections.isEmpty)
            for row in report.sections.flatMap(\.tables).flatMap(\.rows) {
                for case .figure(let number, let unit) in row.cells {
                    let isScale = unit == "%" && report.sections.contains { $0.name.zh == "效能指数" }
                    #expect(number == 0 || isScale, "\(plan.id): \(row.cells)")
                }
            }
            let files = try ReportPress.files(of: report)
            #expect(files.values.allSatisfy { $0.count > 500 })
        }
    }

    @Test func `what lies in another region is not in a district's report`() throws {
        let sample = try ReportSample()
        var figures = MetricFigures()
        sample.count("filings", 7, into: &figures)
        let report = try sample.making(
            "monthly-bulletin", region: "wansheng", now: Self.city(figures), before: ReportFigures()
        ).report()
        #expect(report.row("收件数", in: "办件和时限")?[1] == "0件")
    }

    @Test func `late tasks are told with their unit and their days`() throws {
        let sample = try ReportSample()
        let unit = try #require(sample.territory.units.values.first { $0.region == "yuzhong" })
        func task(_ id: String, due: Day) -> SupervisedTask {
            SupervisedTask(
                caseID: id, record: "d/1", parent: nil, document: "渝中府发〔2026〕9号", title: "压缩时限", part: .lead,
                region: "yuzhong", unit: unit.id, warnDays: 10, openedAt: Moment(2026, 3, 1), reportEvery: .monthly,
                due: due, stage: "working", missedReports: 1, isMeasured: false)
        }
        let plan = try sample.making(
            "daily-scan", region: "chongqing", now: ReportFigures(), before: ReportFigures())
        let report = ReportMaking(
            plan: plan.plan, book: plan.book, period: plan.period, territory: plan.territory, region: plan.region,
            position: 1, began: plan.began, now: plan.now, before: plan.before, states: [:], statesBefore: [:],
            promises: [], unbound: 2,
            tasks: ReportMaking.Tasks(
                late: [task("a", due: Day(2026, 3, 1))], near: [task("b", due: Day(2026, 3, 20))], open: 5)
        ).report()
        let said = try #require(report.section("逾期和临期任务"))
        #expect(said.sentences[0].zh == "截至2026年3月12日，在办任务5项：红灯1项，黄灯1项，绿灯3项。")
        #expect(said.sentences[1].zh == "逾期单位：渝中区\(unit.name)1项。")
        let cells = said.tables[0].rows.map { $0.cells.map { ReportWords.text(of: $0)?.zh ?? "-" } }
        #expect(cells[0].suffix(4) == ["2026年3月1日", "红灯", "11", LedgerPageWords.missed(1).zh])
        #expect(cells[1].suffix(3) == ["黄灯", "-", LedgerPageWords.missed(1).zh])
        #expect(report.section("未兑现和有风险的承诺")?.sentences.contains { $0.zh.contains("另有2条文件目标") } == true)
    }

    @Test func `a report is the same after it was kept and read again`() throws {
        let sample = try ReportSample()
        var figures = MetricFigures()
        sample.count("filings", 7, into: &figures)
        sample.share("on-time", 2, of: 3, into: &figures)
        let report = try sample.making(
            "monthly-bulletin", region: "chongqing", now: Self.city(figures), before: ReportFigures()
        ).report()
        let json = try JSON(parsing: report.json.canonical)
        #expect(Report(json) == report)
        #expect(Report(["plan": "x"]) == nil)
    }

    @Test func `the same figures stand in page, PDF and XLSX`() throws {
        let sample = try ReportSample()
        var figures = MetricFigures()
        sample.count("filings", 1204, into: &figures)
        sample.share("on-time", 197, of: 200, into: &figures)
        let report = try sample.making(
            "weekly-dispatch", region: "chongqing", now: Self.city(figures), before: ReportFigures()
        ).report()
        let paper = ReportPress.paper(report)
        let tables = paper.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(tables.first?.rows.first?.prefix(2) == ["收件数", "1204件"])
        let book = ReportPress.workbook(report)
        #expect(book.sheets.count == tables.count + 1)
        #expect(book.sheets[1].rows[0].prefix(3) == [.text("收件数"), .hundredths(120_400), .text("件")])
        let html = String(decoding: ReportPaperPage(report: report).bytes, as: UTF8.self)
        #expect(html.contains("<td class=\"n\">1204件</td>") && html.contains("98.5%") && !html.contains("<script"))
    }
}
