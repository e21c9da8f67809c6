import Values

/// Typed numbers in the one form in which they are compared and stored.
///
/// People type full-width digits and spaces; these are accepted and taken out, never called an error.
/// Codes are normalised by `String.normalisedCode` of Values.
package enum Normalised {
    /// A decimal such as `1200.5` or `-3`, without separators of thousands; nil when it is not a number.
    package static func decimal(_ text: String) -> String? {
        var digits = ""
        var points = 0
        for (index, scalar) in text.halfWidth.unicodeScalars.filter({ !isSpace($0) && $0 != "," }).enumerated() {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "." where points == 0 && !digits.isEmpty && digits != "-":
                points += 1
                digits.append(".")
            case "-" where index == 0, "−" where index == 0: digits.append("-")
            default: return nil
            }
        }
        guard digits.last != ".", digits.contains(where: \.isNumber), digits.utf8.count <= 40 else { return nil }
        return digits
    }

    /// A whole number; nil when it is not one or has more than 18 digits.
    package static func wholeNumber(_ text: String) -> Int? {
        guard let decimal = decimal(text), !decimal.contains("."), decimal.utf8.count <= 18 else { return nil }
        return Int(decimal)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
}
