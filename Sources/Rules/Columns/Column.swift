import Values

/// The values of one name for many subjects, held together (一列值).
///
/// Numbers are held as whole numbers of one scale, texts as places in a list of the texts that occur. What the form of
/// a column cannot hold (another scale, an absent value among numbers) is an exception, kept beside it.
package struct Column: Sendable {
    enum Form: Sendable {
        /// The number is whole / 10^scale.
        case wholes([Int64], scale: Int)
        case decimals([Decimal])
        /// Days since 1970-01-01.
        case days([Int64])
        /// Periods of months.
        case months([Int64])
        /// 1 is true.
        case truths([UInt8])
        case coded([Int32], Codebook)
        case values([FEELValue])
    }

    let form: Form
    /// By subject, from 0.
    var exceptions: [Int: FEELValue] = [:]
    /// Subjects whose value could not be worked out.
    var faults: [Int: EvaluationFault] = [:]

    /// How many subjects.
    package var count: Int {
        switch form {
        case .wholes(let all, _): all.count
        case .days(let all), .months(let all): all.count
        case .decimals(let all): all.count
        case .truths(let all): all.count
        case .coded(let all, _): all.count
        case .values(let all): all.count
        }
    }

    /// The value of one subject, exactly as an evaluation by itself gives it; throws what stopped that.
    package func value(at subject: Int) throws(EvaluationFault) -> FEELValue {
        if !faults.isEmpty, let fault = faults[subject] { throw fault }
        if !exceptions.isEmpty, let value = exceptions[subject] { return value }
        switch form {
        case .wholes(let all, let scale): return Column.number(all[subject], scale)
        case .decimals(let all): return .number(all[subject])
        case .days(let all): return .day(Day(number: Int(all[subject])))
        case .months(let all): return .monthsDuration(months: Int(all[subject]))
        case .truths(let all): return .boolean(all[subject] == 1)
        case .coded(let all, let book): return book.values[Int(all[subject])]
        case .values(let all): return all[subject]
        }
    }

    static func number(_ whole: Int64, _ scale: Int) -> FEELValue {
        // A coefficient of 19 digits always fits.
        .number(Decimal(Int128(whole), scale: scale) ?? .zero)
    }
}

/// Values by number. Shared by the pieces of a column and never changed; hence a class.
final class Codebook: Sendable {
    let values: [FEELValue]

    init(_ values: [FEELValue]) {
        self.values = values
    }
}

// MARK: - Packing

extension Column {
    /// More different values than this are not worth a list of them.
    private static let mostCodes = 1 << 16

    /// Amounts and counts: each number is its whole number / 10^`scale`, with `scale` from 0 to 18.
    package init(wholes: [Int64], scale: Int) {
        precondition((0...18).contains(scale), "a scale of \(scale)")
        form = .wholes(wholes, scale: scale)
    }

    /// Days as their numbers since 1970-01-01.
    package init(dayNumbers: [Int64]) {
        form = .days(dayNumbers)
    }

    /// Truths, one for each subject.
    package init(truths: [Bool]) {
        form = .truths(truths.map { $0 ? 1 : 0 })
    }

    /// Values out of a short list, such as the choices of a field: each code is a place in `values`.
    package init(codes: [Int32], of values: [FEELValue]) {
        precondition(codes.allSatisfy { values.indices.contains(Int($0)) }, "a code that is no place in the list")
        form = .coded(codes, Codebook(values))
    }

    /// Any values, in the tightest form that holds most of them.
    package init(_ values: [FEELValue]) {
        let first = values.first { !$0.isNull && !$0.isUnknown } ?? .null
        switch first {
        case .number(let number):
            if let packed = Column.wholes(values, scale: Int(number.scale)) {
                self = packed
                return
            }
        case .day:
            let days = values.enumerated().filter { $0.element.day == nil }
            if days.count <= values.count / 8 {
                form = .days(values.map { Int64($0.day?.number ?? 0) })
                exceptions = Dictionary(uniqueKeysWithValues: days.map { ($0.offset, $0.element) })
                return
            }
        default: break
        }
        self = Column.coded(values) ?? Column(form: .values(values))
    }

    init(form: Form) {
        self.form = form
    }

