/// A text of YAML as it is written: finds where one of its characters stands, across quotation marks and escapes.
struct WrittenText {
    private let lines: [[Unicode.Scalar]]
    private let start: YAMLNode.Mark

    /// - Parameter start: its first character or quotation mark, or the sign of a block (`|`, `>`).
    init(_ source: String, from start: YAMLNode.Mark) {
        self.start = start
        lines = source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }

    /// - Parameter column: in the text as it is read, from 1.
    func mark(of column: Int) -> YAMLNode.Mark {
        var (line, index) = (start.line - 1, start.column - 1)
        guard lines.indices.contains(line), lines[line].indices.contains(index) else { return start }
        let sign = lines[line][index]
        switch sign {
        case "'", "\"": index += 1
        case "|", ">":
            line += 1
            index = indentation(line)
        default: break
        }
        for _ in 1..<max(1, column) {
            guard lines.indices.contains(line) else { return start }
            if index >= lines[line].count {
                line += 1
                index = indentation(line)
            } else {
                index += length(sign, lines[line], index)
            }
        }
        return YAMLNode.Mark(line: line + 1, column: index + 1)
    }

    /// How much is written for one character.
    private func length(_ sign: Unicode.Scalar, _ line: [Unicode.Scalar], _ index: Int) -> Int {
        let next = index + 1 < line.count ? line[index + 1] : " "
        if sign == "'" { return line[index] == "'" && next == "'" ? 2 : 1 }
        guard sign == "\"", line[index] == "\\" else { return 1 }
        switch next {
        case "x": return 4
        case "u": return 6
        case "U": return 10
        default: return 2
        }
    }

    private func indentation(_ line: Int) -> Int {
        guard lines.indices.contains(line) else { return 0 }
        return lines[line].prefix { $0 == " " }.count
    }
}
