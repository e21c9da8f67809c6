import Definitions
import Rules
import Values
import Web

/// One question of a definition on a page: its control, and what was typed read back as an answer.
struct AnswerField {
    enum Reading: Hashable {
        case empty
        case answer(JSON)
        case problem(Problem)
    }

    let field: Field
    /// Id and name of the control: the field's own, so that problems of the kernel point at it.
    let id: String
    /// For addresses of the kind `region`.
    let regions: [(id: String, name: Wording)]

    /// Choices as cards side by side, as guides show them.
    var hasCards = false

    private static let longest = 2000

    init(_ field: Field, id: String? = nil, regions: [(id: String, name: Wording)]) {
        self.field = field
        self.id = id ?? field.id
        self.regions = regions
    }

    // MARK: Reading

    /// Spaces, full-width digits and separators are accepted and taken out; what was typed stays in the form.
    func read(_ input: FormInput, on today: Day) -> Reading {
        switch field.type {
        case "date": return readDate(input)
        case "boolean":
            guard let text = input.filled(id) else { return .empty }
            if text == "true" { return .answer(true) }
            return text == "false" ? .answer(false) : problem(AnswerWords.notOffered(field.ask))
        default:
            guard let text = input.filled(id) else { return .empty }
            if text.count > AnswerField.longest { return problem(AnswerWords.tooLong(field.ask)) }
            return read(text, on: today)
        }
    }

    private func read(_ text: String, on today: Day) -> Reading {
        switch field.type {
        case "number":
            guard let number = Normalised.decimal(text), Decimal(number) != nil else {
                return problem(AnswerWords.notANumber(field.ask))
            }
            return .answer(Int64(number).map { .number($0) } ?? .text(number))
        case "money":
            guard let number = Normalised.decimal(text), let money = Money(number) else {
                return problem(AnswerWords.notMoney(field.ask))
            }
            return .answer(.text(money.description))
        case "choice" where !field.choices.isEmpty:
            return field.choices.contains { $0.id == text }
                ? .answer(.text(text)) : problem(AnswerWords.notOffered(field.ask))
        case "region" where !regions.isEmpty:
            return regions.contains { $0.id == text }
                ? .answer(.text(text)) : problem(AnswerWords.notOffered(field.ask))
        case "phone": return read { () throws(CodeFault) in try PhoneNumber(reading: text).text }
        case "code": return readCode(text, on: today)
        case "list", "people":
            let lines = text.split(whereSeparator: \.isNewline).map { String($0) }.filter { !$0.isEmpty }
            return .answer(.list(lines.map { .text($0) }))
        default: return .answer(.text(text))
        }
    }

    private func readDate(_ input: FormInput) -> Reading {
        switch input.day(id) {
        case .empty: .empty
        case .day(let day): .answer(.text(day.description))
        case .notADate: problem(AnswerWords.notADate(field.ask))
        }
    }

    /// Codes with a check character are checked; others are only brought into their usual form.
    private func readCode(_ text: String, on today: Day) -> Reading {
        switch field.id.split(separator: ".").last {
        case "uscc": read { () throws(CodeFault) in try UnifiedSocialCreditCode(reading: text).text }
        case "id_number":
            read { () throws(CodeFault) in try CitizenIdentityNumber(reading: text, on: today).text }
        default: .answer(.text(text.normalisedCode))
        }
    }

    private func read(_ code: () throws(CodeFault) -> String) -> Reading {
        do {
            return .answer(.text(try code()))
        } catch {
            return .problem(error.problem(at: id, named: field.ask))
        }
    }

    private func problem(_ message: Wording) -> Reading {
        .problem(Problem(place: id, message: message, remedy: AnswerWords.correct))
    }

    // MARK: Showing

