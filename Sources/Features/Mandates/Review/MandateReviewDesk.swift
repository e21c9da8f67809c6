import Storage
import Values

/// A task beside its source, with what the program proposes and what it is unsure of.
package struct MandateReview: Hashable, Sendable {
    /// A printed name, and whom it means.
    package struct Named: Hashable, Sendable {
        package let printed: String
        /// As the register calls them; empty when a person must say who is meant.
        package let units: [String]
    }

    package let task: MandateTask
    package let lines: [Line]
    package let doubts: [MandateLedger.Doubt]
    package let lead: [Named]
    package let support: [Named]
    /// The task of the earlier version that goes on, as `DOCUMENT/TASK`; nil without one that was accepted.
    package let continues: String?
    /// How often the document wants to hear of it, in the task's own words or in those of the whole; nil: unprinted.
    package let printedReports: ReportPeriod?

    /// A line of the source with its place.
    package struct Line: Hashable, Sendable {
        package let place: Wording
        package let stretches: [KeptSource.Stretch]
    }

    /// It can be accepted along with others: nothing about it is open or doubted, and its day is printed.
    package var isPlain: Bool {
        task.standing == .waiting && doubts.isEmpty && !lead.isEmpty && task.now.isLeadPrinted
            && (lead + support).allSatisfy { !$0.units.isEmpty } && task.printedDue != nil
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
        let reports = ReportPeriod.printed(in: source.lines.map(\.text).joined(separator: "\n"))
        return tasks.map { task in
            MandateReview(
                task: task,
                lines: source.excerpt(task.read.passage, around: 1).map {
                    MandateReview.Line(place: $0.place, stretches: $0.stretches)
                },
                doubts: MandateReviewDesk.doubts(about: task, in: document, source),
                lead: task.now.lead.map { MandateReviewDesk.named($0, units) },
                support: task.now.support.map { MandateReviewDesk.named($0, units) },
                continues: comparison?.earlier(of: task.id).flatMap { earlier in
                    // What was taken back begins anew.
                    guard earlier.assignment != nil, task.takingsBack.isEmpty else { return nil }
                    return AssignmentFollower.record(of: earlier, in: document.replaces ?? "")
                }, printedReports: ReportPeriod.printed(in: task.now.text) ?? reports)
        }
    }

    private static func named(_ unit: MandateLedger.Unit, _ units: UnitReading) -> MandateReview.Named {
        let found: [String]
        switch units.meaning(of: unit.name) {
        case .unit(let id): found = [id]
        case .several(let ids): found = ids
        case .open: found = []
        }
        return MandateReview.Named(printed: unit.name, units: found.map { units.shown($0) })
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
