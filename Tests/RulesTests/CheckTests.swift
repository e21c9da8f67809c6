import Testing
import Values

@testable import Rules

@Suite struct CheckTests {
    /// `expression => column: English sentence | remedy`.
    @Test(arguments: Row.all(mistakes))
    func `what cannot be meant is refused with place and remedy`(row: Row) throws {
        let problem = try #require(Sample.problems(row.left).first)
        #expect("\(problem.column): \(problem.message.en) | \(problem.remedy.en)" == row.right)
        #expect(!problem.message.zh.isEmpty && !problem.remedy.zh.isEmpty)
    }

    @Test(arguments: Row.all(fine))
    func `what may be right is not refused`(row: Row) {
        #expect(Sample.problems(row.left) == [])
        #expect(row.right == "fine")
    }

    @Test func `every problem is told, not only the first`() {
        let found = Sample.problems(#"aera > 1 and fee = d and enterprise.credit_class = "E" and nowhere(1)"#)
        #expect(found.count == 4)
    }

    @Test func `an expression has at most 10,000 characters`() {
        let long = String(repeating: "1 + ", count: 2500) + "1"
        #expect(Sample.problems(long).first?.message.en == "longer than 10000 characters")
        let joined = "true" + String(repeating: " and true", count: 1_000)
        #expect(Sample.problems(joined) == [])
    }

    @Test(arguments: [
        "(", "[", "{a:", "not(", "-", "if true then 1 else ", "1 + (", "for x in [1] return ", "xs[", "1 in (",
    ])
    func `nesting ends at a depth that the stack can bear`(opening: String) {
        let source = String(repeating: opening, count: 9_000 / opening.count)
        #expect(!Sample.problems(source).isEmpty)
        let deep = Sample.problems(String(repeating: "(", count: 500) + "1" + String(repeating: ")", count: 500))
        #expect(deep.first?.message.en == "nested more than 100 deep")
        #expect(Sample.problems(String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90)) == [])
    }

    @Test(arguments: ["1 + ", "[1]", "1 = ", ".a"])
    func `long chains are refused before they are too high`(part: String) {
        let isPostfix = part == "[1]" || part == ".a"
        let chain = String(repeating: part, count: 2_000)
        let source = isPostfix ? "said" + chain : chain + "1"
        #expect(Sample.problems(source).first?.message.en == "nested more than 200 deep")
    }

    @Test func `the nearest word is proposed`() {
        #expect(editDistance(Array("area"), Array("aera")) == 1)
        #expect(editDistance(Array("审查结果"), Array("审核结果")) == 1)
        #expect(RuleProblem.nearest(to: "xyz", in: ["area", "fee"]) == nil)
    }

    @Test func `problems carry the place that they are given`() {
        let problem = Sample.problems("aera > 1").first?.problem(at: "services/a/rules.yaml:14")
        #expect(problem?.place == "services/a/rules.yaml:14:1")
    }
}

private let mistakes = #"""
    aera > 300 => 1: no fact or table is called `aera` | did you mean `area`?
    happened.grantd.times = 0 => 9: no fact or table is called `grantd` | did you mean `granted`?
    happend.granted.times = 0 => 1: no fact or table is called `happend.granted.times` | did you mean `happened.granted.times`?
    happened.granted.tims = 0 => 17: no fact or table is called `tims` | did you mean `times`?
    zzzzzzzzzz => 1: no fact or table is called `zzzzzzzzzz` | use a name that is defined, or define this one
    contians("a", "b") => 1: there is no function `contians` | did you mean `contains`?
    fee = d => 5: an amount of money is compared with a day | compare it with an amount of money
    fee < "x" => 5: an amount of money is compared with a text | compare it with an amount of money
    area in ("a", "b") => 10: a number is compared with a text | compare it with a number
    area in ["a".."b"] => 9: a number is compared with a text | compare it with a number
    d between 1 and 2 => 11: a day is compared with a number | compare it with a day
    yes < no => 5: true or false is neither less nor greater | use = or !=
    enterprise.credit_class = "E" => 27: `E` is not one of the choices | choices: A, B, C, D
    tasks.review.result != "fials" => 24: `fials` is not one of the choices | did you mean `fails`? choices: meets, fails
    "fial" = tasks.review.result => 1: `fial` is not one of the choices | choices: meets, fails
    tasks.review.result in ("meets", "x") => 34: `x` is not one of the choices | choices: meets, fails
    tasks.review.result in ["meets", "x"] => 34: `x` is not one of the choices | choices: meets, fails
    fee + d => 5: `+` does not work on an amount of money and a day | use it on numbers, add texts, or add a period to a day
    d + 3 => 3: `+` does not work on a day and a number | use it on numbers, add texts, or add a period to a day
    d + d => 3: `+` does not work on a day and a day | use it on numbers, add texts, or add a period to a day
    fee and yes => 1: a condition is expected, not an amount of money | write a comparison such as `x = 1`
    if area then 1 else 2 => 4: a condition is expected, not a number | write a comparison such as `x = 1`
    substring("abc") => 1: `substring` does not take 1 arguments | write substring(string, start position) / substring(string, start position, length)
    count() => 1: `count` does not take 0 arguments | write count(list)
    contains(area, "x") => 10: `contains` takes a text, not a number | write contains(string, match)
    substring(text: "a", start: 1) => 11: these are not the parameters of `substring` | write substring(string, start position) / substring(string, start position, length)
    listed("cross-region-lst", "a") => 8: there is no list `cross-region-lst` | did you mean `cross-region-list`?
    fee.cents => 4: an amount of money has no `cents` | drop `.cents`, or use a group of values
    people[1].nmae => 10: no fact or table is called `nmae` | did you mean `name`?
    area > => 7: the expression ends too early | add what is missing
    (area => 6: `)` is expected here, not the end | write `)`
    area 300 => 6: `300` does not belong here | look for a missing operator, comma or bracket before it
    area == 300 => 7: `=` does not belong here | look for a missing operator, comma or bracket before it
    "abc => 1: a text without its closing quote | close it with "
    area ＞ 300 => 6: `＞` is a full-width sign | write >
    listed（"a"，"b"） => 7: `（` is a full-width sign | write (
    @"2026-02-29" => 1: `2026-02-29` is neither a day, a time nor a period | write 2026-03-02, 2026-03-02T09:15:00, 09:15:00, P3M or P10D
    ? > 3 => 1: there is no value for `?` here | `?` stands in cells of tables and after `in`
    fee instance of money => 17: there is no type `money` | use number, string, boolean, date, time, date and time, list, context or the like
    if yes then 1 => 14: `else` is expected here, not the end | write `else`
    for x in xs retrun x => 13: `return` is expected here, not `retrun` | write `return`
    """#

private let fine = #"""
    kind = "anything" => fine
    each.need = said.need => fine
    enterprise.credit_class in ("A", "B") => fine
    d + duration("P3M") <= today => fine
    fee <= 2000.00 => fine
    fee * 0.05 => fine
    nothing = 3 => fine
    if yes then 1 else "a" => fine
    people[age > 3][1].name = "x" => fine
    max(fee, 3) > 2 => fine
    max(d, today) > d => fine
    (d - today).days > 3 => fine
    said.x + said.y > 3 => fine
    for x in said return x.name => fine
    some x in people satisfies x.age > 3 => fine
    [fee, 1, 2][1] > 2 => fine
    {a: fee}.a > 2 => fine
    min(for p in people return p.age) > 3 => fine
    happened.granted.said = null => fine
    """#
