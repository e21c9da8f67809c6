import Values

/// One change of one rule of a table, such as somebody could make by mistake (变异). A rule that may be changed without
/// any situation noticing is a rule that nobody tried.
package struct TableMutation: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// A bound is one step further.
        case threshold
        /// A condition is left out.
        case dropped
        /// The rule gives something else.
        case output
    }

    package let kind: Kind
    /// From 1; nil for an input, which all rows share.
    package let row: Int?
    /// Of the input, from 1; nil for an output.
    package let column: Int?
    package let before: String
    package let after: String
}

extension DecisionTable {
    /// Every change of one bound, one condition or one output.
    package var mutations: [TableMutation] {
        var all: [TableMutation] = []
        for (column, input) in inputs.enumerated() {
            all += Bounds.moved(input).map { after in
                TableMutation(kind: .threshold, row: nil, column: column + 1, before: input, after: after)
            }
        }
        for (row, rule) in rules.enumerated() {
            for (column, test) in rule.tests.enumerated() {
                all += Bounds.moved(test).map { after in
                    TableMutation(kind: .threshold, row: row + 1, column: column + 1, before: test, after: after)
                }
                if test.contains(where: { $0 != "-" && $0 != " " }) {
                    all.append(
                        TableMutation(kind: .dropped, row: row + 1, column: column + 1, before: test, after: "-"))
                }
            }
            all.append(
                TableMutation(
                    kind: .output, row: row + 1, column: nil, before: rule.output, after: otherOutput(than: row)))
        }
        return all
    }

    /// What another row gives; where all give the same, something else of its kind.
    private func otherOutput(than row: Int) -> String {
        let own = rules[row].output
        let others = rules[(row + 1)...] + rules[..<row]
        if let other = others.first(where: { $0.output != own }) { return other.output }
        switch own {
        case "true": return "false"
        case "false": return "true"
        default: return Bounds.moved(own).first ?? "null"
        }
    }
}

/// The constants of an expression, each moved by one step in turn: numbers in their last place, days by a day,
/// periods by a month or a day.
private enum Bounds {
    static func moved(_ source: String) -> [String] {
        let scalars = Array(source.unicodeScalars)
        let tokens = Lexer.tokens(source)
        var all: [String] = []
        for (index, token) in tokens.enumerated() {
            let isNamed =
                index >= 2 && tokens[index - 1].text == "(" && ["date", "duration"].contains(tokens[index - 2].text)
            let (old, new): (String, String?)
            switch token.kind {
            case .number: (old, new) = (token.text, number(token.text))
            case .temporal: (old, new) = ("@\"" + token.text + "\"", temporal(token.text).map { "@\"" + $0 + "\"" })
            case .text where isNamed:
                (old, new) = ("\"" + token.text + "\"", temporal(token.text).map { "\"" + $0 + "\"" })
            default: continue
            }
            let range = token.column - 1..<token.column - 1 + old.unicodeScalars.count
            guard let new, range.upperBound <= scalars.count, Array(old.unicodeScalars) == Array(scalars[range]) else {
                continue
            }
            var text = String.UnicodeScalarView(scalars[..<range.lowerBound])
            text.append(contentsOf: new.unicodeScalars)
            text.append(contentsOf: scalars[range.upperBound...])
            all.append(String(text))
        }
        return all
    }

    private static func number(_ text: String) -> String? {
        guard let number = Decimal(text), let step = Decimal(1, scale: Int(max(0, number.scale))) else { return nil }
        return number.adding(step)?.description
    }

    private static func temporal(_ text: String) -> String? {
        if let day = Day(wide: text) { return day.next.description }
        switch ValueReading.duration(text) {
        case .monthsDuration(let months)?: return "P\(months + 1)M"
        case .daysDuration(let nanoseconds)?:
            let step = nanoseconds % Int128(nanosecondsPerDay) == 0 ? nanosecondsPerDay : nanosecondsPerSecond
            return FEELValue.daysDuration(nanoseconds: nanoseconds + Int128(step)).written
        default: return nil
        }
    }
}
