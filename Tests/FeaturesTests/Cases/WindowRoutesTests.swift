import Casework
import Foundation
import HTTPTypes
import Storage
import Testing
import Values

@testable import Features

/// Taking in at the window, through the router.
@Suite struct WindowRoutesTests {
    private let enterprise: [(String, String)] = [
        ("service", "food-business-licence"), ("for", "enterprise"), ("name", "王芳"),
        ("id-number", "50010319790621991X"), ("code", SamplePeople.enterprise.code),
    ]

    private func begin(
        _ clerk: StaffSample.Browser, _ fields: [(String, String)], key: String
    ) async throws -> String {
        let answer = try await clerk.send("/w/window", fields, key: key)
        #expect(answer.status == 303, "\(answer.text)")
        let location = try #require(answer.headers[.location])
        #expect(location.hasPrefix("/w/window/") && location.hasSuffix("/form"))
        return String(location.dropLast("/form".count))
    }

    private func save(
        _ clerk: StaffSample.Browser, _ draft: String, _ step: String, _ fields: [(String, String)], key: String
    ) async throws -> RouteAnswer {
        let revision = try await clerk.revision(draft + "/" + step)
        return try await clerk.send(draft + "/" + step, [("revision", revision)] + fields, key: key)
    }

    @Test func `an application is taken in for an enterprise and handed its receipt`() async throws {
        try await StaffSample.onBothEngines { sample in
            let clerk = try await sample.browser("zhou-min")
            #expect(try await clerk.see("/w/window").text.contains("食品经营许可"))
            let draft = try await begin(clerk, enterprise, key: "begin")
            #expect(try await begin(clerk, enterprise, key: "begin") == draft, "the same form begins one draft")
            let form = try await save(
                clerk, draft, "form",
                [("renewal", "false"), ("business_kind", "bulk_sale"), ("premises.address", "甲路 1 号"), ("area", "６０")],
                key: "form")
            #expect(form.headers[.location] == draft + "/evidence", "\(form.text)")
            let missing = try await clerk.send(draft + "/filing", [], key: "early")
            #expect(missing.status == 422 && missing.text.contains("食品安全承诺书"))
            let evidence = try await save(
                clerk, draft, "evidence", [("promise-food-safety-promise", "true")], key: "evidence")
            #expect(evidence.headers[.location] == draft + "/check", "\(evidence.text)")
            #expect(try await clerk.see(draft + "/check").text.contains("都齐了"))
            let filed = try await clerk.send(draft + "/filing", [], key: "file")
            let receipt = try #require(filed.headers[.location])
            for key in ["file", "another tab"] {
                #expect(try await clerk.send(draft + "/filing", [], key: key).headers[.location] == receipt)
            }
            let page = try await clerk.see(receipt)
            #expect(page.status == 200 && page.text.contains("已收件"))
            let id = String(receipt.dropFirst("/w/case/".count).dropLast("/receipt".count))
            let header = try await sample.desk.open(id).file.header
            #expect(header.channel == "window" && header.openedBy == .officer)
            #expect(header.applicant == .enterprise(SamplePeople.enterprise.id.text))
            #expect(header.agent == .person(SamplePeople.citizens[1].id.text))
            #expect(try await clerk.see(draft + "/form").status == 404)
        }
    }

