import Foundation
import Proofs
import Values

/// Reads the file that holds the master key.
enum MasterKeyFile {
    /// nil when there is no such file, or it does not hold 32 bytes.
    ///
    /// Throws `Failure.unavailable` when others than its owner may read it.
    static func read(_ path: String) throws(Failure) -> MasterKey? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard mode & 0o077 == 0 else {
            throw .unavailable(
                Wording(
                    zh: "主密钥文件 \(path) 其他用户也能读取（权限 \(String(mode, radix: 8))）。请执行 chmod 600 \(path) 后再启动",
                    en: "Others may read the master key \(path) (mode \(String(mode, radix: 8))). "
                        + "Run chmod 600 \(path) and start again"))
        }
        return MasterKey(Array(bytes))
    }
}
