import Definitions
import Testing
import Values
import Web

@testable import Features

@Suite struct GivenFieldPageTests {
    private static let today = Day(2026, 3, 2)

    private func input(_ query: String) throws -> FormInput { try FormInput(query: query, limits: .standard) }

    @Test func `every kind is read as the kernel takes it, or refused at its box`() async throws {
        let cases: [(kind: String, id: String, query: String, json: JSON?)] = [
            ("text", "reason", "reason=a%20b", "a b"), ("number", "x", "x=%EF%BC%91%EF%BC%92.5", .text("12.5")),
            ("number", "x", "x=12", 12), ("number", "x", "x=twelve", nil), ("boolean", "x", "x=true", true),
            ("boolean", "x", "x=perhaps", nil), ("date", "x", "x-year=2026&x-month=2&x-day=28", "2026-02-28"),
            ("date", "x", "x-year=2026&x-month=2&x-day=30", nil),
            ("list", "missing", "missing=layout-plan&missing-other=%E5%85%B6%E4%BB%96", ["layout-plan", "其他"]),
            ("list", "missing", "missing=nothing", nil), ("list", "items", "items=a%0D%0A%0D%0Ab", ["a", "b"]),
            ("citations", "articles", "articles=%E6%A0%B7%E4%BE%8B", nil),
            ("limit", "x", "x=10&x-unit=workdays", "10 workdays"), ("limit", "x", "x=0&x-unit=workdays", nil),
            ("limit", "x", "x=10&x-unit=moons", nil), ("unit", "x", "x=u1", "u1"), ("unit", "x", "x=u2", nil),
            ("money", "x", "x=1,200.5", "1200.50"), ("money", "x", "x=1.005", nil), ("grade", "x", "x=5", 5),
            ("grade", "x", "x=6", nil), ("text", "need", "need=layout-plan", "layout-plan"),
            ("text", "need", "need=other", nil), ("answers", "changes", "area=80", ["area": 80]),
            ("answers", "changes", "area=", ["area": .null]), ("answers", "changes", "area=60", .map([:])),
            ("answers", "changes", "area=far", nil), ("case", "x", "x=C-1", "C-1"), ("text", "reason", "", nil),
        ]
        let sample = try await SampleOffers.make(on: Self.today)
        for one in cases {
            let fields = sample.fields(Deed.Given(id: one.id, kind: one.kind, list: nil, isOptional: false))
            let reading = fields.read(try input(one.query), on: Self.today)
            if let json = one.json {
                #expect(reading.said == [one.id: json] && reading.problems.isEmpty, "\(one): \(reading)")
            } else {
                let place = one.kind == "answers" ? "area" : one.id
                #expect(reading.problems.map(\.place) == [place], "\(one): \(reading)")
            }
        }
    }

    @Test func `a choice is one of its list, an optional empty one is left out`() async throws {
        let sample = try await SampleOffers.make(on: Self.today)
        let choice = sample.fields(
            Deed.Given(id: "ground", kind: "choice", list: "suspension-grounds", isOptional: false))
        #expect(choice.read(try input("ground=court_case"), on: Self.today).said == ["ground": "court_case"])
        #expect(choice.read(try input("ground=whim"), on: Self.today).problems.count == 1)
        let html = choice.html(typed: nil, problems: [], in: .chinese).text
        #expect(html.contains("不可抗力") && html.contains("type=\"radio\""))
        let optional = sample.fields(Deed.Given(id: "support_unit", kind: "unit", list: nil, isOptional: true))
        #expect(optional.read(try input(""), on: Self.today) == GivenFields.Reading())
    }

    @Test func `articles are ticked among those that the definition names`() async throws {
        let sample = try await SampleOffers.make(on: Self.today)
        let fields = sample.fields(Deed.Given(id: "articles", kind: "citations", list: nil, isOptional: false))
        let all = sample.offers.definition.citations.map(\.written)
        #expect(all.contains("《行政许可法》第三十八条第二款") && Set(all).count == all.count)
        func encoded(_ text: String) -> String {
            text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
        }
        let two = "articles=\(encoded(all[0]))&articles=\(encoded(all[1]))"
        #expect(
            fields.read(try input(two), on: Self.today).said == ["articles": .list([.text(all[0]), .text(all[1])])])
        let mixed = fields.read(try input(two + "&articles=" + encoded("样例")), on: Self.today)
        #expect(mixed.problems.map(\.place) == ["articles"] && mixed.said.isEmpty)
        let html = fields.html(typed: nil, problems: [], in: .chinese).text
        #expect(html.components(separatedBy: "type=\"checkbox\"").count == all.count + 1)
        #expect(!html.contains("<textarea"))
    }

    @Test func `what was typed comes back as it was, escaped`() async throws {
        let sample = try await SampleOffers.make(on: Self.today)
        let fields = sample.fields(Deed.Given(id: "reason", kind: "text", list: nil, isOptional: false))
        let typed = try input("reason=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
        let html = fields.html(typed: typed, problems: [], in: .english).text
        #expect(html.contains("&lt;script&gt;alert(1)") && !html.contains("<script>"))
    }
}

/// The offers of the food business licence, read once.
private struct SampleOffers {
    let deed: Deed
    let offers: GivenFields.Offers

    static func make(on day: Day) async throws -> SampleOffers {
        var made: SampleOffers?
        try await PlatformSample.onSQLite { platform in
            let definition = try await platform.features.catalogue.desk.definition(
                of: "food-business-licence", region: "yuzhong", on: day)
            let plan = definition.plans[0]
            made = SampleOffers(
                deed: plan.actions[0].deed,
                offers: GivenFields.Offers(
                    definition: definition, needs: plan.evidence, owed: ["layout-plan"],
                    units: [("u1", "食品经营科")], regions: [],
                    fields: [(try #require(definition.fields["area"]), 60)]))
        }
        return try #require(made)
    }

    func fields(_ given: Deed.Given) -> GivenFields {
        var deed = deed
        deed.gives = [given]
        return GivenFields(deed, offers: offers)
    }
}
