import Values

/// One pure step from a shape of a kind to the next: stored bytes never change, what is read from them does.
package struct Upcast: Sendable {
    private let step: @Sendable (EventBody) -> EventBody

    /// - Parameter step: changes open and sealed values; kind and number are none of its business. The sealed part
    ///   is empty when the stream was erased.
    package init(_ step: @escaping @Sendable (EventBody) -> EventBody) {
        self.step = step
    }

    func applied(to body: EventBody) -> EventBody {
        var next = step(body)
        precondition(next.kind == body.kind, "an upcast of \(body.kind) made a \(next.kind)")
        next.schema = body.schema + 1
        return next
    }
}
