import Casework
import Definitions
import Features
import Proofs
import Values

/// A member of a bundle where it is handled.
struct SimulatedMember {
    let definition: Definition
    let deciding: String
    let unit: String
}

/// One case that is under way in the simulation.
struct SimulatedCase {
    let number: Int
    let applicant: SimulatedApplicant
    let channel: String
    let entropy: Entropy
    var chance: SimulatedChance
    var fate: SimulatedFate
    var opened: CaseDesk.Opened
    /// Needs that were left out on purpose and are handed in when they are asked for.
    var lacking: [String]
    var isFulfilled: Bool
    /// Commands so far; each has an entropy of its own.
    var commands: Int

    var file: CaseFile { opened.file }
    var plan: Plan? { opened.definition.plan(ofVariant: file.header.variant) }

    var road: SimulatedRoad? {
        plan.map { SimulatedRoad(file: file, plan: $0, fate: fate, isFulfilled: isFulfilled) }
    }

    /// When something happens next; nil: never, as far as can be seen.
    mutating func next(by rhythm: SimulatedRhythm) -> SimulatedAgenda.Entry? {
        guard !file.isClosed, let road, let plan else { return nil }
        let pass = file.nextInstant.map { max($0, file.lastAt).adding(milliseconds: 2000) }
        guard let deed = deed(on: road, plan, by: rhythm) else {
            return pass.map { SimulatedAgenda.Entry(moment: $0, number: number, isPass: true) }
        }
        if let pass, pass < deed { return SimulatedAgenda.Entry(moment: pass, number: number, isPass: true) }
        return SimulatedAgenda.Entry(moment: deed, number: number, isPass: false)
    }

    private mutating func deed(on road: SimulatedRoad, _ plan: Plan, by rhythm: SimulatedRhythm) -> Moment? {
        let dues = file.clocks.values.filter(\.isLive).compactMap { ($0.due.promised ?? $0.due.legal)?.day }
        if road.isApplicantsTurn {
            return road.moves.isEmpty ? nil : rhythm.applicantDeed(after: file.lastAt, due: dues.min(), by: &chance)
        }
        if fate == .withdrawn, !isFulfilled, !road.moves.isEmpty, chance.happens(0.6) {
            return rhythm.applicantDeed(after: file.lastAt, due: dues.min(), by: &chance)
        }
        if !road.duties.isEmpty, chance.happens(0.8) {
            return rhythm.applicantDeed(after: file.lastAt, due: dues.min(), by: &chance)
        }
        if fate == .silent, !isFulfilled, waitsForDeemed(plan) { return nil }
        guard !road.moves.isEmpty else { return nil }
        let tasks = file.openTasks.compactMap { ($0.due.promised ?? $0.due.legal)?.day }
        let isLate = fate == .late && !isFulfilled && file.number != nil
        let pace = isLate ? 1.2 + chance.share() * 0.5 : 1
        if isLate { isFulfilled = true }
        return rhythm.officeDeed(after: file.lastAt, due: (dues + tasks).min(), pace: pace, by: &chance)
    }

    /// A clock runs at whose end the law puts words into the office's mouth.
    private func waitsForDeemed(_ plan: Plan) -> Bool {
        plan.clocks.contains { ($0.expires?.isDeemed ?? false) && file.clocks[$0.id]?.isLive ?? false }
    }

    /// Nothing runs and nobody has anything to do: such a case would never end.
    var isSilent: Bool {
        !file.isClosed && file.openTasks.isEmpty && !file.clocks.values.contains(where: \.isLive)
            && !file.obligations.contains { $0.state == .open } && !file.children.contains(where: \.isOpen)
    }

    // MARK: Doing

    /// Who may do a move; nil when nobody can be found.
    func acting(for move: SimulatedMove, office: SimulatedOffice) -> Acting? {
        if move.isByApplicant { return applicant.acting }
        let header = file.header
        switch move.what {
        case .result(let rule, let run, _):
            return office.acting(
                role: run.role, unit: run.unitAbove ?? run.unit, avoiding: others(than: rule.id, run.signing),
                turn: number)
        case .action(let action):
            let unit =
                office.unit(
                    action.by.unit ?? .handling, region: header.region, lead: header.unit, on: file.lastAt.day)
                ?? header.unit
            for role in action.by.roles {
                let avoided = others(than: action.id, file.signings[action.id])
                if let acting = office.acting(role: role, unit: unit, avoiding: avoided, turn: number) { return acting }
            }
            return nil
        }
    }

    /// Persons who did something else in the case, or have signed this already.
    private func others(than id: String, _ signing: Signing?) -> Set<String> {
        var persons = Set(signing?.persons ?? [])
        for (deed, doers) in file.doers where deed != id { persons.formUnion(doers) }
        return persons
    }

    /// The command of a move, with everything that has to be said.
    func command(for move: SimulatedMove, at moment: Moment) -> Command {
        let said = said(with: move.deed, move.meaning, at: moment)
        let needs = move.isByApplicant ? lacking + [said["need"]?.text].compactMap { $0 } : []
        let brings = (plan?.evidence ?? []).filter { needs.contains($0.id) && file.evidence[$0.id] == nil }
            .compactMap { SimulatedAnswers.answer(to: $0, held: [:]) }
        switch move.what {
        case .action(let action):
            return .act(Act(action: action.id, said: said, brings: brings, seen: [:]))
        case .result(let rule, let run, let deed):
            return .finish(
                Finish(task: rule.id, number: run.number, result: deed.id, said: said, brings: brings, seen: [:]))
        }
    }

    private func said(with deed: Deed, _ meaning: SimulatedMeaning, at moment: Moment) -> [String: JSON] {
        let saying = SimulatedSaying(definition: opened.definition, unit: file.header.unit, day: moment.day)
        var said: [String: JSON] = [:]
        for given in deed.gives {
            if meaning == .asking, given.kind == "list" {
                said[given.id] = .list(lacking.map { .text($0) })
            } else if given.id == "need", let need = owed {
                said[given.id] = .text(need)
            } else if !given.isOptional {
                said[given.id] = saying.sample(given)
            }
        }
        return said
    }

    private var owed: String? {
        file.obligations.first { $0.state == .open && !$0.isOwedByOffice }?.each?["need"]?.text
    }

    /// Notes what a move did to the fate.
    mutating func did(_ move: SimulatedMove) {
        switch (fate, move.meaning) {
        case (.extended, .extending), (.suspended, .suspending), (.deficient, .asking), (.abandoned, .asking),
            (.withdrawn, .leaving):
            isFulfilled = true
        case (.deficient, .onward) where move.isByApplicant: isFulfilled = true
        default: break
        }
    }
}

extension SimulatedApplicant {
    /// Online, for oneself or for the enterprise.
    var acting: Acting {
        let own = Actor.person(person.text)
        let isForEnterprise = enterprise != nil && subject != .person(person)
        return Acting(
            actor: own, actingFor: isForEnterprise ? subject.actor : nil, person: person.text, roles: [], units: [],
            region: nil, regionAncestors: [], delegations: isForEnterprise ? ["*"] : [], isParty: true)
    }
}
