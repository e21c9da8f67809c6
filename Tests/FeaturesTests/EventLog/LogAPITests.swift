import Proofs
import Storage
import Testing
import Values

@testable import Features

@Suite struct LogAPITests {
    /// On PostgreSQL a leader places what was recorded.
    private func place(_ sample: InterfaceSample) async throws {
        while try await sample.platform.features.events.place(limit: 500) > 0 {}
    }

    @Test func `the feed gives every record once, in the order of the log, and no sealed value`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            _ = try await sample.filed("f")
            try await place(sample)
            let size = try await sample.platform.database.read { try LogStore.size(in: $0) }
            var positions: [Int] = []
            var next = ""
            var more = true
            while more {
                let page = try await sample.get("/api/v1/events?limit=37\(next)")
                #expect(page.status == 200, "\(page.text)")
                for item in page.json["items"]?.list ?? [] {
                    positions.append(try #require(item["position"]?.number))
                    let record = try #require(item["record"])
                    #expect(page.text.contains(record.canonicalText))
                    #expect(item["leaf"]?.text == Hexadecimal.text(LogTree.leaf(record.canonical)))
                }
                #expect(!page.text.contains(SamplePeople.citizens[0].idNumber) && !page.text.contains("李明"))
                next = "&cursor=\(try #require(page.json["next"]?.text))"
                more = page.json["more"] == true
            }
            #expect(positions == Array(0..<size))
            let nothing = try await sample.get("/api/v1/events?limit=37\(next)").json
            #expect(nothing["items"] == [] && nothing["more"] == false)
            let id = try await sample.filed("g")
            try await place(sample)
            let later = try await sample.get("/api/v1/events?limit=37\(next)").json["items"]?.list ?? []
            #expect(later.first?["record"]?["stream"]?.text == id)
            let opened = try await sample.get("/api/v1/events?kind=opened&kind=acted&stream=\(id)").json
            let kinds = Set((opened["items"]?.list ?? []).compactMap { $0["record"]?["kind"]?.text })
            #expect(kinds == ["opened", "acted"])
            #expect(try await sample.get("/api/v1/events?kind=x&cursor=\(next.dropFirst(8))").status == 400)
            #expect(
                try await sample.get("/api/v1/events", bearer: try await sample.token([.read, .file])).status == 403)
            #expect(try await sample.get("/api/v1/events", bearer: try await sample.token([.feed])).status == 200)
        }
    }

    @Test func `a receipt is proved against the root, in a log of several blocks`() async throws {
        try await InterfaceSample.onBothEngines { sample in
            let filed = try await sample.send("/api/v1/cases", InterfaceSample.licence(), key: "first")
            for number in 0..<40 {
                let id = try await sample.filed("f\(number)")
                _ = try await sample.accept(id, key: "a\(number)")
            }
            try await place(sample)
            let size = try await sample.platform.database.read { try LogStore.size(in: $0) }
            #expect(size > 512, "\(size) events")
            let receipt = try #require(filed.json["receipt"])
            let path = "/api/v1/receipts/\(receipt["stream"]?.text ?? "")/\(receipt["version"]?.number ?? 0)"
            let proof = try await sample.get(path).json
            #expect(proof["leaf"] == receipt["leaf"])
            let head = try await sample.get("/api/v1/log").json
            #expect(head["size"]?.number == size && head["root"] == proof["inclusion"]?["root"])
            let leaves = try await sample.platform.database.read {
                try LogStore.leaves(from: 0, limit: size, in: $0)
            }
            #expect(head["root"]?.text == Hexadecimal.text(LogTree.root(of: leaves)))
            try expectProof(proof, size: size)
            // Every corner of the blocks, against the tree as the pure room makes it.
            let proofs = sample.platform.features.proofs
            for position in [0, 1, 254, 255, 256, 257, 511, 512, size - 1] {
                let found = try #require(try await proofs.inclusion(of: position))
                #expect(found.path == LogTree.inclusionProof(of: position, in: leaves), "position \(position)")
            }
            #expect(try await proofs.inclusion(of: size) == nil)
            for wrong in ["/api/v1/receipts/x/1", path + "0", path.dropLast() + "0", path.dropLast() + "x"] {
                #expect(try await sample.get(String(wrong)).status == 404, "\(wrong)")
            }
        }
    }

    private func expectProof(_ proof: JSON, size: Int) throws {
        let inclusion = try #require(proof["inclusion"])
        let leaf = try #require(proof["leaf"]?.text.flatMap { Hexadecimal.bytes($0) })
        let path = try #require(inclusion["path"]?.list).compactMap { $0.text.flatMap { Hexadecimal.bytes($0) } }
        let root = try #require(inclusion["root"]?.text.flatMap { Hexadecimal.bytes($0) })
        let position = try #require(inclusion["position"]?.number)
        #expect(LogTree.isIncluded(leaf, at: position, size: size, proof: path, root: root))
        #expect(!LogTree.isIncluded(leaf, at: position + 1, size: size, proof: path, root: root))
    }
}
