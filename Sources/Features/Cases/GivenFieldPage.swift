import Casework
import Definitions
import Values
import Web

/// What is said with a deed (`gives`), as fields of a form and read back as the kernel takes it.
///
/// The id of each control is the given's own id, and for `answers` the id of each field, so that problems of the
/// kernel point at the right box.
struct GivenFields {
    /// What the fields may offer besides the definition itself.
    struct Offers {
        let definition: Definition
        /// Needs that may be named as missing or owed, by the rules of the case.
        let needs: [EvidenceNeed]
        /// Those of them that the city holds or that nobody can hand in: they are never asked for (免提交).
        var held: Set<String> = []
        /// Needs that the applicant still owes; what is supplied is one of them.
        let owed: [String]
        let units: [(id: String, name: String)]
        let regions: [(id: String, name: Wording)]
        /// Fields that `answers` asks again, with what is known now.
        let fields: [(field: Field, present: JSON?)]
    }

    /// What was read: everything that could be taken, and what must be put right.
    struct Reading: Hashable {
        var said: [String: JSON] = [:]
        var problems: [Problem] = []
    }

    let gives: [Deed.Given]
    let offers: Offers

    /// - Parameter leavingOut: ids of what is not asked, because only one answer is possible.
    init(_ deed: Deed, offers: Offers, leavingOut: Set<String> = []) {
        gives = deed.gives.filter { !leavingOut.contains($0.id) }
        self.offers = offers
    }

    var isEmpty: Bool { gives.isEmpty }

    // MARK: Reading

    /// All fields of the form; what is optional and empty is left out.
    func read(_ input: FormInput, on today: Day) -> Reading {
        var reading = Reading()
        for given in gives {
            if given.kind == "answers" {
                readAnswers(given, input, on: today, into: &reading)
                continue
            }
            switch GivenField(given, offers: offers).read(input) {
            case .empty: if !given.isOptional { reading.problems.append(GivenWords.missing(given)) }
            case .value(let json): reading.said[given.id] = json
            case .problem(let problem): reading.problems.append(problem)
            }
        }
        return reading
    }

    /// What differs from what is known: a value that was emptied is taken back to not established.
    private func readAnswers(_ given: Deed.Given, _ input: FormInput, on today: Day, into reading: inout Reading) {
        var answers: [String: JSON] = [:]
        for (field, present) in offers.fields {
            switch AnswerField(field, regions: offers.regions).read(input, on: today) {
            case .answer(let json): if json != present { answers[field.id] = json }
            case .empty: if let present, !present.isNull { answers[field.id] = .null }
            case .problem(let problem): reading.problems.append(problem)
            }
        }
        reading.said[given.id] = .map(answers)
    }

    // MARK: Showing

    /// The fields, with what was just typed when it could not be taken.
    func html(typed: FormInput?, problems: [Problem], in language: Language) -> HTML {
        var html = HTML.empty
        for given in gives {
            guard given.kind == "answers" else {
                html += GivenField(given, offers: offers).html(typed: typed, problems: problems, in: language)
                continue
            }
            for (field, present) in offers.fields {
                html += AnswerField(field, regions: offers.regions).control(
                    answer: present, typed: typed, problems: problems, isOptional: true, in: language)
            }
        }
        return html
    }

    /// `理由：面积不足`, one for each thing that was said.
    func lines(of said: [String: JSON], in language: Language) -> [String] {
        let colon = language == .chinese ? "：" : ": "
        return gives.compactMap { given in
            guard given.kind != "answers", let json = said[given.id], !json.isNull else { return nil }
            let text = GivenField(given, offers: offers).text(of: json, in: language)
            return GivenWords.label(given)[language] + colon + text
        }
    }

    /// What was said, for reading: names and texts, never ids.
    func rows(of said: [String: JSON], in language: Language) -> [SummaryList.Row] {
        gives.flatMap { given -> [SummaryList.Row] in
            guard let json = said[given.id] else { return [] }
            guard given.kind == "answers" else {
                let text = GivenField(given, offers: offers).text(of: json, in: language)
                return [SummaryList.Row(GivenWords.label(given)[language], text: text)]
            }
            return (json.map ?? [:]).sorted { $0.key < $1.key }.map { id, answer in
                guard let field = offers.definition.fields[id] else { return SummaryList.Row(id, text: "") }
                let text = AnswerField(field, regions: offers.regions).text(of: answer, in: language)
                return SummaryList.Row(field.ask[language], text: text)
            }
        }
    }
}

/// One thing that is said with a deed.
struct GivenField {
    enum Reading: Hashable {
        case empty
        case value(JSON)
        case problem(Problem)
    }

    private let given: Deed.Given
    private let offers: GivenFields.Offers
    private static let longest = 2000
    private static let mostLines = 100

    init(_ given: Deed.Given, offers: GivenFields.Offers) {
        self.given = given
        self.offers = offers
    }

