import Documents
import Foundation
import Testing

@Suite struct QRCodeTests {
    @Test(arguments: ["https://tongban.example/verify/01J8", "通办：受理回执 LA-2026-0810-00233"])
    func `what was encoded is read by another program`(text: String) throws {
        let program = URL(filePath: "/usr/bin/zbarimg")
        guard FileManager.default.isExecutableFile(atPath: program.path) else { return }
        let code = try #require(QRCode(text, correction: .medium))
        let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString).pgm")
        try image(of: code).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = program
        process.arguments = ["--quiet", "--raw", file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = Pipe()
        try process.run()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(String(decoding: read, as: UTF8.self) == text + "\n")
    }

    @Test func `the path covers exactly the dark modules`() throws {
        let code = try #require(QRCode("1", correction: .low))
        #expect(code.width == 21)
        #expect(code.modules.count == 441)
        #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
        let lengths = code.path.split(separator: "M").map { $0.split(separator: "h")[1].prefix { $0.isNumber } }
        #expect(lengths.compactMap { Int($0) }.reduce(0, +) == code.modules.count { $0 })
    }

    @Test func `nothing and too much cannot be encoded`() {
        #expect(QRCode("", correction: .low) == nil)
        #expect(QRCode(String(repeating: "a", count: 3000), correction: .low) == nil)
    }

    /// A grey picture, eight dots a module.
    private func image(of code: QRCode) -> Data {
        let side = code.viewBoxSide * 8
        var bytes = Array("P5\n\(side) \(side)\n255\n".utf8)
        for row in 0..<side {
            for column in 0..<side {
                let (y, x) = (row / 8 - 4, column / 8 - 4)
                let isInside = (0..<code.width).contains(y) && (0..<code.width).contains(x)
                bytes.append(isInside && code.modules[y * code.width + x] ? 0 : 255)
            }
        }
        return Data(bytes)
    }
}
