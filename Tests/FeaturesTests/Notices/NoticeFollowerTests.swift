import Foundation
import Storage
import TestSupport
import Testing
import Values

@testable import Features

/// Messages follow from the log, for whom they concern, once.
@Suite struct NoticeFollowerTests {
    @Test func `a case tells its applicant of every notice, of what waits, and of the certificate`() async throws {
        try await NoticeSample.onBothEngines { sample in
            let id = try await sample.file("told")
            let told: [String: JSON] = ["missing": ["food-safety-promise"], "not_visible_before": false]
            try await sample.act("tell_deficiency", told, on: id, by: "wu-jing")
            try await sample.follow()
            // Receipt and deficiency are notices of the law; the stage that waits is not told a second time.
            #expect(try await sample.topics(sample.enterpriseInbox) == [.document, .document])
            let second = try await sample.file("granted")
            try await sample.act("accept", on: second, by: "wu-jing")
            try await sample.finish("review", "meets", on: second, by: "zheng-qiang")
            try await sample.finish("approve", "grant", on: second, by: "he-wei")
            try await sample.follow()
            let topics = try await sample.topics(sample.enterpriseInbox)
            #expect(topics.filter { $0 == .certificateIssued }.count == 1, "\(topics)")
            #expect(topics.filter { $0 == .document }.count == 5, "\(topics)")
            let stranger = NoticeStore.Inbox(
                recipient: .person(SamplePeople.citizens[3].id), reader: SamplePeople.citizens[3].id, services: nil)
            #expect(try await sample.topics(stranger).isEmpty)
        }
    }

