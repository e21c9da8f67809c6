import Casework
import Definitions
import Values

/// What the applicant has to bring with a deed: everything that the unanswered notice names, or the document that he
/// says he hands in (补正、补交).
struct Completion {
    let mine: MyCase
    let action: Action

    /// One thing that the notice asks for.
    enum Demand: Sendable {
        /// A document of the service's list.
        case need(EvidenceNeed)
        /// Something else, in the officer's words; the number is its place in the notice.
        case words(String, number: Int)
    }

    /// Names the documents that are brought.
    var answersNotice: Bool { action.deed.gives.contains { $0.kind == "answers" } }
    var namesNeed: Bool { action.deed.gives.contains { $0.id == "need" && $0.kind == "text" } }

    /// Item by item as the notice says it; empty when no notice waits for an answer.
    var demands: [Demand] {
        guard answersNotice else { return [] }
        return mine.unanswered.enumerated().map { number, text in
            mine.plan.evidence.first { $0.id == text }.map { .need($0) } ?? .words(text, number: number)
        }
    }

    /// The documents that can be brought: what is owed, what the notice names, else what may be handed in and is not
    /// there yet.
    var needs: [EvidenceNeed] {
        if namesNeed { return mine.owed.map(\.need) }
        guard answersNotice else { return [] }
        let named = demands.compactMap { demand -> EvidenceNeed? in
            if case .need(let need) = demand { return need }
            return nil
        }
        if !demands.isEmpty { return named }
        return mine.plan.evidence.filter { need in
            need.mayBeBrought && mine.file.evidence[need.id] == nil
        }
    }

    /// A document without which the deed is not taken.
    func isNeeded(_ need: EvidenceNeed) -> Bool {
        if namesNeed { return mine.owed.count == 1 }
        return !demands.isEmpty && need.mayBeBrought
    }

    /// What is still missing in what was sent: nothing is taken that leaves the notice unanswered.
    ///
    /// - Parameters:
    ///   - brought: needs for which a file or a promise came.
    ///   - confirmed: numbers of the officer's own words that the applicant says he has seen to.
    func problems(saying said: [String: JSON], brought: Set<String>, confirmed: Set<Int>) -> [Problem] {
        if namesNeed {
            guard let id = said["need"]?.text, let need = mine.owed.first(where: { $0.need.id == id })?.need,
                !brought.contains(id)
            else { return [] }
            return [ApplyWords.missing(need)]
        }
        guard answersNotice else { return [] }
        let changes = action.deed.gives.first { $0.kind == "answers" }.flatMap { said[$0.id]?.map } ?? [:]
        var problems: [Problem] = []
        let open = stillNeeded(after: changes)
        for demand in demands {
            switch demand {
            case .need(let need):
                if need.mayBeBrought, open.contains(need.id), !brought.contains(need.id) {
                    problems.append(ApplyWords.missing(need))
                }
            case .words(let text, let number):
                if !confirmed.contains(number) { problems.append(MyWords.notSeenTo(text, number)) }
            }
        }
        if demands.isEmpty, changes.isEmpty, brought.isEmpty { problems.append(MyWords.nothingBrought) }
        return problems
    }

    /// Documents that are needed, or may be, once the answers are as they were just given.
    private func stillNeeded(after changes: [String: JSON]) -> Set<String> {
        var answers = mine.file.answers.compactMapValues(\.value)
        for (id, answer) in changes { answers[id] = answer.isNull ? nil : answer }
        let guidance = Guidance.read(
            mine.definition, answers: answers, track: mine.file.header.track, at: mine.moment, calendar: mine.calendar)
        return Set(guidance.needs.filter { $0.standing != .notNeeded }.map(\.need.id))
    }
}

extension EvidenceNeed {
    /// The applicant can hand it in or promise it; everything else comes from the city's own records.
    var mayBeBrought: Bool { from.contains(.upload) || from.contains(.promise) }
}

extension MyCase {
    /// What the last notice named and nobody has answered since: needs by id, other things in the officer's words.
    var unanswered: [String] {
        for event in events.reversed() where event.body.kind == CaseEventKind.acted.rawValue {
            if event.body.actor == file.header.applicant || event.body.actingFor == file.header.applicant { return [] }
            guard let missing = event.body.data["said"]?["missing"]?.list else { continue }
            return missing.compactMap(\.text)
        }
        return []
    }
}
