import Casework
import Definitions
import Storage
import Values

/// Reads ratings, measures and corrections for pages and for the interface.
package struct RatingReadingDesk: Sendable {
    let desk: RatingDesk
    private var parts: CaseDesk.Parts { desk.parts }

    package init(desk: RatingDesk) {
        self.desk = desk
    }

    /// A rating as everybody may see it.
    package struct Published: Sendable {
        package let row: RatingRow
        package let serviceName: Wording
        package let unitName: String
        /// With what somebody could be found by masked; nil without consent.
        package let words: String?
        package let correction: RatingCorrection?
    }

    /// Published ratings of a scope, the newest first.
    package func published(
        _ scope: RatingScope, before: RatingCursor?, limit: Int
    ) async throws -> [Published] {
        let rows = try await parts.database.read {
            try RatingStore.rows(scope, before: before, limit: limit, in: $0)
        }
        var published: [Published] = []
        for row in rows { published.append(try await self.published(row)) }
        return published
    }

    private func published(_ row: RatingRow) async throws -> Published {
        let correction = try await parts.database.read { try CorrectionStore.correction(of: row.id, in: $0) }
        return Published(
            row: row, serviceName: try await serviceName(row.service, on: row.givenAt.day),
            unitName: unitName(row.unit), words: row.hasWords ? try await words(row.id) : nil,
            correction: correction)
    }

    private func words(_ id: String) async throws -> String? {
        guard let rating = Rating(folding: try await parts.events.stream(id).events) else { return nil }
        let said = [rating.first, rating.further].compactMap { $0 }.filter { $0.mayPublish && !$0.words.isEmpty }
        return said.isEmpty ? nil : said.map { PublishedWords.masked($0.words) }.joined(separator: " / ")
    }

    /// By the name it has now; the id where it is gone.
    package func serviceName(_ service: String, on day: Day) async throws -> Wording {
        guard let root = parts.territory.current.root,
            let hash = parts.catalogue.inForce(service, region: root.id, on: day)
        else { return Wording(zh: service, en: service) }
        return try await parts.catalogue.definition(hash).service.name
    }

    package func unitName(_ unit: String) -> String { parts.territory.current.units[unit]?.name ?? unit }

    /// Figures of a scope over months.
    package func figures(_ scope: RatingScope, months: ClosedRange<Int>) async throws -> RatingFigures {
        try await parts.database.read { connection in
            func sums(_ dimension: RatingDimension, _ value: String, _ region: String?) throws -> RatingFigures {
                try RatingSumStore.sums(
                    of: dimension, value: value, region: region, months: months, in: connection)[value]
                    ?? RatingFigures()
            }
            switch scope {
            case .city: return try sums(.all, "", nil)
            case .region(let id): return try sums(.all, "", id)
            case .unit(let id): return try sums(.unit, id, nil)
            case .service(let id): return try sums(.service, id, nil)
            }
        }
    }

    /// The measures of a region, or of the city (nil).
    package func measures(region: String?, months: ClosedRange<Int>) async throws -> RatingMeasures {
        try await parts.database.read { connection in
            func sums(_ dimension: RatingDimension) throws -> [String: RatingFigures] {
                try RatingSumStore.sums(of: dimension, value: nil, region: region, months: months, in: connection)
            }
            return RatingMeasures(
                figures: try sums(.all)[""] ?? RatingFigures(),
                parts: [.item: try sums(.item), .unit: try sums(.unit), .channel: try sums(.channel)])
        }
    }

    // MARK: Corrections

    /// A correction with who has to do something about it.
    package struct Listed: Sendable {
        package let correction: RatingCorrection
        package let serviceName: Wording
        package let unitName: String
        package let duties: [Duty]
    }

    /// An open task: whose it is.
    package struct Duty: Hashable, Sendable {
        package let task: String
        package let name: Wording
        package let unitName: String
        package let role: Role?
        /// Masked names of those who may do it.
        package let names: [String]
    }

    package func corrections(
        _ view: CorrectionStore.View, region: String?, before: RatingCursor?, limit: Int, on day: Day
    ) async throws -> [Listed] {
        let rows = try await parts.database.read {
            try CorrectionStore.rows(view, region: region, before: before, limit: limit, in: $0)
        }
        var listed: [Listed] = []
        for row in rows {
            listed.append(
                Listed(
                    correction: row, serviceName: try await serviceName(row.service, on: day),
                    unitName: unitName(row.unit), duties: try await duties(of: row, on: day)))
        }
        return listed
    }

    /// Who has something to do in a correction now; nobody in one that is closed or waits for the person.
    package func duties(of correction: RatingCorrection, on day: Day) async throws -> [Duty] {
        guard correction.closedAt == nil else { return [] }
        let opened = try await desk.cases.open(correction.caseID)
        let plan = opened.definition.plan(ofVariant: opened.file.header.variant)
        var duties: [Duty] = []
        for run in opened.file.openTasks {
            let unit = run.unitAbove ?? run.unit
            let persons = (parts.staff(run.role, unit, day) ?? []).compactMap { Person.ID($0) }
            let names = try await parts.database.read { connection in
                try persons.prefix(3).compactMap { try AccountStore.person($0, in: connection)?.nameMask }
            }
            duties.append(
                Duty(
                    task: run.task, name: plan?.tasks.first { $0.id == run.task }?.name ?? RatingWords.unnamed,
                    unitName: unitName(unit), role: Role(rawValue: run.role), names: names))
        }
        return duties
    }

    /// Service events without a way to rate, the newest first; of the whole city without a region.
    package func closed(
        in region: String?, before: RatingCursor?, limit: Int
    ) async throws -> [RatedService] {
        try await parts.database.read {
            try RatedServiceStore.closed(in: region, before: before, limit: limit, in: $0)
        }
    }
}
