import Proofs
import Storage
import Values

/// Files that a connected system sends piece by piece: announced, sent in any order and again after a broken
/// connection, then completed (分片上传).
extension UploadDesk {
    /// What a system says of a file before it sends it.
    package struct Announced: Hashable, Sendable {
        package let need: String
        /// As the person's device named it.
        package let name: String
        /// 1 … `Upload.largestInBytes`.
        package let sizeInBytes: Int

        package init(need: String, name: String, sizeInBytes: Int) {
            self.need = need
            self.name = name
            self.sizeInBytes = sizeInBytes
        }
    }

    /// Makes room for a file, once under its key; it is swept after a day unless something names it.
    ///
    /// Throws `Failure.keyReused` when the key was used for another request.
    ///
    /// - Parameter stream: the draft or case whose key encrypts it.
    package func announce(
        _ file: Announced, of stream: String, by owner: Actor, under key: StreamKey, as command: CommandKey,
        at moment: Moment, entropy: Entropy
    ) async throws -> (sending: UploadStore.Sending, isRepeated: Bool) {
        let id: Upload.ID = entropy.identifier("upload", 0, at: moment)
        let sealing = key.sealing(for: UploadDesk.use)
        let entry = UploadStore.Entry(
            id: id, stream: stream, need: file.need,
            sealedName: seal(Array(file.name.utf8), of: id, at: 0, by: sealing, entropy: entropy), type: nil,
            sizeInBytes: file.sizeInBytes, address: "",
            pieces: (file.sizeInBytes + Upload.pieceLength - 1) / Upload.pieceLength, owner: owner.description)
        let earlier = try await database.write { connection -> Upload.ID? in
            let done = RememberedCommand(receipts: [], result: ["upload": .text(id.text)])
            guard try IdempotencyStore.remember(done.texts, under: command, at: moment, in: connection) else {
                return try IdempotencyStore.recall(command, in: connection)?.result["upload"]?.text
                    .flatMap { Upload.ID($0) }
            }
            try UploadStore.start(entry, at: moment, in: connection)
            return nil
        }
        return (try await sending(earlier ?? id, by: owner), earlier != nil)
    }

    /// A file that this system announced. Throws `Failure.notFound` for another's, and for one that was swept.
    package func sending(_ id: Upload.ID, by owner: Actor) async throws -> UploadStore.Sending {
        guard let sending = try await database.read({ try UploadStore.sending(id, in: $0) }),
            sending.entry.owner == owner.description
        else { throw UploadDesk.missing }
        return sending
    }

    /// Keeps one piece; the same piece may be sent again until the file is complete.
    ///
    /// Throws `Failure.problems` when there is no such piece or its length is wrong, `Failure.conflict` when the file
    /// is complete.
    package func keep(
        _ piece: [UInt8], at place: Int, of sending: UploadStore.Sending, under key: StreamKey, entropy: Entropy
    ) async throws {
        let entry = sending.entry
        guard (1...entry.pieces).contains(place) else { throw Failure.problems([UploadDesk.noPiece(entry.pieces)]) }
        let last = entry.sizeInBytes - (entry.pieces - 1) * Upload.pieceLength
        let length = place == entry.pieces ? last : Upload.pieceLength
        guard piece.count == length else { throw Failure.problems([UploadDesk.wrongLength(length)]) }
        let sealed = seal(piece, of: entry.id, at: place, by: key.sealing(for: UploadDesk.use), entropy: entropy)
        guard try await database.write({ try UploadStore.replace(sealed, at: place, of: entry.id, in: $0) }) else {
            throw UploadDesk.finished
        }
    }

    /// Looks at the whole content and keeps the file; a second time changes nothing.
    ///
    /// Throws `Failure.problems` when pieces are missing, or the content is of no kind that is taken.
    package func complete(
        _ sending: UploadStore.Sending, under key: StreamKey, isKept: Bool
    ) async throws {
        let entry = sending.entry
        if sending.isFinished { return }
        guard sending.received.count == entry.pieces else {
            throw Failure.problems([UploadDesk.piecesMissing(entry.pieces - sending.received.count)])
        }
        let content = try await content(of: entry, under: key)
        let problems = Upload.problems(with: content, for: entry.need)
        guard problems.isEmpty, let type = FileType(content: content) else { throw Failure.problems(problems) }
        let address = Hexadecimal.text(SM3.hash(key.id + content))
        try await database.write { connection in
            _ = try UploadStore.finish(entry.id, type: type, address: address, in: connection)
            // What a deed of a case brings is kept by the deed.
            if isKept { try UploadStore.keep([entry.id.text], of: entry.stream, in: connection) }
        }
    }

    /// Takes a file back that no deed has named. Throws `Failure.conflict` for one that belongs to a case.
    package func remove(_ sending: UploadStore.Sending, isOfDraft: Bool) async throws {
        guard isOfDraft || !sending.isReferenced else { throw UploadDesk.named }
        try await database.write { try UploadStore.remove(sending.entry.id, in: $0) }
    }

    private static let missing = Failure.notFound(Wording(zh: "没有这个文件", en: "There is no such file"))
    private static let finished = Failure.conflict(
        .closed, sentence: Wording(zh: "这个文件已经传完，不能再改", en: "This file is complete and cannot be changed"),
        citation: nil)
    private static let named = Failure.conflict(
        .closed, sentence: Wording(zh: "这个文件已经交进办件，不能撤走", en: "This file belongs to a case and stays there"),
        citation: nil)

    private static func noPiece(_ count: Int) -> Problem {
        Problem(
            place: "piece", message: Wording(zh: "这个文件有 \(count) 片，从 1 起", en: "The file has \(count) pieces, from 1"),
            remedy: Wording(zh: "核对片号", en: "check the number"))
    }

    private static func wrongLength(_ length: Int) -> Problem {
        Problem(
            place: "body", message: Wording(zh: "这一片应为 \(length) 字节", en: "This piece has \(length) bytes"),
            remedy: Wording(zh: "按 piece_length 切分", en: "cut the file by `piece_length`"))
    }

    private static func piecesMissing(_ count: Int) -> Problem {
        Problem(
            place: "pieces", message: Wording(zh: "还缺 \(count) 片", en: "\(count) pieces are missing"),
            remedy: Wording(zh: "按 received 补传", en: "send those that are not in `received`"))
    }
}
