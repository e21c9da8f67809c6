import Definitions
import Values

/// Indexes and rankings of a report, with every figure they rest on (效能指数、排名).
extension ReportMaking {
    func index(_ index: EfficiencyIndex, _ name: Wording) -> Report.Section {
        let result = IndexResult(index, book, sum(now))
        let before = isFirst ? nil : IndexResult(index, book, sum(self.before))
        let sentence = ReportWords.index(
            index.name, of: placeName(region), result, needs: index.needs, before: before?.total,
            since: period.previous)
        return Report.Section(
            name: name, sentences: [sentence],
            tables: [
                Report.Table(
                    caption: ReportWords.lines(index.name, of: placeName(region)), columns: IndexTable.columns,
                    rows: IndexTable(result).rows(lead: .place(region)), notes: ReportWords.method(index))
            ], isAnnex: false)
    }

    private func result(_ plan: RankingPlan, _ index: EfficiencyIndex) -> RankingResult {
        let counted = book.metric(plan.counted)
        return RankingResult(
            plan,
            places(plan.of).map { place in
                RankingResult.Place(
                    id: place.id, name: place.name, cases: counted?.value(of: place.figures)?.counted ?? 0,
                    index: IndexResult(index, book, place.figures))
            })
    }

    func ranking(_ plan: RankingPlan, _ name: Wording) -> Report.Section {
        guard let index = book.reports.index(plan.index) else {
            return Report.Section(name: name, sentences: [ReportWords.noDefinition], tables: [], isAnnex: false)
        }
        let result = result(plan, index)
        let counted = book.metric(plan.counted)
        let columns = [
            Report.Column(ReportWords.rank, share: 2, isNumber: true),
            Report.Column(ReportWords.places(plan.of), share: 6, isNumber: false),
            Report.Column(index.name, share: 3, isNumber: true),
            Report.Column(counted?.name ?? ReportWords.counted, share: 3, isNumber: true),
            Report.Column(ReportWords.weightMeasured, share: 3, isNumber: true),
            Report.Column(ReportWords.remark, share: 6, isNumber: false),
        ]
        let ranked = result.ranked.map { row(rank: $0.rank, $0.place, nil) }
        let unranked = result.unranked.map { place in
            let why =
                place.cases < plan.least
                ? ReportWords.tooFew(place.cases, least: plan.least) : ReportWords.tooLittle(needs: index.needs)
            return row(rank: nil, place, why)
        }
        let table = Report.Table(
            caption: name, columns: columns, rows: ranked + unranked,
            notes: ReportWords.method(plan, index, counted?.name ?? ReportWords.counted))
        return Report.Section(
            name: name, sentences: ReportWords.ranking(result, plan),
            tables: ranked.isEmpty && unranked.isEmpty ? [] : [table], isAnnex: false)
    }

    private func row(rank: Int?, _ place: RankingResult.Place, _ remark: Wording?) -> Report.Row {
        Report.Row(
            [
                rank.map { .figure($0 * 100, unit: "") } ?? .none, .words(place.name),
                rank == nil ? .none : place.index.total.map { .figure($0, unit: "") } ?? .none,
                .figure(place.cases * 100, unit: ""), .figure(place.index.measured * 100, unit: "%"),
                remark.map { .words($0) } ?? .none,
            ], lead: .place(place.id), isBad: false)
    }

    /// How the index of every place in a ranking was computed.
    var annexes: [Report.Section] {
        var seen: Set<String> = []
        return plan.parts.compactMap { part -> Report.Section? in
            guard case .ranking(let id) = part.content, seen.insert(id).inserted,
                let plan = book.reports.ranking(id), let index = book.reports.index(plan.index)
            else { return nil }
            let result = result(plan, index)
            let places = result.ranked.map(\.place) + result.unranked
            guard !places.isEmpty else { return nil }
            let columns = [Report.Column(ReportWords.places(plan.of), share: 5, isNumber: false)] + IndexTable.columns
            let rows = places.flatMap { place in
                IndexTable(place.index).rows(lead: .place(place.id)).map { line in
                    Report.Row([.words(place.name)] + line.cells, lead: line.lead, isBad: line.isBad)
                }
            }
            let name = ReportWords.annex(part.name)
            let table = Report.Table(caption: name, columns: columns, rows: rows, notes: ReportWords.method(index))
            return Report.Section(name: name, sentences: [ReportWords.annexText], tables: [table], isAnnex: true)
        }
    }
}

/// The lines of an index as rows: each figure, its points, its weight, and what it brings; the sum at the end.
struct IndexTable {
    private let result: IndexResult

    init(_ result: IndexResult) {
        self.result = result
    }

    static let columns = [
        Report.Column(BoardWords.metric, share: 7, isNumber: false),
        Report.Column(BoardWords.value, share: 3, isNumber: true),
        Report.Column(ReportWords.scale, share: 5, isNumber: false),
        Report.Column(ReportWords.pointsLabel, share: 3, isNumber: true),
        Report.Column(ReportWords.weight, share: 3, isNumber: true),
        Report.Column(ReportWords.brings, share: 3, isNumber: true),
    ]

    func rows(lead: Report.Lead?) -> [Report.Row] {
        let lines = result.lines.map { line in
            Report.Row(
                [
                    .words(line.metric.name), ReportMaking.cell(line.value, line.metric),
                    .words(ReportWords.scale(line.part, unit: line.metric.unit)),
                    line.points.map { .figure($0, unit: "") } ?? .words(ReportWords.notMeasured),
                    .figure(line.part.weight * 100, unit: "%"),
                    line.brings.map { .figure($0, unit: "") } ?? .none,
                ], lead: lead, isBad: false)
        }
        let sum = Report.Row(
            [
                .words(ReportWords.total), .none, .none, .none, .figure(result.measured * 100, unit: "%"),
                result.total.map { .figure($0, unit: "") } ?? .words(ReportWords.noIndex),
            ], lead: lead, isBad: false)
        return lines + [sum]
    }
}
