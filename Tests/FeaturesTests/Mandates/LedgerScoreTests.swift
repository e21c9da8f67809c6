import Documents
import Foundation
import Testing
import Values

@testable import Features

/// Labelled documents (see the README of the samples): those that the reader was made with, and those kept from it.
struct LedgerScoreTests {
    private func score(_ part: String) throws -> LedgerScore {
        let folder = LedgerSample.folder + "/" + part
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        var score = LedgerScore()
        for name in names where name.hasSuffix(".labels.json") {
            let base = name.dropLast(".labels.json".count)
            let document = try #require(names.first { $0.hasPrefix(base + ".") && $0 != name })
            let labels = try JSON(parsing: [UInt8](Data(contentsOf: URL(filePath: folder + "/" + name))))
            try score.add(LedgerSample.file(folder + "/" + document), labels: labels, name: document)
        }
        return score
    }

    @Test(arguments: ["developed"])
    func `labelled documents are read as well as promised`(part: String) throws {
        let score = try score(part)
        print("mandates, \(part): \(score.summary)")
        #expect(score.papers >= 4)
        #expect(score.tasks.share >= 0.97, "\(score.differences)")
        #expect(score.units.share >= 0.95, "\(score.differences)")
        #expect(score.deadlines.share >= 0.95, "\(score.differences)")
        #expect(score.targets.share >= 0.90, "\(score.differences)")
        #expect(score.inventedShare <= 0.02, "\(score.differences)")
    }

    @Test func `what is missed and what is invented is counted`() throws {
        let ledger = try LedgerSample.notice("一、任务\n（一）做甲事，年底前覆盖率达到95%。（县数据局负责）\n（二）做乙事。")
        let labels = JSON.map([
            "document": .map(["title": .text(ledger.paper.title)]),
            "tasks": .list([
                .map([
                    "from": "做甲事", "to": "95%。", "lead": .list(["县财政局"]), "support": .list([]),
                    "deadlines": .list([.map(["raw": "年底前", "date": "2026-12-31"])]),
                    "targets": .list([.list([">=", 95, "%"]), .list(["<=", 3, "天"])]),
                ])
            ]),
        ])
        var score = LedgerScore()
        try score.add(ledger, labels: labels, name: "notice")
        #expect(score.tasks == LedgerScore.Count(labelled: 1, found: 1, put: 2))
        #expect(score.units == LedgerScore.Count(labelled: 1, found: 0, put: 1))
        #expect(score.deadlines == LedgerScore.Count(labelled: 1, found: 1, put: 1))
        #expect(score.targets == LedgerScore.Count(labelled: 2, found: 1, put: 1))
    }
}
