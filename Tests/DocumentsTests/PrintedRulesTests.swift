import Testing
import Values

@testable import Documents

/// Ruled lines of a page and the cells they make.
struct PrintedRulesTests {
    /// Three columns and three rows; the first cell of the second row reaches down over two.
    private static let page = """
        <svg><defs><path d="M 0 0 L 300 0 L 300 1 L 0 1 Z"/></defs>
        <path style="stroke:none;" d="M 0 0 L 300 0 L 300 1 L 0 1 Z"/>
        <path style="stroke:none;" d="M 0 20 L 300 20 L 300 21 L 0 21 Z"/>
        <path style="stroke:black;" d="M 100 40 L 300 40"/>
        <path style="stroke:none;" d="M 0 60 L 300 60 L 300 61 L 0 61 Z"/>
        <path style="stroke:black;" d="M 0 0 L 0 60"/><path style="stroke:black;" d="M 100 0 L 100 60"/>
        <path style="stroke:black;" transform="matrix(1,0,0,1,200,0)" d="M 0 0 L 0 60"/>
        <path style="stroke:black;" d="M 300 0 L 300 60"/>
        <path style="stroke:red;" d="M 0 400 L 300 400"/><path d="M 10 10 C 20 20 30 30 40 40"/></svg>
        """

    @Test func `lines that meet make a table and a line that stands alone makes none`() throws {
        let pages = PrintedRules.pages(Array(Self.page.utf8))
        #expect(pages.count == 1)
        let tables = RuledTable.tables(try #require(pages.first))
        #expect(tables.count == 1)
        #expect(tables.first?.columns.count == 4)
        #expect(tables.first?.rows.count == 4)
    }

    @Test func `a cell without a line inside reaches over two rows`() throws {
        let rules = try #require(PrintedRules.pages(Array(Self.page.utf8)).first)
        let table = try #require(RuledTable.tables(rules).first)
        let merged = try #require(table.spot(x: 50, y: 50))
        #expect(merged == (row: 1, column: 0, rows: 2, columns: 1))
        let single = try #require(table.spot(x: 150, y: 50))
        #expect(single == (row: 2, column: 1, rows: 1, columns: 1))
        #expect(table.spot(x: 150, y: 300) == nil)
    }

    @Test func `pages of a set are told apart`() {
        let set = "<svg><pageSet><page><path d=\"M 0 0 L 9 0\"/></page><page></page></pageSet></svg>"
        let pages = PrintedRules.pages(Array(set.utf8))
        #expect(pages.map(\.horizontal.count) == [1, 0])
    }
}
