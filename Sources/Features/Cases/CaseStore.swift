import Definitions
import Storage
import Values

/// All SQL about case and task rows.
package enum CaseStore {
    static let tables = [
        DerivedTable(
            name: "case_file", stream: "id",
            sql: """
                CREATE TABLE case_file (
                    id TEXT NOT NULL PRIMARY KEY,
                    version BIGINT NOT NULL,
                    number TEXT,
                    service TEXT NOT NULL,
                    definition TEXT NOT NULL,
                    region TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    applicant TEXT NOT NULL,
                    applicant_mask TEXT,
                    channel TEXT,
                    stage TEXT NOT NULL,
                    waits_for TEXT NOT NULL,
                    closed {bool} NOT NULL,
                    outcome TEXT,
                    filed_at BIGINT NOT NULL,
                    closed_at BIGINT,
                    promised_due TEXT,
                    legal_due TEXT,
                    stopped {bool} NOT NULL,
                    next_instant BIGINT,
                    parent TEXT
                );
                CREATE INDEX case_file_by_applicant ON case_file(applicant, id);
                CREATE INDEX case_file_waiting ON case_file(applicant, id) WHERE waits_for = 'applicant';
                CREATE INDEX case_file_by_unit ON case_file(unit, id);
                CREATE INDEX case_file_by_number ON case_file(number) WHERE number IS NOT NULL;
                CREATE INDEX case_file_by_next_instant ON case_file(next_instant) WHERE next_instant IS NOT NULL
                """),
        DerivedTable(
            name: "case_task", stream: "case_id",
            sql: """
                CREATE TABLE case_task (
                    case_id TEXT NOT NULL,
                    task TEXT NOT NULL,
                    number BIGINT NOT NULL,
                    unit TEXT NOT NULL,
                    role TEXT NOT NULL,
                    region TEXT NOT NULL,
                    unclear {bool} NOT NULL,
                    since BIGINT NOT NULL,
                    due TEXT NOT NULL,
                    clock_due TEXT,
                    day_unit TEXT,
                    service TEXT NOT NULL,
                    definition TEXT NOT NULL,
                    case_number TEXT,
                    applicant_mask TEXT,
                    filed_at BIGINT NOT NULL,
                    stopped {bool} NOT NULL,
                    PRIMARY KEY (case_id, task, number)
                );
                CREATE INDEX case_task_by_due ON case_task(unit, role, due, case_id, task, number);
                CREATE INDEX case_task_stopped ON case_task(unit, role, due, case_id, task, number) WHERE stopped;
                CREATE INDEX case_task_unclear ON case_task(unit, role, due, case_id, task, number) WHERE unclear;
                CREATE INDEX case_task_late ON case_task(region, due, case_id) WHERE NOT stopped
                """),
    ]

    /// A task without a due day comes after all others.
    private static let noDue = "9999-01-01"

    static func replace(_ rows: CaseRows, of id: String, in connection: any Connection) throws {
        if let row = rows.row { try save(row, in: connection) }
        if rows.row?.version ?? 1 > 1 {
            try connection.enqueue("DELETE FROM case_task WHERE case_id = $1", [.text(id)])
        }
        try connection.insert(rows.tasks.map(values), by: taskInsert)
        try DutyStore.replace(rows.duties, of: id, isNew: rows.row?.version ?? 1 <= 1, in: connection)
        // Answers change only before acceptance; writing the same again changes nothing.
        try KnownAnswerStore.save(rows.known, in: connection)
    }

    private static func save(_ row: CaseRow, in connection: any Connection) throws {
        try connection.enqueue(
            upsert,
            [
                .text(row.id), SQLValue(row.version), SQLValue(row.number), .text(row.service),
                .text(row.definition), .text(row.region), .text(row.unit), .text(row.applicant),
                SQLValue(row.applicantMask), SQLValue(row.channel), .text(row.stage), .text(row.waitsFor.rawValue),
                SQLValue(row.isClosed), SQLValue(row.outcome), .int(row.filedAt.milliseconds),
                SQLValue(row.closedAt?.milliseconds), SQLValue(row.promisedDue?.description),
                SQLValue(row.legalDue?.description), SQLValue(row.isStopped), SQLValue(row.nextInstant?.milliseconds),
                SQLValue(row.parent),
            ])
    }

    private static let columns = [
        "id", "version", "number", "service", "definition", "region", "unit", "applicant", "applicant_mask",
        "channel", "stage", "waits_for", "closed", "outcome", "filed_at", "closed_at", "promised_due", "legal_due",
        "stopped", "next_instant", "parent",
    ]

    /// Of the header, fixed at filing: not written again, nor are the indexes over them.
    private static let fixed: Set<String> = [
        "id", "service", "region", "unit", "applicant", "channel", "filed_at", "parent",
    ]

    private static let upsert = """
        INSERT INTO case_file(\(columns.joined(separator: ", ")))
        VALUES (\((1...columns.count).map { "$\($0)" }.joined(separator: ", ")))
        ON CONFLICT(id) DO UPDATE SET
        \(columns.filter { !fixed.contains($0) }.map(assignment).joined(separator: ", "))
        """

    /// A final stage is final: what comes after it does not tell again when that was.
    private static func assignment(_ column: String) -> String {
        column == "closed_at"
            ? "closed_at = coalesce(excluded.closed_at, case_file.closed_at)" : "\(column) = excluded.\(column)"
    }

    private static let taskInsert = Insert(
        into: "case_task",
        columns: [
            "case_id", "task", "number", "unit", "role", "region", "unclear", "since", "due", "clock_due", "day_unit",
            "service", "definition", "case_number", "applicant_mask", "filed_at", "stopped",
        ])

    private static func values(_ row: TaskRow) -> [SQLValue] {
        [
            .text(row.caseID), .text(row.task), SQLValue(row.number), .text(row.unit), .text(row.role),
            .text(row.region), SQLValue(row.isUnclear), .int(row.since.milliseconds),
            .text(row.due?.description ?? noDue), SQLValue(row.clockDue?.description),
            SQLValue(row.dayUnit?.rawValue), .text(row.service), .text(row.definition),
            SQLValue(row.caseNumber), SQLValue(row.applicantMask), .int(row.filedAt.milliseconds),
            SQLValue(row.isStopped),
        ]
    }

    // MARK: Reading

    package static func row(_ id: String, in connection: any Connection) throws -> CaseRow? {
        try connection.first("\(select) WHERE id = $1", [.text(id)]).map(row)
    }

    /// By printed number or by id.
    package static func find(_ text: String, in connection: any Connection) throws -> CaseRow? {
        try connection.first("\(select) WHERE number = $1", [.text(text)]).map(row) ?? row(text, in: connection)
    }

    /// Applicants with their cases in the order of ids, until so many cases are counted; goes through the index.
    package static func applicants(
        atMost limit: Int, in connection: any Connection
    ) throws -> [(applicant: String, cases: [String])] {
        let rows = try connection.query(
            "SELECT applicant, id FROM case_file ORDER BY applicant, id LIMIT $1", [SQLValue(limit)])
        var groups: [(applicant: String, cases: [String])] = []
        for row in rows {
            let applicant = try row.text(0)
            if groups.last?.applicant != applicant { groups.append((applicant, [])) }
            groups[groups.count - 1].cases.append(try row.text(1))
        }
        return groups
    }

    /// Whether there is any case.
    package static func hasCases(in connection: any Connection) throws -> Bool {
        try connection.first("SELECT 1 FROM case_file LIMIT 1", []) != nil
    }

    /// Cases of an applicant, newest first.
    ///
    /// - Parameter before: the last id of the page before; nil for the first page.
    package static func rows(
        ofApplicant applicant: String, before: String?, limit: Int, in connection: any Connection
    ) throws -> [CaseRow] {
        try connection.query(
            "\(select) WHERE applicant = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            [.text(applicant), .text(before ?? "~"), SQLValue(limit)]
        ).map(row)
    }

    /// Cases that a unit leads, newest first.
    package static func rows(
        ofUnit unit: String, before: String?, limit: Int, in connection: any Connection
    ) throws -> [CaseRow] {
        try connection.query(
            "\(select) WHERE unit = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            [.text(unit), .text(before ?? "~"), SQLValue(limit)]
        ).map(row)
    }

    /// Cases at which the clock leader must look by now, the most overdue first.
    package static func due(by moment: Moment, limit: Int, in connection: any Connection) throws -> [String] {
        try connection.query(
            """
            SELECT id FROM case_file WHERE next_instant IS NOT NULL AND next_instant <= $1
            ORDER BY next_instant LIMIT $2
            """,
            [.int(moment.milliseconds), SQLValue(limit)]
        ).map { try $0.text(0) }
    }

    /// Where a worklist page begins: behind this task.
    package struct TaskCursor: Hashable, Sendable {
        package let due: String
        package let caseID: String
        package let task: String
        package let number: Int

        package init(due: String, caseID: String, task: String, number: Int) {
            self.due = due
            self.caseID = caseID
            self.task = task
            self.number = number
        }

        /// `2026-03-02.01H….review.1`; nil for anything else.
        package init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4, Day(parts[0]) != nil, Identifier<CaseRow>(parts[1]) != nil,
                parts[2].utf8.count <= 100, let number = Int(parts[3])
            else { return nil }
            self.init(due: parts[0], caseID: parts[1], task: parts[2], number: number)
        }

        package var text: String { "\(due).\(caseID).\(task).\(number)" }
    }

    /// Open tasks of one role in one unit, least time left first; one range of one index.
    package static func tasks(
        in unit: String, role: String, after cursor: TaskCursor?, limit: Int, in connection: any Connection
    ) throws -> [TaskRow] {
        let start = cursor ?? TaskCursor(due: "", caseID: "", task: "", number: 0)
        return try connection.query(
            """
            \(selectTask) WHERE unit = $1 AND role = $2 AND (due, case_id, task, number) > ($3, $4, $5, $6)
            ORDER BY due, case_id, task, number LIMIT $7
            """,
            [
                .text(unit), .text(role), .text(start.due), .text(start.caseID), .text(start.task),
                SQLValue(start.number), SQLValue(limit),
            ]
        ).map(task)
    }

    /// How many tasks stand open up to a due day; counting stops at `limit`.
    package static func count(
        in unit: String, role: String, dueBy day: Day?, limit: Int, in connection: any Connection
    ) throws -> Int {
        try connection.first(
            """
            SELECT COUNT(*) FROM (SELECT 1 AS one FROM case_task
            WHERE unit = $1 AND role = $2 AND due <= $3 ORDER BY due LIMIT $4) AS counted
            """,
            [.text(unit), .text(role), .text(day?.description ?? "9999-12-31"), SQLValue(limit)]
        )?.int(0) ?? 0
    }

    package static func cursor(behind row: TaskRow) -> TaskCursor {
        TaskCursor(due: row.due?.description ?? noDue, caseID: row.caseID, task: row.task, number: row.number)
    }

    static let select = "SELECT \(columns.joined(separator: ", ")) FROM case_file"
    static let selectTask = """
        SELECT case_id, task, number, unit, role, region, unclear, since, due, clock_due, day_unit, service, definition,
        case_number, applicant_mask, filed_at, stopped FROM case_task
        """

    static func row(_ row: Row) throws -> CaseRow {
        CaseRow(
            id: try row.text(0), version: try row.int(1), number: try row.optionalText(2), service: try row.text(3),
            definition: try row.text(4), region: try row.text(5), unit: try row.text(6), applicant: try row.text(7),
            applicantMask: try row.optionalText(8), channel: try row.optionalText(9), stage: try row.text(10),
            waitsFor: Stage.WaitsFor(rawValue: try row.text(11)) ?? .nobody, isClosed: try row.bool(12),
            outcome: try row.optionalText(13), filedAt: moment(try row.int(14)),
            closedAt: try row.optionalInt(15).map(moment), promisedDue: try row.optionalText(16).flatMap { Day($0) },
            legalDue: try row.optionalText(17).flatMap { Day($0) }, isStopped: try row.bool(18),
            nextInstant: try row.optionalInt(19).map(moment), parent: try row.optionalText(20))
    }

    static func task(_ row: Row) throws -> TaskRow {
        let due = try row.text(8)
        return TaskRow(
            caseID: try row.text(0), task: try row.text(1), number: try row.int(2), unit: try row.text(3),
            role: try row.text(4), region: try row.text(5), isUnclear: try row.bool(6), since: moment(try row.int(7)),
            due: due == noDue ? nil : Day(due), clockDue: try row.optionalText(9).flatMap { Day($0) },
            dayUnit: try row.optionalText(10).flatMap { LegalPeriod.Unit(rawValue: $0) }, service: try row.text(11),
            definition: try row.text(12), caseNumber: try row.optionalText(13),
            applicantMask: try row.optionalText(14), filedAt: moment(try row.int(15)), isStopped: try row.bool(16))
    }

    private static func moment(_ milliseconds: Int) -> Moment { Moment(milliseconds: Int64(milliseconds)) }
}
