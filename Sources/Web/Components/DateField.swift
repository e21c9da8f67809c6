import Values

/// A date in three boxes (年 月 日), as it was typed; read with `FormInput.day(_:)`.
///
/// Names are `id-year`, `id-month` and `id-day`; the first box has the id of the field.
package struct DateField: Piece {
    package struct Value: Hashable, Sendable {
        package let year: String
        package let month: String
        package let day: String

        package init(year: String, month: String, day: String) {
            self.year = year
            self.month = month
            self.day = day
        }

        /// The three boxes filled from a day; empty without one.
        package init(_ day: Day?) {
            let parts = day?.parts
            year = parts.map { String($0.year) } ?? ""
            month = parts.map { String($0.month) } ?? ""
            self.day = parts.map { String($0.day) } ?? ""
        }

        package var isEmpty: Bool { year.isEmpty && month.isEmpty && day.isEmpty }
    }

    package let field: FieldFrame
    package let value: Value
    /// A birthday may be completed by the browser.
    package let isBirthday: Bool

    package init(_ field: FieldFrame, value: Value, isBirthday: Bool) {
        self.field = field
        self.value = value
        self.isBirthday = isBirthday
    }

    package func html(in language: Language) -> HTML {
        let words = language.words.form
        return field.aroundGroup(
            """
            <div class="inline">\(box("year", words.year, value.year))\(box("month", words.month, value.month))\
            \(box("day", words.day, value.day))</div>
            """, in: language)
    }

    private func box(_ part: String, _ label: String, _ value: String) -> HTML {
        let id = part == "year" ? field.id : "\(field.id)-\(part)"
        let width: HTML = part == "year" ? "w-4" : "w-3"
        return """
            <div><label for="\(id)">\(label)</label><input class="input \(width)" id="\(id)" name="\(field.id)-\(part)"\
             inputmode="numeric" value="\(value)"\(attribute: "autocomplete", isBirthday ? "bday-" + part : "off")\
            \(attribute: "aria-invalid", field.invalid)></div>
            """
    }
}
