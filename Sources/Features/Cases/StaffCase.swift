import Casework
import Definitions
import Values

/// A case as an officer's pages show it: state, clocks, position, what may be done, and everything that happened.
package struct StaffCase: Sendable {
    package let file: CaseFile
    package let definition: Definition
    package let plan: Plan
    /// The role of the post from which it is read.
    package let role: String
    package let moment: Moment
    package let territory: TerritoryMap
    package let position: CasePosition
    package let clocks: [ClockReading]
    package let possibilities: [Possibility]
    /// Oldest first.
    package let history: [PastEvent]
    package let people: StaffPeople
    package let certificates: [CertificateStore.Entry]
    package let uploads: [Upload]
    /// Names of registers that are played by stand-ins (替身).
    package let standIns: Set<String>
    /// The members of a bundle; empty for every other case.
    package let lanes: [BundleLane]
    /// The bundle that this case is a member of.
    package let parent: (id: String, service: Wording)?

    package var id: String { file.id }
    package var day: Day { moment.day }
    package var stage: Stage? { plan.stages.first { $0.id == file.stage } }

    /// What a no is called: the law's own word for a licence, the plain one for everything else.
    var refusalWords: Wording {
        definition.service.kind == "行政许可" ? StaffWords.licenceRefusals : StaffWords.refusals
    }

    /// Enterprises by name, persons masked.
    package var applicantName: String {
        switch file.header.applicant {
        case .enterprise(let id): people.enterprises[id] ?? file.answers["enterprise.name"]?.value?.text ?? "—"
        case .person(let id):
            people.names[id] ?? file.answers["person.name"]?.value?.text.map { Masking.name($0) } ?? "—"
        // The office itself: the unit that leads.
        default: territory.units[file.header.unit]?.name ?? "—"
        }
    }

    /// Ids of answers that pages mask, in the order of the form.
    package var maskedFacts: [String] {
        answered.filter { definition.fields[$0]?.sensitivity.isSealed ?? false }
    }

    /// Ids of everything that was answered, in the order of the form, the rest by id.
    package var answered: [String] {
        let ordered = definition.questions + definition.form.flatMap(\.fields)
        let known = file.answers.filter { $0.value.value.map { !$0.isNull } ?? false }
        let rest = known.keys.filter { !ordered.contains($0) }.sorted()
        var seen: Set<String> = []
        return (ordered + rest).filter { known[$0] != nil && seen.insert($0).inserted }
    }

    /// What an answer shows without a ground: masked when it is personal.
    package func mask(_ id: String) -> String {
        guard let field = definition.fields[id], let text = file.answers[id]?.value?.text else { return "****" }
        switch (field.type, id) {
        case ("phone", _): return PhoneNumber(text)?.masked ?? Masking.ends(of: text)
        case (_, _) where id.hasSuffix("id_number"):
            return CitizenIdentityNumber(text)?.masked ?? Masking.ends(of: text)
        case (_, _) where StaffCase.namesOfPeople.contains { id.hasSuffix($0) }: return Masking.name(text)
        case ("address", _): return Masking.address(text)
        case ("date", _): return text.prefix(4) + "-**-**"
        case (_, _) where id.hasSuffix("email"): return Masking.email(text)
        case (_, _) where id.hasSuffix("account"): return Masking.account(text)
        default: return Masking.ends(of: text)
        }
    }

    /// How ids of fields end that hold the name of a natural person, the applicant's or somebody else's.
    private static let namesOfPeople = [".name", ".legal_person", "_name", "technical_head"]

    /// What a page or form sends back as seen, so that nobody decides over something else than he saw.
    package func revision(of place: Possibility.Place) -> (seen: Shown, revision: Int) {
        switch place {
        case .result(let rule, let run): (.task(rule.id, number: run.number), run.revision)
        case .action: (.stage, file.stageRevision)
        }
    }

    /// The possibility under a task's result, or under an action; nil when there is none now.
    package func possibility(task: String, number: Int, result: String) -> Possibility? {
        possibilities.first { possibility in
            guard case .result(let rule, let run) = possibility.place else { return false }
            return rule.id == task && run.number == number && possibility.deed.id == result
        }
    }

    package func possibility(action: String) -> Possibility? {
        possibilities.first { possibility in
            guard case .action(let rule) = possibility.place else { return false }
            return rule.id == action
        }
    }

    // MARK: Comparing

    /// One fact that the applicant and a register both know, or that the register could not confirm.
    package struct Check: Hashable, Sendable {
        package enum Result: Hashable, Sendable { case mismatch, unknown, match }

        package let fact: String
        package let given: JSON?
        package let found: JSON?
        package let register: String
        package let at: Moment?
        package let result: Result
    }

    /// What the applicant said beside what a register said, from the whole history, mismatches first.
    package var checks: [Check] {
        var given: [String: JSON] = [:]
        var found: [String: (value: JSON, register: String, at: Moment)] = [:]
        for event in history where event.body.open["facts"] != nil || event.body.open["sealed_facts"] != nil {
            let facts = event.body.data["facts"]?.map ?? [:]
            let sources = event.body.open["sources"]?.map ?? [:]
            for (id, value) in facts where !value.isNull {
                let source = sources[id]?["source"]?.text ?? event.body.open["source"]?.text ?? "applicant"
                if source == "applicant" {
                    given[id] = value
                } else if source == definition.fields[id]?.register {
                    found[id] = (value, source, event.at)
                }
            }
        }
        let order: [Check.Result] = [.mismatch, .unknown, .match]
        let all = answered.compactMap { id -> Check? in
            guard let register = definition.fields[id]?.register, let said = given[id] else { return nil }
            guard let entry = found[id] else {
                return Check(fact: id, given: said, found: nil, register: register, at: nil, result: .unknown)
            }
            return Check(
                fact: id, given: said, found: entry.value, register: entry.register, at: entry.at,
                result: entry.value == said ? .match : .mismatch)
        }
        return order.flatMap { result in all.filter { $0.result == result } }
    }

    /// How many things an officer should look at before anything else.
    package var alarms: Int {
        checks.count { $0.result == .mismatch }
            + position.needs.count { need in
                switch need.standing {
                case .missing, .expired: true
                case .notNeeded, .answered, .deferred, .notKnown: false
                }
            } + position.refusals.count { $0.isCertain } + position.unknowns.count
    }
}
