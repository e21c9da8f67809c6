import Casework
import Definitions
import Proofs
import Storage
import Values

/// Runs every command on a case: read, fold, decide, render, append; decides again when somebody else was quicker.
package struct CaseDesk: Sendable {
    let parts: Parts
    let cache: CaseCache
    let projection: CaseProjection

    /// What the desk works with; each is a feature above this one.
    package final class Parts: Sendable {
        package let database: Database
        package let events: EventDesk
        package let reader: EventReader
        package let catalogue: CatalogueDesk
        package let territory: TerritoryDesk
        package let certificates: CertificateDesk
        package let numbers: CaseNumberDesk
        package let registers: Registers
        package let uploads: UploadDesk
        package let drafts: DraftDesk
        /// Persons who may act in a role for a unit on a day; nil when it is not known.
        package let staff: @Sendable (_ role: String, _ unit: String, _ day: Day) -> [String]?

        package init(
            database: Database, events: EventDesk, reader: EventReader, catalogue: CatalogueDesk,
            territory: TerritoryDesk, certificates: CertificateDesk, numbers: CaseNumberDesk, registers: Registers,
            uploads: UploadDesk, drafts: DraftDesk,
            staff: @escaping @Sendable (_ role: String, _ unit: String, _ day: Day) -> [String]?
        ) {
            self.database = database
            self.events = events
            self.reader = reader
            self.catalogue = catalogue
            self.territory = territory
            self.certificates = certificates
            self.numbers = numbers
            self.registers = registers
            self.uploads = uploads
            self.drafts = drafts
            self.staff = staff
        }
    }

    /// Who sends a command, when, by which way, and under which key it is done once.
    package struct Sender: Sendable {
        /// How the sender stands to a case; nil: to one that is not there yet.
        package let acting: @Sendable (CaseHeader?) -> Acting
        package let channel: String?
        package let key: CommandKey?
        package let moment: Moment
        package let entropy: Entropy

        package init(
            acting: @escaping @Sendable (CaseHeader?) -> Acting, channel: String?, key: CommandKey?, moment: Moment,
            entropy: Entropy
        ) {
            self.acting = acting
            self.channel = channel
            self.key = key
            self.moment = moment
            self.entropy = entropy
        }
    }

    /// A case as a page or a command reads it.
    package struct Opened: Sendable {
        package let file: CaseFile
        package let definition: Definition
        package let key: StreamKey?
    }

    package init(parts: Parts, cache: CaseCache) {
        self.parts = parts
        self.cache = cache
        let catalogue = parts.catalogue
        projection = CaseProjection(definition: { catalogue.compiled($0) })
    }

    // MARK: Reading

    /// The case as recorded. Throws `Failure.notFound`.
    package func open(_ id: String) async throws -> Opened {
        guard let opened = try await find(id) else { throw CaseDesk.missing }
        return opened
    }

    /// The case as it stands now: what time has ended is applied in memory and not written.
    package func openNow(_ id: String, at moment: Moment) async throws -> Opened {
        let opened = try await open(id)
        let territory = parts.territory.current
        let file = passed(
            opened.file, at: moment, by: opened.definition, calendar: territory.calendar,
            places: places(territory, on: moment.day, unit: opened.file.header.unit))
        return Opened(file: file, definition: opened.definition, key: opened.key)
    }

    /// All events of a case, opened, for its timeline and its log.
    package func history(_ id: String) async throws -> [PastEvent] {
        try await parts.events.stream(id).events
    }

    /// The files that a case names: its own, and those of its parent that were handed on to it.
    package func files(of opened: Opened) async throws -> [Upload] {
        guard let key = opened.key else { return [] }
        let own = try await parts.uploads.files(of: opened.file.id, under: key)
        let known = Set(own.map(\.id.text))
        let others = Set(opened.file.evidence.values.flatMap(\.files)).subtracting(known)
        guard !others.isEmpty, let parent = opened.file.header.parent?.caseID, let key = try await open(parent).key
        else { return own }
        return own + (try await parts.uploads.files(of: parent, under: key)).filter { others.contains($0.id.text) }
    }

    /// The content of such a file. Throws `Failure.notFound` for any other.
    package func content(of upload: Upload.ID, in opened: Opened) async throws -> (Upload, [UInt8]) {
        guard let key = opened.key else { throw EventStore.erasedFailure }
        let isHandedOn = opened.file.evidence.values.contains { $0.files.contains(upload.text) }
        if isHandedOn, let parent = opened.file.header.parent?.caseID, let parentKey = try await open(parent).key,
            try await parts.database.read({ try UploadStore.entry(upload, in: $0)?.stream }) == parent
        {
            return try await parts.uploads.content(of: upload, stream: parent, under: parentKey)
        }
        return try await parts.uploads.content(of: upload, stream: opened.file.id, under: key)
    }

    private func find(_ id: String) async throws -> Opened? {
        let kept = cache.find(id)
        let version = kept?.file.version ?? 0
        let (stored, state) = try await parts.database.read { connection in
            (
                try EventStore.events(of: id, after: version, in: connection),
                try EventStore.key(of: id, in: connection)
            )
        }
        if let kept, stored.isEmpty, state != .erased {
            return Opened(
                file: kept.file, definition: try await parts.catalogue.definition(kept.file.header.definition),
                key: kept.key)
        }
        if state == .erased, kept != nil {
            cache.drop(id)
            return try await find(id)
        }
        return try await fold(stored, state, onto: kept)
    }

    private func fold(_ stored: [StoredEvent], _ state: KeyState, onto kept: CaseCache.Entry?) async throws -> Opened? {
        let events = try parts.reader.open(stored, key: state)
        guard let first = events.first else { return nil }
        let key = try kept?.key ?? parts.reader.key(first.stream, state)
        guard var file = kept?.file ?? CaseFile(opening: first) else { return nil }
        let definition = try await parts.catalogue.definition(file.header.definition)
        for event in kept == nil ? events.dropFirst() : events[...] { apply(event, to: &file, by: definition) }
        if state != .erased { cache.keep(CaseCache.Entry(file: file, key: key)) }
        // A case pinned anew is folded by what it pins now.
        let pinned = try await parts.catalogue.definition(file.header.definition)
        return Opened(file: file, definition: pinned, key: key)
    }

    // MARK: Commands

    /// Runs one command on a case that is there; gives its state afterwards.
    ///
    /// Throws what the kernel throws, and `Failure.notFound`.
    package func run(_ command: Command, on id: String, by sender: Sender) async throws -> Done {
        try await run(command, on: id, keeping: [], by: sender)
    }

    /// The same for a command that brings files: they are kept in the same write, and swept when it fails.
    package func run(
        _ command: Command, on id: String, keeping files: [String], by sender: Sender
    ) async throws -> Done {
        // The state that this node last saw is nearly always the newest: the write finds out. A no, and
        // a decision that writes nothing, rest on what was read now.
        var kept = try await keptHere(id)
        return try await parts.events.run(sender.key, entropy: sender.entropy, at: sender.moment) {
            if let opened = kept {
                kept = nil
                let decided = try? await decided(
                    command, on: opened, keeping: files, by: sender, reading: Reading(open: open)
                ).write
                if let decided, decided.changes.contains(where: { !$0.bodies.isEmpty }) { return decided }
            }
            return try await decided(
                command, on: try await open(id), keeping: files, by: sender, reading: Reading(open: open)
            ).write
        }
    }

    private func keptHere(_ id: String) async throws -> Opened? {
        guard let kept = cache.find(id) else { return nil }
        let definition = try await parts.catalogue.definition(kept.file.header.definition)
        return Opened(file: kept.file, definition: definition, key: kept.key)
    }

    func decided(
        _ command: Command, on opened: Opened, keeping files: [String], by sender: Sender,
        reading: Reading
    ) async throws -> DecidedReach {
        let id = opened.file.id
        let around = try await surroundings(
            of: opened.file.header, kind: opened.definition.service.kind, hasNumber: opened.file.number != nil,
            by: sender)
        let decision = try decide(command, on: opened.file, by: opened.definition, in: around)
        let start = CaseReach.Start(
            before: opened.file, definition: opened.definition, key: opened.key, isKeyNew: false)
        return try await decided(
            decision, from: start, around: around, entropy: sender.entropy, reading: reading,
            also: { try UploadStore.keep(files, of: id, in: $0) })
    }

    /// What time has ended is written; called by the leader for cases that are due.
    package func pass(_ id: String, at moment: Moment, entropy: Entropy) async throws {
        let sender = Sender(
            acting: { _ in .platform }, channel: nil, key: nil, moment: moment, entropy: entropy)
        _ = try await run(.pass, on: id, by: sender)
    }

    /// Ids of cases whose next instant has come.
    package func due(by moment: Moment, limit: Int) async throws -> [String] {
        try await parts.database.read { try CaseStore.due(by: moment, limit: limit, in: $0) }
    }

    func surroundings(
        of header: CaseHeader, kind: String, hasNumber: Bool, by sender: Sender
    ) async throws -> Surroundings {
        let territory = parts.territory.current
        let day = sender.moment.day
        let number = hasNumber ? nil : try await parts.numbers.next(region: header.region, kind: kind, on: day)
        let caseID = header.id
        return Surroundings(
            moment: sender.moment, calendar: territory.calendar, acting: sender.acting(header),
            channel: sender.channel, places: places(territory, on: day, unit: header.unit), number: number?.text,
            childID: { CaseDesk.childID(of: caseID, $0) })
    }

    func places(_ territory: TerritoryMap, on day: Day, unit: String) -> Places {
        territory.places(on: day, authority: unit, staff: { parts.staff($0, $1, day) })
    }

    /// The append of a decision: the case's events and notices, what it does to certificates, and what follows from
    /// it in other cases.
    func decided(
        _ decision: Decision, from start: CaseReach.Start, around: Surroundings, entropy: Entropy,
        reading: Reading, also: @escaping Effect
    ) async throws -> DecidedReach {
        let command = ReachingCommand(
            caseID: decision.file.id, moment: around.moment, entropy: entropy, acting: around.acting, reading: reading)
        var reach = CaseReach()
        try await take(decision, from: start, around, command, into: &reach)
        return DecidedReach(reach: reach, write: try decided(reach, of: command, also: also))
    }

    /// The state after new events, as a later reader folds it; nil when the first of them cannot begin a case.
    static func folding(_ new: [PastEvent], onto before: CaseFile?, by definition: Definition) -> CaseFile? {
        var rest = new[...]
        guard var file = before ?? rest.popFirst().flatMap({ CaseFile(opening: $0) }) else { return nil }
        for event in rest { apply(event, to: &file, by: definition) }
        return file
    }

    /// The decision's events with those that serve its notices, and the state after them.
    static func withNotices(
        _ decision: Decision, _ definition: Definition, _ around: Surroundings, _ territory: TerritoryMap
    ) throws(Failure) -> ([EventBody], CaseFile) {
        var events = decision.events
        var file = decision.file
        var serving = around
        serving.acting = .platform
        serving.number = nil
        for command in try CaseNotices.servings(of: decision, by: definition, around: around, territory: territory) {
            let next = try decide(.serve(command), on: file, by: definition, in: serving)
            events += next.events
            file = next.file
        }
        return (events, file)
    }

    /// The id of a child derives from the parent's id and the member's key, so that opening twice opens once.
    private static func childID(of parent: String, _ key: String) -> String {
        Identifier<CaseFile>(bytes: Array(SM3.hash(Array((parent + "/" + key).utf8)).prefix(16))).text
    }

    static let missing = Failure.notFound(
        Wording(zh: "没有这个办件，或者您不能看", en: "There is no such case, or it is not yours to see"))
}
