import Casework
import Features
import Foundation
import Proofs
import Storage
import Values

/// Multiplies a simulated history: every case again and again, for other people, in other weeks.
///
/// A group is an applicant with accounts, cases and certificates; it is copied as a whole, so that what refers to each
/// other still does. Closed groups move by whole weeks, so weekdays stay; holidays do not move with them, so a due
/// date may fall on one. Groups with open cases stay on their days.
struct SimulationFill {
    let platform: Platform
    let masterKey: MasterKey
    let seed: UInt64
    /// How many cases are wanted at least.
    let cases: Int

    /// So many cases are taken as the base at most: they are held in memory.
    private static let largestBase = 4000
    private static let casesAtOnce = 400
    /// How far back copies reach.
    private static let weeks = 26

    private var desk: StreamTemplateDesk {
        StreamTemplateDesk(
            database: platform.database, reader: platform.features.reader,
            projections: platform.features.all.flatMap(\.projections),
            followers: platform.features.all.flatMap(\.followers))
    }

    /// What was made.
    struct Result: Sendable {
        var cases = 0
        var events = 0
        var seconds = 0.0
    }

    /// Copies until there are so many more, or it is stopped; gives how many there are.
    func run(progress: SimulationProgress, isStopped: @escaping @Sendable () -> Bool) async throws -> Result {
        try await platform.features.followAll()
        let groups = try await groups()
        guard !groups.isEmpty else {
            throw Failure.unavailable(
                Wording(
                    zh: "没有可以复制的模拟办件：请先用 --cases 模拟一段历史",
                    en: "There are no simulated cases to multiply: simulate a history with --cases first"))
        }
        let offset = try await platform.database.read { try LogStore.size(in: $0) }
        let plan = order(of: groups, offset: offset)
        let begin = ProcessInfo.processInfo.systemUptime
        var result = Result()
        progress.tell(0, on: nil)
        try await write(plan, groups: groups, progress: progress, isStopped: isStopped, into: &result)
        result.seconds = ProcessInfo.processInfo.systemUptime - begin
        return result
    }

    // MARK: What is copied

    /// Everybody who applied in the base, with everything of theirs.
    private func groups() async throws -> [SimulatedGroup] {
        let owners = try await platform.database.read {
            try CaseStore.applicants(atMost: SimulationFill.largestBase, in: $0)
        }
        let indexes = AccountIndexes(masterKey: masterKey)
        var groups: [SimulatedGroup] = []
        for (applicant, cases) in owners {
            guard let subject = Subject(applicant) else { continue }
            let streams = try await streams(of: subject) + cases
            let originals = try await desk.originals(streams)
            if let group = SimulatedGroup(originals, cases: Set(cases), desk: desk, indexes: indexes) {
                groups.append(group)
            }
        }
        return groups
    }

    /// Accounts and certificates of an applicant.
    private func streams(of subject: Subject) async throws -> [String] {
        try await platform.database.read { connection in
            var streams = [subject.id]
            if case .enterprise(let id) = subject, let enterprise = try AccountStore.enterprise(id, in: connection) {
                streams.append(enterprise.representative.text)
            }
            streams += try AccountStore.delegations(from: subject, in: connection).map(\.id.text)
            streams += try CertificateStore.held(by: subject.description, in: connection).map(\.id.text)
            return streams
        }
    }

    private struct Turn {
        let group: Int
        let number: Int
        let weeks: Int
        let begin: Moment
    }

    /// Which group is copied when: enough of them, in the order of time, so that indexes grow at their end.
    private func order(of groups: [SimulatedGroup], offset: Int) -> [Turn] {
        var turns: [Turn] = []
        var chance = SimulatedChance(seed: seed ^ 0xF111, offset)
        var cases = 0
        while cases < self.cases {
            for (index, group) in groups.enumerated() where cases < self.cases {
                let weeks = group.isOpen ? 0 : -chance.number(0...SimulationFill.weeks)
                turns.append(
                    Turn(
                        group: index, number: offset + turns.count * 2, weeks: weeks,
                        begin: group.begun.adding(hours: weeks * 7 * 24)))
                cases += group.cases
            }
        }
        return turns.sorted { ($0.begin, $0.number) < ($1.begin, $1.number) }
    }

    // MARK: Writing

