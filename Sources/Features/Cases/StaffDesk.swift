import Casework
import Definitions
import Proofs
import Storage
import Values

/// What officers do: worklists, cases, and deeds, each checked for the post from which it is asked.
package struct StaffDesk: Sendable {
    let cases: CaseDesk
    let looks: LookDesk
    let texts: WorklistTexts
    var parts: CaseDesk.Parts { cases.parts }

    package init(cases: CaseDesk, looks: LookDesk) {
        self.cases = cases
        self.looks = looks
        texts = WorklistTexts()
    }

    /// An officer at his post, with the units and regions above it.
    package struct Officer: Sendable {
        package let session: Session
        package let post: Post
        /// The post's own unit first, then those above it.
        package let units: [String]
        /// The regions above the post's, nearest first.
        package let regions: [String]

        /// How the officer stands to a case.
        package func acting(on header: CaseHeader?) -> Acting {
            session.acting(on: header, units: units, regionAncestors: regions)
        }
    }

    /// Throws `Failure.forbidden` for somebody who acts from no post.
    package func officer(_ session: Session) throws(Failure) -> Officer {
        guard let post = session.post else { throw Failure.forbidden(StaffWords.noPost) }
        let territory = parts.territory.current
        return Officer(
            session: session, post: post, units: territory.chain(ofUnit: post.unit),
            regions: territory.above(post.region))
    }

    // MARK: Worklist

    /// One page of the officer's list, with the names that its rows need.
    package func worklist(
        _ view: Worklist.View, after cursor: CaseStore.TaskCursor?, of officer: Officer, on day: Day
    ) async throws -> (list: Worklist, names: [String: WorklistNames]) {
        let queue = WorklistStore.Queue(units: officer.units, role: officer.post.role.rawValue, today: day)
        let (counts, found) = try await parts.database.read { connection in
            (
                try WorklistStore.counts(of: queue, in: connection),
                try WorklistStore.rows(view, of: queue, after: cursor, in: connection)
            )
        }
        let rows = Array(found.prefix(Worklist.pageLength))
        let next = found.count > rows.count ? rows.last.map { CaseStore.cursor(behind: $0) } : nil
        var names: [String: WorklistNames] = [:]
        for hash in Set(rows.map(\.definition)) {
            if let kept = texts.names(of: hash) {
                names[hash] = kept
            } else {
                names[hash] = texts.keep(try await parts.catalogue.definition(hash))
            }
        }
        let list = Worklist(view: view, counts: counts, rows: rows, next: next, isFirst: cursor == nil)
        return (list, names)
    }

    // MARK: Reading

    /// A case as the officer sees it now.
    ///
    /// Throws `Failure.notFound` for a case that is not there, and for one that is not his to see: whoever may not read
    /// a case does not learn that it exists.
    package func open(_ id: String, by officer: Officer, at moment: Moment) async throws -> StaffCase {
        guard Draft.ID(id) != nil else { throw CaseDesk.missing }
        let opened = try await cases.openNow(id, at: moment)
        guard let plan = opened.definition.plan(ofVariant: opened.file.header.variant) else {
            throw Failure.defect("definition \(opened.definition.hash) lacks the variant of case \(id)")
        }
        let territory = parts.territory.current
        let around = Surroundings(
            moment: moment, calendar: territory.calendar, acting: officer.acting(on: opened.file.header),
            channel: nil, places: cases.places(territory, on: moment.day, unit: opened.file.header.unit),
            number: opened.file.number, childID: { $0 })
        let possibilities = opened.file.possibilities(by: opened.definition, in: around)
        let history = try await cases.history(id)
        let people = try await StaffPeople.read(of: history, in: opened.file, from: parts.database)
        var reading = CaseReadingRight(file: opened.file, officer: officer, possibilities: possibilities)
        reading.regionsAbove = territory.above(opened.file.header.region)
        reading.window = opened.definition.service.contact["unit"].flatMap {
            territory.unit(named: $0, in: opened.file.header.region, under: nil, on: moment.day)?.id
        }
        if case .post(let post)? = history.first?.body.actor { reading.receivedAt = people.posts[post]?.unit }
        guard reading.isGiven else { throw CaseDesk.missing }
        return StaffCase(
            file: opened.file, definition: opened.definition, plan: plan, role: officer.post.role.rawValue,
            moment: moment, territory: territory,
            position: CasePosition(
                of: opened.file, by: opened.definition, at: moment, calendar: territory.calendar),
            clocks: opened.file.clockReadings(by: opened.definition, at: moment, calendar: territory.calendar),
            possibilities: possibilities, history: history, people: people,
            certificates: try await parts.certificates.issued(by: id), uploads: try await cases.files(of: opened),
            standIns: Set(parts.registers.names.filter { parts.registers[$0]?.isStandIn ?? false }),
            lanes: try await cases.lanes(of: opened, at: moment), parent: try await cases.parent(of: opened))
    }

    /// A file that was handed in with a case. That it was opened is recorded for the person whom the case concerns,
    /// once a day for each post and file.
    package func upload(
        _ id: Upload.ID, of caseID: String, by officer: Officer, _ acting: AccountActing
    ) async throws -> (Upload, [UInt8]) {
        let shown = try await open(caseID, by: officer, at: acting.moment)
        let found = try await cases.content(of: id, in: try await cases.open(caseID))
        if let person = try await concerned(shown.file.header) {
            let name = shown.plan.evidence.first { $0.id == found.0.need }?.name.zh
            let ground = StaffWords.fileOpened(found.0.name, need: name).zh
            try await looks.record(
                LookDesk.Seen(person: person, caseID: caseID, facts: [Look.attachedFile], ground: ground), by: acting)
        }
        return found
    }

    // MARK: Deeds

    /// Signs a result or an action. Throws what the kernel throws.
    package func sign(
        _ command: Command, on id: String, by officer: Officer, _ acting: AccountActing
    ) async throws -> Done {
        try await cases.run(command, on: id, by: sender(officer, acting, channel: nil))
    }

    /// Whether the same form was sent before and did its work.
    func isDone(_ acting: AccountActing) async throws -> Bool {
        guard let key = acting.key else { return false }
        return try await parts.database.read { try IdempotencyStore.recall(key, in: $0) } != nil
    }

    func sender(_ officer: Officer, _ acting: AccountActing, channel: String?) -> CaseDesk.Sender {
        CaseDesk.Sender(
            acting: { officer.acting(on: $0) }, channel: channel, key: acting.key, moment: acting.moment,
            entropy: acting.entropy)
    }

    // MARK: Looks

    /// Shows full personal values once, after the look was recorded for the person whom they concern.
    ///
    /// - Parameter facts: ids of the values; those that are not sealed in this case are left out.
    /// Throws `Failure.problems` without a ground or a value, `Failure.conflict` for a case whose key was destroyed.
    package func look(
        at facts: [String], of id: String, ground: String, by officer: Officer, _ acting: AccountActing
    ) async throws -> (shown: StaffCase, facts: [String]) {
        let shown = try await open(id, by: officer, at: acting.moment)
        try checkLook(at: shown, by: officer)
        let wanted = shown.maskedFacts.filter { facts.contains($0) }
        guard !wanted.isEmpty else { throw Failure.problems([StaffWords.nothingToLookAt]) }
        guard ground.count <= 500 else { throw Failure.problems([StaffWords.groundTooLong]) }
        guard let person = try await concerned(shown.file.header) else {
            throw Failure.defect("case \(id) concerns nobody whose data could be looked at")
        }
        try await looks.record(
            LookDesk.Seen(person: person, caseID: id, facts: wanted, ground: ground), by: acting)
        return (shown, wanted)
    }

    /// Throws `Failure.forbidden` for who neither works on cases nor has something to do in this one.
    func checkLook(at shown: StaffCase, by officer: Officer) throws(Failure) {
        let hasDuty = shown.possibilities.contains { !$0.isForbidden }
        guard officer.post.role.worksOnCases || hasDuty else { throw Failure.forbidden(StaffWords.lookForbidden) }
    }

    /// The person whose data a case holds: the applicant, otherwise the agent, otherwise who represents the enterprise.
    private func concerned(_ header: CaseHeader) async throws -> Person.ID? {
        if case .person(let id) = header.applicant { return Person.ID(id) }
        if case .person(let id)? = header.agent { return Person.ID(id) }
        guard case .enterprise(let text) = header.applicant, let id = Enterprise.ID(text) else { return nil }
        return try await parts.database.read { try AccountStore.enterprise(id, in: $0)?.representative }
    }
}
