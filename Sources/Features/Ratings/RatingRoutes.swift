import Documents
import Hummingbird
import Values
import Web

/// The public pages of ratings: by a code, from one's own case, and what was published.
struct RatingRoutes: Sendable {
    let desk: RatingDesk
    let reading: RatingReadingDesk

    func add(to table: inout RouteTable) {
        table.page("/rate", .readPublicPages, enter)
        table.page("/rate/{code}", .rateService, show)
        table.form("/rate/{code}", .rateService, upTo: .form, give)
        table.form("/rate/{code}/again", .rateService, upTo: .form, followUp)
        table.page("/cases/{case}/rating", .readOwnCases, showCodes)
        table.page("/open/ratings", .readPublicPages, showPublished)
    }

    private func refresh() async throws {
        try await desk.parts.territory.refreshIfOld()
        try await desk.parts.catalogue.refreshIfOld()
    }

    // MARK: By a code

    @Sendable private func enter(_ visit: Visit) async throws -> Response {
        let typed = try visit.query().filled("code") ?? ""
        if typed.isEmpty { return visit.page(RatingEntryPage(typed: "", problem: nil).page(for: visit.reader)) }
        if let code = RatingCode.reading(typed), (try? await desk.opened(code: code, on: visit.day)) != nil {
            return Reply.see(RatePage.link(code))
        }
        let page = RatingEntryPage(typed: String(typed.prefix(100)), problem: RatingWords.missing)
        return visit.page(page.page(for: visit.reader), status: .notFound)
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try await refresh()
        let opened = try await desk.opened(code: visit.parameter("code"), on: visit.day)
        let isNews = try visit.query()["done"] != nil && opened.rating != nil
        return try await page(
            visit, opened, Again(news: isNews ? (.ok, RatingWords.thanks(opened.rating?.further != nil)) : nil),
            status: .ok)
    }

    /// What a page shows again after it was sent.
    private struct Again {
        var typed: RatingContent?
        var problems: [Problem] = []
        var news: (Tone, Wording)?
    }

    private func page(
        _ visit: Visit, _ opened: RatingDesk.Opened, _ again: Again, status: HTTPResponse.Status
    ) async throws -> Response {
        let page = RatePage(
            opened: opened, state: opened.state(on: visit.day), aspects: try await desk.aspects(on: visit.day),
            typed: again.typed, problems: again.problems, news: again.news.map { (tone: $0.0, text: $0.1) },
            today: visit.day)
        return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
    }

    // MARK: Saying

    @Sendable private func give(_ visit: Visit) async throws -> Response {
        try await say(visit) { content, opened, person, acting in
            try await desk.give(content, of: opened, by: person, acting)
        }
    }

    @Sendable private func followUp(_ visit: Visit) async throws -> Response {
        try await say(visit) { content, opened, person, acting in
            try await desk.followUp(content, of: opened, in: nil, by: person, acting)
        }
    }

    private func say(
        _ visit: Visit,
        _ deed: (RatingContent, RatingDesk.Opened, Person.ID?, AccountActing) async throws -> Done
    ) async throws -> Response {
        try await refresh()
        let opened = try await desk.opened(code: visit.parameter("code"), on: visit.day)
        let content = RatingRoutes.content(visit.form)
        do {
            let acting = try acting(visit, content, for: opened)
            _ = try await deed(content, opened, try await person(visit, in: opened), acting)
            return Reply.see(RatePage.link(opened.code).with([("done", "1")]))
        } catch Failure.problems(let problems) {
            return try await page(
                visit, opened, Again(typed: content, problems: problems), status: .unprocessableContent)
        } catch Failure.conflict(_, let sentence, _) {
            // Nothing that was typed is lost: where a further rating is possible, its form holds it.
            let now = try await desk.opened(code: opened.code, on: visit.day)
            return try await page(
                visit, now, Again(typed: content, news: (.warn, sentence)), status: .conflict)
        }
    }

