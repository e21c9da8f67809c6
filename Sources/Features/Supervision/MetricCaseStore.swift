import Storage
import Values

/// All SQL by which cases behind a figure are looked for.
package enum MetricCaseStore {
    /// A case that a metric may count.
    package struct Candidate: Hashable, Sendable {
        package let id: String
        package let service: String
        package let unit: String
        package let region: String
    }

    private static let select = "SELECT id, service, unit, region FROM case_file"

    /// Cases before one, from the highest id down; those of all units, or of one.
    ///
    /// - Parameter unit: nil: of the whole city.
    package static func candidates(
        of unit: String?, before id: String?, limit: Int, in connection: any Connection
    ) throws -> [Candidate] {
        var arguments: [SQLValue] = [.text(id ?? "~"), SQLValue(limit)]
        var place = ""
        if let unit {
            arguments.append(.text(unit))
            place = "unit = $3 AND "
        }
        return try connection.query("\(select) WHERE \(place)id < $1 ORDER BY id DESC LIMIT $2", arguments).map {
            Candidate(
                id: try $0.text(0), service: try $0.text(1), unit: try $0.text(2), region: try $0.text(3))
        }
    }
}
