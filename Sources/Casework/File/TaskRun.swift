import Values

/// One instance of a task (任务): what somebody must do, in one visit to its stage.
package struct TaskRun: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        /// Its turn has come, but its condition is not known: a question in the unit's queue.
        case unclear
        case open, done, skipped, cancelled
    }

    package var task: String
    /// From 1, per task.
    package var number: Int
    package var stage: String
    package var visit: Int
    package var state: State
    package var unit: String
    package var role: String
    /// When it opened, was skipped, or became unclear.
    package var since: Moment
    package var within: Limits
    package var due: Dues
    /// When the promise passed while the law's limit ran on.
    package var missedAt: Moment?
    package var expiredAt: Moment?
    package var endedAt: Moment?
    package var result: String?
    package var said: [String: JSON?]
    /// Persons who signed the result.
    package var signers: [String]
    package var isDeemed: Bool
    package var tries: Int
    /// Signatures so far, when the result needs several.
    package var signing: Signing?
    /// Nobody in its unit may do it; the unit above names someone.
    package var unitAbove: String?
    /// Facts to be established while it is unclear.
    package var names: [String]
    /// Version of the last event about it.
    package var revision: Int

    package var isPending: Bool { state == .open || state == .unclear }
}

/// Signatures under one result or action, before there are enough of them.
package struct Signing: Hashable, Sendable {
    /// nil for an action.
    package var result: String?
    package var said: [String: JSON?]
    package var persons: [String]
}

/// A thing still owed (待履行义务), with its own time and consequence.
package struct ObligationRun: Hashable, Sendable {
    package enum State: String, Hashable, Sendable { case open, kept, broken, dropped, discharged }

    package var rule: String
    /// From 1, per case.
    package var number: Int
    package var each: JSON?
    package var within: LegalPeriod?
    package var due: DueDate?
    package var calendar: String
    package var since: Moment
    package var state: State
    package var isOwedByOffice: Bool
    /// The office is late; the applicant loses nothing.
    package var lateAt: Moment?
    /// Events that people may not do while it is open.
    package var blocks: [String]
    package var endedAt: Moment?
}

/// Source of an answer that another case established (`DataUseWords`).
package let earlierCaseSource = "earlier-case"

/// Another case file that this one plans, opens and waits for.
package struct ChildRun: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        case planned, opened
        case leftOut = "left_out"
        case settled
    }

    /// `ID`, or `ID:EACH`.
    package var key: String
    package var rule: String
    package var each: JSON?
    package var service: String?
    package var procedure: String?
    package var after: [String]
    package var withdrawsOnClose: Bool
    package var state: State
    package var caseID: String?
    package var outcome: String?
    /// What its certificate says, for later siblings; nil: erased.
    package var facts: [String: JSON?]

    package var isOpen: Bool { state == .planned || state == .opened }
}
