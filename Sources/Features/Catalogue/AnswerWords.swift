import Definitions
import Values

/// What is said about an answer that cannot be taken: the field, and how it has to be (design: 字段 + 要怎样).
enum AnswerWords {
    /// What is asked, when it was not answered.
    static func missing(_ field: Field) -> Problem {
        let isChoice = !field.choices.isEmpty || field.type == "boolean"
        let message =
            isChoice
            ? Wording(zh: "选择“\(name(field.ask.zh))”", en: "Choose an answer: \(field.ask.en)")
            : Wording(zh: "填写\(name(field.ask.zh))", en: "Fill in: \(field.ask.en)")
        return Problem(place: field.id, message: message, remedy: correct)
    }

    static func notANumber(_ ask: Wording) -> Wording {
        Wording(zh: "\(AnswerWords.name(ask.zh))要填数字，例如 60", en: "\(ask.en) must be a number, for example 60")
    }

    static func notMoney(_ ask: Wording) -> Wording {
        Wording(
            zh: "\(AnswerWords.name(ask.zh))要填金额，最多两位小数，例如 1200.50",
            en: "\(ask.en) must be an amount with at most two decimals, for example 1200.50")
    }

    static func notADate(_ ask: Wording) -> Wording {
        Wording(
            zh: "\(AnswerWords.name(ask.zh))要填日历上有的日期，例如 2026 年 3 月 5 日",
            en: "\(ask.en) must be a real date, for example 5 March 2026")
    }

    static func tooLong(_ ask: Wording) -> Wording {
        Wording(
            zh: "\(AnswerWords.name(ask.zh))最多 2000 字，更长的说明请作为材料上传",
            en: "\(ask.en) must be at most 2000 characters; upload longer texts as documents")
    }

    static func notOffered(_ ask: Wording) -> Wording {
        Wording(zh: "“\(AnswerWords.name(ask.zh))”要从列出的几项里选", en: "\(ask.en): choose one of the answers listed")
    }

    static let correct = Wording(zh: "改好后再保存", en: "Correct it and save again")
    static let onePerLine = Wording(zh: "每行写一项", en: "One entry on each line")
    static let dateExample = Wording(zh: "例如 2026 年 3 月 5 日", en: "For example 5 March 2026")
    static let none = Wording(zh: "没有填写", en: "Not filled in")

    /// A question without its question mark, so that it can stand in a sentence.
    private static func name(_ ask: String) -> String {
        var text = ask
        while let last = text.last, last == "？" || last == "?" { text.removeLast() }
        return text
    }
}
