import Storage
import Values

/// Where the city already holds a fact about somebody, so that nobody is asked for it again.
///
/// The value itself lies only in the stream that gave it, sealed under that stream's key: erasing the stream erases
/// the answer. This says where to look, and which of several is best.
package struct KnownAnswer: Hashable, Sendable {
    /// `person:ID` or `enterprise:ID`.
    package let subject: String
    package let concept: String
    /// The case that holds it.
    package let stream: String
    /// `applicant`, `officer`, or the name of a register.
    package let source: String
    /// A best … D worst (国办函〔2016〕108号).
    package let grade: String
    package let effective: Moment
    /// The last day on which it may be used; nil: no end.
    package let expiry: Day?

    package init(
        subject: String, concept: String, stream: String, source: String, grade: String, effective: Moment,
        expiry: Day?
    ) {
        self.subject = subject
        self.concept = concept
        self.stream = stream
        self.source = source
        self.grade = grade
        self.effective = effective
        self.expiry = expiry
    }

    /// The best of several for one concept: grade, then the latest, then the stream.
    package static func best(of answers: [KnownAnswer], on day: Day) -> KnownAnswer? {
        answers.filter { $0.expiry.map { day <= $0 } ?? true }.min { left, right in
            if left.grade != right.grade { return left.grade < right.grade }
            if left.effective != right.effective { return left.effective > right.effective }
            return left.stream < right.stream
        }
    }
}

/// All SQL about known answers. `Cases` and `Certificates` write into it; `Evidence` never looks down.
package enum KnownAnswerStore {
    package static let table = DerivedTable(
        name: "known_answer",
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
            )
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
            WHERE subject = $1 ORDER BY concept, stream DESC LIMIT 500
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
