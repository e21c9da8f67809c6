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

    /// Every leaf, sorted; the index is the slot.
    package var names: [String] { storage.names }

    /// Number and type of a name; nil when the scope does not have it.
    package func slot(of name: String) -> Int? { storage.slots[name] }
    package func type(of name: String) -> FactType? { storage.slots[name].map { storage.types[$0] } }

    /// The same with more names; a name that is there already gets the new type.
    package func adding(_ more: [String: FactType]) -> Scope {
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
        /// Names by their first token, longest first.
        let entries: [String: [NameEntry]]

        init(names map: [String: FactType], lists: Set<String>?, vocabulary: Vocabulary?) {
            let sorted = map.sorted { $0.key < $1.key }
            names = sorted.map(\.key)
            types = sorted.map(\.value)
            slots = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
            self.lists = lists
            self.vocabulary = vocabulary
            entries = NameEntry.table(of: names)
        }
    }
}

/// A name as the parser meets it: its tokens, and what it stands for.
struct NameEntry: Sendable {
    enum Target: Sendable {
        case leaf(slot: Int)
        /// What lies above leaves: the path below it and the slot of each.
        case branch([Branch])
    }

    struct Branch: Hashable, Sendable {
        let path: [String]
        let slot: Int
    }

    let name: String
    let tokens: [String]
    let target: Target

    static func table(of names: [String]) -> [String: [NameEntry]] {
        var entries = names.enumerated().map { slot, name in
            NameEntry(name: name, tokens: Lexer.nameTokens(name), target: .leaf(slot: slot))
        }
        var branches: [String: [Branch]] = [:]
        for (slot, name) in names.enumerated() {
            let parts = name.split(separator: ".").map(String.init)
            for length in 1..<max(1, parts.count) {
                let branch = Branch(path: Array(parts[length...]), slot: slot)
                branches[parts[..<length].joined(separator: "."), default: []].append(branch)
            }
        }
        let leaves = Set(names)
        for (name, below) in branches where !leaves.contains(name) {
            entries.append(NameEntry(name: name, tokens: Lexer.nameTokens(name), target: .branch(below)))
        }
        let usable = entries.filter { !$0.tokens.isEmpty }
        return Dictionary(grouping: usable) { $0.tokens[0] }
            .mapValues { $0.sorted { ($1.tokens.count, $0.name) < ($0.tokens.count, $1.name) } }
    }
}
