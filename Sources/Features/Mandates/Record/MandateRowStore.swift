import Storage
import Values

/// Writes the rows of a document; they follow from its stream.
enum MandateRowStore {
    static func replace(_ document: MandateDocument, in connection: any Connection) throws {
        for table in ["mandate_target", "mandate_task", "mandate_doubt", "mandate_document"] {
            try connection.execute("DELETE FROM \(table) WHERE stream = $1", [.text(document.id)])
        }
        try save(MandateDocumentRow(document), in: connection)
        for (place, task) in document.tasks.enumerated() {
            try save(task, at: place, of: document, in: connection)
            for (number, target) in AcceptedTarget.all(of: task, in: document).enumerated() {
                try save(target, task: place, place: number, of: document, in: connection)
            }
        }
        for (place, doubt) in document.ledger.doubts.enumerated() {
            try connection.execute(
                """
                INSERT INTO mandate_doubt(stream, place, place_zh, place_en, message_zh, message_en)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .text(document.id), SQLValue(place), .text(doubt.place.zh), .text(doubt.place.en),
                    .text(doubt.message.zh), .text(doubt.message.en),
                ])
        }
    }

    private static func save(_ row: MandateDocumentRow, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO mandate_document(stream, region, title, number, issuer, dated, file_hash, imported_at, tasks,
                waiting, accepted, doubts, replaces, replaced_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            [
                .text(row.id), .text(row.region), .text(row.title), SQLValue(row.number), SQLValue(row.issuer),
                SQLValue(row.date?.description), .text(row.fileHash), .int(row.importedAt.milliseconds),
                SQLValue(row.tasks), SQLValue(row.waiting), SQLValue(row.accepted), SQLValue(row.doubts),
                SQLValue(row.replaces), SQLValue(row.replacedBy),
            ])
    }

    private static func save(
        _ task: MandateTask, at place: Int, of document: MandateDocument, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO mandate_task(stream, place, task, section, title, standing, lead_unit, due)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .text(document.id), SQLValue(place), .text(task.id), .text(task.now.section), .text(task.now.title),
                .text(task.standing.rawValue), SQLValue(task.assignment?.lead.first),
                SQLValue((task.assignment?.due ?? task.printedDue)?.description),
            ])
    }

    private static func save(
        _ target: AcceptedTarget, task: Int, place: Int, of document: MandateDocument, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO mandate_target(stream, task_place, place, task, task_title, sentence, raw, what, comparator,
                value, unit, baseline, soft, due, lead_units, support_units, accepted_at, in_force)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            [
                .text(document.id), SQLValue(task), SQLValue(place), .text(target.task), .text(target.taskTitle),
                .text(target.sentence), .text(target.raw), .text(target.what), .text(target.comparator.rawValue),
                .text(target.value.description), .text(target.unit), SQLValue(target.baseline?.description),
                SQLValue(target.isSoft), .text(target.due.description),
                .text(target.leadUnits.joined(separator: ",")), .text(target.supportUnits.joined(separator: ",")),
                .int(target.acceptedAt.milliseconds), SQLValue(document.replacedBy == nil),
            ])
    }
}

/// Rows of documents, tasks, figures and doubts, from the stream of each document.
package struct MandateProjection: Projection {
    package let name = "mandates"
    package let version = 1
    package let tables = [MandateStore.documents, MandateStore.tasks, MandateStore.targets, MandateStore.doubts]

    package init() {}

    /// None for streams of other features.
    package func rows(of stream: [PastEvent]) throws(Failure) -> MandateDocument? { MandateDocument(folding: stream) }

    package func store(_ rows: MandateDocument?, in connection: any Connection) throws {
        if let rows { try MandateRowStore.replace(rows, in: connection) }
    }
}
