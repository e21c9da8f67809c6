import Values

/// Reads the text of a document of any kind that the house takes, with the place of each line.
///
/// What a file is follows from its first bytes; its name only helps to tell Markdown and HTML from plain text.
package struct DocumentReader: Sendable {
    /// How much of a file is read before it is refused.
    package struct Limits: Sendable {
        /// Of the file, and of all that is unpacked from it.
        package let bytes: Int
        package let unpackedBytes: Int
        package let entries: Int
        /// Unpacked bytes for each packed one, counted from a megabyte on.
        package let ratio: Int
        package let pages: Int
        package let seconds: Int

        package init(bytes: Int, unpackedBytes: Int, entries: Int, ratio: Int, pages: Int, seconds: Int) {
            self.bytes = bytes
            self.unpackedBytes = unpackedBytes
            self.entries = entries
            self.ratio = ratio
            self.pages = pages
            self.seconds = seconds
        }

        /// 20 MB as for uploads, 64 MB unpacked, 2,000 entries, 200 to 1, 2,000 pages, 60 seconds for a PDF.
        package static let standard = Limits(
            bytes: 20 << 20, unpackedBytes: 64 << 20, entries: 2000, ratio: 200, pages: 2000, seconds: 60)
    }

    private let limits: Limits

    /// - Parameter limits: past one of them the file is refused, and the sentence says which.
    package init(limits: Limits) {
        self.limits = limits
    }

    /// - Parameter name: the file's name, for the problems and as a hint of its kind.
    /// - Throws: `Failure.problems` with one problem that says what the file is and what to do.
    package func read(_ bytes: [UInt8], name: String) throws(Failure) -> SourceText {
        let faults = ReadingFaults(name: name)
        guard !bytes.isEmpty else { throw faults.empty }
        guard bytes.count <= limits.bytes else { throw faults.tooLarge(limits.bytes) }
        if starts(bytes, with: "%PDF") || findsPDF(bytes) {
            return try PDFReader(limits: limits, faults: faults).read(bytes)
        }
        if starts(bytes, with: "PK") { return try readArchive(bytes, faults) }
        if starts(bytes, with: "{\\rtf") { throw faults.kind("RTF") }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw faults.oldOffice(bytes) }
        if let picture = picture(bytes) { throw faults.picture(picture) }
        return try readText(bytes, name: name, faults)
    }

    private func readArchive(_ bytes: [UInt8], _ faults: ReadingFaults) throws(Failure) -> SourceText {
        let archive = try ZipArchive(bytes, limits: limits, faults: faults)
        if archive.has("word/document.xml") { return try WordReader(archive: archive, faults: faults).read() }
        if archive.has("xl/workbook.xml") { return try SheetReader(archive: archive, faults: faults).read() }
        throw faults.kind("ZIP")
    }

    private func readText(_ bytes: [UInt8], name: String, _ faults: ReadingFaults) throws(Failure) -> SourceText {
        let decoded = try TextDecoding(faults: faults).decode(bytes)
        let text =
            looksLikeHTML(decoded.text, name: name)
            ? try HTMLReader(faults: faults).read(decoded.text, doubts: decoded.doubts)
            : PlainTextReader.read(decoded.text, doubts: decoded.doubts)
        guard text.lines.contains(where: { $0.text.unicodeScalars.contains { !$0.properties.isWhitespace } }) else {
            throw faults.empty
        }
        return text
    }

    private func looksLikeHTML(_ text: String, name: String) -> Bool {
        let lower = name.lowercased()
        if lower.hasSuffix(".html") || lower.hasSuffix(".htm") { return true }
        let start = text.unicodeScalars.prefix(2000).map { String($0) }.joined().lowercased()
        return ["<!doctype html", "<html", "<body"].contains { start.contains($0) }
    }

    private func starts(_ bytes: [UInt8], with word: String) -> Bool { bytes.starts(with: Array(word.utf8)) }

    /// Some files have some bytes before the mark of PDF; readers of PDF allow a kilobyte.
    private func findsPDF(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(1024)
        guard start.count > 8 else { return false }
        let mark = Array("%PDF-1.".utf8)
        return (0...(start.count - mark.count)).contains { start[$0...].starts(with: mark) }
    }

    private func picture(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "JPEG" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "PNG" }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            return "TIFF"
        }
        if starts(bytes, with: "GIF8") { return "GIF" }
        return nil
    }
}

/// Plain text and Markdown: each line as it is.
enum PlainTextReader {
    static func read(_ text: String, doubts: [Problem]) -> SourceText {
        var lines: [SourceText.Line] = []
        var line = String.UnicodeScalarView()
        var before: Unicode.Scalar = " "
        func end() {
            lines.append(
                SourceText.Line(place: .line(lines.count + 1), text: String(line), spot: nil, box: nil))
            line = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n":
                if before != "\r" { end() }
            case "\r", "\u{2028}", "\u{2029}": end()
            case "\u{FEFF}": break
            default: line.append(scalar)
            }
            before = scalar
        }
        if !line.isEmpty { end() }
        return SourceText(lines: lines, hasWholeParagraphs: false, doubts: doubts)
    }
}
