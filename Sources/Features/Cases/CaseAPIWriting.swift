import Casework
import Definitions
import Values

/// Cases as the interface shows them. Personal values are masked: no scope reads them.
struct CaseAPIWriting: Sendable {
    let territory: TerritoryDesk

    private typealias Write = InterfaceJSON

    // MARK: Lists

    func row(_ row: CaseRow) -> JSON {
        .map([
            "id": .text(row.id), "number": Write.optional(row.number), "service": .text(row.service),
            "definition": .text(row.definition), "region": .text(row.region), "unit": .text(row.unit),
            "applicant": .text(row.applicant), "applicant_name": Write.optional(row.applicantMask),
            "channel": Write.optional(row.channel), "stage": .text(row.stage),
            "waits_for": .text(row.waitsFor.rawValue), "closed": .bool(row.isClosed),
            "outcome": Write.optional(row.outcome), "filed_at": .text(row.filedAt.description),
            "closed_at": Write.optional(row.closedAt), "due": Write.optional(row.promisedDue ?? row.legalDue),
            "legal_due": Write.optional(row.legalDue), "stopped": .bool(row.isStopped),
            "version": Write.number(row.version),
        ])
    }

    func task(_ row: TaskRow) -> JSON {
        .map([
            "case": .text(row.caseID), "case_number": Write.optional(row.caseNumber), "task": .text(row.task),
            "number": Write.number(row.number), "unit": .text(row.unit), "role": .text(row.role),
            "region": .text(row.region), "state": .text(row.isUnclear ? "unclear" : "open"),
            "since": .text(row.since.description), "due": Write.optional(row.due), "service": .text(row.service),
            "applicant_name": Write.optional(row.applicantMask), "filed_at": .text(row.filedAt.description),
            "stopped": .bool(row.isStopped),
        ])
    }

    /// The person is named by id only: four eyes are compared by it.
    func post(_ post: Post) -> JSON {
        .map([
            "id": .text(post.id.text), "person": .text(post.person.text), "unit": .text(post.unit),
            "region": .text(post.region), "role": .text(post.role.rawValue), "from": .text(post.from.description),
            "until": Write.optional(post.until),
        ])
    }

    // MARK: One case

    /// The case with its clocks and their ledgers, tasks, answers, evidence, obligations and documents.
    func state(_ file: CaseFile, by definition: Definition, at moment: Moment) -> JSON {
        let plan = definition.plan(ofVariant: file.header.variant)
        let stage = plan?.stages.first { $0.id == file.stage }
        let calendar = territory.current.calendar
        let clocks = file.clockReadings(by: definition, at: moment, calendar: calendar)
        var map = header(of: file)
        map["as_of"] = .text(moment.description)
        map["stage"] = .map([
            "id": .text(file.stage), "name": Write.wording(stage?.name), "visit": Write.number(file.visit),
            "revision": Write.number(file.stageRevision),
        ])
        map["waits_for"] = .text((stage?.waitsFor ?? .nobody).rawValue)
        map["main_clock"] = Write.optional(plan?.mainClock)
        map["clocks"] = .list(clocks.map { clock($0, of: file) })
        map["tasks"] = .list(file.tasks.map { task($0, in: plan, definition) })
        map["actions"] = .list((plan?.actions ?? []).filter { isOpen($0, in: file) }.map { action($0, definition) })
        map["answers"] = .map(
            file.answers.reduce(into: [:]) { $0[$1.key] = answer($1.value, of: definition.fields[$1.key]) })
        map["evidence"] = .list(file.evidence.values.sorted { $0.need < $1.need }.map(evidence))
        map["deferred"] = Write.texts(file.deferred)
        map["obligations"] = .list(file.obligations.map(obligation))
        map["documents"] = .list(file.documents.map(document))
        map["children"] = .list(file.children.map(child))
        return .map(map)
    }

    private func header(of file: CaseFile) -> [String: JSON] {
        let header = file.header
        return [
            "id": .text(file.id), "number": Write.optional(file.number), "service": .text(header.service),
            "procedure": .text(header.procedure), "variant": Write.optional(header.variant),
            "definition": .text(header.definition), "region": .text(header.region), "unit": .text(header.unit),
            "channel": Write.optional(header.channel), "track": .text(header.track),
            "applicant": .text(header.applicant.description), "agent": Write.optional(header.agent?.description),
            "delegation": Write.optional(header.delegation), "filed_at": .text(header.filed.description),
            "closed": .bool(file.isClosed), "outcome": Write.optional(file.outcome),
            "outcome_name": Write.wording(file.outcome.map { CaseWords.outcome($0) }),
            "erased": .bool(file.isErased), "version": Write.number(file.version),
            "parent": header.parent.map { .map(["case": .text($0.caseID), "child": .text($0.child)]) } ?? .null,
        ]
    }

    /// Another case that this one opened, or will open.
    private func child(_ child: ChildRun) -> JSON {
        .map([
            "child": .text(child.key), "service": Write.optional(child.service), "state": .text(child.state.rawValue),
            "case": Write.optional(child.caseID), "outcome": Write.optional(child.outcome),
            "outcome_name": Write.wording(child.outcome.map { CaseWords.outcome($0) }),
            "after": Write.texts(child.after),
        ])
    }

    private func isOpen(_ action: Action, in file: CaseFile) -> Bool {
        !file.isClosed && !action.by.isPlatform && action.stages.contains(file.stage)
    }

    private func action(_ action: Action, _ definition: Definition) -> JSON {
        .map([
            "id": .text(action.id), "name": Write.wording(action.deed.name), "by": Write.texts(action.by.roles),
            "gives": gives(action.deed, definition), "signed_by": Write.number(action.signedBy),
            "law": Write.citation(action.deed.law),
        ])
    }

