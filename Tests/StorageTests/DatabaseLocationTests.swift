import Storage
import Testing

struct DatabaseLocationTests {
    @Test(arguments: ["postgres://u@h/d", "postgresql:///d", "host=/run dbname=d", " dbname=d", "service=city"])
    func `a connection string means PostgreSQL`(text: String) {
        #expect(DatabaseLocation(text) == .postgres(connection: text))
    }

    @Test(arguments: ["data.sqlite", "/var/lib/tongban/data.sqlite", "./a=b.sqlite", "host"])
    func `anything else is a path`(text: String) {
        #expect(DatabaseLocation(text) == .sqlite(path: text))
    }

    @Test func `a path may be named as one, and nothing is no place`() {
        #expect(DatabaseLocation("sqlite:/a") == .sqlite(path: "/a"))
        #expect(DatabaseLocation("sqlite:") == nil)
        #expect(DatabaseLocation("") == nil)
    }
}
