import Values

/// Chooses the steps for one expression over columns of known kinds.
///
/// What has no step of its own is worked out before: once for every combination of values where the columns that it
/// reads hold few, otherwise subject by subject into a column of its own.
struct KernelMaking {
    /// Combinations of values that are worked out beforehand.
    private static let mostCombinations = 4096
    /// Steps of the parts that are worked out by themselves, together far below what one evaluation may take, so that
    /// nothing is worked out here that an evaluation by itself would have refused.
    static let stepsOfPart = 10_000
    static let mostParts = 50

    let facts: ColumnFacts
    let range: Range<Int>
    private(set) var sources: [Source]
    private var parts = 0

    init(facts: ColumnFacts, range: Range<Int>) {
        self.facts = facts
        sources = facts.sources
        self.range = range
    }

    typealias Made = MadeKernel

    /// nil when there is too much that has no steps.
    mutating func made(_ node: Node) -> Made? {
        if let made = direct(node) { return made }
        return workedOut(node)
    }

    private mutating func direct(_ node: Node) -> Made? {
        switch node {
        case .constant(let value): return constant(value)
        case .fact(let slot): return fact(slot)
        case .compare(let left, let operation, let right): return compare(left, operation, right)
        case .all(let parts): return truths(parts).map { Made(kernel: .all($0), kind: .truth) }
        case .any(let parts): return truths(parts).map { Made(kernel: .any($0), kind: .truth) }
        case .arithmetic(let left, let operation, let right): return arithmetic(left, operation, right)
        case .negative(let operand):
            guard let operand = made(operand), case .whole = operand.kind else { return nil }
            return Made(kernel: .negative(operand.kernel), kind: operand.kind)
        case .conditional(let condition, let then, let otherwise): return choose(condition, then, otherwise)
        case .between(let operand, let low, let high):
            return direct(
                .all([.compare(operand, .greaterOrEqual, low), .compare(operand, .lessOrEqual, high)]))
        case .isIn(let operand, let test): return isIn(operand, test)
        case .path(let operand, let key): return path(operand, key)
        case .call(let entry, let arguments): return call(entry, arguments)
        case .coerced(let operand, let type, _): return coerced(operand, type)
        case .table(let table): return self.table(table)
        default: return nil
        }
    }

    // MARK: - Leaves

    private func constant(_ value: FEELValue) -> Made? {
        guard let vector = Vector(value, count: KernelRun.length) else { return nil }
        return Made(kernel: .constant(vector), kind: vector.kind)
    }

    private mutating func fact(_ slot: Int) -> Made? {
        let column = facts.columnOfSlot[slot]
        guard let kind = sources[column].column.kind else { return nil }
        if case .coded = kind { return workedOut(.fact(slot)) }
        return Made(kernel: .column(column), kind: kind)
    }

    // MARK: - Numbers

    /// Both as whole numbers of one scale, or both as decimals.
    private func aligned(_ left: Made, _ right: Made) -> (Kernel, Kernel, Vector.Kind)? {
        guard left.kind.isNumber, right.kind.isNumber else {
            return left.kind == right.kind ? (left.kernel, right.kernel, left.kind) : nil
        }
        guard case .whole(let one) = left.kind, case .whole(let other) = right.kind else {
            return (.decimals(left.kernel), .decimals(right.kernel), .decimal)
        }
        let scale = max(one, other)
        return (
            raised(left.kernel, scale - one, scale), raised(right.kernel, scale - other, scale), .whole(scale: scale)
        )
    }

    private func raised(_ kernel: Kernel, _ power: Int, _ scale: Int) -> Kernel {
        guard power > 0 else { return kernel }
        let factor = (0..<power).reduce(Int64(1)) { product, _ in product * 10 }
        if case .constant(.wholes(let all, _)) = kernel, let first = all.first {
            let (value, isOver) = first.multipliedReportingOverflow(by: factor)
            if !isOver { return .constant(.wholes(Array(repeating: value, count: all.count), scale: scale)) }
        }
        return .raised(kernel, by: factor, scale: scale)
    }

