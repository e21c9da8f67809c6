import Foundation
import Proofs
import TestSupport
import Testing

/// SM3 and SM4 against the command line of OpenSSL, which shares no code with libgcrypt. Long texts go another way
/// through it than short ones: many blocks at once.
@Suite(.enabled(if: OpenSSL.isThere, "not run: Scripts/setup.sh test installs openssl"))
struct NationalAlgorithmOracleTests {
    private static let lengths = [
        0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 255, 256, 257, 511, 513, 1024, 4097, 70_001,
    ]

    @Test func `texts of any length have the hash that OpenSSL gives, in one part or in two`() throws {
        var random = SeededGenerator.announced("NationalAlgorithmOracleTests.hash")
        for length in NationalAlgorithmOracleTests.lengths {
            let text = bytes(length, &random)
            let hash = try OpenSSL.output(["dgst", "-sm3", "-binary"], of: text)
            #expect(SM3.hash(text) == hash, "\(length) bytes")
            for middle in [0, Int.random(in: 0...length, using: &random), length] {
                let (first, second) = (Array(text[..<middle]), Array(text[middle...]))
                #expect(SM3.hash(first, then: second) == hash, "\(length) bytes, \(middle)")
            }
        }
    }

    @Test func `texts of any length are encrypted as OpenSSL does, also where the counter overflows`() throws {
        var random = SeededGenerator.announced("NationalAlgorithmOracleTests.encryption")
        for length in NationalAlgorithmOracleTests.lengths {
            let (text, key) = (bytes(length, &random), bytes(SM4CTR.keyLength, &random))
            for counter in [bytes(SM4CTR.ivLength, &random), [UInt8](repeating: 0xFF, count: SM4CTR.ivLength)] {
                let sealed = try OpenSSL.output(
                    ["enc", "-sm4-ctr", "-K", Hexadecimal.text(key), "-iv", Hexadecimal.text(counter)], of: text)
                #expect(SM4CTR.apply(text, key: key, iv: counter) == sealed, "\(length) bytes from \(counter)")
            }
        }
    }

    private func bytes(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
}

/// The program of the Debian package `openssl`.
private enum OpenSSL {
    private static let path = "/usr/bin/openssl"

    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func output(_ arguments: [String], of input: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("tongban-openssl-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
        return Array(bytes)
    }

    private struct Failed: Error {
        let status: Int32
    }
}
