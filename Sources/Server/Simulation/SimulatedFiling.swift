import Casework
import Definitions
import Features
import Proofs
import Values

/// One filing with everything it needs.
struct SimulatedFiling: Sendable {
    let arrival: SimulatedArrival
    let offer: SimulatedOffer
    let applicant: SimulatedApplicant
    let entropy: Entropy
    let region: TerritoryMap.Region
    let calendar: WorkCalendar
    /// Certificates of the applicant, by kind.
    let held: [String: String]
    /// Who takes it in at the counter; nil: the applicant files.
    let clerk: Acting?

    /// The filing decided, and the case as the simulation goes on with it.
    ///
    /// Throws what the kernel says against it.
    ///
    /// - Parameter settled: returns when the tables tell all that was decided about the applicant before.
    func ready(
        by situation: Situation?, on desk: CaseDesk, _ chance: inout SimulatedChance,
        settled: @escaping @Sendable () async throws -> Void
    ) async throws -> (CaseDesk.Ready, SimulatedCase) {
        let form = SimulatedAnswers(
            definition: offer.definition, applicant: applicant, region: region, calendar: calendar,
            moment: arrival.moment, model: offer.model)
        let filled = form.filled(by: situation, &chance)
        var evidence = form.evidence(for: filled, held: held)
        var lacking = filled.lacks
        var fate = SimulatedFate.draw(by: &chance)
        if fate == .deficient || fate == .abandoned {
            let forgettable = form.forgettable(in: evidence)
            if forgettable.isEmpty, lacking.isEmpty { fate = .ordinary }
            if !forgettable.isEmpty { lacking.append(chance.pick(forgettable)) }
        } else if !lacking.isEmpty {
            fate = .deficient
        }
        evidence.removeAll { lacking.contains($0.need) }
        var found = Found()
        found.answers = filled.answers
        found.sources = form.sources(of: filled.answers)
        found.evidence = evidence
        let acting = clerk ?? applicant.acting
        let sender = CaseDesk.Sender(
            acting: { _ in acting }, channel: arrival.channel, key: nil, moment: arrival.moment,
            entropy: entropy.part("filing", situation == nil ? 0 : 1))
        let request = request(filled)
        // Whoever promises has read the text that holds that day.
        let told = try desk.told(request, found, by: offer.definition, at: arrival.moment)
        for at in found.evidence.indices where found.evidence[at].source == .promise {
            found.evidence[at].reference = told[found.evidence[at].need]?.hash
        }
        let ready = try await desk.ready(request, found: found, by: sender, settled: settled)
        let running = SimulatedCase(
            number: arrival.number, applicant: applicant, channel: arrival.channel, entropy: entropy, chance: chance,
            fate: fate, opened: ready.opened, lacking: lacking, isFulfilled: false, commands: 0)
        return (ready, running)
    }

    private func request(_ filled: SimulatedAnswers.Filled) -> FilingRequest {
        let isForEnterprise = applicant.subject != .person(applicant.person)
        return FilingRequest(
            id: entropy.identifier("case", 0, at: arrival.moment), service: offer.service, region: offer.region,
            applicant: applicant.subject, agent: isForEnterprise ? applicant.person : nil,
            delegation: isForEnterprise ? applicant.delegation : nil,
            content: Draft.Content(
                answers: [:], promised: [], deferred: filled.defers, track: filled.track, present: [:]),
            identity: [:], uploads: [], draftKey: nil)
    }
}

extension Definition {
    /// Facts of an enterprise stand in the form.
    var asksForEnterprise: Bool {
        service.applicants.first == "enterprise" || fields.keys.contains { $0 == "enterprise.uscc" }
    }
}
