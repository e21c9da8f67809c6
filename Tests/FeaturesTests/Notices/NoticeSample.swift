import Casework
import Proofs
import Storage
import Synchronization
import TestSupport
import Testing
import Values

@testable import Features

/// What tests of the notice centre share: a case of the sample enterprise, led through its stages.
struct NoticeSample: Sendable {
    let platform: PlatformSample
    var features: AllFeatures { platform.features }
    var desk: NoticeDesk { features.notices.desk }
    var database: Database { platform.database }

    static let now = PlatformSample.now
    static var agent: Person.ID { SamplePeople.enterprise.representative }

    static func onBothEngines(_ body: (NoticeSample) async throws -> Void) async throws {
        try await PlatformSample.onBothEngines { platform in
            let sample = NoticeSample(platform: platform)
            // What was recorded before the notice centre was there is told nobody.
            try await sample.follow()
            try await body(sample)
        }
    }

    static func acting(_ label: String, by person: Person.ID, at moment: Moment = now) -> AccountActing {
        let actor = Actor.person(person.text)
        return AccountActing(
            actor: actor, moment: moment, entropy: PlatformSample.entropy(label),
            key: CommandKey(actor: actor, verb: "test", clientKey: label, request: Array(label.utf8)))
    }

    /// Places everything and lets the followers see it.
    func follow() async throws {
        while try await features.events.place(limit: 500) == 500 {}
        try await desk.follow(limit: 7)
    }

    /// Files the usual application of the sample enterprise; gives the id of the case.
    func file(_ label: String, at moment: Moment = now) async throws -> String {
        let new = platform.newLicence(label, at: moment)
        _ = try await features.cases.desk.file(new, by: platform.agent(label, at: moment))
        return new.id.text
    }

    func act(
        _ action: String, _ said: [String: JSON] = [:], on id: String, by officer: String, at moment: Moment = now
    ) async throws {
        _ = try await features.cases.desk.run(
            .act(Act(action: action, said: said, brings: [], seen: [:])), on: id,
            by: platform.officer(officer, action + id, at: moment))
    }

    func finish(_ task: String, _ result: String, on id: String, by officer: String) async throws {
        _ = try await features.cases.desk.run(
            .finish(Finish(task: task, number: nil, result: result, said: [:], brings: [], seen: [:])), on: id,
            by: platform.officer(officer, task + id, at: NoticeSample.now))
    }

    /// A session of a sample citizen, acting for himself or for the sample enterprise.
    func session(_ person: SamplePerson, forEnterprise isForEnterprise: Bool) async throws -> Session {
        let sessions = features.accounts.sessions
        let opened = try await sessions.signIn(
            SessionDesk.Attempt(
                name: person.login, password: SamplePeople.password, address: person.key, replaced: nil),
            entropy: PlatformSample.entropy("notice-session-" + person.key), at: NoticeSample.now)
        let now = { try await sessions.visitor(cookie: opened.token, at: NoticeSample.now).visitor.session }
        let session = try #require(try await now())
        guard isForEnterprise else { return session }
        let received = try await features.accounts.delegations.overview(of: session).received
        let delegation = try #require(received.first { $0.delegation.subject.kind == "enterprise" }).delegation
        try await sessions.actFor(delegation.id, in: session, at: NoticeSample.now)
        return try #require(try await now())
    }

    var enterpriseInbox: NoticeStore.Inbox {
        NoticeStore.Inbox(
            recipient: .enterprise(SamplePeople.enterprise.id), reader: NoticeSample.agent, services: nil)
    }

    /// Topics of an inbox, the newest first.
    func topics(_ inbox: NoticeStore.Inbox) async throws -> [InboxMessage.Topic] {
        try await database.read {
            try NoticeStore.notices(of: inbox, onlyUnread: false, before: nil, limit: 100, in: $0)
        }.map(\.notice.topic)
    }

    /// The person agrees to short messages and mail.
    func consent(_ person: Person.ID, _ ways: Set<NoticeWay>, _ label: String) async throws {
        try await features.notices.consents.choose(ways, by: person, NoticeSample.acting(label, by: person))
    }
}

/// A provider that fails as often as it is told, and remembers what it took. A class because the channel shares it.
final class FailingProvider: Sendable {
    private let state: Mutex<(failures: Int, taken: [String], asked: Int)>

    init(failures: Int) {
        state = Mutex((failures, [], 0))
    }

    var taken: [String] { state.withLock { $0.taken } }
    var asked: Int { state.withLock { $0.asked } }

    private struct Broken: Error {}

    func channel(_ way: NoticeWay) -> NoticeChannel {
        NoticeChannel(
            way: way, name: Wording(zh: "替身", en: "stand-in"), isStandIn: true,
            mapping: LetterMapping(address: "to", subject: nil, text: "text", key: "id", signature: "")
        ) { letter, _ in
            try self.state.withLock { state in
                state.asked += 1
                // A provider that took it but whose answer was lost looks the same as one that failed.
                if !state.taken.contains(letter.key), state.failures % 2 == 0 { state.taken.append(letter.key) }
                guard state.failures == 0 else {
                    state.failures -= 1
                    throw Broken()
                }
                if !state.taken.contains(letter.key) { state.taken.append(letter.key) }
            }
        }
    }
}
