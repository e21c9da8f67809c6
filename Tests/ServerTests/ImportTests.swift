import Foundation
import Testing
import Values

@testable import Server

/// `tongban import` as an operator types it.
@Suite(.serialized) struct ImportTests {
    private let samples = ServerProgram.root + "/Tests/FeaturesTests/Mandates/Samples/developed"

    @Test func `with json it prints the one object that it promises`() throws {
        let ended = try ServerProgram.run(["import", samples + "/linhai-work-points.txt", "--json"])
        #expect(ended.code == 0, "\(ended.text)")
        let object = try JSONSerialization.jsonObject(with: Data(ended.text.utf8)) as? [String: Any]
        #expect(Set(object?.keys.map { $0 } ?? []) == ["document", "tasks", "doubts"])
        let document = object?["document"] as? [String: Any]
        #expect(Set(document?.keys.map { $0 } ?? []) == ["title", "number", "issuer", "date"])
        #expect(document?["number"] as? String == "临新管发〔2026〕9号")
        let task = try #require((object?["tasks"] as? [[String: Any]])?[3])
        #expect(
            Set(task.keys) == ["id", "section", "title", "text", "lead", "support", "deadlines", "targets"])
        let target = try #require((task["targets"] as? [[String: Any]])?.first)
        #expect(target["comparator"] as? String == "<=")
        #expect(target["value"] as? Double == 6)
        #expect(target["unit"] as? String == "工作日")
    }

    @Test func `without options it prints a summary with places`() throws {
        let ended = try ServerProgram.run(["import", samples + "/jiangzhou-service-plan.txt"])
        #expect(ended.code == 0)
        #expect(ended.text.contains("江政办发〔2025〕18号"))
        #expect(ended.text.contains("8 项任务 tasks"))
        #expect(ended.text.contains("牵头 lead: 市行政审批局"))
        #expect(ended.text.contains("疑点 doubts"))
    }

    @Test func `the score of a folder is printed`() throws {
        let ended = try ServerProgram.run(["import", "--score", samples])
        #expect(ended.code == 0, "\(ended.text)")
        #expect(ended.text.contains("tasks with right bounds"))
    }

    @Test func `a file that is not there and a folder without labels are refused with a sentence`() throws {
        let missing = try ServerProgram.run(["import", samples + "/nothing.docx"])
        #expect(missing.code == 1)
        #expect(missing.text.contains("there is no file"))
        let empty = try ServerProgram.run(["import", "--score", ServerProgram.root + "/docs"])
        #expect(empty.code == 1)
        #expect(empty.text.contains("no file with labels"))
    }
}
