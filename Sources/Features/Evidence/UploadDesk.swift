import Proofs
import Storage
import Values

/// Keeps and gives back files: in pieces, each its own small write, encrypted under the key of the draft or case.
package struct UploadDesk: Sendable {
    let database: Database
    static let use = "file"

    package init(database: Database) {
        self.database = database
    }

    /// What arrived: the bytes, and how the person's device named them.
    package struct Arrival: Sendable {
        package let content: [UInt8]
        package let name: String
        package let need: String

        package init(content: [UInt8], name: String, need: String) {
            self.content = content
            self.name = name
            self.need = need
        }
    }

    /// Keeps a file; the same content for the same need is kept once.
    ///
    /// Throws `Failure.problems` for a file that is empty, too large or of another kind.
    package func keep(
        _ arrival: Arrival, of stream: String, under key: StreamKey, at moment: Moment, entropy: Entropy
    ) async throws -> Upload {
        let problems = Upload.problems(with: arrival.content, for: arrival.need)
        guard problems.isEmpty, let type = FileType(content: arrival.content) else {
            throw Failure.problems(problems)
        }
        return try await keep(arrival, as: type, of: stream, under: key, at: moment, entropy: entropy)
    }

    /// Keeps a policy document as it is; what it holds was read before.
    package func keepPaper(
        _ arrival: Arrival, of stream: String, under key: StreamKey, at moment: Moment, entropy: Entropy
    ) async throws -> Upload {
        try await keep(arrival, as: .paper, of: stream, under: key, at: moment, entropy: entropy)
    }

    private func keep(
        _ arrival: Arrival, as type: FileType, of stream: String, under key: StreamKey, at moment: Moment,
        entropy: Entropy
    ) async throws -> Upload {
        let address = Hexadecimal.text(SM3.hash(key.id + arrival.content))
        let existing = try await files(of: stream, under: key)
        if let same = existing.first(where: { $0.address == address && $0.need == arrival.need }) { return same }
        let id: Upload.ID = entropy.identifier("upload", 0, at: moment)
        let sealing = key.sealing(for: UploadDesk.use)
        let pieces = stride(from: 0, to: arrival.content.count, by: Upload.pieceLength).map { start in
            Array(arrival.content[start..<min(start + Upload.pieceLength, arrival.content.count)])
        }
        let entry = UploadStore.Entry(
            id: id, stream: stream, need: arrival.need,
            sealedName: seal(Array(arrival.name.utf8), of: id, at: 0, by: sealing, entropy: entropy), type: type,
            sizeInBytes: arrival.content.count, address: address, pieces: pieces.count, owner: nil)
        try await database.write { try UploadStore.start(entry, at: moment, in: $0) }
        for (index, piece) in pieces.enumerated() {
            let sealed = seal(piece, of: id, at: index + 1, by: sealing, entropy: entropy)
            try await database.write { try UploadStore.save(sealed, at: index + 1, of: id, in: $0) }
        }
        guard try await database.write({ try UploadStore.finish(id, in: $0) }) else {
            throw Failure.defect("upload \(id) has lost a piece")
        }
        return Upload(
            id: id, stream: stream, need: arrival.need, name: arrival.name, type: type,
            sizeInBytes: arrival.content.count, address: address)
    }

    /// The finished files of a draft or case, with their names opened.
    package func files(of stream: String, under key: StreamKey) async throws -> [Upload] {
        let entries = try await database.read { try UploadStore.entries(of: stream, in: $0) }
        return try entries.map { try opened($0, under: key) }
    }

    /// The whole content of a file. Throws `Failure.notFound` when there is none of that stream.
    package func content(of id: Upload.ID, stream: String, under key: StreamKey) async throws -> (Upload, [UInt8]) {
        guard let entry = try await database.read({ try UploadStore.entry(id, in: $0) }), entry.stream == stream else {
            throw Failure.notFound(Wording(zh: "没有这个文件", en: "There is no such file"))
        }
        return (try opened(entry, under: key), try await content(of: entry, under: key))
    }

    /// All pieces of a file, whether it is finished or not.
    func content(of entry: UploadStore.Entry, under key: StreamKey) async throws -> [UInt8] {
        let id = entry.id
        let sealing = key.sealing(for: UploadDesk.use)
        var content: [UInt8] = []
        content.reserveCapacity(entry.sizeInBytes)
        for index in 1...max(1, entry.pieces) {
            guard let sealed = try await database.read({ try UploadStore.piece(index, of: id, in: $0) }),
                let piece = sealing.open(sealed, at: Sealing.Place(stream: id.text, version: index))
            else { throw Failure.defect("piece \(index) of upload \(id) cannot be opened") }
            content += piece
        }
        return content
    }

    func opened(_ entry: UploadStore.Entry, under key: StreamKey) throws -> Upload {
        let place = Sealing.Place(stream: entry.id.text, version: 0)
        guard let name = key.sealing(for: UploadDesk.use).open(entry.sealedName, at: place), let type = entry.type
        else { throw Failure.defect("the name of upload \(entry.id) cannot be opened") }
        return Upload(
            id: entry.id, stream: entry.stream, need: entry.need, name: String(decoding: name, as: UTF8.self),
            type: type, sizeInBytes: entry.sizeInBytes, address: entry.address)
    }

    func seal(
        _ text: [UInt8], of id: Upload.ID, at version: Int, by sealing: Sealing, entropy: Entropy
    ) -> [UInt8] {
        let place = Sealing.Place(stream: id.text, version: version)
        let iv = Array(entropy.bytes("upload-iv", at: place, more: SM3.hash(text)).prefix(SM4CTR.ivLength))
        return sealing.seal(text, at: place, iv: iv)
    }
}