    /// What is said with a deed; of articles, those that may be cited.
    private func gives(_ deed: Deed, _ definition: Definition) -> JSON {
        .list(
            deed.gives.map { given in
                let choices = given.kind == "citations" ? definition.citations.map(\.written) : []
                return .map([
                    "id": .text(given.id), "kind": .text(given.kind), "list": Write.optional(given.list),
                    "optional": .bool(given.isOptional), "choices": Write.texts(choices),
                ])
            })
    }

    private func task(_ run: TaskRun, in plan: Plan?, _ definition: Definition) -> JSON {
        let rule = plan?.tasks.first { $0.id == run.task }
        let results = run.state == .open ? rule?.results ?? [] : []
        return .map([
            "task": .text(run.task), "number": Write.number(run.number), "name": Write.wording(rule?.name),
            "stage": .text(run.stage), "state": .text(run.state.rawValue), "unit": .text(run.unitAbove ?? run.unit),
            "role": .text(run.role), "since": .text(run.since.description),
            "due": Write.due(run.due.promised ?? run.due.legal), "ended_at": Write.optional(run.endedAt),
            "result": Write.optional(run.result), "deemed": .bool(run.isDeemed),
            "unclear": Write.texts(run.names), "revision": Write.number(run.revision),
            "results": .list(
                results.map { result in
                    .map([
                        "id": .text(result.id), "name": Write.wording(result.name), "gives": gives(result, definition),
                    ])
                }),
        ])
    }

    private func evidence(_ answer: EvidenceAnswer) -> JSON {
        .map([
            "need": .text(answer.need), "source": .text(answer.source.rawValue), "grade": .text(answer.grade),
            "reference": Write.optional(answer.reference), "files": Write.number(answer.files.count),
            "expires": Write.optional(answer.expires),
        ])
    }

    private func obligation(_ run: ObligationRun) -> JSON {
        .map([
            "obligation": .text(run.rule), "number": Write.number(run.number), "state": .text(run.state.rawValue),
            "owed_by": .text(run.isOwedByOffice ? "office" : "applicant"),
            "within": Write.optional(run.within), "due": Write.due(run.due),
            "since": .text(run.since.description), "blocks": Write.texts(run.blocks),
        ])
    }

    private func document(_ document: CaseDocument) -> JSON {
        .map([
            "number": Write.number(document.number), "template": .text(document.template),
            "hash": .text(document.hash), "way": .text(document.way), "language": .text(document.language),
            "at": .text(document.at.description),
        ])
    }

    /// The value where it may be shown; otherwise what is left of it when it is masked.
    private func answer(_ answer: Answer, of field: Field?) -> JSON {
        let isShown = field.map { !$0.sensitivity.isSealed } ?? false
        let masked = isShown ? nil : answer.value.map { ValueMask.text(of: $0, field: field) }
        return .map([
            "value": isShown ? answer.value ?? .null : .null, "masked": Write.optional(masked),
            "source": .text(answer.source), "grade": .text(answer.grade), "at": .text(answer.at.description),
            "revision": Write.number(answer.revision),
        ])
    }
}

// MARK: Clocks

extension CaseAPIWriting {
    private func clock(_ reading: ClockReading, of file: CaseFile) -> JSON {
        .map([
            "clock": .text(reading.clock), "name": Write.wording(reading.name), "run": Write.number(reading.run),
            "state": .text(reading.state.rawValue), "started_on": .text(reading.startedOn.description),
            "ended_on": Write.optional(reading.endedOn), "promised": limit(reading.promise),
            "statutory": limit(reading.legal), "workdays_used": Write.optional(reading.used),
            "calendar": Write.optional(file.clocks[reading.clock]?.calendar),
            "ledger": .list(reading.entries.map(entry)),
        ])
    }

    private func limit(_ limit: ClockReading.Limit?) -> JSON {
        guard let limit else { return .null }
        return .map([
            "period": Write.optional(limit.period), "due": Write.due(limit.due),
            "provisional": .bool(limit.isProvisional), "left": Write.optional(limit.left),
            "broken": .bool(limit.isBroken), "source": Write.citation(limit.citation),
        ])
    }

    private func entry(_ entry: ClockReading.Entry) -> JSON {
        switch entry {
        case .started(let day): line("started", day)
        case .stopped(let days, let isOpen, let ground, let onlyPromised, let law):
            line(
                "stopped", days.lowerBound,
                [
                    "until": isOpen ? .null : .text(days.upperBound.description), "ground": .text(ground),
                    "only_promised": .bool(onlyPromised), "law": Write.citation(law),
                ])
        case .extended(let period, let day, let law):
            line("extended", day, ["by": .text(period.description), "law": Write.citation(law)])
        case .promisePassed(let day): line("promise_passed", day)
        case .expired(let day): line("expired", day)
        case .ended(let day): line("ended", day)
        }
    }

    private func line(_ kind: String, _ day: Day, _ more: [String: JSON] = [:]) -> JSON {
        .map(more.merging(["entry": .text(kind), "on": .text(day.description)]) { $1 })
    }
}

/// What is left of a personal value when it is masked.
enum ValueMask {
    static func text(of value: JSON, field: Field?) -> String {
        guard let text = value.text else { return hidden }
        switch field?.type {
        case "phone": return Masking.middle(of: text, keepingFirst: 3, last: 4)
        case "code": return Masking.middle(of: text, keepingFirst: 6, last: 4)
        case "address": return Masking.address(text)
        default: return field?.id.hasSuffix(".name") ?? false ? Masking.name(text) : hidden
        }
    }

    /// As long as nothing: the length of a value may tell it.
    private static let hidden = "***"
}
