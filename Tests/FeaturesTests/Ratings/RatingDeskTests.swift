import Casework
import Proofs
import Storage
import Testing
import Values

@testable import Features

@Suite struct RatingDeskTests {
    @Test func `a matter is rated when it has ended, once, and then once more`() async throws {
        try await RatingSample.onBothEngines { sample in
            let id = try await sample.filed("once", channel: "online")
            let early = try await sample.opened(id)
            #expect(early.state(on: sample.now.day) == .tooEarly)
            await #expect(throws: Failure.conflict(.notHere, sentence: RatingWords.tooEarly, citation: nil)) {
                _ = try await sample.desk.give(RatingContent(grade: .good), of: early, by: nil, sample.acting("early"))
            }
            let act = Act(action: "withdraw", said: [:], brings: [], seen: [:])
            _ = try await sample.cases.run(
                .act(act), on: id, by: sample.platform.agent("withdraw", at: sample.now))
            try await sample.follow()
            let rating = try await sample.rated(id, RatingContent(grade: .good), key: "first")
            let again = try await sample.desk.give(
                RatingContent(grade: .good), of: early, by: nil, sample.acting("first"))
            #expect(again.isRepeated, "the same key is the same rating")
            await #expect(throws: Failure.conflict(.closed, sentence: RatingWords.ratedAlready, citation: nil)) {
                _ = try await sample.desk.give(RatingContent(grade: .bad), of: early, by: nil, sample.acting("other"))
            }
            _ = try await sample.desk.followUp(
                RatingContent(grade: .veryGood), of: early, in: nil, by: nil, sample.acting("further"))
            await #expect(throws: Failure.conflict(.closed, sentence: RatingWords.nothingFurther, citation: nil)) {
                _ = try await sample.desk.followUp(
                    RatingContent(grade: .bad), of: early, in: nil, by: nil, sample.acting("third"))
            }
            try await sample.follow()
            let row = try await sample.platform.database.read { try RatingStore.row(rating, in: $0) }
            #expect(row?.first == .good && row?.grade == .veryGood && row?.caseID == id)
            let figures = try await sample.figures()
            #expect(figures.handled == 1 && figures.rated == 1 && figures.rated(.veryGood) == 1)
            #expect(figures.rated(.good) == 0 && figures.bad == 0)
            #expect(try await sample.figures(region: "yuzhong") == figures)
            let one = RatingScope.allSamples
            let found = try await sample.platform.database.read { connection in
                try one.map { try RatingStore.rows($0, before: nil, limit: 5, in: connection).map(\.id) }
            }
            #expect(found == [[rating], [rating], [rating], [rating], []])
        }
    }

    @Test func `who is served at a window rates the visit and the matter, online the matter only`() async throws {
        try await RatingSample.onSQLite { sample in
            let window = try await sample.filed("window", channel: "window")
            let online = try await sample.filed("online", channel: "online")
            #expect(
                try await sample.desk.opened(case: window, on: sample.now.day).map(\.service.occasion) == [
                    .filing, .outcome,
                ])
            #expect(
                try await sample.desk.opened(case: online, on: sample.now.day).map(\.service.occasion) == [.outcome])
            let visit = try await sample.opened(window, .filing)
            #expect(visit.state(on: sample.now.day) == .open(until: sample.now.day.adding(days: 90)))
            sample.staff.clock.set(Moment(2026, 6, 1, hour: 9))
            #expect(try await sample.opened(window, .filing).state(on: sample.now.day) == .over)
            await #expect(throws: Failure.conflict(.closed, sentence: RatingWords.over, citation: nil)) {
                _ = try await sample.desk.give(RatingContent(grade: .bad), of: visit, by: nil, sample.acting("late"))
            }
        }
    }

    @Test func `a code opens its own service event; one that is none opens nothing`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.ended("codes", channel: "online")
            let other = try await sample.ended("codes-2", channel: "online")
            let code = sample.desk.codes.code(of: .outcome, in: id)
            #expect(code != sample.desk.codes.code(of: .outcome, in: other))
            #expect(code != sample.desk.codes.code(of: .filing, in: id))
            #expect(code.count == 16 && RatingCode.printed(code).count == 19)
            let typed = " " + RatingCode.printed(code).lowercased().replacing("0", with: "o") + " "
            #expect(try await sample.desk.opened(code: typed, on: sample.now.day).service.caseID == id)
            let wrong = [
                "", "x", String(code.dropLast()), code + "0", String(repeating: "0", count: 16), id,
                String(repeating: "长", count: 5000), "<script>alert(1)</script>",
                code.replacing(code.prefix(1), with: "U"),
            ]
            for text in wrong where RatingCode.reading(text) != code {
                await #expect(throws: RatingDesk.missing, "\(text.prefix(40))") {
                    _ = try await sample.desk.opened(code: text, on: sample.now.day)
                }
            }
            #expect(
                try await sample.platform.database.read {
                    try $0.query("SELECT 1 FROM rated_service WHERE code_mark = $1", [.text(code)])
                }.isEmpty, "the tables hold no code that could be used")
        }
    }

    @Test func `everything wrong is told at once, and nothing is recorded`() async throws {
        try await RatingSample.onSQLite { sample in
            let id = try await sample.ended("wrong", channel: "online")
            var content = RatingContent(grade: nil)
            content.words = String(repeating: "长", count: 5000)
            content.aspects = ["speed", "beauty"]
            content.isNamed = true
            content.phone = "12"
            let opened = try await sample.opened(id)
            do {
                _ = try await sample.desk.give(content, of: opened, by: nil, sample.acting("wrong"))
                Issue.record("it was taken")
            } catch Failure.problems(let problems) {
                #expect(problems.map(\.place) == ["grade", "aspects", "words", "name", "phone"])
            }
            #expect(try await sample.opened(id).rating == nil)
        }
    }

    @Test func `who rates without a name stands in no record, and neither does the case`() async throws {
        try await RatingSample.onBothEngines { sample in
            let id = try await sample.ended("nameless", channel: "online")
            let person = SamplePeople.enterprise.representative.text
            let opened = try await sample.opened(id)
            _ = try await sample.desk.give(
                RatingSample.bad(named: false), of: opened, by: SamplePeople.enterprise.representative,
                sample.acting("nameless"))
            try await sample.follow()
            let correction = CorrectionFollower.caseID(of: opened.service.rating)
            let records = try await sample.platform.database.read { connection in
                try [opened.service.rating, correction].flatMap {
                    try EventStore.events(of: $0, after: 0, in: connection).map(\.record)
                }
            }
            #expect(records.count > 3)
            for record in records {
                #expect(!record.contains(id) && !record.contains(person) && !record.contains("等了很久"), "\(record)")
                #expect(!record.contains(SamplePeople.enterprise.id.text))
            }
            let file = try await sample.cases.open(correction).file
            #expect(file.header.applicant == RatingEvents.rater && file.answers["rated_case"] == nil)
            #expect(file.answers["rated_words"]?.value?.text?.contains("等了很久") == true)
        }
    }

    @Test func `what follows from ratings is the same when it is made anew`() async throws {
        try await RatingSample.onBothEngines { sample in
            let id = try await sample.ended("anew", channel: "window")
            _ = try await sample.rated(id, RatingSample.bad(named: true), key: "anew")
            let other = try await sample.ended("anew-2", channel: "online")
            _ = try await sample.rated(other, RatingContent(grade: .good), key: "anew-2")
            try await sample.platform.features.catalogue.desk.compileAll()
            let report = try await sample.platform.features.rebuild(sample.platform.database).run()
            #expect(report.unreadable.isEmpty)
            for table in report.tables { #expect(table.onlyBefore.isEmpty && table.onlyNow.isEmpty, "\(table)") }
            #expect(Set(report.tables.map(\.table)).isSuperset(of: ["rating", "rated_service", "rating_sum"]))
        }
    }
}

extension RatingScope {
    /// Those that hold the sample's ratings, and one that holds none.
    static let allSamples: [RatingScope] = [
        .city, .region("yuzhong"), .unit("yuzhong-market"), .service("food-business-licence"), .unit("nothing"),
    ]
}
