import Casework
import Foundation
import Testing
import Values

@testable import Features

/// The pages of applicants in their states, and what a case looks like from its deficiency to its certificate.
@Suite struct ApplicantPageTests: ApplicantSample {
    @Test(arguments: ["zh-Hans", "en"]) func `a guide with answers is as stored`(language: String) async throws {
        try await PlatformSample.onSQLite { platform in
            let page = try await router(platform).ask(
                .get, "/guide/food-business-licence?region=yuzhong&q-business_kind=catering&q-renewal=false&q-area=400",
                cookies: ["language": language, "visitor": visitor])
            #expect(page.status == 200)
            try expectMain(page, "guide.\(language)")
        }
    }

    @Test func `a bundle says that it is not open, and offers no start`() async throws {
        try await PlatformSample.onSQLite { platform in
            let page = try await router(platform).ask(.get, "/guide/start-a-business?region=yuzhong")
            #expect(page.status == 200 && page.text.contains("还没有开通") && !page.text.contains("action=\"/drafts\""))
        }
    }

    @Test func `the pages of a form are as stored`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            try expectMain(try await browser.see(draft + "/questions"), "questions.zh-Hans")
            try expectMain(try await browser.see(draft + "/section-1"), "known.zh-Hans")
            let wrong = try await save(browser, draft, "section-2", [("area", "约60")], key: "wrong")
            try expectMain(wrong, "section-problems.zh-Hans")
            try await fillIn(browser, draft)
            try expectMain(try await browser.see(draft + "/evidence"), "evidence.zh-Hans")
            try expectMain(try await browser.see(draft + "/check"), "check.zh-Hans")
            try expectMain(try await browser.see("/my/drafts"), "drafts.zh-Hans")
            let id = draft.dropFirst("/apply/".count)
            try expectMain(try await browser.see("/my/drafts/\(id)/removal"), "draft-removal.zh-Hans")
            let gone = try await browser.send("/my/drafts/\(id)/removal", [], key: "gone")
            #expect(gone.status == 303)
            #expect(try await browser.see(draft + "/check").status == 404)
        }
    }

    @Test func `a case is completed after a deficiency, granted, explained, and its certificate shown`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let mine = try await filed(browser)
            let id = String(mine.dropFirst("/cases/".count))
            try expectMain(try await browser.see(mine + "/receipt"), "receipt.zh-Hans")
            try expectMain(try await browser.see(mine), "case-filed.zh-Hans")
            let told: [String: JSON] = ["missing": ["food-safety-promise"], "not_visible_before": false]
            try await act("tell_deficiency", told, on: id, by: "wu-jing", platform)
            let asked = try await browser.see(mine)
            #expect(asked.text.contains("您要做的事") && asked.text.contains("食品安全承诺书"))
            try expectMain(asked, "case-correcting.zh-Hans")
            let form = try await browser.see(mine + "/actions/complete")
            #expect(form.status == 200 && form.text.contains("name=\"area\""))
            try expectMain(form, "completing.zh-Hans")
            let completed = try await browser.send(
                mine + "/actions/complete",
                [
                    ("renewal", "false"), ("business_kind", "bulk_sale"), ("area", "80"),
                    ("premises.address", "渝中区民权路 18 号"), ("promise-food-safety-promise", "true"),
                ], key: "complete")
            #expect(completed.status == 303, "\(completed.text)")
            #expect(try await platform.features.cases.desk.open(id).file.answers["area"]?.value == 80)
            try await act("accept", [:], on: id, by: "wu-jing", platform)
            try await finish("review", "meets", on: id, by: "zheng-qiang", platform)
            try await finish("approve", "grant", on: id, by: "he-wei", platform)
            let granted = try await browser.see(mine)
            #expect(granted.text.contains("这样决定的理由") && granted.text.contains("到期日是怎么算的"))
            try expectMain(granted, "case-granted.zh-Hans")
            let issued = try #require(
                try await platform.features.certificates.desk.issued(by: id).first)
            let certificate = try await browser.see("/certificates/\(issued.id.text)")
            #expect(certificate.text.contains(issued.number) && certificate.text.contains("示例证照"))
            try expectMain(certificate, "certificate.zh-Hans")
            #expect(try await browser.see("/my").text.contains("/certificates/\(issued.id.text)"))
            let stranger = try await self.browser(
                platform, SamplePeople.citizens[3], forEnterprise: false, browser.router)
            #expect(try await stranger.see("/certificates/\(issued.id.text)").status == 404)
        }
    }

    @Test func `what an officer asks back is refused with its reason when it is not given`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let mine = try await filed(browser)
            let id = String(mine.dropFirst("/cases/".count))
            #expect(try await browser.see(mine + "/actions/complete").status == 409)
            #expect(try await browser.see(mine + "/actions/accept").status == 404)
            let told: [String: JSON] = ["missing": ["food-safety-promise"], "not_visible_before": false]
            try await act("tell_deficiency", told, on: id, by: "wu-jing", platform)
            let wrong = try await browser.send(mine + "/actions/complete", [("area", "八十")], key: "wrong")
            #expect(wrong.status == 422 && wrong.text.contains("要填数字") && wrong.text.contains("value=\"八十\""))
        }
    }

    // MARK: Helpers

    /// Files the usual application; gives the address of the case.
    private func filed(_ browser: Browser) async throws -> String {
        let draft = try await begin(browser)
        try await fillIn(browser, draft)
        let answer = try await browser.send(draft + "/filing", [], key: "file")
        return String(try #require(answer.headers[.location]).dropLast("/receipt".count))
    }

    private func act(
        _ action: String, _ said: [String: JSON], on id: String, by officer: String, _ platform: PlatformSample
    ) async throws {
        _ = try await platform.features.cases.desk.run(
            .act(Act(action: action, said: said, brings: [], seen: [:])), on: id,
            by: platform.officer(officer, action, at: PlatformSample.now))
    }

    private func finish(
        _ task: String, _ result: String, on id: String, by officer: String, _ platform: PlatformSample
    ) async throws {
        _ = try await platform.features.cases.desk.run(
            .finish(Finish(task: task, number: nil, result: result, said: [:], brings: [], seen: [:])), on: id,
            by: platform.officer(officer, task, at: PlatformSample.now))
    }
}

/// Compares what stands in `main` with the stored snapshot; with `TONGBAN_RECORD=1` it is written instead.
private func expectMain(
    _ answer: RouteAnswer, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(answer.text.contains("</main>"), sourceLocation: sourceLocation)
    try expectStored(mainPart(of: answer.text), name, beside: #filePath, sourceLocation: sourceLocation)
}
