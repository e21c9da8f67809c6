import Rules
import Values

/// A procedure with the service's tasks, clocks and evidence merged into it, for one variant.
package struct Plan: Sendable {
    /// nil for the ordinary plan.
    package var variant: String?
    package var name: Wording?
    package var when: Expression?
    package var procedure: String
    package var procedureName: Wording
    package var basis: [Citation]
    /// The clock a situation and the applicant call "due".
    package var mainClock: String
    package var tracks: [String]
    package var stages: [Stage]
    package var opening: Opening
    package var actions: [Action]
    package var tasks: [TaskRule]
    package var clocks: [ClockRule]
    package var obligations: [ObligationRule]
    package var children: [ChildRule]
    package var evidence: [EvidenceNeed]
    package var outcome: OutcomeRule

    package init(
        variant: String?, name: Wording?, when: Expression?, procedure: String, procedureName: Wording,
        basis: [Citation], mainClock: String, tracks: [String], stages: [Stage], opening: Opening,
        actions: [Action], tasks: [TaskRule], clocks: [ClockRule], obligations: [ObligationRule],
        children: [ChildRule], evidence: [EvidenceNeed], outcome: OutcomeRule
    ) {
        self.variant = variant
        self.name = name
        self.when = when
        self.procedure = procedure
        self.procedureName = procedureName
        self.basis = basis
        self.mainClock = mainClock
        self.tracks = tracks
        self.stages = stages
        self.opening = opening
        self.actions = actions
        self.tasks = tasks
        self.clocks = clocks
        self.obligations = obligations
        self.children = children
        self.evidence = evidence
        self.outcome = outcome
    }
}

/// Where a case stands (环节).
package struct Stage: Hashable, Sendable {
    /// Whom the case waits for while it stands here.
    package enum WaitsFor: String, Hashable, Sendable { case office, applicant, other, nobody }

    package let id: String
    package let name: Wording
    package let waitsFor: WaitsFor
    package let isFinal: Bool

    package init(id: String, name: Wording, waitsFor: WaitsFor, isFinal: Bool) {
        self.id = id
        self.name = name
        self.waitsFor = waitsFor
        self.isFinal = isFinal
    }
}

/// Who brings the case into being, and with which deed.
package struct Opening: Sendable {
    package var by: Permission
    package var deed: Deed

    package init(by: Permission, deed: Deed) {
        self.by = by
        self.deed = deed
    }
}

/// A deed that somebody may do, or the platform as soon as it is true.
package struct Action: Sendable {
    package var deed: Deed
    package var stages: [String]
    package var by: Permission
    /// Task or action ids whose doers may not do this one, symmetric.
    package var notBy: [String]
    /// Number of different people who sign; at least 1.
    package var signedBy: Int
    package var isUsual: Bool

    package var id: String { deed.id }

    package init(deed: Deed, stages: [String], by: Permission, notBy: [String], signedBy: Int, isUsual: Bool) {
        self.deed = deed
        self.stages = stages
        self.by = by
        self.notBy = notBy
        self.signedBy = signedBy
        self.isUsual = isUsual
    }
}

/// A deed that somebody must do.
package final class TaskRule: Sendable {
    package enum Join: Hashable, Sendable {
        case all([String])
        case any([String])
        case atLeast(Int, of: [String])
    }

    package let id: String
    package let name: Wording
    package let stage: String
    /// Events that call for it, each opening one more instance; nil: on entering the stage.
    package let opens: [String]?
    package let after: Join?
    package let when: Expression?
    package let unit: UnitRule
    package let role: String
    package let within: Within?
    /// In the order of the file; empty: the actions of the stage are its results.
    package let results: [Deed]
    package let silence: Silence?
    package let notBy: [String]
    package let signedBy: Int
    package let law: Citation?

    package struct Silence: Sendable {
        package let result: String
        package let law: Citation

        package init(result: String, law: Citation) {
            self.result = result
            self.law = law
        }
    }

    package init(
        id: String, name: Wording, stage: String, opens: [String]?, after: Join?, when: Expression?,
        unit: UnitRule, role: String, within: Within?, results: [Deed], silence: Silence?, notBy: [String],
        signedBy: Int, law: Citation?
    ) {
        self.id = id
        self.name = name
        self.stage = stage
        self.opens = opens
        self.after = after
        self.when = when
        self.unit = unit
        self.role = role
        self.within = within
        self.results = results
        self.silence = silence
        self.notBy = notBy
        self.signedBy = signedBy
        self.law = law
    }
}

/// A task's own time limit.
package struct Within: Hashable, Sendable {
    package let statutory: LegalPeriod?
    /// Promised, or set by the office itself.
    package let promised: LegalPeriod?
    package let law: Citation?

    package init(statutory: LegalPeriod?, promised: LegalPeriod?, law: Citation?) {
        self.statutory = statutory
        self.promised = promised
        self.law = law
    }
}

