import Foundation
import Testing

@testable import Web

/// Compares with the stored snapshot of that name; with `TONGBAN_RECORD=1` it is written instead.
///
/// One tag a line, so that a difference shows where it is.
func expectSnapshot(_ html: HTML, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let shown = html.text.replacingOccurrences(of: "><", with: ">\n<") + "\n"
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    let file = folder.appending(path: name + ".html")
    if ProcessInfo.processInfo.environment["TONGBAN_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try shown.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let stored = try? String(contentsOf: file, encoding: .utf8)
    let place = firstDifference(stored ?? "", shown)
    #expect(
        stored == shown, "\(name) differs at line \(place); look at it, then run again with TONGBAN_RECORD=1",
        sourceLocation: sourceLocation)
}

private func firstDifference(_ left: String, _ right: String) -> String {
    let leftLines = left.split(separator: "\n", omittingEmptySubsequences: false)
    let rightLines = right.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(leftLines, rightLines).enumerated() where pair.0 != pair.1 {
        return "\(index + 1): stored `\(pair.0)`, now `\(pair.1)`"
    }
    return "\(min(leftLines.count, rightLines.count) + 1): one is longer"
}
