import Definitions
import Proofs
import Storage
import Synchronization
import Values

/// Publishes lists, and gives every version that was ever published.
///
/// A node keeps documents by hash, which never change, and the versions as last seen.
package final class ListDesk: Sendable {
    private let database: Database
    private let events: EventDesk
    private let kept = Mutex(Kept())

    private struct Kept {
        var count = 0
        var published: [String: [PublishedList]] = [:]
        var documents: [String: ListDocument] = [:]
    }

    package init(database: Database, events: EventDesk) {
        self.database = database
        self.events = events
    }

    /// Reads what others published since.
    package func refresh() async throws {
        let seen = kept.withLock { $0.count }
        let published = try await database.read { connection in
            try ListStore.count(in: connection) != seen ? try ListStore.all(in: connection) : nil
        }
        guard let published else { return }
        kept.withLock {
            $0.count = published.count
            $0.published = Dictionary(grouping: published, by: \.list)
        }
    }

    // MARK: Reading

    /// The version of each list in force on a day, else its newest one, by id.
    package func lists(on day: Day) -> [PublishedList] {
        kept.withLock { $0.published }.values.compactMap { ListDesk.shown(of: $0, on: day) }
            .sorted { $0.list < $1.list }
    }

    /// Every version of a list, the newest first. Throws `Failure.notFound`.
    package func versions(of list: String) throws(Failure) -> [PublishedList] {
        guard let versions = kept.withLock({ $0.published[list] }) else { throw ListDesk.missing }
        return versions.sorted { $0.version > $1.version }
    }

    /// One version of a list: the one named, else the one in force on the day, else the newest.
    ///
    /// Throws `Failure.notFound` for a list or a version that there never was.
    package func version(_ number: Int?, of list: String, on day: Day) throws(Failure) -> PublishedList {
        let versions = try versions(of: list)
        let found = number.map { number in versions.first { $0.version == number } }
        guard let shown = found ?? ListDesk.shown(of: versions, on: day) else { throw ListDesk.missing }
        return shown
    }

    private static func shown(of versions: [PublishedList], on day: Day) -> PublishedList? {
        let inForce = versions.filter { $0.holds(day) }
        return inForce.max { ($0.from, $0.version) < ($1.from, $1.version) }
            ?? versions.max { ($0.from, $0.version) < ($1.from, $1.version) }
    }

    /// What a version says. Throws `Failure.defect` for a hash that was never published.
    package func document(_ hash: String) async throws -> ListDocument {
        if let document = kept.withLock({ $0.documents[hash] }) { return document }
        guard let text = try await database.read({ try ListStore.document(hash, in: $0) }), let json = JSON(text: text)
        else { throw Failure.defect("list document \(hash) was never published") }
        let document = ListDocument(json)
        kept.withLock { $0.documents[hash] = document }
        return document
    }

    private static let missing = Failure.notFound(
        Wording(zh: "没有这个清单，或者没有这个版本", en: "There is no such list, or no such version"))

    // MARK: Publishing

    /// Publishes every list of the folder that differs from what was published; gives the ids of those it touched.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> [String] {
        try await refresh()
        var documents: [String: String] = [:]
        var changes: [String: [PublishedList]] = [:]
        for file in library.files.values.sorted(by: { $0.path < $1.path }) where file.kind == .list {
            let bytes = file.content.canonical
            let hash = Hexadecimal.text(SM3.hash(bytes))
            guard let row = PublishedList(document: file.content, hash: hash, at: moment),
                !isPublished(row)
            else { continue }
            documents[hash] = String(decoding: bytes, as: UTF8.self)
            changes[row.list, default: []].append(row)
        }
        guard !changes.isEmpty else { return [] }
        let toKeep = documents
        try await database.write { try ListStore.keep(toKeep, in: $0) }
        for (index, change) in changes.sorted(by: { $0.key < $1.key }).enumerated() {
            let rows = change.value.sorted { $0.from < $1.from }
            try await append(rows, to: change.key, by: actor, at: moment, entropy: entropy.part("list", index))
        }
        try await refresh()
        return changes.keys.sorted()
    }

    private func append(
        _ rows: [PublishedList], to list: String, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws {
        let stream = ListDesk.stream(of: list)
        _ = try await events.run(nil, entropy: entropy, at: moment) {
            let opened = try await events.stream(stream)
            let known = opened.events.compactMap { PublishedList($0) }
            // Two who publish at once publish once.
            let bodies = rows.filter { row in !known.contains { $0.hash == row.hash } }.map { $0.body(by: actor) }
            let change = StreamAppend(stream: stream, after: opened.events, bodies: bodies, at: moment)
            return Decided(changes: [change], keys: .none, result: .null) { new in
                try ListProjection().effect(of: new)
            }
        }
    }

    /// The same bytes were published before: name, dates and entries are all in the hash.
    private func isPublished(_ row: PublishedList) -> Bool {
        kept.withLock { $0.published[row.list] ?? [] }.contains { $0.hash == row.hash }
    }

    /// The stream of a list's publications.
    static func stream(of list: String) -> String {
        Identifier<PublishedList>(bytes: Array(SM3.hash(Array(("list/" + list).utf8)).prefix(16))).text
    }
}
