import Proofs
import Values

/// The codes under which service events are rated without signing in (评价码), and the streams of their ratings.
///
/// Both follow from the master key, the case and the occasion, so a receipt can print a code before anything is stored,
/// and nobody who knows the case can guess either.
package struct RatingCode: Sendable {
    private let masterKey: MasterKey

    /// 16 characters of Crockford's base 32: 80 bits.
    package static let length = 16

    package init(masterKey: MasterKey) {
        self.masterKey = masterKey
    }

    /// The code of one service event.
    package func code(of occasion: RatingOccasion, in caseID: String) -> String {
        String(derived("rating-code", occasion, caseID).suffix(RatingCode.length))
    }

    /// The stream of its rating.
    package func stream(of occasion: RatingOccasion, in caseID: String) -> String {
        derived("rating-stream", occasion, caseID)
    }

    /// Secret bytes for what a follower writes; the same event gives the same bytes again.
    func entropy(_ label: String) -> Entropy {
        Entropy(masterKey.blindIndex(field: "rating-entropy", value: label))
    }

    private func derived(_ field: String, _ occasion: RatingOccasion, _ caseID: String) -> String {
        let bytes = masterKey.blindIndex(field: field, value: caseID + "/" + occasion.rawValue)
        return Identifier<Rating>(bytes: Array(bytes.prefix(16))).text
    }

    /// What the tables keep of a code: they never hold a code that could be used.
    static func mark(of code: String) -> String { Hexadecimal.text(SM3.hash(Array("rating-code/\(code)".utf8))) }

    /// A code as it was typed or scanned: spaces, hyphens and small letters are forgiven, and letters that the alphabet
    /// lacks are read as the digits they look like; nil for what can be none.
    package static func reading(_ text: String) -> String? {
        guard text.utf8.count <= 100 else { return nil }
        let code = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
            .map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 }
        guard code.count == length, code.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) && $0 != "U" }) else {
            return nil
        }
        return String(code)
    }

    /// In groups of four, as it is printed.
    package static func printed(_ code: String) -> String {
        stride(from: 0, to: code.count, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
