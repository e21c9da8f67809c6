import Foundation
import HTTPTypes
import Proofs
import Testing
import Values

@testable import Features

/// Notices as documents: previewed before signing, checked against their fingerprint, served again and recorded.
@Suite struct DocumentRoutesTests {
    @Test func `an officer sees the notice before signing, and nothing is sent by looking`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("preview")
            let clerk = try await sample.browser("wu-jing")
            let deed = StaffSample.Deed.action("accept")
            let before = try await sample.desk.open(id).file
            let preview = try await clerk.sign(id, deed, [("preview", "yes")], key: "preview")
            #expect(preview.status == 200)
            #expect(preview.text.contains("签发前预览") && preview.text.contains("受理通知书"))
            #expect(try await sample.desk.open(id).file == before)
            #expect(try await clerk.sign(id, deed, key: "accept").status == 303)
            let documents = try await sample.desk.open(id).file.documents
            #expect(documents.map(\.template) == ["receipt", "acceptance"])
        }
    }

    @Test func `a preview tells what is missing and keeps what was typed`() async throws {
        try await StaffSample.onSQLite { sample in
            let id = try await sample.filed("preview-missing")
            let clerk = try await sample.browser("wu-jing")
            let answer = try await clerk.sign(
                id, .action("refuse_acceptance"), [("preview", "yes"), ("articles", "《行政许可法》第三十二条第二款")], key: "p")
            #expect(answer.status == 422 && answer.text.contains("《行政许可法》第三十二条"))
            let full = try await clerk.sign(
                id, .action("refuse_acceptance"),
                [("preview", "yes"), ("articles", "《行政许可法》第三十二条第二款"), ("reason", "不属于本机关职权")], key: "p2")
            #expect(full.status == 200 && full.text.contains("不予受理决定书") && full.text.contains("不属于本机关职权"))
            #expect(try await sample.desk.open(id).file.stage == "filed")
        }
    }

    @Test func `a document has its fingerprint, its bytes, and a record of every service`() async throws {
        try await StaffSample.onBothEngines { sample in
            let id = try await sample.filed("served")
            let clerk = try await sample.browser("wu-jing")
            let page = "/w/case/\(id)/documents/1"
            let shown = try await clerk.see(page).text
            #expect(shown.contains("与存证指纹一致") && shown.contains("电子送达") && shown.contains("收件凭证"))
            let document = try #require(try await sample.desk.open(id).file.documents.first)
            let bytes = try await clerk.see(page + "/text")
            #expect(bytes.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(Hexadecimal.text(SM3.hash(Array(bytes.text.utf8))) == document.hash)

            let wrong = try await clerk.send(
                page + "/services",
                [("on-year", "2026"), ("on-month", "2"), ("on-day", "30"), ("receiver", "王芳")], key: "w")
            #expect(wrong.status == 422 && wrong.text.contains("选择怎样送达") && wrong.text.contains("王芳"))
            let future = try await clerk.send(
                page + "/services",
                [("way", "post"), ("on-year", "2027"), ("on-month", "1"), ("on-day", "1"), ("receiver", "王芳")], key: "f"
            )
            #expect(future.status == 422 && future.text.contains("也不能晚于今天"))
            #expect(try await sample.desk.open(id).file.documents.first?.services.count == 1)

            let fields = [
                ("way", "post"), ("on-year", "2026"), ("on-month", "3"), ("on-day", "2"), ("receiver", "王芳，EMS1234"),
            ]
            let recorded = try await clerk.send(page + "/services", fields, key: "s")
            #expect(recorded.status == 303 && recorded.headers[.location] == page + "?served=yes")
            // Sent twice by a double click: recorded once.
            #expect(try await clerk.send(page + "/services", fields, key: "s").status == 303)
            let services = try #require(try await sample.desk.open(id).file.documents.first).services
            #expect(services.map(\.way) == ["inbox", "post"] && services[1].receiver == "王芳，EMS1234")
            #expect(services[1].on == Day(2026, 3, 2))
            let after = try await clerk.see(page + "?served=yes").text
            #expect(after.contains("送达已经登记") && after.contains("邮寄送达"))
        }
    }

    @Test func `only those who may supervise see the lists of promises`() async throws {
        try await StaffSample.onSQLite { sample in
            let supervisor = try await sample.browser("jiang-zheng")
            let page = try await supervisor.see("/w/promises")
            #expect(page.status == 200 && page.text.contains("承诺与容缺") && page.text.contains("核查逾期"))
            #expect(try await supervisor.see("/w/promises?view=nonsense").status == 200)
            #expect(try await supervisor.see("/w/promises?view=documents-open&after=x").status == 200)
            #expect(try await sample.browser("wu-jing").see("/w/promises").status == 403)
        }
    }
}
