import Casework
import Foundation
import HTTPTypes
import Proofs
import Testing
import Values

@testable import Features

/// The officers' pages through the router, on real databases, with the repository's own services.
@Suite struct StaffRoutesTests {
    // MARK: The road

    @Test func `a licence is accepted, reviewed, granted and delivered by four posts`() async throws {
        try await StaffSample.onBothEngines { sample in
            let id = try await sample.filed("road")
            let clerk = try await sample.browser("wu-jing")
            let inbox = try await clerk.see("/w/inbox").text
            #expect(inbox.contains("/w/case/\(id)") && inbox.contains("剩 5 个工作日"), "the time to accept counts")
            let shown = try await clerk.see("/w/case/\(id)")
            #expect(shown.status == 200)
            #expect(shown.text.contains("重庆小满餐饮管理有限公司") && shown.text.contains("法人基础库（替身数据）"))
            let accepted = try await clerk.sign(id, .action("accept"), key: "accept")
            #expect(accepted.status == 303, "\(accepted.text)")
            let location = try #require(accepted.headers[.location])
            #expect(location.hasPrefix("/w/case/\(id)?done=actions.accept"))
            #expect(try await clerk.see(location).text.contains("已办理：受理"))
            #expect(try await !clerk.see("/w/inbox").text.contains("/w/case/\(id)"))

            let reviewer = try await sample.browser("zheng-qiang")
            #expect(try await reviewer.see("/w/inbox").text.contains("/w/case/\(id)"))
            let reviewed = try await reviewer.sign(id, .result("review", "meets"), key: "review")
            #expect(reviewed.status == 303, "\(reviewed.text)")

            let approver = try await sample.browser("he-wei")
            let page = try await approver.see(StaffSample.Deed.result("approve", "grant").page(id))
            #expect(page.text.contains("颁发证照") && page.text.contains("《行政许可法》第三十八条第一款"))
            let granted = try await approver.sign(id, .result("approve", "grant"), key: "grant")
            #expect(granted.status == 303, "\(granted.text)")

            let delivered = try await clerk.sign(
                id, .result("deliver", "delivered"), [("way", "电子证照")], key: "deliver")
            #expect(delivered.status == 303, "\(delivered.text)")
            let file = try await sample.desk.open(id).file
            #expect(file.isClosed && file.outcome == "granted")
            let end = try await clerk.see("/w/case/\(id)")
            #expect(end.text.contains("本件已办结") && end.text.contains("准予"))
            #expect(try await clerk.see("/w/case/\(id)/documents/1").status == 200)
        }
    }

    // MARK: Who may

