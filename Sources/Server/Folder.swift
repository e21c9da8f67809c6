import Definitions
import Foundation
import Values

/// Reads the texts of the law as data, and other text files, from the disk.
struct Folder: Sendable {
    /// Holds `Services/`, `Territory/` and `Samples/`.
    let path: String

    /// Every text below the given folders, by its path from here (`Services/street-stall/service.yaml`).
    ///
    /// Throws `Failure.unavailable` when a folder is missing.
    func texts(below folders: [String]) throws -> [String: String] {
        var texts: [String: String] = [:]
        for folder in folders {
            let root = path + "/" + folder
            guard FileManager.default.fileExists(atPath: root),
                let files = FileManager.default.enumerator(atPath: root)
            else {
                throw Failure.unavailable(
                    Wording(
                        zh: "没有找到文件夹 \(root)。请在项目文件夹中运行，或用 --folder 指明它在哪里",
                        en: "There is no folder \(root). Run in the project's folder, or name it with --folder"))
            }
            for case let file as String in files where file.hasSuffix(".yaml") || file.hasSuffix(".md") {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: root + "/" + file))
                texts[folder + "/" + file] = String(decoding: bytes, as: UTF8.self)
            }
        }
        return texts
    }

    func library() throws -> Library {
        Library(texts: try texts(below: ["Services", "Territory"]))
    }

    /// One text, or nil when there is no such file.
    func text(_ file: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: path + "/" + file) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
