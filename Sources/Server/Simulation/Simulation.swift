import Casework
import Definitions
import Features
import Proofs
import Storage
import Values

/// Lives through a history: who files what, what offices do about it, what time does; every event by the kernel.
///
/// Time is virtual and chance follows from the seed, so the same plan gives the same history, event by event. One
/// case after the other is decided here while the database writes what was decided before.
actor Simulation {
    private let platform: Platform
    private let plan: SimulationPlan
    private let root: Entropy
    private let library: Library
    /// Asked before each step; true ends the history there.
    private let isStopped: @Sendable () -> Bool
    private var offers: [SimulatedOffer] = []
    private var members: [SimulatedMember] = []
    /// Numbers of open cases by id, to find those that a command reaches.
    private var numbers: [String: Int] = [:]
    private var nextChild = Simulation.firstChild
    private var office: SimulatedOffice
    private var crowd: SimulatedCrowd
    private var agenda = SimulatedAgenda()
    private var open: [Int: SimulatedCase] = [:]
    private var batch = SimulationBatch()
    /// What was handed over to the database and is not done yet.
    private var writing: Task<Void, any Error>?
    private(set) var report = SimulationReport()

    /// Children are numbered behind all cases that can be asked for.
    private static let firstChild = 1_000_000_000

    /// Commands in one write.
    private static let commandsAtOnce = 256

    /// - Parameters:
    ///   - library: gives the situations; what is in force comes from the database.
    ///   - offset: events that the log holds already; so that a second run on it invents other people and cases.
    init(
        _ plan: SimulationPlan, on platform: Platform, library: Library, offset: Int,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        self.platform = platform
        self.plan = plan
        self.library = library
        self.isStopped = isStopped
        root = SimulationPlan.entropy(seed: plan.seed).part("history", offset)
        let territory = platform.features.territory.desk.current
        office = SimulatedOffice(territory: territory, posts: [])
        crowd = SimulatedCrowd(territory: territory, offset: offset, isSample: true)
    }

    /// Runs to the last day of the plan, or until it is stopped; then everything is written.
    ///
    /// - Parameter told: hears now and then how far it is: cases filed, and the day.
    func run(told: @Sendable (Int, Day) -> Void) async throws {
        do {
            try await prepare()
            let calendar = platform.features.territory.desk.current.calendar
            let arrivals = plan.arrivals(for: offers, calendar: calendar)
            let rhythm = SimulatedRhythm(days: plan.days, calendar: calendar)
            try await live(arrivals, rhythm, told)
        } catch {
            // What was decided before the fault is whole; it is written, then the fault is told.
            try? await drain()
            throw error
        }
        try await drain()
        report.stillOpen = open.count
        report.silent = open.values.count { $0.isSilent }
    }

    private func live(
        _ arrivals: [SimulatedArrival], _ rhythm: SimulatedRhythm, _ told: @Sendable (Int, Day) -> Void
    ) async throws {
        let end = Moment.endOf(plan.days.upperBound)
        var next = 0
        while !isStopped() {
            let due = agenda.first
            if next < arrivals.count, due.map({ arrivals[next].moment <= $0.moment }) ?? true {
                try await file(arrivals[next], rhythm)
                next += 1
                told(next, arrivals[next - 1].moment.day)
            } else if let due, due.moment < end {
                _ = agenda.removeFirst()
                try await go(on: due, rhythm)
            } else {
                return
            }
            if batch.count >= Simulation.commandsAtOnce { try await flush() }
        }
        report.isStopped = true
    }

    // MARK: Beginning

    /// Which services there are, and people for every role they ask for.
    private func prepare() async throws {
        let features = platform.features
        let territory = features.territory.desk.current
        let day = plan.days.lowerBound
        guard let city = territory.root else {
            throw Failure.unavailable(
                Wording(zh: "没有区划，先发布 Territory/", en: "There are no regions; publish Territory/ first"))
        }
        for region in territory.regions(below: city.id, on: day) {
            for service in features.catalogue.desk.services(in: region.id, on: day) {
                let definition = try await features.catalogue.desk.definition(
                    of: service, region: region.id, on: day)
                // Internal procedures are opened by officers; the history is that of the public.
                guard definition.takesApplications, plan.takes(definition) else { continue }
                let members = try await features.catalogue.desk.members(of: definition, on: day)
                guard members.values.allSatisfy({ hasUnit($0, for: region.id, on: day) }) else { continue }
                let header = definition.service
                let place = territory.deciding(header.level, for: region.id)
                guard let unit = territory.unit(named: header.authority, in: place, under: nil, on: day) else {
                    continue
                }
                let situations = library.situations(service: service).filter { $0.refused == nil }
                    .filter { $0.region == nil || $0.region == region.id }
                offers.append(
                    SimulatedOffer(
                        service: service, region: region.id, deciding: place, unit: unit.id, definition: definition,
                        situations: situations, weight: SimulationPlan.weight(of: region.id, service)))
            }
        }
        try await prepareMembers(on: day)
        guard !offers.isEmpty else {
            throw Failure.unavailable(
                Wording(zh: "\(day) 没有任何事项可以办理", en: "No service is in force on \(day)"))
        }
        try await staff(from: day)
    }

    private func hasUnit(_ definition: Definition, for region: String, on day: Day) -> Bool {
        let territory = platform.features.territory.desk.current
        let place = territory.deciding(definition.service.level, for: region)
        return territory.unit(named: definition.service.authority, in: place, under: nil, on: day) != nil
    }

    /// Members of bundles need officers too, also where nobody files them by themselves.
    private func prepareMembers(on day: Day) async throws {
        let territory = platform.features.territory.desk.current
        for offer in offers where offer.definition.isBundle {
            for (_, member) in try await platform.features.catalogue.desk.members(of: offer.definition, on: day)
                .sorted(by: { $0.key < $1.key })
            {
                let place = territory.deciding(member.service.level, for: offer.deciding)
                guard
                    let unit = territory.unit(named: member.service.authority, in: place, under: nil, on: day)
                else { continue }
                members.append(SimulatedMember(definition: member, deciding: place, unit: unit.id))
            }
        }
    }

    private func staff(from day: Day) async throws {
        let accounts = platform.features.accounts.desk
        for post in try await accounts.posts() where post.isHeld(on: day) { office.add(post) }
        var number = 0
        let handled =
            offers.map { SimulatedMember(definition: $0.definition, deciding: $0.deciding, unit: $0.unit) } + members
        for offer in handled {
            for place in office.places(of: offer.definition, region: offer.deciding, unit: offer.unit, on: day) {
                for _ in 0..<office.gap(in: place) {
                    let acting = acting(root.part("post", number), at: Moment(day))
                    number += 1
                    let officer = try crowd.officer(in: place, from: day, accounts: accounts, by: acting)
                    office.add(officer.post)
                    batch.add(officer.commands)
                }
            }
        }
        try await drain()
        try await platform.features.refresh()
        report.officers = number
    }

    private func acting(_ entropy: Entropy, at moment: Moment) -> AccountActing {
        AccountActing(actor: .platform, moment: moment, entropy: entropy, key: nil)
    }

    // MARK: Filing

    private func file(_ arrival: SimulatedArrival, _ rhythm: SimulatedRhythm) async throws {
        let offer = offers[arrival.offer]
        let territory = platform.features.territory.desk.current
        guard offer.weight > 0, let region = territory.regions[offer.region] else {
            report.leftOut += 1
            return
        }
        var chance = SimulatedChance(seed: plan.seed ^ 0xC0FFEE, arrival.number)
        let entropy = root.part("case", arrival.number)
        let wantsEnterprise = chance.happens(offer.definition.asksForEnterprise ? 1 : 0)
        let guest = try crowd.applicant(
            isEnterprise: wantsEnterprise, kinds: offer.definition.service.applicants, region: offer.region,
            accounts: platform.features.accounts.desk,
            by: acting(entropy.part("account", 0), at: arrival.moment), &chance)
        let filing = SimulatedFiling(
            arrival: arrival, offer: offer, applicant: guest.applicant, entropy: entropy, region: region,
            calendar: territory.calendar, held: crowd.held(by: guest.applicant), clerk: clerk(for: offer, arrival))
        let situation = SimulationPlan.situation(of: offer, by: &chance)
        for candidate in situation == nil ? [nil] : [situation, nil] {
            do {
                var (ready, running) = try await filing.ready(
                    by: candidate, on: platform.features.cases.desk, &chance, settled: settled(guest.applicant))
                batch.add(guest.commands)
                crowd.keep(guest.applicant)
                take(ready.command, of: running)
                report.filed += 1
                schedule(&running, rhythm)
                reach(ready.others, from: running, rhythm)
                return
            } catch let failure as Failure {
                report.note(failure, against: offer.service)
                // A service that cannot be filed at all is not tried for ever.
                if candidate == nil, report.filedOf[offer.service] == nil { offers[arrival.offer].weight = 0 }
            }
        }
        report.leftOut += 1
    }

    private func clerk(for offer: SimulatedOffer, _ arrival: SimulatedArrival) -> Acting? {
        guard arrival.channel == "window",
            offer.definition.plans[0].opening.by.roles.contains(Role.clerk.rawValue)
        else { return nil }
        return office.acting(role: Role.clerk.rawValue, unit: offer.unit, avoiding: [], turn: arrival.number)
    }

    // MARK: Going on

    private func go(on entry: SimulatedAgenda.Entry, _ rhythm: SimulatedRhythm) async throws {
        guard var running = open.removeValue(forKey: entry.number) else { return }
        let didSomething =
            entry.isPass
            ? try await pass(&running, at: entry.moment, rhythm) : try await move(&running, at: entry.moment, rhythm)
        if didSomething {
            schedule(&running, rhythm)
        } else if !entry.isPass, let next = running.file.nextInstant {
            // Nobody could do anything: time must bring it on.
            let moment = max(next, entry.moment).adding(milliseconds: 2000)
            open[running.number] = running
            agenda.add(SimulatedAgenda.Entry(moment: moment, number: running.number, isPass: true))
        } else {
            open[running.number] = running
        }
    }

    private func pass(
        _ running: inout SimulatedCase, at moment: Moment, _ rhythm: SimulatedRhythm
    ) async throws -> Bool {
        let before = running.file.version
        try await run(.pass, on: &running, as: .platform, channel: nil, at: moment, rhythm)
        if running.fate == .silent { running.isFulfilled = running.file.happened.count > 1 }
        return running.file.version > before
    }

    private func move(
        _ running: inout SimulatedCase, at moment: Moment, _ rhythm: SimulatedRhythm
    ) async throws -> Bool {
        guard let road = running.road else { return false }
        for move in road.duties + road.moves {
            guard let acting = running.acting(for: move, office: office) else { continue }
            do {
                try await run(
                    running.command(for: move, at: moment), on: &running, as: acting,
                    channel: move.isByApplicant ? running.channel : nil, at: moment, rhythm)
                running.did(move)
                return true
            } catch Failure.conflict, Failure.forbidden, Failure.problems {
                continue  // The kernel says no: something else is tried.
            }
        }
        return false
    }

    private func run(
        _ command: Command, on running: inout SimulatedCase, as acting: Acting, channel: String?, at moment: Moment,
        _ rhythm: SimulatedRhythm
    ) async throws {
        let sender = CaseDesk.Sender(
            acting: { _ in acting }, channel: channel, key: nil, moment: moment,
            entropy: running.entropy.part("command", running.commands))
        let ready = try await platform.features.cases.desk.ready(
            command, on: running.opened, by: sender, holding: holding(beside: running),
            settled: settled(running.applicant))
        running.commands += 1
        running.opened = ready.opened
        take(ready.command, of: running)
        reach(ready.others, from: running, rhythm)
    }

    // MARK: Bundles

    /// The open cases that a command on this one may reach: its bundle, and its members.
    private func holding(beside running: SimulatedCase) -> @Sendable (String) -> CaseDesk.Opened? {
        let ids = [running.file.header.parent?.caseID].compactMap { $0 } + running.file.children.compactMap(\.caseID)
        var held: [String: CaseDesk.Opened] = [:]
        for id in ids { held[id] = numbers[id].flatMap { open[$0]?.opened } }
        let all = held
        return { all[$0] }
    }

    /// Goes on with the cases that a command reached beside its own; new ones begin a fate of their own.
    private func reach(_ others: [CaseDesk.Opened], from running: SimulatedCase, _ rhythm: SimulatedRhythm) {
        for opened in others {
            var other: SimulatedCase
            if let number = numbers[opened.file.id], let known = open.removeValue(forKey: number) {
                other = known
                other.opened = opened
                if opened.file.isClosed { report.countEnd(of: opened.file) }
            } else {
                report.countChild(opened.file)
                nextChild += 1
                var chance = SimulatedChance(seed: plan.seed ^ 0xB0B, nextChild)
                var fate = SimulatedFate.draw(by: &chance)
                // Nothing was left out on purpose: a member has what its bundle has.
                if fate == .deficient || fate == .abandoned { fate = .ordinary }
                other = SimulatedCase(
                    number: nextChild, applicant: running.applicant, channel: running.channel,
                    entropy: root.part("child", nextChild), chance: chance, fate: fate, opened: opened, lacking: [],
                    isFulfilled: false, commands: 0)
            }
            schedule(&other, rhythm)
        }
    }

    // MARK: Writing

    private func take(_ command: ReadyCommand, of running: SimulatedCase) {
        batch.add([command])
        report.count(command, of: running)
        for event in command.events where event.stream != running.file.id || Simulation.ends(event) {
            batch.touch(running.applicant.subject.description)
            crowd.learn(event, of: running.applicant)
        }
    }

    /// A promise or its repair that ended: later filings of the applicant ask for it.
    private static func ends(_ event: PastEvent) -> Bool {
        [CaseEventKind.obligationKept.rawValue, CaseEventKind.obligationBroken.rawValue].contains(event.body.kind)
    }

    /// Hands over what was gathered, when the write before is done.
    private func flush() async throws {
        try await writing?.value
        let commands = batch.take()
        let events = platform.features.events
        writing = Task {
            try await events.write(commands)
            while try await events.place(limit: 2000) == 2000 {}
        }
    }

    /// Waits until everything is written.
    private func drain() async throws {
        try await flush()
        try await waitForWriting()
    }

    private func waitForWriting() async throws {
        try await writing?.value
        writing = nil
        batch.settle()
    }

    private func schedule(_ running: inout SimulatedCase, _ rhythm: SimulatedRhythm) {
        if let next = running.next(by: rhythm) { agenda.add(next) }
        numbers[running.file.id] = running.file.isClosed ? nil : running.number
        if !running.file.isClosed { open[running.number] = running }
    }

    /// For desks that are about to read what tables say of an applicant: it must be written before.
    private func settled(_ applicant: SimulatedApplicant) -> @Sendable () async throws -> Void {
        let subject = applicant.subject.description
        return { try await self.wait(for: subject) }
    }

    private func wait(for applicant: String) async throws {
        switch batch.wait(for: applicant) {
        case .none: break
        case .handedOver: try await waitForWriting()
        case .everything: try await drain()
        }
    }
}
