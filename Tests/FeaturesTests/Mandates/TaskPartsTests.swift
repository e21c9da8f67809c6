import Casework
import HTTPTypes
import Storage
import Testing
import Values

@testable import Features

/// Parts, milestones and reports of a task, and acceptances that are taken back.
@Suite struct TaskPartsTests {
    private func row(_ id: String, in sample: StaffSample) async throws -> SupervisedTask {
        let found = try await sample.platform.database.read { try SupervisedTaskStore.task(id, in: $0) }
        return try #require(found)
    }

    private func day(_ name: String, _ on: Day) -> [(String, String)] {
        [
            (name + "-year", String(on.year)), (name + "-month", String(on.month)),
            (name + "-day", String(on.dayOfMonth)),
        ]
    }

    private func part(_ title: String, _ unit: String, due: Day) -> [(String, String)] {
        [("part_title", title), ("part_unit", unit), ("part_person", "李某")] + day("part_due", due)
    }

    @Test func `a unit splits a part off, checks its result, and is not done before`() async throws {
        try await StaffSample.onBothEngines { sample in
            let (_, lead, support) = try await MandateSample.assigned(sample.platform)
            let handler = try await sample.browser("liang-yan")
            _ = try await handler.sign(lead, .result("take", "taken"), key: "take")
            let late = try await handler.sign(
                lead, .action("split"), part("梳理清单", "yuzhong-centre", due: Day(2026, 7, 1)), key: "late")
            #expect(late.status == 409 && late.text.contains("不晚于本任务的时限"))
            let unknown = try await handler.sign(
                lead, .action("split"), part("梳理清单", "nobody", due: Day(2026, 5, 31)), key: "unknown")
            #expect(unknown.status == 422, "\(unknown.status)")
            let fields = part("梳理清单", "yuzhong-centre", due: Day(2026, 5, 31))
            let split = try await handler.sign(lead, .action("split"), fields, key: "split")
            #expect(split.status == 303, "\(split.text)")
            try await MandateSample.follow(sample.platform)
            let opened = try await sample.desk.open(lead).file
            let child = try #require(opened.children.first { $0.rule == "part" }?.caseID)
            let file = try await sample.desk.open(child).file
            #expect(file.header.unit == "yuzhong-centre" && file.header.parent?.caseID == lead)
            #expect(try await row(lead, in: sample).parts == [child: Day(2026, 5, 31)])
            let part = try await row(child, in: sample)
            #expect(part.part == .part && part.title == "梳理清单" && part.parent == lead)
            let page = try await handler.see("/w/ledger/\(lead)").text
            #expect(page.contains("id=\"parts\"") && page.contains("李某") && page.contains("/w/ledger/\(child)"))
            let early = try await handler.sign(
                lead, .action("hand_in"), [("result", "已完成"), ("proof", "单")], key: "early")
            #expect(early.status == 409 && early.text.contains("子任务"))
            // Neither the other unit of the task nor who gave it may take it; who was given it may not check it.
            #expect(try await handler.send("/w/case/\(child)/tasks/take/1/results/taken", [], key: "w").status != 303)
            let other = try await sample.browser("tan-ming")
            #expect(try await other.sign(child, .result("take", "taken"), key: "t").status == 303)
            let handed = try await other.sign(
                child, .action("hand_in"), [("result", "清单已梳理"), ("proof", "清单")], key: "h")
            #expect(handed.status == 303, "\(handed.text)")
            let own = try await other.send(
                "/w/case/\(child)/tasks/check_part/1/results/done", [("revision", "1")], key: "own")
            #expect(own.status == 403 || own.status == 409, "\(own.status)")
            let checked = try await handler.sign(child, .result("check_part", "done"), key: "c")
            #expect(checked.status == 303, "\(checked.text)")
            try await MandateSample.follow(sample.platform)
            #expect(try await row(lead, in: sample).parts.isEmpty)
            let done = try await handler.sign(
                lead, .action("hand_in"), [("result", "已完成"), ("proof", "单")], key: "done")
            #expect(done.status == 303, "\(done.text)")
            #expect(try await sample.desk.open(support).file.stage == "assigned", "support goes its own way")
            try await sample.platform.features.catalogue.desk.compileAll()
            let report = try await sample.platform.features.rebuild(sample.platform.database).run()
            #expect(report.isClean, "\(report.tables.filter { !$0.isEqual })")
        }
    }

