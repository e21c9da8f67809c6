import Casework
import Definitions
import Values

/// Documents of a case: what would be sent, and how one was served.
extension StaffDesk {
    /// The notices that a deed would send, as they would read; nothing is written, and no number is drawn.
    ///
    /// Throws what the kernel says against the deed, and `Failure.conflict` with `notKnown` when a notice would have to
    /// state what is not established.
    func preview(
        _ command: Command, on id: String, by officer: Officer, at moment: Moment
    ) async throws -> [Serving] {
        let opened = try await cases.open(id)
        let territory = parts.territory.current
        let around = Surroundings(
            moment: max(moment, opened.file.lastAt), calendar: territory.calendar,
            acting: officer.acting(on: opened.file.header), channel: nil,
            places: cases.places(territory, on: moment.day, unit: opened.file.header.unit),
            number: opened.file.number, childID: { $0 })
        let decision = try decide(command, on: opened.file, by: opened.definition, in: around)
        return try CaseNotices.servings(
            of: decision, by: opened.definition, around: around, territory: territory)
    }
}

extension CaseDesk {
    /// Records that a document was served once more, by hand, post, leaving or public notice.
    ///
    /// Throws `Failure.problems` for a way or a day that cannot be, `Failure.notFound` for a case of others.
    func record(
        _ delivery: DocumentDelivery, of document: CaseDocument, in id: String, by sender: Sender
    ) async throws -> Done {
        let problems = delivery.problems(with: document, on: sender.moment.day)
        guard problems.isEmpty else { throw Failure.problems(problems) }
        let serving = Serving(
            document: document.number, on: delivery.on, template: document.template,
            fields: ["receiver": .text(delivery.receiver)], hash: document.hash, way: delivery.way,
            language: .chinese)
        return try await run(.serve(serving), on: id, by: sender)
    }
}
