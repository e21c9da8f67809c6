import Definitions
import Rules
import Values

/// What a notice says besides the facts of the case: who, what was decided, why, and how to reach the office.
///
/// The names are those of the message schema: `case.number`, `applicant.name`, `unit`, `contact`, `outcome`,
/// `outcome_name.zh`, `reasons`, `articles`, `missing`, `stage_name.zh`.
package struct NoticeExtras: Sendable {
    package var values: [String: FEELValue]

    package init(_ values: [String: FEELValue]) {
        self.values = values
    }
}

/// Writes a notice from its template and the case (文书).
package struct NoticeText {
    private let facts: Facts
    private let template: MessageTemplate
    private let extras: NoticeExtras
    private let language: Language

    /// The text in one language.
    ///
    /// - Parameters:
    ///   - said: what was said with the deed that gives the notice.
    /// - Throws: `Failure.conflict` with `notKnown` when the template reads a fact that is not established, with its
    ///   names; `Failure.defect` when the template has no text in that language.
    package static func write(
        _ template: MessageTemplate, in language: Language, of file: CaseFile, by definition: Definition,
        around: Surroundings, said: [String: JSON], extras: NoticeExtras
    ) throws(Failure) -> String {
        guard let plan = definition.plan(ofVariant: file.header.variant), let pieces = template.text[language] else {
            throw .defect("notice \(template.id) has no text in \(language.rawValue)")
        }
        let facts = Facts(
            file: file, definition: definition, plan: plan, moment: max(around.moment, file.lastAt),
            calendar: around.calendar, said: said.compactMapValues { FEELValue($0, as: .any) }, each: nil)
        let text = NoticeText(facts: facts, template: template, extras: extras, language: language)
        return try text.written(pieces, with: [:])
    }

    private func written(_ pieces: [MessageTemplate.Piece], with more: [String: FEELValue]) throws(Failure) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let plain): text += plain
            case .value(let expression):
                text += printed(try value(of: expression, with: more), reading: expression.source)
            case .conditional(let condition, let inside):
                if try value(of: condition, with: more) == .boolean(true) { text += try written(inside, with: more) }
            case .each(let variable, let list, let inside):
                let elements = try value(of: list, with: more).list ?? []
                var lines: [String] = []
                for element in elements {
                    lines.append(try written(inside, with: more.merging([variable: element]) { $1 }))
                }
                text += lines.joined(separator: "\n")
            }
        }
        return text
    }

    private func value(of expression: Expression, with more: [String: FEELValue]) throws(Failure) -> FEELValue {
        let environment = Environment(
            scope: facts.definition.scope,
            facts: { name throws(EvaluationFault) in
                if let value = more[name] ?? self.extra(name) { return value }
                return try self.facts.value(of: name)
            },
            moment: facts.moment, lists: facts.definition.keysOfLists)
        let value: FEELValue
        do {
            value = try expression.evaluate(in: environment)
        } catch {
            throw .defect("notice \(template.id): \(error.wording.en)")
        }
        if let unknown = value.unknowns {
            throw .conflict(
                .notKnown,
                sentence: Wording(
                    zh: "文书“\(template.name.zh)”要写明的事实还不清楚：\(unknown.names.joined(separator: "、"))",
                    en: "The notice \"\(template.name.en)\" must state what is not established yet: "
                        + unknown.names.joined(separator: ", ")),
                citation: nil)
        }
        return value
    }

    private func extra(_ name: String) -> FEELValue? {
        if let value = extras.values[name] { return value }
        guard name.hasPrefix("appeal.") else { return nil }
        let parts = name.split(separator: ".")
        guard parts.count == 3, parts[2] == "within", let way = template.appeal[String(parts[1])] else { return nil }
        return .text(spoken(way.within))
    }

    /// A value as a notice prints it; a choice prints its name.
    private func printed(_ value: FEELValue, reading name: String) -> String {
        switch value {
        case .null: return ""
        case .text(let text):
            return facts.definition.fields[name]?.choices.first { $0.id == text }?.name[language] ?? text
        case .day(let day):
            let (year, month, dayOfMonth) = day.parts
            return language == .chinese ? "\(year)年\(month)月\(dayOfMonth)日" : day.description
        case .boolean(let truth): return language == .chinese ? (truth ? "是" : "否") : (truth ? "yes" : "no")
        case .list(let list):
            return list.map { printed($0, reading: name) }.joined(separator: language == .chinese ? "、" : ", ")
        default: return value.written
        }
    }

    private func spoken(_ period: LegalPeriod) -> String { period.wording[language] }
}

extension LegalPeriod {
    /// `20 个工作日`, `20 workdays`; 当日, `the same day`.
    package var wording: Wording {
        let plural = amount == 1 ? "" : "s"
        switch unit {
        case .sameDay: return Wording(zh: "当日", en: "the same day")
        case .hours: return Wording(zh: "\(amount) 小时", en: "\(amount) hour\(plural)")
        case .days: return Wording(zh: "\(amount) 日", en: "\(amount) day\(plural)")
        case .workdays: return Wording(zh: "\(amount) 个工作日", en: "\(amount) working day\(plural)")
        case .months: return Wording(zh: "\(amount) 个月", en: "\(amount) month\(plural)")
        case .years: return Wording(zh: "\(amount) 年", en: "\(amount) year\(plural)")
        }
    }
}
