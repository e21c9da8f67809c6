import Testing
import Values

@testable import Definitions

@Suite struct MergingTests {
    @Test func `maps merge by key, all else replaces, null removes`() {
        let lower: JSON = ["a": ["x": 1, "y": [1, 2]], "b": "old", "c": 3]
        let upper: JSON = ["a": ["y": [9]], "b": "new", "c": nil]
        #expect(Merging.withoutNulls(Merging.merged(lower, with: upper)) == ["a": ["x": 1, "y": [9]], "b": "new"])
    }

    @Test func `a citation is replaced as a whole`() {
        let merged = Merging.merged(["law": ["law": "x", "article": "1"]], with: ["law": ["own": "y"]])
        #expect(merged == ["law": ["own": "y"]])
    }

    @Test func `a refined entry keeps its place and a new one comes last`() {
        let lower: JSON = ["one": ["place": 0, "v": 1], "two": ["place": 1, "v": 2]]
        let upper: JSON = ["two": ["place": 0, "v": 3], "three": ["place": 1, "v": 4]]
        #expect(
            Merging.merged(lower, with: upper) == [
                "one": ["place": 0, "v": 1], "two": ["place": 1, "v": 3], "three": ["place": 2, "v": 4],
            ])
    }

    @Test(arguments: [
        ("3 workdays", "5 workdays", true), ("5 workdays", "5 workdays", true), ("6 workdays", "5 workdays", false),
        ("same day", "1 workdays", true), ("20 hours", "1 days", true), ("30 hours", "1 days", false),
        ("5 days", "5 workdays", false), ("4 days", "5 workdays", true), ("5 workdays", "7 days", false),
        ("5 workdays", "30 days", true), ("20 workdays", "1 months", false), ("3 months", "1 years", true),
        ("1 years", "12 months", false),
    ])
    func `a promise is shorter only when that is sure without a calendar`(new: String, old: String, isFine: Bool) throws
    {
        let (first, second) = (try #require(LegalPeriod(new)), try #require(LegalPeriod(old)))
        #expect(PromiseOrder.isNotLonger(first, than: second) == isFine)
    }

    @Test func `limits in rows are compared row by row when the conditions are the same`() {
        let old: JSON = [["when": "a", "limit": "3 workdays"], ["limit": "5 workdays"]]
        #expect(
            PromiseOrder.isNowhereLonger([["when": "a", "limit": "2 workdays"], ["limit": "5 workdays"]], than: old))
        #expect(
            !PromiseOrder.isNowhereLonger([["when": "a", "limit": "4 workdays"], ["limit": "5 workdays"]], than: old))
        #expect(!PromiseOrder.isNowhereLonger("4 workdays", than: old))
        #expect(PromiseOrder.isNowhereLonger("3 workdays", than: old))
    }

    @Test(arguments: [
        (["contact", "unit"], ["contact"], true), (["tasks", "survey", "unit"], ["tasks", "*", "unit"], true),
        (["tasks", "survey", "role"], ["tasks", "*", "unit"], false), (["contact"], ["contact", "unit"], false),
    ])
    func `a pattern allows what it names and what lies below`(path: [String], pattern: [String], isAllowed: Bool) {
        #expect(LayerCheck.matches(path, pattern) == isAllowed)
    }
}