    private var id: String { given.id }
    private var otherLines: String { id + "-other" }
    private var periodUnit: String { id + "-unit" }

    /// `missing` names needs of evidence: ids that a notice prints by their names.
    private var listsNeeds: Bool { given.kind == "list" && id == "missing" && !offers.needs.isEmpty }
    /// Needs that may be asked for.
    private var demandable: [EvidenceNeed] { offers.needs.filter { !offers.held.contains($0.id) } }
    private var namesOwedNeed: Bool { given.kind == "text" && id == "need" && !offers.owed.isEmpty }

    // MARK: Reading

    func read(_ input: FormInput) -> Reading {
        switch given.kind {
        case "boolean": readBoolean(input)
        case "date": readDate(input)
        case "list" where listsNeeds: readNeeds(input)
        case "list": readLines(input, id)
        case "citations": readCitations(input)
        case "limit": readPeriod(input)
        default: readText(input)
        }
    }

    private func readBoolean(_ input: FormInput) -> Reading {
        switch input.filled(id) {
        case nil: .empty
        case "true": .value(true)
        case "false": .value(false)
        default: .problem(GivenWords.notOffered(given))
        }
    }

    private func readDate(_ input: FormInput) -> Reading {
        switch input.day(id) {
        case .empty: .empty
        case .day(let day): .value(.text(day.description))
        case .notADate: .problem(GivenWords.notADate(given))
        }
    }

    private func readNeeds(_ input: FormInput) -> Reading {
        let ticked = input.all(id).filter { !$0.isEmpty }
        guard ticked.allSatisfy({ need in demandable.contains { $0.id == need } }) else {
            return .problem(GivenWords.notOffered(given))
        }
        switch readLines(input, otherLines) {
        case .value(let more): return .value(.list(ticked.map { .text($0) } + (more.list ?? [])))
        case .empty: return ticked.isEmpty ? .empty : .value(.list(ticked.map { .text($0) }))
        case .problem(let problem): return .problem(problem)
        }
    }

    private func readCitations(_ input: FormInput) -> Reading {
        let ticked = input.all(id).filter { !$0.isEmpty }
        guard ticked.allSatisfy({ text in offers.definition.citations.contains { $0.written == text } }) else {
            return .problem(GivenWords.notOffered(given))
        }
        return ticked.isEmpty ? .empty : .value(.list(ticked.map { .text($0) }))
    }

