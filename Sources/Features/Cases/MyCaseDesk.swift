import Casework
import Definitions
import Proofs
import Storage
import Values

/// A case as its applicant sees it now.
package struct MyCase: Sendable {
    package let file: CaseFile
    package let definition: Definition
    package let plan: Plan
    package let events: [PastEvent]
    package let certificates: [CertificateStore.Entry]
    package let unitName: String
    package let regionName: Wording
    package let applicantName: String
    /// What the applicant may do in the present stage.
    package let actions: [Action]
    package let uploads: [Upload]
    package let calendar: WorkCalendar
    package let moment: Moment
    /// The texts that may be promised, by need (告知承诺书).
    package let commitments: [String: ToldCommitment]
    /// The leaf of the filing in the log, 64 hexadecimal digits.
    package let filingLeaf: String
    /// The members of a bundle; empty for every other case.
    package let lanes: [BundleLane]
    /// The bundle that this case is a member of.
    package let parent: (id: String, service: Wording)?

    package var stage: Stage? { plan.stages.first { $0.id == file.stage } }
    package var clocks: [ClockReading] { file.clockReadings(by: definition, at: moment, calendar: calendar) }
    package var mainClock: ClockReading? { clocks.first { $0.clock == plan.mainClock } }

    /// Needs that the applicant still owes under an obligation (容缺待补).
    package var owed: [(need: EvidenceNeed, due: DueDate?)] {
        file.obligations.compactMap { run in
            guard run.state == .open, !run.isOwedByOffice, let id = run.each?["need"]?.text,
                let need = plan.evidence.first(where: { $0.id == id })
            else { return nil }
            return (need, run.due)
        }
    }
}

/// Reading and acting on one's own cases.
extension ApplicantDesk {
    /// The row of a case that the person may see: his own, or that of somebody who delegated him for the service.
    func permitted(_ id: String, _ session: Session, at moment: Moment) async throws -> (CaseRow, Subject, Delegation?)
    {
        guard let row = try await parts.database.read({ try CaseStore.row(id, in: $0) }),
            let subject = Subject(row.applicant)
        else { throw CaseDesk.missing }
        // Whoever may act in a bundle may act in its members.
        let whole = try await parts.database.read { connection in
            try row.parent.flatMap { try CaseStore.row($0, in: connection) } ?? row
        }
        let delegation: Delegation?
        do {
            delegation = try await self.delegation(
                of: session.person.id, for: subject, service: whole.service, on: moment.day)
        } catch Failure.notFound where whole.id != row.id {
            delegation = try await self.delegation(
                of: session.person.id, for: subject, service: row.service, on: moment.day)
        }
        return (row, subject, delegation)
    }

    /// Throws `Failure.notFound` for a case of somebody else.
    package func myCase(_ id: String, by session: Session, at moment: Moment) async throws -> MyCase {
        let (row, subject, delegation) = try await permitted(id, session, at: moment)
        let opened = try await cases.openNow(row.id, at: moment)
        guard let plan = opened.definition.plan(ofVariant: opened.file.header.variant) else {
            throw Failure.defect("case \(id) has no plan")
        }
        let territory = parts.territory.current
        let leaf = try await parts.database.read { connection in
            try EventStore.events(of: row.id, after: 0, in: connection).first
        }.map { Hexadecimal.text(LogTree.leaf(Array($0.record.utf8))) }
        let acting = AccountActing(
            actor: .person(session.person.id.text), moment: moment, entropy: Entropy([UInt8](repeating: 0, count: 32)),
            key: nil)
        let kernel = sender(session.person.id, for: subject, under: delegation, in: row, acting)
            .acting(opened.file.header)
        return MyCase(
            file: opened.file, definition: opened.definition, plan: plan, events: try await cases.history(row.id),
            certificates: try await parts.certificates.issued(by: row.id),
            unitName: territory.units[row.unit]?.name ?? opened.definition.service.authority,
            regionName: territory.regions[row.region]?.name ?? Wording(zh: row.region, en: row.region),
            applicantName: try await name(of: subject),
            actions: open(plan, opened, by: kernel, at: moment), uploads: try await cases.files(of: opened),
            calendar: territory.calendar, moment: moment, commitments: try cases.told(in: opened, at: moment),
            filingLeaf: leaf ?? "", lanes: try await cases.lanes(of: opened, at: moment),
            parent: try await cases.parent(of: opened))
    }

    /// Actions that the kernel would not refuse for what the case is; what is still to be said does not count.
    private func open(_ plan: Plan, _ opened: CaseDesk.Opened, by acting: Acting, at moment: Moment) -> [Action] {
        let territory = parts.territory.current
        let around = Surroundings(
            moment: max(moment, opened.file.lastAt), calendar: territory.calendar, acting: acting, channel: "online",
            places: cases.places(territory, on: moment.day, unit: opened.file.header.unit), number: nil,
            childID: { $0 })
        let owesNothing = !opened.file.obligations.contains { $0.state == .open && $0.each?["need"] != nil }
        return opened.file.possibilities(by: opened.definition, in: around).compactMap { possibility in
            guard case .action(let action) = possibility.place, possibility.obstacle == nil else { return nil }
            let namesNeed = action.deed.gives.contains { $0.id == "need" && $0.kind == "text" }
            return namesNeed && owesNothing ? nil : action
        }
    }

