import Values

/// How a page is shown; chosen by the reader and kept in cookies, on every page alike.
package struct Display: Hashable, Sendable {
    /// 关怀版: large type, large targets, one column.
    package var isCare: Bool
    package var isHighContrast: Bool

    package init(isCare: Bool, isHighContrast: Bool) {
        self.isCare = isCare
        self.isHighContrast = isHighContrast
    }

    package static let standard = Display(isCare: false, isHighContrast: false)
}

/// Who reads a page: language, display, name, and the page's own address for switches that come back to it.
package struct Reader: Sendable {
    package let language: Language
    package let display: Display
    /// The name of the signed-in person or officer, nil for anyone.
    package let name: String?
    /// The present, for 今天 and the time of printing.
    package let moment: Moment
    /// The address of this page.
    package let here: Link
    /// The token that a form of this reader must carry.
    package let formToken: String

    package init(
        language: Language, display: Display, name: String?, moment: Moment, here: Link, formToken: String
    ) {
        self.language = language
        self.display = display
        self.name = name
        self.moment = moment
        self.here = here
        self.formToken = formToken
    }
}
