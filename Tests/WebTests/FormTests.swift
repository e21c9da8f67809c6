import Testing
import Values

@testable import Web

private let encoded = "application/x-www-form-urlencoded"

@Suite struct FormTests {
    @Test func `values are decoded, trimmed and kept in order`() throws {
        let input = try FormInput(
            body: Array("name=%E5%BC%A0%E4%B8%89+&item=a&item=b&empty=&%E9%94%AE=%20x".utf8), contentType: encoded,
            limits: .standard)
        #expect(input["name"] == "张三")
        #expect(input.all("item") == ["a", "b"])
        #expect(input.filled("empty") == nil)
        #expect(input["键"] == "x")
        #expect(input["absent"] == nil)
    }

    @Test(arguments: ["%", "%4", "%zz", "a=%FF%FE", "=", "&&&", "a=%E5%BC", "\u{0}=\u{0}", "a=%C0%AF"])
    func `bad encoding is read as far as it goes`(text: String) throws {
        _ = try FormInput(body: Array(text.utf8), contentType: encoded, limits: .standard)
    }

    @Test func `random bytes never stop the reader of forms`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SplitMix(seed: seed)
        let pieces = [
            "--B", "\r\n", "\r\n\r\n", "Content-Disposition: form-data; name=\"a\"", "; filename=\"x\"", "--", "x",
            "\"",
        ]
        for _ in 0..<3000 {
            let body = (0..<Int(random.next() % 20)).flatMap { _ -> [UInt8] in
                random.next() % 4 == 0
                    ? [UInt8(truncatingIfNeeded: random.next())] : Array(pieces[Int(random.next() % 8)].utf8)
            }
            _ = try? FormInput(body: body, contentType: "multipart/form-data; boundary=B", limits: .standard)
            _ = try? FormInput(body: body, contentType: encoded, limits: .standard)
        }
    }

    @Test func `a form of several parts gives values and files`() throws {
        let body = """
            --X1\r\nContent-Disposition: form-data; name="note"\r\n\r\n一行\r\n二行\r\n--X1\r\n\
            Content-Disposition: form-data; name="plan"; filename="图.pdf"\r\nContent-Type: application/pdf\r\n\r\n\
            %PDF--X\r\n\r\n--X1--\r\n
            """
        let input = try FormInput(
            body: Array(body.utf8), contentType: "multipart/form-data; boundary=\"X1\"", limits: .standard)
        #expect(input["note"] == "一行\r\n二行")
        #expect(
            input.file("plan")
                == FormInput.File(name: "图.pdf", claimedType: "application/pdf", bytes: Array("%PDF--X\r\n".utf8)))
    }

    @Test(arguments: [
        ("text/plain", "a=b"), ("", "a=b"), ("multipart/form-data", "--"),
        ("multipart/form-data; boundary=B", "--B\r\n"),
        ("multipart/form-data; boundary=B", "no mark"),
    ])
    func `what is not a form is refused`(type: String, body: String) {
        #expect(throws: FormInput.unreadable) {
            try FormInput(body: Array(body.utf8), contentType: type, limits: .standard)
        }
    }

    @Test func `too many fields and too long values are refused`() {
        let limits = FormInput.Limits(fields: 2, nameLength: 3, valueLength: 4)
        for text in ["a=1&b=2&c=3", "long=1", "a=1234567890123"] {
            #expect(throws: Failure.self) {
                try FormInput(body: Array(text.utf8), contentType: encoded, limits: limits)
            }
        }
    }

    @Test(arguments: [
        ("d-year=２０２６&d-month=8&d-day=１１", FormInput.DateReading.day(Day(2026, 8, 11))),
        ("d-year=2026&d-month=2&d-day=29", .notADate(.init(year: "2026", month: "2", day: "29"))),
        ("d-year=&d-month=&d-day=", .empty),
        ("d-year=2026&d-month=x&d-day=", .notADate(.init(year: "2026", month: "x", day: ""))),
    ])
    func `three boxes are a day, nothing, or not a date`(query: String, reading: FormInput.DateReading) throws {
        #expect(try FormInput(query: query, limits: .standard).day("d") == reading)
    }

    @Test(
        arguments: [
            ("１，２００．５０", "1200.50"), (" 42 ", "42"), ("-3", "-3"), ("约60", nil), ("", nil), (".5", nil), ("5.", nil),
            ("1.2.3", nil),
            ("--1", nil), ("-", nil), ("1e3", nil),
        ] as [(String, String?)])
    func `numbers are read in full width and with separators`(text: String, number: String?) {
        #expect(Normalised.decimal(text) == number)
    }

    @Test func `only the reader's own token is accepted`() throws {
        let input = try FormInput(query: "form-token=abc&form-key=k", limits: .standard)
        #expect(input.isFrom(token: "abc"))
        #expect(!input.isFrom(token: "abd"))
        #expect(!input.isFrom(token: "abcd"))
        #expect(try !FormInput(query: "form-token=", limits: .standard).isFrom(token: ""))
        #expect(input.key == "k")
    }
}
