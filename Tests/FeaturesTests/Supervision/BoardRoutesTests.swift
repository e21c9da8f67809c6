import Casework
import Definitions
import Testing
import Values

@testable import Features

/// The board and the public page through the router, with figures that the follower counted.
@Suite struct BoardRoutesTests {
    /// Three licences, one of them ended, a bad rating and its further one.
    private static func fill(_ sample: RatingSample) async throws {
        let ended = try await sample.ended("board-one", channel: "online")
        _ = try await sample.filed("board-two", channel: "window")
        _ = try await sample.filed("board-three", channel: "online")
        _ = try await sample.rated(ended, RatingSample.bad(named: false), key: "board")
    }

    private func see(_ sample: RatingSample, _ path: String, as officer: String) async throws -> RouteAnswer {
        try await sample.staff.browser(officer).see(path)
    }

    @Test func `the board shows what was counted, on both engines`() async throws {
        try await RatingSample.onBothEngines { sample in
            try await Self.fill(sample)
            let desk = sample.platform.features.supervision.board
            let day = sample.now.day
            let question = BoardDesk.Question(
                region: nil, first: Month(day), last: Month(day), reported: nil)
            func figure(_ id: String, _ question: BoardDesk.Question) async throws -> String? {
                try await desk.measured(id, question, on: day).value?.text
            }
            #expect(try await figure("filings", question) == "3")
            #expect(try await figure("window-share", question) == "33.33")
            #expect(try await figure("withdrawn-share", question) == "100")
            #expect(try await figure("ratings-given", question) == "1")
            #expect(try await figure("bad-share", question) == "100")
            var earlier = question
            earlier.reported = Month(day.adding(months: -1))
            #expect(try await figure("filings", earlier) == "0", "nothing had been recorded by then")
            var district = question
            district.region = "yuzhong"
            #expect(try await figure("filings", district) == "3")
            district.region = "wansheng"
            #expect(try await figure("filings", district) == "0")
            #expect(try await desk.measured("water-new-time", question, on: day).region == "wansheng")
            let metric = try #require(sample.platform.features.supervision.metrics.book.metric("filings"))
            let units = try await desk.shares(of: metric, by: .unit, question, on: day)
            #expect(units.map(\.value.text) == ["3"])
            for id in ["services-offered", "zero-material-items", "mobile-items", "certificate-items", "bundle-items"] {
                let value = try #require(try await desk.measured(id, question, on: day).value)
                #expect(value.part > 0 && value.part < 100, "\(id): \(value.part)")
            }
            #expect(try await figure("rating-items-covered", question) == "100")
            #expect(try await figure("steps-average", question) != nil)
            #expect(try await figure("promise-cut", question) != nil)
            #expect(try await figure("certificate-kinds", question) != "0")
            #expect(try await figure("cross-province-items", question) != "0")
            #expect(try await desk.measured("zero-material-items", question, on: day).state == .broken)
            #expect(try await desk.counted().lag == 0)
            await #expect(throws: Failure.self) { _ = try await desk.measured("nothing", question, on: day) }
        }
    }

    @Test func `a supervisor opens the board and a metric, a clerk does not, and everybody sees the promises`()
        async throws
    {
        try await RatingSample.onSQLite { sample in
            try await Self.fill(sample)
            let board = try await see(sample, "/w/board", as: "zhen-shi")
            #expect(board.status == 200 && board.text.contains("审批实际办理时间比法定时限平均减少70%以上"))
            #expect(board.text.contains("没有遗漏") && board.text.contains("kpis"))
            #expect(try await see(sample, "/w/board", as: "jiang-zheng").text.contains("渝中区"))
            #expect(try await see(sample, "/w/board", as: "wu-jing").status == 403)
            let late = try await see(sample, "/w/late", as: "zhen-shi")
            #expect(late.status == 200 && late.text.contains("在办超期"))
            #expect(try await see(sample, "/w/late", as: "wu-jing").status == 403)
            let metric = try await see(sample, "/w/board/on-time", as: "jiang-zheng")
            #expect(metric.status == 200 && metric.text.contains("<svg") && metric.text.contains("看数据表"))
            #expect(try await see(sample, "/w/board/nothing", as: "jiang-zheng").status == 404)
            #expect(try await see(sample, "/w/board?region=nowhere", as: "zhen-shi").status == 404)
            let open = try await sample.staff.router.ask(.get, "/open/promises", cookies: [:])
            #expect(open.status == 200 && open.text.contains("万盛经开办发〔2021〕24号"))
            #expect(open.text.contains("这里测不了") && open.text.contains("平台没有大厅窗口的台账"))
        }
    }

    @Test func `a case whose last day has passed is late on the board until it ends`() async throws {
        try await RatingSample.onBothEngines { sample in
            let desk = sample.platform.features.supervision.board
            let day = sample.now.day
            let before = try await desk.late(in: nil, limit: 10, on: day)
            let id = try await sample.filed("late", channel: "online")
            let later = day.adding(days: 400)
            let (counts, cases) = try await desk.late(in: nil, limit: 10, on: later)
            #expect(counts.reduce(0) { $0 + $1.cases } > before.counts.reduce(0) { $0 + $1.cases })
            let late = try #require(cases.first { $0.caseID == id })
            #expect(late.due < later)
            #expect(try await desk.late(in: late.region, limit: 10, on: later).cases.contains(late))
            #expect(try await desk.late(in: "nowhere", limit: 10, on: later).cases.isEmpty)
            #expect(try await desk.late(in: nil, limit: 10, on: late.due).cases.contains(late) == false)
        }
    }
}