    @Test func `milestones are proved by their day, or the light turns; one that is wrong is dropped`() async throws {
        try await StaffSample.onBothEngines { sample in
            let (_, lead, _) = try await MandateSample.assigned(sample.platform)
            let handler = try await sample.browser("liang-yan")
            _ = try await handler.sign(lead, .result("take", "taken"), key: "take")
            for (number, on) in [Day(2026, 4, 15), Day(2026, 5, 20)].enumerated() {
                let set = try await handler.sign(
                    lead, .action("set_milestone"),
                    [("milestone", "节点\(number + 1)"), ("proved_by", "印发的方案")] + day("milestone_on", on),
                    key: "m\(number)")
                #expect(set.status == 303, "\(set.text)")
            }
            try await MandateSample.follow(sample.platform)
            #expect(try await row(lead, in: sample).milestones == [1: Day(2026, 4, 15), 2: Day(2026, 5, 20)])
            let none = try await handler.sign(
                lead, .action("reach_milestone"), [("milestone_number", "3"), ("proof", "x")], key: "none")
            #expect(none.status == 409 && none.text.contains("没有这个序号的里程碑"))
            sample.clock.set(Moment(2026, 4, 16, hour: 9))
            let after = try await sample.browser("liang-yan")
            #expect(try await row(lead, in: sample).light(on: Day(2026, 4, 16)) == .yellow)
            #expect(try await after.see("/w/ledger/\(lead)").text.contains("已过期"))
            let reached = try await after.sign(
                lead, .action("reach_milestone"), [("milestone_number", "1"), ("proof", "方案\n纪要")], key: "r")
            #expect(reached.status == 303, "\(reached.text)")
            let early = try await after.sign(
                lead, .action("hand_in"), [("result", "已完成"), ("proof", "单")], key: "early")
            #expect(early.status == 409 && early.text.contains("里程碑"))
            let supervisor = try await sample.browser("jiang-zheng")
            let dropped = try await supervisor.sign(
                lead, .action("drop_milestone"), [("milestone_number", "2"), ("reason", "重复")], key: "d")
            #expect(dropped.status == 303, "\(dropped.text)")
            try await MandateSample.follow(sample.platform)
            #expect(try await row(lead, in: sample).milestones.isEmpty)
            let page = try await after.see("/w/ledger/\(lead)").text
            #expect(page.contains("方案；纪要") && page.contains("已取消") && page.contains("节点2"))
        }
    }

    @Test func `a quarterly report is due in a quarter; one missed turns the light yellow, two red`() async throws {
        try await StaffSample.onBothEngines { sample in
            let quarterly = MandateTask.Assignment(
                lead: ["yuzhong-market"], support: ["yuzhong-police-branch"], meant: MandateSample.assignment.meant,
                due: Day(2026, 12, 31), isDuePrinted: false, continues: nil, reportEvery: .quarterly)
            let (_, lead, support) = try await MandateSample.assigned(sample.platform, quarterly)
            let handler = try await sample.browser("liang-yan")
            _ = try await handler.sign(lead, .result("take", "taken"), key: "take")
            try await MandateSample.follow(sample.platform)
            let first = try #require(try await row(lead, in: sample).reportDue)
            #expect(first == PlatformSample.now.day.adding(months: 3))
            for (missed, light) in [(1, SupervisedTask.Light.yellow), (2, .red)] {
                let day = first.adding(months: 3 * (missed - 1)).adding(days: 2)
                sample.clock.set(Moment(day, hour: 9))
                try await pass(lead, in: sample)
                let task = try await row(lead, in: sample)
                #expect(task.missedReports == missed && task.light(on: day) == light, "\(missed): \(task)")
            }
            let later = try await sample.browser("liang-yan")
            let due = try await later.see("/w/ledger?report=due").text
            #expect(due.contains("/w/ledger/\(lead)\"") && !due.contains("/w/ledger/\(support)\""))
            #expect(due.contains("连续 2 次未报送"))
            let reported = try await later.sign(
                lead, .action("report"), [("progress", "已压缩至10个工作日"), ("figures", "10")], key: "report")
            #expect(reported.status == 303, "\(reported.text)")
            try await MandateSample.follow(sample.platform)
            #expect(try await row(lead, in: sample).missedReports == 0)
            #expect(try await later.see("/w/ledger/\(lead)").text.contains("已压缩至10个工作日"))
        }
    }

