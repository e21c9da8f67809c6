import Values

/// Bounds of numbers as whole numbers of one scale, so that most numbers find their region without long arithmetic.
struct WholeBounds: Sendable {
    private let bounds: [Int64]
    private let scale: Int32

    /// nil when they do not fit.
    init?(_ decimals: [Decimal]) {
        let scale = max(0, decimals.map(\.scale).max() ?? 0)
        guard scale <= 18 else { return nil }
        var bounds: [Int64] = []
        for decimal in decimals {
            guard let factor = Int128(exactly: powerOfTen(Int(scale) - Int(decimal.scale))),
                let bound = Int64(exactly: decimal.coefficient.multipliedReportingOverflow(by: factor).partialValue),
                decimal.coefficient.magnitude < UInt128(Int64.max), factor < Int128(Int64.max)
            else { return nil }
            bounds.append(bound)
        }
        self.bounds = bounds
        self.scale = scale
    }

    /// Twice the number of bounds below it, and one more when it is a bound; nil when it has more places than they.
    @inline(__always)
    func region(of number: Decimal) -> Int? {
        guard number.scale <= scale, var value = Int64(exactly: number.coefficient) else { return nil }
        if number.scale < scale {
            let factor = powerOfTen(Int(scale - number.scale))
            guard factor > 0 else { return nil }
            let (product, isOver) = value.multipliedReportingOverflow(by: factor)
            guard !isOver else { return nil }
            value = product
        }
        return bounds.withUnsafeBufferPointer { bounds in
            if bounds.count <= 12 {
                var region = 0
                for bound in bounds { region += (value > bound ? 1 : 0) + (value >= bound ? 1 : 0) }
                return region
            }
            var (low, high) = (0, bounds.count)
            while low < high {
                let middle = (low + high) / 2
                if bounds[middle] < value { low = middle + 1 } else { high = middle }
            }
            return low < bounds.count && bounds[low] == value ? 2 * low + 1 : 2 * low
        }
    }
}

/// 10 to a power from 0 to 18; 0 beyond.
@inline(__always)
private func powerOfTen(_ power: Int) -> Int64 {
    guard power >= 0, power <= 18 else { return 0 }
    var factor: Int64 = 1
    for _ in 0..<power { factor &*= 10 }
    return factor
}
