import Values

/// The parts of a published document while it is put together.
///
/// It is self-contained: what a case needs and nothing else, so its hash changes only when something that matters does.
struct Document {
    /// The number of this form of document; another meaning is a new number.
    static let format: Int64 = 1

    let library: Library
    let day: Day
    var service: [String: JSON] = [:]
    var region = ""
    var force: JSON = .null
    var questions: [String: JSON] = [:]
    var form: [JSON] = []
    var plans: [JSON] = []
    var facts: [String: JSON] = [:]
    var tables: [String: JSON] = [:]
    var guide: [String: JSON] = [:]
    var origins: [String: JSON] = [:]
    var tableFiles: [String: SourceFile] = [:]
    var diagnostics: [Diagnostic] = []

    init(library: Library, day: Day) {
        self.library = library
        self.day = day
    }

    // MARK: Facts and tables

    /// Facts of the procedures that are neither questions nor fields of the service.
    mutating func addFacts(of procedures: [SourceFile]) {
        var own = Set(questions.keys)
        for section in form { own.formUnion((section["fields"]?.map ?? [:]).keys) }
        for file in procedures {
            for (id, fact) in Merging.inOrder(file.content["facts"]?.map ?? [:])
            where facts[id] == nil && !own.contains(id) {
                guard case .map(var map) = fact else { continue }
                map["place"] = .number(Int64(facts.count))
                facts[id] = .map(map)
            }
        }
    }

    /// Tables of the rules files that these files name; the first that has a table wins.
    mutating func addTables(rules files: [SourceFile]) {
        for file in files {
            guard let name = file.content["rules"]?.text else { continue }
            let path = file.path.split(separator: "/").dropLast().joined(separator: "/") + "/" + name
            guard let rules = library.files[path] else {
                reportMissing(path, named: name, in: file)
                continue
            }
            for (id, table) in rules.content["tables"]?.map ?? [:] where tables[id] == nil {
                tables[id] = table
                tableFiles[id] = rules
            }
        }
    }

    /// Tables of these files that some texts read, and the tables that those read in turn.
    mutating func addTables(readBy texts: JSON, of files: [SourceFile]) {
        var open = words(in: texts)
        while !open.isEmpty {
            var next: Set<String> = []
            for file in files {
                guard let name = file.content["rules"]?.text else { continue }
                let path = file.path.split(separator: "/").dropLast().joined(separator: "/") + "/" + name
                guard let rules = library.files[path] else { continue }
                for (id, table) in rules.content["tables"]?.map ?? [:] where open.contains(id) && tables[id] == nil {
                    tables[id] = table
                    tableFiles[id] = rules
                    next.formUnion(words(in: table))
                }
            }
            open = next
        }
    }

    private mutating func reportMissing(_ path: String, named name: String, in file: SourceFile) {
        let problem = Diagnostic(
            kind: .missingFile, file: file.path, line: file.line(of: "rules"),
            message: Wording(zh: "没有文件“\(name)”", en: "there is no file `\(name)`"),
            remedy: Wording(zh: "加上 \(path)，或删去 rules", en: "add \(path), or remove `rules`"))
        if !diagnostics.contains(problem) { diagnostics.append(problem) }
    }

    /// A procedure tried without a service refuses on no ground of its own.
    mutating func addEmptyRefusals() {
        guard tables["refusals"] == nil, words(in: .list(plans)).contains("refusals") else { return }
        tables["refusals"] = [
            "name": ["zh": "理由", "en": "Grounds"], "hit": "collect", "inputs": ["true"], "gives": "string",
            "rules": [], "place": 0,
        ]
    }

    /// A procedure asks for what excludes promises; a service that takes none has nothing to exclude.
    mutating func addEmptyBars() {
        guard tables[Definition.barsTable] == nil, words(in: .list(plans)).contains(Definition.barsTable) else {
            return
        }
        tables[Definition.barsTable] = [
            "name": ["zh": "不适用告知承诺的情形", "en": "What excludes a promise"], "hit": "collect", "inputs": ["true"],
            "gives": "string", "rules": [], "place": 0,
        ]
    }

    mutating func addFalseConstants() {
        let known: Set = [
            "service.id", "service.item", "service.name", "service.name.zh", "service.name.en", "service.outcome",
            "service.outcome.certificate",
        ]
        var constants: [String: JSON] = [:]
        for word in words(in: .list(plans)) where word.hasPrefix("service.") && !known.contains(word) {
            constants[String(word.dropFirst("service.".count))] = false
        }
        if !constants.isEmpty { service["constants"] = .map(constants) }
    }

