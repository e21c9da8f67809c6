import Storage
import Values

/// The row of a rating, a function of its stream.
package struct RatingProjection: Projection {
    package let name = "rating"
    package let version = 1
    package let tables = [RatingStore.table]

    package init() {}

    /// None for streams of other features.
    package func rows(of stream: [PastEvent]) throws(Failure) -> RatingRow? {
        guard let first = stream.first, let rating = Rating(folding: stream) else { return nil }
        return RatingRow(rating, id: first.stream)
    }

    package func store(_ rows: RatingRow?, in connection: any Connection) throws {
        if let rows { try RatingStore.replace(rows, in: connection) }
    }
}
