import Values

/// Sample entries that play another authority's register in tests and in the demo (替身登记库).
///
/// Read from `Samples/registers/*.yaml`. An entry is found when every identifier that it names and the question gives
/// are equal, and at least one is.
package struct StandInRegister: Sendable {
    package struct Entry: Hashable, Sendable {
        /// Identifiers by concept.
        package let about: [String: String]
        package let facts: [String: JSON]
        package let needs: Set<String>

        package init(about: [String: String], facts: [String: JSON], needs: Set<String>) {
            self.about = about
            self.facts = facts
            self.needs = needs
        }
    }

    package let name: String
    package let entries: [Entry]
    /// Answers nothing, as a register that is down.
    package let isSilent: Bool
    /// Numbers of entries by one of their identifiers, so that a register of many thousands answers at once.
    private let places: [Identifier: [Int]]

    private struct Identifier: Hashable {
        let concept: String
        let value: String
    }

    package init(name: String, entries: [Entry], isSilent: Bool) {
        self.name = name
        self.entries = entries
        self.isSilent = isSilent
        var places: [Identifier: [Int]] = [:]
        for (number, entry) in entries.enumerated() {
            for (concept, value) in entry.about {
                places[Identifier(concept: concept, value: value), default: []].append(number)
            }
        }
        self.places = places
    }

    package var register: Register {
        Register(name: name, isStandIn: true) { answer($0) }
    }

    package func answer(_ question: Register.Question) -> Register.Reply? {
        guard !isSilent else { return nil }
        var facts: [String: JSON] = [:]
        var needs: Set<String> = []
        let numbers = Set(question.about.flatMap { places[Identifier(concept: $0.key, value: $0.value)] ?? [] })
        for entry in numbers.sorted().map({ entries[$0] }) where matches(entry, question.about) {
            facts.merge(entry.facts.filter { question.facts.contains($0.key) }) { first, _ in first }
            needs.formUnion(entry.needs.intersection(question.needs))
        }
        return Register.Reply(facts: facts, needs: needs)
    }

    private func matches(_ entry: Entry, _ about: [String: String]) -> Bool {
        let shared = entry.about.filter { about[$0.key] != nil }
        return !shared.isEmpty && shared.allSatisfy { about[$0.key] == $0.value }
    }
}
