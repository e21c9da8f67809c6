import Casework
import Definitions
import Features
import Proofs
import Storage
import Values

/// Lets people rate what a history handled, day by day, and offices correct what was rated as bad.
///
/// Each rating goes the way of a real one, each correction is opened by the follower and decided by the kernel. The
/// same seed on the same history says the same; only the order of ratings within a day is the database's.
actor RatingSimulation {
    private let platform: Platform
    private let plan: SimulationPlan
    private let root: Entropy
    private let isStopped: @Sendable () -> Bool
    private var office: SimulatedOffice
    private var crowd: SimulatedCrowd
    private var definition: Definition?
    /// Corrections that go on, by case, with when somebody does something about them.
    private var running: [String: SimulatedCorrection] = [:]
    private(set) var report = RatingSimulationReport()

    private static let ratingsAtOnce = 64
    private static let servicesAtOnce = 2000

    private var features: AllFeatures { platform.features }
    private var desk: RatingDesk { features.ratings.desk }

    /// - Parameters:
    ///   - plan: `cases` is how many ratings are wanted.
    ///   - offset: events that the log holds already.
    init(_ plan: SimulationPlan, on platform: Platform, offset: Int, isStopped: @escaping @Sendable () -> Bool) {
        self.platform = platform
        self.plan = plan
        self.isStopped = isStopped
        root = SimulationPlan.entropy(seed: plan.seed).part("ratings", offset)
        let territory = platform.features.territory.desk.current
        office = SimulatedOffice(territory: territory, posts: [])
        crowd = SimulatedCrowd(territory: territory, offset: offset, isSample: true)
    }

    /// Runs to the last day of the plan, then asks the tables what became of every rating.
    func run(told: @Sendable (Int, Day) -> Void) async throws {
        try await follow()
        let services = try await services()
        report.offered = services.count
        try await staff(for: services)
        let arrivals = arrivals(of: services)
        var next = 0
        var day = plan.days.lowerBound
        while day <= plan.days.upperBound, !isStopped() {
            var today: [RatingArrival] = []
            while next < arrivals.count, arrivals[next].moment.day <= day {
                today.append(arrivals[next])
                next += 1
            }
            try await give(today)
            try await follow()
            try await work(on: day)
            try await follow()
            told(report.given, day)
            day = day.next
        }
        try await audit(on: plan.days.upperBound)
    }

    private func follow() async throws {
        while try await features.events.place(limit: 2000) > 0 {}
        while try await features.follow(limit: 500) > 0 {}
    }

    // MARK: Who rates what

    private func services() async throws -> [RatedService] {
        var services: [RatedService] = []
        var after: String?
        while true {
            let cursor = after
            let page = try await platform.database.read {
                try RatedServiceStore.rateable(
                    after: cursor, limit: RatingSimulation.servicesAtOnce, in: $0)
            }
            services += page
            guard page.count == RatingSimulation.servicesAtOnce else { return services }
            after = page.last?.rating
        }
    }

    /// So many of the services as are wanted, each rated some days after it.
    private func arrivals(of services: [RatedService]) -> [RatingArrival] {
        var chosen = services.enumerated().map { number, service in
            var chance = SimulatedChance(seed: plan.seed ^ 0x5A7E, number)
            return (order: chance.next(), service: service, number: number)
        }.sorted { $0.order < $1.order }
        chosen = Array(chosen.prefix(plan.cases))
        return chosen.compactMap { _, service, number -> RatingArrival? in
            guard let happenedAt = service.happenedAt else { return nil }
            var chance = SimulatedChance(seed: plan.seed ^ 0x2A7E, number)
            let delay = Int64(chance.number(0...20 * 24 * 60)) * 60_000
            let moment = happenedAt.adding(milliseconds: delay)
            return RatingArrival(number: number, service: service, moment: moment, content: .invented(by: &chance))
        }.sorted { ($0.moment, $0.number) < ($1.moment, $1.number) }
    }

    private func give(_ arrivals: [RatingArrival]) async throws {
        var rest = arrivals[...]
        while !rest.isEmpty {
            let part = rest.prefix(RatingSimulation.ratingsAtOnce)
            rest = rest.dropFirst(part.count)
            let (desk, root) = (desk, root)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for arrival in part { group.addTask { try await arrival.give(to: desk, root) } }
                try await group.waitForAll()
            }
            for arrival in part {
                report.given += 1
                guard let grade = arrival.content.grade else { continue }
                report.grades[grade, default: 0] += 1
                guard grade.isBad else { continue }
                let id = CorrectionFollower.caseID(of: arrival.service.rating)
                running[id] = SimulatedCorrection(
                    id: id, arrival: arrival, seed: plan.seed, begun: arrival.moment)
            }
        }
    }

    // MARK: Offices

    private func staff(for services: [RatedService]) async throws {
        let accounts = features.accounts.desk
        let day = plan.days.lowerBound
        for post in try await accounts.posts() where post.isHeld(on: day) { office.add(post) }
        var number = 0
        var seen: Set<String> = []
        for service in services where seen.insert(service.region + "/" + service.unit).inserted {
            let definition = try await features.catalogue.desk.definition(
                of: RatingCorrection.service, region: service.region, on: plan.days.upperBound)
            self.definition = definition
            for place in office.places(of: definition, region: service.region, unit: service.unit, on: day) {
                for _ in 0..<office.gap(in: place) {
                    let acting = AccountActing(
                        actor: .platform, moment: Moment(day), entropy: root.part("post", number), key: nil)
                    number += 1
                    let officer = try crowd.officer(in: place, from: day, accounts: accounts, by: acting)
                    office.add(officer.post)
                    try await features.events.write(officer.commands)
                }
            }
        }
        try await follow()
        try await features.refresh()
        report.officers = number
    }

    /// Everybody does what he means to do that day, and time ends what it ends.
    private func work(on day: Day) async throws {
        let end = Moment.endOf(day)
        for id in running.keys.sorted() {
            guard var correction = running[id] else { continue }
            try await correction.live(until: end, by: office, desk: desk, root)
            if try await isOver(id, at: end) { running[id] = nil } else { running[id] = correction }
        }
    }

    private func isOver(_ id: String, at moment: Moment) async throws -> Bool {
        let opened = try await features.cases.desk.open(id)
        if let next = opened.file.nextInstant, next <= moment {
            try await features.cases.desk.pass(id, at: moment, entropy: root.part("pass-" + id, opened.file.version))
            return try await features.cases.desk.open(id).file.isClosed
        }
        return opened.file.isClosed
    }

    // MARK: What became of them

    private func audit(on day: Day) async throws {
        let reading = RatingReadingDesk(desk: desk)
        report.lag = try await platform.database.read { try FollowerStore.lag(of: "ratings", in: $0) }
        var before: RatingCursor?
        repeat {
            let cursor = before
            let rows = try await platform.database.read {
                try RatingStore.rows(.city, before: cursor, limit: 1000, in: $0)
            }
            report.recorded += rows.count
            before = rows.last.map { RatingCursor(at: $0.givenAt, id: $0.id) }
        } while before != nil
        repeat {
            let cursor = before
            let rows = try await platform.database.read {
                try CorrectionStore.rows(.all, region: nil, before: cursor, limit: 1000, in: $0)
            }
            for row in rows { try await count(row, reading, on: day) }
            before = rows.last.map { RatingCursor(at: $0.openedAt, id: $0.caseID) }
        } while before != nil
        let months = plan.days.lowerBound.ratingMonthNumber...plan.days.upperBound.ratingMonthNumber
        report.measures = try await reading.measures(region: nil, months: months)
    }

    private func count(_ correction: RatingCorrection, _ reading: RatingReadingDesk, on day: Day) async throws {
        report.corrections += 1
        if correction.isExcluded { report.excluded += 1 }
        if correction.closedAt != nil {
            report.closed += 1
            return
        }
        let file = try await features.cases.desk.open(correction.caseID).file
        let hasClock = file.clocks.values.contains(where: \.isLive)
        if file.openTasks.isEmpty, !hasClock { report.forgotten += 1 }
        guard correction.isOverdue(on: day) else {
            report.inTime += 1
            return
        }
        report.overdue += 1
        let duties = try await reading.duties(of: correction, on: day)
        if duties.contains(where: { !$0.names.isEmpty }) { report.overdueWithName += 1 }
    }
}

extension Day {
    fileprivate var ratingMonthNumber: Int { year * 100 + month }
}
