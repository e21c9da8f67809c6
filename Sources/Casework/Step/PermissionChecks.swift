import Definitions
import Values

/// Whether somebody acts as, or for, the applicant of a case.
struct PartyCheck {
    let acting: Acting
    let header: CaseHeader

    /// The applicant himself, or an agent with a delegation for this service.
    var mayAct: Bool {
        guard !acting.isOfficer, !acting.isPlatform else { return false }
        if acting.actor == header.applicant, acting.actingFor == nil || acting.actingFor == header.applicant {
            return true
        }
        guard acting.actingFor == header.applicant else { return false }
        return acting.delegations.contains { $0 == header.service || $0 == "*" }
    }
}

/// Whether an officer's post covers a deed: role, unit and region.
struct OfficeCheck {
    let acting: Acting
    let permission: Permission
    let unit: String?
    let region: String
    let service: String

    func mayAct(in places: Places, lists: [String: ListDefinition]) -> Bool {
        guard permission.roles.contains(where: { acting.roles.contains($0) }) else { return false }
        if acting.region == region { return coversUnit }
        switch permission.region {
        case .own: return false
        case .above: return acting.region.map { places.regionsAbove(region).contains($0) } ?? false
        case .any: return true
        case .listed: return isListed(lists[crossRegionList])
        }
    }

    /// The unit itself or one below it; a unit name that the territory lacks matches nobody but its own.
    private var coversUnit: Bool {
        guard let unit else { return true }
        return acting.units.contains(unit)
    }

    /// The service stands on the list for the officer's region, or for one above it (川渝通办、跨省通办).
    private func isListed(_ list: ListDefinition?) -> Bool {
        let regions = [acting.region].compactMap { $0 } + acting.regionAncestors
        return list?.entries.contains { entry in
            let item = (entry["service"] ?? entry["item"])?.text
            return item == service && (entry["from_regions"]?.texts ?? []).contains { regions.contains($0) }
        } ?? false
    }
}

private let crossRegionList = "cross-region-list"
