import Values
import Web

/// What a person typed about a task, as it is shown again and as it counts.
enum MandateFormReading {
    // MARK: As it is shown

    static func correction(of task: MandateLedger.Task) -> MandateCorrectionForm {
        MandateCorrectionForm(
            title: task.title, text: task.text, lead: task.lead.map(\.name).joined(separator: "\n"),
            support: task.support.map(\.name).joined(separator: "\n"),
            deadlines: task.deadlines.map { .init(raw: $0.raw, date: DateField.Value($0.date)) }
                + [.init(raw: "", date: DateField.Value(nil))],
            figures: task.targets.map {
                .init(
                    raw: $0.raw, what: $0.what, comparator: $0.comparator.rawValue,
                    value: $0.value.shortest.description, unit: $0.unit)
            } + [.init(raw: "", what: "", comparator: ">=", value: "", unit: "")], reason: "")
    }

    /// What the program proposes.
    static func assignment(of review: MandateReview, _ units: UnitReading) -> MandateAssignmentForm {
        MandateAssignmentForm(
            choices: UnitChoices(review, units), due: DateField.Value(review.task.printedDue),
            reportEvery: review.printedReports ?? .monthly, areReportsPrinted: review.printedReports != nil)
    }

    static func correction(_ form: FormInput) -> MandateCorrectionForm {
        MandateCorrectionForm(
            title: form["title"] ?? "", text: form["text"] ?? "", lead: form["printed-lead"] ?? "",
            support: form["printed-support"] ?? "",
            deadlines: indices("deadline", in: form).map {
                .init(raw: form["deadline-\($0)-raw"] ?? "", date: form.dateValue("deadline-\($0)"))
            },
            figures: indices("figure", in: form).map { index in
                let id = "figure-\(index)"
                return .init(
                    raw: form[id + "-raw"] ?? "", what: form[id + "-what"] ?? "",
                    comparator: form[id + "-comparator"] ?? "", value: form[id + "-value"] ?? "",
                    unit: form[id + "-unit"] ?? "")
            }, reason: form["reason"] ?? "")
    }

    static func assignment(
        _ form: FormInput, _ review: MandateReview, _ units: UnitReading
    ) -> MandateAssignmentForm {
        MandateAssignmentForm(
            choices: UnitChoices(review, units, form), due: form.dateValue("due"),
            reportEvery: form["report-every"].flatMap { ReportPeriod(rawValue: $0) } ?? review.printedReports
                ?? .monthly,
            areReportsPrinted: review.printedReports != nil)
    }

    /// At most 50, so that a page stays one.
    private static func indices(_ name: String, in form: FormInput) -> [Int] {
        (0..<50).filter { form["\(name)-\($0)-raw"] != nil }
    }

    // MARK: As it counts

    /// Throws `Failure.problems` with everything that must be put right.
    static func correctionSaid(by form: FormInput) throws(Failure) -> MandateCorrection {
        let shown = correction(form)
        var problems: [Problem] = []
        var deadlines: [MandateCorrection.Due] = []
        for (index, due) in shown.deadlines.enumerated() where !due.raw.isEmpty {
            switch form.day("deadline-\(index)") {
            case .empty: deadlines.append(.init(raw: due.raw, date: nil))
            case .day(let day): deadlines.append(.init(raw: due.raw, date: day))
            case .notADate: problems.append(problem("deadline-\(index)", MandatePageWords.notADay))
            }
        }
        var figures: [MandateCorrection.Figure] = []
        for (index, figure) in shown.figures.enumerated() where !figure.raw.isEmpty {
            guard let value = Decimal(figure.value),
                let comparator = MandateLedger.Comparator(rawValue: figure.comparator)
            else {
                problems.append(problem("figure-\(index)-value", MandatePageWords.badNumber))
                continue
            }
            figures.append(
                .init(
                    raw: figure.raw, what: figure.what, comparator: comparator, value: value, unit: figure.unit))
        }
        guard problems.isEmpty else { throw Failure.problems(problems) }
        return MandateCorrection(
            title: shown.title, text: shown.text, lead: lines(shown.lead), support: lines(shown.support),
            deadlines: deadlines, figures: figures, reason: shown.reason)
    }

    /// Throws `Failure.problems` with everything that must be put right.
    static func assignmentSaid(
        by form: FormInput, _ review: MandateReview, _ units: UnitReading
    ) throws(Failure) -> MandateTask.Assignment {
        var (said, problems) = UnitChoices(review, units, form).said(units)
        var due: Day?
        switch form.day("due") {
        case .empty: problems.append(problem("due", MandatePageWords.noDue))
        case .notADate: problems.append(problem("due", MandatePageWords.notADay))
        case .day(let day): due = day
        }
        let every = form["report-every"].flatMap { ReportPeriod(rawValue: $0) }
        if every == nil { problems.append(problem("report-every", MandatePageWords.noReportPeriod)) }
        guard problems.isEmpty, let due, let every else { throw Failure.problems(problems) }
        return MandateTask.Assignment(
            lead: said.lead, support: said.support, meant: said.meant, due: due,
            isDuePrinted: due == review.task.printedDue,
            continues: review.continues, reportEvery: every)
    }

    /// The assignment that the program proposes; nil where anything is open.
    static func proposed(_ review: MandateReview, _ units: UnitReading) -> MandateTask.Assignment? {
        guard review.isPlain, let due = review.task.printedDue else { return nil }
        let (said, problems) = UnitChoices(review, units).said(units)
        guard problems.isEmpty else { return nil }
        return MandateTask.Assignment(
            lead: said.lead, support: said.support, meant: said.meant, due: due, isDuePrinted: true,
            continues: review.continues, reportEvery: review.printedReports ?? .monthly)
    }

    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            String(line).split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    private static func problem(_ place: String, _ message: Wording) -> Problem {
        Problem(place: place, message: message, remedy: message)
    }
}

extension UnitChoices {
    /// What a person chose, and searched for.
    init(_ review: MandateReview, _ units: UnitReading, _ form: FormInput) {
        self.init(
            review, units, search: { String((form[$0 + "-find"] ?? "").prefix(100)) },
            chosen: { id, _ in form.all(id).filter { !$0.isEmpty } }, first: form[UnitChoices.firstField] ?? "")
    }
}
