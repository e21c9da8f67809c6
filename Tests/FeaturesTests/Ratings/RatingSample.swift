import Casework
import Proofs
import Storage
import Testing
import Values

@testable import Features

/// Licences that were filed and ended, and what people say of them.
struct RatingSample {
    let staff: StaffSample

    var platform: PlatformSample { staff.platform }
    var desk: RatingDesk { platform.features.ratings.desk }
    var cases: CaseDesk { platform.features.cases.desk }
    var now: Moment { staff.clock.now }

    static func onBothEngines(_ body: (RatingSample) async throws -> Void) async throws {
        try await StaffSample.onBothEngines { try await body(RatingSample(staff: $0)) }
    }

    static func onSQLite(_ body: (RatingSample) async throws -> Void) async throws {
        try await StaffSample.onSQLite { try await body(RatingSample(staff: $0)) }
    }

    /// Lets every event be placed and every follower see it.
    func follow() async throws {
        let features = platform.features
        for _ in 0..<4 {
            while try await features.events.place(limit: 500) > 0 {}
            while try await features.follow(limit: 200) > 0 {}
        }
    }

    /// A licence filed by a channel; gives the case's id.
    func filed(_ label: String, channel: String) async throws -> String {
        let new = platform.newLicence(label, at: now)
        let person = SamplePeople.enterprise.representative
        let acting = Acting(
            actor: .person(person.text), actingFor: .enterprise(SamplePeople.enterprise.id.text), person: person.text,
            roles: [], units: [], region: nil, regionAncestors: [], delegations: ["*"], isParty: true)
        let sender = CaseDesk.Sender(
            acting: { _ in acting }, channel: channel, key: nil, moment: now,
            entropy: PlatformSample.entropy("file-" + label))
        _ = try await cases.file(new, by: sender)
        try await follow()
        return new.id.text
    }

    /// A licence that was filed online and withdrawn, so that it has ended.
    func ended(_ label: String, channel: String) async throws -> String {
        let id = try await filed(label, channel: channel)
        let act = Act(action: "withdraw", said: [:], brings: [], seen: [:])
        _ = try await cases.run(.act(act), on: id, by: platform.agent("end-" + label, at: now))
        try await follow()
        return id
    }

    func opened(_ caseID: String, _ occasion: RatingOccasion = .outcome) async throws -> RatingDesk.Opened {
        let code = desk.codes.code(of: occasion, in: caseID)
        return try await desk.opened(code: code, on: now.day)
    }

    func acting(_ key: String) -> AccountActing {
        AccountActing(
            actor: RatingEvents.rater, moment: now, entropy: PlatformSample.entropy("rate-" + key),
            key: CommandKey(
                actor: RatingEvents.rater, verb: "ratings/give", clientKey: key, request: Array(key.utf8)))
    }

    /// Gives a rating and lets the followers see it; gives the rating's id.
    func rated(_ caseID: String, _ content: RatingContent, key: String) async throws -> String {
        let opened = try await opened(caseID)
        _ = try await desk.give(content, of: opened, by: nil, acting(key))
        try await follow()
        return opened.service.rating
    }

    static func bad(named: Bool) -> RatingContent {
        var content = RatingContent(grade: .bad)
        content.words = "等了很久，电话 13800138000 没人接"
        content.aspects = ["speed"]
        content.isNamed = named
        if named {
            content.name = "张女士"
            content.phone = "19900000001"
        }
        return content
    }

    func correction(of rating: String) async throws -> RatingCorrection? {
        try await platform.database.read { try CorrectionStore.correction(of: rating, in: $0) }
    }

    /// Finishes a task of a correction from the post of a sample officer.
    func finish(_ caseID: String, _ task: String, _ result: String, _ said: [String: JSON], by officer: String)
        async throws
    {
        let command = Finish(task: task, number: nil, result: result, said: said, brings: [], seen: [:])
        let key = "\(caseID)-\(task)-\(result)"
        _ = try await cases.run(.finish(command), on: caseID, by: try platform.officer(officer, key, at: now))
        try await follow()
    }

    func figures(region: String? = nil) async throws -> RatingFigures {
        try await platform.database.read {
            try RatingSumStore.sums(of: .all, value: "", region: region, months: 202601...202612, in: $0)
        }[""] ?? RatingFigures()
    }
}
