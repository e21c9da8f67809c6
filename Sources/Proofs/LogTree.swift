/// The Merkle tree over the log, as in RFC 9162 with SM3 in place of SHA-256.
///
/// Leaf = SM3(0x00 ‖ record), node = SM3(0x01 ‖ left ‖ right). All hashes are 32 bytes.
package enum LogTree {
    /// The hash under which a record stands in the log.
    package static func leaf(_ record: [UInt8]) -> [UInt8] {
        SM3.hash(leafMark, then: record)
    }

    private static let leafMark: [UInt8] = [0x00]

    /// The hash of two neighbouring subtrees, each given by its hash.
    package static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(65)
        message.append(0x01)
        message += left
        message += right
        return SM3.hash(message)
    }

    /// The root of these leaf hashes; of none it is SM3 of nothing (RFC 9162, 2.1.1).
    package static func root(of leaves: [[UInt8]]) -> [UInt8] {
        var tree = GrowingTree()
        for leaf in leaves { tree.append(leaf) }
        return tree.root
    }

    /// The neighbours that lead from leaf `index` to the root, nearest first (RFC 9162, 2.1.3.1).
    ///
    /// - Parameter index: from 0, below the number of leaves.
    package static func inclusionProof(of index: Int, in leaves: [[UInt8]]) -> [[UInt8]] {
        precondition(leaves.indices.contains(index), "leaf \(index) is not among \(leaves.count)")
        var proof: [[UInt8]] = []
        var level = leaves
        var position = index
        while level.count > 1 {
            let neighbour = position ^ 1
            if neighbour < level.count { proof.append(level[neighbour]) }
            level = parents(of: level)
            position /= 2
        }
        return proof
    }

    /// Whether `leaf` stands at `index` in the tree of `size` leaves with that root (RFC 9162, 2.1.3.2).
    package static func isIncluded(
        _ leaf: [UInt8], at index: Int, size: Int, proof: [[UInt8]], root: [UInt8]
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var first = index
        var last = size - 1
        var hash = leaf
        for neighbour in proof {
            guard last != 0 else { return false }
            if first & 1 == 1 || first == last {
                hash = node(neighbour, hash)
                while first & 1 == 0, first != 0 {
                    first >>= 1
                    last >>= 1
                }
            } else {
                hash = node(hash, neighbour)
            }
            first >>= 1
            last >>= 1
        }
        return last == 0 && equalInConstantTime(hash, root)
    }

    /// The hashes that show that the tree of the first `size` leaves is the beginning of the tree of all
    /// (RFC 9162, 2.1.4.1).
    ///
    /// - Parameter size: 1 … number of leaves.
    package static func consistencyProof(from size: Int, in leaves: [[UInt8]]) -> [[UInt8]] {
        precondition(size >= 1 && size <= leaves.count, "a tree of \(leaves.count) has no beginning of \(size)")
        return beginningProof(size, leaves[...], isComplete: true)
    }

    /// Whether the tree of `first` leaves is the beginning of the tree of `second` (RFC 9162, 2.1.4.2).
    package static func isConsistent(first: TreeHead, second: TreeHead, proof: [[UInt8]]) -> Bool {
        guard first.size >= 1, first.size <= second.size else { return false }
        guard first.size < second.size else { return proof.isEmpty && first.root == second.root }
        var path = proof
        if first.size & (first.size - 1) == 0 { path.insert(first.root, at: 0) }
        guard let seed = path.first else { return false }
        var (low, high) = (first.size - 1, second.size - 1)
        while low & 1 == 1 { (low, high) = (low >> 1, high >> 1) }
        var (old, new) = (seed, seed)
        for hash in path.dropFirst() {
            guard high != 0 else { return false }
            if low & 1 == 1 || low == high {
                old = node(hash, old)
                new = node(hash, new)
                while low & 1 == 0, low != 0 { (low, high) = (low >> 1, high >> 1) }
            } else {
                new = node(new, hash)
            }
            (low, high) = (low >> 1, high >> 1)
        }
        return high == 0 && old == first.root && new == second.root
    }

    private static func parents(of level: [[UInt8]]) -> [[UInt8]] {
        stride(from: 0, to: level.count, by: 2).map { left in
            left + 1 < level.count ? node(level[left], level[left + 1]) : level[left]
        }
    }

    private static func beginningProof(_ size: Int, _ leaves: ArraySlice<[UInt8]>, isComplete: Bool) -> [[UInt8]] {
        if size == leaves.count { return isComplete ? [] : [root(of: Array(leaves))] }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let middle = leaves.startIndex + half
        let (left, right) = (leaves[..<middle], leaves[middle...])
        return size <= half
            ? beginningProof(size, left, isComplete: isComplete) + [root(of: Array(right))]
            : beginningProof(size - half, right, isComplete: false) + [root(of: Array(left))]
    }
}

/// How large the log was and what its root was: what a signed tree head signs.
package struct TreeHead: Hashable, Sendable {
    /// Number of leaves, from 0.
    package let size: Int
    /// 32 bytes.
    package let root: [UInt8]

    package init(size: Int, root: [UInt8]) {
        self.size = size
        self.root = root
    }
}

/// A tree that only grows, kept as the roots of its complete parts: at most 64 hashes for any log.
package struct GrowingTree: Hashable, Sendable {
    /// Number of leaves so far.
    package private(set) var size = 0
    /// Roots of complete subtrees, the largest first; one for each bit of `size`.
    private var parts: [[UInt8]] = []

    package init() {}

    /// - Parameter leaf: the hash of the next record.
    package mutating func append(_ leaf: [UInt8]) {
        parts.append(leaf)
        var complete = size
        while complete & 1 == 1 {
            let right = parts.removeLast()
            parts[parts.count - 1] = LogTree.node(parts[parts.count - 1], right)
            complete >>= 1
        }
        size += 1
    }

    /// The root so far; of an empty log SM3 of nothing.
    package var root: [UInt8] {
        guard var root = parts.last else { return SM3.hash([]) }
        for part in parts.dropLast().reversed() { root = LogTree.node(part, root) }
        return root
    }

    package var head: TreeHead { TreeHead(size: size, root: root) }
}
