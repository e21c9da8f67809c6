// How typed text is made comparable before it is checked, searched or indexed. What a person typed is kept as typed.

extension String {
    /// Full-width letters, digits and signs (`１２３Ａ－`) as their half-width forms, and the ideographic space as a space.
    ///
    /// Changes Chinese commas and brackets too, so it is for codes and comparison, never for a text that is shown.
    package var halfWidth: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21)))
            case 0x3000: result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A code as it is checked: half-width, upper case, without spaces, invisible marks and hyphens.
    ///
    /// Letters are never turned into digits here: an `O` for a `0` is reported as a suspected typing error.
    package var normalisedCode: String {
        var result = String.UnicodeScalarView()
        for scalar in halfWidth.unicodeScalars where !isSpace(scalar) && !isHyphen(scalar) {
            result.append(upperCased(scalar))
        }
        return String(result)
    }

    /// A name or address as it is compared and indexed: half-width, lower case in the Latin alphabet, spaces at the
    /// ends gone and runs of spaces as one.
    package var comparisonKey: String {
        var result = String.UnicodeScalarView()
        var spaceIsDue = false
        for scalar in halfWidth.unicodeScalars {
            if isSpace(scalar) {
                spaceIsDue = !result.isEmpty
                continue
            }
            if spaceIsDue { result.append(" ") }
            spaceIsDue = false
            result.append(lowerCased(scalar))
        }
        return String(result)
    }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF: true  // zero-width marks that come along when text is pasted
    default: scalar.properties.isWhitespace
    }
}

private func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212: true
    default: false
    }
}

private func upperCased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("a"..."z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value - 0x20)) : scalar
}

private func lowerCased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
}
