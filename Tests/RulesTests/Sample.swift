import Testing
import Values

@testable import Rules

/// Facts that the expressions of these tests read.
enum Sample {
    static let moment = Moment(2026, 3, 2, hour: 9, minute: 15)

    static let types: [String: FactType] = [
        "yes": .boolean, "no": .boolean, "open": .boolean, "open2": .boolean, "nothing": .any,
        "area": .number, "fee": .money, "年龄": .number, "企业 名称": .text, "Monthly Salary": .money,
        "enterprise.name": .text, "enterprise.credit_class": .choice(["A", "B", "C", "D"]),
        "happened.granted.times": .number, "happened.granted.said.reason": .text, "happened.granted.on": .day,
        "tasks.review.result": .choice(["meets", "fails"]), "clocks.decide.due": .day,
        "xs": .list(of: .number), "ys": .list(of: .number), "words": .list(of: .text), "open_list": .list(of: .any),
        "people": .list(of: .context(["name": .text, "age": .number])), "each": .any, "said": .any,
        "d": .day, "today": .day, "t": .dateTime, "kind": .choice([]), "refusals": .list(of: .text),
    ]

    /// Everything else of `types` is not established.
    static let known: [String: FEELValue] = [
        "yes": .boolean(true), "no": .boolean(false), "nothing": .null, "fee": .number(Decimal(cents: 200_000)),
        "年龄": .number(30), "企业 名称": .text("渝中茶馆"), "Monthly Salary": .number(Decimal(cents: 500_050)),
        "enterprise.name": .text("渝中茶馆"), "happened.granted.times": .number(0),
        "happened.granted.on": .null, "tasks.review.result": .text("meets"),
        "xs": .list([.number(1), .number(2), .number(3)]), "ys": .list([.number(1), .unknown("y2")]),
        "words": .list([.text("甲"), .text("乙")]),
        "people": .list([person("张三", 30), person("李四", 17)]),
        "each": .context(FEELContext(["need": .text("layout-plan"), "within": .unknown("each.within")])),
        "d": .day(Day(2026, 3, 2)), "today": .day(Day(2026, 3, 2)),
        "t": .dateTime(LocalDateTime(moment)), "refusals": .list([]),
    ]

    static let scope = Scope(names: types, lists: ["cross-region-list"])
    static var environment: Environment {
        Environment(
            scope: scope, known: known, moment: moment, lists: ["cross-region-list": ["food-business-licence"]])
    }
    /// Nothing at all is established.
    static var blank: Environment { Environment(scope: scope, known: [:], moment: moment, lists: [:]) }

    private static func person(_ name: String, _ age: Int) -> FEELValue {
        .context(FEELContext(["name": .text(name), "age": .number(age)]))
    }

    /// The value as an expression would write it.
    static func value(_ source: String) throws -> String {
        try Expression.compile(source, scope: scope).get().evaluate(in: environment).source
    }

    /// The English sentences of what the check finds, joined.
    static func problems(_ source: String) -> [RuleProblem] {
        if case .failure(let found) = Expression.compile(source, scope: scope) { return found.all }
        return []
    }
}

/// One line of a matrix: `expression => value`.
struct Row: CustomTestStringConvertible, Sendable {
    let left: String
    let right: String

    var testDescription: String { left }

    /// Lines without ` => ` are headings.
    static func all(_ text: String) -> [Row] {
        text.split(separator: "\n").compactMap { line in
            guard let arrow = line.range(of: " => ") else { return nil }
            return Row(left: String(line[..<arrow.lowerBound]), right: String(line[arrow.upperBound...]))
        }
    }
}

extension Substring {
    /// The last place of a text in this one, without Foundation.
    fileprivate func range(of text: String) -> Range<Index>? {
        var index = endIndex
        while index > startIndex {
            index = self.index(before: index)
            if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
        }
        return nil
    }
}

/// Random numbers that can be run again from their seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
