import Values

/// That a bundle asks what its members ask, no more and no less (一件事一次告知); proved from the members' own resolved
/// documents, not from how the bundle was put together.
struct BundleFormCheck {
    let library: Library
    let resolved: Resolved
    let region: String
    let day: Day
    let file: SourceFile
    /// Members of the bundle, by id.
    let members: [String: JSON]

    /// One thing that somebody asks.
    private struct Asked {
        let id: String
        let content: JSON
    }

    private struct Member {
        let id: String
        let service: String
        let document: JSON
        let asked: [Asked]
        let needs: [Asked]
    }

    func run(into findings: inout Findings) {
        let read = Merging.inOrder(members).compactMap { member($0.key, $0.value) }
        let own = Set(BundleFormCheck.fields(of: resolved.base[0].content).map(\.id))
        asksMore(read, own, into: &findings)
        asksLess(read, into: &findings)
        differs(read.map { ($0.id, $0.asked) }, besides: own, keys: BundleFormCheck.fieldKeys, into: &findings)
        differs(
            read.map { ($0.id, brought(by: $0, read)) }, besides: [], keys: BundleFormCheck.needKeys,
            into: &findings)
        rewords(read, into: &findings)
        for member in read { order(of: member, into: &findings) }
    }

    /// The needs that no earlier member answers: the applicant answers them once for every member.
    private func brought(by member: Member, _ all: [Member]) -> [Asked] {
        let before = MemberOrder.before(member.id, in: members)
        let kinds = Set(
            all.filter { before.contains($0.id) }
                .compactMap { $0.document["service"]?["outcome"]?["certificate"]?.text })
        let takes = members[member.id]?["takes"]?.map ?? [:]
        return member.needs.filter { need in
            takes[need.id] == nil && !(need.content["certificate"]?.text.map(kinds.contains) ?? false)
        }
    }

    private func member(_ id: String, _ json: JSON) -> Member? {
        guard let service = json["service"]?.text, var resolver = try? Resolver(library, region: region, on: day),
            let found = try? resolver.service(service)
        else { return nil }
        let needs = (found.document["plans"]?.list ?? []).flatMap { BundleFormCheck.entries($0["evidence"]) }
        return Member(
            id: id, service: service, document: found.document, asked: BundleFormCheck.fields(of: found.document),
            needs: needs)
    }

    private static func fields(of document: JSON) -> [Asked] {
        entries(document["questions"]) + (document["form"]?.list ?? []).flatMap { entries($0["fields"]) }
    }

    private static func entries(_ map: JSON?) -> [Asked] {
        Merging.inOrder(map?.map ?? [:]).map { Asked(id: $0.key, content: $0.value) }
    }

    // MARK: No more

    private func asksMore(_ members: [Member], _ own: Set<String>, into findings: inout Findings) {
        let known = Set(members.flatMap(\.asked).map(\.id))
        let read = Words.of(.list(self.members.values.compactMap { $0["when"] }))
        for field in BundleFormCheck.fields(of: resolved.document)
        where !known.contains(field.id) && !(own.contains(field.id) && read.contains(field.id)) {
            findings.add(
                .bundleAsksMore, file, place(of: field.id),
                Wording(
                    zh: "“\(field.id)”没有一个成员事项要，也不决定哪个成员要办",
                    en: "no member asks `\(field.id)`, nor does it decide which members come in"),
                remedy: Wording(zh: "删去它，或在 members 的 when 中用它", en: "remove it, or read it in a member's `when`"))
        }
        let needs = Set(members.flatMap(\.needs).map(\.id))
        let plans = resolved.document["plans"]?.list ?? []
        for need in plans.flatMap({ BundleFormCheck.entries($0["evidence"]) }) where !needs.contains(need.id) {
            findings.add(
                .bundleAsksMore, file, "evidence/\(need.id)",
                Wording(zh: "材料“\(need.id)”没有一个成员事项要", en: "no member needs the document `\(need.id)`"),
                remedy: Wording(zh: "删去它", en: "remove it"))
        }
    }

    // MARK: No less

    /// What is not in the bundle must come from a member before; what the bundle words itself must always be asked.
    private func asksLess(_ members: [Member], into findings: inout Findings) {
        let asked = Set(BundleFormCheck.fields(of: resolved.document).map(\.id))
        let narrowed = Set(
            BundleFormCheck.fields(of: resolved.base[0].content).filter { $0.content["when"] != nil }.map(\.id))
        let needs = Set(
            (resolved.document["plans"]?.list ?? []).flatMap { BundleFormCheck.entries($0["evidence"]) }.map(\.id))
        var lacking: [(id: String, members: [String])] = []
        func less(_ id: String, _ member: Member) {
            if let known = lacking.firstIndex(where: { $0.id == id }) {
                lacking[known].members.append(member.id)
            } else {
                lacking.append((id, [member.id]))
            }
        }
        for member in members {
            let before = MemberOrder.before(member.id, in: self.members)
            let makers = members.filter { before.contains($0.id) }
            let kinds = Set(makers.compactMap { $0.document["service"]?["outcome"]?["certificate"]?.text })
            let said = Set(kinds.flatMap(certificateFields))
            let takes = Set((self.members[member.id]?["takes"]?.map ?? [:]).keys)
            for field in member.asked where !said.contains(field.id) {
                if !asked.contains(field.id) || narrowed.contains(field.id) {
                    less(field.id, member)
                }
            }
            for need in member.needs where !needs.contains(need.id) && !takes.contains(need.id) {
                if let kind = need.content["certificate"]?.text, kinds.contains(kind) { continue }
                less(need.id, member)
            }
        }
        for (id, members) in lacking { isLacking(id, members.sorted(), into: &findings) }
    }

