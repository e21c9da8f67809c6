import Values
import Web

/// The page on which a signed-in person says from which post, or for whom, he acts now.
struct StandingPage {
    let session: Session
    /// Delegations to the person that are in force today.
    let delegations: [DelegationDesk.Shown]
    let destination: Link?
    let names: AccountNames
    let problems: [Problem]

    /// What can be chosen, as the form sends it.
    enum Choice: Hashable {
        case oneself
        case post(Post.ID)
        case delegation(Delegation.ID)

        init?(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.dropFirst().first) {
            case ("self", nil): self = .oneself
            case ("post", let id?):
                guard let id = Post.ID(id) else { return nil }
                self = .post(id)
            case ("delegation", let id?):
                guard let id = Delegation.ID(id) else { return nil }
                self = .delegation(id)
            default: return nil
            }
        }

        var text: String {
            switch self {
            case .oneself: "self"
            case .post(let id): "post:\(id.text)"
            case .delegation(let id): "delegation:\(id.text)"
            }
        }
    }

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let field = ChoiceField(
            FieldFrame(
                id: "standing", label: AccountWords.standingShort[language],
                error: problems.message(at: "standing", in: language)),
            style: .radios, options: options(in: language), chosen: [current.text])
        let form = ActionForm(
            action: "/session/standing", formToken: reader.formToken, key: key,
            hidden: destination.map { [("to", $0.text)] } ?? [], hasFiles: false, look: .panel,
            body: "\(field, language)\(ButtonRow([.submit(AccountWords.goOn[language])]), language)")
        let title = AccountWords.standing[language]
        return PublicPage(
            head: PageHeading(title: title, column: title, showsProblems: !problems.isEmpty), current: nil,
            hasTabBar: false,
            body: """
                \(ErrorSummary(problems), language)<h1>\(title)</h1><div class="section">\(form, language)</div>
                """)
    }

    private var current: Choice {
        if let post = session.post { return .post(post.id) }
        if let actingFor = session.actingFor { return .delegation(actingFor.delegation.id) }
        return .oneself
    }

    private func options(in language: Language) -> [ChoiceField.Option] {
        let posts = session.posts.map { post in
            ChoiceField.Option(Choice.post(post.id).text, names.post(post, in: language))
        }
        let others = delegations.map { shown in
            let until = language.fullDate(shown.delegation.until)
            return ChoiceField.Option(
                Choice.delegation(shown.delegation.id).text, shown.subject,
                hint: AccountWords.byDelegation(until)[language])
        }
        let oneself = ChoiceField.Option(
            Choice.oneself.text, "\(AccountWords.oneself[language]) \(session.person.nameMask)",
            hint: AccountWords.oneselfHint[language])
        return posts + [oneself] + others
    }
}
