import Values

/// What the city already holds (已经掌握的信息): read-only, with source and time, and how to correct it.
package struct KnownFacts: Piece {
    package struct Fact: Sendable {
        package let label: String
        package let value: String
        /// `市市场监管局 8 月 10 日核验`.
        package let source: String

        package init(_ label: String, _ value: String, source: String) {
            self.label = label
            self.value = value
            self.source = source
        }
    }

    package let heading: String
    /// Where it comes from and how to correct it: `来自营业执照，不用再填。有误请先变更营业执照。`
    package let correction: String
    package let facts: [Fact]

    package init(heading: String, correction: String, facts: [Fact]) {
        self.heading = heading
        self.correction = correction
        self.facts = facts
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="field"><p class="label">\(heading)</p><p class="hint">\(correction)</p><dl class="known">\
        \(facts, {
            """
            <div><dt>\($0.label)</dt><dd class="num">\($0.value)</dd><dd class="small muted">\($0.source)</dd></div>
            """
        })</dl></div>
        """
    }
}
