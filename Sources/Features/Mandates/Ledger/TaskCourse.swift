import Casework
import Values

/// What was said in a case of a task on its way: the person, milestones, reports. From the opened events of its stream.
package struct TaskCourse: Hashable, Sendable {
    /// A day by which something is to be proved (里程碑).
    package struct Milestone: Hashable, Sendable {
        package enum State: String, Hashable, Sendable {
            case open, reached, dropped
        }

        /// From 1, as deeds name it.
        package let number: Int
        /// Empty after erasure.
        package let title: String
        package let on: Day
        package let provedBy: String
        package fileprivate(set) var state: State
        package fileprivate(set) var endedOn: Day?
        package fileprivate(set) var proof: [String]
    }

    /// A report on progress (月调度、季度报送).
    package struct Report: Hashable, Sendable {
        package let on: Day
        /// Empty after erasure.
        package let progress: String
        package let figures: [String]
    }

    /// Who answers for it in the unit; nil when nobody was named.
    package private(set) var person: String?
    package private(set) var milestones: [Milestone] = []
    /// The first one first.
    package private(set) var reports: [Report] = []

    package init(_ events: [PastEvent]) {
        for event in events {
            let data = event.body.data
            switch CaseEventKind(rawValue: event.body.kind) {
            case .opened: person = data["facts"]?["person"]?.text
            case .acted: take(data["event"]?.text, data["said"]?.map ?? [:], on: event.body.effective.day)
            default: break
            }
        }
    }

    private mutating func take(_ event: String?, _ said: [String: JSON], on day: Day) {
        func texts(_ name: String) -> [String] { (said[name]?.list ?? []).compactMap(\.text) }
        switch event {
        case "reported":
            reports.append(Report(on: day, progress: said["progress"]?.text ?? "", figures: texts("figures")))
        case "milestone_set":
            guard let date = said["milestone_on"]?.text.flatMap({ Day($0) }) else { return }
            milestones.append(
                Milestone(
                    number: milestones.count + 1, title: said["milestone"]?.text ?? "", on: date,
                    provedBy: said["proved_by"]?.text ?? "", state: .open, proof: []))
        case "milestone_reached": end(said["milestone_number"]?.number, .reached, texts("proof"), on: day)
        case "milestone_dropped": end(said["milestone_number"]?.number, .dropped, [], on: day)
        default: break
        }
    }

    /// The first word counts; proof that comes later is kept with it.
    private mutating func end(_ number: Int?, _ state: Milestone.State, _ proof: [String], on day: Day) {
        guard let number, milestones.indices.contains(number - 1) else { return }
        if milestones[number - 1].state == .open {
            milestones[number - 1].state = state
            milestones[number - 1].endedOn = day
        }
        milestones[number - 1].proof += proof
    }
}

/// A figure of a task, with what measures it (量化指标).
package struct LedgerFigure: Hashable, Sendable {
    /// Id of the `AcceptedTarget`.
    package let id: String
    package let what: String
    /// As printed.
    package let raw: String
    /// nil: nobody has said what measures it, or nothing here does.
    package let measuredBy: Wording?
    /// As it stands, with its unit; nil where nothing measures it.
    package let value: String?
    package let state: Wording

    package init(id: String, what: String, raw: String, measuredBy: Wording?, value: String?, state: Wording) {
        self.id = id
        self.what = what
        self.raw = raw
        self.measuredBy = measuredBy
        self.value = value
        self.state = state
    }
}
