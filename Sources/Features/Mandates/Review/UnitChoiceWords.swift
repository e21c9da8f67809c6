import Values

/// The words around choosing whom a printed name means.
enum UnitChoiceWords {
    static func hint(_ choice: UnitChoice) -> Wording {
        switch choice.kind {
        case .known:
            let count = choice.listed.count { choice.chosen.contains($0.id) }
            return Wording(
                zh: "已勾选 \(count) 个；程序的建议请核对，不是的取消勾选",
                en: "\(count) ticked; check what the program proposes, and untick who is not meant")
        case .open:
            return Wording(
                zh: "文件没有写明是谁，程序不猜：请勾选，或者查找后勾选",
                en: "The document leaves open who is meant, and nobody is guessed: tick them, or search first")
        case .unknown:
            return Wording(
                zh: "机构名录里没有叫这个名字的单位：请勾选它现在的名称，或者查找后勾选",
                en: "No unit in the register is called so: tick what it is called there, or search first")
        case .added:
            return Wording(
                zh: "文件没有写出、但也要承办的单位；查找后勾选", en: "Units that the document does not name; search, then tick")
        }
    }

    static let others = Wording(zh: "查找别的单位", en: "Search for another unit")
    static let search = Wording(zh: "查找单位", en: "Search for a unit")
    static let searchHint = Wording(
        zh: "写名称或区县，如“渝中 市场监管”“各区县政府”", en: "a name or a district, such as 渝中 市场监管")
    static let searchButton = Wording(zh: "查找", en: "Search")
    static let first = Wording(zh: "第一牵头（负责）单位", en: "Who answers for the whole")
    static let firstHint = Wording(
        zh: "从上面勾选的牵头单位里选；不选时是排在最前面的那个", en: "one of the lead units ticked above; the first of them when none is chosen"
    )
    static let meant = Wording(zh: "文件写的单位指谁", en: "Who is meant")
    static let unnamed = Wording(zh: "（文件没有写）", en: "(not named)")

    static let noLead = Wording(
        zh: "还没有牵头单位：请查找并至少勾选一个", en: "Nobody leads yet: search, and tick one unit at least")

    static func legend(_ choice: UnitChoice) -> Wording {
        switch (choice.part, choice.printed) {
        case (.lead, let printed?): Wording(zh: "牵头：“\(printed)”指哪些单位", en: "Lead: who is meant by “\(printed)”")
        case (.support, let printed?): Wording(zh: "配合：“\(printed)”指哪些单位", en: "Support: who is meant by “\(printed)”")
        case (.lead, nil): Wording(zh: "另加牵头单位", en: "More lead units")
        case (.support, nil): Wording(zh: "另加配合单位", en: "More supporting units")
        }
    }

    /// What a search found besides what is listed already.
    static func found(_ choice: UnitChoice) -> Wording {
        let (count, typed, more) = (choice.found.count, choice.search, choice.unshown)
        if count == 0 {
            return Wording(
                zh: "机构名录里没有另外的单位叫“\(typed)”。换一个写法，或者只写其中几个字。",
                en: "No other unit fits “\(typed)”. Write it otherwise, or only a part of it.")
        }
        if more > 0 {
            return Wording(
                zh: "“\(typed)”找到 \(count + more) 个，下面是前 \(count) 个；写得更具体可以缩小范围。",
                en: "\(count + more) units fit “\(typed)”; here are the first \(count). Say more to find fewer.")
        }
        return Wording(zh: "“\(typed)”找到 \(count) 个，请勾选：", en: "\(count) fit “\(typed)”; tick who is meant:")
    }

    // MARK: What must be put right

    static func nobody(_ printed: String) -> Wording {
        Wording(
            zh: "还没有选“\(printed)”指哪些单位：请勾选，或者查找后勾选；如果它不是单位，请先在“改正”里删去",
            en: "Nobody is chosen for “\(printed)”: tick a unit, or search first; if it is no unit, delete it under "
                + "“Put right”")
    }

    static func unknown(_ id: String) -> Wording {
        let id = String(id.prefix(60))
        return Wording(
            zh: "机构名录里没有“\(id)”：请取消它，查找后从名录里勾选", en: "There is no unit “\(id)”: untick it, search, and tick one")
    }

    static func ended(_ name: String, _ until: Day, successor: String?) -> Wording {
        Wording(
            zh: "“\(name)”只存在到\(chinese(until))" + (successor.map { "，现在是“\($0)”" } ?? "") + "：请取消它，改选现有的单位",
            en: "“\(name)” existed until \(until)" + (successor.map { "; it is “\($0)” now" } ?? "")
                + ": untick it and choose one that is there")
    }

    static func notYet(_ name: String, _ from: Day) -> Wording {
        Wording(
            zh: "“\(name)”到\(chinese(from))才设立：请取消它，改选现有的单位",
            en: "“\(name)” begins on \(from) only: choose another unit")
    }

    private static func chinese(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.dayOfMonth)日" }

    static func firstNotChosen(_ name: String) -> Wording {
        Wording(
            zh: "“\(name)”没有勾选为牵头单位：请先勾选它，或者另选第一牵头单位",
            en: "“\(name)” is not ticked as a lead unit: tick it, or choose another")
    }
}
