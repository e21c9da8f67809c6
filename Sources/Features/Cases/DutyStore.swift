import Casework
import Storage
import Values

/// All SQL about promises, their checks and documents that may follow.
package enum DutyStore {
    static let table = DerivedTable(
        name: "case_duty", stream: "case_id",
        sql: """
            CREATE TABLE case_duty (
                case_id TEXT NOT NULL,
                number BIGINT NOT NULL,
                about TEXT NOT NULL,
                state TEXT NOT NULL,
                region TEXT NOT NULL,
                unit TEXT NOT NULL,
                service TEXT NOT NULL,
                definition TEXT NOT NULL,
                applicant TEXT NOT NULL,
                applicant_mask TEXT,
                case_number TEXT,
                need TEXT,
                since BIGINT NOT NULL,
                due TEXT NOT NULL,
                ended BIGINT,
                PRIMARY KEY (case_id, number)
            );
            CREATE INDEX case_duty_by_state ON case_duty(about, state, due, case_id, number);
            CREATE INDEX case_duty_by_region ON case_duty(region, about, state, due, case_id, number);
            CREATE INDEX case_duty_by_applicant ON case_duty(applicant, about, state, ended)
            """)

    /// One without a day comes after all others.
    private static let noDue = "9999-01-01"

    /// - Parameter isNew: the case was not there before, so there is nothing to replace.
    static func replace(_ duties: [Duty], of id: String, isNew: Bool, in connection: any Connection) throws {
        if duties.isEmpty { return }
        if !isNew { try connection.enqueue("DELETE FROM case_duty WHERE case_id = $1", [.text(id)]) }
        try connection.insert(duties.map(values), by: insert)
    }

    private static let columns = [
        "case_id", "number", "about", "state", "region", "unit", "service", "definition", "applicant",
        "applicant_mask", "case_number", "need", "since", "due", "ended",
    ]

    private static let insert = Insert(into: "case_duty", columns: columns)

    private static func values(_ duty: Duty) -> [SQLValue] {
        [
            .text(duty.caseID), SQLValue(duty.number), .text(duty.about.rawValue), .text(duty.state.rawValue),
            .text(duty.region), .text(duty.unit), .text(duty.service), .text(duty.definition),
            .text(duty.applicant), SQLValue(duty.applicantMask), SQLValue(duty.caseNumber), SQLValue(duty.need),
            .int(duty.since.milliseconds), .text(duty.due?.description ?? noDue), SQLValue(duty.ended?.milliseconds),
        ]
    }

    // MARK: Reading

    /// Whether somebody broke a promise and no later case has repaired it.
    package static func hasBrokenPromise(_ applicant: String, in connection: any Connection) throws -> Bool {
        func last(_ about: Duty.About, _ state: ObligationRun.State) throws -> Int? {
            try connection.first(
                "SELECT MAX(ended) FROM case_duty WHERE applicant = $1 AND about = $2 AND state = $3",
                [.text(applicant), .text(about.rawValue), .text(state.rawValue)]
            )?.optionalInt(0)
        }
        guard let broken = try last(.promise, .broken) else { return false }
        return try last(.repair, .kept).map { $0 < broken } ?? true
    }

    /// Where a page begins: behind this row.
    package struct Cursor: Hashable, Sendable {
        package let due: String
        package let caseID: String
        package let number: Int

        package init(behind duty: Duty) {
            due = duty.due?.description ?? noDue
            caseID = duty.caseID
            number = duty.number
        }

        /// `2026-03-02.01H….1`; nil for anything else.
        package init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, Day(parts[0]) != nil, Identifier<Duty>(parts[1]) != nil,
                let number = Int(parts[2])
            else { return nil }
            due = parts[0]
            caseID = parts[1]
            self.number = number
        }

        package var text: String { "\(due).\(caseID).\(number)" }
    }

    /// One page of a view, the earliest day first.
    ///
    /// - Parameter region: only this one; nil: the whole city.
    package static func rows(
        _ view: DutyView, region: String?, today: Day, after cursor: Cursor?, limit: Int,
        in connection: any Connection
    ) throws -> [Duty] {
        let (condition, arguments) = condition(view, region: region, today: today, from: 5)
        return try connection.query(
            """
            SELECT \(columns.joined(separator: ", ")) FROM case_duty
            WHERE \(condition) AND (due, case_id, number) > ($1, $2, $3)
            ORDER BY due, case_id, number LIMIT $4
            """,
            [
                .text(cursor?.due ?? ""), .text(cursor?.caseID ?? ""), SQLValue(cursor?.number ?? 0), SQLValue(limit),
            ] + arguments
        ).map(duty)
    }

    /// How many a view holds; counting stops at `DutyView.countedUpTo`.
    package static func count(
        _ view: DutyView, region: String?, today: Day, in connection: any Connection
    ) throws -> Int {
        let (condition, arguments) = condition(view, region: region, today: today, from: 2)
        return try connection.first(
            "SELECT COUNT(*) FROM (SELECT 1 AS one FROM case_duty WHERE \(condition) LIMIT $1) AS counted",
            [SQLValue(DutyView.countedUpTo)] + arguments
        )?.int(0) ?? 0
    }

    private static func condition(
        _ view: DutyView, region: String?, today: Day, from first: Int
    ) -> (String, [SQLValue]) {
        var text = "about = $\(first) AND state = $\(first + 1)"
        var arguments: [SQLValue] = [.text(view.about.rawValue), .text(view.state.rawValue)]
        if let isLate = view.isLate {
            text += " AND due \(isLate ? "<" : ">=") $\(first + arguments.count)"
            arguments.append(.text(today.description))
        }
        if let region {
            text += " AND region = $\(first + arguments.count)"
            arguments.append(.text(region))
        }
        return (text, arguments)
    }

    private static func duty(_ row: Row) throws -> Duty {
        let due = try row.text(13)
        return Duty(
            caseID: try row.text(0), number: try row.int(1),
            about: Duty.About(rawValue: try row.text(2)) ?? .promise,
            state: ObligationRun.State(rawValue: try row.text(3)) ?? .open, region: try row.text(4),
            unit: try row.text(5), service: try row.text(6), definition: try row.text(7),
            applicant: try row.text(8), applicantMask: try row.optionalText(9), caseNumber: try row.optionalText(10),
            need: try row.optionalText(11), since: Moment(milliseconds: Int64(try row.int(12))),
            due: due == noDue ? nil : Day(due),
            ended: try row.optionalInt(14).map { Moment(milliseconds: Int64($0)) })
    }
}
