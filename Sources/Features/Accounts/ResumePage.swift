import Values
import Web

/// A form that was sent after the session had ended: carried through the sign-in page in hidden fields, so that nothing
/// typed is lost, and sent again by the person afterwards. Files are not carried.
struct KeptPost {
    let action: Link
    let fields: [(name: String, value: String)]
    /// The key of the form, so that what was done after all is not done twice.
    let key: String

    private static let actionName = "kept-action"
    private static let keyName = "kept-key"
    private static let prefix = "kept-field-"

    init(_ input: FormInput, to action: Link) {
        self.action = action
        key = input.key ?? ""
        fields = input.fields.filter {
            $0.name != FormInput.tokenName.text && $0.name != FormInput.keyName.text
        }
    }

    /// What a sign-in form carried; nil when it carried nothing, or an address that is not on this site.
    init?(carriedBy input: FormInput) {
        guard let action = input[KeptPost.actionName].flatMap({ Link(onThisSite: $0) }) else { return nil }
        self.action = action
        key = input[KeptPost.keyName] ?? ""
        fields = input.fields.compactMap { field in
            guard field.name.hasPrefix(KeptPost.prefix) else { return nil }
            return (String(field.name.dropFirst(KeptPost.prefix.count)), field.value)
        }
    }

    /// The hidden fields of the sign-in form.
    var hidden: [(name: String, value: String)] {
        [(KeptPost.actionName, action.text), (KeptPost.keyName, key)]
            + fields.map { (KeptPost.prefix + $0.name, $0.value) }
    }
}

/// The page after signing in again: what was typed is still there and is sent by one press.
struct ResumePage {
    let kept: KeptPost
    /// The token of the new session.
    let formToken: String

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = AccountWords.resume[language]
        let form = ActionForm(
            action: kept.action, formToken: formToken, key: kept.key, hidden: kept.fields, hasFiles: false,
            look: .panel,
            body: """
                <p>\(AccountWords.resumeText, language)</p>\
                \(ButtonRow([.submit(AccountWords.resumeSend[language])]), language)
                """)
        return PublicPage(
            head: PageHeading(title: title, column: AccountWords.signIn[language]), current: nil, hasTabBar: false,
            body: "<h1>\(title)</h1><div class=\"section\">\(form, language)</div>")
    }
}
