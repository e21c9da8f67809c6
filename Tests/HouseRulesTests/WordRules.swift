/// Words that are never right here, or only in one room.
enum WordRules {
    static let all = [never, time, unchecked, classes, todos, flags, singletons, droppedErrors]

    static let never = HouseRule(name: "no try!, as!, fatalError, public, XCTest") { house in
        house.files.filter(\.isSwift).flatMap { file in
            let words = [["fatalError", "("], ["public"], ["import", "XCTest"]].flatMap { words in
                file.places(of: words).map { ($0, words.joined(separator: words[0] == "import" ? " " : "")) }
            }
            return (words + forced(in: file)).map {
                Finding(path: file.path, line: $0, message: "`\($1)` is never right here")
            }
        }
    }

    /// Only Server reads the clock and the random source; everything else gets a moment and random bytes.
    static let time = HouseRule(name: "time and chance are arguments outside Server") { house in
        let forbidden = [
            ["Date", "(", ")"], ["Date", ".", "now"], ["ContinuousClock", "(", ")"], ["ContinuousClock", ".", "now"],
            ["SuspendingClock"], ["DispatchTime", ".", "now"], ["clock_gettime"], ["gettimeofday"], ["UUID", "(", ")"],
            ["SystemRandomNumberGenerator"], [".", "random", "("], [".", "randomElement", "(", ")"],
            [".", "shuffled", "(", ")"],
        ]
        return house.sources.filter { $0.target != "Server" }.flatMap { file in
            forbidden.flatMap { words in
                file.places(of: words).map {
                    Finding(path: file.path, line: $0, message: "`\(words.joined())` outside Server")
                }
            }
        }
    }

    static let unchecked = HouseRule(name: "@unchecked Sendable has its reason beside it") { house in
        house.files.filter(\.isSwift).flatMap { file in
            file.places(of: ["@", "unchecked", "Sendable"]).filter { !file.hasComment(at: $0) }.map {
                Finding(path: file.path, line: $0, message: "`@unchecked Sendable` without a comment")
            }
        }
    }

    static let classes = HouseRule(name: "a class has its reason beside it") { house in
        house.sources.flatMap { file in
            file.tokens.indices.filter { index in
                file.tokens[index].text == "class" && file.tokens.indices.contains(index + 1)
                    && file.tokens[index + 1].text.first?.isUppercase == true
                    && !file.hasComment(at: file.tokens[index].line)
            }
            .map { Finding(path: file.path, line: file.tokens[$0].line, message: "a class without a comment") }
        }
    }

    static let todos = HouseRule(name: "nothing is left to do without a number") { house in
        house.files.filter(\.isSwift).flatMap { file in
            file.comments.filter { isOpenTask($0.text) }.map {
                Finding(path: file.path, line: $0.line, message: "a task without the number of its issue")
            }
        }
    }

    static let flags = HouseRule(name: "no parameter is a flag with a default") { house in
        house.files.filter(\.isSwift).flatMap { file in
            [["Bool", "=", "true"], ["Bool", "=", "false"]].flatMap { words in
                file.places(of: words).filter { !declaresProperty(file.lines[$0 - 1]) }.map {
                    Finding(path: file.path, line: $0, message: "`\(words.joined(separator: " "))` hides a policy")
                }
            }
        }
    }

    static let singletons = HouseRule(name: "no singletons") { house in
        house.sources.flatMap { file in
            [[".", "shared"], ["static", "let", "shared"], ["static", "var", "shared"]].flatMap { words in
                file.places(of: words).map { Finding(path: file.path, line: $0, message: "a singleton") }
            }
        }
    }

    static let droppedErrors = HouseRule(name: "no caught error is dropped without its reason") { house in
        house.sources.flatMap { file in
            file.places(of: ["catch", "{", "}"]).filter { !file.hasComment(at: $0 + 1) }.map {
                Finding(path: file.path, line: $0, message: "a caught error is dropped")
            }
        }
    }

    /// `try!` and `as!`; the sign must touch the word, for `try !a` is something else.
    private static func forced(in file: SourceFile) -> [(Int, String)] {
        file.tokens.indices.dropFirst().compactMap { index in
            let (word, sign) = (file.tokens[index - 1], file.tokens[index])
            guard sign.text == "!", word.text == "try" || word.text == "as", word.line == sign.line,
                word.column + word.text.utf8.count == sign.column
            else { return nil }
            return (sign.line, word.text + "!")
        }
    }

    private static func isOpenTask(_ comment: String) -> Bool {
        ["TO" + "DO", "FIX" + "ME"].contains { word in
            guard let range = comment.range(of: word) else { return false }
            let rest = comment[range.upperBound...].drop { " (#:".contains($0) }
            return rest.first?.isNumber != true
        }
    }

    private static func declaresProperty(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        let declaration = words.firstIndex { $0 == "var" || $0 == "let" }
        return declaration.map { !words[..<$0].contains { $0.contains("(") } } ?? false
    }
}
