import Definitions
import Foundation
import Testing
import Values

@testable import Features

/// The pages of applicants through the router, on real databases, with the repository's own services.
@Suite struct ApplicantRoutesTests: ApplicantSample {
    // MARK: The road

    @Test func `an application goes from the guide to its receipt, and sent twice it files once`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let router = router(platform)
            let guide = try await router.ask(
                .get, "/guide/food-business-licence?region=yuzhong&q-business_kind=bulk_sale")
            #expect(guide.status == 200)
            #expect(guide.text.contains("食品安全承诺书") && !guide.text.contains("从业人员健康证明</th>"))
            let browser = try await agent(platform, router)
            let draft = try await begin(browser)
            #expect(try await begin(browser) == draft, "the same form begins one draft")
            try await fillIn(browser, draft)
            let check = try await browser.see(draft + "/check")
            #expect(check.text.contains("60 ㎡") && check.text.contains(SamplePeople.enterprise.name))
            let filed = try await browser.send(draft + "/filing", [], key: "file")
            #expect(filed.status == 303)
            let receipt = try #require(filed.headers[.location])
            for key in ["file", "another tab"] {
                let again = try await browser.send(draft + "/filing", [], key: key)
                #expect(again.headers[.location] == receipt)
            }
            #expect(try await browser.see(draft + "/questions").status == 404)
            let page = try await browser.see(receipt)
            #expect(page.status == 200 && page.text.contains("提交成功"))
            let cases = try await browser.see("/my/cases")
            #expect(cases.text.components(separatedBy: "class=\"case\"").count == 2, "one case")
            let mine = try await browser.see(String(receipt.dropLast("/receipt".count)))
            #expect(mine.status == 200 && mine.text.contains("您现在不用做什么"))
        }
    }

    @Test func `a draft is saved at every step and taken up again`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            let half = try await save(
                browser, draft, "section-2", [("premises.address", "渝中区民权路 18 号"), ("area", ""), ("later", "1")],
                key: "half")
            #expect(half.headers[.location] == "/my/drafts")
            let list = try await browser.see("/my/drafts")
            #expect(list.text.contains(draft) && list.text.contains("4 月 1 日"))
            let page = try await browser.see(draft + "/section-2")
            #expect(page.text.contains("value=\"渝中区民权路 18 号\""))
        }
    }

    @Test func `two windows: the older one sees both versions and loses nothing`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            let old = try await revision(browser, draft + "/section-2")
            _ = try await save(browser, draft, "section-2", [("premises.address", "甲路 1 号"), ("area", "50")], key: "a")
            let answer = try await browser.send(
                draft + "/section-2", [("revision", old), ("premises.address", "乙路 2 号"), ("area", "70")], key: "b")
            #expect(answer.status == 409)
            #expect(answer.text.contains("value=\"乙路 2 号\"") && answer.text.contains("甲路 1 号"))
            let shown = try await revision(browser, draft + "/section-2")
            #expect(answer.text.contains("name=\"revision\" value=\"\(shown)\""))
        }
    }

    @Test func `another person's draft and case are not found`() async throws {
        try await PlatformSample.onSQLite { platform in
            let router = router(platform)
            let owner = try await agent(platform, router)
            let draft = try await begin(owner)
            try await fillIn(owner, draft)
            let stranger = try await browser(platform, SamplePeople.citizens[3], forEnterprise: false, router)
            for path in ["/questions", "/section-2", "/evidence", "/check"] {
                #expect(try await stranger.see(draft + path).status == 404, "\(path)")
            }
            #expect(try await stranger.send(draft + "/filing", [], key: "x").status == 404)
            #expect(try await stranger.send(draft + "/section-2", [("revision", "1")], key: "y").status == 404)
            let receipt = try #require(try await owner.send(draft + "/filing", [], key: "file").headers[.location])
            let mine = String(receipt.dropLast("/receipt".count))
            for path in [mine, receipt, mine + "/documents/1", mine + "/actions/withdraw"] {
                #expect(try await stranger.see(path).status == 404, "\(path)")
            }
            #expect(try await stranger.send(mine + "/actions/withdraw", [], key: "z").status == 404)
            #expect(try await owner.see(mine).status == 200)
        }
    }

    @Test func `a form sent after the session ended is carried through the sign-in page`() async throws {
        try await PlatformSample.onSQLite { platform in
            let router = router(platform)
            let browser = try await agent(platform, router)
            let draft = try await begin(browser)
            let revision = try await revision(browser, draft + "/section-2")
            let first = try await router.ask(
                .post, "/drafts", cookies: ["visitor": visitor],
                form: [("form-token", visitor), ("form-key", "first"), ("service", "food-business-licence")])
            #expect(first.status == 401 && first.text.contains("先登录，您填的内容还在"))
            #expect(!first.text.contains("登录过期了"), "nobody was signed in")
            let ended = String(repeating: "0", count: 64)
            let lost = try await router.ask(
                .post, draft + "/section-2", cookies: ["session": ended, "visitor": visitor],
                form: [
                    ("form-token", browser.token), ("form-key", "late"), ("revision", revision),
                    ("premises.address", "甲路 <1> 号"), ("area", "60"),
                ])
            #expect(lost.status == 401 && lost.text.contains("您填的内容还在"))
            #expect(lost.text.contains("name=\"kept-field-premises.address\" value=\"甲路 &lt;1&gt; 号\""))
            let back = try await router.ask(
                .post, "/session", cookies: ["visitor": visitor],
                form: [
                    ("form-token", visitor), ("form-key", "s"), ("login", SamplePeople.citizens[1].login),
                    ("password", SamplePeople.password), ("kept-action", draft + "/section-2"), ("kept-key", "late"),
                    ("kept-field-revision", revision), ("kept-field-premises.address", "甲路 <1> 号"),
                    ("kept-field-area", "60"),
                ])
            #expect(back.status == 200 && back.text.contains("action=\"\(draft)/section-2\""))
            let token = try #require(back.cookie("tongban-session"))
            let sessions = platform.features.accounts.sessions
            let session = try #require(
                try await sessions.visitor(cookie: token, at: PlatformSample.now).visitor.session)
            #expect(back.text.contains("name=\"form-token\" value=\"\(session.formToken)\""))
            let again = Browser(
                router: router, cookies: ["session": token, "visitor": visitor], token: session.formToken,
                session: session)
            let saved = try await again.send(
                draft + "/section-2", [("revision", revision), ("premises.address", "甲路 <1> 号"), ("area", "60")],
                key: "late")
            #expect(saved.status == 303)
            #expect(try await again.see(draft + "/section-2").text.contains("甲路 &lt;1&gt; 号"))
            let foreign = try await router.ask(
                .post, "/session", cookies: ["visitor": visitor],
                form: [
                    ("form-token", visitor), ("form-key", "f"), ("login", SamplePeople.citizens[1].login),
                    ("password", SamplePeople.password), ("kept-action", "https://evil.example/"),
                ])
            #expect(foreign.status == 303)
        }
    }

    @Test func `a draft keeps its answers when the definition is replaced, and says so`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            try await fillIn(browser, draft)
            var texts = try PlatformSample.texts(below: "Services")
                .merging(PlatformSample.texts(below: "Territory")) { $1 }
            let path = "Services/food-business-licence/service.yaml"
            let service = try #require(texts[path])
            texts[path] = service.replacing(
                "      area: {ask:",
                with: "      seats: {ask: {zh: 座位数, en: Seats}, type: number, sensitivity: internal}\n      area: {ask:"
            )
            let changed = try await platform.features.catalogue.desk.publish(
                Library(texts: texts), by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("new"))
            #expect(changed == ["food-business-licence", "open-a-restaurant"], "and the bundle it is part of")
            let check = try await browser.see(draft + "/check")
            #expect(check.text.contains("这件事的规定更新了") && check.text.contains("60 ㎡"))
            let early = try await browser.send(draft + "/filing", [], key: "early")
            #expect(early.status == 422 && early.text.contains("填写座位数"))
            let saved = try await save(
                browser, draft, "section-2", [("premises.address", "甲路 1 号"), ("area", "60"), ("seats", "12")],
                key: "seats")
            #expect(saved.status == 303)
            #expect(try await browser.see(draft + "/check").text.contains("规定更新了") == false)
            #expect(try await browser.send(draft + "/filing", [], key: "file").status == 303)
        }
    }

    // MARK: Bad input

    @Test func `what cannot be taken is said at its field, and what was typed is kept`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await browser(platform, SamplePeople.citizens[0], forEnterprise: false, router(platform))
            let draft = try await begin(browser)
            let cases: [(step: String, fields: [(String, String)], says: String, keeps: String)] = [
                ("section-2", [("area", "约60"), ("premises.address", "甲路")], "要填数字", "value=\"约60\""),
                ("section-2", [("area", "0"), ("premises.address", "甲路")], "请填写实际经营面积", "value=\"0\""),
                ("section-2", [("area", "60"), ("premises.address", "")], "填写", "value=\"60\""),
                ("section-1", [("enterprise.uscc", "91500103MA5U00000X")], "校验码不符", "value=\"91500103MA5U00000X\""),
                ("section-1", [("enterprise.uscc", "9150010")], "18位", "value=\"9150010\""),
                ("questions", [("business_kind", "nothing")], "要从列出的几项里选", "errors"),
            ]
            for (index, one) in cases.enumerated() {
                let answer = try await save(browser, draft, one.step, one.fields, key: "bad\(index)")
                #expect(answer.status == 422, "\(one)")
                #expect(answer.text.contains(one.says), "\(one.says)")
                #expect(answer.text.contains(one.keeps), "\(one.keeps)")
                #expect(answer.text.contains("<title>错误："))
            }
            let large = String(repeating: "很", count: 3_500_000)
            let answer = try await save(browser, draft, "section-2", [("premises.address", large)], key: "large")
            #expect(answer.status == 413)
        }
    }

    @Test func `a date that does not exist is not taken, full-width digits are`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            _ = try await save(
                browser, draft, "questions", [("renewal", "true"), ("business_kind", "bulk_sale")], key: "q")
            func date(_ year: String, _ month: String, _ day: String) -> [(String, String)] {
                [
                    ("area", "６０．５"), ("premises.address", "甲路"), ("old_licence_expires-year", year),
                    ("old_licence_expires-month", month), ("old_licence_expires-day", day),
                ]
            }
            let bad = try await save(browser, draft, "section-2", date("2026", "2", "30"), key: "bad")
            #expect(bad.status == 422 && bad.text.contains("要填日历上有的日期"))
            let good = try await save(browser, draft, "section-2", date("２０２６", "９", "１"), key: "good")
            #expect(good.status == 303)
            let check = try await browser.see(draft + "/check")
            #expect(check.text.contains("2026 年 9 月 1 日") && check.text.contains("60.5 ㎡"))
        }
    }

    @Test func `nothing is filed while something is missing, and the check page says what`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            let answer = try await browser.send(draft + "/filing", [], key: "early")
            #expect(answer.status == 422)
            #expect(answer.text.contains("填写经营面积") && answer.text.contains("食品安全承诺书"))
            #expect(try await browser.see("/my/cases").text.contains("还没有办件"))
        }
    }

    @Test func `files are told by their content, refused with a reason, and kept over an error`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            _ = try await save(
                browser, draft, "questions", [("renewal", "false"), ("business_kind", "catering")], key: "q")
            let files: [(content: [UInt8], says: String)] = [
                (Array("MZ not a picture".utf8), "文件要是 PDF、JPG、PNG 或 OFD"), ([], "选的文件是空的"),
                ([UInt8](repeating: 0x20, count: 23_000_000), "文件太大了"),
            ]
            for (index, file) in files.enumerated() {
                let answer = try await upload(browser, draft, "health-certificates", file.content, key: "f\(index)")
                #expect(answer.status == (file.content.count > 22_020_096 ? 413 : 422))
                #expect(answer.text.contains(file.says), "\(file.says)")
            }
            let good = try await upload(
                browser, draft, "health-certificates", Array("%PDF-1.7 sample".utf8), key: "good")
            #expect(good.status == 422 && good.text.contains("健康证.pdf") && good.text.contains("勾选"))
            #expect(try await browser.see(draft + "/evidence").text.contains("健康证.pdf"))
        }
    }

    // MARK: Afterwards

    @Test func `an application can be withdrawn once, with confirmation`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            try await fillIn(browser, draft)
            let receipt = try #require(try await browser.send(draft + "/filing", [], key: "file").headers[.location])
            let mine = String(receipt.dropLast("/receipt".count))
            let question = try await browser.see(mine + "/actions/withdraw")
            #expect(question.status == 200 && question.text.contains("撤回申请"))
            let done = try await browser.send(mine + "/actions/withdraw", [], key: "withdraw")
            #expect(done.status == 303)
            #expect(try await browser.send(mine + "/actions/withdraw", [], key: "withdraw").status == 303)
            #expect(try await browser.send(mine + "/actions/withdraw", [], key: "other").status == 409)
            let page = try await browser.see(mine)
            #expect(page.text.contains("已办结：已撤回"))
        }
    }

    @Test func `a service for enterprises is not begun by a person, and an unknown one is not found`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let wrong = try await browser.send(
                "/drafts", [("service", "unemployment-benefit"), ("region", "yuzhong")], key: "w")
            #expect(wrong.status == 409 && wrong.text.contains("由个人办理"))
            let none = try await browser.send("/drafts", [("service", "x"), ("region", "yuzhong")], key: "n")
            #expect(none.status == 404)
            let odd = try await browser.see("/guide/food-business-licence?region=nowhere")
            #expect(odd.status == 404)
        }
    }

    @Test(arguments: ["/", "/guide/food-business-licence", "/guide/water-connection?region=wansheng"])
    func `public pages stand in both languages and within their size`(path: String) async throws {
        try await PlatformSample.onSQLite { platform in
            let router = router(platform)
            for language in ["zh-Hans", "en"] {
                let answer = try await router.ask(.get, path, cookies: ["language": language, "visitor": visitor])
                #expect(answer.status == 200)
                #expect(answer.text.utf8.count < 40_960, "\(answer.text.utf8.count) bytes")
                #expect(answer.text.components(separatedBy: "<h1").count == 2, "one h1")
            }
        }
    }
}
