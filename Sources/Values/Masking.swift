/// How a personal value is shown to somebody who has not asked for it with a ground (脱敏).
package enum Masking {
    /// Keeps the ends and puts one `*` for each character between; a text that would lie open is masked whole.
    package static func middle(of text: String, keepingFirst first: Int, last: Int) -> String {
        let count = text.count
        guard count > first + last else { return String(repeating: "*", count: count) }
        return text.prefix(first) + String(repeating: "*", count: count - first - last) + text.suffix(last)
    }

    /// The first and the last character only: `5****************4`, the stricter form for public places.
    package static func ends(of text: String) -> String { middle(of: text, keepingFirst: 1, last: 1) }

    /// A person's name: the first character stays, `张**`; of a name in Latin letters, the first letter of each word.
    package static func name(_ name: String) -> String {
        name.split(separator: " ", omittingEmptySubsequences: false)
            .map { $0.prefix(1) + String(repeating: "*", count: max(0, $0.count - 1)) }
            .joined(separator: " ")
    }

    /// An address: the first six characters (city and district) stay, the rest is as long as it was.
    package static func address(_ address: String) -> String { middle(of: address, keepingFirst: 6, last: 0) }

    /// A bank account or any number without a form of its own: the last four characters stay.
    package static func account(_ number: String) -> String { middle(of: number, keepingFirst: 0, last: 4) }

    /// An e-mail address: the first letter and the domain stay, `z***@example.cn`.
    package static func email(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return ends(of: address) }
        return middle(of: String(address[..<at]), keepingFirst: 1, last: 0) + address[at...]
    }
}
