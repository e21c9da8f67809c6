import Foundation
import HTTPTypes
import Storage
import Testing
import Values

@testable import Features

/// The adjustment of the register from the proposal to its effect, through the pages and the follower.
@Suite struct AdjustmentTests {
    private static let food = "food-business-licence"

    private func fields(_ kind: String, _ more: [(String, String)] = [], from: Day = Day(2026, 4, 1)) -> [(
        String, String
    )] {
        [
            ("kind", kind), ("item", Self.food), ("region", "chongqing"), ("document", "渝府办发〔2020〕63号"),
            ("reason", "样例理由"), ("from-year", String(from.parts.year)), ("from-month", String(from.parts.month)),
            ("from-day", String(from.parts.day)),
        ] + more
    }

    /// Proposed by the district, checked, approved and published by three people of the city; gives the case.
    private func published(_ sample: StaffSample, _ fields: [(String, String)], key: String) async throws -> String {
        let proposer = try await sample.browser("yu-fan")
        let sent = try await proposer.send("/w/items", fields, key: key)
        #expect(sent.status == 303, "\(sent.text)")
        let id = String(try #require(sent.headers[.location]).dropFirst("/w/case/".count))
        for (who, task, result) in [
            ("shi-jian", "check_law", "lawful"), ("hou-yi", "approve", "approved"), ("tao-ran", "publish", "published"),
        ] {
            let answer = try await sample.browser(who).sign(id, .result(task, result), key: key + task)
            #expect(answer.status == 303, "\(who): \(answer.text)")
        }
        try await follow(sample)
        return id
    }

    private func follow(_ sample: StaffSample) async throws {
        while try await sample.platform.features.events.place(limit: 500) > 0 {}
        while try await sample.platform.features.follow(limit: 200) > 0 {}
    }

    @Test func `a cancelled item is announced, and from its day on nobody can apply`() async throws {
        try await StaffSample.onBothEngines { sample in
            let id = try await published(sample, fields("cancel"), key: "cancel")
            let file = try await sample.desk.open(id).file
            #expect(file.outcome == "adjusted" && file.header.region == "chongqing")
            let features = sample.platform.features
            let register = features.catalogue.desk.items.current
            #expect(register.history(of: Self.food).compactMap(\.adjustment).map(\.caseID) == [id])
            let guide = "/guide/\(Self.food)?region=yuzhong"
            let before = try await sample.router.ask(.get, guide, cookies: [:]).text
            #expect(before.contains("事项即将取消") && before.contains("开始办理"))
            _ = try await sample.filed("before")
            sample.clock.set(Moment(2026, 4, 1, hour: 9))
            let after = try await sample.router.ask(.get, guide, cookies: [:]).text
            #expect(after.contains("事项已取消") && after.contains("渝府办发〔2020〕63号") && !after.contains("开始办理"))
            #expect(
                try await !sample.router.ask(.get, "/?region=yuzhong", cookies: [:]).text.contains(
                    "/guide/\(Self.food)?"))
            #expect(try await sample.router.ask(.get, "/items/\(Self.food)", cookies: [:]).text.contains("已取消"))
            await #expect(throws: Failure.self) { try await sample.filed("after") }
            do {
                _ = try await sample.filed("after2")
            } catch Failure.conflict(let code, let sentence, let citation) {
                #expect(code == .condition && sentence.zh.contains("2026-04-01"))
                #expect(citation == .policy(number: "渝府办发〔2020〕63号", article: nil, sentence: nil))
            }
        }
    }

    @Test func `what the follower sees twice is written once`() async throws {
        try await StaffSample.onBothEngines { sample in
            let id = try await published(sample, fields("cancel"), key: "twice")
            let features = sample.platform.features
            try await sample.platform.database.write { connection in
                try connection.execute("DELETE FROM cursor WHERE follower = 'item-adjustments'", [])
                try connection.execute("DELETE FROM idempotency WHERE verb = 'items/adjust'", [])
            }
            try await follow(sample)
            let stream = try await features.events.stream(ItemDesk.stream(of: Self.food)).events
            #expect(stream.filter { $0.body.open["case"]?.text == id }.count == 1)
        }
    }

    @Test func `an item taken back is decided by the city from its day on`() async throws {
        try await StaffSample.onBothEngines { sample in
            let move = [("level", "city"), ("authority", "市场监管局")]
            _ = try await published(sample, fields("take_back", move), key: "back")
            let early = try await sample.filed("early")
            #expect(try await sample.desk.open(early).file.header.region == "yuzhong")
            sample.clock.set(Moment(2026, 4, 1, hour: 9))
            let late = try await sample.filed("late")
            let header = try await sample.desk.open(late).file.header
            #expect(header.region == "chongqing" && header.unit == "chongqing-market")
            let page = try await sample.router.ask(.get, "/items/\(Self.food)", cookies: [:]).text
            #expect(page.contains("收回至市级：市场监管局") && page.contains("1 个单位"))
            let guide = try await sample.router.ask(.get, "/guide/\(Self.food)?region=yuzhong", cookies: [:]).text
            #expect(guide.contains("重庆市市场监管局"))
        }
    }

