import Definitions
import Rules
import Testing
import Values

@Suite struct DefinitionCompilerTests {
    @Test func `every service and procedure of the repository compiles in every region and on every day of change`()
        throws
    {
        let library = RealLibrary.library
        var count = 0
        for id in library.serviceIds {
            let from = try #require(library.changeDays(service: id).last)
            for day in library.changeDays(service: id) + [from] {
                for region in library.publishingRegions(service: id) {
                    guard let document = try? library.document(service: id, region: region, on: day) else { continue }
                    let definition = try Definition.reading(document: document, hash: "h")
                    #expect(definition.document == document)
                    count += 1
                }
            }
        }
        #expect(count >= library.serviceIds.count)
        for id in library.procedureIds {
            _ = try library.procedureDefinition(id, region: "chongqing", on: Day(2026, 4, 2), hash: testHash)
        }
    }

    @Test func `the scope holds every name of the language`() throws {
        let definition = try good()
        let wanted = [
            "stall_area", "kind_of_stall", "person.name", "urgent", "note", "fee", "refusals", "said.reason",
            "happened.accepted.times", "happened.accepted.on", "happened.refused.said.reason", "tasks.check.result",
            "tasks.check.times", "tasks.check.tries", "clocks.decide.state", "clocks.decide.due", "clocks.decide.used",
            "clocks.decide.statutory", "obligations.deferred", "open_tasks", "open_obligations", "open_children",
            "children_opened", "children_granted", "missing_evidence", "deferred_evidence", "owed_evidence",
            "service.id", "service.name.zh", "service.free", "track", "opened_by", "stage", "today", "each",
        ]
        #expect(wanted.filter { definition.scope.slot(of: $0) == nil } == [])
        #expect(definition.scope.type(of: "tasks.check.result") == .choice(["good", "bad"]))
        #expect(definition.scope.type(of: "refusals") == .list(of: .text))
        #expect(definition.scope.type(of: "service.free") == .boolean)
        #expect(definition.scope.type(of: "happened.refused.said.ground") == .choice(["too_large"]))
        #expect(definition.scope.type(of: "missing_evidence") == .list(of: .text))
    }

    @Test func `fields are concepts, the service's own, and facts of the procedure`() throws {
        let fields = try good().fields
        #expect(fields["person.name"]?.isConcept == true)
        #expect(fields["person.name"]?.sensitivity == .personal)
        #expect(fields["person.name"]?.register == "人口基础库")
        #expect(fields["stall_area"]?.must?.source == "stall_area > 0")
        #expect(fields["kind_of_stall"]?.choices.map(\.id) == ["food", "goods"])
        #expect(fields["kind_of_stall"]?.usual == "goods")
        #expect(fields["urgent"]?.type == "boolean")
    }

    @Test func `variants come after the ordinary plan in the order of the file`() throws {
        let plans = try good().plans
        #expect(plans.map(\.variant) == [nil, "food"])
        #expect(plans[1].when?.source == "kind_of_stall = \"food\"")
        #expect(plans[1].clocks.first { $0.id == "decide" }?.promised.map(\.limit) == [LegalPeriod(8, .workdays)])
        #expect(plans[1].clocks.first { $0.id == "decide" }?.promisedBy != nil)
        #expect(plans[0].tasks.first { $0.id == "approve" }?.results[1].gives.map(\.id) == ["reason", "ground"])
        #expect(plans[0].outcome.valid == LegalPeriod(1, .years))
    }

    @Test func `a notice is a row of pieces`() throws {
        let message = try #require(try good().messages["told"])
        let pieces = try #require(message.text[.chinese])
        #expect(pieces.count == 2)
        guard case .each("need", let list, let inner) = pieces[1] else { throw Failure.defect("\(pieces)") }
        #expect(list.source == "missing")
        #expect(inner.count == 2)
        let decision = try #require(try good().messages["decision"]?.text[.chinese])
        guard case .conditional(let condition, let said) = try #require(decision.dropLast().last) else {
            throw Failure.defect("\(decision)")
        }
        #expect(condition.source == "outcome != \"granted\"")
        #expect(said.count == 5)
    }

    @Test func `tables run`() throws {
        let definition = try good()
        let fee = try #require(definition.tables["fee"])
        for (area, wanted) in [(4, 0), (5, 20)] {
            let environment = Environment(
                scope: definition.scope, known: ["stall_area": .number(area)], moment: Moment(2026, 3, 2), lists: [:])
            #expect(try fee.evaluate(in: environment).value == .number(wanted))
        }
    }

    @Test func `a document of another form is refused as a defect`() {
        #expect(throws: Failure.self) { try Definition.reading(document: ["format": 99], hash: "") }
        #expect(throws: Failure.self) { try Definition.reading(document: .null, hash: "") }
    }

    @Test func `an expression that does not compile is a problem with its place in the document`() throws {
        let text = GoodLibrary.texts[GoodLibrary.service, default: ""].replacing(
            "when: stall_area > 4", with: "when: stal > 4")
        let library = GoodLibrary.library.replacing([GoodLibrary.service: text])
        let document = try library.document(service: "street-stall", region: "yuzhong", on: Day(2026, 3, 2))
        do throws(Failure) {
            _ = try Definition.reading(document: document, hash: "")
            Issue.record("it compiled")
        } catch {
            guard case .problems(let problems) = error else { throw error }
            #expect(problems.map(\.place) == ["plans/0/evidence/plan/when:1", "plans/1/evidence/plan/when:1"])
        }
    }

    @Test func `a bare procedure has no ground for refusal of its own and false constants`() throws {
        let definition = try RealLibrary.library.procedureDefinition(
            "system-issued", region: "chongqing", on: Day(2026, 3, 2), hash: testHash)
        #expect(definition.tables["refusals"]?.table.rules.isEmpty == true)
        #expect(definition.service.constants == ["confirm": false])
    }

    private func good() throws -> Definition {
        try GoodLibrary.library.definition(
            service: "street-stall", region: "yuzhong", on: Day(2026, 3, 2), hash: testHash)
    }
}
