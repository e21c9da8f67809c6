import Proofs
import Values

/// Which log this database holds, and what shows that a master key is the one it was made with.
package struct Deployment: Hashable, Sendable {
    /// The id of the log; every record names it.
    package let log: String
    /// `MasterKey.checkValue` of the right key.
    package let checkValue: [UInt8]

    package init(log: String, checkValue: [UInt8]) {
        self.log = log
        self.checkValue = checkValue
    }

    /// Whether the key is the one; the start stops with this sentence otherwise.
    ///
    /// - Parameters:
    ///   - key: nil when the file is missing or does not hold 32 bytes.
    ///   - file: where the key was looked for, as the administrator named it.
    package func check(_ key: MasterKey?, from file: String) throws(Failure) {
        guard let key else {
            throw Failure.unavailable(
                Wording(
                    zh: "没有读到主密钥：文件 \(file) 不存在或不是32字节。数据库（日志 \(log)）中的个人信息"
                        + "要用建库时的那个密钥文件才能打开，请放回该文件后再启动。",
                    en: "No master key: the file \(file) is missing or does not hold 32 bytes. The personal data of "
                        + "this database (log \(log)) open only with the key file it was made with; "
                        + "put it back and start."
                ))
        }
        guard equalInConstantTime(key.checkValue, checkValue) else {
            throw Failure.unavailable(
                Wording(
                    zh: "主密钥不对：文件 \(file) 不是数据库（日志 \(log)）建库时使用的密钥，启动后将无法打开任何个人信息。请换回原来的密钥文件。",
                    en: "Wrong master key: the file \(file) is not the key that this database (log \(log)) was made "
                        + "with, so no personal data would open. Put the right key file there and start."))
        }
    }
}
