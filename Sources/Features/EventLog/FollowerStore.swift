import Storage
import Values

/// All SQL about how far followers have come.
package enum FollowerStore {
    /// The position of the next event it has not seen.
    package static func position(of follower: String, in connection: any Connection) throws -> Int {
        try connection.first("SELECT position FROM cursor WHERE follower = $1", [SQLValue(follower)])?.int(0) ?? 0
    }

    /// Moves a cursor; false when it no longer stands where it was read.
    static func move(_ follower: String, from: Int, to: Int, in connection: any Connection) throws -> Bool {
        if from == 0 {
            try connection.execute(
                "INSERT INTO cursor(follower, position) VALUES ($1, 0) ON CONFLICT (follower) DO NOTHING",
                [SQLValue(follower)])
        }
        return try connection.execute(
            "UPDATE cursor SET position = $3 WHERE follower = $1 AND position = $2",
            [SQLValue(follower), SQLValue(from), SQLValue(to)]) == 1
    }

    /// Sends a follower back to the beginning.
    static func rewind(_ follower: String, in connection: any Connection) throws {
        try connection.execute("DELETE FROM cursor WHERE follower = $1", [SQLValue(follower)])
    }

    /// How many placed events each follower has not seen yet, for the page that says "as of".
    package static func lag(of follower: String, in connection: any Connection) throws -> Int {
        try LogStore.size(in: connection) - position(of: follower, in: connection)
    }
}
