/// Memory in which the texts and bytes of one statement lie while it runs, used again for the next.
/// It cannot be copied: one connection owns the memory, and it goes with it.
struct Scratch: ~Copyable {
    private var memory = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 8)
    private var capacity = 4096
    private var used = 0

    /// What is kept between statements at most; a larger piece is given back.
    private static let kept = 1 << 20

    init() {}

    deinit { memory.deallocate() }

    /// Makes room for all texts and bytes among the arguments, so that nothing moves while they are bound.
    mutating func begin(for arguments: [SQLValue]) {
        used = 0
        var needed = 0
        for argument in arguments {
            switch argument {
            case .text(let text): needed += text.utf8.count + 1
            case .blob(let bytes): needed += bytes.count + 1
            case .null: break
            case .int, .real: needed += 32
            }
        }
        guard needed > capacity || (capacity > Scratch.kept && needed <= Scratch.kept) else { return }
        memory.deallocate()
        capacity = max(4096, needed)
        memory = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    }

    /// Copies a text and a closing NUL. Throws when the text holds U+0000, which PostgreSQL cannot store.
    mutating func copy(_ text: String) throws -> (start: UnsafePointer<CChar>, count: Int32) {
        var text = text
        let start = memory + used
        let (count, clean) = text.withUTF8 { utf8 -> (Int, Bool) in
            if let base = utf8.baseAddress { start.copyMemory(from: base, byteCount: utf8.count) }
            return (utf8.count, !utf8.contains(0))
        }
        guard clean else {
            throw StorageError.other(code: "22021", text: "a text with U+0000 cannot be stored")
        }
        return (finish(start, count), Int32(count))
    }

    /// Copies bytes; also an empty array has an address, because a missing one would mean null.
    mutating func copy(_ bytes: [UInt8]) -> (start: UnsafePointer<CChar>, count: Int32) {
        let start = memory + used
        bytes.withUnsafeBytes { if let base = $0.baseAddress { start.copyMemory(from: base, byteCount: $0.count) } }
        return (finish(start, bytes.count), Int32(bytes.count))
    }

    private mutating func finish(_ start: UnsafeMutableRawPointer, _ count: Int) -> UnsafePointer<CChar> {
        (start + count).storeBytes(of: 0, as: UInt8.self)
        used += count + 1
        return UnsafePointer(start.assumingMemoryBound(to: CChar.self))
    }
}
