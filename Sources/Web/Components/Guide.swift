import Values

/// The five questions that are asked first (要点条): how long, how often, what fee, how many documents, what result.
package struct KeyFacts: Piece {
    package struct Fact: Sendable {
        package let question: String
        package let answer: String
        package let note: String?

        package init(_ question: String, _ answer: String, note: String? = nil) {
            self.question = question
            self.answer = answer
            self.note = note
        }
    }

    package let facts: [Fact]

    package init(_ facts: [Fact]) {
        self.facts = facts
    }

    package func html(in language: Language) -> HTML {
        let four: HTML = facts.count == 4 ? " facts--4" : ""
        return """
            <dl class="facts\(four) num">\(facts, {
                "<div><dt>\($0.question)</dt><dd>\($0.answer)\($0.note.map { "<br><small>\($0)</small>" })</dd></div>"
            })</dl>
            """
    }
}

/// What happens one after the other (办理流程、接下来).
package struct Flow: Piece {
    package let steps: [(title: String, text: String?)]

    package init(_ steps: [(title: String, text: String?)]) {
        self.steps = steps
    }

    package func html(in language: Language) -> HTML {
        """
        <ol class="flow">\(steps, { step in
            let text: HTML? = step.text.map { "<p class=\"sub\">\($0)</p>" }
            return "<li><b>\(step.title)</b>\(text)</li>"
        })</ol>
        """
    }
}

/// The documents that a case needs and how each is answered (材料清单).
package struct MaterialsList: Piece {
    package enum How: Hashable, Sendable, CaseIterable {
        /// To be uploaded or brought.
        case upload
        /// May follow after a promise (容缺后补).
        case later
        /// Replaced by a promise of the applicant (告知承诺).
        case promise
        /// Not needed: a register or a certificate answers it (免交).
        case free
    }

    package struct Material: Sendable {
        package let name: String
        package let how: How
        /// Reason and source; with a sample to look at where there is one.
        package let note: HTML

        package init(_ name: String, how: How, note: HTML) {
            self.name = name
            self.how = how
            self.note = note
        }
    }

    package let caption: String
    package let materials: [Material]

    package init(caption: String, materials: [Material]) {
        self.caption = caption
        self.materials = materials
    }

    package func html(in language: Language) -> HTML {
        let words = language.words.guide
        return DataTable(
            caption: caption, isCaptionShown: false,
            columns: [.init(words.material), .init(words.how), .init(words.note)],
            rows: materials.map { material in
                DataTable.Row([
                    HTML(escaping: material.name), "\(MaterialsList.tag(material.how, in: language), language)",
                    material.note,
                ])
            }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    /// 要上传, 可后补, 可承诺, 免交.
    package static func tag(_ how: How, in language: Language) -> Tag {
        let words = language.words.guide
        switch how {
        case .upload: return Tag(.info, words.upload)
        case .later: return Tag(.warn, words.later)
        case .promise: return Tag(.info, words.promise)
        case .free: return Tag(.ok, words.free)
        }
    }
}

/// The parts of a long page, beside it on a wide screen.
package struct PageContents: Piece {
    package let parts: [(id: String, label: String)]

    package init(_ parts: [(id: String, label: String)]) {
        self.parts = parts
    }

    package func html(in language: Language) -> HTML {
        """
        <nav class="guide__nav" aria-label="\(language.words.shell.onThisPage)"><ul>\
        \(parts, { "<li><a href=\"\(Link.part($0.id))\">\($0.label)</a></li>" })</ul></nav>
        """
    }
}
