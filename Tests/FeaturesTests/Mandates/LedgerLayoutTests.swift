import Testing
import Values

@testable import Features

/// Ways in which documents number and part their tasks: each holds the same two.
struct LedgerLayoutTests {
    private static let built = "建设平台，6月底前完成。"
    private static let gathered = "归集数据1亿条。"

    @Test(
        arguments: [
            "一、工作\n第一项：\(built)（县数据局）\n第二项：\(gathered)（县公安局）",
            "一、工作\n任务1：\(built)【责任部门：县数据局】\n任务2：\(gathered)【责任部门：县公安局】",
            "行动一：夯实基础\n1.\(built)（县数据局负责）\n行动二：提升服务\n2.\(gathered)（县公安局负责）",
            "一、工作\n1.推进改革\n1.1\(built)\n责任单位：县数据局\n1.2\(gathered)\n责任单位：县公安局",
            "一、工作\n（一）推进改革\n1）\(built)（县数据局）\n2）\(gathered)（县公安局）",
            "一、工作\n（一）推进改革\n● \(built)（县数据局）\n● \(gathered)（县公安局）",
            "一、工作\n⑴\(built)（县数据局）\n⑵\(gathered)（县公安局）", "㈠\(built)（县数据局）\n㈡\(gathered)（县公安局）",
            "【一】\(built)（县数据局）\n【二】\(gathered)（县公安局）", "一、工作\n01 \(built)（县数据局）\n02 \(gathered)（县公安局）",
            "一、工作\n1-1 \(built)（县数据局）\n1-2 \(gathered)（县公安局）", "一、工作\n一是\(built)（县数据局）\n二是\(gathered)（县公安局）",
            "一、\n工作\n（一）\n\(built)（县数据局）\n（二）\n\(gathered)（县公安局）",
            "一、工作\n1.\(built)——县数据局负责\n2.\(gathered)——县公安局负责",
            "攻坚任务一：\(built)（县数据局）\n攻坚任务二：\(gathered)（县公安局）",
            "一、工作\n★1.\(built)（县数据局）\n★2.\(gathered)（县公安局）", "一、工作\n1.县数据局：\(built)\n2.县公安局：\(gathered)",
            "一、县数据局\n1.\(built)\n二、县公安局\n1.\(gathered)",
            "一、工作\n1.\(built)\n【牵头单位】县数据局\n2.\(gathered)\n【牵头单位】县公安局",
            "一、工作\n1.\(built)（县数据局）\n2.\(gathered)（县公安局）\n各牵头单位要于每月25日前报送进展。",
            "第一章 任务\n第一条 \(built)（县数据局）\n第二条 \(gathered)（县公安局）\n第二章 附则\n第三条 本办法自2026年4月1日起施行。",
            "督办事项一\n督办内容：\(built)\n主办单位：县数据局\n督办事项二\n督办内容：\(gathered)\n主办单位：县公安局",
            "一、工作\n（一）整治慢\n突出问题：进展慢。\n整治措施：\(built)\n责任单位：县数据局\n（二）整治乱\n突出问题：数据乱。\n整治措施：\(gathered)\n责任单位：县公安局",
            "一、甲\n（一）问题描述：慢。\n（二）整改措施：\(built)\n（三）责任单位：县数据局\n（四）整改状态：推进。\n"
                + "二、乙\n（一）问题描述：乱。\n（二）整改措施：\(gathered)\n（三）责任单位：县公安局\n（四）整改状态：推进。",
            "一诺：\(built)\n【承诺单位：县数据局；联系人：王芳】\n二诺：\(gathered)\n【承诺单位：县公安局；联系人：李强】",
            "县数据局：\n1.\(built)\n县公安局：\n1.\(gathered)", "## 县数据局\n- \(built)\n## 县公安局\n- \(gathered)",
            "一、县数据局牵头落实事项（1项）\n1.\(built)\n二、县公安局牵头落实事项（1项）\n1.\(gathered)",
            "一、工作\n（一）\(built)此项工作由县数据局负责。\n（二）\(gathered)由县公安局负责落实，分管领导为副县长王芳。",
            "一、工作\n1.\(built)牵头领导：王芳；责任单位：县数据局。\n2.\(gathered)牵头领导：李强；责任单位：县公安局。",
            "惠企方面\n● \(built)（县数据局 王芳）\n● \(gathered)（县公安局 李强）",
            "第一部分 工作\n1-1 \(built)\n责任单位：县数据局\n1-2 \(gathered)\n责任单位：县公安局\n第二部分 工作要求\n各单位要抓紧。",
            "一、工作\n| 项次 | 怎么干 | 谁牵头 |\n|---|---|---|\n| 1 | \(built) | 县数据局 |\n| 2 | \(gathered) | 县公安局 |",
        ])
    func `tasks are found however they are numbered`(body: String) throws {
        let ledger = try LedgerSample.notice(body)
        #expect(ledger.tasks.map(\.text) == [Self.built, Self.gathered])
        #expect(ledger.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县公安局"]])
    }

