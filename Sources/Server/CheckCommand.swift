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

    @Flag(help: "Change each rule of each table once; tell which changes no situation notices.")
    var mutate = false

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
            if mutate { showMutations(in: library) }
        } catch {
            try endWithSentence(error)
        }
    }

    private func showMutations(in library: Library) {
        let result = MutationTrial(library: library).run(service: service)
        for survivor in result.survivors { print(line(of: survivor)) }
        print(
            "\(result.tried) changes of rules: \(result.noticed) noticed by a situation, "
                + "\(result.refused) refused by the check, \(result.same) without effect, "
                + "\(result.survivors.count) noticed by nothing"
        )
    }

    private func line(of finding: Diagnostic) -> String {
        guard json else {
            return "\(finding.place): \(finding.severity.rawValue) [\(finding.id)] \(finding.message.en)\n"
                + "    \(finding.message.zh) → \(finding.remedy.en)"
        }
        return JSON.map([
            "file": .text(finding.file), "line": .number(Int64(finding.line)),
            "column": finding.column.map { .number(Int64($0)) } ?? .null, "id": .text(finding.id),
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

extension Library {
    /// The region in which a situation is decided that names none: a district, where every kind of unit is.
    var region: String? {
        guard let root = rootRegion else { return nil }
        return regionChain("yuzhong") != nil ? "yuzhong" : root
    }
}
