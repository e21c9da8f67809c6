import Features
import Foundation
import Logging
import Proofs
import Storage
import Values

/// A temporary folder with everything a measured server needs: the law as data, registers that know many invented
/// enterprises, and a master key; all from one seed.
struct BenchFolder {
    let path: String
    /// Whoever applies; one by one, so that none gathers more certificates than a real one.
    let enterprises: [Enterprise]

    /// The day of every measurement.
    static let today = Day(2026, 3, 2)
    static let seed = Entropy(SM3.hash(Array("tongban bench".utf8)))
    private static let enterpriseCount = 1200

    var keyFile: String { path + "/master.key" }

    /// Copies `Services/`, `Territory/` and `Samples/` of a folder.
    init(copying folder: String) throws {
        let files = FileManager.default
        path =
            files.temporaryDirectory.appendingPathComponent(
                "tongban-bench-\(ProcessInfo.processInfo.processIdentifier)"
            )
            .path
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        for part in ["Services", "Territory", "Samples"] {
            try files.copyItem(atPath: folder + "/" + part, toPath: path + "/" + part)
        }
        enterprises = (0..<BenchFolder.enterpriseCount).map(BenchFolder.enterprise)
        let register = path + "/Samples/registers/legal-entities.yaml"
        let text = try String(contentsOfFile: register, encoding: .utf8)
        let more = enterprises.enumerated().map(BenchFolder.registerEntry).joined()
        try (text + more).write(toFile: register, atomically: true, encoding: .utf8)
        files.createFile(
            atPath: keyFile, contents: Data(BenchFolder.seed.bytes("master-key", 0)),
            attributes: [.posixPermissions: 0o600])
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Makes the database ready: everything published, sample people, the enterprises with their accounts.
    func prepare(_ location: DatabaseLocation) async throws {
        let platform = try await open(location)
        _ = try await platform.publish(try Folder(path: path).library(), by: .platform)
        _ = try await SampleDesk(accounts: platform.features.accounts.desk)
            .add(entropy: BenchFolder.seed.part("samples", 0), at: platform.clock.now)
        try await registerEnterprises(on: platform)
        await platform.database.close()
    }

    /// Opens the accounts of those who apply, unless they are there.
    func registerEnterprises(on platform: Platform) async throws {
        let last = enterprises.last?.id
        let isDone = try await platform.database.read { connection in
            try last.map { try AccountStore.enterprise($0, in: connection) != nil } ?? true
        }
        if isDone { return }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<16 {
                group.addTask { try await register(lane: lane, of: 16, on: platform) }
            }
            try await group.waitForAll()
        }
    }

    func settings(_ location: DatabaseLocation) -> Platform.Settings {
        Platform.Settings(
            location: location, database: .standard, masterKeyFile: keyFile, today: BenchFolder.today,
            folder: Folder(path: path))
    }

    /// Opens the database in this process, as a server does, or as who fills it.
    func open(_ location: DatabaseLocation, for settings: DatabaseSettings = .standard) async throws -> Platform {
        var place = self.settings(location)
        place.database = settings
        return try await Platform.open(place, logger: .server())
    }

    private func register(lane: Int, of lanes: Int, on platform: Platform) async throws {
        for number in stride(from: lane, to: enterprises.count, by: lanes) {
            let entropy = BenchFolder.seed.part("enterprise", number)
            let acting = AccountActing(actor: .platform, moment: platform.clock.now, entropy: entropy, key: nil)
            try await platform.features.accounts.desk.registerEnterprise(
                enterprises[number], delegation: entropy.identifier("delegation", 0, at: platform.clock.now),
                until: BenchFolder.today.adding(days: 365), by: acting)
        }
    }

