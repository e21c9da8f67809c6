import Foundation
import HTTPTypes
import Testing
import Values

@testable import Features

/// Which officers read a case and its files, and what the person can read about that (最小必要).
@Suite struct CaseReadingRightTests: ApplicantSample {
    /// A licence that 陈桂兰 filed with a scanned paper; gives case and file.
    private func withFile(
        _ sample: StaffSample
    ) async throws -> (id: String, file: String, applicant: Browser) {
        let browser = try await browser(
            sample.platform, SamplePeople.citizens[3], forEnterprise: false, router(sample.platform))
        let draft = try await begin(browser)
        let code = try #require(UnifiedSocialCreditCode(kind: "92", region: "500103", body: "MA9T9998")).text
        _ = try await save(
            browser, draft, "section-1",
            [("enterprise.uscc", code), ("enterprise.name", "陈记小面"), ("enterprise.legal_person", "陈桂兰")], key: "s1")
        _ = try await save(browser, draft, "section-2", [("premises.address", "甲路 1 号"), ("area", "60")], key: "s2")
        _ = try await upload(browser, draft, "business-licence", Array("%PDF-1.7 licence".utf8), key: "u")
        _ = try await save(browser, draft, "evidence", [("promise-food-safety-promise", "true")], key: "e")
        let filed = try await browser.send(draft + "/filing", [], key: "file")
        let location = try #require(filed.headers[.location], "\(filed.text)")
        let id = String(location.dropFirst("/cases/".count).dropLast("/receipt".count))
        let file = try #require(try await sample.desk.open(id).file.evidence["business-licence"]?.files.first)
        return (id, file, browser)
    }

    @Test func `clerks of other bodies read neither the case nor its files, its own window does`() async throws {
        try await StaffSample.onBothEngines { sample in
            let (id, file, _) = try await withFile(sample)
            for key in ["ye-qing", "tian-hua", "qiao-mei", "feng-xue", "tang-yue", "ruan-qin", "che-ping", "qin-hao"] {
                let other = try await sample.browser(key)
                for path in ["", "/files/\(file)", "/look", "/documents/1", "/receipt", "/sign?action=accept"] {
                    #expect(try await other.see("/w/case/\(id)\(path)").status == 404, "\(key) \(path)")
                }
                let look = try await other.send(
                    "/cases/\(id)/looks", [("facts", "person.name"), ("ground", "x")], key: "look")
                #expect(look.status == 404, "\(key)")
                let act = try await other.send("/w/case/\(id)/actions/accept", [("revision", "1")], key: "act")
                #expect(act.status == 404, "\(key)")
            }
            for key in ["wu-jing", "zhou-min", "zheng-qiang", "guo-jianguo"] {
                let own = try await sample.browser(key)
                #expect(try await own.see("/w/case/\(id)").status == 200, "\(key)")
                #expect(try await own.see("/w/case/\(id)/files/\(file)").status == 200, "\(key)")
            }
            #expect(try await sample.desk.open(id).file.stage == "filed")
        }
    }

    @Test func `an opened file is a look that the person reads, with the officer, once a day`() async throws {
        try await StaffSample.onSQLite { sample in
            let (id, file, applicant) = try await withFile(sample)
            let clerk = try await sample.browser("wu-jing")
            for _ in 0..<3 { #expect(try await clerk.see("/w/case/\(id)/files/\(file)").status == 200) }
            let person = SamplePeople.citizens[3].id
            let looks = sample.platform.features.accounts.looks
            let found = try await looks.looks(at: person, until: sample.clock.now.day)
            #expect(found.count == 1)
            let look = try #require(found.first)
            #expect(look.caseID == id && look.facts == [Look.attachedFile])
            #expect(look.ground?.contains("健康证.pdf") == true && look.ground?.contains("营业执照") == true)
            #expect(look.post?.unit == "yuzhong-market" && look.officer == "吴*")
            let page = try await applicant.see("/my/looks").text
            #expect(page.contains("市场监管局 窗口人员 吴*") && page.contains("您交的材料文件"))
            sample.clock.set(sample.clock.now.adding(hours: 24))
            let later = try await sample.browser("wu-jing")
            #expect(try await later.see("/w/case/\(id)/files/\(file)").status == 200)
            #expect(try await looks.looks(at: person, until: sample.clock.now.day).count == 2)
        }
    }

    @Test func `the names of third parties are masked as the applicant's is`() async throws {
        try await StaffSample.onSQLite { sample in
            let (id, _, _) = try await withFile(sample)
            let page = try await sample.browser("wu-jing").see("/w/case/\(id)").text
            #expect(!page.contains("陈桂兰") && page.contains("陈**"))
            #expect(page.contains("陈记小面"), "what a business is called is public")
            let form = try await sample.browser("wu-jing").see("/w/case/\(id)/look").text
            #expect(form.contains("法定代表人") && form.contains("本人登录后能看到"))
        }
    }
}
