import Foundation
import Testing
import Values

@testable import Features

/// The pages of a bundle, from its guide to the page that hands everything over.
@Suite struct BundlePageTests: ApplicantSample {
    @Test func `the guide says what is spared, in which order, and how long at least`() async throws {
        try await PlatformSample.onSQLite { platform in
            let router = router(platform)
            let page = try await router.ask(
                .get, "/guide/start-a-business?region=yuzhong&q-staff=true&q-wants_bank=true")
            #expect(page.status == 200)
            for text in ["分开办和一起办", "一起办的事项", "最快要多久", "渝府办发〔2019〕103号", "action=\"/drafts\""] {
                #expect(page.text.contains(text), "\(text)")
            }
            // Seven forms become one.
            #expect(page.text.contains("<th scope=\"row\">要填的表</th><td class=\"n\">7</td><td class=\"n\">1</td>"))
            let small = try await router.ask(
                .get, "/guide/start-a-business?region=yuzhong&q-staff=false&q-wants_bank=false")
            #expect(small.text.contains("<th scope=\"row\">要填的表</th><td class=\"n\">4</td><td class=\"n\">1</td>"))
            let other = try await router.ask(.get, "/guide/company-seal?region=yuzhong")
            #expect(!other.text.contains("分开办和一起办"))
        }
    }

    @Test func `a form is filled in once, left, taken up again, and filed; lanes and results follow`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await browser(
                platform, PlatformSample.founder, forEnterprise: false, router(platform))
            let begun = try await browser.send(
                "/drafts",
                [
                    ("service", "start-a-business"), ("region", "yuzhong"), ("q-staff", "true"),
                    ("q-wants_bank", "true"),
                ], key: "begin-bundle")
            let location = try #require(begun.headers[.location])
            let draft = String(location.prefix { $0 != "?" }.split(separator: "/").prefix(2).joined(separator: "/"))
            let drafts = try await browser.see("/my/drafts")
            #expect(drafts.text.contains(draft) && drafts.text.contains("开办企业"))
            // Each field stands on one page of the form only.
            let open = try await platform.desk.parts.drafts.drafts(of: browser.session.person.id.actor)
            let definition = try await platform.features.catalogue.desk.definition(
                of: "start-a-business", region: "yuzhong", on: PlatformSample.now.day)
            #expect(open.count == 1)
            let fields = definition.questions + definition.form.flatMap(\.fields)
            #expect(Set(fields).count == fields.count)

            let id = try await platform.filedFirm("pages")
            let page = try await browser.see("/cases/\(id)")
            #expect(page.status == 200)
            for text in ["各事项进度", "企业名称自主申报", "等待：", "公章刻制"] { #expect(page.text.contains(text), "\(text)") }
            let registration = try await platform.member("registration", of: id)
            #expect(page.text.contains("/cases/\(registration)"))
            let member = try await browser.see("/cases/\(registration)")
            #expect(member.text.contains("属于一件事") && member.text.contains("/cases/\(id)"))
            try await platform.accept(registration, at: PlatformSample.now.adding(hours: 1))
            try await platform.settle(registration, "grant_on_promise", at: PlatformSample.now.adding(hours: 2))
            _ = try await platform.handOver(id, "handed_over", at: PlatformSample.now.adding(hours: 3))
            let closed = try await browser.see("/cases/\(id)")
            #expect(closed.text.contains("/cases/\(id)/results"))
            let results = try await browser.see("/cases/\(id)/results")
            #expect(results.status == 200 && results.text.contains("7 个事项，办成 7 个"))
            let issued = try await platform.features.certificates.desk.issued(by: registration)
            let licence = try #require(issued.first)
            #expect(results.text.contains("/certificates/\(licence.id)"))
            let none = try await browser.see("/cases/\(registration)/results")
            #expect(none.status == 404)
        }
    }

    @Test func `another person sees neither the bundle nor its members`() async throws {
        try await PlatformSample.onSQLite { platform in
            let id = try await platform.filedFirm("private")
            let registration = try await platform.member("registration", of: id)
            let other = try await browser(
                platform, SamplePeople.citizens[3], forEnterprise: false, router(platform))
            for path in ["/cases/\(id)", "/cases/\(registration)", "/cases/\(id)/results"] {
                #expect(try await other.see(path).status == 404, "\(path)")
            }
        }
    }

    @Test func `an officer goes from a member to the bundle and back`() async throws {
        try await StaffSample.onSQLite { staff in
            let id = try await staff.platform.filedFirm("staff")
            let registration = try await staff.platform.member("registration", of: id)
            let clerk = try await staff.browser("wu-jing")
            let member = try await clerk.see("/w/case/\(registration)")
            #expect(member.status == 200 && member.text.contains("/w/case/\(id)"))
            let bundle = try await clerk.see("/w/case/\(id)")
            #expect(bundle.status == 200 && bundle.text.contains("/w/case/\(registration)"))
        }
    }
}
