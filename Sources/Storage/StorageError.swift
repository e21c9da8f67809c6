import Values

/// What a database can answer instead of doing what it was asked.
///
/// Constraint errors reach the caller of `read` and `write` as they are. Those nobody in the house can put right
/// (busy, full, corrupt, lost) are logged there and reach the caller as `Failure.unavailable`.
package enum StorageError: Error, Hashable, Sendable {
    /// A row with these values is there already. The text is the engine's and differs between engines.
    case unique(String)
    /// The row points to one that is not there, or is pointed to.
    case foreignKey(String)
    case notNull(String)
    case check(String)
    /// Another transaction was in the way, and trying again did not help.
    case busy(String)
    /// No room on the disk.
    case full(String)
    /// The file or the cluster is damaged.
    case corrupt(String)
    /// The connection broke, or the file cannot be read or written; nothing was saved.
    case lost(String)
    /// The connection broke while the commit was on its way: it is not known whether this was saved.
    case inDoubt(String)
    /// The database holds migrations that this program does not know; the text lists their ids.
    case newerDatabase(String)
    /// A migration that was run has another text now; the text lists the ids.
    case editedMigration(String)
    /// A column of a row is not of the kind that was asked for.
    case column(String)
    /// We are wrong: the SQL or the arguments. `code` is SQLite's extended code or the SQLSTATE.
    case other(code: String, text: String)

    /// What `Database` throws to its caller: environment troubles become a sentence for the person.
    var outward: any Error {
        switch self {
        case .busy:
            Failure.unavailable(
                Wording(
                    zh: "系统繁忙，本次操作没有保存，请稍后再试。",
                    en: "The system is busy and nothing was saved; please try again shortly."))
        case .full:
            Failure.unavailable(
                Wording(
                    zh: "服务器存储空间已满，本次操作没有保存；请联系管理员清理磁盘后再试。",
                    en: "The disk of the server is full and nothing was saved; the administrator must free space first."
                ))
        case .corrupt:
            Failure.unavailable(
                Wording(
                    zh: "数据库文件损坏，本次操作没有保存；请联系管理员从备份恢复。",
                    en: "The database is damaged and nothing was saved; the administrator must restore a backup."))
        case .lost:
            Failure.unavailable(
                Wording(
                    zh: "暂时无法连接数据库，本次操作没有保存，请稍后再试。",
                    en: "The database cannot be reached at the moment and nothing was saved; please try again shortly.")
            )
        case .inDoubt:
            Failure.unavailable(
                Wording(
                    zh: "与数据库的连接中断，不能确认本次操作是否已保存；请稍后查看，或原样重新提交（不会重复办理）。",
                    en: "The connection to the database broke, so it is not certain that this was saved; "
                        + "look again shortly, or send the same form again: it is done only once."))
        case .unique, .foreignKey, .notNull, .check, .newerDatabase, .editedMigration, .column, .other: self
        }
    }
}

extension StorageError: CustomStringConvertible {
    /// A sentence for the log or the terminal; for migrations it says what to do.
    package var description: String {
        switch self {
        case .unique(let text): "a row is there already: \(text)"
        case .foreignKey(let text): "a row points to one that is not there: \(text)"
        case .notNull(let text): "a value is missing: \(text)"
        case .check(let text): "a value is not allowed: \(text)"
        case .busy(let text): "another transaction was in the way: \(text)"
        case .full(let text): "no room on the disk: \(text)"
        case .corrupt(let text): "the database is damaged: \(text)"
        case .lost(let text): "the connection to the database broke: \(text)"
        case .inDoubt(let text): "the connection broke during a commit: \(text)"
        case .newerDatabase(let ids):
            "the database was written by a newer version of this program (it holds \(ids)); "
                + "start that version or a later one, or restore a backup from before the update"
        case .editedMigration(let ids):
            "these migrations were run with another text than this program holds: \(ids); "
                + "put the old text back and write the change as a new migration at the end"
        case .column(let text): text
        case .other(let code, let text): "\(text) [\(code)]"
        }
    }
}