    @Test func `a new item stands in the register from its day on, a changed one under its new name`() async throws {
        try await StaffSample.onSQLite { sample in
            let new = [
                ("name-zh", "夜市设摊备案"), ("name-en", "Night market"), ("basis", "示例数据：本市夜市管理规程"),
                ("code", "0010 99 001 000"),
            ]
            _ = try await published(
                sample, fields("add", new).map { $0.0 == "item" ? ("item", "night-market") : $0 }, key: "add")
            let rename = [("name-zh", "食品经营许可（改）"), ("name-en", "Food licence, renamed"), ("basis", "")]
            _ = try await published(sample, fields("change", rename), key: "change")
            #expect(try await sample.router.ask(.get, "/items/night-market", cookies: [:]).status == 404)
            sample.clock.set(Moment(2026, 4, 1, hour: 9))
            let item = try await sample.router.ask(.get, "/items/night-market", cookies: [:]).text
            #expect(item.contains("夜市设摊备案") && item.contains("001099001000") && item.contains("还没有可以办理的业务"))
            #expect(try await sample.router.ask(.get, "/items/\(Self.food)", cookies: [:]).text.contains("食品经营许可（改）"))
        }
    }

    @Test func `only item managers propose, and nobody decides on his own proposal`() async throws {
        try await StaffSample.onSQLite { sample in
            for who in ["wu-jing", "shi-jian", "hou-yi", "du-heng"] {
                let browser = try await sample.browser(who)
                #expect(try await browser.send("/w/items", fields("cancel"), key: who).status == 403, "\(who)")
                #expect(try await browser.see("/w/items").status == 403)
            }
            #expect(try await sample.router.ask(.get, "/w/items", cookies: [:]).status != 200)
            let proposer = try await sample.browser("yu-fan")
            let sent = try await proposer.send("/w/items", fields("cancel"), key: "own")
            let again = try await proposer.send("/w/items", fields("cancel"), key: "own")
            #expect(sent.headers[.location] == again.headers[.location], "sent twice, it opens one case")
            let id = String(try #require(sent.headers[.location]).dropFirst("/w/case/".count))
            #expect(try await proposer.see("/w/items").text.contains(id))
            #expect(try await proposer.see("/w/case/\(id)").text.contains("样例理由"))
            // Of another unit, and not of the city: neither reads nor signs.
            #expect(try await sample.browser("song-jie").see("/w/case/\(id)").status == 404)
            let early = try await sample.browser("hou-yi").send(
                StaffSample.Deed.result("approve", "approved").target(id), [("revision", "1")], key: "early")
            #expect(early.status != 303)
            let stolen = try await sample.browser("yu-fan").send(
                StaffSample.Deed.result("check_law", "lawful").target(id), [("revision", "1")], key: "stolen")
            #expect(stolen.status == 403)
            #expect(try await sample.desk.open(id).file.stage == "legal_check")
        }
    }

    @Test func `what is wrong with a proposal is told with its place, and nothing is opened`() async throws {
        try await StaffSample.onSQLite { sample in
            let browser = try await sample.browser("yu-fan")
            let today = PlatformSample.now.day
            func change(_ fields: [(String, String)], _ name: String, _ value: String) -> [(String, String)] {
                fields.map { $0.0 == name ? (name, value) : $0 }
            }
            let cancel = fields("cancel")
            let add = fields("add", [("name-zh", "甲"), ("name-en", "A"), ("basis", "乙"), ("code", "001099001000")])
            let cases: [(String, [(String, String)])] = [
                ("没有这个事项", change(cancel, "item", "nothing")), ("没有这个区域", change(cancel, "region", "sichuan")),
                ("不能早于今天", fields("cancel", from: today.previous)), ("请填写施行日期", change(cancel, "from-day", "31x")),
                ("不能晚于五年", fields("cancel", from: Day(2090, 1, 1))), ("这一项要填写", change(cancel, "document", "")),
                ("内容太长", change(cancel, "reason", String(repeating: "长", count: 1001))),
                ("已经有这个事项", add), ("代号只能用", change(add, "item", "夜市")),
                ("不是 12 位", change(change(add, "item", "x"), "code", "99")),
                ("已经用于别的事项", change(change(add, "item", "x"), "code", "000131001000")),
                ("没有写明变更什么", fields("change")), ("中文和英文名称要一起", fields("change", [("name-zh", "甲")])),
                ("这一层级不是每个区域都有", fields("take_back", [("level", "city"), ("authority", "不存在局")])),
                (
                    "承接地没有",
                    change(fields("delegate", [("level", "township"), ("authority", "街道办事处")]), "region", "yuzhong")
                ),
            ]
            for (number, (sentence, fields)) in cases.enumerated() {
                let answer = try await browser.send("/w/items", fields, key: "bad\(number)")
                #expect(answer.status == 422 && answer.text.contains(sentence), "\(sentence): \(answer.status)")
            }
            #expect(try await browser.send("/w/items", [("kind", "explode")], key: "k").status == 303)
            let rows = try await sample.platform.database.read {
                try CaseStore.rows(ofApplicant: ItemDesk.party.description, before: nil, limit: 5, in: $0)
            }
            #expect(rows.isEmpty)
        }
    }

    @Test func `the public cannot begin an internal procedure`() async throws {
        try await StaffSample.onSQLite { sample in
            let guide = try await sample.router.ask(.get, "/guide/item-adjustment", cookies: [:]).text
            #expect(guide.contains("不接受申请") && !guide.contains("开始办理"))
            let home = try await sample.router.ask(.get, "/", cookies: [:]).text
            #expect(!home.contains("item-adjustment"))
        }
    }
}
