import Casework
import Definitions
import Proofs
import Storage
import Values

/// A case that the administration opens itself, without an applicant of its own (依职权、内部程序).
package struct OfficeOpening: Sendable {
    package let id: String
    package let service: String
    package let region: String
    /// The party of the case: a register or system of the platform.
    package let party: Actor
    package let subjects: [CaseHeader.Subject]
    package let answers: [String: JSON]
    /// The unit that leads; nil: the service's authority in the region.
    package let unit: String?

    package init(
        id: String, service: String, region: String, party: Actor, subjects: [CaseHeader.Subject],
        answers: [String: JSON], unit: String?
    ) {
        self.id = id
        self.service = service
        self.region = region
        self.party = party
        self.subjects = subjects
        self.answers = answers
        self.unit = unit
    }
}

extension CaseDesk {
    /// Brings such a case into being; the procedure says which roles may open it.
    ///
    /// Throws what the kernel throws, and what `leadUnit` throws.
    package func begin(_ opening: OfficeOpening, by sender: Sender) async throws -> Done {
        try await parts.events.run(sender.key, entropy: sender.entropy, at: sender.moment) {
            let day = sender.moment.day
            let definition = try await parts.catalogue.definition(
                of: opening.service, region: opening.region, on: day)
            let unit =
                try opening.unit.flatMap { parts.territory.current.units[$0] }
                ?? leadUnit(of: definition.service, in: opening.region, on: day)
            let given = AnswerSource(name: sender.acting(nil).isPlatform ? "platform" : "officer", grade: "B")
            let filing = Filing(
                id: opening.id, region: unit.region, unit: unit.id, applicant: opening.party, agent: nil,
                delegation: nil, subjects: opening.subjects, track: "ordinary", answers: opening.answers,
                sources: opening.answers.mapValues { _ in given }, evidence: [], deferred: [], parent: nil)
            let header = CaseHeader(
                id: opening.id, service: opening.service, procedure: "", variant: nil, definition: "",
                region: unit.region, unit: unit.id, channel: nil, track: "ordinary", applicant: opening.party,
                agent: nil, delegation: nil, subjects: opening.subjects, openedBy: .officer, parent: nil,
                filed: sender.moment)
            let around = try await surroundings(
                of: header, kind: definition.service.kind, hasNumber: false, by: sender)
            let decision = try decide(.file(filing), on: nil, by: definition, in: around)
            let start = CaseReach.Start(
                before: nil, definition: definition, key: CaseDesk.caseKey(of: sender), isKeyNew: true)
            return try await decided(
                decision, from: start, around: around, entropy: sender.entropy, reading: Reading(open: open),
                also: { _ in }
            ).write
        }
    }
}
