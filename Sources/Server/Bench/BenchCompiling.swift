import Definitions
import Features
import Proofs
import Rules
import Values

/// Check and compile of the definition of each service, from the resolved document: names, types, tables, plans; and
/// of its rules alone: the names they may read, and every expression, table and notice piece from its text.
struct BenchCompiling {
    private static let rounds = 20
    private let documents: [(service: String, document: JSON, hash: String)]

    init(folder: String) throws {
        let library = try Folder(path: folder).library()
        documents = try library.serviceIds.map { service in
            // A service that begins later is measured as it will be then.
            let today = BenchFolder.today
            let document =
                try (try? library.document(service: service, region: "yuzhong", on: today))
                ?? library.document(service: service, region: "yuzhong", on: today.adding(days: 365))
            return (service, document, Hexadecimal.text(SM3.hash(document.canonical)))
        }
    }

    /// The best round of each service, in microseconds of processor.
    func run() throws -> [String: JSON] {
        var whole: [(service: String, microseconds: Int)] = []
        var rules: [(service: String, microseconds: Int)] = []
        var count = 0
        for (service, document, hash) in documents {
            let definition = try Definition.reading(document: document, hash: hash)
            whole.append((service, BenchCompiling.best { _ = try? Definition.reading(document: document, hash: hash) }))
            var found = FoundRules()
            found.look(into: definition, depth: 0)
            count += found.expressions.count + found.tables.count
            let scope = definition.scope
            let types = Dictionary(uniqueKeysWithValues: scope.names.map { ($0, scope.type(of: $0) ?? .any) })
            rules.append((service, BenchCompiling.best { found.compile(among: types) }))
        }
        return [
            "rules": "compile", "services": .number(Int64(documents.count)), "expressions": .number(Int64(count)),
        ].merging(BenchCompiling.figures(whole, "")) { $1 }.merging(BenchCompiling.figures(rules, "rules_")) { $1 }
    }

    private static func best(_ work: () -> Void) -> Int {
        var best = Double.infinity
        for _ in 0..<rounds {
            let begin = BenchServer.ownCPUSeconds
            work()
            best = min(best, BenchServer.ownCPUSeconds - begin)
        }
        return Int(best * 1e6)
    }

    private static func figures(_ all: [(service: String, microseconds: Int)], _ prefix: String) -> [String: JSON] {
        let slowest = all.max { $0.microseconds < $1.microseconds }
        let sum = all.reduce(0) { $0 + $1.microseconds }
        return [
            prefix + "microseconds_mean": .number(Int64(sum / max(1, all.count))),
            prefix + "slowest": .text(slowest?.service ?? ""),
            prefix + "microseconds_slowest": .number(Int64(slowest?.microseconds ?? 0)),
            prefix + "under_2_ms": .number(Int64(all.count { $0.microseconds < 2000 })),
        ]
    }
}

/// Every rule that a definition holds, wherever it stands in it.
private struct FoundRules {
    private(set) var expressions: [Expression] = []
    private(set) var tables: [CompiledTable] = []

    mutating func look(into value: Any, depth: Int) {
        if let expression = value as? Expression { return expressions.append(expression) }
        if let table = value as? CompiledTable { return tables.append(table) }
        guard depth < 14, !(value is JSON), !(value is Scope), !(value is String) else { return }
        var mirror: Mirror? = Mirror(reflecting: value)
        while let current = mirror {
            for child in current.children { look(into: child.value, depth: depth + 1) }
            mirror = current.superclassMirror
        }
    }

    /// Makes the scope anew and compiles everything from its text.
    func compile(among types: [String: FactType]) {
        _ = Scope(names: types)
        for expression in expressions { _ = Expression.compile(expression.source, scope: expression.names) }
        for table in tables { _ = CompiledTable.compile(table.table, scope: table.names) }
    }
}
