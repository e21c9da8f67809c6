import Values

/// A bundle: its members exist, wait for each other without a circle, and can be done in the time promised; what it
/// asks is looked at by `BundleFormCheck`.
struct BundleCheck {
    let library: Library
    let resolved: Resolved
    let region: String
    let day: Day

    func run(into findings: inout Findings) {
        guard let base = resolved.base.first, let members = base.content["members"]?.map, !members.isEmpty else {
            return
        }
        let file = base.file
        for (id, member) in Merging.inOrder(members) {
            if let service = member["service"]?.text, library.index.services[service] == nil {
                findings.addUnknown(
                    .unknownService, file, "members/\(id)/service", service, What.service, known: library.serviceIds)
            }
            let others = members.keys.filter { $0 != id }
            for name in after(member) where members[name] == nil {
                findings.addUnknown(.unknownService, file, "members/\(id)/after", name, What.member, known: others)
            }
            for (need, sibling) in member["takes"]?.map ?? [:] {
                if let name = sibling.text, !others.contains(name) {
                    findings.addUnknown(
                        .unknownService, file, "members/\(id)/takes/\(need)", name, What.member, known: others)
                }
            }
        }
        if let id = members.keys.sorted().first(where: { isInCircle($0, members) }) {
            findings.add(
                .memberCycle, file, "members/\(id)",
                Wording(zh: "成员“\(id)”要等待自己", en: "the member `\(id)` waits for itself"),
                remedy: Wording(zh: "去掉其中一个 after", en: "remove one `after`"))
            return
        }
        promise(members, file: file, into: &findings)
        BundleFormCheck(
            library: library, resolved: resolved, region: region, day: day, file: file, members: members
        ).run(into: &findings)
    }

    private func after(_ member: JSON) -> [String] { MemberOrder.after(member) }

    private func isInCircle(_ id: String, _ members: [String: JSON]) -> Bool {
        MemberOrder.before(id, in: members).contains(id)
    }

    /// Shortest honest time: the longest path through `after` of the members' own promises, in workdays.
    private func promise(_ members: [String: JSON], file: SourceFile, into findings: inout Findings) {
        guard let plan = resolved.document["plans"]?.list?.first, let clock = plan["main_clock"]?.text,
            let promised = workdays(plan["clocks"]?[clock]?["promised"])
        else { return }
        var lengths: [String: Int] = [:]
        for id in members.keys { lengths[id] = length(of: members[id]?["service"]?.text ?? "") }
        let longest = members.keys.map { path(to: $0, members, lengths) }.max() ?? 0
        guard promised < longest else { return }
        findings.add(
            .bundlePromise, file, "clocks/\(clock)/promised",
            Wording(
                zh: "承诺 \(promised) 个工作日，而成员依次办理至少要 \(longest) 个",
                en: "\(promised) workdays are promised; the members in turn need \(longest)"),
            remedy: Wording(zh: "承诺不少于 \(longest) workdays", en: "promise at least \(longest) workdays"))
    }

    private func path(to id: String, _ members: [String: JSON], _ lengths: [String: Int]) -> Int {
        let before = after(members[id] ?? .null).map { path(to: $0, members, lengths) }.max() ?? 0
        return before + (lengths[id] ?? 0)
    }

    /// The longest promise of the service's main clock; 0 when done on the same day or not counted in workdays.
    private func length(of service: String) -> Int {
        guard var resolver = try? Resolver(library, region: region, on: day),
            let member = try? resolver.service(service), let plan = member.document["plans"]?.list?.first,
            let clock = plan["main_clock"]?.text
        else { return 0 }
        let entry = plan["clocks"]?[clock]
        return workdays(entry?["promised"] ?? entry?["statutory"]) ?? 0
    }

    private func workdays(_ limits: JSON?) -> Int? {
        let periods = PromiseOrder.periods(limits)
        guard !periods.isEmpty, periods.allSatisfy({ [.workdays, .sameDay].contains($0.unit) }) else { return nil }
        return periods.map(\.amount).max()
    }
}
