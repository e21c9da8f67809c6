import Testing
import Values

@Suite struct LegalPeriodTests {
    @Test(arguments: [
        ("20 workdays", 20, LegalPeriod.Unit.workdays), ("15 days", 15, .days), ("3 months", 3, .months),
        ("24 hours", 24, .hours), ("2 years", 2, .years), ("same day", 0, .sameDay), ("9999 days", 9999, .days),
    ]) func `a period is read and written in one form`(text: String, amount: Int, unit: LegalPeriod.Unit) throws {
        let period = try #require(LegalPeriod(text))
        #expect(period.amount == amount)
        #expect(period.unit == unit)
        #expect(period.description == text)
    }

    @Test(arguments: [
        "", "20", "workdays", "0 days", "-1 days", "+1 days", "1.5 days", "20  workdays", " 20 workdays",
        "20 workdays ",
        "10000 days", "20 Workdays", "２０ workdays", "1 sameDay", "1 same day", "20\tworkdays",
    ]) func `what is no period is not read`(text: String) {
        #expect(LegalPeriod(text) == nil)
    }
}
