import Casework
import Foundation
import Testing
import Values

@testable import Features

/// One snapshot for each state of an officer's page, through the router; only what stands in `main`, without the
/// token and key of the rendering.
@Suite struct StaffPageTests {
    @Test func `pages look as they were looked at`() async throws {
        try await StaffSample.onSQLite { sample in
            let clerk = try await sample.browser("wu-jing")
            try expect(await clerk.see("/w/inbox"), "staff-inbox-empty")
            try expect(await clerk.see("/w/window"), "staff-window")
            let id = try await sample.filed("snapshot")
            try expect(await clerk.see("/w/inbox"), "staff-inbox")
            try expect(await clerk.see("/w/case/\(id)"), "staff-case-filed")
            try expect(await clerk.see("/w/case/\(id)/sign?action=tell_deficiency"), "staff-sign-deficiency")
            let wrong = try await clerk.sign(
                id, .action("refuse_acceptance"), [("reason", "<b>理由</b>"), ("articles", "")], key: "wrong")
            try expect(wrong, "staff-sign-problems")
            _ = try await clerk.sign(id, .action("accept"), key: "accept")
            sample.clock.set(Moment(2026, 3, 12, hour: 10))
            let reviewer = try await sample.browser("zheng-qiang")
            try expect(await reviewer.see("/w/inbox?view=overdue"), "staff-inbox-overdue")
            try expect(await reviewer.see("/w/case/\(id)"), "staff-case-overdue")
            let approver = try await sample.browser("he-wei")
            try expect(await approver.see("/w/case/\(id)/sign?task=approve&number=1&result=grant"), "staff-sign-gone")
            _ = try await reviewer.sign(id, .result("review", "fails"), [("reason", "面积与登记不符")], key: "fails")
            try expect(await approver.see("/w/case/\(id)"), "staff-case-refusal")
            try expect(
                await approver.see("/w/case/\(id)/sign?task=approve&number=1&result=refuse"), "staff-sign-refuse")
            let refused = try await approver.sign(
                id, .result("approve", "refuse"), [("reason", "面积与登记不符"), ("articles", "《行政许可法》第三十八条第二款")],
                key: "refuse")
            #expect(refused.status == 303)
            try expect(await approver.see("/w/case/\(id)?done=tasks.approve.refuse"), "staff-case-refused")
        }
    }

    private func expect(
        _ answer: RouteAnswer, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let main = answer.text.components(separatedBy: "<main").last ?? ""
        var shown = (main.components(separatedBy: "</main>").first ?? "").replacingOccurrences(of: "><", with: ">\n<")
        for field in ["form-token", "form-key"] {
            shown = shown.replacingOccurrences(
                of: "name=\"\(field)\" value=\"[0-9a-f]*\"", with: "name=\"\(field)\" value=\"\"",
                options: .regularExpression)
        }
        shown = "\(answer.status)\n<main" + shown + "\n"
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "Snapshots").appending(path: name + ".html")
        if ProcessInfo.processInfo.environment["TONGBAN_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try shown.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let stored = try? String(contentsOf: file, encoding: .utf8)
        #expect(
            stored == shown, "\(name) differs; look at it, then run again with TONGBAN_RECORD=1",
            sourceLocation: sourceLocation)
    }
}
