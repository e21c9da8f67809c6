import Storage
import Values

/// All SQL about uploaded files. Each piece is a small write of its own; a command names only finished files.
package enum UploadStore {
    static let migration = Migration(
        id: "evidence-001-uploads",
        sql: """
            CREATE TABLE upload (
                id TEXT NOT NULL PRIMARY KEY,
                stream TEXT NOT NULL,
                need TEXT NOT NULL,
                sealed_name {blob} NOT NULL,
                type TEXT NOT NULL,
                size BIGINT NOT NULL,
                address TEXT NOT NULL,
                pieces BIGINT NOT NULL,
                finished {bool} NOT NULL,
                referenced {bool} NOT NULL,
                started_at BIGINT NOT NULL,
                owner TEXT
            );
            CREATE INDEX upload_by_stream ON upload(stream, id);
            CREATE INDEX upload_unreferenced ON upload(started_at) WHERE referenced = FALSE;
            CREATE TABLE upload_piece (
                upload TEXT NOT NULL,
                place BIGINT NOT NULL,
                bytes {blob} NOT NULL,
                PRIMARY KEY (upload, place)
            );
            """)

    /// A row before its name is opened.
    package struct Entry: Sendable {
        package let id: Upload.ID
        package let stream: String
        package let need: String
        package let sealedName: [UInt8]
        /// nil while its content is not all there.
        package let type: FileType?
        package let sizeInBytes: Int
        package let address: String
        package let pieces: Int
        /// The connected system that sends it piece by piece; nil for a file that came with a form.
        package let owner: String?
    }

    package static func start(_ entry: Entry, at moment: Moment, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO upload(id, stream, need, sealed_name, type, size, address, pieces, finished, referenced,
                started_at, owner)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, FALSE, FALSE, $9, $10)
            """,
            [
                .text(entry.id.text), .text(entry.stream), .text(entry.need), .blob(entry.sealedName),
                .text(entry.type?.rawValue ?? ""), SQLValue(entry.sizeInBytes), .text(entry.address),
                SQLValue(entry.pieces), .int(moment.milliseconds), SQLValue(entry.owner),
            ])
    }

    package static func save(
        _ piece: [UInt8], at place: Int, of upload: Upload.ID, in connection: any Connection
    ) throws {
        try connection.execute(
            "INSERT INTO upload_piece(upload, place, bytes) VALUES ($1, $2, $3)",
            [.text(upload.text), SQLValue(place), .blob(piece)])
    }

    /// Marks the file finished when all its pieces are there; false otherwise.
    package static func finish(_ upload: Upload.ID, in connection: any Connection) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE upload SET finished = TRUE WHERE id = $1
            AND pieces = (SELECT COUNT(*) FROM upload_piece WHERE upload = $1)
            """,
            [.text(upload.text)])
        return changed == 1
    }

    /// Finished files of a draft or case, oldest first.
    package static func entries(of stream: String, in connection: any Connection) throws -> [Entry] {
        try connection.query(
            """
            \(select)
            WHERE stream = $1 AND finished ORDER BY id
            """,
            [.text(stream)]
        ).compactMap(entry)
    }

    package static func entry(_ id: Upload.ID, in connection: any Connection) throws -> Entry? {
        try connection.first(
            """
            \(select)
            WHERE id = $1 AND finished
            """,
            [.text(id.text)]
        ).flatMap(entry)
    }

    package static func piece(_ place: Int, of upload: Upload.ID, in connection: any Connection) throws -> [UInt8]? {
        try connection.first(
            "SELECT bytes FROM upload_piece WHERE upload = $1 AND place = $2", [.text(upload.text), SQLValue(place)]
        )?.blob(0)
    }

    /// A draft's or case's files are kept; all others are swept after a day.
    package static func keep(_ uploads: [String], of stream: String, in connection: any Connection) throws {
        for upload in uploads {
            try connection.execute(
                "UPDATE upload SET referenced = TRUE WHERE id = $1 AND stream = $2", [.text(upload), .text(stream)])
        }
    }

    package static func remove(_ upload: Upload.ID, in connection: any Connection) throws {
        try connection.execute("DELETE FROM upload_piece WHERE upload = $1", [.text(upload.text)])
        try connection.execute("DELETE FROM upload WHERE id = $1", [.text(upload.text)])
    }

    /// Deletes all files of a stream, for a draft that was given up.
    package static func removeAll(of stream: String, in connection: any Connection) throws {
        try connection.execute(
            "DELETE FROM upload_piece WHERE upload IN (SELECT id FROM upload WHERE stream = $1)", [.text(stream)])
        try connection.execute("DELETE FROM upload WHERE stream = $1", [.text(stream)])
    }

    /// Sweeps files that nothing has named for a day. Gives how many.
    @discardableResult
    package static func sweep(at moment: Moment, in connection: any Connection) throws -> Int {
        let day: Int64 = 86_400_000
        let before = SQLValue.int(moment.milliseconds - day)
        try connection.execute(
            """
            DELETE FROM upload_piece WHERE upload IN
                (SELECT id FROM upload WHERE referenced = FALSE AND started_at < $1)
            """,
            [before])
        return try connection.execute("DELETE FROM upload WHERE referenced = FALSE AND started_at < $1", [before])
    }

    private static let select =
        "SELECT id, stream, need, sealed_name, type, size, address, pieces, owner FROM upload"

    private static func entry(_ row: Row) throws -> Entry? {
        guard let id = Upload.ID(try row.text(0)) else { return nil }
        return Entry(
            id: id, stream: try row.text(1), need: try row.text(2), sealedName: try row.blob(3),
            type: FileType(rawValue: try row.text(4)), sizeInBytes: try row.int(5), address: try row.text(6),
            pieces: try row.int(7), owner: try row.optionalText(8))
    }
}

