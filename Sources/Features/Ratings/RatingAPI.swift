import Hummingbird
import Values
import Web

/// The interface for connected systems about ratings (接口：好差评).
struct RatingAPI: Sendable {
    let reading: RatingReadingDesk
    private var desk: RatingDesk { reading.desk }

    func add(to table: inout RouteTable) {
        table.question("/api/v1/ratings", .readByInterface, list)
        table.command("/api/v1/ratings", .fileByInterface, upTo: .form, give)
        table.command("/api/v1/ratings/{rating}/further", .fileByInterface, upTo: .form, followUp)
        table.question("/api/v1/rating-measures", .readByInterface, measures)
        table.question("/api/v1/cases/{case}/rating-codes", .fileByInterface, codes)
    }

    // MARK: Reading

    /// Published ratings, the newest first; a position is a cursor.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let unit = query.text("unit")
        let service = query.text("service")
        let region = query.text("region")
        let grade = query.number("grade", from: 1, to: 5).flatMap { RatingGrade(number: $0) }
        if [unit, service, region].compactMap({ $0 }).count > 1 {
            query.add("unit", zh: "unit、service、region 最多给一个", en: "Give at most one of unit, service, region")
        }
        let paging = try query.paging()
        let scope: RatingScope =
            unit.map { .unit($0) } ?? service.map { .service($0) } ?? region.map { .region($0) } ?? .city
        let start = paging.position.flatMap { RatingCursor($0) }
        if paging.position != nil, start == nil { throw InterfacePaging.wrongCursor }
        let page = try await InterfacePage<RatingReadingDesk.Published>(
            limit: paging.limit, fits: { grade == nil || $0.row.grade == grade },
            next: { behind, limit in
                let before = behind.map { RatingCursor(at: $0.row.givenAt, id: $0.row.id) } ?? start
                return try await reading.published(scope, before: before, limit: limit)
            })
        let next = page.last.map { paging.cursor(behind: RatingCursor(at: $0.row.givenAt, id: $0.row.id).text) }
        return Reply.json(InterfaceJSON.page(page.rows.map { RatingAPI.json($0, on: visit.day) }, next: next))
    }

    private static func json(_ published: RatingReadingDesk.Published, on day: Day) -> JSON {
        let row = published.row
        return [
            "id": .text(row.id), "service": .text(row.service), "item": InterfaceJSON.optional(row.item),
            "region": .text(row.region), "unit": .text(row.unit), "channel": .text(row.channel),
            "occasion": .text(row.occasion.rawValue), "grade": InterfaceJSON.number(row.grade.number),
            "first_grade": InterfaceJSON.number(row.first.number), "named": .bool(row.isNamed),
            "aspects": InterfaceJSON.texts(row.aspects), "words": InterfaceJSON.optional(published.words),
            "given_at": .text(row.givenAt.description), "followed_at": InterfaceJSON.optional(row.followedAt),
            "correction": published.correction.map { correction in
                [
                    "case": .text(correction.caseID), "due": InterfaceJSON.optional(correction.due),
                    "overdue": .bool(correction.isOverdue(on: day)),
                    "corrected_at": InterfaceJSON.optional(correction.correctedAt),
                    "called_back_at": InterfaceJSON.optional(correction.calledAt),
                    "closed_at": InterfaceJSON.optional(correction.closedAt),
                    "excluded": .bool(correction.isExcluded),
                ]
            } ?? .null,
        ]
    }

    @Sendable private func measures(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        func month(_ name: String, _ usual: Month) -> Month {
            guard let text = query.text(name) else { return usual }
            if let month = Month(text) { return month }
            query.add(name, zh: "\(name) 应为月份，例如 2026-03", en: "`\(name)` is a month such as 2026-03")
            return usual
        }
        let first = month("from", Month(visit.day.adding(months: -11)))
        let last = month("to", Month(visit.day))
        let region = query.text("region")
        if last < first { query.add("to", zh: "to 不能早于 from", en: "`to` must not lie before `from`") }
        try query.check()
        let territory = desk.parts.territory.current
        if let region, territory.regions[region] == nil {
            throw Failure.notFound(Wording(zh: "没有这个区划", en: "There is no such region"))
        }
        let isCity = region == nil || region == territory.root?.id
        let measures = try await reading.measures(
            region: isCity ? nil : region, months: first.ratingMonth...last.ratingMonth)
        let figures = measures.figures
        return Reply.json([
            "from": .text(first.text), "to": .text(last.text), "region": InterfaceJSON.optional(region),
            "items": RatingAPI.json(measures.items), "subjects": RatingAPI.json(measures.subjects),
            "channels": RatingAPI.json(measures.channels), "correction": RatingAPI.json(measures.correction),
            "call_back": RatingAPI.json(measures.callBack), "satisfaction": RatingAPI.json(measures.satisfaction),
            "participation": RatingAPI.json(measures.participation),
            "excluded": InterfaceJSON.number(figures.excluded),
            "grades": .map(
                Dictionary(
                    uniqueKeysWithValues: RatingGrade.allCases.map {
                        (String($0.number), InterfaceJSON.number(figures.rated($0)))
                    })),
        ])
    }

    /// The rate in hundredths of a per cent, or null of nothing.
    private static func json(_ rate: RatingRate) -> JSON {
        [
            "numerator": InterfaceJSON.number(rate.part), "denominator": InterfaceJSON.number(rate.whole),
            "hundredths_of_percent": InterfaceJSON.optional(rate.hundredths),
        ]
    }

    /// The codes of a case, for the receipts and devices of the system that files.
    @Sendable private func codes(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let id: Draft.ID = try visit.identifier("case")
        let opened = try await desk.opened(case: id.text, on: visit.day)
        if opened.isEmpty { throw Failure.notFound(RatingWords.nothingToRate) }
        return Reply.json([
            "items": .list(
                opened.map { one in
                    [
                        "rating": .text(one.service.rating), "occasion": .text(one.service.occasion.rawValue),
                        "code": .text(one.code), "happened_at": InterfaceJSON.optional(one.service.happenedAt),
                        "state": .text(one.state(on: visit.day).text),
                    ]
                })
        ])
    }

    // MARK: Saying

    @Sendable private func give(_ visit: Visit) async throws -> Response {
        // What the request lacks is told before what it asks for is looked up.
        let acting = try acting(visit, "ratings/give")
        var reading = InterfaceReading(try visit.json())
        let code = reading.neededText("code")
        let content = RatingAPI.content(&reading)
        try reading.check()
        let opened = try await desk.opened(code: code, on: visit.day)
        let done = try await desk.give(content, of: opened, by: nil, acting)
        return try reply(done)
    }

    @Sendable private func followUp(_ visit: Visit) async throws -> Response {
        let acting = try acting(visit, "ratings/follow-up")
        var reading = InterfaceReading(try visit.json())
        let code = reading.neededText("code")
        let content = RatingAPI.content(&reading)
        try reading.check()
        let opened = try await desk.opened(code: code, on: visit.day)
        // The code is the right to rate, so a rating is not found under another's.
        guard opened.service.rating == visit.parameter("rating") else { throw RatingDesk.missing }
        let done = try await desk.followUp(content, of: opened, in: nil, by: nil, acting)
        return try reply(done)
    }

    private func acting(_ visit: Visit, _ verb: String) throws(Failure) -> AccountActing {
        let key = try visit.commandKey(verb)
        return AccountActing(actor: RatingEvents.rater, moment: visit.moment, entropy: visit.entropy, key: key)
    }

    private func reply(_ done: Done) throws -> Response {
        let json: JSON = ["rating": done.result["rating"] ?? .null]
        var response = Reply.json(json, status: .created)
        if done.isRepeated { response.headers[CaseAPI.replayed] = "true" }
        return response
    }

    private static func content(_ reading: inout InterfaceReading) -> RatingContent {
        let number = reading.number("grade")
        let grade = number.flatMap { RatingGrade(number: $0) }
        if number != nil, grade == nil {
            reading.add("grade", zh: "grade 应为 1 到 5", en: "`grade` is a whole number from 1 to 5")
        }
        if number == nil { reading.add("grade", zh: "缺少 grade", en: "`grade` is missing") }
        var content = RatingContent(grade: grade)
        content.aspects = reading.texts("aspects")
        content.words = reading.text("words") ?? ""
        content.name = reading.text("name") ?? ""
        content.phone = reading.text("phone") ?? ""
        content.isNamed = !content.name.isEmpty || !content.phone.isEmpty
        let publish = reading.value("publish")
        if publish != nil, publish?.bool == nil {
            reading.add("publish", zh: "publish 应为 true 或 false", en: "`publish` is true or false")
        }
        content.mayPublish = publish?.bool ?? false
        return content
    }
}
