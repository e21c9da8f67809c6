import Foundation
import HTTPTypes
import Testing
import Values
import Web

@testable import Features

/// The pages of ratings through the router, in process.
@Suite struct RatingRoutesTests {
    private static let visitor = ["visitor": String(repeating: "cd", count: 16)]

    private func see(_ sample: RatingSample, _ path: String) async throws -> RouteAnswer {
        try await sample.staff.router.ask(.get, path, cookies: Self.visitor)
    }

    /// Sends the form of a page as somebody without an account.
    private func send(
        _ sample: RatingSample, _ code: String, _ fields: [(String, String)], key: String, further: Bool
    ) async throws -> RouteAnswer {
        let token = Self.visitor["visitor"] ?? ""
        return try await sample.staff.router.ask(
            .post, "/rate/\(code)" + (further ? "/again" : ""), cookies: Self.visitor,
            form: [("form-token", token), ("form-key", key)] + fields)
    }

    @Test func `by a code one rates without signing in, and loses nothing`() async throws {
        try await RatingSample.onBothEngines { sample in
            let id = try await sample.ended("page", channel: "online")
            let code = sample.desk.codes.code(of: .outcome, in: id)
            let page = try await see(sample, "/rate/\(code)").text
            #expect(page.components(separatedBy: "type=\"radio\" name=\"grade\"").count == 6)
            #expect(!page.contains("checked"), "nothing is chosen or ticked beforehand")
            let long = String(repeating: "长", count: 5000)
            let wrong: [(String, [(String, String)], String)] = [
                ("选择一个评价等级", [("words", "有 <b>话</b> 说")], "有 &lt;b&gt;话&lt;/b&gt; 说"),
                ("选择一个评价等级", [("grade", "6"), ("words", "六")], "六"),
                ("选择一个评价等级", [("grade", "<script>"), ("words", "七")], "七"),
                ("不能超过 500 个字", [("grade", "2"), ("words", long)], long),
                ("只能从所列的选择", [("grade", "2"), ("aspects", "beauty"), ("words", "八")], "八"),
                ("填写能接通的电话", [("grade", "2"), ("named", "true"), ("name", "张"), ("phone", "12")], "value=\"12\""),
            ]
            for (number, (sentence, fields, kept)) in wrong.enumerated() {
                let answer = try await send(sample, code, fields, key: "wrong\(number)", further: false)
                #expect(answer.status == 422 && answer.text.contains(sentence), "\(sentence): \(answer.status)")
                #expect(answer.text.contains(kept) && !answer.text.contains("<b>话"), "\(sentence)")
            }
            let fields = [("grade", "2"), ("words", "电话 138-0013-8000 没人接"), ("publish", "true")]
            let sent = try await send(sample, code, fields, key: "right", further: false)
            #expect(sent.status == 303 && sent.headers[.location] == "/rate/\(code)?done=1")
            #expect(try await send(sample, code, fields, key: "right", further: false).status == 303, "sent twice")
            let other = try await send(sample, code, [("grade", "5"), ("words", "改了")], key: "other", further: false)
            #expect(other.status == 409 && other.text.contains("已经评价过"))
            try await sample.follow()
            #expect(try await see(sample, "/rate/\(code)?done=1").text.contains("评价已收到"))
            let open = try await see(sample, "/open/ratings").text
            #expect(open.contains("不满意") && open.contains("整改中") && open.contains("没人接"))
            #expect(!open.contains("138-0013-8000") && !open.contains(id) && !open.contains("小满"))
            #expect(try await see(sample, "/open/ratings?unit=yuzhong-market").text.contains("没人接"))
            #expect(try await see(sample, "/open/ratings?service=company-seal&before=x").text.contains("还没有评价"))
        }
    }

