import Values

/// A button or a link that looks like one; its word is the act: 提交申请, not 确定.
package struct Button: Piece {
    package enum Weight: Hashable, Sendable, CaseIterable {
        /// The one main act of a page.
        case main, normal, danger, quiet
    }

    package enum Size: Hashable, Sendable { case normal, large, small, block }

    package enum Act: Sendable {
        case go(Link)
        /// Sends the form; name and value say which button it was.
        case send(name: String?, value: String)
        /// Prints the page; hidden until a script can do it.
        case print
    }

    package let label: String
    package let weight: Weight
    package let size: Size
    package let icon: Icon?
    package let act: Act

    package init(_ label: String, weight: Weight, size: Size = .normal, icon: Icon? = nil, act: Act) {
        self.label = label
        self.weight = weight
        self.size = size
        self.icon = icon
        self.act = act
    }

    /// The main button at the end of a form.
    package static func submit(_ label: String) -> Button {
        Button(label, weight: .main, size: .large, act: .send(name: nil, value: ""))
    }

    package func html(in language: Language) -> HTML {
        let inner: HTML = "\(icon?.html)\(label)"
        switch act {
        case .go(let link): return "<a class=\"btn\(modifiers)\" href=\"\(link)\">\(inner)</a>"
        case .send(let name, let value):
            return """
                <button class="btn\(modifiers)" type="submit"\(attribute: "name", name)\
                \(attribute: "value", name == nil ? nil : value)>\(inner)</button>
                """
        case .print: return "<button class=\"btn\(modifiers)\" type=\"button\" data-print hidden>\(inner)</button>"
        }
    }

    private var modifiers: HTML {
        let weight: HTML
        switch self.weight {
        case .main: weight = " btn--main"
        case .normal: weight = ""
        case .danger: weight = " btn--danger"
        case .quiet: weight = " btn--quiet"
        }
        switch size {
        case .normal: return weight
        case .large: return weight + " btn--lg"
        case .small: return weight + " btn--sm"
        case .block: return weight + " btn--block"
        }
    }
}

/// The acts at the end of a form or a section, the main one first.
package struct ButtonRow: Piece {
    package let buttons: [Button]

    package init(_ buttons: [Button]) {
        self.buttons = buttons
    }

    package func html(in language: Language) -> HTML {
        "<div class=\"actions\">\(buttons, language)</div>"
    }
}
