import Definitions
import Rules
import Values

/// The kind of something that is said: which values it takes, and how expressions read it.
struct GivenKind {
    private let given: Deed.Given

    init(_ given: Deed.Given) {
        self.given = given
    }

    /// Typed by a person in their own words: stands in the sealed part only.
    var isFreeText: Bool { given.kind == "text" || given.kind == "list" }

    var type: FactType {
        switch given.kind {
        case "number", "grade": .number
        case "money": .money
        case "boolean": .boolean
        case "date": .day
        case "list", "citations": .list(of: .any)
        default: .any
        }
    }

    /// Whether a value fits the kind.
    func takes(_ json: JSON, lists: [String: ListDefinition]) -> Bool {
        switch given.kind {
        case "text", "unit", "case": return json.text?.isEmpty == false
        case "number", "money": return json.number != nil || json.text.flatMap { Decimal($0) } != nil
        case "grade": return json.number.map { (1...5).contains($0) } ?? false
        case "boolean": return json.bool != nil
        case "date": return json.day.map { $0 >= .earliestAnswer } ?? false
        case "list": return json.list != nil
        case "citations": return json.list?.allSatisfy { $0.text != nil } ?? false
        case "limit": return json.period != nil
        case "answers": return json.map != nil
        case "choice":
            guard let text = json.text else { return false }
            guard let list = given.list.flatMap({ lists[$0] }) else { return !text.isEmpty }
            return list.entries.contains { $0.values.contains(.text(text)) }
        default: return !json.isNull
        }
    }

    var wording: Wording {
        switch given.kind {
        case "text": Wording(zh: "文字", en: "some text")
        case "number": Wording(zh: "数字", en: "a number")
        case "money": Wording(zh: "金额（元）", en: "an amount in yuan")
        case "grade": Wording(zh: "一至五的等级", en: "a grade from 1 to 5")
        case "boolean": Wording(zh: "是或否", en: "yes or no")
        case "date": Wording(zh: "日期", en: "a date")
        case "list": Wording(zh: "清单", en: "a list")
        case "citations": Wording(zh: "依据条款", en: "articles")
        case "limit": Wording(zh: "期限，例如“10 workdays”", en: "a period, for example `10 workdays`")
        case "unit": Wording(zh: "单位", en: "a unit")
        case "case": Wording(zh: "办件", en: "a case")
        case "choice": Wording(zh: "清单中的一项", en: "one entry of the list")
        default: Wording(zh: "内容", en: "something")
        }
    }
}
