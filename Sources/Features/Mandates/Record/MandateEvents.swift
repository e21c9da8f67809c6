import Values

/// Kinds of a document's stream.
package enum MandateEventKind: String, Hashable, Sendable, CaseIterable {
    /// Read and kept; begins the stream.
    case imported = "mandate-imported"
    /// A person put a task right.
    case corrected = "mandate-corrected"
    case accepted = "mandate-accepted"
    case rejected = "mandate-rejected"
    /// A person took an acceptance back; the task waits again.
    case takenBack = "mandate-taken-back"
    /// A later version of the document was imported.
    case replaced = "mandate-replaced"
}

/// The bodies of a document's events.
enum MandateEvents {
    /// What is imported, and where its parts are kept.
    struct Import: Sendable {
        let ledger: MandateLedger
        let file: MandateDocument.File
        let source: String
        let region: String
        let replaces: String?
    }

    static func imported(_ new: Import, by actor: Actor, at moment: Moment) -> EventBody {
        var open = LedgerRecord.json(new.ledger)
        open["region"] = .text(new.region)
        open["file"] = [
            "hash": .text(new.file.hash), "size": .number(Int64(new.file.sizeInBytes)),
            "upload": .text(new.file.upload),
        ]
        open["source"] = .text(new.source)
        open["replaces"] = LedgerRecord.optional(new.replaces)
        return body(.imported, by: actor, at: moment, open: open, sealed: ["name": .text(new.file.name)])
    }

    static func corrected(
        _ content: MandateLedger.Task, reason: String, by actor: Actor, at moment: Moment
    ) -> EventBody {
        body(
            .corrected, by: actor, at: moment,
            open: ["task": .text(content.id), "content": LedgerRecord.json(content)],
            sealed: ["reason": .text(reason)])
    }

    static func accepted(
        _ task: String, _ assignment: MandateTask.Assignment, by actor: Actor, at moment: Moment
    ) -> EventBody {
        body(
            .accepted, by: actor, at: moment,
            open: [
                "task": .text(task), "lead": .list(assignment.lead.map { .text($0) }),
                "support": .list(assignment.support.map { .text($0) }),
                "meant": .list(
                    assignment.meant.map { one in
                        [
                            "part": .text(one.part.rawValue), "printed": LedgerRecord.optional(one.printed),
                            "units": .list(one.units.map { .text($0) }),
                        ]
                    }), "due": .text(assignment.due.description),
                "due_printed": .bool(assignment.isDuePrinted),
                "continues": LedgerRecord.optional(assignment.continues),
                "report_every": .text(assignment.reportEvery.rawValue),
            ], sealed: [:])
    }

    static func assignment(_ data: [String: JSON]) -> MandateTask.Assignment? {
        guard let lead = data["lead"]?.list?.compactMap(\.text),
            let support = data["support"]?.list?.compactMap(\.text),
            let due = data["due"]?.text.flatMap({ Day($0) }), let isDuePrinted = data["due_printed"]?.bool,
            let reportEvery = data["report_every"]?.text.flatMap({ ReportPeriod(rawValue: $0) })
        else { return nil }
        let meant = (data["meant"]?.list ?? []).compactMap { one -> MandateTask.Meant? in
            guard let part = one["part"]?.text.flatMap({ MandateTask.Meant.Part(rawValue: $0) }) else { return nil }
            return MandateTask.Meant(
                part: part, printed: one["printed"]?.text, units: (one["units"]?.list ?? []).compactMap(\.text))
        }
        return MandateTask.Assignment(
            lead: lead, support: support, meant: meant, due: due, isDuePrinted: isDuePrinted,
            continues: data["continues"]?.text,
            reportEvery: reportEvery)
    }

    static func rejected(_ task: String, reason: String, by actor: Actor, at moment: Moment) -> EventBody {
        body(.rejected, by: actor, at: moment, open: ["task": .text(task)], sealed: ["reason": .text(reason)])
    }

    static func takenBack(_ task: String, reason: String, by actor: Actor, at moment: Moment) -> EventBody {
        body(.takenBack, by: actor, at: moment, open: ["task": .text(task)], sealed: ["reason": .text(reason)])
    }

    static func replaced(by later: String, actor: Actor, at moment: Moment) -> EventBody {
        body(.replaced, by: actor, at: moment, open: ["by": .text(later)], sealed: [:])
    }

    private static func body(
        _ kind: MandateEventKind, by actor: Actor, at moment: Moment, open: [String: JSON], sealed: [String: JSON]
    ) -> EventBody {
        EventBody(
            kind: kind.rawValue, schema: 1, effective: .instant(moment), actor: actor, actingFor: nil,
            channel: nil, ground: nil, open: open, sealed: sealed)
    }
}
