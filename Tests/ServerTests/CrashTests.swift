import Features
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing
import Values

@testable import Server

/// A server is killed in the middle of writes, again and again; nothing that was acknowledged is lost, and nothing is
/// there by half or twice. 200 moments in all: after each on SQLite the program starts again on the same file; on
/// PostgreSQL one of two nodes is killed, and the other goes on.
@Suite(.serialized) struct CrashTests {
    @Test func `what was acknowledged is there once after each of 150 kills, on SQLite`() async throws {
        try await ServerFolder.with { folder in
            try await killAgainAndAgain(.sqlite(path: folder.database), folder, rounds: 150, hasSurvivor: false)
        }
    }

    @Test func `what was acknowledged is there once after each of 50 kills of a node, on PostgreSQL`() async throws {
        try await withPostgresLocation { location in
            try await ServerFolder.with { folder in
                try await killAgainAndAgain(location, folder, rounds: 50, hasSurvivor: true)
            }
        }
    }

    private func killAgainAndAgain(
        _ location: DatabaseLocation, _ folder: ServerFolder, rounds: Int, hasSurvivor: Bool
    ) async throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of the crash test: \(seed)")
        var chance = Chance(state: seed)
        let options = folder.options(database: location.option)
        var victim = try ServerProcess(options)
        let survivor = hasSurvivor ? try ServerProcess(options) : nil
        var filed: Set<String> = []
        var commands = 0
        for round in 1...rounds {
            let log = CommandLog()
            // Up to a dozen lifecycles; the kill meets whatever the other clients are just doing.
            let last = 1 + Int(chance.next() % 48)
            let load = CrashLoad(round: round, last: last, delay: chance.next() % 20_000, log: log)
            load.run(on: victim, beside: survivor)
            if !log.isKilled {
                Issue.record("round \(round), seed \(seed): the clients ended before the kill: \(log.failures)")
                ServerProcess.kill(victim.id)
            }
            victim.waitUntilGone()
            #expect(log.acknowledged.count >= last)
            #expect(log.failures == [], "round \(round), seed \(seed): the node that lives")
            victim = try ServerProcess(options)
            let connection = try BenchClient(port: survivor?.port ?? victim.port)
            for (sent, answer) in log.acknowledged {
                let again = try sent.send(over: connection)
                #expect(again.body == answer, "round \(round), seed \(seed): \(sent.path)")
                #expect(again.head.lowercased().contains("idempotency-replayed: true"), "\(sent.path)")
            }
            // What was sent and not answered may be there or not; sent again it is there once.
            for sent in log.unanswered {
                let again = try sent.send(over: connection)
                #expect((200...299).contains(again.status), "round \(round), seed \(seed): \(again.text)")
            }
            let all = log.acknowledged.map(\.sent) + log.unanswered
            commands += all.count
            filed.formUnion(all.filter { $0.path == "/api/v1/cases" }.map(\.key))
        }
        for server in [victim, survivor].compactMap({ $0 }) {
            ServerProcess.kill(server.id)
            server.waitUntilGone()
        }
        try await expectWhole(location, cases: filed.count, commands: commands)
        let rebuilt = try ServerProgram.run(["rebuild"] + options)
        #expect(rebuilt.code == 0, "\(rebuilt.text)")
        #expect(rebuilt.text.contains("every leaf is right"))
    }

    /// Every case is there once, every command has its answer, and no stream has a gap.
    private func expectWhole(_ location: DatabaseLocation, cases: Int, commands: Int) async throws {
        let database = try Database.open(location, settings: .tests, logger: .silent)
        let found = try await database.read { connection in
            try [
                "SELECT count(*) FROM case_file", "SELECT count(*) FROM idempotency",
                """
                SELECT count(*) FROM (SELECT stream FROM event GROUP BY stream
                HAVING max(version) <> count(*) OR min(version) <> 1) AS torn
                """,
                """
                SELECT count(*) FROM case_file c WHERE c.version <>
                (SELECT max(e.version) FROM event e WHERE e.stream = c.id)
                """,
            ].map { try connection.first($0, [])?.int(0) ?? -1 }
        }
        await database.close()
        #expect(found == [cases, commands, 0, 0])
    }
}

/// Clients that send lifecycles until the server dies under them; beside it, one at the node that lives.
struct CrashLoad {
    let round: Int
    /// The kill comes with this answer, and a little later.
    let last: Int
    let delay: UInt64
    let log: CommandLog

    private static let clients = 4

