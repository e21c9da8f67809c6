import Casework
import Foundation
import HTTPTypes
import Testing
import Values

@testable import Features

/// Answering a notice item by item, and handing in what may follow.
@Suite struct CompletionTests: ApplicantSample {
    private func filed(
        _ browser: Browser, area: String, deferring: [String] = []
    ) async throws -> (mine: String, id: String) {
        let draft = try await begin(browser)
        _ = try await save(browser, draft, "section-2", [("premises.address", "甲路 1 号"), ("area", area)], key: "s2")
        _ = try await save(
            browser, draft, "evidence",
            [("promise-food-safety-promise", "true")] + deferring.map { ("later-" + $0, "true") }, key: "e")
        let sent = try await browser.send(draft + "/filing", [], key: "file")
        let location = try #require(sent.headers[.location], "\(sent.text)")
        let mine = String(location.dropLast("/receipt".count))
        return (mine, String(mine.dropFirst("/cases/".count)))
    }

    private func send(
        _ browser: Browser, _ path: String, _ fields: [(String, String)], file: (need: String, bytes: [UInt8])?,
        key: String
    ) async throws -> RouteAnswer {
        var body = ""
        for (name, value) in [("form-token", browser.token), ("form-key", key)] + fields {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        var bytes = Array(body.utf8)
        if let file {
            bytes += Array(
                "--b\r\nContent-Disposition: form-data; name=\"\(file.need)\"; filename=\"图.pdf\"\r\n\r\n".utf8)
            bytes += file.bytes + Array("\r\n".utf8)
        }
        return try await browser.router.ask(
            post: path, cookies: browser.cookies, type: "multipart/form-data; boundary=b",
            body: bytes + Array("--b--\r\n".utf8))
    }

    private let unchanged = [
        ("renewal", "false"), ("business_kind", "bulk_sale"), ("area", "60"), ("premises.address", "甲路 1 号"),
    ]

    @Test func `the page lists what the notice asks for, and takes nothing that leaves it unanswered`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let browser = try await agent(platform, router(platform))
            let (mine, id) = try await filed(browser, area: "400", deferring: ["layout-plan"])
            let told: [String: JSON] = [
                "missing": ["layout-plan", "food-safety-promise", "门头照片与实际不符"], "not_visible_before": false,
            ]
            _ = try await platform.features.cases.desk.run(
                .act(Act(action: "tell_deficiency", said: told, brings: [], seen: [:])), on: id,
                by: platform.officer("wu-jing", "tell", at: PlatformSample.now))
            let path = mine + "/actions/complete"
            let page = try await browser.see(path).text
            for part in ["通知要您补的", "场所布局图", "食品安全承诺书", "门头照片与实际不符", "name=\"layout-plan\""] {
                #expect(page.contains(part), "\(part)")
            }
            let before = try await platform.features.cases.desk.history(id).count
            let same = unchanged.map { $0.0 == "area" ? ("area", "400") : $0 }
            let empty = try await send(browser, path, same, file: nil, key: "empty")
            #expect(empty.status == 422)
            for part in ["上传场所布局图", "勾选“食品安全承诺书”", "办好“门头照片与实际不符”"] {
                #expect(empty.text.contains(part), "\(part)")
            }
            #expect(try await platform.features.cases.desk.history(id).count == before, "nothing was recorded")
            #expect(try await platform.features.cases.desk.open(id).file.stage == "correcting")
            let half = try await send(
                browser, path, same, file: ("layout-plan", Array("%PDF-1.7 plan".utf8)), key: "half")
            #expect(half.status == 422 && half.text.contains("已收到 图.pdf"))
            let mark = "name=\"layout-plan-kept\" value=\""
            let start = try #require(half.text.range(of: mark)).upperBound
            let kept = String(half.text[start...].prefix { $0 != "\"" })
            let done = try await send(
                browser, path,
                same + [
                    ("layout-plan-kept", kept), ("promise-food-safety-promise", "true"), ("seen-to-2", "true"),
                ], file: nil, key: "done")
            #expect(done.status == 303, "\(done.text)")
            let file = try await platform.features.cases.desk.open(id).file
            #expect(file.stage == "filed" && file.evidence["layout-plan"]?.files == [kept])
        }
    }

    @Test func `what the new answers make unnecessary is not asked for`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let (mine, id) = try await filed(browser, area: "400", deferring: ["layout-plan"])
            let told: [String: JSON] = ["missing": ["layout-plan"], "not_visible_before": false]
            _ = try await platform.features.cases.desk.run(
                .act(Act(action: "tell_deficiency", said: told, brings: [], seen: [:])), on: id,
                by: platform.officer("wu-jing", "tell", at: PlatformSample.now))
            let done = try await send(browser, mine + "/actions/complete", unchanged, file: nil, key: "smaller")
            #expect(done.status == 303, "\(done.text)")
            #expect(try await platform.features.cases.desk.open(id).file.answers["area"]?.value == 60)
        }
    }

    @Test func `a deferred document is handed in by its file alone`() async throws {
        try await PlatformSample.onSQLite { platform in
            let browser = try await agent(platform, router(platform))
            let (mine, id) = try await filed(browser, area: "400", deferring: ["layout-plan"])
            _ = try await platform.features.cases.desk.run(
                .act(Act(action: "accept", said: [:], brings: [], seen: [:])), on: id,
                by: platform.officer("wu-jing", "accept", at: PlatformSample.now))
            let path = mine + "/actions/supply"
            let page = try await browser.see(path)
            #expect(page.status == 200 && page.text.contains("name=\"layout-plan\""))
            #expect(!page.text.contains("name=\"need\""), "there is one, so nothing is to be chosen")
            let nothing = try await send(browser, path, [], file: nil, key: "nothing")
            #expect(nothing.status == 422 && nothing.text.contains("上传场所布局图"))
            let done = try await send(browser, path, [], file: ("layout-plan", Array("%PDF-1.7 plan".utf8)), key: "d")
            #expect(done.status == 303, "\(done.text)")
            let file = try await platform.features.cases.desk.open(id).file
            #expect(file.evidence["layout-plan"]?.source == .upload)
        }
    }

    @Test func `a clerk cannot ask for what the city holds`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("held")
            let clerk = try await sample.browser("wu-jing")
            let page = try await clerk.see(StaffSample.Deed.action("tell_deficiency").page(id)).text
            #expect(page.contains("value=\"food-safety-promise\"") && !page.contains("value=\"business-licence\""))
            let sent = try await clerk.sign(
                id, .action("tell_deficiency"), [("missing", "business-licence"), ("not_visible_before", "false")],
                key: "t")
            #expect(sent.status == 422 && sent.text.contains("要从列出的几项里选"))
        }
    }
}
