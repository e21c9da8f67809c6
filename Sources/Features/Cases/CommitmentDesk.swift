import Casework
import Definitions
import Values

extension CaseDesk {
    /// The texts that a draft would have to promise, by need; empty where nothing is promised with a text.
    package func told(_ new: FilingRequest, _ found: Found, by definition: Definition, at moment: Moment)
        throws(Failure) -> [String: ToldCommitment]
    {
        let needs = definition.plans.flatMap(\.evidence).filter { $0.commitment != nil }
        guard !needs.isEmpty else { return [:] }
        let territory = parts.territory.current
        let unit = try leadUnit(of: definition.service, in: new.region, on: moment.day)
        var file = CaseFile.blank(
            of: definition, answers: found.answers, track: new.content.track, at: moment)
        file.header.unit = unit.id
        return try told(needs, in: file, by: definition, at: moment, territory)
    }

    /// The same for a case that is there.
    func told(in opened: Opened, at moment: Moment) throws(Failure) -> [String: ToldCommitment] {
        let plan = opened.definition.plan(ofVariant: opened.file.header.variant)
        let needs = (plan?.evidence ?? []).filter { $0.commitment != nil }
        return try told(needs, in: opened.file, by: opened.definition, at: moment, parts.territory.current)
    }

    private func told(
        _ needs: [EvidenceNeed], in file: CaseFile, by definition: Definition, at moment: Moment,
        _ territory: TerritoryMap
    ) throws(Failure) -> [String: ToldCommitment] {
        let around = Surroundings(
            moment: moment, calendar: territory.calendar, acting: .platform, channel: nil,
            places: places(territory, on: moment.day, unit: file.header.unit), number: nil, childID: { $0 })
        var told: [String: ToldCommitment] = [:]
        for need in needs where told[need.id] == nil {
            told[need.id] = try ToldCommitment.text(
                of: need, in: file, by: definition, around: around, territory: territory)
        }
        return told
    }
}
