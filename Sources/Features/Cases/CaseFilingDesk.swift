import Casework
import Definitions
import Proofs
import Storage
import Values

/// What is to be filed, however it came: from a draft, at the window, or through the interface.
package struct FilingRequest: Sendable {
    package let id: Draft.ID
    package let service: String
    package let region: String
    package let applicant: Subject
    package let agent: Person.ID?
    package let delegation: Delegation.ID?
    package let content: Draft.Content
    /// Facts that the account or the clerk vouches for, by concept: names and numbers of the applicant.
    package let identity: [String: JSON]
    package let uploads: [Upload]
    /// The draft's key; nil for a case without a draft, which gets a new one.
    package let draftKey: StreamKey?

    package init(
        id: Draft.ID, service: String, region: String, applicant: Subject, agent: Person.ID?,
        delegation: Delegation.ID?, content: Draft.Content, identity: [String: JSON], uploads: [Upload],
        draftKey: StreamKey?
    ) {
        self.id = id
        self.service = service
        self.region = region
        self.applicant = applicant
        self.agent = agent
        self.delegation = delegation
        self.content = content
        self.identity = identity
        self.uploads = uploads
        self.draftKey = draftKey
    }
}

/// What registers and the library gave for a new case, before anything is decided.
package struct Found: Sendable {
    package var answers: [String: JSON] = [:]
    package var sources: [String: AnswerSource] = [:]
    package var evidence: [EvidenceAnswer] = []
    /// Registers that were asked and did not answer.
    package var silent: [String] = []
    /// How a person who applies for himself stands to the enterprise whose code he gave.
    package var standing = EnterpriseStanding.settled
    /// What was typed and stands otherwise on record, by field; the record counts.
    package var differences: [String: JSON] = [:]
    /// Codes that were typed and by which the record was found: they stay open to change.
    package var confirmed: Set<String> = []

    /// Nothing yet.
    package init() {}
}

extension CaseDesk {
    /// Brings a case into being. From a draft it takes the draft's id and key and deletes its row in the same write,
    /// so filing twice files once.
    ///
    /// Throws `Failure.problems` with every field that must be put right, and when whoever files may not file for that
    /// applicant or enterprise; nothing that was typed is lost.
    package func file(_ new: FilingRequest, by sender: Sender) async throws -> Done {
        try await parts.events.run(sender.key, entropy: sender.entropy, at: sender.moment) {
            let asked = try await parts.catalogue.definition(
                of: new.service, region: new.region, on: sender.moment.day)
            let unit = try leadUnit(of: asked.service, in: new.region, on: sender.moment.day)
            // Who decides goes by its own region's rules, also where the register moved the item to another level.
            let definition =
                unit.region == new.region
                ? asked
                : try await parts.catalogue.definition(of: new.service, region: unit.region, on: sender.moment.day)
            try await mustRepresent(new, on: sender.moment.day)
            let found = await find(new, for: definition, at: sender.moment)
            if let problem = found.standing.problem { throw Failure.problems([problem]) }
            return try await decided(new, by: definition, found: found, by: sender, reading: Reading(open: open)).write
        }
    }

    /// The append that brings the case into being, with what registers and the library gave.
    func decided(
        _ new: FilingRequest, by definition: Definition, found: Found, by sender: Sender,
        reading: Reading
    ) async throws -> DecidedReach {
        let unit = try leadUnit(of: definition.service, in: new.region, on: sender.moment.day)
        let filing = CaseDesk.filing(of: new, found, unit: unit)
        let around = try await surroundings(new, unit: unit, kind: definition.service.kind, by: sender)
        let decision = try decide(.file(filing), on: nil, by: definition, in: around)
        let id = new.id.text
        let key = new.draftKey ?? CaseDesk.caseKey(of: sender)
        let isDraft = new.draftKey != nil
        let start = CaseReach.Start(before: nil, definition: definition, key: key, isKeyNew: !isDraft)
        let files = new.uploads.map(\.id.text)
        return try await decided(
            decision, from: start, around: around, entropy: sender.entropy, reading: reading
        ) { connection in
            if isDraft, try !DraftStore.take(new.id, in: connection) { throw DraftDesk.missing }
            try UploadStore.keep(files, of: id, in: connection)
        }
    }

    /// The key of a case that had no draft.
    static func caseKey(of sender: Sender) -> StreamKey { sender.entropy.streamKey("case-key", 0) }

