/// Names say what a thing is; these say nothing.
enum NameRules {
    static let all = [types, functions, modules, folders]

    private static let emptySuffixes = [
        "Manager", "Helper", "Helpers", "Utils", "Utility", "Utilities", "Common", "Base", "Info", "Data", "V2",
    ]
    private static let taken = ["Case", "Application", "Service", "Server"]

    static let types = HouseRule(name: "no type is a Manager, Helper, Info or the like") { house in
        house.files.filter(\.isSwift).flatMap { file in
            file.types(atMarginOnly: false).compactMap { type -> Finding? in
                let name = type.text
                let isNew = name.hasPrefix("New") && name.dropFirst(3).first?.isUppercase == true
                guard isNew || taken.contains(name) || emptySuffixes.contains(where: name.hasSuffix) else { return nil }
                return Finding(path: file.path, line: type.line, message: "`\(name)` says nothing or is taken")
            }
        }
    }

    static let functions = HouseRule(name: "no function processes or handles") { house in
        house.files.filter(\.isSwift).flatMap { file in
            file.tokens.indices.dropFirst().compactMap { index -> Finding? in
                let token = file.tokens[index]
                guard file.tokens[index - 1].text == "func", isEmptyVerb(token.text) else { return nil }
                // The name that Hummingbird's middleware protocol asks for.
                if token.text == "handle", file.imports.contains(where: { $0.text == "Hummingbird" }) { return nil }
                return Finding(path: file.path, line: token.line, message: "`\(token.text)`: what does it do?")
            }
        }
    }

    static let modules = HouseRule(name: "no type is named like a module") { house in
        house.files.filter(\.isSwift).flatMap { file in
            file.types(atMarginOnly: true).filter { ImportRules.ours.contains($0.text) }.map {
                Finding(path: file.path, line: $0.line, message: "`\($0.text)` is a module")
            }
        }
    }

    static let folders = HouseRule(name: "no folder gathers extensions or leftovers") { house in
        house.sources.compactMap { file in
            let folders = file.path.split(separator: "/").dropLast()
            let bad = folders.first { ["Extensions", "Helpers", "Utils", "Common", "Misc"].contains($0) }
            return bad.map { Finding(path: file.path, line: 1, message: "there is no folder \($0) here") }
        }
    }

    private static func isEmptyVerb(_ name: String) -> Bool {
        ["process", "handle"].contains { verb in
            guard name.hasPrefix(verb) else { return false }
            let next = name.dropFirst(verb.count).first
            return next == nil || next?.isUppercase == true
        }
    }
}
