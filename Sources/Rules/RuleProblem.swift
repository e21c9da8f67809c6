import Values

/// Something in an expression or a table that its author can put right.
package struct RuleProblem: Error, Hashable, Sendable {
    /// Column in the expression, from 1.
    package let column: Int
    package let message: Wording
    package let remedy: Wording
    /// Where in the table; nil for an expression that stands alone.
    package let place: Place?

    /// Rows and columns of a table, from 1.
    package enum Place: Hashable, Sendable {
        case whole
        case input(Int)
        case row(Int)
        case test(row: Int, column: Int)
        case output(row: Int)
        case otherwise

        /// The row, for finding the line of the file.
        package var row: Int? {
            switch self {
            case .row(let row), .test(let row, _), .output(let row): row
            case .whole, .input, .otherwise: nil
            }
        }

        var text: String {
            switch self {
            case .whole: "table"
            case .input(let column): "inputs[\(column)]"
            case .row(let row): "rules[\(row)]"
            case .test(let row, let column): "rules[\(row)].if[\(column)]"
            case .output(let row): "rules[\(row)].then"
            case .otherwise: "otherwise"
            }
        }
    }

    init(column: Int, place: Place? = nil, message: Wording, remedy: Wording) {
        self.column = column
        self.place = place
        self.message = message
        self.remedy = remedy
    }

    func placed(_ place: Place) -> RuleProblem {
        RuleProblem(column: column, place: place, message: message, remedy: remedy)
    }

    /// - Parameter start: `file:line`; the place in the table and the column are added to it.
    package func problem(at start: String) -> Problem {
        Problem(
            place: start + (place.map { " " + $0.text } ?? "") + ":\(column)", message: message, remedy: remedy)
    }
}

/// Every problem of one expression or table, at least one.
package struct RuleProblems: Error, Hashable, Sendable {
    package let all: [RuleProblem]

    /// With the column alone as their place.
    package var problems: [Problem] {
        all.map { problem in
            let start = problem.place.map { $0.text + ":" } ?? ""
            return Problem(place: start + "\(problem.column)", message: problem.message, remedy: problem.remedy)
        }
    }

    /// All of them as problems of one place in a definition.
    package func problems(at place: String) -> [Problem] { all.map { $0.problem(at: place) } }
}

// MARK: - Reading

extension RuleProblem {
    static func tooLong(limit: Int) -> RuleProblem {
        RuleProblem(
            column: limit + 1, message: Wording(zh: "表达式超过 \(limit) 个字符", en: "longer than \(limit) characters"),
            remedy: Wording(zh: "拆成几张表或几个表达式", en: "split it into several tables or expressions"))
    }

    static func tooDeep(column: Int, limit: Int) -> RuleProblem {
        RuleProblem(
            column: column, message: Wording(zh: "嵌套超过 \(limit) 层", en: "nested more than \(limit) deep"),
            remedy: Wording(zh: "拆成几张表或几个表达式", en: "split it into several tables or expressions"))
    }

    static func unexpected(_ token: Token) -> RuleProblem {
        if token.kind == .end {
            return RuleProblem(
                column: token.column, message: Wording(zh: "表达式没有写完", en: "the expression ends too early"),
                remedy: Wording(zh: "补上缺少的部分", en: "add what is missing"))
        }
        if token.kind == .bad, token.text == "\"" {
            return RuleProblem(
                column: token.column, message: Wording(zh: "文字没有结束的引号", en: "a text without its closing quote"),
                remedy: Wording(zh: "在文字末尾加上英文双引号 \"", en: "close it with \""))
        }
        if token.kind == .bad, let half = halfWidth[token.text] {
            return RuleProblem(
                column: token.column,
                message: Wording(zh: "“\(token.text)”是全角符号", en: "`\(token.text)` is a full-width sign"),
                remedy: Wording(zh: "改为半角 \(half)", en: "write \(half)"))
        }
        return RuleProblem(
            column: token.column,
            message: Wording(zh: "此处不应出现“\(token.text)”", en: "`\(token.text)` does not belong here"),
            remedy: Wording(
                zh: "检查前面是否缺少运算符、逗号或括号", en: "look for a missing operator, comma or bracket before it"))
    }

    private static let halfWidth = [
        "，": ",", "（": "(", "）": ")", "：": ":", "＝": "=", "＜": "<", "＞": ">", "“": "\"", "”": "\"", "。": ".",
        "、": ",", "＋": "+", "－": "-", "【": "[", "】": "]", "？": "?", "≥": ">=", "≤": "<=", "≠": "!=", "×": "*",
        "÷": "/", "；": ",", "｛": "{", "｝": "}", "［": "[", "］": "]",
    ]

    static func expected(_ text: String, found token: Token) -> RuleProblem {
        let isEnd = token.kind == .end
        let found = isEnd ? Wording(zh: "结尾", en: "the end") : Wording(zh: token.text, en: "`\(token.text)`")
        return RuleProblem(
            column: token.column,
            message: Wording(zh: "此处应为“\(text)”，却是“\(found.zh)”", en: "`\(text)` is expected here, not \(found.en)"),
            remedy: Wording(zh: "补上“\(text)”", en: "write `\(text)`"))
    }

