import Storage
import TestSupport
import Testing
import Values

@testable import Features

/// What leaves the portal: only to whom agreed, at least once, and nothing twice.
@Suite struct ParcelDeskTests {
    @Test func `nothing leaves without consent, and consent is an event that can be taken back`() async throws {
        try await NoticeSample.onBothEngines { sample in
            _ = try await sample.file("silent")
            try await sample.follow()
            #expect(try await sample.desk.send(at: NoticeSample.now, limit: 10) == 0)
            try await sample.consent(NoticeSample.agent, [.sms], "agree")
            _ = try await sample.file("told")
            try await sample.follow()
            #expect(try await sample.desk.send(at: NoticeSample.now, limit: 10) == 1)
            _ = try await sample.file("withdrawn-before-sending")
            try await sample.follow()
            try await sample.consent(NoticeSample.agent, [], "no more")
            #expect(try await sample.desk.send(at: NoticeSample.now, limit: 10) == 1)
            let letters = try await sample.features.notices.outbox.letters(before: nil, limit: 10)
            #expect(letters.count == 1)
            let kinds = try await sample.features.events.stream(NoticeEvents.consents(of: NoticeSample.agent)).events
            #expect(kinds.map(\.body.kind) == ["notice-consent-given", "notice-consent-withdrawn"])
        }
    }

    @Test func `the stand-in shows a neutral text and a masked address, and keeps both sealed`() async throws {
        try await NoticeSample.onBothEngines { sample in
            try await sample.consent(NoticeSample.agent, [.sms], "agree")
            _ = try await sample.file("text")
            try await sample.follow()
            try await sample.desk.send(at: NoticeSample.now, limit: 10)
            let letter = try #require(try await sample.features.notices.outbox.letters(before: nil, limit: 10).first)
            #expect(letter.address == "199****0002")
            let text = try #require(letter.text)
            #expect(text.hasPrefix("【通办示例】收件凭证：食品经营许可"))
            #expect(!text.contains("小满") && !text.contains("王芳"))
            let sealed = try await sample.database.read {
                try $0.query("SELECT sealed FROM stand_in_letter", []).map { try $0.blob(0) }
            }
            #expect(sealed.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("19900000002") })
            try await sample.features.accounts.desk.erase(NoticeSample.agent, at: NoticeSample.now)
            let after = try #require(try await sample.features.notices.outbox.letters(before: nil, limit: 10).first)
            #expect(after.address == nil && after.text == nil)
        }
    }

    @Test func `a provider that fails is asked again later with the same key, and takes nothing twice`() async throws {
        try await NoticeSample.onBothEngines { sample in
            try await sample.consent(NoticeSample.agent, [.sms], "agree")
            _ = try await sample.file("retried")
            try await sample.follow()
            let provider = FailingProvider(failures: 3)
            let parcels = ParcelDesk(
                database: sample.database, accounts: sample.features.accounts.desk,
                channels: [provider.channel(.sms)], texts: sample.desk.texts)
            var moment = NoticeSample.now
            #expect(try await parcels.send(at: moment, limit: 10) == 1)
            #expect(try await parcels.send(at: moment, limit: 10) == 0, "not before the pause is over")
            for pause in Parcel.pausesInMinutes.prefix(3) {
                moment = moment.adding(milliseconds: Int64(pause) * 60_000)
                #expect(try await parcels.send(at: moment, limit: 10) == 1)
            }
            #expect(provider.asked == 4 && provider.taken.count == 1)
            #expect(try await parcels.send(at: moment.adding(hours: 100), limit: 10) == 0)
            let parcel = try await sample.database.read { try ParcelStore.parcel(provider.taken[0], in: $0) }
            #expect(parcel?.state == .sent && parcel?.tries == 4)
        }
    }

    @Test func `after six tries a parcel is given up`() async throws {
        try await NoticeSample.onBothEngines { sample in
            try await sample.consent(NoticeSample.agent, [.sms], "agree")
            _ = try await sample.file("given-up")
            try await sample.follow()
            let provider = FailingProvider(failures: 99)
            let parcels = ParcelDesk(
                database: sample.database, accounts: sample.features.accounts.desk,
                channels: [provider.channel(.sms)], texts: sample.desk.texts)
            var tries = 0
            for round in 0..<10 {
                tries += try await parcels.send(at: NoticeSample.now.adding(hours: 24 * round), limit: 10)
            }
            #expect(tries == 6 && provider.asked == 6)
        }
    }

    @Test func `two nodes that send at once hand over one letter`() async throws {
        try await NoticeSample.onBothEngines { sample in
            try await sample.consent(NoticeSample.agent, [.sms], "agree")
            for number in 0..<5 { _ = try await sample.file("both-\(number)") }
            try await sample.follow()
            async let one = sample.desk.send(at: NoticeSample.now, limit: 10)
            async let two = sample.desk.send(at: NoticeSample.now, limit: 10)
            #expect(try await one + two == 5)
            #expect(try await sample.features.notices.outbox.letters(before: nil, limit: 20).count == 5)
        }
    }

    @Test func `the outbox is read page by page`() async throws {
        try await NoticeSample.onBothEngines { sample in
            try await sample.consent(NoticeSample.agent, [.sms], "agree")
            for number in 0..<5 { _ = try await sample.file("outbox-\(number)") }
            try await sample.follow()
            try await sample.desk.send(at: NoticeSample.now, limit: 10)
            let outbox = sample.features.notices.outbox
            var seen: [String] = []
            var before: ParcelStore.Cursor?
            repeat {
                let page = try await outbox.letters(before: before, limit: 2)
                seen += page.map(\.cursor.key)
                before = page.last.flatMap { ParcelStore.Cursor($0.cursor.text) }
            } while before != nil && seen.count < 50
            #expect(seen.count == 5 && Set(seen).count == 5)
        }
    }

    @Test func `there is no short message without a mobile number, and no mail without an address`() async throws {
        try await NoticeSample.onBothEngines { sample in
            let person = SamplePeople.citizens[0].id
            await #expect(throws: Failure.problems([NoticeWords.noAddress(.mail)])) {
                try await sample.consent(person, [.mail], "mail")
            }
            try await sample.features.accounts.desk.keep(
                AccountDesk.TypedContact(
                    phone: "", mail: "li.ming@Example.CN", dropped: [.phone]), of: person,
                by: NoticeSample.acting("contact", by: person))
            await #expect(throws: Failure.problems([NoticeWords.noAddress(.sms)])) {
                try await sample.consent(person, [.sms], "sms")
            }
            try await sample.consent(person, [.mail], "mail again")
            #expect(try await sample.features.notices.consents.ways(of: person) == [.mail])
        }
    }
}
