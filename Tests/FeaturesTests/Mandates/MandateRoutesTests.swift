import Documents
import Foundation
import HTTPTypes
import Testing
import Values
import Web

@testable import Features

/// The pages of policy documents through the router: import, review, correction, acceptance, comparison.
@Suite struct MandateRoutesTests {
    private enum Version { case first, later }

    private func upload(
        _ browser: StaffSample.Browser, _ content: [UInt8], name: String = "通知.txt",
        as version: Version = .first, key: String
    ) async throws -> RouteAnswer {
        var body = ""
        var fields = [("form-token", browser.token), ("form-key", key)]
        if version == .later { fields.append(("later-version", "true")) }
        for (name, value) in fields {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
        return try await browser.router.ask(
            post: "/w/mandates", cookies: browser.cookies, type: "multipart/form-data; boundary=b",
            body: Array(body.utf8) + content + Array("\r\n--b--\r\n".utf8))
    }

    private func imported(
        _ browser: StaffSample.Browser, _ text: String = MandateSample.notice, as version: Version = .first, key: String
    ) async throws -> String {
        let answer = try await upload(browser, Array(text.utf8), as: version, key: key)
        #expect(answer.status == 303, "\(answer.text)")
        return String(try #require(answer.headers[.location]).dropFirst("/w/mandates/".count))
    }

    @Test func `a supervisor imports a document and sees source and result side by side`() async throws {
        try await StaffSample.onBothEngines { sample in
            let browser = try await sample.browser("jiang-zheng")
            #expect(try await browser.see("/w/mandates").text.contains("还没有导入文件"))
            #expect(try await browser.see("/w/mandates/new").text.contains("enctype=\"multipart/form-data\""))
            let id = try await imported(browser, key: "i")
            #expect(try await browser.see("/w/mandates").text.contains("渝中府发〔2026〕9号"))
            let page = try await browser.see("/w/mandates/\(id)").text
            let doubts = try #require(page.range(of: "id=\"doubts\"")).lowerBound
            let about = try #require(page.range(of: "id=\"about\"")).lowerBound
            #expect(doubts < about, "doubts come first")
            #expect(page.contains("压缩时限") && page.contains("待核对"))
            let review = try await browser.see("/w/mandates/\(id)/review").text
            #expect(review.contains("<mark>") && review.contains("渝中区 市场监管局"))
            #expect(review.contains("请选择是哪些单位"), "有关部门 stays open")
            let file = try await browser.see("/w/mandates/\(id)/file")
            #expect(file.text == MandateSample.notice)
            #expect(file.headers[.contentType] == "application/octet-stream")
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        }
    }

    @Test func `a task is put right with words, then accepted with units and day`() async throws {
        try await StaffSample.onBothEngines { sample in
            let browser = try await sample.browser("jiang-zheng")
            let id = try await imported(browser, key: "i")
            let desk = sample.platform.features.mandates.desk
            let tasks = try await desk.open(id, from: "yuzhong").document.tasks
            let path = "/w/mandates/\(id)/tasks/\(tasks[2].id)"
            let page = try await browser.see(path).text
            #expect(page.contains("有关部门") && page.contains("name=\"printed-lead\""))
            let open = try await browser.send(
                path + "/acceptance", [("revision", "1"), ("lead-0", "yuzhong-labour")], key: "open")
            #expect(
                open.status == 422 && open.text.contains("还没有选“有关部门”指哪些单位") && open.text.contains("请填写完成时限")
                    && open.text.contains("请选择报送周期"))
            let fields = [
                ("revision", "1"), ("title", "规范窗口"), ("text", tasks[2].now.text), ("printed-lead", "区人力社保局"),
                ("printed-support", ""), ("deadline-0-raw", "2026年底前"), ("deadline-0-year", "2026"),
                ("deadline-0-month", "12"), ("deadline-0-day", "31"), ("figure-0-raw", "30分钟以内"),
                ("figure-0-what", "排队时间"), ("figure-0-comparator", "<="), ("figure-0-value", "30"),
                ("figure-0-unit", "分钟"),
            ]
            let unsaid = try await browser.send(path + "/corrections", fields + [("reason", "")], key: "c0")
            #expect(unsaid.status == 422 && unsaid.text.contains("请写明理由") && unsaid.text.contains("30分钟以内"))
            let bad = try await browser.send(
                path + "/corrections",
                fields.map { $0.0 == "figure-0-value" ? ($0.0, "三十") : $0 } + [("reason", "x")], key: "c1")
            #expect(bad.status == 422 && bad.text.contains("指标的数值要是数字"))
            let saved = try await browser.send(path + "/corrections", fields + [("reason", "会议明确")], key: "c2")
            #expect(saved.status == 303, "\(saved.text)")
            let after = try await browser.see(path).text
            #expect(after.contains("会议明确") && after.contains("value=\"30分钟以内\""))
            let stale = try await browser.send(
                path + "/acceptance",
                [
                    ("revision", "1"), ("lead-0", "yuzhong-labour"), ("due-year", "2026"), ("due-month", "12"),
                    ("due-day", "31"), ("report-every", "1 months"),
                ], key: "stale")
            #expect(stale.status == 409 && stale.text.contains("您打开页面以后任务有改动"))
            let accepted = try await browser.send(
                path + "/acceptance",
                [
                    ("revision", "2"), ("lead-0", "yuzhong-labour"), ("support-more", "yuzhong-police-branch"),
                    ("due-year", "2026"), ("due-month", "12"), ("due-day", "31"), ("report-every", "3 months"),
                ], key: "ok")
            #expect(accepted.status == 303, "\(accepted.text)")
            let task = try #require(try await desk.open(id, from: "yuzhong").document.task(tasks[2].id))
            #expect(task.assignment?.lead == ["yuzhong-labour"])
            #expect(task.assignment?.support == ["yuzhong-police-branch"] && task.assignment?.reportEvery == .quarterly)
            #expect(try await !browser.see(path).text.contains("name=\"printed-lead\""), "nothing more is changed")
        }
    }

    @Test func `what a page showed whole and plain is accepted at once, the rest stays`() async throws {
        try await StaffSample.onBothEngines { sample in
            let browser = try await sample.browser("jiang-zheng")
            let id = try await imported(browser, key: "i")
            let desk = sample.platform.features.mandates.desk
            let tasks = try await desk.open(id, from: "yuzhong").document.tasks
            let review = try await browser.see("/w/mandates/\(id)/review").text
            let seen = tasks.map { "\($0.id):1" }.filter { review.contains("name=\"seen\" value=\"\($0)\"") }
            #expect(seen == ["\(tasks[0].id):1"], "whom 各街道 and 有关部门 mean, a person confirms task by task")
            // A group is confirmed in each task, not only where it is doubted first.
            let second = MandateSample.notice.replacing("9号", with: "10号").replacing(
                "逐步减少排队。（责任单位：区人力社保局、有关部门）", with: "2026年10月底前完成。（牵头单位：区人力社保局；配合单位：各街道）")
            let other = try await imported(browser, second, key: "groups")
            let groups = try await browser.see("/w/mandates/\(other)/review").text
            let plain = try await desk.open(other, from: "yuzhong").document.tasks.map { "\($0.id):1" }.filter {
                groups.contains("name=\"seen\" value=\"\($0)\"")
            }
            #expect(plain == ["\(tasks[0].id):1"])
            // One that is not plain is not smuggled in.
            let path = "/w/mandates/\(id)/acceptances"
            let smuggled = try await browser.send(
                path, [("seen", seen[0]), ("seen", "\(tasks[2].id):1")], key: "smuggled")
            #expect(smuggled.status == 409)
            let all = try await browser.send(path, seen.map { ("seen", $0) }, key: "all")
            #expect(all.status == 303, "\(all.text)")
            let again = try await browser.send(path, seen.map { ("seen", $0) }, key: "all")
            #expect(again.status == 303, "sent twice, it is done once")
            let document = try await desk.open(id, from: "yuzhong").document
            #expect(document.tasks.map(\.standing) == [.accepted, .waiting, .waiting])
            #expect(document.tasks[0].assignment?.lead == ["yuzhong-market"])
            #expect(document.tasks[0].assignment?.support == ["chongqing-justice", "yuzhong-police-branch"])
            #expect(document.tasks[0].assignment?.due == Day(2026, 6, 30))
            #expect(document.tasks[0].assignment?.meant.map(\.printed) == ["区市场监管局", "市司法局", "区公安分局"])
        }
    }

    @Test func `what cannot be read is told with its remedy, and nothing is kept`() async throws {
        try await StaffSample.onSQLite { sample in
            let browser = try await sample.browser("jiang-zheng")
            var encrypted: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
            for byte in "EncryptedPackage".utf8 { encrypted += [byte, 0] }
            let cases: [(name: String, bytes: [UInt8], says: String)] = [
                ("scan.png", [0x89, 0x50, 0x4E, 0x47, 1, 2], "这是图片"), ("locked.docx", encrypted, "文件有密码保护"),
                ("cut.docx", Array("PK\u{03}\u{04}broken".utf8), "文件已损坏或不完整"),
                ("empty.txt", Array("  \n ".utf8), "文件中没有文字"), ("old.rtf", Array("{\\rtf1 x}".utf8), "不能读取这种文件"),
            ]
            for (number, file) in cases.enumerated() {
                let answer = try await upload(browser, file.bytes, name: file.name, key: "bad\(number)")
                #expect(answer.status == 422 && answer.text.contains(file.says), "\(file.name): \(answer.status)")
            }
            let none = try await browser.send("/w/mandates", [], key: "none")
            #expect(none.status == 422 && none.text.contains("请选择要导入的文件"))
            #expect(try await browser.see("/w/mandates").text.contains("还没有导入文件"))
        }
    }

    @Test func `the same file leads to the one that is there, a later version is compared`() async throws {
        try await StaffSample.onBothEngines { sample in
            let browser = try await sample.browser("jiang-zheng")
            let id = try await imported(browser, key: "i")
            let same = try await upload(browser, Array(MandateSample.notice.utf8), name: "b.txt", key: "same")
            #expect(same.status == 409 && same.text.contains("/w/mandates/\(id)\""))
            let text = MandateSample.notice.replacing("9个工作日", with: "7个工作日")
            let unsaid = try await upload(browser, Array(text.utf8), key: "unsaid")
            #expect(unsaid.status == 409 && unsaid.text.contains("/w/mandates/\(id)\""))
            let new = try await imported(browser, text, as: .later, key: "later")
            let old = try await browser.see("/w/mandates/\(id)").text
            #expect(old.contains("已有新版本替换本文件") && old.contains("/w/mandates/\(new)\""))
            let comparison = try await browser.see("/w/mandates/\(new)/comparison")
            #expect(comparison.status == 200 && comparison.text.contains("改动：") && comparison.text.contains("相同"))
            #expect(try await browser.see("/w/mandates/\(id)/comparison").status == 404)
            let wrong = try await upload(
                browser, Array(text.replacing("〔2026〕9号", with: "〔2026〕19号").utf8), as: .later, key: "wrong")
            #expect(wrong.status == 422 && wrong.text.contains("没有同一文号"))
        }
    }

    @Test func `others read or not, and another region learns nothing`() async throws {
        try await StaffSample.onSQLite { sample in
            let browser = try await sample.browser("jiang-zheng")
            let id = try await imported(browser, key: "i")
            let reader = try await sample.browser("zheng-qiang")
            let page = try await reader.see("/w/mandates/\(id)")
            #expect(page.status == 200 && !page.text.contains("/review\""), "who may not review is not led there")
            #expect(try await reader.see("/w/mandates/\(id)/review").status == 403)
            #expect(try await reader.see("/w/mandates/new").status == 403)
            let city = try await sample.browser("zhen-shi")
            #expect(try await city.see("/w/mandates/\(id)").status == 200)
            #expect(try await sample.router.ask(.get, "/w/mandates/\(id)", cookies: [:]).status == 303)
            for path in [
                "/w/mandates/nothing", "/w/mandates/\(id)/tasks/99", "/w/mandates/\(id)/tasks/%3Cscript%3E",
                "/w/mandates/01KE4VS900Q6KP1A98PV340EE2/review",
            ] {
                #expect(try await browser.see(path).status == 404, "\(path)")
            }
            #expect(try await browser.see("/w/mandates?before=x").status == 200)
            #expect(try await browser.see("/w/mandates/\(id)/review?from=-5").status == 200)
            #expect(try await browser.see("/w/mandates/\(id)/review?from=999").status == 200)
        }
    }
}

/// How large a file may be: one figure, said and held.
@Suite struct UploadLimitTests {
    @Test func `one figure is said on the page, and holds for file, reader and request`() async throws {
        #expect(Upload.largestInBytes == BodyLimit.largestFileInBytes)
        #expect(DocumentReader.Limits.standard.bytes == BodyLimit.largestFileInBytes)
        #expect(
            BodyLimit.upload.rawValue - BodyLimit.largestFileInBytes == BodyLimit.form.rawValue, "the form around it")
        try await StaffSample.onSQLite { sample in
            let browser = try await sample.browser("jiang-zheng")
            #expect(try await browser.see("/w/mandates/new").text.contains("最多 20 MB"))
            let fields =
                "--b\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(browser.token)\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"form-key\"\r\n\r\nk\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
            for (size, status, said) in [
                (BodyLimit.largestFileInBytes + 1, 422, "20 MB"), (BodyLimit.upload.rawValue, 413, "每次最多上传 20 MB"),
            ] {
                let file = [UInt8](repeating: 0x61, count: size)
                let answer = try await browser.router.ask(
                    post: "/w/mandates", cookies: browser.cookies, type: "multipart/form-data; boundary=b",
                    body: Array(fields.utf8) + file + Array("\r\n--b--\r\n".utf8))
                #expect(answer.status == status && answer.text.contains(said), "\(size): \(answer.status)")
                #expect(!answer.text.contains("21 MB"))
            }
            #expect(try await browser.see("/w/mandates").text.contains("还没有导入文件"), "nothing is kept")
        }
    }
}