    private func surroundings(
        _ new: FilingRequest, unit: TerritoryMap.Unit, kind: String, by sender: Sender
    ) async throws -> Surroundings {
        let header = CaseHeader(
            id: new.id.text, service: new.service, procedure: "", variant: nil, definition: "", region: unit.region,
            unit: unit.id, channel: sender.channel, track: new.content.track, applicant: new.applicant.actor,
            agent: new.agent.map { .person($0.text) }, delegation: new.delegation?.text, subjects: [],
            openedBy: .applicant, parent: nil, filed: sender.moment)
        return try await surroundings(of: header, kind: kind, hasNumber: false, by: sender)
    }

    private static func filing(of new: FilingRequest, _ found: Found, unit: TerritoryMap.Unit) -> Filing {
        let applicant = new.applicant
        return Filing(
            id: new.id.text, region: unit.region, unit: unit.id, applicant: applicant.actor,
            agent: new.agent.map { .person($0.text) }, delegation: new.delegation?.text,
            subjects: [CaseHeader.Subject(kind: applicant.kind, id: applicant.id)], track: new.content.track,
            answers: found.answers, sources: found.sources, evidence: found.evidence,
            deferred: new.content.deferred.filter { need in !found.evidence.contains { $0.need == need } },
            parent: nil)
    }

    /// The unit that leads a case of a service for somebody of a region; its region is the one that decides.
    ///
    /// Throws `Failure.conflict` when the register of items says that it is cancelled there, and
    /// `Failure.unavailable` with a sentence when there is no such unit; asked before a draft is begun, so that
    /// nobody fills in a form for nothing.
    func leadUnit(of service: ServiceHeader, in region: String, on day: Day) throws(Failure) -> TerritoryMap.Unit {
        let territory = parts.territory.current
        let service = try parts.catalogue.handled(service, in: region, on: day)
        let place = territory.deciding(service.level, for: region)
        guard let unit = territory.unit(named: service.authority, in: place, under: nil, on: day) else {
            throw CaseDesk.noUnit(service, in: territory.regions[place]?.name)
        }
        return unit
    }

    private static func noUnit(_ service: ServiceHeader, in region: Wording?) -> Failure {
        .unavailable(
            Wording(
                zh: "\(region?.zh ?? "这里")还没有设置办理“\(service.name.zh)”的\(service.authority)",
                en: "\(region?.en ?? "This region") has no \(service.authority) that handles this service yet"))
    }

    // MARK: What the city already holds

    /// Asks registers and the certificate library for everything they may know. Never throws: what nobody answers
    /// stays open.
    package func find(_ new: FilingRequest, for definition: Definition, at moment: Moment) async -> Found {
        var found = Found()
        for (id, value) in new.content.answers where !value.isNull { found.answers[id] = value }
        for (id, value) in new.identity where definition.fields[id] != nil {
            found.answers[id] = value
            found.sources[id] = AnswerSource(name: "account", grade: "A")
        }
        found.standing = await standing(
            of: new.applicant, found.answers, found.sources, service: new.service, on: moment.day)
        let replies = await askRegisters(definition, besides: [], &found)
        await askOwnRecord(new.applicant, definition, besides: [], &found)
        found.compare(with: new.content.answers, by: definition)
        let guidance = Guidance.read(
            definition, answers: found.answers, track: new.content.track, at: moment,
            calendar: parts.territory.current.calendar)
        let held = (try? await parts.certificates.held(by: new.applicant)) ?? []
        for need in guidance.needs where need.standing != .notNeeded {
            if let answer = CaseDesk.answer(to: need.need, new: new, held: held, replies: replies, on: moment.day) {
                found.evidence.append(answer)
            }
        }
        return found
    }

    /// The same for a child: registers are asked for what its own service needs and its parent did not know.
    func find(for filing: inout Filing, by definition: Definition, on day: Day) async {
        guard let applicant = Subject(filing.applicant.description) else { return }
        let known = Set(filing.answers.keys).union(filing.evidence.map(\.need))
        var found = Found()
        found.answers = filing.answers
        found.standing = await standing(
            of: applicant, filing.answers, filing.sources, service: definition.service.id, on: day)
        let replies = await askRegisters(definition, besides: known, &found)
        await askOwnRecord(applicant, definition, besides: known, &found)
        filing.answers = found.answers
        filing.sources.merge(found.sources) { $1 }
        var answered = known
        for need in definition.plans.flatMap(\.evidence) where need.from.contains(.register) {
            guard let register = need.register, replies[register]?.needs.contains(need.id) == true,
                answered.insert(need.id).inserted
            else { continue }
            filing.evidence.append(
                EvidenceAnswer(
                    need: need.id, source: .register, grade: "A", reference: register, files: [], expires: nil))
        }
    }

