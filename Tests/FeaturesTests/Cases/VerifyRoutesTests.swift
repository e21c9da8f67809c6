import Casework
import Foundation
import HTTPTypes
import Testing
import Values

@testable import Features

/// Anyone verifies a certificate, and learns nothing else.
@Suite struct VerifyRoutesTests {
    /// A licence granted to the sample enterprise; gives its certificate.
    private func issued(_ sample: StaffSample) async throws -> CertificateStore.Entry {
        let id = try await sample.filed("verified")
        _ = try await sample.browser("wu-jing").sign(id, .action("accept"), key: "a")
        _ = try await sample.browser("zheng-qiang").sign(id, .result("review", "meets"), key: "r")
        _ = try await sample.browser("he-wei").sign(id, .result("approve", "grant"), key: "g")
        return try #require(try await sample.platform.features.certificates.desk.issued(by: id).first)
    }

    /// The visitor's cookie and token, as a browser without a session has them.
    private func ask(
        _ sample: StaffSample, _ number: String, _ initial: String, key: String
    ) async throws -> RouteAnswer {
        let cookies = ["visitor": String(repeating: "ab", count: 16)]
        let page = try await sample.router.ask(.get, "/verify", cookies: cookies)
        let mark = "name=\"form-token\" value=\""
        let start = try #require(page.text.range(of: mark)).upperBound
        let token = String(page.text[start...].prefix { $0 != "\"" })
        return try await sample.router.ask(
            .post, "/verify", cookies: cookies,
            form: [("form-token", token), ("form-key", key), ("number", number), ("initial", initial)])
    }

    @Test func `number and first character tell whether it holds, and nothing else`() async throws {
        try await StaffSample.onSQLite { sample in
            let entry = try await issued(sample)
            let valid = try await ask(sample, " " + entry.number.lowercased(), "重", key: "1")
            #expect(valid.status == 200 && valid.text.contains("这份证照：有效"), "\(valid.text)")
            for told in ["小满", "王芳", "91500103", "食品经营许可", "示例路"] {
                #expect(!valid.text.contains(told), "\(told)")
            }
            let other = try await ask(sample, entry.number, "渝", key: "2")
            let none = try await ask(sample, "JY5001032026000000000X", "重", key: "3")
            for answer in [other, none] {
                #expect(answer.status == 200 && answer.text.contains("没有查到这样的证照"))
            }
            sample.clock.set(sample.clock.now.adding(hours: 24 * 366 * 6))
            #expect(try await ask(sample, entry.number, "重", key: "4").text.contains("这份证照：已过期"))
        }
    }

    @Test func `what is left out is said, and guessing ends`() async throws {
        try await StaffSample.onSQLite { sample in
            let empty = try await ask(sample, "", "", key: "e")
            #expect(empty.status == 422 && empty.text.contains("填写证照编号") && empty.text.contains("第一个字"))
            let long = try await ask(sample, "JY1", "重庆", key: "l")
            #expect(long.status == 422 && long.text.contains("value=\"JY1\""))
            for number in 1...20 {
                #expect(try await ask(sample, "JY\(number)", "重", key: "t\(number)").status == 200)
            }
            let late = try await ask(sample, "JY21", "重", key: "late")
            #expect(late.status == 429 && late.headers[.retryAfter] != nil)
        }
    }
}
