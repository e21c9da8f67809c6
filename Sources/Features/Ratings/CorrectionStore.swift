import Storage
import Values

/// All SQL about corrections of bad ratings; they follow from the streams of their cases.
package enum CorrectionStore {
    static let table = DerivedTable(
        name: "rating_correction",
        sql: """
            CREATE TABLE rating_correction (
                case_id TEXT NOT NULL PRIMARY KEY,
                rating TEXT NOT NULL,
                region TEXT NOT NULL,
                unit TEXT NOT NULL,
                service TEXT NOT NULL,
                channel TEXT NOT NULL,
                grade BIGINT NOT NULL,
                named {bool} NOT NULL,
                opened_at BIGINT NOT NULL,
                month BIGINT NOT NULL,
                due TEXT,
                contacted_at BIGINT,
                corrected_at BIGINT,
                called_at BIGINT,
                closed_at BIGINT,
                excluded {bool} NOT NULL
            );
            CREATE UNIQUE INDEX rating_correction_by_rating ON rating_correction(rating);
            CREATE INDEX rating_correction_by_region ON rating_correction(region, opened_at, case_id);
            CREATE INDEX rating_correction_by_time ON rating_correction(opened_at, case_id);
            CREATE INDEX rating_correction_open ON rating_correction(opened_at, case_id)
            WHERE corrected_at IS NULL AND closed_at IS NULL;
            CREATE INDEX rating_correction_open_in ON rating_correction(region, opened_at, case_id)
            WHERE corrected_at IS NULL AND closed_at IS NULL;
            CREATE INDEX rating_correction_uncalled ON rating_correction(opened_at, case_id)
            WHERE named AND called_at IS NULL AND NOT excluded;
            CREATE INDEX rating_correction_uncalled_in ON rating_correction(region, opened_at, case_id)
            WHERE named AND called_at IS NULL AND NOT excluded;
            CREATE INDEX rating_correction_excluded ON rating_correction(opened_at, case_id) WHERE excluded;
            CREATE INDEX rating_correction_excluded_in ON rating_correction(region, opened_at, case_id)
            WHERE excluded
            """)

    /// Which corrections a list shows.
    package enum View: String, Hashable, Sendable, CaseIterable {
        case all
        /// Not corrected yet; the overdue ones among them.
        case open
        /// With a name, and not called back yet.
        case uncalled
        case excluded

        fileprivate var condition: String {
            switch self {
            case .all: ""
            case .open: "corrected_at IS NULL AND closed_at IS NULL AND "
            case .uncalled: "named AND called_at IS NULL AND NOT excluded AND "
            case .excluded: "excluded AND "
            }
        }
    }

    private static let columns = """
        case_id, rating, region, unit, service, channel, grade, named, opened_at, month, due, contacted_at, \
        corrected_at, called_at, closed_at, excluded
        """

    static func save(_ row: RatingCorrection, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO rating_correction(\(columns))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT(case_id) DO UPDATE SET due = excluded.due, contacted_at = excluded.contacted_at,
            corrected_at = excluded.corrected_at, called_at = excluded.called_at, closed_at = excluded.closed_at,
            excluded = excluded.excluded
            """,
            [
                .text(row.caseID), .text(row.rating), .text(row.region), .text(row.unit), .text(row.service),
                .text(row.channel), SQLValue(row.grade.number), SQLValue(row.isNamed),
                .int(row.openedAt.milliseconds), SQLValue(row.month), SQLValue(row.due?.description),
                SQLValue(row.contactedAt?.milliseconds), SQLValue(row.correctedAt?.milliseconds),
                SQLValue(row.calledAt?.milliseconds), SQLValue(row.closedAt?.milliseconds),
                SQLValue(row.isExcluded),
            ])
    }

    package static func correction(
        _ caseID: String, in connection: any Connection
    ) throws -> RatingCorrection? {
        try connection.first("\(select) WHERE case_id = $1", [.text(caseID)]).flatMap(correction)
    }

    package static func correction(
        of rating: String, in connection: any Connection
    ) throws -> RatingCorrection? {
        try connection.first("\(select) WHERE rating = $1", [.text(rating)]).flatMap(correction)
    }

    /// Corrections of a region, or of the whole city, the newest first.
    package static func rows(
        _ view: View, region: String?, before: RatingCursor?, limit: Int, in connection: any Connection
    ) throws -> [RatingCorrection] {
        let before = before ?? RatingCursor(at: Moment(milliseconds: Int64.max), id: "")
        var arguments: [SQLValue] = [.int(before.at.milliseconds), .text(before.id), SQLValue(limit)]
        var place = ""
        if let region {
            arguments.append(.text(region))
            place = "region = $4 AND "
        }
        return try connection.query(
            """
            \(select) WHERE \(view.condition)\(place)(opened_at, case_id) < ($1, $2)
            ORDER BY opened_at DESC, case_id DESC LIMIT $3
            """, arguments
        ).compactMap(correction)
    }

    private static let select = "SELECT \(columns) FROM rating_correction"

    private static func correction(_ row: Row) throws -> RatingCorrection? {
        guard let grade = RatingGrade(number: try row.int(6)) else { return nil }
        func moment(_ column: Int) throws -> Moment? {
            try row.optionalInt(column).map { Moment(milliseconds: Int64($0)) }
        }
        return RatingCorrection(
            caseID: try row.text(0), rating: try row.text(1), region: try row.text(2), unit: try row.text(3),
            service: try row.text(4), channel: try row.text(5), grade: grade, isNamed: try row.bool(7),
            openedAt: Moment(milliseconds: Int64(try row.int(8))), month: try row.int(9),
            due: try row.optionalText(10).flatMap { Day($0) }, contactedAt: try moment(11),
            correctedAt: try moment(12), calledAt: try moment(13), closedAt: try moment(14),
            isExcluded: try row.bool(15))
    }
}
