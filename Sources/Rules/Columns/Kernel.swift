import Values

/// An expression as steps over runs of subjects. Each step was chosen for the kinds of its columns.
indirect enum Kernel {
    case column(Int)
    case constant(Vector)
    /// Whole numbers times a power of ten, so that two scales become one.
    case raised(Kernel, by: Int64, scale: Int)
    case decimals(Kernel)
    case add(Kernel, Kernel, scale: Int)
    case subtract(Kernel, Kernel, scale: Int)
    case multiply(Kernel, Kernel, scale: Int)
    case arithmetic(Kernel, ArithmeticOperator, Kernel)
    case negative(Kernel)
    /// Rounded to a smaller scale: to the lower neighbour, or to the upper.
    case floor(Kernel, by: Int64)
    case ceiling(Kernel, by: Int64)
    case least(Kernel, Kernel)
    case most(Kernel, Kernel)
    case addMonths(Kernel, Int)
    case addDays(Kernel, Int64)
    case part(Kernel, Part)
    case monthsBetween(Kernel, Kernel)
    case years(Kernel)
    case restOfYear(Kernel)
    case compare(Kernel, CompareOperator, Kernel)
    case all([Kernel])
    case any([Kernel])
    case not(Kernel)
    case choose(Kernel, Kernel, Kernel)
    /// The same of two lists of values, put together: the second begins after so many.
    case chooseCoded(Kernel, Kernel, Kernel, after: Int32, Codebook)
    /// The value of the operand where the test is true; the others are worked out one by one.
    case guarded(Kernel, by: Kernel)
    /// By the codes of some columns: the place in what was worked out for every combination of their values.
    case looked(up: [Int], strides: [Int], in: Lookup)

    enum Part: Sendable {
        case year, month, day, weekday
    }
}

/// What every combination of a few values gives. Shared by all runs and never changed; hence a class.
final class Lookup: Sendable {
    let results: Vector
    /// Combinations that give nothing of the kind of the others.
    let isMissing: [Bool]
    let hasMissing: Bool

    init(_ values: [FEELValue?]) {
        var results = Lookup.packed(values)
        if results == nil {
            let book = values.map { $0 ?? .null }
            results = .coded((0..<Int32(values.count)).map { $0 }, Codebook(book))
        }
        self.results = results ?? .truths([])
        isMissing = Lookup.missing(values, self.results.kind)
        hasMissing = isMissing.contains(true)
    }

    /// As truths, numbers or days, when most values are that; nil: as any values.
    private static func packed(_ values: [FEELValue?]) -> Vector? {
        let known = values.compactMap { $0 }.filter { !$0.isNull && !$0.isUnknown }
        guard let first = known.first else { return nil }
        switch first {
        case .boolean where known.allSatisfy({ $0.boolean != nil }):
            return .truths(values.map { $0?.boolean == true ? 1 : 0 })
        case .number(let number):
            let wholes = known.compactMap { value -> Int64? in
                guard let each = value.number, each.scale == number.scale else { return nil }
                return Int64(exactly: each.coefficient)
            }
            guard wholes.count == known.count, (0...18).contains(number.scale) else { return nil }
            return .wholes(
                values.map { Int64(exactly: $0?.number?.coefficient ?? 0) ?? 0 }, scale: Int(number.scale))
        case .day where known.allSatisfy({ $0.day != nil }):
            return .days(values.map { Int64($0?.day?.number ?? 0) })
        default: return nil
        }
    }

    private static func missing(_ values: [FEELValue?], _ kind: Vector.Kind) -> [Bool] {
        values.map { value in
            guard let value else { return true }
            switch kind {
            case .coded: return false
            default: return value.isNull || value.isUnknown
            }
        }
    }
}
