import Values

/// What a lower level may not do: set what the city does not allow, or promise less than was promised.
struct LayerCheck {
    let layer: Overlay
    /// What stood before this layer.
    let below: JSON
    /// The service itself, which says what may be set.
    let service: JSON

    private static let never: Set<String> = ["statutory", "evidence", "law", "basis", "rules", "expires"]

    func diagnostics() -> [Diagnostic] {
        let patterns = (service["lower_levels"]?["may"]?.list ?? []).compactMap { $0.text?.split(separator: ".") }
        var list: [Diagnostic] = []
        for path in leaves(of: layer.content, at: []) {
            if !LayerCheck.never.isDisjoint(with: path) {
                list.append(
                    forbidden(
                        path,
                        Wording(
                            zh: "下级不得改变法定期限、材料、依据和规则",
                            en: "statutory limits, evidence, law and rules are never set below")))
            } else if !patterns.contains(where: { LayerCheck.matches(path, $0.map(String.init)) }) {
                list.append(
                    forbidden(
                        path,
                        Wording(
                            zh: "请先由上级在 lower_levels.may 中列出",
                            en: "the service's `lower_levels.may` would have to list it")))
            }
            if path.last == "promised", let problem = longer(path) { list.append(problem) }
        }
        return list
    }

    private func leaves(of json: JSON, at path: [String]) -> [[String]] {
        guard case .map(let map) = json,
            path.last.map({ !["law", "promised_by", "within", "unit", "by"].contains($0) }) ?? true
        else { return [path] }
        return map.sorted { $0.key < $1.key }.flatMap { key, value in
            key == "place" && path.isEmpty == false ? [] : leaves(of: value, at: path + [key])
        }
    }

    /// A pattern may end above the path: `contact` allows `contact.unit`. `*` matches one id.
    static func matches(_ path: [String], _ pattern: [String]) -> Bool {
        guard pattern.count <= path.count else { return false }
        return zip(pattern, path).allSatisfy { $0 == "*" || $0 == $1 }
    }

    private func forbidden(_ path: [String], _ remedy: Wording) -> Diagnostic {
        let name = path.joined(separator: ".")
        return Diagnostic(
            kind: .layerForbidden, file: layer.file.path, line: layer.file.line(of: layer.place(path)),
            message: Wording(zh: "本级不得设定“\(name)”", en: "this level may not set `\(name)`"), remedy: remedy)
    }

    private func longer(_ path: [String]) -> Diagnostic? {
        let new = Merging.value(at: path, in: layer.content)
        let plain = path.first == "variants" ? Array(path.dropFirst(2)) : path
        guard let old = Merging.value(at: path, in: below) ?? Merging.value(at: plain, in: below),
            !PromiseOrder.isNowhereLonger(new, than: old)
        else { return nil }
        let (fresh, former) = (written(new), written(old))
        return Diagnostic(
            kind: .layerLonger, file: layer.file.path, line: layer.file.line(of: layer.place(path)),
            message: Wording(
                zh: "承诺“\(fresh)”不短于上级的“\(former)”",
                en: "the promise `\(fresh)` is not surely shorter than `\(former)` above it"),
            remedy: Wording(
                zh: "下级的承诺只能更短；单位相同才便于比较",
                en: "a lower level may only promise less time; use the same unit"))
    }

    private func written(_ json: JSON?) -> String {
        PromiseOrder.periods(json).map(\.description).joined(separator: " / ")
    }
}
