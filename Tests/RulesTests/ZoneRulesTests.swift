import Foundation
import Testing
import Values

@testable import Rules

/// The table of zones against the tz database of the machine, around every change of every zone.
@Suite struct ZoneRulesTests {
    private static let folder = "/usr/share/zoneinfo"

    @Test func `every zone gives what the tz database gives, past and future`() throws {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: ZoneRulesTests.folder),
            names.contains("Asia/Shanghai")
        else {
            print("ZoneRulesTests not run: \(ZoneRulesTests.folder) is not there")
            return
        }
        var (zones, compared) = (0, 0)
        // A name without a stroke is an abbreviation to Foundation, and means another zone there.
        for name in names.sorted() where ZoneRules.isKnown(name) && name.contains("/") {
            let zone = try #require(TimeZone(identifier: name), "\(name)")
            zones += 1
            var moments: [Int] = []
            // Every day at noon for China, every tenth of the year for the others, and the hours around each change.
            for year in stride(from: 1970, to: 2100, by: name == "Asia/Shanghai" ? 1 : 21) {
                for part in 0..<10 { moments.append((year - 1970) * 31_556_952 + part * 3_155_695) }
            }
            var next = Foundation.Date(timeIntervalSince1970: 0)
            while let change = zone.nextDaylightSavingTimeTransition(after: next),
                change < Foundation.Date(timeIntervalSince1970: 2_700_000_000)
            {
                for hours in [-26, -1, 1, 26] {
                    moments.append(Int(change.timeIntervalSince1970) + hours * 3600 + 7)
                }
                next = change
            }
            for moment in moments where moment > 0 {
                let offset = zone.secondsFromGMT(for: Foundation.Date(timeIntervalSince1970: Double(moment)))
                let shown = moment + offset
                // What clocks show twice is the first of the two.
                let earlier = (1...28).contains { half in
                    let other = zone.secondsFromGMT(
                        for: Foundation.Date(timeIntervalSince1970: Double(moment - half * 1800)))
                    return other - offset == half * 1800
                }
                let found = ZoneRules.offset(
                    name, day: Day(number: shown >= 0 ? shown / 86_400 : -1), second: (shown % 86_400 + 86_400) % 86_400
                )
                compared += 1
                if !earlier, found != offset {
                    Issue.record("\(name) at \(moment): \(found ?? -1), tz database \(offset)")
                    break
                }
            }
        }
        print("ZoneRulesTests \(zones) zones, \(compared) moments")
        #expect(zones > 500)
    }

    @Test func `China had summer time from 1986 to 1991`() {
        #expect(ZoneRules.offset("Asia/Shanghai", day: Day(1988, 7, 1), second: 0) == 32_400)
        #expect(ZoneRules.offset("Asia/Shanghai", day: Day(1985, 7, 1), second: 0) == 28_800)
        #expect(ZoneRules.offset("Asia/Shanghai", day: Day(2026, 7, 1), second: 0) == 28_800)
    }

    @Test func `an hour that is shown twice is the first, one that is left out counts on`() {
        #expect(ZoneRules.offset("Europe/Paris", day: Day(2026, 10, 25), second: 2 * 3600 + 1800) == 7200)
        #expect(ZoneRules.offset("Europe/Paris", day: Day(2026, 3, 29), second: 2 * 3600 + 1800) == 3600)
        #expect(ZoneRules.offset("Mars/Olympus", day: Day(2026, 3, 29), second: 0) == nil)
    }
}
