import Casework
import Definitions
import Features
import Values

/// What is to be simulated.
struct SimulationPlan: Sendable {
    let cases: Int
    let seed: UInt64
    /// The first and the last day on which anything happens.
    let days: ClosedRange<Day>
    let scope: Scope

    /// Which services people ask for.
    enum Scope: String, Sendable {
        case everything
        /// Bundles alone (一件事).
        case bundles
    }

    func takes(_ definition: Definition) -> Bool {
        scope == .everything || definition.isBundle
    }
}

extension Definition {
    /// Opens cases of other services.
    var isBundle: Bool { plans.contains(where: \.hasMembers) }
}

/// A service as one region offers it.
struct SimulatedOffer {
    let service: String
    /// Where whoever applies is at home.
    let region: String
    /// The region that decides.
    let deciding: String
    /// Id of the unit that leads.
    let unit: String
    let definition: Definition
    let situations: [Situation]
    var weight: Double

    /// A situation that ends well, the one with the fewest things of its own.
    var model: Situation? {
        situations.filter { $0.expect.outcome == "granted" && $0.lacks.isEmpty && $0.track == "ordinary" }
            .min { $0.given.count < $1.given.count }
    }
}

/// Somebody is going to file something.
struct SimulatedArrival {
    let number: Int
    let moment: Moment
    let offer: Int
    let channel: String
}

extension SimulationPlan {
    /// Which services people ask for where: each district and each service has its own share, by its id.
    static func weight(of region: String, _ service: String) -> Double {
        share(of: region, 0.35...1.65) * share(of: service, 0.5...2)
    }

    private static func share(of id: String, _ range: ClosedRange<Double>) -> Double {
        let sum = id.utf8.reduce(UInt64(1469)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        var chance = SimulatedChance(seed: sum, 0)
        return range.lowerBound + chance.share() * (range.upperBound - range.lowerBound)
    }

    /// Who files when, where and how, in the order of time.
    func arrivals(for offers: [SimulatedOffer], calendar: WorkCalendar) -> [SimulatedArrival] {
        let rhythm = SimulatedRhythm(days: days, calendar: calendar)
        let weights = offers.map(\.weight)
        return (0..<cases).map { number in
            var chance = SimulatedChance(seed: seed, number)
            let offer = chance.pick(weights: weights)
            let channels = offers[offer].definition.service.channels
            let channel =
                channels.isEmpty ? "online" : channels[chance.pick(weights: channels.map(SimulationPlan.share))]
            let isAtCounter = channel == "window"
            return SimulatedArrival(
                number: number, moment: rhythm.filing(isAtCounter: isAtCounter, by: &chance), offer: offer,
                channel: channel)
        }.sorted { ($0.moment, $0.number) < ($1.moment, $1.number) }
    }

    private static func share(of channel: String) -> Double {
        switch channel {
        case "online": 0.45
        case "mobile": 0.3
        case "window": 0.2
        default: 0.05
        }
    }

    /// Which situation a case is made of: mostly none, so that everything is usual.
    static func situation(of offer: SimulatedOffer, by chance: inout SimulatedChance) -> Situation? {
        let usual = 4.0
        let weights = [usual] + offer.situations.map { isRare($0) ? 0.12 : 1 }
        let choice = chance.pick(weights: weights)
        return choice == 0 ? nil : offer.situations[choice - 1]
    }

    /// Ends with a no, or rests on registers that do not answer.
    private static func isRare(_ situation: Situation) -> Bool {
        let badEnds: Set<String> = ["refused", "not_accepted", "lapsed", "terminated", "withdrawn", "not_needed"]
        return situation.expect.outcome.map { badEnds.contains($0) } ?? false
            || situation.given.values.contains { $0.isNull }
    }
}