    private mutating func arithmetic(_ left: Node, _ operation: ArithmeticOperator, _ right: Node) -> Made? {
        if let made = dayArithmetic(left, operation, right) { return made }
        guard let left = made(left), let right = made(right), left.kind.isNumber, right.kind.isNumber else {
            return nil
        }
        guard case .whole(let one) = left.kind, case .whole(let other) = right.kind,
            operation != .divide, operation != .power, one + other <= 18
        else { return Made(kernel: .arithmetic(left.kernel, operation, right.kernel), kind: .decimal) }
        if operation == .multiply {
            return Made(
                kernel: .multiply(left.kernel, right.kernel, scale: one + other), kind: .whole(scale: one + other))
        }
        guard let (left, right, kind) = aligned(left, right), case .whole(let scale) = kind else { return nil }
        return Made(
            kernel: operation == .add ? .add(left, right, scale: scale) : .subtract(left, right, scale: scale),
            kind: kind)
    }

    /// A day and a period that does not change.
    private mutating func dayArithmetic(_ left: Node, _ operation: ArithmeticOperator, _ right: Node) -> Made? {
        let (dayNode, period): (Node, FEELValue)
        switch (left.constant, operation, right.constant) {
        case (_, .add, let value?), (_, .subtract, let value?):
            (dayNode, period) = (left, operation == .add ? value : Arithmetic.negated(value))
        case (let value?, .add, nil): (dayNode, period) = (right, value)
        default: return nil
        }
        switch period {
        case .monthsDuration(let months) where months.magnitude < 1_000_000:
            guard let day = made(dayNode), day.kind == .day else { return nil }
            return Made(kernel: .addMonths(day.kernel, months), kind: .day)
        case .daysDuration(let nanoseconds):
            let (days, rest) = nanoseconds.quotientAndRemainder(dividingBy: Int128(nanosecondsPerDay))
            guard rest == 0, days.magnitude < 1_000_000, let day = made(dayNode), day.kind == .day else { return nil }
            return Made(kernel: .addDays(day.kernel, Int64(days)), kind: .day)
        default: return nil
        }
    }

    private mutating func path(_ operand: Node, _ key: String) -> Made? {
        let parts: [String: Kernel.Part] = ["year": .year, "month": .month, "day": .day, "weekday": .weekday]
        guard parts[key] != nil || key == "years" || key == "months", let operand = made(operand) else { return nil }
        switch (operand.kind, key) {
        case (.day, _):
            guard let part = parts[key] else { return nil }
            return Made(kernel: .part(operand.kernel, part), kind: .whole(scale: 0))
        case (.months, "years"): return Made(kernel: .years(operand.kernel), kind: .whole(scale: 0))
        case (.months, "months"): return Made(kernel: .restOfYear(operand.kernel), kind: .whole(scale: 0))
        default: return nil
        }
    }

    private mutating func call(_ entry: FunctionEntry, _ arguments: [Node]) -> Made? {
        switch (entry.name, arguments.count) {
        case ("min", 2...), ("max", 2...):
            guard var extreme = made(arguments[0]) else { return nil }
            switch extreme.kind {
            case .whole, .day: break
            default: return nil
            }
            for argument in arguments.dropFirst() {
                // Of two scales, the one of the number that is chosen stays.
                guard let other = made(argument), other.kind == extreme.kind else { return nil }
                let kernel: Kernel =
                    entry.name == "min" ? .least(extreme.kernel, other.kernel) : .most(extreme.kernel, other.kernel)
                extreme = Made(kernel: kernel, kind: extreme.kind)
            }
            return extreme
        case ("abs", 1):
            guard let operand = made(arguments[0]), case .whole = operand.kind else { return nil }
            return Made(kernel: .most(operand.kernel, .negative(operand.kernel)), kind: operand.kind)
        case ("floor", 1), ("ceiling", 1):
            guard let operand = made(arguments[0]), case .whole(let scale) = operand.kind else { return nil }
            guard scale > 0 else { return operand }
            let factor = (0..<scale).reduce(Int64(1)) { product, _ in product * 10 }
            let isFloor = entry.name == "floor"
            return Made(
                kernel: isFloor ? .floor(operand.kernel, by: factor) : .ceiling(operand.kernel, by: factor),
                kind: .whole(scale: 0))
        case ("not", 1): return truths(arguments).map { Made(kernel: .not($0[0]), kind: .truth) }
        case ("years and months duration", 2):
            guard let from = made(arguments[0]), let to = made(arguments[1]), from.kind == .day, to.kind == .day else {
                return nil
            }
            return Made(kernel: .monthsBetween(from.kernel, to.kernel), kind: .months)
        default: return nil
        }
    }

