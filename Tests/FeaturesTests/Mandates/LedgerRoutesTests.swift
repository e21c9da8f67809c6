import Casework
import Definitions
import Foundation
import HTTPTypes
import Storage
import Testing
import Values

@testable import Features

/// Accepted tasks become cases of their units, and the ledger follows them to the end.
@Suite struct LedgerRoutesTests {
    @Test func `what the ledger counts is named so in the procedure`() async throws {
        try await PlatformSample.onSQLite { platform in
            let definition = try await platform.features.catalogue.desk.definition(
                of: SupervisedTask.service, region: "yuzhong", on: PlatformSample.now.day)
            let plan = try #require(definition.plans.first)
            let results = plan.tasks.flatMap(\.results)
            var events = Set((plan.actions.map(\.deed) + results).compactMap(\.event))
            events.formUnion(plan.clocks.compactMap(\.expires?.event))
            for happening in SupervisedTask.Happening.allCases {
                #expect(events.contains(happening.rawValue), "\(happening)")
            }
            let gives = Set(plan.opening.deed.gives.map(\.id))
            #expect(gives.isSuperset(of: [SupervisedTask.takenBack, SupervisedTask.isMeasuredFact]))
            #expect(results.contains { $0.outcome == SupervisedTask.done })
            #expect(plan.clocks.contains { $0.id == SupervisedTask.reportClock })
            #expect(plan.clocks.contains { $0.id == SupervisedTask.clock && !$0.warns.isEmpty })
            #expect(plan.stages.contains { $0.id == SupervisedTask.checking })
        }
    }

