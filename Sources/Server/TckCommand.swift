import ArgumentParser
import Rules
import Values

/// Runs the public conformance tests of decision models.
struct TckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tck",
        abstract: "Runs the DMN conformance tests in a folder.",
        discussion: """
            The folder is a copy of the DMN Technology Compatibility Kit (or its TestCases). Prints a line per level \
            and folder with what failed or was skipped, or with --json one object with the counts.
            """)

    @Argument(help: "Folder of the tests.")
    var folder: String

    @Flag(help: "One JSON object instead of text.")
    var json = false

    @Flag(help: "The ids of the cases that passed, one a line.")
    var passed = false

    func run() async throws {
        do {
            let topics = try TckSuite(path: folder, moment: Moment(2026, 3, 2, hour: 9, minute: 15)).run()
            let report = TckReport(topics: topics)
            if passed {
                for id in report.passedIds { print(id) }
            } else {
                print(json ? report.json.canonicalText : report.text)
            }
        } catch {
            try endWithSentence(error)
        }
    }
}

/// The counts of a run.
struct TckReport {
    let topics: [TckSuite.Topic]

    private var outcomes: [TckSuite.Outcome] { topics.flatMap(\.outcomes) }

    /// In the order of names.
    var passedIds: [String] { outcomes.filter { $0.fault == nil }.map(\.id).sorted() }

    var json: JSON {
        let passed = outcomes.filter { $0.fault == nil }
        let skipped = topics.flatMap(\.skipped).reduce(0) { $0 + $1.cases }
        return .map([
            "passed": count(passed.count), "failed": count(outcomes.count - passed.count), "skipped": count(skipped),
            "expecting_value": .map([
                "passed": count(passed.count(where: \.expectsValue)),
                "failed": count(outcomes.count { $0.expectsValue && $0.fault != nil }),
            ]),
            "folders": .map([
                "whole": count(topics.count(where: \.isWhole)), "broken": count(topics.count { !$0.isWhole }),
            ]),
        ])
    }

    private func count(_ number: Int) -> JSON { .number(Int64(number)) }

    var text: String {
        var lines: [String] = []
        var level = ""
        for topic in topics {
            if topic.level != level {
                level = topic.level
                let all = topics.filter { $0.level == level }
                let outcomes = all.flatMap(\.outcomes)
                lines.append(
                    "\(level): \(outcomes.count { $0.fault == nil }) of \(outcomes.count) passed, "
                        + "\(all.count(where: \.isWhole)) of \(all.count) folders whole")
            }
            let passed = topic.outcomes.count { $0.fault == nil }
            lines.append("  \(topic.name): \(passed) of \(topic.outcomes.count)")
            for outcome in topic.outcomes {
                if let fault = outcome.fault {
                    lines.append(
                        "    failed \(outcome.id.split(separator: "/").dropFirst(3).joined(separator: "/")): \(fault)")
                }
            }
            for skip in topic.skipped { lines.append("    skipped \(skip.file), \(skip.cases) cases: \(skip.reason)") }
        }
        return lines.joined(separator: "\n")
    }
}
