import Casework
import Definitions
import TestSupport
import Testing
import Values

@testable import Features

/// One's own space through the router: what waits comes first, filters, the use of data, and whose space it is.
@Suite struct MySpaceRoutesTests: ApplicantSample {
    private let told: [String: JSON] = ["missing": ["food-safety-promise"], "not_visible_before": false]

    @Test func `the overview begins with what waits and its day, then cases, messages and other spaces`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let sample = NoticeSample(platform: platform)
            let browser = try await agent(platform, router(platform))
            let empty = try await browser.see("/my")
            #expect(empty.status == 200 && empty.text.contains("您现在不用做什么"))
            let id = try await sample.file("waits")
            try await sample.act("tell_deficiency", told, on: id, by: "wu-jing")
            let other = try await sample.file("goes-on")
            try await sample.follow()
            let page = try await browser.see("/my")
            let duty = try #require(page.text.range(of: "要您办的")).lowerBound
            let open = try #require(page.text.range(of: "正在办的")).lowerBound
            #expect(duty < open, "what waits comes first")
            #expect(page.text[duty..<open].contains("/cases/\(id)\"") && page.text[duty..<open].contains("月"))
            #expect(page.text[open...].contains("/cases/\(other)\""))
            #expect(page.text.contains("补正告知书（一次性告知）：食品经营许可"))
            #expect(page.text.contains("回到本人"))
            let corrections = try await browser.see("/my/corrections")
            #expect(corrections.text.contains("/cases/\(id)\"") && !corrections.text.contains("/cases/\(other)\""))
            let own = try await self.browser(platform, SamplePeople.citizens[2], forEnterprise: false, browser.router)
            let mine = try await own.see("/my")
            #expect(mine.text.contains("换个身份看") && mine.text.contains(SamplePeople.enterprise.name))
            #expect(!mine.text.contains("/cases/\(id)\""))
        }
    }

    @Test func `cases are filtered by state and service, and pages hold each once`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let sample = NoticeSample(platform: platform)
            let browser = try await agent(platform, router(platform))
            let waits = try await sample.file("w")
            try await sample.act("tell_deficiency", told, on: waits, by: "wu-jing")
            let ended = try await sample.file("e")
            try await sample.act("say_not_needed", ["reason": "不属于许可范围"], on: ended, by: "wu-jing")
            let open = try await sample.file("o")
            for (state, expected) in [
                ("all", [waits, ended, open]), ("open", [waits, open]), ("ended", [ended]), ("waiting", [waits]),
                ("nonsense", [waits, ended, open]),
            ] {
                let page = try await browser.see("/my/cases?state=\(state)")
                for id in [waits, ended, open] {
                    #expect(page.text.contains("/cases/\(id)\"") == expected.contains(id), "\(state)")
                }
            }
            let none = try await browser.see("/my/cases?service=company-seal")
            #expect(none.text.contains("没有这样的办件"))
            let choice = OwnCasesStore.Choice(
                applicant: browser.session.applicant.description, delegated: nil, state: .all, service: nil)
            var seen: [String] = []
            while seen.count < 20 {
                let last = seen.last
                let page = try await platform.database.read {
                    try OwnCasesStore.rows(choice, before: last, limit: 2, in: $0)
                }
                if page.isEmpty { break }
                seen += page.map(\.id)
            }
            #expect(seen.count == 3 && Set(seen) == [waits, ended, open] && seen == seen.sorted(by: >))
            for (services, count) in [(["food-business-licence"], 3), (["company-seal"], 0), ([], 0)] {
                let limited = OwnCasesStore.Choice(
                    applicant: choice.applicant, delegated: services, state: .all, service: nil)
                #expect(
                    try await platform.database.read { try OwnCasesStore.count(limited, limit: 9, in: $0) } == count)
            }
        }
    }

    @Test func `the use of data names registers with stand-ins, and nothing that the applicant wrote`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let browser = try await agent(platform, router(platform))
            _ = try await NoticeSample(platform: platform).file("used")
            let page = try await browser.see("/my/data-use")
            #expect(page.status == 200 && page.text.contains("法人基础库（替身）"))
            #expect(!page.text.contains("示例路1号") && !page.text.contains("谁看过我的信息"))
            let own = try await self.browser(platform, SamplePeople.citizens[0], forEnterprise: false, browser.router)
            #expect(try await own.see("/my/data-use").text.contains("谁看过我的信息"))
        }
    }

    @Test func `every place of one's own space is reached from every other`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            for tab in MySpaceTab.allCases {
                let page = try await browser.see(tab.link.text)
                #expect(page.status == 200, "\(tab)")
                for other in MySpaceTab.allCases {
                    #expect(page.text.contains("href=\"\(other.link.text)\""), "\(tab)")
                }
                #expect(page.text.contains("href=\"\(tab.link.text)\" aria-current=\"page\""), "\(tab)")
            }
        }
    }

    @Test func `two windows on the documents: the older one sees both versions`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let draft = try await begin(browser)
            let old = try await revision(browser, draft + "/evidence")
            _ = try await save(browser, draft, "section-2", [("premises.address", "甲路 1 号"), ("area", "50")], key: "a")
            let answer = try await browser.send(
                draft + "/evidence", [("revision", old), ("promise-food-safety-promise", "true")], key: "b")
            #expect(answer.status == 409)
            #expect(answer.text.contains("食品安全承诺书") && answer.text.contains("checked"))
            #expect(answer.text.contains("另一个窗口") || answer.text.contains("别的窗口"))
        }
    }
}
