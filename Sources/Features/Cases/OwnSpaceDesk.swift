import Casework
import Definitions
import Proofs
import Storage
import Values

/// Something that waits for the applicant in a case: what, and until when.
package struct OwnDuty: Sendable {
    package let row: CaseRow
    package let service: Wording
    /// What is to be done or handed in.
    package let what: [Wording]
    /// nil: no day, or not known yet.
    package let due: Day?
}

/// Which data of the applicant was used in a case, and where it came from.
package struct DataUse: Sendable {
    package struct Source: Hashable, Sendable {
        /// The register, or the library that gave it.
        package let name: Wording
        /// What it told: facts and documents.
        package let told: [Wording]
    }

    package let row: CaseRow
    package let service: Wording
    package let sources: [Source]
    /// The personal data of the case were erased.
    package let isErased: Bool
}

/// What one's own space shows: duties, cases, certificates, the use of one's data.
extension ApplicantDesk {
    /// Cases of whom the person acts for now, within the delegation, newest first; at most `limit`.
    package func cases(
        of session: Session, _ state: OwnCasesStore.Choice.State, service: String?, before: String?, limit: Int
    ) async throws -> [(row: CaseRow, definition: Definition)] {
        let choice = choice(session, state, service: service)
        let rows = try await parts.database.read {
            try OwnCasesStore.rows(choice, before: before, limit: limit, in: $0)
        }
        var found: [(row: CaseRow, definition: Definition)] = []
        for row in rows { found.append((row, try await parts.catalogue.definition(row.definition))) }
        return found
    }

    private func choice(
        _ session: Session, _ state: OwnCasesStore.Choice.State, service: String?
    ) -> OwnCasesStore.Choice {
        OwnCasesStore.Choice(
            applicant: session.applicant.description, delegated: session.actingFor?.delegation.services,
            state: state, service: service)
    }

    /// How many cases wait for the applicant, at most 100.
    package func countOfWaiting(_ session: Session) async throws -> Int {
        let choice = choice(session, .waiting, service: nil)
        return try await parts.database.read { try OwnCasesStore.count(choice, limit: 100, in: $0) }
    }

    /// Everything that waits for the applicant: cases that wait for him, and documents that he still owes in the
    /// newest open ones; what is due first comes first.
    package func duties(of session: Session, at moment: Moment) async throws -> [OwnDuty] {
        let waiting = try await cases(of: session, .waiting, service: nil, before: nil, limit: 50)
        let open = try await cases(of: session, .open, service: nil, before: nil, limit: 20)
        let known = Set(waiting.map(\.row.id))
        var duties: [OwnDuty] = []
        for (row, _) in waiting + open.filter({ !known.contains($0.row.id) }) {
            if let duty = try await duty(row, at: moment) { duties.append(duty) }
        }
        return duties.sorted { ($0.due ?? .distantFuture, $0.row.id) < ($1.due ?? .distantFuture, $1.row.id) }
    }

    /// nil when nothing waits for the applicant there any more.
    private func duty(_ row: CaseRow, at moment: Moment) async throws -> OwnDuty? {
        let opened = try await cases.openNow(row.id, at: moment)
        guard !opened.file.isClosed, let plan = opened.definition.plan(ofVariant: opened.file.header.variant) else {
            return nil
        }
        let stage = plan.stages.first { $0.id == opened.file.stage }
        let owed = opened.file.obligations.filter {
            $0.state == .open && !$0.isOwedByOffice && $0.each?["need"]?.text != nil
        }
        var what: [Wording] = []
        var days: [Day] = []
        if stage?.waitsFor == .applicant {
            let acts = plan.actions.filter { action in
                action.stages.contains(opened.file.stage) && action.by.roles.contains("applicant")
                    && action.deed.outcome == nil
            }
            what = acts.compactMap(\.deed.name)
            let events = Set(acts.compactMap(\.deed.event))
            days = opened.file.clockReadings(
                by: opened.definition, at: moment, calendar: parts.territory.current.calendar
            )
            .filter { reading in
                reading.state == .running && reading.clock != plan.mainClock
                    && plan.clocks.contains { $0.id == reading.clock && !events.isDisjoint(with: $0.ends) }
            }
            .compactMap { $0.told?.due?.day }
        }
        for obligation in owed {
            if let need = plan.evidence.first(where: { $0.id == obligation.each?["need"]?.text }) {
                what.append(need.name)
            }
            if let day = obligation.due?.day { days.append(day) }
        }
        guard !what.isEmpty else { return nil }
        return OwnDuty(row: row, service: opened.definition.service.name, what: what, due: days.min())
    }

    /// Certificates of whom the person acts for now, those of services that the delegation covers, with their names.
    package func certificates(
        of session: Session
    ) async throws -> [(entry: CertificateStore.Entry, name: Wording)] {
        let held = try await parts.certificates.held(by: session.applicant)
        let services = session.actingFor?.delegation.services
        var found: [(entry: CertificateStore.Entry, name: Wording)] = []
        var names: [String: Wording] = [:]
        for entry in held {
            if let services {
                let row = try await parts.database.read { try CaseStore.row(entry.caseID, in: $0) }
                guard let row, services.contains(row.service) else { continue }
            }
            if names[entry.kind] == nil {
                names[entry.kind] = try await parts.certificates.certificate(entry.id).kindName
            }
            found.append((entry, names[entry.kind] ?? Wording(zh: entry.kind, en: entry.kind)))
        }
        return found
    }

    /// Which registers and certificates answered in one's cases, the newest case first; at most `limit` cases.
    ///
    /// What the applicant or an officer wrote is no use of data that the city held before, and is left out.
    package func dataUses(of session: Session, before: String?, limit: Int) async throws -> [DataUse] {
        var uses: [DataUse] = []
        for (row, _) in try await cases(of: session, .all, service: nil, before: before, limit: limit) {
            let opened = try await cases.open(row.id)
            uses.append(
                DataUse(
                    row: row, service: opened.definition.service.name, sources: sources(of: opened),
                    isErased: opened.file.isErased))
        }
        return uses
    }

    private func sources(of opened: CaseDesk.Opened) -> [DataUse.Source] {
        let own: Set<String> = ["applicant", "officer"]
        var told: [String: Set<Wording>] = [:]
        for (id, answer) in opened.file.answers where !own.contains(answer.source) {
            let name = opened.definition.fields[id]?.ask ?? parts.catalogue.nameOfFact(id)
            if let name { told[answer.source, default: []].insert(name) }
        }
        let needs = opened.definition.plans.flatMap(\.evidence)
        for (id, answer) in opened.file.evidence {
            guard let need = needs.first(where: { $0.id == id }) else { continue }
            switch answer.source {
            case .register: told[answer.reference ?? "", default: []].insert(need.name)
            case .certificate: told[DataUseWords.library, default: []].insert(need.name)
            case .earlierCase: told[DataUseWords.earlier, default: []].insert(need.name)
            case .promise, .upload: continue
            }
        }
        return told.sorted { $0.key < $1.key }.map { source, facts in
            DataUse.Source(
                name: DataUseWords.name(of: source, in: parts.registers), told: facts.sorted { $0.zh < $1.zh })
        }
    }
}

extension Day {
    /// Behind every day that a case names.
    fileprivate static let distantFuture = Day(9999, 12, 31)
}