    /// One batch is made on each core while another is being written.
    private func write(
        _ turns: [Turn], groups: [SimulatedGroup], progress: SimulationProgress,
        isStopped: @escaping @Sendable () -> Bool, into result: inout Result
    ) async throws {
        let maker = SimulatedGroupCopier(
            masterKey: masterKey, seed: seed, tables: desk.tableCount,
            people: SimulatedPeople(territory: platform.features.territory.desk.current))
        var next = turns.startIndex
        var making: [Task<CopiedStreams, any Error>] = []
        var counts: [Int] = []
        while !isStopped() {
            while making.count < 3, next < turns.endIndex {
                let end = turns.index(next, offsetBy: SimulationFill.casesAtOnce, limitedBy: turns.endIndex)
                let part = turns[next..<(end ?? turns.endIndex)]
                let copies = part.map { (groups[$0.group], $0.number, $0.weeks * 7) }
                counts.append(part.reduce(0) { $0 + groups[$1.group].cases })
                making.append(Task.detached { try maker.copy(copies) })
                next = part.endIndex
            }
            guard !making.isEmpty else { return }
            let copied = try await making.removeFirst().value
            try await desk.load(copied)
            result.cases += counts.removeFirst()
            result.events += copied.eventCount
            progress.tell(result.cases, on: nil)
        }
        for task in making { task.cancel() }
    }
}

/// An applicant with everything of his, as templates.
struct SimulatedGroup: Sendable {
    let streams: [StreamTemplate]
    let cases: Int
    /// A case still runs.
    let isOpen: Bool
    let begun: Moment
    fileprivate let needles: [(kind: NeedleKind, text: String)]

    fileprivate enum NeedleKind: Sendable, Hashable {
        case stream(begun: Moment)
        case name, idNumber, phone, nameMask, idNumberMask, phoneMask
        case enterpriseName, enterpriseCode
        case caseNumber
        case certificateNumber(stream: String)
        /// Filled while copying.
        case computed
    }

    /// nil when a stream is missing that the others name.
    init?(
        _ originals: [StreamTemplateDesk.Original], cases: Set<String>, desk: StreamTemplateDesk,
        indexes: AccountIndexes
    ) {
        guard let begun = originals.compactMap({ $0.events.first?.at }).min(),
            originals.contains(where: { cases.contains($0.stream) })
        else { return nil }
        var needles = Needles()
        var kinds: [Int: (NeedleKind, String)] = [:]
        func add(_ kind: NeedleKind, _ text: String?) {
            guard let text, text.utf8.count >= 4, let number = needles.add(text), kinds[number] == nil else { return }
            kinds[number] = (kind, text)
        }
        var bytes: [[UInt8]: Int] = [:]
        for original in originals {
            guard let first = original.events.first else { return nil }
            add(.stream(begun: first.at), original.stream)
            let data = first.body.data
            switch first.body.kind {
            case AccountEventKind.personRegistered.rawValue:
                SimulatedGroup.addPerson(data, add)
                if let number = data["id_number"]?.text.flatMap({ CitizenIdentityNumber($0) }) {
                    bytes[indexes.idNumber(number)] = 0
                }
            case AccountEventKind.enterpriseRegistered.rawValue:
                add(.enterpriseName, data["name"]?.text)
                add(.enterpriseCode, data["code"]?.text)
            case CertificateEventKind.issued.rawValue:
                add(.certificateNumber(stream: original.stream), data["number"]?.text)
            default:
                for event in original.events { add(.caseNumber, event.body.open["number"]?.text) }
            }
        }
        // Instants are written in UTC, whose day may be the one before.
        let day = begun.day.adding(days: -1)
        var streams: [StreamTemplate] = []
        for original in originals {
            guard let template = desk.template(of: original, needles: &needles, bytes: bytes, since: day) else {
                return nil
            }
            streams.append(template)
        }
        self.streams = streams
        self.cases = originals.count { cases.contains($0.stream) }
        isOpen = originals.contains { original in
            cases.contains(original.stream)
                && !original.events.contains { $0.body.kind == "stage-entered" && $0.body.open["final"] == true }
        }
        self.begun = begun
        self.needles = (0..<needles.count).map { kinds[$0] ?? (.computed, "") }.map { (kind: $0.0, text: $0.1) }
    }

