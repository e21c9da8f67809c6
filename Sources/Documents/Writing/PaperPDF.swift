import Values

/// A paper as PDF: A4 with the margins of GB/T 9704—2012 (天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm), 22 lines of 28
/// characters a page, the number of the page outside between two dashes.
package struct PaperPDF {
    private typealias Style = PaperCanvas.Style

    private static let (left, top) = (79.37, 104.88)
    private static let (width, height) = (442.2, 637.8)
    /// 三号, 225 mm in 22 lines.
    private static let body = Style(
        size: 15.75, isBold: false, pitch: 28.99, indent: 2, alignment: .left, isJustified: true)
    /// 二号.
    private static let title = Style(
        size: 22, isBold: true, pitch: 34, indent: 0, alignment: .middle, isJustified: false)
    private static let cell = Style(
        size: 9.5, isBold: false, pitch: 14, indent: 0, alignment: .left, isJustified: false)
    private static let padding = 4.0

    private let canvas: PaperCanvas
    private let paper: Paper
    private var y = PaperPDF.top
    private var page = 1

    /// The bytes of the file. The same paper gives the same bytes on the same machine.
    ///
    /// - Throws: `Failure.defect` when cairo or pango cannot draw.
    package static func bytes(of paper: Paper) throws(Failure) -> [UInt8] {
        var printed = try PaperPDF(paper)
        try printed.draw()
        return try printed.canvas.finished()
    }

    private init(_ paper: Paper) throws(Failure) {
        self.paper = paper
        canvas = try PaperCanvas(title: paper.title, made: paper.made.local)
    }

    private mutating func draw() throws(Failure) {
        try flow(paper.title, PaperPDF.title)
        var below = PaperPDF.cell
        (below.size, below.pitch, below.alignment) = (14, 24, .middle)
        for line in paper.subtitle { try flow(line, below) }
        y += 12
        for block in paper.blocks { try draw(block) }
        try close()
        try endPage()
    }

    private mutating func draw(_ block: Paper.Block) throws(Failure) {
        switch block {
        case .heading(let text):
            var style = PaperPDF.body
            (style.isBold, style.isJustified) = (true, false)
            // A heading never stands alone at the end of a page.
            try keepTogether(style.pitch * 3)
            try flow(text, style)
        case .paragraph(let text): try flow(text, PaperPDF.body)
        case .note(let text):
            var style = PaperPDF.cell
            style.isJustified = true
            try flow(text, style)
            y += 4
        case .table(let table): try draw(table)
        }
    }

    private mutating func close() throws(Failure) {
        var style = PaperPDF.body
        (style.indent, style.alignment, style.isJustified) = (0, .right, false)
        try keepTogether(style.pitch * Double(paper.closing.count + 1))
        y += paper.closing.isEmpty ? 0 : style.pitch
        for line in paper.closing { try flow(line, style) }
    }

    // MARK: Pages

    private var room: Double { PaperPDF.top + PaperPDF.height - y }

    private mutating func keepTogether(_ height: Double) throws(Failure) {
        if room < min(height, PaperPDF.height) { try turn() }
    }

    private mutating func turn() throws(Failure) {
        try endPage()
        page += 1
        y = PaperPDF.top
    }

    /// 单页码居右空一字，双页码居左空一字 (GB/T 9704—2012, 7.5).
    private func endPage() throws(Failure) {
        var style = PaperPDF.cell
        (style.size, style.pitch) = (14, 18)
        style.alignment = page.isMultiple(of: 2) ? .left : .right
        let number = try canvas.set("— \(page) —", style, width: PaperPDF.width - 28)
        canvas.draw(number, lines: 0..<1, left: PaperPDF.left + 14, top: PaperPDF.top + PaperPDF.height + 19.8)
        canvas.endPage()
    }

    /// Text line by line over as many pages as it needs.
    private mutating func flow(_ text: String, _ style: Style) throws(Failure) {
        let set = try canvas.set(text, style, width: PaperPDF.width)
        var line = 0
        while line < set.count {
            if room < set.pitch { try turn() }
            let fitting = max(1, min(set.count - line, Int(room / set.pitch)))
            canvas.draw(set, lines: line..<line + fitting, left: PaperPDF.left, top: y)
            y += Double(fitting) * set.pitch
            line += fitting
        }
    }

    // MARK: Tables

    private typealias Row = [PaperCanvas.SetText]

    private mutating func draw(_ table: Paper.Table) throws(Failure) {
        let header = try row(table.columns.map(\.title), of: table, isHeader: true)
        var caption = PaperPDF.cell
        (caption.isBold, caption.size, caption.pitch, caption.alignment) = (true, 12, 20, .middle)
        let set = try canvas.set(table.caption, caption, width: PaperPDF.width)
        try keepTogether(set.height + height(of: header) + 4 * PaperPDF.cell.pitch)
        try flow(table.caption, caption)
        draw(header, of: table, lines: 0..<(header.map(\.count).max() ?? 1), isShaded: true)
        for values in table.rows {
            let row = try row(values, of: table, isHeader: false)
            try draw(row, below: header, of: table)
        }
        y += 12
    }

    private func widths(of table: Paper.Table) -> [Double] {
        let all = table.columns.reduce(0) { $0 + $1.share }
        return table.columns.map { PaperPDF.width * Double($0.share) / Double(max(1, all)) }
    }

    private func row(_ values: [String], of table: Paper.Table, isHeader: Bool) throws(Failure) -> Row {
        var row: Row = []
        for (index, width) in widths(of: table).enumerated() {
            var style = PaperPDF.cell
            style.isBold = isHeader
            style.alignment = isHeader ? .middle : table.columns[index].isNumber ? .right : .left
            let text = index < values.count ? values[index] : ""
            row.append(try canvas.set(text, style, width: width - 2 * PaperPDF.padding))
        }
        return row
    }

    private func height(of row: Row) -> Double { (row.map(\.height).max() ?? 0) + 2 * PaperPDF.padding }

    /// A row that does not fit goes to the next page, below the header; one longer than a page is cut between lines.
    private mutating func draw(_ row: Row, below header: Row, of table: Paper.Table) throws(Failure) {
        let lines = row.map(\.count).max() ?? 0
        var from = 0
        while from < lines {
            let space = Int((room - 2 * PaperPDF.padding) / PaperPDF.cell.pitch)
            let isLonger = height(of: row) + height(of: header) > PaperPDF.height
            if space < lines - from, !isLonger || space < 1 {
                try turn()
                draw(header, of: table, lines: 0..<(header.map(\.count).max() ?? 1), isShaded: true)
                // The header leaves room for at least one line, or nothing would ever fit.
                guard room >= PaperPDF.cell.pitch + 2 * PaperPDF.padding else {
                    throw .defect("the header of a table is as long as a page")
                }
                continue
            }
            let to = min(lines, from + space)
            draw(row, of: table, lines: from..<to, isShaded: false)
            from = to
        }
    }

    private mutating func draw(_ row: Row, of table: Paper.Table, lines: Range<Int>, isShaded: Bool) {
        let height = Double(lines.count) * PaperPDF.cell.pitch + 2 * PaperPDF.padding
        let (start, end) = (PaperPDF.left, PaperPDF.left + PaperPDF.width)
        if isShaded { canvas.shade(left: start, top: y, width: PaperPDF.width, height: height) }
        var x = start
        canvas.rule(from: (start, y), to: (end, y))
        canvas.rule(from: (start, y + height), to: (end, y + height))
        canvas.rule(from: (start, y), to: (start, y + height))
        for (cell, width) in zip(row, widths(of: table)) {
            let shown = min(lines.lowerBound, cell.count)..<min(lines.upperBound, cell.count)
            canvas.draw(cell, lines: shown, left: x + PaperPDF.padding, top: y + PaperPDF.padding)
            x += width
            canvas.rule(from: (x, y), to: (x, y + height))
        }
        y += height
    }
}
