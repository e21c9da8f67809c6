import Values

/// The names that expressions of one place may use, each with its type; every leaf has a slot.
///
/// Names are ids with dots (`happened.granted.times`) or DMN names with spaces. What lies between the dots can be
/// read too: `happened.granted` is the context of all declared names below it.
package struct Scope: Sendable {
    let storage: Storage

    init(storage: Storage) {
        self.storage = storage
    }

    /// - Parameter lists: ids that `listed(list, key)` may name; nil when they are not known here.
    package init(names: [String: FactType], lists: Set<String>?) {
        storage = Storage(names: names, lists: lists, vocabulary: nil)
    }

    /// The scope of a model in the standard: what is misspelt or does not fit gives null instead of a problem.
    package init(names: [String: FactType], vocabulary: Vocabulary) {
        storage = Storage(names: names, lists: nil, vocabulary: vocabulary)
    }

    /// What a model declares beside the names of values.
    package struct Vocabulary: Sendable {
        /// Types that `instance of` and parameters may name.
        package let types: [String: ItemType]
        /// Names of entries that hold blanks or signs, each as its tokens, by the first.
        let keys: [String: [(tokens: [String], name: String)]]

        /// - Parameter keys: names of components, entries and variables anywhere in the model.
        package init(types: [String: ItemType], keys: some Sequence<String>) {
            self.types = types
            let names = Set(keys).map { (tokens: Lexer.nameTokens($0), name: $0) }.filter { $0.tokens.count > 1 }
            self.keys = Dictionary(grouping: names) { $0.tokens[0] }
        }
    }

    /// A scope in which the ids of lists are not checked.
    package init(names: [String: FactType]) {
        self.init(names: names, lists: nil)
    }

    /// Every leaf, sorted, and after them those that were added; the index is the slot.
    package var names: [String] { storage.names }

    /// Number and type of a name; nil when the scope does not have it.
    package func slot(of name: String) -> Int? { storage.slots[name] }
    package func type(of name: String) -> FactType? { storage.slots[name].map { storage.types[$0] } }

    /// The same with more names; a name that is there already gets the new type.
    package func adding(_ more: [String: FactType]) -> Scope {
        guard more.keys.contains(where: { storage.slots[$0] != nil }) else {
            return Scope(storage: Storage(storage, with: more))
        }
        var types = Dictionary(uniqueKeysWithValues: zip(storage.names, storage.types))
        types.merge(more) { $1 }
        return Scope(storage: Storage(names: types, lists: storage.lists, vocabulary: storage.vocabulary))
    }

    /// Shared by everything compiled in it, and told apart by identity: hence a class. It never changes.
    final class Storage: Sendable {
        let names: [String]
        let types: [FactType]
        let slots: [String: Int]
        let lists: Set<String>?
        /// Not nil: a scope of the standard, in which nothing is a problem.
        let vocabulary: Vocabulary?
        /// Names that are more than letters, digits and dots, by their first token, longest first. The others are found
        /// by what is written: `slot(of:)`, `hasBranch(_:)`.
        let entries: [String: [NameEntry]]
        /// Where each of the sorted runs ends that `names` is made of.
        private let runs: [Int]

        init(names map: [String: FactType], lists: Set<String>?, vocabulary: Vocabulary?) {
            let sorted = map.sorted { $0.key < $1.key }
            names = sorted.map(\.key)
            types = sorted.map(\.value)
            slots = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
            self.lists = lists
            self.vocabulary = vocabulary
            let slots = slots
            entries = NameEntry.table([:], with: names, from: 0) { slots[$0] != nil }
            runs = [names.count]
        }

        /// The same with names that it does not have, after its own.
        init(_ base: Storage, with more: [String: FactType]) {
            let sorted = more.sorted { $0.key < $1.key }
            names = base.names + sorted.map(\.key)
            types = base.types + sorted.map(\.value)
            var slots = base.slots
            for (index, name) in sorted.enumerated() { slots[name.key] = base.names.count + index }
            self.slots = slots
            lists = base.lists
            vocabulary = base.vocabulary
            entries = NameEntry.table(base.entries, with: sorted.map(\.key), from: base.names.count) {
                slots[$0] != nil
            }
            runs = base.runs + [names.count]
        }

        /// Whether leaves lie below a name.
        func hasBranch(_ name: String) -> Bool {
            let start = name + "."
            var first = 0
            for end in runs {
                var (low, high) = (first, end)
                while low < high {
                    let middle = (low + high) / 2
                    if names[middle] < start { low = middle + 1 } else { high = middle }
                }
                if low < end, names[low].hasPrefix(start), !NameEntry.path(of: names[low]).isEmpty { return true }
                first = end
            }
            return false
        }

        /// The leaves below a name. Found when an expression asks, because hardly any does.
        func branches(below name: String) -> [NameEntry.Branch] {
            let start = name + "."
            return names.enumerated().compactMap { slot, leaf in
                guard leaf.utf8.starts(with: start.utf8) else { return nil }
                let path = NameEntry.path(of: leaf[leaf.utf8.index(leaf.startIndex, offsetBy: start.utf8.count)...])
                return path.isEmpty ? nil : NameEntry.Branch(path: path, slot: slot)
            }
        }
    }
}

