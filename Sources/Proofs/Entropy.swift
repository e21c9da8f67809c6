import Values

/// The 32 random bytes of one command, from which its ids, salts, first counters and keys derive.
///
/// Drawn by `Server` and nowhere else. The same bytes give the same values, so a command can be replayed.
package struct Entropy: Sendable, CustomStringConvertible {
    private let source: HMACSM3

    /// - Parameter bytes: 32 random bytes.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count == 32, "a command's entropy has 32 bytes, got \(bytes.count)")
        source = HMACSM3(key: bytes)
    }

    /// 32 bytes for one purpose: the same label and counter give the same bytes.
    package func bytes(_ label: String, _ counter: Int) -> [UInt8] {
        var message: [UInt8] = []
        message.append(measured: label)
        message.append(bigEndian: counter)
        return source.code(message)
    }

    /// 32 bytes for one purpose at one place; `more` makes them differ when the content does.
    package func bytes(_ label: String, at place: Sealing.Place, more: [UInt8]) -> [UInt8] {
        var message: [UInt8] = []
        message.append(measured: label)
        message.append(bigEndian: place.version)
        message.append(measured: place.stream)
        message += more
        return source.code(message)
    }

    /// A new stream id, time first.
    package func identifier<Owner>(_ label: String, _ counter: Int, at moment: Moment) -> Identifier<Owner> {
        Identifier(at: moment, random: bytes(label, counter))
    }

    /// A new stream key.
    package func streamKey(_ label: String, _ counter: Int) -> StreamKey { StreamKey(bytes(label, counter)) }

    /// An entropy of its own for a part of the command, such as one member of a bundle.
    package func part(_ label: String, _ counter: Int) -> Entropy { Entropy(bytes(label, counter)) }

    /// Never the bytes themselves: logs and failures print descriptions.
    package var description: String { "Entropy(secret)" }
}
