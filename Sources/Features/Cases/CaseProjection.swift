import Casework
import Definitions
import Storage
import Values

/// Case and task rows, a function of each case's stream.
package struct CaseProjection: Projection {
    package let name = "cases"
    package let version = 4
    package let tables = CaseStore.tables + [KnownAnswerStore.table, DutyStore.table]
    private let definition: @Sendable (String) -> Definition?

    /// - Parameter definition: compiled definitions by hash; all that cases pin must be there in a rebuild.
    package init(definition: @escaping @Sendable (String) -> Definition?) {
        self.definition = definition
    }

    package struct Rows: Sendable {
        let id: String?
        let rows: CaseRows?
    }

    package func rows(of stream: [PastEvent]) throws(Failure) -> Rows {
        guard let first = stream.first, let blank = CaseFile(opening: first) else { return Rows(id: nil, rows: nil) }
        guard let definition = definition(blank.header.definition) else {
            throw .defect("case \(first.stream) pins definition \(blank.header.definition), which is not loaded")
        }
        guard let file = CaseFile.folding(stream, by: definition) else { return Rows(id: nil, rows: nil) }
        return Rows(
            id: first.stream, rows: CaseRows.of(file, by: definition, closedAt: CaseProjection.end(of: stream)))
    }

    /// Rows of a state that is at hand, with the new events that led to it.
    package func rows(of file: CaseFile, by definition: Definition, new events: [PastEvent]) -> Rows {
        let all = CaseRows.of(file, by: definition, closedAt: CaseProjection.end(of: events))
        let hasAnswers = events.contains { CaseProjection.givesAnswers.contains($0.body.kind) }
        return Rows(
            id: file.id,
            rows: hasAnswers ? all : CaseRows(row: all.row, tasks: all.tasks, known: [], duties: all.duties))
    }

    private static let givesAnswers: Set<String> = [
        CaseEventKind.opened.rawValue, CaseEventKind.answered.rawValue, CaseEventKind.corrected.rawValue,
    ]

    package func store(_ rows: Rows, in connection: any Connection) throws {
        guard let id = rows.id, let rows = rows.rows else { return }
        try CaseStore.replace(rows, of: id, in: connection)
    }

    /// A final stage is final, so the last event that entered one closed the case.
    private static func end(of events: [PastEvent]) -> Moment? {
        events.last { $0.body.kind == CaseEventKind.stageEntered.rawValue && $0.body.open["final"] == true }?
            .body.effective.moment
    }
}
