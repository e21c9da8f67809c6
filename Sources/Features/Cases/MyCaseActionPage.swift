import Casework
import Definitions
import Values
import Web

/// One thing that the applicant does in a case: what it means, what has to be said or brought, and the way back.
struct MyCaseActionPage {
    let mine: MyCase
    let action: Action
    let fields: GivenFields
    /// Documents that can be brought with it.
    let needs: [EvidenceNeed]
    let typed: FormInput?
    let problems: [Problem]

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
                \(law(in: language))\(fields.html(typed: typed, problems: problems, in: language))\
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

    private func uploads(in language: Language) -> HTML {
        if needs.isEmpty { return .empty }
        return """
            <h2>\(MyWords.uploadMissing, language)</h2>\(needs, { need in
                let error = problems.message(at: need.id, in: language)
                if let told = mine.commitments[need.id], !need.from.contains(.upload) {
                    return CommitmentPanel(
                        told: told, error: error, isTicked: typed?.isTrue("promise-" + need.id) ?? false
                    ).html(in: language)
                }
                if !need.from.contains(.upload), need.from.contains(.promise) {
                    return PromiseField(
                        FieldFrame(
                            id: "promise-" + need.id, label: ApplyWords.promiseLabel[language] + need.name[language],
                            error: error),
                        consequence: ApplyWords.promiseConsequence[language],
                        isTicked: typed?.isTrue("promise-" + need.id) ?? false
                    ).html(in: language)
                }
                return FileField(
                    FieldFrame(
                        id: need.id, label: need.name[language], hint: ApplyWords.uploadHint[language], error: error,
                        isOptional: true),
                    mediaTypes: FileType.handedIn.map(\.mediaType), kept: []
                ).html(in: language)
            })
            """
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
