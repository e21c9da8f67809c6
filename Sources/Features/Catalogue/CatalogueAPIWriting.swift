import Definitions
import Rules
import Values

/// A definition as the interface shows it: what is asked, what is needed, how long it takes, and where each of it
/// comes from.
enum CatalogueAPIWriting {
    private typealias Write = InterfaceJSON

    /// What stands in the list of services.
    static func header(_ definition: Definition) -> [String: JSON] {
        let service = definition.service
        return [
            "id": .text(service.id), "item": Write.optional(service.item), "name": Write.wording(service.name),
            "kind": .text(service.kind), "filing": .bool(service.isFiling), "level": .text(service.level),
            "authority": .text(service.authority), "applicants": Write.texts(service.applicants),
            "channels": Write.texts(service.channels), "visits": Write.number(service.visits),
            "tracks": Write.texts(service.tracks), "definition": .text(definition.hash),
            "in_force": .map([
                "from": .text(service.inForceFrom.description), "until": Write.optional(service.inForceUntil),
            ]),
            "basis": .list(service.basis.map { Write.citation($0) }), "reform": Write.optional(service.reform),
        ]
    }

    static func service(_ definition: Definition, in region: String) -> JSON {
        var map = header(definition)
        map["region"] = .text(region)
        map["resolved_for"] = .text(definition.region)
        map["contact"] = .map(definition.service.contact.mapValues { .text($0) })
        map["questions"] = .list(definition.questions.compactMap { definition.fields[$0] }.map(field))
        map["form"] = .list(
            definition.form.map { section in
                .map([
                    "title": Write.wording(section.title),
                    "fields": .list(section.fields.compactMap { definition.fields[$0] }.map(field)),
                ])
            })
        map["plans"] = .list(definition.plans.map(plan))
        map["origins"] = .map(definition.origins.mapValues { .list($0.map(origin)) })
        map["guide"] = .map(
            definition.guide.reduce(into: [:]) { $0[$1.key == .chinese ? "zh" : "en"] = .text($1.value) })
        return .map(map)
    }

    private static func field(_ field: Field) -> JSON {
        .map([
            "id": .text(field.id), "ask": Write.wording(field.ask), "type": .text(field.type),
            "unit": Write.optional(field.unit),
            "choices": .list(
                field.choices.map { .map(["id": .text($0.id), "name": Write.wording($0.name)]) }),
            "when": condition(field.when), "must": condition(field.must), "otherwise": Write.wording(field.otherwise),
            "register": Write.optional(field.register), "sensitivity": .text(field.sensitivity.rawValue),
            "concept": .bool(field.isConcept),
        ])
    }

    /// An expression as it was written; null: always.
    private static func condition(_ expression: Expression?) -> JSON { Write.optional(expression?.source) }

    private static func plan(_ plan: Plan) -> JSON {
        .map([
            "variant": Write.optional(plan.variant), "name": Write.wording(plan.name), "when": condition(plan.when),
            "procedure": .text(plan.procedure), "procedure_name": Write.wording(plan.procedureName),
            "basis": .list(plan.basis.map { Write.citation($0) }), "main_clock": .text(plan.mainClock),
            "tracks": Write.texts(plan.tracks), "needs": .list(plan.evidence.map(need)),
            "clocks": .list(plan.clocks.map(clock)), "stages": .list(plan.stages.map(stage)),
            "tasks": .list(plan.tasks.map(task)), "outcome": outcome(plan.outcome),
        ])
    }

    private static func need(_ need: EvidenceNeed) -> JSON {
        .map([
            "id": .text(need.id), "name": Write.wording(need.name), "when": condition(need.when),
            "from": Write.texts(need.from.map(\.rawValue)), "certificate": Write.optional(need.certificate),
            "register": Write.optional(need.register), "deferrable": Write.optional(need.deferrable),
        ])
    }

    private static func clock(_ clock: ClockRule) -> JSON {
        .map([
            "id": .text(clock.id), "name": Write.wording(clock.name), "starts": Write.texts(clock.starts),
            "ends": Write.texts(clock.ends), "statutory": .list(clock.statutory.map(limit)),
            "promised": .list(clock.promised.map(limit)), "promised_by": Write.citation(clock.promisedBy),
            "law": Write.citation(clock.law), "stops": .list(clock.stops.map(stop)),
            "extends": clock.extends.map { more in
                .map([
                    "event": .text(more.event), "by": .text(more.by.description), "times": Write.number(more.times),
                    "law": Write.citation(more.law),
                ])
            } ?? .null,
            "deemed": .bool(clock.expires?.isDeemed ?? false),
        ])
    }

    private static func limit(_ row: ClockRule.LimitRow) -> JSON {
        .map([
            "when": condition(row.when), "limit": .text(row.limit.description), "by": Write.citation(row.by),
        ])
    }

    private static func stop(_ stop: ClockRule.Stop) -> JSON {
        .map([
            "while": .text(stop.whileOpen), "only_promised": .bool(stop.onlyPromised), "ground": .text(stop.ground),
            "law": Write.citation(stop.law),
        ])
    }

    private static func stage(_ stage: Stage) -> JSON {
        .map([
            "id": .text(stage.id), "name": Write.wording(stage.name), "waits_for": .text(stage.waitsFor.rawValue),
            "final": .bool(stage.isFinal),
        ])
    }

    private static func task(_ task: TaskRule) -> JSON {
        .map([
            "id": .text(task.id), "name": Write.wording(task.name), "stage": .text(task.stage),
            "role": .text(task.role), "when": condition(task.when),
            "statutory": Write.optional(task.within?.statutory), "promised": Write.optional(task.within?.promised),
            "law": Write.citation(task.law), "not_by": Write.texts(task.notBy),
            "signed_by": Write.number(task.signedBy),
        ])
    }

    private static func outcome(_ outcome: OutcomeRule) -> JSON {
        .map([
            "certificate": Write.optional(outcome.certificate), "valid": Write.optional(outcome.valid),
            "change": Write.optional(outcome.change),
        ])
    }

    /// Who set a value, the service first; the last one counts.
    static func origin(_ origin: Origin) -> JSON {
        .map([
            "layer": .text(origin.layer), "value": .text(origin.value), "because": Write.citation(origin.because),
            "from": .text(origin.from.description),
        ])
    }
}
