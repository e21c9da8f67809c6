import ArgumentParser
import Casework
import Definitions
import Features
import Foundation
import Proofs
import Values

/// Checks the law as data.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks Services/ and Territory/, and runs every situation.",
        discussion: """
            Reports every problem at once, each with file, line, message and remedy. Errors refuse publishing; \
            warnings are shown. Exits with code 1 when there is an error or a situation differs.
            """)

    @Option(help: "Folder that holds Services/ and Territory/.")
    var folder = "."

    @Option(help: ArgumentHelp("Check this service alone.", valueName: "id"))
    var service: String?

    @Flag(help: "One JSON object a line instead of text.")
    var json = false

    func run() async throws {
        do {
            let library = try Folder(path: folder).library()
            let checker = Checker(library)
            if let service, !library.serviceIds.contains(service) {
                throw Failure.notFound(
                    Wording(zh: "没有事项 \(service)", en: "there is no service \(service) in \(folder)/Services"))
            }
            var findings = service.map { checker.check(service: $0) } ?? checker.check()
            let trial = SituationTrial(library: library)
            let result = trial.run(service: service)
            if service == nil { findings += checker.unexercised(hits: result.hits) }
            for finding in findings { print(line(of: finding)) }
            for difference in result.differences { print(line(of: difference)) }
            let errors = findings.filter { $0.severity == .error }.count
            print(
                "\(library.serviceIds.count) services, \(library.procedureIds.count) procedures, "
                    + "\(result.situations) situations, \(result.events) events: \(errors) errors, "
                    + "\(findings.count - errors) warnings, \(result.differences.count) differences")
            guard errors == 0, result.differences.isEmpty else { throw ExitCode(1) }
        } catch {
            try endWithSentence(error)
        }
    }

    private func line(of finding: Diagnostic) -> String {
        guard json else {
            return "\(finding.place): \(finding.severity.rawValue) [\(finding.id)] \(finding.message.en)\n"
                + "    \(finding.message.zh) → \(finding.remedy.en)"
        }
        return JSON.map([
            "file": .text(finding.file), "line": .number(Int64(finding.line)), "id": .text(finding.id),
            "severity": .text(finding.severity.rawValue), "message": .text(finding.message.en),
            "remedy": .text(finding.remedy.en),
        ]).canonicalText
    }

    private func line(of difference: SituationRun.Difference) -> String {
        guard json else { return "\(difference.place): error [situation] \(difference.message)" }
        return JSON.map([
            "place": .text(difference.place), "id": "situation", "severity": "error",
            "message": .text(difference.message),
        ]).canonicalText
    }
}

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
        let region = library.region ?? ""
        let territory = TerritoryMap(document: TerritoryDesk.document(of: library), version: "folder")
        let definitions = DefinitionsAtHand(library: library)
        var result = Result()
        for situation in situations {
            let report = SituationRun.run(
                situation, region: region, calendar: territory.calendar, places: .plain,
                lookup: { definitions.find(service: $0, procedure: $1, region: $2, day: $3) })
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

extension Library {
    /// The region in which a situation is decided that names none: a district, where every kind of unit is.
    var region: String? {
        guard let root = rootRegion else { return nil }
        return regionChain("yuzhong") != nil ? "yuzhong" : root
    }
}

/// Compiled definitions of a folder, each compiled once. A class, because the trial's closure fills it.
private final class DefinitionsAtHand {
    private let library: Library
    private var compiled: [String: Definition] = [:]

    init(library: Library) {
        self.library = library
    }

    func find(service: String?, procedure: String?, region: String, day: Day) -> Definition? {
        let document =
            service.map { try? library.document(service: $0, region: region, on: day) }
            ?? procedure.map { try? library.document(procedure: $0, region: region, on: day) }
        guard case .some(.some(let document)) = document else { return nil }
        let hash = Hexadecimal.text(SM3.hash(document.canonical))
        if let known = compiled[hash] { return known }
        let definition = try? Definition.reading(document: document, hash: hash)
        compiled[hash] = definition
        return definition
    }
}
