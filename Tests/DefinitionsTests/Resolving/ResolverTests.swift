import Definitions
import Testing
import Values

@Suite struct ResolverTests {
    @Test func `water connection in wansheng is nine workdays from the day of the document on`() throws {
        let before = try definition("water-connection", "wansheng", Day(2021, 6, 10))
        let after = try definition("water-connection", "wansheng", Day(2021, 6, 11))
        #expect(promise(before) == ["20 workdays"])
        #expect(promise(after) == ["20 workdays", "9 workdays"], "a large project, an ordinary one")
        #expect(before.hash != after.hash)
        #expect(promise(try definition("water-connection", "yuzhong", Day(2021, 6, 11))) == ["20 workdays"])
        #expect(promise(after, variant: "enlarging") == ["15 workdays", "9 workdays"])
        #expect(promise(before, variant: "enlarging") == ["15 workdays"])
    }

    @Test func `the origin of a value names the document that set it and what it replaced`() throws {
        let definition = try definition("water-connection", "wansheng", Day(2021, 6, 11))
        let origins = definition.origins(of: "clocks.decide.promised", inVariant: "new")
        #expect(origins.map(\.layer) == ["procedure request", "service", "wansheng"])
        #expect(origins.map(\.value).prefix(2) == ["5 workdays", "20 workdays"])
        #expect(origins.last?.value.contains("\"limit\":\"9 workdays\"") == true)
        guard case .policy("万盛经开办发〔2021〕24号", "6", let sentence?)? = origins.last?.because else {
            Issue.record("\(String(describing: origins.last))")
            return
        }
        #expect(sentence.contains("9个工作日"))
        let enlarging = definition.origins(of: "clocks.decide.promised", inVariant: "enlarging")
        #expect(enlarging.last?.value.contains("9 workdays") == true)
    }

    @Test func `who makes a promise shorter has promised it, and a row may name another`() throws {
        let city = Citation.policy(number: "渝府办发〔2019〕103号", article: "（二十一）3", sentence: nil)
        let before = try definition("water-connection", "wansheng", Day(2021, 6, 10))
        let after = try definition("water-connection", "wansheng", Day(2021, 6, 11))
        for variant in ["new", "enlarging"] {
            let old = try #require(before.plan(ofVariant: variant)?.clocks.first { $0.id == "decide" })
            #expect(old.source(ofPromise: old.promised.last?.limit) == city)
            let new = try #require(after.plan(ofVariant: variant)?.clocks.first { $0.id == "decide" })
            #expect(new.source(ofPromise: new.promised.first?.limit) == city, "a large project keeps the city's")
            guard case .policy("万盛经开办发〔2021〕24号", "6", _?)? = new.source(ofPromise: LegalPeriod(9, .workdays)) else {
                Issue.record("\(String(describing: new.promisedBy))")
                continue
            }
        }
    }

    @Test func `a layer replaces the unit of a task and nothing else of it`() throws {
        let definition = try definition("water-connection", "wansheng", Day(2022, 3, 1))
        let survey = try #require(definition.plans.first?.tasks.first { $0.id == "survey" })
        guard case .named(let unit) = survey.unit else { throw Failure.defect("no name") }
        #expect(unit == "重庆市万盛自来水公司")
        #expect(survey.results.map(\.id) == ["possible", "not_possible"])
        #expect(survey.within?.promised == LegalPeriod(2, .workdays))
    }

    @Test func `a variant may bring another procedure and remove a limit`() throws {
        let definition = try definition("real-estate-registration", "yuzhong", Day(2026, 3, 2))
        let plan = try #require(definition.plans.last)
        if plan.procedure == "instant" {
            #expect(plan.clocks.first { $0.id == plan.mainClock }?.statutory.isEmpty == true)
            #expect(plan.outcome.certificate == nil)
        }
        #expect(definition.plan(ofVariant: nil)?.variant == nil)
        #expect(definition.plans.compactMap(\.variant).contains("objection"))
    }

    @Test func `a stop that a task makes stands at the clock`() throws {
        let definition = try definition("food-business-licence", "yuzhong", Day(2026, 3, 2))
        let decide = try #require(definition.plans[0].clocks.first { $0.id == "decide" })
        let stop = try #require(decide.stops.last)
        #expect(stop.whileOpen == "site_visit")
        #expect(stop.onlyPromised)
        #expect(decide.stops.map(\.whileOpen) == ["test", "expert_review", "hearing", "suspended", "site_visit"])
    }

    @Test func `new tasks come after those of the procedure, refined ones keep their place`() throws {
        let definition = try definition("food-business-licence", "yuzhong", Day(2026, 3, 2))
        let procedure = try RealLibrary.library.procedureDefinition(
            "licence", region: "yuzhong", on: Day(2026, 3, 2), hash: testHash)
        let base = procedure.plans[0].tasks.map(\.id)
        #expect(definition.plans[0].tasks.map(\.id) == base + ["site_visit"])
    }

