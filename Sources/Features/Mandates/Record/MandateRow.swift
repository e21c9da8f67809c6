import Values

/// A document as lists show it.
package struct MandateDocumentRow: Hashable, Sendable {
    package let id: String
    package let region: String
    package let title: String
    package let number: String?
    package let issuer: String?
    package let date: Day?
    package let fileHash: String
    package let importedAt: Moment
    package let tasks: Int
    /// Tasks that nobody has accepted or rejected.
    package let waiting: Int
    package let accepted: Int
    package let doubts: Int
    package let replaces: String?
    package let replacedBy: String?
}

extension MandateDocumentRow {
    init(_ document: MandateDocument) {
        let paper = document.ledger.paper
        id = document.id
        region = document.region
        title = paper.title
        number = paper.number
        issuer = paper.issuer
        date = paper.date
        fileHash = document.file.hash
        importedAt = document.importedAt
        tasks = document.tasks.count
        waiting = document.tasks.count { $0.standing == .waiting }
        accepted = document.tasks.count { $0.standing == .accepted }
        doubts = document.ledger.doubts.count
        replaces = document.replaces
        replacedBy = document.replacedBy
    }
}

/// A task of a document as lists show it.
package struct MandateTaskRow: Hashable, Sendable {
    package let document: String
    package let id: String
    /// Its place in the document, from 0.
    package let place: Int
    package let section: String
    package let title: String
    package let standing: MandateTask.Standing
    /// The unit that is responsible; nil until accepted.
    package let leadUnit: String?
    /// The confirmed day, else the printed one.
    package let due: Day?
}

/// A figure that a document promises, in a task that a person accepted (量化指标). What measures it is bound to it.
package struct AcceptedTarget: Hashable, Sendable {
    /// `DOCUMENT/TASK/PLACE`, with the place of the figure in its task from 0: its name for ever.
    package let id: String
    package let document: String
    /// 发文字号; nil when none is printed.
    package let documentNumber: String?
    package let documentTitle: String
    /// The region whose document it is.
    package let region: String
    /// The task's printed number in digits, as `MandateLedger.Task.id`.
    package let task: String
    package let taskTitle: String
    /// The document's own sentence.
    package let sentence: String
    /// The figure as printed.
    package let raw: String
    /// What is counted or measured, as the clause says it.
    package let what: String
    package let comparator: MandateLedger.Comparator
    /// With 万 and 亿 multiplied out.
    package let value: Decimal
    /// As printed: 个工作日, %, 项.
    package let unit: String
    package let baseline: Decimal?
    /// The document softens it (力争, 约).
    package let isSoft: Bool
    /// The task's last day.
    package let due: Day
    /// Ids of units, the responsible one first.
    package let leadUnits: [String]
    package let supportUnits: [String]
    package let acceptedAt: Moment
}

extension AcceptedTarget {
    /// All of a task, in the order of the text; none unless the task was accepted.
    static func all(of task: MandateTask, in document: MandateDocument) -> [AcceptedTarget] {
        guard let assignment = task.assignment, task.standing == .accepted, let acceptedAt = task.decidedAt else {
            return []
        }
        let paper = document.ledger.paper
        return task.now.targets.enumerated().map { place, target in
            AcceptedTarget(
                id: "\(document.id)/\(task.id)/\(place)", document: document.id, documentNumber: paper.number,
                documentTitle: paper.title, region: document.region, task: task.id, taskTitle: task.now.title,
                sentence: task.sentence(of: target), raw: target.raw, what: target.what,
                comparator: target.comparator, value: target.value.shortest, unit: target.unit,
                baseline: target.baseline?.shortest, isSoft: target.isSoft, due: assignment.due,
                leadUnits: assignment.lead, supportUnits: assignment.support, acceptedAt: acceptedAt)
        }
    }
}
