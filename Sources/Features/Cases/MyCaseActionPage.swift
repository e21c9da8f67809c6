import Casework
import Definitions
import Values
import Web

/// One thing that the applicant does in a case: what it means, what has to be said or brought, and the way back.
struct MyCaseActionPage {
    let mine: MyCase
    let action: Action
    let fields: GivenFields
    let completion: Completion
    let typed: FormInput?
    /// Files that came with what could not be taken, and stay.
    let kept: [Upload]
    let problems: [Problem]

    private var needs: [EvidenceNeed] { completion.needs }

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let name = action.deed.name ?? Wording(zh: action.id, en: action.id)
        let isPlain = fields.isEmpty && needs.isEmpty
        let title = (isPlain ? MyWords.confirm(name) : name)[language]
        let link: Link = "/cases/\(mine.file.id)/actions/\(action.id)"
        let form = ActionForm(
            action: link, formToken: reader.formToken, key: key,
            hidden: [("stage", String(mine.file.stageRevision))], hasFiles: !needs.isEmpty, look: .panel,
            body: """
                \(law(in: language))\(demands(in: language))\(answers(in: language))\
                \(uploads(in: language))<p>\(MyWords.confirmText, language)</p>\(ButtonRow([
                    Button(
                        name[language], weight: action.deed.outcome == nil ? .main : .danger, size: .large,
                        act: .send(name: nil, value: "")),
                    Button(MyWords.backToCase[language], weight: .normal, act: .go("/cases/\(mine.file.id)")),
                ]), language)
                """)
        return PublicPage(
            head: PageHeading(
                title: title, column: MyWords.cases[language], showsProblems: !problems.isEmpty),
            current: "/my/cases", hasTabBar: false,
            before: BackLink(MyWords.backToCase[language], to: "/cases/\(mine.file.id)").html(in: language),
            body: """
                \(ErrorSummary(problems), language)<h1>\(title)</h1>\
                <p class="sub">\(mine.definition.service.name, language)</p><div class="section">\(form, language)</div>
                """)
    }

    private func law(in language: Language) -> HTML {
        guard let law = action.deed.law else { return .empty }
        let text = MyWords.basis[language] + (language == .chinese ? "：" : ": ") + language.citation(law)
        return "<p class=\"small muted\">\(text)</p>"
    }

    /// What the notice names, item by item, each with its upload, promise or box.
    private func demands(in language: Language) -> HTML {
        let demands = completion.demands
        if demands.isEmpty { return .empty }
        return """
            <h2>\(MyWords.demanded, language)</h2><p class="hint">\(MyWords.demandedText, language)</p>\
            \(demands, { demand in
                switch demand {
                case .need(let need): return control(need, in: language)
                case .words(let words, let number): return seenTo(words, number, in: language)
                }
            })
            """
    }

    private func seenTo(_ words: String, _ number: Int, in language: Language) -> HTML {
        let id = MyWords.seenToID(number)
        return PromiseField(
            FieldFrame(
                id: id, label: MyWords.seenTo(words)[language], error: problems.message(at: id, in: language)),
            consequence: MyWords.seenToHow[language], isTicked: typed?.isTrue(id) ?? false
        ).html(in: language)
    }

    private func answers(in language: Language) -> HTML {
        let html = fields.html(typed: typed, problems: problems, in: language)
        guard completion.answersNotice, !fields.isEmpty else { return html }
        let error = problems.message(at: MyWords.nothingBrought.place, in: language)
        return """
            <div id="\(MyWords.nothingBrought.place)" tabindex="-1"><h2>\(MyWords.correctAnswers, language)</h2>\
            \(error.map { "<p class=\"err\">\($0)</p>" })</div>\(html)
            """
    }

    private func uploads(in language: Language) -> HTML {
        if needs.isEmpty || !completion.demands.isEmpty { return .empty }
        return "<h2>\(MyWords.uploadMissing, language)</h2>\(needs, { control($0, in: language) })"
    }

    private func control(_ need: EvidenceNeed, in language: Language) -> HTML {
        let error = problems.message(at: need.id, in: language)
        if !need.mayBeBrought {
            return NotFoundNeed(need: need, label: need.name[language], error: error).html(in: language)
        }
        if let told = mine.commitments[need.id], !need.from.contains(.upload) {
            return CommitmentPanel(
                told: told, error: error, isTicked: typed?.isTrue("promise-" + need.id) ?? false
            ).html(in: language)
        }
        if !need.from.contains(.upload) {
            return PromiseField(
                FieldFrame(
                    id: "promise-" + need.id, label: ApplyWords.promiseLabel[language] + need.name[language],
                    error: error),
                consequence: ApplyWords.consequence(of: need, in: language),
                isTicked: typed?.isTrue("promise-" + need.id) ?? false
            ).html(in: language)
        }
        let files = kept.filter { $0.need == need.id }
        let field = FileField(
            FieldFrame(
                id: need.id, label: need.name[language], hint: ApplyWords.uploadHint[language], error: error,
                isOptional: !completion.isNeeded(need) || !files.isEmpty),
            mediaTypes: FileType.handedIn.map(\.mediaType), kept: [])
        return """
            \(field, language)\(files, { file in
                """
                <p class="hint">\(MyWords.kept(file.name, language.fileSize(file.sizeInBytes)), language)\
                <input type="hidden" name="\(need.id)-kept" value="\(file.id.text)"></p>
                """
            })
            """
    }
}

