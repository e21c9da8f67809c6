import Values

/// `matches`, `replace` and `split`: texts and regular expressions. A wrong pattern, or one that takes too many steps,
/// gives null.
enum PatternFunctions {
    static let all: [FunctionEntry] = [
        FunctionEntry(
            "matches", [["input", "pattern"], ["input", "pattern", "flags"]], kinds: [.text, .text, .text],
            gives: .fixed(.boolean), traits: [], body: { matches($0, $1.meter) }),
        FunctionEntry(
            "replace",
            [["input", "pattern", "replacement"], ["input", "pattern", "replacement", "flags"]],
            kinds: [.text, .text, .text, .text], gives: .fixed(.text), traits: [], body: { replaced($0, $1.meter) }),
        FunctionEntry(
            "split", [["string", "delimiter"]], kinds: [.text, .text], gives: .fixed(.list(of: .text)), traits: [],
            body: { split($0, $1.meter) }),
    ]

    private static func pattern(_ source: FEELValue, flags: FEELValue?) -> Pattern? {
        guard let source = source.text else { return nil }
        var letters = ""
        if let flags, !flags.isNull {
            guard let text = flags.text else { return nil }
            letters = text
        }
        return Pattern.Flags(letters).flatMap { Pattern.read(source, flags: $0) }
    }

    private static func matches(_ arguments: [FEELValue], _ meter: FunctionEntry.StepMeter) -> FEELValue {
        let flags = arguments.count > 2 ? arguments[2] : nil
        guard let text = arguments[0].text, let pattern = pattern(arguments[1], flags: flags) else { return .null }
        do throws(Pattern.Ending) {
            return .boolean(
                try pattern.first(in: Array(text.unicodeScalars), from: 0, steps: &meter.left) != nil)
        } catch {
            return .null
        }
    }

    private static func replaced(_ arguments: [FEELValue], _ meter: FunctionEntry.StepMeter) -> FEELValue {
        let flags = arguments.count > 3 ? arguments[3] : nil
        guard let text = arguments[0].text, let replacement = arguments[2].text,
            let pattern = pattern(arguments[1], flags: flags),
            let parts = parts(of: replacement, groups: pattern.groups, isLiteral: pattern.flags.isLiteral)
        else { return .null }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        let isWhole = each(pattern, in: scalars, meter) { before, match in
            if let before { result.append(contentsOf: scalars[before]) }
            guard let match else { return }
            for part in parts {
                switch part {
                case .text(let text): result.append(contentsOf: text)
                case .group(let number):
                    if let group = match.group(number) { result.append(contentsOf: scalars[group]) }
                }
            }
            meter.left -= parts.count
        }
        return isWhole ? .text(String(result)) : .null
    }

    private static func split(_ arguments: [FEELValue], _ meter: FunctionEntry.StepMeter) -> FEELValue {
        guard let text = arguments[0].text, let delimiter = arguments[1].text, !delimiter.isEmpty,
            let pattern = pattern(arguments[1], flags: nil)
        else { return .null }
        let scalars = Array(text.unicodeScalars)
        var pieces: [FEELValue] = []
        let isWhole = each(pattern, in: scalars, meter) { before, _ in
            pieces.append(.text(String(String.UnicodeScalarView(before.map { scalars[$0] } ?? []))))
        }
        return isWhole ? .list(pieces) : .null
    }

    /// Each match with what lies before it, and at the end the rest without one; false when it took too long.
    private static func each(
        _ pattern: Pattern, in text: [Unicode.Scalar], _ meter: FunctionEntry.StepMeter,
        _ body: (Range<Int>?, Pattern.Match?) -> Void
    ) -> Bool {
        var (done, from) = (0, 0)
        do throws(Pattern.Ending) {
            while from <= text.count, let match = try pattern.first(in: text, from: from, steps: &meter.left) {
                body(done..<match.range.lowerBound, match)
                done = match.range.upperBound
                from = match.range.isEmpty ? done + 1 : done
            }
        } catch {
            return false
        }
        body(done..<text.count, nil)
        return true
    }

    private enum Part {
        case text([Unicode.Scalar])
        case group(Int)
    }

    /// `$1` and `$0` stand for groups, `\$` and `\\` for themselves; nil for anything else after these signs.
    private static func parts(of replacement: String, groups: Int, isLiteral: Bool) -> [Part]? {
        let scalars = Array(replacement.unicodeScalars)
        if isLiteral { return [.text(scalars)] }
        var parts: [Part] = []
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            guard scalar == "$" || scalar == "\\" else {
                parts.append(.text([scalar]))
                continue
            }
            guard index < scalars.count else { return nil }
            let next = scalars[index]
            if scalar == "\\" {
                guard next == "\\" || next == "$" else { return nil }
                parts.append(.text([next]))
                index += 1
                continue
            }
            guard (0x30...0x39).contains(next.value) else { return nil }
            var number = 0
            // As many digits as still name a group.
            while index < scalars.count, (0x30...0x39).contains(scalars[index].value) {
                let longer = number * 10 + Int(scalars[index].value - 0x30)
                if number > 0, longer > groups { break }
                number = longer
                index += 1
            }
            parts.append(.group(number))
        }
        return parts
    }
}
