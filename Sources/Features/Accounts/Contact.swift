import Values

/// How a person is reached (联系方式): opened values, kept sealed in the person's stream and nowhere else.
package struct Contact: Hashable, Sendable {
    package let phone: PhoneNumber?
    package let mail: MailAddress?

    package init(phone: PhoneNumber?, mail: MailAddress?) {
        self.phone = phone
        self.mail = mail
    }

    /// The newest that the person told; empty after erasure.
    package init(folding stream: [PastEvent]) {
        let kinds = [AccountEventKind.personRegistered.rawValue, AccountEventKind.contactKept.rawValue]
        let data = stream.last { kinds.contains($0.body.kind) }?.body.data ?? [:]
        phone = data["phone"]?.text.flatMap { PhoneNumber($0) }
        mail = data["mail"]?.text.flatMap { MailAddress($0) }
    }
}

/// A mail address (电子邮箱) of a usual form: one `@`, a name before it and a domain with a dot behind it.
///
/// Whether somebody reads it only a letter can show.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// As typed, without spaces around it; the domain in small letters.
    package let text: String

    /// Limits of RFC 5321 §4.5.3.1: 64 bytes before the `@`, 255 behind it.
    package init?(_ typed: String) {
        let trimmed = typed.filter { !$0.isWhitespace }
        let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), (3...255).contains(parts[1].utf8.count)
        else { return nil }
        let name = parts[0].utf8.allSatisfy { MailAddress.isNameByte($0) }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        let domain =
            labels.count >= 2
            && labels.allSatisfy { label in
                !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { MailAddress.isDomainByte($0) }
            }
        guard name, domain, !parts[0].hasPrefix("."), !parts[0].hasSuffix("."), !parts[0].contains("..") else {
            return nil
        }
        text = parts[0] + "@" + parts[1].lowercased()
    }

    /// `z***@example.cn`.
    package var masked: String { Masking.email(text) }

    /// The masked form, so that an address printed by mistake does not lie open.
    package var description: String { masked }

    private static func isDomainByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isDomainByte(byte) || Array("!#$%&'*+/=?^_`{|}~.".utf8).contains(byte)
    }
}
