import Values

/// What the law and the citizen may ask of a plan: sources, promises, materials, notices.
struct LawCheck {
    let context: PlanContext

    func run(into findings: inout Findings) {
        for clock in context.plan.clocks {
            promise(
                clock.promised.map(\.limit), statutory: clock.statutory.map(\.limit),
                at: ["clocks", clock.id, "promised"], into: &findings)
            sources(of: clock, into: &findings)
        }
        for task in context.plan.tasks {
            guard let within = task.within else { continue }
            promise(
                [within.promised].compactMap { $0 }, statutory: [within.statutory].compactMap { $0 },
                at: ["tasks", task.id, "within"], into: &findings)
            if within.statutory != nil, within.law == nil {
                findings.add(uncited(["tasks", task.id, "within"]))
            }
        }
        for need in context.plan.evidence { material(need, into: &findings) }
        for (deed, path) in context.deeds { notice(of: deed, at: path, into: &findings) }
    }

    private func promise(
        _ promised: [LegalPeriod], statutory: [LegalPeriod], at path: [String], into findings: inout Findings
    ) {
        for promise in promised {
            guard let law = statutory.first(where: { !PromiseOrder.isNotLonger(promise, than: $0) }) else { continue }
            findings.add(
                context.diagnostic(
                    .promiseTooLong, at: path,
                    Wording(
                        zh: "承诺 \(promise) 并不短于法定 \(law)",
                        en: "the promise of \(promise) may be longer than the law's \(law)"),
                    remedy: Wording(
                        zh: "承诺不得超过法定期限；单位相同才便于比较",
                        en: "promise no more than the law's limit; use the same unit")))
        }
    }

    private func sources(of clock: ClockRule, into findings: inout Findings) {
        if !clock.statutory.isEmpty, clock.law == nil { findings.add(uncited(["clocks", clock.id, "statutory"])) }
        if !clock.promised.isEmpty, clock.promisedBy == nil, clock.law == nil {
            findings.add(uncited(["clocks", clock.id, "promised"]))
        }
        // A service that sets a promise says who promised it.
        guard !context.isBare else { return }
        for layer in context.layers.dropFirst() where layer.because == nil {
            guard let own = layer.content["clocks"]?[clock.id], own["promised"]?.isNull == false,
                own["promised_by"] == nil, own["law"] == nil, clock.promisedBy == nil
            else { continue }
            findings.add(
                Diagnostic(
                    kind: .uncited, file: layer.file.path,
                    line: layer.file.line(of: layer.place(["clocks", clock.id, "promised"])),
                    message: LawCheck.uncitedMessage, remedy: LawCheck.uncitedRemedy))
        }
    }

    private static let uncitedMessage = Wording(zh: "这个期限没有依据", en: "this limit names no source")
    private static let uncitedRemedy = Wording(
        zh: "写明 law 或 promised_by；自定的写 {own: …}", en: "add `law` or `promised_by`; `{own: …}` for what you set yourself"
    )

    private func uncited(_ path: [String]) -> Diagnostic {
        context.diagnostic(.uncited, at: path, LawCheck.uncitedMessage, remedy: LawCheck.uncitedRemedy)
    }

    // MARK: Materials

    static let catchAlls = [
        "其他材料", "其它材料", "其他资料", "其它资料", "其他证明", "其他需要", "其他有关", "有关材料", "相关材料", "有关资料",
        "相关资料", "有关证明", "相关证明", "有关部门", "相关部门", "等材料", "等证明", "规定的材料", "要求的材料",
    ]

    private func material(_ need: EvidenceNeed, into findings: inout Findings) {
        // What a bundle asks for comes from its members and is looked at there.
        guard context.layers.contains(where: { $0.content["evidence"]?[need.id] != nil }) else { return }
        if let word = LawCheck.catchAlls.first(where: { need.name.zh.contains($0) }) {
            findings.add(
                context.diagnostic(
                    .catchAllMaterial, at: ["evidence", need.id],
                    Wording(
                        zh: "“\(word)”是兜底条款，申请人无从知道要交什么",
                        en: "`\(need.name.zh)` does not say what is to be handed in"),
                    remedy: Wording(zh: "逐项写明材料名称和出具单位", en: "name each document and who issues it")))
        }
        for (source, key, isGiven) in [
            (EvidenceNeed.Source.certificate, "certificate", need.certificate != nil),
            (.register, "register", need.register != nil),
        ] where need.from.contains(source) && !isGiven {
            findings.add(
                context.diagnostic(
                    .missingKey, at: ["evidence", need.id],
                    Wording(zh: "材料“\(need.id)”缺少“\(key)”", en: "the need `\(need.id)` lacks `\(key)`"),
                    remedy: Wording(zh: "写明由哪一种证照或哪一个库回答", en: "say which certificate or register answers it")))
        }
        guard need.from.contains(.upload), !need.from.contains(.certificate), !need.from.contains(.register) else {
            return
        }
        for (id, name) in context.certificateNames where id == need.id || need.name.zh == name {
            findings.add(
                context.diagnostic(
                    .documentOfAnother, at: ["evidence", need.id],
                    Wording(
                        zh: "“\(name)”由其他机关签发，证照库中有，不得要求上传",
                        en: "`\(name)` is issued by an authority and lies in the library; it is not to be asked for"),
                    remedy: Wording(
                        zh: "写 from: [certificate, upload], certificate: \(id)",
                        en: "write `from: [certificate, upload], certificate: \(id)`")))
        }
    }

    // MARK: Notices

    private static let refusals: Set<String> = ["refused", "not_accepted", "terminated", "revoked"]

    private func notice(of deed: Deed, at path: [String], into findings: inout Findings) {
        guard let outcome = deed.outcome, LawCheck.refusals.contains(outcome), deed.notice == nil else { return }
        findings.add(
            context.diagnostic(
                .refusalWithoutNotice, at: path,
                Wording(zh: "作出“\(outcome)”却没有通知当事人", en: "the deed ends in `\(outcome)` and nobody is told"),
                remedy: Wording(
                    zh: "写明 notice：说明理由、依据和救济途径的模板",
                    en: "add `notice`: a message with reasons, articles and ways of appeal")))
    }
}

extension PlanContext {
    /// Id and Chinese name of every kind of certificate in the library.
    var certificateNames: [(id: String, name: String)] {
        library.index.certificates.sorted { $0.key < $1.key }.compactMap { id, paths in
            paths.first.flatMap { library.files[$0]?.content["name"]?["zh"]?.text }.map { (id, $0) }
        }
    }
}