    static func numberTooLong(_ token: Token) -> RuleProblem {
        RuleProblem(
            column: token.column, message: Wording(zh: "数字过长", en: "the number is too long"),
            remedy: Wording(zh: "最多 34 位数字", en: "at most 34 digits"))
    }

    static func notATime(_ token: Token) -> RuleProblem {
        RuleProblem(
            column: token.column,
            message: Wording(
                zh: "“\(token.text)”不是日期、时刻或期间", en: "`\(token.text)` is neither a day, a time nor a period"),
            remedy: Wording(
                zh: "写成 2026-03-02、2026-03-02T09:15:00、09:15:00、P3M 或 P10D",
                en: "write 2026-03-02, 2026-03-02T09:15:00, 09:15:00, P3M or P10D"))
    }

    static func strayQuestion(_ token: Token) -> RuleProblem {
        RuleProblem(
            column: token.column, message: Wording(zh: "此处没有“?”所指的值", en: "there is no value for `?` here"),
            remedy: Wording(zh: "“?”只用于表格单元格和 in 之后", en: "`?` stands in cells of tables and after `in`"))
    }

    static func unknownType(_ token: Token) -> RuleProblem {
        RuleProblem(
            column: token.column,
            message: Wording(zh: "没有名为“\(token.text)”的类型", en: "there is no type `\(token.text)`"),
            remedy: Wording(
                zh: "可用：number、string、boolean、date、time、date and time、list、context 等",
                en: "use number, string, boolean, date, time, date and time, list, context or the like"))
    }
}

// MARK: - Names and functions

extension RuleProblem {
    static func external(column: Int) -> RuleProblem {
        RuleProblem(
            column: column, message: Wording(zh: "不执行外部函数", en: "external functions are not run"),
            remedy: Wording(zh: "用本语言写出函数", en: "write the function in this language"))
    }

    static func unknownName(_ name: String, column: Int, known: [String]) -> RuleProblem {
        RuleProblem(
            column: column, message: Wording(zh: "没有名为“\(name)”的事实或表", en: "no fact or table is called `\(name)`"),
            remedy: remedy(nearest(to: name, in: known)))
    }

    static func unknownFunction(_ name: String, column: Int) -> RuleProblem {
        RuleProblem(
            column: column, message: Wording(zh: "没有名为“\(name)”的函数", en: "there is no function `\(name)`"),
            remedy: remedy(nearest(to: name, in: FunctionTable.names)))
    }

    static func unknownList(_ name: String, column: Int, known: Set<String>) -> RuleProblem {
        RuleProblem(
            column: column, message: Wording(zh: "没有名为“\(name)”的清单", en: "there is no list `\(name)`"),
            remedy: remedy(nearest(to: name, in: known.sorted())))
    }

    static func wrongCount(_ entry: FunctionEntry, found: Int, column: Int) -> RuleProblem {
        RuleProblem(
            column: column,
            message: Wording(
                zh: "函数 \(entry.name) 不接受 \(found) 个参数", en: "`\(entry.name)` does not take \(found) arguments"),
            remedy: Wording(zh: "写成 \(entry.usage)", en: "write \(entry.usage)"))
    }

    static func wrongNames(_ entry: FunctionEntry, column: Int) -> RuleProblem {
        RuleProblem(
            column: column,
            message: Wording(zh: "函数 \(entry.name) 的参数名不对", en: "these are not the parameters of `\(entry.name)`"),
            remedy: Wording(zh: "写成 \(entry.usage)", en: "write \(entry.usage)"))
    }

    private static func remedy(_ nearest: String?) -> Wording {
        guard let nearest else {
            return Wording(zh: "改用已定义的名称，或先定义它", en: "use a name that is defined, or define this one")
        }
        return Wording(zh: "是否为“\(nearest)”？", en: "did you mean `\(nearest)`?")
    }

    /// The known word with the fewest changed letters, when a third of them or fewer changed.
    static func nearest(to word: String, in known: [String]) -> String? {
        let letters = Array(word)
        let most = min(max(1, letters.count / 3), letters.count - 1)
        var best: (word: String, distance: Int)?
        for candidate in known {
            let other = Array(candidate)
            guard abs(other.count - letters.count) <= most else { continue }
            let distance = editDistance(letters, other)
            if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }
}

/// Letters to add, drop, change or swap with their neighbour until one text is the other.
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    guard left.count < 200, right.count < 200 else { return .max }
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var line = [row + 1]
        for (column, other) in right.enumerated() {
            var best = min(last[column + 1] + 1, line[column] + 1, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                best = min(best, before[column - 1] + 1)
            }
            line.append(best)
        }
        (before, last) = (last, line)
    }
    return last[right.count]
}