    @Test func `an accepted task opens one case for each unit, once`() async throws {
        try await StaffSample.onBothEngines { sample in
            let (_, lead, support) = try await MandateSample.assigned(sample.platform)
            let file = try await sample.desk.open(lead).file
            #expect(file.stage == "assigned" && file.header.unit == "yuzhong-market")
            #expect(try await sample.desk.open(support).file.header.unit == "yuzhong-police-branch")
            try await sample.platform.database.write { connection in
                try connection.execute("DELETE FROM cursor WHERE follower = 'mandate-assignments'", [])
                try connection.execute("DELETE FROM idempotency WHERE verb = 'mandates/assign'", [])
            }
            try await MandateSample.follow(sample.platform)
            let choice = SupervisedTaskStore.Choice(
                region: nil, unit: nil, document: nil, light: nil, isClosed: false, dueBy: nil, reportBy: nil)
            let rows = try await sample.platform.database.read {
                try SupervisedTaskStore.rows(
                    choice, on: PlatformSample.now.day, after: nil, limit: 10, in: $0)
            }
            #expect(
                Set(rows.map(\.caseID)) == [lead, support] && rows.map(\.due) == [Day(2026, 6, 30), Day(2026, 6, 30)])
            try await sample.platform.features.catalogue.desk.compileAll()
            let report = try await sample.platform.features.rebuild(sample.platform.database).run()
            #expect(report.isClean, "\(report.tables.filter { !$0.isEqual })")
        }
    }

    @Test func `a task goes from green to red, is reported, checked with proof and struck off`() async throws {
        try await StaffSample.onBothEngines { sample in
            let (document, lead, _) = try await MandateSample.assigned(sample.platform)
            let supervisor = try await sample.browser("jiang-zheng")
            let green = try await supervisor.see("/w/ledger")
            #expect(green.status == 200 && green.text.contains("/w/ledger/\(lead)") && green.text.contains("绿灯"))
            let handler = try await sample.browser("liang-yan")
            #expect(try await handler.see("/w/inbox").text.contains("/w/case/\(lead)"))
            let taken = try await handler.sign(lead, .result("take", "taken"), key: "take")
            #expect(taken.status == 303, "\(taken.text)")
            let reported = try await handler.sign(
                lead, .action("report"), [("progress", "已压缩至10个工作日")], key: "report")
            #expect(reported.status == 303, "\(reported.text)")
            try await MandateSample.follow(sample.platform)
            let page = try await supervisor.see("/w/ledger/\(lead)").text
            #expect(page.contains("压缩至9个工作日") && page.contains("/w/mandates/\(document)\""))
            #expect(page.contains("渝中区 市场监管局") && page.contains("渝中区 区公安分局"))
            let urged = try await supervisor.sign(
                lead, .action("urge"), [("words", "请加快")], key: "urge")
            #expect(urged.status == 303, "\(urged.text)")
            sample.clock.set(Moment(2026, 7, 1, hour: 9))
            let late = try await sample.browser("liang-yan")
            let handed = try await late.sign(
                lead, .action("hand_in"),
                [("result", "已完成"), ("proof", "系统截图\n办件清单")], key: "hand")
            #expect(handed.status == 303, "\(handed.text)")
            try await MandateSample.follow(sample.platform)
            let asked = try await sample.browser("jiang-zheng")
            #expect(try await asked.see("/w/ledger/\(lead)").text.contains("督办 1 次"))
            let done = try await asked.sign(lead, .result("check", "done"), key: "check")
            #expect(done.status == 303, "\(done.text)")
            try await MandateSample.follow(sample.platform)
            #expect(try await asked.see("/w/ledger?state=closed").text.contains("/w/ledger/\(lead)"))
            #expect(try await !asked.see("/w/ledger").text.contains("/w/ledger/\(lead)\""))
        }
    }

    @Test func `the ledger is filtered by document, unit, light and day, in pages`() async throws {
        try await StaffSample.onBothEngines { sample in
            let (_, lead, support) = try await MandateSample.assigned(sample.platform)
            let supervisor = try await sample.browser("jiang-zheng")
            func encoded(_ text: String) -> String {
                text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            }
            for (query, hasLead, hasSupport) in [
                ("unit=yuzhong-market", true, false), ("unit=" + encoded("渝中区 区公安分局"), false, true),
                ("unit=nobody", false, false), ("document=" + encoded("渝中府发〔2026〕9号"), true, true),
                ("document=x", false, false), ("light=green", true, true), ("light=red", false, false),
                ("due=2026-06-29", false, false), ("due=2026-06-30", true, true), ("state=closed", false, false),
                ("after=2026-06-30.\(max(lead, support))", false, false), ("after=x", true, true),
            ] {
                let page = try await supervisor.see("/w/ledger?" + query)
                #expect(page.status == 200, "\(query)")
                #expect(page.text.contains("/w/ledger/\(lead)\"") == hasLead, "\(query)")
                #expect(page.text.contains("/w/ledger/\(support)\"") == hasSupport, "\(query)")
            }
            let misread = try await supervisor.see("/w/ledger?due=%3Cb%3E&unit=" + encoded("外星局")).text
            #expect(misread.contains("机构名录里没有“外星局”") && misread.contains("“&lt;b&gt;”不是日期"))
            #expect(
                misread.contains("value=\"外星局\"") && misread.contains("value=\"&lt;b&gt;\""), "nothing typed is lost")
            #expect(misread.contains("换一个条件"))
            sample.clock.set(Moment(2026, 6, 25, hour: 9))
            let warned = try await sample.browser("jiang-zheng")
            #expect(try await warned.see("/w/ledger?light=yellow").text.contains("/w/ledger/\(lead)\""))
            sample.clock.set(Moment(2026, 7, 1, hour: 9))
            let late = try await sample.browser("jiang-zheng")
            let red = try await late.see("/w/ledger?light=red").text
            #expect(red.contains("/w/ledger/\(lead)\"") && red.contains("红灯"))
            #expect(try await late.see("/w/ledger/nothing").status == 404)
            let district = try await sample.browser("wu-jing")
            #expect(try await district.see("/w/ledger").status == 200, "who works on cases reads the ledger")
            #expect(try await sample.router.ask(.get, "/w/ledger", cookies: [:]).status == 303)
        }
    }

    @Test func `a later version carries the cases of a task that goes on`() async throws {
        try await StaffSample.onSQLite { sample in
            let (id, lead, _) = try await MandateSample.assigned(sample.platform)
            let desk = sample.platform.features.mandates.desk
            let later = try MandateSample.arrival(MandateSample.notice.replacing("9个工作日", with: "7个工作日"))
            guard
                case .recorded(let new) = try await desk.take(
                    later, region: MandateSample.region, isLaterVersion: true, MandateSample.acting("later"))
            else {
                Issue.record("the later version was not recorded")
                return
            }
            let browser = try await sample.browser("jiang-zheng")
            let tasks = try await desk.open(new, from: MandateSample.region).document.tasks
            let path = "/w/mandates/\(new)/tasks/\(tasks[0].id)"
            #expect(try await browser.see(path).text.contains("接续上一版本已采纳的任务"))
            let accepted = try await browser.send(
                path + "/acceptance",
                [
                    ("revision", "1"), ("lead-0", "yuzhong-market"), ("support-0", "yuzhong-labour"),
                    ("support-1", "yuzhong-labour"), ("due-year", "2026"), ("due-month", "6"), ("due-day", "30"),
                    ("report-every", "1 months"),
                ], key: "accept-later")
            #expect(accepted.status == 303, "\(accepted.text)")
            try await MandateSample.follow(sample.platform)
            let record = "\(id)/\(tasks[0].id)"
            let all = try await sample.platform.database.read { try SupervisedTaskStore.tasks(of: record, in: $0) }
            #expect(all.count == 3 && all.contains { $0.caseID == lead }, "the new supporter joins, the lead goes on")
        }
    }

    @Test func `systems read the ledger and one task of it`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let (_, lead, support) = try await MandateSample.assigned(sample.platform)
            let first = try await sample.get("/api/v1/mandate-tasks?limit=1").json
            let next = try #require(first["next"]?.text)
            let second = try await sample.get("/api/v1/mandate-tasks?limit=1&cursor=\(next)").json
            let cases = [first, second].compactMap { $0["items"]?.list?.first?["case"]?.text }
            #expect(Set(cases) == [lead, support] && second["next"] == .null)
            let one = try await sample.get("/api/v1/mandate-tasks/\(lead)").json
            #expect(one["units"]?.list?.count == 2 && one["light"] == "green")
            #expect(one["targets"]?.list?.first?["comparator"] == "<=")
            #expect(try await sample.get("/api/v1/mandate-tasks/x").status == 404)
            #expect(try await sample.get("/api/v1/mandate-tasks?light=blue").status == 422)
            #expect(try await sample.get("/api/v1/mandate-tasks?cursor=x").status == 400)
            #expect(try await sample.get("/api/v1/mandate-tasks?unit=yuzhong-market").json["items"]?.list?.count == 1)
        }
    }
}
