/// The shape of what is recorded, published and exchanged: JSON without floating point.
///
/// Whole numbers are numbers; decimals and money are strings. Its written form is `canonical` (JSONWriter.swift).
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Int64)
    case text(String)
    case list([JSON])
    case map([String: JSON])

    package subscript(key: String) -> JSON? {
        if case .map(let map) = self { return map[key] }
        return nil
    }

    package var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    package var number: Int? {
        if case .number(let number) = self { return Int(number) }
        return nil
    }

    package var bool: Bool? {
        if case .bool(let bool) = self { return bool }
        return nil
    }

    package var list: [JSON]? {
        if case .list(let list) = self { return list }
        return nil
    }

    package var map: [String: JSON]? {
        if case .map(let map) = self { return map }
        return nil
    }

    package var isNull: Bool { self == .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int64) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral elements: JSON...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .map(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
