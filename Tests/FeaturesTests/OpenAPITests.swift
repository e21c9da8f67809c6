import Definitions
import Foundation
import Testing
import Values

@testable import Features

/// `openapi.yaml` against the routes and against what they answer.
@Suite struct OpenAPITests {
    private static let base = "/api/v1"
    private static let methods: Set<String> = ["get", "post", "put", "patch", "delete"]

    private static func map(_ node: YAMLNode?) -> [String: YAMLNode] {
        guard case .map(let entries)? = node?.content else { return [:] }
        return Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }

    private static func paths() throws -> [String: [String: YAMLNode]] {
        let root = map(try YAMLNode(try InterfaceSample.description(), file: "openapi.yaml"))
        return map(root["paths"]).mapValues { map($0) }
    }

    @Test func `every route of the interface is described, and nothing else is`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let routes = try InterfaceSample.table(of: sample.platform.features).lines.filter(\.isInterface)
                .map { "\($0.method.rawValue) \($0.path)" }.sorted()
            let described = try Self.paths().flatMap { path, operations in
                operations.keys.filter(Self.methods.contains).map { "\($0.uppercased()) \(Self.base)\(path)" }
            }.sorted()
            #expect(routes == described)
        }
    }

    @Test func `every operation has an id of its own, the replies of its kind, and the key of a command`() throws {
        var ids: [String] = []
        for (path, operations) in try Self.paths() {
            for (method, operation) in operations where Self.methods.contains(method) {
                let parts = Self.map(operation)
                if case .scalar(let id, _)? = parts["operationId"]?.content { ids.append(id) }
                let replies = Set(Self.map(parts["responses"]).keys)
                #expect(replies.contains("default"), "\(method) \(path)")
                if path == "/openapi.yaml" { continue }
                #expect(replies.isSuperset(of: ["400", "401", "403", "422"]), "\(method) \(path)")
                let takesJSON = "\(parts["requestBody"].map { "\($0)" } ?? "")".contains("application/json")
                if takesJSON { #expect(replies.isSuperset(of: ["413", "415"]), "\(method) \(path)") }
                // A question with a body changes nothing, so it needs no key.
                guard method == "post", path != "/services/{service}/guide" else { continue }
                #expect(replies.isSuperset(of: ["404", "409", "413"]), "\(path)")
                #expect("\(parts["parameters"].map { "\($0)" } ?? "")".contains("idempotencyKey"), "\(path)")
            }
        }
        #expect(ids.count == Set(ids).count)
        #expect(ids.count >= 39)
    }

    @Test func `the description is given to anyone as it is`() async throws {
        try await InterfaceSample.onSQLite { sample in
            let answer = try await sample.get("/api/v1/openapi.yaml", bearer: nil)
            #expect(answer.status == 200)
            #expect(answer.text == (try InterfaceSample.description()))
            #expect(answer.headers[.contentType]?.hasPrefix("application/yaml") ?? false)
        }
    }

    @Test func `what is sent and answered is as the description says`() async throws {
        guard FileManager.default.fileExists(atPath: InterfaceSample.root + "/.venv-test/bin/python") else {
            print("NOT RUN: replies against openapi.yaml; Scripts/setup.sh test makes .venv-test")
            #expect(ProcessInfo.processInfo.environment["CI"] != "true")
            return
        }
        try await InterfaceSample.onSQLite { sample in
            var lines = try await Self.commands(sample)
            let id = try #require(lines[0]["answer"]?["id"]?.text)
            let issued = try await sample.platform.features.certificates.desk.issued(by: id)
            lines += try await Self.questions(sample, id, certificate: try #require(issued.first).id.text)
            lines += try await Self.reports(sample)
            #expect(Set(lines.compactMap { $0["status"]?.number }) == [200, 201, 400, 403, 404, 409, 422])
            #expect(try Self.faults(in: lines) == "")
        }
    }

    /// A licence from filing to grant, with some commands that are refused.
    private static func commands(_ sample: InterfaceSample) async throws -> [JSON] {
        let filing = InterfaceSample.licence()
        let filed = try await sample.send("/api/v1/cases", filing, key: "filed")
        let unknown = InterfaceSample.licence(["service": "nothing"])
        var lines = [
            exchange("/cases", "post", sent: filing, filed),
            exchange("/cases", "post", sent: unknown, try await sample.send("/api/v1/cases", unknown, key: "unknown")),
        ]
        for (number, (path, post)) in [
            ("actions/accept", "wu-jing"), ("actions/accept", "wu-jing"), ("actions/accept", "nobody"),
            ("tasks/review/results/meets", "zheng-qiang"), ("tasks/approve/results/grant", "he-wei"),
        ].enumerated() {
            let operation = path.hasPrefix("actions") ? "actions/{action}" : "tasks/{task}/results/{result}"
            let body: JSON = ["post": InterfaceSample.post(post)]
            let answer = try await sample.send(
                "/api/v1/cases/\(filed.json["id"]?.text ?? "")/\(path)", body, key: "deed\(number)")
            lines.append(exchange("/cases/{case}/\(operation)", "post", sent: body, answer))
        }
        return lines
    }

    /// Everything that can be read, and some of what cannot.
    private static func questions(_ sample: InterfaceSample, _ id: String, certificate: String) async throws -> [JSON] {
        var asked = [
            ("/cases/{case}", "/cases/\(id)"), ("/cases/{case}", "/cases/x"), ("/cases", "/cases?unit=yuzhong-market"),
            ("/cases", "/cases"), ("/cases/{case}/events", "/cases/\(id)/events?limit=100"),
            ("/tasks", "/tasks?unit=yuzhong-market&role=clerk"), ("/services", "/services?region=yuzhong&limit=100"),
            ("/posts", "/posts?unit=yuzhong-market-food&role=reviewer"), ("/posts", "/posts?unit=a&role=nobody"),
            ("/certificates/{certificate}", "/certificates/\(certificate)"), ("/lists", "/lists?limit=2&kind=fee"),
            ("/items", "/items?limit=3&visits=none"), ("/items", "/items?cursor=x"),
            ("/items/{item}", "/items/food-business-licence"), ("/items/{item}", "/items/nothing"),
            ("/items/{item}/implementations", "/items/food-business-licence/implementations?limit=2"),
            ("/lists/{list}", "/lists/no-penalty-list"), ("/lists/{list}", "/lists/nothing"),
            ("/lists/{list}/entries", "/lists/cross-region-list/entries?limit=2"),
            ("/lists/{list}/entries", "/lists/fee-list/entries?cursor=x"), ("/search", "/search"),
            ("/ratings", "/ratings?limit=2&grade=1"), ("/ratings", "/ratings?cursor=x"),
            ("/mandate-tasks", "/mandate-tasks?limit=2"), ("/mandate-tasks", "/mandate-tasks?light=x"),
            ("/mandate-tasks/{case}", "/mandate-tasks/x"),
            ("/rating-measures", "/rating-measures?from=2026-01"), ("/rating-measures", "/rating-measures?to=x"),
            ("/metrics", "/metrics?promised=true&from=2026-01"), ("/metrics", "/metrics?to=x"),
            ("/metrics/{metric}", "/metrics/filings"), ("/metrics/{metric}", "/metrics/nothing"),
            ("/cases/{case}/rating-codes", "/cases/x/rating-codes"),
            ("/cases/{case}/rating-codes", "/cases/\(id)/rating-codes"),
            ("/search", "/search?q=%E7%99%BB%E8%AE%B0&region=yuzhong&limit=2"),
        ]
        for service in sample.platform.features.catalogue.desk.services(in: "yuzhong", on: PlatformSample.now.day) {
            asked.append(("/services/{service}", "/services/\(service)?region=yuzhong"))
        }
        var lines: [JSON] = []
        for (operation, path) in asked {
            lines.append(exchange(operation, "get", sent: .null, try await sample.get(base + path)))
        }
        return lines
    }

    /// A day's report that was made, and some that are not there.
    private static func reports(_ sample: InterfaceSample) async throws -> [JSON] {
        try await MandateSample.follow(sample.platform)
        let features = sample.platform.features
        let root = try #require(features.territory.desk.current.root?.id)
        let period = ReportSpan(.day, containing: PlatformSample.now.day)
        let due = ReportDesk.Due(plan: "daily-scan", region: root, period: period)
        let later = Moment(PlatformSample.now.day.next, hour: 1)
        #expect(try await features.supervision.reports.make(due, at: later))
        let id = Report.stream(plan: due.plan, region: root, period: period)
        var lines: [JSON] = []
        for (operation, path) in [
            ("/reports", "/reports?limit=2&every=day"), ("/reports", "/reports?every=x"),
            ("/reports", "/reports?cursor=x"), ("/reports", "/reports?region=nowhere"),
            ("/reports/{report}", "/reports/\(id)"), ("/reports/{report}", "/reports/x"),
            ("/reports/{report}/files/{form}", "/reports/\(id)/files/json"),
            ("/reports/{report}/files/{form}", "/reports/\(id)/files/docx"),
        ] {
            lines.append(exchange(operation, "get", sent: .null, try await sample.get(base + path)))
        }
        return lines
    }

    /// One exchange as the Python half reads it.
    private static func exchange(
        _ operation: String, _ method: String, sent: JSON, _ answer: InterfaceSample.Answer
    ) -> JSON {
        [
            "operation": .text(operation), "method": .text(method), "status": .number(Int64(answer.status)),
            "sent": sent, "answer": answer.json, "type": .text(answer.headers[.contentType] ?? ""),
        ]
    }

    /// What a validator of its own finds wrong; empty for nothing.
    private static func faults(in lines: [JSON]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("tongban-\(UUID().uuidString).jsonl")
        try Data(lines.map(\.canonical).joined(separator: [0x0A])).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: InterfaceSample.root + "/.venv-test/bin/python")
        process.arguments = ["-c", script, InterfaceSample.root + "/openapi.yaml", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    private static let script = """
        import json, sys, yaml
        from jsonschema import Draft202012Validator
        from referencing import Registry, Resource
        from referencing.jsonschema import DRAFT202012
        doc = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
        registry = Registry().with_resource("urn:api", Resource(contents=doc, specification=DRAFT202012))

        def at(parts):
            node = doc
            for part in parts:
                node = node[part]
            while "$ref" in node:
                parts = [p.replace("~1", "/") for p in node["$ref"].split("/")[1:]]
                node = doc
                for part in parts:
                    node = node[part]
            return node, parts

        def check(name, parts, value):
            pointer = "/".join(p.replace("~", "~0").replace("/", "~1") for p in parts)
            validator = Draft202012Validator(
                {"$ref": "urn:api#/" + pointer}, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)
            for error in validator.iter_errors(value):
                print(name, list(error.absolute_path), error.message[:300])

        for line in open(sys.argv[2], encoding="utf-8"):
            x = json.loads(line)
            base = ["paths", x["operation"], x["method"]]
            replies, _ = at(base + ["responses"])
            status = str(x["status"])
            if status not in replies:
                print(base, "has no reply", status)
                continue
            reply, parts = at(base + ["responses", status])
            kind = x["type"].split(";")[0]
            if kind not in reply["content"]:
                print(base, status, "has no content", kind)
                continue
            check(base[1:] + [status], parts + ["content", kind, "schema"], x["answer"])
            if x["sent"] is not None and status < "300":
                check(base[1:] + ["request"], base + ["requestBody", "content", "application/json", "schema"], x["sent"])
        """
}
