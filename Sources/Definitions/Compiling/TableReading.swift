import Rules
import Values

/// The tables of a document, compiled.
struct TableReading {
    let document: Part
    let scope: Scope
    private(set) var compiled: [String: CompiledTable] = [:]

    init(document: Part, scope: Scope) {
        self.document = document
        self.scope = scope
    }

    mutating func read(into compiler: inout ExpressionCompiler) throws(Failure) {
        for (id, part) in document.entries("tables") {
            let table = try TableReading.table(id, part)
            switch CompiledTable.compile(table, scope: scope) {
            case .success(let one): compiled[id] = one
            case .failure(let problems):
                for problem in problems.all {
                    compiler.report(
                        CompileProblem(
                            path: part.path + TableReading.path(of: problem.place), source: id, column: problem.column,
                            message: problem.message, remedy: problem.remedy))
                }
            }
        }
    }

    private static func table(_ id: String, _ part: Part) throws(Failure) -> DecisionTable {
        var rules: [DecisionTable.Rule] = []
        for rule in part.list("rules") {
            rules.append(
                DecisionTable.Rule(
                    tests: rule.texts("if"), output: try rule.text("then"), law: rule.citation("law"),
                    why: try rule.wording("why")))
        }
        let hit: DecisionTable.HitPolicy =
            switch try part.text("hit") {
            case "unique": .unique
            case "first": .first
            default: .collect
            }
        return DecisionTable(
            name: id, hit: hit, inputs: part.texts("inputs"), gives: ScopeMaking.gives(part), rules: rules,
            otherwise: nil)
    }

    /// Where a place of a table stands in its text.
    static func path(of place: RuleProblem.Place?) -> [String] {
        switch place {
        case .input(let number): ["inputs", "\(number - 1)"]
        case .row(let row): ["rules", "\(row - 1)"]
        case .test(let row, let column): ["rules", "\(row - 1)", "if", "\(column - 1)"]
        case .output(let row): ["rules", "\(row - 1)", "then"]
        default: []
        }
    }
}
