import Values

/// The text of a document as its reader found it, kept beside the ledger so that every place can be shown.
package struct KeptSource: Hashable, Sendable {
    /// A line of the source and where it stands, as a person looks it up.
    package struct Line: Hashable, Sendable {
        package let place: Wording
        package let text: String
    }

    package let lines: [Line]

    package init(_ source: SourceText) {
        lines = source.lines.map { Line(place: $0.place.wording, text: $0.text) }
    }

    /// Reads what `json` wrote; nil for anything else.
    package init?(_ json: JSON) {
        guard let list = json.list else { return nil }
        let read = list.compactMap { line -> Line? in
            guard let parts = line.list?.compactMap(\.text), parts.count == 3 else { return nil }
            return Line(place: Wording(zh: parts[0], en: parts[1]), text: parts[2])
        }
        guard read.count == list.count else { return nil }
        lines = read
    }

    /// `[[place in Chinese, place in English, text], …]`.
    package var json: JSON {
        .list(lines.map { .list([.text($0.place.zh), .text($0.place.en), .text($0.text)]) })
    }

    /// A stretch of a line, and whether it lies in the passage that is shown.
    package struct Stretch: Hashable, Sendable {
        package let text: String
        package let isMarked: Bool
    }

    /// The lines of a passage with some lines around it; the passage is marked.
    ///
    /// - Parameter around: how many lines before and behind.
    package func excerpt(_ passage: SourcePassage, around: Int) -> [(place: Wording, stretches: [Stretch])] {
        guard lines.indices.contains(passage.from.line) else { return [] }
        let last = min(passage.to.line, lines.count - 1)
        let range = max(0, passage.from.line - around)...min(lines.count - 1, last + around)
        return range.map { index in
            let scalars = Array(lines[index].text.unicodeScalars)
            let from = index < passage.from.line ? scalars.count : index == passage.from.line ? passage.from.offset : 0
            let to = index > last ? 0 : index == passage.to.line ? passage.to.offset + 1 : scalars.count
            let start = min(max(0, from), scalars.count)
            let end = max(start, min(to, scalars.count))
            let isOutside = index < passage.from.line || index > last
            let parts =
                isOutside
                ? [(scalars[...], false)]
                : [(scalars[..<start], false), (scalars[start..<end], true), (scalars[end...], false)]
            return (
                lines[index].place,
                parts.filter { !$0.0.isEmpty }.map { Stretch(text: LocatedText.string($0.0), isMarked: $0.1) }
            )
        }
    }
}
