import Testing

@testable import Storage

struct SQLValueTests {
    @Test func `truth is one or zero`() {
        #expect(SQLValue(true) == .int(1))
        #expect(SQLValue(false) == .int(0))
    }
}
