/// The shape of a situation: a test written as data.
extension Shape {
    private static let expectation = Shape.record(
        may([
            "stage": .id, "outcome": .orNull(.id), "track": .word(["ordinary", "commitment", "tolerance"]),
            "variant": .id,
            "evidence": .list(.id), "tasks": .list(.id), "open_tasks": .list(.id), "due": .moment,
            "clocks": .map(
                key: .id,
                value: .record(
                    may([
                        "state": .word(["none", "running", "stopped", "ended", "expired"]), "started": .moment,
                        "due": .moment,
                        "legal_due": .moment,
                    ])),
                placed: false),
            "happened": .list(.event), "issues": .list(.id), "notices": .list(.id), "refusals": .list(.text),
            "values": .map(key: .text, value: .anything, placed: false),
            "because": .map(key: .text, value: .text, placed: false),
            "children": .map(key: .text, value: .text, placed: false), "form": .list(.factId), "materials": .list(.id),
        ]))

    static let refusalCodes = [
        "closed", "not_here", "no_task", "no_result", "not_permitted", "signatures", "input_missing", "condition",
        "not_known", "blocked", "extended_already",
    ]

    static let situation = Shape.record(
        needed(["name": .text, "filed": .moment, "expect": .expectation]),
        may([
            "procedure": .id, "region": .id, "track": .word(["ordinary", "commitment", "tolerance"]),
            "given": .map(key: .factId, value: .anything, placed: false), "lacks": .list(.id), "defers": .list(.id),
            "promises": .list(.id), "refused": .word(refusalCodes),
            "steps": .list(
                .record(
                    may([
                        "at": .moment, "do": .id, "task": .id, "result": .id, "by": .text, "signed_by": .list(.text),
                        "say": .map(key: .event, value: .anything, placed: false), "brings": .list(.id),
                        "learn": .map(key: .factId, value: .anything, placed: false), "source": .text, "child": .text,
                        "refused": .word(refusalCodes), "expect": .expectation,
                    ]))),
        ]))
}
