import Storage
import Testing
import Values

@testable import Features

@Suite struct MandateDeskTests {
    private func accepted(_ sample: PlatformSample) async throws -> [AcceptedTarget] {
        try await sample.database.read {
            try MandateStore.acceptedTargets(after: nil, limit: 100, in: $0).targets
        }
    }

    @Test func `a document is kept as it was read, with its file and the place of every part`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.mandates.desk
            let id = try await MandateSample.imported(in: sample)
            let opened = try await desk.open(id, from: MandateSample.region)
            let document = opened.document
            #expect(document.ledger == LedgerReader.read(try MandateSample.arrival(MandateSample.notice).source))
            #expect(document.ledger.paper.number == "渝中府发〔2026〕9号")
            #expect(document.tasks.map(\.standing) == [.waiting, .waiting, .waiting])
            let (name, bytes) = try await desk.file(of: opened)
            #expect(name == "notice.txt" && bytes == Array(MandateSample.notice.utf8))
            let source = try await desk.source(of: document)
            let task = try #require(document.tasks.first)
            let excerpt = source.excerpt(task.now.passage, around: 1)
            let marked = excerpt.flatMap(\.stretches).filter(\.isMarked).map(\.text).joined()
            #expect(marked.contains("压缩至9个工作日") && !marked.contains("减少材料"), "\(marked)")
            #expect(excerpt.count == 3)
            #expect(try await accepted(sample).isEmpty, "nothing is accepted unseen")
        }
    }

    @Test func `the same file is imported once, and sending the form twice imports once`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.mandates.desk
            let id = try await MandateSample.imported(in: sample)
            let arrival = try MandateSample.arrival(MandateSample.notice, name: "again.txt")
            let region = MandateSample.region
            let again = try await desk.take(
                arrival, region: region, isLaterVersion: false, MandateSample.acting("again"))
            #expect(again == .same(id))
            let resent = try await desk.take(
                arrival, region: region, isLaterVersion: false, MandateSample.acting("import"))
            #expect(resent == .recorded(id))
            let other = try await desk.take(
                arrival, region: "wanzhou", isLaterVersion: false, MandateSample.acting("other"))
            #expect(other != .same(id), "another region has a ledger of its own")
            await #expect(throws: Failure.self) { try await desk.open(id, from: "wanzhou") }
            #expect(try await desk.open(id, from: "chongqing").document.id == id, "the city sees its districts")
            #expect(try await desk.documents(from: region, before: nil, limit: 5).map(\.id) == [id])
            #expect(try await desk.documents(from: "chongqing", before: nil, limit: 5).count == 2)
        }
    }

    @Test func `a task is corrected with a reason, and only what a page showed is accepted`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.mandates.desk
            let region = MandateSample.region
            let id = try await MandateSample.imported(in: sample)
            var document = try await desk.open(id, from: region).document
            let first = try #require(document.tasks.first)
            let seen = try MandateSample.shown(first.id, of: document)
            func correction(_ reason: String, _ value: Int) -> MandateCorrection {
                MandateCorrection(
                    title: first.now.title, text: first.now.text, lead: ["区市场监管局"],
                    support: ["市司法局", "区公安分局"],
                    deadlines: first.now.deadlines.map { .init(raw: $0.raw, date: $0.date) },
                    figures: [
                        .init(
                            raw: "9个工作日以内", what: "食品经营许可办结时限", comparator: .atMost, value: Decimal(value), unit: "个工作日"
                        )
                    ], reason: reason)
            }
            await #expect(throws: Failure.problems([MandateWords.reasonNeeded])) {
                try await desk.correct(seen, to: correction("", 8), from: region, MandateSample.acting("c0"))
            }
            _ = try await desk.correct(seen, to: correction("印错了", 8), from: region, MandateSample.acting("c1"))
            await #expect(throws: Failure.self) {
                try await desk.accept(
                    seen, MandateSample.assignment, from: region, MandateSample.acting("stale"))
            }
            document = try await desk.open(id, from: region).document
            let corrected = try #require(document.task(first.id))
            #expect(corrected.read.targets != corrected.now.targets && corrected.standing == .waiting)
            #expect(corrected.corrections.map(\.reason) == ["印错了"])
            let now = try MandateSample.shown(first.id, of: document)
            _ = try await desk.accept(now, MandateSample.assignment, from: region, MandateSample.acting("a1"))
            await #expect(throws: Failure.self) {
                try await desk.correct(now, to: correction("晚了", 7), from: region, MandateSample.acting("c2"))
            }
            let target = try #require(try await accepted(sample).first)
            #expect(target.value == Decimal(8) && target.unit == "个工作日" && target.comparator == .atMost)
            #expect(target.documentNumber == "渝中府发〔2026〕9号" && target.task == first.id)
            #expect(target.sentence.contains("压缩至9个工作日") && target.leadUnits == ["yuzhong-market"])
        }
    }

    @Test func `units must exist, and what is no task is rejected with a reason`() async throws {
        try await PlatformSample.onSQLite { sample in
            let desk = sample.features.mandates.desk
            let region = MandateSample.region
            let id = try await MandateSample.imported(in: sample)
            let document = try await desk.open(id, from: region).document
            let shown = try MandateSample.shown(document.tasks[2].id, of: document)
            for lead in [[], ["nobody"], ["yuzhong-market", "yuzhong-market"]] {
                let assignment = MandateTask.Assignment(
                    lead: lead, support: [], meant: MandateSample.meant(lead: lead, support: []),
                    due: Day(2026, 6, 30), isDuePrinted: false, continues: nil, reportEvery: .monthly)
                await #expect(throws: Failure.problems([MandateWords.unitsWrong])) {
                    try await desk.accept(shown, assignment, from: region, MandateSample.acting("u\(lead)"))
                }
            }
            // Nobody is assigned who stands for no name, and nobody stands for one without being assigned.
            let market = "yuzhong-market"
            for meant in [
                [], MandateSample.meant(lead: [], support: [market]),
                MandateSample.meant(lead: [market, "yuzhong-labour"], support: []),
                [MandateTask.Meant(part: .lead, printed: "有关部门", units: [])],
            ] {
                let assignment = MandateTask.Assignment(
                    lead: [market], support: [], meant: meant, due: Day(2026, 6, 30), isDuePrinted: false,
                    continues: nil, reportEvery: .monthly)
                await #expect(throws: Failure.problems([MandateWords.meantWrong])) {
                    try await desk.accept(shown, assignment, from: region, MandateSample.acting("m\(meant)"))
                }
            }
            await #expect(throws: Failure.self) {
                try await desk.reject(shown, reason: "", from: region, MandateSample.acting("r0"))
            }
            _ = try await desk.reject(shown, reason: "不是任务", from: region, MandateSample.acting("r1"))
            let after = try await desk.open(id, from: region).document
            #expect(after.tasks[2].standing == .rejected && after.tasks[2].rejectedBecause == "不是任务")
            let row = try await sample.database.read { try MandateStore.document(id, in: $0) }
            #expect(row?.waiting == 2 && row?.accepted == 0)
        }
    }

    @Test func `a later version must be said to be one, and ends the earlier one`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.mandates.desk
            let region = MandateSample.region
            let id = try await MandateSample.imported(in: sample)
            let document = try await desk.open(id, from: region).document
            let shown = try MandateSample.shown(document.tasks[0].id, of: document)
            _ = try await desk.accept(shown, MandateSample.assignment, from: region, MandateSample.acting("a"))
            #expect(try await accepted(sample).count == document.tasks[0].now.targets.count)
            let later = try MandateSample.arrival(MandateSample.notice.replacing("9个工作日", with: "7个工作日"))
            let unsaid = try await desk.take(later, region: region, isLaterVersion: false, MandateSample.acting("l0"))
            #expect(unsaid == .earlierVersion(id))
            let said = try await desk.take(later, region: region, isLaterVersion: true, MandateSample.acting("l1"))
            guard case .recorded(let new) = said else {
                Issue.record("\(said)")
                return
            }
            let old = try await desk.open(id, from: region).document
            #expect(old.replacedBy == new)
            #expect(try await desk.open(new, from: region).document.replaces == id)
            #expect(try await accepted(sample).isEmpty, "its figures count no more")
            let waiting = try MandateSample.shown(old.tasks[1].id, of: old)
            await #expect(throws: Failure.self) {
                try await desk.accept(
                    waiting, MandateSample.assignment, from: region, MandateSample.acting("too-late"))
            }
            let unknown = try MandateSample.arrival(MandateSample.notice.replacing("〔2026〕9号", with: "〔2026〕10号"))
            let none = try await desk.take(unknown, region: region, isLaterVersion: true, MandateSample.acting("n"))
            #expect(none == .noEarlierVersion)
        }
    }

    @Test func `a rebuild makes the same rows from the log`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.mandates.desk
            let id = try await MandateSample.imported(in: sample)
            let document = try await desk.open(id, from: MandateSample.region).document
            _ = try await desk.accept(
                try MandateSample.shown(document.tasks[1].id, of: document), MandateSample.assignment,
                from: MandateSample.region, MandateSample.acting("a"))
            let before = try await accepted(sample)
            #expect(!before.isEmpty)
            try await sample.features.catalogue.desk.compileAll()
            let report = try await sample.features.rebuild(sample.database).run()
            #expect(report.isClean, "\(report.tables.filter { !$0.isEqual })")
            #expect(try await accepted(sample) == before)
        }
    }

    @Test func `accepted figures are read in pages`() async throws {
        try await PlatformSample.onBothEngines { sample in
            let desk = sample.features.mandates.desk
            let id = try await MandateSample.imported(in: sample)
            var document = try await desk.open(id, from: MandateSample.region).document
            let shown = try document.tasks.map {
                (try MandateSample.shown($0.id, of: document), MandateSample.assignment)
            }
            _ = try await desk.accept(
                shown.map { (shown: $0.0, assignment: $0.1) }, of: id, from: MandateSample.region,
                MandateSample.acting("all"))
            document = try await desk.open(id, from: MandateSample.region).document
            let all = try await accepted(sample)
            #expect(all.count == document.tasks.reduce(0) { $0 + $1.now.targets.count } && all.count >= 3)
            var paged: [AcceptedTarget] = []
            var cursor: MandateStore.TargetCursor?
            repeat {
                let from = cursor
                let (targets, next) = try await sample.database.read {
                    try MandateStore.acceptedTargets(after: from, limit: 1, in: $0)
                }
                paged += targets
                cursor = next
            } while cursor != nil
            #expect(paged == all)
        }
    }
}
