import HTTPTypes
import Hummingbird
import Values

/// The only place where a `Failure` becomes a status, a page, or a problem of the API.
package struct ErrorPage: Sendable {
    package let failure: Failure
    /// Names the request in the log; shown where we are wrong.
    package let reference: String
    /// What the person had typed, and where it was sent; nil when there was nothing.
    package let kept: KeptForm?

    package init(_ failure: Failure, reference: String, kept: KeptForm?) {
        self.failure = failure
        self.reference = reference
        self.kept = kept
    }

    package var status: HTTPResponse.Status {
        switch failure {
        case .problems, .keyReused: .unprocessableContent
        case .unreadable: .badRequest
        case .wrongMethod: .methodNotAllowed
        case .wrongType: .unsupportedMediaType
        case .revisionNeeded: .preconditionRequired
        case .otherRevision: .preconditionFailed
        case .forbidden: .forbidden
        case .conflict, .staleVersion: .conflict
        case .notFound: .notFound
        case .signInNeeded: .unauthorized
        case .tooMany: .tooManyRequests
        case .tooLarge: .contentTooLarge
        case .unavailable: .serviceUnavailable
        case .defect: .internalServerError
        }
    }

    /// The page says what happened, what is safe, and what to do; inner text of a defect is never on it.
    package func html(on site: Site, for reader: Reader) -> HTML {
        let words = reader.language.words.failure
        let text = explanation(in: reader.language)
        let hotline = site.identity.hotline
        var buttons: [Button] = []
        if case .staleVersion = failure { buttons.append(Button(words.reload, weight: .main, act: .go(reader.here))) }
        if case .signInNeeded = failure {
            let signIn = site.navigation.signIn.with([("to", reader.here.text)])
            buttons.append(Button(reader.language.words.shell.signIn, weight: .main, act: .go(signIn)))
        }
        buttons.append(Button(words.goHome, weight: .normal, act: .go("/")))
        buttons.append(Button(words.callHotline(hotline), weight: .normal, act: .go(Link.telephone(hotline))))
        let list: HTML = text.list.isEmpty ? "" : "<ul>\(text.list, { "<li>\($0)</li>" })</ul>"
        let body: HTML = """
            <div class="panel fault prose"><h1>\(text.title)</h1>\(text.paragraphs, { "<p>\($0)</p>" })\(list)\
            \(kept?.html(for: reader))\(ButtonRow(buttons), reader.language)</div>
            """
        return PublicPage(
            head: PageHeading(title: text.title, column: text.title), current: nil, hasTabBar: true, body: body
        ).html(on: site, for: reader)
    }

    /// The answer of the API: `application/problem+json` (RFC 9457), in the language of the reader.
    package func problemJSON(in language: Language) -> JSON {
        let text = explanation(in: language)
        var map: [String: JSON] = [
            "type": .text("urn:tongban:problem:\(code)"), "title": .text(text.title),
            "status": .number(Int64(status.code)), "instance": .text("urn:tongban:request:\(reference)"),
        ]
        if let detail = text.paragraphs.first { map["detail"] = .text(detail) }
        switch failure {
        case .problems(let problems), .unreadable(let problems):
            map["problems"] = .list(
                problems.map {
                    .map([
                        "place": .text($0.place), "message": .text($0.message[language]),
                        "remedy": .text($0.remedy[language]),
                    ])
                })
        case .conflict(_, _, let citation?): map["citation"] = .text(language.citation(citation))
        case .tooMany(let seconds): map["retry_after"] = .number(Int64(seconds))
        case .tooLarge(let limit): map["limit"] = .number(Int64(limit))
        default: break
        }
        return .map(map)
    }

    /// The last part of the problem's type; stable, so that programs may depend on it.
    private var code: String {
        switch failure {
        case .problems: "input"
        case .unreadable: "unreadable"
        case .wrongMethod: "wrong_method"
        case .wrongType: "wrong_type"
        case .revisionNeeded: "revision_needed"
        case .otherRevision: "other_revision"
        case .forbidden: "not_permitted"
        case .conflict(let code, _, _): code.rawValue
        case .notFound: "not_found"
        case .signInNeeded: "not_signed_in"
        case .tooMany: "too_many"
        case .tooLarge: "too_large"
        case .keyReused: "key_reused"
        case .staleVersion: "stale_version"
        case .unavailable: "unavailable"
        case .defect: "defect"
        }
    }

    private static func list(of problems: [Problem], in language: Language) -> [String] {
        problems.map { $0.message[language] + (language == .chinese ? "：" : ": ") + $0.remedy[language] }
    }

    private func explanation(in language: Language) -> ErrorText {
        let words = language.words.failure
        switch failure {
        case .problems(let problems):
            return ErrorText(words.problemsTitle, [], ErrorPage.list(of: problems, in: language))
        case .unreadable(let problems):
            return ErrorText(words.unreadableTitle, [], ErrorPage.list(of: problems, in: language))
        case .wrongMethod(let allowed):
            return ErrorText(words.wrongMethodTitle, [words.wrongMethodText(allowed.joined(separator: ", "))])
        case .wrongType(let accepted): return ErrorText(words.wrongTypeTitle, [words.wrongTypeText(accepted)])
        case .revisionNeeded: return ErrorText(words.revisionNeededTitle, [words.revisionNeededText])
        case .otherRevision: return ErrorText(words.otherRevisionTitle, [words.otherRevisionText])
        case .forbidden(let sentence): return ErrorText(words.forbiddenTitle, [sentence[language]])
        case .conflict(_, let sentence, let citation):
            return ErrorText(
                words.conflictTitle, [sentence[language]] + (citation.map { [language.citation($0)] } ?? []))
        case .notFound(let sentence): return ErrorText(words.notFoundTitle, [sentence[language]])
        case .signInNeeded: return ErrorText(words.signInTitle, [words.signInText])
        case .tooMany(let seconds):
            let minutes = max(1, (seconds + 59) / 60)
            let wait = language.counted(minutes, zh: "分钟", en: "minute")
            return ErrorText(words.tooManyTitle, [words.tooManyText(wait)])
        case .tooLarge(let limit):
            return ErrorText(words.tooLargeTitle, [words.tooLargeText(language.fileSize(limit))])
        case .keyReused: return ErrorText(words.keyReusedTitle, [words.keyReusedText])
        case .staleVersion: return ErrorText(words.staleTitle, [words.staleText])
        case .unavailable(let sentence): return ErrorText(words.unavailableTitle, [sentence[language]])
        case .defect: return ErrorText(words.defectTitle, [words.defectText(reference)])
        }
    }
}

private struct ErrorText {
    let title: String
    let paragraphs: [String]
    let list: [String]

    init(_ title: String, _ paragraphs: [String], _ list: [String] = []) {
        self.title = title
        self.paragraphs = paragraphs
        self.list = list
    }
}

/// A failure together with what was typed; a route throws it, so that nothing typed is lost.
package struct KeptForm: Error, Sendable {
    package let failure: Failure
    package let input: FormInput
    /// Where the form was sent, and can be sent again.
    package let action: Link

    package init(_ failure: Failure, input: FormInput, action: Link) {
        self.failure = failure
        self.input = input
        self.action = action
    }

    /// All typed values in hidden fields, and a button that sends them again; with the same key, so that what was
    /// written after all is not written twice.
    fileprivate func html(for reader: Reader) -> HTML {
        let words = reader.language.words.failure
        let hidden = input.fields.filter { $0.name != FormInput.tokenName.text && $0.name != FormInput.keyName.text }
        let form = ActionForm(
            action: action, formToken: reader.formToken, key: input.key ?? "", hidden: hidden, hasFiles: false,
            look: .plain, body: "<p>\(words.kept)</p>\(Button.submit(words.again), reader.language)")
        return form.html(in: reader.language)
    }
}
