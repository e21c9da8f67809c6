import Testing
import Values

@testable import Rules

@Suite struct ExpressionTests {
    @Test(arguments: [literals, arithmetic, comparison, logic].flatMap { Row.all($0) })
    func `literals, arithmetic, comparison and logic`(row: Row) throws {
        #expect(try Sample.value(row.left) == row.right)
    }

    @Test(arguments: [names, membership, lists, contexts, loops].flatMap { Row.all($0) })
    func `names, membership, lists, contexts and loops`(row: Row) throws {
        #expect(try Sample.value(row.left) == row.right)
    }

    @Test(arguments: Row.all(unknowns))
    func `what is not established passes through, unless the result is the same whatever it is`(row: Row) throws {
        #expect(try Sample.value(row.left) == row.right)
    }

    @Test func `an expression names what it reads`() throws {
        let source = #"if tasks.review.result = "meets" then area else count(happened.granted)"#
        let expression = try Expression.compile(source, scope: Sample.scope).get()
        #expect(
            expression.reads == [
                "area", "happened.granted.on", "happened.granted.said.reason", "happened.granted.times",
                "tasks.review.result",
            ])
    }

    @Test func `a trace lists what was really read, with values`() throws {
        let source = #"if tasks.review.result = "meets" then 年龄 else fee"#
        let expression = try Expression.compile(source, scope: Sample.scope).get()
        let (value, trace) = try expression.evaluateTracing(in: Sample.environment)
        #expect(value == .number(30))
        #expect(trace.facts.map(\.name) == ["tasks.review.result", "年龄"])
        #expect(trace.facts.map(\.value) == [.text("meets"), .number(30)])
        #expect(trace.what == source)
    }

    @Test func `facts are looked up by name, also from another scope`() throws {
        let inner = Scope(names: ["年龄": .number])
        let expression = try Expression.compile("年龄 + 1", scope: inner).get()
        #expect(try expression.evaluate(in: Sample.environment) == .number(31))
        let asked = Environment(
            scope: inner, facts: { $0 == "年龄" ? .number(7) : .unknown($0) }, moment: Sample.moment, lists: [:])
        #expect(try expression.evaluate(in: asked) == .number(8))
        let other = try Expression.compile("b", scope: Scope(names: ["b": .number])).get()
        #expect(throws: EvaluationFault.nameNotGiven("b")) { try other.evaluate(in: Sample.environment) }
    }

    @Test func `evaluation ends even when the expression asks for the endless`() throws {
        for source in [
            "count(for a in 1..900, b in 1..900, c in 1..900 return a)", "count(for a in 1..1000000000000 return a)",
            "every a in 1..2000, b in 1..2000 satisfies a > 0",
        ] {
            let expression = try Expression.compile(source, scope: Sample.scope).get()
            #expect(throws: EvaluationFault.tooManySteps(limit: 1_000_000)) {
                try expression.evaluate(in: Sample.environment)
            }
        }
        let doubled = "{a0: [1], " + (1...60).map { "a\($0): [a\($0 - 1), a\($0 - 1)]" }.joined(separator: ", ") + "}"
        let expression = try Expression.compile(doubled, scope: Sample.scope).get()
        #expect(throws: EvaluationFault.self) { try expression.evaluate(in: Sample.environment) }
        let deep = "{a0: [1], " + (1...400).map { "a\($0): [a\($0 - 1)]" }.joined(separator: ", ") + "}"
        let deepExpression = try Expression.compile(deep, scope: Sample.scope).get()
        #expect(throws: EvaluationFault.tooDeep(limit: 200)) { try deepExpression.evaluate(in: Sample.environment) }
    }
}

