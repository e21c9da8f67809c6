import Casework
import Proofs
import Storage
import Testing
import Values

@testable import Features

@Suite struct BundleDeskTests {
    private let now = PlatformSample.now

    @Test func `seven members go from one filing to one result on both engines`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let id = try await platform.filedFirm("road")
            let filed = try await platform.desk.open(id).file
            #expect(filed.stage == "running")
            #expect(filed.children.count == 7)
            // The name is settled by rule inside the same write, so the registration has begun as well.
            #expect(filed.children.first { $0.key == "name" }?.outcome == "granted")
            #expect(filed.children.filter { $0.state == .opened }.map(\.key) == ["registration"])
            let registration = try await platform.member("registration", of: id)
            let opened = try await platform.desk.open(registration)
            #expect(opened.file.header.parent == CaseHeader.Parent(caseID: id, child: "registration"))
            #expect(opened.file.header.channel == "online")
            #expect(opened.file.evidence["business-name"]?.source == .earlierCase)
            #expect(opened.file.answers["person.name"]?.source == "人口基础库")
            #expect(opened.file.answers["enterprise.bank"] == nil)

            try await platform.accept(registration, at: now.adding(hours: 1))
            try await platform.settle(registration, "grant_on_promise", at: now.adding(hours: 2))
            let settled = try await platform.desk.open(id).file
            #expect(settled.stage == "handing")
            #expect(settled.children.allSatisfy { $0.outcome == "granted" })
            let seal = try await platform.desk.open(try await platform.member("seal", of: id)).file
            #expect(seal.isClosed && seal.evidence["business-licence"]?.reference == registration)
            let done = try await platform.handOver(id, "handed_over", at: now.adding(hours: 3))
            #expect(done.result["outcome"] == "granted")
            let numbers = try await platform.numbers(of: id)
            #expect(Set(numbers).count == 8)
            try await platform.expectSameAfterRebuild()
        }
    }

    @Test func `everything is filed in one write, and sent again it is there once`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let new = try await platform.newFirm("once")
            let sender = platform.citizen(PlatformSample.founder, "once", at: now)
            let first = try await platform.desk.file(new, by: sender)
            let streams = try await platform.streams()
            let second = try await platform.desk.file(new, by: sender)
            #expect(second.isRepeated && second.result == first.result && second.receipts == first.receipts)
            #expect(try await platform.streams() == streams)
            // The bundle, the name and the registration.
            #expect(Set(first.receipts.map(\.stream)).count == 3)
        }
    }

    @Test func `a refusal leaves out what comes after it, and the bundle is granted in part`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let id = try await platform.filedFirm("refused", answers: ["company_kind": "forbidden"])
            let registration = try await platform.member("registration", of: id)
            try await platform.accept(registration, at: now.adding(hours: 1))
            try await platform.settle(registration, "refuse", at: now.adding(hours: 2))
            let file = try await platform.desk.open(id).file
            #expect(file.stage == "handing")
            #expect(file.children.filter { $0.state == .leftOut }.count == 5)
            _ = try await platform.handOver(id, "handed_over_in_part", at: now.adding(hours: 3))
            #expect(try await platform.desk.open(id).file.outcome == "granted_in_part")
            try await platform.expectSameAfterRebuild()
        }
    }

    @Test func `whoever withdraws the bundle takes its open members along`() async throws {
        try await PlatformSample.onBothEngines { platform in
            let id = try await platform.filedFirm("withdrawn")
            let registration = try await platform.member("registration", of: id)
            _ = try await platform.desk.run(
                .act(Act(action: "withdraw", said: [:], brings: [], seen: [:])), on: id,
                by: platform.citizen(PlatformSample.founder, "withdraw", at: now.adding(hours: 1)))
            let (bundle, member) = (
                try await platform.desk.open(id).file, try await platform.desk.open(registration).file
            )
            #expect(bundle.outcome == "withdrawn" && member.outcome == "withdrawn" && member.isClosed)
            await #expect(throws: Failure.self) {
                try await platform.accept(registration, at: now.adding(hours: 2))
            }
            try await platform.expectSameAfterRebuild()
        }
    }

    @Test func `a member that time ends is told to the bundle as of its legal instant`() async throws {
        try await PlatformSample.onBothEngines { platform in
            // A dwelling: the consent of the neighbours is missing, so the bundle waits and never fans out by itself.
            let id = try await platform.filedFirm("dwelling", answers: ["residential": true])
            #expect(try await platform.desk.open(id).file.stage == "filed")
            let consent = EvidenceAnswer(
                need: "neighbours-consent", source: .upload, grade: "C", reference: nil, files: ["sample"], expires: nil
            )
            _ = try await platform.desk.run(
                .act(Act(action: "complete", said: ["changes": [:]], brings: [consent], seen: [:])), on: id,
                by: platform.citizen(PlatformSample.founder, "complete", at: now.adding(hours: 1)))
            let registration = try await platform.member("registration", of: id)
            #expect(try await platform.desk.open(registration).file.evidence["neighbours-consent"]?.files == ["sample"])
            let asked = Act(
                action: "tell_deficiency", said: ["missing": ["premises-proof"], "not_visible_before": false],
                brings: [], seen: [:])
            _ = try await platform.desk.run(
                .act(asked), on: registration, by: platform.officer("wu-jing", "ask", at: now.adding(hours: 2)))
            // 20 workdays later it lapses; the leader finds it two days late.
            let late = Moment(2026, 4, 2, hour: 8)
            let due = try await platform.desk.due(by: late, limit: 10)
            #expect(due.contains(registration))
            try await platform.desk.pass(registration, at: late, entropy: PlatformSample.entropy("late"))
            let (bundle, member) = (
                try await platform.desk.open(id).file, try await platform.desk.open(registration).file
            )
            #expect(member.outcome == "lapsed" && bundle.stage == "handing")
            let history = try await platform.desk.history(id)
            let told = try #require(history.last { $0.body.kind == "child-settled" })
            let ended = try #require(
                try await platform.desk.history(registration).last {
                    $0.body.kind == "stage-entered"
                })
            #expect(told.body.effective == ended.body.effective)
            #expect(told.at.day == late.day && told.body.effective.day < late.day)
            try await platform.expectSameAfterRebuild()
        }
    }

    @Test func `members that end at the same moment are all told to the bundle`() async throws {
        try await PlatformSample.onBothEngines { platform in
            // Several bundles of one applicant, each ended from both sides at once: by the registrar and by himself.
            for round in 0..<6 {
                let id = try await platform.filedFirm("race-\(round)")
                let registration = try await platform.member("registration", of: id)
                try await platform.accept(registration, at: now.adding(hours: 1))
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        _ = try? await platform.settle(registration, "grant_on_promise", at: now.adding(hours: 2))
                    }
                    group.addTask {
                        _ = try? await platform.desk.run(
                            .act(Act(action: "withdraw", said: [:], brings: [], seen: [:])), on: id,
                            by: platform.citizen(PlatformSample.founder, "leave-\(round)", at: now.adding(hours: 2)))
                    }
                }
                let bundle = try await platform.desk.open(id).file
                let member = try await platform.desk.open(registration).file
                let child = try #require(bundle.children.first { $0.key == "registration" })
                // Either the grant came first and stands, or the withdrawal did and took the registration along.
                #expect(member.isSettled && child.state == .settled && child.outcome == member.outcome)
            }
            try await platform.expectSameAfterRebuild()
        }
    }

    @Test func `a delegation for the bundle covers its members`() async throws {
        try await PlatformSample.onSQLite { platform in
            let id = try await platform.filedFirm("seen")
            let registration = try await platform.member("registration", of: id)
            let rows = try await platform.database.read { connection in
                try OwnCasesStore.rows(
                    OwnCasesStore.Choice(
                        applicant: Subject.person(PlatformSample.founder.id).description, delegated: nil, state: .all,
                        service: nil), before: nil, limit: 50, in: connection)
            }
            #expect(rows.contains { $0.id == id } && !rows.contains { $0.id == registration })
            let row = try await platform.database.read { try CaseStore.row(registration, in: $0) }
            #expect(row?.parent == id)
        }
    }
}

extension PlatformSample {
    /// Printed numbers of a bundle and its members.
    func numbers(of bundle: String) async throws -> [String] {
        let file = try await desk.open(bundle).file
        var numbers = [file.number].compactMap { $0 }
        for child in file.children {
            guard let id = child.caseID else { continue }
            if let number = try await desk.open(id).file.number { numbers.append(number) }
        }
        return numbers
    }

    /// How many streams there are.
    func streams() async throws -> Int {
        try await database.read { try $0.first("SELECT COUNT(DISTINCT stream) FROM event", [])?.int(0) ?? 0 }
    }
}
