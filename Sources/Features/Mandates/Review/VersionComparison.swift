import Values

/// Two versions of a document, task by task: what stayed, what changed, what came and what went.
package struct VersionComparison: Sendable {
    /// What of a task reads otherwise now.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case title, text, lead, support, deadlines, targets
    }

    package enum Change: Hashable, Sendable {
        case same
        case changed([Part])
        case added
        case gone
    }

    /// A task in both versions, or in one of them.
    package struct Pair: Hashable, Sendable {
        package let old: MandateTask?
        package let new: MandateTask?
        package let change: Change
    }

    /// In the order of the later version; what is gone stands at the end.
    package let pairs: [Pair]

    package init(from old: MandateDocument, to new: MandateDocument) {
        self.init(from: old.tasks, to: new.tasks)
    }

    init(from old: [MandateTask], to new: [MandateTask]) {
        let partners = VersionComparison.partners(of: new, among: old)
        var pairs = new.enumerated().map { index, task in
            guard let partner = partners[index] else { return Pair(old: nil, new: task, change: .added) }
            let parts = VersionComparison.differences(old[partner].read, task.read)
            return Pair(old: old[partner], new: task, change: parts.isEmpty ? .same : .changed(parts))
        }
        let kept = Set(partners.values)
        pairs += old.indices.filter { !kept.contains($0) }.map { Pair(old: old[$0], new: nil, change: .gone) }
        self.pairs = pairs
    }

    /// The task of the earlier version that this one continues; nil when it is new.
    package func earlier(of task: String) -> MandateTask? { pairs.first { $0.new?.id == task }?.old }

    /// The surest matches first: the same title, then the same number and much of the text, then much of the text.
    private static func partners(of new: [MandateTask], among old: [MandateTask]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var free = Set(old.indices)
        func match(_ fits: (MandateTask, MandateTask) -> Bool) {
            for index in new.indices where found[index] == nil {
                guard let partner = free.sorted().first(where: { fits(new[index], old[$0]) }) else { continue }
                found[index] = partner
                free.remove(partner)
            }
        }
        match { $0.read.text == $1.read.text && $0.read.title == $1.read.title }
        match { $0.read.title == $1.read.title && $0.id == $1.id }
        match { $0.read.title == $1.read.title }
        guard !free.isEmpty, found.count < new.count else { return found }
        let oldPairs = old.map { pairs(of: $0.read.text) }
        for index in new.indices where found[index] == nil {
            let own = pairs(of: new[index].read.text)
            let best = free.sorted().map { partner in
                (partner, likeness(own, oldPairs[partner]) + (old[partner].id == new[index].id ? 10 : 0))
            }.max { $0.1 < $1.1 }
            if let best, best.1 >= 60 {
                found[index] = best.0
                free.remove(best.0)
            }
        }
        return found
    }

    /// Two neighbouring characters each.
    private static func pairs(of text: String) -> Set<[Unicode.Scalar]> {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count > 1 else { return [scalars] }
        return Set((1..<scalars.count).map { [scalars[$0 - 1], scalars[$0]] })
    }

    /// Twice what both have, of a hundred parts of what they have together.
    private static func likeness(_ left: Set<[Unicode.Scalar]>, _ right: Set<[Unicode.Scalar]>) -> Int {
        let both = left.intersection(right).count
        return left.count + right.count == 0 ? 0 : 200 * both / (left.count + right.count)
    }

    private static func differences(_ old: MandateLedger.Task, _ new: MandateLedger.Task) -> [Part] {
        Part.allCases.filter { part in
            switch part {
            case .title: old.title != new.title
            case .text: old.text != new.text
            case .lead: old.lead.map(\.name) != new.lead.map(\.name)
            case .support: old.support.map(\.name) != new.support.map(\.name)
            case .deadlines: old.deadlines.map(\.raw) != new.deadlines.map(\.raw)
            case .targets: old.targets.map(\.raw) != new.targets.map(\.raw)
            }
        }
    }
}