    // MARK: - Truths

    private mutating func truths(_ parts: [Node]) -> [Kernel]? {
        var kernels: [Kernel] = []
        for part in parts {
            guard let part = made(part), part.kind == .truth else { return nil }
            kernels.append(part.kernel)
        }
        return kernels.isEmpty ? nil : kernels
    }

    private mutating func compare(_ left: Node, _ operation: CompareOperator, _ right: Node) -> Made? {
        guard let left = made(left), let right = made(right) else { return nil }
        return comparison(left, operation, right)
    }

    private func comparison(_ left: Made, _ operation: CompareOperator, _ right: Made) -> Made? {
        guard let (one, other, kind) = aligned(left, right) else { return nil }
        switch kind {
        case .whole, .decimal, .day, .months: return Made(kernel: .compare(one, operation, other), kind: .truth)
        case .truth where operation == .equal || operation == .notEqual:
            return Made(kernel: .compare(one, operation, other), kind: .truth)
        default: return nil
        }
    }

    private mutating func choose(_ condition: Node, _ then: Node, _ otherwise: Node) -> Made? {
        guard let condition = made(condition), condition.kind == .truth, let one = made(then),
            let other = made(otherwise)
        else { return nil }
        if case .coded(let first) = one.kind, case .coded(let second) = other.kind {
            let book = Codebook(first.values + second.values)
            return Made(
                kernel: .chooseCoded(
                    condition.kernel, one.kernel, other.kernel, after: Int32(first.values.count), book),
                kind: .coded(book))
        }
        if one.kind == other.kind {
            return Made(kernel: .choose(condition.kernel, one.kernel, other.kernel), kind: one.kind)
        }
        // Numbers of two scales keep each its own.
        guard one.kind.isNumber, other.kind.isNumber else { return nil }
        return Made(kernel: .choose(condition.kernel, .decimals(one.kernel), .decimals(other.kernel)), kind: .decimal)
    }

    private mutating func isIn(_ operand: Node, _ test: CompiledTest) -> Made? {
        guard let operand = made(operand), let kernel = self.test(test, of: operand) else { return nil }
        return Made(kernel: kernel, kind: .truth)
    }

    /// nil unless the test compares with constants.
    private func test(_ test: CompiledTest, of operand: Made) -> Kernel? {
        switch test {
        case .anything: return .constant(.truths(Array(repeating: 1, count: KernelRun.length)))
        case .none(let tests): return any(tests, of: operand).map { .not($0) }
        case .any(let tests): return any(tests, of: operand)
        case .compare(let operation, .constant(let value)):
            return constant(value).flatMap { comparison(operand, operation, $0)?.kernel }
        case .matches(.constant(let value)): return matches(value, operand)
        case .compare, .matches, .condition: return nil
        }
    }

    private func any(_ tests: [CompiledTest], of operand: Made) -> Kernel? {
        let kernels = tests.compactMap { test($0, of: operand) }
        return kernels.count == tests.count && !tests.isEmpty ? .any(kernels) : nil
    }

    private func matches(_ value: FEELValue, _ operand: Made) -> Kernel? {
        switch value {
        case .list(let items):
            let kernels = items.compactMap { matches($0, operand) }
            return kernels.count == items.count && !items.isEmpty ? .any(kernels) : nil
        case .range(let range):
            guard range.form == .interval, let lower = constant(range.lower), let upper = constant(range.upper),
                let fromLower = comparison(operand, range.includesLower ? .greaterOrEqual : .greater, lower),
                let toUpper = comparison(operand, range.includesUpper ? .lessOrEqual : .less, upper)
            else { return nil }
            return .all([fromLower.kernel, toUpper.kernel])
        default: return constant(value).flatMap { comparison(operand, .equal, $0)?.kernel }
        }
    }

