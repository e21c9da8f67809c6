import Hummingbird
import Testing
import Values

@testable import Web

private let sentence = Wording(zh: "这件事由食品经营科办理", en: "The food section handles this")
private let failures: [Failure] = [
    .problems([
        Problem(
            place: "area", message: Wording(zh: "经营面积要填大于 0 的数字", en: "The area must be above 0"),
            remedy: Wording(zh: "填平方米数", en: "give square metres"))
    ]),
    .forbidden(sentence),
    .conflict(
        .closed, sentence: sentence,
        citation: .law(name: "行政许可法", article: "第四十二条", paragraph: 1, item: nil)),
    .notFound(sentence), .signInNeeded, .tooMany(retryAfterSeconds: 90),
    .tooLarge(limitInBytes: BodyLimit.upload.toldInBytes),
    .keyReused,
    .unreadable([
        Problem(
            place: "cursor", message: Wording(zh: "cursor 不是本接口给出的", en: "`cursor` was not given by this interface"),
            remedy: Wording(zh: "从第一页开始", en: "begin anew"))
    ]),
    .wrongMethod(allowed: ["GET", "HEAD"]), .wrongType(accepted: "application/json"), .revisionNeeded,
    .otherRevision,
    .staleVersion(stream: "S"), .unavailable(sentence), .defect("secret inner text"),
]

@Suite struct ErrorPageTests {
    @Test(arguments: failures, Language.allCases)
    func `every failure has a page in each language`(failure: Failure, language: Language) throws {
        let page = ErrorPage(failure, reference: "r1", kept: nil)
        let html = page.html(on: .sample, for: .sample(language))
        #expect(!html.text.contains("secret inner text"))
        let json = page.problemJSON(in: language)
        #expect(json["status"]?.number == Int(page.status.code))
        #expect(json["title"]?.text?.isEmpty == false)
        #expect(json["type"]?.text?.hasPrefix("urn:tongban:problem:") == true)
        #expect(!json.canonicalText.contains("secret inner text"))
        try expectSnapshot(html, "error-\(name(of: failure))-\(language.tag)")
    }

    @Test func `a form that could not be taken is kept and can be sent again`() throws {
        let input = try FormInput(query: "area=60&note=%3Cb%3E&form-token=t&form-key=k", limits: .standard)
        let kept = KeptForm(.unavailable(sentence), input: input, action: "/apply/1/2")
        let html = ErrorPage(kept.failure, reference: "r1", kept: kept).html(on: .sample, for: .sample(.chinese)).text
        #expect(html.contains("<input type=\"hidden\" name=\"note\" value=\"&lt;b&gt;\">"))
        #expect(html.contains("<input type=\"hidden\" name=\"form-key\" value=\"k\">"))
        #expect(html.contains("action=\"/apply/1/2\""))
    }

    @Test(arguments: failures) func `a thrown failure becomes its status, for pages and for the API`(failure: Failure)
        async throws
    {
        let router = sampleRouter()
        router.on("/fails", method: .post) { _, _ -> Response in throw failure }
        router.on("/api/v1/fails", method: .get) { _, _ -> Response in throw failure }
        let status = Int(ErrorPage(failure, reference: "", kept: nil).status.code)
        let page = try await router.answer(.post, "/fails", headers: [.origin: "http://tongban.example"])
        #expect(page.status == status)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        let problem = try await router.answer(.get, "/api/v1/fails", headers: [.acceptLanguage: "en"])
        #expect(problem.status == status)
        #expect(problem.headers[.contentType] == "application/problem+json")
        #expect(problem.text.hasPrefix("{"))
    }

    private func name(of failure: Failure) -> String {
        String("\(failure)".prefix { $0 != "(" })
    }
}
