import Values

/// The rows, 64 of them, that each value of one input lets pass.
enum RowMasks {
    /// By code; `needs` are the rows for which the value would have to be known.
    case codes([UInt64], needs: [UInt64])
    /// By how many of the thresholds the whole number or day has reached.
    case thresholds([Int64], [UInt64])
    /// By distance from the first, which itself stands for everything below.
    case near(first: Int64, [UInt64])
    case truths(no: UInt64, yes: UInt64)
    case decimals(ColumnIndex, word: Int, of: Int)

    /// nil when cells of this column compare with other things than the input gives.
    init?(_ kind: Vector.Kind, _ index: ColumnIndex, _ tests: [CompiledTest], word: Int, of words: Int) {
        switch (kind, index.keys) {
        case (.coded(let book), _):
            guard let masks = RowMasks.codes(book, tests, word) else { return nil }
            self = masks
        case (.truth, .booleans): self = .truths(no: index.masks[word], yes: index.masks[words + word])
        case (.whole(let scale), .numbers(let bounds)):
            guard index.samples.allSatisfy({ $0 != nil }) else { return nil }
            self = RowMasks.reaching(bounds.flatMap { RowMasks.thresholds($0, scale) }, index, word, words)
        case (.day, .days(let bounds)):
            let thresholds = bounds.flatMap { [Int128($0.number), Int128($0.number) + 1] }
            self = RowMasks.reaching(thresholds, index, word, words)
        case (.decimal, .numbers):
            guard index.samples.allSatisfy({ $0 != nil }) else { return nil }
            self = .decimals(index, word: word, of: words)
        default: return nil
        }
    }

    private static func codes(_ book: Codebook, _ tests: [CompiledTest], _ word: Int) -> RowMasks? {
        var masks: [UInt64] = []
        var needs: [UInt64] = []
        var evaluator = Evaluator(.empty(at: Moment(milliseconds: 0)), scope: .empty, tracesReading: false)
        for value in book.values {
            var (mask, need): (UInt64, UInt64) = (0, 0)
            for (row, test) in tests.enumerated().dropFirst(word * 64).prefix(64) {
                // Each value and row has the steps of an evaluation of its own.
                evaluator = Evaluator(evaluator.environment, scope: .empty, tracesReading: false)
                guard let truth = try? evaluator.passes(test, value) else { return nil }
                let bit = UInt64(1) << UInt64(row % 64)
                switch truth {
                case .yes: mask |= bit
                case .unknown: (mask, need) = (mask | bit, need | bit)
                case .no, .null: break
                }
            }
            masks.append(mask)
            needs.append(need)
        }
        return .codes(masks, needs: needs)
    }

    /// The whole numbers, at that scale, from which on a number is at least the bound, and above it.
    private static func thresholds(_ bound: Decimal, _ scale: Int) -> [Int128] {
        guard let raised = Decimal(bound.coefficient, scale: Int(bound.scale) - scale),
            let from = raised.ceiling.wide, let below = raised.floor.wide
        else { return bound.isNegative ? [.min, .min] : [.max, .max] }
        return [from, below + 1]
    }

    private static func reaching(
        _ thresholds: [Int128], _ index: ColumnIndex, _ word: Int, _ words: Int
    ) -> RowMasks {
        let always = thresholds.prefix { $0 <= Int128(Int64.min) }.count
        let kept = thresholds.dropFirst(always).prefix { $0 <= Int128(Int64.max) }.map { Int64($0) }
        let masks = (0...kept.count).map { index.masks[($0 + always) * words + word] }
        guard let first = kept.first, let last = kept.last, last.subtractingReportingOverflow(first).overflow == false,
            last - first <= 1000, first > .min + 1
        else { return .thresholds(kept, masks) }
        let near = (first - 1...last).map { whole in masks[kept.prefix { $0 <= whole }.count] }
        return .near(first: first - 1, near)
    }

    // MARK: - Running

