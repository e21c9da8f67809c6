/// The shapes of a procedure file and of what a service refines of it.
extension Shape {
    /// Keys of a deed, everywhere (examples: `actions`, `results`, `expires`).
    static let deedKeys = may([
        "name": .wording, "when": .feel, "else": .wording, "gives": .gives, "event": .event, "as_of": .list(.event),
        "to": .id, "outcome": .id, "issues": .word(["service.outcome.certificate", "revocation"]), "notice": .id,
        "law": .citation,
    ])

    /// The same keys, some of them needed here.
    static func deed(needing needed: [String]) -> [Key] {
        deedKeys.map { Key(name: $0.name, shape: $0.shape, isNeeded: needed.contains($0.name)) }
    }

    static let unit = Shape.form(
        scalar: .text, list: nil, map: .record(needed(["is": .feel])))

    static let permission: Shape = {
        let post = Shape.record(
            needed(["role": .id]), may(["unit": .unit, "region": .word(["own", "above", "listed", "any"])]))
        return .form(scalar: .id, list: .list(.form(scalar: .id, list: nil, map: post), atLeast: 1), map: post)
    }()

    static let limits = Shape.form(
        scalar: .limit,
        list: .list(.record(needed(["limit": .limit]), may(["when": .feel, "by": .citation])), atLeast: 1),
        map: nil)

    static let timedDeed = Shape.record(deed(needing: ["event", "law"]), may(["deemed": .truth]))

    static let action = Shape.record(
        deed(needing: ["name", "event"]), needed(["in": .list(.id, atLeast: 1), "by": .permission]),
        may(["usual": .truth, "not_by": .ids, "signed_by": .whole(1...9)]))

    static let result = Shape.record(deed(needing: ["name"]), may(["again": .truth]))

    static let join = Shape.form(
        scalar: nil, list: .ids,
        map: .oneOf([
            needed(["any": .list(.id, atLeast: 1)]),
            needed(["at_least": .whole(1...99), "of": .list(.id, atLeast: 1)]),
        ]))

    static let within = Shape.oneOf([
        needed(["own": .limit]),
        needed(["statutory": .limit]) + may(["promised": .limit, "law": .citation]),
        needed(["promised": .limit]) + may(["law": .citation]),
    ])

    static let task = Shape.record(
        may([
            "name": .wording, "in": .id, "opens": .list(.event), "after": .join, "when": .orNull(.feel), "unit": .unit,
            "role": .id, "within": .orNull(.within), "results": .placed(.result), "not_by": .ids,
            "signed_by": .whole(1...9), "law": .citation,
        ]),
        may([
            "silence": .record(needed(["result": .id, "law": .citation])),
            "stops": .record(
                needed(["clock": .id, "ground": .text, "law": .citation]), may(["only": .word(["promised"])])),
        ]))

    static let clock = Shape.record(
        may([
            "name": .wording, "starts": .list(.event, atLeast: 1), "ends": .list(.event), "when": .feel,
            "statutory": .orNull(.limits), "promised": .orNull(.limits), "until": .orNull(.feel),
            "roll": .word(["next_workday", "none"]), "warns": .list(.limit), "expires": .orNull(.timedDeed),
            "promised_by": .citation, "law": .citation,
        ]),
        may([
            "stops": .list(
                .record(
                    needed(["while": .id, "ground": .text, "law": .citation]), may(["only": .word(["promised"])]))),
            "extends": .record(
                needed(["event": .event, "by": .limit, "times": .whole(1...99), "law": .citation])),
        ]))

    static let obligation = Shape.record(
        needed([
            "name": .wording, "owed_by": .word(["applicant", "office"]), "opens": .list(.event, atLeast: 1),
            "kept_by": .list(.event, atLeast: 1), "law": .citation,
        ]),
        may([
            "within": .text, "until": .feel, "about": .word(["promise", "check", "document"]),
            "broken_by": .list(.event),
            "warns": .list(.limit),
            "per": .feel, "when": .feel, "kept_when": .feel, "dropped_by": .list(.event), "blocks": .list(.event),
            "expires": .timedDeed,
        ]))

    static let child = Shape.record(
        needed(["opens": .list(.event, atLeast: 1)]),
        may([
            "name": .wording, "per": .feel, "when": .feel, "service": .id, "procedure": .id, "unit": .feel,
            "after": .ids,
            "passes": .map(key: .factId, value: .feel, placed: false), "on_close": .word(["withdraw", "go_on"]),
        ]))

    static let fieldTypes = [
        "text", "number", "boolean", "date", "choice", "unit", "people", "code", "address", "region", "money", "phone",
        "list", "file", "case",
    ]

    /// A question, a field of the form or a fact of a procedure; `{}` names a concept of the dictionary.
    static let field = Shape.record(
        may([
            "ask": .wording, "type": .word(fieldTypes), "unit": .text,
            "choices": .map(key: .id, value: .wording, placed: true), "must": .feel, "else": .wording, "when": .feel,
            "usual": .anything, "from": .word(["register"]), "register": .text,
            "sensitivity": .word(["public", "internal", "personal", "sensitive"]),
        ]))

    static let force = Shape.record(needed(["from": .day]), may(["until": .orNull(.day)]))
    static let fields = Shape.map(key: .factId, value: .field, placed: true)

    static let procedure = Shape.record(
        needed([
            "procedure": .id, "name": .wording, "basis": .list(.citation), "in_force": .force, "main_clock": .id,
            "stages": .placed(
                .record(
                    needed(["name": .wording]),
                    may(["waits_for": .word(["office", "applicant", "other"]), "final": .truth]))),
            "opens": .record(deed(needing: ["event", "to"]), needed(["by": .permission])),
            "actions": .placed(.action), "tasks": .placed(.task), "clocks": .placed(.clock),
        ]),
        may([
            "tracks": .list(.word(["ordinary", "commitment", "tolerance"])), "rules": .text, "facts": .fields,
            "obligations": .placed(.obligation), "children": .placed(.child),
        ]))
}
