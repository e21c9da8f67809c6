import Values

/// A policy document in the ledger (政策文件): what was read out of it, and what persons said of it since. The fold of
/// the stream of its import.
package struct MandateDocument: Sendable {
    package typealias ID = Identifier<MandateDocument>

    /// The file as it was handed in.
    package struct File: Hashable, Sendable {
        /// SM3 of its bytes, 64 hexadecimal digits.
        package let hash: String
        /// As the person's device named it; empty after erasure.
        package let name: String
        package let sizeInBytes: Int
        package let upload: String
    }

    package let id: String
    /// Whose document it is: the region of the post from which it was imported.
    package let region: String
    /// What the reader found; it never changes.
    package let ledger: MandateLedger
    package let file: File
    /// SM3 of the kept text, under which it is found.
    package let source: String
    package let importedAt: Moment
    /// The earlier version that it replaces; nil for a first one.
    package let replaces: String?
    /// The later version; its own tasks are then accepted there and no longer here.
    package private(set) var replacedBy: String?
    /// In the order of the document.
    package private(set) var tasks: [MandateTask]
    /// How many events; every deed names what its page showed.
    package private(set) var version: Int

    package func task(_ id: String) -> MandateTask? { tasks.first { $0.id == id } }

    /// nil for streams of other features, and for one that does not begin with an import.
    package init?(folding events: [PastEvent]) {
        guard let first = events.first, first.body.kind == MandateEventKind.imported.rawValue,
            let ledger = LedgerRecord.ledger(first.body.open), let file = first.body.open["file"],
            let region = first.body.open["region"]?.text, let source = first.body.open["source"]?.text,
            let hash = file["hash"]?.text, let size = file["size"]?.number, let upload = file["upload"]?.text
        else { return nil }
        id = first.stream
        self.region = region
        self.ledger = ledger
        self.file = File(
            hash: hash, name: first.body.sealed["name"]?.text ?? "", sizeInBytes: size, upload: upload)
        self.source = source
        importedAt = first.at
        replaces = first.body.open["replaces"]?.text
        tasks = ledger.tasks.map { MandateTask(read: $0, revision: first.version) }
        version = first.version
        for event in events.dropFirst() { take(event) }
    }

    private mutating func take(_ event: PastEvent) {
        version = event.version
        let data = event.body.open
        if event.body.kind == MandateEventKind.replaced.rawValue {
            replacedBy = data["by"]?.text
            return
        }
        guard let index = tasks.firstIndex(where: { $0.id == data["task"]?.text }) else { return }
        tasks[index].take(event)
    }
}

/// A task of a document on its way into the ledger (任务): as read, as corrected, and whether a person accepted it.
package struct MandateTask: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Nobody has looked at it yet; it counts for nothing.
        case waiting
        case accepted, rejected
    }

    /// A person put something right.
    package struct Correction: Hashable, Sendable {
        package let at: Moment
        package let actor: Actor
        /// Empty after erasure.
        package let reason: String
        package let before: MandateLedger.Task
    }

    /// Whom a printed name stands for, as the person who accepted the task said.
    package struct Meant: Hashable, Sendable {
        package enum Part: String, Hashable, Sendable, CaseIterable {
            case lead, support
        }

        package let part: Part
        /// nil for units that the document does not name.
        package let printed: String?
        /// Ids of units; at least one.
        package let units: [String]

        package init(part: Part, printed: String?, units: [String]) {
            self.part = part
            self.printed = printed
            self.units = units
        }
    }

    /// Who does it and by when, as the person who accepted the task confirmed it (定岗定责定人).
    package struct Assignment: Hashable, Sendable {
        /// Ids of units; the first one is responsible.
        package let lead: [String]
        package let support: [String]
        /// Which printed name each of them stands for; a unit may stand for several.
        package let meant: [Meant]
        /// The last day.
        package let due: Day
        /// Whether the document prints that day.
        package let isDuePrinted: Bool
        /// `DOCUMENT/TASK` of the earlier version whose case goes on.
        package let continues: String?
        package let reportEvery: ReportPeriod

        package init(
            lead: [String], support: [String], meant: [Meant], due: Day, isDuePrinted: Bool, continues: String?,
            reportEvery: ReportPeriod
        ) {
            self.lead = lead
            self.support = support
            self.meant = meant
            self.due = due
            self.isDuePrinted = isDuePrinted
            self.continues = continues
            self.reportEvery = reportEvery
        }
    }

    /// A person took an acceptance back.
    package struct TakingBack: Hashable, Sendable {
        package let at: Moment
        package let actor: Actor
        /// Empty after erasure.
        package let reason: String
    }

    package var id: String { read.id }
    /// As the reader found it.
    package let read: MandateLedger.Task
    /// As corrected.
    package private(set) var now: MandateLedger.Task
    package private(set) var standing: Standing
    package private(set) var corrections: [Correction]
    /// Acceptances that were taken back, the first one first.
    package private(set) var takingsBack: [TakingBack]
    /// nil until accepted.
    package private(set) var assignment: Assignment?
    /// Why it is no task; nil unless rejected, empty after erasure.
    package private(set) var rejectedBecause: String?
    package private(set) var decidedAt: Moment?
    /// Number of the last event about it: what a page showed.
    package private(set) var revision: Int

    init(read: MandateLedger.Task, revision: Int) {
        self.read = read
        self.revision = revision
        now = read
        standing = .waiting
        corrections = []
        takingsBack = []
    }

    fileprivate mutating func take(_ event: PastEvent) {
        let data = event.body.open
        revision = event.version
        switch MandateEventKind(rawValue: event.body.kind) {
        case .corrected:
            guard let content = data["content"].flatMap(LedgerRecord.task) else { return }
            corrections.append(
                Correction(
                    at: event.at, actor: event.body.actor, reason: event.body.sealed["reason"]?.text ?? "",
                    before: now))
            now = content
        case .accepted:
            assignment = MandateEvents.assignment(data)
            standing = .accepted
            decidedAt = event.at
        case .rejected:
            standing = .rejected
            rejectedBecause = event.body.sealed["reason"]?.text ?? ""
            decidedAt = event.at
        case .takenBack:
            assignment = nil
            standing = .waiting
            decidedAt = nil
            takingsBack.append(
                TakingBack(
                    at: event.at, actor: event.body.actor, reason: event.body.sealed["reason"]?.text ?? ""))
        case .imported, .replaced, nil: break
        }
    }

    /// The last of the days that the document prints for it; nil when it prints none.
    package var printedDue: Day? { now.deadlines.compactMap(\.date).max() }

    /// The sentence in which a figure stands; the whole text when it is not found there.
    package func sentence(of target: MandateLedger.Target) -> String {
        let sentences = now.text.split(whereSeparator: { "。；\n".contains($0) }).map(String.init)
        return sentences.first { $0.contains(target.raw) } ?? now.text
    }
}
