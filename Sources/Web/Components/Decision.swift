import Values

/// A form that changes something: always POST, with the token of the reader and the key of this rendering.
package struct ActionForm: Piece {
    package let action: Link
    package let formToken: String
    /// Made when the page was rendered, so that sending twice does once.
    package let key: String
    /// Revision of what is shown and other values that the reader does not change.
    package let hidden: [(name: String, value: String)]
    package let hasFiles: Bool
    /// Classes of the form: `.panel` puts it in a box.
    package let look: Look
    package let body: HTML

    package enum Look: Hashable, Sendable { case plain, panel, staffPanel }

    package init(
        action: Link, formToken: String, key: String, hidden: [(name: String, value: String)], hasFiles: Bool,
        look: Look, body: HTML
    ) {
        self.action = action
        self.formToken = formToken
        self.key = key
        self.hidden = hidden
        self.hasFiles = hasFiles
        self.look = look
        self.body = body
    }

    package func html(in language: Language) -> HTML {
        let className: String?
        switch look {
        case .plain: className = nil
        case .panel: className = "panel"
        case .staffPanel: className = "panel panel--staff"
        }
        return """
            <form method="post" action="\(action)"\(attribute: "class", className)\
            \(attribute: "enctype", hasFiles ? "multipart/form-data" : nil) novalidate>\
            <input type="hidden" name="\(FormInput.tokenName)" value="\(formToken)">\
            <input type="hidden" name="\(FormInput.keyName)" value="\(key)">\
            \(hidden, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\(body)</form>
            """
    }
}

/// The panel in which an officer concludes (决定面板): conclusion, ground and opinion; signing is a page of its own.
package struct DecisionPanel: Piece {
    package let heading: String
    /// Fields in their order: conclusion first, then grounds, then the opinion for the applicant.
    package let fields: HTML
    /// What the choice does to the clock, or what is still missing; nil when nothing is to be said.
    package let notice: Notice?
    package let buttons: [Button]
    package let form: Form

    package struct Form: Sendable {
        package let action: Link
        package let formToken: String
        package let key: String
        package let hidden: [(name: String, value: String)]

        package init(action: Link, formToken: String, key: String, hidden: [(name: String, value: String)]) {
            self.action = action
            self.formToken = formToken
            self.key = key
            self.hidden = hidden
        }
    }

    package init(heading: String, fields: HTML, notice: Notice?, buttons: [Button], form: Form) {
        self.heading = heading
        self.fields = fields
        self.notice = notice
        self.buttons = buttons
        self.form = form
    }

    package func html(in language: Language) -> HTML {
        let body: HTML = """
            <h2 id="decision-h">\(heading)</h2>\(fields)\(notice, language)<div class="actions">\(buttons, language)\
            </div>
            """
        let actionForm = ActionForm(
            action: form.action, formToken: form.formToken, key: form.key, hidden: form.hidden, hasFiles: false,
            look: .staffPanel, body: body)
        return "<aside class=\"cd__aside\" aria-labelledby=\"decision-h\">\(actionForm, language)</aside>"
    }
}

/// What was compared with the registers (自动核验): mismatches first, each with source and time.
package struct CheckTable: Piece {
    package enum Result: Hashable, Sendable, CaseIterable {
        case mismatch
        /// The source gave no answer.
        case unknown
        case match
    }

    package struct Check: Sendable {
        package let name: String
        package let given: String
        package let found: String
        /// `不动产登记，8/10 09:02`.
        package let source: String
        package let result: Result

        package init(_ name: String, given: String, found: String, source: String, result: Result) {
            self.name = name
            self.given = given
            self.found = found
            self.source = source
            self.result = result
        }
    }

    package let caption: String
    package let checks: [Check]

    package init(caption: String, checks: [Check]) {
        self.caption = caption
        self.checks = checks
    }

    package func html(in language: Language) -> HTML {
        let words = language.words.check
        let ordered = Result.allCases.flatMap { result in checks.filter { $0.result == result } }
        return DataTable(
            caption: caption, isCaptionShown: false,
            columns: [words.item, words.given, words.found, words.source, words.result].map { DataTable.Column($0) },
            rows: ordered.map { check in
                DataTable.Row([
                    HTML(escaping: check.name), HTML(escaping: check.given), HTML(escaping: check.found),
                    HTML(escaping: check.source), light(check.result, in: language).html(in: language),
                ])
            }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    private func light(_ result: Result, in language: Language) -> Light {
        let words = language.words.check
        switch result {
        case .mismatch: return Light(.bad, words.mismatch)
        case .unknown: return Light(.pause, words.noAnswer)
        case .match: return Light(.normal, words.match)
        }
    }
}
