import Values

/// Texts. Lengths and positions count Unicode code points, from 1.
enum TextFunctions {
    static let all: [FunctionEntry] = [
        text("contains", ["string", "match"], gives: .boolean) { .boolean(finds($1, in: $0)) },
        text("starts with", ["string", "match"], gives: .boolean) { .boolean($0.hasPrefix($1)) },
        text("ends with", ["string", "match"], gives: .boolean) { .boolean($0.hasSuffix($1)) },
        text("substring before", ["string", "match"], gives: .text) { text, match in
            range(of: match, in: text).map { .text(String(text.unicodeScalars[..<$0.lowerBound])) } ?? .text("")
        },
        text("substring after", ["string", "match"], gives: .text) { text, match in
            range(of: match, in: text).map { .text(String(text.unicodeScalars[$0.upperBound...])) } ?? .text("")
        },
        FunctionEntry("string", [["from"]], kinds: [.any], gives: .fixed(.text), traits: []) { arguments, _ in
            arguments[0].isNull ? .null : .text(arguments[0].written)
        },
        FunctionEntry("string length", [["string"]], kinds: [.text], gives: .fixed(.number), traits: []) {
            arguments, _ in
            arguments[0].text.map { .number($0.unicodeScalars.count) } ?? .null
        },
        FunctionEntry("upper case", [["string"]], kinds: [.text], gives: .fixed(.text), traits: []) { arguments, _ in
            arguments[0].text.map { .text($0.uppercased()) } ?? .null
        },
        FunctionEntry("lower case", [["string"]], kinds: [.text], gives: .fixed(.text), traits: []) { arguments, _ in
            arguments[0].text.map { .text($0.lowercased()) } ?? .null
        },
        FunctionEntry(
            "substring", [["string", "start position"], ["string", "start position", "length"]],
            kinds: [.text, .number, .number], gives: .fixed(.text), traits: [],
            body: { arguments, _ in substring(arguments) }),
        FunctionEntry(
            "string join",
            [["list"], ["list", "delimiter"], ["list", "delimiter", "prefix", "suffix"]],
            kinds: [.any, .text, .text, .text], gives: .fixed(.text), traits: [],
            body: { arguments, _ in joined(arguments) }),
    ]

    private static func text(
        _ name: String, _ parameters: [String], gives: FactType,
        _ body: @escaping @Sendable (String, String) -> FEELValue
    ) -> FunctionEntry {
        FunctionEntry(name, [parameters], kinds: [.text, .text], gives: .fixed(gives), traits: []) { arguments, _ in
            guard let text = arguments[0].text, let match = arguments[1].text else { return .null }
            return body(text, match)
        }
    }

    private static func finds(_ match: String, in text: String) -> Bool {
        match.isEmpty || range(of: match, in: text) != nil
    }

    private static func range(of match: String, in text: String) -> Range<String.Index>? {
        let (bytes, wanted) = (Array(text.utf8), Array(match.utf8))
        guard wanted.count <= bytes.count else { return nil }
        for start in 0...(bytes.count - wanted.count)
        where bytes[start..<start + wanted.count].elementsEqual(wanted) {
            let lower = text.utf8.index(text.startIndex, offsetBy: start)
            return lower..<text.utf8.index(lower, offsetBy: wanted.count)
        }
        return nil
    }

    private static func substring(_ arguments: [FEELValue]) -> FEELValue {
        guard let scalars = arguments[0].text.map({ Array($0.unicodeScalars) }),
            let place = arguments[1].number?.whole, place != 0
        else { return .null }
        let start = place > 0 ? place - 1 : max(0, scalars.count + max(place, -scalars.count))
        guard start < scalars.count, place > -1_000_000_000 else { return .text("") }
        var end = scalars.count
        if arguments.count > 2 {
            guard let length = arguments[2].number?.rounded(to: 0, .down)?.whole, length >= 0 else { return .null }
            end = start + min(length, scalars.count - start)
        }
        return .text(String(String.UnicodeScalarView(scalars[start..<end])))
    }

    private static func joined(_ arguments: [FEELValue]) -> FEELValue {
        guard let items = arguments[0].list ?? arguments[0].text.map({ [.text($0)] }) else { return .null }
        var texts: [String] = []
        for item in items where !item.isNull {
            guard let text = item.text else { return .null }
            texts.append(text)
        }
        var affixes: [String] = []
        for argument in arguments.dropFirst() {
            guard argument.isNull || argument.text != nil else { return .null }
            affixes.append(argument.text ?? "")
        }
        let joined = texts.joined(separator: affixes.first ?? "")
        return .text(affixes.count == 3 ? affixes[1] + joined + affixes[2] : joined)
    }
}
