import Foundation
import Testing
import Values

@Suite struct JSONParserTests {
    private static let readable: [(String, JSON)] = [
        ("null", .null), (" true ", true), ("[]", .list([])), ("{}", .map([:])), ("0", 0), ("-0", 0),
        ("9223372036854775807", .number(.max)), ("-9223372036854775808", .number(.min)),
        (#""\u4e2d\ud83d\ude00\/\b\f\n\r\t\"\\""#, "中😀/\u{8}\u{C}\n\r\t\"\\"),
        ("{\"b\":[1,{\"a\":null}],\n\"a\":\"\u{7F}\u{2028}\"}", ["b": [1, ["a": nil]], "a": "\u{7F}\u{2028}"]),
    ]

    @Test(arguments: readable) func `JSON is read`(text: String, value: JSON) {
        #expect(JSON(text: text) == value)
    }

    @Test(arguments: [
        ("", JSONFault.Reason.ends, 0), ("[1", .ends, 2), ("{\"a\":", .ends, 5), ("\"abc", .ends, 4),
        ("[1,]", .unexpected, 3), ("{a:1}", .unexpected, 1), ("{\"a\" 1}", .unexpected, 5), ("tru", .ends, 3),
        ("nul!", .unexpected, 3), ("'a'", .unexpected, 0), ("[1 2]", .unexpected, 3), ("1 2", .more, 2),
        ("1.0", .number, 0), ("[1e3]", .number, 1), ("01", .number, 0), ("-", .number, 0), ("+1", .unexpected, 0),
        ("9223372036854775808", .number, 0), ("-9223372036854775809", .number, 0), ("NaN", .unexpected, 0),
        ("\"\n\"", .text, 1), (#""\x""#, .text, 1), (#""\ud800""#, .text, 1), (#""\ude00""#, .text, 1),
        (#""\ud800\u0041""#, .text, 1), (#""\u12g4""#, .text, 1), (#""\"#, .text, 1),
        (#"{"a":1,"a":2}"#, .repeated, 7), ("{\"\u{E9}\":1,\"e\u{301}\":2}", .repeated, 8),
        ("\u{FEFF}1", .unexpected, 0), ("[1]x", .more, 3),
    ])
    func `what is not JSON is refused with its place`(text: String, reason: JSONFault.Reason, offset: Int) {
        #expect(throws: JSONFault(reason: reason, offset: offset)) { try JSON(parsing: Array(text.utf8)) }
        #expect(JSON(text: text) == nil)
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE4, 0xB8], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        #expect(throws: JSONFault(reason: .text, offset: 1)) { try JSON(parsing: [0x22] + bytes + [0x22]) }
        #expect(throws: JSONFault(reason: .text, offset: 1)) {
            try JSON(parsing: [0x22, 0x5C, 0x6E] + bytes + [0x22])
        }
    }

    @Test func `64 levels are read and 65 are not`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(JSON(text: nested(64)) != nil)
        #expect(throws: JSONFault(reason: .deep, offset: 64)) { try JSON(parsing: Array(nested(65).utf8)) }
        #expect(JSON(text: String(repeating: "[", count: 1_000_000)) == nil)
    }

    @Test func `what is written is read again, 10,000 times`() throws {
        var random = SeededGenerator.announced("JSONParserTests.round-trip")
        for _ in 0..<10_000 {
            let value = JSON.random(depth: 4, using: &random)
            let read = try JSON(parsing: value.canonical)
            #expect(read == value)
            #expect(read.canonical == value.canonical)
        }
    }

    @Test func `10,000 written values equal Python's json dumps`() throws {
        var random = SeededGenerator.announced("JSONParserTests.python")
        let values = (0..<10_000).map { _ in JSON.random(depth: 4, using: &random).canonical }
        let answer = try python(lines: values)
        #expect(answer.count == values.count)
        for (ours, theirs) in zip(values, answer) {
            #expect(ours == theirs, "\(String(decoding: ours, as: UTF8.self))")
        }
    }

    @Test func `damaged texts never stop the reader`() {
        var random = SeededGenerator.announced("JSONParserTests.damage")
        for _ in 0..<10_000 {
            var bytes = JSON.random(depth: 3, using: &random).canonical
            let place = Int.random(in: bytes.indices, using: &random)
            bytes[place] = UInt8.random(in: 0...255, using: &random)
            if let value = try? JSON(parsing: bytes) { #expect((try? JSON(parsing: value.canonical)) == value) }
            _ = try? JSON(parsing: Array(bytes.prefix(place)))
        }
    }
}

/// What Python writes for each of these JSON texts, one process for all.
private func python(lines: [[UInt8]]) throws -> [[UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tongban-json-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("input")
    let output = folder.appendingPathComponent("output")
    try Data(lines.joined(separator: [0x0A])).write(to: input)
    let script = """
        import json, sys
        with open(sys.argv[1], encoding="utf-8", newline="\\n") as i, \\
             open(sys.argv[2], "w", encoding="utf-8", newline="\\n") as o:
            for line in i:
                value = json.loads(line)
                text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
                o.write(text + "\\n")
        """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, input.path, output.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try [UInt8](Data(contentsOf: output)).split(separator: 0x0A).map(Array.init)
}
