/// The shapes of what all services share: concepts, certificates, messages, lists, metrics, items, laws, documents.
extension Shape {
    static let conceptTypes = [
        "text", "number", "boolean", "date", "choice", "code", "money", "address", "region", "phone", "list", "file",
        "unit", "case",
    ]

    static let concepts = Shape.record(
        needed([
            "concepts": .map(
                key: .factId,
                value: .record(
                    needed([
                        "name": .wording, "type": .word(conceptTypes),
                        "sensitivity": .word(["public", "internal", "personal", "sensitive"]),
                    ]),
                    may([
                        "constraint": .text, "register": .text,
                        "choices": .map(key: .id, value: .wording, placed: true),
                    ])),
                placed: true)
        ]))

    static let certificate = Shape.record(
        needed([
            "certificate": .id, "name": .wording, "authority": .text, "holder": .text,
            "number": .record(needed(["concept": .factId]), may(["prefix": .anyText])),
            "fields": .list(.factId, atLeast: 1),
            "layout": .record(
                needed([
                    "size": .word(["A3", "A4"]), "orientation": .word(["portrait", "landscape"]),
                    "order": .list(.factId, atLeast: 1),
                ]),
                may(["title_at": .text, "seal_at": .text, "code_at": .text])),
            "validity": .record(
                needed(["kind": .word(["unlimited", "period", "until"])]),
                may(["period": .limit, "warns": .list(.limit), "renew_before": .limit, "law": .citation])),
            "states": .list(
                .word(["valid", "changed", "suspended", "revoked", "withdrawn", "cancelled", "expired"]), atLeast: 1),
            "public": .truth, "grade": .word(["A", "B", "C", "D"]),
        ]),
        may(["many": .list(.factId)]))

    static let message = Shape.record(
        needed([
            "message": .id, "name": .wording, "to": .word(["applicant", "office"]),
            "ways": .list(.word(["inbox", "sms", "post", "paper"]), atLeast: 1), "must_say": .list(.text),
            "text": .wording,
        ]),
        may([
            "document": .truth, "law": .citation,
            "appeal": .map(
                key: .id, value: .record(needed(["within": .limit, "law": .citation])), placed: false),
        ]))

    static let list = Shape.record(
        needed([
            "list": .id, "name": .wording,
            "kind": .word([
                "negative", "cross-region", "no-penalty", "commitment", "fee", "authority", "proof", "choice",
            ]),
            "owner": .text, "basis": .list(.citation), "version": .text, "in_force": .force,
            "columns": .map(
                key: .event,
                value: .form(
                    scalar: columnKind, list: nil, map: .record(needed(["kind": columnKind, "name": .wording]))),
                placed: true),
            "entries": .list(.map(key: .event, value: .anything, placed: false)),
        ]),
        may(["effect": .wording, "note": .wording]))

    private static let columnKind = Shape.word(["text", "number", "date", "list", "name", "service", "region"])

    static let metrics: Shape = {
        let target = Shape.record(
            needed(["policy": .text, "article": .text, "sentence": .text]),
            may([
                "at_least": .decimal, "at_most": .decimal, "equals": .decimal, "more_than": .decimal,
                "less_than": .decimal, "from": .day, "by_date": .day, "region": .id,
                "limit": .record(needed(["service": .id, "clock": .id]), may(["variant": .id, "when": .text])),
            ]))
        let metric = Shape.record(
            needed([
                "name": .wording, "take": .word(["count", "share", "sum", "average", "median", "max"]),
                "unit": .text,
            ]),
            may([
                "what": .text, "target": target, "elsewhere": .wording, "value": .feel, "where": .feel,
                "of": .record(needed(["what": .text]), may(["value": .feel, "where": .feel])),
                "by": .list(.word(["service", "unit", "region", "channel", "month"])),
            ]))
        return .record(needed(["metrics": .map(key: .id, value: metric, placed: true)]))
    }()

