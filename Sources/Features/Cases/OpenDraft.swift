import Casework
import Definitions
import Values

/// A draft with everything that its pages show: what was typed, what the city already holds, what is still missing.
package struct OpenDraft: Sendable {
    package let draft: Draft
    package let definition: Definition
    /// What registers and the certificate library say, and which of them are silent.
    package let found: Found
    package let guidance: Guidance
    package let uploads: [Upload]
    /// Names of registers that are played by stand-ins (替身).
    package let standIns: Set<String>
    /// Another definition has come into force since the answers were last checked.
    package let isReplaced: Bool
    /// As the head of the page shows it; masked for persons.
    package let applicantName: String
    package let moment: Moment
    /// The texts that may be promised, by need (告知承诺书).
    package let told: [String: ToldCommitment]

    /// What a need of evidence still asks of the applicant.
    package enum NeedState: Hashable, Sendable {
        /// A certificate, a register or an earlier case answers it.
        case held(by: EvidenceAnswer)
        case promised
        case uploaded([Upload])
        case deferred(LegalPeriod)
        case missing
    }

    package struct Need: Sendable {
        package let need: EvidenceNeed
        package let state: NeedState
        /// Answers on which it depends that are not given yet; empty when it is certainly needed.
        package let dependsOn: [String]
    }

    /// A fact that a register or the account vouches for; it is shown and not asked. A code that was typed stays open,
    /// so that a wrong one can be put right.
    package func isKnown(_ id: String) -> Bool { found.sources[id] != nil && !found.confirmed.contains(id) }

    /// The code of an enterprise that the applicant may not use; nil when nothing is against it.
    var standingProblem: Problem? {
        guidance.fields[EnterpriseStanding.code] == .notNeeded ? nil : found.standing.problem
    }

    /// Fields of a step that have to be shown, asked or known, in order.
    package func fields(of step: ApplyStep) -> [Field] {
        let ids: [String]
        switch step {
        case .questions: ids = definition.questions
        case .section(let index):
            guard definition.form.indices.contains(index) else { return [] }
            ids = definition.form[index].fields
        case .way, .evidence, .check: return []
        }
        return ids.compactMap { definition.fields[$0] }.filter { guidance.fields[$0.id] != .notNeeded }
    }

    /// Whether a field must be answered before filing: certainly needed, and known to nobody.
    package func mustAnswer(_ field: Field) -> Bool { guidance.fields[field.id] == .needed && !isKnown(field.id) }

    /// The steps that this draft has, in order; one without anything to show is left out.
    package var steps: [ApplyStep] {
        var steps: [ApplyStep] = []
        if !fields(of: .questions).isEmpty { steps.append(.questions) }
        for index in definition.form.indices where !fields(of: .section(index)).isEmpty {
            steps.append(.section(index))
        }
        if hasCommitment { steps.append(.way) }
        if !needs.isEmpty { steps.append(.evidence) }
        return steps + [.check]
    }

    package func step(after step: ApplyStep) -> ApplyStep {
        guard let index = steps.firstIndex(of: step), steps.indices.contains(index + 1) else { return .check }
        return steps[index + 1]
    }

    package func step(before step: ApplyStep) -> ApplyStep? {
        guard let index = steps.firstIndex(of: step), index > 0 else { return nil }
        return steps[index - 1]
    }

    /// The step on which a field or need stands.
    package func step(of place: String) -> ApplyStep {
        if place == "track", hasCommitment { return .way }
        return steps.first { step in fields(of: step).contains { $0.id == place } } ?? .evidence
    }

    /// Every need that is or may be needed.
    package var needs: [Need] {
        guidance.needs.compactMap { need in
            switch need.standing {
            case .notNeeded: nil
            case .needed: Need(need: need.need, state: state(of: need.need), dependsOn: [])
            case .depends(let names): Need(need: need.need, state: state(of: need.need), dependsOn: names)
            }
        }
    }

    private func state(of need: EvidenceNeed) -> NeedState {
        if let answer = found.evidence.first(where: { $0.need == need.id }) {
            switch answer.source {
            case .certificate, .register, .earlierCase: return .held(by: answer)
            case .promise: return isStale(need.id) ? .missing : .promised
            case .upload: return .uploaded(uploads.filter { $0.need == need.id })
            }
        }
        if draft.content.deferred.contains(need.id), let period = need.deferrable { return .deferred(period) }
        return .missing
    }

    /// Needs may be handed in later only on the tolerance track, where the service has it (容缺受理).
    package var hasTolerance: Bool {
        definition.service.tracks.contains(OpenDraft.tolerance) && !isOnCommitment
    }

    /// The name of the track on which needs may follow later.
    package static let tolerance = "tolerance"

    /// The service may be had on a promise of the applicant (告知承诺).
    package var hasCommitment: Bool { definition.service.tracks.contains(OpenDraft.commitment) }

    package var isOnCommitment: Bool { draft.content.track == OpenDraft.commitment }

    /// The names of the tracks between which the applicant chooses.
    package static let commitment = "commitment"
    package static let ordinary = "ordinary"

    /// Whether another text was shown than the one that holds now.
    private func isStale(_ need: String) -> Bool {
        told[need].map { $0.hash != draft.content.signed[need] } ?? false
    }

    /// Whether something is promised that is barred here.
    private var isBarred: Bool {
        guard !guidance.bars.isEmpty else { return false }
        return isOnCommitment || needs.contains { told[$0.need.id] != nil && $0.state == .promised }
    }

    /// Everything that stands between the draft and its filing, in the order of the pages.
    package var problems: [Problem] {
        var problems: [Problem] = []
        for step in steps {
            for field in fields(of: step) where mustAnswer(field) && found.answers[field.id] == nil {
                problems.append(AnswerWords.missing(field))
            }
        }
        problems += guidance.problems.sorted { $0.place < $1.place }
        if let problem = standingProblem { problems.append(problem) }
        if isBarred { problems += guidance.bars.map(\.problem) }
        for need in needs where need.dependsOn.isEmpty && need.state == .missing {
            let isTold = told[need.need.id] != nil && guidance.bars.isEmpty
            problems.append(isTold ? CommitmentWords.missing(need.need) : ApplyWords.missing(need.need))
        }
        return problems
    }
}
