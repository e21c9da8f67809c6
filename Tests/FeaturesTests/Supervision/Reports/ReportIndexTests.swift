import Definitions
import Testing
import Values

@testable import Features

/// Indexes and rankings, computed by hand beside the code.
@Suite struct ReportIndexTests {
    private static func part(_ weight: Int, none: Int, full: Int) -> EfficiencyIndex.Part {
        EfficiencyIndex.Part(metric: "m", weight: weight, none: none, full: full)
    }

    @Test(arguments: [
        // 98.5 between 80 and 100: 18.5 / 20 = 92.5 points.
        (197 * 100, 200, 8000, 10000, 9250),
        // 46 between 100 and 30, less is better: 54 / 70 = 77.142… points, rounded down.
        (46 * 100, 100, 10000, 3000, 7714),
        (79 * 100, 100, 8000, 10000, 0), (100 * 100, 100, 8000, 10000, 10000), (20 * 100, 100, 10000, 3000, 10000),
        (120 * 100, 100, 10000, 3000, 0), (1, 3, 0, 100, 3333),
    ])
    func `points lie between the two figures in proportion`(
        part: Int, whole: Int, none: Int, full: Int, points: Int
    ) {
        let value = MetricValue(part: part, whole: whole, counted: 1)
        #expect(IndexResult.points(value, Self.part(100, none: none, full: full)) == points)
    }

    @Test func `an index is the sum of what its lines bring`() throws {
        let sample = try ReportSample()
        let index = try #require(sample.book.reports.index("efficiency"))
        var figures = MetricFigures()
        sample.share("on-time", 197, of: 200, into: &figures)
        sample.share("time-against-promise", 46, of: 100, into: &figures)
        sample.share("satisfied-share", 19, of: 20, into: &figures)
        sample.share("online-share", 120, of: 200, into: &figures)
        sample.share("told-once", 9, of: 10, into: &figures)
        let result = IndexResult(index, sample.book, figures)
        // 92.5 × 30 % + 77.14 × 20 % + (95 − 90) / 10 × 20 % + 60 / 80 × 15 % + (90 − 50) / 50 × 15 %
        #expect(result.lines.map(\.points) == [9250, 7714, 5000, 7500, 8000])
        #expect(result.lines.map(\.brings) == [2775, 1543, 1000, 1125, 1200])
        #expect(result.measured == 100 && result.total == 7643)
    }

    @Test func `what had no case is left out and its weight shared, until too little is left`() throws {
        let sample = try ReportSample()
        let index = try #require(sample.book.reports.index("efficiency"))
        var figures = MetricFigures()
        sample.share("on-time", 197, of: 200, into: &figures)
        sample.share("time-against-promise", 46, of: 100, into: &figures)
        let little = IndexResult(index, sample.book, figures)
        #expect(little.measured == 50 && little.total == nil, "60 per cent are needed")
        sample.share("online-share", 120, of: 200, into: &figures)
        let result = IndexResult(index, sample.book, figures)
        // Of 65 per cent: 92.5 × 30 / 65, 77.14 × 20 / 65, 75 × 15 / 65, each rounded to two digits.
        #expect(result.measured == 65)
        #expect(result.lines.map(\.brings) == [4269, 2374, nil, 1731, nil])
        #expect(result.total == 4269 + 2374 + 1731)
        #expect(IndexResult(index, sample.book, MetricFigures()).total == nil)
    }

    @Test func `equal places share a rank, those with too few cases have none`() throws {
        let sample = try ReportSample()
        let index = try #require(sample.book.reports.index("efficiency"))
        let plan = try #require(sample.book.reports.ranking("districts"))
        func place(_ id: String, onTime: Int, cases: Int) -> RankingResult.Place {
            var figures = MetricFigures()
            for metric in index.parts.map(\.metric) { sample.share(metric, 95, of: 100, into: &figures) }
            sample.share("on-time", onTime, of: 100, into: &figures)
            return RankingResult.Place(
                id: id, name: Wording(zh: id, en: id), cases: cases, index: IndexResult(index, sample.book, figures))
        }
        let result = RankingResult(
            plan,
            [
                place("a", onTime: 90, cases: 50), place("b", onTime: 99, cases: 10), place("c", onTime: 90, cases: 11),
                place("d", onTime: 100, cases: 9), place("e", onTime: 85, cases: 20), place("f", onTime: 99, cases: 0),
            ])
        #expect(result.ranked.map { "\($0.rank)\($0.place.id)" } == ["1b", "2a", "2c", "4e"])
        #expect(result.unranked.map(\.id) == ["d"] && result.silent == 1)
    }

    @Test func `a bulletin prints method, ranks, reasons and every line`() throws {
        let sample = try ReportSample()
        var now = ReportFigures()
        func fill(_ region: String, cases: Int, onTime: Int) {
            var figures = MetricFigures()
            sample.count("ended", cases, into: &figures)
            sample.share("on-time", onTime, of: 100, into: &figures)
            sample.share("time-against-promise", 50, of: 100, into: &figures)
            sample.share("satisfied-share", 100, of: 100, into: &figures)
            now.regions[region] = figures
        }
        fill("yuzhong", cases: 40, onTime: 98)
        fill("wansheng", cases: 30, onTime: 90)
        fill("liangjiang", cases: 3, onTime: 100)
        let report = try sample.making("monthly-bulletin", region: "chongqing", now: now, before: ReportFigures())
            .report()
        let ranking = try #require(report.section("区县排名"))
        // on-time 98 → 90 points, 90 → 50 points; time 50 → 71.42; satisfied 100 → 100 points; 70 per cent measured.
        // 90 × 30 / 70 = 38.57, 71.42 × 20 / 70 = 20.41, 100 × 20 / 70 = 28.57: 87.55; with 21.43 instead: 70.41.
        let yuzhong = try #require(report.row("渝中区", in: "区县排名"))
        #expect(yuzhong == ["1", "渝中区", "87.55", "40", "70%", "-"])
        #expect(report.row("万盛经开区", in: "区县排名")?[2] == "70.41")
        let few = try #require(report.row("两江新区", in: "区县排名"))
        #expect(few[0] == "-" && few[2] == "-" && few[5] == "只有3件，不足10件，不排名")
        #expect(ranking.tables[0].notes.contains { $0.zh.contains("相同的并列") && $0.zh.contains("不足10的不排名") })
        #expect(ranking.sentences.contains { $0.zh.hasPrefix("2个区县参加排名，第一名：渝中区") })
        let annex = try #require(report.sections.first { $0.isAnnex })
        #expect(annex.tables[0].rows.count == 3 * 6, "five lines and the sum for each")
        #expect(annex.tables[0].notes.contains { $0.zh.contains("得分×权重÷可算权重合计") })
        #expect(report.section("部门排名")?.sentences.first?.zh == "本期没有达到排名条件的单位。")
    }
}
