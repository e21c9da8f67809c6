import Casework
import Definitions
import Testing
import Values

@testable import Features

/// What single events add to the sums, with the metrics of the repository.
@Suite struct MetricStepTests {
    private static let calendar = WorkCalendar(
        years: [.init(year: 2026, notice: "", off: [], work: [])], version: "1")
    private static let kind = MetricCase.Kind(mainClock: "decide", isApplication: true, isBundle: false)

    private static func book() throws -> MetricBook {
        let library = Library(
            texts: try PlatformSample.texts(below: "Services").merging(PlatformSample.texts(below: "Territory")) { $1 })
        return try MetricBook.reading(library.metricDocument)
    }

    private static func event(
        _ version: Int, _ kind: CaseEventKind, on day: Day, at recorded: Day? = nil, _ open: [String: JSON]
    ) -> PastEvent {
        let body = EventBody(
            kind: kind.rawValue, schema: 1, effective: .instant(Moment(day, hour: 9)), actor: .platform, actingFor: nil,
            channel: "window", ground: nil, open: open, sealed: [:])
        return PastEvent(
            stream: "01KE4VS900Q6KP1A98PV340EE2", version: version, at: Moment(recorded ?? day, hour: 10), body: body,
            isErased: false)
    }

    /// A water connection that took from the 2nd to the 18th of March, stopped from the 9th to the 10th.
    private static var connection: [PastEvent] {
        [
            event(
                1, .opened, on: Day(2026, 3, 2),
                [
                    "service": "water-connection", "procedure": "request", "variant": "new", "definition": "x",
                    "region": "wansheng", "unit": "wansheng-water", "track": "ordinary", "opened_by": "applicant",
                    "facts": ["pipe_diameter": 50],
                    "evidence": [["need": "a", "source": "upload"], ["need": "b", "source": "certificate"]],
                ]),
            event(
                2, .clockStarted, on: Day(2026, 3, 2),
                ["clock": "decide", "as_of": "2026-03-02", "from": "2026-03-02T09:00:00", "promised": "9 workdays"]),
            event(3, .clockStopped, on: Day(2026, 3, 9), ["clock": "decide", "while": "test", "from": "2026-03-09"]),
            event(4, .clockResumed, on: Day(2026, 3, 10), ["clock": "decide", "while": "test", "to": "2026-03-10"]),
            event(5, .clockMissed, on: Day(2026, 3, 17), ["clock": "decide"]),
            event(6, .acted, on: Day(2026, 3, 18), ["event": "granted", "outcome": "granted", "issues": "water"]),
            event(7, .stageEntered, on: Day(2026, 3, 18), ["stage": "closed", "final": true]),
        ]
    }

    private static func counted(_ events: [PastEvent]) throws -> (MetricStep, MetricBook) {
        let book = try book()
        var step = MetricStep(MetricListening(book), calendar: calendar)
        for event in events {
            if event.version == 1 { step.open(event, kind) } else { step.goOn(event) }
        }
        return (step, book)
    }

    private static func sum(_ step: MetricStep) -> MetricFigures {
        step.counter.cells.values.reduce(into: MetricFigures()) { $0.add($1) }
    }

