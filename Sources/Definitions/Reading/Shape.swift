import Values

/// What a place of a definition text may hold: our schema, which alone gives types to YAML's strings.
package indirect enum Shape: Sendable {
    /// A text that is not empty.
    case text
    /// A text that may be empty.
    case anyText
    /// A FEEL expression; compiled later, when the names are known.
    case feel
    /// An id: `[a-z][a-z0-9_-]*`.
    case id
    /// The id of a fact that expressions read: `[a-z][a-z0-9_]*` in parts joined by dots.
    case factId
    /// The name of an event: lower case letters, digits and `_`.
    case event
    case truth
    case whole(ClosedRange<Int>)
    /// A decimal number; kept as text unless whole.
    case decimal
    case day
    /// `2026-03-02`, `2026-03-02T09:15` or with seconds.
    case moment
    /// `20 workdays`, `same day`.
    case limit
    /// One of these words.
    case word([String])
    /// Anything: plain `true`, `false`, `null` and whole numbers are what they look like, the rest is text.
    case anything
    case list(Shape, atLeast: Int)
    /// Entries by id. Where the order counts, each entry carries its `place` in the file, from 0.
    case map(key: Shape, value: Shape, placed: Bool)
    case keys([Key])
    /// The same shape, or `null` (which removes a value when layers are merged).
    case orNull(Shape)
    /// The first for a scalar, the second for a list, the third for a map; nil where that form is not allowed.
    case form(scalar: Shape?, list: Shape?, map: Shape?)
    /// A map that is one of these records: the one whose first key stands in it.
    case oneOf([[Key]])
    /// `name → kind` of what is said with a deed.
    case gives

    package struct Key: Sendable {
        package let name: String
        package let shape: Shape
        package let isNeeded: Bool
    }

    static func record(_ parts: [Key]...) -> Shape { .keys(parts.flatMap { $0 }) }

    static func placed(_ value: Shape) -> Shape { .map(key: .id, value: value, placed: true) }
    static func list(_ value: Shape) -> Shape { .list(value, atLeast: 0) }

    static let wording = Shape.record(needed(["zh": .text, "en": .text]))
    static let ids = Shape.list(.id)
    static let period = Shape.limit

    static func needed(_ shapes: KeyValuePairs<String, Shape>) -> [Key] {
        shapes.map { Key(name: $0.key, shape: $0.value, isNeeded: true) }
    }

    static func may(_ shapes: KeyValuePairs<String, Shape>) -> [Key] {
        shapes.map { Key(name: $0.key, shape: $0.value, isNeeded: false) }
    }

    /// A citation of an act, of a policy document, or what the office set by itself.
    static let citation = Shape.oneOf([
        needed(["law": .text]) + may(["article": .text, "paragraph": .whole(1...99), "item": .text]),
        needed(["policy": .text]) + may(["article": .text, "sentence": .text]),
        needed(["own": .text]),
    ])

    /// What stands there, for messages.
    var described: Wording {
        switch self {
        case .text, .anyText: Wording(zh: "文字", en: "a text")
        case .feel: Wording(zh: "FEEL 表达式", en: "a FEEL expression")
        case .id, .factId, .event: Wording(zh: "标识", en: "an id")
        case .truth: Wording(zh: "true 或 false", en: "true or false")
        case .whole: Wording(zh: "整数", en: "a whole number")
        case .decimal: Wording(zh: "数字", en: "a number")
        case .day: Wording(zh: "日期", en: "a date")
        case .moment: Wording(zh: "日期或时刻", en: "a date or an instant")
        case .limit: Wording(zh: "期限", en: "a period")
        case .word(let words): Wording(zh: words.joined(separator: "、"), en: "one of " + words.joined(separator: ", "))
        case .anything: Wording(zh: "任何值", en: "any value")
        case .list: Wording(zh: "列表", en: "a list")
        case .map, .keys, .oneOf, .gives: Wording(zh: "映射", en: "a map")
        case .orNull(let shape): shape.described
        case .form(let scalar, let list, let map):
            Shape.either([scalar, list, map].compactMap { $0?.described })
        }
    }

    private static func either(_ words: [Wording]) -> Wording {
        Wording(
            zh: words.map(\.zh).joined(separator: "或"), en: words.map(\.en).joined(separator: " or "))
    }
}
