import Foundation
import Testing
import Values

/// The checks and the calendar against PyPI python-stdnum and chinesecalendar, which share no code with ours.
@Suite(.enabled(if: Oracle.isThere, "not run: Scripts/setup.sh test makes .venv-test")) struct IdentifierOracleTests {
    @Test func `check characters equal those of python-stdnum`() throws {
        var random = SeededGenerator.announced("IdentifierOracleTests.checks")
        var questions: [String] = []
        var ours: [String] = []
        for _ in 0..<2_000 {
            let body = text(of: 17, from: "0123456789ABCDEFGHJKLMNPQRTUWXY", &random)
            questions.append("uscc \(body)")
            ours.append(String(try #require(UnifiedSocialCreditCode.checkCharacter(of: body))))

            let serial = text(of: 40, from: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", &random)
            questions.append("mod3736 \(serial)")
            ours.append(String(CertificateIdentifier.checkCharacter(of: serial)))

            let number = CaseNumber(
                region: try #require(RegionCode("500103")), itemType: text(of: 2, from: "0123456789", &random),
                day: Day(2020, 1, 1).adding(days: Int.random(in: 0..<4_000, using: &random)),
                serial: Int.random(in: 1...999_999, using: &random))
            questions.append("mod1110 \(number.text.dropLast())")
            ours.append(String(number.text.suffix(1)))
        }
        #expect(try Oracle.answers(to: questions) == ours)
    }

    @Test func `an identity number is read exactly when its check character is that of python-stdnum`() throws {
        var random = SeededGenerator.announced("IdentifierOracleTests.identity")
        let bodies = (0..<2_000).map { _ in
            let day = Day(1900, 1, 1).adding(days: Int.random(in: 0..<46_000, using: &random))
            return "500103" + day.description.filter { $0 != "-" } + text(of: 3, from: "0123456789", &random)
        }
        let answers = try Oracle.answers(to: bodies.map { "ric \($0)" })
        for (body, check) in zip(bodies, answers) {
            for digit in "0123456789X" {
                #expect((CitizenIdentityNumber(body + String(digit)) != nil) == (String(digit) == check), "\(body)")
            }
        }
    }

    @Test func `every day of 2019 to 2026 is a workday exactly when chinesecalendar says so`() throws {
        let days = (Day(2019, 1, 1).number...Day(2026, 12, 31).number).map(Day.init(number:))
        let answers = try Oracle.answers(to: days.map { "workday \($0)" })
        let ours = days.map { SampleCalendar.calendar.isWorkday($0) == true ? "1" : "0" }
        #expect(answers == ours)
    }

    private func text(of count: Int, from alphabet: String, _ random: inout SeededGenerator) -> String {
        let characters = Array(alphabet)
        return String((0..<count).map { _ in characters[Int.random(in: characters.indices, using: &random)] })
    }
}

/// The Python of `.venv-test`, asked once for many lines.
private enum Oracle {
    private static let python: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appendingPathComponent(".venv-test/bin/python")
    }()

    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: python.path) }

    private static let script = """
        import sys, datetime
        from stdnum.cn import uscc, ric
        from stdnum.iso7064 import mod_37_36, mod_11_10
        import chinese_calendar
        ask = {
            "uscc": uscc.calc_check_digit, "ric": lambda body: ric.calc_check_digit(body + "?"),
            "mod3736": mod_37_36.calc_check_digit,
            "mod1110": mod_11_10.calc_check_digit,
            "workday": lambda d: int(chinese_calendar.is_workday(datetime.date.fromisoformat(d))),
        }
        with open(sys.argv[1]) as questions, open(sys.argv[2], "w") as answers:
            for line in questions:
                what, value = line.split()
                print(ask[what](value), file=answers)
        """

    static func answers(to questions: [String]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tongban-oracle-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("questions")
        let output = folder.appendingPathComponent("answers")
        try Data(questions.joined(separator: "\n").utf8).write(to: input)
        let process = Process()
        process.executableURL = python
        process.arguments = ["-c", script, input.path, output.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}
