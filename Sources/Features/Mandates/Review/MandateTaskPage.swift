import Values
import Web

/// One task: its source, what was read, and the three things that can be said of it.
struct MandateTaskPage {
    let document: MandateDocument
    let review: MandateReview
    let correction: MandateCorrectionForm
    let assignment: MandateAssignmentForm
    let problems: [Problem]
    /// Something was just saved.
    let isDone: Bool
    let today: Day

    private var task: MandateTask { review.task }
    private var link: Link { MandatePage.task(document.id, task.id) }

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let title = document.ledger.paper.title
        let done: HTML =
            isDone
            ? Notice(.ok, title: MandatePageWords.done[language], paragraphs: [], isNews: true).html(in: language) : ""
        let beside = Panel(
            id: "beside", heading: MandatePageWords.review[language], density: .staff,
            body: """
                <div class="grid2">\(MandateSourcePart(review: review).html(in: language))\
                \(MandateResultPart(review: review, today: today).html(in: language))</div>
                """)
        return """
            \(ErrorSummary(problems), language)\
            \(Breadcrumb(
                [
                    (MandatePageWords.title[language], MandatesPage.link), (title, MandatePage.link(document.id)),
                    (MandatePageWords.review[language], MandatePage.review(document.id)),
                ], here: task.read.printedNumber), language)\
            \(WorkHead(
                task.read.printedNumber + task.now.title,
                subtitle: MandateStandingTag(standing: task.standing).html(in: language)), language)\
            <div class="stack">\(done)\(accepted(in: language))\(beside, language)\
            \(forms(for: reader, key: key))\(takingBack(for: reader, key: key))\(corrections(in: language))\
            \(takingsBack(in: language))</div>
            """
    }

    private func forms(for reader: Reader, key: String) -> HTML {
        guard task.standing == .waiting, document.replacedBy == nil else { return .empty }
        let language = reader.language
        let continues: HTML =
            review.continues == nil
            ? ""
            : Notice(.info, title: MandatePageWords.continues[language], paragraphs: []).html(in: language)
        return """
            \(continues)\(form("acceptance", for: reader, key: key, assignmentFields(in: language)))\
            \(form("corrections", for: reader, key: key + "c", correction.html(problems, in: language)))\
            \(form("rejection", for: reader, key: key + "r", rejection(in: language)))
            """
    }

    private func assignmentFields(in language: Language) -> HTML {
        assignment.html(problems, sentTo: "/w/mandates/\(document.id)/tasks/\(task.id)/acceptance", in: language)
    }

    /// Who does it and by when, as it was accepted.
    private func accepted(in language: Language) -> HTML {
        guard let assignment = task.assignment else { return .empty }
        let every = MandatePageWords.period(assignment.reportEvery)
        var rows = [
            MeantUnits(meant: assignment.meant, names: review.assigned).row(in: language),
            SummaryList.Row(MandatePageWords.due[language], text: language.date(assignment.due, seenOn: today)),
            SummaryList.Row(MandatePageWords.reportEvery[language], text: every[language]),
        ].compactMap { $0 }
        if assignment.lead.count > 1, let first = assignment.lead.first {
            rows.insert(SummaryList.Row(UnitChoiceWords.first[language], text: review.assigned[first] ?? first), at: 1)
        }
        return Panel(
            id: "accepted", heading: MandatePageWords.accepted[language], density: .staff,
            body: SummaryList(rows).html(in: language)
        ).html(in: language)
    }

    /// An acceptance may be taken back while the document is in force.
    private func takingBack(for reader: Reader, key: String) -> HTML {
        guard task.standing == .accepted, document.replacedBy == nil else { return .empty }
        let language = reader.language
        let reason = TextArea(
            FieldFrame(
                id: "take-back-reason", label: MandatePageWords.reason[language],
                error: problems.message(at: "take-back-reason", in: language)), value: "")
        let button = Button(MandatePageWords.takeBack[language], weight: .danger, act: .send(name: nil, value: ""))
        let record = AssignmentFollower.record(of: task, in: document.id)
        let first = AssignmentFollower.caseID(of: record, at: task.assignment?.lead.first ?? "")
        return form(
            "taking-back", for: reader, key: key + "t",
            """
            <h2>\(MandatePageWords.takeBack, language)</h2><p>\(MandatePageWords.takeBackHint, language) \
            <a href="\(LedgerPage.link(first))">\(MandatePageWords.showCases, language)</a></p>\
            \(reason, language)\(ButtonRow([button]), language)
            """)
    }

    private func takingsBack(in language: Language) -> HTML {
        if task.takingsBack.isEmpty { return .empty }
        return Panel(
            id: "takings-back", heading: MandatePageWords.takingsBack[language], density: .staff,
            body: SummaryList(
                task.takingsBack.map { SummaryList.Row(language.fullDateTime($0.at), text: $0.reason) }
            ).html(in: language)
        ).html(in: language)
    }

    private func form(_ deed: String, for reader: Reader, key: String, _ body: HTML) -> HTML {
        ActionForm(
            action: "/w/mandates/\(document.id)/tasks/\(task.id)/\(deed)", formToken: reader.formToken, key: key,
            hidden: [("revision", String(task.revision))], hasFiles: false, look: .staffPanel, body: body
        ).html(in: reader.language)
    }

    private func rejection(in language: Language) -> HTML {
        let reason = TextArea(
            FieldFrame(
                id: "reject-reason", label: MandatePageWords.reason[language],
                error: problems.message(at: "reject-reason", in: language)), value: "")
        let button = Button(
            MandatePageWords.reject[language], weight: .danger, act: .send(name: nil, value: ""))
        return """
            <h2>\(MandatePageWords.reject, language)</h2><p>\(MandatePageWords.rejectHint, language)</p>\
            \(reason, language)\(ButtonRow([button]), language)
            """
    }

    private func corrections(in language: Language) -> HTML {
        if task.corrections.isEmpty { return .empty }
        let rows = task.corrections.map { correction in
            SummaryList.Row(language.fullDateTime(correction.at), text: correction.reason)
        }
        return Panel(
            id: "corrections", heading: MandatePageWords.corrections[language], density: .staff,
            body: SummaryList(rows).html(in: language)
        ).html(in: language)
    }
}

