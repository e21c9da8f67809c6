import HTTPTypes
import Hummingbird
import Testing
import Values

@testable import Web

@Suite struct MiddlewareTests {
    @Test func `the policy allows nothing inline and nothing from elsewhere`() async throws {
        let answer = try await sampleRouter().answer(.get, "/nowhere")
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(!policy.contains("unsafe"))
        #expect(!policy.contains("*") && !policy.contains("http") && !policy.contains("data:"))
        #expect(policy.hasPrefix("default-src 'none'"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.status == 404)
    }

    @Test func `pages hold no inline style, script or event handler`() {
        let page = PublicPage(
            head: PageHeading(title: "t", column: "c"), current: nil, hasTabBar: true, body: "<h1>t</h1>"
        ).html(on: .sample, for: .sample(.chinese)).text
        #expect(!page.contains(" style="))
        #expect(!page.contains("<style"))
        #expect(page.components(separatedBy: "<script").count == 2)
        #expect(!page.contains(" onclick") && !page.contains(" onload"))
    }

    @Test func `assets are kept for ever under their hash, and not sent twice`() async throws {
        for asset in Asset.all {
            let answer = try await sampleRouter().answer(.get, asset.link.text)
            #expect(answer.status == 200)
            #expect(answer.bytes == asset.bytes)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            let tag = try #require(answer.headers[.eTag])
            let again = try await sampleRouter().answer(.get, asset.link.text, headers: [.ifNoneMatch: tag])
            #expect(again.status == 304)
        }
        let old = try await sampleRouter().answer(.get, "/assets/0000000000000000/ui.css")
        #expect(old.status == 200)
        #expect(old.headers[.cacheControl] == "public, max-age=300")
        #expect(try await sampleRouter().answer(.get, "/assets/x/etc%2Fpasswd").status == 404)
    }

    @Test func `the budget of the interface is kept`() {
        #expect(Asset.tokens.bytes.count + Asset.interface.bytes.count <= 60 * 1024)
        #expect(Asset.enhance.bytes.count <= 5 * 1024)
    }

    @Test func `a switch of display sets a cookie and comes back to the page`() async throws {
        let router = sampleRouter()
        let answer = try await router.answer(.get, "/my/cases?view=open&mode=care")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/my/cases?view=open")
        #expect(
            answer.headers[.setCookie]?.hasPrefix("tongban-mode=care; Path=/; HttpOnly; SameSite=Lax; Max-Age=")
                == true)
        let care = try await router.answer(
            .get, "/x", headers: [.cookie: "tongban-mode=care; tongban-contrast=high; tongban-language=en"])
        #expect(care.text.contains("<html lang=\"en\" data-mode=\"care\" data-contrast=\"high\">"))
    }

    @Test func `what another site sends has no effect`() async throws {
        let router = sampleRouter()
        router.on("/change", method: .post) { _, _ in Reply.page("changed") }
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        #expect(try await router.answer(.post, "/change", headers: [site: "cross-site"]).status == 403)
        #expect(try await router.answer(.post, "/change", headers: [site: "same-origin"]).status == 200)
        let foreign: HTTPFields = [.origin: "https://evil.example"]
        #expect(try await router.answer(.post, "/change", headers: foreign).status == 403)
        let own: HTTPFields = [.origin: "https://tongban.example"]
        #expect(try await router.answer(.post, "/change", headers: own).status == 200)
    }

    @Test func `a form is taken only with the token of its reader`() async throws {
        let router = sampleRouter()
        router.on("/forms", method: .post) { request, context in
            let input = try await request.form(upTo: .form, in: context)
            return Reply.page("<p>\(input["a"])</p>")
        }
        let token = "000102030405060708090a0b0c0d0e0f"
        let headers: HTTPFields = [
            .cookie: "tongban-visitor=\(token)", .contentType: "application/x-www-form-urlencoded",
        ]
        let good = try await router.answer(
            .post, "/forms", headers: headers, body: Array("a=1&form-token=\(token)".utf8))
        #expect(good.status == 200)
        #expect(good.text == "<p>1</p>")
        let bad = try await router.answer(.post, "/forms", headers: headers, body: Array("a=1&form-token=0".utf8))
        #expect(bad.status == 403)
        let large = try await router.answer(
            .post, "/forms", headers: headers, body: [UInt8](repeating: 0x61, count: BodyLimit.form.rawValue + 1))
        #expect(large.status == 413)
    }

    @Test func `moment and random bytes are those of the server`() async throws {
        let router = sampleRouter()
        router.on("/stamp", method: .get) { _, context in
            #expect(context.moment == Moment(2026, 8, 10, hour: 10, minute: 42))
            #expect(context.entropy == Array(0..<32))
            #expect(context.formKey == "202122232425262728292a2b2c2d2e2f")
            return Reply.page("")
        }
        #expect(try await router.answer(.get, "/stamp").status == 200)
    }
}
