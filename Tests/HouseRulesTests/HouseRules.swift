import Foundation

/// Every rule that a machine can check.
enum HouseRules {
    static let all: [HouseRule] =
        ImportRules.all + FeatureRules.all + LengthRules.all + WordRules.all + NameRules.all + TestRules.all
        + DocumentationRules.all + RepositoryRules.all + PaperRules.all + ListRules.all
}

extension House {
    /// The tree in which this file lies, read once for all rules.
    static let ours: House = {
        var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return House(files: files(under: root))
    }()

    private static let text: Set<String> = [
        "swift", "yaml", "yml", "md", "sh", "py", "json", "txt", "css", "js", "h", "modulemap", "sql", "toml", "",
    ]

    private static func files(under root: URL) -> [SourceFile] {
        var files: [SourceFile] = []
        var folders = [root]
        while let folder = folders.popLast() {
            let entries = try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: [.isDirectoryKey, .isSymbolicLinkKey])
            for entry in entries ?? [] where !isOutside(entry.lastPathComponent) {
                let values = try? entry.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
                if values?.isSymbolicLink == true { continue }
                if values?.isDirectory == true {
                    folders.append(entry)
                } else if text.contains(entry.pathExtension), let data = try? Data(contentsOf: entry) {
                    let path = String(entry.path.dropFirst(root.path.count + 1))
                    files.append(SourceFile(path: path, text: String(decoding: data, as: UTF8.self)))
                }
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    /// What is built, installed or made at run time, and never committed.
    private static func isOutside(_ name: String) -> Bool {
        name == ".git" || name == ".local" || name.hasPrefix(".build") || name.hasPrefix(".venv")
            || name == "Package.resolved" || name == "node_modules" || name == "__pycache__"
    }
}
