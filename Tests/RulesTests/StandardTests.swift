import Testing
import Values

@testable import Rules

/// Expressions in a scope of the standard, in which nothing is a problem and what does not fit is null.
struct StandardTests {
    static let scope = Scope(
        names: ["a b": .any, "x": .any], vocabulary: Scope.Vocabulary(types: [:], keys: ["first name", "a+b"]))

    static func value(_ source: String) throws -> String {
        let environment = Environment(
            scope: scope,
            known: ["a b": .number(7), "x": .context(FEELContext(["first name": .text("Ada"), "a+b": .number(3)]))],
            moment: Sample.moment, lists: [:])
        return try Expression.compile(source, scope: scope).get().evaluate(in: environment).source
    }

    static let rows = Row.all(
        """
        Functions
        (function(a: number, b: number) a - b)(5, 2) => 3
        (function(a, b) a - b)(b: 5, a: 2) => -3
        (function(a: number) a)("text") => null
        (function(a) a)() => null
        (function(f) f(4))(function(n) n * n) => 16
        {k: 10, f: function(n) n * k, r: f(3)}.r => 30
        (function(a) external {java: {}})(1) => null
        sort([3, 1, 2], function(one, other) one > other) => [3, 2, 1]
        sort(["b", "a"]) => ["a", "b"]
        list replace([1, 2, 3], 2, 9) => [1, 9, 3]
        list replace([1, 2, 3], function(item, new) item > 1, 0) => [1, 0, 0]
        no such function(1) => null

        Names
        a b + 1 => 8
        x.first name => "Ada"
        x.a+b => 3
        [{first name: "A"}, {first name: "B"}][first name = "B"].first name => ["B"]
        {a: 1, b: a + 1}.b => 2
        {a: 1, a: 2} => null

        Loops
        for i in 1..3, j in i..3 return i * j => [1, 2, 3, 4, 6, 9]
        for i in 0..4 return if i = 0 then 1 else i * partial[-1] => [1, 1, 2, 6, 24]
        for i in 3..1 return i => [3, 2, 1]
        for i in [3..1] return i => null
        for d in @"2026-02-28"..@"2026-03-01" return d => [2026-02-28, 2026-03-01]
        some i in [1, 2] satisfies i > 1 => true
        every i in [] satisfies i > 1 => true

        Ranges
        5 in (< 10) => true
        5 in (!= 5) => false
        (< 10) = (null..10) => false
        (= 10) = [10..10] => false
        5 in (null..10] => null
        50 in (null..10] => false
        -3 in [2.5..null] => false
        null in [1..2] => null
        (>= 3).start included => true
        before([1..5), 5) => true
        meets([1..5], [5..8]) => true
        overlaps before([1..5], [4..8]) => true
        includes([1..5], [2..3]) => true
        coincides([1..5], [1..5)) => false
        range("[18..21)") => [18..21)
        range("[21..18]") => null

        Types
        [1, 2] instance of list<number> => true
        {a: 1} instance of context<a: number> => true
        {a: 1} instance of context<a: string> => false
        (function(a: number) a) instance of function<number> -> Any => true
        [1..2] instance of range<number> => true
        1 instance of nothing => false

        Patterns
        matches("Tongban", "^ton", "i") => true
        matches("ab", "a.*(b") => null
        replace("abcd", "(ab)|(a)", "[1=$1][2=$2]") => "[1=ab][2=]cd"
        replace("a.b", ".", "-", "q") => "a-b"
        split("1; 2;3", ";\\s*") => ["1", "2", "3"]
        matches("aab", "(a)\\1b") => true
        matches("x", "[a-z-[x]]") => false
        matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$") => null

        Times
        @"-2017-12-31" => -2017-12-31
        @"2021-01-01T24:00:00" => 2021-01-02T00:00:00
        @"2021-01-02T10:10:10@Europe/Paris" - @"2021-01-01" => P1DT9H10M10S
        @"2021-01-01T00:00:00" - @"2021-01-02" => null
        @"2018-07-01T00:00:00+02:00" = @"2018-07-01T00:00:00@Europe/Paris" => true
        @"2018-01-01T00:00:00+02:00" = @"2018-01-01T00:00:00@Europe/Paris" => false
        @"2026-01-01T00:00:00+11:00" = @"2026-01-01T00:00:00@Australia/Melbourne" => true
        @"10:00:00@No/Where" => null
        is(@"23:00:50Z", @"23:00:50") => false
        week of year(@"2021-01-01") => 53
        week of year(@"999999999-12-31") => 52

        Numbers
        sqrt(2) => 1.414213562373095048801688724209698
        sqrt(16) => 4
        sqrt(-1) => null
        exp(1) => 2.718281828459045235360287471352662
        log(10) => 2.302585092994045684017991454684364
        2 ** 0.5 => 1.414213562373095048801688724209698
        stddev([2, 4, 7, 5]) => 2.081665999466132735282297706979931
        decimal(1/3, 2.5) => 0.33
        round half up(-5.5, 0) => -6

        Contexts
        context([{key: "a", value: 1}]) => {a: 1}
        context put({x: {y: 1}}, ["x", "y"], 2) => {x: {y: 2}}
        context merge([{a: 1}, {a: 2, b: 3}]) => {a: 2, b: 3}
        """)

    @Test(arguments: StandardTests.rows) func `an expression of the standard`(row: Row) throws {
        #expect(try StandardTests.value(row.left) == row.right)
    }

    /// Words thrown together, read and evaluated where nothing is a problem: it ends, whatever comes.
    @Test func `no words hang or crash it`() {
        let words = [
            "1", "2.5", "-", "a b", "x", ".first name", ".a+b", "(", ")", "[", "]", "{", "}", "k:", ",", "..", "+", "*",
            "**", "/", "=", "<", "!=", "in", "between", "and", "or", "if", "then", "else", "for", "i in", "return",
            "partial", "some", "every", "satisfies", "function(f)", "f(f)", "external", "instance of", "list<", ">",
            "number", "context<a: number>", "sort", "sort(", "replace(", "\"(a+)+b\"", "\"aaaaaaaaaaaa\"", "null",
            "@\"-999999999-01-01\"", "@\"P999999999999Y\"", "@\"2026-03-29T02:30:00@Europe/Paris\"", "week of year(",
            "date(", "range(\"[1..2]\")", "exp(", "log(", "sqrt(", "1e6000", "list replace(", "context put(", "?",
            "not(",
        ]
        var random = Seeded(state: 17)
        var ended = 0
        for _ in 0..<5_000 {
            let source = (0..<Int.random(in: 1...14, using: &random))
                .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
            _ = try? StandardTests.value(source)
            ended += 1
        }
        #expect(ended == 5_000)
    }

    @Test func `a function that calls without end is stopped`() throws {
        let source = "{f: function(g, n) g(g, n + 1), r: f(f, 0)}.r"
        #expect(throws: EvaluationFault.tooDeep(limit: Evaluator.deepestCalls)) { try StandardTests.value(source) }
    }
}
