import Values

extension FormInput {
    /// Reads the body of a form; the size of the body was limited before.
    ///
    /// - Parameter contentType: the value of the header.
    /// - Throws: `.problems` when it is neither kind of form, or when there is more in it than `limits` allow.
    package init(body: [UInt8], contentType: String, limits: Limits) throws(Failure) {
        self.init()
        let parts = contentType.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        switch parts.first.map({ String($0).lowercased().filter { $0 != " " } }) {
        case "application/x-www-form-urlencoded": try readEncoded(body[...], limits: limits)
        case "multipart/form-data":
            guard let boundary = FormInput.parameter("boundary", in: contentType), boundary.utf8.count <= 70 else {
                throw FormInput.unreadable
            }
            try readMultipart(body, boundary: boundary, limits: limits)
        default: throw FormInput.unreadable
        }
    }

    /// Reads the parameters of an address, what stands behind `?`.
    package init(query: String, limits: Limits) throws(Failure) {
        self.init()
        try readEncoded(Array(query.utf8)[...], limits: limits)
    }

    static let unreadable = Failure.problems([
        Problem(
            place: "form",
            message: Wording(zh: "提交的内容不完整", en: "What was sent is incomplete"),
            remedy: Wording(zh: "返回上一页，再提交一次", en: "go back and send it again"))
    ])

    private static let tooMuch = Failure.problems([
        Problem(
            place: "form",
            message: Wording(zh: "一次提交的内容太多", en: "Too much was sent at once"),
            remedy: Wording(zh: "分成几次填写，长的说明作为文件上传", en: "fill it in in parts, and upload long texts as files"))
    ])

    private mutating func readEncoded(_ body: ArraySlice<UInt8>, limits: Limits) throws(Failure) {
        for pair in body.split(separator: 0x26) {
            let equals = pair.firstIndex(of: 0x3D) ?? pair.endIndex
            let name = pair[..<equals]
            let value = equals < pair.endIndex ? pair[(equals + 1)...] : []
            guard fields.count < limits.fields, name.count <= limits.nameLength, value.count <= limits.valueLength * 3
            else { throw FormInput.tooMuch }
            let decoded = FormInput.percentDecoded(value)
            guard decoded.utf8.count <= limits.valueLength * 3 else { throw FormInput.tooMuch }
            add(FormInput.percentDecoded(name), decoded)
        }
    }

    /// Plus is a space; a percent sign without two hexadecimal digits stays a percent sign.
    static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x25, index + 2 < bytes.endIndex, let high = nibble(bytes[index + 1]),
                let low = nibble(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
                continue
            }
            decoded.append(byte == 0x2B ? 0x20 : byte)
            index += 1
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// A parameter of a header value, quoted or not.
    static func parameter(_ name: String, in header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard rest.lowercased().hasPrefix(name + "=") else { continue }
            let value = rest.dropFirst(name.count + 1)
            if value.first == "\"" {
                let inner = value.dropFirst()
                guard let end = inner.firstIndex(of: "\"") else { return nil }
                return String(inner[..<end])
            }
            let plain = value.prefix { $0 != ";" && $0 != " " }
            return plain.isEmpty ? nil : String(plain)
        }
        return nil
    }

    private mutating func readMultipart(_ body: [UInt8], boundary: String, limits: Limits) throws(Failure) {
        let mark = Array("--\(boundary)".utf8)
        guard var position = FormInput.find(mark, in: body, from: 0) else { throw FormInput.unreadable }
        while true {
            position += mark.count
            if body[position...].starts(with: [0x2D, 0x2D]) { return }
            guard let headersEnd = FormInput.find([13, 10, 13, 10], in: body, from: position),
                let next = FormInput.find([13, 10] + mark, in: body, from: headersEnd + 2)
            else { throw FormInput.unreadable }
            let headers = String(decoding: body[position..<headersEnd], as: UTF8.self)
            let start = min(headersEnd + 4, next)
            try addPart(headers: headers, content: body[start..<max(start, next)], limits: limits)
            position = next + 2
        }
    }

    private mutating func addPart(headers: String, content: ArraySlice<UInt8>, limits: Limits) throws(Failure) {
        let lines = headers.split(whereSeparator: \.isNewline)
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = FormInput.parameter("name", in: String(disposition)), name.utf8.count <= limits.nameLength,
            fields.count + files.count < limits.fields
        else { throw FormInput.unreadable }
        if let fileName = FormInput.parameter("filename", in: String(disposition)) {
            let type = lines.first { $0.lowercased().hasPrefix("content-type:") }?.dropFirst(13)
            add(
                name,
                File(
                    name: FormInput.withoutNUL(String(fileName.prefix(200))),
                    claimedType: type.map { $0.filter { $0 != " " } } ?? "",
                    bytes: Array(content)))
            return
        }
        guard content.count <= limits.valueLength else { throw FormInput.tooMuch }
        add(name, String(decoding: content, as: UTF8.self))
    }

    /// First place of `pattern` at or after `from`.
    static func find(_ pattern: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count, from >= 0 else { return nil }
        var index = from
        let last = bytes.count - pattern.count
        while index <= last {
            guard let hit = bytes[index...last].firstIndex(of: first) else { return nil }
            if bytes[hit..<hit + pattern.count].elementsEqual(pattern) { return hit }
            index = hit + 1
        }
        return nil
    }
}
