import Storage
import Values

/// The newest binding of each figure, from its stream.
package struct TargetBindingProjection: Projection {
    package let name = "target-binding"
    package let version = 2
    package let tables = [TargetBindingStore.table]

    package init() {}

    package func rows(of stream: [PastEvent]) throws(Failure) -> TargetBinding? { TargetBinding(folding: stream) }

    package func store(_ rows: TargetBinding?, in connection: any Connection) throws {
        if let rows { try TargetBindingStore.save(rows, in: connection) }
    }
}
