import Values
import Web

/// One's account: who one is, how one is reached, and the password.
struct AccountPage {
    let person: Person
    let contact: Contact
    /// What was typed and could not be taken; nil: nothing.
    let typed: (phone: String, mail: String)?
    let problems: [Problem]
    let news: Wording?

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = AccountWords.account[language]
        let notice = news.map { Notice(.ok, title: $0[language], paragraphs: [], isNews: true) }
        let rows = [
            SummaryList.Row(AccountWords.ownName[language], text: person.nameMask),
            SummaryList.Row(AccountWords.ownNumber[language], text: person.idNumberMask),
        ]
        return MySpace(.account).page(
            title: title, showsProblems: !problems.isEmpty, for: reader,
            body: """
                \(ErrorSummary(problems), language)\(PageHead(title), language)<div class="stack-6">\(notice, language)\
                \(Panel(id: "who", heading: AccountWords.whoYouAre[language], density: .normal,
                    body: "\(SummaryList(rows), language)<p class=\"small\">\(AccountWords.masked, language)</p>"), language)\
                \(Panel(id: "contact", heading: AccountWords.contact[language], density: .normal,
                    body: contactForm(reader, key)), language)\
                \(Panel(id: "password-panel", heading: AccountWords.changePassword[language], density: .normal,
                    body: passwordForm(reader, key)), language)</div>
                """)
    }

    private func contactForm(_ reader: Reader, _ key: String) -> HTML {
        let language = reader.language
        // A kept value is shown masked beside the box, which stays empty: screens are read over shoulders.
        let kept = [contact.phone?.masked, contact.mail?.masked].compactMap { $0 }.joined(separator: "，")
        let phone = TextField(
            FieldFrame(
                id: "phone", label: AccountWords.phone[language], hint: AccountWords.phoneHint[language],
                error: problems.message(at: "phone", in: language), isOptional: true),
            kind: .telephone, value: typed?.phone ?? "", width: .characters20)
        let mail = TextField(
            FieldFrame(
                id: "mail", label: AccountWords.mail[language], error: problems.message(at: "mail", in: language),
                isOptional: true),
            kind: .email, value: typed?.mail ?? "", width: .characters20)
        let now: HTML =
            "<p>\(AccountWords.keptNow, language)\(kept.isEmpty ? AccountWords.nothing[language] : kept)</p>"
        let parts: [(AccountDesk.TypedContact.Part, String?)] = [
            (.phone, contact.phone?.masked), (.mail, contact.mail?.masked),
        ]
        let drops = parts.compactMap { part, shown in shown.map { ChoiceField.Option(part.rawValue, $0) } }
        let drop =
            drops.isEmpty
            ? nil
            : ChoiceField(
                FieldFrame(id: "drop", label: AccountWords.drop[language], isOptional: true), style: .checkboxes,
                options: drops, chosen: [])
        return ActionForm(
            action: "/my/account/contact", formToken: reader.formToken, key: key, hidden: [], hasFiles: false,
            look: .plain,
            body: """
                \(now)\(phone, language)\(mail, language)\(drop, language)\(ButtonRow([
                    Button(AccountWords.saveContact[language], weight: .main, act: .send(name: nil, value: "")),
                    Button(AccountWords.ways[language], weight: .normal, act: .go("/my/messages/ways")),
                ]), language)
                """
        ).html(in: language)
    }

    private func passwordForm(_ reader: Reader, _ key: String) -> HTML {
        let language = reader.language
        func field(_ id: String, _ label: Wording, _ hint: Wording?, _ kind: TextField.Kind) -> TextField {
            TextField(
                FieldFrame(
                    id: id, label: label[language], hint: hint?[language],
                    error: problems.message(at: id, in: language)),
                kind: kind, value: "", width: .characters20)
        }
        return ActionForm(
            action: "/my/account/password", formToken: reader.formToken, key: key, hidden: [], hasFiles: false,
            look: .plain,
            body: """
                \(field("old-password", AccountWords.oldPassword, nil, .password), language)\
                \(field("password", AccountWords.newPassword, AccountWords.passwordHint, .newPassword), language)\
                \(field("again", AccountWords.again, nil, .newPassword), language)\(ButtonRow([
                    Button(AccountWords.changePassword[language], weight: .normal, act: .send(name: nil, value: ""))
                ]), language)
                """
        ).html(in: language)
    }
}

/// The page on which people open an account for themselves.
struct RegistrationPage {
    /// Who checks the identity.
    let check: IdentityCheck
    let typed: (name: String, idNumber: String, phone: String)
    let problems: [Problem]

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = AccountWords.register[language]
        let form = ActionForm(
            action: "/register", formToken: reader.formToken, key: key, hidden: [], hasFiles: false, look: .panel,
            body: fields(in: language))
        return PublicPage(
            head: PageHeading(title: title, column: AccountWords.signIn[language], showsProblems: !problems.isEmpty),
            current: "/sign-in", hasTabBar: false,
            before: BackLink(AccountWords.signIn[language], to: "/sign-in").html(in: language),
            body: """
                \(ErrorSummary(problems), language)<h1>\(title)</h1>\
                <p class="sub">\(AccountWords.registerLead(check.name), language)</p><div class="section">\(form, language)\
                </div>
                """)
    }

    private func fields(in language: Language) -> HTML {
        func field(
            _ id: String, _ label: Wording, _ hint: Wording?, _ kind: TextField.Kind, _ value: String
        ) -> TextField {
            TextField(
                FieldFrame(
                    id: id, label: label[language], hint: hint?[language],
                    error: problems.message(at: id, in: language)),
                kind: kind, value: value, width: .characters20)
        }
        return """
            \(field("name", AccountWords.ownName, AccountWords.agentNameHint, .personName, typed.name), language)\
            \(field("id-number", AccountWords.ownNumber, nil, .idNumber, typed.idNumber), language)\
            \(field("phone", AccountWords.phone, AccountWords.loginPhoneHint, .telephone, typed.phone), language)\
            \(field("password", AccountWords.newPassword, AccountWords.passwordHint, .newPassword, ""), language)\
            \(field("again", AccountWords.again, nil, .newPassword, ""), language)\
            <p class="small">\(AccountWords.registerUse, language)</p>\
            \(ButtonRow([.submit(AccountWords.register[language])]), language)
            """
    }
}
