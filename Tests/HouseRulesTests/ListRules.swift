/// What lists must stay flat however much there is, so its plan is tested.
enum ListRules {
    static let all = [plans]

    private static let registry = "Tests/FeaturesTests/Plans/ListedQueries.swift"
    private static let words = ["ORDER BY", "LIMIT "]

    /// A store's function whose SQL orders or limits, or that sweeps, stands in the registry of query plans.
    static let plans = HouseRule(name: "every query that lists has its plan tested") { house in
        let known = Set(house.files.first { $0.path == registry }?.strings.map(\.text) ?? [])
        return house.sources.filter { $0.feature != nil && $0.name.hasSuffix("Store") }.flatMap { file in
            functions(of: file).filter { lists($0, in: file) && !known.contains(file.name + "." + $0.name) }
                .map {
                    Finding(
                        path: file.path, line: $0.lines.lowerBound,
                        message: "`\(file.name).\($0.name)` lists; name it in \(registry)")
                }
        }
    }

    private struct Function {
        /// `rows(ofUnit)`: with the label of its first parameter.
        let name: String
        let lines: ClosedRange<Int>
    }

    /// Functions that others can call, up to where the next one begins.
    private static func functions(of file: SourceFile) -> [Function] {
        let starts = file.tokens.indices.filter { file.tokens[$0].text == "func" }
        return starts.enumerated().compactMap { order, index in
            let before = file.tokens[max(0, index - 2)..<index].map(\.text)
            guard !before.contains("private"), file.tokens.indices.contains(index + 3) else { return nil }
            let end = order + 1 < starts.count ? file.tokens[starts[order + 1]].line - 1 : file.lines.count
            let line = file.tokens[index].line
            return Function(
                name: "\(file.tokens[index + 1].text)(\(file.tokens[index + 3].text))", lines: line...max(line, end))
        }
    }

    private static func lists(_ function: Function, in file: SourceFile) -> Bool {
        function.name.hasPrefix("sweep(")
            || file.strings.contains { string in
                function.lines.contains(string.line) && words.contains { string.text.contains($0) }
            }
    }
}
