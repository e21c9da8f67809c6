import Values

/// Whether the clock of a service is at least as strict as the time limit that a document promises (时限不宽于承诺).
package struct LimitStrictness: Hashable, Sendable {
    /// The longest period that the clock may promise; nil where it promises none.
    package let longest: LegalPeriod?
    /// Whether no period that the clock may promise is longer than the document's.
    package let isKept: Bool

    /// nil when there is no such plan or clock, or the target is no upper limit.
    ///
    /// - Parameter unit: of the metric: 工作日, otherwise days.
    package init?(_ target: MetricTarget, unit: String, document: JSON) {
        guard let limit = target.limit, target.comparison == .atMost, let wanted = target.value.whole else {
            return nil
        }
        let plans = document["plans"]?.list ?? []
        let plan = plans.first { $0["variant"]?.text == limit.variant }
        guard let clock = plan?["clocks"]?[limit.clock] else { return nil }
        let periods = PromiseOrder.periods(LimitStrictness.rows(of: clock["promised"], meant: limit.when))
        let counted: LegalPeriod.Unit = unit == "工作日" ? .workdays : .days
        let printed = wanted == 0 ? LegalPeriod(0, .sameDay) : LegalPeriod(wanted, counted)
        isKept = !periods.isEmpty && periods.allSatisfy { PromiseOrder.isNotLonger($0, than: printed) }
        longest = periods.max { !PromiseOrder.isNotLonger($1, than: $0) }
    }

    /// The rows of a clock that the sentence speaks of; `otherwise` is the one without a condition.
    private static func rows(of promised: JSON?, meant: String?) -> JSON? {
        guard let meant, let rows = promised?.list else { return promised }
        return .list(rows.filter { ($0["when"]?.text ?? "otherwise") == meant })
    }

    /// As the library says it now, in the region of the target.
    init?(_ target: MetricTarget, unit: String, in library: Library) {
        guard let limit = target.limit, let region = target.region ?? library.rootRegion else { return nil }
        let days = library.changeDays(service: limit.service).reversed()
        let found = days.lazy.compactMap { try? library.document(service: limit.service, region: region, on: $0) }
        guard let document = found.first else { return nil }
        self.init(target, unit: unit, document: document)
    }
}
