import Values

/// Where one is in a form of several pages (步骤头).
package struct StepHeader: Piece {
    package let subject: String
    package let names: [String]
    /// Index into `names`.
    package let current: Int

    /// `current` counts from 0 and must be one of the names.
    package init(subject: String, names: [String], current: Int) {
        precondition(names.indices.contains(current), "step \(current) of \(names.count) does not exist")
        self.subject = subject
        self.names = names
        self.current = current
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="steps"><p class="steps__now">\(subject)&ensp;\
        \(language.words.form.step(current + 1, names.count))</p>\
        <ol class="steps__bar" aria-hidden="true">\(names.indices, { bar($0) })</ol>\
        <ol class="steps__names" aria-label="\(language.words.form.steps)">\(names.indices, { name($0) })</ol></div>
        """
    }

    private func bar(_ index: Int) -> HTML {
        index < current ? "<li class=\"done\"></li>" : index == current ? "<li class=\"now\"></li>" : "<li></li>"
    }

    private func name(_ index: Int) -> HTML {
        "<li\(attribute: "aria-current", index == current ? "step" : nil)>\(names[index])</li>"
    }
}

/// The way back above a form step: a link that names where it leads.
package struct BackLink: Piece {
    package let label: String
    package let link: Link

    package init(_ label: String, to link: Link) {
        self.label = label
        self.link = link
    }

    package func html(in language: Language) -> HTML {
        """
        <nav aria-label="\(language.words.shell.back)"><a class="back" href="\(link)">\(Icon.arrowLeft.html)\(label)\
        </a></nav>
        """
    }
}
