import Testing
import Values

/// Vectors worked out with Python's `decimal` at 80 digits and rounded to 34.
struct DecimalRootsTests {
    @Test(arguments: [
        ("2", "1.414213562373095048801688724209698"),
        ("10", "3.162277660168379331998893544432719"),
        ("0.0001", "0.01"),
        ("1e68", "1E+34"),
        ("9999999999999999999999999999999999", "99999999999999999.99999999999999999"),
        ("123456789.123456789", "11111.11106611111096943055498174930"),
        ("3e-7", "0.0005477225575051661134569697828008021"),
    ]) func `a square root has 34 right digits`(number: String, root: String) {
        #expect(Decimal(number)?.squareRoot() == Decimal(root))
    }

    @Test(arguments: [
        ("1", "2.718281828459045235360287471352662"),
        ("-1", "0.3678794411714423215955237701614609"),
        ("0.5", "1.648721270700128146848650787814164"),
        ("10", "22026.46579480671651695790064528424"),
        ("-20.25", "1.605228055185611608653934309109540E-9"),
        ("100", "2.688117141816135448412625551580014E+43"),
        ("0.000001", "1.000001000000500000166666708333342"),
    ]) func `a power of e has 34 right digits`(number: String, power: String) {
        #expect(Decimal(number)?.exponential() == Decimal(power))
    }

    @Test(arguments: [
        ("2", "0.6931471805599453094172321214581766"),
        ("10", "2.302585092994045684017991454684364"),
        ("0.5", "-0.6931471805599453094172321214581766"),
        ("1.000001", "9.999995000003333330833335333331667E-7"),
        ("123456789", "18.63140176616801803319393334796320"),
        ("1e-30", "-69.07755278982137052053974364053093"),
        ("9.999999", "2.302584992994040684017658121326031"),
    ]) func `a logarithm has 34 right digits`(number: String, logarithm: String) {
        #expect(Decimal(number)?.logarithm() == Decimal(logarithm))
    }

    @Test func `what is no number is nil`() {
        #expect(Decimal(-1).squareRoot() == nil)
        #expect(Decimal.zero.logarithm() == nil)
        #expect(Decimal(20_000).exponential() == nil)
        #expect(Decimal(-20_000).exponential() == .zero)
    }
}
