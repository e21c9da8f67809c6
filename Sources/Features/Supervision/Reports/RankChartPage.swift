import Values
import Web

/// Ranked places as bars from 0 to 100, drawn by the server; the table below it has the figures (排名图).
struct RankChart {
    private let name: Wording
    private let index: Wording
    private let bars: [(label: Wording, hundredths: Int)]

    private static let (left, width, step) = (190, 300, 26)
    /// More bars are a table, not a picture.
    private static let most = 40

    init(_ section: Report.Section) {
        let table = section.tables.first { $0.columns.first?.name == ReportWords.rank }
        name = section.name
        index = table?.columns.dropFirst(2).first?.name ?? ReportWords.pointsLabel
        bars = (table?.rows ?? []).prefix(RankChart.most).compactMap { row in
            guard row.cells.count > 2, case .words(let label) = row.cells[1], case .figure(let value, _) = row.cells[2]
            else { return nil }
            return (label, value)
        }
    }

    func html(in language: Language) -> HTML {
        guard let first = bars.first, let last = bars.last, bars.count > 1 else { return .empty }
        let height = bars.count * RankChart.step + 30
        let bottom = height - 22
        let (left, right) = (RankChart.left, RankChart.left + RankChart.width)
        let finding = Wording(
            zh: "\(first.label.zh)最高，\(last.label.zh)最低", en: "\(first.label.en) is highest, \(last.label.en) lowest")
        var drawn = HTML.empty
        for (place, bar) in bars.enumerated() { drawn += self.bar(bar, at: 6 + place * RankChart.step, in: language) }
        return """
            <figure class="panel panel--staff chart"><figcaption><b>\(finding, language)</b>\
            <span class="muted">\(index, language)</span></figcaption>\
            <svg viewBox="0 0 560 \(height)" aria-hidden="true" focusable="false">\
            <line class="axis" x1="\(right)" x2="\(right)" y1="0" y2="\(bottom)"/>\
            <text x="\(right)" y="\(bottom + 16)" text-anchor="middle">100</text>\
            <line class="base" x1="\(left)" x2="\(left)" y1="0" y2="\(bottom)"/>\
            <text x="\(left)" y="\(bottom + 16)" text-anchor="middle">0</text>\(drawn)</svg></figure>
            """
    }

    private func bar(_ bar: (label: Wording, hundredths: Int), at y: Int, in language: Language) -> HTML {
        let long = max(2, bar.hundredths * RankChart.width / 10_000)
        let value = ReportWords.figure(bar.hundredths, unit: "")
        return """
            <text class="strong" x="\(RankChart.left - 8)" y="\(y + 13)" text-anchor="end">\
            \(bar.label, language)</text>\
            <rect class="b1" x="\(RankChart.left)" y="\(y)" width="\(long)" height="18"/>\
            <text class="strong" x="\(RankChart.left + long + 6)" y="\(y + 13)">\(value, language)</text>
            """
    }
}
