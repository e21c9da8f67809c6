import Definitions
import Values

/// What a version of a list says: its columns and entries, ready to be shown and searched.
package struct ListDocument: Sendable {
    package struct Column: Hashable, Sendable {
        package let id: String
        /// `text`, `number`, `date`, `list`, `name`, `service` or `region`.
        package let kind: String
        package let name: Wording
    }

    package struct Entry: Sendable {
        /// Its place in the document, from 0; the cursor of a page.
        package let place: Int
        package let values: [String: JSON]
        /// Every text of the entry in its form for comparison.
        fileprivate let searched: [String]
    }

    package let columns: [Column]
    package let entries: [Entry]
    package let basis: [Citation]
    /// What follows from standing on the list; nil when it is only a choice.
    package let effect: Wording?
    /// What the reader must know about the entries, such as that they are sample data.
    package let note: Wording?
    /// The document itself, whose canonical bytes give the hash.
    package let json: JSON

    package init(_ json: JSON) {
        self.json = json
        columns = ListDocument.columns(json["columns"]?.map ?? [:])
        entries = (json["entries"]?.list ?? []).enumerated().map { place, entry in
            let values = entry.map ?? [:]
            return Entry(
                place: place, values: values,
                searched: values.values.flatMap { ListDocument.texts($0) }.map(\.comparisonKey))
        }
        basis = (json["basis"]?.list ?? []).compactMap { Citation($0) }
        effect = ListDocument.wording(json["effect"])
        note = ListDocument.wording(json["note"])
    }

    /// Entries that hold the words, from a place on, in their order.
    ///
    /// - Parameters:
    ///   - words: nil or empty: all. Compared without case, width and runs of spaces.
    ///   - place: entries before it are left out.
    package func entries(holding words: String?, from place: Int, limit: Int) -> [Entry] {
        let key = words?.comparisonKey ?? ""
        var found: [Entry] = []
        for entry in entries.dropFirst(max(0, place)) where found.count < limit {
            if key.isEmpty || entry.searched.contains(where: { $0.contains(key) }) { found.append(entry) }
        }
        return found
    }

    static func wording(_ json: JSON?) -> Wording? {
        json?["zh"]?.text.map { Wording(zh: $0, en: json?["en"]?.text ?? $0) }
    }

    /// In the order of the file; columns without a name of their own are called by their id.
    private static func columns(_ map: [String: JSON]) -> [Column] {
        map.sorted { ($0.value["place"]?.number ?? 0, $0.key) < ($1.value["place"]?.number ?? 0, $1.key) }
            .map { id, column in
                Column(
                    id: id, kind: column["kind"]?.text ?? column.text ?? "text",
                    name: wording(column["name"]) ?? Wording(zh: id, en: id))
            }
    }

    private static func texts(_ json: JSON) -> [String] {
        switch json {
        case .text(let text): [text]
        case .number(let number): [String(number)]
        case .list(let list): list.flatMap(texts)
        case .map(let map): map.values.flatMap(texts)
        case .null, .bool: []
        }
    }
}

/// What a cell of a list says in words.
struct ListCell {
    /// Names of regions and services; the id itself where there is none.
    let regionName: (String) -> Wording?
    let serviceName: (String) -> Wording?

    func text(_ value: JSON?, of column: ListDocument.Column) -> Wording {
        switch value {
        case nil, .null: Wording(zh: "", en: "")
        case .list(let list): ListCell.joined(list.map { text($0, of: column) })
        case .text(let text): named(text, column)
        case .number(let number): Wording(zh: String(number), en: String(number))
        case .bool(let truth): truth ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no")
        case .map: ListDocument.wording(value) ?? Wording(zh: "", en: "")
        }
    }

    private func named(_ text: String, _ column: ListDocument.Column) -> Wording {
        let plain = Wording(zh: text, en: text)
        switch column.kind {
        case "region": return regionName(text) ?? plain
        case "service": return serviceName(text) ?? plain
        default: return plain
        }
    }

    private static func joined(_ all: [Wording]) -> Wording {
        Wording(zh: all.map(\.zh).joined(separator: "、"), en: all.map(\.en).joined(separator: ", "))
    }
}
