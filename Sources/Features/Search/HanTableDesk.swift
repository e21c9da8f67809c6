import Foundation

/// Makes the table of characters from ICU, which Foundation brings along (Unicode licence V3): `Hani-Latn` for
/// readings, `Hant-Hans` for simplified script.
package enum HanTableDesk {
    /// Made when first asked for; takes about 0.4 s.
    package static let standard = make()

    private static func make() -> HanTable {
        var lines = String.UnicodeScalarView()
        for value in HanTable.span {
            // A code point without a character stands as `-` and gets no reading.
            lines.append(Unicode.Scalar(value) ?? "-")
            lines.append("\n")
        }
        let text = String(lines)
        let latin = text.applyingTransform(.mandarinToLatin, reverse: false)?
            .applyingTransform(.stripDiacritics, reverse: false)
        let hans = text.applyingTransform(StringTransform("Hant-Hans"), reverse: false)
        return HanTable(simple: simplified(hans ?? text), readings: readings(latin ?? text))
    }

    private static func readings(_ text: String) -> [String] {
        HanTableDesk.lines(text).map { line in
            line.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? String(line) : ""
        }
    }

    /// What does not become exactly one character of the BMP stays as it is.
    private static func simplified(_ text: String) -> [UInt16] {
        zip(HanTable.span, HanTableDesk.lines(text)).map { own, line in
            let scalars = line.unicodeScalars
            guard scalars.count == 1, let scalar = scalars.first, let short = UInt16(exactly: scalar.value) else {
                return UInt16(own)
            }
            return short
        }
    }

    private static func lines(_ text: String) -> [Substring] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        precondition(lines.count == HanTable.span.count, "ICU gave \(lines.count) lines for \(HanTable.span.count)")
        return Array(lines)
    }
}
