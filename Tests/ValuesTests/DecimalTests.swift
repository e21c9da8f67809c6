import Testing

@testable import Values

@Suite struct DecimalTests {
    @Test(arguments: [
        ("0.1", "0.2", "0.3", "-0.1", "0.02", "0.5"),
        ("2000.00", "0.05", "2000.05", "1999.95", "100.0000", "40000"),
        ("1", "3", "4", "-2", "3", "0.3333333333333333333333333333333333"),
        ("2", "-3", "-1", "5", "-6", "-0.6666666666666666666666666666666667"),
        (
            "9999999999999999999999999999999999", "1", "10000000000000000000000000000000000",
            "9999999999999999999999999999999998", "9999999999999999999999999999999999",
            "9999999999999999999999999999999999"
        ),
        (
            "9999999999999999999999999999999999", "9999999999999999999999999999999999",
            "20000000000000000000000000000000000", "0", "9999999999999999999999999999999998e34", "1"
        ),
        ("1e30", "1e-30", "1e30", "1e30", "1", "1e60"),
        ("5", "8", "13", "-3", "40", "0.625"),
    ])
    func `sums, differences, products and quotients`(
        left: String, right: String, sum: String, difference: String, product: String, quotient: String
    ) throws {
        let (left, right) = (try #require(Decimal(left)), try #require(Decimal(right)))
        #expect(left.adding(right) == Decimal(sum))
        #expect(left.subtracting(right) == Decimal(difference))
        #expect(left.multiplied(by: right) == Decimal(product))
        #expect(left.divided(by: right) == Decimal(quotient))
    }

    @Test func `half of the last digit goes to the even one`() throws {
        let large = try #require(Decimal("1000000000000000000000000000000000"))
        #expect(large.adding(Decimal("0.5")!)?.description == "1000000000000000000000000000000000")
        #expect(large.adding(Decimal("1.5")!)?.description == "1000000000000000000000000000000002")
        #expect(large.adding(Decimal("0.50000000000000000001")!)?.description == "1000000000000000000000000000000001")
        #expect(large.adding(Decimal("0.4999999999999999999999")!)?.description == "1000000000000000000000000000000000")
    }

    @Test(arguments: ["0", "12", "-12.50", "0.05", "-0.05", "2000.00", "123456789012345678901234567890.1234"])
    func `a number is written as it was read`(text: String) {
        #expect(Decimal(text)?.description == text)
    }

    @Test(arguments: [
        "", "-", ".", "1.", "1..2", "+1", "1 ", "１", "1e", "1e99999", "0x1",
        "12345678901234567890123456789012345678901",
    ])
    func `what is not a number is not read`(text: String) {
        #expect(Decimal(text) == nil)
    }

    @Test func `equal values are equal and hash alike whatever their scale`() {
        #expect(Decimal("1.0") == Decimal("1.000"))
        #expect(Set([Decimal("1"), Decimal("1.00"), Decimal("10e-1")]).count == 1)
        #expect(Decimal("1.01")! > Decimal("1")!)
        #expect(Decimal("-1.01")! < Decimal("-1")!)
        #expect(Decimal("1e40")! > Decimal("9")!)
        #expect(Decimal("-1e40")! < Decimal("1e-40")!)
        #expect(Decimal("1e3")?.whole == 1000)
        #expect(Decimal("1.5")?.whole == nil)
    }

    @Test(arguments: [
        (Decimal.Rounding.halfEven, "2.5", "2"), (.halfEven, "3.5", "4"), (.halfEven, "-2.5", "-2"),
        (.halfUp, "2.5", "3"), (.halfUp, "-2.5", "-3"), (.halfDown, "2.5", "2"), (.halfDown, "2.51", "3"),
        (.up, "2.1", "3"), (.up, "-2.1", "-3"), (.down, "2.9", "2"), (.down, "-2.9", "-2"),
        (.floor, "-2.1", "-3"), (.floor, "2.9", "2"), (.ceiling, "-2.9", "-2"), (.ceiling, "2.1", "3"),
        (.halfEven, "0.0000000000000000000000000000000000000000000001", "0"),
    ])
    func `a number is rounded in each of the known ways`(rounding: Decimal.Rounding, number: String, rounded: String) {
        #expect(Decimal(number)?.rounded(to: 0, rounding) == Decimal(rounded))
    }

    @Test func `modulo takes the sign of the divisor`() {
        #expect(Decimal("12")!.modulo(Decimal("5")!) == Decimal("2"))
        #expect(Decimal("-12")!.modulo(Decimal("5")!) == Decimal("3"))
        #expect(Decimal("12")!.modulo(Decimal("-5")!) == Decimal("-3"))
        #expect(Decimal("10.1")!.modulo(Decimal("4.5")!) == Decimal("1.1"))
        #expect(Decimal("1")!.modulo(.zero) == nil)
    }

    @Test func `powers end, and what is too large is no number`() {
        #expect(Decimal("2")!.power(10) == Decimal("1024"))
        #expect(Decimal("2")!.power(-1) == Decimal("0.5"))
        #expect(Decimal("10")!.power(7000) == nil)
        #expect(Decimal("1.000001")!.power(.max) == nil)
        #expect(Decimal.zero.power(-1) == nil)
        #expect(Decimal("1e6000")!.multiplied(by: Decimal("1e6000")!) == nil)
        #expect(Decimal.one.divided(by: .zero) == nil)
    }

    @Test func `random sums and products agree with whole numbers`() {
        var generator = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0 ... .max, using: &generator)
        print("DecimalTests seed \(seed)")
        var random = Sequence64(state: seed)
        for _ in 0..<20_000 {
            let (a, b) = (Int(Int32(truncatingIfNeeded: random.next())), Int(Int32(truncatingIfNeeded: random.next())))
            let (left, right) = (Decimal(cents: a), Decimal(cents: b))
            #expect(left.adding(right) == Decimal(cents: a + b))
            #expect(left.multiplied(by: right)?.multiplied(by: Decimal(10_000)) == Decimal(a * b))
            #expect((left < right) == (a < b))
            if b != 0, let product = left.multiplied(by: right) { #expect(product.divided(by: right) == left) }
        }
    }
}

/// A small generator that can be run again from its seed.
private struct Sequence64: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