// MARK: Piece by piece

extension UploadStore {
    /// A file that a system sends piece by piece, with the numbers of the pieces that are there.
    package struct Sending: Sendable {
        package let entry: Entry
        package let isFinished: Bool
        /// A draft keeps it, or a deed of a case named it.
        package let isReferenced: Bool
        /// From 1, in order.
        package let received: [Int]
    }

    /// Finished or not. nil for an id that nobody gave out.
    package static func sending(_ id: Upload.ID, in connection: any Connection) throws -> Sending? {
        guard let row = try connection.first("\(select) WHERE id = $1", [.text(id.text)]),
            let entry = try entry(row),
            let state = try connection.first("SELECT finished, referenced FROM upload WHERE id = $1", [.text(id.text)])
        else { return nil }
        let received = try connection.query(
            "SELECT place FROM upload_piece WHERE upload = $1 ORDER BY place", [.text(id.text)]
        ).map { try $0.int(0) }
        return Sending(
            entry: entry, isFinished: try state.bool(0), isReferenced: try state.bool(1), received: received)
    }

    /// Saves a piece of a file that is not finished, also over the same piece that was sent before.
    ///
    /// - Returns: false when the file is finished or gone.
    package static func replace(
        _ piece: [UInt8], at place: Int, of upload: Upload.ID, in connection: any Connection
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO upload_piece(upload, place, bytes)
            SELECT id, CAST($2 AS BIGINT), CAST($3 AS {blob}) FROM upload WHERE id = $1 AND NOT finished
            ON CONFLICT(upload, place) DO UPDATE SET bytes = excluded.bytes
            """,
            [.text(upload.text), SQLValue(place), .blob(piece)]) == 1
    }

    /// What the content turned out to be; the file is finished then. False when it was finished or removed meanwhile.
    package static func finish(
        _ upload: Upload.ID, type: FileType, address: String, in connection: any Connection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE upload SET finished = TRUE, type = $2, address = $3 WHERE id = $1 AND NOT finished
            AND pieces = (SELECT COUNT(*) FROM upload_piece WHERE upload = $1)
            """,
            [.text(upload.text), .text(type.rawValue), .text(address)]) == 1
    }
}