    @Test func `somebody without an account gets one without a login, once`() async throws {
        try await StaffSample.onSQLite { sample in
            let clerk = try await sample.browser("zhou-min")
            let number = try #require(CitizenIdentityNumber.sample(birth: "19600101", serial: "999"))
            let asked = [
                ("service", "unemployment-benefit"), ("for", "person"), ("name", "示例甲"), ("id-number", number),
            ]
            let first = try await begin(clerk, asked, key: "one")
            let second = try await begin(clerk, asked, key: "two")
            #expect(first != second)
            let index = sample.platform.features.accounts.desk.indexes.idNumber(
                try #require(CitizenIdentityNumber(number)))
            let person = try await sample.platform.database.read {
                try AccountStore.person(idNumberIndex: index, in: $0)
            }
            #expect(person?.nameMask == "示**")
            let wrong = try await clerk.send(
                "/w/window", asked.map { $0.0 == "name" ? ($0.0, "别人") : $0 }, key: "three")
            #expect(wrong.status == 422 && wrong.text.contains("登记的不一致"))
        }
    }

    @Test func `what the clerk typed wrong is said at its field and kept`() async throws {
        try await StaffSample.onSQLite { sample in
            let clerk = try await sample.browser("zhou-min")
            let wrongs: [(field: String, value: String, says: String)] = [
                ("service", "nothing", "选择要办的事项"), ("name", "", "填写到场的人的姓名"),
                ("id-number", "123", "18位"), ("id-number", "<b>1</b>", "身份证号"),
                ("code", "91500103MA5U00000X", "统一社会信用代码"), ("code", "", "统一社会信用代码"),
            ]
            for (index, wrong) in wrongs.enumerated() {
                let fields = enterprise.map { $0.0 == wrong.field ? ($0.0, wrong.value) : $0 }
                let answer = try await clerk.send("/w/window", fields, key: "w\(index)")
                #expect(answer.status == 422, "\(wrong)")
                #expect(answer.text.contains(wrong.says), "\(wrong)")
                #expect(!answer.text.contains("<b>1</b>"))
            }
            let stranger = enterprise.map { field in
                switch field.0 {
                case "name": ("name", "李明")
                case "id-number": ("id-number", "500103198503129906")
                default: field
                }
            }
            let refused = try await clerk.send("/w/window", stranger, key: "stranger")
            #expect(refused.status == 422 && refused.text.contains("没有这家企业的授权"))
            let paper = try await clerk.send("/w/window", stranger + [("paper", "true")], key: "paper")
            #expect(paper.status == 303)
        }
    }

    @Test func `only window clerks take in, and only their own drafts are theirs`() async throws {
        try await StaffSample.onSQLite { sample in
            let reviewer = try await sample.browser("zheng-qiang")
            #expect(try await reviewer.see("/w/window").status == 403)
            let clerk = try await sample.browser("zhou-min")
            let draft = try await begin(clerk, enterprise, key: "mine")
            let other = try await sample.browser("wu-jing")
            #expect(try await other.see(draft + "/form").status == 404)
            #expect(try await other.send(draft + "/filing", [], key: "x").status == 404)
            #expect(try await clerk.see("/w/window").text.contains(draft + "/form"))
        }
    }

    @Test func `full personal values are shown after a look is recorded, and once`() async throws {
        try await StaffSample.onBothEngines { sample in
            let clerk = try await sample.browser("zhou-min")
            let draft = try await begin(
                clerk,
                [
                    ("service", "unemployment-benefit"), ("for", "person"), ("name", "李明"),
                    ("id-number", "500103198503129906"),
                ], key: "b")
            _ = try await save(clerk, draft, "form", [("left_how", "employer")], key: "f")
            _ = try await save(clerk, draft, "evidence", [("promise-job-search-promise", "true")], key: "e")
            let filed = try await clerk.send(draft + "/filing", [], key: "file")
            #expect(filed.status == 303, "\(filed.text)")
            let receipt = try #require(filed.headers[.location])
            let page = String(receipt.dropLast("/receipt".count))
            let id = String(page.dropFirst("/w/case/".count))
            let shown = try await clerk.see(page)
            #expect(shown.text.contains("500103********9906") && !shown.text.contains("500103198503129906"))
            let noGround = try await clerk.send(
                "/cases/\(id)/looks", [("facts", "person.id_number"), ("ground", " ")], key: "l0")
            #expect(noGround.status == 422 && noGround.text.contains("填写查看理由"))
            let nothing = try await clerk.send("/cases/\(id)/looks", [("ground", "核对")], key: "l1")
            #expect(nothing.status == 422)
            let open = try await clerk.send(
                "/cases/\(id)/looks", [("facts", "person.id_number"), ("facts", "area"), ("ground", "与身份证核对")],
                key: "l2")
            #expect(open.status == 200 && open.text.contains("500103198503129906"))
            let looks = try await sample.platform.features.accounts.looks.looks(
                at: SamplePeople.citizens[0].id, until: sample.clock.now.day)
            #expect(looks.count == 1)
            #expect(looks.first?.facts == ["person.id_number"] && looks.first?.ground == "与身份证核对")
            #expect(looks.first?.caseID == id)
        }
    }
}

extension CitizenIdentityNumber {
    /// A number of an invented person with its right check character.
    fileprivate static func sample(birth: String, serial: String) -> String? {
        "0123456789X".map { "500103\(birth)\(serial)\($0)" }.first { CitizenIdentityNumber($0) != nil }
    }
}
