import Casework
import Definitions
import Testing
import Values

@testable import Features

/// From a figure to the cases behind it, and bindings through the interface.
@Suite struct MetricCaseTests {
    private static func fill(_ sample: RatingSample) async throws {
        _ = try await sample.ended("case-one", channel: "online")
        _ = try await sample.filed("case-two", channel: "window")
        _ = try await sample.ended("case-three", channel: "online")
    }

    private static func question(_ day: Day, in region: String?) -> BoardDesk.Question {
        BoardDesk.Question(region: region, first: Month(day), last: Month(day), reported: nil)
    }

    @Test func `the cases of every figure are as many as the sums say, page by page`() async throws {
        try await RatingSample.onBothEngines { sample in
            try await Self.fill(sample)
            let supervision = sample.platform.features.supervision
            let desk = MetricCaseDesk(board: supervision.board)
            let day = sample.now.day
            var seen = 0
            for metric in supervision.metrics.book.metrics where metric.hasCases {
                for region in [nil, "yuzhong", "wansheng"] {
                    let question = Self.question(day, in: region)
                    let value = try await supervision.board.measured(metric, question, on: day).value
                    let place = region ?? metric.target?.region
                    let asked = Self.question(day, in: place)
                    var all: [String] = []
                    var before: String?
                    repeat {
                        let page = try await desk.cases(of: metric, asked, show: .all, before: before, limit: 1)
                        #expect(page.cases.count <= 1)
                        all += page.cases.map(\.caseID)
                        before = page.next
                    } while before != nil
                    #expect(Set(all).count == all.count)
                    // What happens several times in a case is counted so often; here nothing does but answers to needs.
                    if metric.part?.source != .evidence, metric.part?.value == nil, metric.whole?.value == nil {
                        #expect(all.count == value?.counted ?? 0, "\(metric.id) in \(region ?? "the city")")
                    } else if (value?.counted ?? 0) > 0 {
                        #expect(!all.isEmpty, "\(metric.id)")
                    }
                    seen += all.count
                    let split = try await desk.cases(of: metric, asked, show: .against, before: nil, limit: 30).cases
                    let rest = try await desk.cases(of: metric, asked, show: .meeting, before: nil, limit: 30).cases
                    #expect(split.count + rest.count == (metric.judgesCases ? all.count : 0), "\(metric.id)")
                    let faults = try await supervision.board.faults(
                        of: metric, in: place.map { .region($0) } ?? .city, before: nil, limit: 30)
                    if metric.target != nil { #expect(Set(split.map(\.caseID)) == Set(faults.map(\.caseID))) }
                }
            }
            #expect(seen > 20, "\(seen)")
        }
    }

    @Test func `officers reach the cases of a figure, systems too, others do not`() async throws {
        try await RatingSample.onSQLite { sample in
            try await Self.fill(sample)
            let supervisor = try await sample.staff.browser("jiang-zheng")
            #expect(try await supervisor.see("/w/board/filings").text.contains("/w/board/filings/cases"))
            let page = try await supervisor.see("/w/board/filings/cases")
            #expect(page.status == 200 && page.text.contains("/w/case/") && page.text.contains("合计"))
            #expect(try await supervisor.see("/w/board/on-time/cases?show=against&before=x").status == 200)
            #expect(try await supervisor.see("/w/board/nothing/cases").status == 404)
            #expect(try await supervisor.see("/w/board/bad-share/cases").text.contains("不由办件算出"))
            #expect(try await sample.staff.browser("wu-jing").see("/w/board/filings/cases").status == 403)
            let other = try await sample.staff.browser("zhen-shi")
            #expect(try await !other.see("/w/board/filings/cases?region=wansheng").text.contains("/w/case/"))
            let system = try InterfaceSample(sample.platform)
            let first = try await system.get("/api/v1/metrics/filings/cases?limit=2").json
            #expect(first["items"]?.list?.count == 2)
            let next = try #require(first["next"]?.text)
            let rest = try await system.get("/api/v1/metrics/filings/cases?limit=2&cursor=\(next)").json
            #expect(rest["items"]?.list?.count == 1 && rest["next"] == .null)
            #expect(try await system.get("/api/v1/metrics/filings/cases?show=some").status == 422)
            #expect(try await system.get("/api/v1/metrics/nothing/cases").status == 404)
            #expect(try await system.get("/api/v1/metrics/filings/cases", bearer: nil).status == 401)
        }
    }

    @Test func `a system binds a figure from a supervisor's post, once for what it read`() async throws {
        try await RatingSample.onBothEngines { sample in
            try await Self.fill(sample)
            let (document, lead, support) = try await MandateSample.assigned(sample.platform)
            let system = try InterfaceSample(sample.platform)
            let list = try await system.get("/api/v1/targets?document=\(document)").json
            let one = try #require(list["items"]?.list?.first)
            #expect(list["items"]?.list?.count == 1 && one["binding"] == .null && one["comparator"] == "<=")
            #expect(try await system.get("/api/v1/targets?document=x").json["items"]?.list?.isEmpty == true)
            let path = "/api/v1/targets/" + (try #require(one["id"]?.text))
            let post = InterfaceSample.post("jiang-zheng")
            let metric: JSON = ["post": post, "metric": "days-from-filing", "region": "yuzhong", "revision": 0]
            let wrong: [(body: JSON, status: Int)] = [
                (["post": post], 422), (["post": post, "metric": "x", "because": "unclear"], 422),
                (["post": post, "because": "why"], 422), (["metric": "days-from-filing"], 422),
                (["post": post, "metric": "nothing"], 422),
                (["post": InterfaceSample.post("liang-yan"), "metric": "days-from-filing"], 403),
                (["post": post, "metric": "days-from-filing", "revision": 7], 409),
            ]
            for (number, (body, status)) in wrong.enumerated() {
                let answer = try await system.send(path + "/binding", body, key: "wrong\(number)")
                #expect(answer.status == status, "\(body) \(answer.text)")
            }
            let bound = try await system.send(path + "/binding", metric, key: "right")
            #expect(bound.status == 200 && bound.json["binding"]?["metric"] == "days-from-filing", "\(bound.text)")
            let again = try await system.send(path + "/binding", metric, key: "right")
            #expect(again.status == 200 && again.json["history"]?.list?.count == 1, "sent twice, it is done once")
            #expect(try await system.send(path + "/binding", metric, key: "late").status == 409)
            let parts = path.split(separator: "/").suffix(3).joined(separator: "/")
            let supervisor = try await sample.staff.browser("jiang-zheng")
            let cases = try await supervisor.see("/w/targets/\(parts)/cases")
            #expect(cases.status == 200 && cases.text.contains("/w/case/") && cases.text.contains("9个工作日"))
            try await asks(sample, lead, isMeasured: true)
            try await asks(sample, support, isMeasured: false)
            #expect(try await supervisor.see("/w/ledger/\(lead)").text.contains("由平台测量，不要求报送"))
            let rejected = try await system.send(
                path + "/binding", ["post": post, "because": "unclear", "revision": 1], key: "reject")
            #expect(rejected.json["binding"]?["because"] == "unclear" && rejected.json["history"]?.list?.count == 2)
            #expect(try await supervisor.see("/w/targets/\(parts)/cases").status == 404)
            try await asks(sample, lead, isMeasured: false)
            #expect(try await system.get("/api/v1/targets/\(document)/1/99").status == 404)
            #expect(try await supervisor.see("/w/targets/\(document)/1/99/cases").status == 404)
        }
    }

    /// Whether a case knows that the platform measures its figures; its unit is asked for no report then.
    private func asks(_ sample: RatingSample, _ caseID: String, isMeasured: Bool) async throws {
        try await MandateSample.follow(sample.platform)
        let file = try await sample.cases.open(caseID).file
        #expect(file.answers[SupervisedTask.isMeasuredFact]?.value?.bool == isMeasured)
        let row = try await sample.platform.database.read { try SupervisedTaskStore.task(caseID, in: $0) }
        #expect(row?.isMeasured == isMeasured)
    }
}