/// The draft was filed, perhaps in another tab: the way to the case that it became.
struct FiledDraftPage {
    let id: String

    func page(in language: Language) -> PublicPage {
        let link: Link = "/cases/\(id)"
        return PublicPage(
            head: PageHeading(title: MyWords.alreadyFiled[language], column: ApplyWords.column[language]),
            current: "/my/cases", hasTabBar: true,
            body: """
                <h1>\(MyWords.alreadyFiled, language)</h1><p class="sub">\(MyWords.alreadyFiledText, language)</p>\
                <div class="section">\(ButtonRow([
                    Button(MyWords.seeCase[language], weight: .main, act: .go(link))
                ]), language)</div>
                """)
    }
}

/// That an application was filed: its number, what happens next with dates, and a receipt to print.
struct ReceiptPage {
    let mine: MyCase

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let file = mine.file
        let service = mine.definition.service.name
        let done = DonePanel(
            MyWords.receipt[language],
            numberLabel: (file.number == nil ? MyWords.applicationNumber : MyWords.caseNumber)[language],
            number: file.number ?? file.id)
        let rows = [
            SummaryList.Row(MyWords.service[language], text: service[language]),
            SummaryList.Row(MyWords.applicant[language], text: mine.applicantName),
            SummaryList.Row(MyWords.filedAtLabel[language], text: language.fullDateTime(file.header.filed)),
            SummaryList.Row(MyWords.office[language], text: "\(mine.regionName[language]) \(mine.unitName)"),
            SummaryList.Row(
                MyWords.leaf[language],
                """
                <code class="small">\(mine.filingLeaf)</code><br><span class="small muted">\
                \(MyWords.leafText, language)</span>
                """),
        ]
        let documents = file.documents.map { document in
            DocumentLink(
                (mine.definition.messages[document.template]?.name ?? MyWords.documentTitle)[language],
                to: "/cases/\(file.id)/documents/\(document.number)")
        }
        let body: HTML = """
            \(done, language)<div class="stack-6 section">\(next(in: language))\
            \(Panel(id: "particulars", heading: MyWords.particulars[language], density: .normal,
                body: "\(SummaryList(rows), language)\(documents, { "<p>\($0, language)</p>" })"), language)\
            \(ButtonRow([
                Button(MyWords.seeCase[language], weight: .main, act: .go("/cases/\(file.id)")),
                Button(language.words.form.print, weight: .normal, icon: .printer, act: .print),
            ]), language)</div>
            """
        return PublicPage(
            head: PageHeading(title: MyWords.receipt[language], column: MyWords.cases[language]),
            current: "/my/cases", hasTabBar: true, body: body)
    }

    /// The clocks that run, as steps with their days.
    private func next(in language: Language) -> HTML {
        var steps: [(title: String, text: String?)] = []
        for clock in mine.clocks where clock.state == .running {
            guard let day = clock.told?.due?.day else { continue }
            let date = language.date(day, seenOn: mine.moment.day)
            let source = clock.told?.citation.map { language.citation($0) }
            let text = "\(MyWords.answerBy[language])\(language == .chinese ? "：" : ": ")\(date)"
            steps.append(
                (
                    clock.name[language],
                    [text, source].compactMap { $0 }.joined(separator: language == .chinese ? "，" : ", ")
                ))
        }
        if mine.file.number == nil { steps.append((MyWords.caseNumber[language], MyWords.numberComes[language])) }
        if steps.isEmpty { return .empty }
        return Panel(
            id: "next", heading: MyWords.next[language], density: .normal, body: Flow(steps).html(in: language)
        ).html(in: language)
    }
}