    private static func enterprise(_ number: Int) -> Enterprise {
        let digits = String(String(number + 1_000_000).dropFirst())
        let body = "91500103MB" + digits + "0"
        let code = body + String(UnifiedSocialCreditCode.checkCharacter(of: body) ?? "0")
        return Enterprise(
            id: seed.identifier("enterprise", number, at: Moment(today)), code: code, name: "示例餐饮\(digits)号店（示例）",
            representative: SamplePeople.citizens[1].id, isSample: true)
    }

    private static func registerEntry(_ number: Int, _ enterprise: Enterprise) -> String {
        """
          - about: {enterprise.uscc: "\(enterprise.code)"}
            facts:
              enterprise.uscc: "\(enterprise.code)"
              enterprise.name: \(enterprise.name)
              enterprise.legal_person: 王芳
              enterprise.address: 重庆市渝中区示例路\(number)号
              enterprise.registration_region: yuzhong
              enterprise.status: 存续
            needs: [business-licence]

        """
    }
}

/// Where a measurement keeps its data, made anew and gone afterwards.
struct BenchDatabase {
    let location: DatabaseLocation
    private let schema: String?
    private let server: String?

    /// A new file in the folder.
    init(file name: String, in folder: BenchFolder) {
        location = .sqlite(path: folder.path + "/" + name)
        schema = nil
        server = nil
    }

    /// A file that stays.
    init(path: String) {
        location = .sqlite(path: path)
        schema = nil
        server = nil
    }

    /// A schema of its own on a PostgreSQL server.
    init(schema name: String, on address: String) async throws {
        let own = "tongban_bench_" + name
        let option =
            address.contains("://")
            ? (address.contains("?") ? "&" : "?") + "options=-csearch_path%3D" + own
            : " options='-csearch_path=" + own + "'"
        location = .postgres(connection: address + option)
        schema = own
        server = address
        try await onServer { connection in
            try connection.script("DROP SCHEMA IF EXISTS \(own) CASCADE; CREATE SCHEMA \(own)")
        }
    }

    /// Another one of the same engine, empty.
    func sibling(in folder: BenchFolder) async throws -> BenchDatabase {
        guard let server else { return BenchDatabase(file: "raw.sqlite", in: folder) }
        return try await BenchDatabase(schema: "raw", on: server)
    }

    /// As `--database` takes it.
    var option: String {
        switch location {
        case .sqlite(let path): path
        case .postgres(let connection): connection
        }
    }

    func remove() async throws {
        if let schema {
            try await onServer { try $0.script("DROP SCHEMA IF EXISTS \(schema) CASCADE") }
        } else {
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: option + ending) }
        }
    }

    /// Bytes on disk; call it when no server has the file open.
    func bytes() async throws -> Int {
        guard let schema else {
            let attributes = try FileManager.default.attributesOfItem(atPath: option)
            return (attributes[.size] as? NSNumber)?.intValue ?? 0
        }
        return try await onServer { connection in
            try connection.first(
                """
                SELECT CAST(sum(pg_total_relation_size(c.oid)) AS BIGINT) FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r'
                """, [.text(schema)])?.int(0) ?? 0
        }
    }

    /// How many rows each table holds.
    func rows() async throws -> [String: Int] {
        try await with(location) { connection in
            let tables = try connection.query(
                connection.engine == .sqlite
                    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                    : "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()")
            var counts: [String: Int] = [:]
            for row in tables {
                let table = try row.text(0)
                counts[table] = try connection.first("SELECT count(*) FROM \(table)", [])?.int(0) ?? 0
            }
            return counts
        }
    }

    @discardableResult
    private func onServer<T: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await with(.postgres(connection: server ?? ""), body)
    }

    private func with<T: Sendable>(
        _ location: DatabaseLocation, _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        let database = try Database.open(
            location,
            settings: DatabaseSettings(
                readers: 1, writers: 1, synchronous: .full, groupLimit: 1, groupPatienceInMilliseconds: 0,
                statementLimit: 64),
            logger: .server())
        do {
            let value = try await database.write(body)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}