    @Test func `titles are neutral, and the page opens what was served`() async throws {
        try await NoticeSample.onBothEngines { sample in
            let id = try await sample.file("read")
            try await sample.follow()
            let session = try await sample.session(SamplePeople.citizens[1], forEnterprise: true)
            let entry = try #require(
                try await sample.desk.entries(of: session, onlyUnread: true, before: nil, limit: 5).first)
            #expect(entry.title.zh == "收件凭证：食品经营许可（新办、延续）")
            let message = try await sample.desk.message(entry.notice.place, of: session)
            let text = (message.content.paragraphs[.chinese] ?? []).joined()
            #expect(text.contains(SamplePeople.enterprise.name) && text.contains("食品经营许可"))
            #expect(message.notice.caseID == id && message.content.document == 1)
            let rows = try await sample.database.read {
                try $0.query("SELECT detail FROM inbox_message", []).map { try $0.text(0) }
            }
            #expect(rows.allSatisfy { !$0.contains("示例路1号") && !$0.contains("您的“食品") })
            let other = try await sample.session(SamplePeople.citizens[3], forEnterprise: false)
            await #expect(throws: Failure.notFound(NoticeWords.missing)) {
                _ = try await sample.desk.message(entry.notice.place, of: other)
            }
        }
    }

    @Test func `a rebuild makes the same messages, sends none again, and keeps what was read`() async throws {
        try await NoticeSample.onBothEngines { sample in
            try await sample.consent(NoticeSample.agent, [.sms], "agree")
            let id = try await sample.file("again")
            try await sample.act("accept", on: id, by: "wu-jing")
            try await sample.follow()
            let session = try await sample.session(SamplePeople.citizens[1], forEnterprise: true)
            #expect(try await sample.desk.unread(of: session) == 2)
            let newest = try #require(
                try await sample.desk.entries(of: session, onlyUnread: false, before: nil, limit: 1).first)
            try await sample.desk.markRead(newest.notice.place, by: session)
            let queued = try await Self.countOfParcels(sample)
            let report = try await sample.features.rebuild(sample.database).run()
            #expect(report.isClean, "\(report)")
            let tables = report.tables.filter {
                ["inbox_message", "notice_subject", "notice_consent"].contains($0.table)
            }
            #expect(tables.count == 3 && tables.allSatisfy { $0.rowsNow > 0 }, "\(tables)")
            try await sample.follow()
            #expect(try await Self.countOfParcels(sample) == queued)
            #expect(try await sample.desk.unread(of: session) == 1)
        }
    }

    private static func countOfParcels(_ sample: NoticeSample) async throws -> Int {
        try await sample.database.read { try $0.first("SELECT COUNT(*) FROM notice_parcel", [])?.int(0) ?? -1 }
    }

    @Test func `both sides of a delegation are told, also when it ends`() async throws {
        try await NoticeSample.onBothEngines { sample in
            let giver = try await sample.session(SamplePeople.citizens[3], forEnterprise: false)
            let agent = SamplePeople.citizens[2]
            let grant = DelegationDesk.Grant(
                agentName: agent.name, agentIdNumber: agent.idNumber, services: nil,
                until: NoticeSample.now.day.adding(days: 30))
            let id: Delegation.ID = PlatformSample.entropy("d").identifier("delegation", 0, at: NoticeSample.now)
            _ = try await sample.features.accounts.delegations.grant(
                grant, as: id, by: giver, NoticeSample.acting("grant", by: giver.person.id))
            try await sample.features.accounts.delegations.revoke(
                id, by: giver, NoticeSample.acting("revoke", by: giver.person.id))
            try await sample.follow()
            for person in [giver.person.id, agent.id] {
                let inbox = NoticeStore.Inbox(recipient: .person(person), reader: person, services: nil)
                #expect(try await sample.topics(inbox) == [.delegationEnded, .delegationGranted])
            }
        }
    }

    @Test func `pages of an inbox hold every message once`() async throws {
        try await NoticeSample.onBothEngines { sample in
            for number in 0..<7 { _ = try await sample.file("page-\(number)") }
            try await sample.follow()
            let session = try await sample.session(SamplePeople.citizens[1], forEnterprise: true)
            var seen: [String] = []
            var before: InboxMessage.Place?
            repeat {
                let page = try await sample.desk.entries(of: session, onlyUnread: false, before: before, limit: 3)
                seen += page.map(\.notice.place.text)
                before = page.last?.notice.place
            } while before != nil && seen.count < 100
            #expect(seen.count == 7 && Set(seen).count == 7)
            try await sample.desk.markRead(through: .max, by: session)
            #expect(try await sample.desk.unread(of: session) == 0)
            _ = try await sample.file("page-later")
            try await sample.follow()
            #expect(try await sample.desk.unread(of: session) == 1, "what comes later is unread")
        }
    }

    @Test func `an agent reads only messages of services that the delegation covers`() async throws {
        try await NoticeSample.onBothEngines { sample in
            _ = try await sample.file("covered")
            try await sample.follow()
            let enterprise = Subject.enterprise(SamplePeople.enterprise.id)
            for (services, count) in [(["food-business-licence"], 1), (["company-seal"], 0), ([], 0)] {
                let inbox = NoticeStore.Inbox(recipient: enterprise, reader: NoticeSample.agent, services: services)
                #expect(try await sample.topics(inbox).count == count, "\(services)")
            }
        }
    }

    @Test func `a reminder is given once when a warning point of the applicant's clock has come`() async throws {
        try await NoticeSample.onBothEngines { sample in
            let id = try await sample.file("near")
            let told: [String: JSON] = ["missing": ["food-safety-promise"], "not_visible_before": false]
            try await sample.act("tell_deficiency", told, on: id, by: "wu-jing")
            try await sample.follow()
            let deadline = try #require(
                try await sample.database.read {
                    try NoticeStore.deadlines(through: Day(2099, 1, 1), limit: 5, in: $0)
                }.first)
            let entropy = PlatformSample.entropy("remind")
            let early = try await sample.desk.remind(at: NoticeSample.now, entropy: entropy, limit: 10)
            #expect(early == 0)
            let near = Moment(deadline.due, hour: 8)
            #expect(try await sample.desk.remind(at: near, entropy: entropy.part("a", 1), limit: 10) == 1)
            #expect(try await sample.desk.remind(at: near, entropy: entropy.part("a", 2), limit: 10) == 0)
            try await sample.follow()
            #expect(try await sample.topics(sample.enterpriseInbox).first == .deadline)
            #expect(try await sample.features.rebuild(sample.database).run().isClean)
        }
    }
}
