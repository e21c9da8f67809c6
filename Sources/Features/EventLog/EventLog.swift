import Proofs
import Storage
import Values

/// The feature that keeps all events: streams, the log over them, and what follows from it (事件日志).
package enum EventLog {
    package static let migrations = [
        Migration(
            id: "event-log-001",
            sql: """
                CREATE TABLE event (
                    stream TEXT NOT NULL,
                    version BIGINT NOT NULL CHECK (version >= 1),
                    record TEXT NOT NULL,
                    PRIMARY KEY (stream, version)
                );
                CREATE TABLE log (
                    position {pk},
                    stream TEXT NOT NULL,
                    version BIGINT NOT NULL,
                    leaf {blob} NOT NULL,
                    UNIQUE (stream, version)
                );
                CREATE TABLE unplaced (
                    stream TEXT NOT NULL,
                    version BIGINT NOT NULL,
                    at BIGINT NOT NULL,
                    leaf {blob} NOT NULL,
                    PRIMARY KEY (at, stream, version)
                );
                CREATE TABLE stream_key (
                    stream TEXT NOT NULL PRIMARY KEY,
                    wrapped {blob} NOT NULL
                );
                CREATE TABLE erased_stream (
                    stream TEXT NOT NULL PRIMARY KEY,
                    at BIGINT NOT NULL
                );
                CREATE TABLE sealed (
                    stream TEXT NOT NULL REFERENCES stream_key(stream) ON DELETE CASCADE,
                    version BIGINT NOT NULL,
                    bytes {blob} NOT NULL,
                    PRIMARY KEY (stream, version)
                );
                CREATE TABLE idempotency (
                    actor TEXT NOT NULL,
                    verb TEXT NOT NULL,
                    client_key TEXT NOT NULL,
                    request {blob} NOT NULL,
                    events TEXT NOT NULL,
                    result TEXT NOT NULL,
                    at BIGINT NOT NULL,
                    PRIMARY KEY (actor, verb, client_key)
                );
                CREATE INDEX idempotency_by_age ON idempotency(at);
                CREATE TABLE cursor (
                    follower TEXT NOT NULL PRIMARY KEY,
                    position BIGINT NOT NULL
                );
                CREATE TABLE derived (
                    name TEXT NOT NULL PRIMARY KEY,
                    version BIGINT NOT NULL
                );
                CREATE TABLE deployment (
                    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
                    log TEXT NOT NULL,
                    check_value {blob} NOT NULL
                );
                """)
    ]

    /// Opens the log of this database, or begins it.
    ///
    /// Throws `Failure.unavailable` with a sentence that names `file` when the master key is missing or wrong; the
    /// start stops then.
    ///
    /// - Parameters:
    ///   - key: what was read from `file`; nil when it is missing or not a key.
    ///   - file: as the administrator named it.
    ///   - newLog: the id that a new log gets.
    package static func open(
        _ database: Database, key: MasterKey?, from file: String, newLog: String
    ) async throws -> Deployment {
        guard SM3.isAvailable, SM4CTR.isAvailable else {
            throw Failure.unavailable(
                Wording(
                    zh: "本机的 libgcrypt 不含国密算法 SM3 或 SM4，不能启动。请安装 1.10 及以上版本的 libgcrypt20。",
                    en: "The libgcrypt of this machine lacks SM3 or SM4. Install libgcrypt20 1.10 or later, and start.")
            )
        }
        if let deployment = try await database.read({ try DeploymentStore.find(in: $0) }) {
            try deployment.check(key, from: file)
            return deployment
        }
        guard let key else {
            throw Failure.unavailable(
                Wording(
                    zh: "没有读到主密钥：请先生成32字节的密钥文件 \(file)，再首次启动；此文件须与数据库备份分开保管。",
                    en: "No master key: make the key file \(file) with 32 random bytes before the first start, and "
                        + "keep it apart from the backups of the database."))
        }
        let new = Deployment(log: newLog, checkValue: key.checkValue)
        let deployment = try await database.write { try DeploymentStore.save(new, in: $0) }
        try deployment.check(key, from: file)
        return deployment
    }
}
