/// Units in a sentence of their own, or woven into one: 由市A局会同市B局负责落实。此项工作由市A局牵头，市B局配合。
enum ClosingSentence {
    private static let openings = WordSet(
        """
        此项工作由 该项工作由 本项工作由 这项工作由 此项任务由 该项任务由 本项任务由 以上工作由 上述工作由 以上任务由 上述任务由 以上由 具体由 该工作由 此工作由 此项由 该项由 本项由 由
        """)

    /// The last sentence of a paragraph, when it says nothing but who is responsible.
    static func find(in text: LocatedText) -> (responsibility: Responsibility, range: Range<Int>)? {
        var end = text.count
        while end > 0, "。；".unicodeScalars.contains(text.normal[end - 1]) { end -= 1 }
        guard let before = text.normal[..<end].lastIndex(where: { "。；\n".unicodeScalars.contains($0) }), before > 4
        else { return nil }
        let start = before + 1
        guard end - start >= 5, end - start <= 160 else { return nil }
        let opening = openings.length(at: start, in: text.normal) ?? 0
        let body = text[(start + opening)..<end]
        let items = UnitNames.items(of: body)
        var hasVerb = false
        for item in items {
            guard let rest = name(in: item) else { return nil }
            hasVerb = hasVerb || rest.hasVerb
        }
        guard hasVerb || opening > 0 && body.string.contains("会同") else { return nil }
        return (Responsibility.read(body), start..<text.count)
    }

    /// An item without its verb, when what is left is the name of a body, a day, or nothing.
    private static func name(in item: LocatedText) -> (name: LocatedText, hasVerb: Bool)? {
        if DeadlinePhrase.isDeadline(item) || Responsibility.namesPerson(item) { return (LocatedText(), false) }
        let verb = Responsibility.verb(of: item)
        let rest = Responsibility.withoutTogether(
            Responsibility.withoutBy(UnitNames.withoutOthers(item[0..<(item.count - (verb?.length ?? 0))]).name)
        ).name
        guard rest.isEmpty || UnitNames.isName(rest) || UnitNames.isList(rest) else { return nil }
        return (rest, verb != nil)
    }

    /// Units that a sentence begins with: 由市A局牵头，市B局配合，11月底前完成…. They stay part of the text.
    ///
    /// - Parameter isMinutes: minutes also say 市A局要会同市B局加强…, 请市A局于5月底前….
    static func woven(into text: LocatedText, isMinutes: Bool) -> Responsibility? {
        let scalars = text.normal
        for start in scalars.indices where start == 0 || "。；：，\n".unicodeScalars.contains(scalars[start - 1]) {
            guard let opening = openings.length(at: start, in: scalars) else { continue }
            let end = scalars[start...].firstIndex { "。；\n".unicodeScalars.contains($0) } ?? scalars.count
            if let found = leading(text[(start + opening)..<end]) { return found }
        }
        guard isMinutes else { return nil }
        for start in scalars.indices where start == 0 || "。；\n".unicodeScalars.contains(scalars[start - 1]) {
            let end = scalars[start...].firstIndex { "。；\n".unicodeScalars.contains($0) } ?? scalars.count
            if let found = leading(text[start..<end]) ?? subject(of: text[start..<end]) { return found }
        }
        return nil
    }

    private static let duties = WordSet("要 应 应当 须 负责 于 在 抓紧 尽快 牵头")

    /// 市A局、市B局要加密会商…: who is to do it opens the sentence.
    private static func subject(of sentence: LocatedText) -> Responsibility? {
        let start = sentence.normal.first == "请" ? 1 : 0
        for index in sentence.normal.indices.dropFirst(start + 3).prefix(44) {
            guard let length = duties.length(at: index, in: sentence.normal) else { continue }
            let names = sentence[start..<index]
            guard UnitNames.isList(names), !UnitNames.items(of: names).contains(where: { UnitNames.isGroup($0.normal) })
            else { continue }
            // 市A局要会同市B局…: those behind 会同 support.
            var rest = names
            let behind = sentence[(index + length)..<sentence.count]
            if behind.normal.starts(with: "会同".unicodeScalars) {
                var whole = names
                whole.append(behind)
                if let end = together(whole) { rest = whole[0..<end] }
            }
            let found = Responsibility.read(rest)
            return found.isEmpty ? nil : found
        }
        return nil
    }

