/// What each target and each kind of file may import.
enum ImportRules {
    static let all = [byTarget, byKindOfFile]

    static let ours = [
        "Values", "Rules", "Definitions", "Casework", "Proofs", "Storage", "Web", "Documents", "Features", "Server",
    ]
    private static let foundation = ["Foundation", "FoundationEssentials"]
    private static let hummingbird = ["Hummingbird", "HTTPTypes", "NIOCore"]
    /// Parts of Swift itself that give no file, socket, clock or random source.
    private static let plain = ["Synchronization"]

    static let allowed: [String: [String]] = [
        "Values": plain,
        "Rules": ["Values"] + plain,
        "Definitions": ["Values", "Rules", "Yams", "FoundationXML"] + plain,
        "Casework": ["Values", "Rules", "Definitions"] + plain,
        "Proofs": ["Values", "CCrypto", "CGcrypt", "CArgon2", "SwiftASN1"] + plain,
        "Storage": ["Values", "CSQLite", "CPQ", "Logging", "Dispatch", "Glibc"] + foundation + plain,
        "Web": ["Values", "Logging"] + hummingbird + foundation + plain,
        "Documents": ["Values", "CQR", "CCairo", "CZip", "CXlsx"] + foundation + plain,
        "Features": ours.filter { $0 != "Features" && $0 != "Server" } + ["Logging"] + hummingbird + foundation + plain,
        "Server": ours + [
            "Logging", "ArgumentParser", "ServiceLifecycle", "Dispatch", "Glibc", "NIOPosix", "NIOHTTPTypes",
        ]
            + hummingbird + foundation + plain,
    ]

    static let byTarget = HouseRule(name: "a target imports only what it may know") { house in
        house.sources.flatMap { file -> [Finding] in
            guard let target = file.target, !isSystemLibrary(target) else { return [] }
            guard let allowed = allowed[target] else {
                return [Finding(path: file.path, line: 1, message: "the house has no target \(target)")]
            }
            return file.imports.filter { !allowed.contains($0.text) }.map {
                Finding(path: file.path, line: $0.line, message: "\(target) may not import \($0.text)")
            }
        }
    }

    /// Kinds of files inside a feature, by suffix; a file that is none of them is a model and pure.
    static let byKindOfFile = HouseRule(name: "inside a feature the suffix says what a file may import") { house in
        house.sources.flatMap { file -> [Finding] in
            guard let feature = file.feature, file.name != feature else { return [] }
            let (kind, allowed) = allowance(of: file.name)
            return file.imports.filter { !allowed.contains($0.text) }.map {
                Finding(path: file.path, line: $0.line, message: "\(kind) file may not import \($0.text)")
            }
        }
    }

    private static func allowance(of name: String) -> (kind: String, modules: [String]) {
        let pure = ["Values", "Rules", "Definitions", "Casework", "Proofs"] + plain
        switch name {
        case let name where name.hasSuffix("Store"): return ("a Store", pure + ["Storage"] + foundation)
        case let name where ["Desk", "Projection", "Follower"].contains(where: name.hasSuffix):
            return ("a Desk, Projection or Follower", pure + ["Storage", "Logging"] + foundation)
        case let name where name.hasSuffix("Page"): return ("a Page", pure + ["Web"] + foundation)
        case let name where name.hasSuffix("Routes") || name.hasSuffix("API"):
            return ("a Routes or API", pure + ["Storage", "Web", "Documents", "Logging"] + hummingbird + foundation)
        case let name where name.hasSuffix("Press"): return ("a Press", pure + ["Documents"])
        default: return ("a model", pure)
        }
    }

    private static func isSystemLibrary(_ target: String) -> Bool {
        ["CSQLite", "CPQ", "CCrypto", "CGcrypt", "CArgon2", "CQR", "CCairo", "CZip", "CXlsx"].contains(target)
    }
}
