import Rules
import Values

/// Deeds and who may do them.
extension ExpressionCompiler {
    mutating func deed(_ id: String, _ part: Part) throws(Failure) -> Deed {
        Deed(
            id: id, name: part.optionalWording("name"), when: optional("when", of: part),
            otherwise: part.optionalWording("else"), gives: try givens(of: part), event: part.optionalText("event"),
            asOf: part.texts("as_of"), to: part.optionalText("to"), outcome: part.optionalText("outcome"),
            issues: issue(part.optionalText("issues")), notice: part.optionalText("notice"),
            law: part.citation("law"), isDeemed: part.isTrue("deemed"), isAgain: part.isTrue("again"))
    }

    mutating func optionalDeed(_ key: String, of owner: String, _ part: Part) throws(Failure) -> Deed? {
        guard let deedPart = part.at(key) else { return nil }
        return try deed(owner, deedPart)
    }

    private func issue(_ text: String?) -> Deed.Issue? {
        guard let text else { return nil }
        return text == "revocation" ? .revocation : .certificate
    }

    private func givens(of part: Part) throws(Failure) -> [Deed.Given] {
        var list: [Deed.Given] = []
        for (id, given) in part.entries("gives") {
            list.append(
                Deed.Given(
                    id: id, kind: try given.text("kind"), list: given.optionalText("list"),
                    isOptional: given.isTrue("optional")))
        }
        return list
    }

    /// A role, a list of roles, or `{role, unit, region}`.
    mutating func permission(_ part: Part) -> Permission {
        if let role = part.json.text { return Permission(roles: [role], unit: nil, region: .own) }
        let members = part.json.list ?? [part.json]
        var permission = Permission(roles: [], unit: nil, region: .own)
        for (index, member) in members.enumerated() {
            if let role = member.text {
                permission.roles.append(role)
                continue
            }
            let post = Part(member, path: part.json.list == nil ? part.path : part.path + ["\(index)"])
            permission.roles += [post.optionalText("role")].compactMap { $0 }
            if post.has("unit") { permission.unit = unit("unit", of: post) }
            permission.region =
                post.optionalText("region").flatMap { Permission.Region(rawValue: $0) }
                ?? permission.region
        }
        return permission
    }

    /// The handling unit when the key is absent.
    mutating func unit(_ key: String, of part: Part) -> UnitRule {
        if let name = part.optionalText(key) { return .named(name) }
        guard let rule = part.at(key) else { return .handling }
        return optional("is", of: rule).map { .expression($0) } ?? .handling
    }
}
