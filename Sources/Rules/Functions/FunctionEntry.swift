import Values

/// A function of the language. Shared by everything that calls it and never changed; a class so that a call is one
/// pointer.
final class FunctionEntry: Sendable {
    typealias Body = @Sendable ([FEELValue], CallContext) -> FEELValue

    /// What is seen beyond the arguments.
    struct CallContext {
        let moment: Moment
        let lists: [String: Set<String>]
        /// Steps that a function may count down by itself, for those that search.
        let meter: StepMeter
    }

    /// Steps left for one call; a class, because the body counts it down and the evaluator reads it afterwards.
    final class StepMeter {
        var left: Int

        init(left: Int) {
            self.left = left
        }
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
    /// What a parameter takes when it is called by this name, where one place has several names.
    let kindsByName: [String: FactType]
    /// Any number of arguments, which stand for a list.
    let takesMany: Bool
    /// Called even when something in its arguments is unknown, because its result may not depend on that.
    let seesUnknown: Bool
    /// Takes a function, and is worked out by the evaluator.
    let isHigher: Bool
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
        kindsByName = signatures.joined().contains("keys") ? ["key": .text, "keys": .list(of: .any)] : [:]
        takesMany = traits.contains(.takesMany)
        seesUnknown = traits.contains(.seesUnknown)
        isHigher = traits.contains(.higher)
        isPure = !traits.contains(.readsOutside) && !isHigher
        self.body = body
    }

    enum Trait: Hashable {
        case takesMany, seesUnknown, readsOutside, higher
    }

    func takes(_ count: Int) -> Bool {
        takesMany ? count >= 1 : signatures.contains { $0.count == count }
    }

    /// What a call costs beyond one step, by the size of the texts and lists that it has to read.
    func cost(of arguments: [FEELValue]) -> Int {
        arguments.reduce(0) { cost, argument in
            switch argument {
            case .text(let text): cost + text.utf8.count / 8
            case .list(let items): cost + items.count
            default: cost
            }
        }
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
