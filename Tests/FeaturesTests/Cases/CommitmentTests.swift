import Casework
import Definitions
import Proofs
import Testing
import Values

@testable import Features

/// A promise instead of a proof, from the text that is shown to the revocation and what it means for later filings.
@Suite struct CommitmentTests {
    private static let uploads = ["staff-list", "equipment-list", "management-system"]

    /// The qualification of a testing body for the sample enterprise.
    private func request(
        _ label: String, track: String, signed: [String: String], at moment: Moment
    ) -> FilingRequest {
        let enterprise = SamplePeople.enterprise
        var content = Draft.Content(
            answers: [
                "renewal": false, "testing_field": "vehicle", "premises.address": "重庆市渝中区示例路1号",
                "inspection.scope": "机动车排放检验", "technical_staff": 12, "technical_head": "示例技术负责人",
            ], promised: track == "commitment" ? ["ability-promise"] : [], deferred: [], track: track, present: [:])
        content.signed = signed
        return FilingRequest(
            id: PlatformSample.entropy(label).identifier("case", 0, at: moment),
            service: "inspection-body-qualification", region: SamplePeople.region,
            applicant: .enterprise(enterprise.id), agent: enterprise.representative, delegation: nil,
            content: content,
            identity: ["enterprise.uscc": .text(enterprise.code), "enterprise.name": .text(enterprise.name)],
            uploads: [], draftKey: nil)
    }

    private func told(_ new: FilingRequest, on platform: PlatformSample, at moment: Moment) async throws
        -> ToldCommitment
    {
        let desk = platform.features.cases.desk
        let definition = try await desk.parts.catalogue.definition(
            of: new.service, region: new.region, on: moment.day)
        let found = await desk.find(new, for: definition, at: moment)
        return try #require(try desk.told(new, found, by: definition, at: moment)["ability-promise"])
    }

    private func places(_ body: () async throws -> Void) async throws -> [String] {
        do {
            try await body()
            return []
        } catch Failure.problems(let problems) {
            return problems.map(\.place)
        }
    }

    /// Files on a promise, and brings it to the check; gives the id of the case.
    private func granted(_ platform: PlatformSample) async throws -> String {
        let desk = platform.features.cases.desk
        let start = PlatformSample.now
        let blank = request("first", track: "commitment", signed: [:], at: start)
        let text = try await told(blank, on: platform, at: start)
        let new = request("first", track: "commitment", signed: ["ability-promise": text.hash], at: start)
        let id = new.id.text
        _ = try await desk.file(new, by: platform.agent("file", at: start))
        let opened = try await desk.open(id)
        let document = try #require(opened.file.documents.first)
        #expect(document.template == "commitment-licence" && document.hash == text.hash)
        #expect(document.fields["zh-Hans"]?.text == text.texts[.chinese])
        #expect(opened.file.evidence["ability-promise"]?.reference == text.hash)
        let platformSender = CaseDesk.Sender(
            acting: { _ in .platform }, channel: nil, key: nil, moment: start.adding(hours: 1),
            entropy: PlatformSample.entropy("papers"))
        let papers = Self.uploads.map {
            EvidenceAnswer(need: $0, source: .upload, grade: "C", reference: nil, files: [], expires: nil)
        }
        _ = try await desk.run(.addEvidence(papers), on: id, by: platformSender)
        try await act("accept", [:], "jin-hua", platform, id, at: start.adding(hours: 2))
        try await finish("approve", "grant", [:], "hou-bin", platform, id, at: start.adding(hours: 3))
        try await finish("deliver", "delivered", ["way": "电子证照"], "jin-hua", platform, id, at: start.adding(hours: 4))
        let after = try await desk.open(id).file
        #expect(after.stage == "afterwards" && after.outcome == "granted")
        #expect(after.openTasks.map(\.task) == ["check_promise"])
        return id
    }

    private func act(
        _ action: String, _ said: [String: JSON], _ key: String, _ platform: PlatformSample, _ id: String,
        at moment: Moment
    ) async throws {
        _ = try await platform.features.cases.desk.run(
            .act(Act(action: action, said: said, brings: [], seen: [:])), on: id,
            by: try platform.officer(key, "\(action)-\(moment)", at: moment))
    }

