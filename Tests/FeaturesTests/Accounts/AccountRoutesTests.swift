import Foundation
import Hummingbird
import Testing
import Values
import Web

@testable import Features

@Suite struct AccountRoutesTests {
    private let liMing = SamplePeople.citizens[0]
    private let wangFang = SamplePeople.citizens[1]
    private let visitor = String(repeating: "ab", count: 16)

    private func signInForm(
        _ name: String, password: String = AccountSample.password, to: String? = nil, token: String? = nil
    ) -> [(String, String)] {
        [("form-token", token ?? visitor), ("form-key", "k"), ("login", name), ("password", password)]
            + (to.map { [("to", $0)] } ?? [])
    }

    private func signedIn(_ sample: AccountSample, _ login: String, _ number: Int) async throws
        -> (cookies: [String: String], session: Session)
    {
        let token = try await sample.signIn(login, number, address: "a\(number)").token
        return (["session": token, "visitor": visitor], try #require(try await sample.session(token)))
    }

    @Test func `signing in by the form sets a cookie for this host and leads on`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.register(liMing, 1)
            let router = sample.router()
            let answer = try await router.ask(
                .post, "/session", cookies: ["visitor": visitor], form: signInForm(liMing.phone, to: "/my/looks"))
            #expect(answer.status == 303)
            #expect(answer.headers[.location] == "/my/looks")
            let token = try #require(answer.cookie("tongban-session"))
            #expect(answer.headers[values: .setCookie].contains { $0.hasSuffix("Path=/; HttpOnly; SameSite=Lax") })
            let page = try await router.ask(.get, "/my/looks", cookies: ["session": token])
            #expect(page.status == 200)
            #expect(page.text.contains("李*"))
            #expect(page.headers[.cacheControl] == "no-store")
        }
    }

    @Test func `the token of forms is asked before and after signing in`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            let router = sample.router()
            for (cookies, token) in [([:], visitor), (["visitor": visitor], "x"), (["visitor": visitor], "")] {
                let answer = try await router.ask(
                    .post, "/session", cookies: cookies, form: signInForm(liMing.phone, token: token))
                #expect(answer.status == 403)
                #expect(answer.cookie("tongban-session") == nil)
            }
            let (cookies, session) = try await signedIn(sample, liMing.phone, 2)
            for token in ["", visitor, cookies["session"] ?? ""] {
                let answer = try await router.ask(
                    .post, "/session/end", cookies: cookies, form: [("form-token", token)])
                #expect(answer.status == 403)
            }
            #expect(try await sample.session(cookies["session"] ?? "") != nil)
            let end = try await router.ask(
                .post, "/session/end", cookies: cookies, form: [("form-token", session.formToken)])
            #expect(end.status == 303)
            #expect(end.cookie("tongban-session") == "")
            #expect(try await sample.session(cookies["session"] ?? "") == nil)
        }
    }

    @Test func `nobody is led to another site after signing in`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            let router = sample.router()
            let bad = [
                "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\r\nX: y",
                "evil.example", "\u{0}/x", "/sign-in?to=/sign-in", String(repeating: "/a", count: 5000), "/<b>",
            ]
            for to in bad {
                let answer = try await router.ask(
                    .post, "/session", cookies: ["visitor": visitor], form: signInForm(liMing.phone, to: to))
                #expect(answer.status == 303)
                #expect(answer.headers[.location] == "/my", "\(to.prefix(40))")
                let page = try await router.ask(.get, "/sign-in?to=\(Link.encoded(to))")
                #expect(page.status == 200)
                #expect(!page.text.contains("name=\"to\""), "\(to.prefix(40))")
            }
            let good = try await router.ask(.get, "/sign-in?to=/my/proxy%3Fdone%3Dgranted")
            #expect(good.text.contains("name=\"to\" value=\"/my/proxy?done=granted\""))
        }
    }

    @Test func `anyone who asks for a page of his own is sent to sign in and comes back`() async throws {
        try await AccountSample.onSQLite { sample in
            let router = sample.router()
            let answer = try await router.ask(.get, "/my/proxy?done=granted")
            #expect(answer.status == 303)
            #expect(answer.headers[.location] == "/sign-in?to=%2Fmy%2Fproxy%3Fdone%3Dgranted")
            let posted = try await router.ask(.post, "/my/proxy", form: [])
            #expect(posted.status == 401)
        }
    }

    @Test func `every route lets in exactly those whom the table names`() async throws {
        try await AccountSample.onSQLite { sample in
            let lines = sample.table.lines.filter { !$0.isInterface }
            #expect(lines.count == 18)
            let router = sample.router()
            try await sample.register(liMing, 1)
            let citizen = try await signedIn(sample, liMing.phone, 2)
            try await expectAnswers(router, lines, to: .anyone, cookies: ["visitor": visitor], token: visitor)
            try await expectAnswers(
                router, lines, to: .citizen, cookies: citizen.cookies, token: citizen.session.formToken)
            for (number, role) in Role.allCases.enumerated() {
                let officer = SamplePeople.officers[number]
                try await sample.register(officer, 10 + number)
                _ = try await sample.post(officer, 10 + number, role: role)
                let (cookies, session) = try await signedIn(sample, officer.phone, 100 + number)
                try await expectAnswers(router, lines, to: .officer(role), cookies: cookies, token: session.formToken)
            }
        }
    }

    /// Asks every route but the end of the session, which would end it.
    private func expectAnswers(
        _ router: Router<WebContext>, _ lines: [RouteTable.Line], to standing: Standing, cookies: [String: String],
        token: String
    ) async throws {
        for line in lines where line.verb != .signOut && line.path != "/session/standing" {
            let path = line.path.replacing("{delegation}", with: AccountSample.officeID.text)
            let form = line.method == .post ? [("form-token", token)] : nil
            let answer = try await router.ask(line.method, path, cookies: cookies, form: form)
            let refusal = standing == .anyone ? (line.method == .get ? 303 : 401) : 403
            if Permissions.allows(line.verb, to: standing) {
                #expect(answer.status != 403 && answer.status != 401 && answer.status < 500, "\(line) \(standing)")
            } else {
                #expect(answer.status == refusal, "\(line) \(standing)")
            }
        }
    }

    @Test func `an officer with two posts chooses one, and one who is alone in his acts from it`() async throws {
        try await AccountSample.onSQLite { sample in
            let officer = SamplePeople.officers[0]
            try await sample.register(officer, 1)
            _ = try await sample.post(officer, 1, role: .clerk)
            let router = sample.router()
            let one = try await router.ask(
                .post, "/session", cookies: ["visitor": visitor], form: signInForm("window"))
            #expect(one.headers[.location] == "/w/inbox")
            let second = try await sample.post(officer, 2, role: .reviewer)
            let two = try await router.ask(
                .post, "/session", cookies: ["visitor": visitor], form: signInForm("window", to: "/w/admin/permissions")
            )
            #expect(two.headers[.location] == "/session?to=%2Fw%2Fadmin%2Fpermissions")
            let (cookies, session) = try await signedIn(sample, "window", 3)
            let page = try await router.ask(.get, "/session", cookies: cookies)
            #expect(page.text.contains("value=\"post:\(second.id.text)\""))
            let choice: [(String, String)] = [
                ("form-token", session.formToken), ("form-key", "k"), ("standing", "post:\(second.id.text)"),
            ]
            let chosen = try await router.ask(.post, "/session/standing", cookies: cookies, form: choice)
            #expect(chosen.headers[.location] == "/w/inbox")
            #expect(try await sample.session(cookies["session"] ?? "")?.post == second)
            for bad in ["", "x", "post:", "post:x", "self:1", "delegation:\(AccountSample.officeID.text)"] {
                let answer = try await router.ask(
                    .post, "/session/standing", cookies: cookies,
                    form: [("form-token", session.formToken), ("standing", bad)])
                #expect(answer.status == 422 || answer.status == 403, "\(bad)")
            }
        }
    }

    @Test func `a delegation is checked, confirmed, shown and revoked by forms alone`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.registerEnterprise()
            let router = sample.router()
            let (cookies, session) = try await signedIn(sample, wangFang.phone, 20)
            let fields: [(String, String)] = [
                ("form-token", session.formToken), ("form-key", "k1"), ("name", liMing.name),
                ("id-number", liMing.idNumber), ("scope", "some"), ("services", "company-seal"),
                ("services", "never-offered"), ("until-year", "2026"), ("until-month", "12"), ("until-day", "31"),
            ]
            let check = try await router.ask(.post, "/my/proxy/check", cookies: cookies, form: fields)
            #expect(check.status == 200)
            #expect(check.text.contains("李*") && check.text.contains("公章刻制"))
            let done = try await router.ask(.post, "/my/proxy", cookies: cookies, form: fields)
            #expect(done.headers[.location] == "/my/proxy?done=granted")
            let twice = try await router.ask(.post, "/my/proxy", cookies: cookies, form: fields)
            #expect(twice.status == 303)
            let given = try await sample.database.read {
                try AccountStore.delegations(from: .person(wangFang.id), in: $0)
            }
            #expect(given.map(\.services) == [["company-seal"]])
            let id = try #require(given.first).id
            let page = try await router.ask(.get, "/my/proxy?done=granted", cookies: cookies)
            #expect(page.text.contains("/my/proxy/\(id.text)/revocation"))
            let ask = try await router.ask(.get, "/my/proxy/\(id.text)/revocation", cookies: cookies)
            #expect(ask.text.contains("撤销给李*的授权？"))
            let form: [(String, String)] = [("form-token", session.formToken), ("form-key", "k2")]
            let revoked = try await router.ask(
                .post, "/my/proxy/\(id.text)/revocation", cookies: cookies, form: form)
            #expect(revoked.headers[.location] == "/my/proxy?done=revoked")
            let missing = try await router.ask(.get, "/my/proxy/nothing/revocation", cookies: cookies)
            #expect(missing.status == 404)
            let changed = fields.map { $0.0 == "until-day" ? ("until-day", "30") : $0 }
            #expect(try await router.ask(.post, "/my/proxy", cookies: cookies, form: changed).status == 422)
        }
    }

    @Test func `what was typed comes back escaped, and a password never does`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.registerEnterprise()
            let router = sample.router()
            let attack = "\"><script>alert('x')</script>&\u{0}😀"
            let login = try await router.ask(
                .post, "/session", cookies: ["visitor": visitor], form: signInForm(attack, password: attack))
            #expect(login.status == 422)
            #expect(!login.text.contains("<script>alert"))
            #expect(login.text.components(separatedBy: "alert(").count == 2)
            let (cookies, session) = try await signedIn(sample, wangFang.phone, 20)
            let form: [(String, String)] = [
                ("form-token", session.formToken), ("form-key", attack), ("name", attack), ("id-number", attack),
                ("scope", attack), ("services", attack), ("until-year", attack),
            ]
            for path in ["/my/proxy/check", "/my/proxy"] {
                let answer = try await router.ask(.post, path, cookies: cookies, form: form)
                #expect(answer.status == 422)
                #expect(!answer.text.contains("<script>alert"))
                #expect(answer.text.contains("&quot;&gt;&lt;script&gt;"))
            }
            let long = String(repeating: "字", count: 10_000)
            for name in ["", long, "\u{0}", "😀"] {
                let answer = try await router.ask(
                    .post, "/my/proxy/check", cookies: cookies,
                    form: [("form-token", session.formToken), ("form-key", "k"), ("name", name), ("id-number", name)])
                #expect(answer.status == 422)
            }
        }
    }

    @Test func `too many tries are answered with the seconds to wait`() async throws {
        try await AccountSample.onSQLite { sample in
            let router = sample.router()
            for number in 0..<10 {
                let answer = try await router.ask(
                    .post, "/session", cookies: ["visitor": visitor], form: signInForm("nobody\(number)"))
                #expect(answer.status == 422)
            }
            let answer = try await router.ask(
                .post, "/session", cookies: ["visitor": visitor], form: signInForm("nobody"))
            #expect(answer.status == 429)
            #expect(answer.headers[.retryAfter] == "900")
        }
    }

    @Test func `a wrong bearer token is refused as a problem, and a cookie is none for the interface`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            let (cookies, _) = try await signedIn(sample, liMing.phone, 2)
            var table = sample.table
            table.question("/api/v1/probe", .readByInterface) { _ in Reply.json(["ok": true]) }
            let router = sample.router(at: AccountSample.now, table)
            let wrong = try await router.ask(.get, "/api/v1/probe", bearer: "tongban_x")
            #expect(wrong.status == 401)
            #expect(wrong.headers[.contentType] == "application/problem+json")
            #expect(try await router.ask(.get, "/api/v1/probe", cookies: cookies).status == 401)
            try await sample.accounts.desk.connectSystem(SamplePeople.system, by: AccountSample.acting(5))
            let token = try await sample.accounts.desk.issueToken(
                for: SamplePeople.system.id, until: Moment(2027, 1, 1), entropy: AccountSample.entropy(6))
            let right = try await router.ask(.get, "/api/v1/probe", bearer: token)
            #expect(right.text == "{\"ok\":true}")
            let page = try await router.ask(.get, "/my/looks", bearer: token)
            #expect(page.status == 303)
        }
    }

    @Test func `a page view writes only when an hour has passed`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            let (cookies, _) = try await signedIn(sample, liMing.phone, 2)
            func renewedAt() async throws -> Int? {
                try await sample.database.read { try $0.first("SELECT renewed_at FROM session", [])?.int(0) }
            }
            let first = try await renewedAt()
            let soon = AccountSample.now.adding(milliseconds: 3_599_999)
            _ = try await sample.router(at: soon).ask(.get, "/my/looks", cookies: cookies)
            #expect(try await renewedAt() == first)
            let later = AccountSample.now.adding(hours: 1)
            _ = try await sample.router(at: later).ask(.get, "/my/looks", cookies: cookies)
            #expect(try await renewedAt() == Int(later.milliseconds))
        }
    }
}
