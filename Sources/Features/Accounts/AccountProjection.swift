import Storage
import Values

/// Rows of persons, enterprises, posts, delegations and connected systems: masks and indexes only.
package struct AccountProjection: Projection {
    package let name = "accounts"
    package let version = 2
    package let tables = AccountStore.tables

    private let indexes: AccountIndexes

    package init(indexes: AccountIndexes) {
        self.indexes = indexes
    }

    /// The one row of the stream; none for streams of other features.
    package func rows(of stream: [PastEvent]) throws(Failure) -> AccountRow {
        try AccountRow(of: stream, indexes: indexes)
    }

    /// Binds the row.
    package func store(_ rows: AccountRow, in connection: any Connection) throws {
        try AccountStore.save(rows, in: connection)
    }
}
