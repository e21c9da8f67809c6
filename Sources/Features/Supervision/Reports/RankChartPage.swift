import Values
import Web

/// Ranked places as bars from 0 to 100, drawn by the server; the table below it has the figures (排名图).
struct RankChart {
    private let name: Wording
    private let index: Wording
    private let bars: [(label: Wording, hundredths: Int)]

    private static let (width, step) = (220, 26)
    /// Beside the longest label, so that the picture is no wider than it must be.
    private static let margin = 16
    /// Behind the line of 100, for the figures.
    private static let right = 60
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
        let left = RankChart.margin + (bars.map { RankChart.length(of: $0.label[language]) }.max() ?? 0)
        let right = left + RankChart.width
        let whole = right + RankChart.right
        let finding = Wording(
            zh: "\(first.label.zh)最高，\(last.label.zh)最低", en: "\(first.label.en) is highest, \(last.label.en) lowest")
        var drawn = HTML.empty
        for (place, bar) in bars.enumerated() {
            drawn += self.bar(bar, from: left, at: 6 + place * RankChart.step, in: language)
        }
        return """
            <figure class="panel panel--staff chart chart--rank"><figcaption><b>\(finding, language)</b>\
            <span class="muted">\(index, language)</span></figcaption>\
            <svg viewBox="0 0 \(whole) \(height)" width="\(whole)" height="\(height)" aria-hidden="true" \
            focusable="false">\
            <line class="axis" x1="\(right)" x2="\(right)" y1="0" y2="\(bottom)"/>\
            <text x="\(right)" y="\(bottom + 16)" text-anchor="middle">100</text>\
            <line class="base" x1="\(left)" x2="\(left)" y1="0" y2="\(bottom)"/>\
            <text x="\(left)" y="\(bottom + 16)" text-anchor="middle">0</text>\(drawn)</svg></figure>
            """
    }

    /// How long a label is drawn at most, in units of the picture: 12 for a Chinese character, 7 for a Latin one.
    private static func length(of label: String) -> Int {
        label.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 7 : 12) }
    }

    private func bar(
        _ bar: (label: Wording, hundredths: Int), from left: Int, at y: Int, in language: Language
    ) -> HTML {
        let long = max(2, bar.hundredths * RankChart.width / 10_000)
        let value = ReportWords.figure(bar.hundredths, unit: "")
        return """
            <text class="strong" x="\(left - 8)" y="\(y + 13)" text-anchor="end">\
            \(bar.label, language)</text>\
            <rect class="b1" x="\(left)" y="\(y)" width="\(long)" height="18"/>\
            <text class="strong" x="\(left + RankChart.width + 10)" y="\(y + 13)">\(value, language)</text>
            """
    }
}
