import Values

/// What one step gives for a run of subjects. All of them have a value of this kind; those that do not are marked in
/// the flags of the run and worked out one by one.
enum Vector: Sendable {
    case wholes([Int64], scale: Int)
    case decimals([Decimal])
    case days([Int64])
    case months([Int64])
    case truths([UInt8])
    case coded([Int32], Codebook)

    enum Kind: Equatable, Sendable {
        case whole(scale: Int)
        case decimal, day, months, truth
        case coded(Codebook)

        static func == (left: Kind, right: Kind) -> Bool {
            switch (left, right) {
            case (.whole(let one), .whole(let other)): one == other
            case (.decimal, .decimal), (.day, .day), (.months, .months), (.truth, .truth): true
            case (.coded(let one), .coded(let other)): one === other
            default: false
            }
        }

        var isNumber: Bool {
            switch self {
            case .whole, .decimal: true
            default: false
            }
        }
    }

    /// The same value for every subject; nil for a value that only a list of values holds.
    init?(_ value: FEELValue, count: Int) {
        switch value {
        case .number(let number):
            if (0...18).contains(number.scale), let whole = Int64(exactly: number.coefficient) {
                self = .wholes(Array(repeating: whole, count: count), scale: Int(number.scale))
            } else {
                self = .decimals(Array(repeating: number, count: count))
            }
        case .boolean(let truth): self = .truths(Array(repeating: truth ? 1 : 0, count: count))
        case .day(let day): self = .days(Array(repeating: Int64(day.number), count: count))
        case .monthsDuration(let months): self = .months(Array(repeating: Int64(months), count: count))
        default: return nil
        }
    }

    var kind: Kind {
        switch self {
        case .wholes(_, let scale): .whole(scale: scale)
        case .decimals: .decimal
        case .days: .day
        case .months: .months
        case .truths: .truth
        case .coded(_, let book): .coded(book)
        }
    }

    /// The first so many.
    func prefix(_ count: Int) -> Vector {
        switch self {
        case .wholes(let all, _) where all.count == count: self
        case .wholes(let all, let scale): .wholes(Array(all[..<count]), scale: scale)
        case .decimals(let all): .decimals(Array(all[..<count]))
        case .days(let all): .days(Array(all[..<count]))
        case .months(let all): .months(Array(all[..<count]))
        case .truths(let all): .truths(Array(all[..<count]))
        case .coded(let all, let book): .coded(Array(all[..<count]), book)
        }
    }

    /// As numbers of any scale.
    var asDecimals: [Decimal] {
        switch self {
        case .decimals(let all): all
        case .wholes(let all, let scale): all.map { Decimal(Int128($0), scale: scale) ?? .zero }
        default: []
        }
    }
}

extension Column {
    /// The kind of what a run of it gives; nil for values of all kinds.
    var kind: Vector.Kind? {
        switch form {
        case .wholes(_, let scale): .whole(scale: scale)
        case .decimals: .decimal
        case .days: .day
        case .months: .months
        case .truths: .truth
        case .coded(_, let book): .coded(book)
        case .values: nil
        }
    }

    /// A run of subjects as they are held.
    func vector(_ range: Range<Int>) -> Vector {
        switch form {
        case .wholes(let all, let scale): .wholes(Array(all[range]), scale: scale)
        case .decimals(let all): .decimals(Array(all[range]))
        case .days(let all): .days(Array(all[range]))
        case .months(let all): .months(Array(all[range]))
        case .truths(let all): .truths(Array(all[range]))
        case .coded(let all, let book): .coded(Array(all[range]), book)
        case .values: .truths([])
        }
    }
}

/// Runs of a column put together.
struct ColumnBuilder {
    private var wholes: [Int64] = []
    private var decimals: [Decimal] = []
    private var truths: [UInt8] = []
    private var codes: [Int32] = []
    private let kind: Vector.Kind

    init(_ kind: Vector.Kind, capacity: Int) {
        self.kind = kind
        switch kind {
        case .whole, .day, .months: wholes.reserveCapacity(capacity)
        case .decimal: decimals.reserveCapacity(capacity)
        case .truth: truths.reserveCapacity(capacity)
        case .coded: codes.reserveCapacity(capacity)
        }
    }

    mutating func append(_ vector: Vector) {
        switch vector {
        case .wholes(let all, _), .days(let all), .months(let all): wholes += all
        case .decimals(let all): decimals += all
        case .truths(let all): truths += all
        case .coded(let all, _): codes += all
        }
    }

    /// - Parameter book: the values of the codes, where they were only known at the end.
    func column(_ book: Codebook?) -> Column {
        switch kind {
        case .whole(let scale): Column(form: .wholes(wholes, scale: scale))
        case .day: Column(form: .days(wholes))
        case .months: Column(form: .months(wholes))
        case .decimal: Column(form: .decimals(decimals))
        case .truth: Column(form: .truths(truths))
        case .coded(let own): Column(form: .coded(codes, book ?? own))
        }
    }
}
