import Casework
import Definitions
import Proofs
import Storage
import Values

/// Decides everything that one command brings about in other cases: children open, children leave with their parent,
/// a parent hears of an end. All of it is one write, so nothing has to be made up for after a crash.
extension CaseDesk {
    /// How a command learns what stands outside of the case it was sent to.
    struct Reading: Sendable {
        /// Cases beside the command's own; the newest state there is.
        let open: @Sendable (String) async throws -> Opened
        /// Returns when what the sender decided before stands in the tables; asked before they are read.
        var settled: @Sendable () async throws -> Void = {}
    }

    /// What all decisions of a command share.
    struct ReachingCommand: Sendable {
        /// The case to which the command was sent.
        let caseID: String
        let moment: Moment
        let entropy: Entropy
        let acting: Acting
        let reading: Reading

        /// Nobody who could put it right sent this: the sibling that ended is not held up by a child that cannot
        /// open.
        func isOthersTrouble(_ failure: Failure, in parent: String) -> Bool {
            guard parent != caseID || acting.isPlatform else { return false }
            switch failure {
            case .problems, .conflict, .unavailable, .notFound, .forbidden: return true
            default: return false
            }
        }
    }

    /// What a command decides everywhere, and the one write that does it.
    struct DecidedReach: Sendable {
        let reach: CaseReach
        let write: Decided
    }

    /// Takes a decision and all that follows from it in other cases.
    ///
    /// Throws what opening a child throws, when the sender of the command can do something about it.
    func take(
        _ decision: Decision, from start: CaseReach.Start, _ around: Surroundings, _ command: ReachingCommand,
        into reach: inout CaseReach
    ) async throws {
        let (events, file) = try CaseDesk.withNotices(
            decision, start.definition, around, parts.territory.current)
        let outcome = try await parts.certificates.outcome(
            of: CertificateDesk.Occasion(
                decision: decision, definition: start.definition, territory: parts.territory.current,
                moment: around.moment, entropy: reach.entropy(of: command.entropy), actor: around.acting.actor),
            after: reach.certificates, settled: command.reading.settled)
        reach.add(events, leadingTo: file, from: start, certificates: outcome)
        for child in decision.children { try await open(child, of: file.id, at: around.moment, command, &reach) }
        for other in decision.withdrawals {
            try await send(.leaveWithParent, to: other, at: around.moment, command, &reach)
        }
        if let news = decision.news {
            // The parent hears of it as of the end itself: a leader that comes late changes nothing.
            try await send(
                .settle(child: news.parent.child, outcome: news.outcome, result: news.result),
                to: news.parent.caseID, at: min(decision.end ?? around.moment, around.moment), command, &reach)
        }
    }

    /// Runs a command of the platform on a case beside the command's own.
    private func send(
        _ next: Command, to id: String, at moment: Moment, _ command: ReachingCommand, _ reach: inout CaseReach
    ) async throws {
        let file: CaseFile
        let start: CaseReach.Start
        if let reached = reach.cases[id] {
            file = reached.file
            start = CaseReach.Start(
                before: reached.before, definition: reached.definition, key: reached.key, isKeyNew: false)
        } else {
            let opened = try await command.reading.open(id)
            file = opened.file
            start = CaseReach.Start(
                before: opened.file, definition: opened.definition, key: opened.key, isKeyNew: false)
        }
        // What was erased, or ended meanwhile, hears of nothing any more.
        guard !file.isClosed, !file.isErased else { return }
        let around = try await surroundings(
            of: file.header, kind: start.definition.service.kind, hasNumber: file.number != nil,
            by: platform(at: moment, channel: nil, command))
        let decision = try decide(next, on: file, by: start.definition, in: around)
        try await take(decision, from: start, around, command, into: &reach)
    }

    /// Opens a child; when it cannot open and nobody here could help that, the parent keeps it as not done.
    private func open(
        _ child: Decision.Child, of parent: String, at moment: Moment, _ command: ReachingCommand,
        _ reach: inout CaseReach
    ) async throws {
        let before = reach
        do {
            try await begin(child, of: parent, at: moment, command, &reach)
        } catch let failure as Failure where command.isOthersTrouble(failure, in: parent) {
            reach = before
            try await send(
                .settle(child: child.key, outcome: couldNotOpenOutcome, result: .none), to: parent, at: moment,
                command, &reach)
        }
    }

    private func begin(
        _ child: Decision.Child, of parentID: String, at moment: Moment, _ command: ReachingCommand,
        _ reach: inout CaseReach
    ) async throws {
        guard let parent = reach.cases[parentID]?.file else {
            throw Failure.defect("case \(parentID) opens \(child.key), and is not there")
        }
        // A child of the case's own procedure is a case of its own service.
        let service = child.service ?? parent.header.service
        let asked = try await parts.catalogue.definition(
            of: service, region: parent.header.region, on: moment.day)
        let unit =
            try child.unit.map { try named($0, in: parent.header.region, on: moment.day) }
            ?? leadUnit(of: asked.service, in: parent.header.region, on: moment.day)
        let definition =
            unit.region == asked.region
            ? asked : try await parts.catalogue.definition(of: service, region: unit.region, on: moment.day)
        var filing = Filing.child(
            child, of: parent, by: definition, in: (unit.region, unit.id), at: moment,
            calendar: parts.territory.current.calendar)
        if definition.fields.values.contains(where: { $0.register == Duty.register }) {
            try await command.reading.settled()
        }
        await find(for: &filing, by: definition, on: moment.day)
        try await addCertificates(to: &filing, by: definition, at: moment, command, reach)
        let header = CaseHeader(
            id: child.caseID, service: service, procedure: "", variant: nil, definition: "", region: unit.region,
            unit: unit.id, channel: parent.header.channel, track: filing.track, applicant: filing.applicant,
            agent: filing.agent, delegation: filing.delegation, subjects: filing.subjects, openedBy: .platform,
            parent: filing.parent, filed: moment)
        let around = try await surroundings(
            of: header, kind: definition.service.kind, hasNumber: false,
            by: platform(at: moment, channel: parent.header.channel, command))
        let decision = try decide(.file(filing), on: nil, by: definition, in: around)
        let start = CaseReach.Start(
            before: nil, definition: definition,
            key: reach.entropy(of: command.entropy).streamKey("case-key", 1), isKeyNew: true)
        try await take(decision, from: start, around, command, into: &reach)
    }

