import Definitions
import Foundation

/// The texts of the repository's own `Services/` and `Territory/`, found from this file.
enum RealLibrary {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Through a link, too: the folder may be one.
    static let texts: [String: String] = {
        var texts: [String: String] = [:]
        for top in ["Services", "Territory"] {
            let folder = root.appending(path: top).resolvingSymlinksInPath().path
            let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".md") {
                texts["\(top)/\(path)"] = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
            }
        }
        return texts
    }()

    /// The text of a schema for editors; nil when there is none.
    static func schema(_ name: String) -> String? {
        let path = root.appending(path: "Schemas/\(name).schema.json").resolvingSymlinksInPath().path
        return try? String(contentsOfFile: path, encoding: .utf8)
    }

    static let library = Library(texts: texts)
}

/// Stands for SM3, which this room may not import: any fixed function of the bytes will do.
func testHash(_ bytes: [UInt8]) -> [UInt8] {
    var state: [UInt64] = [0xCBF2_9CE4_8422_2325, 1, 2, 3]
    for byte in bytes {
        for index in state.indices { state[index] = (state[index] ^ UInt64(byte) ^ UInt64(index)) &* 0x100_0000_01B3 }
    }
    return state.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) } }
}
