import Foundation
import Storage
import TestSupport
import Testing

@testable import Server

/// The commands as an operator types them.
@Suite(.serialized) struct CommandTests {
    @Test(arguments: [
        (
            "serve",
            [
                "--database", "--master-key", "--folder", "--today", "--host", "--port", "--demo", "--secure",
                "--patience",
            ]
        ),
        ("check", ["--folder", "--service", "--json"]),
        ("publish", ["--by", "--database", "--master-key", "--folder"]),
        ("rebuild", ["--database", "--master-key", "--sample"]),
        (
            "simulate",
            ["--cases", "--seed", "--from", "--months", "--fill", "--into-existing", "--database", "--master-key"]
        ),
        ("import", ["--json", "--score"]),
        ("bench", ["--seconds", "--clients", "--only", "--cases", "--database"]),
    ])
    func `the help of a command names its options`(command: String, options: [String]) throws {
        let help = try ServerProgram.run([command, "--help"])
        #expect(help.code == 0)
        for option in options { #expect(help.text.contains(option), "\(option) in \(command) --help") }
    }

    @Test func `publishing twice publishes nothing the second time`() async throws {
        try await ServerFolder.with { folder in
            let command = ["publish", "--by", "yuzhong-services-office"] + folder.options
            let first = try ServerProgram.run(command)
            #expect(first.code == 0, "\(first.text)")
            #expect(first.text.contains("food-business-licence"))
            let second = try ServerProgram.run(command)
            #expect(second.code == 0, "\(second.text)")
            #expect(second.text.contains("Nothing changed."))
        }
    }

    @Test func `a damaged service is found with its file and line`() async throws {
        try await ServerFolder.with { folder in
            for part in ["Services", "Territory"] {
                try FileManager.default.copyItem(
                    atPath: ServerProgram.root + "/" + part, toPath: folder.path + "/" + part)
            }
            let file = folder.path + "/Services/food-business-licence/rules.yaml"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let damaged = text.replacingOccurrences(
                of: "inputs: [business_kind, area]", with: "inputs: [business_kind, aera]")
            try damaged.write(toFile: file, atomically: true, encoding: .utf8)
            let lines = damaged.split(separator: "\n", omittingEmptySubsequences: false)
            let line = try #require(lines.firstIndex { $0.contains("aera") })
            let column = try #require(lines[line].range(of: "aera")).lowerBound
            let place = "\(line + 1):\(lines[line].distance(from: lines[line].startIndex, to: column) + 1)"
            let checked = try ServerProgram.run(["check", "--folder", folder.path])
            #expect(checked.code == 1)
            #expect(
                checked.text.contains("Services/food-business-licence/rules.yaml:\(place): error"), "\(checked.text)")
        }
    }

    @Test func `the whole folder passes the check`() throws {
        let checked = try ServerProgram.run(["check", "--folder", ServerProgram.root])
        #expect(checked.code == 0, "\(checked.text)")
        #expect(checked.text.contains(" 0 errors"))
    }
}

/// A start that cannot be right ends with code 1 and a sentence that names what is meant.
@Suite(.serialized) struct StartTests {
    @Test func `without its master key the server does not start`() async throws {
        try await ServerFolder.with { folder in
            try FileManager.default.removeItem(atPath: folder.key)
            try expectRefused(folder, naming: folder.key)
        }
    }

    @Test func `a key that others may read is refused`() async throws {
        try await ServerFolder.with { folder in
            folder.writeKey(7, mode: 0o644)
            try expectRefused(folder, naming: folder.key)
        }
    }

    @Test func `a key of another length is refused`() async throws {
        try await ServerFolder.with { folder in
            FileManager.default.createFile(
                atPath: folder.key, contents: Data([1, 2, 3]), attributes: [.posixPermissions: 0o600])
            try expectRefused(folder, naming: folder.key)
        }
    }

    @Test func `another master key than that of the first start is refused`() async throws {
        try await ServerFolder.with { folder in
            let published = try ServerProgram.run(["publish", "--by", "test"] + folder.options)
            #expect(published.code == 0, "\(published.text)")
            folder.writeKey(8, mode: 0o600)
            try expectRefused(folder, naming: folder.key)
        }
    }

    @Test func `a database of a newer version is refused`() async throws {
        try await ServerFolder.with { folder in
            let database = try Database.open(
                .sqlite(path: folder.database), settings: .tests, logger: .silent)
            try await database.migrate([Migration(id: "later-999", sql: "CREATE TABLE later (id TEXT NOT NULL)")])
            await database.close()
            try expectRefused(folder, naming: "later-999")
        }
    }

    @Test func `a folder that is not there is refused`() async throws {
        try await ServerFolder.with { folder in
            let missing = folder.path + "/nowhere"
            let ended = try ServerProgram.run([
                "serve", "--database", folder.database, "--master-key", folder.key, "--folder", missing,
            ])
            #expect(ended.code == 1)
            #expect(ended.text.contains(missing), "\(ended.text)")
        }
    }

    private func expectRefused(_ folder: ServerFolder, naming word: String) throws {
        let ended = try ServerProgram.run(["serve", "--port", "1"] + folder.options)
        #expect(ended.code == 1)
        #expect(ended.text.contains(word), "\(ended.text)")
    }
}
