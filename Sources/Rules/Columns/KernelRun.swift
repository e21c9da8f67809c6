import Values

/// One run of subjects through the steps. What a step cannot do for a subject it marks in `flags`.
struct KernelRun {
    /// Subjects of one run: small enough that the values stay near the processor.
    static let length = 2048

    let sources: [Source]
    let range: Range<Int>
    var flags: [UInt8]

    init(_ sources: [Source], _ range: Range<Int>) {
        self.sources = sources
        self.range = range
        flags = Array(repeating: 0, count: range.count)
    }

    mutating func vector(_ kernel: Kernel) -> Vector {
        switch kernel {
        case .column(let number): return column(number)
        case .constant(let vector): return vector.prefix(range.count)
        case .raised(let operand, let factor, let scale):
            return .wholes(product(wholes(operand), factor), scale: scale)
        case .decimals(let operand): return .decimals(vector(operand).asDecimals)
        case .add(let left, let right, let scale):
            return wholes(left, right, scale) { $0.addingReportingOverflow($1) }
        case .subtract(let left, let right, let scale):
            return wholes(left, right, scale) { $0.subtractingReportingOverflow($1) }
        case .multiply(let left, let right, let scale):
            return wholes(left, right, scale) { $0.multipliedReportingOverflow(by: $1) }
        case .arithmetic(let left, let operation, let right): return arithmetic(left, operation, right)
        case .negative(let operand):
            guard case .wholes(let all, let scale) = vector(operand) else { return .truths([]) }
            mark(all) { $0 == .min }
            return .wholes(all.map { 0 &- $0 }, scale: scale)
        case .compare(let left, let operation, let right): return compare(vector(left), operation, vector(right))
        case .all(let parts): return combined(parts) { $0 & $1 }
        case .any(let parts): return combined(parts) { $0 | $1 }
        case .not(let operand): return .truths(truths(operand).map { 1 &- $0 })
        case .choose(let condition, let then, let otherwise): return choose(condition, then, otherwise, after: 0)
        case .chooseCoded(let condition, let then, let otherwise, let after, let book):
            guard case .coded(let codes, _) = choose(condition, then, otherwise, after: after) else {
                return .truths([])
            }
            return .coded(codes, book)
        case .guarded(let operand, let test):
            let passed = truths(test)
            for index in flags.indices { flags[index] |= 1 &- passed[index] }
            return vector(operand)
        case .looked(let columns, let strides, let lookup): return look(up: columns, strides, in: lookup)
        default: return rounded(kernel)
        }
    }

    private mutating func rounded(_ kernel: Kernel) -> Vector {
        switch kernel {
        case .floor(let operand, let factor):
            return .wholes(wholes(operand).map { KernelRun.floor($0, factor) }, scale: 0)
        case .ceiling(let operand, let factor):
            return .wholes(wholes(operand).map { 0 &- KernelRun.floor(0 &- $0, factor) }, scale: 0)
        case .least(let left, let right): return extreme(left, right) { $1 < $0 }
        case .most(let left, let right): return extreme(left, right) { $1 > $0 }
        case .addMonths(let operand, let months):
            return .days(days(operand).map { Int64(Day(number: Int($0)).adding(months: months).number) })
        case .addDays(let operand, let more): return .days(days(operand).map { $0 &+ more })
        case .part(let operand, let part):
            return .wholes(wholes(operand).map { KernelRun.part(part, of: Day(number: Int($0))) }, scale: 0)
        case .monthsBetween(let from, let to):
            let (from, to) = (wholes(from), wholes(to))
            return .months(
                from.indices.map { index in
                    let (start, end) = (Day(number: Int(from[index])), Day(number: Int(to[index])))
                    return Int64(DateFunctions.wholeMonths(from: start, to: end))
                })
        case .years(let operand): return .wholes(wholes(operand).map { $0 / 12 }, scale: 0)
        case .restOfYear(let operand): return .wholes(wholes(operand).map { $0 % 12 }, scale: 0)
        default: return .truths([])
        }
    }

    // MARK: - Reading

