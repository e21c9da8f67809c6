import Casework
import Definitions
import Values

/// A guide as the interface shows it: what applies to these answers here, and why.
struct CatalogueGuideWriting {
    let guide: Guide
    let track: String

    private typealias Write = InterfaceJSON
    private var definition: Definition { guide.definition }
    private var guidance: Guidance { guide.guidance }
    private var plan: Plan { guide.guidance.plan }

    var json: JSON {
        let certificate = plan.outcome.certificate.flatMap { definition.certificates[$0] }
        return .map([
            "service": .text(definition.service.id), "region": .text(guide.region.id),
            "resolved_for": .text(definition.region), "definition": .text(definition.hash),
            "day": .text(guide.day.description), "track": .text(track),
            "variant": Write.optional(plan.variant), "variant_name": Write.wording(plan.name),
            "procedure": .text(plan.procedure), "procedure_name": Write.wording(plan.procedureName),
            "answers": .map(guide.answers), "questions": .list(guide.questions.compactMap(question)),
            "decides_most": Write.optional(guide.first),
            "materials": .list(guide.materials.map(material)), "limits": .list(limits),
            "how_long": Write.texts(Guide.howLong(definition, guidance).map(\.description)),
            "steps": .list(guide.road.map(step)), "refusals": .list(guidance.refusals.map(refusal)),
            "problems": .list(guidance.problems.sorted { $0.place < $1.place }.map(problem)),
            "result": certificate.map { kind in
                .map([
                    "certificate": .text(kind.id), "name": Write.wording(kind.name),
                    "validity": Write.optional(plan.outcome.valid ?? kind.validity),
                ])
            } ?? .null,
            "bundle": guide.bundle.map(bundle) ?? .null,
        ])
    }

    // MARK: Bundles

    private func bundle(_ bundle: BundleGuidance) -> JSON {
        let figures = bundle.figures
        func pair(_ pair: BundleGuidance.Figures.Pair) -> JSON {
            .map(["before": Write.number(pair.before), "after": Write.number(pair.after)])
        }
        func periods(_ periods: [LegalPeriod]) -> JSON { Write.texts(periods.map(\.description)) }
        return .map([
            "members": .list(bundle.parts.map(member)), "waves": .list(bundle.plan.waves.map { Write.texts($0) }),
            "shortest": periods(bundle.plan.shortest(.promise)),
            "shortest_by_law": periods(bundle.plan.shortest(.law)),
            "critical_path": .list(bundle.plan.critical(.promise).map(stretch)),
            "figures": .map([
                "departments": pair(figures.departments), "forms": pair(figures.forms),
                "fields": pair(figures.fields), "materials": pair(figures.materials),
                "visits": pair(figures.visits),
                "days": .map(["before": periods(figures.daysBefore), "after": periods(figures.daysAfter)]),
            ]),
        ])
    }

    private func member(_ part: BundleGuidance.Part) -> JSON {
        var map: [String: JSON] = [
            "id": .text(part.member.id), "service": .text(part.member.definition.service.id),
            "name": Write.wording(part.member.definition.service.name),
            "authority": .text(part.member.definition.service.authority),
            "after": Write.texts(part.member.rule.after), "promised": Write.optional(part.member.promised),
            "statutory": Write.optional(part.member.statutory),
        ]
        switch part.standing {
        case .needed: map["standing"] = "needed"
        case .notNeeded: map["standing"] = "not_needed"
        case .depends: map["standing"] = "depends"
        }
        return .map(map)
    }

    private func stretch(_ stretch: BundlePlan.Stretch) -> JSON {
        .map([
            "member": .text(stretch.member), "period": .text(stretch.period.description),
            "source": Write.citation(stretch.source),
        ])
    }

    // MARK: Parts

    private func question(_ id: String) -> JSON? {
        guard let field = definition.fields[id] else { return nil }
        var map: [String: JSON] = ["id": .text(id), "ask": Write.wording(field.ask), "type": .text(field.type)]
        map["choices"] = .list(field.choices.map { .map(["id": .text($0.id), "name": Write.wording($0.name)]) })
        map["answer"] = guide.answers[id] ?? .null
        switch guidance.fields[id] ?? .needed {
        case .needed: map["standing"] = "needed"
        case .notNeeded: map["standing"] = "not_needed"
        case .depends: map["standing"] = "depends"
        }
        return .map(map)
    }

    private func material(_ material: Guide.Material) -> JSON {
        let need = material.need
        var map: [String: JSON] = [
            "id": .text(need.id), "name": Write.wording(need.name), "from": Write.texts(need.from.map(\.rawValue)),
            "standing": material.dependsOn.isEmpty ? "needed" : "depends",
            "depends_on": Write.texts(material.dependsOn), "later": .null,
        ]
        switch material.way {
        case .free: map["way"] = "free"
        case .promise: map["way"] = "promise"
        case .later(let period):
            map["way"] = "later"
            map["later"] = .text(period.description)
        case .upload: map["way"] = "upload"
        }
        return .map(map)
    }

    /// The limits of the main clock: what the answers settle, and which layer set it; the last origin is in force.
    private var limits: [JSON] {
        guard let clock = plan.mainClockRule else { return [] }
        return [
            limit("statutory", clock, guidance.limits.statutory, clock.law),
            limit("promised", clock, guidance.limits.promised, clock.promisedBy ?? clock.law),
        ]
    }

    private func limit(_ kind: String, _ clock: ClockRule, _ period: LegalPeriod?, _ source: Citation?) -> JSON {
        let rows = kind == "promised" ? clock.promised : clock.statutory
        let origins = definition.origins(of: "clocks.\(clock.id).\(kind)", inVariant: plan.variant)
        return .map([
            "kind": .text(kind), "clock": .text(clock.id), "name": Write.wording(clock.name),
            "period": Write.optional(period),
            "possible": Write.texts(
                rows.map(\.limit.description).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }),
            "source": Write.citation(rows.isEmpty ? nil : source),
            "origins": .list(origins.map(CatalogueAPIWriting.origin)),
        ])
    }

    private func step(_ stage: Stage) -> JSON {
        .map([
            "stage": .text(stage.id), "name": Write.wording(stage.name), "waits_for": .text(stage.waitsFor.rawValue),
            "tasks": .list(
                guide.tasks(in: stage).map { task in
                    .map([
                        "id": .text(task.id), "name": Write.wording(task.name),
                        "within": Write.optional(task.within?.promised ?? task.within?.statutory),
                        "always": .bool(task.when == nil),
                    ])
                }),
        ])
    }

    private func refusal(_ refusal: Refusal) -> JSON {
        .map([
            "reason": .text(refusal.reason), "citations": .list(refusal.citations.map { Write.citation($0) }),
        ])
    }

    private func problem(_ problem: Problem) -> JSON {
        .map([
            "place": .text(problem.place), "message": Write.wording(problem.message),
            "remedy": Write.wording(problem.remedy),
        ])
    }
}
