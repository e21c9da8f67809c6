import Testing
import Values

@testable import Features

/// The grammar of the genre and its traps, one at a time.
struct LedgerReaderTests {
    @Test(arguments: [
        ("办理时限压缩50%以上。", ["reduce_by 50 %"]), ("办理时限由15个工作日压缩至5个工作日。", ["<= 5 工作日"]),
        ("归集数据不少于3000万条。", [">= 30000000 条"]), ("新增示范点20家以上。", ["increase_by 20 家"]),
        ("覆盖率提高2.5个百分点。", ["increase_by 2.5 个百分点"]), ("重错码率降低至0.01%以下。", ["<= 0.01 %"]),
        ("上线事项突破1,200项。", ["> 1200 项"]), ("每村建成3—5个站点。", [">= 3 个", "<= 5 个"]),
        ("投资规模翻两番。", ["increase_by 300 %"]), ("申请材料减半。", ["reduce_by 50 %"]), ("跑动次数不超过一次。", ["<= 1 次"]),
    ])
    func `a figure is read with its comparison, value and unit`(text: String, targets: [String]) throws {
        let task = try #require(try LedgerSample.task(text))
        #expect(task.shownTargets == targets)
    }

    @Test(arguments: [
        "推进“一件事一次办”改革。", "按照第三条规定办理。", "落实《条例（2020年版）》。", "拨打12345热线。", "设置7×24小时自助区。",
        "对500平方米以下的项目简化手续。", "对160千瓦及以下用户免费接电。", "统筹“四个一批”工程。", "升级2.0版系统。",
    ])
    func `what only describes is no figure`(text: String) throws {
        let task = try #require(try LedgerSample.task(text))
        #expect(task.shownTargets == [])
    }

    @Test func `the value before is a baseline`() throws {
        let task = try #require(try LedgerSample.task("办理时限由15个工作日压缩至5个工作日。"))
        #expect(task.targets.first?.baseline == Decimal(15))
    }

    @Test(arguments: [
        ("2026年6月底前完成。", ["2026年6月底前 2026-06-30"]), ("9月15日前完成。", ["9月15日前 2026-09-15"]),
        ("10月中旬建成。", ["10月中旬 2026-10-20"]), ("到2027年全面建成。", ["到2027年 2027-12-31"]),
        ("三季度末前完成。", ["三季度末前 2026-09-30"]), ("年底前完成。", ["年底前 2026-12-31"]), ("今年内完成。", ["今年内 2026-12-31"]),
        ("每季度末前报送。", ["每季度末前 -"]), ("“十五五”期间建成。", ["“十五五”期间 2030-12-31"]),
        ("自本通知印发之日起三个月内完成。", ["自本通知印发之日起三个月内 2026-06-05"]), ("收到后5日内答复。", ["5日内 -"]),
        ("较2025年底增长。", []), ("自2026年5月1日起施行新规。", []), ("落实2025年3月印发的方案。", []),
        ("将2000年底前建成的小区纳入计划，2月底前完成。", ["2月底前 2026-02-28"]), ("每学期到学校一次。", ["每学期 -"]),
        ("2022—2027年，新增泊位500个。", ["2022—2027年 2027-12-31"]),
    ])
    func `a deadline is resolved to its day`(text: String, deadlines: [String]) throws {
        let task = try #require(try LedgerSample.task(text))
        #expect(task.shownDeadlines == deadlines)
    }

    @Test(arguments: [
        ("（牵头单位：县财政局；配合单位：县税务局、县商务局）", ["县财政局"], ["县税务局", "县商务局"]),
        ("（县财政局牵头，县税务局等部门配合）", ["县财政局"], ["县税务局"]),
        ("（责任单位：各区县（自治县）人民政府、县经济信息委（县中小企业局））", ["各区县（自治县）人民政府", "县经济信息委（县中小企业局）"], []),
        ("（县财政局、县税务局按职责分工负责）", ["县财政局", "县税务局"], []), ("（县规划和自然资源局负责）", ["县规划和自然资源局"], []),
        ("（县财政局会同县税务局负责）", ["县财政局"], ["县税务局"]), ("（以下简称平台）", [], []), ("（见附件）", [], []),
        ("（县财政局牵头，县税务局、各县（市）、区人民政府配合）", ["县财政局"], ["县税务局", "各县（市）、区人民政府"]),
        ("（责任单位：各镇（街道）、县人民政府办公室）", ["各镇（街道）", "县人民政府办公室"], []),
        ("（责任单位：各镇（街道）、县消防大队）", ["各镇（街道）", "县消防大队"], []),
    ])
    func `the bracket at the end names the units`(bracket: String, lead: [String], support: [String]) throws {
        let task = try #require(try LedgerSample.task("推进数据共享。" + bracket))
        #expect(task.lead.map(\.name) == lead)
        #expect(task.support.map(\.name) == support)
    }

