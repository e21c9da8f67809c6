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

    @Test func `beside the promise it is said that the law's limit is past too`() {
        let late = ClockView.sample(today: Day(2026, 8, 14))
        #expect(late.state == .over(by: 7) && late.daysOverLaw == 2)
        #expect(late.headline(in: .chinese).text == "超过承诺 7 个工作日，已超过法定时限 2 个工作日")
        #expect(late.headline(in: .english).text.contains("2 working days past the legal limit"))
        let done = ClockView.sample(ended: Day(2026, 8, 13))
        #expect(done.headline(in: .chinese).text.hasSuffix("，已超过法定时限 1 个工作日"))
        #expect(ClockView.sample(today: Day(2026, 8, 12)).daysOverLaw == 0)
    }

    @Test func `list and headline count in the same unit`() {
        let clock = ClockView.sample(today: Day(2026, 8, 7))
        #expect(clock.light(in: .chinese).word == "超期 2 个工作日")
        #expect(ClockView.sample(today: Day(2026, 7, 31)).light(in: .chinese).word == "剩 4 个工作日")
    }

    @Test func `what was broken off was not done in time, and what ran out was not done`() {
        let broken = ClockView.sample(ended: Day(2026, 8, 4), way: .brokenOff)
        #expect(broken.state == .brokenOff(on: Day(2026, 8, 4)))
        #expect(!broken.headline(in: .chinese).text.contains("按时办结"))
        let silent = ClockView.sample(ended: Day(2026, 8, 5), way: .ranOut, today: Day(2026, 12, 1))
        #expect(silent.state == .ranOut(on: Day(2026, 8, 5)) && silent.lightState == .bad)
        #expect(silent.headline(in: .chinese).text == "8 月 5 日期限届满，没有办理")
    }

    @Test func `the applicant's own time is no promise of the office`() {
        let clock = ClockView.sample(legal: nil, whose: .applicant, today: Day(2026, 7, 31))
        let html = clock.html(in: .chinese).text
        #expect(!html.contains("承诺") && html.contains("截止") && html.contains("期限 5 个工作日"))
        let over = ClockView.sample(legal: nil, whose: .applicant, today: Day(2026, 8, 7))
        #expect(over.headline(in: .chinese).text == "超过期限 2 个工作日")
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
