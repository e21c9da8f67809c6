import Proofs
import Storage
import Values

/// A stream with all that follows from it, ready to be written again under other names on other days.
package struct StreamTemplate: Sendable {
    struct Event: Sendable {
        let record: TextTemplate
        let sealed: TextTemplate?
        /// The notice whose hash the record shows, as it was rendered.
        let notice: TextTemplate?
        let commitment: Int?
        let hash: Int?
    }

    enum Value: Sendable {
        case fixed(SQLValue)
        /// Whole milliseconds.
        case instant(Int64)
        case text(TextTemplate)
        case bytes(Int)
        /// The position in the log of the event of this version.
        case position(Int)
    }

    struct Row: Sendable {
        let table: Int
        let values: [Value]
    }

    let name: Int
    let isKeyed: Bool
    let events: [Event]
    let rows: [Row]
    /// When its first event was recorded.
    package let begun: Moment
}

/// What a copy puts into the holes.
package struct Filling: Sendable {
    /// By the needles' numbers; those of commitments and hashes are filled while copying.
    package var texts: [[UInt8]]
    /// By the numbers of byte values.
    package let bytes: [[UInt8]]
    /// By how many days everything moves.
    package let days: Int
    /// 32 bytes from which keys, salts and first counters derive.
    package let seed: [UInt8]

    package init(texts: [[UInt8]], bytes: [[UInt8]], days: Int, seed: [UInt8]) {
        self.texts = texts
        self.bytes = bytes
        self.days = days
        self.seed = seed
    }
}

/// Streams written anew, as rows of the tables.
package struct CopiedStreams: Sendable {
    var keys: [[SQLValue]] = []
    var events: [[SQLValue]] = []
    var sealed: [[SQLValue]] = []
    /// Stream, version, leaf.
    var leaves: [[SQLValue]] = []
    /// By table, in the order of the template's tables; positions count from the first of `leaves`.
    var derived: [[[SQLValue]]]

    /// - Parameter tables: how many tables follow from streams.
    package init(tables: Int) { derived = Array(repeating: [], count: tables) }

    /// How many events were written.
    package var eventCount: Int { events.count }
}

/// Writes streams anew: records, leaves, sealed parts under new keys, and the rows that follow.
package struct StreamCopier: Sendable {
    private let masterKey: MasterKey

    package init(masterKey: MasterKey) {
        self.masterKey = masterKey
    }

    /// Adds a copy of a stream. Pure: the same filling gives the same bytes.
    package func copy(_ template: StreamTemplate, with filling: Filling, into copied: inout CopiedStreams) {
        var filling = filling
        let name = filling.texts[template.name]
        let stream = String(decoding: name, as: UTF8.self)
        let seed = SM3.hash(filling.seed + name)
        let firstLeaf = copied.leaves.count
        var sealing: Sealing?
        if template.isKeyed {
            let key = StreamKey(derived(seed, 0, 0))
            sealing = key.sealing(for: EventWriter.use)
            let wrapped = masterKey.wrap(key, for: stream, iv: Array(derived(seed, 0, 1).prefix(SM4CTR.ivLength)))
            copied.keys.append([.text(stream), .blob(wrapped)])
        }
        for (index, event) in template.events.enumerated() {
            let version = index + 1
            if let sealed = event.sealed, let sealing, let number = event.commitment {
                let text = derived(seed, version, 0) + sealed.text(with: filling.texts, days: filling.days)
                let commitment = Commitment.of(saltedText: text)
                let iv = Array(derived(seed, version, 1).prefix(SM4CTR.ivLength))
                let bytes = sealing.seal(text, at: Sealing.Place(stream: stream, version: version), iv: iv)
                filling.texts[number] = Array(Hexadecimal.text(commitment).utf8)
                copied.sealed.append([.text(stream), SQLValue(version), .blob(bytes)])
            }
            if let notice = event.notice, let number = event.hash {
                let hash = SM3.hash(notice.text(with: filling.texts, days: filling.days))
                filling.texts[number] = Array(Hexadecimal.text(hash).utf8)
            }
            let record = event.record.text(with: filling.texts, days: filling.days)
            copied.events.append([
                .text(stream), SQLValue(version), .text(String(decoding: record, as: UTF8.self)),
            ])
            copied.leaves.append([.text(stream), SQLValue(version), .blob(LogTree.leaf(record))])
        }
        for row in template.rows {
            copied.derived[row.table].append(row.values.map { value($0, filling, firstLeaf: firstLeaf) })
        }
    }

    private func derived(_ seed: [UInt8], _ version: Int, _ purpose: UInt8) -> [UInt8] {
        SM3.hash(seed + [purpose, UInt8(truncatingIfNeeded: version), UInt8(truncatingIfNeeded: version >> 8)])
    }

    private func value(_ value: StreamTemplate.Value, _ filling: Filling, firstLeaf: Int) -> SQLValue {
        switch value {
        case .fixed(let fixed): fixed
        case .instant(let instant): .int(instant + Int64(filling.days) * 86_400_000)
        case .text(let template):
            .text(String(decoding: template.text(with: filling.texts, days: filling.days), as: UTF8.self))
        case .bytes(let number): .blob(filling.bytes[number])
        case .position(let version): SQLValue(firstLeaf + version - 1)
        }
    }
}
