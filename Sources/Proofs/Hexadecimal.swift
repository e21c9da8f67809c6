import CCrypto

/// Bytes as text of two digits each, lower case: the written form of every hash.
package enum Hexadecimal {
    /// Two lower-case digits for each byte.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity(64)
        for byte in bytes {
            characters.append(digits[Int(byte >> 4)])
            characters.append(digits[Int(byte & 15)])
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The same for an array, where most hashes lie: without a call for each byte.
    package static func text(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { characters in
            var place = 0
            for byte in bytes {
                characters[place] = digits[Int(byte >> 4)]
                characters[place + 1] = digits[Int(byte & 15)]
                place += 2
            }
            return place
        }
    }

    /// nil unless `text` is an even number of digits 0–9, a–f or A–F.
    package static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        for character in text.utf8 {
            guard let value = value(of: character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? bytes : nil
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case 0x30...0x39: character - 0x30
        case 0x61...0x66: character - 0x61 + 10
        case 0x41...0x46: character - 0x41 + 10
        default: nil
        }
    }
}

/// Whether two secrets are equal, in a time that says nothing about where they differ; lengths are not secret.
package func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}

extension [UInt8] {
    /// Appends a number as 8 bytes, the highest first.
    mutating func append(bigEndian number: Int) {
        let bits = UInt64(bitPattern: Int64(number))
        for shift in stride(from: 56, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
    }

    /// Appends a text with its length before it, so that no two lists of texts give the same bytes.
    mutating func append(measured text: String) {
        append(bigEndian: text.utf8.count)
        append(contentsOf: text.utf8)
    }
}
