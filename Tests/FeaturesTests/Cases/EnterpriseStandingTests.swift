import Casework
import Definitions
import Foundation
import Proofs
import Storage
import Testing
import Values

@testable import Features

/// Who may file with the code of an enterprise, and what is told about it to whom.
@Suite struct EnterpriseStandingTests: ApplicantSample {
    private static let xiaoman = SamplePeople.enterprise.code
    /// The sample business of 陈桂兰 (个体工商户).
    private static let lixia = "92500154MA9T0G0114"
    /// Lowest credit class; its legal representative is 赵磊.
    private static let dahan = "91500103MA9T00165Y"

    private func operatorStep(_ code: String) -> [(String, String)] {
        [("enterprise.uscc", code), ("enterprise.name", "陈记小面"), ("enterprise.legal_person", "陈桂兰")]
    }

    @Test func `nobody files with another's code, reads its registers or has his own words replaced`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let browser = try await browser(platform, SamplePeople.citizens[3], forEnterprise: false, router(platform))
            let draft = try await begin(browser)
            let step = try await save(browser, draft, "section-1", operatorStep(Self.xiaoman), key: "s1")
            #expect(step.status == 422)
            #expect(step.text.contains("重庆小满餐饮管理有限公司"), "its name is public, and says what was typed wrong")
            #expect(step.text.contains("/my/proxy") && step.text.contains("委托书"))
            #expect(step.text.contains("value=\"陈记小面\"") && step.text.contains("value=\"陈桂兰\""))
            _ = try await save(
                browser, draft, "section-2", [("premises.address", "甲路 1 号"), ("area", "60")], key: "s2")
            for page in ["section-1", "evidence", "check"] {
                let text = try await browser.see(draft + "/" + page).text
                #expect(!text.contains("王芳") && !text.contains("500000"), "\(page)")
                #expect(!text.contains("不用您交"), "\(page): no document of the enterprise is attached")
            }
            let sent = try await browser.send(draft + "/filing", [], key: "file")
            #expect(sent.status == 422 && sent.text.contains("授权"))
        }
    }

    @Test func `a class of credit is told to nobody whom it does not concern`() async throws {
        try await PlatformSample.onSQLite { platform in
            let router = router(platform)
            func step(_ person: SamplePerson, _ key: String) async throws -> RouteAnswer {
                let browser = try await browser(platform, person, forEnterprise: false, router)
                let begun = try await browser.send(
                    "/drafts", [("service", "plant-quarantine-transfer"), ("region", "yuzhong")], key: "b" + key)
                let location = try #require(begun.headers[.location])
                let draft = String(location[..<(try #require(location.lastIndex(of: "/")))])
                var last = begun
                for number in 1...3 {
                    let path = "\(draft)/section-\(number)"
                    guard try await browser.see(path).status == 200 else { break }
                    last = try await save(
                        browser, draft, "section-\(number)",
                        [("enterprise.uscc", Self.dahan), ("plant_kind", "桂花苗木"), ("later", "1")],
                        key: key + "\(number)")
                }
                #expect(last.status == 303)
                return try await browser.see(draft + "/check")
            }
            let stranger = try await step(SamplePeople.citizens[0], "li").text
            #expect(!stranger.contains("严重失信") && !stranger.contains("公共信用信息库（替身"))
            let representative = try await step(SamplePeople.citizens[2], "zhao").text
            #expect(representative.contains("公共信用信息库（替身"))
        }
    }

    @Test func `an operator files with his own code, may correct it, and sees what the register has otherwise`()
        async throws
    {
        try await PlatformSample.onSQLite { platform in
            let browser = try await browser(platform, SamplePeople.citizens[3], forEnterprise: false, router(platform))
            let draft = try await begin(browser)
            let step = try await save(browser, draft, "section-1", operatorStep(Self.lixia), key: "s1")
            #expect(step.status == 303, "\(step.text)")
            let page = try await browser.see(draft + "/section-1").text
            #expect(page.contains("开州区立夏花木店"))
            #expect(page.contains("您填的是“陈记小面”，与登记的不一致，以登记为准"))
            #expect(page.contains("value=\"\(Self.lixia)\""), "the code stays open")
            let check = try await browser.see(draft + "/check").text
            #expect(check.contains("/section-1?from=check#enterprise.uscc"))
            let other = try await save(browser, draft, "section-1", operatorStep(Self.xiaoman), key: "again")
            #expect(other.status == 422 && other.text.contains("value=\"陈记小面\""))
        }
    }

    @Test func `a code that no register knows is taken with the papers for the officer to check`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await browser(platform, SamplePeople.citizens[3], forEnterprise: false, router(platform))
            let code = try #require(UnifiedSocialCreditCode(kind: "92", region: "500103", body: "MA9T9998")).text
            let draft = try await begin(browser)
            #expect(try await save(browser, draft, "section-1", operatorStep(code), key: "s1").status == 303)
            _ = try await save(
                browser, draft, "section-2", [("premises.address", "甲路 1 号"), ("area", "60")], key: "s2")
            let pdf = Array("%PDF-1.7 licence".utf8)
            let uploaded = try await upload(browser, draft, "business-licence", pdf, key: "u")
            #expect(!uploaded.text.contains("上传营业执照"), "what was handed in is not asked for again")
            let evidence = try await save(
                browser, draft, "evidence", [("promise-food-safety-promise", "true")], key: "e")
            #expect(evidence.headers[.location] == draft + "/check", "\(evidence.text)")
            let sent = try await browser.send(draft + "/filing", [], key: "file")
            let location = try #require(sent.headers[.location], "\(sent.text)")
            let id = String(location.dropFirst("/cases/".count).dropLast("/receipt".count))
            let file = try await platform.features.cases.desk.open(id).file
            #expect(file.evidence["business-licence"]?.source == .upload)
            #expect(file.evidence["business-licence"]?.grade == "C")
            #expect(file.answers["enterprise.name"]?.value == "陈记小面")
            #expect(file.answers["enterprise.name"]?.source == "applicant")
            let again = try await browser.see(draft + "/check")
            #expect(again.status == 404 && again.text.contains("href=\"/cases/\(id)\""), "Back leads to the case")
            _ = try await platform.features.cases.desk.run(
                .act(
                    Act(
                        action: "tell_deficiency",
                        said: ["missing": ["food-safety-promise"], "not_visible_before": false], brings: [], seen: [:]
                    )), on: id, by: platform.officer("wu-jing", "tell", at: PlatformSample.now))
            let swapped = try await browser.send(
                "/cases/\(id)/actions/complete",
                operatorStep(Self.xiaoman) + [
                    ("renewal", "false"), ("business_kind", "bulk_sale"), ("area", "60"),
                    ("premises.address", "甲路 1 号"), ("promise-food-safety-promise", "true"),
                ], key: "swap")
            #expect(swapped.status == 422 && swapped.text.contains("重庆小满餐饮管理有限公司"), "\(swapped.text)")
        }
    }

    @Test func `an agent who acts for hundreds of others files for each`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let agent = SamplePeople.citizens[1].id
            let entropy = PlatformSample.entropy("hundreds")
            // Ids of a later instant, so that the one that counts is the oldest.
            let later = PlatformSample.now.adding(hours: 24)
            try await sample.platform.database.write { connection in
                for number in 0..<250 {
                    let delegation = Delegation(
                        id: entropy.identifier("delegation", number, at: later),
                        subject: .enterprise(entropy.identifier("enterprise", number, at: later)), agent: agent,
                        services: nil, from: Day(2026, 1, 1), until: Day(2027, 1, 1), revokedOn: nil)
                    try AccountStore.save(.delegation(delegation), in: connection)
                }
            }
            let filed = try await sample.send("/api/v1/cases", InterfaceSample.licence(), key: "hundreds")
            #expect(filed.status == 201, "\(filed.text)")
        }
    }

    @Test func `the verb itself refuses who has no authority, by whatever way he comes`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let nobody = try await sample.send(
                "/api/v1/cases", InterfaceSample.licence(["agent": .null]), key: "1")
            #expect(nobody.status == 422 && nobody.places == ["agent"], "\(nobody.text)")
            let stranger = SamplePeople.citizens[0]
            let typed = InterfaceSample.licence([
                "applicant": ["person": .text(stranger.id.text)], "agent": .null,
                "answers": [
                    "renewal": false, "business_kind": "bulk_sale", "area": 60, "premises.address": "甲路 1 号",
                    "enterprise.uscc": .text(Self.xiaoman),
                ],
            ])
            let refused = try await sample.send("/api/v1/cases", typed, key: "2")
            #expect(refused.status == 422 && refused.places == ["enterprise.uscc"], "\(refused.text)")
            let begun = try await sample.send("/api/v1/drafts", typed, key: "3")
            #expect(begun.status == 201 && !begun.text.contains("王芳"), "\(begun.text)")
            let draft = begun.json["id"]?.text ?? ""
            let filed = try await sample.send("/api/v1/drafts/\(draft)/filing", .null, key: "4")
            #expect(filed.status == 422 && filed.places.contains("enterprise.uscc"), "\(filed.text)")
            let new = sample.platform.newLicence("stranger")
            let forged = FilingRequest(
                id: new.id, service: new.service, region: new.region, applicant: new.applicant, agent: stranger.id,
                delegation: SamplePeople.delegations[1].id, content: new.content, identity: new.identity, uploads: [],
                draftKey: nil)
            await #expect(throws: Failure.self) {
                _ = try await sample.platform.features.cases.desk.file(
                    forged, by: sample.platform.agent("forged", at: PlatformSample.now))
            }
        }
    }
}
