import Casework
import Definitions
import Proofs
import Rules
import Values

/// The text of a commitment as it is shown before somebody promises (告知承诺书): a promise names its hash.
package struct ToldCommitment: Hashable, Sendable {
    package let need: String
    package let form: CommitmentRule.Form
    /// What the text is called in law.
    package let name: Wording
    package let texts: [Language: String]
    /// SM3 of the Chinese text, 64 hexadecimal digits; the Chinese text is the one that is promised.
    package let hash: String

    /// The text for a case, or for what may become one: it depends on the definition, the name of whoever promises
    /// and the unit alone, so that what was shown can be shown again.
    ///
    /// Throws `Failure.defect` when the definition lacks the template.
    static func text(
        of need: EvidenceNeed, in file: CaseFile, by definition: Definition, around: Surroundings,
        territory: TerritoryMap
    ) throws(Failure) -> ToldCommitment? {
        guard let commitment = need.commitment else { return nil }
        guard let template = definition.messages[commitment.notice] else {
            throw .defect("definition \(definition.hash) lacks the text \(commitment.notice)")
        }
        var extras = CaseNotices.extras(of: file, by: definition, said: [:], territory: territory)
        extras.values.merge(values(of: commitment, need)) { $1 }
        var texts: [Language: String] = [:]
        for language in Language.allCases where template.text[language] != nil {
            texts[language] = try NoticeText.write(
                template, in: language, of: file, by: definition, around: around, said: [:], extras: extras)
        }
        let hash = Hexadecimal.text(SM3.hash(Array((texts[.chinese] ?? "").utf8)))
        return ToldCommitment(need: need.id, form: commitment.form, name: template.name, texts: texts, hash: hash)
    }

    private static func values(of commitment: CommitmentRule, _ need: EvidenceNeed) -> [String: FEELValue] {
        let law = wording(commitment.law)
        let conditions = commitment.conditions.enumerated().map { number, condition in
            numbered(number, condition.text, wording(condition.law))
        }
        let consequences = commitment.consequences.enumerated().map { numbered($0, $1, Wording(zh: "", en: "")) }
        return [
            "commitment.need.zh": .text(need.name.zh), "commitment.need.en": .text(need.name.en),
            "commitment.law.zh": .text(law.zh), "commitment.law.en": .text(law.en),
            "commitment.check.zh": .text(commitment.check.zh), "commitment.check.en": .text(commitment.check.en),
            "commitment.conditions": .list(conditions), "commitment.consequences": .list(consequences),
        ]
    }

    private static func wording(_ citation: Citation) -> Wording {
        Wording(zh: Language.chinese.citation(citation), en: Language.english.citation(citation))
    }

    private static func numbered(_ number: Int, _ text: Wording, _ law: Wording) -> FEELValue {
        .context(
            FEELContext([
                "number": .text(String(number + 1)), "text": context(text), "law": context(law),
            ]))
    }

    private static func context(_ wording: Wording) -> FEELValue {
        .context(FEELContext(["zh": .text(wording.zh), "en": .text(wording.en)]))
    }

    /// The document that the promise becomes in the case.
    var serving: Serving {
        var fields: [String: JSON] = [:]
        for (language, text) in texts { fields[language.rawValue] = .text(text) }
        return Serving(
            document: nil, on: nil, template: "", fields: fields, hash: hash, way: "inbox", language: .chinese)
    }
}

extension CaseNotices {
    /// The texts that are promised with a decision, as documents of the case; what was shown must be what holds.
    ///
    /// Throws `Failure.problems` at the need when another text was shown than the one that holds now.
    static func promised(
        in decision: Decision, by definition: Definition, around: Surroundings, territory: TerritoryMap
    ) throws(Failure) -> [Serving] {
        guard let plan = definition.plan(ofVariant: decision.file.header.variant),
            plan.evidence.contains(where: { $0.commitment != nil })
        else { return [] }
        let kinds = [CaseEventKind.opened.rawValue, CaseEventKind.evidenceAdded.rawValue]
        // What a part of a bundle opens with was promised in the bundle, whose case keeps the text.
        let isPart = decision.file.header.parent != nil
        let answers = decision.events
            .filter { kinds.contains($0.kind) && !(isPart && $0.kind == CaseEventKind.opened.rawValue) }
            .flatMap { $0.open["evidence"]?.list ?? [] }
            .filter { $0["source"]?.text == EvidenceNeed.Source.promise.rawValue }
        var servings: [Serving] = []
        for answer in answers {
            guard let need = plan.evidence.first(where: { $0.id == answer["need"]?.text }),
                let told = try ToldCommitment.text(
                    of: need, in: decision.file, by: definition, around: around, territory: territory)
            else { continue }
            guard told.hash == answer["reference"]?.text else { throw .problems([CommitmentWords.changed(need)]) }
            var serving = told.serving
            serving.template = need.commitment?.notice ?? ""
            servings.append(serving)
        }
        return servings
    }
}
