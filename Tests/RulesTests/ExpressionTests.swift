import Testing
import Values

@testable import Rules

@Suite struct ExpressionTests {
    @Test func `one and one`() throws {
        let scope = Scope(names: [:])
        let e = try Expression.compile("1 + 1", scope: scope).get()
        #expect(try e.evaluate(in: Environment(scope: scope, values: [], moment: Moment(2026, 1, 1), lists: [:])) == .number(2))
    }
}
