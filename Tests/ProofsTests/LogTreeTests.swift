import Proofs
import Testing

@Suite struct LogTreeTests {
    private let leaves = (0..<70).map { LogTree.leaf(Array("record \($0)".utf8)) }

    @Test func `a leaf and a node differ by their first byte`() {
        #expect(LogTree.leaf([1, 2]) == SM3.hash([0, 1, 2]))
        #expect(LogTree.node([1], [2]) == SM3.hash([1, 1, 2]))
    }

    @Test func `roots equal the plain recursion of RFC 9162`() {
        var growing = GrowingTree()
        for size in 0...leaves.count {
            let expected = plainRoot(leaves[0..<size])
            #expect(LogTree.root(of: Array(leaves[0..<size])) == expected, "size \(size)")
            #expect(growing.head == TreeHead(size: size, root: expected))
            if size < leaves.count { growing.append(leaves[size]) }
        }
    }

    @Test func `every leaf is proved in every tree, as the plain recursion proves it`() {
        for size in 1...40 {
            let tree = Array(leaves[0..<size])
            let root = plainRoot(tree[...])
            for index in 0..<size {
                let proof = LogTree.inclusionProof(of: index, in: tree)
                #expect(proof == plainProof(index, tree[...]))
                #expect(LogTree.isIncluded(tree[index], at: index, size: size, proof: proof, root: root))
            }
        }
    }

    @Test func `a proof proves nothing else`() {
        let tree = Array(leaves[0..<23])
        let root = LogTree.root(of: tree)
        let proof = LogTree.inclusionProof(of: 11, in: tree)
        #expect(!LogTree.isIncluded(tree[12], at: 11, size: 23, proof: proof, root: root))
        #expect(!LogTree.isIncluded(tree[11], at: 12, size: 23, proof: proof, root: root))
        #expect(!LogTree.isIncluded(tree[11], at: 11, size: 23, proof: Array(proof.dropLast()), root: root))
        #expect(!LogTree.isIncluded(tree[11], at: 11, size: 23, proof: proof + [root], root: root))
        #expect(!LogTree.isIncluded(tree[11], at: 11, size: 23, proof: proof, root: tree[0]))
        #expect(!LogTree.isIncluded(tree[11], at: 23, size: 23, proof: proof, root: root))
        for place in proof.indices {
            var changed = proof
            changed[place][0] ^= 1
            #expect(!LogTree.isIncluded(tree[11], at: 11, size: 23, proof: changed, root: root))
        }
    }

    @Test func `an older tree is shown to be the beginning of a newer one`() {
        for newSize in 1...24 {
            let tree = Array(leaves[0..<newSize])
            let new = TreeHead(size: newSize, root: plainRoot(tree[...]))
            for oldSize in 1...newSize {
                let old = TreeHead(size: oldSize, root: plainRoot(tree[0..<oldSize]))
                let proof = LogTree.consistencyProof(from: oldSize, in: tree)
                #expect(LogTree.isConsistent(first: old, second: new, proof: proof), "\(oldSize) in \(newSize)")
                let forged = TreeHead(size: oldSize, root: leaves[60])
                #expect(!LogTree.isConsistent(first: forged, second: new, proof: proof))
                #expect(!LogTree.isConsistent(first: old, second: new, proof: proof + [leaves[61]]))
            }
        }
    }

    /// RFC 9162, 2.1.1, word for word.
    private func plainRoot(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        if leaves.isEmpty { return SM3.hash([]) }
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        let middle = leaves.startIndex + largestPowerOfTwo(below: leaves.count)
        return SM3.hash([1] + plainRoot(leaves[..<middle]) + plainRoot(leaves[middle...]))
    }

    /// RFC 9162, 2.1.3.1, word for word.
    private func plainProof(_ index: Int, _ leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
        if leaves.count == 1 { return [] }
        let half = largestPowerOfTwo(below: leaves.count)
        let middle = leaves.startIndex + half
        if index < half { return plainProof(index, leaves[..<middle]) + [plainRoot(leaves[middle...])] }
        return plainProof(index - half, leaves[middle...]) + [plainRoot(leaves[..<middle])]
    }

    private func largestPowerOfTwo(below count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }
}
