import CXlsx
import Foundation
import Values

/// A workbook as a file of a spreadsheet (XLSX).
package enum WorkbookXLSX {
    /// The bytes of the file. The same workbook gives the same bytes.
    ///
    /// - Throws: `Failure.defect` when a sheet's name is not allowed, or the file cannot be written.
    package static func bytes(of workbook: Workbook) throws(Failure) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array((folder + "/tongban-xlsx-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .defect("no temporary folder in \(folder)") }
        let place = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: place) }
        // The library writes files only.
        let path = place + "/book.xlsx"
        guard let book = workbook_new(path) else { throw .defect("libxlsxwriter gives no workbook") }
        let fault: Failure?
        do {
            try write(workbook, to: book)
            fault = nil
        } catch {
            fault = error
        }
        let status = workbook_close(book)
        if let fault { throw fault }
        guard status == LXW_NO_ERROR, let bytes = FileManager.default.contents(atPath: path) else {
            throw .defect("libxlsxwriter: \(String(cString: lxw_strerror(status)))")
        }
        return Array(bytes)
    }

    private typealias Book = UnsafeMutablePointer<lxw_workbook>
    private typealias Page = UnsafeMutablePointer<lxw_worksheet>
    private typealias Format = UnsafeMutablePointer<lxw_format>

    private static func write(_ workbook: Workbook, to book: Book) throws(Failure) {
        guard let header = workbook_add_format(book), let text = workbook_add_format(book),
            let number = workbook_add_format(book)
        else { throw .defect("libxlsxwriter gives no format") }
        format_set_bold(header)
        format_set_bg_color(header, 0xE7E7E7)
        for format in [header, text, number] {
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        format_set_text_wrap(header)
        format_set_text_wrap(text)
        set(workbook.title, made: workbook.made, of: book)
        for sheet in workbook.sheets {
            let name = sheet.name
            guard workbook_validate_sheet_name(book, name) == LXW_NO_ERROR,
                let page = workbook_add_worksheet(book, name)
            else { throw .defect("`\(name)` cannot be the name of a sheet") }
            write(sheet, to: page, header: header, text: text, number: number)
        }
    }

    private static func set(_ title: String, made: Moment, of book: Book) {
        title.withCString { title in
            var properties = lxw_doc_properties()
            // The library copies it at once.
            properties.title = UnsafeMutablePointer(mutating: title)
            // Otherwise it writes the time of day, and the same workbook would be other bytes.
            properties.created = time_t(made.milliseconds / 1000)
            workbook_set_properties(book, &properties)
        }
    }

    private static func write(_ sheet: Workbook.Sheet, to page: Page, header: Format, text: Format, number: Format) {
        for (index, column) in sheet.columns.enumerated() {
            let place = lxw_col_t(index)
            worksheet_set_column(page, place, place, Double(column.width), nil)
            worksheet_write_string(page, 0, place, column.title, header)
        }
        worksheet_freeze_panes(page, 1, 0)
        worksheet_repeat_rows(page, 0, 0)
        worksheet_set_landscape(page)
        worksheet_set_paper(page, 9)
        worksheet_fit_to_pages(page, 1, 0)
        for (line, cells) in sheet.rows.enumerated() {
            for (index, cell) in cells.enumerated() {
                let (row, place) = (lxw_row_t(line + 1), lxw_col_t(index))
                switch cell {
                case .text(let value): worksheet_write_string(page, row, place, value, text)
                case .hundredths(let value): worksheet_write_number(page, row, place, Double(value) / 100, number)
                case .empty: worksheet_write_blank(page, row, place, text)
                }
            }
        }
    }
}
