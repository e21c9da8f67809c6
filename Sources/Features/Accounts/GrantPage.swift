import Values
import Web

/// The form of a new delegation, and the page that asks once more before it is recorded.
struct GrantPage {
    let giver: String
    let services: [AccountNames.Offer]

    /// What was typed; `until` is filled in beforehand with the day a year from now, in plain sight.
    struct Typed {
        let name: String
        let idNumber: String
        let scope: String?
        let services: Set<String>
        let until: DateField.Value

        init(on today: Day) {
            name = ""
            idNumber = ""
            scope = nil
            services = []
            until = DateField.Value(today.adding(months: 12))
        }

        init(_ form: FormInput) {
            name = form["name"] ?? ""
            idNumber = form["id-number"] ?? ""
            scope = form["scope"]
            services = Set(form.all("services"))
            until = form.dateValue("until")
        }
    }

    func form(_ typed: Typed, problems: [Problem], for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let fields: HTML = """
            \(person(typed, problems, language))\(scope(typed, problems, language), language)\
            \(until(typed, problems, language), language)\
            \(ButtonRow([.submit(AccountWords.next[language])]), language)
            """
        let form = ActionForm(
            action: "/my/proxy/check", formToken: reader.formToken, key: key, hidden: [], hasFiles: false,
            look: .panel, body: fields)
        return frame(AccountWords.grantTitle[language], hasProblems: !problems.isEmpty, in: language) {
            """
            \(ErrorSummary(problems), language)<h1>\($0)</h1>\
            <p class="sub">\(AccountWords.given(by: giver), language)</p>\
            <div class="section">\(form, language)</div>
            """
        }
    }

    /// - Parameter hidden: what was typed, to be sent once more.
    func check(
        _ summary: (agent: Person, until: Day, scope: String), hidden: [(name: String, value: String)],
        for reader: Reader, key: String
    ) -> PublicPage {
        let language = reader.language
        let rows = [
            SummaryList.Row(AccountWords.giver[language], text: giver),
            SummaryList.Row(
                AccountWords.agent[language], text: "\(summary.agent.nameMask) \(summary.agent.idNumberMask)"),
            SummaryList.Row(AccountWords.scope[language], text: summary.scope),
            SummaryList.Row(AccountWords.until[language], text: language.fullDate(summary.until)),
        ]
        let warning = Notice(.warn, title: nil, paragraphs: ["\(AccountWords.checkWarning, language)"])
        let buttons = ButtonRow([
            .submit(AccountWords.confirmGrant[language]),
            Button(AccountWords.changeAnswers[language], weight: .normal, act: .go("/my/proxy/grant")),
        ])
        let form = ActionForm(
            action: "/my/proxy", formToken: reader.formToken, key: key, hidden: hidden, hasFiles: false,
            look: .panel, body: "\(SummaryList(rows), language)\(warning, language)\(buttons, language)")
        return frame(AccountWords.checkTitle[language], hasProblems: false, in: language) {
            "<h1>\($0)</h1><div class=\"section\">\(form, language)</div>"
        }
    }

    private func frame(
        _ title: String, hasProblems: Bool, in language: Language, body: (String) -> HTML
    ) -> PublicPage {
        PublicPage(
            head: PageHeading(
                title: title, column: AccountWords.delegations[language], showsProblems: hasProblems),
            current: nil, hasTabBar: false,
            before: BackLink(AccountWords.delegations[language], to: "/my/proxy").html(in: language), body: body(title))
    }

    private func person(_ typed: Typed, _ problems: [Problem], _ language: Language) -> HTML {
        let name = TextField(
            FieldFrame(
                id: "name", label: AccountWords.agentName[language], hint: AccountWords.agentNameHint[language],
                error: problems.message(at: "name", in: language)),
            kind: .text, value: typed.name, width: .characters12)
        let number = TextField(
            FieldFrame(
                id: "id-number", label: AccountWords.agentNumber[language],
                hint: AccountWords.agentNumberHint[language],
                error: problems.message(at: "id-number", in: language)),
            kind: .idNumber, value: typed.idNumber, width: .characters20)
        return "\(name, language)\(number, language)"
    }

    private func scope(_ typed: Typed, _ problems: [Problem], _ language: Language) -> ChoiceField {
        let boxes = ChoiceField(
            FieldFrame(id: "services", label: AccountWords.services[language]), style: .checkboxes,
            options: services.map { ChoiceField.Option($0.id, $0.name[language]) }, chosen: typed.services)
        let options = [
            ChoiceField.Option("all", AccountWords.allServices[language]),
            ChoiceField.Option(
                "some", AccountWords.someServices[language], reveal: services.isEmpty ? nil : boxes.html(in: language)),
        ]
        return ChoiceField(
            FieldFrame(
                id: "scope", label: AccountWords.scope[language],
                error: problems.message(at: "services", in: language)),
            style: .radios, options: options, chosen: typed.scope.map { [$0] } ?? [])
    }

    private func until(_ typed: Typed, _ problems: [Problem], _ language: Language) -> DateField {
        DateField(
            FieldFrame(
                id: "until", label: AccountWords.until[language], hint: AccountWords.untilHint[language],
                error: problems.message(at: "until", in: language)),
            value: typed.until, isBirthday: false)
    }
}

/// The page that asks whether a delegation shall end; it works without a script.
struct RevocationPage {
    let shown: DelegationDesk.Shown
    /// The reader gave it; otherwise he is the agent who lays it down.
    let isGiver: Bool

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title =
            isGiver
            ? AccountWords.revokeTitle(shown.agent)[language] : AccountWords.layDownTitle(shown.subject)[language]
        let buttons = ButtonRow([
            Button(
                AccountWords.revoke[language], weight: .danger, size: .large, act: .send(name: nil, value: "")),
            Button(AccountWords.keep[language], weight: .normal, act: .go("/my/proxy")),
        ])
        let form = ActionForm(
            action: "/my/proxy/\(shown.delegation.id.text)/revocation", formToken: reader.formToken, key: key,
            hidden: [], hasFiles: false, look: .panel,
            body: "<p>\(AccountWords.revokeText, language)</p>\(buttons, language)")
        return PublicPage(
            head: PageHeading(title: title, column: AccountWords.delegations[language]), current: nil,
            hasTabBar: false,
            before: BackLink(AccountWords.delegations[language], to: "/my/proxy").html(in: language),
            body: "<h1>\(title)</h1><div class=\"section\">\(form, language)</div>")
    }
}
