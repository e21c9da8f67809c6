/// Reads a pattern as XPath has them (XML Schema's, with anchors, reluctant quantifiers and back references), and
/// writes the program that runs it. nil from `program` means that it is no pattern, or too large a one.
struct PatternReader {
    static let longestProgram = 20_000
    static let deepestGroups = 50

    private let scalars: [Unicode.Scalar]
    private let flags: Pattern.Flags
    private var index = 0
    private var depth = 0
    private var program: [Pattern.Instruction] = []
    private(set) var groups = 0
    private(set) var marks = 0

    private struct Wrong: Error {}

    private init(_ pattern: String, flags: Pattern.Flags) {
        scalars = Array(pattern.unicodeScalars)
        self.flags = flags
    }

    static func read(_ source: String, flags: Pattern.Flags) -> Pattern? {
        var reader = PatternReader(source, flags: flags)
        do {
            try reader.alternatives()
            guard reader.index == reader.scalars.count else { return nil }
        } catch {
            return nil
        }
        reader.program.append(.match)
        return Pattern(program: reader.program, flags: flags, groups: reader.groups, marks: reader.marks)
    }

    private mutating func emit(_ instruction: Pattern.Instruction) throws(Wrong) {
        guard program.count < PatternReader.longestProgram else { throw Wrong() }
        program.append(instruction)
    }