    private mutating func column(_ number: Int) -> Vector {
        let (column, start) = (sources[number].column, sources[number].start)
        let own = range.lowerBound - start..<range.upperBound - start
        if !column.exceptions.isEmpty { mark(column.exceptions, own) }
        if !column.faults.isEmpty { mark(column.faults, own) }
        return column.vector(own)
    }

    private mutating func mark<Value>(_ others: [Int: Value], _ own: Range<Int>) {
        if others.count < own.count {
            for subject in others.keys where own.contains(subject) { flags[subject - own.lowerBound] = 1 }
        } else {
            for subject in own where others[subject] != nil { flags[subject - own.lowerBound] = 1 }
        }
    }

    /// The whole numbers, days or months that a step gives.
    mutating func wholes(_ kernel: Kernel) -> [Int64] {
        switch vector(kernel) {
        case .wholes(let all, _), .days(let all), .months(let all): all
        default: []
        }
    }

    /// Days within some hundred thousand years, in which no sum leaves the calendar; others are marked.
    private mutating func days(_ kernel: Kernel) -> [Int64] {
        var days = wholes(kernel)
        for index in days.indices where days[index].magnitude > 100_000_000 {
            flags[index] = 1
            days[index] = 0
        }
        return days
    }

    mutating func truths(_ kernel: Kernel) -> [UInt8] {
        if case .truths(let all) = vector(kernel) { return all }
        return []
    }

    private mutating func mark(_ all: [Int64], _ isOut: (Int64) -> Bool) {
        for index in all.indices where isOut(all[index]) { flags[index] = 1 }
    }

    // MARK: - Numbers

