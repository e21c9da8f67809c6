import Casework
import Definitions
import Features
import Proofs
import Values

/// Runs situations of a library against definitions resolved from it.
struct SituationTrial {
    let library: Library

    struct Result {
        var situations = 0
        var events = 0
        var differences: [SituationRun.Difference] = []
        var hits: Set<RowHit> = []
    }

    /// - Parameter service: only its situations; nil: all, those of procedures too.
    func run(service: String?) -> Result {
        let situations = service.map { library.situations(service: $0) } ?? library.situations
        let definitions = DefinitionsAtHand(library: library)
        var result = Result()
        for situation in situations {
            let report = definitions.try(situation)
            result.situations += 1
            result.events += report.events
            result.differences += report.differences
            for (owner, tables) in report.rowsHit {
                for (table, rows) in tables {
                    // The run counts rows from 1, as people do.
                    for row in rows { result.hits.insert(RowHit(owner: owner, table: table, row: row - 1)) }
                }
            }
        }
        return result
    }
}

/// Compiled definitions of a folder, each compiled once. A class, because the trial's closure fills it.
final class DefinitionsAtHand {
    private struct Asked: Hashable {
        let service: String?
        let procedure: String?
        let region: String
        let day: Day
    }

    let library: Library
    private let territory: TerritoryMap
    private var documents: [Asked: JSON?] = [:]
    private var compiled: [String: Definition] = [:]
    /// What is changed in every document that holds the table as it stands in its file.
    private var change: RuleChange?
    private(set) var refused = false
    /// A definition was met that gives something else than before.
    private(set) var differs = false

    init(library: Library) {
        self.library = library
        territory = TerritoryMap(document: TerritoryDesk.document(of: library), version: "folder")
    }

    func `try`(_ situation: Situation) -> SituationRun.Report {
        SituationRun.run(
            situation, region: library.region ?? "", calendar: territory.calendar, places: .plain,
            lookup: { self.find(service: $0, procedure: $1, region: $2, day: $3) })
    }

    /// The same with one rule changed, for what the body tries; tells whether a definition was refused because of it.
    func with(_ change: RuleChange, _ body: () -> Void) -> Bool {
        self.change = change
        (refused, differs) = (false, false)
        compiled = compiled.filter { !$0.key.hasPrefix(RuleChange.mark) }
        defer { self.change = nil }
        body()
        return refused
    }

    private func find(service: String?, procedure: String?, region: String, day: Day) -> Definition? {
        guard let document = document(Asked(service: service, procedure: procedure, region: region, day: day)) else {
            return nil
        }
        let hash = Hexadecimal.text(SM3.hash(document.canonical))
        guard let change, let changed = change.applied(to: document) else { return definition(document, hash) }
        let original = definition(document, hash)?.tables[change.table]
        let before = original?.findings.count
        let after = definition(changed, RuleChange.mark + hash)
        let isSame = after?.tables[change.table].map { original?.givesTheSame(as: $0) == true } ?? false
        differs = differs || !isSame
        // Not compiled any more, or a gap, an overlap or a row that never hits more than before.
        if after == nil || after?.tables[change.table]?.findings.count ?? 0 > before ?? 0 { refused = true }
        return after
    }

    private func document(_ asked: Asked) -> JSON? {
        if let known = documents[asked] { return known }
        let document =
            asked.service.map { try? library.document(service: $0, region: asked.region, on: asked.day) }
            ?? asked.procedure.map { try? library.document(procedure: $0, region: asked.region, on: asked.day) }
        let found = document ?? nil
        documents[asked] = .some(found)
        return found
    }

    private func definition(_ document: JSON, _ hash: String) -> Definition? {
        if let known = compiled[hash] { return known }
        let definition = try? Definition.reading(document: document, hash: hash)
        compiled[hash] = definition
        return definition
    }
}
