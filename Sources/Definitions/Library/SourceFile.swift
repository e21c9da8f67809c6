import Values

/// One text of the library as it was read: its content as data, the line of every place, and what is wrong with it.
package struct SourceFile: Sendable {
    package let path: String
    package let kind: FileKind
    /// What was read; `null` for a guide or a broken text.
    package let content: JSON
    package let text: String
    package let diagnostics: [Diagnostic]
    private let lines: [String: Int]
    private let starts: [String: YAMLNode.Mark]

    /// Reads one text of a known kind.
    package init(path: String, text: String, kind: FileKind) {
        self.path = path
        self.kind = kind
        self.text = text
        guard let shape = kind.shape else {
            content = .null
            diagnostics = []
            lines = [:]
            starts = [:]
            return
        }
        do throws(Diagnostic) {
            let node = try YAMLNode(text, file: path)
            var reading = Reading(file: path)
            content = reading.read(node, as: shape, at: "") ?? .null
            diagnostics = reading.diagnostics
            lines = reading.lines
            starts = reading.starts
        } catch {
            content = .null
            diagnostics = [error]
            lines = [:]
            starts = [:]
        }
    }

    /// The line of a place (`clocks/decide/promised`), or of the nearest place above it.
    package func line(of place: String) -> Int {
        var place = Substring(place)
        while true {
            if let line = lines[String(place)] { return line }
            guard let cut = place.lastIndex(of: "/") else { return lines[""] ?? 1 }
            place = place[..<cut]
        }
    }

    /// Where a character of the text at that place stands in the file; nil when no text stands there.
    ///
    /// - Parameter column: in the text as it was read, from 1.
    package func mark(of place: String, column: Int) -> YAMLNode.Mark? {
        guard let start = starts[place] else { return nil }
        return WrittenText(text, from: start).mark(of: column)
    }

    /// Whether the file has something at that place, such as `tasks/review`.
    package func has(_ place: String) -> Bool { lines[place] != nil }

    /// From `in_force`, if the file has it.
    var force: ClosedRange<Day>? {
        guard let from = content["in_force"]?["from"]?.text.flatMap({ Day($0) }) else { return nil }
        let until = content["in_force"]?["until"]?.text.flatMap { Day($0) } ?? Day(9999, 12, 31)
        return until < from ? nil : from...until
    }

    /// The part of the path that names it: `Services/street-stall/service.yaml` → `street-stall`.
    var folder: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// File name without `.yaml` and without a date: `licence@2027-01-01.yaml` → `licence`.
    var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let bare = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        return bare.split(separator: "@").first.map(String.init) ?? bare
    }
}
