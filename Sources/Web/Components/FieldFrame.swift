import Values

/// What every field has around its control: label above, hint under the label, and the error between.
package struct FieldFrame: Sendable {
    /// The id of the first control, the name of the value, and the `place` of a `Problem` about it.
    package let id: String
    package let label: String
    /// One sentence, no link inside; nil when none is needed.
    package let hint: String?
    /// Exactly the words of the error summary; nil when the answer is in order.
    package let error: String?
    /// Only optional fields are marked （选填）.
    package let isOptional: Bool

    /// A field that must be filled in.
    package init(id: String, label: String, hint: String? = nil, error: String? = nil) {
        self.init(id: id, label: label, hint: hint, error: error, isOptional: false)
    }

    package init(id: String, label: String, hint: String? = nil, error: String? = nil, isOptional: Bool) {
        self.id = id
        self.label = label
        self.hint = hint
        self.error = error
        self.isOptional = isOptional
    }

    /// Ids of hint and error, for `aria-describedby`; nil when there are none.
    var describedBy: String? {
        let ids = [hint == nil ? nil : id + "-hint", error == nil ? nil : id + "-err"].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    var invalid: String? { error == nil ? nil : "true" }

    /// A field with one control.
    func around(_ control: HTML, in language: Language) -> HTML {
        """
        <div class="field\(errorClass)"><label for="\(id)">\(label)\(optional(in: language))</label>\
        \(hintAndError(in: language))\(control)</div>
        """
    }

    /// A field of several controls, with the label as the legend of the group.
    package func aroundGroup(_ controls: HTML, in language: Language) -> HTML {
        """
        <fieldset class="field\(errorClass)"\(attribute: "aria-describedby", describedBy)>\
        <legend>\(label)\(optional(in: language))</legend>\(hintAndError(in: language))\(controls)</fieldset>
        """
    }

    private var errorClass: HTML { error == nil ? "" : " field--err" }

    private func optional(in language: Language) -> HTML? {
        isOptional ? " <span class=\"opt\">\(language.words.form.optional)</span>" : nil
    }

    private func hintAndError(in language: Language) -> HTML {
        var html = HTML.empty
        if let hint { html += "<p class=\"hint\" id=\"\(id)-hint\">\(hint)</p>" }
        if let error {
            html += """
                <p class="err" id="\(id)-err"><span><span class="sr">\(language.words.form.errorMark)</span>\
                \(error)</span></p>
                """
        }
        return html
    }
}

/// How wide a box is, so that it shows how much is expected.
package enum FieldWidth: Sendable {
    case characters3, characters4, characters8, characters12, characters20, characters30, full

    var modifier: HTML {
        switch self {
        case .characters3: " w-3"
        case .characters4: " w-4"
        case .characters8: " w-8"
        case .characters12: " w-12"
        case .characters20: " w-20"
        case .characters30: " w-30"
        case .full: ""
        }
    }
}
