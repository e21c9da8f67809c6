import Definitions
import Values

/// Outcome under which a parent keeps a child whose case could not be opened; it counts as not granted.
package let couldNotOpenOutcome = "could_not_open"

extension Filing {
    /// A child as its parent opens it (一件事): in the name of the parent's applicant, with what is known already.
    ///
    /// The child takes the parent's answers to its own fields with their sources, what the certificates of granted
    /// siblings say, then what the parent passes on. Its needs are answered by the results of siblings (`takes`), then
    /// by what was handed in or found for the parent under the same need. What neither gives stays open: the child then
    /// lacks it like every other case. Pure.
    ///
    /// - Parameters:
    ///   - definition: of the child.
    ///   - place: region and unit that decide.
    package static func child(
        _ child: Decision.Child, of parent: CaseFile, by definition: Definition,
        in place: (region: String, unit: String),
        at moment: Moment, calendar: WorkCalendar
    ) -> Filing {
        let known = parent.knownToChildren.filter { definition.knows($0.key) }
        var answers = known.compactMapValues(\.value)
        // What one service of a procedure asks for, another does not know.
        let passes = child.passes.filter { definition.knows($0.key) }
        answers.merge(passes) { $1 }
        let guidance = Guidance.read(
            definition, answers: answers, track: ordinaryTrack, at: moment, calendar: calendar)
        answers = answers.filter { guidance.fields[$0.key] != .notNeeded }
        let sources = known.filter { answers[$0.key] != nil && $0.value.source != "applicant" }
            .mapValues { AnswerSource(name: $0.source, grade: $0.grade) }
        return Filing(
            id: child.caseID, region: place.region, unit: place.unit, applicant: parent.header.applicant,
            agent: parent.header.agent, delegation: parent.header.delegation, subjects: parent.header.subjects,
            track: ordinaryTrack, answers: answers, sources: sources.filter { passes[$0.key] == nil },
            evidence: guidance.openNeeds.compactMap { evidence(for: $0, of: child, parent) }, deferred: [],
            parent: CaseHeader.Parent(caseID: parent.id, child: child.key))
    }

    private static func evidence(
        for need: EvidenceNeed, of child: Decision.Child, _ parent: CaseFile
    ) -> EvidenceAnswer? {
        if let sibling = child.takes[need.id] {
            return EvidenceAnswer(
                need: need.id, source: .earlierCase, grade: "A", reference: sibling, files: [], expires: nil)
        }
        guard let answer = parent.evidence[need.id], need.from.contains(answer.source) else { return nil }
        return EvidenceAnswer(
            need: need.id, source: answer.source, grade: answer.grade, reference: answer.reference,
            files: answer.files, expires: answer.expires)
    }
}

extension CaseFile {
    /// Established answers; what a certificate says goes before what somebody said.
    fileprivate var knownToChildren: [String: Answer] {
        var known = answers.filter { $0.value.value.map { !$0.isNull } ?? false }
        for child in children where child.outcome == grantedOutcome {
            for case (let id, let value?) in child.facts {
                known[id] = Answer(value: value, source: earlierCaseSource, grade: "A", at: lastAt, revision: version)
            }
        }
        return known
    }
}

extension Guidance {
    /// Needs that are, or may be, needed.
    package var openNeeds: [EvidenceNeed] { needs.filter { $0.standing != .notNeeded }.map(\.need) }
}

extension Definition {
    /// Whether an answer means something here: a field, or something said at the opening.
    package func knows(_ id: String) -> Bool {
        fields[id] != nil || plans.contains { plan in plan.opening.deed.gives.contains { $0.id == id } }
    }
}
