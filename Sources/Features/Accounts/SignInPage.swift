import Values
import Web

/// The page on which people sign in; the same for citizens and officers.
struct SignInPage {
    /// Where to go afterwards, on this site; nil: to what belongs to the person.
    let destination: Link?
    /// What was typed before; the password is never sent back.
    let name: String
    let problems: [Problem]
    /// A form that was sent when nobody was signed in any more; nil for a sign-in by itself.
    let kept: KeptPost?
    /// The browser still carried a session, which has ended; a first visitor carries none.
    let wasSignedIn: Bool

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let form = ActionForm(
            action: "/session", formToken: reader.formToken, key: key,
            hidden: (destination.map { [("to", $0.text)] } ?? []) + (kept?.hidden ?? []), hasFiles: false,
            look: .panel, body: fields(in: language))
        let expired = kept.map { _ -> Notice in
            let words = (wasSignedIn ? AccountWords.expired : AccountWords.first)[language]
            let text = wasSignedIn ? AccountWords.expiredText : AccountWords.firstText
            return Notice(.info, title: words, paragraphs: ["\(text, language)"], isNews: true)
        }
        let body: HTML = """
            \(ErrorSummary(problems), language)<h1>\(AccountWords.signIn, language)</h1>\
            <p class="sub">\(AccountWords.signInLead, language)</p>\(expired, language)\
            <div class="section">\(form, language)</div><p class="section">\(AccountWords.noAccount, language)\
            <a href="/register">\(AccountWords.register, language)</a></p><p>\(AccountWords.forgotten, language)</p>\
            <p><a href="/verify">\(AccountWords.verify, language)</a></p>
            """
        return PublicPage(
            head: PageHeading(
                title: AccountWords.signIn[language], column: AccountWords.signIn[language],
                showsProblems: !problems.isEmpty),
            current: "/sign-in", hasTabBar: false, body: body)
    }

    private func fields(in language: Language) -> HTML {
        let login = TextField(
            FieldFrame(
                id: "login", label: AccountWords.loginName[language], hint: AccountWords.loginHint[language],
                error: problems.message(at: "login", in: language)),
            kind: .account, value: name, width: .characters20)
        let password = TextField(
            FieldFrame(
                id: "password", label: AccountWords.password[language],
                error: problems.message(at: "password", in: language)),
            kind: .password, value: "", width: .characters20)
        return """
            \(login, language)\(password, language)\
            \(ButtonRow([.submit(AccountWords.signIn[language])]), language)
            """
    }
}
