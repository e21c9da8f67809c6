import Values

/// The regions into which the cells of a column divide its values, each with the rows that it lets pass.
///
/// Rows are bits, 64 to a word. A column is indexed when its cells compare with constants only; what a region lets
/// pass is found by asking the cells themselves about one value of it, so the index can never differ from them.
/// A class, never changed, because copying its parts for each record costs more than the look-up.
final class ColumnIndex: Sendable {
    enum Keys: Sendable {
        /// Region = index of the text, or the last one for any other.
        case texts([String], [String: Int])
        /// Regions: below the first bound, the bound itself, between it and the next, …, above the last.
        case numbers([Decimal])
        case days([Day])
        /// false, true.
        case booleans
    }

    let keys: Keys
    /// The bounds of numbers as whole numbers of one scale, where they are not too large.
    let wholes: WholeBounds?
    /// The region of null, after all others.
    var nullRegion: Int { samples.count }
    /// A value of each region; nil where there is none (between two days that follow each other).
    let samples: [FEELValue?]
    /// Words of each region, one region after the other.
    let masks: [UInt64]
    /// Rows whose cell is not `-`.
    let readers: [UInt64]

    /// The region of a value; nil when the index says nothing about values of its kind.
    @inline(__always)
    func region(of value: FEELValue) -> Int? {
        switch (keys, value) {
        case (.texts(let texts, let table), .text(let text)):
            guard texts.count <= 8 else { return table[text] ?? texts.count }
            for index in texts.indices where texts[index] == text { return index }
            return texts.count
        case (.numbers(let bounds), .number(let number)):
            if let region = wholes?.region(of: number) { return region }
            return ColumnIndex.region(of: number, in: bounds)
        case (.days(let bounds), .day(let day)): return ColumnIndex.region(of: day, in: bounds)
        case (.booleans, .boolean(let boolean)): return boolean ? 1 : 0
        case (_, .null): return nullRegion
        default: return nil
        }
    }

    /// Whether the cells were asked about a region; not between two bounds that follow each other.
    func isJudged(_ region: Int) -> Bool { region == nullRegion || samples[region] != nil }

    private static func region<Value: Comparable>(of value: Value, in bounds: [Value]) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < bounds.count && bounds[low] == value ? 2 * low + 1 : 2 * low
    }

    /// nil when a cell of the column does more than compare with constants of one kind.
    init?(_ tests: [CompiledTest]) {
        var constants: [FEELValue] = []
        for test in tests where !test.collect(into: &constants) { return nil }
        guard let keys = ColumnIndex.keys(constants) else { return nil }
        self.keys = keys
        if case .numbers(let bounds) = keys { wholes = WholeBounds(bounds) } else { wholes = nil }
        samples = ColumnIndex.samples(keys)
        let words = (tests.count + 63) / 64
        var masks = [UInt64](repeating: 0, count: (samples.count + 1) * words)
        let environment = Environment(scope: Scope(names: [:]), values: [], moment: Moment(milliseconds: 0), lists: [:])
        for (region, sample) in (samples + [.null]).enumerated() {
            guard let sample else { continue }
            for (row, test) in tests.enumerated() {
                var evaluator = Evaluator(environment, scope: environment.scope.storage, tracesReading: false)
                guard let truth = try? evaluator.passes(test, sample) else { return nil }
                if truth == .yes { masks[region * words + row / 64] |= 1 << UInt64(row % 64) }
            }
        }
        self.masks = masks
        var readers = [UInt64](repeating: 0, count: words)
        for (row, test) in tests.enumerated() where !test.isAnything { readers[row / 64] |= 1 << UInt64(row % 64) }
        self.readers = readers
    }

    private static func keys(_ constants: [FEELValue]) -> Keys? {
        switch constants.first {
        case .text?:
            let texts = unique(constants.compactMap(\.text))
            guard constants.allSatisfy({ $0.text != nil }) else { return nil }
            return .texts(texts, Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) }))
        case .number?:
            let numbers = constants.compactMap(\.number)
            return numbers.count == constants.count ? .numbers(unique(numbers).sorted()) : nil
        case .day?:
            let days = constants.compactMap(\.day)
            return days.count == constants.count ? .days(unique(days).sorted()) : nil
        case .boolean?: return constants.allSatisfy { $0.boolean != nil } ? .booleans : nil
        default: return nil
        }
    }

    private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }

    private static func samples(_ keys: Keys) -> [FEELValue?] {
        switch keys {
        case .booleans: return [.boolean(false), .boolean(true)]
        case .texts(let texts, let table):
            var other = "…"
            while table[other] != nil { other += "…" }
            return texts.map { .text($0) } + [.text(other)]
        case .numbers(let bounds):
            return between(
                bounds, below: { $0.subtracting(.one) }, above: { $0.adding(.one) },
                middle: { $0.adding($1)?.divided(by: Decimal(2)) }
            ).map { $0.map { .number($0) } }
        case .days(let bounds):
            return between(
                bounds, below: { $0.previous }, above: { $0.next },
                middle: { $0.next < $1 ? $0.next : nil }
            ).map { $0.map { .day($0) } }
        }
    }

    private static func between<Value: Comparable>(
        _ bounds: [Value], below: (Value) -> Value?, above: (Value) -> Value?, middle: (Value, Value) -> Value?
    ) -> [Value?] {
        var samples: [Value?] = []
        for (index, bound) in bounds.enumerated() {
            let before = index == 0 ? below(bound) : middle(bounds[index - 1], bound)
            // Rounding at 34 digits could give the bound itself.
            samples.append(before == bound || (index > 0 && before == bounds[index - 1]) ? nil : before)
            samples.append(bound)
        }
        if let last = bounds.last {
            let after = above(last)
            samples.append(after == last ? nil : after)
        }
        return samples
    }
}

