import Values
import Web

/// The five measures that are to stand at 100 %, each with its two numbers and the way to what is behind.
struct MeasuresPage {
    let measures: RatingMeasures
    let placeName: Wording
    let first: Month
    let last: Month
    /// Names of items, units and channels that lack a way to rate.
    let gapNames: [RatingDimension: [Wording]]
    /// How many events the followers had not counted yet when the page was made.
    let lag: Int

    static let link: Link = "/w/ratings"

    func body(in language: Language) -> HTML {
        """
        \(WorkHead(RatingWords.supervision[language], subtitle: subtitle(in: language)), language)\
        <div class="stack">\(period(in: language))\(fives(in: language))\(gaps(in: language))\
        \(more(in: language))\(links(in: language))</div>
        """
    }

    private func subtitle(in language: Language) -> HTML {
        let asOf = lag == 0 ? RatingWords.counted : RatingWords.lagging(lag)
        return "\(placeName, language)，\(RatingWords.months(first, last), language)，\(asOf, language)"
    }

    private func period(in language: Language) -> HTML {
        func months(_ id: String, _ label: Wording, _ chosen: Month) -> FilterForm.Control {
            let all = Month.all(from: Day(last.year - 2, 1, 1), to: Day(last.year, 12, 1))
            return .select(
                id: id, label: label[language], options: all.map { ($0.text, $0.text) }, chosen: chosen.text)
        }
        return FilterForm(
            label: RatingWords.period[language], action: MeasuresPage.link,
            controls: [months("from", RatingWords.from, first), months("to", RatingWords.to, last)]
        ).html(in: language)
    }

    private func fives(in language: Language) -> HTML {
        let rows: [(Wording, RatingRate, Wording, Link)] = [
            (RatingWords.itemsCovered, measures.items, RatingWords.itemsMean, CorrectionsPage.uncovered),
            (RatingWords.subjectsCovered, measures.subjects, RatingWords.subjectsMean, CorrectionsPage.uncovered),
            (RatingWords.channelsCovered, measures.channels, RatingWords.channelsMean, CorrectionsPage.uncovered),
            (RatingWords.correctionRate, measures.correction, RatingWords.correctionMeans, CorrectionsPage.link(.open)),
            (RatingWords.callBackRate, measures.callBack, RatingWords.callBackMeans, CorrectionsPage.link(.uncalled)),
        ]
        return table(RatingWords.five, rows, in: language)
    }

    private func more(in language: Language) -> HTML {
        let rows: [(Wording, RatingRate, Wording, Link)] = [
            (RatingWords.satisfaction, measures.satisfaction, RatingWords.satisfactionMeans, OpenRatingsPage.link),
            (RatingWords.participation, measures.participation, RatingWords.participationMeans, OpenRatingsPage.link),
        ]
        return """
            \(table(RatingWords.further2, rows, in: language))\
            <p><a href="\(CorrectionsPage.link(.excluded))">\(RatingWords.excludedText(measures.figures.excluded), language)\
            </a></p>
            """
    }

    private func table(
        _ caption: Wording, _ rows: [(Wording, RatingRate, Wording, Link)], in language: Language
    ) -> HTML {
        let columns = [
            DataTable.Column(RatingWords.measure[language]), .init(RatingWords.rate[language], isNumber: true),
            .init(RatingWords.numerator[language], isNumber: true),
            .init(RatingWords.denominator[language], isNumber: true), .init(RatingWords.meaning[language]),
            .init(RatingWords.behind[language]),
        ]
        return DataTable(
            caption: caption[language], isCaptionShown: true, columns: columns,
            rows: rows.map { name, rate, meaning, link in
                let more: HTML = "\(RatingWords.see, language)<span class=\"sr\">\(name, language)</span>"
                return DataTable.Row(
                    [
                        "\(name, language)", HTML(escaping: RatingWords.percent(rate)), "\(rate.part)",
                        "\(rate.whole)", "\(meaning, language)",
                        "<a href=\"\(link)\">\(more)</a>",
                    ], tone: rate.part < rate.whole && caption == RatingWords.five ? .warn : .plain)
            }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    private func gaps(in language: Language) -> HTML {
        let shown = [RatingDimension.item, .unit, .channel].flatMap { gapNames[$0] ?? [] }
        if shown.isEmpty { return .empty }
        let names = shown.map { $0[language] }.joined(separator: language == .chinese ? "、" : ", ")
        return Notice(.warn, title: RatingWords.gaps[language], paragraphs: [HTML(escaping: names)]).html(in: language)
    }

    private func links(in language: Language) -> HTML {
        let buttons = CorrectionStore.View.allCases.map { view in
            Button(RatingWords.view(view)[language], weight: .normal, act: .go(CorrectionsPage.link(view)))
        }
        return ButtonRow(buttons).html(in: language)
    }
}
