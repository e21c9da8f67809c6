import Hummingbird
import Proofs
import Storage
import Values
import Web

/// The interface for connected systems about the log: the feed, its head, and proofs of receipts (接口：事件流、存在性证明).
struct LogAPI: Sendable {
    let database: Database
    let proofs: LogProofDesk
    /// Names the log; one per deployment.
    let log: String

    /// So many records are read for one page at most, however few a filter takes.
    private static let mostRead = 1000

    func add(to table: inout RouteTable) {
        table.question("/api/v1/events", .readFeedByInterface, feed)
        table.question("/api/v1/log", .readByInterface, head)
        table.question("/api/v1/receipts/{stream}/{version}", .readByInterface, receipt)
    }

    /// Records in the order of the log, open parts only. `next` is where to ask again, also at the end.
    @Sendable private func feed(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let kinds = Set(query.texts("kind"))
        let stream = query.text("stream")
        let from = query.number("from", from: 0, to: Int.max)
        let paging = try query.paging()
        let start = try paging.position.map { (text) throws(Failure) in try LogAPI.position(text) } ?? from ?? 0
        let entries = try await database.read {
            try LogFeedStore.entries(from: start, limit: LogAPI.mostRead, in: $0)
        }
        var shown: [LogFeedStore.Entry] = []
        var next = start
        for entry in entries {
            guard shown.count < paging.limit else { break }
            next = entry.position + 1
            guard stream.map({ $0 == entry.stream }) ?? true else { continue }
            if kinds.isEmpty || kinds.contains(LogAPI.kind(of: entry)) { shown.append(entry) }
        }
        let more = entries.last.map { next <= $0.position } ?? false || entries.count == LogAPI.mostRead
        return Reply.json(bytes: LogAPI.page(shown, next: paging.cursor(behind: String(next)), more: more))
    }

    private static func position(_ text: String) throws(Failure) -> Int {
        guard let position = Int(text), position >= 0 else { throw InterfacePaging.wrongCursor }
        return position
    }

    private static func kind(of entry: LogFeedStore.Entry) -> String {
        JSON(text: entry.record)?["kind"]?.text ?? ""
    }

    /// Written byte by byte, so that who cuts a record out can hash it.
    private static func page(_ entries: [LogFeedStore.Entry], next: String, more: Bool) -> [UInt8] {
        var bytes = Array(#"{"items":["#.utf8)
        for (index, entry) in entries.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            bytes += Array(#"{"leaf":"\#(Hexadecimal.text(entry.leaf))","position":\#(entry.position),"#.utf8)
            bytes += Array(#""record":\#(entry.record.isEmpty ? "null" : entry.record)}"#.utf8)
        }
        return bytes + Array(#"],"more":\#(more),"next":"\#(next)"}"#.utf8)
    }

    /// How large the log is now, and the root over it.
    @Sendable private func head(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let head = try await proofs.head()
        return Reply.json(
            .map([
                "log": .text(log), "size": InterfaceJSON.number(head.size),
                "root": .text(Hexadecimal.text(head.root)),
            ]))
    }

    /// The proof that the record of a receipt stands in the log.
    @Sendable private func receipt(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let stream = visit.parameter("stream")
        guard let version = Int(visit.parameter("version")), version >= 1, version <= 1_000_000_000,
            let found = try await database.read({ try LogFeedStore.find(stream, version: version, in: $0) })
        else { throw Failure.notFound(Wording(zh: "没有这条记录", en: "There is no such record")) }
        let inclusion: LogProofDesk.Inclusion?
        if let position = found.position {
            inclusion = try await proofs.inclusion(of: position)
        } else {
            inclusion = nil
        }
        return Reply.json(
            .map([
                "log": .text(log), "stream": .text(stream), "version": InterfaceJSON.number(version),
                "leaf": .text(Hexadecimal.text(LogTree.leaf(Array(found.record.utf8)))),
                "inclusion": inclusion.map { proof in
                    .map([
                        "position": InterfaceJSON.number(proof.position),
                        "size": InterfaceJSON.number(proof.head.size),
                        "root": .text(Hexadecimal.text(proof.head.root)),
                        "path": InterfaceJSON.texts(proof.path.map { Hexadecimal.text($0) }),
                    ])
                } ?? .null,
            ]))
    }
}
