import Values

/// Words about what would change the grounds of a case, and about what they wait for.
enum GroundsOutlookWords {
    static let wouldChange = Wording(zh: "什么会改变结果", en: "What would change it")
    static let wouldHaveChanged = Wording(zh: "怎样就会不同", en: "What would have changed it")
    static let hidden = Wording(zh: "已遮盖", en: "hidden")
}
