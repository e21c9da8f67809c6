import Values

/// A procedure with what a service and a variant refine of it.
enum PlanMaking {
    private static let procedureKeys = [
        "basis", "main_clock", "tracks", "stages", "opens", "actions", "tasks", "clocks", "obligations", "children",
    ]

    static func plan(procedure: JSON, over: [String: JSON], variant: (id: String, content: JSON)?) -> JSON {
        var map = (procedure.map ?? [:]).filter { procedureKeys.contains($0.key) }
        map["procedure"] = procedure["procedure"]
        map["procedure_name"] = procedure["name"]
        var plan = Merging.merged(.map(map), with: .map(over))
        if let variant {
            let keys = ["clocks", "tasks", "evidence", "outcome", "name", "when"]
            let content = (variant.content.map ?? [:]).filter { keys.contains($0.key) }
            plan = Merging.merged(plan, with: .map(content))
            if case .map(var map) = plan {
                map["variant"] = .text(variant.id)
                plan = .map(map)
            }
        }
        return withStopsAtClocks(Merging.withoutNulls(plan))
    }

    /// For a variant under another procedure: what refines something that only the first procedure has is left out.
    static func fitting(_ over: [String: JSON], to procedure: JSON) -> [String: JSON] {
        let stages = Set((procedure["stages"]?.map ?? [:]).keys)
        var over = over
        over["tasks"] = (over["tasks"]?.map).map { tasks in
            .map(
                tasks.filter { id, task in
                    procedure["tasks"]?[id] != nil || task["in"]?.text.map(stages.contains) ?? false
                })
        }
        over["clocks"] = (over["clocks"]?.map).map { clocks in
            .map(clocks.filter { procedure["clocks"]?[$0.key] != nil || $0.value["starts"] != nil })
        }
        return over
    }

    /// `stops` of a task is written at the clock: every stop is *while* something is open.
    private static func withStopsAtClocks(_ plan: JSON) -> JSON {
        guard case .map(var map) = plan, var tasks = map["tasks"]?.map, var clocks = map["clocks"]?.map else {
            return plan
        }
        for (id, task) in Merging.inOrder(tasks) {
            guard case .map(var entry) = task, case .map(var stop)? = entry["stops"],
                let clockId = stop["clock"]?.text
            else { continue }
            guard case .map(var clock)? = clocks[clockId] else { continue }
            stop["clock"] = nil
            stop["while"] = .text(id)
            clock["stops"] = .list((clock["stops"]?.list ?? []) + [.map(stop)])
            clocks[clockId] = .map(clock)
            entry["stops"] = nil
            tasks[id] = .map(entry)
        }
        map["tasks"] = .map(tasks)
        map["clocks"] = .map(clocks)
        return .map(map)
    }

    private static let needed: [(section: String, keys: [String])] = [
        ("tasks", ["name", "in", "role", "results"]), ("clocks", ["name", "starts", "ends", "law"]),
        ("evidence", ["name", "from"]),
    ]

    /// Tasks and clocks that refine nothing and are not complete themselves.
    static func incomplete(_ plan: JSON, layers: [Overlay]) -> [Diagnostic] {
        var list: [Diagnostic] = []
        for (section, keys) in needed {
            for (id, entry) in Merging.inOrder(plan[section]?.map ?? [:]) {
                let missing = keys.filter { entry[$0] == nil }
                guard let first = missing.first else { continue }
                let all = missing.joined(separator: ", ")
                let known = layers.first?.content[section]?.map?.keys.map { $0 } ?? []
                let near = Nearest.name(to: id, among: known)
                let (file, line) = Places.line([section, id], in: layers)
                list.append(
                    Diagnostic(
                        kind: .incompleteEntry, file: file, line: line,
                        message: Wording(
                            zh: "“\(id)”在程序中不存在，又缺少 \(all)",
                            en: "`\(id)` is not in the procedure and lacks \(all)"),
                        remedy: near.map { Wording(zh: "是否应为“\($0)”？", en: "did you mean `\($0)`?") }
                            ?? Wording(
                                zh: "补上“\(first)”，或改用程序中的标识",
                                en: "add `\(first)`, or use an id of the procedure")))
            }
        }
        return list
    }
}

/// Where a value of a resolved document stands in the texts.
enum Places {
    /// File and line of the same; nothing and 1 without layers.
    static func line(_ path: [String], in layers: [Overlay]) -> (file: String, line: Int) {
        find(path, in: layers).map { ($0.file.path, $0.file.line(of: $0.place)) } ?? ("", 1)
    }

    /// File and place of a path: the uppermost layer that holds it, otherwise that holds what is above it; nil without
    /// layers.
    static func find(_ path: [String], in layers: [Overlay]) -> (file: SourceFile, place: String)? {
        var path = path
        while !path.isEmpty {
            for layer in layers.reversed() where Merging.valueThroughLists(at: path, in: layer.content) != nil {
                return (layer.file, layer.place(path))
            }
            path.removeLast()
        }
        return layers.last.map { ($0.file, $0.start) }
    }
}

extension Merging {
    /// The same through lists, whose members are named by their index.
    static func valueThroughLists(at path: [String], in json: JSON) -> JSON? {
        var json = json
        for key in path {
            if case .list(let list) = json, let index = Int(key), list.indices.contains(index) {
                json = list[index]
            } else if let next = json[key] {
                json = next
            } else {
                return nil
            }
        }
        return json
    }
}