    /// `a|b|c`
    private mutating func alternatives() throws(Wrong) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternReader.deepestGroups else { throw Wrong() }
        let start = program.count
        var branches = [try cutBranch(start)]
        while take("|") { branches.append(try cutBranch(start)) }
        var ends: [Int] = []
        for branch in branches.dropLast() {
            let head = program.count
            try emit(.match)
            try append(branch, from: start)
            ends.append(program.count)
            try emit(.jump(0))
            program[head] = .split(head + 1, program.count)
        }
        try append(branches[branches.count - 1], from: start)
        for end in ends { program[end] = .jump(program.count) }
    }

    private mutating func cutBranch(_ start: Int) throws(Wrong) -> [Pattern.Instruction] {
        try branch()
        defer { program.removeSubrange(start...) }
        return Array(program[start...])
    }

    private mutating func branch() throws(Wrong) {
        while let scalar = peek, scalar != "|", scalar != ")" { try piece() }
    }

    private mutating func piece() throws(Wrong) {
        if flags.ignoresBlanks, let scalar = peek, [" ", "\t", "\n", "\r"].contains(scalar) {
            index += 1
            return
        }
        let start = program.count
        try atom()
        guard let (least, most) = try quantifier() else { return }
        let isReluctant = take("?")
        let body = Array(program[start...])
        program.removeSubrange(start...)
        for _ in 0..<least { try append(body, from: start) }
        if let most {
            var splits: [Int] = []
            for _ in least..<most {
                splits.append(program.count)
                try emit(.match)
                try append(body, from: start)
            }
            for split in splits { program[split] = self.split(split + 1, program.count, isReluctant) }
        } else {
            let mark = marks
            marks += 1
            let head = program.count
            try emit(.match)
            try emit(.mark(mark))
            try append(body, from: start)
            try emit(.progress(mark))
            try emit(.jump(head))
            program[head] = split(head + 1, program.count, isReluctant)
        }
    }

    private func split(_ one: Int, _ other: Int, _ isReluctant: Bool) -> Pattern.Instruction {
        isReluctant ? .split(other, one) : .split(one, other)
    }

    private mutating func append(_ body: [Pattern.Instruction], from start: Int) throws(Wrong) {
        let distance = program.count - start
        guard program.count + body.count < PatternReader.longestProgram else { throw Wrong() }
        program += body.map { $0.moved(by: distance) }
    }

    /// `?`, `*`, `+`, `{n}`, `{n,}`, `{n,m}`; a missing end is nil.
    private mutating func quantifier() throws(Wrong) -> (least: Int, most: Int?)? {
        if take("?") { return (0, 1) }
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        guard take("{") else { return nil }
        let least = try count()
        if take("}") { return (least, least) }
        guard take(",") else { throw Wrong() }
        if take("}") { return (least, nil) }
        let most = try count()
        guard take("}"), most >= least else { throw Wrong() }
        return (least, most)
    }

    private mutating func count() throws(Wrong) -> Int {
        var value = 0
        var digits = 0
        while let scalar = peek, (0x30...0x39).contains(scalar.value) {
            value = value * 10 + Int(scalar.value - 0x30)
            index += 1
            digits += 1
            guard value <= 10_000 else { throw Wrong() }
        }
        guard digits > 0 else { throw Wrong() }
        return value
    }

    private mutating func atom() throws(Wrong) {
        guard let scalar = peek else { throw Wrong() }
        index += 1
        switch scalar {
        case "(":
            if take("?") {
                guard take(":") else { throw Wrong() }
                try alternatives()
            } else {
                groups += 1
                let group = groups
                try emit(.save(2 * group))
                try alternatives()
                try emit(.save(2 * group + 1))
            }
            guard take(")") else { throw Wrong() }
        case "[": try emit(.set(try bracket()))
        case ".": try emit(.any)
        case "^": try emit(.start)
        case "$": try emit(.end)
        case "\\": try escape()
        case "*", "+", "?", "{", "}", "]": throw Wrong()
        default: try emit(.set(PatternSet(scalar)))
        }
    }

    private mutating func escape() throws(Wrong) {
        guard let scalar = peek else { throw Wrong() }
        if (0x31...0x39).contains(scalar.value) {
            index += 1
            let group = Int(scalar.value - 0x30)
            guard group <= groups else { throw Wrong() }
            return try emit(.back(group))
        }
        try emit(.set(try escapedSet()))
    }

    /// After a backslash: a class, a category or the character itself.
    private mutating func escapedSet() throws(Wrong) -> PatternSet {
        guard let scalar = peek else { throw Wrong() }
        index += 1
        switch scalar {
        case "d": return PatternSet(.digit, isNegated: false)
        case "D": return PatternSet(.digit, isNegated: true)
        case "w": return PatternSet(.word, isNegated: false)
        case "W": return PatternSet(.word, isNegated: true)
        case "s": return PatternSet(.space, isNegated: false)
        case "S": return PatternSet(.space, isNegated: true)
        case "i": return PatternSet(.nameStart, isNegated: false)
        case "I": return PatternSet(.nameStart, isNegated: true)
        case "c": return PatternSet(.name, isNegated: false)
        case "C": return PatternSet(.name, isNegated: true)
        case "p", "P": return try category(isNegated: scalar == "P")
        case "n": return PatternSet("\n")
        case "r": return PatternSet("\r")
        case "t": return PatternSet("\t")
        default:
            guard !scalar.properties.isAlphabetic, scalar.properties.generalCategory != .decimalNumber else {
                throw Wrong()
            }
            return PatternSet(scalar)
        }
    }

    private mutating func category(isNegated: Bool) throws(Wrong) -> PatternSet {
        guard take("{") else { throw Wrong() }
        var name = ""
        while let scalar = peek, scalar != "}", name.utf8.count < 40 {
            name.unicodeScalars.append(scalar)
            index += 1
        }
        guard take("}"), PatternSet.Class.categories.contains(name) else { throw Wrong() }
        return PatternSet(.category(name), isNegated: isNegated)
    }

    /// `[a-z_]`, `[^a-z]`, `[a-z-[aeiou]]`
    private mutating func bracket() throws(Wrong) -> PatternSet {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternReader.deepestGroups else { throw Wrong() }
        var set = PatternSet()
        set.isNegated = take("^")
        var isEmpty = true
        while true {
            guard let scalar = peek else { throw Wrong() }
            if scalar == "]", !isEmpty { break }
            if scalar == "-", peekNext == "[", !isEmpty {
                index += 2
                set.subtract(try bracket())
                break
            }
            let low = try member()
            isEmpty = false
            if peek == "-", let next = peekNext, next != "]", next != "[" {
                index += 1
                let high = try member()
                guard let from = low.single, let to = high.single, from <= to else { throw Wrong() }
                set.ranges.append(from...to)
            } else {
                set.add(low)
            }
        }
        guard take("]") else { throw Wrong() }
        return set
    }

    private mutating func member() throws(Wrong) -> PatternSet {
        guard let scalar = peek else { throw Wrong() }
        index += 1
        if scalar == "\\" { return try escapedSet() }
        guard scalar != "[", scalar != "]" else { throw Wrong() }
        return PatternSet(scalar)
    }

    private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
    private var peekNext: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        index += 1
        return true
    }
}

extension PatternSet {
    /// The one character it is.
    fileprivate var single: UInt32? {
        guard parts.isEmpty, ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }
}
