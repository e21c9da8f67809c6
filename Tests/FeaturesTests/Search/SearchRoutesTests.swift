import HTTPTypes
import Testing
import Values
import Web

@testable import Features

@Suite struct SearchRoutesTests {
    @Test func `the home page names what is often asked for, and the box leads to the search`() async throws {
        try await SearchSample.onBothEngines { sample in
            let home = try await sample.see("/")
            #expect(home.status == 200)
            for piece in ["action=\"/search\"", "/guide/food-business-licence?region=yuzhong", "/theme/food", "/life/"]
            {
                #expect(home.text.contains(piece), "\(piece)")
            }
            let found = try await sample.search("开一家面馆")
            #expect(found.status == 200)
            #expect(found.text.contains("/guide/food-business-licence?region=yuzhong"))
            #expect(found.text.contains("开面馆"), "says by which words it was found")
        }
    }

    @Test func `the kept home page follows district, language, display, day and what is published`() async throws {
        try await SearchSample.onSQLite { sample in
            let first = try await sample.see("/").text
            #expect(try await sample.see("/").text == first)
            let english = try await sample.see("/", cookies: ["language": "en"]).text
            #expect(english.contains("What would you like to do?") && english.contains("lang=\"zh-CN\""))
            let care = try await sample.see("/", cookies: ["mode": "care"]).text
            #expect(care.contains("data-mode=\"care\"") && care.contains("care-list"))
            let high = try await sample.see("/", cookies: ["contrast": "high"]).text
            #expect(high.contains("data-contrast=\"high\""))
            let other = try await sample.see("/", cookies: ["region": "wansheng"]).text
            #expect(other.contains("/guide/water-connection?region=wansheng"))
            let chosen = try await sample.see("/?region=wansheng")
            #expect(chosen.cookie("tongban-region") == "wansheng")
            #expect(try await sample.see("/?region=nowhere").status == 404)
            #expect(try await sample.see("/").text == first)
        }
    }

    @Test func `a signed-in reader never gets a kept page of somebody else`() async throws {
        try await SearchSample.onSQLite { sample in
            _ = try await sample.see("/")
            let agent = try await sample.agent(sample.platform, sample.router)
            let own = try await agent.see("/").text
            #expect(own.contains(agent.session.name) && own.contains(agent.token))
            let after = try await sample.see("/").text
            #expect(!after.contains(agent.session.name) && !after.contains(agent.token))
        }
    }

    @Test(arguments: [
        "/services", "/person", "/corp", "/theme/business", "/life", "/life/open-shop", "/dept",
        "/dept/yuzhong-market", "/district", "/district/wansheng", "/policies", "/sitemap", "/privacy", "/help",
        "/accessibility", "/search", "/search?q=%E8%AF%81&after=1.service.a", "/services?mark=online&after=company",
    ])
    func `every list opens in both languages`(path: String) async throws {
        try await SearchSample.onSQLite { sample in
            for language in Language.allCases {
                let answer = try await sample.see(path, cookies: ["language": language.rawValue])
                #expect(answer.status == 200, "\(language)")
                #expect(answer.text.contains("<h1"))
            }
        }
    }

    @Test(arguments: ["/theme/nothing", "/life/nothing", "/dept/nothing", "/district/nothing", "/policies?number=1"])
    func `a group that is not there is not found`(path: String) async throws {
        try await SearchSample.onSQLite { sample in
            let status = try await sample.see(path).status
            #expect(status == 404)
        }
    }

    @Test func `every link of the site map leads to a page`() async throws {
        try await SearchSample.onSQLite { sample in
            let page = try await sample.see("/sitemap").text
            let main = page.components(separatedBy: "<main")[1].components(separatedBy: "</main>")[0]
            let links = main.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(links.count > 30)
            for link in links {
                // What needs a session leads to the sign-in page (401).
                let status = try await sample.see(link.replacingOccurrences(of: "&amp;", with: "&")).status
                #expect(status == 200 || status == 401 || status == 303, "\(link) \(status)")
            }
        }
    }

    @Test func `what is found in a list of policies names the services that rest on it`() async throws {
        try await SearchSample.onSQLite { sample in
            let number = Link.encoded("渝府办发〔2020〕63号")
            let page = try await sample.see("/policies?number=\(number)").text
            #expect(page.contains("2020-05-18") && page.contains("/guide/start-a-business"))
        }
    }

    @Test func `suggestions are names with their guides`() async throws {
        try await SearchSample.onSQLite { sample in
            let answer = try await sample.see("/search/suggestions?q=shipin")
            let found = try JSON(parsing: Array(answer.text.utf8))
            #expect(found.list?.first?["link"]?.text == "/guide/food-business-licence?region=yuzhong")
            let nothing = try await sample.see("/search/suggestions").text
            #expect(nothing == "[]")
        }
    }

    @Test func `lists come in parts that never overlap`() {
        let entries = (0..<45).map { number in
            Shelf.Entry(
                id: "s\(100 + number)", name: Wording(zh: "", en: ""), kind: "", applicants: [],
                limits: Shelf.Limits(howLong: nil, isPromise: false, byLaw: nil), authority: "", unit: nil,
                isLocal: true, marks: number < 30 ? [.online] : [], isBundle: false, policies: [])
        }
        var seen: [String] = []
        var after: String?
        repeat {
            let part = BrowseList(entries.shuffled(), mark: nil, after: after)
            #expect(part.all == 45 && part.isFirst == (after == nil))
            seen += part.entries.map(\.id)
            after = part.next
        } while after != nil
        #expect(seen == entries.map(\.id))
        let online = BrowseList(entries, mark: .online, after: nil)
        #expect(online.all == 30 && online.entries.count == 20 && online.counts.map(\.1) == [30])
        #expect(BrowseList(entries, mark: nil, after: "zzz").entries.isEmpty)
    }
}
