import Testing
import Values
import Web

@testable import Features

/// The pages of ratings as they are stored, in both languages.
@Suite struct RatingPageTests {
    private let now = Moment(2026, 3, 2, hour: 9, minute: 15)
    private let day = Day(2026, 3, 2)

    private func reader(_ language: Language) -> Reader {
        Reader(
            language: language, display: .standard, name: nil, moment: now, here: "/rate", formToken: "0123456789abcdef"
        )
    }

    private var service: RatedService {
        RatedService(
            rating: "01KE4VS900Q6KP1A98PV340EE2", caseID: "01KE4VS900Q6KP1A98PV340EE3", occasion: .outcome,
            service: "company-seal", item: "company-seal", region: "yuzhong", unit: "yuzhong-market",
            channel: "window", happenedAt: now)
    }

    private func opened(_ rating: Rating?) -> RatingDesk.Opened {
        RatingDesk.Opened(
            service: service, serviceName: Wording(zh: "公章刻制备案", en: "Company seal"), unitName: "市场监管局<b>",
            code: "0123456789ABCDEF", rating: rating, correction: nil,
            limits: RatingLimits(firstInDays: 90, furtherInDays: 90), history: [], saved: .none)
    }

    private func given(_ grade: RatingGrade) -> Rating? {
        var content = RatingContent(grade: grade)
        content.words = "等了<很久>"
        content.mayPublish = true
        let body = RatingEvents.given(content, grade, of: service, by: RatingEvents.rater, at: now)
        return Rating(folding: [
            PastEvent(stream: service.rating, version: 1, at: now, body: body, isErased: false)
        ])
    }

    private var correction: RatingCorrection {
        RatingCorrection(
            caseID: "01KE4VS900Q6KP1A98PV340EE4", rating: service.rating, region: "yuzhong", unit: "yuzhong-market",
            service: "company-seal", channel: "window", grade: .bad, isNamed: true, openedAt: now, month: 202603,
            due: Day(2026, 2, 27), contactedAt: nil, correctedAt: nil, calledAt: nil, closedAt: nil,
            isExcluded: false)
    }

    @Test(arguments: Language.allCases) func `the page to rate is as stored`(language: Language) throws {
        var typed = RatingContent(grade: nil)
        typed.words = "<script>"
        let page = RatePage(
            opened: opened(nil), state: .open(until: day), aspects: [], typed: typed,
            problems: [Problem(place: "grade", message: RatingWords.noGrade, remedy: RatingWords.noGrade)], news: nil,
            today: day)
        try expectShown(
            page.page(for: reader(language), key: "key").html(on: .accountSample, for: reader(language)),
            "rate.\(language.rawValue)")
    }

    @Test(arguments: Language.allCases) func `the page of thanks is as stored`(language: Language) throws {
        let page = RatePage(
            opened: opened(given(.good)), state: .rated(furtherUntil: day), aspects: [], typed: nil, problems: [],
            news: (.ok, RatingWords.thanks(false)), today: day)
        try expectShown(
            page.page(for: reader(language), key: "key").html(on: .accountSample, for: reader(language)),
            "rated.\(language.rawValue)")
    }

    @Test(arguments: Language.allCases) func `published ratings and measures are as stored`(language: Language) throws {
        let rating = try #require(given(.bad))
        let row = RatingReadingDesk.Published(
            row: RatingRow(rating, id: service.rating), serviceName: Wording(zh: "公章刻制备案", en: "Company seal"),
            unitName: "市场监管局<b>", words: "等了<很久>", correction: correction)
        let open = OpenRatingsPage(
            scope: .unit("yuzhong-market"), name: "市场监管局<b>", figures: RatingFigures(), rows: [row], aspects: [],
            next: RatingCursor(at: now, id: service.rating), isFirst: false, today: day)
        try expectShown(
            open.page(for: reader(language)).html(on: .accountSample, for: reader(language)),
            "ratings-open.\(language.rawValue)")
        var figures = RatingFigures()
        figures.add(3, .handled)
        figures.add(2, .open)
        let measures = MeasuresPage(
            measures: RatingMeasures(figures: figures, parts: [.channel: ["hotline": figures]]),
            placeName: Wording(zh: "渝中区", en: "Yuzhong"), first: Month(day), last: Month(day),
            gapNames: [.channel: [RatingWords.channel("hotline")]], lag: 2)
        try expectShown(measures.body(in: language), "measures.\(language.rawValue)")
        let listed = RatingReadingDesk.Listed(
            correction: correction, serviceName: row.serviceName, unitName: row.unitName,
            duties: [
                RatingReadingDesk.Duty(
                    task: "verify", name: Wording(zh: "核实", en: "Verify"), unitName: "行政服务中心", role: .supervisor,
                    names: ["蒋*"])
            ])
        let corrections = CorrectionsPage(view: .open, rows: [listed], next: nil, isFirst: true, today: day)
        try expectShown(corrections.body(in: language), "corrections.\(language.rawValue)")
    }
}

/// Compares what stands in `main`, or a staff page's own part, with what is stored.
private func expectShown(_ html: HTML, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expectStored(mainPart(of: html.text), name, beside: #filePath, sourceLocation: sourceLocation)
}