    private func finish(
        _ task: String, _ result: String, _ said: [String: JSON], _ key: String, _ platform: PlatformSample,
        _ id: String, at moment: Moment
    ) async throws {
        _ = try await platform.features.cases.desk.run(
            .finish(Finish(task: task, number: nil, result: result, said: said, brings: [], seen: [:])), on: id,
            by: try platform.officer(key, "\(task)-\(result)-\(moment)", at: moment))
    }

    @Test func `nobody promises a text that was not shown, or another one`() async throws {
        try await PlatformSample.onSQLite { platform in
            let desk = platform.features.cases.desk
            let now = PlatformSample.now
            let blind = try await places {
                let new = request("blind", track: "commitment", signed: [:], at: now)
                _ = try await desk.file(new, by: platform.agent("blind", at: now))
            }
            #expect(blind == ["ability-promise"])
            let other = Hexadecimal.text(SM3.hash(Array("another text".utf8)))
            let wrong = try await places {
                let new = request("wrong", track: "commitment", signed: ["ability-promise": other], at: now)
                _ = try await desk.file(new, by: platform.agent("wrong", at: now))
            }
            #expect(wrong == ["ability-promise"])
            let text = try await told(request("x", track: "commitment", signed: [:], at: now), on: platform, at: now)
            let chinese = try #require(text.texts[.chinese])
            #expect(chinese.contains("一、告知") && chinese.contains("二、承诺"))
            #expect(chinese.contains("检验检测机构资质认定管理办法") && chinese.contains(SamplePeople.enterprise.name))
            #expect(text.hash == Hexadecimal.text(SM3.hash(Array(chinese.utf8))))
        }
    }

    @Test func `a broken promise ends the certificate and bars the next one; the ordinary way stays open`() async throws
    {
        try await PlatformSample.onBothEngines { platform in
            let desk = platform.features.cases.desk
            let id = try await granted(platform)
            let checked = Moment(2026, 3, 16, hour: 10)
            try await finish(
                "check_promise", "found_false", ["reason": "设备未检定", "articles": ["《行政许可法》第三十八条第二款"]], "meng-jia",
                platform, id,
                at: checked)
            #expect(try await desk.open(id).file.documents.map(\.template).contains("revocation-informing"))
            let early = Moment(2026, 3, 20, hour: 10)
            await #expect(throws: Failure.self) {
                try await finish(
                    "decide_revocation", "revoke", ["reason": "承诺不实", "articles": ["《行政许可法》第三十八条第二款"]], "hou-bin",
                    platform, id,
                    at: early)
            }
            let late = Moment(2026, 3, 24, hour: 10)
            try await finish(
                "decide_revocation", "revoke", ["reason": "承诺不实", "articles": ["《行政许可法》第三十八条第二款"]], "hou-bin", platform,
                id, at: late)
            let file = try await desk.open(id).file
            #expect(file.outcome == "revoked" && file.isClosed)
            #expect(try await desk.parts.certificates.issued(by: id).map(\.state) == [.revoked])
            let counts = try await desk.parts.database.read { connection in
                try [DutyView.promisesBroken, .checksDone, .promisesOpen].map {
                    try DutyStore.count($0, region: nil, today: late.day, in: connection)
                }
            }
            #expect(counts == [1, 1, 0])
            let text = try await told(request("y", track: "commitment", signed: [:], at: late), on: platform, at: late)
            let barred = try await places {
                let new = request(
                    "again", track: "commitment", signed: ["ability-promise": text.hash], at: late)
                _ = try await desk.file(new, by: platform.agent("again", at: late))
            }
            #expect(barred == ["track"])
            let ordinary = request("ordinary", track: "ordinary", signed: [:], at: late)
            _ = try await desk.file(ordinary, by: platform.agent("ordinary", at: late))
            #expect(try await desk.open(ordinary.id.text).file.answers["credit.promise_broken"]?.value == true)
            try await platform.features.catalogue.desk.compileAll()
            let report = try await platform.features.rebuild(platform.database).run()
            #expect(report.isClean, "\(report)")
        }
    }
}
