import Values

/// Looks for what would have changed an outcome: tries other values of one fact at a time.
///
/// The values come from the rules themselves: the choices of a fact, and both sides of every bound that the rules
/// compare with. Numbers and days are also sought by steps that double and then halve, so that a bound that is only
/// worked out (`today - P3M`) is found to the unit.
package struct Turning {
    package typealias Evaluation = (String, FEELValue) throws(EvaluationFault) -> FEELValue

    private let scope: Scope
    private var numbers: Set<Decimal> = []
    private var days: Set<Day> = []
    private var texts: Set<String> = []
    /// Doublings of a step: beyond it lies nothing that people count.
    private static let mostDoublings = 44

    /// - Parameter tables: those that were asked, and those whose results they read.
    package init(scope: Scope, tables: [CompiledTable], expressions: [Expression]) {
        self.scope = scope
        for table in tables {
            for row in table.body.rows {
                for test in row.tests { test.walk { add($0) } }
                row.output.walk { add($0) }
            }
            for input in table.body.inputs { input.walk { add($0) } }
        }
        for expression in expressions { expression.root.walk { add($0) } }
    }

    private mutating func add(_ value: FEELValue) {
        switch value {
        case .number(let number): numbers.insert(number)
        case .day(let day): days.insert(day)
        case .text(let text): texts.insert(text)
        case .list(let items): for item in items { add(item) }
        case .range(let range):
            add(range.lower)
            add(range.upper)
        default: break
        }
    }

    // MARK: - What would have changed it

    /// For each fact the smallest change with which the outcome is another one, the smallest of all first.
    ///
    /// - Parameter evaluate: the outcome with one fact changed; called some hundred times for each fact.
    package func turns(of outcome: FEELValue, facts: [Trace.Fact], evaluate: Evaluation) -> [Turn] {
        var turns: [Turn] = []
        for fact in facts where !fact.value.isUnknown {
            func turned(_ value: FEELValue) -> FEELValue? {
                guard value != fact.value, let other = try? evaluate(fact.name, value), other.unknowns == nil,
                    other != outcome
                else { return nil }
                return other
            }
            var best: (value: FEELValue, outcome: FEELValue, distance: Double)?
            for value in candidates(for: fact.name, near: fact.value) {
                let distance = Turning.distance(fact.value, value)
                if let known = best, known.distance <= distance { continue }
                if let other = turned(value) { best = (value, other, distance) }
            }
            for value in sought(fact, turned) {
                let distance = Turning.distance(fact.value, value)
                if let known = best, known.distance <= distance { continue }
                if let other = turned(value) { best = (value, other, distance) }
            }
            if let best {
                turns.append(
                    Turn(
                        name: fact.name, from: fact.value, to: best.value, outcome: best.outcome,
                        distance: best.distance))
            }
        }
        return turns.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    }

    /// What is still open, what decides most first.
    package func questions(_ unknown: Unknown, evaluate: Evaluation) -> [OpenQuestion] {
        questions(unknown, outcomes: 1) { name, value in
            (try? evaluate(name, value)).map { $0.unknowns == nil } ?? false ? 1 : 0
        }
    }

    /// The same of several outcomes at once.
    ///
    /// - Parameter settled: how many of them are known after an answer.
    package func questions(
        _ unknown: Unknown, outcomes: Int, settled: (String, FEELValue) -> Int
    ) -> [OpenQuestion] {
        var questions: [OpenQuestion] = []
        for name in unknown.names where scope.slot(of: name) != nil {
            let values = candidates(for: name, near: .null)
            let deciding = values.reduce(0) { $0 + settled(name, $1) }
            questions.append(OpenQuestion(name: name, answers: values.count * outcomes, deciding: deciding))
        }
        func share(_ question: OpenQuestion) -> Double {
            question.answers == 0 ? 0 : Double(question.deciding) / Double(question.answers)
        }
        return questions.sorted { (share($1), $0.name) < (share($0), $1.name) }
    }

    // MARK: - Values to try

    private func candidates(for name: String, near value: FEELValue) -> [FEELValue] {
        switch scope.type(of: name) ?? .any {
        case .boolean: return [.boolean(true), .boolean(false)]
        case .choice(let choices) where !choices.isEmpty: return choices.map { .text($0) }
        case .number, .money: return bounds(value)
        case .day: return dayBounds
        case .text, .choice: return texts.sorted().map { .text($0) }
        default: break
        }
        switch value {
        case .boolean: return [.boolean(true), .boolean(false)]
        case .number: return bounds(value)
        case .day: return dayBounds
        case .text: return texts.sorted().map { .text($0) }
        default: return []
        }
    }

    private func bounds(_ value: FEELValue) -> [FEELValue] {
        let unit = unit(of: value)
        return numbers.sorted().flatMap { bound in
            [bound.subtracting(unit), bound, bound.adding(unit)].compactMap { $0.map { .number($0) } }
        }
    }

    private var dayBounds: [FEELValue] {
        days.sorted().flatMap { [.day($0.previous), .day($0), .day($0.next)] }
    }

    /// The smallest step that both the number and the bounds write.
    private func unit(of value: FEELValue) -> Decimal {
        let scale = numbers.map(\.scale).reduce(value.number?.scale ?? 0, max)
        return Decimal(1, scale: Int(min(max(0, scale), 12))) ?? .one
    }

    /// The nearest values upwards and downwards where the outcome turns, for what can be counted.
    private func sought(_ fact: Trace.Fact, _ turned: (FEELValue) -> FEELValue?) -> [FEELValue] {
        let unit = unit(of: fact.value)
        func value(_ steps: Int) -> FEELValue? {
            switch fact.value {
            case .number(let number):
                Decimal(steps).multiplied(by: unit).flatMap { number.adding($0) }.map { .number($0) }
            case .day(let day) where abs(steps) < 1_000_000: .day(day.adding(days: steps))
            default: nil
            }
        }
        guard value(1) != nil else { return [] }
        return [1, -1].compactMap { direction in
            var (near, far) = (0, 1)
            for _ in 0..<Turning.mostDoublings {
                guard let tried = value(direction * far) else { return nil }
                if turned(tried) != nil { break }
                (near, far) = (far, far * 2)
            }
            guard let last = value(direction * far), turned(last) != nil else { return nil }
            while far - near > 1 {
                let middle = near + (far - near) / 2
                if value(direction * middle).flatMap(turned) != nil { far = middle } else { near = middle }
            }
            return value(direction * far)
        }
    }

    private static func distance(_ from: FEELValue, _ to: FEELValue) -> Double {
        switch (from, to) {
        case (.number(let from), .number(let to)):
            guard let moved = to.subtracting(from)?.magnitude else { return .infinity }
            return Double(moved.description).map { $0 / max(1, Double(from.magnitude.description) ?? 1) } ?? .infinity
        case (.day(let from), .day(let to)): return Double(abs(to.number - from.number)) / 365
        default: return 1
        }
    }
}

