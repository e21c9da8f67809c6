/// A telephone number in mainland China (联系电话): a mobile number, or a fixed line with its area code.
///
/// Source: the allocation of mobile prefixes by the Ministry of Industry and Information Technology, March 2023.
package struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Hashable, Sendable { case mobile, fixedLine }

    /// What looks odd and yet is accepted, because prefixes are given out over time.
    package enum Warning: Hashable, Sendable {
        /// Nobody had been given this prefix in March 2023.
        case prefixNotAssigned(String)
    }

    /// Digits only; a fixed line begins with the 0 of its area code.
    package let text: String
    package let kind: Kind

    /// Reads a number as typed, with or without `+86`, spaces and hyphens.
    ///
    /// Mobile: `1`, `3`…`9`, nine digits. Fixed line: area code 0 with two or three digits, then seven or eight digits
    /// of which the first is 2…8; lines in Chongqing (023) have eight.
    package init(reading input: String) throws(CodeFault) {
        var text = input.normalisedCode.filter { $0 != "(" && $0 != ")" }
        if text.hasPrefix("+86") {
            text.removeFirst(3)
        } else if text.hasPrefix("0086") {
            text.removeFirst(4)
        }
        let digits = Array(text)
        guard !digits.isEmpty else { throw .empty }
        if let index = digits.firstIndex(where: { !("0"..."9").contains($0) }) {
            throw .character(digits[index], position: index + 1)
        }
        if digits[0] == "0" {
            try PhoneNumber.checkFixedLine(digits)
            kind = .fixedLine
        } else {
            guard digits[0] == "1" else { throw .form }
            guard digits.count == 11 else { throw .length(expected: 11, actual: digits.count) }
            guard digits[1] >= "3" else { throw .character(digits[1], position: 2) }
            kind = .mobile
        }
        self.text = text
    }

    /// nil for whatever `init(reading:)` refuses.
    package init?(_ input: String) {
        guard let number = try? PhoneNumber(reading: input) else { return nil }
        self = number
    }

    package var warnings: [Warning] {
        guard kind == .mobile else { return [] }
        let prefix = String(text.prefix(3))
        let isAssigned = !unassigned.contains(prefix) || text.hasPrefix("1619")
        return isAssigned ? [] : [.prefixNotAssigned(prefix)]
    }

    /// Mobile `138****1234`; fixed line `023****5678`.
    package var masked: String { Masking.middle(of: text, keepingFirst: 3, last: 4) }

    /// The masked form, so that a number printed by mistake does not lie open.
    package var description: String { masked }

    private static func checkFixedLine(_ digits: [Character]) throws(CodeFault) {
        let areaLength = digits.count > 1 && digits[1] <= "2" ? 3 : 4
        guard digits.count > areaLength, digits[1] != "0" else { throw .form }
        let isChongqing = String(digits.prefix(3)) == "023"
        let lengths = isChongqing ? 8...8 : 7...8
        let count = digits.count - areaLength
        guard lengths.contains(count) else { throw .length(expected: areaLength + 8, actual: digits.count) }
        guard ("2"..."8").contains(digits[areaLength]) else {
            throw .character(digits[areaLength], position: areaLength + 1)
        }
    }
}

private let unassigned: Set<String> = ["154", "161", "163", "164", "168", "169", "179", "194"]
