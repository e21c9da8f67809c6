import Values

/// What somebody sent with a form: values by name, files, and nothing that cannot be trusted to be text.
///
/// Reading never fails on bad encoding: broken UTF-8, broken percent signs and NUL, which PostgreSQL cannot store,
/// become replacement characters.
package struct FormInput: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        /// The name that the sender's machine gave; for display only.
        package let name: String
        /// What the sender says it is; the content decides.
        package let claimedType: String
        package let bytes: [UInt8]

        package init(name: String, claimedType: String, bytes: [UInt8]) {
            self.name = name
            self.claimedType = claimedType
            self.bytes = bytes
        }
    }

    /// How much one form may hold.
    package struct Limits: Hashable, Sendable {
        package let fields: Int
        package let nameLength: Int
        /// Bytes of one value that is not a file.
        package let valueLength: Int

        package init(fields: Int, nameLength: Int, valueLength: Int) {
            self.fields = fields
            self.nameLength = nameLength
            self.valueLength = valueLength
        }

        /// 2,000 fields, names of 200 bytes, values of 100,000 bytes.
        package static let standard = Limits(fields: 2000, nameLength: 200, valueLength: 100_000)
    }

    /// Name of the hidden field that proves that the form came from this site.
    package static let tokenName: StaticTerm = "form-token"
    /// Name of the hidden field that makes sending twice do once.
    package static let keyName: StaticTerm = "form-key"

    /// In the order of the form.
    package private(set) var fields: [(name: String, value: String)] = []
    package private(set) var files: [(name: String, file: File)] = []
    private var places: [String: [Int]] = [:]

    package init() {}

    package static func == (left: FormInput, right: FormInput) -> Bool {
        left.fields.elementsEqual(right.fields, by: ==) && left.files.elementsEqual(right.files, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name)
            hasher.combine(field.value)
        }
    }

    mutating func add(_ name: String, _ value: String) {
        let (name, value) = (FormInput.withoutNUL(name), FormInput.withoutNUL(value))
        places[name, default: []].append(fields.count)
        fields.append((name, value))
    }

    mutating func add(_ name: String, _ file: File) {
        files.append((name, file))
    }

    /// The value as it was typed, without spaces at both ends; the first when there are several; nil when not sent.
    package subscript(name: String) -> String? {
        places[name]?.first.map { FormInput.trimmed(fields[$0].value) }
    }

    /// All values of that name, for boxes of which several may be ticked.
    package func all(_ name: String) -> [String] {
        (places[name] ?? []).map { FormInput.trimmed(fields[$0].value) }
    }

    /// The value, nil when it was left empty too.
    package func filled(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A file that was chosen; nil when none was, or an empty one without a name.
    package func file(_ name: String) -> File? {
        files.first { $0.name == name && !($0.file.name.isEmpty && $0.file.bytes.isEmpty) }?.file
    }

    package var formToken: String? { self[FormInput.tokenName.text] }
    package var key: String? { filled(FormInput.keyName.text) }

    /// Whether the token is that of the reader; compared without saying where they differ.
    package func isFrom(token: String) -> Bool {
        guard let sent = formToken, !token.isEmpty else { return false }
        let left = Array(sent.utf8)
        let right = Array(token.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Whether a box with the value `true` was ticked, or 是 was chosen.
    package func isTrue(_ name: String) -> Bool { self[name] == "true" }

    /// The three boxes of a `DateField` as they were typed.
    package func dateValue(_ name: String) -> DateField.Value {
        DateField.Value(
            year: self[name + "-year"] ?? "", month: self[name + "-month"] ?? "", day: self[name + "-day"] ?? "")
    }

    /// What a `DateField` says.
    package func day(_ name: String) -> DateReading {
        let value = dateValue(name)
        if value.isEmpty { return .empty }
        guard let year = Normalised.wholeNumber(value.year), let month = Normalised.wholeNumber(value.month),
            let day = Normalised.wholeNumber(value.day), let found = Day(year: year, month: month, day: day),
            found >= .earliestAnswer
        else { return .notADate(value) }
        return .day(found)
    }

    package enum DateReading: Hashable, Sendable {
        case empty
        case day(Day)
        /// A box is missing, is not a number, there is no such day, or its year is before 1900.
        case notADate(DateField.Value)
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    static func withoutNUL(_ text: String) -> String {
        guard text.utf8.contains(0) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}" || ("\t"..."\r").contains(scalar)
    }
}

/// A word that stands in markup and in Swift alike.
package struct StaticTerm: ExpressibleByStringLiteral, Sendable {
    package let text: String

    package init(stringLiteral value: StaticString) {
        text = value.description
    }
}

extension HTML.StringInterpolation {
    package mutating func appendInterpolation(_ term: StaticTerm) {
        appendInterpolation(term.text)
    }
}
