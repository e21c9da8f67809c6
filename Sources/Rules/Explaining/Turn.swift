import Values

/// A change of one fact, as small as possible, with which a decision would have come out otherwise (反事实).
package struct Turn: Hashable, Sendable {
    package let name: String
    package let from: FEELValue
    package let to: FEELValue
    /// What the decision would have given.
    package let outcome: FEELValue
    /// How far away: the part of itself by which a number moves, years for a day, 1 for anything that is chosen.
    let distance: Double

    /// - Parameters:
    ///   - label: what people call a name.
    ///   - write: how people write a value of that name.
    package func wording(
        label: (String) -> Wording, write: (String, FEELValue) -> Wording, outcome words: Wording
    ) -> Wording {
        let (label, now, then) = (label(name), write(name, from), write(name, to))
        return Wording(
            zh: "如果“\(label.zh)”是 \(then.zh)（现在是 \(now.zh)），\(words.zh)",
            en: "If `\(label.en)` were \(then.en) (it is \(now.en)), \(words.en)")
    }
}

/// A fact that is not established, and how much of the decision its answer settles.
package struct OpenQuestion: Hashable, Sendable {
    package let name: String
    /// Answers that were tried: each choice, and a value on each side of every bound.
    package let answers: Int
    /// Those after which the outcome is known.
    package let deciding: Int

    /// What is open, and what to ask first.
    package static func wording(_ questions: [OpenQuestion], label: (String) -> Wording) -> Wording? {
        guard let first = questions.first else { return nil }
        let labels = questions.map { label($0.name) }
        let name = label(first.name)
        return Wording(
            zh: "还不知道：\(labels.map(\.zh).joined(separator: "、"))。先问“\(name.zh)”："
                + "\(first.answers) 种回答中有 \(first.deciding) 种能定下结果",
            en: "Not known yet: \(labels.map(\.en).joined(separator: ", ")). Ask `\(name.en)` first: "
                + "\(first.deciding) of \(first.answers) answers settle the outcome")
    }
}

extension Trace {
    /// Line by line in plain words: which rows hit and why, under which article, from which facts; parts after it.
    ///
    /// - Parameter label: what people call a name.
    package func told(label: (String) -> Wording, cite: (Citation) -> Wording) -> [Wording] {
        var lines: [Wording] = []
        for row in rows {
            let law = row.law.map(cite)
            let (zh, en) = (law.map { "（\($0.zh)）" } ?? "", law.map { " (\($0.en))" } ?? "")
            let what = label(self.what)
            lines.append(
                row.isCertain
                    ? Wording(
                        zh: "“\(what.zh)”第 \(row.number) 行：\(row.why.zh)\(zh)",
                        en: "`\(what.en)`, row \(row.number): \(row.why.en)\(en)")
                    : Wording(
                        zh: "“\(what.zh)”第 \(row.number) 行可能适用：\(row.why.zh)\(zh)",
                        en: "`\(what.en)`, row \(row.number) may apply: \(row.why.en)\(en)"))
        }
        let inner = Set(parts.map(\.what))
        for fact in facts where !inner.contains(fact.name) {
            let name = label(fact.name)
            lines.append(
                fact.value.isUnknown
                    ? Wording(zh: "\(name.zh)：尚不知道", en: "\(name.en): not known yet")
                    : Wording(zh: "\(name.zh)：\(fact.value.written)", en: "\(name.en): \(fact.value.written)"))
        }
        return lines + parts.flatMap { $0.told(label: label, cite: cite) }
    }

    /// What the parts explain, here and below.
    package var partNames: Set<String> { Set(parts.flatMap { [$0.what] + $0.partNames }) }

    /// Facts that were given and not worked out, here and in the parts, each once.
    package var leaves: [Fact] {
        let inner = Set(parts.map(\.what))
        var leaves: [Fact] = []
        for fact in facts.filter({ !inner.contains($0.name) }) + parts.flatMap(\.leaves)
        where !leaves.contains(where: { $0.name == fact.name }) {
            leaves.append(fact)
        }
        return leaves
    }
}
