import Values
import Web

/// Tasks beside their source: the sentences with the place marked, and what was read out of them.
struct MandateReviewPage {
    let document: MandateDocument
    let reviews: [MandateReview]
    /// Doubts of the document that belong to none of its tasks come before all others.
    let doubts: [MandateLedger.Doubt]
    /// Place of the first task of the next page; nil at the end.
    let next: Int?
    let today: Day

    static let length = 10

    private var link: Link { MandatePage.review(document.id) }

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let title = document.ledger.paper.title
        let more: HTML? = next.map {
            "<a href=\"\(link.with([("from", String($0))]))\" rel=\"next\">\(MandatePageWords.next, language)</a>"
        }
        return """
            \(Breadcrumb(
                [(MandatePageWords.title[language], MandatesPage.link), (title, MandatePage.link(document.id))],
                here: MandatePageWords.review[language]), language)\
            \(WorkHead(MandatePageWords.review[language], subtitle: HTML(escaping: title)), language)\
            <div class="stack">\(MandateDoubts(doubts: doubts).panel(in: language))\
            \(reviews, { panel($0, in: language) })\(acceptAll(for: reader, key: key))\
            \(more.map { "<p>\($0)</p>" })</div>
            """
    }

    private func panel(_ review: MandateReview, in language: Language) -> HTML {
        let task = review.task
        let open = Button(
            MandatePageWords.openTask[language], weight: .normal, size: .small,
            act: .go(MandatePage.task(document.id, task.id)))
        let tag = MandateStandingTag(standing: task.standing).html(in: language)
        return Panel(
            id: "task-\(task.id)", heading: task.read.printedNumber + task.now.title, density: .staff,
            body: """
                <p>\(tag)</p><div class="grid2">\(MandateSourcePart(review: review).html(in: language))\
                \(MandateResultPart(review: review, today: today).html(in: language))</div><p>\(open, language)</p>
                """
        ).html(in: language)
    }

    /// Only what this page shows whole is accepted by it; each task with the revision that was seen.
    private func acceptAll(for reader: Reader, key: String) -> HTML {
        let plain = reviews.filter(\.isPlain)
        guard !plain.isEmpty, document.replacedBy == nil else { return .empty }
        let language = reader.language
        let list: HTML =
            "<ul>\(plain, { "<li>\($0.task.read.printedNumber)\($0.task.now.title)</li>" })</ul>"
        let form = ActionForm(
            action: "/w/mandates/\(document.id)/acceptances", formToken: reader.formToken, key: key,
            hidden: plain.map { ("seen", "\($0.task.id):\($0.task.revision)") }, hasFiles: false, look: .plain,
            body: """
                <p>\(MandatePageWords.acceptAllHint, language)</p>\(list)\
                \(ButtonRow([.submit(MandatePageWords.acceptAll[language])]), language)
                """)
        return Panel(
            id: "accept-all", heading: MandatePageWords.acceptAll[language], density: .staff,
            body: form.html(in: language)
        ).html(in: language)
    }
}

/// The source of a task, line by line with places; the task's own passage is marked.
struct MandateSourcePart {
    let review: MandateReview

    func html(in language: Language) -> HTML {
        """
        <div><h3>\(MandatePageWords.source, language)</h3>\(review.lines, { line in
            """
            <p><span class="muted small">\(line.place, language)</span><br>\(line.stretches, {
                $0.isMarked ? "<mark>\($0.text)</mark>" : "\($0.text)"
            })</p>
            """
        })\(doubts(in: language))</div>
        """
    }

    private func doubts(in language: Language) -> HTML {
        if review.doubts.isEmpty { return .empty }
        return Notice(
            .warn, title: MandatePageWords.doubts[language],
            paragraphs: review.doubts.map { "\($0.place, language)：\($0.message, language)" }
        ).html(in: language)
    }
}

/// What was read out of a task, with the units that are meant.
struct MandateResultPart {
    let review: MandateReview
    let today: Day

    func html(in language: Language) -> HTML {
        let task = review.task.now
        var lead = names(review.lead, in: language)
        if !task.isLeadPrinted, !task.lead.isEmpty {
            lead += "<p class=\"muted small\">\(MandatePageWords.proposed, language)</p>"
        }
        let deadlines: HTML = "\(task.deadlines, { deadline($0, in: language) })"
        let targets: HTML = "\(task.targets, { target($0, in: language) })"
        let rows = [
            SummaryList.Row(MandatePageWords.text[language], text: task.text),
            SummaryList.Row(MandatePageWords.leadUnit[language], lead),
            SummaryList.Row(MandatePageWords.supportUnits[language], names(review.support, in: language)),
            SummaryList.Row(MandatePageWords.deadline[language], deadlines),
            SummaryList.Row(MandatePageWords.targets[language], targets),
        ]
        return """
            <div><h3>\(MandatePageWords.result, language)</h3>\(SummaryList(rows), language)</div>
            """
    }

    private func deadline(_ deadline: MandateLedger.Deadline, in language: Language) -> HTML {
        let day = deadline.date.map { language.date($0, seenOn: today) } ?? MandatePageWords.noDate[language]
        return "<p>\(day) <span class=\"muted\">\(deadline.raw)</span></p>"
    }

    private func target(_ target: MandateLedger.Target, in language: Language) -> HTML {
        """
        <p>\(target.what) \(MandatePageWords.comparator(target.comparator), language) \
        \(target.value.shortest.description) \(target.unit) <span class="muted">\(target.raw)</span></p>
        """
    }

    private func names(_ all: [MandateReview.Named], in language: Language) -> HTML {
        "\(all, { name($0, in: language) })"
    }

    private func name(_ named: MandateReview.Named, in language: Language) -> HTML {
        let meant: HTML =
            named.units.isEmpty
            ? "<b>\(MandatePageWords.open, language)</b>" : HTML(escaping: named.units.joined(separator: "、"))
        return "<p>\(named.printed) <span class=\"muted\">→ \(meant)</span></p>"
    }
}
