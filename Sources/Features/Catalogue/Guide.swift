import Casework
import Definitions
import Values

/// What a guide says to somebody in one region on one day: the definition in force, read with the answers so far.
struct Guide {
    /// How a need is met, as far as it can be said before filing.
    enum Way: Hashable {
        case free, promise
        case later(LegalPeriod)
        case upload
    }

    struct Material {
        let need: EvidenceNeed
        let way: Way
        /// Fields on which it depends, when their answers are still open.
        let dependsOn: [String]
    }

    let definition: Definition
    /// The head of the service as it is handled here: the register of items may have moved it.
    let service: ServiceHeader
    let standing: ItemStanding
    let region: TerritoryMap.Region
    /// Where the unit stands that decides for somebody of the region.
    let decidedIn: TerritoryMap.Region
    let regions: [(id: String, name: Wording)]
    /// Names of the layers of a resolution: regions by id.
    let regionNames: [String: Wording]
    let answers: [String: JSON]
    let guidance: Guidance
    /// Fields that are asked here, at most six (情形引导).
    let questions: [String]
    /// The question without an answer that decides most about materials and grounds; nil when fewer than two are open.
    let first: String?
    /// What its members make of a bundle (一件事); nil for every other service.
    let bundle: BundleGuidance?
    let day: Day

    /// - Parameters:
    ///   - standing: what the register of items says of the service in this region.
    ///   - members: definitions of the members of a bundle, by service; empty for every other service.
    ///   - answers: those to `questions`, already read; others are ignored by the rules that do not need them.
    init(
        _ definition: Definition, standing: ItemStanding, in region: TerritoryMap.Region, of territory: TerritoryMap,
        members: [String: Definition], answers: [String: JSON], track: String, at moment: Moment
    ) {
        self.definition = definition
        self.standing = standing
        var service = definition.service
        service.level = standing.moved?.level ?? service.level
        service.authority = standing.moved?.authority ?? service.authority
        self.service = service
        self.region = region
        decidedIn = territory.regions[territory.deciding(service.level, for: region.id)] ?? region
        self.answers = answers
        day = moment.day
        regions =
            territory.root.map { root in
                territory.regions(below: root.id, on: moment.day).map { ($0.id, $0.name) }
            } ?? []
        regionNames = territory.regions.mapValues(\.name)
        guidance = Guidance.read(
            definition, answers: answers, track: track, at: moment, calendar: territory.calendar)
        questions = Guide.questions(of: definition, at: moment, calendar: territory.calendar)
        let guidance = guidance
        let open = questions.filter { guidance.fields[$0] != .notNeeded && (answers[$0]?.isNull ?? true) }
        first =
            open.count < 2
            ? nil
            : Guidance.questions(
                definition, answers: answers, track: track, at: moment, calendar: territory.calendar
            ).first { $0.deciding > 0 && open.contains($0.name) }?.name
        bundle =
            members.isEmpty
            ? nil
            : BundleGuidance.read(
                definition, members: members, answers: answers, at: moment, calendar: territory.calendar)
    }

    /// The guide's own questions first; then the fields of the form on which materials or limits depend. What a
    /// register knows is not asked.
    static func questions(of definition: Definition, at moment: Moment, calendar: WorkCalendar) -> [String] {
        let blank = Guidance.read(definition, answers: [:], track: "ordinary", at: moment, calendar: calendar)
        var ids = definition.questions
        for need in blank.needs {
            if case .depends(let names) = need.standing { ids += names }
        }
        var asked: [String] = []
        for id in ids where !asked.contains(id) {
            guard let field = definition.fields[id], field.register == nil, Guide.isAskable(field) else { continue }
            asked.append(id)
        }
        return Array(asked.prefix(6))
    }

    private static func isAskable(_ field: Field) -> Bool {
        switch field.type {
        case "boolean", "number": true
        case "choice": !field.choices.isEmpty
        default: false
        }
    }

