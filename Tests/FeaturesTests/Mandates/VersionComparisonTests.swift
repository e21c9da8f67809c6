import Testing
import Values

@testable import Features

@Suite struct VersionComparisonTests {
    private func tasks(_ text: String) throws -> [MandateTask] {
        LedgerReader.read(try MandateSample.arrival(text).source).tasks.map { MandateTask(read: $0, revision: 1) }
    }

    @Test func `tasks are the same, changed, new or gone`() throws {
        let old = try tasks(MandateSample.notice)
        #expect(old.count == 3)
        let changed = MandateSample.notice
            .replacing("9个工作日以内", with: "7个工作日以内").replacing("2026年6月底前", with: "2026年5月底前")
            .replacing(
                "（三）规范窗口。各窗口要规范收件，逐步减少排队。（责任单位：区人力社保局、有关部门）",
                with: "（三）公开承诺。把每个事项的承诺时限在网上公布，接受监督。（牵头单位：区政务服务办）")
        let new = try tasks(changed)
        let comparison = VersionComparison(from: old, to: new)
        #expect(comparison.pairs.map(\.change) == [.changed([.text, .deadlines, .targets]), .same, .added, .gone])
        #expect(comparison.pairs[3].old?.read.title.contains("规范窗口") == true)
        #expect(comparison.earlier(of: new[0].id)?.id == old[0].id)
        #expect(comparison.earlier(of: new[2].id) == nil)
    }

    @Test func `a task that moved or was renumbered is found by its title or its text`() throws {
        let old = try tasks(MandateSample.notice)
        let moved = MandateSample.notice.replacing("（一）压缩时限", with: "（一）新增一项。建立通报制度，每季度通报。\n（二）压缩时限")
            .replacing("（二）减少材料", with: "（三）少交材料").replacing("（三）规范窗口", with: "（四）规范窗口")
        let comparison = VersionComparison(from: old, to: try tasks(moved))
        #expect(comparison.pairs.map(\.change) == [.added, .same, .changed([.title, .text]), .same])
        #expect(VersionComparison(from: old, to: old).pairs.allSatisfy { $0.change == .same })
        #expect(VersionComparison(from: [], to: old).pairs.allSatisfy { $0.change == .added })
        #expect(VersionComparison(from: old, to: []).pairs.allSatisfy { $0.change == .gone })
    }
}