    private mutating func coerced(_ operand: Node, _ type: ItemType) -> Made? {
        guard let operand = made(operand) else { return nil }
        switch (type, operand.kind) {
        case (.basic(.any), _), (.basic(.number), .whole), (.basic(.number), .decimal), (.basic(.boolean), .truth),
            (.basic(.day), .day), (.basic(.monthsDuration), .months):
            return operand
        case (.allowed(let base, let tests), _):
            guard case .basic(let type) = base, [.number, .day].contains(type),
                let kernel = test(tests.test, of: operand)
            else { return nil }
            return Made(kernel: .guarded(operand.kernel, by: kernel), kind: operand.kind)
        default: return nil
        }
    }

    // MARK: - Worked out before

    private mutating func workedOut(_ node: Node) -> Made? {
        switch node {
        case .fact, .constant: break
        default:
            guard parts < KernelMaking.mostParts else { return nil }
            parts += 1
        }
        var slots: Set<Int> = []
        node.collect(into: &slots)
        let read = slots.sorted()
        let columns = read.map { facts.columnOfSlot[$0] }
        let books = columns.compactMap { column -> [FEELValue]? in
            guard case .coded(_, let book) = sources[column].column.form, !book.values.isEmpty else { return nil }
            return book.values
        }
        var combinations = 1
        var strides: [Int] = []
        for book in books {
            strides.append(combinations)
            combinations *= book.count
            guard combinations <= KernelMaking.mostCombinations else { return bySubject(node) }
        }
        guard books.count == columns.count else { return bySubject(node) }
        let values = (0..<combinations).map { combination -> FEELValue? in
            var known: [Int: FEELValue] = [:]
            for (index, slot) in read.enumerated() {
                known[slot] = books[index][combination / strides[index] % books[index].count]
            }
            return facts.value(
                of: node,
                in: Environment(taken: known, scope: facts.scope, moment: facts.moment, lists: facts.lists))
        }
        if columns.isEmpty, let value = values[0], let made = constant(value) { return made }
        let lookup = Lookup(values)
        return Made(kernel: .looked(up: columns, strides: strides, in: lookup), kind: lookup.results.kind)
    }

    /// Into a column of its own.
    private mutating func bySubject(_ node: Node) -> Made? {
        var values: [FEELValue] = []
        values.reserveCapacity(range.count)
        var faults: [Int: EvaluationFault] = [:]
        for subject in range {
            let value = facts.value(of: node, in: facts.environment(of: subject))
            if value == nil { faults[values.count] = .tooManySteps(limit: KernelMaking.stepsOfPart) }
            values.append(value ?? .null)
        }
        var column = Column(values)
        column.faults = faults
        return added(column)
    }

    /// A column that was worked out for the subjects of this range.
    private mutating func added(_ column: Column) -> Made? {
        guard let kind = column.kind else { return nil }
        sources.append(Source(column: column, start: range.lowerBound))
        guard case .coded(let book) = kind else { return Made(kernel: .column(sources.count - 1), kind: kind) }
        let lookup = Lookup(book.values)
        return Made(kernel: .looked(up: [sources.count - 1], strides: [1], in: lookup), kind: lookup.results.kind)
    }

    /// A table inside an expression; who is marked there is worked out by itself.
    private mutating func table(_ table: TableNode) -> Made? {
        guard parts < KernelMaking.mostParts else { return nil }
        parts += 1
        guard var pass = TablePass(table, making: &self) else { return nil }
        let facts = facts
        return added(
            pass.column(over: range, sources) { subject, column in
                let place = subject - range.lowerBound
                if let value = facts.value(of: .table(table), in: facts.environment(of: subject)) {
                    column.exceptions[place] = value
                } else {
                    column.faults[place] = .tooManySteps(limit: KernelMaking.stepsOfPart)
                }
            })
    }
}
