import Definitions
import Storage
import Testing
import Values

@testable import Features

@Suite struct ListDeskTests {
    @Test func `every version stays, and the day says which one is in force`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.lists.desk
            let versions = try desk.versions(of: "no-penalty-list")
            #expect(versions.map(\.label) == ["sample-2", "sample-1"])
            #expect(try desk.version(nil, of: "no-penalty-list", on: Day(2024, 12, 31)).label == "sample-1")
            #expect(try desk.version(nil, of: "no-penalty-list", on: Day(2025, 1, 1)).label == "sample-2")
            let old = try await desk.document(try #require(versions.last).hash)
            #expect(old.entries.count == 2)
            #expect(old.columns.map(\.id) == ["key", "breach", "condition"], "columns stand in the order of the file")
            #expect(throws: Failure.self) { try desk.versions(of: "nothing") }
            #expect(throws: Failure.self) { try desk.version(9, of: "no-penalty-list", on: PlatformSample.now.day) }
        }
    }

    @Test func `publishing the same folder again publishes nothing, a change adds a version`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.lists.desk
            var texts = try PlatformSample.texts(below: "Services")
            let again = try await desk.publish(
                Library(texts: texts), by: .post("p"), at: PlatformSample.now, entropy: PlatformSample.entropy("again"))
            #expect(again == [])
            let path = "Services/lists/fee-list.yaml"
            texts[path] = texts[path]?.replacing("version: \"sample-1\"", with: "version: \"sample-2\"")
            let later = PlatformSample.now.adding(hours: 24)
            let changed = try await desk.publish(
                Library(texts: texts), by: .post("p"), at: later, entropy: PlatformSample.entropy("changed"))
            #expect(changed == ["fee-list"])
            let versions = try desk.versions(of: "fee-list")
            #expect(versions.map(\.version) == [2, 1])
            #expect(versions.first?.publishedOn == later.day)
            #expect(try desk.version(nil, of: "fee-list", on: later.day).label == "sample-2")
            #expect(try desk.version(1, of: "fee-list", on: later.day).label == "sample-1")
            #expect(Set(versions.map(\.hash)).count == 2)
        }
    }

    @Test func `a rebuild makes the same rows from the log`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let before = try await sample.database.read { try ListStore.all(in: $0) }
            #expect(before.count > 6)
            try await sample.features.catalogue.desk.compileAll()
            let report = try await sample.features.rebuild(sample.database).run()
            #expect(report.isClean, "\(report.tables.filter { !$0.isEqual })")
            let after = try await sample.database.read { try ListStore.all(in: $0) }
            #expect(after == before)
        }
    }

    @Test func `entries are found by any of their texts, without width and case`() async throws {
        try await PlatformSample.onSQLite { sample in
            let desk = sample.features.lists.desk
            let list = try desk.version(nil, of: "penalty-kinds", on: PlatformSample.now.day)
            let document = try await desk.document(list.hash)
            #expect(document.entries(holding: "ＦＩＮＥ", from: 0, limit: 10).map(\.place) == [2])
            #expect(document.entries(holding: "罚款", from: 0, limit: 10).map(\.place) == [2])
            #expect(document.entries(holding: "罚款", from: 3, limit: 10).isEmpty)
            #expect(document.entries(holding: nil, from: -5, limit: 3).map(\.place) == [0, 1, 2])
            #expect(document.entries(holding: String(repeating: "𠮷", count: 5000), from: 0, limit: 3).isEmpty)
        }
    }

    @Test func `a cell never runs as a formula, and quotes are doubled`() {
        let document = ListDocument([
            "columns": ["a": ["kind": "text", "place": 0, "name": ["zh": "甲\"乙", "en": "A"]]],
            "entries": [["a": "=1+1"], ["a": "二"]],
        ])
        let csv = ListFile.csv(document, cell: ListCell(regionName: { _ in nil }, serviceName: { _ in nil }))
        #expect(csv == "\u{FEFF}\"甲\"\"乙\"\r\n\"'=1+1\"\r\n\"二\"\r\n")
    }
}