    private static func addPerson(_ data: [String: JSON], _ add: (NeedleKind, String?) -> Void) {
        let name = data["name"]?.text
        add(.name, name)
        add(.nameMask, name.map { Masking.name($0) })
        add(.idNumber, data["id_number"]?.text)
        add(.idNumberMask, data["id_number"]?.text.flatMap { CitizenIdentityNumber($0)?.masked })
        add(.phone, data["phone"]?.text)
        add(.phoneMask, data["phone"]?.text.flatMap { PhoneNumber($0)?.masked })
    }
}

/// Makes copies of groups; pure, so that several run at once.
struct SimulatedGroupCopier: Sendable {
    let masterKey: MasterKey
    let seed: UInt64
    let tables: Int
    let people: SimulatedPeople

    /// - Parameter copies: group, the number that nobody else has, and by how many days it moves.
    func copy(_ copies: [(SimulatedGroup, Int, Int)]) throws -> CopiedStreams {
        let copier = StreamCopier(masterKey: masterKey)
        let indexes = AccountIndexes(masterKey: masterKey)
        var copied = CopiedStreams(tables: tables)
        for (group, number, days) in copies {
            let filling = try filling(for: group, number: number, days: days, indexes)
            for stream in group.streams { copier.copy(stream, with: filling, into: &copied) }
        }
        return copied
    }

    private func filling(
        for group: SimulatedGroup, number: Int, days: Int, _ indexes: AccountIndexes
    ) throws -> Filling {
        let human = number < people.count ? people.person(number) : nil
        guard let human, let identity = CitizenIdentityNumber(human.idNumber) else {
            throw Failure.unavailable(
                Wording(zh: "虚构的身份号码用完了", en: "There are no more invented identity numbers"))
        }
        let seedBytes = SM3.hash(Array("fill \(seed) \(number)".utf8))
        var chance = SimulatedChance(seed: seed ^ 0xC0B1, number)
        var ids: [String: String] = [:]
        for case (.stream(let begun), let text) in group.needles {
            let moment = begun.adding(hours: days * 24)
            ids[text] = Identifier<SimulatedGroup>(at: moment, random: chance.bytes(10)).text
        }
        var serial = 100_000 + number % 900_000
        let texts = group.needles.map { kind, text -> String in
            switch kind {
            case .stream: return ids[text] ?? text
            case .name: return human.name
            case .nameMask: return Masking.name(human.name)
            case .idNumber: return human.idNumber
            case .idNumberMask: return identity.masked
            case .phone: return human.phone
            case .phoneMask: return PhoneNumber(human.phone)?.masked ?? text
            case .enterpriseName: return people.enterpriseName(number)
            case .enterpriseCode: return people.code(number + 1)
            case .caseNumber:
                serial = serial % 999_999 + 1
                return SimulatedGroupCopier.caseNumber(text, days: days, serial: serial)
            case .certificateNumber(let stream):
                return SimulatedGroupCopier.certificateNumber(text, id: ids[stream] ?? stream)
            case .computed: return ""
            }
        }
        return Filling(
            texts: texts.map { Array($0.utf8) }, bytes: [indexes.idNumber(identity)], days: days, seed: seedBytes)
    }

    /// The same region and kind on another day, with a serial from above those that people get.
    private static func caseNumber(_ text: String, days: Int, serial: Int) -> String {
        let digits = Array(text)
        let date = String(digits[8..<12]) + "-" + String(digits[12..<14]) + "-" + String(digits[14..<16])
        guard digits.count == 23, let region = RegionCode(String(digits[0..<6])), let day = Day(date) else {
            return text
        }
        return CaseNumber(
            region: region, itemType: String(digits[6..<8]), day: day.adding(days: days), serial: serial
        ).text
    }

    /// The same prefix, region and year for another certificate; a number of another form stays.
    private static func certificateNumber(_ text: String, id: String) -> String {
        guard text.count > 15, CertificateNumber.isValid(text), let id = Certificate.ID(id),
            let year = Int(text.dropLast(11).suffix(4))
        else { return text }
        return CertificateNumber.make(prefix: String(text.dropLast(15)), regionCode: "", year: year, id: id)
    }
}

extension SimulatedChance {
    /// So many bytes.
    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 24) }
    }
}
