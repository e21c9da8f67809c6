import Values
import Web

/// Ticks and a search for each name that a document prints: who is meant by it (选择单位). The search is a button of the
/// form itself, so it works without script and keeps everything that was typed.
struct UnitChoicePage {
    let choices: UnitChoices
    let problems: [Problem]
    /// Where the form is sent.
    let action: Link

    func html(in language: Language) -> HTML {
        """
        \(choices.all, { field($0, in: language) })\(first(in: language))
        """
    }

    private func field(_ choice: UnitChoice, in language: Language) -> HTML {
        let frame = FieldFrame(
            id: choice.id, label: UnitChoiceWords.legend(choice)[language],
            hint: UnitChoiceWords.hint(choice)[language],
            error: problems.message(at: choice.id, in: language), isOptional: choice.printed == nil)
        let found: HTML =
            choice.search.isEmpty
            ? ""
            : """
            <p class="hint">\(UnitChoiceWords.found(choice), language)</p>\
            \(ticks(choice.found, from: choice.listed.count, of: choice))
            """
        let search = search(choice, in: language)
        // Folded where the program has an answer already, and where nobody needs to be added.
        let folded: HTML =
            isNeeded(choice) ? search : Disclosure(UnitChoiceWords.others[language], search).html(in: language)
        let controls: HTML = "\(ticks(choice.listed, from: 0, of: choice))\(folded)\(found)"
        return "<div class=\"who\" id=\"\(choice.id)-who\">\(frame.aroundGroup(controls, in: language))</div>"
    }

    private func isNeeded(_ choice: UnitChoice) -> Bool {
        let isLeadless =
            choice.id == UnitChoices.moreLead && !choices.all.contains { $0.part == .lead && $0.printed != nil }
        let isWrong = problems.contains { $0.place == choice.id || $0.place == choice.searchField }
        return choice.kind == .open || choice.kind == .unknown || isLeadless || isWrong || !choice.search.isEmpty
    }

    private func ticks(_ units: [UnitChoice.Unit], from start: Int, of choice: UnitChoice) -> HTML {
        if units.isEmpty { return .empty }
        let boxes = units.enumerated().map { place, unit -> HTML in
            let id = start + place == 0 ? choice.id : "\(choice.id)-\(start + place + 1)"
            return """
                <div class="choice"><input type="checkbox" name="\(choice.id)" id="\(id)" value="\(unit.id)"\
                \(flag: "checked", choice.chosen.contains(unit.id))><label for="\(id)">\(unit.name)</label></div>
                """
        }
        return "<div class=\"who__units\">\(boxes)</div>"
    }

    private func search(_ choice: UnitChoice, in language: Language) -> HTML {
        let field = TextField(
            FieldFrame(
                id: choice.searchField, label: UnitChoiceWords.search[language],
                hint: UnitChoiceWords.searchHint[language],
                error: problems.message(at: choice.searchField, in: language), isOptional: true), kind: .search,
            value: choice.search, width: .characters20)
        return """
            <div class="who__find">\(field, language)<button class="btn btn--sm" type="submit" name="find" \
            value="\(choice.id)" formaction="\(action)#\(choice.id)-who">\(UnitChoiceWords.searchButton, language)\
            <span class="sr"> \(UnitChoiceWords.legend(choice), language)</span></button></div>
            """
    }

    /// Asked for only where there is a choice.
    private func first(in language: Language) -> HTML {
        let units = choices.leading
        guard units.count > 1 else { return .empty }
        return ChoiceField(
            FieldFrame(
                id: UnitChoices.firstField, label: UnitChoiceWords.first[language],
                hint: UnitChoiceWords.firstHint[language],
                error: problems.message(at: UnitChoices.firstField, in: language), isOptional: true), style: .select,
            options: units.map { .init($0.id, $0.name) }, chosen: choices.first.isEmpty ? [] : [choices.first]
        ).html(in: language)
    }
}

/// Which printed name stood for which units, as a person said when the task was accepted.
struct MeantUnits {
    let meant: [MandateTask.Meant]
    /// Names by id.
    let names: [String: String]

    func row(in language: Language) -> SummaryList.Row? {
        if meant.isEmpty { return nil }
        let lines = meant.map { one -> HTML in
            let part = one.part == .lead ? MandatePageWords.leadUnit : MandatePageWords.supportUnits
            let who = one.units.map { names[$0] ?? $0 }.joined(separator: "、")
            return """
                <p><span class="muted">\(part, language)</span> \
                \(one.printed ?? UnitChoiceWords.unnamed[language]) <span class="muted">→</span> \(who)</p>
                """
        }
        return SummaryList.Row(UnitChoiceWords.meant[language], "\(lines)")
    }
}
