import Storage
import Values

/// All SQL about lists of one's own cases.
package enum OwnCasesStore {
    /// Which of an applicant's cases are asked for.
    package struct Choice: Hashable, Sendable {
        package enum State: String, Hashable, Sendable, CaseIterable {
            case all, open, ended
            /// It waits for the applicant.
            case waiting
        }

        /// `person:ID` or `enterprise:ID`.
        package let applicant: String
        /// Only these services, which a delegation covers; nil: all.
        package let delegated: [String]?
        package var state: State
        /// One service; nil: all.
        package var service: String?

        package init(applicant: String, delegated: [String]?, state: State, service: String?) {
            self.applicant = applicant
            self.delegated = delegated
            self.state = state
            self.service = service
        }
    }

    /// Cases, the newest first.
    ///
    /// - Parameter before: the last id of the page before; nil for the first page.
    package static func rows(
        _ choice: Choice, before: String?, limit: Int, in connection: any Connection
    ) throws -> [CaseRow] {
        var arguments: [SQLValue] = [.text(choice.applicant), .text(before ?? "~"), SQLValue(limit)]
        let conditions = conditions(choice, &arguments)
        return try connection.query(
            "\(CaseStore.select) WHERE applicant = $1 AND id < $2\(conditions) ORDER BY id DESC LIMIT $3", arguments
        ).map(CaseStore.row)
    }

    /// How many there are; counting stops at `limit`.
    package static func count(_ choice: Choice, limit: Int, in connection: any Connection) throws -> Int {
        var arguments: [SQLValue] = [.text(choice.applicant), SQLValue(limit)]
        let conditions = conditions(choice, &arguments)
        return try connection.first(
            """
            SELECT COUNT(*) FROM (SELECT 1 AS one FROM case_file WHERE applicant = $1\(conditions) LIMIT $2) AS counted
            """, arguments
        )?.int(0) ?? 0
    }

    private static func conditions(_ choice: Choice, _ arguments: inout [SQLValue]) -> String {
        var text = ""
        switch choice.state {
        // Members of a bundle stand on its page, and come alone only when they wait for the applicant.
        case .all: text += " AND parent IS NULL"
        case .open: text += " AND parent IS NULL AND NOT closed"
        case .ended: text += " AND parent IS NULL AND closed"
        // Word for word the condition of the partial index.
        case .waiting: text += " AND waits_for = 'applicant'"
        }
        if let service = choice.service {
            arguments.append(.text(service))
            text += " AND service = $\(arguments.count)"
        }
        guard let delegated = choice.delegated else { return text }
        if delegated.isEmpty { return text + " AND 1 = 0" }
        var places: [String] = []
        for service in delegated {
            arguments.append(.text(service))
            places.append("$\(arguments.count)")
        }
        return text + " AND service IN (\(places.joined(separator: ", ")))"
    }
}
