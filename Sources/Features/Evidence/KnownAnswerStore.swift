import Storage
import Values

/// All SQL about known answers. `Cases` and `Certificates` write into it; `Evidence` never looks down.
package enum KnownAnswerStore {
    package static let table = DerivedTable(
        name: "known_answer", stream: "stream",
        sql: """
            CREATE TABLE known_answer (
                subject TEXT NOT NULL,
                concept TEXT NOT NULL,
                stream TEXT NOT NULL,
                source TEXT NOT NULL,
                grade TEXT NOT NULL,
                effective BIGINT NOT NULL,
                expiry TEXT,
                PRIMARY KEY (subject, concept, stream)
            );
            CREATE INDEX known_answer_by_stream ON known_answer(stream)
            """)

    private static let insert = Insert(
        into: "known_answer",
        columns: ["subject", "concept", "stream", "source", "grade", "effective", "expiry"],
        ending: """
            ON CONFLICT(subject, concept, stream) DO UPDATE SET source = excluded.source, grade = excluded.grade,
            effective = excluded.effective, expiry = excluded.expiry
            """)

    package static func save(_ answers: [KnownAnswer], in connection: any Connection) throws {
        try connection.insert(
            answers.map { answer in
                [
                    .text(answer.subject), .text(answer.concept), .text(answer.stream), .text(answer.source),
                    .text(answer.grade), .int(answer.effective.milliseconds), SQLValue(answer.expiry?.description),
                ]
            }, by: insert)
    }

    /// Everything known about a subject; the newest 500.
    package static func answers(about subject: String, in connection: any Connection) throws -> [KnownAnswer] {
        try connection.query(
            """
            SELECT concept, stream, source, grade, effective, expiry FROM known_answer
            WHERE subject = $1 ORDER BY concept DESC, stream DESC LIMIT 500
            """,
            [.text(subject)]
        ).map { row in
            KnownAnswer(
                subject: subject, concept: try row.text(0), stream: try row.text(1), source: try row.text(2),
                grade: try row.text(3), effective: Moment(milliseconds: Int64(try row.int(4))),
                expiry: try row.optionalText(5).flatMap { Day($0) })
        }
    }
}
