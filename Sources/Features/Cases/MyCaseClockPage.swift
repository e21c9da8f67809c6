import Casework
import Definitions
import Values
import Web

/// The clock of a case with the table that explains its date, line by line (期限台账).
struct MyCaseClock {
    let mine: MyCase

    func html(in language: Language) -> HTML {
        guard let reading = mine.clocks.leading(main: mine.plan.mainClock) else { return .empty }
        let heading = reading.name[language]
        // The main clock speaks for itself; any other is named, so that nobody takes it for the whole case.
        let isMain = reading.clock == mine.plan.mainClock
        let others = mine.clocks.filter { $0.clock != reading.clock && $0.endedOn == nil }
        return """
            <section class="panel" aria-labelledby="clock-h"><h2\(attribute: "class", isMain ? "sr" : nil) id="clock-h">\
            \(heading)</h2>\
            \(MyCaseClock.view(of: reading, mine.plan, mine.calendar, on: mine.moment.day), language)\
            \(Disclosure(MyWords.whyThisDate[language], MyCaseClock.ledger(of: reading, on: mine.moment.day, in: language)), language)\
            \(other(others, in: language))</section>
            """
    }

    /// The cells of a clock; the same for applicant, officer and supervisor.
    static func view(of reading: ClockReading, _ plan: Plan, _ calendar: WorkCalendar, on today: Day) -> ClockView {
        func limit(_ limit: ClockReading.Limit?) -> ClockFacts.Limit? {
            guard let limit, let due = limit.due else { return nil }
            // A clock that ends on a date has no period of its own; its length is counted in days.
            return ClockFacts.Limit(limit.period ?? LegalPeriod(1, .days), due: due)
        }
        let rule = plan.clocks.first { $0.id == reading.clock }
        let facts = ClockFacts(
            startedOn: reading.startedOn, promise: limit(reading.promise), legal: limit(reading.legal),
            pauses: reading.pauses, isPaused: reading.state == .stopped,
            end: reading.endedOn.map { ClockFacts.End(on: $0, way(of: reading.ending)) },
            isOffices: reading.bearer == .office, warnAt: rule?.warns.map(\.amount).max() ?? 0)
        return ClockView(of: facts, calendar: calendar, today: today)
    }

    private static func way(of ending: ClockReading.Ending?) -> ClockFacts.End.Way {
        switch ending {
        case .brokenOff: .brokenOff
        case .ranOut: .ranOut
        case .done, nil: .done
        }
    }

    private func other(_ readings: [ClockReading], in language: Language) -> HTML {
        if readings.isEmpty { return .empty }
        let rows = readings.map { reading in
            let day = reading.told?.due?.day.map { language.date($0, seenOn: mine.moment.day) }
            return SummaryList.Row(reading.name[language], text: day ?? MyWords.withoutDate[language])
        }
        return "<h3 class=\"section\">\(MyWords.otherClocks, language)</h3>\(SummaryList(rows), language)"
    }

    /// Line by line why the dates are what they are; the same for applicant and officer.
    static func ledger(of reading: ClockReading, on today: Day, in language: Language) -> HTML {
        var rows = reading.entries.map { row(of: $0, on: today, in: language) }
        let promise = reading.bearer == .office ? MyWords.ledgerPromise : MyWords.ledgerGiven
        let limits = [(reading.promise, promise), (reading.legal, MyWords.ledgerLegal)]
        for (limit, name) in limits {
            guard let limit else { continue }
            // Of what has ended nothing is to be known any more.
            let noDate = reading.endedOn == nil ? MyWords.withoutDate[language] : "—"
            let due = limit.due?.day.map { language.date($0, seenOn: today) } ?? noDate
            rows.append(
                cells(
                    due, name[language], limit.period.map { language.period($0) } ?? "",
                    limit.citation.map { language.citation($0) }))
        }
        return DataTable(
            caption: MyWords.whyThisDate[language], isCaptionShown: false,
            columns: [MyWords.ledgerWhen, MyWords.ledgerWhat, MyWords.ledgerEffect, MyWords.ledgerSource]
                .map { DataTable.Column($0[language]) },
            rows: rows, headerColumn: 1, hasCardsOnPhones: true
        ).html(in: language)
    }

    private static func cells(_ when: String, _ what: String, _ effect: String, _ source: String?) -> DataTable.Row {
        DataTable.Row([
            HTML(escaping: when), HTML(escaping: what), HTML(escaping: effect), HTML(escaping: source ?? ""),
        ])
    }

