import Hummingbird
import Values
import Web

/// Reads the parameters behind `?`, and collects everything that must be put right.
///
/// A parameter that nobody reads is a problem too: a misspelt filter would otherwise be dropped in silence.
struct InterfaceQuery {
    private let input: FormInput
    private let path: String
    private var read: Set<String> = []
    private var problems: [Problem] = []

    /// 40 parameters, names of 60 bytes, values of 16,000 bytes.
    private static let limits = FormInput.Limits(fields: 40, nameLength: 60, valueLength: 16_000)

    /// Throws `Failure.unreadable` when there is more behind `?` than any question needs.
    init(_ visit: Visit) throws(Failure) {
        path = visit.request.uri.path
        do {
            input = try FormInput(query: visit.request.uri.query ?? "", limits: InterfaceQuery.limits)
        } catch {
            throw Failure.unreadable([InterfaceQuery.tooMuch])
        }
    }

    /// The value; nil when it is absent. An empty one is a problem: nobody can say what it was to filter.
    mutating func text(_ name: String) -> String? {
        let values = input.all(name)
        let text = values.first.flatMap { $0.isEmpty ? nil : $0 }
        guard read.insert(name).inserted else { return text }
        if values.count > 1 { add(name, zh: "只能给出一次", en: "It may be given once only") }
        if values.count == 1, text == nil { add(name, zh: "不能为空", en: "It must not be empty") }
        return text
    }

    /// Every value of a name that may be repeated.
    mutating func texts(_ name: String) -> [String] {
        read.insert(name)
        let values = input.all(name)
        if values.contains("") { add(name, zh: "不能为空", en: "It must not be empty") }
        return values
    }

    mutating func neededText(_ name: String) -> String {
        if input.all(name).isEmpty { add(name, zh: "缺少 \(name)", en: "`\(name)` is missing") }
        return text(name) ?? ""
    }

    /// Words to find, from `q`; longer ones than any cell holds find nothing anyway.
    mutating func words() -> String { String((text("q") ?? "").prefix(200)) }

    mutating func flag(_ name: String) -> Bool? {
        switch text(name) {
        case nil: return nil
        case "true": return true
        case "false": return false
        default:
            add(name, zh: "应为 true 或 false", en: "Expected is true or false")
            return nil
        }
    }

    mutating func day(_ name: String) -> Day? {
        guard let text = text(name) else { return nil }
        guard let day = Day(text) else {
            add(name, zh: "\(name) 应为日期，例如 2026-03-02", en: "`\(name)` is a date such as 2026-03-02")
            return nil
        }
        return day
    }

    mutating func number(_ name: String, from least: Int, to most: Int) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), (least...most).contains(number) else {
            add(
                name, zh: "\(name) 应为 \(least) 到 \(most) 的整数",
                en: "`\(name)` is a whole number from \(least) to \(most)")
            return nil
        }
        return number
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            add(name, zh: "应为其中之一：\(names)", en: "Expected is one of \(names)")
            return nil
        }
        return choice
    }

    mutating func identifier<Owner>(_ name: String) -> Identifier<Owner>? {
        guard let text = text(name) else { return nil }
        guard let id = Identifier<Owner>(text) else {
            add(name, zh: "应为 26 个字符的编号", en: "An id of 26 characters is expected")
            return nil
        }
        return id
    }

    /// `person:ID` or `enterprise:ID`.
    mutating func subject(_ name: String) -> Subject? {
        guard let text = text(name) else { return nil }
        guard let subject = Subject(text) else {
            add(name, zh: "应为 person:编号 或 enterprise:编号", en: "Expected is person:ID or enterprise:ID")
            return nil
        }
        return subject
    }

    /// The region that is named, otherwise the city. Throws `Failure.notFound` for one that is not there.
    mutating func region(in territory: TerritoryMap) throws(Failure) -> TerritoryMap.Region {
        let region = text("region").map { territory.regions[$0] } ?? territory.root
        guard let region else { throw .notFound(Wording(zh: "没有这个区划", en: "There is no such region")) }
        return region
    }

    /// Exactly one of these must be there.
    mutating func checkOne(of names: [String]) {
        guard names.filter({ !input.all($0).isEmpty }).count != 1 else { return }
        let list = names.joined(separator: ", ")
        add(names[0], zh: "\(list) 恰好给出一个", en: "Give exactly one of \(list)")
    }

    mutating func add(_ place: String, zh: String, en: String) {
        problems.append(
            Problem(place: place, message: Wording(zh: zh, en: en), remedy: InterfaceQuery.remedy))
    }

    /// Reads `limit` and `cursor`, and ends the reading: a parameter that was not read before is not known here.
    ///
    /// Throws as `check` and `InterfacePaging` do.
    mutating func paging() throws(Failure) -> InterfacePaging {
        let limit = number("limit", from: 1, to: InterfacePaging.most) ?? InterfacePaging.usual
        let cursor = text("cursor")
        try check()
        let filters = input.fields.filter { $0.name != "limit" && $0.name != "cursor" && !$0.value.isEmpty }
        let words = filters.map { "\($0.name)=\($0.value)" }.sorted()
        return try InterfacePaging(limit: limit, cursor: cursor, listing: ([path] + words).joined(separator: "\n"))
    }

    /// Throws every problem that was found, those of parameters that are not known here among them.
    func check() throws(Failure) {
        var all = problems
        for name in Set(input.fields.map(\.name)).subtracting(read).sorted() {
            all.append(
                Problem(
                    place: String(name.prefix(60)),
                    message: Wording(zh: "这里没有这个参数", en: "There is no such parameter here"),
                    remedy: InterfaceQuery.remedy))
        }
        if !all.isEmpty { throw .problems(all) }
    }

    private static let remedy = Wording(zh: "按 openapi.yaml 改正", en: "correct it as openapi.yaml says")

    private static let tooMuch = Problem(
        place: "query", message: Wording(zh: "参数太多或太长", en: "There are too many parameters, or one is too long"),
        remedy: Wording(zh: "只带需要的参数", en: "send those that are needed only"))
}

extension Visit {
    /// For questions without parameters: throws `Failure.problems` for any that is there.
    func checkNoParameters() throws(Failure) { try InterfaceQuery(self).check() }
}
