import Foundation
import Values

/// From bytes to text: UTF-8, UTF-16, GB18030 (and so GBK and GB2312), Big5.
///
/// A mark at the start decides; then strict UTF-8; then the encoding in which the text reads most like Chinese. A guess
/// and each damaged place become doubts.
struct TextDecoding {
    struct Decoded {
        let text: String
        let doubts: [Problem]
    }

    let faults: ReadingFaults

    func decode(_ bytes: [UInt8]) throws(Failure) -> Decoded {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(Array(bytes.dropFirst(2)), isLittle: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(Array(bytes.dropFirst(2)), isLittle: false) }
        if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains("\u{0}") {
            return Decoded(text: text, doubts: [])
        }
        if let decoded = unmarkedUTF16(bytes) { return decoded }
        let zeros = bytes.count { $0 == 0 }
        guard zeros * 1000 < bytes.count else { throw faults.encoding }
        if isMostlyUTF8(bytes) { return utf8(bytes) }
        let readings = ["GB18030", "BIG5"].compactMap { name in
            converted(bytes, from: name).map { (name: name, text: $0, score: likeness($0)) }
        }
        guard let best = readings.max(by: { $0.score < $1.score }), best.score > 0.2 else { throw faults.encoding }
        let guess = doubt(
            place: faults.name,
            Wording(zh: "按 \(best.name) 编码读取", en: "read as \(best.name), which was guessed"),
            Wording(zh: "若有乱码，请另存为 UTF-8 再导入", en: "if characters are wrong, save it as UTF-8 and import that"))
        return Decoded(text: best.text, doubts: [guess] + damages(in: best.text))
    }

    private func utf8(_ bytes: [UInt8]) -> Decoded {
        let text = String(decoding: bytes, as: UTF8.self)
        return Decoded(text: text, doubts: damages(in: text))
    }

    private func utf16(_ bytes: [UInt8], isLittle: Bool) throws(Failure) -> Decoded {
        var units: [UInt16] = []
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
        }
        let text = String(decoding: units, as: UTF16.self)
        var doubts = damages(in: text)
        if bytes.count % 2 == 1 {
            doubts.append(
                doubt(
                    place: faults.name, Wording(zh: "文件结尾少一个字节", en: "the last character is cut in half"),
                    Wording(zh: "请核对结尾是否完整", en: "check that the end is there")))
        }
        return Decoded(text: text, doubts: doubts)
    }

    /// UTF-16 without its mark: the text must be Chinese in one order of bytes, and have no characters without meaning.
    private func unmarkedUTF16(_ bytes: [UInt8]) -> Decoded? {
        guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
        let readings = [true, false].compactMap { isLittle -> (Decoded, Double)? in
            guard let decoded = try? utf16(bytes, isLittle: isLittle), decoded.doubts.isEmpty else { return nil }
            return (decoded, likeness(decoded.text))
        }
        guard let best = readings.max(by: { $0.1 < $1.1 }), best.1 > 0.8 else { return nil }
        return best.0
    }

    /// Strict UTF-8 but for at most one damaged place in a thousand bytes, or a character cut off at the end.
    private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        let damaged = text.unicodeScalars.count { $0 == "\u{FFFD}" }
        return damaged <= max(1, bytes.count / 1000)
    }

    private func damages(in text: String) -> [Problem] {
        var line = 1
        var found: [Problem] = []
        for scalar in text.unicodeScalars {
            if scalar == "\n" { line += 1 }
            guard scalar == "\u{FFFD}" else { continue }
            let place = SourcePlace.line(line).wording
            if found.last?.place == place.en { continue }
            found.append(
                doubt(
                    place: place.en, Wording(zh: "\(place.zh)有损坏的字符", en: "a damaged character in \(place.en)"),
                    Wording(zh: "请对照原文补正", en: "compare it with the original")))
            if found.count == 20 { break }
        }
        return found
    }

    private func doubt(place: String, _ message: Wording, _ remedy: Wording) -> Problem {
        Problem(place: place, message: message, remedy: remedy)
    }

    /// How much of a text reads like Chinese officialdom: characters of the commonest, of the ones past ASCII.
    private func likeness(_ text: String) -> Double {
        var common = 0
        var foreign = 0
        for scalar in text.unicodeScalars.prefix(20_000) where scalar.value > 0x7F || scalar.value == 0 {
            foreign += 1
            if TextDecoding.commonest.contains(scalar) || (0x4E00...0x9FFF).contains(scalar.value) { common += 1 }
            if TextDecoding.commonest.contains(scalar) { common += 4 }
        }
        let plain = text.unicodeScalars.prefix(20_000).count - foreign
        return foreign == 0 ? 0 : Double(common) / Double(foreign * 5 + plain / 10) * 2
    }

    private static let commonest = Set(
        ("，。、；：（）《》“”〔〕的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民"
            + "得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各"
            + "重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特"
            + "件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处市责单牵务服政審辦關務業單責與為會個國時來發對門"
            + "動這經過現進產實體機關點應開還間樣與數質氣無條結題黨員")
            .unicodeScalars)

    /// Through the C library's iconv; what does not belong to the encoding becomes U+FFFD, at most 1 in 500 bytes.
    private func converted(_ bytes: [UInt8], from name: String) -> String? {
        guard let descriptor = iconv_open("UTF-8", name), descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        var output = [UInt8]()
        var position = 0
        var damaged = 0
        while position < bytes.count {
            let window = min(65_536, bytes.count - position)
            let (piece, taken) = step(descriptor, Array(bytes[position..<position + window]))
            output += piece
            position += taken
            // A window may end inside a character; the next one begins with it.
            let isCut = taken > 0 && taken >= window - 3 && position + (window - taken) < bytes.count
            guard taken < window, !isCut else { continue }
            damaged += 1
            guard damaged <= max(1, bytes.count / 500) else { return nil }
            output += [0xEF, 0xBF, 0xBD]
            position += 1
        }
        return String(validating: output, as: UTF8.self)
    }

    private func step(_ descriptor: iconv_t, _ input: [UInt8]) -> (output: [UInt8], taken: Int) {
        var input = input.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let count = (input.count, output.count)
        return input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                var left = (count.0, count.1)
                iconv(descriptor, &from, &left.0, &to, &left.1)
                let written = target.prefix(count.1 - left.1).map { UInt8(bitPattern: $0) }
                return (written, count.0 - left.0)
            }
        }
    }
}
