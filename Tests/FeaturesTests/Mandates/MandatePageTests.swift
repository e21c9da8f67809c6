import Testing
import Values
import Web

@testable import Features

/// The pages of policy documents and of the ledger as they are stored, in both languages.
@Suite struct MandatePageTests {
    private let now = Moment(2026, 3, 2, hour: 9, minute: 15)
    private let day = Day(2026, 3, 2)
    private static let id = "01KE4VS900Q6KP1A98PV340EE2"

    private func reader(_ language: Language) -> Reader {
        Reader(
            language: language, display: .standard, name: nil, moment: now, here: "/w/mandates",
            formToken: "0123456789abcdef")
    }

    /// The sample notice with a title that is markup, as it was imported.
    private func document(_ text: String = MandateSample.notice) throws -> (MandateDocument, KeptSource) {
        let source = try MandateSample.arrival(text.replacing("逐步减少排队", with: "逐步减少<b>排队</b>")).source
        let new = MandateEvents.Import(
            ledger: LedgerReader.read(source),
            file: MandateDocument.File(
                hash: String(repeating: "a", count: 64), name: "通知<1>.txt", sizeInBytes: 2000, upload: Self.id),
            source: "b", region: "yuzhong", replaces: nil)
        let body = MandateEvents.imported(new, by: .post("p"), at: now)
        let event = PastEvent(stream: Self.id, version: 1, at: now, body: body, isErased: false)
        return (try #require(MandateDocument(folding: [event])), KeptSource(source))
    }

    private let market = "yuzhong-market"

    /// Nobody is known by this name.
    private func open(_ unit: MandateLedger.Unit) -> MandateReview.Named {
        .init(printed: unit.name, units: [], ids: [], isGroup: unit.isGroup)
    }

    private func units() throws -> UnitReading {
        let library = try ReportSample.library.get()
        let territory = TerritoryMap(document: TerritoryDesk.document(of: library), version: "test")
        return UnitReading(territory: territory, aliases: [], region: "yuzhong", on: day)
    }

    private func reviews(_ document: MandateDocument, _ source: KeptSource) -> [MandateReview] {
        document.tasks.map { task in
            MandateReview(
                task: task,
                lines: source.excerpt(task.read.passage, around: 1).map {
                    .init(place: $0.place, stretches: $0.stretches)
                },
                doubts: MandateReviewDesk.doubts(about: task, in: document, source),
                lead: task.now.lead.map {
                    $0.isGroup
                        ? open($0) : .init(printed: $0.name, units: ["渝中区 \($0.name)"], ids: [market], isGroup: false)
                },
                support: task.now.support.map { open($0) }, named: [market, "yuzhong-labour"], assigned: [:],
                continues: nil, printedReports: nil)
        }
    }

    private func task(_ number: Int, _ part: SupervisedTask.Part, due: Day) -> SupervisedTask {
        var task = SupervisedTask(
            caseID: "01KE4VS900Q6KP1A98PV340EE\(number)", record: Self.id + "/1", parent: nil,
            document: "渝中府发〔2026〕9号", title: "压缩<时限>", part: part, region: "yuzhong", unit: "yuzhong-market",
            warnDays: 10, openedAt: now, reportEvery: .monthly, due: due, isMeasured: false)
        task.stage = "working"
        task.lastReport = Day(2026, 2, 1)
        (task.urged, task.criticised, task.openAppeals) = (1, 1, 1)
        return task
    }

    private func compare(_ html: HTML, _ name: String, _ language: Language) throws {
        try expectStored(html.text, "\(name).\(language.rawValue)", beside: #filePath, sourceLocation: #_sourceLocation)
    }

    @Test(arguments: Language.allCases) func `import and document are as stored`(language: Language) throws {
        let said = MandatePageWords.fileNeeded
        let upload = MandateUploadPage(
            isLaterVersion: true, problems: [Problem(place: "file", message: said, remedy: said)],
            existing: (Self.id, MandatePageWords.earlier))
        try compare(upload.body(for: reader(language), key: "k"), "mandate-upload", language)
        let (document, _) = try document()
        let page = MandatePage(document: document, unitNames: [:], mayManage: true, today: day)
        try compare(page.body(in: language), "mandate", language)
        let list = MandatesPage(
            rows: [MandateDocumentRow(document)], next: MandateCursor(at: now, id: Self.id), isFirst: true,
            mayManage: true, today: day)
        try compare(list.body(in: language), "mandates", language)
    }

    @Test(arguments: Language.allCases) func `the review and one task of it are as stored`(language: Language) throws {
        let (document, source) = try document()
        let reviews = reviews(document, source)
        let page = MandateReviewPage(
            document: document, reviews: reviews, doubts: document.ledger.doubts, next: 10, today: day)
        try compare(page.body(for: reader(language), key: "k"), "mandate-review", language)
        let review = try #require(reviews.last)
        // A search under the open name; a unit that there is not, and nobody under another name.
        let form = try FormInput(
            query: "lead-0=yuzhong-market&lead-0=nowhere&lead-1-find=%E5%85%AC%E5%AE%89&first=yuzhong-labour",
            limits: .standard)
        let choices = UnitChoices(review, try units(), form)
        let problems = choices.said(try units()).problems
        #expect(problems.map(\.place) == ["lead-0", "lead-1", "first"], "\(problems)")
        let task = MandateTaskPage(
            document: document, review: review,
            correction: MandateFormReading.correction(of: review.task.now),
            assignment: MandateFormReading.assignment(form, review, try units()), problems: problems, isDone: false,
            today: day)
        try compare(task.body(for: reader(language), key: "k"), "mandate-task", language)
    }

    @Test(arguments: Language.allCases) func `two versions and the ledger are as stored`(language: Language) throws {
        let (old, _) = try document()
        let (new, _) = try document(MandateSample.notice.replacing("9个工作日", with: "7个工作日"))
        let comparison = MandateComparisonPage(document: new, comparison: VersionComparison(from: old, to: new))
        try compare(comparison.body(in: language), "mandate-comparison", language)
        var tasks = [
            task(4, .lead, due: Day(2026, 3, 1)), task(5, .joint, due: Day(2026, 3, 10)),
            task(6, .support, due: Day(2026, 6, 30)), task(7, .support, due: Day(2026, 6, 30)),
        ]
        tasks[2].missedReports = 1
        tasks[3].isMeasured = true
        #expect(tasks.map { $0.light(on: day) } == [.red, .yellow, .yellow, .green])
        let names = ["yuzhong-market": "渝中区 市场监管局"]
        let stages = ["working": Wording(zh: "推进", en: "Under way")]
        let choice = SupervisedTaskStore.Choice(
            region: nil, unit: nil, document: "渝中府发〔2026〕9号", light: .red, isClosed: false, dueBy: day,
            reportBy: day)
        let ledger = LedgerPage(
            rows: tasks, unitNames: names, stageNames: stages, choice: choice,
            misread: LedgerPage.Misread(unit: "外<星>", due: "x"),
            next: SupervisedTaskCursor(due: day, caseID: Self.id), isFirst: true, today: day)
        try compare(ledger.body(in: language), "ledger", language)
        let part = SupervisedTask(
            caseID: "01KE4VS900Q6KP1A98PV340EE8", record: Self.id + "/1", parent: tasks[0].caseID,
            document: "渝中府发〔2026〕9号", title: "梳理<清单>", part: .part, region: "yuzhong", unit: "yuzhong-market",
            warnDays: 10, openedAt: now, reportEvery: .monthly, due: Day(2026, 5, 31), isMeasured: false)
        let course = TaskCourse([
            said("milestone_set", ["milestone": "方案<印发>", "milestone_on": "2026-03-01", "proved_by": "方案"]),
            said("milestone_set", ["milestone": "上线", "milestone_on": "2026-05-01", "proved_by": "截图"]),
            said("milestone_reached", ["milestone_number": 2, "proof": ["截图<1>"]]),
            said("reported", ["progress": "过<半>", "figures": ["10"]]),
        ])
        let figure = LedgerFigure(
            id: Self.id + "/1/0", what: "办结时限", raw: "9个工作日以内", measuredBy: BoardWords.wholeCity, value: "8 工作日",
            state: BoardWords.state(.kept))
        let shown = LedgerDesk.Shown(
            task: tasks[0], all: tasks + [part], persons: [part.caseID: "李<某>"], course: course, figures: [figure],
            document: old, mandate: old.tasks[0])
        let page = LedgerTaskPage(shown: shown, unitNames: names, stageNames: stages, today: day)
        try compare(page.body(in: language), "ledger-task", language)
    }

    private func said(_ event: String, _ said: [String: JSON]) -> PastEvent {
        let body = EventBody(
            kind: "acted", schema: 1, effective: .instant(now), actor: .platform, actingFor: nil, channel: nil,
            ground: nil, open: ["event": .text(event), "said": .map(said)], sealed: [:])
        return PastEvent(stream: Self.id, version: 1, at: now, body: body, isErased: false)
    }
}
