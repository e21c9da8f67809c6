import Values

/// A read ledger as the event of its import keeps it, and back: shape 1 of `mandate-imported`.
enum LedgerRecord {
    /// The keys `paper`, `sections`, `tasks`, `goals` and `doubts`.
    static func json(_ ledger: MandateLedger) -> [String: JSON] {
        let paper = ledger.paper
        return [
            "paper": [
                "title": .text(paper.title), "number": optional(paper.number), "issuer": optional(paper.issuer),
                "date": optional(paper.date?.description), "kind": optional(paper.kind),
                "wraps": optional(paper.wraps),
                "refers_to": .list(
                    paper.refersTo.map {
                        [
                            "title": .text($0.title), "number": optional($0.number), "at": json($0.passage),
                        ]
                    }),
            ],
            "sections": .list(
                ledger.sections.map {
                    [
                        "title": .text($0.title), "depth": .number(Int64($0.depth)),
                        "at": $0.passage.map { json($0) } ?? .null,
                    ]
                }),
            "tasks": .list(ledger.tasks.map { json($0) }), "goals": .list(ledger.goals.map { json($0) }),
            "doubts": .list(ledger.doubts.map { ["place": json($0.place), "message": json($0.message)] }),
        ]
    }

    /// nil for anything that `json` did not write.
    static func ledger(_ data: [String: JSON]) -> MandateLedger? {
        guard let paper = data["paper"], let title = paper["title"]?.text,
            let tasks = all(data["tasks"], task), let goals = all(data["goals"], target),
            let sections = all(data["sections"], section), let doubts = all(data["doubts"], doubt),
            let references = all(paper["refers_to"], reference)
        else { return nil }
        return MandateLedger(
            paper: MandateLedger.Paper(
                title: title, number: paper["number"]?.text, issuer: paper["issuer"]?.text,
                date: paper["date"]?.text.flatMap { Day($0) }, kind: paper["kind"]?.text, wraps: paper["wraps"]?.text,
                refersTo: references),
            sections: sections, tasks: tasks, goals: goals, doubts: doubts)
    }

    // MARK: Tasks

    static func json(_ task: MandateLedger.Task) -> JSON {
        [
            "id": .text(task.id), "printed": .text(task.printedNumber), "section": .text(task.section),
            "title": .text(task.title), "text": .text(task.text), "lead": .list(task.lead.map { json($0) }),
            "support": .list(task.support.map { json($0) }), "lead_printed": .bool(task.isLeadPrinted),
            "deadlines": .list(task.deadlines.map { json($0) }), "targets": .list(task.targets.map { json($0) }),
            "at": json(task.passage), "also_at": task.alsoAt.map { json($0) } ?? .null,
        ]
    }

    static func task(_ json: JSON) -> MandateLedger.Task? {
        guard let id = json["id"]?.text, let printed = json["printed"]?.text, let section = json["section"]?.text,
            let title = json["title"]?.text, let text = json["text"]?.text, let lead = all(json["lead"], unit),
            let support = all(json["support"], unit), let isLeadPrinted = json["lead_printed"]?.bool,
            let deadlines = all(json["deadlines"], deadline), let targets = all(json["targets"], target),
            let passage = json["at"].flatMap(passage)
        else { return nil }
        return MandateLedger.Task(
            id: id, printedNumber: printed, section: section, title: title, text: text, lead: lead, support: support,
            isLeadPrinted: isLeadPrinted, deadlines: deadlines, targets: targets, passage: passage,
            alsoAt: json["also_at"].flatMap(LedgerRecord.passage))
    }

    private static func json(_ unit: MandateLedger.Unit) -> JSON {
        ["name": .text(unit.name), "group": .bool(unit.isGroup), "at": json(unit.passage)]
    }

    private static func unit(_ json: JSON) -> MandateLedger.Unit? {
        guard let name = json["name"]?.text, let isGroup = json["group"]?.bool, let at = json["at"].flatMap(passage)
        else { return nil }
        return MandateLedger.Unit(name: name, isGroup: isGroup, passage: at)
    }