    static func content(_ form: FormInput) -> RatingContent {
        var content = RatingContent(grade: form["grade"].flatMap { Int($0) }.flatMap { RatingGrade(number: $0) })
        content.aspects = form.all("aspects").filter { !$0.isEmpty }
        content.words = form["words"] ?? ""
        content.isNamed = form.isTrue("named")
        content.name = form["name"] ?? ""
        content.phone = form["phone"] ?? ""
        content.mayPublish = form.isTrue("publish")
        return content
    }

    /// Under the rater's common name also in the rows that remember commands: they must not tell who rated.
    private func acting(
        _ visit: Visit, _ content: RatingContent, for opened: RatingDesk.Opened
    ) throws(Failure) -> AccountActing {
        guard let sent = visit.form.key, (1...200).contains(sent.utf8.count) else {
            throw Failure.problems([RatingWords.keyMissing])
        }
        let key = CommandKey(
            actor: RatingEvents.rater, verb: "ratings/say", clientKey: opened.service.rating + "/" + sent,
            request: content.json.canonical)
        return AccountActing(actor: RatingEvents.rater, moment: visit.moment, entropy: visit.entropy, key: key)
    }

    /// Who is signed in and stands in the case; only a rating with a name records it.
    private func person(_ visit: Visit, in opened: RatingDesk.Opened) async throws -> Person.ID? {
        guard let session = visit.visitor.session, session.post == nil else { return nil }
        let isParty = try? await ApplicantDesk(cases: desk.cases).permitted(
            opened.service.caseID, session, at: visit.moment)
        return isParty == nil ? nil : session.person.id
    }

    // MARK: From one's own case

    @Sendable private func showCodes(_ visit: Visit) async throws -> Response {
        try await refresh()
        let id: Draft.ID = try visit.identifier("case")
        let opened = try await desk.opened(case: id.text, by: try visit.session(), at: visit.moment)
        let page = RatingCodesPage(codes: RatingRoutes.codes(opened, on: visit), isWindow: false)
        return visit.page(page.page(for: visit.reader, caseID: id.text))
    }

    /// A code that points to this site.
    static func codes(_ opened: [RatingDesk.Opened], on visit: Visit) -> [RatingCodesPage.Code] {
        opened.compactMap { one in
            let address = "https://\(visit.site.identity.domain)\(RatePage.link(one.code).text)"
            guard let code = QRCode(address, correction: .quartile) else { return nil }
            return RatingCodesPage.Code(
                opened: one, state: one.state(on: visit.day), path: code.path, side: code.viewBoxSide)
        }
    }

    // MARK: Published

    @Sendable private func showPublished(_ visit: Visit) async throws -> Response {
        try await refresh()
        let query = try visit.query()
        var scope = RatingScope.city
        var name: String?
        if let unit = query.filled("unit") {
            scope = .unit(String(unit.prefix(100)))
            name = reading.unitName(String(unit.prefix(100)))
        } else if let service = query.filled("service") {
            scope = .service(String(service.prefix(100)))
            name = try await reading.serviceName(String(service.prefix(100)), on: visit.day)[visit.language]
        }
        let before = query.filled("before").flatMap { RatingCursor($0) }
        let rows = try await reading.published(scope, before: before, limit: OpenRatingsPage.length + 1)
        let shown = Array(rows.prefix(OpenRatingsPage.length))
        let months = visit.day.adding(months: -11).ratingMonth...visit.day.ratingMonth
        let page = OpenRatingsPage(
            scope: scope, name: name, figures: try await reading.figures(scope, months: months), rows: shown,
            aspects: try await desk.aspects(on: visit.day),
            next: rows.count > shown.count
                ? shown.last.map { RatingCursor(at: $0.row.givenAt, id: $0.row.id) } : nil,
            isFirst: before == nil, today: visit.day)
        return visit.page(page.page(for: visit.reader))
    }
}
