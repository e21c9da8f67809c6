import Definitions
import Hummingbird
import Values
import Web

/// The interface for connected systems about metrics and promises (接口：指标与承诺).
struct BoardAPI: Sendable {
    let desk: BoardDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/metrics", .readByInterface, list)
        table.question("/api/v1/metrics/{metric}", .readByInterface, one)
    }

    /// - Parameter isPaged: the parameters of pages are read, and everything checked, afterwards.
    func question(_ query: inout InterfaceQuery, on day: Day, isPaged: Bool) throws -> BoardDesk.Question {
        func month(_ name: String, _ usual: Month?) -> Month? {
            guard let text = query.text(name) else { return usual }
            if let month = Month(text) { return month }
            query.add(name, zh: "\(name) 应为月份，例如 2026-03", en: "`\(name)` is a month such as 2026-03")
            return usual
        }
        let now = Month(day)
        let first = month("from", Month(day.adding(months: -11))) ?? now
        let last = month("to", now) ?? now
        let reported = month("reported", nil)
        let region = query.text("region")
        if last < first { query.add("to", zh: "to 不能早于 from", en: "`to` must not lie before `from`") }
        // Ten years of months are more than any report shows.
        if last.year - first.year > 10 { query.add("from", zh: "最多十年", en: "Ten years at most") }
        if !isPaged { try query.check() }
        if let region, desk.parts.territory.current.regions[region] == nil {
            throw Failure.notFound(BoardWords.noRegion)
        }
        return BoardDesk.Question(region: region, first: first, last: last, reported: reported)
    }

    @Sendable private func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let isPromised = query.flag("promised")
        let question = try question(&query, on: visit.day, isPaged: false)
        let measured = try await desk.measured(question, on: visit.day).filter { one in
            isPromised.map { (one.state != nil) == $0 } ?? true
        }
        let counted = try await desk.counted()
        return Reply.json([
            "from": .text(question.first.text), "to": .text(question.last.text),
            "counted": InterfaceJSON.number(counted.position), "lag": InterfaceJSON.number(counted.lag),
            "items": .list(measured.map { .map(BoardAPI.json($0)) }),
        ])
    }

    @Sendable private func one(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let question = try question(&query, on: visit.day, isPaged: false)
        let one = try await desk.measured(visit.parameter("metric"), question, on: visit.day)
        let counted = try await desk.counted()
        var json = BoardAPI.json(one)
        json["from"] = .text(question.first.text)
        json["to"] = .text(question.last.text)
        json["counted"] = InterfaceJSON.number(counted.position)
        json["lag"] = InterfaceJSON.number(counted.lag)
        json["months"] = .list(
            one.months.map { ["month": .text(BoardWords.month($0.month)), "value": BoardAPI.json($0.value)] })
        for dimension in [MetricDimension.unit, .region, .service, .channel] {
            let shares = try await desk.shares(of: one.metric, by: dimension, question, on: visit.day)
            json["by_" + dimension.rawValue] = .list(
                shares.map { share in
                    [
                        "id": .text(share.id), "name": InterfaceJSON.wording(share.name),
                        "value": BoardAPI.json(share.value),
                    ]
                })
        }
        return Reply.json(.map(json))
    }

    static func json(_ value: MetricValue?) -> JSON {
        guard let value else { return .null }
        return [
            "figure": .text(value.text), "numerator": InterfaceJSON.number(value.part),
            "denominator": InterfaceJSON.number(value.whole), "cases": InterfaceJSON.number(value.counted),
        ]
    }

    private static func json(_ one: BoardDesk.Measured) -> [String: JSON] {
        let metric = one.metric
        return [
            "id": .text(metric.id), "name": InterfaceJSON.wording(metric.name), "unit": .text(metric.unit),
            "take": .text(metric.take.rawValue), "region": InterfaceJSON.optional(one.region),
            "value": json(one.value), "state": one.state.map { .text($0.text) } ?? .null,
            "because": one.state.flatMap { BoardWords.why($0) }.map { InterfaceJSON.wording($0) } ?? .null,
            "target": metric.target.map { target in
                [
                    "comparison": .text(target.comparison.rawValue), "value": .text("\(target.value)"),
                    "from": InterfaceJSON.optional(target.from), "by_date": InterfaceJSON.optional(target.byDate),
                    "region": InterfaceJSON.optional(target.region), "policy": .text(target.policy),
                    "article": .text(target.article), "sentence": .text(target.sentence),
                    "clock_is_as_strict": one.strictness.map { .bool($0.isKept) } ?? .null,
                ]
            } ?? .null,
        ]
    }
}
