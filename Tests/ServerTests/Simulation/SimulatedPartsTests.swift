import Synchronization
import Testing
import Values

@testable import Server

/// The pure parts that make a history believable.
@Suite struct SimulatedPartsTests {
    @Test func `the same seed gives the same numbers, and weights are kept`() {
        var one = SimulatedChance(seed: 7, 3)
        var other = SimulatedChance(seed: 7, 3)
        var drawn = [0, 0, 0]
        for _ in 0..<10_000 {
            let index = one.pick(weights: [1, 0, 3])
            #expect(other.pick(weights: [1, 0, 3]) == index)
            drawn[index] += 1
        }
        #expect(drawn[1] == 0)
        #expect((2300...2700).contains(drawn[0]), "\(drawn)")
    }

    @Test func `invented people have different, valid numbers that belong to nobody`() throws {
        let people = SimulatedPeople(regionCodes: ["500101", "500103", "500106", "500107"])
        var numbers: Set<String> = []
        var codes: Set<String> = []
        for number in 0..<5000 {
            let person = people.person(number)
            let identity = try #require(CitizenIdentityNumber(person.idNumber), "\(person)")
            #expect(identity.birthDate == person.birth)
            #expect((identity.sex == .female) == person.isFemale)
            #expect(person.idNumber.dropFirst(14).hasPrefix("99"))
            #expect(PhoneNumber(person.phone) != nil)
            numbers.insert(person.idNumber)
            let code = try #require(UnifiedSocialCreditCode(people.code(number)))
            #expect(code.warnings.isEmpty, "\(code): \(code.warnings)")
            codes.insert(code.text)
        }
        #expect(numbers.count == 5000)
        #expect(codes.count == 5000)
        #expect(people.enterpriseName(1).hasSuffix("（示例）"))
    }

    @Test func `counters are shut on days off, and offices work in their hours`() {
        let calendar = WorkCalendar(
            years: [.init(year: 2026, notice: "", off: [Day(2026, 3, 4)], work: [Day(2026, 3, 7)])], version: "1")
        let rhythm = SimulatedRhythm(days: Day(2026, 3, 2)...Day(2026, 3, 15), calendar: calendar)
        var chance = SimulatedChance(seed: 1, 1)
        for _ in 0..<2000 {
            let filed = rhythm.filing(isAtCounter: true, by: &chance)
            #expect(calendar.isWorkday(filed.day) == true)
            #expect((540..<1050).contains(filed.millisecondsOfDay / 60_000))
            let deed = rhythm.officeDeed(after: filed, due: filed.day.adding(days: 5), pace: 1, by: &chance)
            #expect(deed > filed)
            #expect(calendar.isWorkday(deed.day) == true)
            #expect(deed.day <= filed.day.adding(days: 6))
            let answer = rhythm.applicantDeed(after: deed, due: nil, by: &chance)
            #expect(answer > deed)
        }
        let late = rhythm.officeDeed(
            after: Moment(2026, 3, 2, hour: 9), due: Day(2026, 3, 6), pace: 1.3, by: &chance)
        #expect(late.day > Day(2026, 3, 6))
    }

    @Test func `online filings come on days off too, but fewer`() {
        let calendar = WorkCalendar(years: [.init(year: 2026, notice: "", off: [], work: [])], version: "1")
        let rhythm = SimulatedRhythm(days: Day(2026, 3, 2)...Day(2026, 3, 29), calendar: calendar)
        var chance = SimulatedChance(seed: 2, 1)
        let days = (0..<4000).map { _ in rhythm.filing(isAtCounter: false, by: &chance).day }
        let off = days.count { $0.weekday > 5 }
        #expect(off > 100 && off < 700, "\(off) of 4000 on days off")
    }

    @Test func `the agenda gives the earliest first`() {
        var agenda = SimulatedAgenda()
        var chance = SimulatedChance(seed: 9, 9)
        for number in 0..<500 {
            agenda.add(
                .init(moment: Moment(milliseconds: Int64(chance.number(0...99))), number: number, isPass: false))
        }
        var last: SimulatedAgenda.Entry?
        var count = 0
        while let next = agenda.removeFirst() {
            if let last { #expect(last < next) }
            last = next
            count += 1
        }
        #expect(count == 500)
    }

    @Test func `the fates of many cases come in their rates`() {
        var chance = SimulatedChance(seed: 4, 4)
        var counts: [SimulatedFate: Int] = [:]
        for _ in 0..<20_000 { counts[SimulatedFate.draw(by: &chance), default: 0] += 1 }
        #expect(counts.count == SimulatedFate.allCases.count)
        #expect((14_000...15_400).contains(counts[.ordinary] ?? 0))
        #expect((1500...2100).contains(counts[.deficient] ?? 0))
    }
}

/// Counts down from a number, from any task.
final class Counter: Sendable {
    private let left: Atomic<Int>

    init(_ start: Int) { left = Atomic(start) }

    /// What is left after this call.
    func down() -> Int { left.subtract(1, ordering: .relaxed).newValue }
}
