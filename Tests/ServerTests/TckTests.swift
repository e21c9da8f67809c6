import Foundation
import Testing
import Values

@testable import Server

/// The conformance tests of decision models, where they are at hand: `$DMN_TCK` names their folder.
struct TckTests {
    @Test func `every case that passed once still passes`() throws {
        guard let folder = ProcessInfo.processInfo.environment["DMN_TCK"] else {
            print("DMN conformance: not run, because DMN_TCK does not name the folder of the tests")
            return
        }
        let topics = try TckSuite(path: folder, moment: Moment(2026, 3, 2, hour: 9, minute: 15)).run()
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let list = try String(contentsOf: here.appendingPathComponent("tck-passed.txt"), encoding: .utf8)
        let passed = Set(TckReport(topics: topics).passedIds)
        let lost = list.split(separator: "\n").map(String.init).filter { !passed.contains($0) }
        #expect(lost == [])
    }

    @Test func `a folder without tests is refused with a sentence`() {
        #expect(throws: Failure.self) {
            try TckSuite(path: "/nowhere", moment: Moment(2026, 3, 2, hour: 9, minute: 15)).run()
        }
    }
}
