import Foundation
import Testing
import Values

@testable import Features

/// Four real documents in four layouts, where they are at hand: `$POLICIES` names their folder.
struct RealPaperTests {
    /// nil when the document is not there; then a sentence says that nothing was tested.
    private func ledger(_ number: String) throws -> MandateLedger? {
        let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["POLICIES"] ?? beside.appending(path: "shared/policies").path
        let path = folder + "/" + number + ".txt"
        guard FileManager.default.fileExists(atPath: path) else {
            print("NOT RUN: \(number), because POLICIES does not name the folder of the policy documents")
            return nil
        }
        return try LedgerSample.file(path)
    }

    @Test func `numbered text with units in brackets`() throws {
        guard let ledger = try ledger("渝府办发〔2020〕30号") else { return }
        #expect(ledger.paper.number == "渝府办发〔2020〕30号")
        #expect(ledger.paper.title == "重庆市人民政府办公厅关于印发2020年重庆市政务服务工作要点的通知")
        #expect(ledger.paper.date == Day(2020, 3, 17))
        #expect(ledger.tasks.map(\.id) == (1...20).map(String.init))
        #expect(ledger.tasks[0].shownTargets == [">= 100 项", "reduce_by 70 %", "= 100 %"])
        #expect(ledger.tasks[1].shownDeadlines == ["2020年9月底前 2020-09-30"])
        #expect(ledger.tasks[2].shownTargets == ["> 1200 项", "> 12000000 户", ">= 80 %"])
        #expect(ledger.tasks[9].shownTargets == ["<= 0.01 %"])
        #expect(ledger.tasks[0].lead.map(\.name) == ["市政府职转办", "市政府电子政务中心", "市政府有关部门", "各区县政府"])
        #expect(ledger.tasks[19].text.hasSuffix("严肃追责问责。"))
    }

    @Test func `numbered text without units`() throws {
        guard let ledger = try ledger("渝府办发〔2020〕63号") else { return }
        #expect(ledger.tasks.map(\.id) == (1...47).map(String.init))
        #expect(ledger.tasks.allSatisfy { $0.lead.isEmpty && $0.support.isEmpty })
        #expect(ledger.tasks[4].text.contains("建设用地规划许可和用地批准"))
        #expect(ledger.tasks[25].shownTargets == ["<= 400 美元"])
        #expect(ledger.tasks[41].shownTargets == ["<= 10 天", "<= 45 天"])
        #expect(ledger.tasks[41].shownDeadlines == ["2020年底前 2020-12-31"])
        #expect(ledger.tasks[46].text.hasSuffix("不折不扣落实到位。"))
        #expect(ledger.paper.date == Day(2020, 5, 18))
    }

    @Test func `a body that a flattened annex table repeats`() throws {
        guard let ledger = try ledger("万盛经开办发〔2021〕24号") else { return }
        #expect(ledger.tasks.map(\.id) == (1...51).map(String.init))
        #expect(ledger.tasks[5].shownTargets == ["<= 9 工作日", "<= 8 工作日", "<= 30 工作日", "<= 13 工作日"])
        #expect(ledger.tasks[5].lead.map(\.name) == ["经济信息局", "城市管理局"])
        #expect(ledger.tasks[5].support.map(\.name) == ["国网重庆万盛供电分公司", "渝川燃气万盛公司", "重庆市万盛自来水公司"])
        #expect(ledger.tasks[18].text.hasSuffix("加强全过程监管。"))
        #expect(ledger.tasks[19].section == "一、打造便利的市场环境 / （六）强化包容普惠创新")
        #expect(ledger.tasks[21].shownDeadlines == ["今年内 2021-12-31", "今年10月底前 2021-10-31"])
        #expect(ledger.tasks[30].support == [])
        #expect(ledger.tasks[50].support.map(\.name) == ["党工委政法办"])
        #expect(ledger.doubts.contains { $0.message.zh.contains("没有编号") })
    }

    @Test func `a tab-separated table with page heads inside rows and several sub-rows a row`() throws {
        guard let ledger = try ledger("渝中府发〔2022〕31号") else { return }
        #expect(ledger.tasks.map(\.id) == (1...10).map { "2.\($0)" } + (1...77).map(String.init))
        let table = ledger.tasks.suffix(77).map { $0 }
        #expect(table[2].lead.map(\.name) == ["区财政局", "区发展改革委"])
        #expect(table[13].title == "建立市场准入效能评估制度")
        #expect(table[13].text.contains("进行定期排查。根据"))
        #expect(table[38].lead.map(\.name) == ["区公共资源交易监管局", "区财政局", "区公共资源交易中心"])
        #expect(table[42].lead.map(\.name) == ["区市场监管局", "区生态环境局", "区应急局"])
        #expect(table[44].text.contains("消防安全检查，实行告知承诺管理"))
        #expect(table[51].lead.map(\.name) == ["区市场监管局", "区税务局"])
        #expect(ledger.tasks[9].text.hasSuffix("切实提升融资效率。"))
        #expect(ledger.tasks[9].lead.last?.name == "市不动产登记中心")
    }
}
