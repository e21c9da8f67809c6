import Rules
import Values

/// Something wrong with an expression of a document, and where it stands in the document.
struct CompileProblem: Hashable, Sendable {
    let path: [String]
    let source: String
    /// From 1, in the expression.
    let column: Int
    let message: Wording
    let remedy: Wording

    var problem: Problem {
        Problem(place: "\(path.joined(separator: "/")):\(column)", message: message, remedy: remedy)
    }
}

/// Compiles the expressions of one document in one scope and collects what is wrong with them.
struct ExpressionCompiler {
    let scope: Scope
    private(set) var problems: [CompileProblem] = []
    /// Scopes of loops in notices, by variable and type: both languages loop alike, and a scope is dear to make.
    private var loopScopes: [String: [FactType: Scope]] = [:]

    init(scope: Scope) {
        self.scope = scope
    }

    mutating func loopScope(_ variable: String, _ element: FactType, in scope: Scope) -> Scope {
        if let known = loopScopes[variable]?[element] { return known }
        let made = scope.adding([variable: element])
        loopScopes[variable, default: [:]][element] = made
        return made
    }

    /// nil when the key is absent, or when the expression has a problem.
    mutating func optional(_ key: String, of part: Part) -> Expression? {
        guard let source = part.optionalText(key) else { return nil }
        return compile(source, at: part.path + [key], in: scope)
    }

    mutating func compile(_ source: String, at path: [String], in scope: Scope) -> Expression? {
        switch Expression.compile(source, scope: scope) {
        case .success(let expression): return expression
        case .failure(let problems):
            report(problems, source: source, at: path)
            return nil
        }
    }

    mutating func report(_ problems: RuleProblems, source: String, at path: [String]) {
        self.problems += problems.all.map {
            CompileProblem(path: path, source: source, column: $0.column, message: $0.message, remedy: $0.remedy)
        }
    }

    mutating func report(_ problem: CompileProblem) {
        problems.append(problem)
    }
}

extension CompileProblem {
    /// Under which name the check reports it.
    var kind: DiagnosticKind {
        switch nature {
        case .name: .unknownName
        case .list: .unknownList
        case .message: .messageText
        case .syntax: .expressionSyntax
        case .type: .expressionType
        }
    }

    enum Nature { case name, list, message, syntax, type }

    /// What kind of mistake it is. `Rules` gives sentences and no kinds, so its English sentence tells; a test holds
    /// one sentence of each.
    var nature: Nature {
        if path.first == "messages", MessageText.isOwn(message) { return .message }
        let sentence = message.en
        if sentence.hasPrefix("there is no list") { return .list }
        if sentence.hasPrefix("no fact or table is called") || sentence.hasPrefix("there is no function") {
            return .name
        }
        let signs = [
            "longer than", "nested more than", "ends too early", "closing quote", "full-width", "does not belong here",
            "is expected here, not", "too long", "neither a day, a time", "no value for `?`", "there is no type",
        ]
        return signs.contains { sentence.contains($0) } ? .syntax : .type
    }
}
