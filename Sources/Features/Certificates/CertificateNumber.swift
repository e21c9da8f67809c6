import Values

/// The printed number of a certificate: prefix, region code, year, serial and a check character.
///
/// The check is ISO 7064 MOD 37,36 over everything before it, as certificate identifiers use it (GB/T 36904), so that
/// a number typed with one wrong character, or two swapped ones, is refused. The serial comes from the id of the
/// certificate, so it tells nothing of how many were issued.
package enum CertificateNumber {
    /// - Parameters:
    ///   - prefix: that of the kind, for example `JY`; characters outside 0–9 and A–Z are left out of the check.
    ///   - regionCode: six digits.
    package static func make(prefix: String, regionCode: String, year: Int, id: Certificate.ID) -> String {
        let body = prefix + regionCode + String(year) + id.text.suffix(10)
        return body + String(check(of: body))
    }

    package static func isValid(_ number: String) -> Bool {
        guard let last = number.last, number.count > 1 else { return false }
        return check(of: String(number.dropLast())) == last
    }

    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private static func check(of body: String) -> Character {
        var product = 36
        for character in body {
            guard let value = alphabet.firstIndex(of: character) else { continue }
            product = (product + value) % 36
            if product == 0 { product = 36 }
            product = product * 2 % 37
        }
        return alphabet[(37 - product) % 36]
    }
}
