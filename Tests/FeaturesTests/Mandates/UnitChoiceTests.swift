import Testing
import Values
import Web

@testable import Features

/// Whom an open name of a document means: proposed, searched for, chosen and kept.
@Suite struct UnitChoiceTests {
    private func reading(_ sample: PlatformSample, _ region: String) async throws -> UnitReading {
        try await MandateReviewDesk(desk: sample.features.mandates.desk).units(for: region, on: PlatformSample.now.day)
    }

    @Test func `a search finds units by parts of name and district, the document's own region first`() async throws {
        try await PlatformSample.onSQLite { sample in
            let units = try await reading(sample, "yuzhong")
            #expect(units.found("渝中 市场监管").first == "yuzhong-market")
            let markets = units.found("市场监管局")
            #expect(markets.prefix(2) == ["yuzhong-market", "chongqing-market"] && markets.count > 30)
            #expect(units.found("人社局").first == "yuzhong-labour", "by another name of the list")
            #expect(units.found("外星") == [] && units.found("  ") == [])
            let map = sample.features.territory.desk.current
            let city = try await reading(sample, "chongqing")
            let districts = map.regions(below: "chongqing", on: PlatformSample.now.day)
            #expect(city.found("各区县政府").count == districts.count, "a group gives all who belong to it")
            #expect(city.proposed(for: "各区县政府").count == districts.count)
            #expect(city.proposed(for: "有关部门") == [] && city.similar(to: "有关部门") == [])
            #expect(units.similar(to: "区政务服务管理办公室").contains("yuzhong-services-office"))
        }
    }

    @Test func `a unit that has ended names its successor, and one that there is not is told`() throws {
        func unit(_ name: String, until: String?, successor: String?) -> JSON {
            [
                "name": .text(name), "region": "r", "from": "2019-01-01", "until": until.map { .text($0) } ?? .null,
                "successor": successor.map { .text($0) } ?? .null,
            ]
        }
        let map = TerritoryMap(
            document: [
                "regions": ["r": ["name": ["zh": "某区", "en": "R"]]],
                "units": [
                    "old": unit("商务局", until: "2026-01-31", successor: "new"),
                    "new": unit("商务委", until: nil, successor: nil),
                ],
            ], version: "test")
        let units = UnitReading(territory: map, aliases: [], region: "r", on: Day(2026, 3, 2))
        #expect(units.fault(of: "old")?.zh == "“某区 商务局”只存在到2026年1月31日，现在是“某区 商务委”：请取消它，改选现有的单位")
        #expect(units.fault(of: "new") == nil && units.fault(of: "x")?.zh.contains("没有“x”") == true)
        #expect(units.found("商务") == ["new"], "what has ended is not offered")
        let before = UnitReading(territory: map, aliases: [], region: "r", on: Day(2018, 1, 1))
        #expect(before.fault(of: "new")?.zh.contains("2019年1月1日才设立") == true)
    }