    /// Of a question that does not arise from the other answers, nothing is asked.
    var openQuestions: [String] { questions.filter { guidance.fields[$0] != .notNeeded } }

    /// How many of them have no answer yet.
    var unanswered: Int { openQuestions.count { answers[$0]?.isNull ?? true } }

    /// Opened by officers only.
    var isInternal: Bool { !definition.takesApplications }

    var materials: [Material] {
        guidance.needs.compactMap { need in
            switch need.standing {
            case .notNeeded: nil
            case .needed: Material(need: need.need, way: way(of: need.need), dependsOn: [])
            case .depends(let names): Material(need: need.need, way: way(of: need.need), dependsOn: names)
            }
        }
    }

    private func way(of need: EvidenceNeed) -> Way {
        if need.from.contains(where: { $0 == .certificate || $0 == .register || $0 == .earlierCase }) { return .free }
        if need.from.contains(.promise) { return .promise }
        if let period = need.deferrable, definition.service.tracks.contains("tolerance") { return .later(period) }
        return .upload
    }

    // MARK: Time

    /// The promise if one is made, else the law's limit; a range while the answers leave it open.
    static func howLong(_ definition: Definition, _ guidance: Guidance) -> [LegalPeriod] {
        if let period = guidance.limits.promised { return [period] }
        guard let clock = guidance.plan.mainClockRule else { return [] }
        let plans = guidance.plan.variant == nil ? definition.plans : [guidance.plan]
        let promised = plans.compactMap(\.mainClockRule).flatMap(\.promised).map(\.limit)
        if !promised.isEmpty { return Guide.range(promised) }
        return guidance.limits.statutory.map { [$0] } ?? Guide.range(clock.statutory.map(\.limit))
    }

    /// The shortest and the longest, when they have one unit.
    private static func range(_ periods: [LegalPeriod]) -> [LegalPeriod] {
        guard let first = periods.first, periods.allSatisfy({ $0.unit == first.unit }) else {
            return periods.first.map { [$0] } ?? []
        }
        let amounts = periods.map(\.amount)
        let low = amounts.min() ?? first.amount
        let high = amounts.max() ?? first.amount
        return low == high ? [first] : [LegalPeriod(low, first.unit), LegalPeriod(high, first.unit)]
    }

    // MARK: Steps

    /// The usual road from filing to the end: the usual action, else the platform's, else the first result that leads
    /// on.
    var road: [Stage] {
        let plan = guidance.plan
        var road: [Stage] = []
        var next = plan.opening.deed.to
        while let id = next, let stage = plan.stages.first(where: { $0.id == id }), !road.contains(stage) {
            road.append(stage)
            next = stage.isFinal ? nil : wayOn(from: id, in: plan)
        }
        return road
    }

    private func wayOn(from stage: String, in plan: Plan) -> String? {
        let here = plan.actions.filter { $0.stages.contains(stage) && $0.deed.to != nil }
        if let usual = here.first(where: \.isUsual) { return usual.deed.to }
        let own = here.filter(\.by.isPlatform)
        let final = own.first { action in plan.stages.contains { $0.id == action.deed.to && $0.isFinal } }
        if let way = final ?? own.first { return way.deed.to }
        let results = plan.tasks.filter { $0.stage == stage }.flatMap(\.results)
        return results.compactMap(\.to).first
    }

    /// Tasks that always or possibly come in a stage, without those that something special calls for.
    func tasks(in stage: Stage) -> [TaskRule] {
        guidance.plan.tasks.filter { $0.stage == stage.id && $0.opens == nil }
    }
}

extension Plan {
    package var mainClockRule: ClockRule? { clocks.first { $0.id == mainClock } }
}

extension Definition {
    /// Whether somebody outside of the administration may file it; otherwise it is an internal procedure.
    package var takesApplications: Bool {
        plans.contains { $0.opening.by.roles.contains("applicant") || $0.hasMembers }
    }
}