    private static func row(of entry: ClockReading.Entry, on today: Day, in language: Language) -> DataTable.Row {
        func date(_ day: Day) -> String { language.date(day, seenOn: today) }
        switch entry {
        case .started(let day):
            return cells(date(day), MyWords.ledgerStart[language], MyWords.ledgerStartEffect[language], nil)
        case .stopped(let days, let isOpen, let ground, let onlyPromised, let law):
            let end = isOpen ? MyWords.stillPaused[language] : date(days.upperBound)
            return cells(
                "\(date(days.lowerBound))–\(end)", MyWords.paused[language] + ground,
                (onlyPromised ? MyWords.notCountedPromise : MyWords.notCounted)[language],
                law.map { language.citation($0) })
        case .extended(let period, let day, let law):
            return cells(
                date(day), MyWords.ledgerExtended[language], "+ " + language.period(period),
                law.map { language.citation($0) })
        case .promisePassed(let day): return cells(date(day), MyWords.missed[language], "", nil)
        case .expired(let day): return cells(date(day), MyWords.ledgerExpired[language], "", nil)
        case .ended(let day): return cells(date(day), MyWords.ledgerEnded[language], "", nil)
        }
    }
}

/// Why a case was decided as it was: rules that applied, facts with their sources, articles (决定说明).
struct MyCaseDecision {
    let mine: MyCase

    /// The explanation of the last deed with an outcome; nothing while there is none.
    func html(in language: Language) -> HTML {
        let decided = mine.events.reversed().lazy.compactMap { event in
            Explanation(event, by: mine.definition, variant: mine.file.header.variant).map { (at: event.at, why: $0) }
        }.first { $0.why.outcome != nil }
        guard let decided else { return .empty }
        let explained = decided.why
        let rules = rules(of: explained, at: decided.at, in: language)
        let facts = explained.facts.compactMap { fact -> SummaryList.Row? in
            guard let field = mine.definition.fields[fact.id] else { return nil }
            let text = MyCasePage.text(of: fact.value, field, in: language)
            let source = fact.source.map { MyWords.sources[$0]?[language] ?? $0 }
            return .init(field.ask[language], "\(text) <span class=\"small muted\">\(source)</span>")
        }
        let factList: HTML =
            facts.isEmpty
            ? "" : "<h3>\(MyWords.decisionFacts, language)</h3>\(SummaryList(facts), language)"
        let laws: HTML =
            explained.citations.isEmpty
            ? "" : "<h3>\(MyWords.decisionLaws, language)</h3><p>\(language.citations(explained.citations))</p>"
        return Panel(
            id: "decision", heading: MyWords.decision[language], density: .normal,
            body: """
                <h3>\(MyWords.decisionRows, language)</h3><div class="prose">\(rules)</div>\
                \(turns(explained, at: decided.at, in: language))\(factList)\(laws)
                """
        ).html(in: language)
    }

    /// The rows that applied. An officer who refuses is not asked by the rules, so the grounds that stand then are read
    /// from the table itself, as his own page shows them.
    private func rules(of explained: Explanation, at moment: Moment, in language: Language) -> HTML {
        let isRefused = explained.outcome == "refused"
        var rows = explained.grounds.map { (why: $0.why, law: $0.law) }
        if rows.isEmpty, isRefused {
            let position = CasePosition(of: mine.file, by: mine.definition, at: moment, calendar: mine.calendar)
            rows = position.refusals.filter(\.isCertain).map { (why: $0.why, law: $0.law) }
        }
        if rows.isEmpty { return "<p>\(isRefused ? MyWords.groundByOfficers : MyWords.noGrounds, language)</p>" }
        let items = rows.map { row -> HTML in
            let law = row.law.map { language.citation($0) }
            let cited = law.map { language == .chinese ? "（\($0)）" : " (\($0))" }
            return "<li>\(row.why, language)\(cited)</li>"
        }
        return "<ul>\(items)</ul>"
    }

    /// What would have changed a refusal, from the facts as they were.
    private func turns(_ explained: Explanation, at moment: Moment, in language: Language) -> HTML {
        guard explained.outcome == "refused" else { return .empty }
        return GroundsOutlookPart(
            outlook: GroundsOutlook(of: mine.file, by: mine.definition, at: moment, calendar: mine.calendar),
            definition: mine.definition, plan: mine.plan, masked: []
        ).turns(under: GroundsOutlookWords.wouldHaveChanged, in: language)
    }
}
