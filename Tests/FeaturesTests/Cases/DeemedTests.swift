import Casework
import Foundation
import Proofs
import Storage
import Testing
import Values

@testable import Features

/// What time brought about (视为) is told as that, with the day that the law gives, however late it was written.
@Suite struct DeemedTests {
    private func text(_ template: String, of file: CaseFile) -> String? {
        file.documents.last { $0.template == template }?.fields[Language.chinese.rawValue]?.text
    }

    @Test func `a deemed acceptance names the day of receipt, and that the office was silent`() async throws {
        try await PlatformSample.onSQLite { platform in
            let desk = platform.features.cases.desk
            let new = platform.newLicence("silent")
            _ = try await desk.file(new, by: platform.agent("file", at: PlatformSample.now))
            try await desk.pass(
                new.id.text, at: Moment(2026, 4, 10, hour: 9), entropy: PlatformSample.entropy("late-leader"))
            let text = try #require(self.text("acceptance", of: try await desk.open(new.id.text).file))
            #expect(text.contains("没有在规定的期限内答复"))
            #expect(text.contains("《行政许可法》第三十二条第四项"))
            #expect(text.contains("2026年3月2日"))
            #expect(!text.contains("4月10日"))
        }
    }

    @Test func `an acceptance by an officer says from which day the time runs`() async throws {
        try await PlatformSample.onSQLite { platform in
            let desk = platform.features.cases.desk
            let new = platform.newLicence("accepted")
            _ = try await desk.file(new, by: platform.agent("file", at: PlatformSample.now))
            _ = try await desk.run(
                .act(Act(action: "accept", said: [:], brings: [], seen: [:])), on: new.id.text,
                by: platform.officer("wu-jing", "accept", at: Moment(2026, 3, 4, hour: 10)))
            let text = try #require(self.text("acceptance", of: try await desk.open(new.id.text).file))
            #expect(text.contains("我们 2026年3月4日 受理，办理期限从收到材料的 2026年3月2日 起计算"))
            #expect(!text.contains("视为"))
        }
    }

    @Test func `a case that lapses ends on the day after its last day, and was not done in time`() async throws {
        try await StaffSample.onSQLite { sample in
            let desk = sample.platform.features.cases.desk
            let clerk = try await sample.browser("wu-jing")
            let id = try await sample.filed("lapse")
            // Said by the verb: the form does not offer what the city holds.
            let said: [String: JSON] = ["missing": ["business-licence"], "not_visible_before": false]
            _ = try await desk.run(
                .act(Act(action: "tell_deficiency", said: said, brings: [], seen: [:])), on: id,
                by: sample.platform.officer("wu-jing", "tell", at: PlatformSample.now))
            let last = try #require(try await desk.open(id).file.clocks["complete"]?.due.promised?.day)
            let page = try await clerk.see("/w/case/\(id)").text
            #expect(page.contains("截止"))
            #expect(!page.contains("承诺 "))
            let today = Moment(2026, 4, 20, hour: 9)
            sample.clock.set(today)
            try await desk.pass(id, at: today, entropy: PlatformSample.entropy("lapse-pass"))
            let file = try await desk.open(id).file
            #expect(file.outcome == "lapsed")
            let text = try #require(self.text("termination", of: file))
            let (year, month, day) = last.next.parts
            #expect(text.contains("从 \(year)年\(month)月\(day)日 起终止办理"))
            let after = try await clerk.see("/w/case/\(id)").text
            #expect(!after.contains("按时办结"))
            #expect(!after.contains("日期待定"))
        }
    }
}
