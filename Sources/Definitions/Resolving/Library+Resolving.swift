import Values

extension Library {
    /// A service as in force in a region on a day, as one self-contained document; its canonical bytes are what is
    /// published, and their SM3 is what a case pins. Situations are no part of it.
    ///
    /// Throws `notFound` when the region or a version in force is missing, `problems` when a layer or the service
    /// cannot be resolved.
    package func document(service: String, region: String, on day: Day) throws(Failure) -> JSON {
        var resolver = try Resolver(self, region: region, on: day)
        return try Library.document(of: resolver.service(service))
    }

    /// A procedure by itself, for the situations of `procedures/situations`. Throws as `document(service:)`.
    package func document(procedure: String, region: String, on day: Day) throws(Failure) -> JSON {
        var resolver = try Resolver(self, region: region, on: day)
        return try Library.document(of: resolver.procedure(procedure))
    }

    private static func document(of resolved: Resolved) throws(Failure) -> JSON {
        let errors = resolved.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw .problems(errors.map(\.problem)) }
        return resolved.document
    }
}
