/// The shapes of the files of a service folder.
extension Shape {
    /// What is told before a promise is taken instead of a proof (告知承诺).
    static let commitment = Shape.record(
        needed([
            "form": .word(["licence", "proof"]), "law": .citation,
            "conditions": .list(.record(needed(["text": .wording, "law": .citation])), atLeast: 1),
            "consequences": .list(.record(needed(["text": .wording])), atLeast: 1), "check": .wording,
            "notice": .id,
        ]))

    static let evidence = Shape.record(
        needed([
            "name": .wording,
            "from": .list(.word(["certificate", "register", "case", "promise", "upload"]), atLeast: 1),
        ]),
        may([
            "when": .feel, "certificate": .id, "register": .text, "deferrable": .limit, "commitment": .commitment,
            "promise": .wording,
        ]))

    static let outcome = Shape.record(
        needed(["certificate": .orNull(.id)]), may(["valid": .limit, "change": .text]))

    static let variant = Shape.record(
        needed(["name": .wording, "when": .feel]),
        may([
            "procedure": .id, "clocks": .placed(.clock), "tasks": .placed(.task),
            "evidence": .placed(.orNull(.evidence)), "outcome": .outcome,
        ]))

    static let serviceKinds = [
        "行政许可", "行政确认", "行政给付", "行政奖励", "行政裁决", "其他行政权力", "公共服务", "一件事", "内部程序",
    ]

    static let service = Shape.record(
        needed([
            "service": .id, "item": .id, "name": .wording, "kind": .word(serviceKinds),
            "level": .word(["city", "district", "township"]), "authority": .text, "procedure": .id,
            "basis": .list(.citation, atLeast: 1), "in_force": .force,
            "channels": .list(.word(["online", "window", "mobile", "kiosk"]), atLeast: 1), "visits": .whole(0...99),
            "clocks": .placed(.clock), "contact": .map(key: .id, value: .text, placed: false),
        ]),
        may([
            "filing": .truth,
            "reform": .word(["直接取消审批", "审批改为备案", "实行告知承诺", "优化审批服务"]),
            "tracks": .list(.word(["ordinary", "commitment", "tolerance"])),
            "concerns": .list(.word(CommitmentCheck.areas.map(\.id))), "repairs": .id,
            "instead": .ids,
            "applicants": .list(.word(["person", "enterprise"])),
            "constants": .map(key: .event, value: .anything, placed: false),
            "questions": .fields, "form": .list(.record(needed(["section": .wording, "fields": .fields]))),
            "evidence": .placed(.evidence), "rules": .text, "tasks": .placed(.task), "variants": .placed(.variant),
        ]),
        may([
            "members": .placed(
                .record(
                    needed(["service": .id]),
                    may(["after": .ids, "when": .feel, "takes": .map(key: .id, value: .id, placed: false)]))),
            "outcome": .outcome,
            "lower_levels": .record(needed(["may": .list(.text)])),
        ]))

    static let rules = Shape.record(
        needed([
            "tables": .map(
                key: .factId,
                value: .record(
                    needed([
                        "name": .wording, "hit": .word(["unique", "first", "collect"]),
                        "inputs": .list(.feel, atLeast: 1),
                        "gives": .word(["string", "number", "boolean", "date"]),
                        "rules": .list(
                            .record(
                                needed(["if": .list(.text, atLeast: 1), "then": .feel, "why": .wording]),
                                may(["law": .citation]))),
                    ])),
                placed: true)
        ]))

    /// What a lower level sets; which paths it may set is asked when the layers are merged.
    static let layer = Shape.record(
        needed([
            "overrides": .id, "region": .id, "in_force": .force, "because": .citation,
            "set": .record(
                may([
                    "clocks": .placed(.clock), "tasks": .placed(.task), "evidence": .placed(.orNull(.evidence)),
                    "contact": .map(key: .id, value: .text, placed: false), "place": .text, "hours": .text,
                    "channels": .list(.word(["online", "window", "mobile", "kiosk"])), "visits": .whole(0...99),
                    "variants": .placed(
                        .record(
                            may([
                                "clocks": .placed(.clock), "tasks": .placed(.task),
                                "evidence": .placed(.orNull(.evidence)),
                                "outcome": .outcome,
                            ]))),
                    "outcome": .outcome, "authority": .text,
                ])),
        ]))
}
