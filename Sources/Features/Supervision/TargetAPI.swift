import Definitions
import Hummingbird
import Storage
import Values
import Web

/// The interface for connected systems about figures of documents: what measures each, how it stands, and the cases
/// behind a metric (接口：目标绑定、穿透到件).
struct TargetAPI: Sendable {
    let desk: TargetDesk
    let posts: PostDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/targets", .readByInterface, list)
        table.question("/api/v1/targets/{document}/{task}/{place}", .readByInterface, show)
        table.command("/api/v1/targets/{document}/{task}/{place}/binding", .decideByInterface, upTo: .form, bind)
        table.question("/api/v1/metrics/{metric}/cases", .readByInterface, cases)
    }

    /// In the order of documents and places.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let document = query.text("document")
        let paging = try query.paging()
        let start = paging.position.flatMap { MandateStore.TargetCursor($0) }
        if paging.position != nil, start == nil { throw InterfacePaging.wrongCursor }
        let (found, next) = try await desk.targets(
            of: document, after: start, limit: paging.limit, isBoundOnly: false, on: visit.day)
        return Reply.json(
            InterfaceJSON.page(
                found.map { .map(TargetAPI.json($0)) }, next: next.map { paging.cursor(behind: $0.text) }))
    }

    private func id(_ visit: Visit) -> String {
        ["document", "task", "place"].map { visit.parameter($0) }.joined(separator: "/")
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        return try await reply(id(visit), visit)
    }

    private func reply(_ id: String, _ visit: Visit) async throws -> Response {
        let one = try await desk.target(id, on: visit.day)
        var map = TargetAPI.json(one)
        map["history"] = .list(try await desk.history(of: id).map { TargetAPI.json($0) })
        return Reply.json(.map(map))
    }

    /// Confirms the proposal or another metric, or rejects it with a reason; from a supervisor's post.
    @Sendable private func bind(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let acting = try visit.acting("targets/bind")
        var body = InterfaceReading(try visit.json())
        let post: Post.ID? = body.identifier("post")
        let (metric, region, service) = (body.text("metric"), body.text("region"), body.text("service"))
        let because = body.text("because")
        let seen = body.number("revision")
        if post == nil { body.add("post", zh: "缺少 post", en: "`post` is missing") }
        let why = because.flatMap { TargetBinding.Unmeasured(rawValue: $0) }
        if because != nil, why == nil {
            body.add(
                "because", zh: "应为 no_record、other_system 或 unclear",
                en: "Expected is no_record, other_system or unclear")
        }
        if (metric == nil) == (because == nil) {
            body.add("metric", zh: "metric 和 because 二选一", en: "Give either `metric` or `because`")
        }
        if region != nil, metric == nil {
            body.add("region", zh: "region 只随 metric", en: "`region` goes with `metric`")
        }
        if service != nil, metric == nil {
            body.add("service", zh: "service 只随 metric", en: "`service` goes with `metric`")
        }
        try body.check()
        let choice: TargetBinding.Choice?
        if let metric {
            choice = .metric(metric, TargetBinding.MetricScope(region: region, service: service))
        } else {
            choice = why.map { TargetBinding.Choice.unmeasured($0) }
        }
        guard let post, let choice else { throw Failure.problems([TargetWords.chooseMetric]) }
        let held = try await posts.held(post, at: visit.moment)
        guard Permissions.allows(.bindTargets, to: .officer(held.role)) else {
            throw Failure.forbidden(TargetWords.wrongPost)
        }
        let target = id(visit)
        try await desk.bind(
            target, to: choice, seen: seen ?? 0, from: held.region, for: .post(held.id.text), acting)
        return try await reply(target, visit)
    }

    // MARK: Cases

    @Sendable private func cases(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let show = query.choice("show", of: MetricCaseDesk.Show.self) ?? .all
        let question = try BoardAPI(desk: desk.board).question(&query, on: visit.day, isPaged: true)
        let paging = try query.paging()
        let one = try await desk.board.measured(visit.parameter("metric"), question, on: visit.day)
        let found = try await MetricCaseDesk(board: desk.board).cases(
            of: one.metric, question, show: show, before: paging.position, limit: paging.limit)
        return Reply.json(
            InterfaceJSON.page(
                found.cases.map { TargetAPI.json($0) }, next: found.next.map { paging.cursor(behind: $0) }))
    }

    // MARK: Writing

    private static func json(_ counted: MetricCaseDesk.Counted) -> JSON {
        let against: JSON = counted.isAgainst.map { .bool($0) } ?? .null
        return [
            "case": .text(counted.caseID), "service": .text(counted.service), "unit": .text(counted.unit),
            "region": .text(counted.region), "day": .text(counted.day.description),
            "value": InterfaceJSON.optional(counted.value), "in_numerator": .bool(counted.isInPart),
            "against": against,
        ]
    }

    private static func json(_ binding: TargetBinding) -> JSON {
        var (metric, because): (String?, String?) = (nil, nil)
        var scope: TargetBinding.MetricScope?
        switch binding.choice {
        case .metric(let id, let over): (metric, scope) = (id, over)
        case .unmeasured(let why): because = why.rawValue
        }
        return [
            "metric": InterfaceJSON.optional(metric), "region": InterfaceJSON.optional(scope?.region),
            "service": InterfaceJSON.optional(scope?.service),
            "because": InterfaceJSON.optional(because), "revision": InterfaceJSON.number(binding.revision),
            "bound_at": .text(binding.boundAt.description),
        ]
    }

    private static func json(_ one: TargetDesk.Bound) -> [String: JSON] {
        let target = one.target
        var map: [String: JSON] = [
            "id": .text(target.id), "document": .text(target.document),
            "number": InterfaceJSON.optional(target.documentNumber), "title": .text(target.documentTitle),
            "region": .text(target.region), "task": .text(target.task), "task_title": .text(target.taskTitle),
            "sentence": .text(target.sentence), "raw": .text(target.raw), "what": .text(target.what),
            "comparator": .text(target.comparator.rawValue), "value": .text(target.value.description),
            "unit": .text(target.unit), "soft": .bool(target.isSoft), "due": .text(target.due.description),
        ]
        map["lead_units"] = InterfaceJSON.texts(target.leadUnits)
        map["support_units"] = InterfaceJSON.texts(target.supportUnits)
        map["accepted_at"] = .text(target.acceptedAt.description)
        map["proposal"] = InterfaceJSON.optional(one.proposal?.metric.id)
        map["proposed_service"] = InterfaceJSON.optional(one.proposal?.service)
        map["binding"] = one.binding.map { json($0) } ?? .null
        map["measured"] = BoardAPI.json(one.measured?.value)
        map["state"] = InterfaceJSON.optional(one.measured?.state?.text)
        return map
    }
}

extension MandateStore.TargetCursor {
    /// `DOCUMENT.TASKPLACE.PLACE`.
    var text: String { "\(document).\(taskPlace).\(place)" }

    /// Reads what `text` wrote; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ".").map(String.init)
        guard parts.count == 3, parts[0].count == 26, let task = Int(parts[1]), let place = Int(parts[2]) else {
            return nil
        }
        self.init(document: parts[0], taskPlace: task, place: place)
    }
}