    /// Lets the clock leader write what time has ended.
    private func pass(_ id: String, in sample: StaffSample) async throws {
        let sender = CaseDesk.Sender(
            acting: { _ in .platform }, channel: nil, key: nil, moment: sample.clock.now,
            entropy: PlatformSample.entropy("pass"))
        _ = try await sample.desk.run(.pass, on: id, by: sender)
        try await MandateSample.follow(sample.platform)
    }

    @Test func `an acceptance is taken back with a reason, its cases end, and it is accepted anew`() async throws {
        try await StaffSample.onBothEngines { sample in
            let (id, lead, support) = try await MandateSample.assigned(sample.platform)
            let desk = sample.platform.features.mandates.desk
            let handler = try await sample.browser("liang-yan")
            _ = try await handler.sign(lead, .result("take", "taken"), key: "take")
            let fields = part("梳理清单", "yuzhong-centre", due: Day(2026, 5, 31))
            #expect(try await handler.sign(lead, .action("split"), fields, key: "split").status == 303)
            try await MandateSample.follow(sample.platform)
            let child = try #require(try await sample.desk.open(lead).file.children.first { $0.rule == "part" }?.caseID)
            let document = try await desk.open(id, from: MandateSample.region).document
            let path = "/w/mandates/\(id)/tasks/\(document.tasks[0].id)"
            let supervisor = try await sample.browser("jiang-zheng")
            #expect(try await supervisor.see(path).text.contains("撤回采纳"))
            let revision = "\(document.tasks[0].revision)"
            let unsaid = try await supervisor.send(path + "/taking-back", [("revision", revision)], key: "t0")
            #expect(unsaid.status == 422 && unsaid.text.contains("请写明理由"))
            let stale = try await supervisor.send(
                path + "/taking-back", [("revision", "1"), ("take-back-reason", "x")], key: "t1")
            #expect(stale.status == 409 && stale.text.contains("您打开页面以后任务有改动"))
            let wrong = try await handler.send(
                path + "/taking-back", [("revision", revision), ("take-back-reason", "x")], key: "t2")
            #expect(wrong.status == 403)
            let said = [("revision", revision), ("take-back-reason", "牵头单位写错")]
            #expect(try await supervisor.send(path + "/taking-back", said, key: "t3").status == 303)
            #expect(try await supervisor.send(path + "/taking-back", said, key: "t3").status == 303, "sent twice")
            let again = try await supervisor.send(
                path + "/taking-back", [("revision", "3"), ("take-back-reason", "x")], key: "t4")
            #expect(again.status == 409 && again.text.contains("没有采纳"))
            try await MandateSample.follow(sample.platform)
            for caseID in [lead, support, child] { #expect(try await sample.desk.open(caseID).file.isClosed) }
            #expect(try await sample.desk.open(child).file.outcome == "withdrawn")
            let targets = try await sample.platform.database.read {
                try MandateStore.acceptedTargets(after: nil, limit: 9, in: $0).targets
            }
            #expect(targets.isEmpty, "its figures count no more")
            #expect(try await supervisor.see(path).text.contains("牵头单位写错"))
            let waiting = try await desk.open(id, from: MandateSample.region).document
            _ = try await desk.accept(
                MandateSample.shown(waiting.tasks[0].id, of: waiting), MandateSample.assignment,
                from: MandateSample.region, MandateSample.acting("anew"))
            try await MandateSample.follow(sample.platform)
            let task = try await desk.open(id, from: MandateSample.region).document.tasks[0]
            let record = AssignmentFollower.record(of: task, in: id)
            #expect(record.hasSuffix("#1"))
            let anew = AssignmentFollower.caseID(of: record, at: "yuzhong-market")
            #expect(anew != lead)
            #expect(try await sample.desk.open(anew).file.stage == "assigned")
            #expect(try await supervisor.see("/w/ledger/\(anew)").text.contains("压缩至9个工作日"))
            try await sample.platform.features.catalogue.desk.compileAll()
            let report = try await sample.platform.features.rebuild(sample.platform.database).run()
            #expect(report.isClean, "\(report.tables.filter { !$0.isEqual })")
        }
    }

    @Test func `taken back before anything was opened, it opens nothing; what was struck off stays`() async throws {
        try await StaffSample.onSQLite { sample in
            let desk = sample.platform.features.mandates.desk
            let id = try await MandateSample.imported(in: sample.platform)
            var document = try await desk.open(id, from: MandateSample.region).document
            func accept(_ label: String) async throws {
                _ = try await desk.accept(
                    MandateSample.shown(document.tasks[0].id, of: document), MandateSample.assignment,
                    from: MandateSample.region, MandateSample.acting(label))
                document = try await desk.open(id, from: MandateSample.region).document
            }
            func takeBack(_ label: String) async throws {
                _ = try await desk.takeBack(
                    MandateSample.shown(document.tasks[0].id, of: document), reason: "写错",
                    from: MandateSample.region, MandateSample.acting(label))
                document = try await desk.open(id, from: MandateSample.region).document
            }
            try await accept("a1")
            try await takeBack("t1")
            #expect(document.tasks[0].standing == .waiting && document.tasks[0].takingsBack.map(\.reason) == ["写错"])
            try await MandateSample.follow(sample.platform)
            let record = "\(id)/\(document.tasks[0].id)"
            let none = try await sample.platform.features.events.stream(
                AssignmentFollower.caseID(of: record, at: "yuzhong-market"))
            #expect(none.events.isEmpty)
            try await accept("a2")
            try await MandateSample.follow(sample.platform)
            let lead = AssignmentFollower.caseID(of: record + "#1", at: "yuzhong-market")
            let handler = try await sample.browser("liang-yan")
            #expect(try await handler.sign(lead, .result("take", "taken"), key: "take").status == 303)
            let handed = try await handler.sign(
                lead, .action("hand_in"), [("result", "已完成"), ("proof", "单")], key: "hand")
            #expect(handed.status == 303, "\(handed.text)")
            let supervisor = try await sample.browser("jiang-zheng")
            #expect(try await supervisor.sign(lead, .result("check", "done"), key: "check").status == 303)
            try await MandateSample.follow(sample.platform)
            await #expect(throws: Failure.self) { try await takeBack("t2") }
        }
    }

    @Test func `how often a document wants reports is read from its words`() {
        #expect(ReportPeriod.printed(in: "每月5日前将进展情况报送区政府办。") == .monthly)
        #expect(ReportPeriod.printed(in: "各单位按季度向市政府报告。") == .quarterly)
        #expect(ReportPeriod.printed(in: "实行周调度、月通报。") == .weekly)
        #expect(ReportPeriod.printed(in: "每半年上报一次。") == .halfYearly)
        #expect(ReportPeriod.printed(in: "第三季度前报送方案。") == nil)
        #expect(ReportPeriod.printed(in: "每月开展培训；情况及时报送。") == nil)
        #expect(ReportPeriod.printed(in: "") == nil)
    }
}
