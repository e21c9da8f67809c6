import Foundation

/// The second opinion on written JSON: Python's own writer.
package enum Python {
    /// What `json.dumps(sort_keys=True, ensure_ascii=False, separators=(",", ":"))` makes of each of these JSON texts,
    /// in one process for all.
    package static func dumped(_ lines: [[UInt8]]) throws -> [[UInt8]] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tongban-json-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("input")
        let output = folder.appendingPathComponent("output")
        try Data(lines.joined(separator: [0x0A])).write(to: input)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, input.path, output.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw PythonFailed(status: process.terminationStatus) }
        return try [UInt8](Data(contentsOf: output)).split(separator: 0x0A).map(Array.init)
    }

    package struct PythonFailed: Error {
        let status: Int32
    }

    private static let script = """
        import json, sys
        with open(sys.argv[1], encoding="utf-8", newline="\\n") as i, \\
             open(sys.argv[2], "w", encoding="utf-8", newline="\\n") as o:
            for line in i:
                value = json.loads(line)
                text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
                o.write(text + "\\n")
        """
}