    /// nil when too many values are no numbers of that scale.
    private static func wholes(_ values: [FEELValue], scale: Int) -> Column? {
        guard (0...18).contains(scale) else { return nil }
        var wholes: [Int64] = []
        wholes.reserveCapacity(values.count)
        var exceptions: [Int: FEELValue] = [:]
        for (subject, value) in values.enumerated() {
            if case .number(let number) = value, Int(number.scale) == scale,
                let whole = Int64(exactly: number.coefficient)
            {
                wholes.append(whole)
            } else {
                wholes.append(0)
                exceptions[subject] = value
            }
        }
        guard exceptions.count <= values.count / 8 else { return nil }
        var column = Column(form: .wholes(wholes, scale: scale))
        column.exceptions = exceptions
        return column
    }

    /// nil when there are too many different values. Numbers of different scales are different values.
    private static func coded(_ values: [FEELValue]) -> Column? {
        var places: [Exactly: Int32] = [:]
        var book: [FEELValue] = []
        var codes: [Int32] = []
        codes.reserveCapacity(values.count)
        for value in values {
            let exact = Exactly(value)
            if let code = places[exact] {
                codes.append(code)
            } else {
                guard book.count < mostCodes else { return nil }
                let code = Int32(book.count)
                places[exact] = code
                book.append(value)
                codes.append(code)
            }
        }
        return Column(form: .coded(codes, Codebook(book)))
    }
}

/// A value that is equal only to one that is written the same: 2.0 is not 2.00 here, nor é in one part é in two.
struct Exactly: Hashable {
    private let value: FEELValue

    init(_ value: FEELValue) {
        self.value = value
    }

    static func == (left: Exactly, right: Exactly) -> Bool {
        switch (left.value, right.value) {
        case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
        case (.number(let one), .number(let other)): one.scale == other.scale && one.coefficient == other.coefficient
        case (.boolean, _), (.day, _), (.null, _), (.unknown, _), (.daysDuration, _), (.monthsDuration, _):
            left.value == right.value
        // Lists, contexts and times may be equal and still differ inside.
        default: left.value == right.value && String(reflecting: left.value) == String(reflecting: right.value)
        }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

// MARK: - Joining

extension Column {
    /// One column after the other.
    static func joined(_ pieces: [Column]) -> Column {
        guard pieces.count != 1 else { return pieces[0] }
        var joined = Column(form: joinedForm(pieces))
        var start = 0
        for piece in pieces {
            for (subject, value) in piece.exceptions { joined.exceptions[start + subject] = value }
            for (subject, fault) in piece.faults { joined.faults[start + subject] = fault }
            start += piece.count
        }
        return joined
    }

    private static func joinedForm(_ pieces: [Column]) -> Form {
        guard let first = pieces.first?.form else { return .values([]) }
        switch first {
        case .wholes(_, let scale):
            let all = pieces.compactMap { piece -> [Int64]? in
                if case .wholes(let all, scale) = piece.form { return all }
                return nil
            }
            if all.count == pieces.count { return .wholes(Array(all.joined()), scale: scale) }
        case .days:
            let all = pieces.compactMap { if case .days(let all) = $0.form { all } else { nil } }
            if all.count == pieces.count { return .days(Array(all.joined())) }
        case .truths:
            let all = pieces.compactMap { if case .truths(let all) = $0.form { all } else { nil } }
            if all.count == pieces.count { return .truths(Array(all.joined())) }
        case .coded:
            let all = pieces.compactMap { if case .coded(let codes, let book) = $0.form { (codes, book) } else { nil } }
            if all.count == pieces.count { return joined(all) }
        case .decimals, .months, .values: break
        }
        return .values(pieces.flatMap { piece in (0..<piece.count).map { piece.formValue(at: $0) } })
    }

    /// Without exceptions and faults.
    private func formValue(at subject: Int) -> FEELValue {
        (try? Column(form: form).value(at: subject)) ?? .null
    }

    private static func joined(_ pieces: [([Int32], Codebook)]) -> Form {
        var places: [Exactly: Int32] = [:]
        var book: [FEELValue] = []
        var joined: [Int32] = []
        joined.reserveCapacity(pieces.reduce(0) { $0 + $1.0.count })
        for (codes, own) in pieces {
            let renamed = own.values.map { value in
                let exact = Exactly(value)
                if let place = places[exact] { return place }
                let place = Int32(book.count)
                places[exact] = place
                book.append(value)
                return place
            }
            joined += codes.lazy.map { renamed[Int($0)] }
        }
        return .coded(joined, Codebook(book))
    }
}
