import Casework
import Values

/// That a document was served in another way than electronically: how, when, to whom (送达).
struct DocumentDelivery: Hashable, Sendable {
    let number: Int
    let way: String
    let on: Day
    let receiver: String

    /// What is wrong with it, each at its place.
    func problems(with document: CaseDocument, on today: Day) -> [Problem] {
        var problems: [Problem] = []
        if !DocumentWords.ways.contains(where: { $0.id == way }) { problems.append(DocumentWords.wayMissing) }
        if on < document.at.day || on > today { problems.append(DocumentWords.dayWrong) }
        if receiver.allSatisfy(\.isWhitespace) || receiver.count > 200 {
            problems.append(DocumentWords.receiverMissing)
        }
        return problems
    }
}