    /// The platform's own record of promises: whoever broke one is told so before he promises again.
    private func askOwnRecord(
        _ applicant: Subject, _ definition: Definition, besides known: Set<String>, _ found: inout Found
    ) async {
        let asked = definition.fields.filter { $0.value.register == Duty.register && !known.contains($0.key) }
            .keys.sorted()
        guard !asked.isEmpty else { return }
        let applicant = applicant.description
        let isBroken = try? await parts.database.read { try DutyStore.hasBrokenPromise(applicant, in: $0) }
        for id in asked {
            guard let isBroken else {
                found.silent.append(Duty.register)
                return
            }
            found.answers[id] = .bool(isBroken)
            found.sources[id] = AnswerSource(name: Duty.register, grade: "A")
        }
    }

    /// - Parameter known: fields and needs that are answered already and are not asked for again.
    private func askRegisters(
        _ definition: Definition, besides known: Set<String>, _ found: inout Found
    ) async -> [String: Register.Reply] {
        var facts: [String: [String]] = [:]
        for (id, field) in definition.fields where !known.contains(id) {
            if let register = field.register, register != Duty.register { facts[register, default: []].append(id) }
        }
        var needs: [String: [String]] = [:]
        for need in definition.plans.flatMap(\.evidence)
        where need.from.contains(.register) && !known.contains(need.id) {
            if let register = need.register { needs[register, default: []].append(need.id) }
        }
        var about = found.answers.compactMapValues(\.text)
        if !found.standing.mayAsk { about[EnterpriseStanding.code] = nil }
        var questions: [String: Register.Question] = [:]
        for name in Set(facts.keys).union(needs.keys) {
            questions[name] = Register.Question(
                about: about, facts: facts[name, default: []].sorted(), needs: needs[name, default: []].sorted())
        }
        let replies = await parts.registers.ask(questions)
        found.silent = questions.keys.filter { replies[$0] == nil }.sorted()
        for (register, reply) in replies {
            for (id, value) in reply.facts where definition.fields[id]?.register == register && !known.contains(id) {
                found.answers[id] = value
                found.sources[id] = AnswerSource(name: register, grade: "A")
            }
        }
        return replies
    }

    /// The first source of a need that answers it, in the order of the law: certificate, register, promise, upload.
    private static func answer(
        to need: EvidenceNeed, new: FilingRequest, held: [CertificateStore.Entry], replies: [String: Register.Reply],
        on day: Day
    ) -> EvidenceAnswer? {
        for source in EvidenceNeed.Source.allCases where need.from.contains(source) {
            switch source {
            case .certificate:
                guard let entry = held.first(where: { $0.kind == need.certificate && $0.isValid(on: day) }) else {
                    break
                }
                return entry.answer(to: need)
            case .register:
                guard let register = need.register, replies[register]?.needs.contains(need.id) == true else { break }
                return EvidenceAnswer(
                    need: need.id, source: .register, grade: "A", reference: register, files: [], expires: nil)
            case .promise:
                guard new.content.promised.contains(need.id) else { break }
                return EvidenceAnswer(
                    need: need.id, source: .promise, grade: "D",
                    reference: need.commitment == nil ? nil : new.content.signed[need.id], files: [], expires: nil)
            case .upload:
                let files = new.uploads.filter { $0.need == need.id }
                guard !files.isEmpty else { break }
                return EvidenceAnswer(
                    need: need.id, source: .upload, grade: "C", reference: nil, files: files.map(\.id.text),
                    expires: nil)
            case .earlierCase: break
            }
        }
        return nil
    }
}

extension Subject {
    /// The id alone.
    package var id: String {
        switch self {
        case .person(let id): id.text
        case .enterprise(let id): id.text
        }
    }
}

extension CertificateStore.Entry {
    /// The certificate as what answers a need.
    func answer(to need: EvidenceNeed) -> EvidenceAnswer {
        EvidenceAnswer(
            need: need.id, source: .certificate, grade: grade, reference: id.text, files: [], expires: validUntil)
    }
}
