import Storage
import Values

/// A table that follows from the log and from nothing else; made by its owner, dropped and made again by a rebuild.
package struct DerivedTable: Hashable, Sendable {
    package let name: String
    /// All statements that make it and its indexes, separated by semicolons. They stand here and in no migration.
    package let sql: String
    /// The column that names the stream a row follows from; nil where several streams make a row.
    package let stream: String?
    /// The column that holds the position in the log of the event whose version stands in the column `version`; nil
    /// where none does.
    package let position: String?

    /// Rows that follow from one stream each.
    package init(name: String, stream: String, position: String? = nil, sql: String) {
        self.name = name
        self.stream = stream
        self.position = position
        self.sql = sql
    }

    package init(name: String, sql: String) {
        self.name = name
        self.sql = sql
        stream = nil
        position = nil
    }
}

/// Tables of one feature whose rows are a function of one stream, changed in the transaction of the command.
///
/// It may not refuse, append or call out. A command computes its rows before `write`, from the case file and the new
/// events, and stores them in `write`; a rebuild computes them from all events of the stream. Both must give the same
/// rows: `Rebuild` compares.
package protocol Projection: Sendable {
    associatedtype Rows: Sendable

    /// Its name for ever, such as `cases`.
    var name: String { get }
    /// Raised when tables or rows get another shape; the next start then rebuilds.
    var version: Int { get }
    var tables: [DerivedTable] { get }

    /// All rows of one stream, masked, sealed and indexed. None for streams that are not its business. Pure.
    func rows(of stream: [PastEvent]) throws(Failure) -> Rows

    /// Binds the rows; replaces what was there of the same stream.
    func store(_ rows: Rows, in connection: any Connection) throws
}

/// The SQL half of a projection or follower, with everything computed.
package typealias Effect = @Sendable (any Connection) throws -> Void

extension Projection {
    /// The pure half now, the SQL half later.
    package func effect(of stream: [PastEvent]) throws(Failure) -> Effect {
        let rows = try rows(of: stream)
        return { try store(rows, in: $0) }
    }
}
