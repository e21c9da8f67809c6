/// Why a number that somebody typed is not a number of its kind. Positions count from 1 in the normalised text.
package enum CodeFault: Error, Hashable, Sendable {
    /// Nothing was typed.
    case empty
    /// Another number of characters than the standard asks for.
    case length(expected: Int, actual: Int)
    /// A character that cannot stand there.
    case character(Character, position: Int)
    /// A letter that is easily typed for a digit (`O` for `0`, `I` for `1`). Never put right silently.
    case suspectedTypingError(Character, position: Int, likely: Character)
    /// The check character does not fit the others, so at least one character is wrong.
    case checkCharacter
    /// The digits of the date are not a date of the calendar.
    case dateDoesNotExist
    /// The date lies after today.
    case dateInTheFuture
    /// The date lies more than 150 years back.
    case dateTooLongAgo
    /// No province has these first two digits.
    case unknownProvince(String)
    /// The parts are not in the order or number that the standard asks for.
    case form

    /// What is wrong, and what to do, for the person who typed it.
    ///
    /// - Parameters:
    ///   - place: the id of the form field.
    ///   - name: the name of the number, as printed beside the field.
    package func problem(at place: String, named name: Wording) -> Problem {
        Problem(place: place, message: message(name), remedy: remedy)
    }

    private func message(_ name: Wording) -> Wording {
        let fault = self.fault
        return Wording(zh: "\(name.zh)\(fault.zh)", en: "\(name.en): \(fault.en)")
    }

    private var fault: Wording {
        switch self {
        case .empty: Wording(zh: "未填写", en: "nothing was entered")
        case .length(let expected, let actual):
            Wording(
                zh: "应为\(expected)位，现为\(actual)位", en: "it has \(expected) characters, but \(actual) were entered")
        case .character(let character, let position):
            Wording(zh: "第\(position)位不能是“\(character)”", en: "character \(position) cannot be “\(character)”")
        case .suspectedTypingError(let character, let position, let likely):
            Wording(
                zh: "第\(position)位的“\(character)”可能是“\(likely)”",
                en: "the “\(character)” at place \(position) may be a “\(likely)”")
        case .checkCharacter: Wording(zh: "校验码不符", en: "the check character does not fit")
        case .dateDoesNotExist: Wording(zh: "中的日期不存在", en: "the date in it does not exist")
        case .dateInTheFuture: Wording(zh: "中的日期晚于今天", en: "the date in it lies in the future")
        case .dateTooLongAgo: Wording(zh: "中的日期早于150年前", en: "the date in it lies more than 150 years back")
        case .unknownProvince(let digits):
            Wording(zh: "开头的“\(digits)”不是省级代码", en: "no province has the code “\(digits)”")
        case .form: Wording(zh: "格式不符", en: "its form is not right")
        }
    }

    private var remedy: Wording {
        switch self {
        case .empty: Wording(zh: "请填写", en: "Please enter it.")
        case .suspectedTypingError(_, _, let likely):
            Wording(
                zh: "请对照证件，如确为“\(likely)”请改正", en: "Compare it with the document; if it is “\(likely)”, correct it.")
        default: Wording(zh: "请对照证件逐位核对", en: "Compare it with the document, character by character.")
        }
    }
}
