import Definitions
import Values

/// Reads the sample entries of stand-in registers (替身登记库) from the texts of `Samples/registers/*.yaml`.
///
/// One file plays one register: `register` (its name as concepts and needs give it), `name` (as pages show it),
/// `silent`, and `entries` of `about` (identifiers by concept), `facts` and `needs` (ids of evidence needs).
package enum RegisterSamples {
    /// The registers of all texts, in the order of their paths.
    ///
    /// Throws `Failure.problems`, naming file and line, when a text is no YAML, has another shape, does not say that
    /// it is a stand-in, or plays a register that another file plays already.
    ///
    /// - Parameter texts: path → content.
    package static func read(_ texts: [String: String]) throws(Failure) -> [StandInRegister] {
        var registers: [StandInRegister] = []
        var problems: [Problem] = []
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
            do {
                let register = try SampleReading(file: path).register(in: text)
                if registers.contains(where: { $0.name == register.name }) {
                    problems.append(taken(register.name, path))
                } else {
                    registers.append(register)
                }
            } catch {
                problems.append(error.problem)
            }
        }
        guard problems.isEmpty else { throw .problems(problems) }
        return registers
    }

    private static func taken(_ name: String, _ path: String) -> Problem {
        Problem(
            place: path, message: Wording(zh: "“\(name)”已有替身", en: "`\(name)` has a stand-in already"),
            remedy: Wording(zh: "合并到一个文件", en: "put both into one file"))
    }
}

extension Register {
    /// Its name as people see it: a stand-in is always called one (替身).
    package var shownName: Wording {
        isStandIn ? Wording(zh: name + "（替身）", en: name + " (stand-in)") : Wording(zh: name, en: name)
    }
}

/// Reads one file.
private struct SampleReading {
    let file: String

    func register(in text: String) throws(Diagnostic) -> StandInRegister {
        let root = try YAMLNode(text, file: file)
        let map = try self.map(root, ["register", "name", "silent", "entries"])
        guard let name = map["register"], let shown = map["name"], let silent = map["silent"], let list = map["entries"]
        else {
            throw fault(
                .missingKey, root, "缺少 register、name、silent 或 entries", "register, name, silent or entries is missing")
        }
        let words = try self.map(shown, ["zh", "en"])
        for (language, sign) in [("zh", "替身"), ("en", "stand-in")] {
            guard let word = words[language], try self.text(word).contains(sign) else {
                throw fault(.badWord, shown, "名称要写明是“替身”", "the name must say that it is a stand-in")
            }
        }
        guard case .bool(let isSilent) = try value(silent) else {
            throw fault(.wrongType, silent, "silent 应为 true 或 false", "`silent` is true or false")
        }
        var entries: [StandInRegister.Entry] = []
        for node in try self.list(list) { entries.append(try entry(node)) }
        return StandInRegister(name: try self.text(name), entries: entries, isSilent: isSilent)
    }

    private func entry(_ node: YAMLNode) throws(Diagnostic) -> StandInRegister.Entry {
        let map = try self.map(node, ["about", "facts", "needs"])
        var about: [String: String] = [:]
        var facts: [String: JSON] = [:]
        var needs: Set<String> = []
        if let part = map["about"] { for (id, child) in try self.map(part, nil) { about[id] = try text(child) } }
        if let part = map["facts"] { for (id, child) in try self.map(part, nil) { facts[id] = try value(child) } }
        if let part = map["needs"] { for child in try list(part) { needs.insert(try text(child)) } }
        guard !about.isEmpty else {
            throw fault(.missingKey, node, "没有写明是谁或什么", "`about` names nobody and nothing")
        }
        return StandInRegister.Entry(about: about, facts: facts, needs: needs)
    }

    // MARK: Nodes

    /// - Parameter keys: the only ones that may stand there; nil for any.
    private func map(_ node: YAMLNode, _ keys: Set<String>?) throws(Diagnostic) -> [String: YAMLNode] {
        guard case .map(let entries) = node.content else {
            throw fault(.wrongType, node, "这里应为映射", "a map is expected here")
        }
        var map: [String: YAMLNode] = [:]
        for entry in entries {
            if let keys, !keys.contains(entry.key) {
                throw fault(.unknownKey, entry.value, "没有“\(entry.key)”这一项", "there is no key `\(entry.key)`")
            }
            map[entry.key] = entry.value
        }
        return map
    }

    private func list(_ node: YAMLNode) throws(Diagnostic) -> [YAMLNode] {
        guard case .list(let list) = node.content else {
            throw fault(.wrongType, node, "这里应为列表", "a list is expected here")
        }
        return list
    }

    private func text(_ node: YAMLNode) throws(Diagnostic) -> String {
        guard case .scalar(let text, _) = node.content, !text.isEmpty else {
            throw fault(.wrongType, node, "这里应为文字", "a text is expected here")
        }
        return text
    }

    /// Without quotation marks `true`, `false` and whole numbers are what they look like; all else is text.
    private func value(_ node: YAMLNode) throws(Diagnostic) -> JSON {
        switch node.content {
        case .scalar("true", isPlain: true): return .bool(true)
        case .scalar("false", isPlain: true): return .bool(false)
        case .scalar(let text, isPlain: true):
            return Int64(text).map { .number($0) } ?? .text(text)
        case .scalar(let text, isPlain: false): return .text(text)
        case .list(let list):
            var values: [JSON] = []
            for child in list { values.append(try value(child)) }
            return .list(values)
        case .map: throw fault(.wrongType, node, "这里应为一个值", "a value is expected here")
        }
    }

    private func fault(_ kind: DiagnosticKind, _ node: YAMLNode, _ zh: String, _ en: String) -> Diagnostic {
        Diagnostic(
            kind: kind, file: file, line: node.line, message: Wording(zh: zh, en: en),
            remedy: Wording(zh: "照同目录其他文件的写法改", en: "write it as the other files of the folder do"))
    }
}
