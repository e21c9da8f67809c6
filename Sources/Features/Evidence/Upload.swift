import Values

/// A file that an applicant handed in (上传材料). Its bytes lie in pieces, encrypted under the key of its stream.
package struct Upload: Hashable, Sendable {
    package typealias ID = Identifier<Upload>

    package let id: ID
    /// The draft or case whose key encrypts it.
    package let stream: String
    /// The evidence need it answers.
    package let need: String
    /// As the person's device named it; personal, so kept sealed.
    package let name: String
    package let type: FileType
    package let sizeInBytes: Int
    /// SM3 of (stream key id ‖ content), hexadecimal.
    package let address: String

    package static let pieceLength = 256 * 1024
    package static let largestInBytes = 20 * 1024 * 1024

    package init(
        id: ID, stream: String, need: String, name: String, type: FileType, sizeInBytes: Int, address: String
    ) {
        self.id = id
        self.stream = stream
        self.need = need
        self.name = name
        self.type = type
        self.sizeInBytes = sizeInBytes
        self.address = address
    }
}

/// The kinds of files that are taken, told by their content and never by their name.
package enum FileType: String, Hashable, Sendable {
    case pdf, jpeg, png, ofd
    /// A policy document in whatever form the office has it; it is downloaded and never shown.
    case paper

    /// What applicants may hand in.
    package static let handedIn: [FileType] = [.pdf, .jpeg, .png, .ofd]

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .ofd: "application/ofd"
        case .paper: "application/octet-stream"
        }
    }

    package var name: String { self == .jpeg ? "JPG" : rawValue.uppercased() }

    /// nil when the content begins like none of the kinds.
    package init?(content: [UInt8]) {
        if content.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if content.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if content.starts(with: [0x50, 0x4B, 0x03, 0x04]), FileType.names(content, "OFD.xml") {
            self = .ofd
        } else {
            return nil
        }
    }

    /// Whether a ZIP archive names such an entry at its root, by its local headers or its directory.
    private static func names(_ content: [UInt8], _ entry: String) -> Bool {
        let name = Array(entry.utf8)
        guard content.count > name.count + 30 else { return false }
        for start in [0, max(0, content.count - 65_536)] {
            let window = content[start..<min(content.count, start + 65_536)]
            var index = window.startIndex
            while index + name.count <= window.endIndex {
                if window[index] == name[0], window[index..<index + name.count].elementsEqual(name) { return true }
                index += 1
            }
        }
        return false
    }
}

extension Upload {
    /// The problems of a file as it arrived; empty when it may be kept.
    package static func problems(with content: [UInt8], for field: String) -> [Problem] {
        if content.isEmpty {
            return [
                Problem(
                    place: field, message: Wording(zh: "选的文件是空的", en: "The file is empty"),
                    remedy: Wording(zh: "重新选一个有内容的文件", en: "Choose a file that has content"))
            ]
        }
        if content.count > largestInBytes {
            return [
                Problem(
                    place: field, message: Wording(zh: "文件超过 20 MB", en: "The file is larger than 20 MB"),
                    remedy: Wording(zh: "压缩后再上传，或分成几个文件", en: "Make it smaller, or split it"))
            ]
        }
        if FileType(content: content) == nil {
            return [
                Problem(
                    place: field,
                    message: Wording(
                        zh: "文件要是 PDF、JPG、PNG 或 OFD", en: "The file must be PDF, JPG, PNG or OFD"),
                    remedy: Wording(
                        zh: "换一种格式再上传，例如用手机拍照", en: "Use another format, for example a photograph"))
            ]
        }
        return []
    }
}