    @Test func `all districts are ticked for 各区县政府, and an unknown name is told apart from an open one`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.mandates.desk
            let text = MandateSample.notice.replacing("渝中区人民政府", with: "重庆市人民政府")
                .replacing("区人力社保局、有关部门", with: "各区县政府、有关部门、市外星事务局")
            let outcome = try await desk.take(
                try MandateSample.arrival(text), region: "chongqing", isLaterVersion: false, MandateSample.acting("i"))
            guard case .recorded(let id) = outcome else {
                Issue.record("not recorded: \(outcome)")
                return
            }
            let document = try await desk.open(id, from: "chongqing").document
            let review = try #require(
                try await MandateReviewDesk(desk: desk).reviews(
                    of: [document.tasks[2]], in: document, from: "chongqing", on: PlatformSample.now.day
                ).first)
            let units = try await reading(sample, "chongqing")
            let choices = UnitChoices(review, units)
            #expect(choices.all.map(\.kind) == [.known, .open, .unknown, .added, .added])
            let districts = sample.features.territory.desk.current.regions(
                below: "chongqing", on: PlatformSample.now.day)
            #expect(choices.all[0].chosen.count == districts.count && choices.all[0].listed.count == districts.count)
            #expect(UnitChoiceWords.hint(choices.all[0]).zh.contains("已勾选 \(districts.count) 个"))
            #expect(choices.all[1].chosen.isEmpty && !choices.all[1].listed.isEmpty, "offered, not guessed")
            #expect(choices.said(units).problems.map(\.place) == ["lead-1", "lead-2-find"])
            #expect(MandatePageWords.some(choices.all[0].listed.map(\.name)).zh.hasSuffix("等 \(districts.count) 个单位"))
            #expect(MandatePageWords.some([]).zh == "—" && MandatePageWords.some(["甲", "乙"]).zh == "甲、乙")
        }
    }

    /// The third task of the sample notice, led by 区人力社保局 and 有关部门.
    private func open(
        _ sample: StaffSample, _ body: (StaffSample.Browser, _ document: String, _ path: String) async throws -> Void
    ) async throws {
        let id = try await MandateSample.imported(in: sample.platform)
        let desk = sample.platform.features.mandates.desk
        let task = try await desk.open(id, from: "yuzhong").document.tasks[2].id
        try await body(try await sample.browser("jiang-zheng"), id, "/w/mandates/\(id)/tasks/\(task)")
    }

    private let day = [("due-year", "2026"), ("due-month", "12"), ("due-day", "31"), ("report-every", "1 months")]

    @Test func `who is meant by an open name is searched for, and nothing that was typed is lost`() async throws {
        try await StaffSample.onBothEngines { sample in
            try await open(sample) { browser, id, path in
                let page = try await browser.see(path).text
                #expect(page.contains("name=\"lead-0\" id=\"lead-0\" value=\"yuzhong-labour\" checked"), "proposed")
                #expect(page.contains("name=\"lead-1\" id=\"lead-1\" value=\"yuzhong-market\">"), "offered, not ticked")
                let search = try await browser.send(
                    path + "/acceptance",
                    [
                        ("revision", "1"), ("find", "lead-1"), ("lead-0", "yuzhong-labour"),
                        ("lead-1", "yuzhong-market"),
                        ("lead-1-find", "万州 人力社保"), ("support-more-find", "<b>"), ("first", "yuzhong-market"),
                    ] + day, key: "search")
                #expect(search.status == 200 && search.text.contains("value=\"wanzhou-labour\">"), "\(search.text)")
                #expect(search.text.contains("value=\"万州 人力社保\"") && search.text.contains("value=\"&lt;b&gt;\""))
                #expect(
                    search.text.contains("value=\"yuzhong-market\" checked") && search.text.contains("value=\"12\""))
                #expect(search.text.contains("没有另外的单位叫“&lt;b&gt;”") && !search.text.contains("<b>”"))
                #expect(search.text.contains("<option value=\"yuzhong-market\" selected>"))
                let document = try await sample.platform.features.mandates.desk.open(id, from: "yuzhong").document
                #expect(document.tasks[2].standing == .waiting, "a search accepts nothing")
            }
        }
    }

    @Test func `bad choices are refused with what to do, each at its field`() async throws {
        try await StaffSample.onSQLite { sample in
            try await open(sample) { browser, _, path in
                let fine = [("revision", "1"), ("lead-0", "yuzhong-labour"), ("lead-1", "yuzhong-market")]
                for (fields, place, said) in [
                    ([("revision", "1"), ("lead-0", "yuzhong-labour")], "lead-1", "还没有选“有关部门”指哪些单位"),
                    (fine + [("lead-1", "nobody")], "lead-1", "机构名录里没有“nobody”"),
                    (fine + [("support-more", "<i>")], "support-more", "机构名录里没有“&lt;i&gt;”"),
                    (fine + [("first", "yuzhong-police-branch")], "first", "没有勾选为牵头单位"),
                    ([("revision", "1")], "lead-0", "还没有选“区人力社保局”指哪些单位"),
                ] {
                    let answer = try await browser.send(path + "/acceptance", fields + day, key: "\(place)\(said)")
                    #expect(answer.status == 422 && answer.text.contains(said), "\(said): \(answer.status)")
                    #expect(answer.text.contains("href=\"#\(place)\""), "\(place)")
                }
            }
        }
    }

    @Test func `which printed name stood for whom is kept, and shown on task, ledger and interface`() async throws {
        try await StaffSample.onBothEngines { sample in
            try await open(sample) { browser, id, path in
                let answer = try await browser.send(
                    path + "/acceptance",
                    [
                        ("revision", "1"), ("lead-0", "yuzhong-labour"), ("lead-1", "yuzhong-market"),
                        ("lead-1", "yuzhong-police-branch"), ("support-more", "chongqing-justice"),
                        ("support-more", "yuzhong-labour"), ("first", "yuzhong-market"),
                    ] + day, key: "ok")
                #expect(answer.status == 303, "\(answer.text)")
                let document = try await sample.platform.features.mandates.desk.open(id, from: "yuzhong").document
                let assignment = try #require(document.tasks[2].assignment)
                #expect(assignment.lead == ["yuzhong-market", "yuzhong-labour", "yuzhong-police-branch"])
                #expect(assignment.support == ["chongqing-justice"], "who leads does not support as well")
                #expect(
                    assignment.meant == [
                        .init(part: .lead, printed: "区人力社保局", units: ["yuzhong-labour"]),
                        .init(part: .lead, printed: "有关部门", units: ["yuzhong-market", "yuzhong-police-branch"]),
                        .init(part: .support, printed: nil, units: ["chongqing-justice", "yuzhong-labour"]),
                    ])
                let words = "渝中区 市场监管局、渝中区 区公安分局"
                let task = try await browser.see(path).text
                #expect(task.contains("采纳时确定的承办") && task.contains("有关部门") && task.contains(words))
                #expect(!task.contains("请选择是哪些单位"), "it was said")
                try await MandateSample.follow(sample.platform)
                let record = AssignmentFollower.record(of: document.tasks[2], in: id)
                let lead = AssignmentFollower.caseID(of: record, at: "yuzhong-market")
                let ledger = try await browser.see("/w/ledger/\(lead)").text
                #expect(ledger.contains("文件写的单位指谁") && ledger.contains(words))
                let interface = try InterfaceSample(sample.platform)
                let shown = try await interface.get("/api/v1/mandate-tasks/\(lead)").json
                #expect(
                    shown["meant"]?.list?[1] == [
                        "part": "lead", "printed": "有关部门", "units": ["yuzhong-market", "yuzhong-police-branch"],
                    ], "\(shown)")
                #expect(shown["meant"]?.list?.last?["printed"] == .null)
            }
        }
    }
}
