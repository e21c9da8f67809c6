import Testing
import Values

@testable import Definitions

/// `Schemas/` helps people who write definitions in an editor; what the library reads must be the same language.
@Suite struct ShapeTests {
    @Test(arguments: [
        ("service", FileKind.service), ("procedure", .procedure), ("rules", .rules), ("situation", .situation),
        ("territory", .layer), ("concepts", .concepts), ("certificate", .certificate), ("message", .message),
        ("list", .list), ("metrics", .metrics), ("items", .items), ("laws", .laws), ("documents", .documents),
        ("themes", .themes), ("search", .search), ("regions", .regions), ("units", .units), ("calendar", .calendar),
    ])
    func `the schema for editors says what the library reads`(name: String, kind: FileKind) throws {
        let text = try #require(RealLibrary.schema(name))
        let schema = try JSON(parsing: Array(text.utf8))
        let shape = try #require(kind.shape)
        var comparison = SchemaComparison(root: schema)
        comparison.compare(schema, shape, at: name)
        #expect(comparison.differences == [])
    }
}

/// Goes down a JSON Schema and one of our shapes together and notes where they say different things.
struct SchemaComparison {
    let root: JSON
    private(set) var differences: [String] = []

    init(root: JSON) {
        self.root = root
    }

    mutating func compare(_ schema: JSON, _ shape: Shape, at place: String) {
        let schema = resolved(schema)
        switch shape {
        case .orNull(let inner): compare(withoutNull(schema), inner, at: place)
        case .keys(let keys): compareKeys(schema, keys, at: place)
        case .map(_, let value, _):
            let patterns = schema["patternProperties"]?.map?.values.first ?? schema["additionalProperties"]
            if let patterns, patterns.map != nil { compare(patterns, value, at: place + "/*") }
        case .list(let inner, _):
            if let items = schema["items"] { compare(items, inner, at: place + "[]") }
        case .word(let words): compareWords(schema, words, at: place)
        default: break
        }
    }

    private mutating func compareKeys(_ schema: JSON, _ keys: [Shape.Key], at place: String) {
        guard let properties = schema["properties"]?.map else {
            // What a layer may set, the schema leaves open.
            if schema["oneOf"] == nil, !place.hasSuffix("territory/set") {
                differences.append("\(place): no properties in the schema")
            }
            return
        }
        note(Set(properties.keys), Set(keys.map(\.name)), "keys", at: place)
        // The schema may ask for more: what refines a procedure and what is complete are one shape here.
        let required = Set((schema["required"]?.list ?? []).compactMap(\.text))
        let needed = Set(keys.filter(\.isNeeded).map(\.name))
        note(required.union(needed), required, "needed", at: place)
        for key in keys {
            if let property = properties[key.name] { compare(property, key.shape, at: "\(place)/\(key.name)") }
        }
    }

    private mutating func compareWords(_ schema: JSON, _ words: [String], at place: String) {
        let written = schema["enum"]?.list ?? schema["const"].map { [$0] }
        if let written { note(Set(written.compactMap(\.text)), Set(words), "words", at: place) }
    }

    private mutating func note(_ schema: Set<String>, _ shape: Set<String>, _ what: String, at place: String) {
        let only = schema.subtracting(shape).sorted()
        let missing = shape.subtracting(schema).sorted()
        if !only.isEmpty { differences.append("\(place): \(what) only in the schema: \(only)") }
        if !missing.isEmpty { differences.append("\(place): \(what) only in the shape: \(missing)") }
    }

    /// Follows `$ref` and joins the parts of `allOf`.
    private func resolved(_ schema: JSON) -> JSON {
        if let name = schema["$ref"]?.text?.split(separator: "/").last {
            return resolved(root["$defs"]?[String(name)] ?? .null)
        }
        guard let parts = schema["allOf"]?.list?.map(resolved) else { return schema }
        var joined = (schema.map ?? [:]).filter { $0.key != "allOf" }
        for part in parts {
            for (key, value) in part.map ?? [:] {
                if key == "required", let list = joined[key]?.list {
                    joined[key] = .list(list + (value.list ?? []))
                } else if joined[key] == nil || key != "required" {
                    joined[key] = value
                }
            }
        }
        return .map(joined)
    }

    private func withoutNull(_ schema: JSON) -> JSON {
        (schema["oneOf"]?.list ?? schema["anyOf"]?.list)?.first { $0["type"]?.text != "null" } ?? schema
    }
}
