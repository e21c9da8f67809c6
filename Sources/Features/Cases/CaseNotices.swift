import Casework
import Definitions
import Proofs
import Rules
import Values

/// Renders the notices that a decision gives, as documents of the case.
enum CaseNotices {
    /// The commands that serve them, in the order of the deeds.
    ///
    /// Throws `Failure.conflict` with `notKnown` when a notice would have to state what is not established: then the
    /// deed itself is not done, because a notice is part of it.
    static func servings(
        of decision: Decision, by definition: Definition, around: Surroundings, territory: TerritoryMap
    ) throws(Failure) -> [Serving] {
        var servings = try promised(in: decision, by: definition, around: around, territory: territory)
        for notice in decision.notices {
            guard let template = definition.messages[notice.template] else {
                throw .defect("definition \(definition.hash) lacks the notice \(notice.template)")
            }
            let body = decision.events[notice.event]
            let said = body.data["said"]?.map ?? [:]
            var extras = extras(of: decision.file, by: definition, said: said, territory: territory)
            extras.values.merge(deed(of: body)) { $1 }
            var fields: [String: JSON] = [:]
            for language in Language.allCases where template.text[language] != nil {
                let text = try NoticeText.write(
                    template, in: language, of: decision.file, by: definition, around: around, said: said,
                    extras: extras)
                fields[language.rawValue] = .text(text)
            }
            let chinese = fields[Language.chinese.rawValue]?.text ?? ""
            servings.append(
                Serving(
                    document: nil, on: nil, template: template.id, fields: fields,
                    hash: Hexadecimal.text(SM3.hash(Array(chinese.utf8))),
                    way: template.ways.contains("inbox") ? "inbox" : template.ways.first ?? "paper",
                    language: .chinese))
        }
        return servings
    }

    /// The deed that gives the notice: the day from which it counts in law, which a late leader does not move; whether
    /// time did it (视为); its article.
    private static func deed(of body: EventBody) -> [String: FEELValue] {
        let asOf = body.open["as_of"]?.text.flatMap { Moment(local: $0) }
        let law = body.open["law"].flatMap { Citation($0) }
        return [
            "deed.on": .day((asOf ?? body.effective.moment).day),
            "deed.deemed": .boolean(body.open["deemed"]?.bool ?? false),
            "deed.law": .text(law.map { Language.chinese.citation($0) } ?? ""),
        ]
    }

    static func extras(
        of file: CaseFile, by definition: Definition, said: [String: JSON], territory: TerritoryMap
    ) -> NoticeExtras {
        let name = file.answers["enterprise.name"]?.value?.text ?? file.answers["person.name"]?.value?.text ?? ""
        let contact = definition.service.contact
        let unit = territory.units[file.header.unit]?.name ?? definition.service.authority
        let outcome = CaseWords.outcome(file.outcome ?? "", of: definition.service.kind)
        let plan = definition.plan(ofVariant: file.header.variant)
        let stage = plan?.stages.first { $0.id == file.stage }?.name
        let ids = said["missing"]?.list?.compactMap(\.text) ?? []
        let missing: [FEELValue] = ids.map { id in
            let need = plan?.evidence.first { $0.id == id }
            return .context(
                FEELContext([
                    "id": .text(id),
                    "name": .context(
                        FEELContext(["zh": .text(need?.name.zh ?? id), "en": .text(need?.name.en ?? id)])),
                    "ways": .list((need?.from ?? []).map { .text($0.rawValue) }),
                ]))
        }
        return NoticeExtras([
            "applicant.name": .text(name), "case.number": .text(file.number ?? file.id), "unit": .text(unit),
            "contact": .text([contact["unit"], contact["phone"]].compactMap { $0 }.joined(separator: " ")),
            "outcome": .text(file.outcome ?? ""), "outcome_name.zh": .text(outcome.zh),
            "outcome_name.en": .text(outcome.en), "stage_name.zh": .text(stage?.zh ?? ""),
            "stage_name.en": .text(stage?.en ?? ""), "missing": .list(missing), "owed": .list(owed(in: file, plan)),
            "reasons": .list((said["reason"]?.text).map { [.text($0)] } ?? []),
            "articles": .list((said["articles"]?.list ?? []).compactMap(\.text).map { .text($0) }),
        ])
    }
}

extension CaseNotices {
    /// Documents that may follow, with their days, as `owed` of a notice (容缺待补).
    private static func owed(in file: CaseFile, _ plan: Plan?) -> [FEELValue] {
        file.obligations.compactMap { run -> FEELValue? in
            guard run.state == .open, !run.isOwedByOffice, let id = run.each?["need"]?.text,
                let need = plan?.evidence.first(where: { $0.id == id })
            else { return nil }
            let name = FEELContext(["zh": .text(need.name.zh), "en": .text(need.name.en)])
            return .context(
                FEELContext(["name": .context(name), "due": run.due?.day.map { .day($0) } ?? .null]))
        }
    }
}

/// Words for what a case's outcome and stage are called in public.
package enum CaseWords {
    /// The closed list of outcomes of procedures; an unknown one is shown as it is.
    ///
    /// - Parameter kind: of the service: only a licence (行政许可) is refused by the licensing law's own words.
    package static func outcome(_ outcome: String, of kind: String = "") -> Wording {
        if outcome == "refused", kind == "行政许可" { return Wording(zh: "不予许可", en: "Refused") }
        return outcomes[outcome] ?? Wording(zh: outcome, en: outcome)
    }

    private static let outcomes: [String: Wording] = [
        "adjusted": Wording(zh: "已调整并公布", en: "Adjusted and published"),
        "not_approved": Wording(zh: "不予调整", en: "Not adjusted"),
        "granted": Wording(zh: "准予", en: "Granted"),
        "refused": Wording(zh: "不予办理", en: "Refused"),
        "withdrawn": Wording(zh: "已撤回", en: "Withdrawn"),
        "lapsed": Wording(zh: "逾期终止", en: "Lapsed"),
        "terminated": Wording(zh: "已终止", en: "Terminated"),
        "not_accepted": Wording(zh: "不予受理", en: "Not accepted"),
        "not_needed": Wording(zh: "不需要许可", en: "No licence needed"),
        "referred": Wording(zh: "已告知向有权机关申请", en: "Referred to the competent authority"),
        "granted_in_part": Wording(zh: "部分办成", en: "Done in part"),
        "could_not_open": Wording(zh: "没能开始办理", en: "Could not begin"),
        "went_on": Wording(zh: "另行办理", en: "Goes on by itself"),
        "revoked": Wording(zh: "已撤销", en: "Revoked"),
        "corrected": Wording(zh: "已整改", en: "Corrected"),
        "unfounded": Wording(zh: "经查不实", en: "Found to be unfounded"),
    ]
}