private let literals = #"""
    1 => 1
    12.50 => 12.50
    .5 => 0.5
    -3 => -3
    1.2e3 => 1200
    "茶" => "茶"
    "a\"b\\c\n" => "a\"b\\c\n"
    "\u8336" => "茶"
    "\U01F40E" => "🐎"
    "\uD83D\uDC0E" => "🐎"
    true => true
    false => false
    null => null
    @"2026-03-02" => 2026-03-02
    @"2026-03-02T09:15:00" => 2026-03-02T09:15:00
    @"09:15:00" => 09:15:00
    @"09:15:00.50Z" => 09:15:00.5Z
    @"09:15:00+08:00" => 09:15:00+08:00
    @"09:15:00@Asia/Shanghai" => 09:15:00+08:00
    @"09:15:00@Europe/Paris" => 09:15:00@Europe/Paris
    @"P3M" => P3M
    @"P1Y6M" => P1Y6M
    @"P14M" => P1Y2M
    @"-P3M" => -P3M
    @"P10D" => P10D
    @"PT36H" => P1DT12H
    @"P0D" => PT0S
    [1, 2] => [1, 2]
    [] => []
    {a: 1, "b c": 2} => {a: 1, b c: 2}
    [1..5] => [1..5]
    (1..5] => (1..5]
    ]1..5[ => (1..5)
    // a remark
    1 /* and another */ + 1 => 2
    """#

private let arithmetic = #"""
    1 + 2 * 3 => 7
    (1 + 2) * 3 => 9
    0.1 + 0.2 => 0.3
    10 / 4 => 2.5
    1 / 3 => 0.3333333333333333333333333333333333
    1 / 0 => null
    2 ** 10 => 1024
    2 ** -1 => 0.5
    -2 ** 2 => 4
    5 - 3 - 1 => 1
    8 / 2 / 2 => 2
    2000.00 + 0.05 => 2000.05
    "渝" + "中" => "渝中"
    1 + null => null
    nothing * 2 => null
    10 ** 7000 => null
    9999999999999999999999999999999999 + 1 => 10000000000000000000000000000000000
    fee * 2 => 4000.00
    fee / fee => 1
    - fee => -2000.00
    """#

private let comparison = #"""
    1 = 1.0 => true
    1 != 2 => true
    "a" = "a" => true
    "a" < "b" => true
    2 >= 2 => true
    2 < 1 => false
    null = null => true
    nothing = null => true
    nothing != null => false
    1 = nothing => false
    1 < nothing => null
    nothing = "null" => false
    [1, 2] = [1, 2] => true
    [1, 2] = [2, 1] => false
    {a: 1, b: 2} = {b: 2, a: 1} => true
    {a: 1} = {a: 1, b: null} => false
    @"2026-03-02" < @"2026-03-03" => true
    @"PT24H" = @"P1D" => true
    @"P1Y" = @"P12M" => true
    @"09:00:00Z" = @"17:00:00+08:00" => true
    @"09:00:00Z" < @"09:00:00" => null
    [1..5] = [1..5] => true
    [1..5] = [1..5) => false
    5 between 1 and 5 => true
    6 between 1 and 5 => false
    nothing between 1 and 5 => null
    d between @"2026-01-01" and @"2026-12-31" => true
    true = false => false
    """#

private let logic = #"""
    true and true => true
    true and false => false
    true and nothing => null
    false and nothing => false
    nothing and nothing => null
    false or true => true
    false or nothing => null
    true or nothing => true
    false or false => false
    not(true) => false
    not(nothing) => null
    not(false) => true
    true or false and false => true
    1 = 1 and 2 = 2 and 3 = 3 => true
    1 = 2 or 2 = 3 or 3 = 3 => true
    if true then 1 else 2 => 1
    if nothing then 1 else 2 => 2
    if 1 > 2 then 1 else if 2 > 1 then 3 else 4 => 3
    all([true, true]) => true
    all([true, false, nothing]) => false
    all([true, nothing]) => null
    all([]) => true
    any([false, true]) => true
    any([false, nothing]) => null
    any([]) => false
    all(true, false) => false
    """#

private let names = #"""
    年龄 => 30
    年龄 >= 18 => true
    企业 名称 => "渝中茶馆"
    企业  名称 = enterprise.name => true
    Monthly Salary => 5000.50
    Monthly Salary * 12 => 60006.00
    happened.granted.times = 0 => true
    happened.granted.on => null
    happened.granted.on = null => true
    happened.granted => {on: null, said: {reason: unknown(happened.granted.said.reason)}, times: 0}
    happened.granted.said => {reason: unknown(happened.granted.said.reason)}
    (happened.granted).times => 0
    enterprise.name + "店" => "渝中茶馆店"
    each.need => "layout-plan"
    each.nowhere => null
    each.within => unknown(each.within)
    today = d => true
    today() = today => true
    now() = t => true
    """#

private let membership = #"""
    1 in [1, 2, 3] => true
    4 in [1, 2, 3] => false
    2 in (1, 2) => true
    2 in (< 3) => true
    2 in (> 3, < 1) => false
    2 in > 1 => true
    2 in [1..3] => true
    3 in [1..3) => false
    3 in (1..3] => true
    1 in ]1..3] => false
    2 in xs => true
    9 in (xs) => false
    "甲" in words => true
    "甲" in (words) => true
    "甲" in ("乙", "丙") => false
    "a" in ["a".."c"] => true
    5 in ([1..3], [4..6]) => true
    5 in [[1..3], [4..6]] => true
    5 in (not(5)) => false
    5 in (not(4, 6)) => true
    5 in (? > 4 and ? < 6) => true
    null in (null) => true
    nothing in (1, 2) => false
    d in [@"2026-03-01"..@"2026-03-31"] => true
    fee in [1000..3000] and yes => true
    each.need in ("layout-plan", "x") => true
    """#

private let lists = #"""
    xs[1] => 1
    xs[-1] => 3
    xs[4] => null
    xs[0] => null
    xs[item > 1] => [2, 3]
    xs[item > 5] => []
    people[age >= 18].name => ["张三"]
    people[name = "李四"][1].age => 17
    people.name => ["张三", "李四"]
    people[item.age < 18].name => ["李四"]
    [{a: 1}, {a: 2}][a = 2] => [{a: 2}]
    [1, [2, 3]][2][1] => 2
    count(people[age > 100]) => 0
    nothing[1] => null
    5[1] => 5
    [1, 2, 3][年龄 = 30] => [1, 2, 3]
    """#

private let contexts = #"""
    {a: 1, b: a + 1}.b => 2
    {a: {b: {c: 3}}}.a.b.c => 3
    {a: 1}.a + 1 => 2
    {"full name": "x"} => {full name: "x"}
    {full name: "x", g: full name + "y"}.g => "xy"
    {} => {}
    d.year => 2026
    d.month => 3
    d.day => 2
    d.weekday => 1
    t.hour => 9
    t.minute => 15
    @"P1Y6M".years => 1
    @"P1Y6M".months => 6
    @"P1DT2H3M4S".hours => 2
    [1..5].start => 1
    """#

private let loops = #"""
    for x in xs return x * 2 => [2, 4, 6]
    for x in 1..3 return x => [1, 2, 3]
    for x in 3..1 return x => [3, 2, 1]
    for x in [1..3] return x => [1, 2, 3]
    for x in xs, y in [10, 20] return x + y => [11, 21, 12, 22, 13, 23]
    for a person in people return a person.name => ["张三", "李四"]
    for x in [] return x => []
    for x in nothing return x => null
    for x in @"2026-03-01"..@"2026-03-03" return x.day => [1, 2, 3]
    some x in xs satisfies x > 2 => true
    some x in xs satisfies x > 3 => false
    every x in xs satisfies x > 0 => true
    every x in xs satisfies x > 1 => false
    every x in [] satisfies false => true
    some x in [] satisfies true => false
    some x in xs, y in xs satisfies x + y = 6 => true
    every p in people satisfies p.age > 10 => true
    sum(for x in 1..100 return x) => 5050
    1 instance of number => true
    "a" instance of number => false
    null instance of number => false
    null instance of Any => false
    d instance of date => true
    t instance of date and time => true
    t instance of date and yes => false
    @"P1Y" instance of years and months duration => true
    @"P1D" instance of days and time duration => true
    xs instance of list<number> => true
    words instance of list<number> => false
    {a: 1} instance of context => true
    """#

private let unknowns = #"""
    open => unknown(open)
    area > 300 => unknown(area)
    area + fee => unknown(area)
    area + said => unknown(area, said)
    area * nothing => null
    area < nothing => null
    area = nothing => unknown(area)
    - area => unknown(area)
    false and open => false
    open and false => false
    true and open => unknown(open)
    open and open2 => unknown(open, open2)
    nothing and open => unknown(open)
    open or true => true
    open or false => unknown(open)
    open or nothing => unknown(open)
    no or open or yes => true
    not(open) => unknown(open)
    not(open and no) => true
    if open then 1 else 2 => unknown(open)
    if open then 1 else 1 => 1
    if open then area else 1 => unknown(area, open)
    if yes then 1 else area => 1
    if open then fee else 2000 => 2000.00
    area in (1, 2) => unknown(area)
    -3 in [2.5..area] => false
    3 in [2.5..area] => unknown(area)
    3 in [nothing..area] => unknown(area)
    1 in (1, area) => true
    1 in (2, area) => unknown(area)
    area in [1..300] => unknown(area)
    5 in [1..area] => unknown(area)
    0 in [1..area] => false
    area between 1 and 300 => unknown(area)
    5 between 10 and area => false
    area instance of number => unknown(area)
    [1, area] => [1, unknown(area)]
    [1, area] = [2, 3] => false
    [1, area] = [1, 2] => unknown(area)
    [1, area] = [1] => false
    [1, area][1] => 1
    {a: area, b: 1}.b => 1
    {a: area, b: 1}.a => unknown(area)
    ys[1] => 1
    ys[item > 0] => unknown(y2)
    ys[yes] => unknown(y2)
    ys[true] => [1, unknown(y2)]
    open_list[1] => unknown(open_list)
    each.within.days => unknown(each.within)
    count(ys) => 2
    count(open_list) => unknown(open_list)
    count(open_list) > 0 or yes => true
    sum(ys) => unknown(y2)
    max(1, area) => unknown(area)
    list contains(ys, 1) => true
    list contains(ys, 2) => unknown(y2)
    index of(ys, 1) => unknown(y2)
    append(xs, area) => [1, 2, 3, unknown(area)]
    count(append(xs, area)) => 4
    concatenate(xs, open_list) => unknown(open_list)
    reverse(ys) => [unknown(y2), 1]
    distinct values(ys) => unknown(y2)
    string(area) => unknown(area)
    "面积" + string(area) => unknown(area)
    contains(kind, "x") => unknown(kind)
    is defined(area) => unknown(area)
    is defined(nothing) => false
    is defined(fee) => true
    all([open, no]) => false
    all([open, yes]) => unknown(open)
    any([open, yes]) => true
    any([open, no]) => unknown(open)
    some x in ys satisfies x = 1 => true
    some x in ys satisfies x = 2 => unknown(y2)
    every x in ys satisfies x > 0 => unknown(y2)
    every x in ys satisfies x > 1 => false
    some x in open_list satisfies true => unknown(open_list)
    for x in ys return x + 1 => [2, unknown(y2)]
    for x in open_list return 1 => unknown(open_list)
    for x in 1..area return x => unknown(area)
    count(for x in ys return x) => 2
    d + said => unknown(said)
    clocks.decide.due >= today => unknown(clocks.decide.due)
    enterprise.credit_class = "D" => unknown(enterprise.credit_class)
    enterprise.credit_class = "D" and no => false
    get value({a: area}, "a") => unknown(area)
    get value({a: area, b: 2}, "b") => 2
    listed("cross-region-list", kind) => unknown(kind)
    substring("abc", area) => unknown(area)
    duration(kind) => unknown(kind)
    said.need in ("a", "b") => unknown(said)
    kind != null => unknown(kind)
    """#
