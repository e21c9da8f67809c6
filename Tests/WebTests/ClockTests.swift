import Foundation
import Testing
import Values

@testable import Web

@Suite struct ClockTests {
    @Test func `days left count today and leave out what was paused`() {
        let clock = ClockView.sample(pauses: [Day(2026, 8, 3)...Day(2026, 8, 6)])
        // 30, 31 July used; 3 to 6 August paused; 7 used; 10 today; 11 open; five more of the law.
        #expect(
            clock.cells == [.used, .used, .pause, .pause, .pause, .pause, .used, .today, .open]
                + Array(repeating: .legal, count: 5))
        #expect(clock.state == .running(left: 2))
        #expect(clock.usedDays == 3)
        #expect(clock.pausedDays == 4)
        #expect(clock.headline(in: .chinese).text == "还剩 <b>2</b> 个工作日")
        #expect(clock.limits(in: .chinese) == "承诺 8 月 11 日前办结，法定 8 月 18 日前")
    }

    @Test func `the last day is amber and says so`() {
        let clock = ClockView.sample(today: Day(2026, 8, 5))
        #expect(clock.state == .dueToday)
        #expect(clock.lightState == .warn)
        #expect(clock.light(in: .chinese).word == "今天到期")
    }

    @Test func `days past the promise are counted and red`() {
        let clock = ClockView.sample(today: Day(2026, 8, 7))
        #expect(clock.state == .over(by: 2))
        #expect(clock.headline(in: .chinese).text == "超过承诺 2 个工作日")
        #expect(clock.cells.filter { $0 == .over }.count == 2)
        #expect(
            ClockView.sample(promised: nil, today: Day(2026, 8, 13)).headline(in: .chinese).text == "超过法定时限 1 个工作日")
    }

    @Test func `a weekend counts as no day`() {
        #expect(ClockView.sample(today: Day(2026, 8, 1)).state == .running(left: 3))
        #expect(ClockView.sample(today: Day(2026, 8, 8)).state == .over(by: 2))
    }

    @Test func `an ended clock says whether it was in time`() {
        #expect(ClockView.sample(ended: Day(2026, 8, 4)).state == .endedInTime(on: Day(2026, 8, 4)))
        #expect(ClockView.sample(ended: Day(2026, 8, 6)).state == .endedLate(on: Day(2026, 8, 6), by: 1))
        #expect(!ClockView.sample(ended: Day(2026, 8, 4)).cells.contains(.today))
    }

    @Test func `above twenty days one cell is five`() {
        let clock = ClockView.sample(promised: 30, legal: 45)
        #expect(clock.daysPerCell == 5)
        #expect(clock.cells.count == 9)
        #expect(clock.promise?.cell == 5)
        #expect(clock.html(in: .chinese).text.contains("一格是 5 个工作日"))
    }

    @Test func `a year without a calendar is said and not guessed`() {
        let clock = ClockView.sample(started: Day(2026, 12, 25), promised: 10, legal: nil, today: Day(2026, 12, 28))
        #expect(clock.state == .notYetKnown(workdaysLeft: 6, after: Day(2026, 12, 31)))
        #expect(clock.promise == nil)
    }

    @Test func `the small clock has at most twenty cells`() {
        let mini = ClockView.sample(promised: 20, legal: 20, today: Day(2026, 10, 10)).mini(in: .chinese).text
        #expect(mini.components(separatedBy: "<i").count - 1 <= 20)
    }
}