    @Test func `a reviewer does not approve, and is told who does`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("roles")
            _ = try await sample.browser("wu-jing").sign(id, .action("accept"), key: "a")
            let reviewer = try await sample.browser("zheng-qiang")
            _ = try await reviewer.sign(id, .result("review", "meets"), key: "r")
            let page = try await reviewer.see(StaffSample.Deed.result("approve", "grant").page(id))
            #expect(page.status == 403 && page.text.contains("由审批人办理"))
            let sent = try await reviewer.send(
                StaffSample.Deed.result("approve", "grant").target(id), [("revision", "1")], key: "g")
            #expect(sent.status == 403)
            #expect(try await sample.desk.open(id).file.stage == "decision")
            let shown = try await reviewer.see("/w/case/\(id)")
            #expect(shown.text.contains("由他人办理") && shown.text.contains("许可审批科"))
        }
    }

    @Test func `whoever may not read a case does not learn that it exists`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("reading")
            for key in ["dong-qing", "xu-gang"] {
                let other = try await sample.browser(key)
                #expect(try await other.see("/w/case/\(id)").status == 404, "\(key)")
                #expect(try await other.see("/w/case/\(id)/sign?action=accept").status == 404)
                let sent = try await other.send("/w/case/\(id)/actions/accept", [("revision", "1")], key: "k")
                #expect(sent.status == 404)
            }
            for key in ["jiang-zheng", "du-heng"] {
                let supervisor = try await sample.browser(key)
                #expect(try await supervisor.see("/w/case/\(id)").status == 200, "\(key)")
                #expect(try await supervisor.see("/w/case/\(id)/sign?action=accept").status == 403)
                #expect(try await supervisor.see("/w/case/\(id)/look").status == 403)
            }
            let citizen = try await sample.browser("li-ming")
            #expect(try await citizen.see("/w/case/\(id)").status == 403)
            let stranger = try await sample.router.ask(.get, "/w/case/\(id)")
            #expect(stranger.status != 200 && !stranger.text.contains("小满"), "\(stranger.status)")
        }
    }

    // MARK: Twice, late, and wrong

    @Test func `a double click signs once`() async throws {
        try await StaffSample.onBothEngines { sample in
            let id = try await sample.filed("double")
            let clerk = try await sample.browser("wu-jing")
            let revision = try await clerk.revision(StaffSample.Deed.action("accept").page(id))
            let target = StaffSample.Deed.action("accept").target(id)
            for _ in 0..<3 {
                let answer = try await clerk.send(target, [("revision", revision)], key: "same")
                #expect(answer.status == 303)
                #expect(answer.headers[.location] == "/w/case/\(id)?done=actions.accept")
            }
            let accepted = try await sample.desk.history(id).filter { $0.body.open["deed"]?.text == "actions.accept" }
            #expect(accepted.count == 1)
        }
    }

    @Test func `the same signature sent at the same moment counts once`() async throws {
        try await StaffSample.onBothEngines { sample in
            let id = try await sample.filed("together")
            let staff = StaffDesk(cases: sample.desk, looks: sample.platform.features.accounts.looks)
            let session = try await sample.browser("wu-jing").session
            let officer = try staff.officer(session)
            let now = sample.clock.now
            let key = CommandKey(actor: session.actor, verb: "staff/sign", clientKey: "same", request: [1])
            let done = try await withThrowingTaskGroup(of: Done.self) { group in
                for number in 0..<6 {
                    let acting = AccountActing(
                        actor: session.actor, moment: now, entropy: PlatformSample.entropy("together-\(number)"),
                        key: key)
                    group.addTask {
                        let act = Act(action: "accept", said: [:], brings: [], seen: [:])
                        return try await staff.sign(.act(act), on: id, by: officer, acting)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(done.count { !$0.isRepeated } == 1)
            let accepted = try await sample.desk.history(id).filter { $0.body.open["deed"]?.text == "actions.accept" }
            #expect(accepted.count == 1)
        }
    }

    @Test func `a signature over something else than was seen does not count, and what was typed is kept`() async throws
    {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("stale")
            let clerk = try await sample.browser("wu-jing")
            let reason = "缺<b>面积</b> & '说明' \"'; DROP TABLE case_file;--"
            let answer = try await clerk.send(
                "/w/case/\(id)/actions/refuse_acceptance",
                [("revision", "999"), ("reason", reason), ("articles", "《行政许可法》第三十二条第二款")], key: "old")
            #expect(answer.status == 409)
            #expect(answer.text.contains("内容刚被更新了"))
            #expect(answer.text.contains("缺&lt;b&gt;面积&lt;/b&gt; &amp; &#39;说明&#39;"))
            #expect(!answer.text.contains("缺<b>"))
            #expect(try await sample.desk.open(id).file.stage == "filed")
            let refused = try await clerk.sign(
                id, .action("refuse_acceptance"),
                [("reason", reason), ("articles", "《行政许可法》第三十二条第二款"), ("articles", "《行政许可法》第三十二条")], key: "now")
            #expect(refused.status == 303, "\(refused.text)")
            let shown = try await clerk.see("/w/case/\(id)")
            #expect(shown.text.contains("缺&lt;b&gt;面积") && !shown.text.contains("缺<b>"))
        }
    }

    @Test func `what is missing is said at its field with the page's own words`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("missing")
            let clerk = try await sample.browser("wu-jing")
            let answer = try await clerk.sign(
                id, .action("refuse_acceptance"), [("reason", "   "), ("articles", "")], key: "m")
            #expect(answer.status == 422)
            #expect(answer.text.contains("填写理由") && answer.text.contains("选择“依据条款”"))
            #expect(answer.text.contains("<title>错误："))
            let long = String(repeating: "长", count: 2001)
            let tooLong = try await clerk.sign(
                id, .action("refuse_acceptance"), [("reason", long), ("articles", "《行政许可法》第三十二条第二款")], key: "l")
            #expect(tooLong.status == 422 && tooLong.text.contains("最多 2000 字"))
        }
    }

    @Test func `an act that is over is refused with a sentence`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("over")
            let clerk = try await sample.browser("wu-jing")
            let other = try await sample.browser("wu-jing")
            let revision = try await other.revision(StaffSample.Deed.action("accept").page(id))
            _ = try await clerk.sign(id, .action("accept"), key: "first")
            let late = try await other.send(
                "/w/case/\(id)/actions/accept", [("revision", revision)], key: "second")
            #expect(late.status == 409 && late.text.contains("别人刚刚办过") && late.text.contains("返回办件"))
            #expect(try await clerk.see(StaffSample.Deed.action("accept").page(id)).status == 409)
        }
    }

    @Test(arguments: [
        "/w/case/x", "/w/case/01H00000000000000000000000", "/w/case/..%2F..%2Fetc", "/w/case/%00",
        "/w/case/01H00000000000000000000000/sign?action=accept", "/w/case/x/files/y", "/w/case/x/documents/1",
        "/w/window/01H00000000000000000000000/form", "/w/window/x/form",
    ])
    func `unknown ids are not found`(path: String) async throws {
        try await StaffSample.onSQLite { sample in
            let clerk = try await sample.browser("wu-jing")
            #expect(try await clerk.see(path).status == 404, "\(path)")
        }
    }

    @Test func `odd views and cursors show the whole list`() async throws {
        try await StaffSample.onSQLite { sample in
            _ = try await sample.filed("odd")
            let clerk = try await sample.browser("wu-jing")
            for query in [
                "view=<script>", "after=';DROP TABLE case_task;--", "view=all&after=2026-03-02.x.y.z", "view=",
            ] {
                let answer = try await clerk.see(
                    "/w/inbox?\(query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? "")")
                #expect(answer.status == 200 && answer.text.contains("/w/case/"), "\(query)")
            }
        }
    }

    // MARK: Facts

    @Test func `a fact that nobody knows is established by an officer, and the task follows`() async throws {
        try await StaffSample.onBothEngines { sample in
            var new = sample.platform.newLicence("unclear", at: sample.clock.now)
            var content = new.content
            content.answers["business_kind"] = nil
            new = FilingRequest(
                id: new.id, service: new.service, region: new.region, applicant: new.applicant, agent: new.agent,
                delegation: nil, content: content, identity: new.identity, uploads: [], draftKey: nil)
            _ = try await sample.desk.file(new, by: sample.platform.agent("file-unclear", at: sample.clock.now))
            let id = new.id.text
            let clerk = try await sample.browser("wu-jing")
            let shown = try await clerk.see("/w/case/\(id)")
            #expect(shown.text.contains("待明确的事实") && shown.text.contains("/w/case/\(id)/facts/business_kind"))
            let page = "/w/case/\(id)/facts/business_kind"
            let empty = try await clerk.send(page, [("revision", "0")], key: "e")
            #expect(empty.status == 422)
            let odd = try await clerk.send(page, [("revision", "0"), ("business_kind", "nothing")], key: "o")
            #expect(odd.status == 422 && odd.text.contains("要从列出的几项里选"))
            let stale = try await clerk.send(page, [("revision", "77"), ("business_kind", "bulk_sale")], key: "s")
            #expect(stale.status == 409)
            let done = try await clerk.send(page, [("revision", "0"), ("business_kind", "bulk_sale")], key: "d")
            #expect(done.status == 303, "\(done.text)")
            let answer = try await sample.desk.open(id).file.answers["business_kind"]
            #expect(answer?.value == "bulk_sale" && answer?.source == "officer" && answer?.grade == "B")
            #expect(try await !clerk.see("/w/case/\(id)").text.contains("待明确的事实"))
        }
    }

    // MARK: Two signatures

    @Test func `a site visit takes two inspectors, and the second signs what the first said`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await bigRestaurant(sample)
            let first = try await sample.browser("ma-chao")
            let one = try await first.sign(id, .result("site_visit", "fail"), [("reason", "水池不足")], key: "1")
            #expect(one.headers[.location] == "/w/case/\(id)?signed=first")
            let again = try await first.see(StaffSample.Deed.result("site_visit", "fail").page(id))
            #expect(again.text.contains("您已签名"))
            let second = try await sample.browser("lin-tao")
            let page = try await second.see(StaffSample.Deed.result("site_visit", "fail").page(id))
            #expect(page.text.contains("水池不足") && page.text.contains("前一位签名人"))
            let two = try await second.sign(id, .result("site_visit", "fail"), key: "2")
            #expect(two.status == 303, "\(two.text)")
            let run = try await sample.desk.open(id).file.tasks.first { $0.task == "site_visit" }
            #expect(run?.state == .done && run?.signers.count == 2)
        }
    }

    /// A catering place of 900 square metres, accepted: its risk is high, so it is visited.
    private func bigRestaurant(_ sample: StaffSample) async throws -> String {
        let small = sample.platform.newLicence("visit", area: 900, at: sample.clock.now)
        var content = small.content
        content.answers["business_kind"] = "catering"
        let new = FilingRequest(
            id: small.id, service: small.service, region: small.region, applicant: small.applicant,
            agent: small.agent, delegation: nil, content: content, identity: small.identity, uploads: [], draftKey: nil)
        _ = try await sample.desk.file(new, by: sample.platform.agent("file-visit", at: sample.clock.now))
        let scanned = ["layout-plan", "health-certificates"].map {
            EvidenceAnswer(need: $0, source: .upload, grade: "C", reference: nil, files: [], expires: nil)
        }
        _ = try await sample.desk.run(
            .addEvidence(scanned), on: new.id.text,
            by: sample.platform.officer("wu-jing", "scanned", at: sample.clock.now))
        let accepted = try await sample.browser("wu-jing").sign(new.id.text, .action("accept"), key: "a")
        #expect(accepted.status == 303, "\(accepted.text)")
        return new.id.text
    }

    // MARK: Pages

    @Test func `pages stand in both languages, with one heading and within their size`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("pages")
            let clerk = try await sample.browser("wu-jing")
            for path in [
                "/w/inbox", "/w/inbox?view=overdue", "/w/case/\(id)", "/w/case/\(id)/sign?action=accept",
                "/w/case/\(id)/sign?action=tell_deficiency", "/w/case/\(id)/look", "/w/window",
                "/w/case/\(id)/receipt",
            ] {
                for language in ["zh-Hans", "en"] {
                    var cookies = clerk.cookies
                    cookies["language"] = language
                    let answer = try await sample.router.ask(.get, path, cookies: cookies)
                    #expect(answer.status == 200, "\(path)")
                    #expect(answer.text.utf8.count < 40_960, "\(path): \(answer.text.utf8.count) bytes")
                    #expect(answer.text.components(separatedBy: "<h1").count == 2, "\(path): one h1")
                }
            }
        }
    }
}
