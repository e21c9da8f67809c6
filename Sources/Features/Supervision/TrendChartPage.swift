import Definitions
import Values
import Web

/// The figures of a metric month by month, drawn by the server, with the table behind it (趋势图).
struct TrendChartPage {
    let metric: Metric
    let months: [(month: Int, value: MetricValue?)]

    private static let (left, right, top, bottom) = (56, 544, 24, 180)

    func html(in language: Language) -> HTML {
        let finding = BoardWords.trendFinding(months, unit: metric.unit)
        let target = metric.target.map { BoardWords.target($0, unit: metric.unit) }
        return """
            <figure class="panel panel--staff chart"><figcaption><b>\(finding, language)</b><span class="muted">\
            \(metric.name, language)\(target.map { "，\($0, language)" as HTML })</span></figcaption>\
            \(drawing)<details><summary>\(BoardWords.seeTable, language)</summary>\
            \(table(in: language))</details></figure>
            """
    }

    // MARK: Drawing

    /// The top of the scale, in hundredths.
    private var ceiling: Int {
        let values = months.compactMap { $0.value?.hundredths } + [targetHundredths ?? 0]
        return max(100, values.max() ?? 0)
    }

    private var targetHundredths: Int? { metric.target?.value.multiplied(by: Decimal(100))?.whole }

    private func height(of hundredths: Int) -> Int {
        let room = TrendChartPage.bottom - TrendChartPage.top
        return min(room, max(0, hundredths) * room / ceiling)
    }

    private var drawing: HTML {
        let (left, right, bottom) = (TrendChartPage.left, TrendChartPage.right, TrendChartPage.bottom)
        let step = (right - left) / max(1, months.count)
        var bars = HTML.empty
        for (index, entry) in months.enumerated() { bars += bar(entry, at: left + index * step, wide: step) }
        return """
            <svg viewBox="0 0 560 220" aria-hidden="true" focusable="false">\
            <line class="base" x1="\(left)" x2="\(right)" y1="\(bottom)" y2="\(bottom)"/>\
            <text x="\(left - 8)" y="\(bottom + 4)" text-anchor="end">0</text>\(targetLine)\(bars)</svg>
            """
    }

    private var targetLine: HTML {
        guard let target = targetHundredths, let text = metric.target.map({ "\($0.value)" }) else { return .empty }
        let (left, right, bottom) = (TrendChartPage.left, TrendChartPage.right, TrendChartPage.bottom)
        let y = bottom - height(of: target)
        return """
            <line class="l2" x1="\(left)" x2="\(right)" y1="\(y)" y2="\(y)" stroke-width="2" stroke-dasharray="6 4"/>\
            <text class="strong" x="\(left - 8)" y="\(y + 4)" text-anchor="end">\(text)</text>
            """
    }

    private func bar(_ entry: (month: Int, value: MetricValue?), at x: Int, wide step: Int) -> HTML {
        let bottom = TrendChartPage.bottom
        let middle = x + step / 2
        let label: HTML =
            "<text x=\"\(middle)\" y=\"\(bottom + 20)\" text-anchor=\"middle\">\(entry.month % 100)</text>"
        guard let value = entry.value else { return label }
        let tall = height(of: value.hundredths)
        let holds = metric.target.map { $0.holds(value.part, over: value.whole) } ?? true
        let tone: HTML = holds || metric.take == .count ? "b1" : "bb"
        let width = max(4, step * 2 / 3)
        return """
            <rect class="\(tone)" x="\(middle - width / 2)" y="\(bottom - tall)" width="\(width)" height="\(tall)"/>\
            <text class="strong" x="\(middle)" y="\(bottom - tall - 6)" text-anchor="middle">\(value.text)</text>\
            \(label)
            """
    }

    private func table(in language: Language) -> HTML {
        DataTable(
            caption: BoardWords.trend[language], isCaptionShown: false,
            columns: [
                DataTable.Column(BoardWords.monthLabel[language]),
                .init(BoardWords.value[language], isNumber: true),
                .init(BoardWords.casesCounted[language], isNumber: true),
            ],
            rows: months.map { month, value in
                DataTable.Row([
                    HTML(escaping: BoardWords.month(month)),
                    HTML(escaping: BoardWords.figure(value, unit: metric.unit)), "\(value?.counted ?? 0)",
                ])
            }, headerColumn: 0, hasCardsOnPhones: false
        ).html(in: language)
    }
}
