import Testing

@testable import Storage

struct StatementsTests {
    @Test func `the statement not used for longest goes first`() {
        var cache = StatementCache<Int>(limit: 2)
        #expect(cache.insert(1, for: "a") == nil)
        #expect(cache.insert(2, for: "b") == nil)
        #expect(cache.find("a") == 1)
        #expect(cache.insert(3, for: "c") == 2)
        #expect(cache.find("b") == nil)
        #expect(cache.find("a") == 1)
        #expect(cache.count == 2)
    }

    @Test func `only the words of the dialect are replaced`() {
        let sql = "CREATE TABLE t(id {pk}, a {json} DEFAULT '{}', b {blob}, c {bool}, d TEXT DEFAULT '{x}') {strict} {"
        let rest = "d TEXT DEFAULT '{x}')"
        let sqlite = "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT DEFAULT '{}', b BLOB, c INTEGER, \(rest) STRICT {"
        let postgres = "CREATE TABLE t(id BIGINT PRIMARY KEY, a JSONB DEFAULT '{}', b BYTEA, c BOOLEAN, \(rest)  {"
        #expect(StatementText.translate(sql, by: SQLiteDialect.words) == sqlite)
        #expect(StatementText.translate(sql, by: PostgresDialect.words) == postgres)
    }

    @Test func `both dialects know the same words`() {
        #expect(Set(SQLiteDialect.words.keys) == Set(PostgresDialect.words.keys))
    }

    @Test(arguments: [
        ("select 1", "SELECT"), ("  \n-- note\n/* more */ Update t", "UPDATE"), ("", ""), ("-- only", ""),
        ("/* open", ""), ("/* a * b **/commit", "COMMIT"), ("(SELECT 1)", ""), (";;commit", "COMMIT"),
    ])
    func `the first word is found after blanks and comments`(sql: String, word: String) {
        #expect(StatementText.firstWord(sql) == word)
    }
}
