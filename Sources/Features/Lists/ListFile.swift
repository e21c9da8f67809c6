import Values

/// A version of a list as a file for spreadsheets (RFC 4180).
enum ListFile {
    /// UTF-8 with a byte order mark, which spreadsheets need to read Chinese; lines end with CR LF.
    ///
    /// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    static func csv(_ document: ListDocument, cell: ListCell) -> String {
        let head = document.columns.map { quoted($0.name.zh) }
        let rows = document.entries.map { entry in
            document.columns.map { quoted(cell.text(entry.values[$0.id], of: $0).zh) }
        }
        return "\u{FEFF}" + ([head] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}
