import Casework
import Definitions

/// What is to become of a case, as far as people can make it so; the procedure has the last word.
///
/// The rates are chosen so that everything is there to be seen, and are nobody's statistics (示例数据).
enum SimulatedFate: String, CaseIterable {
    /// In order and in time.
    case ordinary
    /// In order, after the promised day.
    case late
    /// Something does not meet the conditions.
    case refused
    /// Something is missing, told and handed in.
    case deficient
    /// Something is missing, told and never handed in.
    case abandoned
    case withdrawn
    /// The office takes the longer time that the law gives it.
    case extended
    /// The time stands still for a test, an expert or a hearing.
    case suspended
    /// The office says nothing, and time decides.
    case silent

    /// Of 1000 cases.
    private var perThousand: Double {
        switch self {
        case .ordinary: 735
        case .late: 30
        case .refused: 60
        case .deficient: 90
        case .abandoned: 10
        case .withdrawn: 25
        case .extended: 20
        case .suspended: 20
        case .silent: 10
        }
    }

    static func draw(by chance: inout SimulatedChance) -> SimulatedFate {
        allCases[chance.pick(weights: allCases.map(\.perThousand))]
    }
}

/// What a deed means for the course of a case, read from the plan alone: procedures may call it what they like.
enum SimulatedMeaning: Hashable {
    /// Goes on, or ends well.
    case onward
    /// Ends with a no.
    case refusing
    /// Puts the next step on the applicant.
    case asking
    case extending
    /// Opens what makes a clock stand still.
    case suspending
    /// Ends the case otherwise: not needed, referred, withdrawn.
    case leaving

    static func of(_ deed: Deed, in plan: Plan) -> SimulatedMeaning {
        if let outcome = deed.outcome {
            switch outcome {
            case "refused", "not_accepted": return .refusing
            case "granted": return .onward
            default: return plan.stages.contains { $0.id == deed.to && $0.isFinal } ? .leaving : .onward
            }
        }
        if let event = deed.event {
            if plan.clocks.contains(where: { $0.extends?.event == event }) { return .extending }
            let stopping = Set(plan.clocks.flatMap(\.stops).map(\.whileOpen))
            if plan.tasks.contains(where: { stopping.contains($0.id) && ($0.opens ?? []).contains(event) }) {
                return .suspending
            }
            if let stage = deed.to, stopping.contains(stage) { return .suspending }
        }
        if plan.stages.contains(where: { $0.id == deed.to && $0.waitsFor == .applicant }) { return .asking }
        return .onward
    }
}

/// Something that somebody could do in a case now.
struct SimulatedMove {
    enum Deedful {
        case action(Action)
        case result(TaskRule, TaskRun, Deed)
    }

    let what: Deedful
    let meaning: SimulatedMeaning
    let isByApplicant: Bool

    var deed: Deed {
        switch what {
        case .action(let action): action.deed
        case .result(_, _, let deed): deed
        }
    }
}

/// Which moves there are, the most fitting first.
struct SimulatedRoad {
    let file: CaseFile
    let plan: Plan
    let fate: SimulatedFate
    /// The fate has had its turn already.
    let isFulfilled: Bool

    /// The case waits for its applicant.
    var isApplicantsTurn: Bool { plan.stages.first { $0.id == file.stage }?.waitsFor == .applicant }

    /// What offices and applicants try in turn. Empty: only time goes on.
    var moves: [SimulatedMove] {
        if isApplicantsTurn { return fate == .abandoned ? [] : applicantsMoves.filter { $0.meaning != .leaving } }
        if let special = fateful { return special + ordinary }
        return ordinary
    }

    /// Of the applicant: what is owed, when the case waits for somebody else.
    var duties: [SimulatedMove] {
        let owed = file.obligations.filter { $0.state == .open && !$0.isOwedByOffice }.map(\.rule)
        let keeping = Set(plan.obligations.filter { owed.contains($0.id) }.flatMap(\.keptBy))
        return applicantsMoves.filter { move in move.deed.event.map { keeping.contains($0) } ?? false }
    }

    private var fateful: [SimulatedMove]? {
        guard !isFulfilled else { return nil }
        switch fate {
        case .withdrawn: return applicantsMoves.filter { $0.meaning == .leaving }
        case .extended: return officeMoves.filter { $0.meaning == .extending }
        case .suspended: return officeMoves.filter { $0.meaning == .suspending }
        case .deficient:
            // Where no notice asks for it, the applicant adds it by himself.
            let asking = officeMoves.filter { $0.meaning == .asking }
            return asking.isEmpty ? applicantsMoves.filter { $0.meaning == .onward } : asking
        case .abandoned: return officeMoves.filter { $0.meaning == .asking }
        case .refused: return refusals
        case .ordinary, .late, .silent: return nil
        }
    }

    /// A result that ends with a no; otherwise one that is not the first of its task, such as `fails`.
    private var refusals: [SimulatedMove] {
        let results = resultMoves.flatMap { $0.reversed() }
        return results.filter { $0.meaning == .refusing }
            + results.filter { $0.meaning == .onward && !$0.deed.isAgain && !isFirst($0) }
            + officeActions.filter { $0.meaning == .refusing && resultMoves.isEmpty }
    }

    private func isFirst(_ move: SimulatedMove) -> Bool {
        guard case .result(let rule, _, let deed) = move.what else { return false }
        return rule.results.first?.id == deed.id
    }

    /// The usual action, first results, then everything that does not end, then what does. Nobody is asked for what is
    /// not missing.
    private var ordinary: [SimulatedMove] {
        let usual = officeActions.filter { if case .action(let action) = $0.what { action.isUsual } else { false } }
        let firsts = resultMoves.compactMap(\.first)
        let others = resultMoves.flatMap { $0.dropFirst() }.filter { !$0.deed.isAgain && $0.meaning != .asking }
        let rest = officeActions.filter { $0.meaning == .onward }
        let ends = officeActions.filter { $0.meaning == .refusing }
        return usual + firsts + others + rest + ends
    }

    private var officeMoves: [SimulatedMove] { officeActions + resultMoves.flatMap { $0 } }

    private var officeActions: [SimulatedMove] {
        actions.filter { !$0.by.roles.contains("applicant") && !$0.by.isPlatform }.map {
            move($0, isByApplicant: false)
        }
    }

    private var applicantsMoves: [SimulatedMove] {
        actions.filter { $0.by.roles.contains("applicant") }.map { move($0, isByApplicant: true) }
    }

    private var actions: [Action] { plan.actions.filter { $0.stages.contains(file.stage) } }

    private func move(_ action: Action, isByApplicant: Bool) -> SimulatedMove {
        SimulatedMove(
            what: .action(action), meaning: .of(action.deed, in: plan), isByApplicant: isByApplicant)
    }

    /// The results of each open task, in the order of the plan.
    private var resultMoves: [[SimulatedMove]] {
        file.openTasks.filter { $0.state == .open }.compactMap { run in
            plan.tasks.first { $0.id == run.task }.map { rule in
                rule.results.map { deed in
                    SimulatedMove(
                        what: .result(rule, run, deed), meaning: .of(deed, in: plan), isByApplicant: false)
                }
            }
        }
    }
}
