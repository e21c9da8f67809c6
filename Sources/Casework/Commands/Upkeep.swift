import Definitions
import Values

// Commands that are not deeds of the procedure: children, documents, corrections, another pin.

extension Step {
    /// A child reached its end or was granted; saying so twice changes nothing.
    ///
    /// What its certificate says is kept by the parent, so that later siblings need not ask for it.
    mutating func settle(child key: String, outcome: String?, result: ChildResult) throws(Failure) {
        guard let child = file.children.last(where: { $0.key == key && $0.state == .opened }) else { return }
        if file.isClosed { return }
        var open: [String: JSON] = ["child": .text(key), "case": JSON(child.caseID), "outcome": JSON(outcome)]
        var sealed: [String: JSON] = [:]
        SealedSplit(result.facts) { result.sealed.contains($0) }.write("facts", open: &open, sealed: &sealed)
        emit(.childSettled, open, sealed: sealed)
    }

    /// The parent closed: this case is withdrawn with it, whatever its stage.
    mutating func leaveWithParent() throws(Failure) {
        guard !file.isClosed, file.header.parent != nil, let end = plan.stages.first(where: \.isFinal) else { return }
        emit(
            .acted,
            [
                "event": "withdrawn", "deed": "parent", "as_of": .null, "to": .text(end.id), "outcome": "withdrawn",
                "issues": .null, "notice": .null, "auto": true, "deemed": false, "law": .null,
            ])
        enter(end.id)
    }

    /// A notice was rendered and served; also after the end, since decisions are served then.
    mutating func serve(_ serving: Serving) throws(Failure) {
        guard acting.isPlatform || acting.isOfficer, !acting.isParty else {
            throw .forbidden(Sentences.notPermitted(roles: ["clerk"]))
        }
        if let number = serving.document, !file.documents.contains(where: { $0.number == number }) {
            throw .problems([.unknownName("document \(number)")])
        }
        var open: [String: JSON] = [
            "document": JSON(serving.document ?? file.documents.count + 1), "template": .text(serving.template),
            "hash": .text(serving.hash), "way": .text(serving.way), "language": .text(serving.language.rawValue),
        ]
        if let day = serving.on { open["on"] = .text(day.description) }
        if acting.isOfficer { open["person"] = .text(acting.person) }
        var sealed: [String: JSON] = [:]
        // What is printed on a notice was put together from answers and free text: all of it is sealed.
        SealedSplit(serving.fields) { _ in true }.write("fields", open: &open, sealed: &sealed)
        emit(.documentServed, open, sealed: sealed)
    }

    /// Puts an earlier event right; two different officers, never parties.
    mutating func correct(_ correcting: Correcting) throws(Failure) {
        try mustBeTwo(correcting.second)
        guard (1...file.version).contains(correcting.version) else {
            throw .problems([.unknownName("version \(correcting.version)")])
        }
        let problems = self.problems(in: correcting.facts)
        if !problems.isEmpty { throw .problems(problems) }
        ground = correcting.ground
        var open: [String: JSON] = [
            "version": JSON(correcting.version), "person": .text(acting.person), "second": .text(correcting.second),
            "law": JSON(correcting.law),
        ]
        var sealed: [String: JSON] = [:]
        SealedSplit(correcting.facts) { isSealedAnswer($0) }.write("facts", open: &open, sealed: &sealed)
        emit(.corrected, open, sealed: sealed)
        ground = nil
    }

    /// Another version of the definition applies from now on.
    mutating func repin(_ repin: Repin) throws(Failure) {
        if file.isClosed { throw .conflict(.closed, sentence: Sentences.closed, citation: nil) }
        try mustBeTwo(repin.second)
        ground = repin.ground
        emit(
            .repinned,
            [
                "from": .text(file.header.definition), "definition": .text(repin.definition), "law": JSON(repin.law),
                "person": .text(acting.person), "second": .text(repin.second),
            ])
        ground = nil
    }

    private func mustBeTwo(_ second: String) throws(Failure) {
        guard acting.isOfficer, !acting.isParty else { throw .forbidden(Sentences.notPermitted(roles: ["head"])) }
        let inRegion =
            acting.region == file.header.region
            || acting.region.map { around.places.regionsAbove(file.header.region).contains($0) } ?? false
        guard inRegion else { throw .forbidden(Sentences.notPermitted(roles: ["head"])) }
        guard !second.isEmpty, second != acting.person else { throw .forbidden(Sentences.secondPerson) }
    }
}
