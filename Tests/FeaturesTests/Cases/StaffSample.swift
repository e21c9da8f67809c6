import Casework
import Foundation
import HTTPTypes
import Hummingbird
import Proofs
import Synchronization
import Testing
import Values
import Web

@testable import Features

/// The platform behind its router, with officers who sign in at their posts and a clock that tests move.
struct StaffSample {
    let platform: PlatformSample
    let router: Router<WebContext>
    let clock: SampleClock

    static func onBothEngines(_ body: (StaffSample) async throws -> Void) async throws {
        try await PlatformSample.onBothEngines { try await body(StaffSample($0)) }
    }

    static func onSQLite(_ body: (StaffSample) async throws -> Void) async throws {
        try await PlatformSample.onSQLite { try await body(StaffSample($0)) }
    }

    init(_ platform: PlatformSample) {
        self.platform = platform
        let clock = SampleClock(PlatformSample.now)
        self.clock = clock
        let router = Router(context: WebContext.self)
        let cookies = CookiePolicy(isSecure: false)
        Entrance(site: .accountSample, cookies: cookies, now: { clock.now }) { count in
            let part = PlatformSample.entropy("staff-draw").part("draw", clock.next())
            return Array((part.bytes("a", 0) + part.bytes("b", 1)).prefix(count))
        }.open(on: router)
        let features = platform.features
        let gate = Gate(
            site: .accountSample, cookies: cookies, sessions: features.accounts.sessions,
            desk: { features.desk(of: $0, in: $1) })
        features.routes.install(on: router, behind: gate)
        self.router = router
    }

    /// One browser with a signed-in person.
    struct Browser {
        let router: Router<WebContext>
        let cookies: [String: String]
        let token: String
        let session: Session

        func see(_ path: String) async throws -> RouteAnswer { try await router.ask(.get, path, cookies: cookies) }

        func send(_ path: String, _ fields: [(String, String)], key: String) async throws -> RouteAnswer {
            try await router.ask(
                .post, path, cookies: cookies, form: [("form-token", token), ("form-key", key)] + fields)
        }

        /// The revision that a page's form carries.
        func revision(_ path: String) async throws -> String {
            let page = try await see(path).text
            let start = try #require(page.range(of: "name=\"revision\" value=\"")).upperBound
            return String(page[start...].prefix { $0.isNumber })
        }

        /// Opens the signing page, and signs what it shows.
        func sign(_ id: String, _ deed: Deed, _ fields: [(String, String)] = [], key: String) async throws
            -> RouteAnswer
        {
            let revision = try await revision(deed.page(id))
            return try await send(deed.target(id), [("revision", revision)] + fields, key: key)
        }
    }

    /// What is signed: an action of the stage, or a result of a task's first instance.
    enum Deed {
        case action(String)
        case result(String, String)

        func page(_ id: String) -> String {
            switch self {
            case .action(let action): "/w/case/\(id)/sign?action=\(action)"
            case .result(let task, let result): "/w/case/\(id)/sign?task=\(task)&number=1&result=\(result)"
            }
        }

        func target(_ id: String) -> String {
            switch self {
            case .action(let action): "/w/case/\(id)/actions/\(action)"
            case .result(let task, let result): "/w/case/\(id)/tasks/\(task)/1/results/\(result)"
            }
        }
    }

    /// Signs in a sample person by key.
    func browser(_ key: String) async throws -> Browser {
        let person = try #require(SamplePeople.all.first { $0.key == key })
        let sessions = platform.features.accounts.sessions
        let opened = try await sessions.signIn(
            SessionDesk.Attempt(
                name: person.login, password: SamplePeople.password, address: person.key, replaced: nil),
            entropy: PlatformSample.entropy("staff-session-\(person.key)-\(clock.next())"), at: clock.now)
        let session = try #require(try await sessions.visitor(cookie: opened.token, at: clock.now).visitor.session)
        return Browser(
            router: router, cookies: ["session": opened.token, "visitor": String(repeating: "ab", count: 16)],
            token: session.formToken, session: session)
    }

    /// A food business licence of the sample enterprise, filed by its representative; gives the case's id.
    func filed(_ label: String, area: Int = 60) async throws -> String {
        let new = platform.newLicence(label, area: area, at: clock.now)
        _ = try await platform.features.cases.desk.file(new, by: platform.agent("file-" + label, at: clock.now))
        return new.id.text
    }

    var desk: CaseDesk { platform.features.cases.desk }
}

/// The time of the tests, and a counter of draws. A class because closures share it.
final class SampleClock: Sendable {
    private let moment: Mutex<Moment>
    private let draws = Atomic(0)

    init(_ moment: Moment) { self.moment = Mutex(moment) }

    var now: Moment { moment.withLock { $0 } }
    func set(_ now: Moment) { moment.withLock { $0 = now } }
    func next() -> Int { draws.add(1, ordering: .relaxed).newValue }
}
