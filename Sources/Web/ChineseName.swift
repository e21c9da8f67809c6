import Values

/// A name that exists in Chinese only, such as that of an authority or a document: marked as Chinese on other pages, so
/// that it is read aloud as such.
package struct ChineseName: Piece {
    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    package func html(in language: Language) -> HTML {
        guard let mark = language.mark(of: text) else { return HTML(escaping: text) }
        return "<span lang=\"\(mark)\">\(text)</span>"
    }
}

extension Language {
    /// The attribute `lang` of a Chinese name on a page of this language; nil where the page is Chinese itself.
    package var markOfChinese: String? { self == .chinese ? nil : Language.chinese.tag }

    /// The same for a text that may be Chinese or not.
    package func mark(of text: String) -> String? {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } ? markOfChinese : nil
    }
}