    @Test func `a bundle has the fields of its members in the order of first use, and what nobody else brings`() throws
    {
        let definition = try definition("start-a-business", "yuzhong", Day(2026, 3, 2))
        #expect(
            definition.form.flatMap(\.fields) == [
                "enterprise.proposed_name", "company_form", "company_kind", "residential", "enterprise.capital",
                "business_scope", "person.name", "person.id_number", "person.phone", "representative_barred",
                "premises.address", "premises.region", "code_assigned", "enterprise.uscc", "enterprise.name",
                "enterprise.legal_person", "enterprise.bank", "enterprise.staff_count",
            ])
        #expect(
            definition.plans[0].evidence.map(\.id) == [
                "id-card", "premises-proof", "neighbours-consent", "partners-agreement", "articles-of-association",
                "prior-approval",
            ])
        #expect(
            definition.plans[0].children.map(\.id) == [
                "name", "registration", "seal", "invoice", "bank", "social_security", "housing_fund",
            ])
        #expect(definition.plans[0].children[1].takes == ["business-name": "name"])
        #expect(definition.fields["enterprise.bank"]?.when?.source == "wants_bank = true")
    }

    @Test func `the same library gives the same bytes whatever the order of its texts`() throws {
        let shuffled = Library(texts: Dictionary(uniqueKeysWithValues: RealLibrary.texts.shuffled()))
        for id in RealLibrary.library.serviceIds {
            let first = try RealLibrary.library.document(service: id, region: "wansheng", on: Day(2026, 9, 1))
            let second = try shuffled.document(service: id, region: "wansheng", on: Day(2026, 9, 1))
            #expect(testHash(first.canonical) == testHash(second.canonical), "\(id)")
        }
    }

    @Test func `what a service does not use does not change its document`() throws {
        let concepts = GoodLibrary.texts[GoodLibrary.concepts, default: ""]
        let more = concepts + "\n  other.thing: {name: {zh: 别的, en: Other}, type: text, sensitivity: public}\n"
        let situation = GoodLibrary.texts[GoodLibrary.situation, default: ""].replacing("小摊", with: "小小摊")
        let changed = GoodLibrary.library.replacing([GoodLibrary.concepts: more, GoodLibrary.situation: situation])
        let before = try GoodLibrary.library.document(service: "street-stall", region: "yuzhong", on: Day(2026, 3, 2))
        let after = try changed.document(service: "street-stall", region: "yuzhong", on: Day(2026, 3, 2))
        #expect(before == after)
        #expect(
            before["concepts"]?.map?.keys.sorted() == [
                "case.number", "credit.promise_broken", "credit.serious", "licence.number", "person.name",
            ])
    }

    @Test func `a layer may be in force from a later day, and days of change are known`() throws {
        let library = GoodLibrary.library
        #expect(
            library.changeDays(service: "street-stall").map(\.description) == [
                "2019-01-01", "2020-01-01", "2021-06-11", "2023-01-01",
            ])
        #expect(library.publishingRegions(service: "street-stall") == ["chongqing", "wansheng"])
        let days = [Day(2021, 6, 10), Day(2021, 6, 11), Day(2023, 1, 1)]
        let promises = try days.map { day in
            promise(try library.definition(service: "street-stall", region: "wansheng", on: day, hash: testHash))
        }
        #expect(promises == [["5 workdays"], ["3 workdays"], ["2 workdays"]])
    }

    @Test func `a service file of a later date takes its place on that day`() throws {
        let text = GoodLibrary.texts[GoodLibrary.service, default: ""]
            .replacing("from: 2020-01-01", with: "from: 2027-01-01").replacing(
                "promised: 5 workdays", with: "promised: 4 workdays")
        let library = GoodLibrary.library.replacing(["Services/street-stall/service@2027-01-01.yaml": text])
        for (day, limit) in [(Day(2026, 12, 31), "5 workdays"), (Day(2027, 1, 1), "4 workdays")] {
            #expect(
                promise(try library.definition(service: "street-stall", region: "yuzhong", on: day, hash: testHash))
                    == [limit])
        }
        #expect(Checker(library).check(service: "street-stall").filter { $0.severity == .error } == [])
    }

    @Test func `outside the dates of force there is no definition`() {
        #expect(throws: Failure.self) { try definition("water-connection", "wansheng", Day(2019, 8, 31)) }
        #expect(throws: Failure.self) { try definition("water-connection", "atlantis", Day(2026, 3, 2)) }
        #expect(throws: Failure.self) { try definition("no-such-service", "wansheng", Day(2026, 3, 2)) }
    }

    @Test func `a layer that may not do what it does is not resolved`() {
        let text = GoodLibrary.texts[GoodLibrary.layer, default: ""].replacing("3 workdays", with: "6 workdays")
        let library = GoodLibrary.library.replacing([GoodLibrary.layer: text])
        #expect(throws: Failure.self) {
            try library.document(service: "street-stall", region: "wansheng", on: Day(2022, 1, 4))
        }
    }

    private func definition(_ id: String, _ region: String, _ day: Day) throws -> Definition {
        try RealLibrary.library.definition(service: id, region: region, on: day, hash: testHash)
    }

    private func promise(_ definition: Definition, variant: String? = nil) -> [String] {
        let plan = definition.plan(ofVariant: variant)
        return plan?.clocks.first { $0.id == plan?.mainClock }?.promised.map(\.limit.description) ?? []
    }
}