/// Finds the rows that hit by looking up one region per column. A class for the same reason as `ColumnIndex`.
final class TableIndex: Sendable {
    let columns: [ColumnIndex?]
    let words: Int
    let all: [UInt64]

    /// nil when a column that is read cannot be indexed, or there are no rows.
    init?(rows: [[CompiledTest]], columns count: Int) {
        guard !rows.isEmpty else { return nil }
        var columns: [ColumnIndex?] = []
        for column in 0..<count {
            let tests = rows.map { $0[column] }
            if tests.allSatisfy(\.isAnything) {
                columns.append(nil)
            } else {
                guard let index = ColumnIndex(tests) else { return nil }
                columns.append(index)
            }
        }
        self.columns = columns
        words = (rows.count + 63) / 64
        all = (0..<words).map { word in
            let left = rows.count - word * 64
            return left >= 64 ? UInt64.max : (1 << UInt64(left)) - 1
        }
    }

    /// The rows that hit; nil when an input is unknown, null or of another kind, and the cells must be asked.
    func rows(_ run: inout TableRun) throws(EvaluationFault) -> [Int]? {
        if words == 1 {
            guard let mask = try mask(&run) else { return nil }
            return TableIndex.rows(mask, word: 0, first: run.table.table.hit == .first)
        }
        var masks = all
        for (column, index) in columns.enumerated() {
            guard let index, (0..<words).contains(where: { masks[$0] & index.readers[$0] != 0 }) else { continue }
            guard let region = index.region(of: try run.input(column)), index.isJudged(region) else { return nil }
            for word in 0..<words { masks[word] &= index.masks[region * words + word] }
        }
        var rows: [Int] = []
        for word in 0..<words {
            rows += TableIndex.rows(masks[word], word: word, first: run.table.table.hit == .first)
            if run.table.table.hit == .first, !rows.isEmpty { break }
        }
        return rows
    }

    /// Tables of up to 64 rows: one word, no array.
    private func mask(_ run: inout TableRun) throws(EvaluationFault) -> UInt64? {
        var mask = all[0]
        for (column, index) in columns.enumerated() {
            guard let index, mask & index.readers[0] != 0 else { continue }
            guard let region = index.region(of: try run.input(column)), index.isJudged(region) else { return nil }
            mask &= index.masks[region]
        }
        return mask
    }

    /// The rows that hit for inputs that are all at hand; nil as above.
    func rows(_ inputs: [FEELValue], first: Bool) -> [Int]? {
        var masks = all
        for (column, index) in columns.enumerated() {
            guard let index else { continue }
            guard let region = index.region(of: inputs[column]), index.isJudged(region) else { return nil }
            for word in 0..<words { masks[word] &= index.masks[region * words + word] }
        }
        var rows: [Int] = []
        for word in 0..<words where masks[word] != 0 {
            rows += TableIndex.rows(masks[word], word: word, first: first)
            if first { break }
        }
        return rows
    }

    private static func rows(_ mask: UInt64, word: Int, first: Bool) -> [Int] {
        var mask = mask
        var rows: [Int] = []
        while mask != 0 {
            rows.append(word * 64 + mask.trailingZeroBitCount)
            if first { break }
            mask &= mask - 1
        }
        return rows
    }
}

extension CompiledTest {
    var isAnything: Bool {
        if case .anything = self { return true }
        return false
    }

    /// Adds the constants it compares with; false when it does anything else.
    func collect(into constants: inout [FEELValue]) -> Bool {
        switch self {
        case .anything: return true
        case .none(let tests), .any(let tests):
            for test in tests where !test.collect(into: &constants) { return false }
            return true
        // An order of texts is more than which of them it is.
        case .compare(let operation, .constant(.text)) where operation != .equal && operation != .notEqual:
            return false
        case .compare(_, .constant(let value)): return CompiledTest.collect(value, into: &constants)
        case .matches(.constant(let value)): return CompiledTest.collect(value, into: &constants)
        case .compare, .matches, .condition: return false
        }
    }

    private static func collect(_ value: FEELValue, into constants: inout [FEELValue]) -> Bool {
        switch value {
        case .text, .number, .day, .boolean:
            constants.append(value)
            return true
        case .list(let list):
            for value in list where !collect(value, into: &constants) { return false }
            return true
        case .range(let range):
            guard range.lower.text == nil, range.upper.text == nil else { return false }
            for end in [range.lower, range.upper] where !end.isNull && !collect(end, into: &constants) { return false }
            return true
        default: return false
        }
    }
}
