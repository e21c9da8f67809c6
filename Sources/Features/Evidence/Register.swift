import Values

/// Somebody else's register that knows facts of persons, enterprises, places or properties (基础库).
///
/// It is asked before `decide` and outside of `write`; its answers are passed in with the command. No answer leaves a
/// fact unknown, never false. Another authority's system stands behind `ask`; a stand-in says so.
package struct Register: Sendable {
    /// The name as concepts and needs give it, such as `法人基础库`.
    package let name: String
    /// Plays another authority's system with sample data (替身); pages say so beside every value.
    package let isStandIn: Bool
    /// Answers within the time the register is given, or gives nil.
    package let ask: @Sendable (Question) async -> Reply?

    package init(name: String, isStandIn: Bool, ask: @escaping @Sendable (Question) async -> Reply?) {
        self.name = name
        self.isStandIn = isStandIn
        self.ask = ask
    }

    /// One question: about whom or what, and which facts or needs.
    package struct Question: Hashable, Sendable {
        /// Identifiers by concept: `enterprise.uscc`, `person.id_number`, `real_estate.unit_number`, …
        package let about: [String: String]
        /// Field and concept ids.
        package let facts: [String]
        /// Evidence need ids with the service they belong to, `service/need`.
        package let needs: [String]

        package init(about: [String: String], facts: [String], needs: [String]) {
            self.about = about
            self.facts = facts
            self.needs = needs
        }
    }

    /// What the register knows; ids it does not know are left out.
    package struct Reply: Hashable, Sendable {
        package let facts: [String: JSON]
        /// Needs that the register's entry answers.
        package let needs: Set<String>

        package init(facts: [String: JSON], needs: Set<String>) {
            self.facts = facts
            self.needs = needs
        }
    }
}

/// All registers that this deployment may ask, by name.
package struct Registers: Sendable {
    private let registers: [String: Register]

    package init(_ registers: [Register]) {
        self.registers = Dictionary(registers.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }

    package subscript(name: String) -> Register? { registers[name] }

    package var names: [String] { registers.keys.sorted() }

    /// Asks several registers at once; a register that is missing, silent or broken is not in the result.
    package func ask(_ questions: [String: Register.Question]) async -> [String: Register.Reply] {
        await withTaskGroup(of: (String, Register.Reply?).self) { group in
            for (name, question) in questions {
                guard let register = registers[name] else { continue }
                group.addTask { (name, await register.ask(question)) }
            }
            var replies: [String: Register.Reply] = [:]
            for await (name, reply) in group { replies[name] = reply }
            return replies
        }
    }
}
