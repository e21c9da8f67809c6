import Testing
import Values

@testable import Rules

@Suite struct FunctionTests {
    @Test(arguments: [numbers, texts, lists, contexts, dates].flatMap { Row.all($0) })
    func `each function gives what the standard says`(row: Row) throws {
        #expect(try Sample.value(row.left) == row.right)
    }

    @Test func `every function survives null, unknown and values of a wrong kind in each place`() throws {
        let values: [FEELValue] = [
            .null, .unknown("x"), .boolean(true), .number(-1), .number(Decimal("1e40")!), .text(""), .text("茶"),
            .day(Day(2026, 3, 2)), .list([]), .list([.null, .unknown("y")]), .context(FEELContext()),
            .monthsDuration(months: 3), .daysDuration(nanoseconds: -5), .time(ClockTime(nanoseconds: 0, zone: .local)),
        ]
        let outside = FunctionEntry.CallContext(
            moment: Sample.moment, lists: [:], meter: FunctionEntry.StepMeter(left: Pattern.mostSteps))
        for entry in FunctionTable.all {
            for count in Set(entry.signatures.map(\.count)) {
                for first in values {
                    for second in values {
                        let arguments = (0..<count).map { $0 == 0 ? first : second }
                        _ = entry.body(arguments, outside)
                    }
                }
            }
        }
        #expect(FunctionTable.all.count > 50)
    }

    @Test func `no two functions have one name`() {
        #expect(Set(FunctionTable.names).count == FunctionTable.names.count)
    }
}

