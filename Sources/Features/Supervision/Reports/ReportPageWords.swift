import Definitions
import Values

/// The words of the pages of reports, and what stands around a report on paper.
extension ReportWords {
    static let title = Wording(zh: "定期报告", en: "Scheduled reports")
    static let lead = Wording(
        zh: "报告期结束后由平台自动生成，内容和数字不再改变；每份文件的杂凑值记在日志里。",
        en: "Made by the platform when their period is over, and never changed; the log holds the hash of every file.")
    static let none = Wording(zh: "还没有报告", en: "No report yet")
    static let noneText = Wording(
        zh: "第一个报告期结束后，报告会出现在这里。", en: "The first one appears when its period is over.")
    static let missing = Wording(zh: "没有这份报告", en: "There is no such report")
    static let missingPlace = Wording(zh: "这份报告没有计算它", en: "This report does not compute it")
    static let damaged = Wording(
        zh: "保存的文件与日志里的杂凑值不一致", en: "the kept file differs from the hash in the log")
    static let report = Wording(zh: "报告", en: "Report")
    static let kind = Wording(zh: "种类", en: "Kind")
    static let period = Wording(zh: "报告期", en: "Period")
    static let place = Wording(zh: "范围", en: "Place")
    static let made = Wording(zh: "生成时间", en: "Made")
    static let download = Wording(zh: "下载", en: "Download")
    static let filter = Wording(zh: "筛选报告", en: "Filter reports")
    static let all = Wording(zh: "全部", en: "All")
    static let proof = Wording(zh: "凭据", en: "Proof")
    static let hashLabel = Wording(zh: "SM3 杂凑值", en: "SM3 hash")
    static let contentLabel = Wording(zh: "报告数据", en: "Data of the report")
    static let notOver = Wording(zh: "报告期还没有结束", en: "The period is not over yet")
    static let showLines = Wording(zh: "逐项列出", en: "Show every line")
    static let howComputed = Wording(zh: "指数的逐项计算", en: "The index, line by line")

    static func every(_ every: ReportSpan.Every) -> Wording {
        switch every {
        case .day: Wording(zh: "每日", en: "Daily")
        case .week: Wording(zh: "每周", en: "Weekly")
        case .month: Wording(zh: "每月", en: "Monthly")
        case .quarter: Wording(zh: "每季", en: "Quarterly")
        case .year: Wording(zh: "每年", en: "Yearly")
        }
    }

    static func form(_ form: ReportRow.Form) -> Wording {
        switch form {
        case .html: Wording(zh: "网页 HTML", en: "HTML")
        case .pdf: Wording(zh: "PDF", en: "PDF")
        case .xlsx: Wording(zh: "表格 XLSX", en: "XLSX")
        }
    }

    /// 2026年3月1日至2026年3月31日.
    static func span(_ period: ReportSpan) -> Wording {
        if period.first == period.last { return day(period.first) }
        return Wording(
            zh: "\(day(period.first).zh)至\(day(period.last).zh)", en: "\(period.first) to \(period.last)")
    }

    /// Who made it and of what.
    static func closing(_ report: Report) -> [Wording] {
        [
            Wording(
                zh: "通办平台根据日志前\(report.position)条事件生成",
                en: "Made by Tongban from the first \(report.position) events of the log"),
            Wording(zh: "数据截至\(day(report.period.last).zh)24时", en: "Figures until the end of \(report.period.last)"),
        ]
    }

    /// What stands in a cell; nil for nothing.
    static func text(of cell: Report.Cell) -> Wording? {
        switch cell {
        case .words(let words): words
        case .figure(let hundredths, let unit): figure(hundredths, unit: unit)
        case .none: nil
        }
    }
}
