import Casework
import Values

/// A case that carries a task of a document to its end at one unit, as the ledger sees it (督查督办). Names below are
/// those of the procedure `supervised-task` and of the service; a test proves that they exist there.
package struct SupervisedTask: Hashable, Sendable {
    /// The service whose cases these are.
    package static let service = "mandate-task"
    /// The clock of the last day.
    static let clock = "due"
    /// The stage in which the result is checked: the unit has done its part.
    static let checking = "checking"

    /// Who the platform acts for: the ledger itself.
    static let party = Actor.system("mandates")

    /// What a unit does of a task.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        /// Responsible for the whole.
        case lead
        /// Leads together with the responsible unit.
        case joint
        case support
    }

    /// What happens in it and counts.
    enum Milestone: String, CaseIterable {
        case reported, praised, criticised, urged, appealed
        case reportMissed = "report_missed"
        case appealAnswered = "appeal_answered"
    }

    /// Green, yellow, red; nil when nothing is awaited any more.
    package enum Light: String, Hashable, Sendable, CaseIterable {
        case green, yellow, red
    }

    package let caseID: String
    /// `DOCUMENT/TASK` of the version that was accepted first; further versions carry it on.
    package let record: String
    /// 发文字号, else the title.
    package let document: String
    package let title: String
    package let part: Part
    package let region: String
    package let unit: String
    /// How many days before the last one the light turns yellow; from the definition.
    package let warnDays: Int
    package let openedAt: Moment
    package var due: Day
    package var stage: String
    package var outcome: String?
    package var lastReport: Day?
    /// A monthly report is missing since the last one.
    package var isReportMissed: Bool
    package var urged: Int
    package var praised: Int
    package var criticised: Int
    package var openAppeals: Int
    package var closedAt: Moment?

    /// Red behind the last day, yellow before it and when a report is missing; while the result is checked the unit
    /// has done its part, and the light stays green.
    package func light(on day: Day) -> Light? {
        if closedAt != nil { return nil }
        if redFrom <= day { return .red }
        return yellowFrom <= day ? .yellow : .green
    }

    /// From which day the light is red; never, while the result is checked.
    var redFrom: Day { isHandedIn ? SupervisedTask.never : due.next }
    var yellowFrom: Day {
        if isHandedIn { return SupervisedTask.never }
        return isReportMissed ? openedAt.day : due.adding(days: -warnDays)
    }

    private var isHandedIn: Bool { closedAt != nil || stage == SupervisedTask.checking }
    private static let never = Day(9999, 12, 31)
}

extension SupervisedTask {
    /// From the event that opened the case; nil for a case of another kind.
    ///
    /// - Parameter warnDays: of the definition's clock.
    init?(opening event: PastEvent, warnDays: Int) {
        let open = event.body.open
        guard open["service"]?.text == SupervisedTask.service, let facts = open["facts"]?.map,
            let record = facts["mandate_record"]?.text, let document = facts["mandate_document"]?.text,
            let title = facts["mandate_title"]?.text,
            let part = facts["mandate_part"]?.text.flatMap({ Part(rawValue: $0) }),
            let region = open["region"]?.text, let unit = open["unit"]?.text,
            let due = facts["due"]?.text.flatMap({ Day($0) })
        else { return nil }
        self.init(
            caseID: event.stream, record: record, document: document, title: title, part: part, region: region,
            unit: unit, warnDays: warnDays, openedAt: event.body.effective.moment, due: due, stage: "",
            isReportMissed: false, urged: 0, praised: 0, criticised: 0, openAppeals: 0)
    }

    /// The task after one more event of its case.
    mutating func take(_ event: PastEvent) {
        let open = event.body.open
        switch CaseEventKind(rawValue: event.body.kind) {
        case .acted:
            if let outcome = open["outcome"]?.text { self.outcome = outcome }
            if let milestone = open["event"]?.text.flatMap({ Milestone(rawValue: $0) }) {
                take(milestone, on: event.body.effective.day)
            }
        case .stageEntered:
            stage = open["stage"]?.text ?? stage
            if open["final"]?.bool == true { closedAt = event.body.effective.moment }
        case .clockStarted, .clockLimited, .clockRecomputed:
            guard open["clock"]?.text == SupervisedTask.clock else { return }
            due = open["due"]?.text.flatMap { Day($0) } ?? due
        default: break
        }
    }

    private mutating func take(_ milestone: Milestone, on day: Day) {
        switch milestone {
        case .reported:
            lastReport = day
            isReportMissed = false
        case .reportMissed: isReportMissed = true
        case .urged: urged += 1
        case .praised: praised += 1
        case .criticised: criticised += 1
        case .appealed: openAppeals += 1
        case .appealAnswered: openAppeals = max(0, openAppeals - 1)
        }
    }
}