    @Test func `several tasks in one paragraph are parted by their units`() throws {
        let ledger = try LedgerSample.notice(
            "一、工作\n（一）强化治理。一是建设平台，年底前覆盖率达到95%（县数据局牵头，县财政局配合）；二是归集数据1亿条（县公安局负责）。")
        #expect(ledger.tasks.map(\.text) == ["建设平台，年底前覆盖率达到95%", "归集数据1亿条"])
        #expect(ledger.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县公安局"]])
        #expect(ledger.tasks.map { $0.support.map(\.name) } == [["县财政局"], []])
    }

    @Test func `units woven into minutes are found and stay in the text`() throws {
        let ledger = try LedgerSample.notice(
            """
            会议议定：
            一、关于平台问题。由县数据局负责、县财政局配合，6月底前建成平台。
            二、关于归集问题。由县公安局会同县民政局制定办法，归集数据1亿条。
            三、由县国投集团负责建设厨房1个，县商务局、县卫健委配合，8月底前完成。
            四、关于配套。由县教育局牵头，县住建局配合，同步建设幼儿园2所、小学1所。
            会议强调，各单位要抓紧。
            出席：王芳、李强
            """
        )
        #expect(ledger.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县公安局"], ["县国投集团"], ["县教育局"]])
        #expect(
            ledger.tasks.map { $0.support.map(\.name) } == [["县财政局"], ["县民政局"], ["县商务局", "县卫健委"], ["县住建局"]])
        #expect(ledger.tasks[1].text == "关于归集问题。由县公安局会同县民政局制定办法，归集数据1亿条。")
    }

    @Test func `a stage says by when, and a section who leads, beside what the task says itself`() throws {
        let ledger = try LedgerSample.notice(
            "一、县数据局（共2项）\n1.建设平台。（6月底前完成，县财政局配合）\n2.归集数据1亿条。（全年推进）\n二、县公安局（共1项）\n1.每月调度，（县民政局配合）")
        #expect(ledger.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县数据局"], ["县公安局"]])
        #expect(ledger.tasks.map { $0.support.map(\.name) } == [["县财政局"], [], ["县民政局"]])
        #expect(ledger.tasks.prefix(2).map(\.shownDeadlines) == [["6月底前 2026-06-30"], ["全年 2026-12-31"]])
        let staged = try LedgerSample.notice(
            "一、步骤\n（一）摸底阶段（5月底前）\n1.排查河道。（县水利局）\n2.4月20日前建立台账。（县水利局）")
        #expect(
            staged.tasks.map(\.shownDeadlines) == [["5月底前 2026-05-31"], ["4月20日前 2026-04-20", "5月底前 2026-05-31"]])
    }

    @Test func `a section in which nobody is named is no task where all others name somebody`() throws {
        let ledger = try LedgerSample.notice(
            "一、工作\n1.\(Self.built)（县数据局）\n2.\(Self.gathered)（县公安局）\n3.培训骨干100人次。（县人社局）\n二、大家做到\n（一）加强领导。各单位要重视。")
        #expect(ledger.tasks.map(\.id) == ["1", "2", "3"])
        #expect(ledger.doubts.contains { $0.message == LedgerWords.noTasks("大家做到") })
    }

    @Test func `blocks that begin with the same label are tasks`() throws {
        let ledger = try LedgerSample.notice(
            "任务名称：甲\n工作内容：\(Self.built)\n牵头单位：县数据局\n任务名称：乙\n工作内容：\(Self.gathered)\n牵头单位：县公安局")
        #expect(ledger.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县公安局"]])
        #expect(ledger.tasks.map(\.title) == ["甲", "乙"])
        #expect(ledger.tasks.map(\.text) == [Self.built, Self.gathered])
    }

    @Test func `a table without heads is read by its cells, and one with heads at its side is turned`() throws {
        let plain = try LedgerSample.notice(
            "| 1 | 建设统一的政务平台，6月底前完成。 | 县数据局 |\n| 2 | 归集各类政务数据1亿条。 | 县公安局 |\n| 3 | 培训业务骨干100人次以上。 | 县人社局 |")
        #expect(plain.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县公安局"], ["县人社局"]])
        let turned = try LedgerSample.notice("| 工作内容 | \(Self.built) |\n| 牵头单位 | 县数据局 |\n| 配合单位 | 县财政局 |")
        #expect(turned.tasks.map(\.text) == [Self.built])
        #expect(turned.tasks.first?.support.map(\.name) == ["县财政局"])
    }

    @Test func `the head of a column may say by when and who takes part`() throws {
        let ledger = try LedgerSample.notice(
            "| 序号 | 任务内容 | 主办部门 | 联办部门 | 6月底前目标 |\n|---|---|---|---|---|\n| 1 | 建设平台。 | 县数据局 | 县财政局 | 接入系统20个 |")
        #expect(ledger.tasks.first?.shownDeadlines == ["6月底前 2026-06-30"])
        #expect(ledger.tasks.first?.support.map(\.name) == ["县财政局"])
        #expect(ledger.tasks.first?.shownTargets == ["= 20 个"])
    }

    @Test func `tasks without numbers are parted by their units`() throws {
        let ledger = try LedgerSample.notice(
            "一、工作\n建设平台\n6月底前完成平台建设。\n责任单位：县数据局\n归集数据\n归集数据1亿条。\n责任单位：县公安局")
        #expect(ledger.tasks.map(\.title) == ["建设平台", "归集数据"])
        #expect(ledger.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县公安局"]])
    }

    @Test func `where the document says that the first one leads the others support`() throws {
        let ledger = try LedgerSample.notice(
            "责任单位中列第一位的为牵头单位。\n一、工作\n1.建设平台。（责任单位：县数据局、县财政局）\n2.归集数据。（责任单位：县公安局、县民政局）")
        #expect(ledger.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县公安局"]])
        #expect(ledger.tasks.map { $0.support.map(\.name) } == [["县财政局"], ["县民政局"]])
        #expect(ledger.tasks.allSatisfy { $0.isLeadPrinted })
    }

    @Test func `a heading may carry the units and a number may stand before a date`() throws {
        let ledger = try LedgerSample.notice(
            "一、工作\n（一）建设平台（牵头单位：县数据局；配合单位：县财政局）\n6月底前建成。\n（二）归集数据。\n1.6月底前归集1亿条。\n2.覆盖率达到90%。\n（县公安局）")
        #expect(ledger.tasks.map(\.title) == ["建设平台", "归集数据"])
        #expect(ledger.tasks.map { $0.lead.map(\.name) } == [["县数据局"], ["县公安局"]])
        #expect(ledger.tasks.last?.shownTargets == ["= 100000000 条", ">= 90 %"])
    }

    @Test func `a sheet says its year in the title above the heads`() throws {
        let ledger = try LedgerSample.file(LedgerSample.folder + "/developed/jinhu-division.xlsx")
        #expect(ledger.paper.title == "金湖县2022年乡村振兴重点工作任务分工表")
        #expect(ledger.tasks.first?.shownDeadlines == ["11月底 2022-11-30"])
    }
}
