import Values

/// A function of the language. Shared by everything that calls it and never changed; a class so that a call is one
/// pointer.
final class FunctionEntry: Sendable {
    typealias Body = @Sendable ([FEELValue], CallContext) -> FEELValue

    /// What is seen beyond the arguments.
    struct CallContext {
        let moment: Moment
        let lists: [String: Set<String>]
    }

    enum Result: Sendable {
        case fixed(FactType)
        case sameAsFirst
        case elementOfFirst
        case listOfFirst
    }

    let name: String
    /// The names of the parameters, in each allowed form; for checking the count and for calls by name.
    let signatures: [[String]]
    /// What each parameter takes; the last one stands for all further ones.
    let kinds: [FactType]
    let gives: Result
    /// Any number of arguments, which stand for a list.
    let takesMany: Bool
    /// Called even when something in its arguments is unknown, because its result may not depend on that.
    let seesUnknown: Bool
    /// Depends on the arguments alone.
    let isPure: Bool
    let body: Body

    init(
        _ name: String, _ signatures: [[String]], kinds: [FactType], gives: Result, traits: Set<Trait>,
        body: @escaping Body
    ) {
        self.name = name
        self.signatures = signatures
        self.kinds = kinds
        self.gives = gives
        takesMany = traits.contains(.takesMany)
        seesUnknown = traits.contains(.seesUnknown)
        isPure = !traits.contains(.readsOutside)
        self.body = body
    }

    enum Trait: Hashable {
        case takesMany, seesUnknown, readsOutside
    }

    func takes(_ count: Int) -> Bool {
        takesMany ? count >= 1 : signatures.contains { $0.count == count }
    }

    var parameterNames: [String] {
        var names: [String] = []
        for name in signatures.joined() where !names.contains(name) { names.append(name) }
        return names
    }

    /// `substring(string, start position)`, in each form.
    var usage: String {
        signatures.map { name + "(" + $0.joined(separator: ", ") + (takesMany ? ", …" : "") + ")" }
            .joined(separator: " / ")
    }
}
