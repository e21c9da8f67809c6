import Values

/// A case file (案件): everything handled by the platform, as the fold of its events and nothing else.
///
/// The fold never looks at the present: what depends on today is read by `ClockReading` from this state and a moment.
package struct CaseFile: Hashable, Sendable {
    package var header: CaseHeader
    /// Version of the last event folded; from 1.
    package var version: Int
    /// Instant of recording of the last event.
    package var lastAt: Moment

    package var stage: String
    /// Which visit to the present stage this is, from 1.
    package var visit: Int
    /// How often each stage was entered.
    package var visits: [String: Int]
    /// Version of the event that entered the stage: what a page that shows the stage has seen.
    package var stageRevision: Int
    /// A final stage was entered; nothing may happen any more.
    package var isClosed: Bool
    /// When the final stage was entered, as it counts in law.
    package var closedAt: Moment?
    package var outcome: String?
    /// Printed case number (办件编号), given when the main clock first starts.
    package var number: String?

    package var answers: [String: Answer]
    package var evidence: [String: EvidenceAnswer]
    /// Needs that the applicant asked to hand in later (容缺).
    package var deferred: [String]

    /// Every task instance, in the order in which its turn came.
    package var tasks: [TaskRun]
    /// Events that called for a task and have not opened it yet, by task.
    package var calls: [String: Int]
    /// Signatures given for actions of this visit that need several.
    package var signings: [String: Signing]
    /// Automatic deeds of this visit; each fires once.
    package var fired: [String]
    /// Persons by what they did: task or action id.
    package var doers: [String: [String]]

    /// The present or last run of each clock.
    package var clocks: [String: Ledger]
    /// Earlier runs, in the order of their end.
    package var earlierRuns: [Ledger]
    package var obligations: [ObligationRun]
    package var children: [ChildRun]
    package var happened: [String: Happening]
    package var issues: [String]
    package var notices: [String]
    package var documents: [CaseDocument]
    package var corrections: [Correction]

    /// The stream's key was destroyed: sealed values are not there, and only `corrected` is taken.
    package var isErased: Bool
    /// An event of a kind or shape that this version does not know was met; commands are refused.
    package var hasNewerEvent: Bool

    package var id: String { header.id }

    /// Nothing that its parent waits for is to come: it ended, or was granted. Handing over, checking a promise and
    /// other duties that may follow a grant are its own.
    package var isSettled: Bool { isClosed || outcome == grantedOutcome }

    /// The instances that are open or unclear: what stands in somebody's queue.
    package var openTasks: [TaskRun] { tasks.filter { $0.isPending } }
}

/// What is fixed at filing; metrics, permissions, partitions and timelines use only these.
package struct CaseHeader: Hashable, Sendable {
    package struct Subject: Hashable, Sendable {
        /// `person`, `enterprise`, `project`, `place`, `property`, `certificate` or `case`.
        package let kind: String
        package let id: String

        package init(kind: String, id: String) {
            self.kind = kind
            self.id = id
        }
    }

    package struct Parent: Hashable, Sendable {
        package let caseID: String
        package let child: String

        package init(caseID: String, child: String) {
            self.caseID = caseID
            self.child = child
        }
    }

    /// Who brought the case into being.
    package enum Opener: String, Hashable, Sendable { case applicant, officer, platform, system }

    package var id: String
    package var service: String
    package var procedure: String
    package var variant: String?
    /// Hash of the definition (pin); changed only by `repinned`.
    package var definition: String
    package var region: String
    /// The unit that leads the case.
    package var unit: String
    package var channel: String?
    package var track: String
    package var applicant: Actor
    package var agent: Actor?
    package var delegation: String?
    package var subjects: [Subject]
    package var openedBy: Opener
    package var parent: Parent?
    /// When it was filed, as it counts in law.
    package var filed: Moment

    package init(
        id: String, service: String, procedure: String, variant: String?, definition: String, region: String,
        unit: String, channel: String?, track: String, applicant: Actor, agent: Actor?, delegation: String?,
        subjects: [Subject], openedBy: Opener, parent: Parent?, filed: Moment
    ) {
        self.id = id
        self.service = service
        self.procedure = procedure
        self.variant = variant
        self.definition = definition
        self.region = region
        self.unit = unit
        self.channel = channel
        self.track = track
        self.applicant = applicant
        self.agent = agent
        self.delegation = delegation
        self.subjects = subjects
        self.openedBy = openedBy
        self.parent = parent
        self.filed = filed
    }
}

/// A fact of the case: its value, who knows it, and how well (A–D).
package struct Answer: Hashable, Sendable {
    /// nil: not established, or erased.
    package var value: JSON?
    /// `applicant`, `officer`, or the name of a register.
    package var source: String
    package var grade: String
    package var at: Moment
    /// Version of the event that gave it.
    package var revision: Int
}

/// What has happened under one event name.
package struct Happening: Hashable, Sendable {
    package var times: Int
    /// The day from which the latest one counts: its `as_of` where it has one.
    package var on: Moment
    /// What was said with the latest one; nil: said, but erased.
    package var said: [String: JSON?]
}

/// A notice that was served as a document of the case.
package struct CaseDocument: Hashable, Sendable {
    /// How, when and to whom it was served (送达).
    package struct Served: Hashable, Sendable {
        package var way: String
        package var on: Day
        /// Who received it, or why it was left or published; nil: into the inbox of the applicant, or erased.
        package var receiver: String?
        /// The officer who served it; nil: the platform.
        package var person: String?
    }

    package var number: Int
    package var template: String
    package var fields: [String: JSON]
    /// SM3 of its rendered bytes, 64 hexadecimal digits.
    package var hash: String
    package var way: String
    package var language: String
    package var at: Moment
    /// The first one is that with which it came into being.
    package var services: [Served]
}

/// Which event was put right, why, and by which two persons.
package struct Correction: Hashable, Sendable {
    package var version: Int
    package var law: Citation?
    package var person: String
    package var second: String
    package var at: Moment
}
