/// The automatic numbers of a .docx: they are not in its text, yet they are what is printed.
struct WordNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
    }

    private var levels: [String: [Int: Level]] = [:]
    private var counts: [String: [Int: Int]] = [:]

    /// - Parameter xml: `word/numbering.xml`; empty when the file has none.
    init(_ xml: [UInt8]) {
        var abstract: [String: [Int: Level]] = [:]
        var owner: String?
        var number: String?
        var level = 0
        for event in MarkupScanner(xml) {
            guard case .open(let name, let attributes, _) = event else { continue }
            let value = attributes["val"] ?? ""
            switch name {
            case "abstractnum": (owner, number) = (attributes["abstractnumid"], nil)
            case "num": (owner, number) = (nil, attributes["numid"])
            case "abstractnumid": if let number { levels[number] = abstract[value] }
            case "lvl": level = Int(attributes["ilvl"] ?? "") ?? 0
            case "start":
                if let owner { abstract[owner, default: [:]][level, default: Level()].start = Int(value) ?? 1 }
            case "numfmt": if let owner { abstract[owner, default: [:]][level, default: Level()].format = value }
            case "lvltext": if let owner { abstract[owner, default: [:]][level, default: Level()].text = value }
            default: break
            }
        }
    }

    /// Numbers that paragraph styles carry: style → number and level.
    static func styles(_ xml: [UInt8]) -> [String: (number: String, level: Int)] {
        var found: [String: (number: String, level: Int)] = [:]
        var style: String?
        var level = 0
        for event in MarkupScanner(xml) {
            guard case .open(let name, let attributes, _) = event else { continue }
            switch name {
            case "style": (style, level) = (attributes["styleid"], 0)
            case "ilvl": level = Int(attributes["val"] ?? "") ?? 0
            case "numid": if let style, let number = attributes["val"] { found[style] = (number, level) }
            default: break
            }
        }
        return found
    }

    /// The number to print before the next paragraph of that list and level; nil when the list has none.
    mutating func next(of number: String, level: Int) -> String? {
        guard let known = levels[number], let shape = known[level] else { return nil }
        var count = counts[number] ?? [:]
        count[level] = (count[level] ?? shape.start - 1) + 1
        for deeper in count.keys where deeper > level { count[deeper] = nil }
        counts[number] = count
        if shape.format == "none" || shape.format == "bullet" { return nil }
        var text = shape.text
        for depth in 0...8 {
            let mark = "%\(depth + 1)"
            guard text.contains(mark), let at = known[depth] else { continue }
            let value = count[depth] ?? at.start
            text = text.split(separator: mark, omittingEmptySubsequences: false)
                .joined(separator: WordNumbering.printed(value, as: at.format))
        }
        return text
    }

    private static func printed(_ value: Int, as format: String) -> String {
        switch format {
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            return (1...20).contains(value)
                ? String(Unicode.Scalar(UInt32(0x2460 + value - 1)).map(Character.init) ?? "?") : String(value)
        case let format
        where format.hasPrefix("chinese") || format.hasPrefix("ideograph")
            || format.hasPrefix("taiwaneseCounting") || format.hasPrefix("japaneseCounting"):
            return chinese(value)
        default: return String(value)
        }
    }

    private static func chinese(_ value: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(value) else { return String(value) }
        let tens = value / 10
        return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[value % 10]
    }
}
