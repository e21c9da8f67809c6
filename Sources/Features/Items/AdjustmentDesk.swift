import Casework
import Definitions
import Proofs
import Storage
import Values

/// Opens cases that adjust the register of items, after looking at everything that can be seen to be wrong.
package struct AdjustmentDesk: Sendable {
    private let staff: StaffDesk
    var catalogue: CatalogueDesk { staff.parts.catalogue }
    var territory: TerritoryDesk { staff.parts.territory }

    package init(staff: StaffDesk) {
        self.staff = staff
    }

    func officer(_ session: Session) throws(Failure) -> StaffDesk.Officer { try staff.officer(session) }

    /// Opens the case of a proposal; sent twice, it opens one. Gives its id.
    ///
    /// Throws `Failure.problems` with everything that must be put right, and `Failure.forbidden` for whoever is no
    /// item manager.
    package func propose(
        _ proposal: AdjustmentProposal, by officer: StaffDesk.Officer, _ acting: AccountActing
    ) async throws -> String {
        guard officer.post.role == .itemManager else { throw Failure.forbidden(AdjustmentWords.onlyManagers) }
        guard let root = territory.current.root else { throw CaseDesk.missing }
        var proposal = proposal
        if proposal.namesItem { proposal.region = root.id }
        let levelNow = try await levelNow(of: proposal, on: acting.moment.day)
        let check = AdjustmentCheck(
            proposal: proposal, register: catalogue.items.current, territory: territory.current,
            plans: try await definitions(of: proposal, on: acting.moment.day), today: acting.moment.day)
        let problems = check.problems(root: root.id, levelNow: levelNow)
        guard problems.isEmpty else { throw Failure.problems(problems) }
        let opening = OfficeOpening(
            id: AdjustmentDesk.caseID(acting), service: ItemAdjustment.service, region: root.id,
            party: ItemDesk.party, subjects: [CaseHeader.Subject(kind: "item", id: proposal.item)],
            answers: proposal.answers(levelNow: levelNow, proposer: officer.session.person.id.text),
            unit: nil)
        let done = try await staff.cases.begin(opening, by: staff.sender(officer, acting, channel: nil))
        return done.result["case"]?.text ?? opening.id
    }

    /// Cases of the register, the newest first.
    func proposals(before: String?, limit: Int) async throws -> [CaseRow] {
        try await staff.parts.database.read {
            try CaseStore.rows(ofApplicant: ItemDesk.party.description, before: before, limit: limit, in: $0)
        }
    }

    /// The names of stages, by definition and stage.
    func stageName(_ row: CaseRow) async throws -> Wording? {
        try await catalogue.definition(row.definition).plans.first?.stages.first { $0.id == row.stage }?.name
    }

    /// The level at which the item's services are decided where the proposal holds; nil without services.
    private func levelNow(of proposal: AdjustmentProposal, on day: Day) async throws -> String? {
        guard proposal.movesItem, let service = try await definitions(of: proposal, on: day).first?.service else {
            return nil
        }
        return catalogue.standing(of: service, in: proposal.region, on: day).moved?.level ?? service.level
    }

    private func definitions(of proposal: AdjustmentProposal, on day: Day) async throws -> [Definition] {
        guard let root = territory.current.root,
            let item = catalogue.items.current.item(proposal.item, on: day, root: root.id)
        else { return [] }
        var found: [Definition] = []
        for service in item.services.keys.sorted() {
            guard let hash = catalogue.inForce(service, region: root.id, on: day) else { continue }
            found.append(try await catalogue.definition(hash))
        }
        return found
    }

    /// The same form sent twice makes the same id.
    private static func caseID(_ acting: AccountActing) -> String {
        guard let key = acting.key else {
            let id: Draft.ID = acting.entropy.identifier("adjustment", 0, at: acting.moment)
            return id.text
        }
        let hash = SM3.hash(Array("adjustment/\(key.actor)/\(key.clientKey)".utf8))
        return Draft.ID(at: Moment(acting.moment.day), random: hash).text
    }
}
