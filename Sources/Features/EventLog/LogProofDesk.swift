import Proofs
import Storage
import Values

/// Proves that a record stands in the log (存在性证明).
///
/// A node keeps the roots of complete blocks of 256 leaves, a quarter of a megabyte for a million events; a proof reads
/// one or two blocks more. After a start the first proof reads all leaves once.
package actor LogProofDesk {
    private let database: Database
    /// The roots of the complete blocks, in order.
    private var blocks: [[UInt8]] = []

    private static let blockLength = 256
    private static let blocksAtOnce = 16

    package init(database: Database) {
        self.database = database
    }

    /// Where a leaf stands in a tree, and the neighbours that lead from it to the root (RFC 9162, 2.1.3).
    package struct Inclusion: Hashable, Sendable {
        package let position: Int
        package let head: TreeHead
        /// Nearest first; 32 bytes each.
        package let path: [[UInt8]]
    }

    /// How large the log is now, and its root.
    package func head() async throws -> TreeHead {
        let (size, top) = try await top(including: nil)
        return TreeHead(size: size, root: LogTree.root(of: top.blocks))
    }

    /// The proof for the leaf at a position, in the tree as it is now; nil when the log is shorter.
    package func inclusion(of position: Int) async throws -> Inclusion? {
        let (size, top) = try await top(including: position)
        guard position >= 0, position < size, !top.own.isEmpty else { return nil }
        let inner = LogTree.inclusionProof(of: position % LogProofDesk.blockLength, in: top.own)
        let outer = LogTree.inclusionProof(of: position / LogProofDesk.blockLength, in: top.blocks)
        return Inclusion(
            position: position, head: TreeHead(size: size, root: LogTree.root(of: top.blocks)), path: inner + outer)
    }

    private struct Top {
        /// The roots of all blocks, that of the last, incomplete one among them.
        let blocks: [[UInt8]]
        /// The leaves of the block that was asked for.
        let own: [[UInt8]]
    }

    /// Reads what was placed since, then the last block and the one that is asked for, as of one size of the log.
    private func top(including position: Int?) async throws -> (size: Int, Top) {
        try await catchUp()
        let (known, length) = (blocks, LogProofDesk.blockLength)
        return try await database.read { connection in
            let size = try LogStore.size(in: connection)
            let rest = try LogStore.leaves(
                from: known.count * length, limit: size - known.count * length, in: connection)
            var all = known
            for start in stride(from: 0, to: rest.count, by: length) {
                all.append(LogTree.root(of: Array(rest[start..<min(start + length, rest.count)])))
            }
            var own: [[UInt8]] = []
            if let position, position >= 0, position < size {
                let first = position / length * length
                own = try LogStore.leaves(from: first, limit: min(length, size - first), in: connection)
            }
            return (size, Top(blocks: all, own: own))
        }
    }

    private func catchUp() async throws {
        while true {
            let (known, length) = (blocks.count, LogProofDesk.blockLength)
            let limit = LogProofDesk.blocksAtOnce * length
            let leaves = try await database.read {
                try LogStore.leaves(from: known * length, limit: limit, in: $0)
            }
            // Another request may have read the same meanwhile.
            guard known == blocks.count else { continue }
            for start in stride(from: 0, to: leaves.count - leaves.count % length, by: length) {
                blocks.append(LogTree.root(of: Array(leaves[start..<start + length])))
            }
            if leaves.count < limit { return }
        }
    }
}
