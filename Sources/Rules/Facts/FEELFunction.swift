/// A function as a value: a lambda with what it took along, a business knowledge model, a decision service, or one of
/// the language's own. A class, because functions are equal only to themselves.
package final class FEELFunction: Hashable, Sendable {
    package struct Parameter: Sendable {
        package let name: String
        /// nil: anything.
        package let type: ItemType?
    }

    typealias Body = @Sendable ([FEELValue], inout Evaluator) throws(EvaluationFault) -> FEELValue

    package let parameters: [Parameter]
    let gives: ItemType?
    /// Longest way down of what it evaluates, so that calls within calls stay within the stack.
    let height: Int
    /// One of the language's own functions, which takes its arguments as they come.
    let entry: FunctionEntry?
    let body: Body

    init(parameters: [Parameter], gives: ItemType?, height: Int, body: @escaping Body) {
        self.parameters = parameters
        self.gives = gives
        self.height = height
        entry = nil
        self.body = body
    }

    init(_ entry: FunctionEntry) {
        parameters = (entry.signatures.first ?? []).map { Parameter(name: $0, type: nil) }
        gives = nil
        height = 1
        self.entry = entry
        body = { arguments, evaluator throws(EvaluationFault) in try evaluator.result(of: entry, arguments) }
    }

    package static func == (left: FEELFunction, right: FEELFunction) -> Bool { left === right }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