    @Test func `a further rating after a good one, and none before the first`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.ended("further", channel: "online")
            let code = sample.desk.codes.code(of: .outcome, in: id)
            let early = try await send(sample, code, [("grade", "4")], key: "early", further: true)
            #expect(early.status == 409 && early.text.contains("先评价"))
            #expect(try await send(sample, code, [("grade", "4")], key: "a", further: false).status == 303)
            let empty = try await send(sample, code, [("words", "再想想")], key: "b", further: true)
            #expect(empty.status == 422 && empty.text.contains("再想想"))
            #expect(try await send(sample, code, [("grade", "3")], key: "b", further: true).status == 303)
            let third = try await send(sample, code, [("grade", "5")], key: "c", further: true)
            #expect(third.status == 409)
            #expect(try await see(sample, "/rate/\(code)").text.contains("追评"))
        }
    }

    @Test func `a wrong code is told, in the form and in the address`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.ended("entry", channel: "online")
            let code = sample.desk.codes.code(of: .outcome, in: id)
            #expect(try await see(sample, "/rate").status == 200)
            let found = try await see(sample, "/rate?code=" + RatingCode.printed(code).lowercased())
            #expect(found.status == 303 && found.headers[.location] == "/rate/\(code)")
            for text in ["AAAABBBBCCCCDDDD", "%3Cscript%3E", String(repeating: "9", count: 2000)] {
                let page = try await see(sample, "/rate?code=" + text)
                #expect(page.status == 404 && page.text.contains("没有这个评价码"), "\(text.prefix(20))")
                #expect(!page.text.contains("<script>"))
            }
            #expect(try await see(sample, "/rate/AAAABBBBCCCCDDDD").status == 404)
            #expect(try await see(sample, "/rate/x").status == 404)
        }
    }

    @Test func `one's own case shows its codes, another's does not, and no officer rates`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.ended("own", channel: "window")
            let code = sample.desk.codes.code(of: .outcome, in: id)
            let clerk = try await sample.staff.browser("wu-jing")
            #expect(try await clerk.see("/rate/\(code)").status == 403)
            #expect(try await clerk.send("/rate/\(code)", [("grade", "5")], key: "k").status == 403)
            let window = try await clerk.see("/w/case/\(id)/rating").text
            #expect(window.contains(RatingCode.printed(code)) && window.contains("不能代评"))
            #expect(!window.contains("href=\"/rate/"), "the officer's screen rates nothing")
            #expect(try await sample.staff.browser("zheng-qiang").see("/w/case/\(id)/rating").status == 403)
            let stranger = try await sample.staff.browser("li-ming")
            #expect(try await stranger.see("/cases/\(id)/rating").status == 404)
            #expect(try await stranger.see("/rate/\(code)").status == 200, "the code is the right")
        }
    }

    @Test func `the supervisor sees the five measures, and the corrections with a name beside each`() async throws {
        try await RatingSample.onBothEngines { sample in
            let id = try await sample.ended("measures", channel: "online")
            let rating = try await sample.rated(id, RatingSample.bad(named: true), key: "measures")
            _ = try await sample.filed("closed", channel: "telegraph")
            let dark = try await sample.ended("dark", channel: "telegraph")
            let correction = CorrectionFollower.caseID(of: rating)
            for key in ["jiang-zheng", "zhen-shi"] {
                let supervisor = try await sample.staff.browser(key)
                let page = try await supervisor.see("/w/ratings")
                #expect(page.status == 200 && page.text.contains("差评整改率"), "\(key): \(page.status)")
                #expect(page.text.contains("未登记的渠道"), "a channel that nobody can rate is named")
                let open = try await supervisor.see("/w/ratings/corrections").text
                #expect(open.contains("/w/case/\(correction)") && open.contains("蒋*"), "\(key)")
                #expect(try await supervisor.see("/w/ratings/uncovered").text.contains("/w/case/\(dark)"))
                #expect(try await supervisor.see("/w/case/\(correction)").status == 200, "\(key)")
            }
            sample.staff.clock.set(Moment(2026, 3, 20, hour: 9))
            let supervisor = try await sample.staff.browser("jiang-zheng")
            #expect(try await supervisor.see("/w/ratings/corrections").text.contains("超期"))
            #expect(try await supervisor.see("/w/ratings/corrections?view=uncalled").text.contains(correction))
            #expect(try await !supervisor.see("/w/ratings/corrections?view=excluded").text.contains(correction))
            #expect(try await supervisor.see("/w/inbox").text.contains(correction))
            #expect(try await supervisor.see("/w/case/\(correction)/look").status == 200, "he has a task there")
            for path in ["/w/ratings?from=x&to=2026-13", "/w/ratings/corrections?view=x&before=y"] {
                #expect(try await supervisor.see(path).status == 200, "\(path)")
            }
            for key in ["wu-jing", "du-heng", "liang-yan"] {
                #expect(try await sample.staff.browser(key).see("/w/ratings").status == 403, "\(key)")
            }
            #expect(try await see(sample, "/w/ratings").status != 200)
        }
    }
}
