import Definitions
import Features
import Proofs
import Values

/// Check and compile of the definition of each service, from the resolved document: names, types, tables, plans.
struct BenchCompiling {
    private static let rounds = 20
    private let documents: [(service: String, document: JSON, hash: String)]

    init(folder: String) throws {
        let library = try Folder(path: folder).library()
        documents = try library.serviceIds.map { service in
            // A service that begins later is measured as it will be then.
            let today = BenchFolder.today
            let document =
                try (try? library.document(service: service, region: "yuzhong", on: today))
                ?? library.document(service: service, region: "yuzhong", on: today.adding(days: 365))
            return (service, document, Hexadecimal.text(SM3.hash(document.canonical)))
        }
    }

    /// The best round of each service, in microseconds of processor.
    func run() throws -> [String: JSON] {
        var slowest = (service: "", microseconds: 0)
        var sum = 0
        for (service, document, hash) in documents {
            var best = Double.infinity
            for _ in 0..<BenchCompiling.rounds {
                let begin = BenchServer.ownCPUSeconds
                _ = try Definition.reading(document: document, hash: hash)
                best = min(best, BenchServer.ownCPUSeconds - begin)
            }
            let microseconds = Int(best * 1e6)
            sum += microseconds
            if microseconds > slowest.microseconds { slowest = (service, microseconds) }
        }
        return [
            "rules": "compile", "services": .number(Int64(documents.count)),
            "microseconds_mean": .number(Int64(sum / max(1, documents.count))),
            "slowest": .text(slowest.service), "microseconds_slowest": .number(Int64(slowest.microseconds)),
        ]
    }
}