/// A period that events start, stop, extend and end (计时).
package final class ClockRule: Sendable {
    /// The first true row gives the limit; the last row has no `when`.
    package struct LimitRow: Sendable {
        package let when: Expression?
        package let limit: LegalPeriod
        /// Who set this row, where it is not who set the others.
        package let by: Citation?

        package init(when: Expression?, limit: LegalPeriod, by: Citation?) {
            self.when = when
            self.limit = limit
            self.by = by
        }
    }

    /// A stop is always while a stage stands or a task is open.
    package struct Stop: Sendable {
        package let whileOpen: String
        /// Stops the promise and not the law.
        package let onlyPromised: Bool
        package let ground: String
        package let law: Citation

        package init(whileOpen: String, onlyPromised: Bool, ground: String, law: Citation) {
            self.whileOpen = whileOpen
            self.onlyPromised = onlyPromised
            self.ground = ground
            self.law = law
        }
    }

    package struct Extension: Sendable {
        package let event: String
        package let by: LegalPeriod
        package let times: Int
        package let law: Citation

        package init(event: String, by: LegalPeriod, times: Int, law: Citation) {
            self.event = event
            self.by = by
            self.times = times
            self.law = law
        }
    }

    package let id: String
    package let name: Wording
    package let starts: [String]
    package let ends: [String]
    package let when: Expression?
    package let statutory: [LimitRow]
    package let promised: [LimitRow]
    /// A date instead of a limit; it never rolls.
    package let until: Expression?
    /// Days, months and years that end on a day off move to the next workday.
    package let rolls: Bool
    package let stops: [Stop]
    package let extends: Extension?
    package let warns: [LegalPeriod]
    package let expires: Deed?
    package let promisedBy: Citation?
    package let law: Citation?

    /// Who promised a limit: whoever set its row, otherwise who promised the clock as a whole.
    package func source(ofPromise limit: LegalPeriod?) -> Citation? {
        promised.first { $0.limit == limit }?.by ?? promisedBy
    }

    package init(
        id: String, name: Wording, starts: [String], ends: [String], when: Expression?, statutory: [LimitRow],
        promised: [LimitRow], until: Expression?, rolls: Bool, stops: [Stop], extends: Extension?,
        warns: [LegalPeriod], expires: Deed?, promisedBy: Citation?, law: Citation?
    ) {
        self.id = id
        self.name = name
        self.starts = starts
        self.ends = ends
        self.when = when
        self.statutory = statutory
        self.promised = promised
        self.until = until
        self.rolls = rolls
        self.stops = stops
        self.extends = extends
        self.warns = warns
        self.expires = expires
        self.promisedBy = promisedBy
        self.law = law
    }
}

/// A thing still owed.
package struct ObligationRule: Sendable {
    package enum Period: Sendable {
        case fixed(LegalPeriod)
        /// Gives the text of a period, such as `each.within`.
        case expression(Expression)
    }

    /// What is owed, for the lists of a supervisor; nil: something of the procedure alone.
    package enum About: String, Hashable, Sendable, CaseIterable {
        /// A promise that stands until it was checked (告知承诺).
        case promise
        /// The check of a promise.
        case check
        /// A document that may follow (容缺).
        case document
    }

    package var id: String
    package var name: Wording
    package var about: About?
    package var owedByOffice: Bool
    package var opens: [String]
    package var per: Expression?
    package var when: Expression?
    package var within: Period?
    /// Its day, where a day and no period is said.
    package var until: Expression?
    package var keptBy: [String]
    package var keptWhen: Expression?
    package var droppedBy: [String]
    /// Events that show that it was not kept; time alone needs none.
    package var brokenBy: [String]
    package var blocks: [String]
    /// How long before its day whoever owes it is reminded.
    package var warns: [LegalPeriod]
    package var expires: Deed?
    package var law: Citation?

    package init(
        id: String, name: Wording, about: About?, owedByOffice: Bool, opens: [String], per: Expression?,
        when: Expression?, within: Period?, until: Expression?, keptBy: [String], keptWhen: Expression?,
        droppedBy: [String], brokenBy: [String], blocks: [String], warns: [LegalPeriod], expires: Deed?, law: Citation?
    ) {
        self.id = id
        self.name = name
        self.about = about
        self.owedByOffice = owedByOffice
        self.opens = opens
        self.per = per
        self.when = when
        self.within = within
        self.until = until
        self.keptBy = keptBy
        self.keptWhen = keptWhen
        self.droppedBy = droppedBy
        self.brokenBy = brokenBy
        self.blocks = blocks
        self.warns = warns
        self.expires = expires
        self.law = law
    }
}

extension Plan {
    /// It opens cases of other services: a bundle (一件事). Cases of a bare procedure make none.
    package var hasMembers: Bool { children.contains { $0.service != nil } }
}

/// Another case file that this one opens and waits for; members of a bundle are children opened on `accepted`.
package struct ChildRule: Sendable {
    package var id: String
    package var opens: [String]
    package var per: Expression?
    package var when: Expression?
    package var service: String?
    package var procedure: String?
    /// The unit that handles it; nil: as the service says.
    package var unit: Expression?
    package var after: [String]
    package var passes: [String: Expression]
    /// Need of the member → sibling whose result answers it.
    package var takes: [String: String]
    package var withdrawsOnClose: Bool

    package init(
        id: String, opens: [String], per: Expression?, when: Expression?, service: String?, procedure: String?,
        unit: Expression?, after: [String], passes: [String: Expression], takes: [String: String],
        withdrawsOnClose: Bool
    ) {
        self.id = id
        self.opens = opens
        self.per = per
        self.when = when
        self.service = service
        self.procedure = procedure
        self.unit = unit
        self.after = after
        self.passes = passes
        self.takes = takes
        self.withdrawsOnClose = withdrawsOnClose
    }
}

/// What a granted case issues (办理结果).
package struct OutcomeRule: Hashable, Sendable {
    package let certificate: String?
    package let valid: LegalPeriod?
    /// `adds <concept>`: the certificate is changed and not issued anew.
    package let change: String?

    package init(certificate: String?, valid: LegalPeriod?, change: String?) {
        self.certificate = certificate
        self.valid = valid
        self.change = change
    }
}
