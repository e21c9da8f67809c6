/// A phrase in the two languages of the interface: Simplified Chinese first, English second.
package struct Wording: Hashable, Sendable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    package subscript(language: Language) -> String {
        language == .chinese ? zh : en
    }
}

/// The languages of the interface.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case chinese = "zh-Hans"
    case english = "en"
}
