import Storage
import Values

/// Made reports, from their streams.
package struct ReportProjection: Projection {
    package let name = "reports"
    package let version = 1
    package let tables = [ReportStore.table]

    package init() {}

    package func rows(of stream: [PastEvent]) throws(Failure) -> ReportRow? { ReportRow(folding: stream) }

    package func store(_ rows: ReportRow?, in connection: any Connection) throws {
        if let rows { try ReportStore.save(rows, in: connection) }
    }
}
