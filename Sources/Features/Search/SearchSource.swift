/// What the search knows of one thing that it can find.
struct SearchSource: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case service, policy, place
    }

    let kind: Kind
    /// Id of the service, number of the document, address of the page.
    let id: String
    /// What it is called, in every language.
    let names: [String]
    /// What people call it too.
    let also: [String]
    /// Situations in spoken words.
    let asked: [String]
    /// Words that describe it: variants, materials, certificates, the item of the catalogue.
    let details: [String]
    /// Questions and running text.
    let texts: [String]
}

/// Something that was found.
struct SearchMatch: Hashable, Sendable {
    let kind: SearchSource.Kind
    let id: String
    /// 0 to 1000.
    let score: Int
    /// The words by which it was found, when they are not its name.
    let phrase: String?
}
