import Testing
import Values

@Suite struct MomentTests {
    @Test(arguments: [
        "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z", "2026-03-02T01:15:00.123Z", "9999-12-31T15:59:59.999Z",
    ]) func `the recorded form is read again`(text: String) throws {
        #expect(try #require(Moment(utc: text)).description == text)
    }

    @Test(arguments: [
        "", "2026-03-02T01:15:00Z", "2026-03-02T01:15:00.1Z", "2026-03-02 01:15:00.123Z", "2026-02-29T01:15:00.123Z",
        "2026-03-02T24:00:00.000Z", "2026-03-02T01:60:00.000Z", "2026-03-02T01:15:60.000Z", "2026-03-02T01:15:00,123Z",
        "2026-03-02T01:15:00.123+", "２026-03-02T01:15:00.12Z",
    ]) func `another form is not read as recorded`(text: String) {
        #expect(Moment(utc: text) == nil)
    }

    @Test func `a local day begins eight hours before the same day in UTC`() {
        #expect(Moment(local: "2026-03-02")?.description == "2026-03-01T16:00:00.000Z")
        #expect(Moment(local: "2026-03-02T09:15")?.local == "2026-03-02T09:15:00")
        #expect(Moment(local: "2026-03-02T09:15:30")?.localTime == "09:15")
        #expect(Moment(local: "2026-03-02T09:1") == nil)
        #expect(Moment(local: "2026-03-02T25:00") == nil)
    }

    @Test func `a day ends when the next begins`() {
        let end = Moment.endOf(Day(2026, 12, 31))
        #expect(end == Moment(2027, 1, 1))
        #expect(end.day == Day(2027, 1, 1))
        #expect(end.adding(milliseconds: -1).day == Day(2026, 12, 31))
        #expect(end.adding(milliseconds: -1).millisecondsOfDay == 86_399_999)
    }

    @Test func `instants before 1970 have their day too`() {
        let moment = Moment(1949, 10, 1, hour: 15)
        #expect(moment.day == Day(1949, 10, 1))
        #expect(moment.millisecondsOfDay == 15 * 3_600_000)
    }
}
