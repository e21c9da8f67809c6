import Definitions
import Values

/// An entry of the register on one day (权责清单事项): what the folder published, with the adjustments in force.
package struct RegisterItem: Hashable, Sendable {
    package let id: String
    package let name: Wording
    /// 12 digits.
    package let code: ItemCode
    /// The code is invented (示例数据).
    package let isSample: Bool
    package let basis: [Citation]
    /// Services of the item with their serials 01–99, given at publication and kept for ever.
    package let services: [String: Int]
    /// The adjustment that ended it everywhere; nil while it is in force somewhere.
    package let cancelled: ItemAdjustment?
}

/// What the register says of one item in one region on one day.
package struct ItemStanding: Hashable, Sendable {
    /// It may not be applied for.
    package let cancelled: ItemAdjustment?
    /// It will end on a day to come.
    package let ending: ItemAdjustment?
    /// It is decided elsewhere than its services say.
    package let moved: ItemAdjustment?

    package static let asPublished = ItemStanding(cancelled: nil, ending: nil, moved: nil)
}

/// One event of an item's stream, as the register keeps it.
package struct ItemEvent: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case published(Entry)
        case adjusted(ItemAdjustment)
    }

    /// What the folder says of an item.
    package struct Entry: Hashable, Sendable {
        package let name: Wording
        package let code: String
        package let isSample: Bool
        package let basis: [JSON]
        package let services: [String: Int]
    }

    package let item: String
    /// Number of the event in the stream.
    package let version: Int
    package let from: Day
    package let recordedOn: Day
    package let content: Content

    package var adjustment: ItemAdjustment? {
        if case .adjusted(let adjustment) = content { return adjustment }
        return nil
    }

    package var entry: Entry? {
        if case .published(let entry) = content { return entry }
        return nil
    }
}

/// The register of items (权责清单): every event, and from them what holds on any day.
package struct ItemRegister: Sendable {
    /// By item, in the order of their streams.
    private let events: [String: [ItemEvent]]

    package init(_ events: [ItemEvent]) {
        self.events = Dictionary(grouping: events.sorted { ($0.item, $0.version) < ($1.item, $1.version) }, by: \.item)
    }

    /// Everything about an item, the newest first; empty for one that is not there.
    package func history(of item: String) -> [ItemEvent] { Array((events[item] ?? []).reversed()) }

    /// Items with their codes, in the order of the codes; cancelled ones too.
    package func items(on day: Day, root: String) -> [RegisterItem] {
        events.keys.compactMap { item($0, on: day, root: root) }
            .sorted { ($0.code.text, $0.id) < ($1.code.text, $1.id) }
    }

    /// nil for an item that is not on the register on that day.
    ///
    /// - Parameter root: the city; what is adjusted there holds everywhere.
    package func item(_ id: String, on day: Day, root: String) -> RegisterItem? {
        var name: Wording?
        var code: String?
        var isSample = false
        var basis: [Citation] = []
        var services: [String: Int] = [:]
        for event in inForce(id, on: day) {
            switch event.content {
            case .published(let entry):
                (name, code, isSample) = (entry.name, entry.code, entry.isSample)
                basis = entry.basis.compactMap { Citation($0) }
                services = entry.services
            case .adjusted(let adjustment):
                name = adjustment.name ?? name
                code = adjustment.code ?? code
                if let text = adjustment.basis {
                    basis = [.policy(number: text, article: nil, sentence: nil)]
                }
            }
        }
        guard let name, let number = code.flatMap({ ItemCode($0) }) else { return nil }
        return RegisterItem(
            id: id, name: name, code: number, isSample: isSample, basis: basis, services: services,
            cancelled: standing(of: id, in: [root], on: day).cancelled)
    }

    /// What holds for an item in a region.
    ///
    /// - Parameter chain: the region and those above it, nearest first.
    package func standing(of item: String, in chain: [String], on day: Day) -> ItemStanding {
        var cancelled: ItemAdjustment?
        var moved: ItemAdjustment?
        for adjustment in inForce(item, on: day).compactMap(\.adjustment) where chain.contains(adjustment.region) {
            switch adjustment.kind {
            case .cancel: cancelled = adjustment
            // What is added again is in force again.
            case .add: cancelled = nil
            case .delegate, .takeBack: moved = adjustment
            case .change: break
            }
        }
        let ending = (events[item] ?? []).compactMap(\.adjustment)
            .filter { $0.kind == .cancel && $0.from > day && chain.contains($0.region) }
            .min { $0.from < $1.from }
        return ItemStanding(cancelled: cancelled, ending: cancelled == nil ? ending : nil, moved: moved)
    }

    /// Events of an item that hold on a day; of two, the one that begins later counts, then the later recorded.
    private func inForce(_ item: String, on day: Day) -> [ItemEvent] {
        (events[item] ?? []).filter { $0.from <= day }.sorted { ($0.from, $0.version) < ($1.from, $1.version) }
    }
}

extension ItemEvent {
    package init?(_ event: PastEvent) {
        let data = event.body.open
        switch event.body.kind {
        case ItemEventKind.published.rawValue:
            guard let item = data["item"]?.text, let code = data["code"]?.text, let zh = data["name"]?["zh"]?.text
            else { return nil }
            let entry = Entry(
                name: Wording(zh: zh, en: data["name"]?["en"]?.text ?? zh), code: code,
                isSample: data["sample"]?.bool ?? false, basis: data["basis"]?.list ?? [],
                services: (data["services"]?.map ?? [:]).compactMapValues(\.number))
            self.init(
                item: item, version: event.version, from: event.body.effective.day, recordedOn: event.at.day,
                content: .published(entry))
        case ItemEventKind.adjusted.rawValue:
            guard let adjustment = ItemAdjustment(data) else { return nil }
            self.init(
                item: adjustment.item, version: event.version, from: adjustment.from, recordedOn: event.at.day,
                content: .adjusted(adjustment))
        default: return nil
        }
    }
}
