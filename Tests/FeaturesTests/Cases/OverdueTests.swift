import Casework
import Foundation
import Storage
import Testing
import Values

@testable import Features

/// What is late is first, red and counted, for as long as somebody has still to do it.
@Suite struct OverdueTests {
    @Test func `a task whose law's limit has passed keeps its day, is overdue and comes first`() async throws {
        try await StaffSample.onBothEngines { sample in
            let clerk = try await sample.browser("wu-jing")
            let late = try await sample.filed("late")
            _ = try await clerk.sign(late, .action("accept"), key: "accept-late")
            // Both limits of the decision have passed: 5 March was promised, 30 March is the law's last day.
            let today = Moment(2026, 4, 10, hour: 9)
            sample.clock.set(today)
            try await sample.platform.features.cases.desk.pass(
                late, at: today, entropy: PlatformSample.entropy("pass"))
            let soon = try await sample.filed("soon", area: 80)
            _ = try await sample.browser("wu-jing").sign(soon, .action("accept"), key: "accept-soon")
            let reviewer = try await sample.browser("zheng-qiang")
            let all = try await reviewer.see("/w/inbox").text
            let first = try #require(all.range(of: late)).lowerBound
            #expect(first < (try #require(all.range(of: soon)).lowerBound))
            #expect(!all.contains("没有时限"))
            let overdue = try await reviewer.see("/w/inbox?view=overdue").text
            #expect(overdue.contains(late))
            #expect(!overdue.contains(soon))
            // The list and the page of the case say the same number in the same unit.
            let page = try await reviewer.see("/w/case/\(late)").text
            let days = try #require(self.days("超过承诺 ", in: page))
            #expect(overdue.contains("超期 \(days)"))
            #expect(page.contains("，已超过法定时限 "))
            let row = try await sample.platform.database.read { try CaseStore.row(late, in: $0) }
            #expect(row?.promisedDue == Day(2026, 3, 5))
            #expect(row?.legalDue == Day(2026, 3, 30))
        }
    }

    /// `25 个工作日` behind a word.
    private func days(_ word: String, in text: String) -> String? {
        guard let start = text.range(of: word)?.upperBound else { return nil }
        let rest = text[start...]
        guard let end = rest.range(of: "个工作日")?.upperBound else { return nil }
        return String(rest[..<end])
    }

    @Test func `a delivery that is late is late, although the decision was in time`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("delivery")
            _ = try await sample.browser("wu-jing").sign(id, .action("accept"), key: "a")
            _ = try await sample.browser("zheng-qiang").sign(id, .result("review", "meets"), key: "r")
            _ = try await sample.browser("he-wei").sign(id, .result("approve", "grant"), key: "g")
            let today = Moment(2026, 4, 10, hour: 9)
            sample.clock.set(today)
            try await sample.platform.features.cases.desk.pass(id, at: today, entropy: PlatformSample.entropy("p"))
            let clerk = try await sample.browser("wu-jing")
            #expect(try await clerk.see("/w/inbox?view=overdue").text.contains(id))
            let page = try await clerk.see("/w/case/\(id)").text
            #expect(page.contains("颁发送达期限"))
            #expect(page.contains("超过法定时限 "))
        }
    }
}