/// Who does it and by when, as typed.
struct MandateAssignmentForm {
    let choices: UnitChoices
    let due: DateField.Value
    let reportEvery: ReportPeriod
    let areReportsPrinted: Bool

    func html(_ problems: [Problem], sentTo action: Link, in language: Language) -> HTML {
        let units = UnitChoicePage(choices: choices, problems: problems, action: action)
        let dueField = DateField(
            FieldFrame(
                id: "due", label: MandatePageWords.due[language], error: problems.message(at: "due", in: language)),
            value: due, isBirthday: false)
        let reports = ChoiceField(
            FieldFrame(
                id: "report-every", label: MandatePageWords.reportEvery[language],
                hint: MandatePageWords.reportHint(isPrinted: areReportsPrinted)[language],
                error: problems.message(at: "report-every", in: language)), style: .radios,
            options: ReportPeriod.allCases.map { .init($0.rawValue, MandatePageWords.period($0)[language]) },
            chosen: [reportEvery.rawValue])
        return """
            <h2>\(MandatePageWords.accept, language)</h2><p>\(MandatePageWords.acceptHint, language)</p>\
            <div id="lead">\(units.html(in: language))</div>\(dueField, language)\(reports, language)\
            \(ButtonRow([.submit(MandatePageWords.accept[language])]), language)
            """
    }
}

/// Every field that was read, as typed.
struct MandateCorrectionForm {
    /// A deadline as typed.
    struct Due {
        let raw: String
        let date: DateField.Value
    }

    /// A figure as typed.
    struct Figure {
        let raw: String
        let what: String
        let comparator: String
        let value: String
        let unit: String
    }

    let title: String
    let text: String
    let lead: String
    let support: String
    /// The last one is empty, to add another.
    let deadlines: [Due]
    let figures: [Figure]
    let reason: String

    func html(_ problems: [Problem], in language: Language) -> HTML {
        func area(_ id: String, _ label: Wording, _ hint: Wording?, _ value: String, isOptional: Bool) -> HTML {
            TextArea(
                FieldFrame(
                    id: id, label: label[language], hint: hint?[language],
                    error: problems.message(at: id, in: language), isOptional: isOptional), value: value
            ).html(in: language)
        }
        return """
            <h2>\(MandatePageWords.correct, language)</h2><p>\(MandatePageWords.correctHint, language)</p>\
            \(line("title", MandatePageWords.taskName, title, problems, in: language))\
            \(area("text", MandatePageWords.text, nil, text, isOptional: false))\
            \(area("printed-lead", MandatePageWords.leadUnit, MandatePageWords.onePerLine, lead, isOptional: true))\
            \(area(
                "printed-support", MandatePageWords.supportUnits, MandatePageWords.onePerLine, support,
                isOptional: true))\
            \(dues(problems, in: language))\(figures(problems, in: language))\
            \(area("reason", MandatePageWords.reason, nil, reason, isOptional: false))\
            \(ButtonRow([Button(MandatePageWords.save[language], weight: .normal, act: .send(name: nil, value: ""))]),
                language)
            """
    }

    private func line(
        _ id: String, _ label: Wording, _ value: String, _ problems: [Problem], in language: Language
    ) -> HTML {
        TextField(
            FieldFrame(id: id, label: label[language], error: problems.message(at: id, in: language)), kind: .text,
            value: value, width: .full
        ).html(in: language)
    }

    private func dues(_ problems: [Problem], in language: Language) -> HTML {
        """
        <fieldset class="field"><legend>\(MandatePageWords.deadline, language)</legend>\
        <p class="hint">\(MandatePageWords.emptyDeletes, language)</p>\(deadlines.enumerated(), { index, due in
            let date = DateField(
                FieldFrame(
                    id: "deadline-\(index)", label: "\(MandatePageWords.deadline[language]) \(index + 1)",
                    error: problems.message(at: "deadline-\(index)", in: language), isOptional: true),
                value: due.date, isBirthday: false)
            let raw = line(
                "deadline-\(index)-raw", MandatePageWords.raw, due.raw, problems, in: language)
            return "<div class=\"pair\">\(raw)\(date, language)</div>"
        })</fieldset>
        """
    }

    private func figures(_ problems: [Problem], in language: Language) -> HTML {
        """
        <fieldset class="field"><legend>\(MandatePageWords.targets, language)</legend>\
        <p class="hint">\(MandatePageWords.emptyDeletes, language)</p>\(figures.enumerated(), { index, figure in
            let id = "figure-\(index)"
            let comparator = ChoiceField(
                FieldFrame(id: id + "-comparator", label: MandatePageWords.comparator[language]), style: .select,
                options: MandateLedger.Comparator.allCases.map {
                    .init($0.rawValue, MandatePageWords.comparator($0)[language])
                }, chosen: [figure.comparator])
            return """
                <div class="pair">\(line(id + "-raw", MandatePageWords.raw, figure.raw, problems, in: language))\
                \(line(id + "-what", MandatePageWords.what, figure.what, problems, in: language))\
                \(comparator, language)\
                \(line(id + "-value", MandatePageWords.value, figure.value, problems, in: language))\
                \(line(id + "-unit", MandatePageWords.unit, figure.unit, problems, in: language))</div>
                """
        })</fieldset>
        """
    }
}
