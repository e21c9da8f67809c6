import Values

/// What the public site groups and searches by: names of services that exist, each service in a group, each word with
/// one meaning.
struct FindingCheck {
    let library: Library
    let file: SourceFile

    func run(into findings: inout Findings) {
        switch file.kind {
        case .themes: themes(into: &findings)
        case .search: words(into: &findings)
        default: break
        }
    }

    private func themes(into findings: inout Findings) {
        for group in ["themes", "stages"] {
            for (id, entry) in file.content[group]?.map ?? [:] {
                services(entry["services"], "\(group)/\(id)/services", into: &findings)
            }
        }
        services(file.content["popular"], "popular", into: &findings)
        let grouped = (file.content["themes"]?.map ?? [:]).values.flatMap { $0["services"]?.list ?? [] }
        let known = Set(grouped.compactMap(\.text))
        for id in library.serviceIds where !known.contains(id) && !isInternal(id) {
            findings.add(
                .serviceWithoutTheme, file, "themes",
                Wording(zh: "事项“\(id)”不在任何主题中", en: "the service `\(id)` stands in no theme"),
                remedy: Wording(zh: "把它写进一个主题的 services", en: "name it under `services` of a theme"))
        }
    }

    /// Nobody outside of the administration looks for an internal procedure.
    private func isInternal(_ service: String) -> Bool {
        library.index.services[service, default: []].contains {
            library.files[$0]?.content["kind"]?.text == "内部程序"
        }
    }

    private func services(_ list: JSON?, _ place: String, into findings: inout Findings) {
        for (index, id) in (list?.list ?? []).compactMap(\.text).enumerated() {
            service(id, "\(place)/\(index)", &findings)
        }
    }

    private func service(_ id: String, _ place: String, _ findings: inout Findings) {
        guard library.index.services[id] == nil else { return }
        findings.addUnknown(.unknownService, file, place, id, What.service, known: library.serviceIds)
    }

    /// A word in two groups of synonyms would make all words of both mean the same.
    private func words(into findings: inout Findings) {
        for id in (file.content["services"]?.map ?? [:]).keys { service(id, "services/\(id)", &findings) }
        var groups: [String: Int] = [:]
        for (index, group) in (file.content["synonyms"]?.list ?? []).enumerated() {
            for (place, word) in (group.list ?? []).compactMap(\.text).enumerated() {
                if let first = groups.updateValue(index, forKey: word.comparisonKey) {
                    findings.add(
                        .doubleWord, file, "synonyms/\(index)/\(place)",
                        Wording(
                            zh: "“\(word)”在第 \(first + 1) 组里已经有了",
                            en: "`\(word)` stands in group \(first + 1) already"),
                        remedy: Wording(zh: "合并两组，或删去一处", en: "merge the groups, or remove one of the two"))
                }
            }
        }
    }
}
