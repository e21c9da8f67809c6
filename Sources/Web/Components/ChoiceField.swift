import Values

/// One or several of a few answers.
package struct ChoiceField: Piece {
    package enum Style: Hashable, Sendable, CaseIterable {
        /// One of up to about seven, all visible.
        case radios
        /// One, as tappable cards side by side.
        case radioCards
        /// Any number.
        case checkboxes
        case checkboxCards
        /// One of many.
        case select
    }

    package struct Option: Sendable {
        package let value: String
        package let label: String
        package let hint: String?
        /// Questions that follow from this answer; always shown, as there may be no script.
        package let reveal: HTML?

        package init(_ value: String, _ label: String, hint: String? = nil, reveal: HTML? = nil) {
            self.value = value
            self.label = label
            self.hint = hint
            self.reveal = reveal
        }
    }

    package let field: FieldFrame
    package let style: Style
    package let options: [Option]
    package let chosen: Set<String>

    package init(_ field: FieldFrame, style: Style, options: [Option], chosen: Set<String>) {
        self.field = field
        self.style = style
        self.options = options
        self.chosen = chosen
    }

    /// Yes or no, `true` or `false`; nothing is chosen for nil.
    package static func yesOrNo(_ field: FieldFrame, chosen: Bool?, in language: Language) -> ChoiceField {
        let words = language.words.form
        return ChoiceField(
            field, style: .radios, options: [Option("true", words.yes), Option("false", words.no)],
            chosen: chosen.map { [$0 ? "true" : "false"] } ?? [])
    }

    package func html(in language: Language) -> HTML {
        switch style {
        case .radios: field.aroundGroup(choices(type: "radio"), in: language)
        case .checkboxes: field.aroundGroup(choices(type: "checkbox"), in: language)
        case .radioCards: field.aroundGroup(cards(type: "radio"), in: language)
        case .checkboxCards: field.aroundGroup(cards(type: "checkbox"), in: language)
        case .select: field.around(select(in: language), in: language)
        }
    }

    private func cards(type: StaticString) -> HTML {
        "<div class=\"choices--card choices--row\">\(choices(type: type))</div>"
    }

    private func choices(type: StaticString) -> HTML {
        var html = HTML.empty
        for (index, option) in options.enumerated() {
            let id = index == 0 ? field.id : "\(field.id)-\(index + 1)"
            let hintId = option.hint == nil ? nil : id + "-about"
            html += """
                <div class="choice"><input type="\(HTML(stringLiteral: type))" name="\(field.id)" id="\(id)"\
                 value="\(option.value)"\(flag: "checked", chosen.contains(option.value))\
                \(attribute: "aria-describedby", hintId)><label for="\(id)">\(option.label)</label>\
                \(option.hint.map { "<p class=\"hint\" id=\"\(id)-about\">\($0)</p>" })</div>\
                \(option.reveal.map { "<div class=\"reveal\">\($0)</div>" })
                """
        }
        return html
    }

    private func select(in language: Language) -> HTML {
        """
        <select class="select w-20" id="\(field.id)" name="\(field.id)"\(attribute: "aria-invalid", field.invalid)\
        \(attribute: "aria-describedby", field.describedBy)>\
        <option value=""\(flag: "selected", chosen.isEmpty)>\(language.words.form.choose)</option>\
        \(options, { option in
            let isChosen = chosen.contains(option.value)
            return "<option value=\"\(option.value)\"\(flag: "selected", isChosen)>\(option.label)</option>"
        })\
        </select>
        """
    }
}

/// A promise or a statement that one ticks (承诺、声明): the whole sentence, and nothing ticked beforehand.
package struct PromiseField: Piece {
    package let field: FieldFrame
    /// The consequence, or the article that asks for it; nil when none.
    package let consequence: String?
    package let isTicked: Bool

    package init(_ field: FieldFrame, consequence: String?, isTicked: Bool) {
        self.field = field
        self.consequence = consequence
        self.isTicked = isTicked
    }

    package func html(in language: Language) -> HTML {
        let about = consequence == nil ? nil : field.id + "-about"
        let described = [field.describedBy, about].compactMap { $0 }.joined(separator: " ")
        let error: HTML? = field.error.map {
            """
            <p class="err" id="\(field.id)-err"><span><span class="sr">\(language.words.form.errorMark)</span>\
            \($0)</span></p>
            """
        }
        let className: HTML = field.error == nil ? "field" : "field field--err"
        return """
            <div class="\(className)">\(error)<div class="choice"><input type="checkbox" id="\(field.id)" name="\
            \(field.id)"\
             value="true"\(flag: "checked", isTicked)\(attribute: "aria-invalid", field.invalid)\
            \(attribute: "aria-describedby", described.isEmpty ? nil : described)>\
            <label for="\(field.id)">\(field.label)</label>\
            \(consequence.map { "<p class=\"hint\" id=\"\(field.id)-about\">\($0)</p>" })</div></div>
            """
    }
}
