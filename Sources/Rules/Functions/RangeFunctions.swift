import Values

/// How values and ranges lie to each other: `before`, `meets`, `overlaps` and the others, `is` and `range`.
enum RangeFunctions {
    static let all: [FunctionEntry] = [
        relation("before", ["point1", "point2"], before), relation("after", ["point1", "point2"]) { before($1, $0) },
        relation("meets", ["range1", "range2"], meets), relation("met by", ["range1", "range2"]) { meets($1, $0) },
        relation("overlaps", ["range1", "range2"], overlaps),
        relation("overlaps before", ["range1", "range2"], overlapsBefore),
        relation("overlaps after", ["range1", "range2"]) { overlapsBefore($1, $0) },
        relation("finishes", ["point", "range"], finishes),
        relation("finished by", ["range", "point"]) { finishes($1, $0) },
        relation("includes", ["range", "point"], includes),
        relation("during", ["point", "range"]) { includes($1, $0) },
        relation("starts", ["point", "range"], starts), relation("started by", ["range", "point"]) { starts($1, $0) },
        relation("coincides", ["point1", "point2"], coincides),
        FunctionEntry("is", [["value1", "value2"]], kinds: [.any], gives: .fixed(.boolean), traits: []) {
            arguments, _ in .boolean(same(arguments[0], arguments[1]))
        },
        FunctionEntry("range", [["from"]], kinds: [.text], gives: .fixed(.range(of: .any)), traits: []) {
            arguments, _ in arguments[0].text.flatMap(range(of:)) ?? .null
        },
    ]

    /// A value, or a range with its ends.
    private struct Span {
        let isPoint: Bool
        let range: FEELRange

        init?(_ value: FEELValue) {
            switch value {
            case .range(let range): (isPoint, self.range) = (false, range)
            case .null, .list, .context, .function, .unknown: return nil
            default:
                isPoint = true
                range = FEELRange(lower: value, includesLower: true, upper: value, includesUpper: true)
            }
        }

        var low: FEELValue { range.lower }
        var high: FEELValue { range.upper }
        var hasLow: Bool { range.includesLower }
        var hasHigh: Bool { range.includesUpper }
    }

    /// The names of the parameters come in two forms: the other one has both as ranges.
    private static func relation(
        _ name: String, _ parameters: [String], _ body: @escaping @Sendable (Relation) -> Truth?
    ) -> FunctionEntry {
        var signatures = [parameters]
        for other in [["point", "range"], ["range", "point"], ["range1", "range2"], ["point1", "point2"]]
        where other != parameters { signatures.append(other) }
        return FunctionEntry(
            name, signatures, kinds: [.any, .any], gives: .fixed(.boolean), traits: []
        ) { arguments, _ in
            guard let left = Span(arguments[0]), let right = Span(arguments[1]) else { return .null }
            return body(Relation(left: left, right: right))?.value ?? .null
        }
    }

    private static func relation(
        _ name: String, _ parameters: [String], _ body: @escaping @Sendable (Span, Span) -> Truth?
    ) -> FunctionEntry {
        relation(name, parameters) { (relation: Relation) in body(relation.left, relation.right) }
    }

    private struct Relation {
        let left: Span
        let right: Span
    }

    private static func less(_ left: FEELValue, _ right: FEELValue) -> Truth {
        Comparison.compare(left, .less, right)
    }

    private static func equal(_ left: FEELValue, _ right: FEELValue) -> Truth {
        left.isNull || right.isNull ? .null : Comparison.equal(left, right)
    }

    /// `left` < `right`, or equal where that is allowed.
    private static func less(_ left: FEELValue, _ right: FEELValue, orEqualIf isAllowed: Bool) -> Truth {
        less(left, right).or(equal(left, right).and(Truth(isAllowed)))
    }

    private static func before(_ left: Span, _ right: Span) -> Truth? {
        less(left.high, right.low, orEqualIf: !(left.hasHigh && right.hasLow))
    }

    private static func meets(_ left: Span, _ right: Span) -> Truth? {
        guard !left.isPoint, !right.isPoint else { return nil }
        return Truth(left.hasHigh && right.hasLow).and(equal(left.high, right.low))
    }

    private static func overlaps(_ left: Span, _ right: Span) -> Truth? {
        guard !left.isPoint, !right.isPoint else { return nil }
        return less(right.low, left.high, orEqualIf: left.hasHigh && right.hasLow)
            .and(less(left.low, right.high, orEqualIf: left.hasLow && right.hasHigh))
    }

    private static func overlapsBefore(_ left: Span, _ right: Span) -> Truth? {
        guard !left.isPoint, !right.isPoint else { return nil }
        return less(left.low, right.low, orEqualIf: left.hasLow && !right.hasLow)
            .and(less(right.low, left.high, orEqualIf: left.hasHigh && right.hasLow))
            .and(less(left.high, right.high, orEqualIf: !left.hasHigh || right.hasHigh))
    }

    private static func finishes(_ left: Span, _ right: Span) -> Truth? {
        guard !right.isPoint else { return nil }
        let sameEnd = Truth(left.hasHigh == right.hasHigh).and(equal(left.high, right.high))
        if left.isPoint { return sameEnd }
        return sameEnd.and(less(right.low, left.low, orEqualIf: !left.hasLow || right.hasLow))
    }

    private static func starts(_ left: Span, _ right: Span) -> Truth? {
        guard !right.isPoint else { return nil }
        let sameStart = Truth(left.hasLow == right.hasLow).and(equal(left.low, right.low))
        if left.isPoint { return sameStart }
        return sameStart.and(less(left.high, right.high, orEqualIf: !left.hasHigh || right.hasHigh))
    }

    private static func includes(_ left: Span, _ right: Span) -> Truth? {
        guard !left.isPoint else { return nil }
        return less(left.low, right.low, orEqualIf: left.hasLow || !right.hasLow)
            .and(less(right.high, left.high, orEqualIf: left.hasHigh || !right.hasHigh))
    }

    private static func coincides(_ left: Span, _ right: Span) -> Truth? {
        guard left.isPoint == right.isPoint else { return nil }
        return Truth(left.hasLow == right.hasLow && left.hasHigh == right.hasHigh)
            .and(equal(left.low, right.low)).and(equal(left.high, right.high))
    }

    /// The same value of the same kind; times also in the same zone.
    private static func same(_ left: FEELValue, _ right: FEELValue) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left == right
        default: left == right
        }
    }

    /// `[18..21)` out of a text; its ends are literals.
    private static func range(of text: String) -> FEELValue? {
        let scope = Scope(names: [:], vocabulary: Scope.Vocabulary(types: [:], keys: []))
        guard let expression = try? Expression.compile(text, scope: scope).get(),
            case .range(let range)? = expression.root.constant, !range.lower.isNull || !range.upper.isNull
        else { return nil }
        if !range.lower.isNull, !range.upper.isNull {
            switch Comparison.compare(range.lower, .lessOrEqual, range.upper) {
            case .yes: break
            default: return nil
            }
        }
        return .range(range)
    }
}
