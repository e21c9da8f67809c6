import Values
import Web

/// Where a code is typed, for who cannot scan it.
struct RatingEntryPage {
    let typed: String
    let problem: Wording?

    static let link: Link = "/rate"

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = RatingWords.entryTitle[language]
        let problems = problem.map { [Problem(place: "code", message: $0, remedy: $0)] } ?? []
        let field = TextField(
            FieldFrame(
                id: "code", label: RatingWords.code[language], hint: RatingWords.codeHint[language],
                error: problem?[language]), kind: .code, value: typed, width: .characters20)
        let body: HTML = """
            \(ErrorSummary(problems), language)\(PageHead(title, subtitle: "\(RatingWords.entryLead, language)"), language)\
            <div class="section stack-6"><form class="panel" method="get" action="/rate" novalidate>\(field, language)\
            \(ButtonRow([.submit(RatingWords.entryButton[language])]), language)</form>\
            <p><a href="\(OpenRatingsPage.link)">\(RatingWords.openTitle, language)</a></p></div>
            """
        return PublicPage(
            head: PageHeading(
                title: title, column: RatingWords.column[language], showsProblems: problem != nil),
            current: nil, hasTabBar: true, body: body)
    }
}

/// The codes of one matter, to be scanned at the window's device, printed, or opened at once.
struct RatingCodesPage {
    struct Code: Sendable {
        let opened: RatingDesk.Opened
        let state: RatingState
        let path: String
        let side: Int
    }

    let codes: [Code]
    /// At a window the person rates on a device of his own or with the paper; the officer's screen rates nothing.
    let isWindow: Bool

    func body(in language: Language) -> HTML {
        if codes.isEmpty {
            return Notice(.info, title: RatingWords.nothingToRate[language], paragraphs: []).html(in: language)
        }
        let lead = isWindow ? RatingWords.codesLeadWindow : RatingWords.codesLead
        return """
            <p>\(lead, language)</p>\(codes, { panel($0, in: language) })\
            \(ButtonRow([Button(language.words.form.print, weight: .normal, icon: .printer, act: .print)]), language)
            """
    }

    private func panel(_ code: Code, in language: Language) -> HTML {
        let occasion = code.opened.service.occasion
        let printed = RatingCode.printed(code.opened.code)
        let figure = QRFigure(
            path: code.path, side: code.side, label: RatingWords.qrLabel(RatingWords.occasion(occasion))[language])
        let button = Button(
            RatingWords.rateNow[language], weight: .normal, act: .go(RatePage.link(code.opened.code)))
        let act = isWindow ? HTML.empty : ButtonRow([button]).html(in: language)
        return Panel(
            id: "code-\(occasion.rawValue)", heading: RatingWords.occasion(occasion)[language],
            density: isWindow ? .staff : .normal,
            body: """
                <p>\(opening(code.state, in: language))</p>\(figure, language)\
                <p>\(RatingWords.code, language)</p><p class="num cert__no">\(printed)</p>\(act)
                """
        ).html(in: language)
    }

    private func opening(_ state: RatingState, in language: Language) -> HTML {
        let text: Wording =
            switch state {
            case .tooEarly: RatingWords.tooEarly
            case .open(let last): RatingWords.until(language.date(last))
            case .over: RatingWords.over
            case .rated(let last): RatingWords.furtherUntil(language.date(last))
            case .beingCorrected: RatingWords.beingCorrected
            case .done: RatingWords.doneAll
            }
        return HTML(escaping: text[language])
    }

    func page(for reader: Reader, caseID: String) -> PublicPage {
        let language = reader.language
        let title = RatingWords.codesTitle[language]
        let back: Link = "/cases/\(caseID)"
        return PublicPage(
            head: PageHeading(title: title, column: RatingWords.column[language]), current: "/my/cases",
            hasTabBar: true, before: BackLink(MyWords.backToCase[language], to: back).html(in: language),
            body: "<h1>\(title)</h1><div class=\"section stack-6\">\(body(in: language))</div>")
    }
}