    @Test func `units, their bracket and the number are no part of the text`() throws {
        let task = try #require(try LedgerSample.task("推进数据共享。（责任单位：县数据局）"))
        #expect(task.text == "任务。推进数据共享。")
        #expect(task.title == "任务")
        #expect(task.section == "一、重点任务")
        #expect(task.isLeadPrinted == false)
    }

    @Test func `a jump in the numbers is kept and said`() throws {
        let ledger = try LedgerSample.notice("一、任务\n1.推进甲项改革。\n2.推进乙项改革。\n4.推进丁项改革。\n5.推进戊项改革。")
        #expect(ledger.tasks.map(\.id) == ["1", "2", "4", "5"])
        #expect(ledger.doubts.contains { $0.message.en.contains("jump from 2 to 4") })
    }

    @Test func `a decimal or a date at the start of a line is no number of a task`() throws {
        let ledger = try LedgerSample.notice("一、任务\n1.推进甲项改革，增长目标为\n1.5倍以上，力争完成。\n2.推进乙项改革。")
        #expect(ledger.tasks.map(\.id) == ["1", "2"])
    }

    @Test func `headings above and safeguards below are no tasks`() throws {
        let ledger = try LedgerSample.notice(
            "一、总体要求\n（一）指导思想。坚持统筹推进。\n二、任务\n（一）做甲事。（县财政局负责）\n（二）做乙事。（县税务局负责）\n"
                + "三、保障措施\n（一）加强领导。压实责任。")
        #expect(ledger.tasks.map(\.title) == ["做甲事", "做乙事"])
        #expect(ledger.doubts.contains { $0.message.zh.contains("保障措施") })
    }

    @Test func `the particulars are those printed`() throws {
        let paper = try LedgerSample.notice("一、任务\n（一）做甲事，落实《国务院意见》（国发〔2024〕3号）。").paper
        #expect(paper.title == "云溪县人民政府关于做好2026年政务服务工作的通知")
        #expect(paper.number == "云政发〔2026〕12号")
        #expect(paper.issuer == "云溪县人民政府")
        #expect(paper.date == Day(2026, 3, 5))
        #expect(paper.kind == "通知")
        #expect(paper.refersTo.map(\.title) == ["国务院意见"])
        #expect(paper.refersTo.first?.number == "国发〔2024〕3号")
    }

    @Test func `a damaged date is reported and not guessed`() throws {
        let text = "云溪县人民政府关于服务的通知\n云政发〔2026〕2号\n一、任务\n（一）做甲事。\n云溪县人民政府\n2026315日\n"
        let ledger = try LedgerSample.read(Array(text.utf8), name: "a.txt")
        #expect(ledger.paper.date == nil)
        #expect(ledger.doubts.contains { $0.message.en.contains("damaged") })
    }

    @Test func `each part names its exact place`() throws {
        let task = try #require(try LedgerSample.task("年底前覆盖率达到95%以上。（县数据局负责）"))
        #expect(task.passage.from == SourcePoint(line: 5, offset: 3))
        #expect(task.deadlines.first?.passage.from == SourcePoint(line: 5, offset: 6))
        #expect(task.targets.first?.passage.from == SourcePoint(line: 5, offset: 12))
        #expect(
            task.lead.first?.passage
                == SourcePassage(from: SourcePoint(line: 5, offset: 21), to: SourcePoint(line: 5, offset: 24)))
    }

    @Test func `a text without tasks says so`() throws {
        let ledger = try LedgerSample.read(Array("今天天气很好。".utf8), name: "a.txt")
        #expect(ledger.tasks == [])
        #expect(ledger.doubts.contains { $0.message == LedgerWords.noTask })
    }

    @Test func `three hundred pages are read`() throws {
        let item = String(repeating: "推进政务服务标准化规范化便利化建设，优化流程，", count: 8) + "年底前覆盖率达到95%以上。（县数据局牵头，县财政局配合）\n"
        let body = (1...300).map { "\($0).第\($0)项。" + item }.joined()
        let ledger = try LedgerSample.notice("一、任务\n" + body)
        #expect(ledger.tasks.count == 300)
        #expect(ledger.tasks.allSatisfy { $0.targets.count == 1 && $0.deadlines.count == 1 && $0.support.count == 1 })
    }
}
