import Casework
import Features
import Proofs
import Values

/// Somebody is going to rate something.
struct RatingArrival: Sendable {
    let number: Int
    let service: RatedService
    let moment: Moment
    let content: RatingContent

    func give(to desk: RatingDesk, _ root: Entropy) async throws {
        let code = desk.codes.code(of: service.occasion, in: service.caseID)
        let opened = try await desk.opened(code: code, on: moment.day)
        _ = try await desk.give(content, of: opened, by: nil, acting("give", root))
    }

    /// Sends something about this rating under a key of its own.
    func acting(_ verb: String, _ root: Entropy) -> AccountActing {
        let actor = Actor.system("ratings")
        return AccountActing(
            actor: actor, moment: moment, entropy: root.part(verb, number),
            key: CommandKey(
                actor: actor, verb: "simulate/\(verb)", clientKey: "\(service.rating)",
                request: Array(service.rating.utf8)))
    }
}

extension RatingContent {
    /// Mostly good; one in fifteen bad; of the bad ones half leave a name.
    static func invented(by chance: inout SimulatedChance) -> RatingContent {
        let grades = RatingGrade.allCases
        var content = RatingContent(grade: grades[chance.pick(weights: [0.62, 0.24, 0.075, 0.04, 0.025])])
        if chance.happens(0.3) { content.aspects = [chance.pick(["speed", "guide", "ease", "platform", "attitude"])] }
        if chance.happens(0.2) { content.words = "示例评价 \(chance.number(1...999))" }
        content.mayPublish = chance.happens(0.5)
        if chance.happens(content.grade?.isBad == true ? 0.5 : 0.1) {
            content.isNamed = true
            content.name = "示例评价人"
            content.phone = "1990000\(chance.number(1000...9999))"
        }
        return content
    }
}

/// A correction as somebody means to lead it: when something is done next, and how it goes.
struct SimulatedCorrection {
    let id: String
    let arrival: RatingArrival
    private var chance: SimulatedChance
    private var next: Moment
    private var commands = 0
    /// Nobody ever does anything about it.
    private let isForgotten: Bool
    private let isComplex: Bool
    private let isFalse: Bool
    private let isNotContent: Bool
    private let ratesAgain: Bool

    init(id: String, arrival: RatingArrival, seed: UInt64, begun: Moment) {
        self.id = id
        self.arrival = arrival
        var chance = SimulatedChance(seed: seed ^ 0xC0AA, arrival.number)
        isForgotten = chance.happens(0.03)
        isComplex = chance.happens(0.1)
        isFalse = chance.happens(0.06)
        isNotContent = chance.happens(0.12)
        ratesAgain = chance.happens(0.4)
        next = begun.adding(hours: chance.number(1...30))
        self.chance = chance
    }

    /// Does everything that is meant to be done before `end`.
    mutating func live(until end: Moment, by office: SimulatedOffice, desk: RatingDesk, _ root: Entropy) async throws {
        guard !isForgotten else { return }
        while next < end {
            let moment = next
            next = moment.adding(hours: chance.number(2...(isComplex ? 80 : 30)))
            try await step(at: moment, office, desk, root)
        }
    }

    private mutating func step(
        at moment: Moment, _ office: SimulatedOffice, _ desk: RatingDesk, _ root: Entropy
    ) async throws {
        let file = try await desk.cases.open(id).file
        if file.isClosed { return }
        guard let task = file.openTasks.first else {
            if file.stage == "inviting", ratesAgain { try await rateAgain(at: moment, desk, root) }
            return
        }
        let sentBack = file.happened["sent_back"] != nil
        let (result, said) = answer(to: task.task, sentBack: sentBack)
        // As `not_by` of the procedure says.
        var persons = Set(file.answers["rated_officers"]?.value?.list?.compactMap(\.text) ?? [])
        if task.task == "call_back" {
            persons.formUnion(file.tasks.filter { $0.task == "correct" }.flatMap(\.signers))
        }
        let isFree = task.task == "contact" || task.task == "correct"
        guard
            let acting = office.acting(
                role: task.role, unit: task.unitAbove ?? task.unit, avoiding: isFree ? [] : persons,
                turn: arrival.number)
        else { return }
        commands += 1
        let sender = CaseDesk.Sender(
            acting: { _ in acting }, channel: nil, key: nil, moment: moment,
            entropy: root.part("step-" + id, commands))
        let finish = Finish(task: task.task, number: nil, result: result, said: said, brings: [], seen: [:])
        do {
            _ = try await desk.cases.run(.finish(finish), on: id, by: sender)
        } catch Failure.conflict, Failure.forbidden {
            // The kernel says no, for example to who worked on the matter: somebody tries again later.
            return
        }
    }

    private func answer(to task: String, sentBack: Bool) -> (String, [String: JSON]) {
        switch task {
        case "verify":
            return isFalse
                ? ("unfounded", ["reason": "示例：当天没有这次服务", "proof": ["示例取号记录"]])
                : ("well_founded", ["complex": .bool(isComplex)])
        case "contact": return ("contacted", [:])
        case "correct": return ("corrected", ["measure": "示例整改措施"])
        default:
            if !isNotContent { return ("content", [:]) }
            return sentBack ? ("still_not_content", ["reason": "示例说明"]) : ("not_content", [:])
        }
    }

    private mutating func rateAgain(at moment: Moment, _ desk: RatingDesk, _ root: Entropy) async throws {
        let opened = try await desk.opened(rating: arrival.service.rating, on: moment.day)
        guard case .rated = opened.state(on: moment.day) else { return }
        let content = RatingContent(grade: chance.pick([.good, .fair, .bad]))
        let again = RatingArrival(number: arrival.number, service: arrival.service, moment: moment, content: content)
        _ = try await desk.followUp(content, of: opened, in: nil, by: nil, again.acting("further", root))
    }
}
