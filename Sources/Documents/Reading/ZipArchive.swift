import CZip
import Values

/// The entries of a ZIP file in memory, read within limits: a file that claims or unpacks to too much is refused.
///
/// A class, because it owns one handle of libzip.
final class ZipArchive {
    private let handle: OpaquePointer
    private let bytes: UnsafeMutableRawPointer
    private let limits: DocumentReader.Limits
    private let faults: ReadingFaults
    private var unpacked = 0

    init(_ content: [UInt8], limits: DocumentReader.Limits, faults: ReadingFaults) throws(Failure) {
        self.limits = limits
        self.faults = faults
        // The archive reads from this memory until it is closed.
        let memory = UnsafeMutableRawPointer.allocate(byteCount: content.count, alignment: 1)
        content.withUnsafeBytes {
            memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
        }
        bytes = memory
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(bytes, UInt64(content.count), 0, &error) else {
            bytes.deallocate()
            throw faults.damaged("ZIP")
        }
        guard let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            bytes.deallocate()
            throw faults.damaged("ZIP")
        }
        handle = opened
        let entries = Int(zip_get_num_entries(handle, 0))
        guard entries <= limits.entries else {
            throw faults.bomb(Wording(zh: "内含\(entries)个文件", en: "it holds \(entries) files"))
        }
    }

    deinit {
        zip_discard(handle)
        bytes.deallocate()
    }

    func has(_ name: String) -> Bool { zip_name_locate(handle, name, 0) >= 0 }

    /// - Returns: the unpacked bytes, or nil when there is no such entry.
    func read(_ name: String) throws(Failure) -> [UInt8]? {
        let index = zip_name_locate(handle, name, 0)
        guard index >= 0 else { return nil }
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(handle, UInt64(index), 0, &status) == 0 else { throw faults.damaged(name) }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw faults.locked }
        guard let file = zip_fopen_index(handle, UInt64(index), 0) else { throw faults.damaged(name) }
        defer { zip_fclose(file) }
        return try unpack(file, packed: Int(status.comp_size), name: name)
    }

    /// Believes no declared size: counts what comes out.
    private func unpack(_ file: OpaquePointer, packed: Int, name: String) throws(Failure) -> [UInt8] {
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &piece, UInt64(piece.count))
            guard count >= 0 else { throw faults.damaged(name) }
            if count == 0 { return output }
            output += piece.prefix(Int(count))
            unpacked += Int(count)
            if unpacked > limits.unpackedBytes {
                let megabytes = limits.unpackedBytes >> 20
                throw faults.bomb(Wording(zh: "超过\(megabytes) MB", en: "more than \(megabytes) MB"))
            }
            if output.count > 1 << 20, output.count / max(1, packed) > limits.ratio {
                throw faults.bomb(
                    Wording(zh: "\(name) 的压缩比超过\(limits.ratio)", en: "\(name) is packed more than \(limits.ratio) to 1")
                )
            }
        }
    }
}
