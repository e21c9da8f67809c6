import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage
import Synchronization
import TestSupport
import Values
import Web

@testable import Features

/// The platform's interface for systems, asked through the router in process.
struct InterfaceSample: Sendable {
    let platform: PlatformSample
    let clock: SampleClock
    private let responder: RouterResponder<WebContext>

    /// Hours and days pass when a test says so. A class because the router's clock looks at it.
    final class SampleClock: Sendable {
        private let moment = Mutex(PlatformSample.now)
        var now: Moment {
            get { moment.withLock { $0 } }
            set { moment.withLock { $0 = newValue } }
        }
    }

    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var json: JSON { (try? JSON(parsing: bytes)) ?? .null }
        /// The last part of the problem's type; empty for a success.
        var code: String { json["type"]?.text?.split(separator: ":").last.map(String.init) ?? "" }
        /// Places of all problems.
        var places: [String] { (json["problems"]?.list ?? []).compactMap { $0["place"]?.text } }
        var isReplayed: Bool { header("Idempotency-Replayed") == "true" }

        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    }

    init(_ platform: PlatformSample) throws {
        self.platform = platform
        let clock = SampleClock()
        self.clock = clock
        let drawn = Mutex<UInt32>(0)
        let router = Router(context: WebContext.self)
        let cookies = CookiePolicy(isSecure: false)
        Entrance(
            site: .accountSample, cookies: cookies, now: { clock.now },
            draw: { count in
                let number = drawn.withLock { number in
                    number &+= 1
                    return number
                }
                // Other bytes for each request, however many there are.
                return (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32($0 % 4 * 8)) }
            }
        ).open(on: router)
        let gate = Gate(site: .accountSample, cookies: cookies, sessions: platform.features.accounts.sessions) { _, _ in
            StaffPage.Desk(name: "", unit: "", home: "/w/inbox", groups: [], search: nil)
        }
        try InterfaceSample.table(of: platform.features).install(on: router, behind: gate)
        responder = router.buildResponder()
    }

    static func onBothEngines(_ body: (InterfaceSample) async throws -> Void) async throws {
        try await PlatformSample.onBothEngines { try await body(try InterfaceSample($0)) }
    }

    static func onSQLite(_ body: (InterfaceSample) async throws -> Void) async throws {
        try await PlatformSample.onSQLite { try await body(try InterfaceSample($0)) }
    }

    /// All routes as Server adds them.
    static func table(of features: AllFeatures) throws -> RouteTable {
        var table = features.routes
        table.addDescription(try description())
        return table
    }

    /// The repository's `openapi.yaml`.
    static func description() throws -> String {
        try String(contentsOfFile: root + "/openapi.yaml", encoding: .utf8)
    }

    static var root: String {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url = url.deletingLastPathComponent() }
        return url.path
    }

    static func post(_ key: String) -> JSON { .text(postID(key)) }

    /// The id of a sample officer's post.
    static func postID(_ key: String) -> String { (SamplePeople.identifier("post", key) as Post.ID).text }

    // MARK: Asking

    func get(_ path: String, bearer: String? = SamplePeople.token.text) async throws -> Answer {
        try await ask(.get, path, body: [], key: nil, bearer: bearer)
    }

    /// - Parameter key: nil sends none.
    func send(
        _ path: String, _ json: JSON, key: String?, bearer: String? = SamplePeople.token.text
    ) async throws -> Answer {
        try await ask(.post, path, body: json.canonical, key: key, bearer: bearer)
    }

    /// - Parameter tag: for `If-Match`; nil sends none.
    func put(_ path: String, _ json: JSON, tag: String?) async throws -> Answer {
        try await ask(.put, path, body: json.canonical, key: nil, more: tag.map { [.ifMatch: $0] } ?? [:])
    }

    func piece(_ upload: String, _ number: Int, _ bytes: [UInt8]) async throws -> Answer {
        try await ask(
            .put, "\(upload)/pieces/\(number)", body: bytes, key: nil,
            more: [.contentType: "application/octet-stream"])
    }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8], key: String?,
        bearer: String? = SamplePeople.token.text, more: HTTPFields = [:]
    ) async throws -> Answer {
        var headers: HTTPFields = [.contentType: "application/json"]
        for field in more { headers[field.name] = field.value }
        if let bearer { headers[.authorization] = "Bearer \(bearer)" }
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "tongban.example", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let response = try await responder.respond(to: request, context: WebContext(logger: logger))
        let writer = BytesWriter()
        try await response.body.write(writer)
        return Answer(status: response.status.code, headers: response.headers, bytes: writer.bytes)
    }

    /// A class because the protocol hands it over as a whole.
    private final class BytesWriter: ResponseBodyWriter {
        private(set) var bytes: [UInt8] = []
        func write(_ buffer: ByteBuffer) async throws { bytes.append(contentsOf: buffer.readableBytesView) }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    // MARK: Cases

    /// A licence for bulk food, which needs no more than what registers and a promise give.
    static func licence(_ changes: [String: JSON] = [:]) -> JSON {
        .map(
            [
                "service": "food-business-licence", "region": "yuzhong",
                "applicant": .map(["code": .text(SamplePeople.enterprise.code)]),
                "agent": .text(SamplePeople.enterprise.representative.text),
                "answers": [
                    "renewal": false, "business_kind": "bulk_sale", "area": 60,
                    "premises.address": "重庆市渝中区示例路18号1层",
                ],
                "promised": ["food-safety-promise"],
            ].merging(changes) { $1 }
        )
    }

    /// The id of a case that was just filed.
    func filed(_ key: String) async throws -> String {
        let answer = try await send("/api/v1/cases", InterfaceSample.licence(), key: key)
        guard let id = answer.json["id"]?.text else { throw Failure.defect("not filed: \(answer.text)") }
        return id
    }

    func accept(_ id: String, key: String) async throws -> Answer {
        try await send("/api/v1/cases/\(id)/actions/accept", ["post": InterfaceSample.post("wu-jing")], key: key)
    }

    /// The token of a new system with these scopes only.
    func token(_ scopes: Set<ConnectedSystem.Scope>) async throws -> String {
        let name = scopes.map(\.rawValue).sorted().joined(separator: "-")
        let entropy = PlatformSample.entropy("system-" + name)
        let id: Identifier<ConnectedSystem> = entropy.identifier("system", 0, at: PlatformSample.now)
        let token = BearerToken(bytes: entropy.bytes("token", 0))
        let accounts = platform.features.accounts.desk
        try await accounts.connectSystem(
            ConnectedSystem(id: id.text, name: name, scopes: scopes),
            by: AccountActing(actor: .platform, moment: PlatformSample.now, entropy: entropy, key: nil))
        try await accounts.save(token, for: id.text, until: Moment(2099, 1, 1))
        return token.text
    }
}
