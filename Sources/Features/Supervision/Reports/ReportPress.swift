import Definitions
import Documents
import Proofs
import Values

/// Writes a report as files: what stands in one stands in all, in Chinese (HTML、PDF、XLSX).
enum ReportPress {
    /// The bytes of every form. The same report gives the same bytes on the same machine.
    static func files(of report: Report) throws(Failure) -> [ReportRow.Form: [UInt8]] {
        [
            .html: ReportPaperPage(report: report).bytes, .pdf: try PaperPDF.bytes(of: paper(report)),
            .xlsx: try WorkbookXLSX.bytes(of: workbook(report)),
        ]
    }

    static func hash(_ bytes: [UInt8]) -> String { Hexadecimal.text(SM3.hash(bytes)) }

    /// A file says the end of its period and not when it was made, so that it can be made again.
    private static func made(_ report: Report) -> Moment { .endOf(report.period.last) }

    // MARK: PDF

    static func paper(_ report: Report) -> Paper {
        var blocks: [Paper.Block] = []
        var tables = 0
        for (number, section) in report.sections.enumerated() {
            let mark = section.isAnnex ? "" : chineseNumeral(number + 1) + "、"
            blocks.append(.heading(mark + section.name.zh))
            for sentence in section.sentences { blocks.append(.paragraph(tight(sentence.zh))) }
            for table in section.tables {
                tables += 1
                blocks.append(.table(self.table(table, number: tables)))
                for note in table.notes { blocks.append(.note(tight("注：" + note.zh))) }
            }
        }
        return Paper(
            title: report.title.zh, subtitle: [ReportWords.span(report.period).zh], blocks: blocks,
            closing: ReportWords.closing(report).map(\.zh), made: made(report))
    }

    private static func table(_ table: Report.Table, number: Int) -> Paper.Table {
        Paper.Table(
            caption: "表\(number)　\(table.caption.zh)",
            columns: table.columns.map { Paper.Column($0.name.zh, share: $0.share, isNumber: $0.isNumber) },
            rows: table.rows.map { row in
                row.cells.map { tight(ReportWords.text(of: $0)?.zh ?? "—") }
            })
    }

    /// In print no space stands beside a Chinese character.
    private static func tight(_ text: String) -> String {
        let letters = Array(text)
        func isChinese(_ place: Int) -> Bool {
            guard letters.indices.contains(place), let scalar = letters[place].unicodeScalars.first else {
                return false
            }
            return scalar.value >= 0x2E80
        }
        return String(
            letters.indices.filter { place in
                letters[place] != " " || !(isChinese(place - 1) || isChinese(place + 1))
            }.map { letters[$0] })
    }

    // MARK: XLSX

    static func workbook(_ report: Report) -> Workbook {
        var lines: [[Workbook.Cell]] = [
            [.text("标题"), .text(report.title.zh)], [.text("报告期"), .text(ReportWords.span(report.period).zh)],
        ]
        for line in ReportWords.closing(report) { lines.append([.text("来源"), .text(line.zh)]) }
        var sheets: [Workbook.Sheet] = []
        for section in report.sections {
            for sentence in section.sentences { lines.append([.text(section.name.zh), .text(sentence.zh)]) }
            for table in section.tables {
                for note in table.notes { lines.append([.text("注（\(section.name.zh)）"), .text(note.zh)]) }
                sheets.append(sheet(table, number: sheets.count + 1))
            }
        }
        let text = Workbook.Sheet(
            name: "说明", columns: [.init("部分", width: 24), .init("内容", width: 100)], rows: lines)
        return Workbook(title: report.title.zh, sheets: [text] + sheets, made: made(report))
    }

    private static func sheet(_ table: Report.Table, number: Int) -> Workbook.Sheet {
        let units = table.columns.indices.map { unit(ofColumn: $0, in: table) }
        var columns: [Workbook.Column] = []
        for (column, unit) in zip(table.columns, units) {
            switch unit {
            case .one(let unit): columns.append(.init("\(column.name.zh)（\(unit)）", width: 14))
            case .many: columns += [.init(column.name.zh, width: 12), .init("\(column.name.zh)单位", width: 10)]
            case .none: columns.append(.init(column.name.zh, width: column.isNumber ? 12 : 28))
            }
        }
        let rows = table.rows.map { row in
            zip(row.cells, units).flatMap { cell, unit -> [Workbook.Cell] in
                switch cell {
                case .figure(let hundredths, let own):
                    return unit == .many ? [.hundredths(hundredths), .text(own)] : [.hundredths(hundredths)]
                case .words(let words): return unit == .many ? [.text(words.zh), .empty] : [.text(words.zh)]
                case .none: return unit == .many ? [.empty, .empty] : [.empty]
                }
            }
        }
        // Signs that the name of a sheet may not hold; 31 characters at most.
        let name = "\(number) \(table.caption.zh)".filter { !"[]:*?/\\".contains($0) }
        return Workbook.Sheet(name: String(name.prefix(31)), columns: columns, rows: rows)
    }

    private enum ColumnUnit: Hashable {
        case none
        case one(String)
        case many
    }

    private static func unit(ofColumn index: Int, in table: Report.Table) -> ColumnUnit {
        var units: Set<String> = []
        for row in table.rows { if case .figure(_, let unit) = row.cells[index] { units.insert(unit) } }
        if units.count > 1 { return .many }
        let unit = units.first ?? ""
        // A heading that names the unit already is left as it is.
        return unit.isEmpty || table.columns[index].name.zh.hasSuffix("（\(unit)）") ? .none : .one(unit)
    }
}
