import Values

/// A kind of event that a feature declares, such as `certificate-issued`, with the newest shape that is understood.
package struct EventKind: Sendable {
    package let name: String
    /// The newest number of its shape that this version reads, from 1.
    package let newest: Int
    let upcasts: [Upcast]

    /// - Parameter upcasts: one pure step for each older number, from 1 up.
    package init(_ name: String, newest: Int, upcasts: [Upcast]) {
        precondition(newest >= 1 && upcasts.count == newest - 1, "kind \(name) needs \(newest - 1) upcasts")
        self.name = name
        self.newest = newest
        self.upcasts = upcasts
    }

    /// A kind that has had one shape so far.
    package init(_ name: String) {
        self.init(name, newest: 1, upcasts: [])
    }
}

/// All kinds of events that this version of the program knows, from every feature.
package struct EventKinds: Sendable {
    private let kinds: [String: EventKind]

    /// - Parameter kinds: those of all features; a name stands once.
    package init(_ kinds: [EventKind]) {
        self.kinds = Dictionary(kinds.map { ($0.name, $0) }) { first, _ in
            preconditionFailure("two features declare the kind \(first.name)")
        }
    }

    /// Whether a body of this kind and number may be written.
    package func isWritable(_ body: EventBody) -> Bool {
        guard let kind = kinds[body.kind] else { return false }
        return (1...kind.newest).contains(body.schema)
    }

    /// The body in the newest shape.
    ///
    /// Throws `Failure.conflict` with `newerEvent` for an unknown kind or a newer number: a newer version of the
    /// program wrote it, so this one must neither decide nor count on this stream.
    package func current(_ body: EventBody) throws(Failure) -> EventBody {
        guard let kind = kinds[body.kind], body.schema <= kind.newest else {
            throw Failure.conflict(
                .newerEvent,
                sentence: Wording(
                    zh: "本事项含有较新版本程序写入的记录（\(body.kind)，第\(body.schema)版），当前程序不能办理，请待系统升级完成后再试。",
                    en: "A newer version of the program wrote a record here (\(body.kind), number \(body.schema)); "
                        + "this version cannot act on it. Try again when the update is complete."),
                citation: nil)
        }
        return kind.upcasts.dropFirst(body.schema - 1).reduce(body) { $1.applied(to: $0) }
    }
}