    static let reports: Shape = {
        let places = Shape.word(RankingPlan.Places.allCases.map(\.rawValue))
        let part = Shape.oneOf([
            needed(["measures": .list(.id, atLeast: 1), "name": .wording]) + may(["by": places]),
            needed(["promises": .word(ReportPlan.Promises.allCases.map(\.rawValue)), "name": .wording]),
            needed(["tasks": .word(["late"]), "name": .wording]),
            needed(["ranking": .id, "name": .wording]),
            needed(["index": .id, "name": .wording]),
        ])
        let report = Shape.record(
            needed([
                "name": .wording, "every": .word(ReportSpan.Every.allCases.map(\.rawValue)),
                "for": .list(.word(ReportPlan.Reach.allCases.map(\.rawValue)), atLeast: 1), "circulated": .truth,
                "parts": .list(part, atLeast: 1),
            ]))
        let scored = Shape.record(needed(["weight": .whole(1...100), "none": .decimal, "full": .decimal]))
        let index = Shape.record(
            needed([
                "name": .wording, "basis": .citation, "needs": .whole(1...100),
                "parts": .map(key: .id, value: scored, placed: true),
            ]))
        let ranking = Shape.record(
            needed(["name": .wording, "of": places, "index": .id, "counted": .id, "least": .whole(1...1_000_000)]))
        return .record(
            needed([
                "reports": .map(key: .id, value: report, placed: true),
                "rankings": .map(key: .id, value: ranking, placed: true),
                "indexes": .map(key: .id, value: index, placed: true),
            ]))
    }()

    static let items = Shape.record(
        needed([
            "items": .map(
                key: .id,
                value: .record(
                    needed(["name": .wording]),
                    may([
                        "code": .orNull(.text), "type": .text, "sample": .truth, "basis": .list(.citation),
                    ])),
                placed: false)
        ]))

    /// Drawings that a group of services may have; the interface has one of each name.
    package static let groupIcons = [
        "bowl", "briefcase", "calendar", "car", "card", "chart", "document", "drop",
        "heart", "home", "people", "scales", "shield", "tree", "user", "yuan",
    ]

    static let themes: Shape = {
        let group = Shape.record(
            needed(["name": .wording, "icon": .word(groupIcons), "services": .ids]))
        return .record(
            needed([
                "themes": .map(key: .id, value: group, placed: true),
                "stages": .map(key: .id, value: group, placed: true), "popular": .ids,
            ]))
    }()

    static let search = Shape.record(
        needed([
            "services": .map(
                key: .id, value: .record(needed(["also": .list(.text), "asked": .list(.text)])), placed: false),
            "synonyms": .list(.list(.text, atLeast: 2)), "fillers": .list(.text),
            "readings": .map(key: .text, value: .list(.id, atLeast: 1), placed: false),
        ]))

    static let laws = Shape.record(
        needed([
            "laws": .map(
                key: .text,
                value: .record(
                    may([
                        "name": .wording, "number": .orNull(.text),
                        "in_force": .orNull(.record(may(["from": .orNull(.day), "until": .orNull(.day)]))),
                    ])),
                placed: false)
        ]))

    static let documents = Shape.record(
        needed([
            "documents": .map(
                key: .text,
                value: .record(
                    may([
                        "number": .text, "title": .orNull(.text), "date": .orNull(.day), "issuer": .orNull(.text),
                        "text": .orNull(.text),
                    ])),
                placed: false)
        ]))
}

/// The shapes of `Territory/`.
extension Shape {
    static let regions = Shape.record(
        needed([
            "regions": .map(
                key: .id,
                value: .record(
                    needed(["name": .wording, "from": .day]),
                    may([
                        "parent": .orNull(.id),
                        "codes": .list(
                            .record(needed(["code": .text]), may(["from": .orNull(.day), "until": .orNull(.day)]))),
                        "until": .orNull(.day), "successor": .orNull(.form(scalar: .id, list: .ids, map: nil)),
                    ])),
                placed: false)
        ]))

    static let units = Shape.record(
        needed([
            "units": .map(
                key: .id,
                value: .record(
                    needed(["name": .text, "region": .id, "from": .day]),
                    may([
                        "parent": .orNull(.id), "until": .orNull(.day), "successor": .orNull(.id), "code": .text,
                    ])),
                placed: false)
        ]),
        may(["in_each": .map(key: .id, value: .record(needed(["units": unitsOfEach])), placed: false)]))

    private static let unitsOfEach = Shape.map(
        key: .id,
        value: .record(
            needed(["name": .text, "from": .day]),
            may(["parent": .orNull(.id), "until": .orNull(.day), "successor": .orNull(.id)])),
        placed: false)

    static let calendar = Shape.record(
        needed([
            "notice": .text, "loaded": .day, "off": .list(.day), "work": .list(.day),
        ]))
}
