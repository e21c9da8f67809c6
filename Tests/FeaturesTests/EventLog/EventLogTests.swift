import Features
import Proofs
import Storage
import Testing
import Values

@Suite struct EventLogTests {
    @Test func `the first start keeps the log id, and later starts find it`() async throws {
        try await EventLogSample.onBothEngines { log in
            let key = try MasterKey.sample()
            let first = try await EventLog.open(log.database, key: key, from: "data/key", newLog: "LOG-1")
            let second = try await EventLog.open(log.database, key: key, from: "data/key", newLog: "LOG-2")
            #expect(first == second && second.log == "LOG-1")
        }
    }

    @Test func `a missing or wrong master key stops the start and names the file`() async throws {
        try await EventLogSample.onBothEngines { log in
            for isFirst in [true, false] {
                do {
                    _ = try await EventLog.open(log.database, key: nil, from: "data/key", newLog: "L")
                    Issue.record("started without a key")
                } catch Failure.unavailable(let sentence) {
                    #expect(sentence.zh.contains("data/key") && sentence.en.contains("data/key"))
                }
                if isFirst {
                    _ = try await EventLog.open(
                        log.database, key: try .sample(), from: "data/key", newLog: "L")
                }
            }
            do {
                _ = try await EventLog.open(log.database, key: try .sample(8), from: "other/key", newLog: "L")
                Issue.record("started with a wrong key")
            } catch Failure.unavailable(let sentence) {
                #expect(sentence.zh.contains("other/key") && sentence.zh.contains("主密钥不对"))
                #expect(sentence.en.contains("other/key") && sentence.en.contains("Wrong master key"))
            }
        }
    }
}