    /// Takes away the rows that do not pass.
    func narrow(_ masks: inout [UInt64], from start: Int, _ vector: Vector, _ flags: inout [UInt8]) {
        masks.withUnsafeMutableBufferPointer { masks in
            let masks = UnsafeMutableBufferPointer(rebasing: masks[start..<start + flags.count])
            switch (self, vector) {
            case (.codes(let byCode, let needs), .coded(let codes, _)):
                for index in codes.indices {
                    let code = Int(codes[index])
                    if needs[code] & masks[index] != 0 { flags[index] = 1 }
                    masks[index] &= byCode[code]
                }
            case (.thresholds(let thresholds, let byCount), .wholes(let all, _)),
                (.thresholds(let thresholds, let byCount), .days(let all)):
                RowMasks.reach(thresholds, byCount, all, masks)
            case (.near(let first, let byDistance), .wholes(let all, _)),
                (.near(let first, let byDistance), .days(let all)):
                let last = Int64(byDistance.count - 1)
                byDistance.withUnsafeBufferPointer { byDistance in
                    for index in all.indices {
                        let place = max(0, min(last, max(all[index], first) &- first))
                        masks[index] &= byDistance[Int(all[index] > first &+ last ? last : place)]
                    }
                }
            case (.truths(let no, let yes), .truths(let all)):
                for index in all.indices { masks[index] &= all[index] == 1 ? yes : no }
            case (.decimals(let columns, let word, let words), .decimals(let all)):
                for index in all.indices {
                    guard let region = columns.region(of: .number(all[index])) else { continue }
                    masks[index] &= columns.masks[region * words + word]
                }
            default: for index in flags.indices { flags[index] = 1 }
            }
        }
    }

    private static func reach(
        _ thresholds: [Int64], _ byCount: [UInt64], _ all: [Int64], _ masks: UnsafeMutableBufferPointer<UInt64>
    ) {
        thresholds.withUnsafeBufferPointer { thresholds in
            for index in all.indices {
                // By halves without a branch: how many thresholds are reached.
                let value = all[index]
                var (base, length) = (0, thresholds.count)
                while length > 1 {
                    let half = length / 2
                    base += thresholds[base + half - 1] <= value ? half : 0
                    length -= half
                }
                if length == 1, thresholds[base] <= value { base += 1 }
                masks[index] &= byCount[base]
            }
        }
    }
}

/// The results of a table by the rows that hit, each set of rows worked out once. A class, because the runs of one
/// range of subjects fill it together; never shared between ranges.
final class HitMemo {
    private static let size = 1024
    /// More sets of rows than this are not kept.
    private static let most = 65_536

    private let isFirst: Bool
    private let decide: ([Int]) -> FEELValue?
    private(set) var values: [FEELValue] = []
    private var places: [Exactly: Int32] = [:]
    private var known: [[UInt64]: Int32] = [:]
    /// The latest of the sets that share a place here.
    private var latest = [UInt64](repeating: 0, count: HitMemo.size)
    private var codes = [Int32](repeating: -2, count: HitMemo.size)
    /// Stands for the values until all are known.
    let empty = Codebook([])

    /// - Parameter decide: what these rows, from 0, give together; nil: every subject must be asked by itself.
    init(isFirst: Bool, _ decide: @escaping ([Int]) -> FEELValue?) {
        self.isFirst = isFirst
        self.decide = decide
    }

    func codes(_ masks: [UInt64], words: Int, flags: inout [UInt8]) -> [Int32] {
        let count = flags.count
        var results = [Int32](repeating: 0, count: count)
        for index in 0..<count where flags[index] == 0 {
            let code: Int32
            if words == 1 {
                let mask = isFirst ? masks[index] & (~masks[index] &+ 1) : masks[index]
                let place = Int(truncatingIfNeeded: (mask &* 0x9E37_79B9_7F4A_7C15) >> 54)
                if latest[place] == mask, codes[place] > -2 {
                    code = codes[place]
                } else {
                    code = self.code([mask])
                    (latest[place], codes[place]) = (mask, code)
                }
            } else {
                code = self.code((0..<words).map { masks[$0 * count + index] })
            }
            if code < 0 { flags[index] = 1 } else { results[index] = code }
        }
        if values.isEmpty { _ = add(.null) }
        return results
    }

    private func code(_ masks: [UInt64]) -> Int32 {
        if let code = known[masks] { return code }
        guard known.count < HitMemo.most else { return -1 }
        var rows: [Int] = []
        for (word, mask) in masks.enumerated() {
            for bit in 0..<64 where mask & (1 << UInt64(bit)) != 0 { rows.append(word * 64 + bit) }
        }
        if isFirst, rows.count > 1 { rows.removeLast(rows.count - 1) }
        let code = decide(rows).map { add($0) } ?? -1
        known[masks] = code
        return code
    }

    private func add(_ value: FEELValue) -> Int32 {
        let exact = Exactly(value)
        if let place = places[exact] { return place }
        let place = Int32(values.count)
        places[exact] = place
        values.append(value)
        return place
    }
}
