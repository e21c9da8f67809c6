import Storage
import Values

/// All SQL about policy documents. The texts of sources are addressed by their hash, kept for ever and never changed.
package enum MandateStore {
    package static let migration = Migration(
        id: "mandates-001",
        sql: """
            CREATE TABLE mandate_source (
                hash TEXT NOT NULL PRIMARY KEY,
                text TEXT NOT NULL
            );
            """)

    static let documents = DerivedTable(
        name: "mandate_document", stream: "stream",
        sql: """
            CREATE TABLE mandate_document (
                stream TEXT NOT NULL PRIMARY KEY,
                region TEXT NOT NULL,
                title TEXT NOT NULL,
                number TEXT,
                issuer TEXT,
                dated TEXT,
                file_hash TEXT NOT NULL,
                imported_at BIGINT NOT NULL,
                tasks BIGINT NOT NULL,
                waiting BIGINT NOT NULL,
                accepted BIGINT NOT NULL,
                doubts BIGINT NOT NULL,
                replaces TEXT,
                replaced_by TEXT
            );
            CREATE INDEX mandate_document_by_region ON mandate_document(region, imported_at, stream);
            CREATE INDEX mandate_document_by_time ON mandate_document(imported_at, stream);
            CREATE INDEX mandate_document_by_number ON mandate_document(region, number, stream);
            CREATE INDEX mandate_document_by_title ON mandate_document(region, title, stream)
            """)

    static let tasks = DerivedTable(
        name: "mandate_task", stream: "stream",
        sql: """
            CREATE TABLE mandate_task (
                stream TEXT NOT NULL,
                place BIGINT NOT NULL,
                task TEXT NOT NULL,
                section TEXT NOT NULL,
                title TEXT NOT NULL,
                standing TEXT NOT NULL,
                lead_unit TEXT,
                due TEXT,
                PRIMARY KEY (stream, place)
            )
            """)

    static let targets = DerivedTable(
        name: "mandate_target", stream: "stream",
        sql: """
            CREATE TABLE mandate_target (
                stream TEXT NOT NULL,
                task_place BIGINT NOT NULL,
                place BIGINT NOT NULL,
                task TEXT NOT NULL,
                task_title TEXT NOT NULL,
                sentence TEXT NOT NULL,
                raw TEXT NOT NULL,
                what TEXT NOT NULL,
                comparator TEXT NOT NULL,
                value TEXT NOT NULL,
                unit TEXT NOT NULL,
                baseline TEXT,
                soft {bool} NOT NULL,
                due TEXT NOT NULL,
                lead_units TEXT NOT NULL,
                support_units TEXT NOT NULL,
                accepted_at BIGINT NOT NULL,
                in_force {bool} NOT NULL,
                PRIMARY KEY (stream, task_place, place)
            );
            CREATE INDEX mandate_target_in_force ON mandate_target(stream, task_place, place) WHERE in_force
            """)

    static let doubts = DerivedTable(
        name: "mandate_doubt", stream: "stream",
        sql: """
            CREATE TABLE mandate_doubt (
                stream TEXT NOT NULL,
                place BIGINT NOT NULL,
                place_zh TEXT NOT NULL,
                place_en TEXT NOT NULL,
                message_zh TEXT NOT NULL,
                message_en TEXT NOT NULL,
                PRIMARY KEY (stream, place)
            )
            """)

    // MARK: Sources

    /// Keeps a source text under its hash; one that is there already stays as it is.
    package static func keep(_ text: String, under hash: String, in connection: any Connection) throws {
        try connection.execute(
            "INSERT INTO mandate_source(hash, text) VALUES ($1, $2) ON CONFLICT(hash) DO NOTHING",
            [.text(hash), .text(text)])
    }

    /// The text of a hash; nil when none was ever kept under it.
    package static func source(_ hash: String, in connection: any Connection) throws -> String? {
        try connection.first("SELECT text FROM mandate_source WHERE hash = $1", [.text(hash)])?.text(0)
    }

    // MARK: Documents

    private static let columns = """
        stream, region, title, number, issuer, dated, file_hash, imported_at, tasks, waiting, accepted, doubts, \
        replaces, replaced_by
        """
    private static let select = "SELECT \(columns) FROM mandate_document"

    package static func document(_ id: String, in connection: any Connection) throws -> MandateDocumentRow? {
        try connection.first("\(select) WHERE stream = $1", [.text(id)]).map(document)
    }

    /// The version in force of a document of that number in a region; without a number, of that title.
    package static func version(
        number: String?, title: String, region: String, in connection: any Connection
    ) throws -> MandateDocumentRow? {
        let (column, value) = number.map { ("number", $0) } ?? ("title", title)
        return try connection.first(
            """
            \(select) WHERE region = $1 AND \(column) = $2 AND replaced_by IS NULL
            ORDER BY stream DESC LIMIT 1
            """,
            [.text(region), .text(value)]
        ).map(document)
    }

    /// Documents of a region, or of the whole city, the newest first.
    package static func documents(
        region: String?, before: MandateCursor?, limit: Int, in connection: any Connection
    ) throws -> [MandateDocumentRow] {
        let before = before ?? MandateCursor(at: Moment(milliseconds: Int64.max), id: "")
        var arguments: [SQLValue] = [.int(before.at.milliseconds), .text(before.id), SQLValue(limit)]
        var place = ""
        if let region {
            arguments.append(.text(region))
            place = "region = $4 AND "
        }
        return try connection.query(
            """
            \(select) WHERE \(place)(imported_at, stream) < ($1, $2) ORDER BY imported_at DESC, stream DESC LIMIT $3
            """, arguments
        ).map(document)
    }

    private static func document(_ row: Row) throws -> MandateDocumentRow {
        MandateDocumentRow(
            id: try row.text(0), region: try row.text(1), title: try row.text(2), number: try row.optionalText(3),
            issuer: try row.optionalText(4), date: try row.optionalText(5).flatMap { Day($0) },
            fileHash: try row.text(6), importedAt: Moment(milliseconds: Int64(try row.int(7))), tasks: try row.int(8),
            waiting: try row.int(9), accepted: try row.int(10), doubts: try row.int(11),
            replaces: try row.optionalText(12), replacedBy: try row.optionalText(13))
    }

    // MARK: Tasks and figures

    /// Tasks of a document in its order, from a place on.
    package static func tasks(
        of document: String, from place: Int, limit: Int, in connection: any Connection
    ) throws -> [MandateTaskRow] {
        try connection.query(
            """
            SELECT task, place, section, title, standing, lead_unit, due FROM mandate_task
            WHERE stream = $1 AND place >= $2 ORDER BY place LIMIT $3
            """, [.text(document), SQLValue(place), SQLValue(limit)]
        ).compactMap { row in
            guard let standing = MandateTask.Standing(rawValue: try row.text(4)) else { return nil }
            return MandateTaskRow(
                document: document, id: try row.text(0), place: try row.int(1), section: try row.text(2),
                title: try row.text(3), standing: standing, leadUnit: try row.optionalText(5),
                due: try row.optionalText(6).flatMap { Day($0) })
        }
    }

    /// Where a page of accepted figures begins: behind this one.
    package struct TargetCursor: Hashable, Sendable {
        package let document: String
        package let taskPlace: Int
        package let place: Int

        package init(document: String, taskPlace: Int, place: Int) {
            self.document = document
            self.taskPlace = taskPlace
            self.place = place
        }
    }

    /// Figures of accepted tasks of documents in force, by document and place; what measures them is bound to them.
    ///
    /// - Returns: the figures, and where the next page begins; nil at the end.
    package static func acceptedTargets(
        after cursor: TargetCursor?, limit: Int, in connection: any Connection
    ) throws -> (targets: [AcceptedTarget], next: TargetCursor?) {
        let cursor = cursor ?? TargetCursor(document: "", taskPlace: -1, place: -1)
        let rows = try connection.query(
            """
            SELECT t.stream, t.task_place, t.place, t.task, t.task_title, t.sentence, t.raw, t.what, t.comparator,
                t.value, t.unit, t.baseline, t.soft, t.due, t.lead_units, t.support_units, t.accepted_at,
                d.number, d.title, d.region
            FROM mandate_target t JOIN mandate_document d ON d.stream = t.stream
            WHERE t.in_force AND (t.stream, t.task_place, t.place) > ($1, $2, $3)
            ORDER BY t.stream, t.task_place, t.place LIMIT $4
            """,
            [.text(cursor.document), SQLValue(cursor.taskPlace), SQLValue(cursor.place), SQLValue(limit)])
        let next =
            try rows.count == limit
            ? rows.last.map { row in
                TargetCursor(document: try row.text(0), taskPlace: try row.int(1), place: try row.int(2))
            } : nil
        return (try rows.compactMap(target), next)
    }

    private static func target(_ row: Row) throws -> AcceptedTarget? {
        guard let comparator = MandateLedger.Comparator(rawValue: try row.text(8)),
            let value = Decimal(try row.text(9)), let due = Day(try row.text(13))
        else { return nil }
        let (document, task) = (try row.text(0), try row.text(3))
        return AcceptedTarget(
            id: "\(document)/\(task)/\(try row.int(2))", document: document, documentNumber: try row.optionalText(17),
            documentTitle: try row.text(18), region: try row.text(19), task: task, taskTitle: try row.text(4),
            sentence: try row.text(5), raw: try row.text(6), what: try row.text(7), comparator: comparator,
            value: value, unit: try row.text(10), baseline: try row.optionalText(11).flatMap { Decimal($0) },
            isSoft: try row.bool(12), due: due, leadUnits: MandateStore.ids(try row.text(14)),
            supportUnits: MandateStore.ids(try row.text(15)),
            acceptedAt: Moment(milliseconds: Int64(try row.int(16))))
    }

    /// Ids of units hold no comma.
    static func ids(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
}

/// Behind which document a page begins.
package struct MandateCursor: Hashable, Sendable {
    package let at: Moment
    package let id: String

    package init(at: Moment, id: String) {
        self.at = at
        self.id = id
    }

    /// Reads `MILLISECONDS.ID`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let milliseconds = Int64(parts[0]), Identifier<MandateDocument>(parts[1]) != nil else {
            return nil
        }
        self.init(at: Moment(milliseconds: milliseconds), id: parts[1])
    }

    package var text: String { "\(at.milliseconds).\(id)" }
}
