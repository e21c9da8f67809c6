import Documents
import Foundation
import Values

@testable import Features

/// Ledgers of texts and of sample files.
enum LedgerSample {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples").path

    /// A notice of 2026-03-05 with this body.
    static func notice(_ body: String) throws -> MandateLedger {
        let head = """
            云溪县人民政府关于做好2026年政务服务工作的通知
            云政发〔2026〕12号
            各乡镇人民政府，县政府各部门：
            现将有关事项通知如下：

            """
        let end = "\n云溪县人民政府\n2026年3月5日\n（此件公开发布）\n"
        return try read(Array((head + body + end).utf8), name: "notice.txt")
    }

    /// One task with this text.
    static func task(_ text: String) throws -> MandateLedger.Task? {
        try notice("一、重点任务\n（一）任务。" + text).tasks.first
    }

    static func read(_ bytes: [UInt8], name: String) throws -> MandateLedger {
        LedgerReader.read(try DocumentReader(limits: .standard).read(bytes, name: name))
    }

    static func file(_ path: String) throws -> MandateLedger {
        let url = URL(filePath: path)
        return try read([UInt8](Data(contentsOf: url)), name: url.lastPathComponent)
    }
}

extension MandateLedger.Task {
    var shownTargets: [String] { targets.map { "\($0.comparator.rawValue) \($0.value.shortest) \($0.unit)" } }
    var shownDeadlines: [String] { deadlines.map { "\($0.raw) \($0.date?.description ?? "-")" } }
}