    // MARK: Finishing

    func finished(serviceId: String) -> JSON {
        let notices = notices()
        let certificates = certificates()
        let texts: JSON = .list([
            .list(plans), .map(questions), .list(form), .map(facts), .map(tables), .map(notices), .map(certificates),
        ])
        let used = words(in: texts)
        var map: [String: JSON] = [
            "format": .number(Document.format), "service": .map(service), "region": .text(region),
            "in_force": force, "questions": .map(questions), "form": .list(form), "facts": .map(facts),
            "plans": .list(plans), "tables": .map(tables), "messages": .map(notices),
            "certificates": .map(certificates), "guide": .map(guide), "origins": .map(origins),
        ]
        map["concepts"] = .map(library.index.concepts.filter { used.contains($0.key) })
        map["lists"] = .map(lists(used: used, serviceId: serviceId))
        return Merging.withoutNulls(.map(map))
    }

    private func notices() -> [String: JSON] {
        var names: Set<String> = []
        for plan in plans { collect("notice", in: plan, into: &names) }
        return contents(of: library.index.messages, named: names)
    }

    private func certificates() -> [String: JSON] {
        var names: Set<String> = []
        for plan in plans { collect("certificate", in: plan, into: &names) }
        return contents(of: library.index.certificates, named: names)
    }

    private func lists(used: Set<String>, serviceId: String) -> [String: JSON] {
        var names = used.filter { library.index.lists[$0] != nil }
        for part in plans + [.map(service)] { collect("list", in: part, into: &names) }
        var regions: Set<String> = []
        for plan in plans { collect("region", in: plan, into: &regions) }
        var lists = contents(of: library.index.lists, named: names)
        guard regions.contains("listed") else { return lists }
        for (id, content) in contents(of: library.index.lists, named: Set(library.index.lists.keys))
        where content["kind"] == "cross-region" && lists[id] == nil {
            lists[id] = onlyEntries(of: serviceId, in: content)
        }
        return lists
    }

    /// A change to what the list says of another service must not change this document.
    private func onlyEntries(of service: String, in list: JSON) -> JSON? {
        guard case .map(var map) = list, let all = map["entries"]?.list else { return nil }
        let own = all.filter { $0["service"]?.text == service }
        guard !own.isEmpty else { return nil }
        map["entries"] = .list(own)
        return .map(map)
    }

    private func contents(of index: [String: [String]], named names: Set<String>) -> [String: JSON] {
        var all: [String: JSON] = [:]
        for name in names {
            guard let paths = index[name] else { continue }
            let file = paths.count == 1 ? library.files[paths[0]] : library.inForce(paths, on: day)
            if let content = file?.content, content.map != nil { all[name] = content }
        }
        return all
    }

    /// Every text under a key, wherever it stands.
    private func collect(_ key: String, in json: JSON, into names: inout Set<String>) {
        switch json {
        case .map(let map):
            for (name, value) in map {
                if name == key, let text = value.text { names.insert(text) }
                collect(key, in: value, into: &names)
            }
        case .list(let list): for value in list { collect(key, in: value, into: &names) }
        default: break
        }
    }

    /// Every run of letters, digits, `_`, `-` and `.` in texts and keys: a superset of the names that are read.
    func words(in json: JSON) -> Set<String> {
        var words: Set<String> = []
        Words.gather(json, into: &words)
        return words
    }
}

/// Words of ASCII in texts, with their dotted beginnings (`enterprise.name.zh` also gives `enterprise.name`).
enum Words {
    static func of(_ json: JSON) -> Set<String> {
        var words: Set<String> = []
        gather(json, into: &words)
        return words
    }

    static func gather(_ json: JSON, into words: inout Set<String>) {
        switch json {
        case .text(let text): split(text, into: &words)
        case .list(let list): for value in list { gather(value, into: &words) }
        case .map(let map):
            for (key, value) in map {
                words.insert(key)
                gather(value, into: &words)
            }
        default: break
        }
    }

    private static func split(_ text: String, into words: inout Set<String>) {
        for run in text.utf8.split(whereSeparator: { !isPart($0) }) {
            var word = Substring(run)
            while true {
                words.insert(String(word))
                guard let cut = word.lastIndex(of: ".") else { break }
                word = word[..<cut]
            }
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || [0x5F, 0x2D, 0x2E].contains(byte)
    }
}
