/// How often a unit reports on a task (周调度、月调度、季度报送): as the document prints it, else as a person says. The
/// values are those of the procedure `supervised-task`.
package enum ReportPeriod: String, Hashable, Sendable, CaseIterable {
    case weekly = "7 days"
    case monthly = "1 months"
    case quarterly = "3 months"
    case halfYearly = "6 months"

    /// What a sentence says in which both a period and a report stand; nil where none does. 第三季度 is a date and no
    /// period.
    package static func printed(in text: String) -> ReportPeriod? {
        for sentence in text.split(whereSeparator: { "。；;\n".contains($0) })
        where reports.contains(where: { sentence.contains($0) }) {
            if let (period, _) = words.first(where: { $0.words.contains { sentence.contains($0) } }) { return period }
        }
        return nil
    }

    private static let reports = ["报送", "上报", "报告", "汇报", "调度", "通报", "报区", "报市", "报县", "报至"]
    private static let words: [(period: ReportPeriod, words: [String])] = [
        (.weekly, ["每周", "按周", "周调度", "逐周"]), (.halfYearly, ["每半年", "按半年", "半年调度"]),
        (.quarterly, ["每季度", "每季", "按季度", "按季", "季度调度", "季调度", "季度通报"]),
        (.monthly, ["每月", "每个月", "按月", "逐月", "月调度", "月通报"]),
    ]
}
