import Casework
import Values

/// A case that carries a task of a document, or a part of it, to its end at one unit, as the ledger sees it (督查督办).
/// Names below are those of the procedure `supervised-task` and of the service; a test proves that they exist there.
package struct SupervisedTask: Hashable, Sendable {
    /// The service whose cases these are.
    package static let service = "mandate-task"
    /// The clock of the last day.
    static let clock = "due"
    /// The clock of the next report.
    static let reportClock = "next_report"
    /// The stage in which the result is checked: the unit has done its part.
    static let checking = "checking"
    /// The outcome of a task whose result was checked.
    static let done = "done"
    /// The fact by which a case learns that its acceptance was taken back: the reason.
    static let takenBack = "taken_back"
    /// The fact by which a case learns whether the platform measures all figures of its task.
    package static let isMeasuredFact = "is_measured"

    /// Who the platform acts for: the ledger itself.
    static let party = Actor.system("mandates")

    /// What a unit does of a task.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        /// Responsible for the whole.
        case lead
        /// Leads together with the responsible unit.
        case joint
        case support
        /// Does what another unit split off (子任务).
        case part
    }

    /// What happens in it and counts.
    enum Happening: String, CaseIterable {
        case reported, praised, criticised, urged, appealed, measured, unmeasured
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
    /// The case that split this part off; nil for what the document itself orders.
    package let parent: String?
    /// 发文字号, else the title.
    package let document: String
    package let title: String
    package let part: Part
    package let region: String
    package let unit: String
    /// How many days before the last one the light turns yellow; from the definition.
    package let warnDays: Int
    package let openedAt: Moment
    package let reportEvery: ReportPeriod
    package var due: Day
    package var stage: String = ""
    package var outcome: String?
    package var lastReport: Day?
    /// Until when the next report is due; nil while none is asked for.
    package var reportDue: Day?
    /// Reports missed in a row since the last one.
    package var missedReports = 0
    /// The platform measures all figures itself, so no report is asked for.
    package var isMeasured: Bool
    package var urged = 0
    package var praised = 0
    package var criticised = 0
    package var openAppeals = 0
    /// Days of the milestones that are not reached, by their number.
    package var milestones: [Int: Day] = [:]
    /// Last days of the parts that are not closed, by case; far away while a result is being checked.
    package var parts: [String: Day] = [:]
    package var closedAt: Moment?

    /// Red behind the last day and when two reports in a row are missing; yellow before the last day, when a report is
    /// missing, and behind the day of a milestone or of a part. While the result is checked the unit has done its part,
    /// and the light stays green.
    package func light(on day: Day) -> Light? {
        if closedAt != nil { return nil }
        if redFrom <= day { return .red }
        return yellowFrom <= day ? .yellow : .green
    }

    /// From which day the light is red; never, while the result is checked.
    var redFrom: Day {
        if isHandedIn { return SupervisedTask.never }
        return missedReports > 1 ? openedAt.day : due.next
    }

    var yellowFrom: Day {
        if isHandedIn { return SupervisedTask.never }
        if missedReports > 0 { return openedAt.day }
        let late = (Array(milestones.values) + parts.values).min().map { min($0, SupervisedTask.never.previous).next }
        return min(due.adding(days: -warnDays), late ?? SupervisedTask.never)
    }

    /// The day on which the case that split it off waits for it; nil when it waits no more.
    var awaited: Day? { closedAt == nil ? (isHandedIn ? SupervisedTask.never : due) : nil }

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
            let due = facts["due"]?.text.flatMap({ Day($0) }),
            let reportEvery = facts["report_every"]?.text.flatMap({ ReportPeriod(rawValue: $0) })
        else { return nil }
        self.init(
            caseID: event.stream, record: record, parent: open["parent"]?["case"]?.text, document: document,
            title: title, part: part, region: region, unit: unit, warnDays: warnDays,
            openedAt: event.body.effective.moment, reportEvery: reportEvery, due: due, isMeasured: false)
    }

    /// The task after one more event of its case.
    mutating func take(_ event: PastEvent) {
        let open = event.body.open
        switch CaseEventKind(rawValue: event.body.kind) {
        case .acted:
            if let outcome = open["outcome"]?.text { self.outcome = outcome }
            if let happening = open["event"]?.text.flatMap({ Happening(rawValue: $0) }) {
                take(happening, on: event.body.effective.day)
            }
        case .stageEntered:
            stage = open["stage"]?.text ?? stage
            if open["final"]?.bool == true { closedAt = event.body.effective.moment }
        case .clockStarted, .clockLimited, .clockRecomputed:
            let day = open["due"]?.text.flatMap { Day($0) }
            if open["clock"]?.text == SupervisedTask.clock { due = day ?? due }
            if open["clock"]?.text == SupervisedTask.reportClock { reportDue = day }
        case .clockEnded: if open["clock"]?.text == SupervisedTask.reportClock { reportDue = nil }
        case .obligationOpened:
            guard let number = open["number"]?.number else { return }
            milestones[number] = open["due"]?.text.flatMap { Day($0) }
        case .obligationKept, .obligationDropped, .obligationBroken, .obligationDischarged:
            guard let number = open["number"]?.number else { return }
            milestones[number] = nil
        default: break
        }
    }

    private mutating func take(_ happening: Happening, on day: Day) {
        switch happening {
        case .reported:
            lastReport = day
            missedReports = 0
        case .reportMissed: missedReports += 1
        case .measured:
            isMeasured = true
            missedReports = 0
        case .unmeasured: isMeasured = false
        case .urged: urged += 1
        case .praised: praised += 1
        case .criticised: criticised += 1
        case .appealed: openAppeals += 1
        case .appealAnswered: openAppeals = max(0, openAppeals - 1)
        }
    }
}
