/// A test can fail, reads as a sentence, and waits for nothing.
enum TestRules {
    static let all = [expects, sentences, waiting]

    static let expects = HouseRule(name: "a file with tests expects something in each") { house in
        house.tests.flatMap { file -> [Finding] in
            let starts = file.tokens.indices.filter {
                file.tokens[$0].text == "@" && file.tokens.indices.contains($0 + 1)
                    && file.tokens[$0 + 1].text == "Test"
            }
            return zip(starts, starts.dropFirst() + [file.tokens.count]).compactMap { start, end in
                let words = Set(file.tokens[start..<end].map(\.text))
                // It expects by the macros, by a function whose name begins with `expect`, or fails by throwing.
                let isExpecting =
                    words.contains { $0.hasPrefix("expect") }
                    || !words.isDisjoint(with: ["require", "record", "confirmation", "try"])
                return isExpecting
                    ? nil : Finding(path: file.path, line: file.tokens[start].line, message: "a test that cannot fail")
            }
        }
    }

    static let sentences = HouseRule(name: "the name of a test is a sentence") { house in
        house.tests.flatMap { file in
            file.tokens.indices.compactMap { index -> Finding? in
                guard file.tokens[index].text == "@", file.tokens.indices.contains(index + 1),
                    file.tokens[index + 1].text == "Test",
                    let function = file.tokens[index...].firstIndex(where: { $0.text == "func" }),
                    file.tokens.indices.contains(function + 1)
                else { return nil }
                let name = file.tokens[function + 1]
                let isSentence = name.text.hasPrefix("`") && name.text.contains(" ")
                return isSentence
                    ? nil : Finding(path: file.path, line: name.line, message: "`\(name.text)` is not a sentence")
            }
        }
    }

    static let waiting = HouseRule(name: "no test sleeps") { house in
        house.tests.flatMap { file in
            [["sleep", "("], ["usleep", "("], ["nanosleep", "("], ["asyncAfter", "("]].flatMap { words in
                file.places(of: words).map { Finding(path: file.path, line: $0, message: "a test that sleeps") }
            }
        }
    }
}
