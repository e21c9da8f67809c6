import CQR

/// A QR code (ISO/IEC 18004): a square of dark and light modules, without its quiet zone.
package struct QRCode: Hashable, Sendable {
    /// How much of the code may be lost and still be read.
    package enum Correction: Sendable {
        /// About 7 %.
        case low
        /// About 15 %: for screens.
        case medium
        /// About 25 %: for paper.
        case quartile
        /// About 30 %: for seals and stickers outdoors.
        case high
    }

    /// Modules on each side, 21 to 177.
    package let width: Int
    /// Row after row, true where dark; `width * width` of them.
    package let modules: [Bool]

    /// Encodes the UTF-8 bytes of a text in the smallest version that holds it.
    ///
    /// - Returns: nil when the text is empty or too long for that correction (2,953 bytes at `low`).
    package init?(_ text: String, correction: Correction) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty,
            let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, correction.level)
        else { return nil }
        defer { QRcode_free(code) }
        guard let data = code.pointee.data else { return nil }
        width = Int(code.pointee.width)
        modules = (0..<width * width).map { data[$0] & 1 == 1 }
    }

    /// The dark modules as the `d` of one SVG `path`, in a view box from 0 to `width` + 8: four modules of quiet zone
    /// on each side. Holds only digits and the letters M, h, v, z.
    package var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                guard modules[row * width + column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < width, modules[row * width + column] { column += 1 }
                path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
            }
        }
        return path
    }

    /// Length of a side of the view box of `path`.
    package var viewBoxSide: Int { width + 8 }

    /// A complete SVG file with that title, for download and print.
    package func svg(title: String) -> String {
        let side = viewBoxSide
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) \(side)\" role=\"img\">"
            + "<title>\(QRCode.escaped(title))</title>"
            + "<path fill=\"#fff\" d=\"M0 0h\(side)v\(side)H0z\"/><path fill=\"#000\" d=\"\(path)\"/></svg>"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension QRCode.Correction {
    fileprivate var level: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }
}
