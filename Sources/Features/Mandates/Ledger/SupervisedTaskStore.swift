import Storage
import Values

/// All SQL about tasks under supervision; they follow from the streams of their cases.
package enum SupervisedTaskStore {
    static let table = DerivedTable(
        name: "supervised_task",
        sql: """
            CREATE TABLE supervised_task (
                case_id TEXT NOT NULL PRIMARY KEY,
                record TEXT NOT NULL,
                parent TEXT,
                document TEXT NOT NULL,
                title TEXT NOT NULL,
                part TEXT NOT NULL,
                region TEXT NOT NULL,
                unit TEXT NOT NULL,
                warn_days BIGINT NOT NULL,
                opened_at BIGINT NOT NULL,
                report_every TEXT NOT NULL,
                due TEXT NOT NULL,
                stage TEXT NOT NULL,
                outcome TEXT,
                last_report TEXT,
                report_due TEXT,
                missed_reports BIGINT NOT NULL,
                measured {bool} NOT NULL,
                urged BIGINT NOT NULL,
                praised BIGINT NOT NULL,
                criticised BIGINT NOT NULL,
                appeals BIGINT NOT NULL,
                milestones TEXT NOT NULL,
                parts TEXT NOT NULL,
                closed_at BIGINT,
                yellow_from TEXT NOT NULL,
                red_from TEXT NOT NULL,
                closed {bool} NOT NULL
            );
            CREATE INDEX supervised_task_by_record ON supervised_task(record, case_id);
            CREATE INDEX supervised_task_by_due ON supervised_task(closed, due, case_id);
            CREATE INDEX supervised_task_in ON supervised_task(region, closed, due, case_id);
            CREATE INDEX supervised_task_at ON supervised_task(unit, closed, due, case_id);
            CREATE INDEX supervised_task_of ON supervised_task(document, closed, due, case_id)
            """)

    /// Which tasks a list shows.
    package struct Choice: Hashable, Sendable {
        /// nil: the whole city.
        package var region: String?
        package var unit: String?
        /// As `SupervisedTask.document`.
        package var document: String?
        package var light: SupervisedTask.Light?
        package var isClosed: Bool
        /// Only those whose last day is not later.
        package var dueBy: Day?
        /// Only those whose next report is due by this day, or missing.
        package var reportBy: Day?

        package init(
            region: String?, unit: String?, document: String?, light: SupervisedTask.Light?, isClosed: Bool,
            dueBy: Day?, reportBy: Day?
        ) {
            self.region = region
            self.unit = unit
            self.document = document
            self.light = light
            self.isClosed = isClosed
            self.dueBy = dueBy
            self.reportBy = reportBy
        }
    }

    private static let columns = """
        case_id, record, parent, document, title, part, region, unit, warn_days, opened_at, report_every, due, stage, \
        outcome, last_report, report_due, missed_reports, measured, urged, praised, criticised, appeals, milestones, \
        parts, closed_at
        """
    private static let select = "SELECT \(columns) FROM supervised_task"

    static func save(_ task: SupervisedTask, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO supervised_task(\(columns), yellow_from, red_from, closed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                $23, $24, $25, $26, $27, $28)
            ON CONFLICT(case_id) DO UPDATE SET due = excluded.due, stage = excluded.stage, outcome = excluded.outcome,
                last_report = excluded.last_report, report_due = excluded.report_due,
                missed_reports = excluded.missed_reports, measured = excluded.measured, urged = excluded.urged,
                praised = excluded.praised, criticised = excluded.criticised, appeals = excluded.appeals,
                milestones = excluded.milestones, parts = excluded.parts, closed_at = excluded.closed_at,
                yellow_from = excluded.yellow_from, red_from = excluded.red_from, closed = excluded.closed
            """,
            [
                .text(task.caseID), .text(task.record), SQLValue(task.parent), .text(task.document), .text(task.title),
                .text(task.part.rawValue), .text(task.region), .text(task.unit), SQLValue(task.warnDays),
                .int(task.openedAt.milliseconds), .text(task.reportEvery.rawValue), .text(task.due.description),
                .text(task.stage), SQLValue(task.outcome), SQLValue(task.lastReport?.description),
                SQLValue(task.reportDue?.description), SQLValue(task.missedReports), SQLValue(task.isMeasured),
                SQLValue(task.urged), SQLValue(task.praised), SQLValue(task.criticised), SQLValue(task.openAppeals),
                .text(SupervisedTaskStore.text(task.milestones)), .text(SupervisedTaskStore.text(task.parts)),
                SQLValue(task.closedAt?.milliseconds), .text(task.yellowFrom.description),
                .text(task.redFrom.description), SQLValue(task.closedAt != nil),
            ])
    }

    /// `1=2026-06-30 2=2026-09-30`, in order.
    private static func text<Key: Comparable & LosslessStringConvertible>(_ days: [Key: Day]) -> String {
        days.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    private static func days<Key: LosslessStringConvertible>(_ text: String) -> [Key: Day] {
        var days: [Key: Day] = [:]
        for entry in text.split(separator: " ") {
            let parts = entry.split(separator: "=").map(String.init)
            guard parts.count == 2, let key = Key(parts[0]) else { continue }
            days[key] = Day(parts[1])
        }
        return days
    }

    /// The task of a case; nil for a case of another kind, and for one that was not followed yet.
    package static func task(_ caseID: String, in connection: any Connection) throws -> SupervisedTask? {
        try connection.first("\(select) WHERE case_id = $1", [.text(caseID)]).flatMap(task)
    }

    /// The cases of one task: its responsible unit and those beside it.
    package static func tasks(of record: String, in connection: any Connection) throws -> [SupervisedTask] {
        try connection.query("\(select) WHERE record = $1 ORDER BY case_id", [.text(record)]).compactMap(task)
    }

    /// Tasks by their last day, the earliest first.
    ///
    /// - Parameters:
    ///   - day: on which lights are asked.
    ///   - after: behind which one the page begins.
    package static func rows(
        _ choice: Choice, on day: Day, after: SupervisedTaskCursor?, limit: Int, in connection: any Connection
    ) throws -> [SupervisedTask] {
        let after = after ?? SupervisedTaskCursor(due: Day(1, 1, 1), caseID: "")
        var filter = Filter(
            arguments: [
                .text(after.due.description), .text(after.caseID), SQLValue(limit), SQLValue(choice.isClosed),
            ])
        filter.take(choice, on: day)
        return try connection.query(
            """
            \(select) WHERE closed = $4 AND \(filter.conditions)(due, case_id) > ($1, $2)
            ORDER BY due, case_id LIMIT $3
            """, filter.arguments
        ).compactMap(task)
    }

    /// Conditions with their arguments, numbered behind those that are there.
    private struct Filter {
        var arguments: [SQLValue]
        var conditions = ""

        private mutating func add(_ value: String?, _ condition: (String) -> String) {
            guard let value else { return }
            arguments.append(.text(value))
            conditions += condition("$\(arguments.count)") + " AND "
        }

        mutating func take(_ choice: Choice, on day: Day) {
            add(choice.region) { "region = \($0)" }
            add(choice.unit) { "unit = \($0)" }
            add(choice.document) { "document = \($0)" }
            add(choice.dueBy?.description) { "due <= \($0)" }
            add(choice.reportBy?.description) { "(report_due <= \($0) OR missed_reports > 0)" }
            switch choice.light {
            case .red: add(day.description) { "red_from <= \($0)" }
            case .yellow: add(day.description) { "yellow_from <= \($0) AND red_from > \($0)" }
            case .green: add(day.description) { "yellow_from > \($0) AND red_from > \($0)" }
            case nil: break
            }
        }
    }

    private static func task(_ row: Row) throws -> SupervisedTask? {
        guard let part = SupervisedTask.Part(rawValue: try row.text(5)),
            let reportEvery = ReportPeriod(rawValue: try row.text(10)), let due = Day(try row.text(11))
        else { return nil }
        return SupervisedTask(
            caseID: try row.text(0), record: try row.text(1), parent: try row.optionalText(2),
            document: try row.text(3), title: try row.text(4), part: part, region: try row.text(6),
            unit: try row.text(7), warnDays: try row.int(8),
            openedAt: Moment(milliseconds: Int64(try row.int(9))), reportEvery: reportEvery, due: due,
            stage: try row.text(12), outcome: try row.optionalText(13),
            lastReport: try row.optionalText(14).flatMap { Day($0) },
            reportDue: try row.optionalText(15).flatMap { Day($0) }, missedReports: try row.int(16),
            isMeasured: try row.bool(17), urged: try row.int(18), praised: try row.int(19),
            criticised: try row.int(20), openAppeals: try row.int(21), milestones: days(try row.text(22)),
            parts: days(try row.text(23)), closedAt: try row.optionalInt(24).map { Moment(milliseconds: Int64($0)) })
    }
}

/// Behind which task a page of the ledger begins.
package struct SupervisedTaskCursor: Hashable, Sendable {
    package let due: Day
    package let caseID: String

    package init(due: Day, caseID: String) {
        self.due = due
        self.caseID = caseID
    }

    /// Reads `2026-06-30.CASE`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let due = Day(parts[0]), Identifier<SupervisedTask>(parts[1]) != nil else { return nil }
        self.init(due: due, caseID: parts[1])
    }

    package var text: String { "\(due).\(caseID)" }
}
