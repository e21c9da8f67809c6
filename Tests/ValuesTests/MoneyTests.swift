import Testing
import Values

@Suite struct MoneyTests {
    @Test(
        arguments: [
            ("2000", 200_000), ("2000.5", 200_050), ("2000.05", 200_005), ("-3.05", -305), ("0", 0), ("-0", 0),
            ("1,234,567.89", 123_456_789), ("¥12.30", 1230), ("１２．３０元", 1230),
            ("9999999999999.99", 999_999_999_999_999),
            ("007", 700),
        ] as [(String, Int64)]) func `an amount is read exactly`(text: String, cents: Int64)
    {
        #expect(Money(text)?.cents == cents)
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "1.005", "1,23", "12,34,567", ",123", "1e3", "+1", "--1", "１.2.3", "99999999999999", "NaN",
        "一百", "-", "¥", "1,2345",
    ]) func `what is no exact amount is not read`(text: String) {
        #expect(Money(text) == nil)
    }

    @Test func `the printed form is read again as the same amount`() {
        var state: UInt64 = 0x5EED
        for _ in 0..<2_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let money = Money(cents: Int64(bitPattern: state >> 15) * (state % 2 == 0 ? 1 : -1))
            guard money.cents.magnitude < 1_000_000_000_000_000 else { continue }
            #expect(Money(money.description) == money, "seed 0x5EED, \(money.cents) cents")
            #expect(Money(money.wording.zh) == money, "seed 0x5EED, \(money.cents) cents")
        }
    }

    @Test(
        arguments: [
            (200_000, "2000.00", "2,000.00元"), (-5, "-0.05", "-0.05元"), (100_000_050, "1000000.50", "1,000,000.50元"),
            (99_999, "999.99", "999.99元"),
        ] as [(Int64, String, String)]) func `an amount is printed`(cents: Int64, exact: String, chinese: String)
    {
        #expect(Money(cents: cents).description == exact)
        #expect(Money(cents: cents).wording.zh == chinese)
    }

    @Test(arguments: [
        ("0", "零元整"), ("2000", "贰仟元整"), ("1680.32", "壹仟陆佰捌拾元叁角贰分"), ("100500.30", "壹拾万零伍佰元叁角"),
        ("0.05", "伍分"), ("0.50", "伍角"), ("1409.50", "壹仟肆佰零玖元伍角"), ("6007.14", "陆仟零柒元壹角肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"), ("100000000", "壹亿元整"),
        ("1000000010000", "壹万亿零壹万元整"), ("1234500000000", "壹万贰仟叁佰肆拾伍亿元整"), ("-10", "负壹拾元整"),
        ("10001", "壹万零壹元整"),
    ]) func `an amount is written in capital numerals`(text: String, capitals: String) {
        #expect(Money(text)?.capitals == capitals)
    }

    @Test func `amounts are added and compared as cents`() {
        #expect(Money(cents: 10) + Money(cents: 20) - Money(cents: 5) == Money(cents: 25))
        #expect(Money(cents: 333) * 3 == Money(cents: 999))
        #expect(Money(cents: -1) < .zero)
    }
}
