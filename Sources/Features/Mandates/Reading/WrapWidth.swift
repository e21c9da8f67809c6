/// The width at which a text file breaks its lines, when it does so everywhere and indents its paragraphs.
struct WrapWidth {
    /// In columns: a Han character takes two.
    private let columns: Int

    /// nil when lines are as long as their paragraphs, or paragraphs are not indented.
    init?(_ lines: [String]) {
        let widths = lines.map(WrapWidth.width).filter { $0 > 0 }.sorted()
        guard widths.count >= 12 else { return nil }
        let widest = widths[widths.count * 9 / 10]
        let full = widths.count { $0 >= widest - 4 }
        let indented = lines.count { WrapWidth.indent($0) >= 2 && WrapWidth.width($0) >= widest - 6 }
        guard (16...110).contains(widest), full * 100 >= widths.count * 35, indented >= 3,
            (widths.last ?? 0) <= widest + 12
        else { return nil }
        columns = widest
    }

    /// Whether a line reaches the edge, but for a mark that may not begin the next one.
    func isFull(_ line: String) -> Bool { WrapWidth.width(line) >= columns - 4 }

    func isIndented(_ line: String) -> Bool { WrapWidth.indent(line) >= 2 }

    private static func indent(_ line: String) -> Int {
        var columns = 0
        for scalar in line.unicodeScalars {
            guard Normalisation.isBlank(scalar) else { return columns }
            columns += scalar == "\u{3000}" ? 2 : 1
        }
        return columns
    }

    private static func width(_ line: String) -> Int {
        var columns = 0
        var end = 0
        for scalar in line.unicodeScalars {
            columns += scalar.value >= 0x1100 ? 2 : 1
            if !Normalisation.isBlank(scalar) { end = columns }
        }
        return end
    }
}
