import Values

/// One line of text.
package struct TextField: Piece {
    /// What is asked, which decides keyboard, completion and spelling help.
    package enum Kind: Hashable, Sendable, CaseIterable {
        case text, personName, telephone, email, idNumber, code, address, account, password, newPassword, search
    }

    package let field: FieldFrame
    package let kind: Kind
    package let value: String
    package let width: FieldWidth

    package init(_ field: FieldFrame, kind: Kind, value: String, width: FieldWidth) {
        self.field = field
        self.kind = kind
        self.value = value
        self.width = width
    }

    package func html(in language: Language) -> HTML {
        // A password is never sent back, not even to the one who typed it.
        let shown = kind == .password || kind == .newPassword ? "" : value
        return field.around(
            """
            <input class="input\(width.modifier)" id="\(field.id)" name="\(field.id)"\(attributes) value="\(shown)"\
            \(attribute: "aria-invalid", field.invalid)\(attribute: "aria-describedby", field.describedBy)>
            """, in: language)
    }

    private var attributes: HTML {
        switch kind {
        case .text: ""
        case .personName: " autocomplete=\"name\" spellcheck=\"false\""
        case .telephone: " type=\"tel\" inputmode=\"tel\" autocomplete=\"tel\" spellcheck=\"false\""
        case .email: " type=\"email\" autocomplete=\"email\" spellcheck=\"false\""
        case .idNumber: " autocomplete=\"off\" spellcheck=\"false\" autocapitalize=\"characters\""
        case .code: " autocomplete=\"off\" spellcheck=\"false\" autocapitalize=\"none\""
        case .address: " autocomplete=\"street-address\""
        case .account: " autocomplete=\"username\" spellcheck=\"false\" autocapitalize=\"none\""
        case .password: " type=\"password\" autocomplete=\"current-password\""
        case .newPassword: " type=\"password\" autocomplete=\"new-password\""
        case .search: " type=\"search\" autocomplete=\"off\""
        }
    }
}

/// A number with its unit; the value is kept as it was typed.
package struct NumberField: Piece {
    package let field: FieldFrame
    package let value: String
    /// `平方米`, `元`; nil for a bare count.
    package let unit: String?
    package let isWhole: Bool

    package init(_ field: FieldFrame, value: String, unit: String?, isWhole: Bool) {
        self.field = field
        self.value = value
        self.unit = unit
        self.isWhole = isWhole
    }

    package func html(in language: Language) -> HTML {
        let mode = isWhole ? "numeric" : "decimal"
        let unitId = field.id + "-unit"
        let described = [field.describedBy, unit == nil ? nil : unitId].compactMap { $0 }.joined(separator: " ")
        return field.around(
            """
            <div class="affix"><input class="input w-8" id="\(field.id)" name="\(field.id)" inputmode="\(mode)"\
             value="\(value)" autocomplete="off"\(attribute: "aria-invalid", field.invalid)\
            \(attribute: "aria-describedby", described.isEmpty ? nil : described)>\
            \(unit.map { "<span id=\"\(unitId)\">\($0)</span>" })</div>
            """, in: language)
    }
}

/// Several lines of text.
package struct TextArea: Piece {
    package let field: FieldFrame
    package let value: String

    package init(_ field: FieldFrame, value: String) {
        self.field = field
        self.value = value
    }

    package func html(in language: Language) -> HTML {
        // The line break after the tag is dropped by the browser, so that a first empty line is kept.
        field.around(
            """
            <textarea class="area" id="\(field.id)" name="\(field.id)"\(attribute: "aria-invalid", field.invalid)\
            \(attribute: "aria-describedby", field.describedBy)>\n\(value)</textarea>
            """, in: language)
    }
}