    /// - Parameters:
    ///   - typed: what was just sent and could not be taken; it is shown again as it was typed.
    ///   - answer: what is saved.
    func control(answer: JSON?, typed: FormInput?, problems: [Problem], isOptional: Bool, in language: Language) -> HTML
    {
        let error = problems.message(at: id, in: language)
        func frame(hint: String?) -> FieldFrame {
            FieldFrame(id: id, label: field.ask[language], hint: hint, error: error, isOptional: isOptional)
        }
        let text = typed?[id] ?? AnswerField.typedForm(of: answer)
        switch field.type {
        case "boolean":
            let chosen = typed.flatMap { $0[id] }.flatMap { Bool($0) } ?? answer?.bool
            let words = language.words.form
            return ChoiceField(
                frame(hint: nil), style: hasCards ? .radioCards : .radios,
                options: [.init("true", words.yes), .init("false", words.no)],
                chosen: chosen.map { [$0 ? "true" : "false"] } ?? []
            ).html(in: language)
        case "date":
            let saved = DateField.Value(answer?.text.flatMap { Day($0) })
            return DateField(
                frame(hint: AnswerWords.dateExample[language]), value: typed?.dateValue(id) ?? saved,
                isBirthday: field.id == "person.birth_date"
            ).html(in: language)
        case "number", "money":
            let unit = field.type == "money" ? Wording(zh: "元", en: "yuan")[language] : field.unit
            return NumberField(frame(hint: nil), value: text, unit: unit, isWhole: false).html(in: language)
        case "choice" where !field.choices.isEmpty:
            return choice(frame(hint: nil), options: field.choices.map { ($0.id, $0.name) }, chosen: text, in: language)
        case "region" where !regions.isEmpty:
            return choice(frame(hint: nil), options: regions, chosen: text, in: language)
        case "list", "people":
            return TextArea(frame(hint: AnswerWords.onePerLine[language]), value: text).html(in: language)
        default: return TextField(frame(hint: nil), kind: kind, value: text, width: width).html(in: language)
        }
    }

    private func choice(
        _ frame: FieldFrame, options: [(id: String, name: Wording)], chosen: String, in language: Language
    ) -> HTML {
        ChoiceField(
            frame, style: options.count > 7 ? .select : hasCards ? .radioCards : .radios,
            options: options.map { .init($0.id, $0.name[language]) }, chosen: chosen.isEmpty ? [] : [chosen]
        ).html(in: language)
    }

    private var kind: TextField.Kind {
        switch field.type {
        case "phone": .telephone
        case "address": .address
        case "code": field.id.hasSuffix("id_number") ? .idNumber : .code
        default: field.id == "person.name" ? .personName : .text
        }
    }

    private var width: FieldWidth {
        switch field.type {
        case "phone": .characters12
        case "code": .characters20
        default: .characters30
        }
    }

    /// An answer as one would type it.
    private static func typedForm(of answer: JSON?) -> String {
        switch answer {
        case .text(let text)?: text
        case .number(let number)?: String(number)
        case .list(let list)?: list.compactMap(\.text).joined(separator: "\n")
        default: ""
        }
    }

    /// An answer as it is read: 是, 3 月 5 日, 60 ㎡, the name of a choice.
    func text(of answer: JSON?, in language: Language) -> String {
        guard let answer, !answer.isNull else { return AnswerWords.none[language] }
        switch (field.type, answer) {
        case (_, .bool(let bool)): return bool ? language.words.form.yes : language.words.form.no
        case ("date", .text(let text)): return Day(text).map { language.fullDate($0) } ?? text
        case ("money", .text(let text)): return Money(text).map { language.money($0) } ?? text
        case ("number", .number(let number)):
            return [String(number), field.unit].compactMap { $0 }.joined(separator: " ")
        case ("number", .text(let text)): return [text, field.unit].compactMap { $0 }.joined(separator: " ")
        case ("choice", .text(let text)): return field.choices.first { $0.id == text }?.name[language] ?? text
        case ("region", .text(let text)): return regions.first { $0.id == text }?.name[language] ?? text
        case (_, .list(let list)):
            return list.compactMap(\.text).joined(separator: language == .chinese ? "、" : ", ")
        case (_, .text(let text)): return text
        case (_, .number(let number)): return String(number)
        default: return AnswerWords.none[language]
        }
    }
}