    private mutating func wholes(
        _ left: Kernel, _ right: Kernel, _ scale: Int,
        _ step: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> Vector {
        let (left, right) = (wholes(left), wholes(right))
        let results = [Int64](unsafeUninitializedCapacity: left.count) { results, count in
            left.withUnsafeBufferPointer { left in
                right.withUnsafeBufferPointer { right in
                    flags.withUnsafeMutableBufferPointer { flags in
                        for index in left.indices {
                            let (value, isOver) = step(left[index], right[index])
                            results[index] = value
                            flags[index] |= isOver ? 1 : 0
                        }
                    }
                }
            }
            count = left.count
        }
        return .wholes(results, scale: scale)
    }

    private mutating func product(_ all: [Int64], _ factor: Int64) -> [Int64] {
        var results = all
        for index in results.indices {
            let (value, isOver) = results[index].multipliedReportingOverflow(by: factor)
            results[index] = value
            flags[index] |= isOver ? 1 : 0
        }
        return results
    }

    private mutating func arithmetic(_ left: Kernel, _ operation: ArithmeticOperator, _ right: Kernel) -> Vector {
        let (left, right) = (vector(left).asDecimals, vector(right).asDecimals)
        var results: [Decimal] = []
        results.reserveCapacity(left.count)
        for index in left.indices {
            if case .number(let number) = Arithmetic.numbers(left[index], operation, right[index]) {
                results.append(number)
            } else {
                flags[index] = 1
                results.append(.zero)
            }
        }
        return .decimals(results)
    }

    private static func floor(_ whole: Int64, _ factor: Int64) -> Int64 {
        let (quotient, rest) = whole.quotientAndRemainder(dividingBy: factor)
        return rest < 0 ? quotient - 1 : quotient
    }

    private mutating func extreme(_ left: Kernel, _ right: Kernel, _ isRight: (Int64, Int64) -> Bool) -> Vector {
        let (one, other) = (vector(left), wholes(right))
        guard case .wholes(let first, let scale) = one else {
            if case .days(let first) = one {
                return .days(first.indices.map { isRight(first[$0], other[$0]) ? other[$0] : first[$0] })
            }
            return .truths([])
        }
        return .wholes(first.indices.map { isRight(first[$0], other[$0]) ? other[$0] : first[$0] }, scale: scale)
    }

    private static func part(_ part: Kernel.Part, of day: Day) -> Int64 {
        switch part {
        case .year: Int64(day.year)
        case .month: Int64(day.month)
        case .day: Int64(day.dayOfMonth)
        case .weekday: Int64(day.weekday)
        }
    }

    // MARK: - Truths

    private mutating func compare(_ left: Vector, _ operation: CompareOperator, _ right: Vector) -> Vector {
        switch (left, right) {
        case (.wholes(let one, _), .wholes(let other, _)), (.days(let one), .days(let other)),
            (.months(let one), .months(let other)):
            return .truths(KernelRun.compared(one, operation, other))
        case (.truths(let one), .truths(let other)): return .truths(KernelRun.compared(one, operation, other))
        default: return .truths(KernelRun.compared(left.asDecimals, operation, right.asDecimals))
        }
    }

    private static func compared<Value: Comparable>(
        _ left: [Value], _ operation: CompareOperator, _ right: [Value]
    ) -> [UInt8] {
        switch operation {
        case .equal: pairs(left, right) { $0 == $1 }
        case .notEqual: pairs(left, right) { $0 != $1 }
        case .less: pairs(left, right) { $0 < $1 }
        case .lessOrEqual: pairs(left, right) { $0 <= $1 }
        case .greater: pairs(left, right) { $0 > $1 }
        case .greaterOrEqual: pairs(left, right) { $0 >= $1 }
        }
    }

    @inline(__always)
    private static func pairs<Value>(
        _ left: [Value], _ right: [Value], _ holds: (Value, Value) -> Bool
    ) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: left.count) { results, count in
            left.withUnsafeBufferPointer { left in
                right.withUnsafeBufferPointer { right in
                    for index in left.indices { results[index] = holds(left[index], right[index]) ? 1 : 0 }
                }
            }
            count = left.count
        }
    }

    private mutating func combined(_ parts: [Kernel], _ step: (UInt8, UInt8) -> UInt8) -> Vector {
        var results = truths(parts[0])
        for part in parts.dropFirst() {
            let more = truths(part)
            for index in results.indices { results[index] = step(results[index], more[index]) }
        }
        return .truths(results)
    }

    /// A mark set in the way that is not taken does not count.
    private mutating func choose(_ condition: Kernel, _ then: Kernel, _ otherwise: Kernel, after: Int32) -> Vector {
        let condition = truths(condition)
        let before = flags
        let one = vector(then)
        let afterThen = flags
        flags = before
        let other = vector(otherwise)
        for index in flags.indices { flags[index] = condition[index] == 1 ? afterThen[index] : flags[index] }
        switch (one, other) {
        case (.wholes(let one, let scale), .wholes(let other, _)):
            return .wholes(KernelRun.chosen(condition, one, other), scale: scale)
        case (.days(let one), .days(let other)): return .days(KernelRun.chosen(condition, one, other))
        case (.months(let one), .months(let other)): return .months(KernelRun.chosen(condition, one, other))
        case (.truths(let one), .truths(let other)): return .truths(KernelRun.chosen(condition, one, other))
        case (.coded(let one, let book), .coded(let other, _)):
            return .coded(KernelRun.chosen(condition, one, other.map { $0 &+ after }), book)
        default: return .decimals(KernelRun.chosen(condition, one.asDecimals, other.asDecimals))
        }
    }

    private static func chosen<Value>(_ condition: [UInt8], _ one: [Value], _ other: [Value]) -> [Value] {
        condition.indices.map { condition[$0] == 1 ? one[$0] : other[$0] }
    }

    // MARK: - Looking up

    private mutating func look(up columns: [Int], _ strides: [Int], in lookup: Lookup) -> Vector {
        var places = [Int32](repeating: 0, count: range.count)
        for (column, stride) in zip(columns, strides) {
            guard case .coded(let codes, _) = self.column(column) else { continue }
            for index in places.indices { places[index] &+= codes[index] &* Int32(stride) }
        }
        if lookup.hasMissing {
            for index in places.indices where lookup.isMissing[Int(places[index])] { flags[index] = 1 }
        }
        switch lookup.results {
        case .wholes(let all, let scale): return .wholes(places.map { all[Int($0)] }, scale: scale)
        case .decimals(let all): return .decimals(places.map { all[Int($0)] })
        case .days(let all): return .days(places.map { all[Int($0)] })
        case .months(let all): return .months(places.map { all[Int($0)] })
        case .truths(let all): return .truths(places.map { all[Int($0)] })
        case .coded(_, let book): return .coded(places, book)
        }
    }
}
