import Foundation
import Testing
import Values
import Web

@testable import Features

@Suite struct AccountPageTests {
    private let now = AccountSample.now

    private func reader(_ language: Language) -> Reader {
        Reader(
            language: language, display: .standard, name: "李*", moment: now, here: "/my/proxy",
            formToken: "0123456789abcdef")
    }

    private var session: Session {
        let person = SamplePeople.citizens[0]
        let post = Post(
            id: SamplePeople.identifier("post", "li-ming"), person: person.id, unit: "yuzhong-market",
            region: "yuzhong", role: .clerk, from: Day(2026, 1, 1), until: nil)
        return Session(
            id: "s",
            person: Person(
                id: person.id, nameMask: "李*", idNumberMask: "500103********9906", phoneMask: nil, isSample: true),
            post: post, posts: [post], actingFor: nil, formToken: "0123456789abcdef")
    }

    private var shown: [DelegationDesk.Shown] {
        let office = SamplePeople.delegations[0]
        let agent = Delegation(
            id: SamplePeople.delegations[1].id, subject: office.subject, agent: SamplePeople.citizens[2].id,
            services: ["company-seal", "gone"], from: Day(2026, 1, 1), until: Day(2026, 12, 31), revokedOn: nil)
        let past = Delegation(
            id: SamplePeople.delegations[2].id, subject: office.subject, agent: SamplePeople.citizens[0].id,
            services: nil, from: Day(2025, 1, 1), until: Day(2026, 12, 31), revokedOn: Day(2026, 3, 1))
        let name = SamplePeople.enterprise.name
        return [
            DelegationDesk.Shown(delegation: office, subject: name, agent: "王*", isByOffice: true),
            DelegationDesk.Shown(delegation: agent, subject: name, agent: "赵*<b>", isByOffice: false),
            DelegationDesk.Shown(delegation: past, subject: name, agent: "李*", isByOffice: false),
        ]
    }

    @Test(arguments: Language.allCases) func `the sign-in page is as stored`(language: Language) throws {
        let page = SignInPage(
            destination: "/my/proxy", name: "199<0", problems: [AccountProblems.wrongLogin], kept: nil,
            wasSignedIn: false)
        try expectPage(
            page.page(for: reader(language), key: "key").html(on: .accountSample, for: reader(language)),
            "sign-in.\(language.rawValue)")
    }

    @Test(arguments: Language.allCases) func `the page of capacities is as stored`(language: Language) throws {
        let page = StandingPage(
            session: session, delegations: [shown[1]], destination: nil, names: .sample, problems: [])
        try expectPage(
            page.page(for: reader(language), key: "key").html(on: .accountSample, for: reader(language)),
            "standing.\(language.rawValue)")
    }

    @Test(arguments: Language.allCases) func `the page of delegations is as stored`(language: Language) throws {
        let page = DelegationPage(
            overview: DelegationDesk.Overview(given: shown, received: []), giver: SamplePeople.enterprise.name,
            serviceNames: ["company-seal": Wording(zh: "公章刻制", en: "Company seal")], news: AccountWords.granted)
        try expectPage(
            page.page(for: reader(language)).html(on: .accountSample, for: reader(language)),
            "delegations.\(language.rawValue)")
    }

    @Test func `the form of a delegation with problems is as stored`() throws {
        let page = GrantPage(
            giver: "李*", services: [AccountNames.Offer(id: "company-seal", name: Wording(zh: "公章刻制", en: "Seal"))])
        let problems = [AccountProblems.nameMissing, AccountProblems.servicesMissing, AccountProblems.untilWrong]
        let html = page.form(GrantPage.Typed(on: now.day), problems: problems, for: reader(.chinese), key: "key")
            .html(on: .accountSample, for: reader(.chinese))
        try expectPage(html, "grant")
    }

    @Test func `the page that asks before a delegation ends is as stored`() throws {
        let page = RevocationPage(shown: shown[1], isGiver: true)
        try expectPage(
            page.page(for: reader(.chinese), key: "key").html(on: .accountSample, for: reader(.chinese)), "revocation")
    }

    @Test(arguments: Language.allCases) func `the page of looks is as stored`(language: Language) throws {
        let looks = [
            Look(
                at: now, actor: .post("x"), post: session.post, officer: "吴*", caseID: "C1",
                facts: ["phone", Look.attachedFile], ground: "约<时间>"),
            Look(
                at: now, actor: .platform, post: nil, officer: nil, caseID: "C2", facts: ["id_number", "name"],
                ground: nil),
        ]
        try expectPage(
            LooksPage(looks: looks, names: .sample).page(for: reader(language))
                .html(on: .accountSample, for: reader(language)),
            "looks.\(language.rawValue)")
    }

    @Test(arguments: Language.allCases) func `the permission table is as stored`(language: Language) throws {
        let table = PermissionPage(routes: [.signIn: ["GET /sign-in", "POST /session"]]).body(in: language)
        try expectPage(table, "permissions.\(language.rawValue)")
        #expect(Verb.allCases.allSatisfy { table.text.contains($0.name[language]) })
    }
}

/// Compares with the stored page of that name; with `TONGBAN_RECORD=1` it is written instead. One tag a line.
private func expectPage(_ html: HTML, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expectStored(html.text, name, beside: #filePath, sourceLocation: sourceLocation)
}