/// A name as the parser meets it: its tokens, and what it stands for.
struct NameEntry: Sendable {
    /// A leaf that lies below a name: the path from there, and its slot.
    struct Branch: Hashable, Sendable {
        let path: [String]
        let slot: Int
    }

    let name: String
    let tokens: [String]
    /// nil for what lies above leaves; `Scope.Storage.branches(below:)` then tells which.
    let slot: Int?

    /// A table with more names; plain ones need none.
    ///
    /// - Parameters:
    ///   - first: the slot of the first name.
    ///   - isLeaf: of the old and the new names.
    static func table(
        _ known: [String: [NameEntry]], with names: [String], from first: Int, isLeaf: (String) -> Bool
    ) -> [String: [NameEntry]] {
        var added: [String: [NameEntry]] = [:]
        var above: Set<String> = []
        for (index, name) in names.enumerated() where !isPlain(name) {
            let tokens = Lexer.nameTokens(name)
            guard let token = tokens.first else { continue }
            added[token, default: []].append(NameEntry(name: name, tokens: tokens, slot: first + index))
            for name in self.above(name) where !isLeaf(name) && above.insert(name).inserted {
                let tokens = Lexer.nameTokens(name)
                guard let token = tokens.first else { continue }
                added[token, default: []].append(NameEntry(name: name, tokens: tokens, slot: nil))
            }
        }
        var table = known
        for (token, new) in added {
            let replaced = Set(new.map(\.name))
            let kept = (known[token] ?? []).filter { !replaced.contains($0.name) }
            table[token] = (kept + new).sorted { ($1.tokens.count, $0.name) < ($0.tokens.count, $1.name) }
        }
        return table
    }

    /// Whether a name is words of letters and digits with dots between them, which the lexer cuts at the dots.
    private static func isPlain(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            var start = 0
            for index in 0...bytes.count {
                guard index == bytes.count || bytes[index] == 0x2E else {
                    switch bytes[index] {
                    case 0x41...0x5A, 0x61...0x7A, 0x5F: continue
                    case 0x30...0x39 where index > start: continue
                    default: return false
                    }
                }
                guard index > start else { return false }
                start = index + 1
            }
            return true
        }
    }

    /// What lies above a name: `a` and `a.b` above `a.b.c`. Nothing where something between the dots is missing.
    private static func above(_ name: String) -> [String] {
        let parts = path(of: name)
        return parts.indices.dropFirst().map { parts[..<$0].joined(separator: ".") }
    }

    /// What stands between the dots; empty when something is missing there.
    static func path(of name: some StringProtocol) -> [String] {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.contains { $0.isEmpty } ? [] : parts.map { String($0) }
    }
}
