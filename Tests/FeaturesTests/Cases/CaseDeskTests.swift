import Casework
import Proofs
import Storage
import Testing
import Values

@testable import Features

@Suite struct CaseDeskTests {
    @Test func `a licence goes from its filing to its certificate on both engines`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let desk = platform.features.cases.desk
            let new = platform.newLicence("road")
            let id = new.id.text
            let filed = try await desk.file(new, by: platform.agent("file", at: PlatformSample.now))
            #expect(filed.result["stage"] == "filed")
            try await accept(id, platform)
            try await review(id, platform)
            let decided = try await approve(id, platform)
            #expect(decided.result["outcome"] == "granted")
            let file = try await desk.open(id).file
            #expect(file.stage == "delivery")
            #expect(file.number.flatMap { CaseNumber($0) } != nil)
            #expect(file.documents.map(\.template).contains("grant"))
            let issued = try await platform.features.certificates.desk.issued(by: id)
            #expect(issued.map(\.kind) == ["food-business-licence"])
            #expect(issued.first?.isValid(on: Day(2026, 3, 5)) == true)
            #expect(issued.first.map { CertificateNumber.isValid($0.number) } == true)
        }
    }

    @Test func `what follows from the log is the same when it is made anew`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let desk = platform.features.cases.desk
            let new = platform.newLicence("rebuild")
            _ = try await desk.file(new, by: platform.agent("file", at: PlatformSample.now))
            try await accept(new.id.text, platform)
            try await review(new.id.text, platform)
            _ = try await approve(new.id.text, platform)
            try await platform.features.catalogue.desk.compileAll()
            let report = try await platform.features.rebuild(platform.database).run()
            #expect(report.unreadable.isEmpty)
            for table in report.tables {
                #expect(table.onlyBefore.isEmpty && table.onlyNow.isEmpty, "\(table)")
            }
            #expect(report.streams > 50)
            let audit = try await LogAudit(database: platform.database, reader: platform.features.reader).run(
                against: [])
            #expect(audit.faults.isEmpty)
        }
    }

    @Test func `filing twice under one key files once`() async throws {
        try await PlatformSample.onSQLite { platform in
            let desk = platform.features.cases.desk
            let new = platform.newLicence("twice")
            let first = try await desk.file(new, by: platform.agent("once", at: PlatformSample.now))
            let second = try await desk.file(new, by: platform.agent("once", at: PlatformSample.now))
            #expect(second.isRepeated && second.result == first.result)
            #expect(second.receipts == first.receipts)
        }
    }

    @Test func `whoever reviewed does not approve`() async throws {
        try await PlatformSample.onSQLite { platform in
            let desk = platform.features.cases.desk
            let new = platform.newLicence("four-eyes")
            _ = try await desk.file(new, by: platform.agent("file", at: PlatformSample.now))
            try await accept(new.id.text, platform)
            try await review(new.id.text, platform)
            await #expect(throws: Failure.self) {
                _ = try await desk.run(
                    finish("approve", "grant"), on: new.id.text,
                    by: platform.officer("zheng-qiang", "approve-own", at: PlatformSample.now))
            }
            #expect(try await desk.open(new.id.text).file.stage == "decision")
        }
    }

    @Test func `silence past five workdays accepts, as the leader finds it`() async throws {
        try await PlatformSample.onSQLite { platform in
            let desk = platform.features.cases.desk
            let new = platform.newLicence("silence")
            _ = try await desk.file(new, by: platform.agent("file", at: PlatformSample.now))
            #expect(try await desk.due(by: PlatformSample.now, limit: 10).isEmpty)
            let later = Moment(2026, 3, 10, hour: 8)
            #expect(try await desk.due(by: later, limit: 10) == [new.id.text])
            #expect(try await desk.openNow(new.id.text, at: later).file.stage == "review")
            #expect(try await desk.open(new.id.text).file.stage == "filed")
            try await desk.pass(new.id.text, at: later, entropy: PlatformSample.entropy("pass"))
            let file = try await desk.open(new.id.text).file
            #expect(file.stage == "review")
            #expect(file.happened["accepted"]?.on.day == PlatformSample.now.day)
        }
    }

    @Test func `the level of a service says which region decides; an ended one decides nothing`() async throws {
        try await PlatformSample.onSQLite { platform in
            let desk = platform.features.cases.desk
            let day = PlatformSample.now.day
            let definition = try await platform.features.catalogue.desk.definition(
                of: "food-business-licence", region: "wanzhou", on: day)
            var service = definition.service
            for district in platform.features.territory.desk.current.regions(below: "chongqing", on: day) {
                #expect(try desk.leadUnit(of: service, in: district.id, on: day).id == district.id + "-market")
            }
            #expect(try desk.leadUnit(of: service, in: "jiefangbei", on: day).id == "yuzhong-market")
            #expect(try desk.leadUnit(of: service, in: "chongqing", on: day).id == "chongqing-market")
            #expect(throws: Failure.self) { try desk.leadUnit(of: service, in: "jiangbei", on: day) }
            service.level = "city"
            #expect(try desk.leadUnit(of: service, in: "jiefangbei", on: day).id == "chongqing-market")
            service.level = "township"
            service.authority = "街道办事处"
            #expect(try desk.leadUnit(of: service, in: "jiefangbei", on: day).id == "jiefangbei-office")
            #expect(throws: Failure.self) { try desk.leadUnit(of: service, in: "wanzhou", on: day) }
        }
    }

    @Test func `a service of the city is filed from a district, decided by the city, and numbered there`() async throws
    {
        try await PlatformSample.onSQLite { platform in
            let (features, founder) = (platform.features, SamplePeople.citizens[0])
            let new = FilingRequest(
                id: PlatformSample.entropy("city").identifier("case", 0, at: PlatformSample.now),
                service: "law-firm-name", region: "wanzhou", applicant: .person(founder.id), agent: nil,
                delegation: nil,
                content: Draft.Content(
                    answers: [
                        "firm_form": "individual", "law_firm.name": "重庆山城示例律师事务所", "name_taken": false,
                        "alternative_words": ["同舟", "知行", "明远", "正言"], "person.phone": "19900000001",
                    ], promised: [], deferred: [], track: "ordinary", present: [:]),
                identity: ["person.id_number": .text(founder.idNumber), "person.name": .text(founder.name)],
                uploads: [], draftKey: nil)
            _ = try await features.cases.desk.file(
                new, by: platform.citizen(founder, "city-file", at: PlatformSample.now))
            let header = try await features.cases.desk.open(new.id.text).file.header
            #expect(header.region == "chongqing")
            #expect(header.unit == "chongqing-justice")
            _ = try await features.cases.desk.run(
                .act(Act(action: "accept", said: [:], brings: [], seen: [:])), on: new.id.text,
                by: platform.officer("lei-ming", "city-accept", at: PlatformSample.now.adding(hours: 1)))
            let file = try await features.cases.desk.open(new.id.text).file
            #expect(file.tasks.contains { $0.unit == "chongqing-justice-lawyers" && $0.task == "search" })
        }
    }

    private func accept(_ id: String, _ platform: PlatformSample) async throws {
        _ = try await platform.features.cases.desk.run(
            .act(Act(action: "accept", said: [:], brings: [], seen: [:])), on: id,
            by: platform.officer("wu-jing", "accept", at: PlatformSample.now.adding(hours: 1)))
    }

    private func review(_ id: String, _ platform: PlatformSample) async throws {
        _ = try await platform.features.cases.desk.run(
            finish("review", "meets"), on: id,
            by: platform.officer("zheng-qiang", "review", at: PlatformSample.now.adding(hours: 2)))
    }

    private func approve(_ id: String, _ platform: PlatformSample) async throws -> Done {
        try await platform.features.cases.desk.run(
            finish("approve", "grant"), on: id,
            by: platform.officer("he-wei", "approve", at: PlatformSample.now.adding(hours: 3)))
    }

    private func finish(_ task: String, _ result: String) -> Command {
        .finish(Finish(task: task, number: nil, result: result, said: [:], brings: [], seen: [:]))
    }
}