    private func isLacking(_ id: String, _ members: [String], into findings: inout Findings) {
        let zh = members.map { "“\($0)”" }.joined(separator: "、")
        let en = members.map { "`\($0)`" }.joined(separator: ", ")
        findings.add(
            .bundleAsksLess, file, place(of: id),
            Wording(
                zh: "成员\(zh)要“\(id)”，一件事却可能不问",
                en: "`\(id)`, needed by the members \(en), may not be asked in the bundle"),
            remedy: Wording(zh: "去掉它的 when，或由前面的成员产生", en: "remove its `when`, or let an earlier member produce it"))
    }

    private func certificateFields(_ kind: String) -> [String] {
        library.index.certificates[kind, default: []].compactMap { library.files[$0] }
            .flatMap { ($0.content["fields"]?.list ?? []).compactMap(\.text) }
    }

    // MARK: The same id means the same

    /// The bundle may ask in its own words, but not for another kind of answer.
    private func rewords(_ members: [Member], into findings: inout Findings) {
        let fields = BundleFormCheck.fields(of: resolved.base[0].content).filter { $0.content["type"] != nil }
        for field in fields {
            let its = members.flatMap(\.asked).first { $0.id == field.id }?.content
            guard let its, its["type"] != nil else { continue }
            let kinds = ["type", "unit"].contains { its[$0] != field.content[$0] }
            let choices = Set((its["choices"]?.map ?? [:]).keys) != Set((field.content["choices"]?.map ?? [:]).keys)
            guard kinds || choices else { continue }
            findings.add(
                .bundleDiffers, file, place(of: field.id),
                Wording(
                    zh: "“\(field.id)”在一件事里和在成员里答的不是一样东西",
                    en: "`\(field.id)` takes another kind of answer here than in its member"),
                remedy: Wording(zh: "type、unit、choices 照成员的写", en: "give it the member's type, unit and choices"))
        }
    }

    private static let fieldKeys = ["ask", "type", "choices", "unit", "must", "sensitivity", "from", "register"]
    private static let needKeys = ["name", "from", "certificate", "register"]

    private func differs(
        _ all: [(member: String, asked: [Asked])], besides own: Set<String>, keys: [String],
        into findings: inout Findings
    ) {
        var first: [String: (member: String, content: JSON)] = [:]
        for (member, asked) in all {
            for entry in asked where !own.contains(entry.id) {
                guard let known = first[entry.id] else {
                    first[entry.id] = (member, entry.content)
                    continue
                }
                guard known.member != member, keys.contains(where: { known.content[$0] != entry.content[$0] }) else {
                    continue
                }
                findings.add(
                    .bundleDiffers, file, "members/\(member)",
                    Wording(
                        zh: "“\(entry.id)”在成员“\(known.member)”和“\(member)”里不是一回事",
                        en: "`\(entry.id)` is not the same in the members `\(known.member)` and `\(member)`"),
                    remedy: Wording(
                        zh: "在一件事里自己写明这一问，或给其中一个改名",
                        en: "word it in the bundle itself, or rename one of them"))
            }
        }
    }

    // MARK: Order

    private func order(of member: Member, into findings: inout Findings) {
        let before = MemberOrder.before(member.id, in: members)
        for (need, sibling) in (members[member.id]?["takes"]?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let name = sibling.text, members[name] != nil else { continue }
            takesCase(need, of: member, into: &findings)
            if before.contains(name) { continue }
            findings.add(
                .bundleOrder, file, "members/\(member.id)/takes/\(need)",
                Wording(
                    zh: "“\(member.id)”取用“\(name)”的结果，却不等它办成",
                    en: "`\(member.id)` takes the result of `\(name)` and does not wait for it"),
                remedy: Wording(zh: "写 after: [\(name)]", en: "write `after: [\(name)]`"))
        }
        let levels = ["city", "district", "township"]
        let own = resolved.document["service"]?["level"]?.text.flatMap { levels.firstIndex(of: $0) } ?? 0
        let its = member.document["service"]?["level"]?.text.flatMap { levels.firstIndex(of: $0) } ?? 0
        if its > own {
            findings.add(
                .bundleOrder, file, "members/\(member.id)",
                Wording(
                    zh: "成员“\(member.id)”由更低一级办理，一件事不知道是哪里",
                    en: "`\(member.id)` is decided at a lower level than the bundle, which cannot know where"),
                remedy: Wording(zh: "把一件事的 level 改为成员的", en: "give the bundle the member's `level`"))
        }
    }

    /// A need that a sibling answers must take an earlier case.
    private func takesCase(_ need: String, of member: Member, into findings: inout Findings) {
        guard let found = member.needs.first(where: { $0.id == need }) else {
            findings.addUnknown(
                .bundleOrder, file, "members/\(member.id)/takes/\(need)", need, What.need,
                known: member.needs.map(\.id))
            return
        }
        if (found.content["from"]?.list ?? []).contains("case") { return }
        findings.add(
            .bundleOrder, file, "members/\(member.id)/takes/\(need)",
            Wording(
                zh: "“\(member.service)”的材料“\(need)”不收别的办件的结果",
                en: "the need `\(need)` of `\(member.service)` does not take an earlier case"),
            remedy: Wording(zh: "在它的 from 中写 case", en: "write `case` in its `from`"))
    }

    /// Where the bundle itself words it; otherwise its members.
    private func place(of id: String) -> String {
        let content = resolved.base[0].content
        if content["questions"]?[id] != nil { return "questions/\(id)" }
        for (index, section) in (content["form"]?.list ?? []).enumerated() where section["fields"]?[id] != nil {
            return "form/\(index)/fields/\(id)"
        }
        return "members"
    }
}