    @Test func `a case adds what it took, without stopped days, on the day on which it happened`() throws {
        let (step, book) = try Self.counted(Self.connection)
        let figures = Self.sum(step)
        func value(_ id: String) throws -> String? { try #require(book.metric(id)).value(of: figures)?.text }
        // From the 3rd to the 18th are twelve workdays, two of them stopped.
        #expect(try value("water-new-time") == "10")
        #expect(try value("time-against-promise") == "111.11")
        #expect(try value("on-time") == "0")
        #expect(try value("overrun") == "1")
        #expect(try value("uploads-average") == "1")
        #expect(try value("zero-material-share") == "0")
        #expect(try value("evidence-certificate-share") == "50")
        #expect(try value("certificates-issued") == "1")
        #expect(try value("days-from-filing") == "16")
        #expect(try value("bad-share") == nil)
        let days = Set(step.counter.cells.filter { !$0.value.isEmpty }.keys.map(\.day))
        #expect(days == [Day(2026, 3, 2), Day(2026, 3, 18)])
        #expect(step.cases.isEmpty && step.touched.count == 1)
        let fault = try #require(step.counter.faults.values.first { $0.metric == "water-new-time" })
        #expect(fault.value == 10 && fault.cell.region == "wansheng")
    }

    @Test func `a correction takes back what was counted, on its own day, and counts anew`() throws {
        let correction = Self.event(
            8, .corrected, on: Day(2026, 4, 20), at: Day(2026, 4, 20), ["version": 1, "facts": ["pipe_diameter": 150]])
        let past = Self.connection + [correction]
        let book = try Self.book()
        let water = try #require(book.metric("water-new-time")?.part)
        var step = MetricStep(MetricListening(book), calendar: Self.calendar)
        step.recount(past, Self.kind, through: correction)
        let changed = step.counter.cells.filter { !$0.value.isEmpty }
        #expect(changed.count == 1)
        let cell = try #require(changed.first)
        #expect(cell.key.day == Day(2026, 3, 18) && cell.key.posted == Day(2026, 4, 20))
        #expect(cell.value.values(of: water.key).first?.times == -1)
        #expect(step.noFaults.map(\.metric).contains("water-new-time"))
        #expect(!step.counter.faults.keys.contains { $0.metric == "water-new-time" })
        var (first, _) = try Self.counted(Self.connection)
        for (cell, figures) in step.counter.cells { first.counter.add(figures, at: cell) }
        #expect(Self.sum(first).values(of: water.key).isEmpty)
    }

    @Test func `the state of an open case is read back as it was written`() throws {
        let (step, _) = try Self.counted(Array(Self.connection.prefix(4)))
        let file = try #require(step.cases.values.first)
        #expect(MetricCase(text: file.text) == file)
        #expect(MetricCase(text: "{}") == nil && MetricCase(text: "x") == nil)
        #expect(file.text.utf8.count < 600, "\(file.text)")
    }

    @Test func `at least forty metrics are measured here, and none reads a sealed value`() throws {
        let book = try Self.book()
        #expect(book.metrics.count { $0.elsewhere == nil } >= 40)
        #expect(book.metrics.count { $0.isCounted } >= 40)
        #expect(book.metrics.filter { $0.target != nil && $0.elsewhere == nil }.count >= 15)
        #expect(!book.facts.keys.contains { $0.hasPrefix("person.") })
    }
}

/// Figures, and what they say of a promise.
@Suite struct MetricValueTests {
    private func metric(_ take: String, _ target: String, of isShare: Bool) throws -> Metric {
        let whole: JSON = isShare ? ["what": "case"] : .null
        var json: [String: JSON] = [
            "name": ["zh": "甲", "en": "A"], "take": .text(take), "what": "filing", "value": "days",
            "unit": isShare ? "%" : "天",
            "target": [
                "policy": "x", "article": "1", "sentence": "s", "at_most": .number(Int64(target) ?? 0),
                "by_date": "2026-06-30",
            ],
        ]
        if isShare { json["of"] = whole }
        if take == "count" { json["value"] = nil }
        let document: JSON = ["metrics": ["m": .map(json)], "clocks": [], "events": [], "facts": [:]]
        return try #require(MetricBook.reading(document).metric("m"))
    }

    private func figures(_ metric: Metric, _ values: [(Int, Int)], of whole: Int = 0) -> MetricFigures {
        var figures = MetricFigures()
        for (value, times) in values { figures.add(times, metric.part?.key ?? "", value) }
        if let key = metric.whole?.key { figures.add(whole, key, nil) }
        return figures
    }

    @Test func `average, median, longest and shares come from the same buckets`() throws {
        let values = [(1, 3), (4, 1), (10, 2)]
        let average = try metric("average", "3", of: false)
        #expect(average.value(of: figures(average, values))?.text == "4.5")
        let median = try metric("median", "3", of: false)
        #expect(median.value(of: figures(median, values))?.text == "2.5")
        let longest = try metric("max", "3", of: false)
        #expect(longest.value(of: figures(longest, values))?.text == "10")
        let share = try metric("share", "3", of: true)
        #expect(share.value(of: figures(share, [(1, 1)], of: 3))?.text == "33.33")
        #expect(share.value(of: MetricFigures()) == nil)
        #expect(try metric("count", "3", of: false).value(of: MetricFigures())?.text == "0")
        #expect(MetricFigures(text: "a#5=-2 a=1", only: nil).text == "a=1 a#5=-2")
    }

    @Test func `a promise is kept, at risk, broken, not yet due, or cannot be measured`() throws {
        let metric = try metric("average", "3", of: false)
        func value(_ number: Int) -> MetricValue { MetricValue(part: number, whole: 1, counted: 1) }
        func state(_ whole: Int?, _ last: Int?, _ day: Day) -> String? {
            PromiseState.of(
                metric, value: whole.map { value($0) },
                months: [(202601, value(1)), (202602, last.map { value($0) })], on: day
            )?.text
        }
        let (early, late) = (Day(2026, 3, 1), Day(2026, 7, 1))
        #expect(state(3, 3, late) == "kept")
        #expect(state(3, 4, late) == "at_risk")
        #expect(state(3, nil, late) == "kept")
        #expect(state(4, 4, late) == "broken")
        #expect(state(4, 4, early) == "not_yet_due")
        #expect(state(nil, nil, late) == "not_measurable")
    }
}
