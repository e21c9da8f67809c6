import Casework
import Definitions
import Rules
import Values

/// Changes each rule of each table once and looks whether a situation, or the check itself, notices (变异检查).
struct MutationTrial {
    let library: Library

    struct Result {
        var tried = 0
        var noticed = 0
        var refused = 0
        /// Changes with which the table gives what it gave for all established facts.
        var same = 0
        /// Changes that nothing noticed, each at the line of its rule.
        var survivors: [Diagnostic] = []
    }

    /// - Parameter service: only the tables of its own rules; nil: those of procedures too.
    func run(service: String?) -> Result {
        let definitions = DefinitionsAtHand(library: library)
        var result = Result()
        for place in RuleTables.all(in: library) where service == nil || place.owners == [service] {
            let situations = library.situations.filter { situation in
                place.owners.contains(situation.service ?? situation.procedure ?? "") || uses(situation, place.owners)
            }
            for mutation in place.table.mutations {
                let change = RuleChange(table: place.table.name, rules: place.rules, inputs: place.inputs, mutation)
                var isNoticed = false
                let isRefused = definitions.with(change) {
                    isNoticed = situations.contains { !definitions.try($0).differences.isEmpty }
                }
                result.tried += 1
                if isRefused {
                    result.refused += 1
                } else if isNoticed {
                    result.noticed += 1
                } else if !definitions.differs {
                    result.same += 1
                } else {
                    result.survivors.append(MutationTrial.diagnostic(of: mutation, at: place))
                }
            }
        }
        return result
    }

    /// Whether a bundle opens a case of one of these services.
    private func uses(_ situation: Situation, _ owners: Set<String>) -> Bool {
        guard let service = situation.service else { return false }
        return library.members(of: service).contains { owners.contains($0) }
    }

    private static func diagnostic(of mutation: TableMutation, at place: RuleTables) -> Diagnostic {
        let (before, after) = (mutation.before, mutation.after)
        let row =
            mutation.row.map { Wording(zh: "第 \($0) 行", en: "row \($0) of ") } ?? Wording(zh: "", en: "an input of ")
        var path = ["tables", place.table.name]
        if let number = mutation.row { path += ["rules", "\(number - 1)"] }
        let name = place.table.name
        return Diagnostic(
            kind: .ruleNotTried, file: place.file.path, line: place.file.line(of: path.joined(separator: "/")),
            message: Wording(
                zh: "表“\(name)”\(row.zh)的 \(before) 改成 \(after)，没有任何情形样例察觉",
                en: "no situation notices when \(row.en)`\(name)` says `\(after)` instead of `\(before)`"),
            remedy: Wording(
                zh: "加一个正好在边界上或只差这一个条件的情形",
                en: "add a situation just at this bound, or with only this condition differing"))
    }
}

/// A table as it stands in a file, and whose cases it decides.
struct RuleTables {
    let file: SourceFile
    let owners: Set<String>
    let table: DecisionTable
    let rules: JSON
    let inputs: JSON

    static func all(in library: Library) -> [RuleTables] {
        var all: [RuleTables] = []
        for file in library.files.values.sorted(by: { $0.path < $1.path }) {
            guard [.rules, .procedureRules].contains(file.kind) else { continue }
            let owners = library.owners(ofRules: file)
            for (id, content) in (file.content["tables"]?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
                guard let rules = content["rules"], let inputs = content["inputs"], !owners.isEmpty else { continue }
                all.append(
                    RuleTables(
                        file: file, owners: owners, table: table(id, rules, inputs), rules: rules, inputs: inputs))
            }
        }
        return all
    }

    /// Only what is changed: names, hit policy and types do not matter here.
    private static func table(_ id: String, _ rules: JSON, _ inputs: JSON) -> DecisionTable {
        DecisionTable(
            name: id, hit: .first, inputs: (inputs.list ?? []).compactMap(\.text), gives: .any,
            rules: (rules.list ?? []).map { rule in
                DecisionTable.Rule(
                    tests: (rule["if"]?.list ?? []).compactMap(\.text), output: rule["then"]?.text ?? "null", law: nil,
                    why: Wording(zh: "", en: ""))
            }, otherwise: nil)
    }
}

/// One changed text in one table.
struct RuleChange {
    /// Before the hash of a definition that is changed.
    static let mark = "changed:"

    let table: String
    private let rules: JSON
    private let inputs: JSON
    private let mutation: TableMutation

    init(table: String, rules: JSON, inputs: JSON, _ mutation: TableMutation) {
        self.table = table
        self.rules = rules
        self.inputs = inputs
        self.mutation = mutation
    }

    /// nil when the document has no such table, or another one of that name.
    func applied(to document: JSON) -> JSON? {
        guard case .map(var all) = document, case .map(var tables)? = all["tables"],
            case .map(var content)? = tables[table], isSame(content)
        else { return nil }
        if let row = mutation.row, case .list(var rules)? = content["rules"], case .map(var rule) = rules[row - 1] {
            if let column = mutation.column, case .list(var tests)? = rule["if"] {
                tests[column - 1] = .text(mutation.after)
                rule["if"] = .list(tests)
            } else {
                rule["then"] = .text(mutation.after)
            }
            rules[row - 1] = .map(rule)
            content["rules"] = .list(rules)
        } else if let column = mutation.column, case .list(var inputs)? = content["inputs"] {
            inputs[column - 1] = .text(mutation.after)
            content["inputs"] = .list(inputs)
        }
        tables[table] = .map(content)
        all["tables"] = .map(tables)
        return .map(all)
    }

    private func isSame(_ content: [String: JSON]) -> Bool {
        func cells(_ rules: JSON?) -> [[JSON?]] { (rules?.list ?? []).map { [$0["if"], $0["then"]] } }
        return content["inputs"] == inputs && cells(content["rules"]) == cells(rules)
    }
}