private let numbers = #"""
    number("12.50") => 12.50
    number("1,000.5", ",", ".") => 1000.5
    number("1.000,5", ".", ",") => 1000.5
    number("x") => null
    number(from: "1 000", grouping separator: " ", decimal separator: null) => 1000
    decimal(1.115, 2) => 1.12
    decimal(1.125, 2) => 1.12
    floor(1.5) => 1
    floor(-1.5) => -2
    floor(1.55, 1) => 1.5
    ceiling(1.5) => 2
    ceiling(-1.5) => -1
    round up(5.5, 0) => 6
    round up(-5.5, 0) => -6
    round down(5.5, 0) => 5
    round half up(5.5, 0) => 6
    round half up(-5.5, 0) => -6
    round half down(5.5, 0) => 5
    round half up(1250, -2) => 1300
    abs(-5) => 5
    abs(@"-P3M") => P3M
    modulo(12, 5) => 2
    modulo(-12, 5) => 3
    modulo(12, 0) => null
    odd(5) => true
    even(5) => false
    even(2.5) => null
    sum([1, 2, 3]) => 6
    sum(1, 2, 3) => 6
    sum([]) => null
    sum([1, null]) => null
    sum([@"P1M", @"P1Y"]) => P1Y1M
    product([2, 3]) => 6
    min([3, 1, 2]) => 1
    max(3, 1, 2) => 3
    max(["a", "c", "b"]) => "c"
    min([@"2026-03-02", @"2026-03-01"]) => 2026-03-01
    max([]) => null
    max([1, "a"]) => null
    mean([1, 2, 3, 4]) => 2.5
    median([5, 1, 3]) => 3
    median([1, 2, 3, 4]) => 2.5
    mode([1, 2, 2, 3, 3]) => [2, 3]
    """#

private let texts = #"""
    contains("渝中区中国", "中国") => true
    contains("渝中区", "中国") => false
    contains("abc", "") => true
    starts with("渝中", "渝") => true
    ends with("渝中", "中") => true
    string length("渝中🐎") => 3
    substring("渝中区政府", 2) => "中区政府"
    substring("渝中区政府", 2, 2) => "中区"
    substring("abc", -2) => "bc"
    substring("abc", -2, 1) => "b"
    substring("abc", 0) => null
    substring("abc", 9) => ""
    substring(string: "abc", start position: 3) => "c"
    substring before("a@b", "@") => "a"
    substring after("a@b", "@") => "b"
    substring after("ab", "@") => ""
    upper case("abC") => "ABC"
    lower case("ABc") => "abc"
    split("a;b;c", ";") => ["a", "b", "c"]
    split("甲、乙", "、") => ["甲", "乙"]
    split("a.b", "\\.") => ["a", "b"]
    split("a.b", ".") => ["", "", "", ""]
    string join(["a", "b"], ", ") => "a, b"
    string join(words) => "甲乙"
    string join(["a", null, "b"], "-") => "a-b"
    string join(words, "、", "（", "）") => "（甲、乙）"
    string(1.50) => "1.50"
    string(d) => "2026-03-02"
    string(true) => "true"
    string("a") => "a"
    string(["a", 1]) => "[\"a\", 1]"
    string(null) => null
    listed("cross-region-list", "food-business-licence") => true
    listed("cross-region-list", "water-connection") => false
    """#

private let lists = #"""
    count([1, null, 3]) => 3
    count([]) => 0
    count(nothing) => null
    count(refusals) = 0 => true
    list contains([1, 2], 2) => true
    list contains([1, null], null) => true
    list contains([1, 2], "2") => false
    index of([1, 2, 1], 1) => [1, 3]
    append([1], 2, 3) => [1, 2, 3]
    concatenate([1], [2, 3]) => [1, 2, 3]
    union([1, 2], [2, 3]) => [1, 2, 3]
    distinct values([1, 1.0, 2]) => [1, 2]
    reverse([1, 2]) => [2, 1]
    flatten([1, [2, [3]]]) => [1, 2, 3]
    sublist([1, 2, 3], 2) => [2, 3]
    sublist([1, 2, 3], 1, 2) => [1, 2]
    sublist([1, 2, 3], -1) => [3]
    sublist([1, 2, 3], 5) => null
    insert before([1, 3], 2, 2) => [1, 2, 3]
    remove([1, 2, 3], 2) => [1, 3]
    """#

private let contexts = #"""
    get value({a: 1}, "a") => 1
    get value({a: 1}, "b") => null
    get entries({a: 1}) => [{key: "a", value: 1}]
    context put({a: 1}, "b", 2) => {a: 1, b: 2}
    context merge([{a: 1}, {a: 2, b: 3}]) => {a: 2, b: 3}
    """#

private let dates = #"""
    date("2026-03-02") => 2026-03-02
    date("2026-02-29") => null
    date(2026, 3, 2) => 2026-03-02
    date(2026, 13, 2) => null
    date(t) => 2026-03-02
    date and time("2026-03-02T09:15:00") = t => true
    date and time(d, time("09:15:00")) = t => true
    date and time("2026-03-02") => 2026-03-02T00:00:00
    time("09:15:00") => 09:15:00
    time(9, 15, 0) => 09:15:00
    time(9, 15, 0, @"PT8H") => 09:15:00+08:00
    time(25, 0, 0) => null
    time(t) => 09:15:00
    duration("P3M") => P3M
    duration("P1DT2H") => P1DT2H
    duration("P") => null
    duration("3 months") => null
    years and months duration(date("2024-02-29"), date("2026-02-28")) => P1Y11M
    years and months duration(date("2026-02-28"), date("2024-02-29")) => -P1Y11M
    d + duration("P3M") => 2026-06-02
    date("2025-11-30") + duration("P3M") => 2026-02-28
    d - duration("P1Y") => 2025-03-02
    d + duration("P10D") => 2026-03-12
    d - duration("P2D") => 2026-02-28
    d + duration("PT36H") => 2026-03-03
    duration("P10D") + d => 2026-03-12
    d - date("2026-02-28") => P2D
    (d - date("2026-02-28")).days => 2
    t + duration("PT15H") => 2026-03-03T00:15:00
    t + duration("P1M") => 2026-04-02T09:15:00
    t - date and time("2026-03-01T09:15:00") => P1D
    time("23:00:00") + duration("PT2H") => 01:00:00
    duration("P1M") + duration("P1Y") => P1Y1M
    duration("P1D") * 2 => P2D
    duration("P1Y") / 2 => P6M
    duration("P1D") / duration("PT12H") => 2
    duration("P1M") + nothing => null
    date("9999-12-31") + duration("P1D") => 10000-01-01
    date("0001-01-01") - duration("P1D") => 0000-12-31
    date("999999999-12-31") + duration("P1D") => null
    date("9999-12-31") + duration("P999999999999M") => null
    day of week(d) => "Monday"
    month of year(d) => "March"
    day of year(d) => 61
    week of year(date("2026-01-01")) => 1
    week of year(date("2027-01-01")) => 53
    today() => 2026-03-02
    now() => 2026-03-02T09:15:00
    today() >= d + duration("P3M") => false
    date and time("2026-03-02T09:15:00Z") < date and time("2026-03-02T09:15:00+08:00") => false
    """#
