/// What the papers about the house say is still so.
enum PaperRules {
    static let all = [tour, glossary]

    static let tour = HouseRule(name: "the tour names files and folders that are there") { house in
        papers(["docs/tour.md", "README.md", "README.zh.md"], of: house).flatMap { paper in
            quotedWords(in: paper).filter { word, _ in
                let isPath = word.hasSuffix(".swift") || (word.hasSuffix("/") && word.first?.isUppercase == true)
                return isPath && !word.contains("…") && !isThere(word, in: house)
            }
            .map { Finding(path: paper.path, line: $1, message: "there is no `\($0)`") }
        }
    }

    static let glossary = HouseRule(name: "the glossary names types that are there") { house in
        let types = Set(house.sources.flatMap { $0.types(atMarginOnly: false).map(\.text) })
        return papers(["docs/glossary.md"], of: house).flatMap { paper in
            quotedWords(in: paper).compactMap { word, line -> Finding? in
                let name = word.split(separator: ".").first.map(String.init) ?? ""
                let isType = name.first?.isUppercase == true && name.utf8.allSatisfy { $0 > 0x40 && $0 < 0x7B }
                guard isType, !word.contains("/"), !types.contains(name), name != "SQL" else { return nil }
                return Finding(path: paper.path, line: line, message: "there is no type `\(name)`")
            }
        }
    }

    private static func papers(_ paths: [String], of house: House) -> [SourceFile] {
        house.files.filter { paths.contains($0.path) }
    }

    private static func isThere(_ word: String, in house: House) -> Bool {
        house.files.contains { file in
            word.hasSuffix("/") ? ("/" + file.path).contains("/" + word) : ("/" + file.path).hasSuffix("/" + word)
        }
    }

    /// Words between backticks, each with its line.
    private static func quotedWords(in file: SourceFile) -> [(String, Int)] {
        file.lines.enumerated().flatMap { index, line in
            line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }
                .map { (String($0.element), index + 1) }
        }
    }
}
