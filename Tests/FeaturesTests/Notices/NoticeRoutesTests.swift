import Testing
import Values

@testable import Features

/// The pages of the inbox, of the ways to be told, and of the outbox, through the router.
@Suite struct NoticeRoutesTests: ApplicantSample {
    @Test func `a message is listed, opened and marked; reading alone changes nothing`() async throws {
        try await PlatformSample.onSQLite { platform in
            let sample = NoticeSample(platform: platform)
            let browser = try await agent(platform, router(platform))
            let id = try await sample.file("page")
            try await sample.follow()
            let list = try await browser.see("/my/messages")
            #expect(list.status == 200 && list.text.contains("收件凭证：食品经营许可"))
            let path = try #require(list.text.firstMatch(of: #/\/my\/messages\/\d+-\d+/#)).0
            for _ in 0..<2 {
                let page = try await browser.see(String(path))
                #expect(page.status == 200 && page.text.contains("/cases/\(id)\""))
                #expect(page.text.contains("标为已读"), "reading writes nothing")
            }
            #expect(try await browser.send(path + "/reading", [], key: "read").status == 303)
            #expect(try await !browser.see(String(path)).text.contains("标为已读"))
            #expect(try await browser.see("/my/messages?view=unread").text.contains("没有未读的消息"))
            let stranger = try await self.browser(
                platform, SamplePeople.citizens[3], forEnterprise: false, browser.router)
            #expect(try await stranger.see(String(path)).status == 404)
            #expect(try await stranger.send(path + "/reading", [], key: "x").status == 404)
            for bad in ["x", "1", "1-", "-1-0", "99999999999999999999-0", "1-0-0"] {
                #expect(try await browser.see("/my/messages/\(bad)").status == 404, "\(bad)")
            }
            for bad in ["x", "1.1", String(repeating: "9", count: 400)] {
                #expect(try await browser.see("/my/messages?before=\(bad)").status == 200, "\(bad)")
            }
        }
    }

    @Test func `ways are chosen with consent, and only the administrator reads the outbox`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let page = try await browser.see("/my/messages/ways")
            #expect(page.text.contains("短信网关（替身）") && page.text.contains("199****0002"))
            #expect(!page.text.contains("checked"), "nothing is ticked beforehand")
            #expect(try await browser.send("/my/messages/ways", [("ways", "sms")], key: "w").status == 303)
            #expect(try await browser.see("/my/messages/ways").text.contains("checked"))
            let refused = try await browser.send("/my/messages/ways", [("ways", "mail")], key: "m")
            #expect(refused.status == 422 && refused.text.contains("先填邮箱"))
            #expect(try await browser.see("/w/admin/outbox").status == 403)
            for (person, status) in [("du-heng", 403), ("dai-ning", 200)] {
                let officer = try #require(SamplePeople.officers.first { $0.key == person })
                let reader = try await self.browser(platform, officer, forEnterprise: false, browser.router)
                let outbox = try await reader.see("/w/admin/outbox")
                #expect(outbox.status == status, "\(person)")
                if status == 200 { #expect(outbox.text.contains("短信与邮件（演示替身）")) }
            }
        }
    }
}
