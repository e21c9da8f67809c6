/// How often what happened, of one place and time.
package struct RatingFigures: Hashable, Sendable {
    private var counts: [RatingCount: Int] = [:]

    package init() {}

    mutating func add(_ number: Int, _ count: RatingCount) { counts[count, default: 0] += number }

    package subscript(count: RatingCount) -> Int { counts[count] ?? 0 }

    package var handled: Int { self[.handled] }
    package var open: Int { self[.open] }

    /// Ratings of a grade that count; those found to be false do not.
    package func rated(_ grade: RatingGrade) -> Int {
        self[.rated(grade)] - self[.excluded(grade, isNamed: true)] - self[.excluded(grade, isNamed: false)]
    }

    /// All that count.
    package var rated: Int { RatingGrade.allCases.map { rated($0) }.reduce(0, +) }
    /// 非常满意, 满意 and 基本满意 (服务标准: 满意率).
    package var satisfied: Int { RatingGrade.allCases.filter { !$0.isBad }.map { rated($0) }.reduce(0, +) }
    package var excluded: Int { excludedNamed + excludedNameless }
    private var excludedNamed: Int { RatingGrade.allCases.map { self[.excluded($0, isNamed: true)] }.reduce(0, +) }
    private var excludedNameless: Int {
        RatingGrade.allCases.map { self[.excluded($0, isNamed: false)] }.reduce(0, +)
    }

    /// Bad ratings that must be corrected.
    package var bad: Int { self[.bad(isNamed: true)] + self[.bad(isNamed: false)] - excluded }
    /// Of these, those with a name: they must be called back.
    package var badNamed: Int { self[.bad(isNamed: true)] - excludedNamed }
    package var corrected: Int { self[.corrected] }
    package var calledBack: Int { self[.calledBack] }
}

/// A rate with its two numbers; no rate where nothing is to be counted.
package struct RatingRate: Hashable, Sendable {
    package let part: Int
    package let whole: Int

    package init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// In hundredths of a per cent, rounded down, so that 100 % means all; nil of nothing.
    package var hundredths: Int? { whole > 0 ? part * 10_000 / whole : nil }
}

/// The five measures that are to stand at 100 % (国办发〔2019〕51号: 事项、评价对象、服务渠道全覆盖, 差评整改率, 实名差评回访率),
/// with two more that say how people rate.
package struct RatingMeasures: Hashable, Sendable {
    /// Of the whole place and time.
    package let figures: RatingFigures
    /// Values that lack a way to rate in some event, by dimension.
    package let gaps: [RatingDimension: [String]]
    private let wholes: [RatingDimension: Int]

    /// - Parameter parts: figures by the values of `item`, `unit` and `channel`.
    package init(figures: RatingFigures, parts: [RatingDimension: [String: RatingFigures]]) {
        self.figures = figures
        let served = parts.mapValues { $0.filter { $0.value.handled > 0 } }
        wholes = served.mapValues(\.count)
        gaps = served.mapValues { values in
            values.filter { $0.value.open < $0.value.handled }.map(\.key).sorted()
        }
    }

    private func coverage(_ dimension: RatingDimension) -> RatingRate {
        let whole = wholes[dimension] ?? 0
        return RatingRate(whole - (gaps[dimension]?.count ?? 0), of: whole)
    }

    /// Items of which every service event can be rated.
    package var items: RatingRate { coverage(.item) }
    /// Units, the rated subjects, of which every service event can be rated.
    package var subjects: RatingRate { coverage(.unit) }
    package var channels: RatingRate { coverage(.channel) }
    package var correction: RatingRate { RatingRate(figures.corrected, of: figures.bad) }
    package var callBack: RatingRate { RatingRate(figures.calledBack, of: figures.badNamed) }
    package var satisfaction: RatingRate { RatingRate(figures.satisfied, of: figures.rated) }
    package var participation: RatingRate { RatingRate(figures.rated, of: figures.handled) }
}
