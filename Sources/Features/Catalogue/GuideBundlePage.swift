import Casework
import Definitions
import Values
import Web

/// What the guide of a bundle says more (一件事一次告知): its members in order, the shortest time with its sources, and
/// what is spared. Everything is worked out from the members for the answers given.
struct GuideBundle {
    let bundle: BundleGuidance
    let day: Day

    private typealias Words = GuideBundleWords

    func comparison(in language: Language) -> HTML {
        let figures = bundle.figures
        func row(_ name: Wording, _ pair: BundleGuidance.Figures.Pair) -> DataTable.Row {
            DataTable.Row([HTML(escaping: name[language]), "\(pair.before)", "\(pair.after)"])
        }
        let rows = [
            row(Words.departments, figures.departments), row(Words.forms, figures.forms),
            row(Words.fields, figures.fields), row(Words.materials, figures.materials),
            DataTable.Row([
                HTML(escaping: Words.days[language]), HTML(escaping: periods(figures.daysBefore, in: language)),
                HTML(escaping: periods(figures.daysAfter, in: language)),
            ]),
            row(Words.visits, figures.visits),
        ]
        let table = DataTable(
            caption: Words.beforeAfter[language], isCaptionShown: false,
            columns: [
                DataTable.Column(Words.what[language]), DataTable.Column(Words.apart[language], isNumber: true),
                DataTable.Column(Words.asOne[language], isNumber: true),
            ], rows: rows, headerColumn: 0, hasCardsOnPhones: false)
        return "\(table, language)<p class=\"small muted section\">\(Words.comparedNote, language)</p>"
    }

    func members(in language: Language) -> HTML {
        let rows = bundle.plan.waves.enumerated().flatMap { number, wave in
            wave.compactMap { id in
                bundle.parts.first { $0.member.id == id }.map { row($0, wave: number + 1, in: language) }
            }
        }
        let columns = [Words.step, Words.member, Words.unit, Words.limit, Words.source]
        let table = DataTable(
            caption: Words.together[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows, headerColumn: 1,
            hasCardsOnPhones: true)
        return """
            \(table, language)<p class="small muted section">\(Words.sideBySide, language)</p>\(shortest(in: language))
            """
    }

    private func row(_ part: BundleGuidance.Part, wave: Int, in language: Language) -> DataTable.Row {
        let service = part.member.definition.service
        let link: Link = "/guide/\(service.id)"
        let stretch = part.member.stretch(.promise)
        var note: HTML = ""
        if case .depends = part.standing { note = "<span class=\"sub2\">\(Words.dependsOn, language)</span>" }
        return DataTable.Row([
            HTML(escaping: Words.wave(wave)[language]), "<a href=\"\(link)\">\(service.name, language)</a>\(note)",
            HTML(escaping: service.authority), HTML(escaping: stretch.map { language.period($0.period) } ?? ""),
            HTML(escaping: stretch?.source.map { language.citation($0) } ?? ""),
        ])
    }

    /// The longest way, stretch by stretch with its source; then the same by the limits of law.
    private func shortest(in language: Language) -> HTML {
        let path = bundle.plan.critical(.promise)
        if path.isEmpty { return .empty }
        let steps = path.map { stretch -> HTML in
            let source = stretch.source.map { language.citation($0) } ?? ""
            return """
                <li>\(stretch.name, language) \(language.period(stretch.period))\
                <span class="sub2">\(source)</span></li>
                """
        }
        let total = periods(bundle.plan.shortest(.promise), in: language)
        let law = periods(bundle.plan.shortest(.law), in: language)
        return """
            <h3>\(Words.shortest, language)</h3><p><strong>\(total)</strong></p><ol>\(steps)</ol>\
            <p class="small muted">\(Words.shortestNote, language) \(Words.byLaw, language) \(law)</p>
            """
    }

    private func periods(_ periods: [LegalPeriod], in language: Language) -> String {
        periods.map { language.period($0) }.joined(separator: " + ")
    }
}
