import Foundation
import Values

/// This program as a child that serves, so that what the server and what the clients use can be told apart.
///
/// A class, because it stands for a process that runs.
final class BenchServer {
    let port: Int
    /// From the start of the process to its first answer 200.
    let startedInMilliseconds: Int
    private let process: Process

    /// Starts `serve` over a folder and a database, and waits for its first page.
    ///
    /// Throws `Failure.unavailable` when it ends or does not answer within a minute.
    init(folder: BenchFolder, database: String) throws {
        port = try BenchClient.freePort()
        process = Process()
        process.executableURL = URL(fileURLWithPath: BenchServer.ownPath)
        process.arguments = [
            "serve", "--database", database, "--master-key", folder.keyFile, "--folder", folder.path, "--port",
            "\(port)", "--today", BenchFolder.today.description,
        ]
        let log = folder.path + "/serve.log"
        FileManager.default.createFile(atPath: log, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: log)
        process.standardError = FileHandle(forWritingAtPath: log)
        let begin = BenchLoad.now
        try process.run()
        while true {
            if let client = try? BenchClient(port: port), let reply = try? client.get("/", headers: ""),
                reply.status == 200
            {
                break
            }
            guard process.isRunning, BenchLoad.now - begin < 60 else {
                let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                throw BenchClient.broken("serve does not answer: \(said.suffix(2000))")
            }
            usleep(2000)
        }
        startedInMilliseconds = Int((BenchLoad.now - begin) * 1000)
    }

    /// Ends it as an operator does, and waits.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// Seconds of processor time that the child has used.
    var cpuSeconds: Double {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
        // Behind the name in brackets, which may hold spaces: state is field 3, utime 14, stime 15.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Memory that is no file's, in kilobytes.
    var anonymousKilobytes: Int {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("RssAnon:") } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }

    /// Seconds of processor time that this process has used.
    static var ownCPUSeconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        return seconds + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
    }

    /// Seconds in which any processor of this machine was not idle, summed over processors.
    static var machineBusySeconds: Double {
        let text = (try? String(contentsOfFile: "/proc/stat", encoding: .utf8)) ?? ""
        let fields =
            text.split(separator: "\n").first?.split(separator: " ").dropFirst().compactMap { Double($0) } ?? []
        guard fields.count > 7 else { return 0 }
        let busy = fields[0] + fields[1] + fields[2] + fields[5] + fields[6]
        return busy / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    static var ownPath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
