import Casework
import Definitions
import Testing
import Values

/// Every bundle of the repository against its members, with random answers.
@Suite struct BundleGuidanceTests {
    private static let day = Day(2026, 3, 2)

    private static let bundles = Fixture.library.serviceIds.sorted().filter { id in
        (try? Fixture.service(id, on: day))?.plans.contains(where: \.hasMembers) ?? false
    }

    /// Yes and no, choices and small numbers; the rest stays open.
    private static func answers(for bundle: Definition, by dice: inout Dice) -> [String: JSON] {
        var answers: [String: JSON] = [:]
        for (id, field) in bundle.fields.sorted(by: { $0.key < $1.key }) where Int.random(in: 0..<4, using: &dice) > 0 {
            switch field.type {
            case "boolean": answers[id] = .bool(Bool.random(using: &dice))
            case "choice": answers[id] = field.choices.randomElement(using: &dice).map { .text($0.id) }
            case "number": answers[id] = .number(Int64.random(in: 1...1000, using: &dice))
            default: continue
            }
        }
        return answers
    }

    private func read(_ id: String) throws -> (bundle: Definition, members: [String: Definition]) {
        let bundle = try Fixture.service(id, on: BundleGuidanceTests.day)
        var members: [String: Definition] = [:]
        for service in Set(bundle.plans.flatMap(\.children).compactMap(\.service)) {
            members[service] = try Fixture.service(service, on: BundleGuidanceTests.day)
        }
        return (bundle, members)
    }

    @Test(arguments: BundleGuidanceTests.bundles)
    func `whatever is answered, a bundle asks nothing that no member asks`(
        id: String
    ) throws {
        let (bundle, members) = try read(id)
        let seed = UInt64.random(in: 0 ... .max)
        var dice = Dice(seed: seed)
        let own = Set(bundle.questions)
            .subtracting(members.values.flatMap { $0.questions + $0.form.flatMap(\.fields) })
        for _ in 0..<40 {
            let answers = BundleGuidanceTests.answers(for: bundle, by: &dice)
            let moment = Moment(BundleGuidanceTests.day)
            let calendar = Fixture.calendar
            let whole = Guidance.read(bundle, answers: answers, track: "ordinary", at: moment, calendar: calendar)
            let apart = BundleGuidance.read(
                bundle, members: members, answers: answers, at: moment, calendar: calendar)
            let open = apart.parts.filter { $0.standing != .notNeeded }
            for field in bundle.form.flatMap(\.fields) + bundle.questions where !own.contains(field) {
                guard whole.fields[field] == .needed else { continue }
                #expect(
                    open.contains { $0.guidance.fields[field].map { $0 != .notNeeded } ?? false },
                    "\(field), seed \(seed), \(answers)")
            }
            for need in whole.needs where need.standing == .needed {
                #expect(
                    open.contains { $0.guidance.openNeeds.contains { $0.id == need.need.id } },
                    "\(need.need.id), seed \(seed)")
            }
            let figures = apart.figures
            #expect(figures.fields.after <= figures.fields.before + own.count)
            #expect(figures.materials.after <= figures.materials.before)
            #expect(figures.visits.after <= max(1, figures.visits.before))
        }
    }

    @Test func `the longest way goes through what waits for each other, with its sources`() throws {
        let (bundle, members) = try read("start-a-business")
        let plan = BundleGuidance.read(
            bundle, members: members, answers: ["staff": true, "wants_bank": true],
            at: Moment(BundleGuidanceTests.day), calendar: Fixture.calendar
        ).plan
        #expect(plan.waves.first == ["name"] && plan.waves.dropFirst().first == ["registration"])
        #expect(Set(plan.waves.last ?? []) == ["seal", "invoice", "bank", "social_security", "housing_fund"])
        let path = plan.critical(.promise)
        #expect(path.prefix(2).map(\.member) == ["name", "registration"])
        #expect(path.allSatisfy { $0.source != nil })
        #expect(plan.shortest(.promise) == [LegalPeriod(1, .workdays)])
        #expect(plan.shortest(.law) == [LegalPeriod(3, .workdays)])
        #expect(plan.critical(.law)[1].source == .law(name: "市场主体登记管理条例", article: "第十九条", paragraph: nil, item: nil))
    }

    @Test func `members that do not come in cost no time and no form`() throws {
        let (bundle, members) = try read("start-a-business")
        let calendar = Fixture.calendar
        let small = BundleGuidance.read(
            bundle, members: members, answers: ["staff": false, "wants_bank": false],
            at: Moment(BundleGuidanceTests.day), calendar: calendar)
        #expect(small.plan.members.map(\.id) == ["name", "registration", "seal", "invoice"])
        #expect(small.figures.forms.before == 4 && small.figures.forms.after == 1)
        #expect(small.figures.departments.before == 3 && small.figures.departments.after == 1)
    }
}
