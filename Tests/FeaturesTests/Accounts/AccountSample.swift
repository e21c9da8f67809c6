import Features
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Proofs
import Storage
import Synchronization
import TestSupport
import Values
import Web

/// Accounts around one database, with a few invented people.
struct AccountSample: Sendable {
    let database: Database
    let reader: EventReader
    let accounts: Accounts

    static let now = Moment(2026, 3, 2, hour: 9, minute: 15)
    static let password = "correct horse 电池"

    init(_ database: Database) async throws {
        let masterKey = try MasterKey.sample()
        let kinds = EventKinds(Accounts.kinds)
        let writer = EventWriter(log: EventLogSample.log, masterKey: masterKey, kinds: kinds)
        reader = EventReader(masterKey: masterKey, kinds: kinds)
        self.database = database
        let desk = AccountDesk(
            database: database, events: EventDesk(database: database, writer: writer, reader: reader),
            masterKey: masterKey, passwords: PasswordDesk())
        accounts = Accounts(desk: desk, names: .sample, identity: .sample)
        try await database.migrate(EventLog.migrations + accounts.migrations)
        _ = try await rebuild.prepare()
    }

    static func onBothEngines(_ body: (AccountSample) async throws -> Void) async throws {
        try await TestSupport.onBothEngines { try await body(try await AccountSample($0)) }
    }

    static func onSQLite(_ body: (AccountSample) async throws -> Void) async throws {
        try await TestSupport.onSQLite(.tests) { try await body(try await AccountSample($0)) }
    }

    var rebuild: Rebuild {
        Rebuild(database: database, reader: reader, projections: accounts.projections, followers: [])
    }

    static func entropy(_ number: Int) -> Entropy {
        Entropy([UInt8](repeating: 9, count: 32)).part("test", number)
    }

    static func acting(_ number: Int, at moment: Moment = now) -> AccountActing {
        AccountActing(actor: .platform, moment: moment, entropy: entropy(number), key: nil)
    }

    /// Opens the account of one of the sample people, with his login names.
    @discardableResult
    func register(_ person: SamplePerson, _ number: Int, passwordHash: String? = nil) async throws -> Person.ID {
        guard let idNumber = CitizenIdentityNumber(person.idNumber), let phone = PhoneNumber(person.phone) else {
            throw Failure.defect("sample")
        }
        let names =
            [LoginName(idNumber), LoginName(phone)] + [person.account.flatMap { LoginName($0) }].compactMap { $0 }
        let hash = passwordHash ?? AccountSample.hash
        try await accounts.desk.registerPerson(
            PersonRegistration(name: person.name, idNumber: idNumber, phone: phone, isSample: true), as: person.id,
            login: AccountDesk.Login(names: names, passwordHash: hash), by: AccountSample.acting(number))
        return person.id
    }

    private static let hash = PasswordHash.make(password, salt: [UInt8](repeating: 1, count: 16))

    /// The enterprise of the samples, with 王芳 as its representative and 李明 and 赵磊 known.
    func registerEnterprise() async throws {
        for (number, person) in SamplePeople.citizens.enumerated() { try await register(person, number) }
        try await accounts.desk.registerEnterprise(
            SamplePeople.enterprise, delegation: AccountSample.officeID, until: Day(2027, 3, 1),
            by: AccountSample.acting(100))
    }

    static let officeID: Delegation.ID = AccountSample.entropy(0).identifier("office", 0, at: now)

    func post(
        _ person: SamplePerson, _ number: Int, role: Role, from: Day = Day(2026, 1, 1), until: Day? = nil
    ) async throws -> Post {
        let post = Post(
            id: AccountSample.entropy(number).identifier("post", number, at: AccountSample.now), person: person.id,
            unit: "yuzhong-market", region: "yuzhong", role: role, from: from, until: until)
        try await accounts.desk.assignPost(post, by: AccountSample.acting(number))
        return post
    }

    func signIn(
        _ name: String, _ number: Int, password: String = password, address: String = "192.0.2.1",
        at moment: Moment = now
    ) async throws -> SessionDesk.Opened {
        try await accounts.sessions.signIn(
            SessionDesk.Attempt(name: name, password: password, address: address, replaced: nil),
            entropy: AccountSample.entropy(number), at: moment)
    }

    func session(_ token: String, at moment: Moment = now) async throws -> Session? {
        try await accounts.sessions.visitor(cookie: token, at: moment).visitor.session
    }

    /// The router as Server makes it, with other random bytes for each request.
    func router(at moment: Moment = now) -> Router<WebContext> { router(at: moment, table) }

