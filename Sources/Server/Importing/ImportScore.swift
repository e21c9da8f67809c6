import Features
import Foundation
import Values

/// Reads labelled documents and compares what was found with what a person labelled.
enum ImportScore {
    private static let ending = ".labels.json"

    /// - Returns: differences and figures, or with `json` the figures as one object.
    /// - Throws: `Failure` when a folder, a document or its labels cannot be read.
    static func run(folder: String, json: Bool) throws -> String {
        let score = try score(folder: folder)
        guard json else { return (score.differences + [score.summary]).joined(separator: "\n") }
        let figures: [(String, LedgerScore.Count)] = [
            ("tasks", score.tasks), ("units", score.units), ("deadlines", score.deadlines), ("targets", score.targets),
            ("particulars", score.particulars),
        ]
        let counts = figures.map { name, count in
            (
                name,
                JSON.map([
                    "labelled": .number(Int64(count.labelled)), "found": .number(Int64(count.found)),
                    "put": .number(Int64(count.put)),
                ])
            )
        }
        return JSON.map(Dictionary(uniqueKeysWithValues: counts)).canonicalText
    }

    /// The score of all labelled documents of a folder, in the order of their names.
    static func score(folder: String) throws -> LedgerScore {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder).sorted() else {
            throw Failure.notFound(Wording(zh: "没有文件夹 \(folder)", en: "there is no folder \(folder)"))
        }
        var score = LedgerScore()
        for name in names where name.hasSuffix(ending) {
            let base = name.dropLast(ending.count)
            guard let document = names.first(where: { $0.hasPrefix(base + ".") && !$0.hasSuffix(ending) }) else {
                throw Failure.notFound(
                    Wording(zh: "\(folder) 中没有 \(base) 的原文", en: "there is no document for \(name) in \(folder)"))
            }
            let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
            guard let labels = try? JSON(parsing: [UInt8](bytes)) else {
                throw Failure.notFound(
                    Wording(zh: "\(name) 不是 JSON", en: "\(name) is no JSON (whole numbers, decimals as texts)"))
            }
            let source = try ImportedFile.read(folder + "/" + document)
            try score.add(LedgerReader.read(source), labels: labels, name: document)
        }
        guard score.papers > 0 else {
            throw Failure.notFound(
                Wording(zh: "\(folder) 中没有标注文件", en: "\(folder) holds no file with labels (*.labels.json)"))
        }
        return score
    }
}