    /// The unit of that id, or of that name in the region.
    private func named(_ text: String, in region: String, on day: Day) throws(Failure) -> TerritoryMap.Unit {
        let territory = parts.territory.current
        let unit = territory.units[text] ?? territory.unit(named: text, in: region, under: nil, on: day)
        guard let unit, unit.exists(on: day) else {
            throw Failure.problems([
                Problem(
                    place: "unit", message: Wording(zh: "机构名录里没有“\(text)”", en: "There is no unit “\(text)”"),
                    remedy: Wording(zh: "从机构名录中选择", en: "choose one of the register of units"))
            ])
        }
        return unit
    }

    /// Needs that are still open are answered from the library, with what is issued in this very write.
    private func addCertificates(
        to filing: inout Filing, by definition: Definition, at moment: Moment, _ command: ReachingCommand,
        _ reach: CaseReach
    ) async throws {
        guard let holder = Subject(filing.applicant.description) else { return }
        let guidance = Guidance.read(
            definition, answers: filing.answers, track: filing.track, at: moment,
            calendar: parts.territory.current.calendar)
        let needs = guidance.openNeeds.filter { need in
            need.from.contains(.certificate) && !filing.evidence.contains { $0.need == need.id }
        }
        guard !needs.isEmpty else { return }
        try await command.reading.settled()
        let held = reach.issued(to: holder.description) + (try await parts.certificates.held(by: holder))
        for need in needs {
            let found = held.first { $0.kind == need.certificate && $0.isValid(on: moment.day) }
            if let found { filing.evidence.append(found.answer(to: need)) }
        }
    }

    private func platform(at moment: Moment, channel: String?, _ command: ReachingCommand) -> Sender {
        Sender(
            acting: { _ in .platform }, channel: channel, key: nil, moment: moment, entropy: command.entropy)
    }

    /// Whether somebody handles a service there, and every member of a bundle; asked before a draft is begun.
    ///
    /// Throws what `leadUnit` throws.
    func mustBeHandled(_ definition: Definition, in region: String, on day: Day) async throws {
        let unit = try leadUnit(of: definition.service, in: region, on: day)
        for service in Set(definition.plans.flatMap(\.children).compactMap(\.service)).sorted() {
            let member = try await parts.catalogue.definition(of: service, region: unit.region, on: day)
            _ = try leadUnit(of: member.service, in: unit.region, on: day)
        }
    }

    // MARK: Writing

    /// The append of everything that a command reaches.
    func decided(
        _ reach: CaseReach, of command: ReachingCommand, also: @escaping Effect
    ) throws -> Decided {
        guard let own = reach.cases[command.caseID]?.file else {
            throw Failure.defect("command on \(command.caseID) did not reach it")
        }
        var decided = Decided(
            changes: reach.changes(at: command.moment), keys: reach.keys,
            result: [
                "case": .text(own.id), "stage": .text(own.stage), "version": .number(Int64(own.version)),
                "number": own.number.map { .text($0) } ?? .null,
                "outcome": own.outcome.map { .text($0) } ?? .null,
            ],
            projecting: { new in
                let streams = Dictionary(grouping: new, by: \.stream)
                var kept: [CaseCache.Entry] = []
                var effects: [Effect] = []
                for id in reach.order {
                    guard let reached = reach.cases[id], let events = streams[id] else { continue }
                    // From the events as they will be read, so that a rebuild makes the same rows.
                    let file =
                        CaseDesk.folding(events, onto: reached.before, by: reached.definition) ?? reached.file
                    let rows = projection.rows(of: file, by: reached.definition, new: events)
                    effects.append { try projection.store(rows, in: $0) }
                    kept.append(CaseCache.Entry(file: file, key: reached.key))
                }
                for (stream, events) in streams.sorted(by: { $0.key < $1.key }) where reach.cases[stream] == nil {
                    let rows = try CertificateProjection()
                        .rows(of: (reach.certificates.earlier[stream] ?? []) + events)
                    effects.append { try CertificateProjection().store(rows, in: $0) }
                }
                let (entries, all) = (kept, effects)
                return Decided.Projected(
                    effect: { connection in
                        for effect in all { try effect(connection) }
                        try also(connection)
                    },
                    committed: { for entry in entries { cache.keep(entry) } })
            })
        decided.beside = Set(reach.order.dropFirst())
        return decided
    }
}

extension Decision {
    /// When the case ended in law or had its outcome, by an event of this decision; nil while it goes on.
    fileprivate var end: Moment? {
        events.last {
            ($0.kind == CaseEventKind.stageEntered.rawValue && $0.open["final"] == true)
                || ($0.kind == CaseEventKind.acted.rawValue && $0.open["outcome"]?.text != nil)
        }?.effective.moment
    }
}
