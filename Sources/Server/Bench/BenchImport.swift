import Features
import Foundation
import Values

extension BenchRun {
    /// How long policy documents take from bytes to ledger: those of `$POLICIES`, and the samples of the repository.
    func imports(folder: String) throws {
        let samples = folder + "/Tests/FeaturesTests/Mandates/Samples/developed"
        let folders = [ProcessInfo.processInfo.environment["POLICIES"], samples].compactMap { $0 }
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
            for name in names where !name.hasSuffix(".json") {
                let begin = BenchLoad.now
                let ledger = LedgerReader.read(try ImportedFile.read(folder + "/" + name))
                let milliseconds = (BenchLoad.now - begin) * 1000
                show(
                    "import",
                    [
                        "document": .text(name), "tasks": .number(Int64(ledger.tasks.count)),
                        "milliseconds": .number(Int64(milliseconds.rounded(.up))),
                    ])
            }
        }
    }
}
