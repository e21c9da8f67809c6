import Documents
import Foundation
import Values

/// A file of the administrator's machine as text with places.
enum ImportedFile {
    /// - Throws: `Failure.notFound`, or `Failure.problems` from the reader.
    static func read(_ path: String) throws -> SourceText {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let bytes = FileManager.default.contents(atPath: path)
        else {
            throw Failure.notFound(
                Wording(zh: "没有文件 \(path)，或不能读取", en: "there is no file \(path), or it cannot be read"))
        }
        let name = URL(fileURLWithPath: path).lastPathComponent
        return try DocumentReader(limits: .standard).read([UInt8](bytes), name: name)
    }
}