    private static func json(_ deadline: MandateLedger.Deadline) -> JSON {
        [
            "raw": .text(deadline.raw), "kind": .text(deadline.kind.rawValue),
            "date": optional(deadline.date?.description), "at": json(deadline.passage),
        ]
    }

    private static func deadline(_ json: JSON) -> MandateLedger.Deadline? {
        guard let raw = json["raw"]?.text,
            let kind = json["kind"]?.text.flatMap({ MandateLedger.Deadline.Kind(rawValue: $0) }),
            let at = json["at"].flatMap(passage)
        else { return nil }
        return MandateLedger.Deadline(raw: raw, kind: kind, date: json["date"]?.text.flatMap { Day($0) }, passage: at)
    }

    private static func json(_ target: MandateLedger.Target) -> JSON {
        [
            "raw": .text(target.raw), "what": .text(target.what), "comparator": .text(target.comparator.rawValue),
            "value": .text(target.value.shortest.description), "unit": .text(target.unit),
            "baseline": optional(target.baseline?.shortest.description), "soft": .bool(target.isSoft),
            "at": json(target.passage),
        ]
    }

    private static func target(_ json: JSON) -> MandateLedger.Target? {
        guard let raw = json["raw"]?.text, let what = json["what"]?.text,
            let comparator = json["comparator"]?.text.flatMap({ MandateLedger.Comparator(rawValue: $0) }),
            let value = json["value"]?.text.flatMap({ Decimal($0) }), let unit = json["unit"]?.text,
            let isSoft = json["soft"]?.bool, let at = json["at"].flatMap(passage)
        else { return nil }
        return MandateLedger.Target(
            raw: raw, what: what, comparator: comparator, value: value, unit: unit,
            baseline: json["baseline"]?.text.flatMap { Decimal($0) }, isSoft: isSoft, passage: at)
    }

    // MARK: The rest

    private static func section(_ json: JSON) -> MandateLedger.Section? {
        guard let title = json["title"]?.text, let depth = json["depth"]?.number else { return nil }
        return MandateLedger.Section(title: title, depth: depth, passage: json["at"].flatMap(passage))
    }

    private static func doubt(_ json: JSON) -> MandateLedger.Doubt? {
        guard let place = json["place"].flatMap(wording), let message = json["message"].flatMap(wording) else {
            return nil
        }
        return MandateLedger.Doubt(place: place, message: message)
    }

    private static func reference(_ json: JSON) -> MandateLedger.Reference? {
        guard let title = json["title"]?.text, let at = json["at"].flatMap(passage) else { return nil }
        return MandateLedger.Reference(title: title, number: json["number"]?.text, passage: at)
    }

    private static func json(_ wording: Wording) -> JSON { ["zh": .text(wording.zh), "en": .text(wording.en)] }

    private static func wording(_ json: JSON) -> Wording? {
        json["zh"]?.text.map { Wording(zh: $0, en: json["en"]?.text ?? $0) }
    }

    /// Line and character of the first and of the last character, all from 0.
    private static func json(_ passage: SourcePassage) -> JSON {
        .list(
            [passage.from.line, passage.from.offset, passage.to.line, passage.to.offset].map { .number(Int64($0)) })
    }

    private static func passage(_ json: JSON) -> SourcePassage? {
        guard let numbers = json.list?.compactMap(\.number), numbers.count == 4 else { return nil }
        return SourcePassage(
            from: SourcePoint(line: numbers[0], offset: numbers[1]),
            to: SourcePoint(line: numbers[2], offset: numbers[3]))
    }

    static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

    /// All of a list, or nil when one of them cannot be read.
    private static func all<Part>(_ json: JSON?, _ read: (JSON) -> Part?) -> [Part]? {
        guard let list = json?.list else { return nil }
        let parts = list.compactMap(read)
        return parts.count == list.count ? parts : nil
    }
}
