import Storage
import Values

/// A task beside its source, with what the program proposes and what it is unsure of.
package struct MandateReview: Hashable, Sendable {
    /// A printed name, and whom it means.
    package struct Named: Hashable, Sendable {
        package let printed: String
        /// As the register calls them; empty when a person must say who is meant.
        package let units: [String]
        /// Their ids.
        package let ids: [String]
        /// Stands for several by its kind (有关部门、各成员单位).
        package let isGroup: Bool
    }

    package let task: MandateTask
    package let lines: [Line]
    package let doubts: [MandateLedger.Doubt]
    package let lead: [Named]
    package let support: [Named]
    /// Ids of all units that the document names one by one, in its order: among them is who a group stands for.
    package let named: [String]
    /// Names of units of the assignment, by id; empty while there is none.
    package let assigned: [String: String]
    /// The task of the earlier version that goes on, as `DOCUMENT/TASK`; nil without one that was accepted.
    package let continues: String?
    /// How often the document wants to hear of it, in the task's own words or in those of the whole; nil: unprinted.
    package let printedReports: ReportPeriod?

    /// A line of the source with its place.
    package struct Line: Hashable, Sendable {
        package let place: Wording
        package let stretches: [KeptSource.Stretch]
    }

    /// It can be accepted along with others: nothing about it is open or doubted, it names each unit by itself, and its
    /// day is printed. Who belongs to a group (各区县政府), a person confirms task by task.
    package var isPlain: Bool {
        task.standing == .waiting && doubts.isEmpty && !lead.isEmpty && task.now.isLeadPrinted
            && (lead + support).allSatisfy { !$0.units.isEmpty && !$0.isGroup } && task.printedDue != nil
    }
}

/// Prepares what the review pages show.
package struct MandateReviewDesk: Sendable {
    let desk: MandateDesk

    package init(desk: MandateDesk) {
        self.desk = desk
    }

    /// Reads names of units for a document, with the list of other names in force on the day.
    func units(for region: String, on day: Day) async throws -> UnitReading {
        try await desk.territory.refreshIfOld()
        try await desk.lists.refresh()
        var aliases: [UnitReading.Alias] = []
        if let list = try? desk.lists.version(nil, of: UnitReading.list, on: day) {
            aliases = try await desk.lists.document(list.hash).entries.compactMap { UnitReading.Alias($0) }
        }
        return UnitReading(territory: desk.territory.current, aliases: aliases, region: region, on: day)
    }

    /// The comparison with the version before; nil for a first one, and for a reader who may not see that one.
    func comparison(of document: MandateDocument, from region: String) async throws -> VersionComparison? {
        guard let earlier = document.replaces else { return nil }
        return VersionComparison(from: try await desk.open(earlier, from: region).document, to: document)
    }

    /// Some tasks of a document beside their source.
    func reviews(
        of tasks: [MandateTask], in document: MandateDocument, from region: String, on day: Day
    ) async throws -> [MandateReview] {
        let source = try await desk.source(of: document)
        let units = try await units(for: document.region, on: day)
        let comparison = try await comparison(of: document, from: region)
        let named = MandateReviewDesk.named(in: document, units)
        let reports = ReportPeriod.printed(in: source.lines.map(\.text).joined(separator: "\n"))
        return tasks.map { task in
            MandateReview(
                task: task,
                lines: source.excerpt(task.read.passage, around: 1).map {
                    MandateReview.Line(place: $0.place, stretches: $0.stretches)
                },
                doubts: MandateReviewDesk.doubts(about: task, in: document, source),
                lead: task.now.lead.map { MandateReviewDesk.named($0, .lead, of: task, units) },
                support: task.now.support.map { MandateReviewDesk.named($0, .support, of: task, units) }, named: named,
                assigned: Dictionary(
                    uniqueKeysWithValues: Set(task.assignment?.meant.flatMap(\.units) ?? []).map {
                        ($0, units.shown($0))
                    }),
                continues: comparison?.earlier(of: task.id).flatMap { earlier in
                    // What was taken back begins anew.
                    guard earlier.assignment != nil, task.takingsBack.isEmpty else { return nil }
                    return AssignmentFollower.record(of: earlier, in: document.replaces ?? "")
                }, printedReports: ReportPeriod.printed(in: task.now.text) ?? reports)
        }
    }

    /// As a person said when the task was accepted, else as the program proposes.
    private static func named(
        _ unit: MandateLedger.Unit, _ part: MandateTask.Meant.Part, of task: MandateTask, _ units: UnitReading
    ) -> MandateReview.Named {
        let said = task.assignment?.meant.first { $0.part == part && $0.printed == unit.name }
        let ids = said?.units ?? units.proposed(for: unit.name)
        return MandateReview.Named(
            printed: unit.name, units: ids.map { units.shown($0) }, ids: ids, isGroup: unit.isGroup)
    }

    /// Not more than a page can show.
    private static func named(in document: MandateDocument, _ units: UnitReading) -> [String] {
        var seen: Set<String> = []
        let names = document.tasks.flatMap { $0.now.lead + $0.now.support }.map(\.name)
        let ids = names.filter { seen.insert($0).inserted }.compactMap { name -> String? in
            guard case .unit(let id) = units.meaning(of: name) else { return nil }
            return id
        }
        return Array(ids.filter { seen.insert($0).inserted }.prefix(60))
    }

    /// Doubts name their place in words: a line of the task's passage, and a character of it.
    static func doubts(
        about task: MandateTask, in document: MandateDocument, _ source: KeptSource
    ) -> [MandateLedger.Doubt] {
        let passages = [task.read.passage, task.read.alsoAt].compactMap { $0 }
        let places = passages.flatMap { passage in
            (passage.from.line...max(passage.from.line, passage.to.line)).filter(source.lines.indices.contains)
                .map { source.lines[$0].place.zh + "第" }
        }
        return document.ledger.doubts.filter { doubt in places.contains { doubt.place.zh.hasPrefix($0) } }
    }
}
