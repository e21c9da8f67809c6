import Values
import Web

/// One service event as whoever holds its code sees it: rate it, what was said, and the further rating.
struct RatePage {
    let opened: RatingDesk.Opened
    let state: RatingState
    let aspects: [RatingAspect]
    /// What was typed before; nil for a page that is opened.
    let typed: RatingContent?
    let problems: [Problem]
    /// What has just happened, or why it could not.
    let news: (tone: Tone, text: Wording)?
    let today: Day

    static func link(_ code: String) -> Link { "/rate/\(code)" }

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = RatingWords.title[language]
        let notice = news.map { Notice($0.tone, title: $0.text[language], paragraphs: [], isNews: true) }
        let body: HTML = """
            \(ErrorSummary(problems), language)\(PageHead(title, subtitle: subject(in: language)), language)\
            <div class="stack-6 section">\(notice, language)\(said(in: language))\
            \(form(for: reader, key: key))</div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: RatingWords.column[language], showsProblems: !problems.isEmpty),
            current: nil, hasTabBar: false, body: body)
    }

    private func subject(in language: Language) -> HTML {
        let service = opened.service
        let parts = [
            opened.serviceName[language], RatingWords.occasion(service.occasion)[language], opened.unitName,
            service.happenedAt.map { language.date($0.day) } ?? "",
        ].filter { !$0.isEmpty }
        return HTML(escaping: parts.joined(separator: language == .chinese ? "，" : ", "))
    }

    // MARK: What was said

    private func said(in language: Language) -> HTML {
        guard let rating = opened.rating else { return .empty }
        if rating.isErased {
            return Notice(.info, title: RatingWords.erased[language], paragraphs: []).html(in: language)
        }
        var rows = [row(RatingWords.first, rating.first, in: language)]
        if let further = rating.further { rows.append(row(RatingWords.further, further, in: language)) }
        if let correction = opened.correction {
            rows.append(
                SummaryList.Row(
                    RatingWords.correction[language],
                    text: RatingWords.state(of: correction, on: today)[language]))
        }
        return Panel(
            id: "said", heading: RatingWords.yourRating[language], density: .normal,
            body: SummaryList(rows).html(in: language)
        ).html(in: language)
    }

    private func row(_ label: Wording, _ said: Rating.Said, in language: Language) -> SummaryList.Row {
        let words: HTML? = said.words.isEmpty ? nil : "<br>\(said.words)"
        return SummaryList.Row(
            label[language],
            "\(RatingWords.grade(said.grade), language)，\(language.fullDateTime(said.at))\(words)")
    }

    // MARK: What can be said

    private func form(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        switch state {
        case .open(let last):
            let text = RatingWords.until(language.date(last))[language]
            return form(for: reader, key: key, isFurther: false, lead: text)
        case .rated(let last):
            let text = RatingWords.furtherUntil(language.date(last))[language]
            return form(for: reader, key: key, isFurther: true, lead: text)
        case .tooEarly: return note(RatingWords.tooEarly, in: language)
        case .over: return note(RatingWords.over, in: language)
        case .beingCorrected: return note(RatingWords.beingCorrected, in: language)
        case .done: return note(RatingWords.doneAll, in: language)
        }
    }

    private func note(_ text: Wording, in language: Language) -> HTML {
        Notice(.info, title: text[language], paragraphs: []).html(in: language)
    }

    private func form(for reader: Reader, key: String, isFurther: Bool, lead: String) -> HTML {
        let language = reader.language
        let heading = isFurther ? RatingWords.furtherTitle : RatingWords.question
        let button = isFurther ? RatingWords.sendFurther : RatingWords.send
        let target: Link = isFurther ? "/rate/\(opened.code)/again" : RatePage.link(opened.code)
        return ActionForm(
            action: target, formToken: reader.formToken, key: key, hidden: [], hasFiles: false, look: .panel,
            body: """
                <h2>\(heading, language)</h2><p class="sub">\(lead)</p>\
                \(RatingFields(aspects: aspects, typed: typed, problems: problems, isFurther: isFurther), language)\
                \(ButtonRow([.submit(button[language])]), language)
                """
        ).html(in: language)
    }
}

/// The fields of a rating: five grades in one manner and none chosen, aspects, words, and whether to call back.
struct RatingFields: Piece {
    let aspects: [RatingAspect]
    let typed: RatingContent?
    let problems: [Problem]
    let isFurther: Bool

    func html(in language: Language) -> HTML {
        let content = typed ?? RatingContent(grade: nil)
        return """
            \(grades(content, in: language))\(ticks(content, in: language))\(words(content, in: language))\
            \(tick("publish", RatingWords.publish, RatingWords.publishHint, content.mayPublish, in: language))\
            \(isFurther ? HTML.empty : callBack(content, in: language))
            """
    }

    private func frame(_ id: String, _ label: Wording, _ hint: Wording?, isOptional: Bool, in language: Language)
        -> FieldFrame
    {
        FieldFrame(
            id: id, label: label[language], hint: hint?[language], error: problems.message(at: id, in: language),
            isOptional: isOptional)
    }

    private func grades(_ content: RatingContent, in language: Language) -> HTML {
        let field = ChoiceField(
            frame("grade", RatingWords.gradeLabel, nil, isOptional: false, in: language), style: .radioCards,
            options: RatingGrade.allCases.map {
                ChoiceField.Option(String($0.number), RatingWords.grade($0)[language])
            }, chosen: Set(content.grade.map { [String($0.number)] } ?? []))
        return field.html(in: language)
    }

    private func ticks(_ content: RatingContent, in language: Language) -> HTML {
        if aspects.isEmpty { return .empty }
        return ChoiceField(
            frame("aspects", RatingWords.aspects, nil, isOptional: true, in: language), style: .checkboxes,
            options: aspects.map { ChoiceField.Option($0.key, $0.name[language]) }, chosen: Set(content.aspects)
        ).html(in: language)
    }

    private func words(_ content: RatingContent, in language: Language) -> HTML {
        TextArea(
            frame("words", RatingWords.wordsLabel, RatingWords.wordsHint, isOptional: true, in: language),
            value: content.words
        ).html(in: language)
    }

    private func tick(_ id: String, _ label: Wording, _ hint: Wording, _ isTicked: Bool, in language: Language)
        -> HTML
    {
        PromiseField(
            frame(id, label, nil, isOptional: false, in: language), consequence: hint[language], isTicked: isTicked
        ).html(in: language)
    }

    private func callBack(_ content: RatingContent, in language: Language) -> HTML {
        let name = TextField(
            frame("name", RatingWords.nameLabel, nil, isOptional: true, in: language), kind: .personName,
            value: content.name, width: .characters12)
        let phone = TextField(
            frame("phone", RatingWords.phoneLabel, nil, isOptional: true, in: language), kind: .telephone,
            value: content.phone, width: .characters12)
        return """
            \(tick("named", RatingWords.named, RatingWords.namedHint, content.isNamed, in: language))\
            \(name, language)\(phone, language)
            """
    }
}
