import Foundation
import Testing

/// Compares with the stored page of that name in `Snapshots` beside the test's file; with `TONGBAN_RECORD=1` it is
/// written instead. One tag a line.
func expectStored(
    _ page: String, _ name: String, beside file: String, sourceLocation: SourceLocation
) throws {
    let shown = page.replacing("><", with: ">\n<") + "\n"
    let folder = URL(filePath: file).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "Snapshots")
    let stored = folder.appending(path: name + ".html")
    if ProcessInfo.processInfo.environment["TONGBAN_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try shown.write(to: stored, atomically: true, encoding: .utf8)
        return
    }
    #expect(
        (try? String(contentsOf: stored, encoding: .utf8)) == shown,
        "\(name) differs; look at it, then run again with TONGBAN_RECORD=1", sourceLocation: sourceLocation)
}

/// What stands in `main`; the whole where there is none.
func mainPart(of page: String) -> String {
    guard let start = page.range(of: "<main"), let end = page.range(of: "</main>") else { return page }
    return String(page[start.lowerBound..<end.upperBound])
}
