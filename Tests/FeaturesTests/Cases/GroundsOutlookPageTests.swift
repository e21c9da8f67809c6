import Casework
import Foundation
import Testing
import Values

@testable import Features

/// What would change a decision stands on the officer's page, and on the applicant's page of a refusal; the guide says
/// which question to answer first.
@Suite struct GroundsOutlookPageTests: ApplicantSample {
    @Test func `a review that failed is what would change it, for officers and the applicant`() async throws {
        try await StaffSample.onSQLite { sample in
            let platform = sample.platform
            let applicant = try await agent(platform, sample.router)
            let id = try await sample.filed("outlook")
            let clerk = try await sample.browser("wu-jing")
            #expect(!(try await clerk.see("/w/case/\(id)").text.contains("什么会改变结果")))
            _ = try await clerk.sign(id, .action("accept"), key: "accept")
            let reviewer = try await sample.browser("zheng-qiang")
            _ = try await reviewer.sign(id, .result("review", "fails"), [("reason", "面积与登记不符")], key: "fails")
            let approver = try await sample.browser("he-wei")
            let sentence = "就没有上述不予办理的理由"
            let page = try await approver.see("/w/case/\(id)").text
            #expect(page.contains("什么会改变结果"))
            let turn = page.components(separatedBy: "<li>如果").last?.components(separatedBy: "</li>").first
            #expect(turn == "“审查”是 符合条件（现在是 不符合条件），就没有上述不予办理的理由")
            let english = try await sample.router.ask(
                .get, "/w/case/\(id)", cookies: approver.cookies.merging(["language": "en"]) { $1 })
            #expect(english.text.contains("What would change it"))
            #expect(english.text.contains("none of these reasons would stand"))
            let refused = try await approver.sign(
                id, .result("approve", "refuse"), [("reason", "面积与登记不符"), ("articles", "《行政许可法》第三十八条第二款")],
                key: "refuse")
            #expect(refused.status == 303)
            let mine = try await applicant.see("/cases/\(id)")
            #expect(mine.status == 200 && mine.text.contains("怎样就会不同") && mine.text.contains(sentence))
            // The ground that the officer's page lists as standing is told to the applicant.
            #expect(mine.text.contains("<li>审查认为不符合条件（"))
            #expect(!mine.text.contains("没有规则判定不予办理"))
        }
    }

    @Test func `a guide names the question to answer first, until one is left`() async throws {
        try await PlatformSample.onSQLite { platform in
            let router = router(platform)
            let words = "个问题没有回答。先回答："
            let licence = "/guide/food-business-licence?region=yuzhong"
            let open = try await router.ask(.get, licence)
            #expect(open.text.contains(words) && open.text.contains("href=\"#q-business_kind\""))
            let english = try await router.ask(.get, licence, cookies: ["language": "en"])
            #expect(english.text.contains("Answer first: ") && english.text.contains(", it decides most."))
            let answered = try await router.ask(
                .get, licence + "&q-business_kind=catering&q-renewal=false&q-area=400")
            #expect(!answered.text.contains(words))
        }
    }
}
