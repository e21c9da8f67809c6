import CCairo
import Values

/// Pages of A4 on which text is set by pango and drawn by cairo. A class, because it owns their handles; it belongs to
/// one task.
final class PaperCanvas {
    /// A4, in points.
    static let (width, height) = (595.276, 841.89)

    /// How a text is set. Sizes are in points.
    struct Style {
        enum Alignment { case left, middle, right }

        var size: Double
        var isBold: Bool
        /// From one line to the next.
        var pitch: Double
        /// Of the first line, in characters.
        var indent: Int
        var alignment: Alignment
        /// Whether full lines reach the right edge.
        var isJustified: Bool
    }

    /// A text broken into lines. A class, because it owns a handle of pango.
    final class SetText {
        fileprivate struct Line {
            let left: Double
            let top: Double
            let ascent: Double
            let height: Double
        }

        fileprivate let layout: OpaquePointer
        fileprivate let lines: [Line]
        let pitch: Double
        var count: Int { lines.count }
        var height: Double { Double(lines.count) * pitch }

        fileprivate init(_ layout: OpaquePointer, pitch: Double) {
            self.layout = layout
            self.pitch = pitch
            lines = SetText.measure(layout)
        }

        deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

        private static func measure(_ layout: OpaquePointer) -> [Line] {
            guard let iterator = pango_layout_get_iter(layout) else { return [] }
            defer { pango_layout_iter_free(iterator) }
            let scale = Double(PANGO_SCALE)
            var lines: [Line] = []
            repeat {
                var box = PangoRectangle()
                pango_layout_iter_get_line_extents(iterator, nil, &box)
                let baseline = Double(pango_layout_iter_get_baseline(iterator)) / scale
                let top = Double(box.y) / scale
                lines.append(
                    Line(
                        left: Double(box.x) / scale, top: top, ascent: baseline - top,
                        height: Double(box.height) / scale))
            } while pango_layout_iter_next_line(iterator) != 0
            return lines
        }
    }

    /// What cairo has written. A class, because a C callback adds to it.
    private final class Collected {
        var bytes: [UInt8] = []
    }

    /// 仿宋 where the office has it, else the open font that every Debian has.
    private static let families = "FangSong_GB2312,FangSong,Noto Serif CJK SC"

    private let collected = Collected()
    private let surface: OpaquePointer
    private let context: OpaquePointer

    /// - Parameter made: local, `2026-03-02T09:15:00`.
    init(title: String, made: String) throws(Failure) {
        let target = Unmanaged.passUnretained(collected).toOpaque()
        let surface = cairo_pdf_surface_create_for_stream(
            { target, bytes, count in
                guard let target, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                let some = UnsafeBufferPointer(start: bytes, count: Int(count))
                Unmanaged<Collected>.fromOpaque(target).takeUnretainedValue().bytes.append(contentsOf: some)
                return CAIRO_STATUS_SUCCESS
            }, target, PaperCanvas.width, PaperCanvas.height)
        guard let surface, let context = cairo_create(surface) else { throw .defect("cairo gives no page") }
        self.surface = surface
        self.context = context
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        // Without it cairo writes the time of day, and the same paper would be other bytes.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made + "+08:00")
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Breaks a text into lines of that width, in points.
    func set(_ text: String, _ style: Style, width: Double) throws(Failure) -> SetText {
        guard let layout = pango_cairo_create_layout(context),
            let font = pango_font_description_from_string(PaperCanvas.families)
        else { throw .defect("pango gives no layout") }
        defer { pango_font_description_free(font) }
        let scale = Double(PANGO_SCALE)
        pango_font_description_set_absolute_size(font, style.size * scale)
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_context_set_language(pango_layout_get_context(layout), pango_language_from_string("zh-cn"))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_width(layout, Int32(width * scale))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_indent(layout, Int32(Double(style.indent) * style.size * scale))
        pango_layout_set_justify(layout, style.isJustified ? 1 : 0)
        let alignment: PangoAlignment =
            switch style.alignment {
            case .left: PANGO_ALIGN_LEFT
            case .middle: PANGO_ALIGN_CENTER
            case .right: PANGO_ALIGN_RIGHT
            }
        pango_layout_set_alignment(layout, alignment)
        // A NUL would end the text, and other signs of control would be drawn as boxes.
        let shown = String(text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
        pango_layout_set_text(layout, shown, -1)
        return SetText(layout, pitch: style.pitch)
    }

    /// Draws some lines of a text; the first one's top is at `top`.
    func draw(_ text: SetText, lines: Range<Int>, left: Double, top: Double) {
        for (place, index) in lines.enumerated() {
            let line = text.lines[index]
            guard let drawn = pango_layout_get_line_readonly(text.layout, Int32(index)) else { continue }
            let above = (text.pitch - line.height) / 2 + line.ascent
            cairo_move_to(context, left + line.left, top + Double(place) * text.pitch + above)
            pango_cairo_show_layout_line(context, drawn)
        }
    }

    /// A thin black line.
    func rule(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
        cairo_set_line_width(context, 0.6)
        cairo_move_to(context, start.x, start.y)
        cairo_line_to(context, end.x, end.y)
        cairo_stroke(context)
    }

    /// A grey ground for what is drawn after it.
    func shade(left: Double, top: Double, width: Double, height: Double) {
        cairo_set_source_rgb(context, 0.93, 0.93, 0.93)
        cairo_rectangle(context, left, top, width, height)
        cairo_fill(context)
        cairo_set_source_rgb(context, 0, 0, 0)
    }

    func endPage() { cairo_show_page(context) }

    /// The whole file; nothing can be drawn afterwards.
    ///
    /// - Throws: `Failure.defect` when cairo or pango could not go on.
    func finished() throws(Failure) -> [UInt8] {
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS, cairo_status(context) == CAIRO_STATUS_SUCCESS else {
            throw .defect("cairo: \(String(cString: cairo_status_to_string(status)))")
        }
        return collected.bytes
    }
}