    /// One action as the applicant sends it.
    package struct Sent: Sendable {
        package let action: String
        package var said: [String: JSON]
        /// Files and promises for needs.
        package let files: [UploadDesk.Arrival]
        /// Files that came before, with what could not be taken then.
        package let kept: [Upload.ID]
        package let promised: [String]
        /// Places in the notice of what the applicant says he has seen to without a document.
        package let confirmed: Set<Int>
        /// By need: the hash of the text that the page showed.
        package let told: [String: String]
        /// Revision of the stage that the page showed.
        package let stageSeen: Int?
    }

    /// Keeps the files of what could not be taken, so that they need not be chosen again; a day later they are swept.
    /// Gives all that is kept now, and what is wrong with the others.
    func keep(
        _ sent: Sent, of id: String, by session: Session, _ acting: AccountActing
    ) async throws -> (kept: [Upload], refused: [Problem]) {
        let (row, _, _) = try await permitted(id, session, at: acting.moment)
        guard let key = try await cases.open(row.id).key else { throw CaseDesk.missing }
        var refused: [Problem] = []
        var kept = try await earlier(sent, of: row.id, under: key)
        for (index, file) in sent.files.enumerated() {
            do {
                let upload = try await parts.uploads.keep(
                    file, of: row.id, under: key, at: acting.moment, entropy: acting.entropy.part("upload", index))
                if !kept.contains(where: { $0.id == upload.id }) { kept.append(upload) }
            } catch Failure.problems(let problems) {
                refused += problems
            }
        }
        return (kept, refused)
    }

    private func earlier(_ sent: Sent, of id: String, under key: StreamKey) async throws -> [Upload] {
        if sent.kept.isEmpty { return [] }
        return try await parts.uploads.files(of: id, under: key).filter { sent.kept.contains($0.id) }
    }

    /// Does an action of the applicant with what it brings.
    ///
    /// Throws what the kernel throws, and `Failure.problems` when something that the notice asks for is missing.
    package func act(
        _ sent: Sent, on id: String, by session: Session, _ acting: AccountActing
    ) async throws -> Done {
        let (row, subject, delegation) = try await permitted(id, session, at: acting.moment)
        let sender = sender(session.person.id, for: subject, under: delegation, in: row, acting)
        let mine = try await myCase(row.id, by: session, at: acting.moment)
        var byNeed: [String: [Upload]] = [:]
        if !sent.kept.isEmpty, let key = try await cases.open(row.id).key {
            byNeed = Dictionary(grouping: try await earlier(sent, of: row.id, under: key), by: \.need)
        }
        if let action = mine.actions.first(where: { $0.id == sent.action }) {
            let brought = Set(sent.files.map(\.need)).union(byNeed.keys).union(sent.promised)
            let problems = Completion(mine: mine, action: action).problems(
                saying: sent.said, brought: brought, confirmed: sent.confirmed)
            guard problems.isEmpty else { throw Failure.problems(problems) }
            // Another code than the one that was filed is looked at as that one was.
            let changed = action.deed.gives.first { $0.kind == "answers" }.flatMap { sent.said[$0.id]?.map } ?? [:]
            let standing = await cases.standing(
                of: subject, changed, [:], service: row.service, on: acting.moment.day)
            if let problem = standing.problem { throw Failure.problems([problem]) }
        }
        if !sent.files.isEmpty {
            guard let key = try await cases.open(row.id).key else { throw CaseDesk.missing }
            let problems = sent.files.flatMap { Upload.problems(with: $0.content, for: $0.need) }
            guard problems.isEmpty else { throw Failure.problems(problems) }
            for (index, file) in sent.files.enumerated() {
                let upload = try await parts.uploads.keep(
                    file, of: row.id, under: key, at: acting.moment, entropy: acting.entropy.part("upload", index))
                byNeed[file.need, default: []].append(upload)
            }
        }
        var brings = byNeed.sorted { $0.key < $1.key }.map { need, files in
            EvidenceAnswer(
                need: need, source: .upload, grade: "C", reference: nil, files: files.map(\.id.text), expires: nil)
        }
        brings += sent.promised.map {
            EvidenceAnswer(
                need: $0, source: .promise, grade: "D", reference: sent.told[$0], files: [], expires: nil)
        }
        let seen: [Shown: Int] = sent.stageSeen.map { [.stage: $0] } ?? [:]
        let command = Command.act(Act(action: sent.action, said: sent.said, brings: brings, seen: seen))
        return try await cases.run(
            command, on: row.id, keeping: byNeed.values.flatMap { $0 }.map(\.id.text), by: sender)
    }

    /// Whether a command was done under this key before.
    package func wasDone(_ key: CommandKey) async throws -> Bool {
        try await parts.database.read { try IdempotencyStore.recall(key, in: $0) } != nil
    }

    /// A certificate for its holder, for somebody whom the holder delegated, or for an officer.
    ///
    /// Throws `Failure.notFound` for everybody else.
    package func certificate(
        _ id: Certificate.ID, by visitor: Visitor, at moment: Moment
    ) async throws -> Certificate {
        let missing = Failure.notFound(CertificateWords.missing)
        guard let session = visitor.session else { throw missing }
        let certificate = try await parts.certificates.certificate(id)
        if session.post?.role.worksOnCases == true || certificate.holder == .person(session.person.id) {
            return certificate
        }
        guard let row = try await parts.database.read({ try CaseStore.row(certificate.caseID, in: $0) }),
            (try? await delegation(
                of: session.person.id, for: certificate.holder, service: row.service, on: moment.day)) != nil
        else { throw missing }
        return certificate
    }

    /// The definition that a case pins; nil when there is no such case.
    package func definition(ofCase id: String) async throws -> Definition? {
        guard let row = try await parts.database.read({ try CaseStore.row(id, in: $0) }) else { return nil }
        return try await parts.catalogue.definition(row.definition)
    }
}
