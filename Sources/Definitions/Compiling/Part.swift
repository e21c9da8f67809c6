import Values

/// A place of a published document while it is read back; whatever does not fit is a defect, for we wrote it.
struct Part {
    let json: JSON
    let path: [String]

    init(_ json: JSON, path: [String]) {
        self.json = json
        self.path = path
    }

    func has(_ key: String) -> Bool { json[key] != nil }

    func at(_ key: String) -> Part? { json[key].map { Part($0, path: path + [key]) } }

    func need(_ key: String) throws(Failure) -> Part {
        guard let part = at(key) else { throw defect("`\(key)` is missing") }
        return part
    }

    func text(_ key: String) throws(Failure) -> String {
        guard let text = json[key]?.text else { throw defect("`\(key)` is not a text") }
        return text
    }

    func number(_ key: String) throws(Failure) -> Int {
        guard let number = json[key]?.number else { throw defect("`\(key)` is not a number") }
        return number
    }

    func optionalText(_ key: String) -> String? { json[key]?.text }

    /// Absent is the same as false in a definition.
    func isTrue(_ key: String) -> Bool { json[key]?.bool == true }

    /// The texts of a list; none when the key is absent.
    func texts(_ key: String) -> [String] { (json[key]?.list ?? []).compactMap(\.text) }

    func wording(_ key: String) throws(Failure) -> Wording {
        guard let wording = optionalWording(key) else { throw defect("`\(key)` lacks a language") }
        return wording
    }

    func optionalWording(_ key: String) -> Wording? {
        guard let zh = json[key]?["zh"]?.text, let en = json[key]?["en"]?.text else { return nil }
        return Wording(zh: zh, en: en)
    }

    func citation(_ key: String) -> Citation? { json[key].flatMap { Citation($0) } }

    func neededCitation(_ key: String) throws(Failure) -> Citation {
        guard let citation = citation(key) else { throw defect("`\(key)` is not a citation") }
        return citation
    }

    func citations(_ key: String) -> [Citation] { (json[key]?.list ?? []).compactMap { Citation($0) } }

    func period(_ key: String) throws(Failure) -> LegalPeriod? {
        guard let text = json[key]?.text else { return nil }
        guard let period = LegalPeriod(text) else { throw defect("`\(key)` is not a period") }
        return period
    }

    func periods(_ key: String) throws(Failure) -> [LegalPeriod] {
        var list: [LegalPeriod] = []
        for text in texts(key) {
            guard let period = LegalPeriod(text) else { throw defect("`\(key)` holds `\(text)`, which is no period") }
            list.append(period)
        }
        return list
    }

    func day(_ key: String) throws(Failure) -> Day {
        guard let day = json[key]?.text.flatMap({ Day($0) }) else { throw defect("`\(key)` is not a date") }
        return day
    }

    func optionalDay(_ key: String) throws(Failure) -> Day? { has(key) ? try day(key) : nil }

    /// Members of a list, with their index in the path.
    func list(_ key: String) -> [Part] {
        (json[key]?.list ?? []).enumerated().map { Part($1, path: path + [key, "\($0)"]) }
    }

    /// Entries of a map in their order.
    func entries(_ key: String) -> [(id: String, part: Part)] {
        Merging.inOrder(json[key]?.map ?? [:]).map { ($0.key, Part($0.value, path: path + [key, $0.key])) }
    }

    func defect(_ sentence: String) -> Failure {
        .defect("definition document, \(path.joined(separator: "/")): \(sentence)")
    }
}
