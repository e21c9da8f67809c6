import Casework
import Definitions
import Storage
import Values

/// Reads the members of a bundle for its pages, and the bundle of a member.
extension CaseDesk {
    /// The lanes of a case that has children, in the order of the definition; empty for every other case.
    package func lanes(of opened: Opened, at moment: Moment) async throws -> [BundleLane] {
        guard !opened.file.children.isEmpty else { return [] }
        let names = try await names(of: opened, at: moment)
        var lanes: [BundleLane] = []
        for child in opened.file.children {
            lanes.append(try await lane(child, of: opened, names: names, at: moment))
        }
        return lanes
    }

    private func names(of opened: Opened, at moment: Moment) async throws -> [String: Wording] {
        var names: [String: Wording] = [:]
        for child in opened.file.children {
            guard let service = child.service else { continue }
            let definition = try? await parts.catalogue.definition(
                of: service, region: opened.file.header.region, on: moment.day)
            names[child.key] = definition?.service.name ?? Wording(zh: service, en: service)
        }
        return names
    }

    private func lane(
        _ child: ChildRun, of parent: Opened, names: [String: Wording], at moment: Moment
    ) async throws -> BundleLane {
        let name = names[child.key] ?? Wording(zh: child.key, en: child.key)
        let siblings = parent.file.children.filter { child.after.contains($0.rule) && $0.outcome != "granted" }
        let opened = await child.caseID.flatMapAsync { try? await openNow($0, at: moment) }
        guard let opened, let plan = opened.definition.plan(ofVariant: opened.file.header.variant) else {
            return BundleLane(
                key: child.key, service: name, unit: "", state: child.state, caseID: nil, number: nil, stage: nil,
                waitsForApplicant: false, outcome: child.outcome, clock: nil,
                after: siblings.compactMap { names[$0.key] }, certificates: [])
        }
        let file = opened.file
        let stage = plan.stages.first { $0.id == file.stage }
        let territory = parts.territory.current
        let readings = file.clockReadings(by: opened.definition, at: moment, calendar: territory.calendar)
        let leading = readings.leading(main: plan.mainClock)
        let entries = try await parts.certificates.issued(by: file.id)
        return BundleLane(
            key: child.key, service: opened.definition.service.name,
            unit: territory.units[file.header.unit]?.name ?? opened.definition.service.authority, state: child.state,
            caseID: file.id, number: file.number, stage: stage?.name,
            waitsForApplicant: !file.isClosed && stage?.waitsFor == .applicant, outcome: file.outcome ?? child.outcome,
            clock: leading.flatMap { $0.endedOn == nil ? $0 : nil }, after: [],
            certificates: entries.map { entry in
                let name = opened.definition.certificates[entry.kind]?.name
                return (entry, name ?? Wording(zh: entry.kind, en: entry.kind))
            })
    }

    /// The case that opened this one: its id and its service.
    package func parent(of opened: Opened) async throws -> (id: String, service: Wording)? {
        guard let id = opened.file.header.parent?.caseID else { return nil }
        return (id, try await open(id).definition.service.name)
    }
}

extension Optional {
    fileprivate func flatMapAsync<Other>(
        _ transform: (Wrapped) async throws -> Other?
    ) async rethrows -> Other? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