    private static let heads = WordSet("负责 牵头 牵头负责 具体负责")

    /// Where the verb ends behind names that begin a clause and go on with what is to be done: 县农机局负责检修….
    private static func opening(of clause: LocatedText) -> Int? {
        guard clause.count > 8 else { return nil }
        for index in clause.normal.indices.dropFirst(3).prefix(40) {
            guard let length = heads.length(at: index, in: clause.normal) else { continue }
            let end = index + length
            let isName = UnitNames.isList(Responsibility.withoutBy(clause[0..<index]))
            // 由甲负责、乙配合 goes on with names.
            return isName && end + 4 <= clause.count && clause.normal[end] != "、" ? end : nil
        }
        return together(clause)
    }

    private static let bodies = WordSet("人民政府 政府 街道办事处 办事处 管委会 管理委员会 委员会 党委 分局 支队 大队")

    /// 市A局会同市B局制定…: the names behind 会同 end with the first that is one.
    private static func together(_ clause: LocatedText) -> Int? {
        let word = Array("会同".unicodeScalars)
        guard let place = clause.normal.indices.first(where: { $0 > 2 && clause.normal[$0...].starts(with: word) }),
            UnitNames.isList(Responsibility.withoutBy(clause[0..<place]))
        else { return nil }
        var start = place + word.count
        var end: Int?
        while start < clause.count {
            guard
                let stop = (start + 3..<min(start + 20, clause.count)).first(where: {
                    UnitNames.isName(clause[start..<$0])
                })
            else { break }
            // 云岫镇 goes on with 人民政府.
            let close = stop + (bodies.length(at: stop, in: clause.normal) ?? 0)
            end = close
            guard close < clause.count, clause.normal[close] == "、" else { break }
            start = close + 1
        }
        return end.flatMap { $0 + 4 <= clause.count ? $0 : nil }
    }

    /// The names at the beginning of a sentence up to the last verb of a role among them.
    private static func leading(_ sentence: LocatedText) -> Responsibility? {
        var read = 0
        var kept = 0
        var isTogether = false
        for (order, clause) in sentence.clauses.enumerated() {
            if order == 0, let end = opening(of: clause) {
                var found = Responsibility.read(clause[0..<end])
                // 由市A局负责建设…，市B局配合，…: who helps stands behind what is to be done.
                for behind in sentence.clauses.dropFirst() where doesOnly(behind) == true {
                    let more = Responsibility.read(behind)
                    if more.lead.isEmpty, more.equal.isEmpty { found.add(more) }
                }
                return found
            }
            guard let hasVerb = doesOnly(clause) else { break }
            read += clause.count + 1
            isTogether = isTogether || clause.string.contains("会同")
            if isTogether || hasVerb { kept = min(read, sentence.count) }
        }
        guard kept > 0 else { return nil }
        let responsibility = Responsibility.read(sentence[0..<kept])
        return responsibility.isEmpty ? nil : responsibility
    }

    /// Whether a clause that holds nothing but names says what they do; nil when it holds something else.
    private static func doesOnly(_ clause: LocatedText) -> Bool? {
        let items = UnitNames.items(of: clause)
        let names = items.compactMap { name(in: $0) }
        guard !items.isEmpty, names.count == items.count, names.contains(where: { !$0.name.isEmpty }) else {
            return nil
        }
        return names.contains(where: \.hasVerb)
    }
}

extension LocatedText {
    /// Parts between the commas outside brackets.
    fileprivate var clauses: [LocatedText] {
        var clauses: [LocatedText] = []
        var start = 0
        for index in 0...count where index == count || normal[index] == "，" {
            clauses.append(self[start..<index])
            start = index + 1
        }
        return clauses
    }
}
