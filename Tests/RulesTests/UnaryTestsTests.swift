import Testing
import Values

@testable import Rules

@Suite struct UnaryTestsTests {
    /// `value ~ cell => result`; the value is an expression.
    @Test(arguments: Row.all(cells))
    func `a cell tests one value`(row: Row) throws {
        let parts = row.left.split(separator: "~", maxSplits: 1).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let value = try Expression.compile(parts[0], scope: Sample.scope).get().evaluate(in: Sample.environment)
        let tests = try UnaryTests.compile(parts[1], of: .any, scope: Sample.scope).get()
        #expect(try tests.evaluate(value, in: Sample.environment).source == row.right)
    }

    @Test func `a cell is checked against the type of its input`() {
        func found(_ cell: String, _ type: FactType) -> String? {
            if case .failure(let problems) = UnaryTests.compile(cell, of: type, scope: Sample.scope) {
                return problems.all.first?.message.en
            }
            return nil
        }
        #expect(found(#""E""#, .choice(["A", "B"])) == "`E` is not one of the choices")
        #expect(found(#""A", "E""#, .choice(["A", "B"])) == "`E` is not one of the choices")
        #expect(found(#"not("E")"#, .choice(["A", "B"])) == "`E` is not one of the choices")
        #expect(found("< 12", .text) == "a text is compared with a number")
        #expect(found("[1..2]", .day) == "a day is compared with a number")
        #expect(found("true", .number) == "a number is compared with true or false")
        #expect(found("< 12", .number) == nil)
        #expect(found("-", .number) == nil)
        #expect(found("xs", .number) == nil)
        #expect(found("? + 1", .number) == "a condition is expected, not a number")
    }
}

private let cells = #"""
    5 ~ - => true
    area ~ - => true
    5 ~ 5 => true
    5 ~ 6 => false
    "x" ~ "x" => true
    "x" ~ "a", "x" => true
    "x" ~ 5 => false
    5 ~ < 12 => true
    12 ~ < 12 => false
    12 ~ <= 12 => true
    12 ~ [12..60) => true
    60 ~ [12..60) => false
    12 ~ ]12..60[ => false
    5 ~ < 3, > 4 => true
    5 ~ not(5) => false
    5 ~ not(< 3, > 7) => true
    5 ~ not(? = 4) and true => true
    true ~ true => true
    false ~ true => false
    false ~ false => true
    null ~ null => true
    5 ~ null => false
    null ~ 5 => false
    null ~ < 5 => null
    null ~ - => true
    area ~ 5 => unknown(area)
    area ~ < 5 => unknown(area)
    area ~ not(5) => unknown(area)
    area ~ null => unknown(area)
    5 ~ area => unknown(area)
    5 ~ 5, area => true
    5 ~ ? > 3 => true
    5 ~ ? > 3 and ? < 5 => false
    "abc" ~ contains(?, "b") => true
    5 ~ ? in xs => false
    2 ~ xs => true
    9 ~ xs => false
    5 ~ 年龄 => false
    30 ~ 年龄 => true
    30 ~ < 年龄 + 1 => true
    d ~ today => true
    d ~ >= date("2026-01-01") => true
    d ~ [date("2026-01-01")..date("2026-02-01")] => false
    5 ~ -5 => false
    -5 ~ -5 => true
    fee ~ 2000 => true
    5 ~ [1..3], [5..7] => true
    5 ~ if yes then 5 else 6 => true
    """#
