import Testing
import Values

@Suite struct DayTests {
    @Test func `the day number of a month is kept, or its last day taken`() {
        #expect(Day(2025, 11, 30).adding(months: 3) == Day(2026, 2, 28))
        #expect(Day(2024, 2, 29).adding(months: 12) == Day(2025, 2, 28))
        #expect(Day(2026, 8, 31).adding(months: 6) == Day(2027, 2, 28))
    }

    @Test func `a date that does not exist is not read`() {
        #expect(Day("2026-02-29") == nil)
        #expect(Day("2026-2-9") == nil)
        #expect(Day("2026-03-02")?.description == "2026-03-02")
        #expect(Day(2026, 11, 21).weekday == 6)
    }

    @Test func `a moment knows its local day`() {
        let moment = Moment(utc: "2026-03-01T16:00:00.000Z")
        #expect(moment?.day == Day(2026, 3, 2))
        #expect(moment?.description == "2026-03-01T16:00:00.000Z")
        #expect(Moment(2026, 3, 2, hour: 9, minute: 15).description == "2026-03-02T01:15:00.000Z")
        #expect(Moment(2026, 3, 2, hour: 9, minute: 15).local == "2026-03-02T09:15:00")
    }
}
