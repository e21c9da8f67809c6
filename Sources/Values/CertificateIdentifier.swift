/// The identifier of an electronic certificate (电子证照标识).
///
/// Root arc, type 21, issuer, serial, version 3, check character, joined by dots. The check is ISO 7064 MOD 37,36 over
/// type, issuer, serial and version without dots and root. Source: GB/T 36904-2018.
/// Identifiers of other cities do not always fit the check, so reading them takes the form only; ask `isCheckRight`.
package struct CertificateIdentifier: Hashable, Sendable, CustomStringConvertible {
    package static let root = "1.2.156.3005.2"

    /// Credit code of the body that defined the type, then a serial of three digits.
    package let type: String
    /// Credit code of the issuer; some cities write a region code instead.
    package let issuer: String
    /// Digits and capitals, at most 32.
    package let serial: String
    /// `001` for the first issue.
    package let version: String
    package let check: Character

    /// An identifier of ours, with its check character.
    ///
    /// - Parameters:
    ///   - typeSerial: 1 to 999, given by the body that defined the type.
    ///   - serial: 1 to 32 digits and capital letters.
    ///   - version: 1 to 999.
    package init(
        typeOwner: UnifiedSocialCreditCode, typeSerial: Int, issuer: UnifiedSocialCreditCode, serial: String,
        version: Int
    ) {
        precondition((1...999).contains(typeSerial), "\(typeSerial) is not a serial of a certificate type")
        precondition((1...999).contains(version), "\(version) is not a version of a certificate")
        precondition(isSerial(serial), "“\(serial)” is not a certificate serial")
        type = typeOwner.text + Day.padded(typeSerial, 3)
        self.issuer = issuer.text
        self.serial = serial
        self.version = Day.padded(version, 3)
        check = CertificateIdentifier.checkCharacter(of: type + issuer.text + serial + self.version)
    }

    /// Reads the form: the root, then five parts of the right length and alphabet. The check is not asked.
    package init(reading input: String) throws(CodeFault) {
        let text = input.halfWidth.filter { !$0.isWhitespace }
        guard !text.isEmpty else { throw .empty }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 10, parts.prefix(5).joined(separator: ".") == CertificateIdentifier.root else {
            throw .form
        }
        guard parts[5].count == 21 else { throw .length(expected: 21, actual: parts[5].count) }
        guard isSerial(parts[5]), isSerial(parts[6]), parts[6].count == 18 || parts[6].count == 6,
            isSerial(parts[7]), parts[8].count == 3, parts[8].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            parts[9].count == 1, isSerial(parts[9]), let check = parts[9].first
        else { throw .form }
        type = parts[5]
        issuer = parts[6]
        serial = parts[7]
        version = parts[8]
        self.check = check
    }

    /// nil for whatever `init(reading:)` refuses.
    package init?(_ input: String) {
        guard let identifier = try? CertificateIdentifier(reading: input) else { return nil }
        self = identifier
    }

    /// Ours are refused when this is false; others get a warning.
    package var isCheckRight: Bool { check == expectedCheck }

    package var expectedCheck: Character {
        CertificateIdentifier.checkCharacter(of: type + issuer + serial + version)
    }

    package var description: String {
        ([CertificateIdentifier.root, type, issuer, serial, version].joined(separator: ".")) + "." + String(check)
    }

    /// ISO 7064 MOD 37,36 over digits and capital letters; anything else is a defect of the caller.
    package static func checkCharacter(of text: String) -> Character {
        var product = 36
        for byte in text.utf8 {
            let sum = (product + value(of: byte)) % 36
            product = (sum == 0 ? 36 : sum) * 2 % 37
        }
        return alphabet[(37 - product) % 36]
    }

    private static func value(of byte: UInt8) -> Int {
        precondition(isSerialByte(byte), "byte \(byte) is neither a digit nor a capital letter")
        return byte <= 0x39 ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10
    }
}

private let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

private func isSerialByte(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) }

private func isSerial(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count) && text.utf8.allSatisfy(isSerialByte)
}