// MARK: - Tables and expressions by themselves

extension CompiledTable {
    /// What would have given another value, from the facts that it reads itself.
    package func turns(in environment: Environment) throws(EvaluationFault) -> [Turn] {
        let (result, trace) = try evaluateTracing(in: environment)
        return Turning(scope: environment.scope, tables: [self], expressions: []).turns(
            of: result.value, facts: trace.leaves
        ) { name, value throws(EvaluationFault) in
            try self.value(in: environment.changing(name, to: value))
        }
    }

    /// What is still open, and which answer decides most; empty when the value is known.
    package func questions(in environment: Environment) throws(EvaluationFault) -> [OpenQuestion] {
        guard let unknown = try value(in: environment).unknowns else { return [] }
        return Turning(scope: environment.scope, tables: [self], expressions: []).questions(unknown) {
            name, value throws(EvaluationFault) in
            try self.value(in: environment.changing(name, to: value))
        }
    }
}

extension Expression {
    /// What would have given another value.
    package func turns(in environment: Environment) throws(EvaluationFault) -> [Turn] {
        let (value, trace) = try evaluateTracing(in: environment)
        return Turning(scope: environment.scope, tables: [], expressions: [self]).turns(of: value, facts: trace.leaves)
        {
            name, value throws(EvaluationFault) in
            try self.evaluate(in: environment.changing(name, to: value))
        }
    }

    /// What is still open, and which answer decides most; empty when the value is known.
    package func questions(in environment: Environment) throws(EvaluationFault) -> [OpenQuestion] {
        guard let unknown = try evaluate(in: environment).unknowns else { return [] }
        return Turning(scope: environment.scope, tables: [], expressions: [self]).questions(unknown) {
            name, value throws(EvaluationFault) in
            try self.evaluate(in: environment.changing(name, to: value))
        }
    }
}

extension Environment {
    /// The same with one fact changed.
    package func changing(_ name: String, to value: FEELValue) -> Environment {
        let before = self
        return Environment(
            scope: scope,
            facts: { asked throws(EvaluationFault) in
                if asked == name { return value }
                guard let slot = before.scope.slot(of: asked) else { throw EvaluationFault.nameNotGiven(asked) }
                return try before.value(of: slot, in: before.scope.storage)
            }, moment: moment, lists: lists)
    }
}

extension Node {
    /// Every constant here or below.
    func walk(_ visit: (FEELValue) -> Void) {
        switch self {
        case .constant(let value): visit(value)
        case .isIn(let operand, let test):
            operand.walk(visit)
            test.walk(visit)
        case .function(let function): function.body.walk(visit)
        default: for child in children { child.walk(visit) }
        }
    }
}

extension CompiledTest {
    func walk(_ visit: (FEELValue) -> Void) {
        switch self {
        case .anything: break
        case .none(let tests), .any(let tests): for test in tests { test.walk(visit) }
        case .compare(_, let node), .matches(let node), .condition(let node): node.walk(visit)
        }
    }
}
