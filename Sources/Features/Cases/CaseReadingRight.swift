import Casework
import Definitions
import Values

/// Whether an officer may read a case from his post: what his work needs, and no more (最小必要).
///
/// Supervisors and auditors read in their region and below. A window reads what it received, and the cases of services
/// that it serves. Everybody else reads what lies or lay with his unit or one above it, and what the procedure lets him
/// do from another unit; what every post of a role may do in the region opens nothing.
/// Law: 个人信息保护法 第六条.
struct CaseReadingRight {
    let file: CaseFile
    let officer: StaffDesk.Officer
    let possibilities: [Possibility]
    /// The regions above the case's, nearest first.
    var regionsAbove: [String] = []
    /// The unit that the service names as its window in the case's region.
    var window: String?
    /// The unit of the post that took the case in; nil when the applicant filed it himself.
    var receivedAt: String?

    init(file: CaseFile, officer: StaffDesk.Officer, possibilities: [Possibility]) {
        self.file = file
        self.officer = officer
        self.possibilities = possibilities
    }

    private var isInRegion: Bool { file.header.region == officer.post.region }

    var isGiven: Bool {
        let post = officer.post
        switch post.role {
        case .supervisor, .auditor: if isInRegion || regionsAbove.contains(post.region) { return true }
        // An adjustment of the register concerns every item manager, wherever it was proposed.
        case .itemManager: return file.header.applicant == ItemDesk.party
        default: break
        }
        guard post.role.worksOnCases else { return false }
        if receivedAt == post.unit { return true }
        if isInRegion, isLead || window == post.unit { return true }
        let units = Set(officer.units)
        if file.tasks.contains(where: { units.contains($0.unitAbove ?? $0.unit) }) { return true }
        return possibilities.contains { !$0.isForbidden && opens($0) }
    }

    /// A window below the lead unit is one of several and reads what it serves; other posts below it share its work.
    private var isLead: Bool {
        officer.post.role == .clerk
            ? file.header.unit == officer.post.unit : officer.units.contains(file.header.unit)
    }

    /// Whether what he may do shows that the case concerns him: a task, or an action of a named unit or of another
    /// region; at home an action without a unit is for the lead unit's posts of that role.
    private func opens(_ possibility: Possibility) -> Bool {
        guard isInRegion, CaseReadingRight.everywhere.contains(officer.post.role),
            case .action(let action) = possibility.place
        else { return true }
        return action.by.unit != nil
    }

    /// Roles that every authority of a region has.
    private static let everywhere: Set<Role> = [.clerk, .reviewer, .approver, .inspector, .handler, .head]
}
