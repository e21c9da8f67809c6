import Values

/// What somebody, or time, asks of a case. Checked against the pinned definition and the state.
package enum Command: Sendable {
    case file(Filing)
    case act(Act)
    case finish(Finish)
    /// Facts become established: a register answered, or an officer establishes one.
    case learn(Learning)
    case addEvidence([EvidenceAnswer])
    /// Time only: whatever ran out before this moment.
    case pass
    /// The calendar was loaded or corrected; names who is told.
    case recompute(told: [Actor])
    /// A child reached its end.
    case settle(child: String, outcome: String?, result: ChildResult)
    /// The parent closed and takes its children with it.
    case leaveWithParent
    case repin(Repin)
    case correct(Correcting)
    case serve(Serving)
}

/// A case is brought into being.
package struct Filing: Sendable {
    /// Id of the stream.
    package var id: String
    package var region: String
    /// The unit that leads: the service's authority, resolved in the region.
    package var unit: String
    package var applicant: Actor
    package var agent: Actor?
    package var delegation: String?
    package var subjects: [CaseHeader.Subject]
    package var track: String
    /// Answers by id; what the opening `gives` is answered here too. `null` is left out: not established.
    package var answers: [String: JSON]
    /// Where an answer came from, where not from the applicant.
    package var sources: [String: AnswerSource]
    package var evidence: [EvidenceAnswer]
    package var deferred: [String]
    package var parent: CaseHeader.Parent?

    package init(
        id: String, region: String, unit: String, applicant: Actor, agent: Actor?, delegation: String?,
        subjects: [CaseHeader.Subject], track: String, answers: [String: JSON], sources: [String: AnswerSource],
        evidence: [EvidenceAnswer], deferred: [String], parent: CaseHeader.Parent?
    ) {
        self.id = id
        self.region = region
        self.unit = unit
        self.applicant = applicant
        self.agent = agent
        self.delegation = delegation
        self.subjects = subjects
        self.track = track
        self.answers = answers
        self.sources = sources
        self.evidence = evidence
        self.deferred = deferred
        self.parent = parent
    }
}

/// What a child gives to its parent, and by it to later siblings: what its certificate says.
package struct ChildResult: Hashable, Sendable {
    package var facts: [String: JSON]
    /// Ids of `facts` that may stand in a sealed part only.
    package var sealed: Set<String>

    /// Nothing.
    package static let none = ChildResult(facts: [:], sealed: [])

    package init(facts: [String: JSON], sealed: Set<String>) {
        self.facts = facts
        self.sealed = sealed
    }
}

/// Who knows a fact, and how well.
package struct AnswerSource: Hashable, Sendable {
    /// `applicant`, `officer`, or the name of a register.
    package var name: String
    /// A–D (service-standards: 数据质量等级).
    package var grade: String

    package init(name: String, grade: String) {
        self.name = name
        self.grade = grade
    }
}

/// What a page showed when the person decided: the revision of a task, an answer or the stage.
package enum Shown: Hashable, Sendable {
    case task(String, number: Int)
    case answer(String)
    case stage
}

/// An action of the present stage.
package struct Act: Sendable {
    package var action: String
    /// What is said with it, by the names of `gives`; `answers` is a map of answers by id.
    package var said: [String: JSON]
    package var brings: [EvidenceAnswer]
    package var seen: [Shown: Int]

    package init(action: String, said: [String: JSON], brings: [EvidenceAnswer], seen: [Shown: Int]) {
        self.action = action
        self.said = said
        self.brings = brings
        self.seen = seen
    }
}

/// A result of an open task.
package struct Finish: Sendable {
    package var task: String
    /// nil: the first open instance.
    package var number: Int?
    package var result: String
    package var said: [String: JSON]
    package var brings: [EvidenceAnswer]
    package var seen: [Shown: Int]

    package init(
        task: String, number: Int?, result: String, said: [String: JSON], brings: [EvidenceAnswer],
        seen: [Shown: Int]
    ) {
        self.task = task
        self.number = number
        self.result = result
        self.said = said
        self.brings = brings
        self.seen = seen
    }
}

/// Facts that become established; `null` takes one back to not established.
package struct Learning: Sendable {
    package var facts: [String: JSON]
    package var source: AnswerSource
    package var seen: [Shown: Int]

    package init(facts: [String: JSON], source: AnswerSource, seen: [Shown: Int]) {
        self.facts = facts
        self.source = source
        self.seen = seen
    }
}

/// Another version of the definition applies from now on: two persons, ground and article.
package struct Repin: Sendable {
    package var definition: String
    package var law: Citation
    /// The second person, besides the one who acts.
    package var second: String
    /// Id such as `better_for_applicant`.
    package var ground: String

    package init(definition: String, law: Citation, second: String, ground: String) {
        self.definition = definition
        self.law = law
        self.second = second
        self.ground = ground
    }
}

/// An event is put right: nothing is deleted, the fold uses the correction.
package struct Correcting: Sendable {
    /// Version of the event put right.
    package var version: Int
    package var facts: [String: JSON]
    package var law: Citation?
    package var second: String
    package var ground: String

    package init(version: Int, facts: [String: JSON], law: Citation?, second: String, ground: String) {
        self.version = version
        self.facts = facts
        self.law = law
        self.second = second
        self.ground = ground
    }
}

/// A notice was rendered and served as a document of the case; or one that is there was served once more (送达).
package struct Serving: Sendable {
    /// Number of a document that is there already; nil: it is a new one.
    package var document: Int?
    /// The day on which it was served, when that was before it is recorded.
    package var on: Day?
    package var template: String
    package var fields: [String: JSON]
    package var hash: String
    package var way: String
    package var language: Language

    package init(
        document: Int?, on: Day?, template: String, fields: [String: JSON], hash: String, way: String,
        language: Language
    ) {
        self.document = document
        self.on = on
        self.template = template
        self.fields = fields
        self.hash = hash
        self.way = way
        self.language = language
    }
}