    func run(on victim: ServerProcess, beside survivor: ServerProcess?) {
        let process = victim.id
        let livingPort = survivor?.port
        _ = BenchLoad(clients: CrashLoad.clients, port: victim.port).run(until: .times(1000)) {
            client, number, connection in
            let road = CrashRoad(round: round, number: number, log: log)
            if let livingPort, client == CrashLoad.clients - 1 {
                if log.isKilled { throw Over() }
                return goElsewhere(road, port: livingPort)
            }
            try road.go(over: connection) {
                guard log.countAcknowledged() == last else { return }
                spin(delay)
                log.kill()
                ServerProcess.kill(process)
            }
        }
    }

    private struct Over: Error {}

    /// The death of the other node must not be felt here.
    private func goElsewhere(_ road: CrashRoad, port: Int) {
        do {
            try road.go(over: try BenchClient(port: port), afterEach: {})
        } catch {
            log.failed("\(error)")
        }
    }
}

/// Lets some time pass without waiting for anybody, so that the kill meets other steps of a write.
private func spin(_ turns: UInt64) {
    var chance = Chance(state: turns)
    for _ in 0..<turns { _ = chance.next() }
}

/// Numbers that follow from a seed (splitmix64).
struct Chance {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// One command of the interface, that can be sent again as it was.
struct SentCommand: Hashable {
    let path: String
    let body: String
    let key: String

    func send(over connection: BenchClient) throws -> BenchClient.Reply {
        try connection.post(
            path,
            headers: "Authorization: Bearer \(SamplePeople.token.text)\r\nIdempotency-Key: \(key)\r\n"
                + "Content-Type: application/json\r\n", body: body)
    }
}

/// What the clients of one round sent, and what was answered.
final class CommandLog: Sendable {
    private struct State {
        var open: Set<SentCommand> = []
        var acknowledged: [(sent: SentCommand, answer: [UInt8])] = []
        var counted = 0
        var isKilled = false
        var failures: [String] = []
    }

    private let state = Mutex(State())

    func sending(_ command: SentCommand) { state.withLock { _ = $0.open.insert(command) } }

    func answered(_ command: SentCommand, _ answer: [UInt8]) {
        state.withLock {
            $0.open.remove(command)
            $0.acknowledged.append((command, answer))
        }
    }

    func countAcknowledged() -> Int {
        state.withLock {
            $0.counted += 1
            return $0.counted
        }
    }

    func kill() { state.withLock { $0.isKilled = true } }

    func failed(_ text: String) { state.withLock { $0.failures.append(text) } }

    var isKilled: Bool { state.withLock { $0.isKilled } }
    var failures: [String] { state.withLock { $0.failures } }
    var acknowledged: [(sent: SentCommand, answer: [UInt8])] { state.withLock { $0.acknowledged } }
    var unanswered: [SentCommand] { state.withLock { Array($0.open) } }
}

/// File, accept, review and decide of one case, each noted before it is sent and when it was answered.
struct CrashRoad {
    let round: Int
    let number: Int
    let log: CommandLog

    func go(over connection: BenchClient, afterEach: () -> Void) throws {
        let filing = """
            {"service":"food-business-licence","region":"yuzhong",\
            "applicant":{"enterprise":"\(SamplePeople.enterprise.id)"},\
            "agent":"\(SamplePeople.enterprise.representative)","answers":{"business_kind":"bulk_sale",\
            "area":"40","renewal":false,"premises.address":"重庆市渝中区示例路18号1层"},\
            "promised":["food-safety-promise"]}
            """
        let filed = try send("/api/v1/cases", filing, "file", over: connection)
        afterEach()
        guard let id = JSON(text: filed.text)?["id"]?.text else { throw BenchClient.broken(filed.text) }
        for (deed, officer) in [
            ("actions/accept", "wu-jing"), ("tasks/review/results/meets", "zheng-qiang"),
            ("tasks/approve/results/grant", "he-wei"),
        ] {
            let body = "{\"post\":\"\(SamplePeople.post(of: officer))\"}"
            _ = try send("/api/v1/cases/\(id)/\(deed)", body, deed, over: connection)
            afterEach()
        }
    }

    private func send(
        _ path: String, _ body: String, _ name: String, over connection: BenchClient
    ) throws -> BenchClient.Reply {
        let command = SentCommand(path: path, body: body, key: "\(round)-\(number)-\(name)")
        log.sending(command)
        let reply = try command.send(over: connection)
        guard (200...299).contains(reply.status) else { throw BenchClient.broken(reply.text) }
        log.answered(command, reply.body)
        return reply
    }
}

extension DatabaseLocation {
    /// As `--database` takes it.
    var option: String {
        switch self {
        case .sqlite(let path): path
        case .postgres(let connection): connection
        }
    }
}
