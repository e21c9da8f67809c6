import Definitions
import Proofs
import Storage
import Synchronization
import Values

/// Publishes the entries of the register, records adjustments, and gives the register as last seen.
package final class ItemDesk: Sendable {
    private let database: Database
    private let events: EventDesk
    private let kept = Mutex((count: 0, register: ItemRegister([])))

    package init(database: Database, events: EventDesk) {
        self.database = database
        self.events = events
    }

    /// The party of cases that adjust the register: no person's, and no enterprise's.
    package static let party = Actor.system("item-register")

    /// The register as last seen; empty before the first `refresh`.
    package var current: ItemRegister { kept.withLock { $0.register } }

    /// How many events the register was made of; another number is another register.
    package var revision: Int { kept.withLock { $0.count } }

    /// Reads what others published or approved since.
    package func refresh() async throws {
        let seen = kept.withLock { $0.count }
        let all = try await database.read { connection in
            try ItemStore.count(in: connection) != seen ? try ItemStore.all(in: connection) : nil
        }
        guard let all else { return }
        let register = ItemRegister(all)
        kept.withLock { $0 = (all.count, register) }
    }

    /// Publishes every entry of `items.yaml` that has a code and differs from what was published; gives their ids.
    ///
    /// A service gets the next serial of its item the first time it is published, and keeps it.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> [String] {
        var published: [String] = []
        let services = ItemDesk.services(of: library)
        for (item, entry) in ItemDesk.entries(of: library).sorted(by: { $0.key < $1.key }) {
            guard let code = entry["code"]?.text, let own = services[item] else { continue }
            let stream = ItemDesk.stream(of: item)
            let done = try await events.run(nil, entropy: entropy.part(item, 0), at: moment) {
                let opened = try await events.stream(stream)
                let last = opened.events.compactMap { ItemEvent($0)?.entry }.last
                let open: [String: JSON] = [
                    "item": .text(item), "name": entry["name"] ?? .null, "code": .text(code),
                    "sample": .bool(entry["sample"]?.bool ?? false),
                    "basis": entry["basis"] ?? .list(own.basis),
                    "services": .map(ItemDesk.serials(own.ids, known: last?.services ?? [:])),
                ]
                let newest = opened.events.last { $0.body.kind == ItemEventKind.published.rawValue }?.body.open
                // The first entry holds from the day on which its first service did.
                let from = newest == nil ? own.from : moment.day
                let body = ItemDesk.body(.published, open, from: from, by: actor)
                let change = StreamAppend(
                    stream: stream, after: opened.events, bodies: newest == open ? [] : [body], at: moment)
                return Decided(changes: [change], keys: .none, result: .bool(newest != open)) { new in
                    try ItemProjection().effect(of: new)
                }
            }
            if done.result.bool ?? false { published.append(item) }
        }
        try await refresh()
        return published
    }

    /// Records an approved adjustment, once for each case; a second call for the same case changes nothing.
    ///
    /// - Parameter key: derives from the position of the event that approved it.
    package func adjust(_ adjustment: ItemAdjustment, under key: CommandKey, entropy: Entropy, at moment: Moment)
        async throws
    {
        let stream = ItemDesk.stream(of: adjustment.item)
        _ = try await events.run(key, entropy: entropy, at: moment) {
            let opened = try await events.stream(stream)
            let isThere = opened.events.contains { $0.body.open["case"]?.text == adjustment.caseID }
            let body = ItemDesk.body(.adjusted, adjustment.open, from: adjustment.from, by: .platform)
            let change = StreamAppend(
                stream: stream, after: opened.events, bodies: isThere ? [] : [body], at: moment)
            return Decided(changes: [change], keys: .none, result: .null) { new in
                try ItemProjection().effect(of: new)
            }
        }
        try await refresh()
    }

    private static func body(
        _ kind: ItemEventKind, _ open: [String: JSON], from: Day, by actor: Actor
    ) -> EventBody {
        EventBody(
            kind: kind.rawValue, schema: 1, effective: .day(from), actor: actor, actingFor: nil, channel: nil,
            ground: nil, open: open, sealed: [:])
    }

    /// The stream of an item.
    package static func stream(of item: String) -> String {
        Identifier<RegisterItem>(bytes: Array(SM3.hash(Array(("item/" + item).utf8)).prefix(16))).text
    }

    // MARK: The folder

    private struct OwnServices {
        var ids: Set<String> = []
        var basis: [JSON] = []
        var from = Day(9999, 12, 31)
    }

    private static func entries(of library: Library) -> [String: JSON] {
        library.files.values.first { $0.kind == .items }?.content["items"]?.map ?? [:]
    }

    /// Services by item. What an item does not cite itself, its services do.
    private static func services(of library: Library) -> [String: OwnServices] {
        var all: [String: OwnServices] = [:]
        let files = library.files.values.filter { $0.kind == .service }.sorted { $0.path < $1.path }
        for file in files {
            guard let item = file.content["item"]?.text, let service = file.content["service"]?.text else { continue }
            all[item, default: OwnServices()].ids.insert(service)
            for basis in file.content["basis"]?.list ?? [] where all[item]?.basis.contains(basis) == false {
                all[item]?.basis.append(basis)
            }
            if let from = file.content["in_force"]?["from"]?.text.flatMap({ Day($0) }), let known = all[item]?.from {
                all[item]?.from = min(known, from)
            }
        }
        return all
    }

    /// Known serials stay, also of a service that is gone; new ones follow in the order of the ids.
    private static func serials(_ ids: Set<String>, known: [String: Int]) -> [String: JSON] {
        var serials = known
        var next = (known.values.max() ?? 0) + 1
        for id in ids.sorted() where serials[id] == nil {
            serials[id] = next
            next += 1
        }
        return serials.mapValues { .number(Int64($0)) }
    }
}