    private func readLines(_ input: FormInput, _ name: String) -> Reading {
        guard let text = input.filled(name) else { return .empty }
        let lines = text.split(whereSeparator: \.isNewline).map { String($0) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
        guard lines.count <= GivenField.mostLines, lines.allSatisfy({ $0.count <= GivenField.longest }) else {
            return .problem(GivenWords.tooLong(given))
        }
        return lines.isEmpty ? .empty : .value(.list(lines.map { .text($0) }))
    }

    private func readPeriod(_ input: FormInput) -> Reading {
        let unit = input.filled(periodUnit) ?? LegalPeriod.Unit.workdays.rawValue
        if unit == LegalPeriod.Unit.sameDay.rawValue { return .value(.text(unit)) }
        guard let number = input.filled(id) else { return .empty }
        guard let amount = Normalised.wholeNumber(number), let period = LegalPeriod("\(amount) \(unit)") else {
            return .problem(GivenWords.notAPeriod(given))
        }
        return .value(.text(period.description))
    }

    private func readText(_ input: FormInput) -> Reading {
        guard let text = input.filled(id) else { return .empty }
        guard text.count <= GivenField.longest else { return .problem(GivenWords.tooLong(given)) }
        switch given.kind {
        case "number":
            guard let number = Normalised.decimal(text), Decimal(number) != nil else {
                return .problem(GivenWords.notANumber(given))
            }
            return .value(Int64(number).map { .number($0) } ?? .text(number))
        case "money":
            guard let money = Money(text) else { return .problem(GivenWords.notMoney(given)) }
            return .value(.text(money.description))
        case "grade":
            guard let grade = Normalised.wholeNumber(text), (1...5).contains(grade) else {
                return .problem(GivenWords.notOffered(given))
            }
            return .value(.number(Int64(grade)))
        default:
            let options = options
            guard options.isEmpty || options.contains(where: { $0.id == text }) else {
                return .problem(GivenWords.notOffered(given))
            }
            return .value(.text(text))
        }
    }

    /// What one chooses from; empty where one writes.
    private var options: [(id: String, name: Wording)] {
        switch given.kind {
        case "unit": return offers.units.map { ($0.id, Wording(zh: $0.name, en: $0.name)) }
        case "choice":
            guard let list = given.list.flatMap({ offers.definition.lists[$0] }) else { return [] }
            return list.entries.compactMap { entry in
                guard let key = entry["key"]?.text else { return nil }
                let name = entry["name"]
                return (key, Wording(zh: name?["zh"]?.text ?? key, en: name?["en"]?.text ?? key))
            }
        case "text" where namesOwedNeed:
            return offers.owed.map { need in
                (need, offers.needs.first { $0.id == need }?.name ?? Wording(zh: need, en: need))
            }
        default: return []
        }
    }

    // MARK: Showing

    func html(typed: FormInput?, problems: [Problem], in language: Language) -> HTML {
        let text = typed?[id] ?? ""
        let frame = frame(problems, in: language)
        switch given.kind {
        case "boolean":
            return ChoiceField.yesOrNo(frame, chosen: Bool(text), in: language).html(in: language)
        case "date":
            let value = typed?.dateValue(id) ?? DateField.Value(nil)
            return DateField(frame, value: value, isBirthday: false).html(in: language)
        case "number": return NumberField(frame, value: text, unit: nil, isWhole: false).html(in: language)
        case "money":
            return NumberField(frame, value: text, unit: GivenWords.yuan[language], isWhole: false).html(in: language)
        case "grade":
            let grades = (1...5).map { ChoiceField.Option(String($0), GivenWords.grade($0)[language]) }
            return ChoiceField(frame, style: .radios, options: grades, chosen: [text]).html(in: language)
        case "list" where listsNeeds: return needs(frame, typed: typed, in: language)
        case "list": return TextArea(frame, value: text).html(in: language)
        case "citations":
            return ChoiceField(
                frame, style: .checkboxes,
                options: offers.definition.citations.map { .init($0.written, language.citation($0)) },
                chosen: Set(typed?.all(id) ?? [])
            ).html(in: language)
        case "limit": return period(frame, typed: typed, in: language)
        case "case": return TextField(frame, kind: .code, value: text, width: .characters30).html(in: language)
        default: return written(frame, text, in: language)
        }
    }

    private func frame(_ problems: [Problem], in language: Language) -> FieldFrame {
        FieldFrame(
            id: id, label: GivenWords.label(given)[language], hint: GivenWords.hint(given)?[language],
            error: problems.message(at: id, in: language), isOptional: given.isOptional)
    }

    private func written(_ frame: FieldFrame, _ text: String, in language: Language) -> HTML {
        let options = options
        if options.isEmpty { return TextArea(frame, value: text).html(in: language) }
        return ChoiceField(
            frame, style: options.count > 7 ? .select : .radios,
            options: options.map { .init($0.id, $0.name[language]) }, chosen: text.isEmpty ? [] : [text]
        ).html(in: language)
    }

    private func needs(_ frame: FieldFrame, typed: FormInput?, in language: Language) -> HTML {
        let boxes = ChoiceField(
            frame, style: .checkboxes, options: demandable.map { .init($0.id, $0.name[language]) },
            chosen: Set(typed?.all(id) ?? []))
        let other = TextArea(
            FieldFrame(
                id: otherLines, label: GivenWords.otherMissing[language], hint: GivenWords.onePerLine[language],
                isOptional: true), value: typed?[otherLines] ?? "")
        return "\(boxes, language)\(other, language)"
    }

    private func period(_ frame: FieldFrame, typed: FormInput?, in language: Language) -> HTML {
        let number = NumberField(frame, value: typed?[id] ?? "", unit: nil, isWhole: true)
        let units: [LegalPeriod.Unit] = [.workdays, .days, .months, .hours]
        let unit = ChoiceField(
            FieldFrame(id: periodUnit, label: GivenWords.periodUnit[language]), style: .select,
            options: units.map { .init($0.rawValue, GivenWords.unit($0)[language]) },
            chosen: [typed?.filled(periodUnit) ?? LegalPeriod.Unit.workdays.rawValue])
        return "\(number, language)\(unit, language)"
    }

    /// A source as this language writes it; everything else as it is.
    private func cited(_ text: String, in language: Language) -> String {
        guard given.kind == "citations" else { return text }
        return offers.definition.citations.first { $0.written == text }.map { language.citation($0) } ?? text
    }

    /// What was said, in words.
    func text(of json: JSON, in language: Language) -> String {
        if let name = options.first(where: { .text($0.id) == json })?.name { return name[language] }
        switch (given.kind, json) {
        case (_, .bool(let bool)): return bool ? language.words.form.yes : language.words.form.no
        case ("date", .text(let text)): return Day(text).map { language.fullDate($0) } ?? text
        case ("money", .text(let text)): return Money(text).map { language.money($0) } ?? text
        case ("limit", .text(let text)): return LegalPeriod(text).map { language.period($0) } ?? text
        case (_, .list(let list)):
            let names = list.compactMap(\.text).map { text in
                listsNeeds
                    ? offers.needs.first { $0.id == text }?.name[language] ?? text : cited(text, in: language)
            }
            return names.joined(separator: language == .chinese ? "；" : "; ")
        case (_, .text(let text)): return text
        case (_, .number(let number)): return String(number)
        default: return ""
        }
    }
}
