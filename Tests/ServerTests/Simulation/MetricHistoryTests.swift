import Definitions
import Foundation
import Storage
import TestSupport
import Testing
import Values

@testable import Casework
@testable import Features
@testable import Server

/// What the follower added up event by event is what the folded cases say, on both engines.
@Suite struct MetricHistoryTests {
    @Test func `sums kept incrementally are those recomputed from the log`() async throws {
        try await onBothLocations { location in
            try await ServerFolder.with { folder in
                let settings = Simulated.settings(location, folder)
                let place = SimulationPlace(
                    settings: settings, folder: Folder(path: ServerProgram.root), mayHoldCases: false)
                let plan = Simulated.plan(seed: 31, cases: 90)
                _ = try await place.run(plan, progress: SimulationProgress(total: 90, unit: "cases"))
                let platform = try await Platform.open(settings, logger: .silent)
                try await platform.features.followAll()
                try await MetricHistoryTests.compare(platform)
                let rebuild = try await platform.features.rebuild(platform.database).run()
                let kept = rebuild.tables.filter { $0.table.hasPrefix("metric_") }
                #expect(kept.count == 5 && kept.allSatisfy(\.isEqual), "\(kept.filter { !$0.isEqual })")
                #expect(kept.first { $0.table == "metric_day" }?.rowsNow ?? 0 > 20)
                try await MetricHistoryTests.checkOrder(platform)
                await platform.database.close()
            }
        }
    }

    private static func compare(_ platform: Platform) async throws {
        let book = platform.features.supervision.metrics.book
        let recount = try await MetricRecount.of(platform)
        #expect(recount.cases > 60)
        let months = 202_501...202_712
        for (dimension, places) in recount.sums {
            let kept = try await platform.database.read {
                try MetricReadingStore.values(of: dimension, months: months, reported: nil, only: nil, in: $0)
            }
            #expect(Set(kept.keys) == Set(places.keys), "\(dimension)")
            for (place, expected) in places {
                for id in MetricRecount.metrics {
                    let metric = try #require(book.metric(id))
                    let part = try #require(metric.part)
                    let figures = kept[place] ?? MetricFigures()
                    #expect(
                        MetricRecount.values(figures, part.key) == expected[id] ?? [:], "\(id) in \(dimension) \(place)"
                    )
                    guard let whole = metric.whole else { continue }
                    #expect(
                        MetricRecount.values(figures, whole.key) == expected[id + "/of"] ?? [:],
                        "\(id)/of in \(dimension) \(place)")
                }
            }
        }
        let expected = recount.sums[.city]?[""] ?? [:]
        for id in MetricRecount.metrics {
            #expect(expected[id]?.isEmpty == false || id == "overrun", "\(id) counts nothing")
        }
        try await compareDays(platform)
    }

    /// The sums of months are those of days, whatever they are taken apart by.
    private static func compareDays(_ platform: Platform) async throws {
        let (days, months) = try await platform.database.read { connection in
            (
                try connection.query("SELECT day, figures FROM metric_day", []),
                try MetricReadingStore.values(of: .city, months: 0...999_999, reported: nil, only: nil, in: connection)
            )
        }
        var sum = MetricFigures()
        for row in days { sum.add(MetricFigures(text: try row.text(1), only: nil)) }
        #expect(sum == months[""])
        #expect(Set(try days.map { try $0.int(0) }).count > 20)
    }

    /// The same events in another order of streams, and in other batches, give the same sums.
    private static func checkOrder(_ platform: Platform) async throws {
        let features = platform.features
        let feed = try await platform.database.read { try LogStore.openFeed(from: 0, limit: 1_000_000, in: $0) }
        let follower = features.supervision.follower
        let events = try features.reader.open(
            feed: feed.filter { follower.wants($0.event.record) }, sealedParts: false)
        let streams = Dictionary(grouping: events) { $0.event.stream }
        let turned = streams.sorted { $0.key > $1.key }.flatMap(\.value)
        var sums: [[MetricCell: MetricFigures]] = []
        for order in [events, turned] {
            var step = MetricStep(
                features.supervision.metrics.current.content, calendar: features.territory.desk.current.calendar)
            for placed in order {
                let event = placed.event
                if event.body.kind == CaseEventKind.opened.rawValue {
                    let hash = try #require(event.body.open["definition"]?.text)
                    let definition = try await features.catalogue.desk.definition(hash)
                    step.open(event, MetricCase.Kind(definition, variant: event.body.open["variant"]?.text))
                } else {
                    step.goOn(event)
                }
            }
            sums.append(step.counter.cells.filter { !$0.value.isEmpty })
        }
        #expect(sums[0] == sums[1])
        #expect(!sums[0].isEmpty)
    }
}

/// The same figures worked out in another way: from folded cases, with the kernel's own ledgers.
struct MetricRecount {
    /// Dimension, its value, metric (`ID` or `ID/of`), value (nil where each counts as one), how often.
    private(set) var sums: [MetricDimension: [String: [String: [Int?: Int]]]] = [:]
    private(set) var cases = 0

    static let metrics = [
        "filings", "online-share", "window-share", "zero-material-share", "uploads-average", "granted", "ended",
        "decide-time-ratio", "time-average", "on-time", "overrun", "withdrawn-share", "deficient-share",
        "evidence-upload-share", "evidence-register-share", "certificate-answers", "certificates-issued",
        "days-from-filing", "same-day", "bundles-filed", "bundle-members", "granted-share",
    ]

