/// A feature uses those above it in `AllFeatures.swift`, never those below.
enum FeatureRules {
    static let all = [listed, order]

    private static let listPath = "Sources/Features/AllFeatures.swift"

    static let listed = HouseRule(name: "AllFeatures lists every feature") { house in
        let folders = Set(house.sources.compactMap(\.feature))
        guard !folders.isEmpty else { return [] }
        let known = Set(orderOfFeatures(in: house))
        return folders.subtracting(known).sorted().map {
            Finding(path: listPath, line: 1, message: "the feature \($0) is not listed")
        }
    }

    static let order = HouseRule(name: "a feature names nothing of a feature below it") { house in
        let order = orderOfFeatures(in: house)
        let owners = ownersOfTypes(in: house)
        return house.sources.flatMap { file -> [Finding] in
            guard let feature = file.feature, let place = order.firstIndex(of: feature) else { return [] }
            let lower = Set(order[(place + 1)...])
            let own = Set(file.types(atMarginOnly: false).map(\.text))
            return file.tokens.compactMap { token -> Finding? in
                guard let owner = owners[token.text], lower.contains(owner), !own.contains(token.text) else {
                    return nil
                }
                return Finding(
                    path: file.path, line: token.line, message: "\(feature) names \(token.text) of \(owner) below it")
            }
        }
    }

    /// Feature folders in the order in which `AllFeatures.swift` first names them.
    private static func orderOfFeatures(in house: House) -> [String] {
        let folders = Set(house.sources.compactMap(\.feature))
        guard let list = house.files.first(where: { $0.path == listPath }) else { return [] }
        var order: [String] = []
        for token in list.tokens where folders.contains(token.text) && !order.contains(token.text) {
            order.append(token.text)
        }
        return order
    }

    /// Type → the one feature that declares it; a name that stands twice in the house says nothing and is left out.
    private static func ownersOfTypes(in house: House) -> [String: String] {
        var owners: [String: Set<String>] = [:]
        for file in house.sources {
            let owner = file.feature ?? "outside"
            for type in file.types(atMarginOnly: file.feature != nil) where !isPrivate(type, in: file) {
                owners[type.text, default: []].insert(owner)
            }
        }
        return owners.compactMapValues { $0.count == 1 && !$0.contains("outside") ? $0.first : nil }
    }

    private static func isPrivate(_ type: Token, in file: SourceFile) -> Bool {
        file.tokens.contains { $0.line == type.line && ($0.text == "private" || $0.text == "fileprivate") }
    }
}
