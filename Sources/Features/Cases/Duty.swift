import Casework
import Definitions
import Values

/// Something still owed in a case, or owed once: a promise, its check, a document that may follow (承诺、核查、容缺).
package struct Duty: Hashable, Sendable {
    package enum About: String, Hashable, Sendable, CaseIterable {
        case promise, check, document
        /// A case whose outcome repairs the broken promises of its applicant (信用修复).
        case repair
    }

    package let caseID: String
    /// From 1, per case; 0 for a repair.
    package let number: Int
    package let about: About
    package let state: ObligationRun.State
    package let region: String
    package let unit: String
    package let service: String
    package let definition: String
    /// `person:ID` or `enterprise:ID`.
    package let applicant: String
    package let applicantMask: String?
    package let caseNumber: String?
    /// The need, where a document is owed.
    package let need: String?
    package let since: Moment
    /// nil: no limit, or not known yet.
    package let due: Day?
    package let ended: Moment?

    /// The name under which the platform's own record of promises answers, as registers of others do.
    package static let register = "告知承诺履约记录"

    /// What a case owes, or has owed; pure.
    static func all(in file: CaseFile, by definition: Definition, _ plan: Plan, mask: String?, closedAt: Moment?)
        -> [Duty]
    {
        var all = file.obligations.compactMap { run -> Duty? in
            guard let about = plan.obligations.first(where: { $0.id == run.rule })?.about else { return nil }
            return Duty(
                of: file, number: run.number, about: About(rawValue: about.rawValue) ?? .promise, state: run.state,
                mask: mask, need: run.each?["need"]?.text, since: run.since, due: run.due?.day, ended: run.endedAt)
        }
        if let outcome = definition.repairingOutcome, file.outcome == outcome {
            all.append(
                Duty(
                    of: file, number: 0, about: .repair, state: .kept, mask: mask, need: nil,
                    since: file.header.filed, due: nil, ended: closedAt ?? file.lastAt))
        }
        return all
    }

    private init(
        of file: CaseFile, number: Int, about: About, state: ObligationRun.State, mask: String?, need: String?,
        since: Moment, due: Day?, ended: Moment?
    ) {
        self.init(
            caseID: file.id, number: number, about: about, state: state, region: file.header.region,
            unit: file.header.unit, service: file.header.service, definition: file.header.definition,
            applicant: file.header.applicant.description, applicantMask: mask, caseNumber: file.number, need: need,
            since: since, due: due, ended: ended)
    }

    package init(
        caseID: String, number: Int, about: About, state: ObligationRun.State, region: String, unit: String,
        service: String, definition: String, applicant: String, applicantMask: String?, caseNumber: String?,
        need: String?, since: Moment, due: Day?, ended: Moment?
    ) {
        self.caseID = caseID
        self.number = number
        self.about = about
        self.state = state
        self.region = region
        self.unit = unit
        self.service = service
        self.definition = definition
        self.applicant = applicant
        self.applicantMask = applicantMask
        self.caseNumber = caseNumber
        self.need = need
        self.since = since
        self.due = due
        self.ended = ended
    }
}

/// One list of a supervisor, with what it counts (督查口径).
package enum DutyView: String, Hashable, Sendable, CaseIterable {
    case promisesOpen = "promises-open"
    case promisesKept = "promises-kept"
    case promisesBroken = "promises-broken"
    case checksOpen = "checks-open"
    case checksLate = "checks-late"
    case checksDone = "checks-done"
    case documentsOpen = "documents-open"
    case documentsLate = "documents-late"
    case documentsKept = "documents-kept"
    case documentsLapsed = "documents-lapsed"

    package var about: Duty.About {
        switch self {
        case .promisesOpen, .promisesKept, .promisesBroken: .promise
        case .checksOpen, .checksLate, .checksDone: .check
        case .documentsOpen, .documentsLate, .documentsKept, .documentsLapsed: .document
        }
    }

    package var state: ObligationRun.State {
        switch self {
        case .promisesOpen, .checksOpen, .checksLate, .documentsOpen, .documentsLate: .open
        case .promisesKept, .checksDone, .documentsKept: .kept
        case .promisesBroken, .documentsLapsed: .broken
        }
    }

    /// Whether only those are meant whose day has passed, or only those whose day has not; nil: all.
    package var isLate: Bool? {
        switch self {
        case .checksLate, .documentsLate: true
        case .checksOpen, .documentsOpen: false
        default: nil
        }
    }

    package static let pageLength = 50
    /// Counting stops here, so that the page stays flat at any volume.
    package static let countedUpTo = 10_000
}