    static func values(_ figures: MetricFigures, _ key: String) -> [Int?: Int] {
        Dictionary(figures.values(of: key).map { ($0.value, $0.times) }, uniquingKeysWith: +)
    }

    static func of(_ platform: Platform) async throws -> MetricRecount {
        var recount = MetricRecount()
        let features = platform.features
        let calendar = features.territory.desk.current.calendar
        let streams = try await platform.database.read { try LogStore.streams(after: "", limit: 100_000, in: $0) }
        for stream in streams {
            let (stored, key) = try await platform.database.read {
                (
                    try EventStore.events(of: stream, after: 0, in: $0), try EventStore.key(of: stream, in: $0)
                )
            }
            let events = try features.reader.open(stored, key: key)
            guard let first = events.first, var file = CaseFile(opening: first) else { continue }
            let definition = try await features.catalogue.desk.definition(file.header.definition)
            recount.cases += 1
            recount.filed(file, definition)
            for event in events.dropFirst() {
                apply(event, to: &file, by: definition)
                recount.done(event, file, definition, calendar)
            }
        }
        return recount
    }

    private mutating func add(_ id: String, _ value: Int?, _ file: CaseFile) {
        let header = file.header
        let places: [(MetricDimension, String)] = [
            (.city, ""), (.region, header.region), (.unit, header.unit), (.service, header.service),
            (.channel, header.channel ?? ""),
        ]
        for (dimension, place) in places {
            sums[dimension, default: [:]][place, default: [:]][id, default: [:]][value, default: 0] += 1
        }
    }

    private mutating func filed(_ file: CaseFile, _ definition: Definition) {
        count(Array(file.evidence.values), of: file)
        if definition.plans.contains(where: { !$0.children.isEmpty }) { add("bundles-filed", nil, file) }
        guard definition.takesApplications else { return }
        let uploads = file.evidence.values.count { $0.source == .upload }
        add("filings", nil, file)
        add("uploads-average", uploads, file)
        for share in ["online-share", "window-share", "zero-material-share"] { add(share + "/of", nil, file) }
        if uploads == 0 { add("zero-material-share", nil, file) }
        let channel = file.header.channel ?? ""
        if ["online", "mobile", "api"].contains(channel) { add("online-share", nil, file) }
        if channel == "window" { add("window-share", nil, file) }
    }

    private mutating func count(_ answers: [EvidenceAnswer], of file: CaseFile) {
        for answer in answers {
            for share in ["evidence-upload-share", "evidence-register-share"] { add(share + "/of", nil, file) }
            if answer.source == .upload { add("evidence-upload-share", nil, file) }
            if answer.source == .register { add("evidence-register-share", nil, file) }
            if answer.source == .certificate { add("certificate-answers", nil, file) }
        }
    }

    private mutating func done(
        _ event: PastEvent, _ file: CaseFile, _ definition: Definition, _ calendar: WorkCalendar
    ) {
        let open = event.body.open
        switch event.body.kind {
        case "evidence-added":
            count((open["evidence"]?.list ?? []).compactMap { EvidenceAnswer($0, revision: 1) }, of: file)
        case "acted":
            if let issued = open["issues"]?.text, issued != "revocation" { add("certificates-issued", nil, file) }
            if open["event"]?.text == "granted", definition.takesApplications {
                granted(on: event.body.effective.day, file, definition, calendar)
            }
        case "stage-entered":
            if file.isClosed { ended(on: event.body.effective.day, file, definition) }
        default: break
        }
    }

    private mutating func granted(
        on day: Day, _ file: CaseFile, _ definition: Definition, _ calendar: WorkCalendar
    ) {
        add("granted", nil, file)
        add("same-day/of", nil, file)
        if file.header.filed.day == day { add("same-day", nil, file) }
        if let decide = file.clocks["decide"], let statutory = decide.limits.statutory {
            add("decide-time-ratio", decide.workdaysUsed(through: decide.endedAt?.day ?? day, in: calendar), file)
            add("decide-time-ratio/of", statutory.amount, file)
        }
        let main = definition.plan(ofVariant: file.header.variant)?.mainClock ?? ""
        if let clock = file.clocks[main] {
            add("time-average", clock.workdaysUsed(through: clock.endedAt?.day ?? day, in: calendar), file)
        }
    }

    private mutating func ended(on day: Day, _ file: CaseFile, _ definition: Definition) {
        if definition.plans.contains(where: { !$0.children.isEmpty }) {
            add("bundle-members", file.children.count { $0.caseID != nil }, file)
        }
        guard definition.takesApplications else { return }
        add("ended", nil, file)
        add("days-from-filing", day.number - file.header.filed.day.number, file)
        for share in ["withdrawn-share", "deficient-share", "granted-share"] { add(share + "/of", nil, file) }
        if file.outcome == "withdrawn" { add("withdrawn-share", nil, file) }
        if file.happened["deficiency_told"] != nil { add("deficient-share", nil, file) }
        if file.happened["granted"] != nil { add("granted-share", nil, file) }
        let main = definition.plan(ofVariant: file.header.variant)?.mainClock ?? ""
        let runs = [file.clocks[main]].compactMap { $0 } + file.earlierRuns.filter { $0.clock == main }
        guard !runs.isEmpty else { return }
        add("on-time/of", nil, file)
        let isLate = runs.contains { $0.missedAt != nil || $0.expiredAt != nil }
        add(isLate ? "overrun" : "on-time", nil, file)
    }
}