    func router(at moment: Moment, _ table: RouteTable) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        let cookies = CookiePolicy(isSecure: false)
        let draws = DrawCounter()
        Entrance(site: .accountSample, cookies: cookies, now: { moment }) { count in
            let number = draws.next()
            let seed = AccountSample.entropy(1000 + number)
            return Array((seed.bytes("draw", 0) + seed.bytes("draw", 1)).prefix(count))
        }.open(on: router)
        table.install(on: router, behind: gate(cookies))
        return router
    }

    var table: RouteTable {
        var table = RouteTable()
        accounts.addRoutes(to: &table)
        return table
    }

    func gate(_ cookies: CookiePolicy) -> Gate {
        Gate(site: .accountSample, cookies: cookies, sessions: accounts.sessions) { session, language in
            StaffPage.Desk(
                name: session.post?.role.name[language] ?? "", unit: session.post?.unit ?? "", home: "/w/inbox",
                groups: [], search: nil)
        }
    }
}

extension IdentityCheck {
    /// Knows 钱多多, is silent for 孙不语, and no other name fits any number.
    static let sample = IdentityCheck(name: Wording(zh: "示例核验（替身）", en: "sample check (stand-in)"), isStandIn: true) {
        name, _ in
        switch name {
        case "钱多多": .matches
        case "孙不语": .silent
        default: .differs
        }
    }
}

extension AccountNames {
    static let sample = AccountNames(
        unit: { Wording(zh: "机构 \($0)", en: "unit \($0)") }, region: { Wording(zh: "区划 \($0)", en: "region \($0)") },
        fact: { Wording(zh: "事实 \($0)", en: "fact \($0)") },
        services: { _ in
            [
                AccountNames.Offer(
                    id: "food-business-licence", name: Wording(zh: "食品经营许可", en: "Food business licence")),
                AccountNames.Offer(id: "company-seal", name: Wording(zh: "公章刻制", en: "Company seal")),
            ]
        })
}

extension Site {
    static let accountSample = Site(
        identity: SiteIdentity(
            platform: Wording(zh: "通办", en: "Tongban"), title: Wording(zh: "示例平台", en: "Sample platform"),
            government: Wording(zh: "示例市人民政府", en: "the sample city"), host: Wording(zh: "示例", en: "sample"),
            operator: Wording(zh: "示例", en: "sample"), domain: "tongban.example", hotline: "12345",
            support: Wording(zh: "0000", en: "0000"), siteCode: "0000000000", icpNumber: "0", policeNumber: "0",
            isSampleData: true),
        navigation: Navigation(
            main: [], tabs: [], foot: [], search: nil, signIn: "/sign-in", own: "/my", signOut: "/session/end"))
}

struct RouteAnswer {
    let status: Int
    let headers: HTTPFields
    let text: String

    /// The value of the cookie that was set under that name; nil when none was.
    func cookie(_ name: String) -> String? {
        headers[values: .setCookie].first { $0.hasPrefix(name + "=") }
            .flatMap { $0.dropFirst(name.count + 1).split(separator: ";", omittingEmptySubsequences: false).first }
            .map(String.init)
    }
}

/// Counts the requests of a router. A class because an atomic cannot be copied into a closure.
private final class DrawCounter: Sendable {
    private let count = Atomic(0)
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}

/// A class because the protocol hands it over as a whole.
private final class PageWriter: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []
    func write(_ buffer: ByteBuffer) async throws { bytes.append(contentsOf: buffer.readableBytesView) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Router<WebContext> {
    func ask(
        _ method: HTTPRequest.Method, _ path: String, cookies: [String: String] = [:],
        form: [(String, String)]? = nil, bearer: String? = nil
    ) async throws -> RouteAnswer {
        var headers: HTTPFields = [:]
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "tongban-\($0)=\($1)" }.sorted().joined(separator: "; ")
        }
        if let bearer { headers[.authorization] = "Bearer \(bearer)" }
        var body: [UInt8] = []
        if let form {
            headers[.contentType] = "application/x-www-form-urlencoded"
            body = Array(form.map { "\(Link.encoded($0))=\(Link.encoded($1))" }.joined(separator: "&").utf8)
        }
        return try await ask(method, path, headers, body)
    }

    /// Sends a body of another kind than fields.
    func ask(post path: String, cookies: [String: String], type: String, body: [UInt8]) async throws -> RouteAnswer {
        let cookie = cookies.map { "tongban-\($0)=\($1)" }.sorted().joined(separator: "; ")
        return try await ask(.post, path, [.contentType: type, .cookie: cookie], body)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: [UInt8]
    ) async throws -> RouteAnswer {
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "tongban.example", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let response = try await buildResponder().respond(to: request, context: WebContext(logger: logger))
        let writer = PageWriter()
        try await response.body.write(writer)
        return RouteAnswer(
            status: response.status.code, headers: response.headers, text: String(decoding: writer.bytes, as: UTF8.self)
        )
    }
}
