import Testing
import Values

@testable import Features

/// Figures and deadlines by the grammar of the genre rather than by lists of phrases: how verbs, units and places in
/// the clause are put together.
struct LedgerGrammarTests {
    @Test(arguments: [
        ("将简易注销公示时间由45天压缩为20天。", ["<= 20 天"]), ("将审批环节由平均5个降为2个。", ["<= 2 个"]), ("应急物资储备点补齐到34个。", [">= 34 个"]),
        ("办理时限再压缩四分之三。", ["reduce_by 75 %"]), ("综合窗口占比不低于八成五。", [">= 85 %"]), ("材料减少1/3。", ["reduce_by 33.33 %"]),
        ("农田灌溉水有效利用系数提高到0.55以上。", [">= 0.55 "]), ("新设企业开办时间控制在4个小时以内。", ["<= 4 小时"]),
        ("PM2.5平均浓度控制在35微克/立方米以下。", ["<= 35 微克/立方米"]), ("比例达到应交流人数的15%。", [">= 15 %"]),
        ("固定资产投资增速保持在6%以上。", [">= 6 %"]), ("专利授权量较上年增长1.5倍。", ["increase_by 150 %"]),
        ("企业数量翻一番。", ["increase_by 100 %"]), ("满意度位居全市前三名。", ["<= 3 名"]), ("综合排名进入全省前10%。", ["<= 10 %"]),
        ("压减行政审批事项23项。", ["reduce_by 23 项"]), ("整改问题户厕2186户。", ["= 2186 户"]), ("年底前3个县区通过国家评估。", ["= 3 个"]),
        ("培训基层干部不少于2期、300人次。", [">= 2 期", ">= 300 人次"]), ("每万人拥有公共充电桩15个。", ["= 15 个"]),
        ("合同签订后5个工作日内核发许可证。", ["<= 5 工作日"]), ("将纳税时间压减到每年140小时。", ["<= 140 小时"]),
        ("全年完成投资80亿元。", ["= 8000000000 元"]), ("改造提升高标准农田12000亩。", ["= 12000 亩"]),
    ])
    func `a figure is read by how its clause is built`(text: String, targets: [String]) throws {
        let task = try #require(try LedgerSample.task(text))
        #expect(task.shownTargets == targets)
    }

    @Test(arguments: [
        "对注册资本500万元以上企业实行分类监管。", "对30个重点项目实行清单管理。", "在全市18个街道推广试点。", "目前已建成服务站260个。",
        "在已上线13件事项的基础上拓展。", "全面消除56人以上大班额。", "对小规模纳税人减按1%征收。", "对符合条件的企业给予30%的贴息补助。",
        "按照投资额的5%给予奖励。", "召开由15个部门参加的协调会。", "涉及的36个部门全部接入。", "对使用10年以上的塔式起重机全部评估。",
        "本行动为期6个月。", "将审批权限由市级下放至12个区县。",
    ])
    func `a figure that says for whom, where, or what is there already is none to be reached`(text: String) throws {
        let task = try #require(try LedgerSample.task(text))
        #expect(task.shownTargets == [])
    }

    @Test func `a figure that may be meant is a doubt with its place`() throws {
        let ledger = try LedgerSample.notice("一、重点任务\n（一）任务。对30个重点项目实行清单管理。")
        #expect(ledger.tasks.first?.targets == [])
        #expect(ledger.doubts.contains { $0.message.zh.contains("“30个”") && $0.place.zh == "第6行第8字" })
    }

    @Test func `all without a figure is a doubt and no figure`() throws {
        let ledger = try LedgerSample.notice("一、重点任务\n（一）任务。实现行政村网络全覆盖。")
        #expect(ledger.tasks.first?.targets == [])
        #expect(ledger.doubts.contains { $0.message.zh.contains("全覆盖") })
    }

    @Test(arguments: [
        ("于2026年3月至10月开展专项整治。", ["2026年3月至10月 2026-10-31"]), ("三年内建成一流体系。", ["三年内 -"]),
        ("每年3月底前公布报告。", ["每年3月底前 -"]), ("每月5日前报送进展。", ["每月5日前 -"]), ("力争2027年上半年投产。", ["2027年上半年 2027-06-30"]),
        ("今年四季度启动试运行。", ["今年四季度 2026-12-31"]), ("到2028年末建成。", ["到2028年末 2028-12-31"]),
        ("自公布之日起6个月内出台办法。", ["自公布之日起6个月内 2026-09-05"]), ("用三年时间实现目标。", []), ("比2025年提高。", []),
    ])
    func `a deadline is read by its parts`(text: String, deadlines: [String]) throws {
        let task = try #require(try LedgerSample.task(text))
        #expect(task.shownDeadlines == deadlines)
    }

    @Test(arguments: [
        ("（水利部牵头，发展改革委、国家林业局参加）", ["水利部"], ["发展改革委", "国家林业局"]),
        ("（县数据局会同有关部门组织实施）", ["县数据局"], ["有关部门"]), ("（县数据局、县财政局按各自职责分工抓好落实）", ["县数据局", "县财政局"], []),
        ("【责任部门：县数据局】", ["县数据局"], []), ("（责任单位为县公安局）", ["县公安局"], []),
        ("（牵头单位 县数据局，配合单位 县财政局）", ["县数据局"], ["县财政局"]), ("（县数据局等有关单位和部门负责）", ["县数据局"], []),
        ("（组织实施）", [], []), ("（按规定执行）", [], []),
    ])
    func `what units do is a verb put together of acts and manners`(
        bracket: String, lead: [String], support: [String]
    ) throws {
        let task = try #require(try LedgerSample.task("推进数据共享。" + bracket))
        #expect(task.lead.map(\.name) == lead)
        #expect(task.support.map(\.name) == support)
    }
}
