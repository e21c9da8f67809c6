/// What holds for every file of the repository, Swift or not.
enum RepositoryRules {
    static let all = [ownGround, sql]

    /// Written in two pieces, so that this file does not break its own rule.
    private static let foreignPlaces = [".." + "/shared", "/work" + "/"]

    static let ownGround = HouseRule(name: "nothing refers to a place outside the repository") { house in
        house.files.flatMap { file -> [Finding] in
            guard foreignPlaces.contains(where: file.text.contains) else { return [] }
            return file.lines.enumerated().compactMap { index, line in
                foreignPlaces.first { line.contains($0) }.map {
                    Finding(path: file.path, line: index + 1, message: "refers to \($0)")
                }
            }
        }
    }

    private static let statements = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "WITH "]

    /// SQL is written in the store; the feature itself holds the migrations.
    static let sql = HouseRule(name: "SQL of a feature stands in its stores") { house in
        house.sources.flatMap { file -> [Finding] in
            guard let feature = file.feature, file.name != feature, !file.name.hasSuffix("Store"),
                !file.name.hasSuffix("Migrations")
            else { return [] }
            return file.strings.filter { string in
                let text = string.text.drop { $0.isWhitespace }
                return statements.contains { text.hasPrefix($0) }
            }
            .map { Finding(path: file.path, line: $0.line, message: "SQL outside a store") }
        }
    }
}
