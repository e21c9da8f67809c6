import Casework
import Definitions
import Values
import Web

/// The panel beside a case: what this post may do now, what is not possible and why, and what others do
/// (决定面板); signing is a page of its own.
struct StaffDecision {
    let shown: StaffCase

    func html(in language: Language) -> HTML {
        let mine = shown.possibilities.filter { !$0.isForbidden }
        let results = mine.filter(\.isResult)
        let actions = mine.filter { !$0.isResult }
        let heading = shown.file.isClosed ? StaffWords.closedTitle : StaffWords.decide
        return """
            <aside class="cd__aside stack" aria-labelledby="decision-h"><div class="panel panel--staff">\
            <h2 id="decision-h">\(heading, language)</h2><div class="stack">\
            \(nothing(mine, in: language))\(tasks(results, in: language))\
            \(list(actions, under: results.isEmpty ? nil : StaffWords.stageActions, in: language))</div></div>\
            \(unknowns(in: language))\(others(in: language))</aside>
            """
    }

    private func nothing(_ mine: [Possibility], in language: Language) -> HTML {
        guard mine.isEmpty, !shown.file.isClosed else { return .empty }
        return "<p>\(StaffWords.nothingForYou, language)</p>"
    }

    /// The results of each open task under its name and its own last day.
    private func tasks(_ results: [Possibility], in language: Language) -> HTML {
        var html = HTML.empty
        var seen: Set<String> = []
        for possibility in results {
            guard case .result(let rule, let run) = possibility.place, seen.insert("\(rule.id).\(run.number)").inserted
            else { continue }
            let own = results.filter { $0.place.isSame(rule.id, run.number) }
            let due = (run.due.promised ?? run.due.legal)?.day.map { day in
                StaffWords.dueOn(language.date(day, seenOn: shown.day))[language]
            }
            let day: HTML? = due.map { "&ensp;<span class=\"small muted num\">\($0)</span>" }
            html += "<div><h3>\(rule.name, language)\(day)</h3>\(items(own, in: language))</div>"
        }
        return html
    }

    private func list(_ all: [Possibility], under heading: Wording?, in language: Language) -> HTML {
        if all.isEmpty { return .empty }
        let title: HTML? = heading.map { "<h3>\($0, language)</h3>" }
        return "<div>\(title)\(items(all, in: language))</div>"
    }

    /// What may be done first; what may not, with its reason.
    private func items(_ all: [Possibility], in language: Language) -> HTML {
        let open = all.filter { $0.obstacle == nil }
        let closed = all.filter { $0.obstacle != nil }
        return """
            <ul class="list">\(open, { "<li>\(link($0, in: language))</li>" })\
            \(closed, { "<li>\(off($0, in: language))</li>" })</ul>
            """
    }

    private func link(_ possibility: Possibility, in language: Language) -> HTML {
        let signing: HTML? = possibility.signing.map { signing in
            let text = StaffWords.signed(signing.persons.count, of: possibility.signedBy)[language]
            return "<span class=\"small muted\">\(text)</span>"
        }
        return """
            <a class="list__a" href="\(StaffSignPage.link(shown.id, possibility))"><span class="list__t">\
            \(possibility.name, language)</span>\(signing)</a>
            """
    }

    private func off(_ possibility: Possibility, in language: Language) -> HTML {
        """
        <div class="list__a list__a--off"><span class="list__t">\(possibility.name, language)</span>\
        <span class="small muted">\(reason(possibility, in: language))</span></div>
        """
    }

    /// Why it is not possible now; names of facts instead of their ids.
    private func reason(_ possibility: Possibility, in language: Language) -> String {
        guard case .conflict(let code, let sentence, let citation)? = possibility.obstacle else {
            return StaffWords.notNow[language]
        }
        if code == .notKnown, !shown.position.unknowns.isEmpty {
            let asks = shown.position.unknowns.map { shown.definition.fields[$0]?.ask[language] ?? $0 }
            return StaffWords.dependsOn(asks.joined(separator: language == .chinese ? "、" : ", "))[language]
        }
        let law = citation.map {
            (language == .chinese ? "（" : " (") + language.citation($0) + (language == .chinese ? "）" : ")")
        }
        return sentence[language] + (law ?? "")
    }

    // MARK: Facts

    private func unknowns(in language: Language) -> HTML {
        let names = shown.position.unknowns
        if names.isEmpty { return .empty }
        let items = names.map { id -> HTML in
            let link: Link = "/w/case/\(shown.id)/facts/\(id)"
            return """
                <li><a class="list__a" href="\(link)"><span class="list__t">\
                \(shown.definition.fields[id]?.ask[language] ?? id)</span>\(Tag(.warn, StaffWords.establishAct[language]), language)</a></li>
                """
        }
        return Panel(
            id: "facts", heading: StaffWords.establish[language], density: .staff,
            body: "<p class=\"small\">\(StaffWords.establishText, language)</p><ul class=\"list\">\(items)</ul>"
        ).html(in: language)
    }

    // MARK: Others

    /// Open tasks that are not for this post, with who does them, or why this person may not.
    private func others(in language: Language) -> HTML {
        var rows: [HTML] = []
        let forbidden = shown.possibilities.filter { $0.isForbidden && $0.isResult }
        for run in shown.file.openTasks {
            guard let rule = shown.plan.tasks.first(where: { $0.id == run.task }) else { continue }
            let own = forbidden.first { $0.place.isSame(rule.id, run.number) }
            let isOffered = shown.possibilities.contains { !$0.isForbidden && $0.place.isSame(rule.id, run.number) }
            if isOffered || (rule.results.isEmpty && shown.possibilities.contains { !$0.isForbidden }) { continue }
            let unit = run.unitAbove ?? run.unit
            let who = StaffWords.forRole(StaffWords.roles([run.role]), in: shown.territory.units[unit]?.name ?? unit)
            var reason = who[language]
            // The role fits, so it is the person: party to the case, or part of what must be checked by another.
            if case .forbidden(let sentence)? = own?.obstacle, shown.role == run.role { reason = sentence[language] }
            rows.append("<dt>\(rule.name, language)</dt><dd class=\"small\">\(reason)</dd>")
        }
        if rows.isEmpty { return .empty }
        return Panel(
            id: "others", heading: StaffWords.others[language], density: .staff,
            body: "<dl class=\"stack-2\">\(rows, { "<div>\($0)</div>" })</dl>"
        ).html(in: language)
    }
}

extension Possibility {
    var isResult: Bool {
        if case .result = place { return true }
        return false
    }

    var name: Wording { deed.name ?? Wording(zh: deed.id, en: deed.id) }

    /// With the task whose result it is: `现场核查：不符合`.
    var fullName: Wording {
        guard case .result(let rule, _) = place else { return name }
        return Wording(zh: "\(rule.name.zh)：\(name.zh)", en: "\(rule.name.en): \(name.en)")
    }
}

extension Possibility.Place {
    func isSame(_ task: String, _ number: Int) -> Bool {
        if case .result(let rule, let run) = self { return rule.id == task && run.number == number }
        return false
    }
}
