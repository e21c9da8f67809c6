import Foundation
import HTTPTypes
import Hummingbird
import Proofs
import Synchronization
import Testing
import Values
import Web

@testable import Features

/// One signed-in browser: its cookies, and the token that its forms carry.
struct Browser {
    let router: Router<WebContext>
    let cookies: [String: String]
    let token: String
    let session: Session

    func see(_ path: String) async throws -> RouteAnswer { try await router.ask(.get, path, cookies: cookies) }

    func send(_ path: String, _ fields: [(String, String)], key: String) async throws -> RouteAnswer {
        try await router.ask(
            .post, path, cookies: cookies, form: [("form-token", token), ("form-key", key)] + fields)
    }
}

/// What tests of applicants' pages share: a router over the sample platform, signed-in browsers, and a filled-in form.
protocol ApplicantSample {}

extension ApplicantSample {
    var visitor: String { String(repeating: "ab", count: 16) }

    func router(_ platform: PlatformSample, at moment: Moment = PlatformSample.now) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        let cookies = CookiePolicy(isSecure: false)
        let draws = Draws()
        Entrance(site: .accountSample, cookies: cookies, now: { moment }) { count in
            let part = PlatformSample.entropy("draw").part("draw", draws.next())
            return Array((part.bytes("a", 0) + part.bytes("b", 1)).prefix(count))
        }.open(on: router)
        let features = platform.features
        let gate = Gate(
            site: .accountSample, cookies: cookies, sessions: features.accounts.sessions,
            desk: { features.desk(of: $0, in: $1) })
        features.routes.install(on: router, behind: gate)
        return router
    }

    /// - Parameter isForEnterprise: acts for the sample enterprise, whose legal representative 王芳 is.
    func browser(
        _ platform: PlatformSample, _ person: SamplePerson, forEnterprise isForEnterprise: Bool,
        _ router: Router<WebContext>
    ) async throws -> Browser {
        let sessions = platform.features.accounts.sessions
        let opened = try await sessions.signIn(
            SessionDesk.Attempt(
                name: person.login, password: SamplePeople.password, address: person.key, replaced: nil),
            entropy: PlatformSample.entropy("session-" + person.key), at: PlatformSample.now)
        let visitorNow = { try await sessions.visitor(cookie: opened.token, at: PlatformSample.now).visitor.session }
        var session = try #require(try await visitorNow())
        if isForEnterprise {
            let overview = try await platform.features.accounts.delegations.overview(of: session)
            let delegation = try #require(overview.received.first).delegation
            try await sessions.actFor(delegation.id, in: session, at: PlatformSample.now)
            session = try #require(try await visitorNow())
        }
        return Browser(
            router: router, cookies: ["session": opened.token, "visitor": visitor], token: session.formToken,
            session: session)
    }

    /// 王芳 for the sample enterprise.
    func agent(_ platform: PlatformSample, _ router: Router<WebContext>) async throws -> Browser {
        try await browser(platform, SamplePeople.citizens[1], forEnterprise: true, router)
    }

    /// Begins a food business licence; gives the address of the draft.
    func begin(_ browser: Browser, key: String = "begin") async throws -> String {
        let answer = try await browser.send(
            "/drafts",
            [
                ("service", "food-business-licence"), ("region", "yuzhong"), ("q-business_kind", "bulk_sale"),
                ("q-renewal", "false"),
            ], key: key)
        #expect(answer.status == 303)
        let location = try #require(answer.headers[.location])
        #expect(location.hasPrefix("/apply/") && location.hasSuffix("/questions"), "\(location)")
        return String(location.dropLast("/questions".count))
    }

    func revision(_ browser: Browser, _ path: String) async throws -> String {
        let page = try await browser.see(path).text
        let mark = "name=\"revision\" value=\""
        let start = try #require(page.range(of: mark)).upperBound
        return String(page[start...].prefix { $0.isNumber })
    }

    func save(
        _ browser: Browser, _ draft: String, _ step: String, _ fields: [(String, String)], key: String
    ) async throws -> RouteAnswer {
        let revision = try await revision(browser, draft + "/" + step)
        return try await browser.send(draft + "/" + step, [("revision", revision)] + fields, key: key)
    }

    /// Everything that a bulk-food shop must say.
    func fillIn(_ browser: Browser, _ draft: String) async throws {
        let first = try await save(
            browser, draft, "questions", [("renewal", "false"), ("business_kind", "bulk_sale")], key: "q")
        #expect(first.headers[.location] == draft + "/section-1")
        let premises = try await save(
            browser, draft, "section-2", [("premises.address", "渝中区民权路 18 号"), ("area", "６０ ")], key: "s2")
        #expect(premises.status == 303, "\(premises.text.prefix(0))")
        let evidence = try await save(browser, draft, "evidence", [("promise-food-safety-promise", "true")], key: "e")
        #expect(evidence.headers[.location] == draft + "/check")
    }

    func upload(
        _ browser: Browser, _ draft: String, _ need: String, _ content: [UInt8], key: String
    ) async throws -> RouteAnswer {
        let revision = try await revision(browser, draft + "/evidence")
        var body = ""
        for (name, value) in [("form-token", browser.token), ("form-key", key), ("revision", revision)] {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body += "--b\r\nContent-Disposition: form-data; name=\"\(need)\"; filename=\"健康证.pdf\"\r\n\r\n"
        return try await browser.router.ask(
            post: draft + "/evidence", cookies: browser.cookies, type: "multipart/form-data; boundary=b",
            body: Array(body.utf8) + content + Array("\r\n--b--\r\n".utf8))
    }
}

/// Counts requests, so that each draws other random bytes. A class because the closure shares it.
private final class Draws: Sendable {
    private let count = Atomic(0)
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
