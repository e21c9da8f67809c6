import Rules
import Values

/// One resolved document: does every expression compile, is every name known, does every plan hold together?
struct ResolvedCheck {
    let library: Library
    let resolved: Resolved
    /// nil for a bare procedure.
    let service: String?

    func run(_ compiled: inout CompiledDocuments, into findings: inout Findings) {
        OwnFieldCheck(resolved: resolved, library: library).run(into: &findings)
        let output: DefinitionCompiler.Output
        switch compiled.result(of: resolved.document) {
        case .success(let success): output = success
        case .failure(let failure): return report(failure, into: &findings)
        }
        let definition = output.definition
        var named: Set<[String]> = []
        for (index, plan) in definition.plans.enumerated() {
            guard let json = resolved.document["plans"]?.list?[index], resolved.plans.indices.contains(index) else {
                continue
            }
            let context = PlanContext(
                plan: plan, json: json, layers: resolved.plans[index], definition: definition, library: library,
                isBare: service == nil)
            let names = NameCheck(context: context).run(into: &findings)
            named.formUnion(names.map { ["plans", "\(index)"] + $0 })
            PlanReferenceCheck(context: context).run(into: &findings)
            FlowCheck(context: context).run(into: &findings)
            LawCheck(context: context).run(into: &findings)
        }
        let areMembersAtFault = hasFaultyMember(&compiled)
        let own = output.problems.filter { problem in
            !named.contains(problem.path) && !(areMembersAtFault && ResolvedCheck.isOfMembers(problem.path))
        }
        expressions(own, into: &findings)
        tables(definition, into: &findings)
        FieldCheck(definition: definition, resolved: resolved, library: library).run(into: &findings)
    }

    private func report(_ failure: Failure, into findings: inout Findings) {
        guard let base = resolved.base.first else { return }
        findings.add(
            .notResolvable, base.file, "",
            Wording(zh: "无法形成完整的定义：\(failure)", en: "this does not make a complete definition: \(failure)"),
            remedy: Wording(zh: "补上缺少的内容", en: "add what is missing"))
    }

    // MARK: Expressions

    /// Fields and needs of a bundle come from its members.
    private static func isOfMembers(_ path: [String]) -> Bool {
        ["form", "questions"].contains(path.first) || (path.count > 2 && path[2] == "evidence")
    }

    /// Whether something is said at a member of the bundle already, so that it is not said of the bundle again.
    private func hasFaultyMember(_ compiled: inout CompiledDocuments) -> Bool {
        guard let base = resolved.base.first, let members = base.content["members"]?.map,
            let region = resolved.document["region"]?.text
        else { return false }
        for id in members.values.compactMap({ $0["service"]?.text }) {
            guard var resolver = try? Resolver(library, region: region, on: base.from),
                let member = try? resolver.service(id), let output = compiled.output(of: member.document)
            else { continue }
            if !output.problems.isEmpty { return true }
        }
        return false
    }

    private func expressions(_ problems: [CompileProblem], into findings: inout Findings) {
        for problem in problems {
            let (file, line) = place(problem.path)
            // The expressions of a message stand within its text.
            let isWhole = problem.path.first != "messages"
            let mark = isWhole ? spot(problem.path).flatMap { $0.file.mark(of: $0.place, column: problem.column) } : nil
            findings.add(
                Diagnostic(
                    kind: problem.kind, file: file, line: mark?.line ?? line, column: mark?.column,
                    message: problem.message, remedy: problem.remedy))
        }
    }

    private func tables(_ definition: Definition, into findings: inout Findings) {
        for (id, table) in definition.tables.sorted(by: { $0.key < $1.key }) {
            for finding in table.findings {
                let kind: DiagnosticKind
                switch finding.place {
                case .whole?: kind = .tableGap
                default: kind = finding.message.en.contains("overlap") ? .tableOverlap : .rowNeverHits
                }
                let (file, line) = place(["tables", id] + TableReading.path(of: finding.place))
                findings.add(
                    Diagnostic(kind: kind, file: file, line: line, message: finding.message, remedy: finding.remedy))
            }
        }
    }

    /// Where a place of the document stands in the texts.
    func place(_ path: [String]) -> (file: String, line: Int) {
        spot(path).map { ($0.file.path, $0.file.line(of: $0.place)) } ?? ("", 1)
    }

    private func spot(_ path: [String]) -> (file: SourceFile, place: String)? {
        let rest = Array(path.dropFirst())
        switch path.first {
        case "plans":
            guard let index = rest.first.flatMap({ Int($0) }), resolved.plans.indices.contains(index) else { break }
            return Places.find(Array(rest.dropFirst()), in: resolved.plans[index])
        case "tables":
            guard let id = rest.first, let file = resolved.tables[id] else { break }
            return (file, path.joined(separator: "/"))
        case "messages":
            guard let id = rest.first, let path = library.index.messages[id]?.first, let file = library.files[path]
            else { break }
            return (file, rest.dropFirst().joined(separator: "/"))
        case "facts":
            for layers in resolved.plans {
                guard let file = layers.first?.file, file.has(path.joined(separator: "/")) else { continue }
                return (file, path.joined(separator: "/"))
            }
        default: break
        }
        let base = resolved.base[0]
        if base.content["members"] != nil, Merging.valueThroughLists(at: path, in: base.content) == nil {
            return (base.file, "members")
        }
        return Places.find(path, in: resolved.base)
    }
}

/// A plan, and what is needed to speak about it.
struct PlanContext {
    let plan: Plan
    let json: JSON
    let layers: [Overlay]
    let definition: Definition
    let library: Library
    let isBare: Bool

    func diagnostic(_ kind: DiagnosticKind, at path: [String], _ message: Wording, remedy: Wording) -> Diagnostic {
        let (file, line) = Places.line(path, in: layers)
        return Diagnostic(kind: kind, file: file, line: line, message: message, remedy: remedy)
    }

    func unknown(
        _ kind: DiagnosticKind, at path: [String], _ name: String, _ what: Wording, known: some Sequence<String>
    )
        -> Diagnostic
    {
        diagnostic(
            kind, at: path, Findings.unknown(name, what), remedy: Findings.remedy(for: name, known: known))
    }

    /// Every deed of the plan with its path.
    var deeds: [(deed: Deed, path: [String])] {
        var all: [(Deed, [String])] = [(plan.opening.deed, ["opens"])]
        for action in plan.actions { all.append((action.deed, ["actions", action.id])) }
        for task in plan.tasks {
            for result in task.results { all.append((result, ["tasks", task.id, "results", result.id])) }
        }
        for clock in plan.clocks {
            if let deed = clock.expires { all.append((deed, ["clocks", clock.id, "expires"])) }
        }
        for obligation in plan.obligations {
            if let deed = obligation.expires { all.append((deed, ["obligations", obligation.id, "expires"])) }
        }
        return all
    }

    /// Event → ids of what is said with it.
    var events: [String: Set<String>] {
        var events: [String: Set<String>] = [:]
        for (deed, _) in deeds {
            guard let event = deed.event else { continue }
            events[event, default: []].formUnion(deed.gives.map(\.id))
        }
        return events
    }
}
