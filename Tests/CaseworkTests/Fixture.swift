import Casework
import Definitions
import Foundation
import Values

/// The law as data of this repository, read once for all tests of the kernel.
enum Fixture {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let texts: [String: String] = {
        var texts: [String: String] = [:]
        for folder in ["Services", "Territory"] {
            let base = root.appending(path: folder)
            let paths = FileManager.default.enumerator(atPath: base.path)
            for case let path as String in paths ?? .init() {
                guard path.hasSuffix(".yaml") || path.hasSuffix(".md") else { continue }
                texts["\(folder)/\(path)"] = try? String(contentsOf: base.appending(path: path), encoding: .utf8)
            }
        }
        return texts
    }()

    static let library = Library(texts: texts)

    /// All years of `Territory/calendars`.
    static let calendar: WorkCalendar = {
        var years: [WorkCalendar.Year] = []
        for (path, text) in texts where path.hasPrefix("Territory/calendars/") {
            guard let year = Int(path.dropLast(5).suffix(4)) else { continue }
            var days: [String: Set<Day>] = [:]
            var key = ""
            for line in text.split(separator: "\n") {
                if let name = line.split(separator: ":").first, !line.hasPrefix(" ") { key = String(name) }
                if let day = Day(line.trimmingCharacters(in: CharacterSet(charactersIn: " -"))) {
                    days[key, default: []].insert(day)
                }
            }
            years.append(
                WorkCalendar.Year(year: year, notice: path, off: days["off"] ?? [], work: days["work"] ?? []))
        }
        return WorkCalendar(years: years, version: "test")
    }()

    /// A stand-in for SM3, which pure rooms below Proofs cannot compute: told apart by length and a running sum.
    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var sum: UInt64 = 14_695_981_039_346_656_037
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
        return (0..<32).map { UInt8(truncatingIfNeeded: sum >> UInt64(($0 % 8) * 8)) }
    }

    static func definition(_ service: String?, _ procedure: String?, _ region: String, _ day: Day) throws
        -> Definition
    {
        if let service { return try library.definition(service: service, region: region, on: day, hash: hash) }
        return try library.procedureDefinition(procedure ?? "", region: region, on: day, hash: hash)
    }

    static func service(_ id: String, on day: Day) throws -> Definition {
        try definition(id, nil, "yuzhong", day)
    }

    static func procedure(_ id: String, on day: Day) throws -> Definition {
        try definition(nil, id, "yuzhong", day)
    }
}

/// Definitions by what asked for them, so that a run over many situations resolves each once.
final class DefinitionCache {
    private(set) var found: [String: Definition] = [:]
    private(set) var failures: [String: any Error] = [:]

    func definition(_ service: String?, _ procedure: String?, _ region: String, _ day: Day) -> Definition? {
        let key = "\(service ?? "")|\(procedure ?? "")|\(region)|\(day)"
        if let definition = found[key] { return definition }
        do {
            found[key] = try Fixture.definition(service, procedure, region, day)
        } catch {
            failures[key] = error
        }
        return found[key]
    }
}
